//! The operations that have been read, and how many of them.

use std::collections::HashMap;

use super::describe;
use crate::i18n::{Words, operations};
use crate::model::history::{LogId, Op, Operation};
use crate::model::id::MeetingId;
use crate::store::{self, history};
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::width;

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

/// The operations that have been read so far, of all meetings or one.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct History {
    pub(super) shown: Vec<OperationRow>,
    /// The oldest that was looked at, shown or not; the next stretch begins before it.
    oldest: Option<Operation>,
    /// Nothing older is left to read.
    whole: bool,
    /// What became of operations that a later one turned: the newest word counts.
    turned: HashMap<LogId, Op>,
    pub(super) only: Option<MeetingId>,
    /// The titles of meetings that are shown.
    pub(super) titles: HashMap<MeetingId, String>,
    /// The columns of the widest moment.
    pub(super) widest: usize,
    pub(super) rows: Rows,
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
            let stretch = history::all(ctx.store, self.oldest.as_ref(), STRETCH)?;
            self.whole = stretch.len() < STRETCH;
            looked_at += stretch.len();
            self.oldest = stretch.last().cloned().or_else(|| self.oldest.take());
            for operation in stretch {
                if let (Op::Undo | Op::Redo, Some(reverts)) = (operation.op, operation.reverts) {
                    self.turned.entry(reverts).or_insert(operation.op);
                }
                if self.only.is_none_or(|only| operation.meeting() == Some(only)) {
                    self.show(operation, ctx)?;
                }
            }
        }
        self.rows.resize(self.shown.len());
        Ok(())
    }

    /// Reads as many operations as before, as they are now.
    pub(super) fn read_again(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let (selected, wanted) = (self.rows.selected, self.shown.len().max(STRETCH));
        let rows = std::mem::take(&mut self.rows);
        *self = Self { only: self.only, rows, ..Self::default() };
        self.read(ctx, wanted)?;
        self.rows.select(selected);
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
        let what = what(ctx.look.words, &operation, turned.as_ref());
        self.widest = self.widest.max(width(&describe::moment(ctx.look, operation.when)));
        let undone = self.turned.get(&operation.at) == Some(&Op::Undo);
        self.shown.push(OperationRow { operation, what, undone });
        Ok(())
    }
}

/// An operation by name: `svara på U-3`, `ångra: svara på U-3`.
fn what(words: &Words, operation: &Operation, turned: Option<&Operation>) -> String {
    match turned {
        Some(turned) => {
            let op = operations::name(words.lang, operation.op);
            format!("{op}: {}", operations::operation(words.lang, turned))
        }
        None => operations::operation(words.lang, operation),
    }
}
