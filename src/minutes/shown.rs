//! What a paper shows beside the words themselves, alike in every format: header fields that the document does
//! not spell out, and the line of details under an entry. It knows no markup.

use chrono::NaiveDate;

use super::read::meaning::{self, Context};
use super::read::promise::People;
use super::{Entry, Minutes, Provenance, Section};
use crate::i18n::due::{due_from_words, due_in_words};
use crate::i18n::{Lang, Words, format, labels};
use crate::model::{Coded, Due, FieldRole, Kind};

/// A label and a value that follow from the minutes and stand in none of their fields: the date, the time, the
/// place and the registration number, in this order.
pub fn derived_fields(minutes: &Minutes, words: &Words) -> Vec<(&'static str, String)> {
    let date = minutes.date.map(|date| format::long_date(words.lang, date));
    let time = minutes.time.map(|time| time.to_string());
    [
        (FieldRole::Date, date),
        (FieldRole::Time, time),
        (FieldRole::Place, minutes.place.clone()),
        (FieldRole::Reference, minutes.reference.clone()),
    ]
    .into_iter()
    .filter_map(|(role, value)| Some((role, value?)))
    .filter(|(role, value)| !value.is_empty() && !is_spelled_out(minutes, *role, value))
    .map(|(role, value)| (labels::field_role(words.lang, role), value))
    .collect()
}

/// Whether a field of the document says this already: by its label in either language, or by its very value.
fn is_spelled_out(minutes: &Minutes, role: FieldRole, value: &str) -> bool {
    let is_label = |label: &str| {
        let label = label.trim_end_matches(':').trim().to_lowercase();
        [Lang::Sv, Lang::En].iter().any(|&lang| labels::field_role(lang, role).to_lowercase() == label)
    };
    minutes.fields.iter().any(|field| is_label(&field.label) || field.value == value)
}

/// The label that stands before an entry whose section does not tell what it is: "Beslut" among notes.
/// Notes of any kind need none.
pub fn kind_label(kind: Kind, own: Kind, words: &Words) -> Option<String> {
    (!kind.same_kind(own) && !matches!(kind, Kind::Note(_)))
        .then(|| format::capitalised(labels::kind(words.lang, kind)))
}

/// The kind that [`kind_label`] calls so, in its first status.
pub fn kind_labelled(label: &str, words: &Words) -> Option<Kind> {
    [Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::Decision, Kind::PARKED]
        .into_iter()
        .find(|&kind| format::capitalised(labels::kind(words.lang, kind)) == label)
}

/// Who answers for an entry and by when, as far as its words and its heading tell: "imorgon" in a heading, "Ansvarig:
/// Eva" in the text. A paper does not say it twice.
pub fn told(entry: &Entry, section: &Section, date: Option<NaiveDate>) -> (Option<String>, Option<Due>) {
    let base = entry.kind.initial();
    // A paper that is read line by line does not know yet who was there.
    let people = People::default();
    let context = Context { section: section.kind, heading: &section.heading, date, people: &people };
    let sign = entry.as_written.as_deref().unwrap_or_default();
    let meaning = meaning::of(&entry.text, sign, base, context);
    if is_alike(meaning.kind, base) { (meaning.owner, meaning.due) } else { (None, None) }
}

/// Whether both are of the same kind; a note of any sort is like any other.
fn is_alike(a: Kind, b: Kind) -> bool {
    a.same_kind(b) || matches!((a, b), (Kind::Note(_), Kind::Note(_)))
}

/// A fact about an entry, as it stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Who answers for it.
    Owner(String),
    /// By when.
    Due(Due),
    /// Where it stands; left out while it stands where its kind begins.
    Status(Kind),
    /// Who said it.
    Speaker(String),
    /// The table where it was caught.
    Table(u16),
    /// The round in which it was caught.
    Round(u16),
    /// Who held the pen.
    Scribe(String),
}

impl Detail {
    /// The facts of an entry that its words and its heading do not tell, in the order in which they are shown.
    pub fn untold(entry: &Entry, section: &Section, date: Option<NaiveDate>) -> Vec<Self> {
        let (owner, due) = told(entry, section, date);
        let from = entry.provenance.clone().unwrap_or_default();
        let begun = entry.kind == entry.kind.initial();
        [
            entry.owner.clone().filter(|name| owner.as_ref() != Some(name)).map(Self::Owner),
            entry.due.clone().filter(|by| due.as_ref() != Some(by)).map(Self::Due),
            (!begun).then_some(Self::Status(entry.kind)),
            entry.speaker.clone().map(Self::Speaker),
            from.table.map(Self::Table),
            from.round.map(Self::Round),
            from.scribe.map(Self::Scribe),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Its label, without a colon.
    pub fn label(&self, words: &Words) -> &'static str {
        match self {
            Self::Owner(_) => words.paper.owner,
            Self::Due(_) => words.paper.due,
            Self::Status(_) => words.paper.status,
            Self::Speaker(_) => words.paper.speaker,
            Self::Table(_) => words.paper.table,
            Self::Round(_) => words.paper.round,
            Self::Scribe(_) => words.paper.scribe,
        }
    }

    /// Its value in words.
    pub fn value(&self, words: &Words) -> String {
        match self {
            Self::Owner(name) | Self::Speaker(name) | Self::Scribe(name) => name.clone(),
            Self::Due(due) => due_in_words(words, due),
            Self::Status(kind) => labels::status(words.lang, *kind).unwrap_or_default().to_owned(),
            Self::Table(number) | Self::Round(number) => number.to_string(),
        }
    }

    /// Puts what a label and its value say back into an entry. `false` for a label that is none of these, or a
    /// value that it cannot have: then nothing has changed.
    pub fn put(entry: &mut Entry, label: &str, value: &str, words: &Words) -> bool {
        let paper = &words.paper;
        if label == paper.owner {
            entry.owner = Some(value.to_owned());
        } else if label == paper.due {
            let Some(due) = due_from_words(words, value) else { return false };
            entry.due = Some(due);
        } else if label == paper.status {
            let Some(kind) = with_status(entry.kind, value, words) else { return false };
            entry.kind = kind;
        } else if label == paper.speaker {
            entry.speaker = Some(value.to_owned());
        } else {
            return Self::put_provenance(entry, label, value, words);
        }
        true
    }

    fn put_provenance(entry: &mut Entry, label: &str, value: &str, words: &Words) -> bool {
        let mut from: Provenance = entry.provenance.clone().unwrap_or_default();
        if label == words.paper.table {
            let Ok(number) = value.parse() else { return false };
            from.table = Some(number);
        } else if label == words.paper.round {
            let Ok(number) = value.parse() else { return false };
            from.round = Some(number);
        } else if label == words.paper.scribe {
            from.scribe = Some(value.to_owned());
        } else {
            return false;
        }
        entry.provenance = Some(from);
        true
    }
}

/// The kind with the status of this name.
fn with_status(kind: Kind, status: &str, words: &Words) -> Option<Kind> {
    fn all<S: Coded>(kind: fn(S) -> Kind) -> Vec<Kind> {
        S::ALL.iter().map(|&status| kind(status)).collect()
    }
    let kinds = match kind {
        Kind::Challenge(_) => all(Kind::Challenge),
        Kind::Commitment(_) => all(Kind::Commitment),
        Kind::Action(_) => all(Kind::Action),
        Kind::Parked(_) => all(Kind::Parked),
        Kind::Note(_) | Kind::Decision => return None,
    };
    kinds.into_iter().find(|&kind| labels::status(words.lang, kind) == Some(status))
}
