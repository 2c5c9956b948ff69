//! What goes out of a meeting or a programme: gathered from the store, cut to what was chosen, and laid out as a
//! document, as sheets and as a calendar. It knows no format and writes no file.

use crate::i18n::{Words, labels};
use crate::minutes::Minutes;

pub mod calendar;
pub mod choices;
pub mod dates;
pub mod document;
pub mod material;
pub mod minutes;
pub mod profile;
pub mod sheet;
pub mod sheets;

pub use calendar::Calendar;
pub use choices::Choices;
pub use document::Document;
pub use material::{Material, gather};
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
    /// Lays the report out. Everything in the material may come to stand in it: cut it first with [`Choices::cut`].
    pub fn write(self, material: &Material, words: &Words) -> Paper {
        match self {
            Self::Minutes => Paper {
                sheets: sheets::all(material, words),
                calendar: dates::calendar(material, words),
                ..material.chosen().map_or_else(Paper::default, |told| Paper::of(&told.minutes, words))
            },
            _ => Paper {
                document: Document {
                    lang: words.lang,
                    title: labels::report(words.lang, self).to_owned(),
                    ..Document::default()
                },
                ..Paper::default()
            },
        }
    }
}

impl Paper {
    /// The paper of these minutes alone, without what has become of them since.
    pub fn of(minutes: &Minutes, words: &Words) -> Self {
        Self {
            document: self::minutes::document(minutes, words),
            minutes: Some(minutes.clone()),
            ..Self::default()
        }
    }
}
