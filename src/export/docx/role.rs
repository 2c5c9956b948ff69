//! The roles that paragraphs, runs and tables have in a document, and the names of the styles for them. The names of
//! Word's own styles are English in the file whatever language Word shows them in.

use crate::i18n::Words;

/// How far each level of a list is indented, in twentieths of a point: 7.5 mm.
pub(super) const STEP: u32 = 425;

/// How many levels headings and the styles of lists have in Word.
pub(super) const LEVELS: u8 = 5;

/// What a style is for. Levels count from 1 to [`LEVELS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StyleRole {
    /// Running text: the default style of paragraphs.
    Body,
    /// The title of the document.
    Title,
    /// The genre of the document, above the title.
    Genre,
    /// A heading within the text.
    Heading(u8),
    /// An item of a list with bullets.
    Bullet(u8),
    /// An item of a list with numbers.
    Number(u8),
    /// A further paragraph of an item.
    Continue(u8),
    /// A response of the team.
    Response,
    /// Facts about what is above.
    Details,
    /// Somebody's own words, in italics.
    Quote,
    /// The name and role of somebody who signs, below the text.
    Signature,
    /// The header of a page.
    Header,
    /// The footer of a page.
    Footer,
    /// The mark of a draft.
    Mark,
    /// The text of a cell.
    TableText,
    /// The text of a header cell.
    TableHeading,
    /// Emphasised words within a paragraph.
    Strong,
    /// The default style of tables.
    PlainTable,
    /// The table of facts.
    Facts,
    /// Any other table.
    Grid,
}

/// Every role, each after the one that it is based on.
pub(super) fn roles() -> impl Iterator<Item = StyleRole> {
    let levels = |role: fn(u8) -> StyleRole| (1..=LEVELS).map(role);
    [StyleRole::Body, StyleRole::Strong, StyleRole::PlainTable, StyleRole::Genre, StyleRole::Title]
        .into_iter()
        .chain(levels(StyleRole::Heading))
        .chain(levels(StyleRole::Bullet))
        .chain(levels(StyleRole::Number))
        .chain(levels(StyleRole::Continue))
        .chain([
            StyleRole::Response,
            StyleRole::Details,
            StyleRole::Quote,
            StyleRole::Signature,
            StyleRole::Header,
            StyleRole::Footer,
        ])
        .chain([
            StyleRole::Mark,
            StyleRole::TableText,
            StyleRole::TableHeading,
            StyleRole::Facts,
            StyleRole::Grid,
        ])
}

/// What a style applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StyleKind {
    /// Paragraphs, from one end to the other.
    Paragraph,
    /// Runs of words within a paragraph.
    Character,
    /// Tables: borders, margins and the header row.
    Table,
}

impl StyleKind {
    /// The value of `w:type`.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Character => "character",
            Self::Table => "table",
        }
    }
}

impl StyleRole {
    /// What its style applies to.
    pub(super) fn kind(self) -> StyleKind {
        match self {
            Self::Strong => StyleKind::Character,
            Self::PlainTable | Self::Facts | Self::Grid => StyleKind::Table,
            _ => StyleKind::Paragraph,
        }
    }

    /// The name of its style in the file: Word's own where there is one.
    pub(super) fn name(self, words: &Words) -> String {
        let leveled = |name: &str, level: u8| match level {
            1 => name.to_owned(),
            level => format!("{name} {level}"),
        };
        let name = match self {
            Self::Heading(level) => return format!("heading {level}"),
            Self::Bullet(level) => return leveled("List Bullet", level),
            Self::Number(level) => return leveled("List Number", level),
            Self::Continue(level) => return leveled("List Continue", level),
            Self::Body => "Normal",
            Self::Title => "Title",
            Self::Genre => "Subtitle",
            Self::Response => words.publication.response,
            Self::Details => words.docx.details,
            Self::Quote => "Quote",
            Self::Signature => "Signature",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Mark => words.docx.mark,
            Self::TableText => words.docx.table_text,
            Self::TableHeading => words.docx.table_heading,
            Self::Strong => "Strong",
            Self::PlainTable => "Normal Table",
            Self::Facts => words.docx.facts,
            Self::Grid => "Table Grid",
        };
        name.to_owned()
    }

    /// The id of its style where no other style has taken it.
    pub(super) fn id(self) -> String {
        let leveled = |name: &str, level: u8| match level {
            1 => name.to_owned(),
            level => format!("{name}{level}"),
        };
        let id = match self {
            Self::Heading(level) => return format!("Heading{level}"),
            Self::Bullet(level) => return leveled("ListBullet", level),
            Self::Number(level) => return leveled("ListNumber", level),
            Self::Continue(level) => return leveled("ListContinue", level),
            Self::Body => "Normal",
            Self::Title => "Title",
            Self::Genre => "Subtitle",
            Self::Response => "Response",
            Self::Details => "Details",
            Self::Quote => "Quote",
            Self::Signature => "Signature",
            Self::Header => "Header",
            Self::Footer => "Footer",
            Self::Mark => "DraftMark",
            Self::TableText => "TableText",
            Self::TableHeading => "TableHeading",
            Self::Strong => "Strong",
            Self::PlainTable => "TableNormal",
            Self::Facts => "FactsTable",
            Self::Grid => "TableGrid",
        };
        id.to_owned()
    }

    /// The role from which its style inherits.
    pub(super) fn base(self) -> Option<Self> {
        match self {
            Self::Body | Self::PlainTable | Self::Strong => None,
            Self::TableHeading => Some(Self::TableText),
            Self::Mark => Some(Self::Header),
            Self::Facts | Self::Grid => Some(Self::PlainTable),
            _ => Some(Self::Body),
        }
    }

    /// The role of the next paragraph when one writes on after it.
    pub(super) fn next(self) -> Option<Self> {
        match self {
            Self::Genre => Some(Self::Title),
            Self::Title | Self::Heading(_) | Self::Response | Self::Details => Some(Self::Body),
            _ => None,
        }
    }

    /// Whether the style is one that we made rather than Word's own.
    pub(super) fn is_custom(self) -> bool {
        matches!(
            self,
            Self::Response | Self::Details | Self::Mark | Self::TableText | Self::TableHeading | Self::Facts
        )
    }
}
