//! Pages into the file: text with its tags, thin lines, and the header and footer of every page. It decides no
//! positions.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::KrillaGlyph;

use super::fonts::{Face, Fonts};
use super::look::{Colour, PAGE};
use super::pages::{Bar, Mark, Text};
use super::tags::Tree;

/// What is outside the text area of a page.
pub(super) struct Edges {
    /// Above the text: the mark of a draft.
    pub header: Vec<Text>,
    /// Below the text: what the document is called, and the page.
    pub footer: Vec<Text>,
}

/// Text of one font, drawn at once.
struct GlyphRun<'a> {
    x: f32,
    face: Face,
    glyphs: Vec<KrillaGlyph>,
    text: String,
    actual_text: Option<&'a str>,
}

/// Draws a page. Text that belongs to a tag is filled into the tree.
pub(super) fn page(
    document: &mut krilla::Document,
    fonts: &Fonts,
    tree: &mut Tree,
    marks: &[Mark],
    edges: &Edges,
) {
    let settings = PageSettings::from_wh(PAGE.0, PAGE.1).unwrap_or_default();
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    for text in &edges.header {
        draw(&mut surface, fonts, tree, text, ArtifactType::Header);
    }
    for mark in marks {
        match mark {
            Mark::Text(text) => draw(&mut surface, fonts, tree, text, ArtifactType::PaginationOther),
            Mark::Bar(bar) => self::bar(&mut surface, bar),
        }
    }
    for text in &edges.footer {
        draw(&mut surface, fonts, tree, text, ArtifactType::Footer);
    }
    surface.finish();
    page.finish();
}

fn fill(colour: Colour) -> Fill {
    let [red, green, blue] = colour;
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn bar(surface: &mut Surface<'_>, bar: &Bar) {
    let mut path = PathBuilder::new();
    let Some(rect) = Rect::from_xywh(bar.x, bar.y, bar.width, bar.height) else { return };
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_fill(Some(fill(bar.colour)));
    surface.draw_path(&path);
    surface.end_tagged();
}

/// Draws a line of text: as part of its tag, or as something for the eye only.
fn draw(surface: &mut Surface<'_>, fonts: &Fonts, tree: &mut Tree, text: &Text, else_as: ArtifactType) {
    surface.set_fill(Some(fill(text.colour)));
    let runs = runs(text);
    for runs in runs.chunk_by(|a, b| a.actual_text.is_none() && b.actual_text.is_none()) {
        let actual_text = runs.first().and_then(|run| run.actual_text);
        let tag = match text.node {
            Some(_) => ContentTag::Span(SpanTag::empty().with_actual_text(actual_text)),
            None => ContentTag::Artifact(Artifact::with_kind(else_as)),
        };
        let drawn: Identifier = surface.start_tagged(tag);
        for run in runs {
            if let Some(font) = fonts.drawn(run.face) {
                let start = Point::from_xy(text.x + run.x, text.y);
                surface.draw_glyphs(start, &run.glyphs, font.clone(), &run.text, text.size, false);
            }
        }
        surface.end_tagged();
        if let Some(node) = text.node {
            tree.fill(node, drawn);
        }
    }
}

/// The parts of a line, those of one font joined.
fn runs(text: &Text) -> Vec<GlyphRun<'_>> {
    let mut runs: Vec<GlyphRun> = Vec::new();
    for placed in &text.line.parts {
        let Some(part) = placed.part() else { continue };
        // Glyphs from right to left are drawn backwards: their text goes into the tag.
        let actual_text = part.actual_text.as_deref().or_else(|| part.leftward.then_some(part.text.as_str()));
        let joins =
            |run: &&mut GlyphRun| run.actual_text.is_none() && actual_text.is_none() && run.face == part.face;
        let Some(run) = runs.last_mut().filter(joins) else {
            runs.push(GlyphRun {
                x: placed.x,
                face: part.face,
                glyphs: part.glyphs.clone(),
                text: part.text.clone(),
                actual_text,
            });
            continue;
        };
        let behind = run.text.len();
        run.text.push_str(&part.text);
        run.glyphs.extend(part.glyphs.iter().cloned().map(|mut glyph| {
            glyph.text_range = glyph.text_range.start + behind..glyph.text_range.end + behind;
            glyph
        }));
    }
    runs
}
