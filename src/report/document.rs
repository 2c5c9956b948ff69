//! A document as it is read from top to bottom: title, facts, headings, paragraphs, lists and tables. Every format
//! that shows pages is written from it; it knows no markup, no fonts and no store.

use chrono::NaiveDate;

use crate::i18n::Lang;

/// A document. Its words are those that stand on the paper: labels and dates are spelled out already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The language it is written in.
    pub lang: Lang,
    /// What sort of document it is ("Tjänsteskrivelse"), set small above the title. Minutes need none.
    pub genre: Option<String>,
    /// Its title, never empty.
    pub title: String,
    /// Who made it, for its properties; nobody where names are left out.
    pub author: Option<String>,
    /// The day it is about, for its properties and for the bytes to be the same each time.
    pub date: Option<NaiveDate>,
    /// The mark that stands on every page of a draft ("UTKAST").
    pub mark: Option<String>,
    /// What the facts are called as a whole, for those who do not see them ("Om mötet").
    pub about: String,
    /// The header: labels and values in their order.
    pub facts: Vec<Fact>,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A labelled value of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its label, without a colon unless it closes itself ("För vem?"); empty for a line that has none.
    pub label: String,
    /// Its value; `\n` breaks a line.
    pub value: String,
}

/// A piece of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below the title.
    Heading {
        /// 1 for the headings right under the title, up to 5. No level is left out on the way down.
        level: u8,
        /// Its words.
        text: String,
    },
    /// Running text.
    Paragraph(Paragraph),
    /// A list, with lists in it.
    List(List),
    /// A table with a header row.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// What it is, which decides how it looks.
    pub style: Style,
    /// Its words in order.
    pub runs: Vec<Run>,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Style {
    /// Running text.
    #[default]
    Body,
    /// Facts about what stands above it, small.
    Details,
    /// An answer of the team: green, and its first run is its label.
    Response,
    /// What someone said or wrote, set apart.
    Quote,
    /// One who signs; `\n` stands between name and role.
    Signature,
}

/// Some words set alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words, with the spaces around them; `\n` breaks a line.
    pub text: String,
    /// Whether they stand out.
    pub strong: bool,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    /// What stands before its items.
    pub marks: Marks,
    /// Its items in order.
    pub items: Vec<Item>,
}

/// What stands before the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marks {
    /// A bullet each.
    Bullets,
    /// Numbers, from this one.
    Numbers(u32),
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Item {
    /// Its paragraphs; the first one stands beside the mark.
    pub paragraphs: Vec<Paragraph>,
    /// The lists within it.
    pub under: Vec<List>,
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows, for those who do not see it.
    pub summary: String,
    /// Its columns from left to right.
    pub columns: Vec<Column>,
    /// Its rows; the first cell of each is what the row is about.
    pub rows: Vec<Vec<Vec<Paragraph>>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// How wide it is beside the others: their shares are divided by the sum of all.
    pub share: u16,
}

impl Paragraph {
    /// A paragraph of one run.
    pub fn plain(style: Style, text: impl Into<String>) -> Self {
        Self { style, runs: vec![Run::plain(text)] }
    }

    /// Its words, one run after the other.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl Run {
    /// Words as they are.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: false }
    }

    /// Words that stand out.
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
