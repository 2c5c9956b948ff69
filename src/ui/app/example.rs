//! Leaving the example. It is deleted afterwards, so a user who wrote lines in it is asked whether they are copied to
//! their own store.

use super::{App, Ending};
use crate::demo;
use crate::model::history::LogId;
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::error::UiError;
use crate::ui::layer::Asker;

/// Writes the lines into the user's own store, and returns the notice about it.
pub type KeepLines = Box<dyn Fn(Vec<demo::OwnLine>) -> Result<String, UiError>>;

/// What the program needs to know where it shows the example.
pub struct Example {
    /// The operation after which lines are the user's own.
    pub since: LogId,
    /// Copies the lines to the user's own store.
    pub keep: KeepLines,
    /// The folder of the example; it is deleted with this value.
    pub folder: tempfile::TempDir,
}

impl App {
    /// Ends the program or goes to another store, once what was written is saved. If the user has lines in the example,
    /// a question comes first. To ask for the same again over that question, or over the error that kept something from
    /// being saved, is an answer too: it is given up.
    pub(super) fn end(&mut self, ending: Ending) {
        let is_asked = self.question.is_some_and(|question| self.top_asker() == Asker::Layer(question));
        if ending != Ending::Quit && self.jobs.has_askers() {
            // What is being exported belongs to this store, and its end is shown here.
            self.notice = Some(self.look.words.app.still_working.to_owned());
            return;
        }
        if let (Err(error), false) = (self.leave(false), is_asked) {
            self.show_error(&error);
            self.question = Some(self.opened);
            return;
        }
        match self.own_lines() {
            Ok(lines) if !lines.is_empty() && !is_asked => self.ask_about_lines(lines.len(), ending),
            Ok(_) => self.ending = Some(ending),
            Err(error) => self.show_error(&error),
        }
    }

    fn own_lines(&self) -> Result<Vec<demo::OwnLine>, UiError> {
        let Some(example) = &self.example else { return Ok(Vec::new()) };
        let mut lines = demo::own_lines(&self.store, example.since, self.look.words)?;
        lines.extend(self.draft().map(|draft| demo::OwnLine::unfinished(&draft, self.look.words)));
        Ok(lines)
    }

    fn ask_about_lines(&mut self, lines: usize, ending: Ending) {
        let words = &self.look.words.app;
        let items = words.leave_example.map(ChoiceItem::new).to_vec();
        let ask =
            Effect::ask_plain(Choice::new((words.own_lines)(lines), items), move |answer, _| match answer {
                DialogAnswer::Choice(0) => Effect::KeepLines(ending),
                DialogAnswer::Choice(_) => Effect::End(ending),
                _ => Effect::None,
            });
        self.perform(Asker::App, ask);
        self.question = Some(self.opened);
    }

    /// Copies the user's lines to their own store, then ends. If they cannot be written, the example stays open.
    pub(super) fn keep_lines(&mut self, ending: Ending) {
        let copied = self.own_lines().and_then(|lines| match &self.example {
            Some(example) => (example.keep)(lines),
            None => Ok(String::new()),
        });
        match copied {
            Ok(notice) => {
                self.notice = Some(notice);
                self.ending = Some(ending);
            }
            Err(error) => self.show_error(&error),
        }
    }
}
