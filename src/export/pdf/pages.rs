//! The vertical flow divided into pages: what belongs together stays together, tables go on with their
//! header. It knows no tags and no words.

use super::lines::ShapedLine;
use super::look::{BOTTOM, Colour, LEFT, MEASURE, TOP};
use super::tags::NodeId;

/// Something drawn, in points from the upper left corner: of a chunk first, of the page in the end.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    /// A line of text.
    Text(Text),
    /// A filled rectangle that carries no meaning.
    Bar(Bar),
}

/// A line of text in its place.
#[derive(Debug, Clone)]
pub(super) struct Text {
    /// Where it begins.
    pub x: f32,
    /// The baseline, in points from the top of its chunk or page.
    pub y: f32,
    /// Its shaped words, with `x` from the line's own beginning.
    pub line: ShapedLine,
    /// The size of its letters.
    pub size: f32,
    /// Of all its letters, whatever their font.
    pub colour: Colour,
    /// The tag it belongs to; nothing for what is repeated only for those who see it.
    pub node: Option<NodeId>,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    /// Its left edge.
    pub x: f32,
    /// Its upper edge.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// What it is filled with.
    pub colour: Colour,
}

/// What is never divided: a line of text, mostly.
#[derive(Debug, Clone, Default)]
pub(super) struct Chunk {
    /// The space above it, unless it is at the top of a page.
    pub before: f32,
    /// How high it is.
    pub height: f32,
    /// The space below it. Between two chunks the greater space holds.
    pub after: f32,
    /// Whether it is kept on the same page as what follows.
    pub keep: bool,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// The number of the heading that begins here.
    pub heading: Option<usize>,
}

/// Cells beside each other. A very tall row goes on on the next page.
#[derive(Debug, Clone, Default)]
pub(super) struct CellRow {
    /// The lines of each cell.
    pub cells: Vec<Vec<Chunk>>,
    /// The space within it, above and below.
    pub pad: f32,
    /// The space above and below it.
    pub margin: (f32, f32),
    /// Whether it is kept on the same page as what follows.
    pub keep: bool,
    /// How thick the line under it is, and its colour.
    pub rule: Option<(f32, Colour)>,
}

/// One piece of the vertical flow.
#[derive(Debug)]
pub(super) enum FlowPiece {
    /// Never divided between two pages.
    Chunk(Chunk),
    /// Divided only if it is very tall.
    Row(CellRow),
    /// From here on each new page begins with this; with nothing, from where a table ends.
    Repeat(Option<Chunk>),
}

/// Pages with what is drawn on them, and where the headings ended up.
#[derive(Default)]
pub(super) struct Pages {
    /// What is drawn on each page.
    pub drawn: Vec<Vec<Mark>>,
    /// Page index and distance from the page's top of each heading, in their order.
    pub headings: Vec<(usize, f32)>,
    y: f32,
    gap: f32,
    fresh: bool,
    repeat: Option<Chunk>,
    bar: Option<usize>,
}

/// Rows that are taller than this may be divided.
const TALL: f32 = (BOTTOM - TOP) * 0.4;
/// So much must be left of a page for a row to begin on it that goes on on the next.
const ROOM: f32 = (BOTTOM - TOP) * 0.2;
/// Sums of lengths are not exact.
const NEARLY: f32 = 0.05;

impl CellRow {
    /// How high its tallest cell is.
    fn height(&self) -> f32 {
        self.cells.iter().map(|cell| height(cell)).fold(0.0, f32::max)
    }

