//! The handbook, to be read: it scrolls, Tab goes from heading to heading, Enter lists them.
//!
//! ```text
//!   Handbok till vid pennan
//!
//!   Dagen
//!
//!   Skriv medan det sägs
//! ```

use ratatui::layout::Rect;

use crate::i18n::Lang;
use crate::report::handbook;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::document_view::{DocumentView, piece};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};

/// Where one reads in it.
#[derive(Debug, Default)]
pub(super) struct Handbook {
    /// The language of what is shown; `None` before the first reading.
    lang: Option<Lang>,
    view: DocumentView,
}

impl Handbook {
    /// Asks which heading to go to.
    fn ask_heading(&self, ctx: &Ctx) -> Effect {
        let headings = self.view.headings();
        let items = headings.iter().map(|(_, heading)| ChoiceItem::new(*heading)).collect();
        let pieces: Vec<usize> = headings.iter().map(|(piece, _)| *piece).collect();
        let choice = Choice::new(ctx.look.words.commands.headings.label, items);
        Effect::ask(choice, move |this: &mut Self, answer, _| {
            if let DialogAnswer::Choice(row) = answer
                && let Some(piece) = pieces.get(row)
            {
                this.view.go_to(*piece);
            }
            Effect::None
        })
    }
}

impl Screen for Handbook {
    fn scope(&self) -> Scope {
        Scope::Handbook
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let lang = ctx.look.words.lang;
        if self.lang != Some(lang) {
            self.lang = Some(lang);
            self.view.replace(piece::document(&handbook::document(lang)));
        }
        Ok(())
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let scrolls = match command {
            Command::Up => Command::ScrollUp,
            Command::Down => Command::ScrollDown,
            other => other,
        };
        Ok(match command {
            Command::NextHeading => {
                self.view.next_heading();
                Effect::None
            }
            Command::PreviousHeading => {
                self.view.previous_heading();
                Effect::None
            }
            Command::Headings => self.ask_heading(ctx),
            _ if self.view.walk(scrolls) => Effect::None,
            _ => Effect::Pass,
        })
    }

    fn headline(&self, look: &Look) -> (String, String) {
        (look.words.commands.handbook.label.to_owned(), self.view.beyond())
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        // Long lines are tiring to read.
        let width = area.width.saturating_sub(2).min(82);
        let x = area.x + (area.width - width) / 2;
        self.view.draw(canvas, Rect { x, width, ..area }, &look.theme);
    }
}
