//! What is done with operations: they are walked, narrowed to one meeting, opened and undone.

use super::changes::ChangeLog;
use super::state::{History, OperationRow, STRETCH};
use crate::i18n::format;
use crate::model::history::Op;
use crate::ops::Refused;
use crate::speech;
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::confirm;
use crate::ui::dialogs::message::Message;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::lists::copied;

impl History {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            if self.rows.selected() + STRETCH / 2 > self.listed.len() {
                self.read(ctx, self.shown.len() + STRETCH)?;
            }
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Open => {
                if let [row] = self.operations(self.rows.selected()) {
                    return Ok(Effect::open(ChangeLog::of_operation(row.operation.at, row.what.clone())));
                }
                self.unfold();
                Effect::None
            }
            Command::Undo => return self.undo(ctx),
            Command::Copy => {
                let lang = ctx.look.words.lang;
                let line = |row: &OperationRow| {
                    let (day, time) = (row.operation.when.date(), row.operation.when);
                    format!("{} {} · {}", format::long_date(lang, day), format::time(lang, time), row.what)
                };
                let lines: Vec<String> = self.operations(self.rows.selected()).iter().map(line).collect();
                if lines.is_empty() {
                    return Ok(Effect::Pass);
                }
                copied::as_effect(&lines, lines.len(), ctx)
            }
            Command::Filter => {
                self.only = if self.only.is_none() { ctx.session.meeting } else { None };
                self.read_again(ctx)?;
                Effect::None
            }
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            Command::History => Effect::None,
            _ => Effect::Pass,
        })
    }

    /// Asks whether to undo the chosen operation, which it names. Of several in one row one is to be chosen first.
    fn undo(&mut self, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let [row] = self.operations(self.rows.selected()) else {
            self.unfold();
            return Ok(Effect::Notice(words.history.choose_one.to_owned()));
        };
        let operation = &row.operation;
        if row.undone || matches!(operation.op, Op::Undo | Op::Redo) {
            return Ok(Effect::Notice(words.history.not_to_undo.to_owned()));
        }
        let Some(done) = store::undo::done(ctx.store, operation.at)? else {
            return Ok(Effect::Notice(words.history.of_another.to_owned()));
        };
        // No question about what is refused.
        if let Some(later) = store::undo::later_work(ctx.store, &done)? {
            let refused = speech::refused(&Refused::BuiltOn(later), words);
            return Ok(Effect::open(Message::new(row.what.clone(), refused.to_string())));
        }
        Ok(confirm::undo(&row.what, operation, ctx.look.words.app.undo_chosen, ctx.look))
    }

    /// Chooses an operation, or opens the one that is chosen.
    pub(super) fn click(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let Some(row) = self.rows.clicked(row) else { return Ok(Effect::None) };
        if self.rows.selected() == row {
            return self.run(Command::Open, ctx);
        }
        self.rows.select(row);
        Ok(Effect::None)
    }
}
