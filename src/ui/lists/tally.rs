//! How many were promised at a meeting, and what became of them: "Lovat 14 · gjort 6 · på väg 3 · ej frågat 4".

use crate::i18n::{Words, labels};
use crate::model::id::MeetingId;
use crate::model::{Coded, CommitmentStatus, Kind};
use crate::store::work::{Filter, WorkClass};
use crate::store::{Result, Store};
use crate::ui::lists::work::narrow::Narrow;

/// The commitments of one meeting by their status.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tally {
    /// All of them, whatever their status.
    pub promised: usize,
    /// How many have each status, in the order of [`CommitmentStatus::ALL`], one that is not known last.
    counts: Vec<(CommitmentStatus, usize)>,
}

impl Tally {
    /// Counts the commitments of a meeting.
    pub fn of(store: &Store, meeting: MeetingId) -> Result<Self> {
        Self::within(store, meeting, &Narrow::to(WorkClass::Commitments))
    }

    /// Counts those that pass a filter.
    pub fn within(store: &Store, meeting: MeetingId, narrow: &Narrow) -> Result<Self> {
        let mut counts = Vec::new();
        for status in CommitmentStatus::ALL.iter().copied().chain(CommitmentStatus::UNKNOWN) {
            let status_of = Some(Kind::Commitment(status));
            let filter = Filter { meeting: Some(meeting), status: status_of, ..Filter::default() };
            counts.push((status, narrow.count(store, &filter)?));
        }
        Ok(Self { promised: counts.iter().map(|(_, count)| count).sum(), counts })
    }

    /// How many have this status.
    pub fn count(&self, status: CommitmentStatus) -> usize {
        self.counts.iter().find(|(other, _)| *other == status).map_or(0, |(_, count)| *count)
    }

    /// In words; a status that none has is left out, those not asked about come last.
    pub fn say(&self, words: &Words) -> String {
        let mut said = (words.tomorrow.promised)(self.promised);
        self.say_after(&mut said, words);
        said
    }

    /// Appends the counts to a sentence that begins with how many were promised.
    pub fn say_after(&self, said: &mut String, words: &Words) {
        for (status, count) in &self.counts {
            if *status != CommitmentStatus::Promised && *count > 0 {
                let label = labels::status(words.lang, Kind::Commitment(*status)).unwrap_or_default();
                said.extend([" · ", label, " ", &count.to_string()]);
            }
        }
        let not_asked = self.count(CommitmentStatus::Promised);
        if not_asked > 0 && not_asked < self.promised {
            said.push_str(" · ");
            said.push_str(&(words.tomorrow.not_asked)(not_asked));
        }
    }
}
