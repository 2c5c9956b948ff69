//! Undoing and redoing from any screen. An operation of an earlier sitting or of another meeting is undone only after a
//! question, and so is the one before an act that wrote nothing.

use super::App;
use crate::i18n::operations;
use crate::model::history::{LogId, Operation};
use crate::ops::{self, Refused};
use crate::ui::command::Command;
use crate::ui::dialogs::confirm;
use crate::ui::dialogs::message::Message;
use crate::ui::effect::Effect;
use crate::ui::layer::Asker;
use crate::ui::naming;
use crate::ui::screen::Changed;

/// What one thinks of when one undoes.
#[derive(Debug, Default)]
pub(super) struct NearActs {
    /// What has been done since one came to the place that is shown: it is near, whatever meeting it is of.
    pub(super) done_here: Vec<LogId>,
    /// Whether the last act wrote nothing: what is undone next is older than that.
    pub(super) wrote_nothing: bool,
    /// The notice that was shown last with the key that undoes, and without it.
    pub(super) promised: Option<(String, String)>,
}

impl App {
    /// Brings back the box that was closed with words in it, or undoes the newest operation, or asks first whether to.
    pub(super) fn undo(&mut self) {
        if self.bring_box_back() {
            return;
        }
        match ops::undoable(&self.store) {
            Ok(operation) if self.near.wrote_nothing => {
                self.ask_undo(&operation, self.words().app.undo_older);
            }
            Ok(operation) if self.is_far(&operation) => self.ask_undo(&operation, self.words().app.undo_when),
            Ok(operation) => self.undo_operation(operation.at),
            Err(error) => self.not_turned(error),
        }
    }

    /// Asks whether to undo an operation, which was done `when`.
    fn ask_undo(&mut self, operation: &Operation, when: fn(&str, &str) -> String) {
        let ask = confirm::undo(&self.what(operation), operation, when, &self.look);
        self.perform(Asker::App, ask);
    }

    /// Undoes this operation and no other, whatever was written since.
    pub(super) fn undo_operation(&mut self, operation: LogId) {
        let turned = ops::undo(&mut self.store, operation);
        self.turned(turned, |app, what| (app.words().app.undone)(what, &app.key_of(Command::Redo)));
    }

    /// Redoes the operation that was undone last.
    pub(super) fn redo(&mut self) {
        let turned = ops::redoable(&self.store).and_then(|next| ops::redo(&mut self.store, next.at));
        self.turned(turned, |app, what| (app.words().app.redone)(what, &app.key_of(Command::Undo)));
    }

    /// While something is typed the key that undoes takes that back: the notice does not promise it for anything else.
    pub(super) fn promise_no_undo_while_typing(&mut self) {
        let Some((receipt, done)) = &self.near.promised else { return };
        if self.notice.as_ref() == Some(receipt) {
            let done = done.clone();
            if self.with_top(|screen, _| screen.undoes_typing()) {
                self.notice = Some(done);
            }
        }
    }

    /// Shows the store as it is now, and which operation was undone or redone.
    fn turned(
        &mut self,
        turned: ops::Result<crate::store::Done<ops::Turned>>,
        message: fn(&Self, &str) -> String,
    ) {
        self.near.wrote_nothing = false;
        match turned {
            Ok(done) => {
                let notice = message(self, &self.what(&done.value.operation));
                self.refresh(Changed::Turned(&done.changes));
                self.count_due();
                if done.value.left.is_empty() {
                    self.notice = Some(notice);
                } else {
                    let left = naming::left(&self.store, &done.value.left, self.words());
                    self.perform(Asker::App, Effect::open(Message::new(notice, left)));
                }
            }
            Err(error) => self.not_turned(error),
        }
    }

    /// Shows why nothing was undone or redone.
    fn not_turned(&mut self, error: Refused) {
        match error {
            Refused::Store(_) => self.show_error(&error.into()),
            refused => self.notice = Some(crate::speech::refused(&refused, self.words()).to_string()),
        }
    }

    /// Whether an operation was done at an earlier time, or in another meeting than the one that is open, and not just
    /// now in what is shown.
    fn is_far(&self, operation: &Operation) -> bool {
        if self.near.done_here.contains(&operation.at) {
            return false;
        }
        let elsewhere = operation.meeting().is_some() && operation.meeting() != self.session.meeting;
        operation.sitting != self.store.sitting() || (elsewhere && self.session.meeting.is_some())
    }

    /// An operation in words: "svara på U-3".
    fn what(&self, operation: &Operation) -> String {
        operations::operation(self.words().lang, operation)
    }
}
