//! The history: every operation, the newest first, with who and when; those that were undone are marked. Enter shows
//! the single changes, Ctrl+Z undoes the newest (the program asks first where that reaches far).
//!
//! ```text
//!  Historik  alla möten
//!
//!  ▌     10.42  Eva Lind        svara på U-3                    Framtidsveckan
//!        10.40  Eva Lind        skriva Köp mindre, laga mer     Framtidsveckan  ångrad
//! ```

use std::collections::HashMap;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::{Words, operations};
use crate::model::history::{LogId, Op, Operation};
use crate::model::id::MeetingId;
use crate::store::{self, history};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, printable, width, wrap};

mod changes;
mod describe;

pub(super) use changes::Changes;

/// How many operations are read at a time.
const STRETCH: usize = 200;
/// How far back the operations of one meeting are looked for at a time.
const REACH: usize = 20_000;

/// One operation as it is shown.
#[derive(Debug)]
struct Row {
    operation: Operation,
    what: String,
    undone: bool,
}

/// The operations that have been read so far, of all meetings or one.
#[derive(Debug, Default)]
pub(super) struct History {
    shown: Vec<Row>,
    /// The oldest that was looked at, shown or not; the next stretch begins before it.
    oldest: Option<Operation>,
    /// Nothing older is left to read.
    whole: bool,
    /// What became of operations that a later one turned: the newest word counts.
    turned: HashMap<LogId, Op>,
    only: Option<MeetingId>,
    /// The titles of meetings that are shown.
    titles: HashMap<MeetingId, String>,
    /// The columns of the widest moment.
    widest: usize,
    rows: Rows,
}

impl History {
    /// The history of all meetings, with nothing read yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Reads older operations until there are so many to show.
    fn read(&mut self, ctx: &Ctx, wanted: usize) -> Result<(), UiError> {
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
    fn read_again(&mut self, ctx: &Ctx) -> Result<(), UiError> {
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
        self.shown.push(Row { operation, what, undone });
        Ok(())
    }

    fn line(&self, index: usize, columns: usize, look: &Look) -> Line<'static> {
        let Some(Row { operation, what, undone }) = self.shown.get(index) else { return Line::default() };
        let style = if *undone { look.theme.dim } else { look.theme.text };
        let who = operation.scribe.as_deref().unwrap_or(look.words.history.nobody);
        let when = describe::moment(look, operation.when);
        let mut line = Vec::new();
        let mut room = columns;
        let mut put = |text: String, style| {
            room = room.saturating_sub(width(&printable(&text)));
            line.push(Span::styled(text, style));
            room
        };
        put(format!("{when:>0$}  ", self.widest), look.theme.dim);
        if columns >= 60 {
            put(column(who, 16), look.theme.dim);
        }
        let undone = if *undone { format!("  {}", look.words.history.undone) } else { String::new() };
        let title =
            operation.meeting().and_then(|meeting| self.titles.get(&meeting)).map_or("", String::as_str);
        let beside = if columns >= 76 { width(&fit(title, columns / 4)) + 2 } else { 0 };
        let left = put(String::new(), style);
        let what_room = left.saturating_sub(beside + width(&undone));
        put(column(what, what_room), style);
        put(undone, look.theme.warning);
        if beside > 2 {
            put(format!("  {}", fit(title, columns / 4)), look.theme.dim);
        }
        Line::from(line)
    }
}

/// The text in exactly so many columns.
fn column(text: &str, columns: usize) -> String {
    let text = fit(&printable(text), columns.saturating_sub(1)).into_owned();
    let gap = columns.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(gap))
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

impl Screen for History {
    fn scope(&self) -> Scope {
        Scope::History
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.read_again(ctx)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            if self.rows.selected + STRETCH / 2 > self.shown.len() {
                self.read(ctx, self.shown.len() + STRETCH)?;
            }
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Open => match self.shown.get(self.rows.selected) {
                Some(row) => Effect::open(Changes::of_operation(row.operation.at, row.what.clone())),
                None => Effect::None,
            },
            Command::Filter => {
                self.only = if self.only.is_none() { ctx.session.meeting } else { None };
                self.rows.select(0);
                self.read_again(ctx)?;
                Effect::None
            }
            Command::Back => Effect::Close(Answer::Nothing),
            Command::History => Effect::None,
            _ => Effect::Pass,
        })
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if self.rows.selected == row {
            return self.act(Command::Open, ctx);
        }
        self.rows.select(row);
        Ok(Effect::None)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.history;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let which = self.only.and_then(|only| self.titles.get(&only));
        let which = which.map_or_else(|| words.all.to_owned(), |title| (words.in_meeting)(title));
        let beside = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        canvas.text(beside, &fit(&which, usize::from(beside.width)), look.theme.dim);
        let width = area.width.saturating_sub(1);
        let list = Rect { y: area.y + 2, width, height: area.height.saturating_sub(2), ..area };
        if self.shown.is_empty() {
            let room = Rect { x: inner.x, width: inner.width, ..list };
            let lines = wrap(words.empty, usize::from(room.width));
            lines.iter().zip(room.rows()).for_each(|(line, row)| {
                canvas.text(row, line, look.theme.dim);
            });
        }
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            vec![self.line(index, usize::from(columns), look)]
        });
    }
}
