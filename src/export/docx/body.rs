//! The body of a document: the title, the facts and the blocks, each paragraph in the style of its role. Lists are real
//! lists, and what belongs together stays on one page.

use super::numbering::{DEPTH, Lists};
use super::role::{LEVELS, STEP, StyleRole};
use super::styles::{ListLevel, RoleStyles};
use super::xml::XmlWriter;
use crate::i18n::Words;
use crate::report::document::{Block, Document, List, ListItem, ListMarkers, Paragraph, Run, Style};

/// The body while it is being written.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) xml: XmlWriter,
    pub(super) styles: &'a RoleStyles,
    pub(super) words: &'a Words,
    /// The lists that were written so far.
    pub(super) lists: Lists,
    /// The width of the text, in twentieths of a point.
    pub(super) width: u32,
}

/// The formatting of a paragraph beyond its style.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Formatting {
    /// Whether it stays on the page of the next paragraph.
    pub(super) keep_next: bool,
    /// The instance of its list, and its level from 0.
    pub(super) list: Option<(u32, u8)>,
    /// Whether there is extra space above it.
    pub(super) space_before: bool,
    /// Its left indent in twentieths of a point, where it differs from that of its style.
    pub(super) left: Option<u32>,
}

/// The space between a table and what follows, in twentieths of a point.
const SPACE_BEFORE: u32 = 240;
/// The extra indent of a response, for the line to its left, in twentieths of a point.
const RESPONSE_INDENT: u32 = 227;

impl Body<'_> {
    /// Writes the whole document.
    pub(super) fn document(&mut self, document: &Document) {
        if let Some(genre) = &document.genre {
            self.words(StyleRole::Genre, Formatting::default(), genre);
        }
        self.words(StyleRole::Title, Formatting::default(), &document.title);
        let mut after_table = !document.facts.is_empty();
        if after_table {
            self.facts(document);
        }
        for (at, block) in document.blocks.iter().enumerate() {
            let next = document.blocks.get(at + 1);
            match block {
                Block::Heading { level, text } => {
                    self.words(StyleRole::Heading((*level).clamp(1, LEVELS)), Formatting::default(), text);
                }
                Block::Paragraph(paragraph) => {
                    let keep_next = introduces(paragraph, next);
                    let space_before =
                        after_table || keep_next && is_signed(next) && paragraph.style != Style::Signature;
                    self.paragraph(
                        paragraph,
                        Formatting { keep_next, space_before, ..Formatting::default() },
                    );
                }
                Block::List(list) => {
                    if after_table {
                        self.gap();
                    }
                    self.list(list, 0);
                }
                Block::Table(table) => {
                    if after_table {
                        self.gap();
                    }
                    self.table(table);
                }
            }
            after_table = matches!(block, Block::Table(_));
        }
        if after_table {
            self.gap();
        }
    }

    /// An empty paragraph: between two tables, which would otherwise merge, and after the last one.
    fn gap(&mut self) {
        self.xml.raw(r#"<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="exact"/></w:pPr></w:p>"#);
    }

    fn list(&mut self, list: &List, level: u8) {
        let style_level = level.min(LEVELS - 1) + 1;
        let list_level = level.min(DEPTH - 1);
        let role = match list.markers {
            ListMarkers::Bullets => StyleRole::Bullet(style_level),
            ListMarkers::Numbers(_) => StyleRole::Number(style_level),
        };
        let theirs = self.styles.get(role).and_then(|style| style.list);
        let instance = match list.markers {
            ListMarkers::Bullets => Some((self.lists.bullets(), list_level)),
            ListMarkers::Numbers(first) => {
                let level = theirs.map_or(list_level, |list| list.level);
                let definition = theirs.map(|list| list.definition);
                Some((self.lists.numbers(definition, level, first), level))
            }
        };
        let place = ItemPlace { role, theirs, instance, level };
        for item in &list.items {
            self.item(item, place);
        }
    }

    fn item(&mut self, item: &ListItem, place: ItemPlace) {
        for (at, paragraph) in item.paragraphs.iter().enumerate() {
            // An item stays with the first response to it, or with the first item under it.
            let is_last = at + 1 == item.paragraphs.len();
            let keep_next = at < 2 && !is_last || at == 0 && !item.under.is_empty();
            let formatting =
                if at == 0 { place.first(paragraph.style) } else { place.further(paragraph.style) };
            let role = match (paragraph.style, at) {
                (Style::Body, 0) => place.role,
                (Style::Body, _) => StyleRole::Continue(place.level.min(LEVELS - 1) + 1),
                (style, _) => role(style),
            };
            self.runs(role, Formatting { keep_next, ..formatting }, &paragraph.runs);
        }
        for list in &item.under {
            self.list(list, place.level.saturating_add(1));
        }
    }

    /// A paragraph outside of lists.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, formatting: Formatting) {
        self.runs(role(paragraph.style), formatting, &paragraph.runs);
    }

    /// A paragraph of one run.
    pub(super) fn words(&mut self, role: StyleRole, formatting: Formatting, text: &str) {
        self.element(role, formatting, |body| body.run(text, false));
    }

    /// A paragraph of several runs.
    pub(super) fn runs(&mut self, role: StyleRole, formatting: Formatting, runs: &[Run]) {
        self.element(role, formatting, |body| runs.iter().for_each(|run| body.run(&run.text, run.strong)));
    }

    fn element(&mut self, role: StyleRole, formatting: Formatting, content: impl FnOnce(&mut Self)) {
        self.xml.raw("<w:p>");
        self.properties(role, formatting);
        content(self);
        self.xml.raw("</w:p>");
    }

    fn properties(&mut self, role: StyleRole, formatting: Formatting) {
        let is_plain = role == StyleRole::Body
            && !formatting.keep_next
            && formatting.list.is_none()
            && formatting.left.is_none();
        if is_plain && !formatting.space_before {
            return;
        }
        let styles = self.styles;
        self.xml.element("w:pPr", &[], |xml| {
            if role != StyleRole::Body {
                xml.value("w:pStyle", styles.id(role));
            }
            if formatting.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if let Some((instance, level)) = formatting.list {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", &level.to_string());
                    xml.value("w:numId", &instance.to_string());
                });
            }
            if formatting.space_before {
                xml.empty("w:spacing", &[("w:before", &SPACE_BEFORE.to_string())]);
            }
            if let Some(left) = formatting.left {
                xml.empty("w:ind", &[("w:left", &left.to_string())]);
            }
        });
    }

    fn run(&mut self, text: &str, strong: bool) {
        if text.is_empty() {
            return;
        }
        let styles = self.styles;
        self.xml.element("w:r", &[], |xml| {
            if strong {
                xml.element("w:rPr", &[], |xml| {
                    xml.value("w:rStyle", styles.id(StyleRole::Strong));
                    // Repeated, because a template's own paragraph style may be bold too, which would toggle it.
                    xml.raw("<w:b/><w:bCs/>");
                });
            }
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    xml.empty("w:br", &[]);
                }
                self::line(xml, line);
            }
        });
    }
}

