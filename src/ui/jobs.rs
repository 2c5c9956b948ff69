//! Long work on its own threads: progress, cancelling and the result come back through the one channel of events.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::effect::Write;
use super::error::UiError;
use super::event::Event;
use super::layer::{Asker, NextStep};

/// What is done on the main thread when the work has ended.
#[derive(Debug, Default)]
pub struct Finish {
    /// The result in one line. It is shown where the asker has nothing more to do, is gone, or cannot be seen now.
    pub notice: String,
    /// A write that belongs to the work, wherever its asker is.
    pub write: Option<Write>,
    /// The asker's next step. It waits until the asker is on top, so that no question opens over something else; it is
    /// dropped if the asker is gone.
    pub reply: Option<NextStep<()>>,
}

/// The work of a job: it reports progress and should stop when it is cancelled.
type JobWork = Box<dyn FnOnce(&Progress) -> Result<Finish, UiError> + Send>;

/// Long work and its name.
pub struct Job {
    /// What it is called while it runs.
    pub label: String,
    /// The work; it runs on its own thread, with its own connection to the store if it needs one.
    pub work: JobWork,
    /// What the program asks before it ends while this runs; `None` where nothing is lost by that.
    question: Option<&'static str>,
}

impl Job {
    /// Long work, on a thread of its own.
    pub fn new(
        label: impl Into<String>,
        work: impl FnOnce(&Progress) -> Result<Finish, UiError> + Send + 'static,
    ) -> Self {
        Self { label: label.into(), work: Box::new(work), question: None }
    }

    /// The same work, about which the program asks this before it ends.
    #[must_use]
    pub fn asked_about(self, question: &'static str) -> Self {
        Self { question: Some(question), ..self }
    }
}

impl fmt::Debug for Job {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Job").field("label", &self.label).finish_non_exhaustive()
    }
}

/// A message of a job.
pub struct News {
    /// The number of the job.
    pub job: u64,
    /// What has happened to it.
    pub update: Update,
}

/// What can happen to a job.
pub enum Update {
    /// How much of it is done, in percent.
    Progress(u8),
    /// What it does now, in the place of what it was called before.
    Doing(String),
    /// It has ended.
    Ended(Result<Finish, UiError>),
}

impl fmt::Debug for News {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("News").field("job", &self.job).finish_non_exhaustive()
    }
}

/// The channel from a job to the program, and the request to cancel it.
#[derive(Debug)]
pub struct Progress {
    job: u64,
    events: Sender<Event>,
    cancelled: Arc<AtomicBool>,
}

impl Progress {
    /// Reports that `done` of `total` parts are done. Cheap: only whole percents are sent.
    pub fn step(&self, done: usize, total: usize) {
        let percent = |done: usize| u8::try_from(done.saturating_mul(100) / total.max(1)).unwrap_or(100);
        if percent(done) != percent(done.saturating_sub(1)) {
            // The program may be gone already; then nobody wants to know.
            let _gone =
                self.events.send(Event::Job(News { job: self.job, update: Update::Progress(percent(done)) }));
        }
    }

    /// Reports what is done now, where the work has steps of different kinds.
    pub fn doing(&self, label: String) {
        let _gone = self.events.send(Event::Job(News { job: self.job, update: Update::Doing(label) }));
    }

    /// Whether the work should stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// A job that runs.
#[derive(Debug)]
struct Running {
    job: u64,
    asker: Asker,
    typed: u64,
    label: String,
    percent: Option<u8>,
    question: Option<&'static str>,
    cancelled: Arc<AtomicBool>,
}

/// A job that has ended.
#[derive(Debug)]
pub struct Ended {
    /// Who started it.
    pub asker: Asker,
    /// How many characters had been typed in the program when it started.
    pub typed: u64,
    /// How it ended.
    pub result: Result<Finish, UiError>,
}

/// All jobs that run.
#[derive(Debug)]
pub struct Jobs {
    events: Sender<Event>,
    running: Vec<Running>,
    count: u64,
    /// Whether the program ends once those that are asked about have been cancelled.
    are_last: bool,
}

impl Jobs {
    /// No jobs yet; their news go through this channel.
    pub fn new(events: Sender<Event>) -> Self {
        Self { events, running: Vec::new(), count: 0, are_last: false }
    }

