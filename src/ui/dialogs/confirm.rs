//! A question to say yes or no to. Answers [`DialogAnswer::Yes`] or [`DialogAnswer::Nothing`].
//!
//! ```text
//! ╭─ Ta bort mötet? ──────────────╮
//! │ Det går att ångra med Ctrl+Z. │
//! ╰───────────────────────────────╯
//! ```

use ratatui::layout::Rect;

use crate::i18n::format;
use crate::model::history::Operation;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::wrap;

/// A question with a title and what a yes leads to.
#[derive(Debug, Clone)]
pub struct Confirm {
    /// The question in a few words.
    pub title: String,
    /// What it means; may be empty.
    pub text: String,
}

impl Confirm {
    /// A question in a few words, and what it means; that may be empty.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into() }
    }
}

/// The question whether to undo an operation, which is called `what` and was done `when`. A yes undoes it.
pub fn undo(what: &str, operation: &Operation, when: fn(&str, &str) -> String, look: &Look) -> Effect {
    let words = look.words;
    let day = format::short_date(words.lang, operation.when.date(), look.now.date());
    let when = when(&day, &format::time(words.lang, operation.when));
    let at = operation.at;
    Effect::ask_plain(Confirm::new((words.app.undo_title)(what), when), move |answer, _| match answer {
        DialogAnswer::Yes => Effect::Undo(at),
        _ => Effect::None,
    })
}

/// What a command answers to a question of yes or no.
pub(super) fn answer(command: Command) -> Effect {
    match command {
        Command::Yes => Effect::Close(DialogAnswer::Yes),
        Command::No => Effect::Close(DialogAnswer::Nothing),
        _ => Effect::Pass,
    }
}

impl Screen for Confirm {
    fn scope(&self) -> Scope {
        Scope::Confirm
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        Ok(answer(command))
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let wide = 60.min(area.width.saturating_sub(4)).max(10);
        let lines = wrap(&self.text, usize::from(wide.saturating_sub(4)));
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let room = panel(canvas, area, (wide, tall), &self.title, &look.theme);
        for (line, row) in lines.iter().zip(room.rows()) {
            canvas.text(row, line, look.theme.text);
        }
    }
}
