//! The header fields that follow from what is known of a meeting: one list, written alike by whoever makes a header.

use crate::i18n::vocabulary::minutes as vocabulary;
use crate::i18n::{Lang, format, labels};
use crate::model::{FieldRole, Meeting};

/// A header field as the program itself writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownField {
    /// What it says.
    pub role: FieldRole,
    /// The label, without a colon.
    pub label: &'static str,
    /// The value (`4 mars 2026`); empty where the meeting has none.
    pub value: String,
}

/// What is known of a meeting, in the order of a header.
pub fn of(meeting: &Meeting, lang: Lang) -> [KnownField; 5] {
    let known = |role, value| KnownField { role, label: labels::field_role(lang, role), value };
    [
        known(FieldRole::Place, meeting.place.clone()),
        known(FieldRole::Date, meeting.date.map(|date| format::long_date(lang, date)).unwrap_or_default()),
        known(FieldRole::Time, meeting.time.map(|time| time.to_string()).unwrap_or_default()),
        known(FieldRole::Audience, meeting.audience.clone()),
        known(FieldRole::Reference, meeting.reference.clone()),
    ]
}

/// The same, as it is stored beside fields that were read from a document.
pub fn stored(meeting: &Meeting) -> [KnownField; 5] {
    of(meeting, Lang::MINUTES)
}

/// The label of a field that is stored.
pub fn stored_label(role: FieldRole) -> &'static str {
    labels::field_role(Lang::MINUTES, role)
}

/// What a field says, by its label in either language.
pub fn role(label: &str) -> FieldRole {
    vocabulary::field_role(label).unwrap_or(FieldRole::Other)
}
