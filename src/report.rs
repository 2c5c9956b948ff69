//! What goes out of a meeting or a programme: gathered from the store, cut to what was chosen, and laid out as a
//! document, as sheets and as a calendar. It knows no format and writes no file.

use crate::i18n::Words;
use crate::minutes::Minutes;

pub mod actions;
pub mod calendar;
pub mod challenges;
pub mod choices;
pub mod dates;
pub mod document;
pub mod feedback;
pub mod figures;
pub mod kept;
pub mod lines;
pub mod manuscript;
mod mask;
pub mod material;
pub mod minutes;
mod named;
pub mod names;
pub mod news;
pub mod privacy;
pub mod profile;
pub mod sheet;
pub mod sheets;
pub mod statement;

pub use calendar::Calendar;
pub use choices::Choices;
pub use document::Document;
pub use material::{Material, gather};
pub use names::People;
pub use privacy::{Finding, FindingKind};
pub use sheet::Sheet;

pub use crate::model::{Names, Profile, Report};

/// How much a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scope {
    /// One meeting.
    #[default]
    Meeting,
    /// Every meeting of its programme.
    Programme,
}

/// What goes out, in the shapes that formats are written from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paper {
    /// As it is read from top to bottom.
    pub document: Document,
    /// The minutes themselves, where the report is the minutes: text, Markdown and JSON of them can be read again.
    pub minutes: Option<Minutes>,
    /// As data; empty where the report has none.
    pub sheets: Vec<Sheet>,
    /// Its days; empty where the report has none.
    pub calendar: Calendar,
}

impl Report {
    /// What the report can be about, the usual one first.
    pub fn scopes(self) -> &'static [Scope] {
        match self {
            Self::Minutes => &[Scope::Meeting],
            Self::Feedback | Self::News => &[Scope::Meeting, Scope::Programme],
            Self::Actions | Self::Challenges | Self::Statement => &[Scope::Programme, Scope::Meeting],
        }
    }

    /// What the report is about unless something else is asked for.
    pub fn usual_scope(self) -> Scope {
        self.scopes().first().copied().unwrap_or_default()
    }

    /// Whether its text is edited in the program before it goes out. Minutes are edited where they were caught.
    pub fn is_edited(self) -> bool {
        self != Self::Minutes
    }

    /// The report with the words that somebody left in its manuscript; sheets and days are those of the material.
    pub fn from_manuscript(self, text: &str, material: &Material, words: &Words) -> Paper {
        let paper = self.write(material, words);
        if !self.is_edited() {
            return paper;
        }
        Paper { document: manuscript::read(text, &paper.document), ..paper }
    }

    /// Lays the report out. Everything in the material may come to stand in it: cut it first with [`Choices::cut`].
    pub fn write(self, material: &Material, words: &Words) -> Paper {
        match self {
            Self::Minutes => Paper {
                sheets: sheets::all(material, words),
                calendar: dates::calendar(material, words),
                ..material.chosen().map_or_else(Paper::default, |told| Paper::of(&told.minutes, words))
            },
            Self::Feedback => Paper::laid_out(feedback::document(material, words)),
            Self::Actions => Paper {
                sheets: [sheets::actions(material, words), sheets::commitments(material, words)]
                    .into_iter()
                    .flatten()
                    .collect(),
                calendar: dates::calendar(material, words),
                ..Paper::laid_out(actions::document(material, words))
            },
            Self::Challenges => Paper {
                sheets: sheets::challenges(material, words).into_iter().collect(),
                ..Paper::laid_out(challenges::document(material, words))
            },
            Self::Statement => Paper::laid_out(statement::document(material, words)),
            Self::News => Paper::laid_out(news::document(material, words)),
        }
    }
}

impl Paper {
    /// A paper that is read from top to bottom and is nothing else.
    fn laid_out(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// The paper of these minutes alone, without what has become of them since.
    pub fn of(minutes: &Minutes, words: &Words) -> Self {
        Self {
            document: self::minutes::document(minutes, words),
            minutes: Some(minutes.clone()),
            ..Self::default()
        }
    }
}
