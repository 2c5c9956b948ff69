//! Leaving the example. It is deleted afterwards, so a user who did something in it is asked first: their words can be
//! copied to their own store, and what cannot is named.

use super::drafts::items;
use super::{App, Ending};
use crate::demo::{self, OwnWork};
use crate::i18n::operations;
use crate::minutes::Minutes;
use crate::model::history::LogId;
use crate::ui::dialogs::choice::Choice;
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::error::UiError;
use crate::ui::layer::Asker;

/// So many operations that stay in the example are named.
const NAMED: usize = 4;

/// Writes the words into the user's own store.
pub type KeepOwnWords = Box<dyn Fn(&Minutes) -> Result<(), UiError>>;

/// What the program needs to know where it shows the example.
pub struct Example {
    /// The operation after which what is done is the user's own.
    pub since: LogId,
    /// Copies words to the user's own store.
    pub keep: KeepOwnWords,
    /// The folder of the example; it is deleted with this value.
    pub folder: tempfile::TempDir,
}

impl App {
    /// Ends the program or goes to another store, once what was written is saved. If the user has done something in the
    /// example, a question comes first. To ask for the same again over that question is an answer too: the words go
    /// along. Over the error that kept something from being saved it means that this is given up.
    pub(super) fn end(&mut self, ending: Ending) {
        let is_asked = self.question.is_some_and(|question| self.top_asker() == Asker::Layer(question));
        if ending != Ending::Quit && self.jobs.are_waited_for() {
            // What is being exported belongs to this store, and its end is shown here.
            self.notice = Some(self.look.words.app.still_working.to_owned());
            return;
        }
        if let Some(question) = self.jobs.question() {
            return self.ask_to_cancel(question);
        }
        if let (Err(error), false) = (self.leave(), is_asked) {
            self.show_error(&error);
            self.question = Some(self.opened);
            return;
        }
        match self.own_work() {
            Ok(Some(work)) if !work.is_empty() && !is_asked => self.ask_about_work(&work, ending),
            Ok(Some(work)) if demo::amount(&work.written) != (0, 0) => self.keep_own_words(ending),
            Ok(_) => self.ending = Some(ending),
            Err(error) => self.show_error(&error),
        }
    }

    /// Asks whether to cancel what is under way and then end. Whoever does not wait for that either ends at once: what
    /// is half done is taken back at the next start.
    fn ask_to_cancel(&mut self, question: &str) {
        let words = &self.look.words.app;
        let ask = Effect::ask_plain(Confirm::new(words.cancel_and_end, question), |answer, _| match answer {
            DialogAnswer::Yes => Ok(Effect::EndWhenCancelled),
            _ => Ok(Effect::None),
        });
        self.perform(Asker::App, ask);
    }

    /// Cancels what is under way, and ends then.
    pub(super) fn end_when_cancelled(&mut self) {
        self.jobs.cancel_to_end();
        self.end_if_cancelled();
    }

    /// Ends where that was to be when nothing is under way any more.
    pub(super) fn end_if_cancelled(&mut self) {
        if self.jobs.have_ended() {
            self.end(Ending::Quit);
        }
    }

    /// What the user did in the example; `None` where this is not the example.
    pub(super) fn own_work(&self) -> Result<Option<OwnWork>, UiError> {
        let Some(example) = &self.example else { return Ok(None) };
        let mut work = demo::own_work(&self.store, example.since, self.look.words)?;
        for half in self.half_lines() {
            work.add_unfinished(&half.text, self.look.words);
        }
        Ok(Some(work))
    }

    fn ask_about_work(&mut self, work: &OwnWork, ending: Ending) {
        let words = &self.look.words.app;
        let (lines, reports) = demo::amount(&work.written);
        let things = lines + reports;
        let has_words = things > 0;
        let choice = if has_words {
            let title = (words.own_words)(&(words.amount)(lines, reports));
            Choice::new(
                title,
                items([(words.keep_words)(things), (words.drop_words)(things), words.stay_in_example]),
            )
        } else {
            Choice::new(words.own_changes, items([words.leave_example, words.stay_in_example]))
        };
        let ask = Effect::ask_plain(choice.about(self.what_stays(work)), move |answer, _| match answer {
            DialogAnswer::Choice(0) if has_words => Effect::KeepOwnWords(ending),
            DialogAnswer::Choice(0) => Effect::End(ending),
            DialogAnswer::Choice(1) if has_words => Effect::End(ending),
            _ => Effect::None,
        });
        self.perform(Asker::App, ask);
        self.question = Some(self.opened);
    }

    /// Names what cannot be taken along; empty where that is nothing.
    fn what_stays(&self, work: &OwnWork) -> String {
        let words = self.look.words;
        let mut names: Vec<String> = Vec::new();
        for operation in &work.stays {
            let name = operations::operation(words.lang, operation);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let more = names.len().saturating_sub(NAMED);
        names.truncate(NAMED);
        if names.is_empty() { String::new() } else { (words.app.stays_in_example)(&names.join(", "), more) }
    }

    /// Copies the user's words to their own store, then ends. If they cannot be written, the example stays open.
    pub(super) fn keep_own_words(&mut self, ending: Ending) {
        let Some(example) = &self.example else { return };
        let kept = self.own_work().and_then(|work| {
            let written = work.map(|work| work.written).unwrap_or_default();
            (example.keep)(&written).map(|()| written)
        });
        match kept {
            Ok(written) => {
                self.notice = Some(self.kept_in(&written));
                self.ending = Some(ending);
            }
            Err(error) => self.show_error(&error),
        }
    }
}
