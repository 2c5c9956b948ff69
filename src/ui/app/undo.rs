//! Undoing and redoing from any screen. An operation of an earlier sitting or of another page or meeting is undone only
//! after a question, and so is the one before an act that wrote nothing.

use super::App;
use crate::i18n::operations;
use crate::model::history::{LogId, Op, Operation};
use crate::ops::{self, Refused, TurnProgress, Turned};
use crate::store::in_parts::PAUSE;
use crate::store::undo::Turn;
use crate::store::{Done, history};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm;
use crate::ui::dialogs::message::Message;
use crate::ui::effect::Effect;
use crate::ui::jobs::{Finish, Job};
use crate::ui::layer::{Asker, NextStep};
use crate::ui::naming;
use crate::ui::place::Tab;
use crate::ui::screen::{Changed, Screen};

/// Why an undo is expected though what it takes back is not seen.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// It is not.
    #[default]
    No,
    /// The notice that was shown before this key names what was done, and the key that undoes it.
    Named,
    /// The last act was to undo something after a question: one walks back.
    WalkingBack,
}

/// What one thinks of when one undoes.
#[derive(Debug, Default)]
pub(super) struct NearActs {
    /// What has been done since one came to the place that is shown: it is near, whatever meeting it is of.
    pub(super) done_here: Vec<LogId>,
    /// Whether the last act wrote nothing: what is undone next is older than that.
    pub(super) wrote_nothing: bool,
    /// Whether what was done last may be undone unseen.
    pub(super) expected: Expected,
    /// Whether something is being undone or redone in parts.
    turning: bool,
    /// The notice that was shown last with the key that undoes, and without it.
    pub(super) promised: Option<(String, String)>,
}

impl NearActs {
    /// One has gone to another place: nothing has been done there yet.
    pub(super) fn forget_place(&mut self) {
        self.done_here.clear();
        self.expected = Expected::No;
    }
}

impl App {
    /// Takes back the last typing in the field that is written in, or does it again. Returns whether undoing means
    /// that; it is said where there is nothing.
    pub(super) fn turn_typing(&mut self, again: bool) -> bool {
        let turned = self.with_top(|screen, _| {
            screen.undoes_typing().then(|| screen.text_field()).flatten().and_then(|field| field.turn(again))
        });
        match turned {
            Some(true) => {
                self.typed += 1;
                self.notice = None;
                self.step(Screen::typed);
            }
            Some(false) => {
                let words = &self.look.words.app;
                let said = if again { words.no_typing_again } else { words.no_typing };
                self.notice = Some(said.to_owned());
            }
            None => {}
        }
        turned.is_some()
    }

    /// Brings back the box that was closed with words in it, or undoes the newest operation, or asks first whether to.
    pub(super) fn undo(&mut self) {
        if self.bring_box_back() {
            return;
        }
        match ops::undoable(&self.store) {
            Ok(operation) if self.near.wrote_nothing => {
                self.ask_undo(&operation, self.words().app.undo_older);
            }
            Ok(operation) if self.takes_meeting_away(&operation) => {
                self.ask_undo(&operation, self.words().app.undo_meeting);
            }
            Ok(operation) if self.is_far(&operation) => self.ask_undo(&operation, self.words().app.undo_when),
            Ok(operation) if self.near.expected == Expected::No && self.is_unseen(&operation) => {
                self.ask_undo(&operation, self.words().app.undo_elsewhere);
            }
            Ok(operation) => self.undo_operation(operation.at),
            Err(error) => self.not_turned(error),
        }
    }

    /// Notes before a key whether the notice names what was done and the key that undoes it.
    pub(super) fn note_offered_undo(&mut self) {
        let offer = (self.look.words.app.done)("", &self.key_of(Command::Undo));
        if self.notice.as_ref().is_some_and(|notice| notice.ends_with(&offer)) {
            self.near.expected = Expected::Named;
        } else if self.near.expected == Expected::Named {
            self.near.expected = Expected::No;
        }
    }

    /// Asks whether to undo an operation, which was done `when`.
    fn ask_undo(&mut self, operation: &Operation, when: fn(&str, &str) -> String) {
        let ask = confirm::undo(&self.what(operation), operation, when, &self.look);
        self.perform(Asker::App, ask);
    }

    /// Undoes this operation and no other, whatever was written since.
    pub(super) fn undo_operation(&mut self, operation: LogId) {
        match history::at(&self.store, operation) {
            Ok(Some(operation)) if self.turns_in_parts(&operation, Turn::Undo) => {}
            Err(error) => self.show_error(&error.into()),
            Ok(_) => {
                let turned = ops::undo(&mut self.store, operation);
                self.turned(turned, Turn::Undo);
            }
        }
    }

    /// Redoes the operation that was undone last.
    pub(super) fn redo(&mut self) {
        match ops::redoable(&self.store) {
            Ok(next) if self.turns_in_parts(&next, Turn::Redo) => {}
            Ok(next) => {
                let turned = ops::redo(&mut self.store, next.at);
                self.turned(turned, Turn::Redo);
            }
            Err(error) => self.not_turned(error),
        }
    }

