//! The blocks of a document as a vertical flow, and as a tree of tags. It knows no pages.

use krilla::tagging::Tag;

use super::fonts::Cut;
use super::lines::{Setter, ShapedLine};
use super::look::{self, DEEPEST, GRID, INDENT, LEFT, MEASURE, QUARTER, TextLook};
use super::pages::{Bar, Chunk, FlowPiece, Mark, Text};
use super::tags::{self, NodeId, Tree};
use super::text::{in_one_line, is_blank};
use crate::report::document::{Block, Document, List, ListItem, ListMarkers, Paragraph, Style};

mod tables;

/// The layout under construction: a vertical flow and the tags of what is in it.
pub(super) struct Layout<'a> {
    /// Shapes text and breaks it into lines.
    pub setter: Setter<'a>,
    /// The tags of all text in `flow`.
    pub tree: Tree,
    /// From the top of the first page to the end, not yet divided into pages.
    pub flow: Vec<FlowPiece>,
    /// The levels and texts of the headings, for the bookmarks; the title is 1.
    pub headings: Vec<(u8, String)>,
}

/// What surrounds a paragraph: its column, its tag, its depth in lists.
#[derive(Debug, Clone, Copy)]
struct ParagraphContext {
    /// The left edge of the column.
    x: f32,
    /// How wide the column is.
    measure: f32,
    /// The tag of the enclosing list item, cell or quotation; `None` at the top.
    within: Option<NodeId>,
    /// How many lists it is nested in.
    depth: u8,
    /// Whether it is in a table, where everything is a little smaller.
    in_cell: bool,
}

/// The text of answers begins so far beside their bar.
const BESIDE_BAR: f32 = 9.0;
/// How thick that bar is.
const BAR: f32 = 1.6;
/// No text is narrower than this, however deep it is nested.
const NARROWEST: f32 = 90.0;

impl<'a> Layout<'a> {
    /// An empty layout.
    pub(super) fn new(setter: Setter<'a>) -> Self {
        Self { setter, tree: Tree::default(), flow: Vec::new(), headings: Vec::new() }
    }

    /// Lays out the genre, the title, the header fields and every block.
    pub(super) fn document(&mut self, document: &Document) {
        if let Some(genre) = document.genre.as_deref().filter(|genre| !is_blank(genre)) {
            let node = self.tree.add(None, Tag::P);
            let chunks = self.text(&[(genre, Cut::Regular)], &look::GENRE, LEFT, MEASURE, Some(node));
            self.push(chunks, true);
        }
        self.heading(1, &document.title, &look::TITLE);
        self.facts(document);
        let context = ParagraphContext { x: LEFT, measure: MEASURE, within: None, depth: 0, in_cell: false };
        let mut above = 1;
        for (at, block) in document.blocks.iter().enumerate() {
            let next = document.blocks.get(at + 1);
            match block {
                Block::Heading { level, text } => {
                    above = level.saturating_add(1).clamp(2, above + 1).min(6);
                    self.heading(above, text, &look::heading(above - 1));
                }
                Block::Paragraph(paragraph) => {
                    let mut chunks = self.paragraph(paragraph, context);
                    if is_signature(next)
                        && paragraph.style != Style::Signature
                        && let Some(first) = chunks.first_mut()
                    {
                        first.before = 2.0 * GRID;
                    }
                    self.push(chunks, leads_to(paragraph, next));
                }
                Block::List(list) => {
                    let chunks = self.list(list, context);
                    self.push(chunks, false);
                }
                Block::Table(table) => self.table(table),
            }
        }
    }

    /// Puts chunks below what is there; with `keep`, on the same page as what follows.
    fn push(&mut self, mut chunks: Vec<Chunk>, keep: bool) {
        if let Some(last) = chunks.last_mut() {
            last.keep |= keep;
        }
        self.flow.extend(chunks.into_iter().map(FlowPiece::Chunk));
    }