/// The list and level of an item.
#[derive(Debug, Clone, Copy)]
struct ItemPlace {
    role: StyleRole,
    theirs: Option<ListLevel>,
    instance: Option<(u32, u8)>,
    level: u8,
}

impl ItemPlace {
    /// The formatting of the first paragraph, which has the bullet or number.
    fn first(self, style: Style) -> Formatting {
        // Bullets of a template come with its style; only a list of its own can say that numbers start again.
        let by_style =
            style == Style::Body && self.theirs.is_some() && matches!(self.role, StyleRole::Bullet(_));
        Formatting { list: if by_style { None } else { self.instance }, ..Formatting::default() }
    }

    /// The formatting of a further paragraph: under the words of the first.
    fn further(self, style: Style) -> Formatting {
        let step = (u32::from(self.level.min(DEPTH - 1)) + 1) * STEP;
        let left = self.theirs.and_then(|list| list.left).unwrap_or(step);
        let has_style = style == Style::Body && left == step && self.level < LEVELS;
        let extra = if style == Style::Response { RESPONSE_INDENT } else { 0 };
        Formatting { left: (!has_style).then_some(left + extra), ..Formatting::default() }
    }
}

/// Words without a line break. A soft hyphen has an element of its own in Word.
fn line(xml: &mut XmlWriter, line: &str) {
    for (at, piece) in line.split('\u{AD}').enumerate() {
        if at > 0 {
            xml.empty("w:softHyphen", &[]);
        }
        if !piece.is_empty() {
            xml.text_element("w:t", &[("xml:space", "preserve")], piece);
        }
    }
}

/// Whether a paragraph is nothing without what follows: the line above names, lists and tables.
fn introduces(paragraph: &Paragraph, next: Option<&Block>) -> bool {
    match next {
        Some(Block::Paragraph(_)) => is_signed(next),
        Some(Block::List(_) | Block::Table(_)) => {
            paragraph.runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'))
        }
        _ => false,
    }
}

/// Whether a block is a signature.
fn is_signed(block: Option<&Block>) -> bool {
    matches!(block, Some(Block::Paragraph(paragraph)) if paragraph.style == Style::Signature)
}

fn role(style: Style) -> StyleRole {
    match style {
        Style::Body => StyleRole::Body,
        Style::Details => StyleRole::Details,
        Style::Response => StyleRole::Response,
        Style::Quote => StyleRole::Quote,
        Style::Signature => StyleRole::Signature,
    }
}
