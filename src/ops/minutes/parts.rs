//! Long minutes are stored in parts, so that nobody waits for the file meanwhile, and nobody has to wait for the end:
//! they can be cancelled.
//!
//! One transaction would hold SQLite's only write lock all the time (100,000 lines: many seconds), and whoever writes
//! at the pen would be refused. A transaction that only copies what was prepared elsewhere would still have to write
//! every row, its log and the index. So a part is what can be written in a fifth of a second, with a pause after it.
//! The meeting grows before everybody's eyes; whatever is written in it meanwhile is never taken away. Until the last
//! part nothing of it is offered to undo; from then on the parts are one operation.

use std::thread;
use std::time::{Duration, Instant};

use super::Writing;
use crate::minutes::Minutes;
use crate::model::history::{Changes, LogId, Op};
use crate::model::id::MeetingId;
use crate::ops::{Result, in_parts};
use crate::store::in_parts::{PAUSE, UnderWay};
use crate::store::{self, Done, Store, WriteScope};

/// From how many entries and responses on minutes are stored in parts. What is shorter takes no longer than a glance.
pub const LONG: usize = 2_000;

/// How much is written before others may write.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// At most so many entries and sections.
    pub most: usize,
    /// At most for so long; bringing derived cells and the index up to date comes on top of it.
    pub time: Duration,
    /// How long nothing is written then.
    pub pause: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { most: usize::MAX, time: Duration::from_millis(150), pause: PAUSE }
    }
}

/// How far it has come, in entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportProgress {
    /// So many of so many are stored.
    Storing {
        /// Those that are.
        done: usize,
        /// All of them.
        total: usize,
    },
    /// It was cancelled, and so many parts of so many are gone again.
    TakingBack {
        /// Those that are gone.
        done: usize,
        /// All that were stored.
        total: usize,
    },
}

/// How it ended.
#[derive(Debug)]
pub enum Imported {
    /// All of it is stored, and is undone as one operation.
    Whole(Done<MeetingId>),
    /// It was cancelled, or somebody took the meeting away. `kept` says whether others had written in the meeting
    /// meanwhile, so that it is still there with what they wrote; nothing else is.
    TakenBack {
        /// Whether something is there for their sake.
        kept: bool,
    },
}

/// How many entries and responses minutes have.
pub fn length(minutes: &Minutes) -> usize {
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    entries.map(|entry| 1 + entry.responses.len()).sum()
}

/// Stores minutes as a new meeting like [`super::import_minutes`], in parts. After each, `go_on` is asked; where it
/// says no, everything is taken back. Where the program is killed the next
/// [`take_back_abandoned`](crate::ops::take_back_abandoned) does that.
///
/// # Errors
/// Those of the store; then what was stored is taken back, as far as that can still be written.
pub fn import_in_parts(
    store: &mut Store,
    minutes: &Minutes,
    source: Option<&str>,
    pace: Pace,
    mut go_on: impl FnMut(ImportProgress) -> bool,
) -> Result<Imported> {
    let under_way = UnderWay::begin(store)?;
    let mut parts = Vec::new();
    let end = |under_way: Option<UnderWay>| under_way.into_iter().for_each(UnderWay::end);
    let written = write(store, minutes, source, pace, &mut parts, &mut go_on);
    // Nothing stops this.
    let taking_back = |done, total| {
        let _asked = go_on(ImportProgress::TakingBack { done, total });
    };
    match written {
        Ok(Some(done)) => {
            end(under_way);
            Ok(Imported::Whole(done))
        }
        Ok(None) => {
            let kept = in_parts::take_back(store, Op::ImportPart, &parts, pace.pause, taking_back)?;
            end(under_way);
            Ok(Imported::TakenBack { kept })
        }
        Err(error) => {
            if let Err(error) = in_parts::take_back(store, Op::ImportPart, &parts, pace.pause, taking_back) {
                tracing::error!(?error, "parts that could not be taken back");
            } else {
                end(under_way);
            }
            Err(error)
        }
    }
}

/// Writes part after part. `None` where it should not go on.
fn write(
    store: &mut Store,
    minutes: &Minutes,
    source: Option<&str>,
    pace: Pace,
    parts: &mut Vec<LogId>,
    go_on: &mut impl FnMut(ImportProgress) -> bool,
) -> Result<Option<Done<MeetingId>>> {
    let total = minutes.sections.iter().map(|section| section.entries.len()).sum();
    let mut changes = Changes::default();
    let begun = store.transact(Op::ImportPart, WriteScope::NewMeeting, |tx| {
        let programme = super::usual_programme(tx)?;
        let writing = Writing::begin(tx, minutes, source, programme)?;
        Ok::<_, store::StoreError>((writing, tx.at()?))
    })?;
    changes.extend(begun.changes);
    let (mut writing, at) = begun.value;
    parts.push(at);
    let meeting = writing.meeting;
    loop {
        thread::sleep(pace.pause);
        if !go_on(ImportProgress::Storing { done: writing.entries, total })
            || store::meeting::get(store, meeting)?.is_none()
        {
            return Ok(None);
        }
        if writing.is_done() {
            break;
        }
        let part = store.transact(Op::ImportPart, WriteScope::Meeting(meeting), |tx| {
            tx.about(minutes.title.clone());
            let (start, mut written) = (Instant::now(), 0);
            writing.resume(tx)?;
            while written < pace.most && start.elapsed() < pace.time && writing.step(tx)? {
                written += 1;
            }
            tx.at()
        })?;
        parts.push(part.value);
        changes.extend(part.changes);
    }
    let last = store.transact(Op::ImportMinutes, WriteScope::Meeting(meeting), |tx| {
        tx.about(minutes.title.clone());
        tx.ends(parts.iter().map(|part| part.seq).collect());
        writing.finish(tx)
    })?;
    changes.extend(last.changes);
    Ok(Some(Done { value: meeting, changes }))
}