    /// A heading, kept on the same page as what follows it.
    fn heading(&mut self, level: u8, text: &str, look: &TextLook) {
        let title = in_one_line(text);
        // One that has no letters left is still a heading: the levels below it need it.
        let text = if is_blank(text) { title.as_str() } else { text };
        let node = self.tree.add(None, tags::heading(level, title.clone()));
        let mut chunks = self.text(&[(text, look.cut)], look, LEFT, MEASURE, Some(node));
        for chunk in &mut chunks {
            chunk.keep = true;
        }
        if let Some(first) = chunks.first_mut() {
            first.heading = Some(self.headings.len());
        }
        self.headings.push((level, title));
        self.push(chunks, true);
    }

    /// Text as chunks of one line each, no line alone on a page.
    fn text(
        &mut self,
        runs: &[(&str, Cut)],
        look: &TextLook,
        x: f32,
        measure: f32,
        node: Option<NodeId>,
    ) -> Vec<Chunk> {
        let lines = self.setter.set(runs, look.size, measure.max(NARROWEST.min(measure)));
        let count = lines.len();
        let mut chunks = Vec::with_capacity(count);
        for (at, line) in lines.into_iter().enumerate() {
            chunks.push(Chunk {
                before: if at == 0 { look.before } else { 0.0 },
                height: look.leading,
                after: if at + 1 == count { look.after } else { 0.0 },
                keep: at + 1 < count && (at == 0 || at + 2 == count),
                marks: vec![text_mark(x, look.baseline(), line, look, node)],
                heading: None,
            });
        }
        chunks
    }

    /// A paragraph in its style; nothing for one that is blank.
    fn paragraph(&mut self, paragraph: &Paragraph, context: ParagraphContext) -> Vec<Chunk> {
        if paragraph.runs.iter().all(|run| is_blank(&run.text)) {
            return Vec::new();
        }
        let within = match paragraph.style {
            Style::Quote => Some(self.tree.add(context.within, Tag::BlockQuote)),
            _ => context.within,
        };
        let node = self.tree.add(within, Tag::P);
        self.styled(paragraph, context, node)
    }

    /// A paragraph whose text belongs to a tag.
    fn styled(&mut self, paragraph: &Paragraph, context: ParagraphContext, node: NodeId) -> Vec<Chunk> {
        let mut look = match paragraph.style {
            Style::Body => look::BODY,
            Style::Details => look::DETAILS,
            Style::Response => look::RESPONSE,
            Style::Quote => look::QUOTE,
            Style::Signature => look::SIGNATURE,
        };
        if context.in_cell {
            let size = look::CELL.size.min(look.size);
            look = TextLook { size, leading: look::CELL.leading, ..look };
            (look.before, look.after) = (look::CELL.before, look::CELL.after);
        }
        let inset = match paragraph.style {
            Style::Response => BESIDE_BAR,
            Style::Quote if !context.in_cell => INDENT,
            _ => 0.0,
        };
        let cut = |strong| if strong { Cut::Bold } else { look.cut };
        let runs: Vec<(&str, Cut)> =
            paragraph.runs.iter().map(|run| (run.text.as_str(), cut(run.strong))).collect();
        let measure = (context.measure - inset).max(NARROWEST.min(context.measure));
        let mut chunks = self.text(&runs, &look, context.x + inset, measure, Some(node));
        if paragraph.style == Style::Response {
            let (x, colour) = (context.x, look.colour);
            for chunk in &mut chunks {
                let bar = Bar { x, y: 0.0, width: BAR, height: chunk.height, colour };
                chunk.marks.insert(0, Mark::Bar(bar));
            }
        }
        if paragraph.style == Style::Signature {
            chunks.iter_mut().rev().skip(1).for_each(|chunk| chunk.keep = true);
        }
        chunks
    }

