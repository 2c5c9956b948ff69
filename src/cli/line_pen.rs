//! The pen of `add` and of the dialogue in lines: what takes the lines, the store that they go to, and the commands
//! that both do.

use super::meeting::choose;
use super::{CommandResult, Desk, Failure, warn};
use crate::i18n::operations;
use crate::model::id::MeetingId;
use crate::ops;
use crate::ops::line::{LineTaker, PlacesLeft};
use crate::pen;
use crate::store::undo::Left;
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
        let undone = ops::undo(&mut self.store, operation.at)?.value;
        self.taker.settle(&self.store).map_err(Failure::Section)?;
        desk.say(&(desk.words.cli.said.undone)(&what))?;
        self.say_left(desk, &undone.left)
    }

    /// Redoes what was undone last.
    pub(super) fn redo(&mut self, desk: &mut Desk) -> CommandResult {
        let next = ops::redoable(&self.store)?;
        let done = ops::redo(&mut self.store, next.at)?;
        self.taker.settle(&self.store).map_err(Failure::Section)?;
        let what = operations::operation(desk.words.lang, &done.value.operation);
        desk.say(&(desk.words.cli.said.redone)(&what))?;
        self.say_left(desk, &done.value.left)
    }

    /// Says what an undo or a redo has left, if anything.
    fn say_left(&self, desk: &mut Desk, left: &[Left]) -> CommandResult {
        if left.is_empty() { Ok(()) } else { desk.say(&naming::left(&self.store, left, desk.words)) }
    }
}

/// Says that a table is beyond those that the meeting has; lines come from there all the same.
pub(super) fn warn_beyond(
    desk: &Desk,
    store: &Store,
    meeting: MeetingId,
    table: Option<u16>,
) -> CommandResult {
    let tables = store::meeting::get(store, meeting)?.map_or(0, |meeting| meeting.tables);
    if let Some(table) = table.filter(|table| tables > 0 && *table > tables) {
        warn(&(desk.words.cli.said.beyond_tables)(table, tables));
    }
    Ok(())
}
