//! What a publication is called where it is not read: in the names of files and folders, and in the catalogue of an
//! archive. It is made of a [`CutMaterial`] and goes with the publication, so that no format reaches for a title that
//! was not cut.

use chrono::NaiveDate;
use uuid::Uuid;

use super::choices::CutMaterial;
use super::lines;
use super::scope::ReportScope;
use crate::i18n::Words;
use crate::minutes::Minutes;
use crate::model::Report;

/// What a publication is called outside its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imprint {
    /// Which report it is.
    pub report: Report,
    /// The name of the programme, words for meetings without one, or the title of the meeting; may be empty.
    pub subject: String,
    /// Whose work it is about alone, where the name goes out.
    pub owner: Option<String>,
    /// The day before the subject in names of files: that of the meeting, or the one on which a report about a
    /// programme is made.
    pub day: Option<NaiveDate>,
    /// The registration number.
    pub reference: Option<String>,
    /// The id of the programme or the meeting.
    pub id: Option<Uuid>,
    /// The day on which it is made.
    pub made: NaiveDate,
}

impl Imprint {
    /// That of a report on this material.
    pub fn of(report: Report, material: &CutMaterial, words: &Words) -> Self {
        let meeting = material.chosen();
        let (subject, day) = match meeting {
            _ if material.scope == ReportScope::Programme && report != Report::Minutes => {
                (lines::subject(material, words), Some(material.today))
            }
            Some(data) => (data.minutes.title.clone(), data.minutes.date),
            None => (String::new(), None),
        };
        Self {
            report,
            subject,
            owner: material.share.owner().map(str::to_owned),
            day,
            reference: meeting.and_then(|data| data.minutes.reference.clone()),
            id: material.subject(),
            made: material.today,
        }
    }

    /// That of minutes alone.
    pub fn of_minutes(minutes: &Minutes) -> Self {
        Self {
            subject: minutes.title.clone(),
            day: minutes.date,
            reference: minutes.reference.clone(),
            ..Self::default()
        }
    }
}
