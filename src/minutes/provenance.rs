//! Where entries were written down and by whom, said as seldom as it can be: once for all of them, or where it changes.

use super::{Entry, Minutes, Provenance};
use crate::i18n::vocabulary::minutes::bare;

/// What has been said so far about where the entries were written down and by whom, while they are shown one after the
/// other.
#[derive(Debug, Clone, Default)]
pub struct SaidProvenance {
    /// Who wrote down everything.
    of_all: Option<String>,
    /// That of the entry before.
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
    /// Who wrote it down.
    pub scribe: Option<Option<String>>,
}

impl SaidProvenance {
    /// Nothing has been said but who wrote down everything, where somebody did.
    pub fn after_header(of_all: Option<String>) -> Self {
        let last = Provenance { scribe: of_all.clone(), ..Provenance::default() };
        Self { of_all, last }
    }

    /// Every section is read by itself: what was said in the one before does not count.
    pub fn begin_section(&mut self) {
        *self = Self::after_header(self.of_all.take());
    }

    /// The provenance of what comes next, unless something else is said.
    pub fn implied(&self) -> Option<Provenance> {
        Some(self.last.clone()).filter(|implied| *implied != Provenance::default())
    }

    /// What must be said of this entry. Counts it as said.
    pub fn changes_with(&mut self, entry: &Entry) -> ProvenanceChange {
        let before = std::mem::replace(&mut self.last, entry.provenance.clone().unwrap_or_default());
        let Provenance { table, round, scribe } = self.last.clone();
        ProvenanceChange {
            table: (table != before.table).then_some(table),
            round: (round != before.round).then_some(round),
            scribe: (scribe != before.scribe).then_some(scribe),
        }
    }
}

/// The one who wrote down every entry; `None` where there are several, or one of which nobody knows it.
pub fn scribe_of_all(minutes: &Minutes) -> Option<&str> {
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    let mut scribes = entries.map(|entry| entry.provenance.as_ref()?.scribe.as_deref());
    let first = scribes.next()??;
    scribes.all(|scribe| scribe == Some(first)).then_some(first)
}

/// The same, where no header field says it: none names them, and none has this label.
pub fn unsaid_scribe_of_all<'m>(minutes: &'m Minutes, label: &str) -> Option<&'m str> {
    let is_said =
        |scribe: &str| minutes.fields.iter().any(|it| it.value == scribe || bare(&it.label) == bare(label));
    scribe_of_all(minutes).filter(|scribe| !is_said(scribe))
}
