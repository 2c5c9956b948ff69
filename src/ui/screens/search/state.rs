//! What is looked for, the thread that looks, and what it found.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::clock::Clock;
use crate::model::Entry;
use crate::model::history::Entity;
use crate::store::search::{Hit, by_meeting};
use crate::store::{self, Marks, Store};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::event::Bell;
use crate::ui::input::TextInput;
use crate::ui::lists::marked::Marked;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::grouped_rows::GroupedRows;
use crate::ui::worker::Worker;

/// How many are looked for; that there are more is said, not counted.
const LIMIT: usize = 50;

/// What is looked for, and the hits of the last question that was answered.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct Search {
    pub(super) field: TextField,
    /// The question that `hits` answers. It lags behind the field while the worker looks.
    pub(super) answered: String,
    pub(super) hits: Vec<Hit>,
    pub(super) more: bool,
    pub(super) rows: GroupedRows,
    /// Whether one has walked to the hits since the question was written: only then is anything done to a hit.
    pub(super) is_at_hits: bool,
    /// The chosen hit where it is gone: nothing is done to what came in its place before one walks, or it is there
    /// again.
    pub(super) gone: Option<(Entity, Uuid)>,
    pub(super) marks: Marks,
    /// The hits that are marked, each an entry.
    pub(super) marked: Marked,
    /// What went wrong last, in words.
    pub(super) error: Option<String>,
    worker: Option<Worker<SearchQuestion, FoundHits>>,
}

impl Search {
    /// The page with no question yet.
    pub(in crate::ui::screens) fn new() -> Self {
        Self::default()
    }

    /// Reads what the rows are drawn with, and asks again: somebody has written.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.marks = store::marks(ctx.store)?;
        self.read_marked(ctx.store)?;
        self.ask(ctx);
        Ok(())
    }

    /// Reads those that are marked again: what is no hit of this question is out of sight.
    fn read_marked(&mut self, store: &Store) -> store::Result<()> {
        let hits = &self.hits;
        self.marked
            .read(store, |entry| Ok(hits.iter().filter_map(found_entry).any(|found| found.id == entry.id)))
    }

    /// Asks the worker. A store in memory, which no window is opened on, cannot be read by another thread.
    pub(super) fn ask(&mut self, ctx: &Ctx) {
        let Some(store) = ctx.store.path_to_read() else { return };
        let start = || looking(ctx.clock, ctx.bell.clone());
        let question = SearchQuestion { query: self.field.text().to_owned(), store };
        self.worker.get_or_insert_with(start).ask(question);
    }

    /// One has walked to the hits. Those of an earlier question are about to give way to others.
    pub(super) fn go_to_hits(&mut self) {
        self.gone = None;
        self.is_at_hits = !self.hits.is_empty() && self.answered == self.field.text();
    }

    /// Takes what the worker has found since last time.
    pub(super) fn listen(&mut self, ctx: &Ctx) {
        if let Some(found) = self.worker.as_ref().and_then(Worker::heard) {
            self.take(found.query, found.hits, ctx);
        }
    }

    /// Shows what was found.
    fn take(&mut self, query: String, hits: store::Result<Vec<Hit>>, ctx: &Ctx) {
        let same = self.answered == query;
        self.answered = query;
        let chosen = || self.hits.get(self.rows.selected()).map(|hit| (hit.entity, hit.id));
        let chosen = self.gone.or_else(chosen);
        match hits {
            Ok(mut hits) => {
                self.more = hits.len() > LIMIT;
                hits.truncate(LIMIT);
                let meetings = hits.chunk_by(|a, b| a.meeting == b.meeting);
                self.rows.regroup(meetings.map(<[Hit]>::len).collect());
                self.hits = hits;
                let read = self.read_marked(ctx.store);
                self.error = read.err().map(|error| UiError::from(error).message(ctx.look.words));
            }
            Err(error) => self.error = Some(UiError::from(error).message(ctx.look.words)),
        }
        if !same {
            self.rows.select(0);
            (self.is_at_hits, self.gone) = (false, None);
        } else if let Some(at) = self.hits.iter().position(|hit| Some((hit.entity, hit.id)) == chosen) {
            // Hits come and go over the chosen one.
            self.rows.select(at);
            self.gone = None;
        } else {
            self.gone = chosen;
        }
    }
}

/// The entry whose own words were found; `None` for a response, a heading or a meeting.
pub(super) fn found_entry(hit: &Hit) -> Option<&Entry> {
    hit.entry.as_ref().filter(|_| hit.entity == Entity::Entry)
}

/// What was found for a question.
#[derive(Debug)]
struct FoundHits {
    query: String,
    hits: store::Result<Vec<Hit>>,
}

/// What is looked for, and where.
#[derive(Debug)]
struct SearchQuestion {
    query: String,
    store: PathBuf,
}

/// The thread that looks, with a connection of its own. It is opened when it is needed first, again where that failed,
/// and where another file is read than before.
fn looking(clock: Clock, bell: Bell) -> Worker<SearchQuestion, FoundHits> {
    let mut reader = None;
    Worker::start(bell, move |SearchQuestion { query, store }| {
        let hits = ready(&mut reader, &store, clock).and_then(|reader| by_meeting(reader, &query, LIMIT + 1));
        FoundHits { query, hits }
    })
}

fn ready<'a>(
    reader: &'a mut Option<(PathBuf, Store)>,
    path: &Path,
    clock: Clock,
) -> store::Result<&'a Store> {
    reader.take_if(|(known, _)| known != path);
    match reader {
        Some((_, reader)) => Ok(reader),
        None => Ok(&reader.insert((path.to_owned(), Store::reader(path, clock)?)).1),
    }
}