    /// Whether nothing is left of it.
    fn is_empty(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

/// How high chunks are under each other.
pub(super) fn height(chunks: &[Chunk]) -> f32 {
    let mut height = 0.0;
    let mut gap = 0.0;
    for (at, chunk) in chunks.iter().enumerate() {
        height += chunk.height + if at == 0 { 0.0 } else { chunk.before.max(gap) };
        gap = chunk.after;
    }
    height
}

impl FlowPiece {
    fn keeps(&self) -> bool {
        match self {
            Self::Chunk(chunk) => chunk.keep,
            Self::Row(row) => row.keep,
            Self::Repeat(_) => true,
        }
    }

    /// How much of a page it needs at least, with the space above it, after a space of `gap`; and the space below it.
    fn least(&self, gap: f32) -> (f32, f32) {
        match self {
            Self::Chunk(chunk) => (chunk.before.max(gap) + chunk.height, chunk.after),
            Self::Row(row) => {
                let height = row.height() + 2.0 * row.pad;
                let least = if height > TALL { ROOM } else { height };
                (row.margin.0.max(gap) + least, row.margin.1)
            }
            Self::Repeat(_) => (0.0, gap),
        }
    }
}

impl Pages {
    /// Divides a flow into pages, one at least.
    pub(super) fn of(flow: Vec<FlowPiece>) -> Self {
        let mut pages = Self::default();
        pages.turn();
        let mut rest = flow.into_iter().peekable();
        while rest.peek().is_some() {
            let mut group = Vec::new();
            for flow in rest.by_ref() {
                let keeps = flow.keeps();
                group.push(flow);
                if !keeps {
                    break;
                }
            }
            pages.group(group);
        }
        pages
    }

    /// Puts a group on one page, if a page can hold it.
    fn group(&mut self, group: Vec<FlowPiece>) {
        let (mut needed, mut gap) = (0.0, if self.fresh { 0.0 } else { self.gap });
        for flow in &group {
            let (least, after) = flow.least(gap);
            needed += least;
            gap = after;
        }
        if !self.fresh && self.y + needed > BOTTOM + NEARLY && needed <= BOTTOM - TOP {
            self.turn();
        }
        for flow in group {
            match flow {
                FlowPiece::Chunk(chunk) => self.chunk(chunk),
                FlowPiece::Row(row) => self.row(row),
                FlowPiece::Repeat(chunk) => self.repeat = chunk,
            }
        }
    }

    /// Begins a new page.
    fn turn(&mut self) {
        self.drawn.push(Vec::new());
        (self.y, self.gap, self.fresh, self.bar) = (TOP, 0.0, true, None);
        if let Some(chunk) = self.repeat.clone() {
            self.chunk(chunk);
            self.fresh = true;
        }
    }

    /// The space between the last chunk or row and the next one.
    fn space(&mut self, before: f32) -> f32 {
        if self.fresh { 0.0 } else { before.max(self.gap) }
    }

    fn chunk(&mut self, chunk: Chunk) {
        let mut space = self.space(chunk.before);
        if !self.fresh && self.y + space + chunk.height > BOTTOM + NEARLY {
            self.turn();
            space = self.space(chunk.before);
        }
        self.y += space;
        let (height, after) = (chunk.height, chunk.after);
        self.put(chunk, self.y);
        self.y += height;
        (self.gap, self.fresh) = (after, false);
    }

    fn row(&mut self, mut row: CellRow) {
        loop {
            let y = self.y + self.space(row.margin.0) + row.pad;
            let room = BOTTOM - y - row.pad + NEARLY;
            let height = row.height();
            if height <= room {
                for cell in std::mem::take(&mut row.cells) {
                    self.cell(cell, y);
                }
                self.y = y + height + row.pad;
                if let Some((height, colour)) = row.rule {
                    let y = self.y - height / 2.0;
                    self.put_mark(Mark::Bar(Bar { x: LEFT, y, width: MEASURE, height, colour }));
                }
                (self.gap, self.fresh) = (row.margin.1, false);
                return;
            }
            if self.fresh || (height + 2.0 * row.pad > TALL && room >= ROOM) {
                for cell in &mut row.cells {
                    let fits = (1..=cell.len())
                        .rev()
                        .find(|&count| self::height(cell.get(..count).unwrap_or_default()) <= room);
                    let taken: Vec<Chunk> = cell.drain(..fits.unwrap_or(1).min(cell.len())).collect();
                    self.cell(taken, y);
                }
                if row.is_empty() {
                    // Only the space under it did not fit.
                    (self.y, self.gap, self.fresh) = (BOTTOM, row.margin.1, false);
                    return;
                }
            }
            self.turn();
        }
    }

    fn cell(&mut self, cell: Vec<Chunk>, mut y: f32) {
        let mut gap = 0.0;
        for (at, chunk) in cell.into_iter().enumerate() {
            y += if at == 0 { 0.0 } else { chunk.before.max(gap) };
            gap = chunk.after;
            let height = chunk.height;
            self.put(chunk, y);
            y += height;
        }
    }

    /// Draws a chunk at a height of the page.
    fn put(&mut self, chunk: Chunk, y: f32) {
        if chunk.heading.is_some() {
            self.headings.push((self.drawn.len().saturating_sub(1), y));
        }
        for mark in chunk.marks {
            self.put_mark(match mark {
                Mark::Text(text) => Mark::Text(Text { y: text.y + y, ..text }),
                Mark::Bar(bar) => Mark::Bar(Bar { y: bar.y + y, ..bar }),
            });
        }
    }

    /// Draws on the page. A bar that goes on where one ended is one bar, so that no seam shows.
    fn put_mark(&mut self, mark: Mark) {
        let Some(page) = self.drawn.last_mut() else { return };
        if let Mark::Bar(bar) = &mark {
            if let Some(Mark::Bar(above)) = self.bar.and_then(|at| page.get_mut(at))
                && (above.x, above.width, above.colour) == (bar.x, bar.width, bar.colour)
                && (above.y + above.height - bar.y).abs() < NEARLY
            {
                above.height = bar.y + bar.height - above.y;
                return;
            }
            self.bar = Some(page.len());
        }
        page.push(mark);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(keep: bool) -> FlowPiece {
        FlowPiece::Chunk(Chunk { height: 15.0, keep, ..Chunk::default() })
    }

    fn counts(flow: Vec<FlowPiece>) -> Vec<usize> {
        let mark = |y| Mark::Bar(Bar { x: y, y: 0.0, width: 0.0, height: 0.0, colour: [0; 3] });
        let flow = flow.into_iter().zip(0u8..).map(|(flow, at)| match flow {
            FlowPiece::Chunk(chunk) => FlowPiece::Chunk(Chunk { marks: vec![mark(f32::from(at))], ..chunk }),
            flow => flow,
        });
        Pages::of(flow.collect()).drawn.iter().map(Vec::len).collect()
    }

    #[test]
    fn a_page_holds_46_lines_and_a_heading_goes_with_its_text() {
        assert_eq!(counts((0..50).map(|_| line(false)).collect()), [46, 4]);
        let heading = (0..48).map(|at| line(at == 45)).collect();
        assert_eq!(counts(heading), [45, 3]);
        assert_eq!(counts((0..100).map(|_| line(true)).collect()), [46, 46, 8], "what no page can hold");
        assert_eq!(counts(Vec::new()), [0]);
    }

    #[test]
    fn a_tall_row_goes_on_under_the_header_of_its_table() {
        let lines = |count: usize| -> Vec<Chunk> {
            let bar = Bar { x: 0.0, y: 0.0, width: 1.0, height: 1.0, colour: [0; 3] };
            vec![Chunk { height: 15.0, marks: vec![Mark::Bar(bar)], ..Chunk::default() }; count]
        };
        let head = Chunk { height: 20.0, ..Chunk::default() };
        let row = CellRow { cells: vec![lines(60), lines(3)], pad: 2.0, ..CellRow::default() };
        let flow = vec![
            line(false),
            FlowPiece::Repeat(Some(head)),
            FlowPiece::Row(row),
            FlowPiece::Repeat(None),
            line(false),
        ];
        let pages = Pages::of(flow).drawn;
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [44 + 3, 16]);
    }
}
