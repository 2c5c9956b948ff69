//! The searching itself, on a thread with a connection of its own, so that no key ever waits for it. Only the latest
//! question counts; between questions the thread sleeps. It ends when the page does.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::clock::Clock;
use crate::store::search::{Hit, Searcher};
use crate::store::{Result, Store};
use crate::ui::event::Bell;

/// What was found for a question.
#[derive(Debug)]
pub(super) struct Found {
    /// The question.
    pub query: String,
    /// What was found, newest first, at most so many as were asked for.
    pub hits: Result<Vec<Hit>>,
}

/// The thread, seen from the page.
#[derive(Debug)]
pub(super) struct Worker {
    questions: Sender<String>,
    answers: Receiver<Found>,
}

impl Worker {
    /// A thread that searches the file and rings the bell when it has found something.
    pub(super) fn start(path: PathBuf, clock: Clock, bell: Bell, limit: usize) -> Self {
        let (questions, inbox) = channel();
        let (outbox, answers) = channel();
        thread::spawn(move || {
            let mut searcher = None;
            while let Some(query) = latest(&inbox) {
                let hits =
                    ready(&mut searcher, &path, clock).and_then(|searcher| searcher.find(&query, limit));
                if outbox.send(Found { query, hits }).is_err() {
                    return;
                }
                bell.ring();
            }
        });
        Self { questions, answers }
    }

    /// Asks. Questions that were asked before and not begun are dropped.
    pub(super) fn ask(&self, query: &str) {
        let _gone = self.questions.send(query.to_owned());
    }

    /// The newest answer that has come since last time.
    pub(super) fn heard(&self) -> Option<Found> {
        self.answers.try_iter().last()
    }
}

/// The searcher, opened when it is needed first and again where that failed.
fn ready<'a>(searcher: &'a mut Option<Searcher>, path: &Path, clock: Clock) -> Result<&'a mut Searcher> {
    match searcher {
        Some(searcher) => Ok(searcher),
        None => Ok(searcher.insert(Searcher::new(Store::reader(path, clock)?))),
    }
}

/// Waits for a question, and takes the last of those that wait. `None` when nobody can ask any more.
fn latest(inbox: &Receiver<String>) -> Option<String> {
    let first = inbox.recv().ok()?;
    Some(inbox.try_iter().last().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::model::MeetingKind;
    use crate::ops::{self, NewMeeting};
    use crate::store::Options;
    use crate::ui::event::Event;

    #[test]
    fn the_thread_answers_the_latest_question_and_sees_what_was_written_since() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.db");
        let clock = Clock::Fixed(chrono::NaiveDate::from_ymd_opt(2026, 3, 4).unwrap().into());
        let mut store = Store::open(&path, Options { clock, author: None }).unwrap();
        let (events, inbox) = channel();
        let worker = Worker::start(path, clock, Bell::new(events), 50);
        let answer = |query: &str| {
            worker.ask("något annat");
            worker.ask(query);
            loop {
                assert!(matches!(inbox.recv_timeout(Duration::from_secs(20)), Ok(Event::Woken)));
                if let Some(found) = worker.heard().filter(|found| found.query == query) {
                    return found.hits.unwrap().into_iter().map(|hit| hit.text).collect::<Vec<_>>();
                }
            }
        };
        assert!(answer("vecka").is_empty());
        let title = "Framtidsveckan".to_owned();
        let (kind, place, audience) = (MeetingKind::RoundTable, String::new(), String::new());
        let (date, time, tables, sections) = (None, None, 0, Vec::new());
        let new = NewMeeting { title, kind, date, time, place, audience, tables, sections };
        ops::create_meeting(&mut store, new).unwrap();
        assert_eq!(answer("vecka"), ["Framtidsveckan"]);
    }
}
