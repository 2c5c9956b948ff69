//! How the pages look: page size, margins, sizes and colours. Lengths are points; the lines of running text are 15
//! apart, and the space between blocks is measured in quarters of that.

use super::fonts::Cut;

/// Width and height of A4.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// The left edge of the text.
pub(super) const LEFT: f32 = 82.0;
/// How wide the text is: about 80 characters.
pub(super) const MEASURE: f32 = PAGE.0 - 2.0 * LEFT;
/// The upper edge of the text.
pub(super) const TOP: f32 = 76.0;
/// The lower edge of the text, 46 lines below.
pub(super) const BOTTOM: f32 = TOP + 46.0 * GRID;
/// The baseline of the mark of a draft.
pub(super) const HEADER: f32 = 50.0;
/// The baseline of the page number.
pub(super) const FOOTER: f32 = 804.0;
/// From one line of running text to the next.
pub(super) const GRID: f32 = 15.0;
/// The unit of the spaces between paragraphs and rows: four of them are a line.
pub(super) const QUARTER: f32 = GRID / 4.0;
/// How far a list is indented from its surroundings.
pub(super) const INDENT: f32 = 16.0;
/// Lists nested deeper than this are indented no further.
pub(super) const DEEPEST: u8 = 8;
/// How thick a thin line is.
pub(super) const HAIR: f32 = 0.5;

/// Red, green and blue.
pub(super) type Colour = [u8; 3];
/// Running text: 17:1 on white.
pub(super) const INK: Colour = [0x1A, 0x1A, 0x1A];
/// What is said in passing: 8.4:1 on white.
pub(super) const QUIET: Colour = [0x4D, 0x4D, 0x4D];
/// Answers of the team: 6.3:1 on white.
pub(super) const ANSWER: Colour = [0x1B, 0x6E, 0x3C];
/// The mark of a draft: 9.4:1 on white.
pub(super) const MARK: Colour = [0x8A, 0x1F, 0x11];
/// Thin lines; they carry no meaning.
pub(super) const LINE: Colour = [0xB8, 0xB8, 0xB8];

/// How some text looks, and the space around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextLook {
    /// The size of its letters.
    pub size: f32,
    /// From one line to the next.
    pub leading: f32,
    /// Its cut where nothing is strong.
    pub cut: Cut,
    /// The colour of its letters.
    pub colour: Colour,
    /// The space above it.
    pub before: f32,
    /// The space below it.
    pub after: f32,
}

impl TextLook {
    const fn new(size: f32, leading: f32, cut: Cut, colour: Colour, before: f32, after: f32) -> Self {
        Self { size, leading, cut, colour, before, after }
    }

    /// The distance of the baseline from the top of a line.
    pub(super) fn baseline(&self) -> f32 {
        // The ascent and descent of the text font, in ems.
        let (ascent, descent) = (0.905, 0.212);
        (self.leading - (ascent + descent) * self.size) / 2.0 + ascent * self.size
    }
}

/// What sort of document it is.
pub(super) const GENRE: TextLook = TextLook::new(9.5, 15.0, Cut::Regular, QUIET, 0.0, 2.0);
/// The title, over the header fields.
pub(super) const TITLE: TextLook = TextLook::new(20.0, 24.0, Cut::Bold, INK, 0.0, 3.0 * QUARTER);
/// A label of the header.
pub(super) const LABEL: TextLook = TextLook::new(9.5, 15.0, Cut::Regular, QUIET, 0.0, 0.0);
/// Running text, set on [`GRID`].
pub(super) const BODY: TextLook = TextLook::new(10.5, GRID, Cut::Regular, INK, 2.0 * QUARTER, 2.0 * QUARTER);
/// Facts about the paragraph or item above.
pub(super) const DETAILS: TextLook = TextLook::new(9.0, 12.5, Cut::Regular, QUIET, 0.0, QUARTER);
/// An answer of the team.
pub(super) const RESPONSE: TextLook = TextLook::new(10.5, GRID, Cut::Regular, ANSWER, QUARTER, 2.0 * QUARTER);
/// What someone said or wrote.
pub(super) const QUOTE: TextLook = TextLook::new(10.5, GRID, Cut::Italic, INK, 2.0 * QUARTER, 2.0 * QUARTER);
/// One who signs.
pub(super) const SIGNATURE: TextLook =
    TextLook::new(10.5, GRID, Cut::Regular, INK, 2.0 * QUARTER, 2.0 * QUARTER);
/// The header of a table.
pub(super) const COLUMN: TextLook = TextLook::new(9.0, 12.5, Cut::Bold, INK, 0.0, 0.0);
/// Running text in a table.
pub(super) const CELL: TextLook = TextLook::new(9.5, 13.0, Cut::Regular, INK, 2.0, 2.0);
/// The mark of a draft.
pub(super) const DRAFT: TextLook = TextLook::new(10.0, 15.0, Cut::Bold, MARK, 0.0, 0.0);
/// Page numbers, at the foot of each page.
pub(super) const FOOT: TextLook = TextLook::new(8.5, 12.0, Cut::Regular, QUIET, 0.0, 0.0);

/// A heading: 1 for those right under the title.
pub(super) const fn heading(level: u8) -> TextLook {
    match level {
        0 | 1 => TextLook::new(14.0, 18.0, Cut::Bold, INK, 6.0 * QUARTER, 2.0 * QUARTER),
        2 => TextLook::new(11.5, 15.0, Cut::Bold, INK, 5.0 * QUARTER, QUARTER),
        3 => TextLook::new(10.5, 15.0, Cut::Bold, INK, 4.0 * QUARTER, QUARTER),
        4 => TextLook::new(10.5, 15.0, Cut::Bold, QUIET, 3.0 * QUARTER, QUARTER),
        _ => TextLook::new(10.5, 15.0, Cut::Italic, INK, 3.0 * QUARTER, QUARTER),
    }
}
