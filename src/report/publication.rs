//! What goes out: a report laid out in the shapes that formats are written from.

use super::calendar::Calendar;
use super::choices::CutMaterial;
use super::document::Document;
use super::imprint::Imprint;
use super::redact::Replaced;
use super::sheet::Sheet;
use super::{actions, challenges, dates, feedback, manuscript, minutes, news, reminder, sheets, statement};
use crate::i18n::Words;
use crate::minutes::Minutes;
use crate::model::{Names, Report};

/// A report, ready to be written in any format that fits it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Publication {
    /// What it is called outside its text.
    pub imprint: Imprint,
    /// To be read from top to bottom.
    pub document: Document,
    /// The minutes themselves, where the report is the minutes: text, Markdown and JSON of them can be read again.
    pub minutes: Option<Minutes>,
    /// As data; empty where the report has none.
    pub sheets: Vec<Sheet>,
    /// Its dates; empty where the report has none.
    pub calendar: Calendar,
    /// What was done with names in it.
    pub names: Names,
    /// What replaced names in it.
    pub replaced: Replaced,
}

impl Publication {
    /// One that is read from top to bottom and is nothing else.
    fn of_document(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// These minutes alone, without what has become of them since.
    pub fn of(minutes: &Minutes, words: &Words) -> Self {
        Self {
            imprint: Imprint::of_minutes(minutes),
            document: self::minutes::document(minutes, words),
            minutes: Some(minutes.clone()),
            ..Self::default()
        }
    }
}

impl Report {
    /// Whether its text is edited in the program before it goes out. Minutes are edited where they were taken,
    /// reminders where they are mailed.
    pub fn is_edited(self) -> bool {
        !matches!(self, Self::Minutes | Self::Reminder)
    }

    /// The report with the words of its edited manuscript; sheets and dates are those of the material.
    pub fn from_manuscript(self, text: &str, material: &CutMaterial, words: &Words) -> Publication {
        let publication = self.write(material, words);
        if !self.is_edited() {
            return publication;
        }
        Publication { document: manuscript::read(text, &publication.document), ..publication }
    }

    /// Lays the report out. Everything in the material may end up in it.
    pub fn write(self, material: &CutMaterial, words: &Words) -> Publication {
        let replaced = material.replaced.clone();
        let imprint = Imprint::of(self, material, words);
        Publication { imprint, names: material.names, replaced, ..self.lay_out(material, words) }
    }

    fn lay_out(self, material: &CutMaterial, words: &Words) -> Publication {
        match self {
            Self::Minutes => Publication {
                sheets: sheets::all(material, words),
                calendar: dates::calendar(material, words),
                ..material
                    .chosen()
                    .map_or_else(Publication::default, |data| Publication::of(&data.minutes, words))
            },
            Self::Feedback => Publication::of_document(feedback::document(material, words)),
            Self::Actions => Publication {
                sheets: [sheets::actions(material, words), sheets::commitments(material, words)]
                    .into_iter()
                    .flatten()
                    .collect(),
                calendar: dates::calendar(material, words),
                ..Publication::of_document(actions::document(material, words))
            },
            Self::Challenges => Publication {
                sheets: sheets::challenges(material, words).into_iter().collect(),
                ..Publication::of_document(challenges::document(material, words))
            },
            Self::Statement => Publication::of_document(statement::document(material, words)),
            Self::News => Publication::of_document(news::document(material, words)),
            Self::Reminder => Publication::of_document(reminder::document(material, words)),
        }
    }
}
