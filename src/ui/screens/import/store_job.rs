//! The storing of a long file by a job, with a connection of its own. Everything of it is stored, or nothing: where it
//! is cancelled or fails the page shows the file again.

use super::state::Import;
use crate::i18n::Words;
use crate::minutes::Minutes;
use crate::ops::{self, ImportProgress, Imported, Pace};
use crate::store::{Done, SecondConnection};
use crate::ui::context::Ctx;
use crate::ui::effect::{Effect, Write};
use crate::ui::error::UiError;
use crate::ui::jobs::{Finish, Job, Progress};
use crate::ui::layer::NextStep;

/// What is to be stored.
#[derive(Debug)]
pub(super) struct StoreJob {
    pub(super) connection: SecondConnection,
    pub(super) minutes: Minutes,
    pub(super) sha256: String,
    /// What is said when it is stored; empty where other files follow.
    pub(super) notice: String,
    pub(super) words: &'static Words,
}

impl StoreJob {
    /// The work on its own thread.
    pub(super) fn job(self) -> Job {
        let total = self.minutes.sections.iter().map(|section| section.entries.len()).sum();
        let (label, question) = ((self.words.files.storing)(0, total), self.words.files.storing_is_lost);
        Job::new(label, move |progress| Ok(self.finish(progress))).asked_about(question)
    }

    fn store(&self, progress: &Progress) -> Result<Imported, UiError> {
        let words = &self.words.files;
        let mut store = self.connection.clone().open()?;
        let imported =
            ops::import_in_parts(&mut store, &self.minutes, Some(&self.sha256), Pace::default(), |come| {
                progress.doing(match come {
                    ImportProgress::Storing { done, total } => (words.storing)(done, total),
                    ImportProgress::TakingBack { done, total } => (words.taking_back)(done, total),
                });
                !progress.is_cancelled()
            });
        Ok(imported?)
    }

    fn finish(self, progress: &Progress) -> Finish {
        let words = &self.words.files;
        match self.store(progress) {
            Ok(Imported::Whole(Done { value, changes })) => {
                let known = changes.clone();
                // It is on disk already; what follows a write follows it here too.
                let write = Write::new(self.notice, move |_| Ok::<_, UiError>(Done { value, changes }));
                let reply = NextStep::by(move |page: &mut Import, (), ctx: &Ctx| page.stored(&known, ctx));
                Finish { notice: String::new(), write: Some(write), reply: Some(reply) }
            }
            Ok(Imported::TakenBack { kept }) => {
                let title = if self.minutes.title.is_empty() { words.untitled } else { &self.minutes.title };
                let notice = (words.not_stored)(title, kept);
                let said = notice.clone();
                let reply = NextStep::by(move |page: &mut Import, (), _: &Ctx| {
                    page.set_storing(false);
                    Effect::Notice(said)
                });
                Finish { notice, write: None, reply: Some(reply) }
            }
            Err(error) => {
                let notice = error.message(self.words);
                let reply = NextStep::by(move |page: &mut Import, (), _: &Ctx| {
                    page.set_storing(false);
                    Err::<Effect, UiError>(error)
                });
                Finish { notice, write: None, reply: Some(reply) }
            }
        }
    }
}
