//! Ready-made sets of choices, one for each audience of a publication; and the choices that were used last.

use serde_json::{Value, json};

use super::choices::Choices;
use crate::model::id::ProgrammeId;
use crate::model::{Coded, Names, Profile, Report};
use crate::store::{self, Result, Store};

impl Profile {
    /// Its choices, before the user changes any.
    pub fn choices(self) -> Choices {
        match self {
            Self::Internal | Self::Archive => Choices::ALL,
            Self::External => Choices { names: Names::None, ..Choices::default() },
            Self::Web => Choices { names: Names::Role, ..Choices::default() },
        }
    }

    /// The codes of its formats, in the order in which they are written.
    pub fn formats(self) -> &'static [&'static str] {
        match self {
            Self::Internal => &["docx"],
            Self::External => &["docx", "pdf"],
            Self::Web => &["html", "pdf"],
            Self::Archive => &["pdf", "txt", "json"],
        }
    }

    /// Whether its readers are outside the organisation: then nothing goes out that nobody has looked at.
    pub fn is_for_outsiders(self) -> bool {
        matches!(self, Self::External | Self::Web)
    }

    /// Whether its files go into one folder with metadata and checksums.
    pub fn is_folder(self) -> bool {
        self == Self::Archive
    }
}

/// How something went out last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// What was exported last.
    pub report: Report,
    /// By which profile; nothing where the choices were made one by one.
    pub profile: Option<Profile>,
    /// What went into it.
    pub choices: Choices,
    /// The codes of its formats. Some may be of formats that this program does not have.
    pub formats: Vec<String>,
}

impl Remembered {
    /// What a profile begins with.
    pub fn of(report: Report, profile: Profile) -> Self {
        let formats = profile.formats().iter().map(|code| (*code).to_owned()).collect();
        Self { report, profile: Some(profile), choices: profile.choices(), formats }
    }

    /// As it is stored: an object of codes.
    pub fn to_json(&self) -> String {
        json!({
            "report": self.report.code(),
            "profile": self.profile.map(Coded::code),
            "formats": self.formats,
            "names": self.choices.names.code(),
            "responses": self.choices.responses,
            "provenance": self.choices.provenance,
            "unanswered_only": self.choices.unanswered_only,
        })
        .to_string()
    }

    /// Reads what [`Remembered::to_json`] wrote, by this version or another one: what is not known is as it is
    /// when nothing was chosen, but no name goes out by a choice that is not understood.
    pub fn from_json(text: &str) -> Self {
        let value: Value = serde_json::from_str(text).unwrap_or_default();
        let usual = Choices::default();
        let is = |member: &str, usual: bool| value.get(member).and_then(Value::as_bool).unwrap_or(usual);
        let formats = value.get("formats").and_then(Value::as_array).into_iter().flatten();
        Self {
            report: coded(&value, "report").unwrap_or_default(),
            profile: coded(&value, "profile"),
            choices: Choices {
                responses: is("responses", usual.responses),
                names: coded(&value, "names").unwrap_or(Names::None),
                provenance: is("provenance", usual.provenance),
                unanswered_only: is("unanswered_only", usual.unanswered_only),
            },
            formats: formats.filter_map(Value::as_str).map(str::to_owned).collect(),
        }
    }
}

fn coded<T: Coded>(value: &Value, member: &str) -> Option<T> {
    value.get(member).and_then(Value::as_str).and_then(T::from_code)
}

/// How something about a programme, or about meetings without one, went out last.
///
/// # Errors
/// Where the file cannot be read.
pub fn remembered(store: &Store, programme: Option<ProgrammeId>) -> Result<Option<Remembered>> {
    Ok(store::remembered::get(store, programme)?.map(|text| Remembered::from_json(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_comes_back() {
        for report in Report::ALL {
            for profile in Profile::ALL {
                let remembered = Remembered::of(*report, *profile);
                assert_eq!(Remembered::from_json(&remembered.to_json()), remembered);
            }
        }
        let own = Remembered {
            choices: Choices {
                unanswered_only: true,
                responses: false,
                names: Names::Pseudonym,
                provenance: true,
            },
            ..Remembered::default()
        };
        assert_eq!(Remembered::from_json(&own.to_json()), own);
    }

    #[test]
    fn what_another_version_wrote_is_read_as_far_as_it_is_known() {
        let read = Remembered::from_json(
            r#"{"report": "dream", "profile": "moon", "names": "smell", "formats": ["pdf", 3, "hologram"], "new": true}"#,
        );
        let formats = vec!["pdf".to_owned(), "hologram".to_owned()];
        let hidden = Remembered {
            choices: Choices { names: Names::None, ..Choices::default() },
            ..Remembered::default()
        };
        assert_eq!(read, Remembered { formats, ..hidden.clone() });
        for broken in ["", "null", "[]", "{", "\"\""] {
            assert_eq!(Remembered::from_json(broken), hidden);
        }
    }
}
