//! The pen of `add` and of the dialogue in lines: what takes the lines, the store that they go to, and the commands
//! that both do.

use super::meeting::choose;
use super::progress;
use super::{CommandResult, Desk, Failure, warn};
use crate::i18n::operations;
use crate::model::history::Operation;
use crate::model::id::MeetingId;
use crate::ops::line::{self, Deed, LineTaker, PlacesLeft};
use crate::ops::{self, TurnProgress, Turned};
use crate::pen::{self, Destination, Verb};
use crate::store::in_parts::PAUSE;
use crate::store::undo::{Left, Turn};
use crate::store::{self, Store};
use crate::ui::naming;

/// A pen over a store of its own.
pub(super) struct LinePen {
    pub(super) store: Store,
    pub(super) taker: LineTaker,
    left: PlacesLeft,
}

impl LinePen {
    pub(super) fn new(store: Store, taker: LineTaker) -> Self {
        Self { store, taker, left: PlacesLeft::default() }
    }

    /// The line with what its programme has in short written out, and what that became, as it is said.
    pub(super) fn write_out(&self, line: &str) -> Result<(String, Vec<String>), Failure> {
        let known = ops::abbreviations(&self.store, self.taker.meeting)?;
        if known.is_empty() {
            return Ok((line.to_owned(), Vec::new()));
        }
        let names =
            store::person::list(&self.store)?.into_iter().map(|person| person.name).collect::<Vec<_>>();
        let (line, found) = pen::written_out(line, &known, &names);
        Ok((line, found.into_iter().map(|(short, long)| format!("{short} → {long}")).collect()))
    }

    /// The table that a line goes to or moves something to, where the meeting has fewer and the pen is at no such
    /// table yet.
    pub(super) fn beyond(&self, line: &str) -> Result<Option<Beyond>, Failure> {
        let table = match self.taker.preview(&self.store, line)?.deed {
            Ok(Deed::Table(table)) => table,
            Ok(Deed::Command(Verb::Move, to)) => match pen::destination(&to) {
                (Destination::Table, typed) => line::typed_number(typed).ok().flatten(),
                _ => None,
            },
            _ => None,
        };
        self.is_beyond(table)
    }

    /// The same for a table by its number.
    pub(super) fn is_beyond(&self, table: Option<u16>) -> Result<Option<Beyond>, Failure> {
        let meeting = store::meeting::get(&self.store, self.taker.meeting)?;
        let tables = meeting.map_or(0, |meeting| meeting.tables);
        let most = tables.max(self.taker.table.unwrap_or(0));
        let table = table.filter(|table| tables > 0 && *table > most);
        Ok(table.map(|table| Beyond { table, tables }))
    }

    /// Goes to the meeting that the words name.
    pub(super) fn find_meeting(&mut self, desk: &Desk, query: &str) -> CommandResult {
        let meeting = choose(desk, &self.store, query)?.id;
        self.go_to_meeting(meeting)
    }

    pub(super) fn go_to_meeting(&mut self, meeting: MeetingId) -> CommandResult {
        Ok(self.taker.go_to_meeting(&self.store, meeting, &mut self.left)?)
    }

    /// Undoes the latest operation. `confirm` gets the name of one from an earlier sitting or another meeting, and says
    /// whether to undo it, too.
    pub(super) fn undo(
        &mut self,
        desk: &mut Desk,
        confirm: impl FnOnce(&mut Desk, &str) -> Result<bool, Failure>,
    ) -> CommandResult {
        let operation = ops::undoable(&self.store)?;
        let what = operations::operation(desk.words.lang, &operation);
        let is_near = operation.sitting == self.store.sitting()
            && operation.meeting().is_none_or(|meeting| meeting == self.taker.meeting);
        if !is_near && !confirm(desk, &what)? {
            return Ok(());
        }
        let Some(undone) = self.turn(desk, &operation, Turn::Undo)? else {
            return desk.say(desk.words.app.not_turned);
        };
        self.taker.settle(&self.store).map_err(Failure::Section)?;
        desk.say(&(desk.words.cli.said.undone)(&what))?;
        self.say_left(desk, &undone.left)
    }

    /// Redoes what was undone last.
    pub(super) fn redo(&mut self, desk: &mut Desk) -> CommandResult {
        let next = ops::redoable(&self.store)?;
        let Some(done) = self.turn(desk, &next, Turn::Redo)? else {
            return desk.say(desk.words.app.not_turned);
        };
        self.taker.settle(&self.store).map_err(Failure::Section)?;
        let what = operations::operation(desk.words.lang, &done.operation);
        desk.say(&(desk.words.cli.said.redone)(&what))?;
        self.say_left(desk, &done.left)
    }

    /// Undoes or redoes an operation; one that was done in parts in parts, with progress in a terminal, and so that
    /// Ctrl+C leaves everything as before: then nothing comes back.
    fn turn(&mut self, desk: &Desk, operation: &Operation, turn: Turn) -> Result<Option<Turned>, Failure> {
        if operation.parts.is_empty() {
            let done = match turn {
                Turn::Undo => ops::undo(&mut self.store, operation.at),
                Turn::Redo => ops::redo(&mut self.store, operation.at),
            };
            return Ok(Some(done?.value));
        }
        let (interruption, words) = (desk.input.interruption()?, &desk.words.app);
        let what = operations::operation(desk.words.lang, operation);
        let label = if turn == Turn::Undo { (words.undoing)(&what) } else { (words.redoing)(&what) };
        let turned = ops::turn_in_parts(&mut self.store, operation.at, turn, PAUSE, |come| {
            let (label, done, total) = match come {
                TurnProgress::Turning { done, total } => (label.as_str(), done, total),
                TurnProgress::TakingBack { done, total } => (words.turning_back, done, total),
            };
            progress::say(&format!("{label} {} %", done * 100 / total.max(1)));
            !interruption.came()
        });
        progress::clear();
        Ok(turned?.map(|done| done.value))
    }

    /// Ends a session: refuses where the file with what was taken is gone. A line that was refused has said so.
    pub(super) fn end(self, ended: CommandResult) -> CommandResult {
        if !matches!(ended, Err(Failure::Line { .. })) {
            self.store.refuse_moved()?;
        }
        ended
    }

    /// Says what an undo or a redo has left, if anything.
    fn say_left(&self, desk: &mut Desk, left: &[Left]) -> CommandResult {
        if left.is_empty() { Ok(()) } else { desk.say(&naming::left(&self.store, left, desk.words)) }
    }
}

/// A table that the meeting does not have.
pub(super) struct Beyond {
    /// The number that was typed for it.
    pub(super) table: u16,
    /// How many tables the meeting has.
    pub(super) tables: u16,
}

impl Beyond {
    /// Says that it is table all the same.
    pub(super) fn warn(&self, desk: &Desk) {
        warn(&(desk.words.cli.said.beyond_tables)(self.table, self.tables));
    }
}