    /// Begins to undo or redo what was done in parts, in parts, by a job, unless that goes on already. `false` for what
    /// was done at once.
    fn turns_in_parts(&mut self, operation: &Operation, turn: Turn) -> bool {
        let Some(connection) = self.store.second().filter(|_| !operation.parts.is_empty()) else {
            return false;
        };
        if std::mem::replace(&mut self.near.turning, true) {
            return true;
        }
        let what = self.what(operation);
        let (at, words) = (operation.at, self.look.words);
        let label = if turn == Turn::Undo { words.app.undoing } else { words.app.redoing };
        let job = Job::new(label(&what), move |progress| {
            let turned = connection.open().map_err(Refused::from).and_then(|mut store| {
                ops::turn_in_parts(&mut store, at, turn, PAUSE, |come| {
                    match come {
                        TurnProgress::Turning { done, total } => progress.step(done, total),
                        TurnProgress::TakingBack { done, total } => {
                            progress.doing(words.app.turning_back.to_owned());
                            progress.step(done, total);
                        }
                    }
                    !progress.is_cancelled()
                })
            });
            let show = NextStep::plain(move |(), _: &Ctx| Effect::Turned(turn, Box::new(turned)));
            Ok(Finish { reply: Some(show), ..Finish::default() })
        });
        self.perform(Asker::App, Effect::Job(job.asked_about(self.look.words.app.turning_is_lost)));
        true
    }

    /// Shows what was undone or redone in parts, or that it was cancelled.
    pub(super) fn turned_in_parts(&mut self, turn: Turn, turned: ops::Result<Option<Done<Turned>>>) {
        self.near.turning = false;
        match turned {
            Ok(Some(done)) => self.turned(Ok(done), turn),
            Ok(None) => {
                self.refresh(Changed::Anything);
                self.notice = Some(self.look.words.app.not_turned.to_owned());
            }
            Err(error) => self.turned(Err(error), turn),
        }
    }

    /// While something is typed the key that undoes takes that back: the notice does not promise it for anything else.
    pub(super) fn promise_no_undo_while_typing(&mut self) {
        let Some((receipt, done)) = &self.near.promised else { return };
        if self.notice.as_ref() == Some(receipt) {
            let done = done.clone();
            if self.with_top(|screen, _| screen.undoes_typing() && screen.text_field().is_some()) {
                self.notice = Some(done);
            }
        }
    }

    /// Shows the store as it is now, and which operation was undone or redone.
    fn turned(&mut self, turned: ops::Result<Done<Turned>>, turn: Turn) {
        self.near.wrote_nothing = false;
        match turned {
            Ok(done) => {
                let (words, what) = (&self.look.words.app, self.what(&done.value.operation));
                let notice = match turn {
                    Turn::Undo => (words.undone)(&what, &self.key_of(Command::Redo)),
                    Turn::Redo => (words.redone)(&what, &self.key_of(Command::Undo)),
                };
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

    /// Whether a meeting would go that one does not look at in its list, right after it was made: whoever is at its pen
    /// thinks of the lines.
    fn takes_meeting_away(&self, operation: &Operation) -> bool {
        let is_listed = self.tab == Tab::Meetings && self.near.done_here.contains(&operation.at);
        operation.op == Op::CreateMeeting && !is_listed
    }

    /// Whether an operation was done in an earlier sitting or in another meeting, and not just now in what is shown.
    fn is_far(&self, operation: &Operation) -> bool {
        let elsewhere =
            operation.meeting().is_some_and(|meeting| self.session.meeting.is_some_and(|at| at != meeting));
        !self.is_of_page(operation) && (operation.sitting != self.store.sitting() || elsewhere)
    }

    /// Whether an operation was done where it is not seen now: in another tab or section,
    /// or under the page or box that is shown.
    fn is_unseen(&mut self, operation: &Operation) -> bool {
        if self.layers.is_empty() && self.tab == Tab::RoundTable {
            // The pen shows what is in the open section, wherever that was done.
            let touched = history::touched(&self.store, operation.at).unwrap_or_default();
            let is_shown = self.with_top(|screen, ctx| screen.shows(&touched, ctx));
            return !is_shown.unwrap_or_else(|| self.is_of_page(operation));
        }
        if self.layers.is_empty() && self.tab == Tab::Meetings {
            return !operation.op.is_of_meetings();
        }
        !self.is_of_page(operation)
    }

    /// Whether an operation was done since one came to the page or box that is shown.
    fn is_of_page(&self, operation: &Operation) -> bool {
        let under = self.layers.last().map_or(0, |layer| layer.done_under);
        self.near.done_here.get(under..).is_some_and(|here| here.contains(&operation.at))
    }

    /// An operation in words: "svara på U-3".
    fn what(&self, operation: &Operation) -> String {
        operations::operation(self.words().lang, operation)
    }
}
