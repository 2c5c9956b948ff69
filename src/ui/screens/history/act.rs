//! What is done with operations: they are walked, narrowed to one meeting and opened.

use super::changes::ChangeLog;
use super::state::{History, STRETCH};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};

impl History {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            if self.rows.selected + STRETCH / 2 > self.shown.len() {
                self.read(ctx, self.shown.len() + STRETCH)?;
            }
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Open => match self.shown.get(self.rows.selected) {
                Some(row) => Effect::open(ChangeLog::of_operation(row.operation.at, row.what.clone())),
                None => Effect::None,
            },
            Command::Filter => {
                self.only = if self.only.is_none() { ctx.session.meeting } else { None };
                self.rows.select(0);
                self.read_again(ctx)?;
                Effect::None
            }
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            Command::History => Effect::None,
            _ => Effect::Pass,
        })
    }

    /// Chooses an operation, or opens the one that is chosen.
    pub(super) fn click(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if self.rows.selected == row {
            return self.run(Command::Open, ctx);
        }
        self.rows.select(row);
        Ok(Effect::None)
    }
}
