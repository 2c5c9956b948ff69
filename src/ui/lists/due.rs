//! What waits to be followed up today: the promises of the last time that nobody has asked about, and what is late.

use chrono::NaiveDate;

use crate::model::id::EntryId;
use crate::model::{Kind, Meeting};
use crate::store::work::{self, Filter, WorkClass};
use crate::store::{Result, Store};

/// How many entries are gone through at most.
const MOST: usize = 500;

/// What waits, by filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueWork {
    /// The promises of the latest meeting before today that nobody has asked about; `None` where none was held.
    unasked: Option<Filter>,
    /// Actions and commitments whose day is past.
    late: Filter,
}

/// How much waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DueCount {
    /// Promises to ask about.
    pub unasked: usize,
    /// Late actions and commitments.
    pub late: usize,
}

impl DueWork {
    /// What waits on a day.
    pub fn on(store: &Store, today: NaiveDate) -> Result<Self> {
        let last = last_time(store, today)?;
        let unasked = last.map(|meeting| Filter {
            class: WorkClass::Commitments,
            meeting: Some(meeting.id),
            status: Some(Kind::COMMITMENT),
            ..Filter::default()
        });
        let late =
            Filter { class: WorkClass::Owed, open: Some(true), before: Some(today), ..Filter::default() };
        Ok(Self { unasked, late })
    }

    /// How much it is.
    pub fn count(&self, store: &Store) -> Result<DueCount> {
        let unasked = self.unasked.as_ref().map_or(Ok(0), |unasked| work::count(store, unasked))?;
        Ok(DueCount { unasked, late: work::count(store, &self.late)? })
    }

    /// The entries, those to ask about first.
    pub fn queue(&self, store: &Store) -> Result<Vec<EntryId>> {
        let mut queue: Vec<EntryId> = Vec::new();
        for filter in self.unasked.iter().chain([&self.late]) {
            for work in work::list(store, filter, 0, MOST)? {
                if !queue.contains(&work.entry.id) {
                    queue.push(work.entry.id);
                }
            }
        }
        Ok(queue)
    }
}

/// The newest meeting before this day at which something was promised.
pub fn last_time(store: &Store, today: NaiveDate) -> Result<Option<Meeting>> {
    let meetings = work::meetings(store, WorkClass::Commitments)?;
    Ok(meetings.into_iter().find(|meeting| meeting.date.is_none_or(|day| day < today)))
}
