//! What minutes show beside the words themselves, alike in every format: header fields that the document does not spell
//! out, and the line of details under an entry. It knows no markup.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::provenance::SaidProvenance;
use super::read::meaning::{self, EntryContext};
use super::read::promise::Participants;
use super::read::table::{self, TableLine};
use super::{Entry, Minutes, Provenance, Section};
use crate::i18n::due::{due_from_words, due_in_words};
use crate::i18n::{Lang, Words, format, labels};
use crate::model::person::names_in;
use crate::model::{Coded, Due, FieldRole, Kind, SectionKind};

/// The words of an entry in a list that has its owner beside it: a row of a table has no bars there.
pub fn text_in_list(entry: &crate::model::Entry) -> Cow<'_, str> {
    beside_owner(&entry.text, [&entry.owner, &entry.owner_spelled])
}

/// The same for a text whose owner is called so, in the register and in the text.
pub(crate) fn beside_owner<'t>(text: &'t str, owner: [&Option<String>; 2]) -> Cow<'t, str> {
    let owners: Vec<&str> = owner.into_iter().filter_map(|it| it.as_deref()).collect();
    table::without_bars(text, &owners)
}

/// Labels and values that follow from the minutes and are in none of their fields: the date, the time, the place and
/// the registration number, in this order.
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

/// The label before an entry that is not what its section is for: "Beslut" among notes. Notes of any kind need none.
pub fn kind_label(kind: Kind, own: Kind, words: &Words) -> Option<String> {
    (!kind.same_kind(own) && !matches!(kind, Kind::Note(_)))
        .then(|| format::capitalised(labels::kind(words.lang, kind)))
}

/// The kind, in its first status, that has this label by [`kind_label`].
pub fn kind_labelled(label: &str, words: &Words) -> Option<Kind> {
    [Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::Decision, Kind::PARKED]
        .into_iter()
        .find(|&kind| format::capitalised(labels::kind(words.lang, kind)) == label)
}

/// Who is responsible for an entry and by when, as far as its own words and the heading say it: "imorgon" in a heading,
/// "Ansvarig: Eva" in the text. Minutes do not say it twice.
pub fn facts_in_text(
    entry: &Entry,
    section: &Section,
    date: Option<NaiveDate>,
) -> (Option<String>, Option<Due>) {
    // A document that is read line by line does not know yet who was there.
    facts_said_by(entry, section, date, &Participants::default())
}

fn facts_said_by(
    entry: &Entry,
    section: &Section,
    date: Option<NaiveDate>,
    participants: &Participants,
) -> (Option<String>, Option<Due>) {
    let base = entry.kind.initial();
    let line = line_of(entry, section);
    let context = EntryContext { section: section.kind, heading: &section.heading, date, participants, line };
    let marker = entry.as_written.as_deref().unwrap_or_default();
    let meaning = meaning::of(&entry.text, marker, base, context);
    if is_alike(meaning.kind, base) { (meaning.owner, meaning.due) } else { (None, None) }
}

/// What an entry of a section is in a table.
fn line_of(entry: &Entry, section: &Section) -> Option<TableLine> {
    // Most entries are in none, and every entry is asked.
    entry.text.contains('|').then(|| {
        let at = section.entries.iter().position(|other| other.text == entry.text)?;
        table::of_section(section).get(section.intro.len() + at).copied().flatten()
    })?
}

/// Who is responsible for an action by its own words.
pub fn owner_in_words(entry: &Entry, participants: &Participants) -> Option<String> {
    if !matches!(entry.kind, Kind::Action(_)) {
        return None;
    }
    let (section, line) = (SectionKind::Actions, None);
    let context = EntryContext { section, heading: "", date: None, participants, line };
    meaning::of(&entry.text, "", entry.kind.initial(), context).owner
}

/// Whether the words of an entry say who is responsible for it, where these are known to have been there.
pub fn says_owner(entry: &Entry, section: &Section, participants: &Participants) -> bool {
    let (said, _) = facts_said_by(entry, section, None, participants);
    said.is_some() && unsaid_owner(entry, said.as_deref()).is_none()
}

/// Whether both are of the same kind; a note of any sort is like any other.
fn is_alike(a: Kind, b: Kind) -> bool {
    a.same_kind(b) || matches!((a, b), (Kind::Note(_), Kind::Note(_)))
}

/// Who is responsible for an entry, unless its words say that: by the name that the register has, or as it was spelled.
pub fn unsaid_owner<'a>(entry: &'a Entry, said: Option<&str>) -> Option<&'a str> {
    // "Eva Ek och Siv Holm" are those of "Eva Ek, Siv Holm".
    let is_same = |said: &str| {
        let mut spelled = [&entry.owner, &entry.owner_spelled].into_iter().flatten();
        spelled.any(|names| names == said || names_in(names) == names_in(said))
    };
    let is_said = entry.owner_said || said.is_some_and(is_same);
    entry.owner.as_deref().filter(|_| !is_said)
}

