//! Where entries were written down and by whom, said as seldom as it can be: the table and the round where they change,
//! and whoever noted something once for all of the minutes.

use super::{Entry, Minutes, Provenance};
use crate::i18n::vocabulary::minutes::bare;
use crate::i18n::{Words, labels};
use crate::model::Signature;

/// What has been said so far about where the entries were written down, while they are shown one after the other.
#[derive(Debug, Clone, Default)]
pub struct SaidProvenance {
    /// That of the entry before, without its scribe.
    last: Provenance,
}

/// What of the provenance of an entry is not implied by what was said before it. `Some(None)` where something was said
/// and is not so any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProvenanceChange {
    /// The number of the table.
    pub table: Option<Option<u16>>,
    /// The number of the round.
    pub round: Option<Option<u16>>,
}

impl SaidProvenance {
    /// Every section is read by itself: what was said in the one before does not count.
    pub fn begin_section(&mut self) {
        *self = Self::default();
    }

    /// The provenance of what comes next, unless something else is said.
    pub fn implied(&self) -> Option<Provenance> {
        Some(self.last.clone()).filter(|implied| *implied != Provenance::default())
    }

    /// What must be said of this entry. Counts it as said.
    pub fn changes_with(&mut self, entry: &Entry) -> ProvenanceChange {
        let now = without_scribe(entry.provenance.as_ref()).unwrap_or_default();
        let before = std::mem::replace(&mut self.last, now);
        let Provenance { table, round, scribe: _ } = self.last;
        ProvenanceChange {
            table: (table != before.table).then_some(table),
            round: (round != before.round).then_some(round),
        }
    }
}

/// What an entry shows of its own: who noted it is said once for all.
pub(crate) fn without_scribe(from: Option<&Provenance>) -> Option<Provenance> {
    let left = Provenance { scribe: None, ..from?.clone() };
    let is_left = from.is_none_or(|from| from.scribe.is_none()) || left != Provenance::default();
    is_left.then_some(left)
}

/// Those who wrote down the entries, each once, in the order of their first entries.
fn scribes(minutes: &Minutes) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    for scribe in entries.filter_map(|entry| entry.provenance.as_ref()?.scribe.as_deref()) {
        if !all.contains(&scribe) {
            all.push(scribe);
        }
    }
    all
}

/// The one who wrote down every entry; `None` where there are several, or one of which nobody knows it.
pub fn scribe_of_all(minutes: &Minutes) -> Option<&str> {
    let mut entries = minutes.sections.iter().flat_map(|section| &section.entries);
    let is_known = |entry: &Entry| entry.provenance.as_ref().is_some_and(|from| from.scribe.is_some());
    match scribes(minutes).as_slice() {
        [one] if entries.all(is_known) => Some(one),
        _ => None,
    }
}

/// Those who wrote down the entries, as the header says it, where no header field does: none has this label, and not
/// all of them are named by one. `None` where nobody is known.
pub fn unsaid_scribes(minutes: &Minutes, words: &Words) -> Option<String> {
    let all = scribes(minutes);
    let label = bare(words.publication.scribe);
    let has_label = minutes.fields.iter().any(|field| bare(&field.label) == label);
    let is_said = |scribe: &&str| minutes.fields.iter().any(|field| field.value == **scribe);
    let is_unsaid = !has_label && !all.iter().all(is_said);
    is_unsaid.then(|| labels::listed(words.lang, &all))
}

/// Puts whoever the header of a document of the program's names alone as scribe into every entry. Where it names
/// several, nobody is given a line that may be another's. They are no signatories.
pub(crate) fn put_scribe_of_all(minutes: &mut Minutes, words: &Words) {
    let label = words.publication.scribe;
    let Some(field) = minutes.fields.last().filter(|field| field.label == label) else { return };
    let is_it = |signed: &Signature| signed.role == label && signed.name == field.value;
    if let Some(at) = minutes.signoff.iter().position(is_it) {
        minutes.signoff.remove(at);
    }
    if field.value.contains(labels::and(words.lang)) || field.value.contains(',') {
        return;
    }
    let scribe = field.value.clone();
    for entry in minutes.sections.iter_mut().flat_map(|section| &mut section.entries) {
        entry.provenance.get_or_insert_default().scribe.get_or_insert_with(|| scribe.clone());
    }
}
