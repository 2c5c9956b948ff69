//! Single changes, the newest first: those of one operation, or all that ever happened to one entry.
//!
//! ```text
//!  Historia  U-4  Avtalen är för långa för att hinna ändra något
//!
//!  ▌        10.42  Eva Lind    status: öppen → pågår
//!    tis 3 feb 9.10  Eva Lind    text: Avtalen är långa → Avtalen är för långa
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::describe::{DescribedChange, Describer};
use crate::model::history::LogId;
use crate::model::id::{EntryId, ResponseId};
use crate::store;
use crate::store::change::{self, NamedRecord};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, width, wrap};

/// How many changes of one operation are shown; an import has many thousands.
const LIMIT: usize = 1_000;
/// How many lines one change takes, and the chosen one.
const FOLDED: usize = 2;
const UNFOLDED: usize = 12;

/// Whose changes are shown.
#[derive(Debug, Clone)]
enum Of {
    /// One entry's, with its responses and follow-ups.
    Entry(EntryId),
    /// One response's, with the challenges that it was given to.
    Response(ResponseId),
    /// One operation's; what it is called.
    Operation(LogId, String),
}

/// The changes in words, with the title over them.
#[derive(Debug)]
pub(in crate::ui::screens) struct ChangeLog {
    of: Of,
    title: String,
    described: Vec<DescribedChange>,
    more: bool,
    /// The columns of the widest moment.
    widest: usize,
    rows: Rows,
}

impl ChangeLog {
    /// All that ever happened to an entry.
    pub(in crate::ui::screens) fn of_entry(entry: EntryId) -> Self {
        Self::of(Of::Entry(entry))
    }

    /// All that ever happened to a response.
    pub(in crate::ui::screens) fn of_response(response: ResponseId) -> Self {
        Self::of(Of::Response(response))
    }

    /// What an operation changed; `what` is what it is called.
    pub(super) fn of_operation(operation: LogId, what: String) -> Self {
        Self::of(Of::Operation(operation, what))
    }

    fn of(of: Of) -> Self {
        Self {
            of,
            title: String::new(),
            described: Vec::new(),
            more: false,
            widest: 0,
            rows: Rows::default(),
        }
    }

    fn line(&self, index: usize, columns: usize, look: &Look) -> Vec<Line<'static>> {
        let Some(change) = self.described.get(index) else {
            return vec![Line::styled(look.words.history.more, look.theme.dim)];
        };
        let when = self.widest;
        let margin = if columns < 60 { 0 } else { when + 17 };
        let record = if change.record.is_empty() { String::new() } else { format!("{}  ", change.record) };
        let mut lines = Vec::new();
        if margin == 0 {
            lines.push(Line::styled(format!("{}  {}", change.when, change.who), look.theme.dim));
        }
        let most = if index == self.rows.selected { UNFOLDED } else { FOLDED };
        let mut texts = wrap(&format!("{record}{}", change.what), columns.saturating_sub(margin));
        if texts.len() > most {
            texts.truncate(most);
            if let Some(last) = texts.last_mut() {
                *last = fit(&format!("{last} …"), columns.saturating_sub(margin)).into_owned();
            }
        }
        for (at, text) in texts.into_iter().enumerate() {
            let before = if margin > 0 && at == 0 {
                let who = fit(&change.who, 14);
                format!("{:>when$}  {who}{}", change.when, " ".repeat(15 - width(&who)))
            } else {
                " ".repeat(margin)
            };
            lines.push(Line::from(vec![
                Span::styled(before, look.theme.dim),
                Span::styled(text, look.theme.text),
            ]));
        }
        lines
    }
}

impl Screen for ChangeLog {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn leafs(&self) -> bool {
        true
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let (describer, mut changes) = match &self.of {
            Of::Entry(entry) => {
                let describer = Describer::new(ctx, Some(entry.0));
                let name = describer.name(crate::model::history::Entity::Entry, entry.0).unwrap_or_default();
                let text = change::named(ctx.store, crate::model::history::Entity::Entry, entry.0)?;
                let text = match text {
                    Some(NamedRecord::Entry(entry)) if entry.number().is_some() => {
                        format!("{name}  {}", entry.text)
                    }
                    Some(NamedRecord::Entry(entry)) => entry.text,
                    _ => name,
                };
                self.title = format!("{}  {text}", ctx.look.words.history.of_entry);
                (describer, change::about(ctx.store, *entry)?)
            }
            Of::Response(response) => {
                let words = ctx.look.words;
                let text = store::response::get(ctx.store, *response)?.map(|response| response.text);
                let text = text.unwrap_or_default();
                self.title = format!("{}  ↳ {text}", words.history.of_entry);
                (Describer::new(ctx, Some(response.0)), change::about_response(ctx.store, *response)?)
            }
            Of::Operation(operation, what) => {
                self.title = format!("{}  {what}", ctx.look.words.history.title);
                (Describer::new(ctx, None), change::within(ctx.store, *operation, LIMIT + 1)?)
            }
        };
        self.more = changes.len() > LIMIT;
        changes.truncate(LIMIT);
        if matches!(self.of, Of::Entry(_) | Of::Response(_)) {
            changes.reverse();
        }
        self.described = changes.iter().filter_map(|change| describer.describe(change)).collect();
        self.widest = self.described.iter().map(|change| width(&change.when)).max().unwrap_or(0);
        self.rows.resize(self.described.len() + usize::from(self.more));
        Ok(())
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::Back | Command::Open => Effect::Close(DialogAnswer::Nothing),
            _ => Effect::Pass,
        })
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        self.rows.select(row);
        Ok(Effect::None)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        canvas.text(inner, &fit(&self.title, usize::from(inner.width)), look.theme.strong);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if self.described.is_empty() {
            canvas.text(Rect { x: inner.x, ..list }, look.words.history.no_changes, look.theme.dim);
        }
        self.rows
            .draw(canvas, list, &look.theme, |index, columns| self.line(index, usize::from(columns), look));
    }
}