    /// No jobs, numbered after those of this value so that news of its jobs mean nothing to the new one.
    #[must_use]
    pub fn successor(&self) -> Self {
        Self { count: self.count, ..Self::new(self.events.clone()) }
    }

    /// Starts a job. `typed` is how many characters had been typed by then.
    pub fn start(&mut self, asker: Asker, job: Job, typed: u64) {
        self.count += 1;
        let cancelled = Arc::new(AtomicBool::new(false));
        let progress =
            Progress { job: self.count, events: self.events.clone(), cancelled: Arc::clone(&cancelled) };
        self.running.push(Running {
            job: self.count,
            asker,
            typed,
            label: job.label,
            percent: None,
            question: job.question,
            cancelled,
        });
        let (work, events, job) = (job.work, self.events.clone(), self.count);
        thread::spawn(move || {
            // A job that panics has ended too: its asker must not wait for ever.
            let ended = catch_unwind(AssertUnwindSafe(|| work(&progress))).unwrap_or(Err(UiError::Panicked));
            let _gone = events.send(Event::Job(News { job, update: Update::Ended(ended) }));
        });
    }

    /// Takes the news of a job. Returns it if it ended; one that was too far gone to be cancelled ends like any other.
    pub fn receive(&mut self, news: News) -> Option<Ended> {
        let at = self.running.iter().position(|running| running.job == news.job)?;
        match news.update {
            Update::Progress(percent) => {
                self.running[at].percent = Some(percent);
                None
            }
            Update::Doing(label) => {
                self.running[at].label = label;
                None
            }
            Update::Ended(result) => {
                let Running { asker, typed, .. } = self.running.remove(at);
                Some(Ended { asker, typed, result })
            }
        }
    }

    /// Asks the newest job to stop. Returns its label, or `None` where nothing runs.
    pub fn cancel(&mut self) -> Option<String> {
        let job = self.running.last().filter(|job| !job.cancelled.swap(true, Ordering::Relaxed))?;
        Some(job.label.clone())
    }

    /// Asks all jobs to stop.
    pub fn cancel_all(&self) {
        self.running.iter().for_each(|job| job.cancelled.store(true, Ordering::Relaxed));
    }

    /// Whether a job runs that a screen waits for, or that is not to be left half done.
    pub fn are_waited_for(&self) -> bool {
        self.running.iter().any(|running| running.asker != Asker::App) || self.question().is_some()
    }

    /// What is asked before the program ends while these run; `None` where nothing is lost by that, or it was asked.
    pub fn question(&self) -> Option<&'static str> {
        self.running.iter().find_map(|running| running.question).filter(|_| !self.are_last)
    }

    /// Asks all jobs to stop, after which the program is to end.
    pub fn cancel_to_end(&mut self) {
        self.are_last = true;
        self.cancel_all();
    }

    /// Whether the program is to end now, as it was to when they have been cancelled.
    pub fn have_ended(&mut self) -> bool {
        let is_asked_about = self.running.iter().any(|running| running.question.is_some());
        !is_asked_about && std::mem::take(&mut self.are_last)
    }

    /// What runs, and how far it has come.
    pub fn newest(&self) -> Option<(&str, Option<u8>)> {
        self.running.last().map(|job| (job.label.as_str(), job.percent))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_job_that_panics_has_ended() {
        let (events, inbox) = channel();
        let mut jobs = Jobs::new(events);
        jobs.start(Asker::App, Job::new("Kopia", |_| panic!("rehearsed")), 0);
        let Ok(Event::Job(news)) = inbox.recv() else { panic!("no news") };
        assert!(matches!(jobs.receive(news), Some(Ended { result: Err(UiError::Panicked), .. })));
        assert!(jobs.newest().is_none());
    }
}
