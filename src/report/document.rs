//! A document as it is read from top to bottom: title, facts, headings, paragraphs, lists and tables. Every format
//! that shows pages is written from it; it knows no markup, no fonts and no store.

use chrono::NaiveDate;

use crate::i18n::Lang;

/// What a reader reads. Labels and dates are spelled out already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The language it is written in.
    pub lang: Lang,
    /// The genre of the document ("Tjänsteskrivelse"), small above the title. Minutes need none.
    pub genre: Option<String>,
    /// Never empty: minutes without a title are called "Anteckningar".
    pub title: String,
    /// For the properties of files; `None` where names are left out.
    pub author: Option<String>,
    /// The date that it is about, for the properties of files: not the clock's, so that the bytes are the same each
    /// time.
    pub date: Option<NaiveDate>,
    /// The mark on every page of a draft ("UTKAST").
    pub mark: Option<String>,
    /// The name of the facts as a whole, for screen readers ("Om mötet").
    pub about: String,
    /// The header: labels and values in their order.
    pub facts: Vec<Fact>,
    /// Headings, paragraphs, lists and tables, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A labelled value of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Without a colon, unless it ends with punctuation of its own ("För vem?"); empty for a line without a label.
    pub label: String,
    /// May have several lines, separated by `\n`.
    pub value: String,
}

/// A part of the document between two others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below the title.
    Heading {
        /// 1 for the headings right under the title, up to 5. No level is left out on the way down.
        level: u8,
        /// A single line.
        text: String,
    },
    /// Text between headings, lists and tables.
    Paragraph(Paragraph),
    /// A list, with lists in it.
    List(List),
    /// A table with a header row.
    Table(Table),
}

/// Text that is set as one block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Decides how it looks.
    pub style: Style,
    /// Its text, from left to right.
    pub runs: Vec<Run>,
}

/// The role of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Style {
    /// Running text, without a look of its own.
    #[default]
    Body,
    /// Small print about what is above it.
    Details,
    /// A response of the team: green, and its first run is its label.
    Response,
    /// Somebody's own words, set apart from the rest.
    Quote,
    /// A signature: name and role, separated by `\n`.
    Signature,
}

/// Text of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Includes the spaces at its ends; lines are separated by `\n`.
    pub text: String,
    /// Whether it is emphasised.
    pub strong: bool,
}

/// A list, which may contain other lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// The same kind for all its items.
    pub markers: ListMarkers,
    /// From top to bottom.
    pub items: Vec<ListItem>,
}

/// The bullets or numbers of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ListMarkers {
    /// A bullet before each item.
    Bullets,
    /// Numbers that begin with this one.
    Numbers(u32),
}

/// What is beside one bullet or number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListItem {
    /// The first one is beside the bullet or number.
    pub paragraphs: Vec<Paragraph>,
    /// The lists nested in it.
    pub under: Vec<List>,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows, for screen readers.
    pub summary: String,
    /// From left to right.
    pub columns: Vec<TableColumn>,
    /// Rows of cells of paragraphs; the first cell of a row is what the row is about.
    pub rows: Vec<Vec<Vec<Paragraph>>>,
}

/// The header of a column and how wide it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableColumn {
    /// The text of its header cell.
    pub title: String,
    /// Its width relative to the sum of all shares.
    pub share: u16,
}

impl Paragraph {
    /// A paragraph of one run.
    pub fn plain(style: Style, text: impl Into<String>) -> Self {
        Self { style, runs: vec![Run::plain(text)] }
    }

    /// The text of its runs without their looks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Run {
    /// Text without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false }
    }

    /// Text that is emphasised: bold in every format that has it.
    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true }
    }
}

impl Block {
    /// A paragraph of running text.
    pub fn body(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph::plain(Style::Body, text))
    }
}
