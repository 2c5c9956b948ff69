//! The operations that have been read, and how many of them.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::i18n::operations;
use crate::model::history::{LogId, Op, Operation};
use crate::model::id::MeetingId;
use crate::store;
use crate::store::history::{self, NewestFirst};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::widgets::grouped_rows::GroupedRows;
use crate::ui::widgets::rows::outwards;

/// How many operations are read at a time.
pub(super) const STRETCH: usize = 200;

/// How far back the operations of one meeting are looked for at a time.
const REACH: usize = 20_000;

/// One operation as it is shown.
#[derive(Debug)]
pub(super) struct OperationRow {
    pub(super) operation: Operation,
    pub(super) what: String,
    pub(super) undone: bool,
}

/// So many that are alike and follow each other have one row.
const FOLDED_FROM: usize = 3;

impl OperationRow {
    /// Whether the other one is the same deed of the same person, on the same day and in the same meeting.
    fn is_like(&self, other: &Self) -> bool {
        let what =
            |row: &Self| (row.operation.op, row.operation.when.date(), row.operation.meeting(), row.undone);
        let (this, that) = (&self.operation, &other.operation);
        what(self) == what(other)
            && (&this.scribe, this.at.device) == (&that.scribe, that.at.device)
            && !matches!(this.op, Op::Undo | Op::Redo)
    }
}

/// The operations that have been read so far, of all meetings or one.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct History {
    pub(super) shown: Vec<OperationRow>,
    /// Where the next stretch begins; `None` before the first.
    older: Option<NewestFirst>,
    /// Nothing older is left to read.
    whole: bool,
    /// What became of operations that a later one turned: the newest word counts.
    turned: HashMap<LogId, Op>,
    pub(super) only: Option<MeetingId>,
    /// The titles of meetings that are shown.
    pub(super) titles: HashMap<MeetingId, String>,
    /// The rows of the list: which of the operations in `shown` each is, more than one where it is folded.
    pub(super) listed: Vec<Range<usize>>,
    /// Operations that somebody has unfolded.
    unfolded: HashSet<LogId>,
    pub(super) rows: GroupedRows,
}

impl History {
    /// The history of all meetings, with nothing read yet.
    pub(in crate::ui::screens) fn new() -> Self {
        Self::default()
    }

    /// Reads older operations until there are so many to show.
    pub(super) fn read(&mut self, ctx: &Ctx, wanted: usize) -> Result<(), UiError> {
        let mut looked_at = 0;
        while self.shown.len() < wanted && !self.whole && looked_at < REACH {
            let mut older = self.older.take().map_or_else(|| NewestFirst::of(ctx.store), Ok)?;
            let stretch = older.take(ctx.store, STRETCH)?;
            self.older = Some(older);
            self.whole = stretch.len() < STRETCH;
            looked_at += stretch.len();
            for operation in stretch {
                if let (Op::Undo | Op::Redo, Some(reverts)) = (operation.op, operation.reverts) {
                    self.turned.entry(reverts).or_insert(operation.op);
                }
                if self.only.is_none_or(|only| operation.meeting() == Some(only)) {
                    self.show(operation, ctx)?;
                }
            }
        }
        self.fold();
        Ok(())
    }

    /// Makes the rows of the list: an operation each, but one for many that are alike and follow each other.
    fn fold(&mut self) {
        self.listed.clear();
        let mut first = 0;
        for run in self.shown.chunk_by(OperationRow::is_like) {
            let run = first..first + run.len();
            let is_unfolded = |row: &OperationRow| self.unfolded.contains(&row.operation.at);
            let operations = self.shown.get(run.clone()).unwrap_or_default();
            if run.len() < FOLDED_FROM || operations.iter().any(is_unfolded) {
                self.listed.extend(run.clone().map(|at| at..at + 1));
            } else {
                self.listed.push(run.clone());
            }
            first = run.end;
        }
        let day = |row: &Range<usize>| self.shown.get(row.start).map(|row| row.operation.when.date());
        let days = self.listed.chunk_by(|a, b| day(a) == day(b)).map(<[Range<usize>]>::len);
        self.rows.regroup(days.collect());
    }

    /// The operations of a row of the list.
    pub(super) fn operations(&self, row: usize) -> &[OperationRow] {
        self.listed.get(row).and_then(|row| self.shown.get(row.clone())).unwrap_or_default()
    }

    /// Shows each operation of the chosen row in a row of its own.
    pub(super) fn unfold(&mut self) {
        let chosen: Vec<LogId> =
            self.operations(self.rows.selected()).iter().map(|row| row.operation.at).collect();
        self.unfolded.extend(chosen);
        self.fold();
    }

    /// Chooses the row with an operation; `false` where there is none.
    fn choose(&mut self, operation: LogId) -> bool {
        let is_it = |row: &Range<usize>| {
            let operations = self.shown.get(row.clone()).unwrap_or_default();
            operations.iter().any(|row| row.operation.at == operation)
        };
        let row = self.listed.iter().position(is_it);
        if let Some(row) = row {
            self.rows.select(row);
        }
        row.is_some()
    }

    /// Reads as many operations as before, as they are now, and those from there to the chosen one, which stays what
    /// one looks at: what was done meanwhile is over it. Where it is not listed any more the nearest is chosen.
    pub(super) fn read_again(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let at = |row: usize| self.operations(row).first().map(|row| row.operation.at);
        let chosen = at(self.rows.selected());
        let near: Vec<LogId> = outwards(self.rows.selected(), self.listed.len()).filter_map(at).collect();
        let of_chosen = chosen.map(|place| history::at(ctx.store, place)).transpose()?.flatten();
        let is_listed =
            of_chosen.is_some_and(|chosen| self.only.is_none_or(|only| chosen.meeting() == Some(only)));
        let wanted = self.shown.len().max(STRETCH);
        let (rows, unfolded) = (std::mem::take(&mut self.rows), std::mem::take(&mut self.unfolded));
        *self = Self { only: self.only, rows, unfolded, ..Self::default() };
        self.read(ctx, wanted)?;
        let is_read =
            |this: &Self| this.shown.iter().any(|row| chosen.is_none_or(|chosen| row.operation.at == chosen));
        while is_listed && !self.whole && !is_read(self) {
            self.read(ctx, self.shown.len() + STRETCH)?;
        }
        for operation in near {
            if self.choose(operation) {
                break;
            }
        }
        Ok(())
    }

    fn show(&mut self, operation: Operation, ctx: &Ctx) -> Result<(), UiError> {
        if let Some(meeting) = operation.meeting()
            && !self.titles.contains_key(&meeting)
        {
            let title = store::meeting::get(ctx.store, meeting)?.map(|meeting| meeting.title);
            self.titles.insert(meeting, title.unwrap_or_default());
        }
        let turned = operation.reverts.map(|place| history::at(ctx.store, place)).transpose()?.flatten();
        let what = operations::turned(ctx.look.words.lang, &operation, turned.as_ref());
        let undone = self.turned.get(&operation.at) == Some(&Op::Undo);
        self.shown.push(OperationRow { operation, what, undone });
        Ok(())
    }
}