/// Whether the name of whoever is responsible was left out where a reader looks for it, and not in the words. Nobody
/// looks for it under a commitment, which belongs to the one who spoke.
pub fn is_owner_missed(entry: &Entry) -> bool {
    entry.owner_withheld && !entry.owner_said && !matches!(entry.kind, Kind::Commitment(_))
}

/// A fact about an entry, for the line under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// Who is responsible.
    Owner(String),
    /// Somebody is responsible whose name was left out.
    OwnerWithheld,
    /// By when it is to be done.
    Due(Due),
    /// How far it has come; left out while it is as its kind begins.
    Status(Kind),
    /// Who said what is written.
    Speaker(String),
    /// The number of the table at which it was said; `None` where it is unknown, after others of which it is known.
    Table(Option<u16>),
    /// The number of the round in which it was said; `None` as for the table.
    Round(Option<u16>),
}

impl Detail {
    /// The facts of an entry that its words, its heading and what was said before do not say, in the order in which
    /// they are shown.
    pub fn unsaid(
        entry: &Entry,
        section: &Section,
        date: Option<NaiveDate>,
        said: &mut SaidProvenance,
    ) -> Vec<Self> {
        let (owner, due) = facts_in_text(entry, section, date);
        let from = said.changes_with(entry);
        let is_initial = entry.kind == entry.kind.initial();
        let unsaid = unsaid_owner(entry, owner.as_deref()).map(str::to_owned).map(Self::Owner);
        let withheld = (owner.is_none() && is_owner_missed(entry)).then_some(Self::OwnerWithheld);
        [
            unsaid.or(withheld),
            entry.due.clone().filter(|by| due.as_ref() != Some(by)).map(Self::Due),
            (!is_initial).then_some(Self::Status(entry.kind)),
            entry.speaker.clone().map(Self::Speaker),
            from.table.map(Self::Table),
            from.round.map(Self::Round),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// In the language of the document, without a colon.
    pub fn label(&self, words: &Words) -> &'static str {
        match self {
            Self::Owner(_) | Self::OwnerWithheld => words.publication.owner,
            Self::Due(_) => words.publication.due,
            Self::Status(_) => words.publication.status,
            Self::Speaker(_) => words.publication.speaker,
            Self::Table(_) => words.publication.table,
            Self::Round(_) => words.publication.round,
        }
    }

    /// In words, as it is printed after the label.
    pub fn value(&self, words: &Words) -> String {
        match self {
            Self::Owner(name) | Self::Speaker(name) => name.clone(),
            Self::OwnerWithheld => words.publication.withheld.to_owned(),
            Self::Due(due) => due_in_words(words, due),
            Self::Status(kind) => labels::status(words.lang, *kind).unwrap_or_default().to_owned(),
            Self::Table(Some(number)) | Self::Round(Some(number)) => number.to_string(),
            Self::Table(None) | Self::Round(None) => words.publication.unknown_number.to_owned(),
        }
    }

    /// Puts what a label and its value say into an entry. `false` for a label that is none of these, or a value that it
    /// cannot have: then nothing has changed.
    pub fn put(entry: &mut Entry, label: &str, value: &str, words: &Words) -> bool {
        let labels = &words.publication;
        if label == labels.owner {
            entry.owner = Some(value.to_owned());
        } else if label == labels.due {
            let Some(due) = due_from_words(words, value) else { return false };
            entry.due = Some(due);
        } else if label == labels.status {
            let Some(kind) = with_status(entry.kind, value, words) else { return false };
            entry.kind = kind;
        } else if label == labels.speaker {
            entry.speaker = Some(value.to_owned());
        } else {
            return Self::put_provenance(entry, label, value, words);
        }
        true
    }

    fn put_provenance(entry: &mut Entry, label: &str, value: &str, words: &Words) -> bool {
        let mut from: Provenance = entry.provenance.clone().unwrap_or_default();
        let number = || match value.parse() {
            Ok(number) => Some(Some(number)),
            Err(_) => (value == words.publication.unknown_number).then_some(None),
        };
        if label == words.publication.table {
            let Some(number) = number() else { return false };
            from.table = number;
        } else if label == words.publication.round {
            let Some(number) = number() else { return false };
            from.round = number;
        } else if label == words.publication.scribe {
            from.scribe = Some(value.to_owned()).filter(|name| name != words.publication.unknown_scribe);
        } else {
            return false;
        }
        entry.provenance = Some(from).filter(|from| *from != Provenance::default());
        true
    }
}

/// The kind with the status of this name.
fn with_status(kind: Kind, status: &str, words: &Words) -> Option<Kind> {
    fn all<S: Coded>(kind: fn(S) -> Kind) -> Vec<Kind> {
        S::ALL.iter().copied().chain(S::UNKNOWN).map(kind).collect()
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
