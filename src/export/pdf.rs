//! A document as PDF: pages laid out by the program itself, tagged for screen readers (PDF/UA-1) and fit for archives
//! (PDF/A-2a). The same document always makes the same bytes.

use chrono::{Datelike as _, NaiveDate};
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::Tag;

use self::draw::Edges;
use self::fonts::Fonts;
use self::layout::Layout;
use self::lines::Setter;
use self::look::{DRAFT, FOOT, FOOTER, HEADER, LEFT, MEASURE, PAGE, TextLook};
use self::pages::{Pages, Text};
use self::shaping::Shaper;
use self::tags::NodeId;
use self::text::{in_one_line, is_blank};
use super::NotWritten;
use crate::i18n::Words;
use crate::i18n::short_title::short_title;
use crate::report::Document;

mod breaks;
mod draw;
mod fit;
mod fonts;
mod layout;
mod lines;
mod look;
mod pages;
mod shaping;
mod stream_ends;
mod tags;
mod text;

/// Writes the whole file.
///
/// # Errors
/// Where the file would not hold to PDF/UA-1 or PDF/A-2a, which no text should make happen.
pub fn write(document: &Document, words: &Words) -> Result<Vec<u8>, NotWritten> {
    let fonts = Fonts::default();
    let lang = document.lang.pick(hypher::Lang::Swedish, hypher::Lang::English);
    let mut layout = Layout::new(Setter { shaper: Shaper::new(&fonts), lang });
    let mark = document.mark.as_deref().filter(|mark| !is_blank(mark)).map(in_one_line);
    let mark = mark.map(|mark| (mark, layout.tree.add(None, Tag::P)));
    layout.document(document);
    let Layout { setter, mut tree, flow, headings } = layout;
    let Pages { drawn, headings: places, .. } = Pages::of(flow);

    let title = in_one_line(&short_title(&document.title));
    let mut margins = Margins { setter, words, pages: drawn.len(), mark, title };
    margins.fit_title();
    let mut file = krilla::Document::new_with(settings()?);
    for (at, marks) in drawn.iter().enumerate() {
        draw::page(&mut file, &fonts, &mut tree, marks, &margins.edges(at));
    }
    let tag = document.lang.tag();
    file.set_outline(outline(&headings, &places));
    file.set_metadata(metadata(document, tag));
    file.set_tag_tree(tree.finish(tag));
    file.finish().map(stream_ends::make_unambiguous).map_err(|error| refused(&error))
}

fn refused(error: &dyn std::fmt::Debug) -> NotWritten {
    NotWritten::Refused { format: "pdf", said: format!("{error:?}") }
}

fn settings() -> Result<SerializeSettings, NotWritten> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| refused(&error))?;
    Ok(SerializeSettings { configuration, no_device_cs: true, ..SerializeSettings::default() })
}

/// Writes the header and the footer of every page.
struct Margins<'a, 'f> {
    setter: Setter<'f>,
    words: &'a Words,
    pages: usize,
    /// The mark of a draft, and the tag with which it is read out once.
    mark: Option<(String, NodeId)>,
    /// What the document is called in short, as long as there is room.
    title: String,
}

impl Margins<'_, '_> {
    /// Shortens the title until it fits beside the longest page number.
    fn fit_title(&mut self) {
        let number = self.words.publication.page(self.pages, self.pages);
        let number = self.setter.line(&number, FOOT.cut, FOOT.size).width;
        let room = MEASURE - number - 2.0 * FOOT.size;
        let mut title = self.title.clone();
        while self.setter.line(&self.title, FOOT.cut, FOOT.size).width > room && title.pop().is_some() {
            self.title = format!("{}…", title.trim_end());
        }
    }

    fn edges(&mut self, page: usize) -> Edges {
        let number = self.words.publication.page(page + 1, self.pages);
        let mut text = |text: &str, right: bool, y, look: &TextLook, node| {
            let line = self.setter.line(text, look.cut, look.size);
            let x = if right { LEFT + MEASURE - line.width } else { LEFT };
            Text { x, y, line, size: look.size, colour: look.colour, node }
        };
        let mark = self.mark.as_ref();
        let mark = mark.map(|(mark, node)| text(mark, true, HEADER, &DRAFT, (page == 0).then_some(*node)));
        let title = text(&self.title, false, FOOTER, &FOOT, None);
        let number = text(&number, true, FOOTER, &FOOT, None);
        Edges { header: mark.into_iter().collect(), footer: vec![title, number] }
    }
}

fn metadata(document: &Document, lang: &str) -> Metadata {
    let date = document.date.or(NaiveDate::from_ymd_opt(2000, 1, 1)).unwrap_or_default();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let made = DateTime::new(u16::try_from(date.year()).unwrap_or(2000))
        .month(part(date.month()))
        .day(part(date.day()))
        .hour(12)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let mut metadata = Metadata::new()
        .title(in_one_line(&document.title))
        .language(lang.to_owned())
        .creator("vidpennan".to_owned())
        .producer("vidpennan".to_owned())
        .creation_date(made)
        .text_direction(TextDirection::LeftToRight);
    let visible = |text: &Option<String>| text.as_deref().filter(|text| !is_blank(text)).map(in_one_line);
    if let Some(author) = visible(&document.author) {
        metadata = metadata.authors(vec![author]);
    }
    if let Some(genre) = visible(&document.genre) {
        metadata = metadata.description(genre);
    }
    metadata
}

/// The bookmarks: every heading under the one above it, all of them under the title.
fn outline(headings: &[(u8, String)], places: &[(usize, f32)]) -> Outline {
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    let mut close = |open: &mut Vec<(u8, OutlineNode)>, level: u8| {
        while open.last().is_some_and(|(above, _)| *above >= level) {
            let Some((_, node)) = open.pop() else { return };
            match open.last_mut() {
                Some((_, above)) => above.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    for ((level, text), (page, y)) in headings.iter().zip(places) {
        close(&mut open, *level);
        let top = XyzDestination::new(*page, Point::from_xy(0.0, (*y - 12.0).clamp(0.0, PAGE.1)));
        open.push((*level, OutlineNode::new(text.clone(), top).with_open(*level < 3)));
    }
    close(&mut open, 0);
    outline
}