    /// A list with the lists in it.
    fn list(&mut self, list: &List, context: ParagraphContext) -> Vec<Chunk> {
        let numbered = matches!(list.markers, ListMarkers::Numbers(_));
        let node = self.tree.add(context.within, tags::list(numbered));
        let look = if context.in_cell { look::CELL } else { look::BODY };
        let marks: Vec<ShapedLine> = (0..list.items.len())
            .map(|at| {
                let mark = match list.markers {
                    ListMarkers::Bullets if context.depth == 0 => "•".to_owned(),
                    ListMarkers::Bullets => "–".to_owned(),
                    ListMarkers::Numbers(first) => {
                        format!("{}.", first.saturating_add(u32::try_from(at).unwrap_or(u32::MAX)))
                    }
                };
                self.setter.line(&mark, Cut::Regular, look.size)
            })
            .collect();
        let widest = marks.iter().map(|mark| mark.width).fold(0.0, f32::max);
        let indent = if context.depth >= DEEPEST { 0.0 } else { INDENT.max(widest + 6.0) };
        let mut chunks: Vec<Chunk> = Vec::new();
        for (item, mark) in list.items.iter().zip(marks) {
            let x = if numbered { context.x + indent - 6.0 - mark.width } else { context.x };
            let item = self.item(
                item,
                mark,
                x.max(context.x),
                ParagraphContext {
                    x: context.x + indent,
                    measure: context.measure - indent,
                    within: Some(node),
                    depth: context.depth.saturating_add(1),
                    in_cell: context.in_cell,
                },
            );
            chunks.extend(item);
        }
        let edge = if context.depth == 0 { look.before } else { QUARTER };
        if let Some(first) = chunks.first_mut() {
            first.before = edge;
        }
        if let Some(last) = chunks.last_mut() {
            last.after = edge;
        }
        chunks
    }

    /// An item of a list, with its mark beside its first line.
    fn item(
        &mut self,
        item: &ListItem,
        mark: ShapedLine,
        mark_x: f32,
        context: ParagraphContext,
    ) -> Vec<Chunk> {
        let node = self.tree.add(context.within, Tag::LI);
        let label = self.tree.add(Some(node), Tag::Lbl);
        let body = self.tree.add(Some(node), Tag::LBody);
        let context = ParagraphContext { within: Some(body), ..context };
        let look = if context.in_cell { look::CELL } else { look::BODY };
        let mut chunks: Vec<Chunk> = Vec::new();
        for paragraph in &item.paragraphs {
            let mut next = self.paragraph(paragraph, context);
            if matches!(paragraph.style, Style::Details | Style::Response)
                && let Some(last) = chunks.last_mut()
                && !next.is_empty()
            {
                last.keep = true;
                last.after = if paragraph.style == Style::Details { 0.0 } else { QUARTER };
            } else if let (Some(last), Some(first)) = (chunks.last_mut(), next.first_mut()) {
                (last.after, first.before) = (QUARTER, QUARTER);
            }
            chunks.extend(next);
        }
        if chunks.is_empty() {
            chunks.push(Chunk { height: look.leading, ..Chunk::default() });
        }
        if let Some(first) = chunks.first_mut() {
            first.before = QUARTER;
            first.marks.insert(0, text_mark(mark_x, look.baseline(), mark, &look, Some(label)));
        }
        let answered = item.paragraphs.last().is_some_and(|paragraph| paragraph.style == Style::Response);
        if let Some(last) = chunks.last_mut() {
            last.after = if answered { 2.0 * QUARTER } else { QUARTER };
        }
        for list in &item.under {
            chunks.extend(self.list(list, context));
        }
        chunks
    }
}

/// A line of text drawn in a look.
fn text_mark(x: f32, y: f32, line: ShapedLine, look: &TextLook, node: Option<NodeId>) -> Mark {
    Mark::Text(Text { x, y, line, size: look.size, colour: look.colour, node })
}

/// Whether a block is the name of one who signs.
fn is_signature(block: Option<&Block>) -> bool {
    matches!(block, Some(Block::Paragraph(paragraph)) if paragraph.style == Style::Signature)
}

/// Whether a paragraph only leads to what follows it: names under the word for it, a list after a colon.
fn leads_to(paragraph: &Paragraph, next: Option<&Block>) -> bool {
    match next {
        Some(Block::Paragraph(_)) => is_signature(next) && paragraph.style != Style::Signature,
        Some(Block::List(_) | Block::Table(_)) => paragraph.text().trim_end().ends_with(':'),
        _ => false,
    }
}
