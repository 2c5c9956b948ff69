//! The keys that count here, from the one table. Knows nothing that the table does not say.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::Words;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, width};

/// One row of the dialog, before it is wrapped.
#[derive(Debug, Clone)]
enum HelpLine {
    Title(String),
    Keys(String, &'static str),
    Text(&'static str),
    Gap,
}

/// The help over some screen.
#[derive(Debug, Clone)]
pub struct Help {
    entries: Vec<HelpLine>,
    rows: Rows,
}

impl Help {
    /// The help for what can be done in this scope.
    pub fn new(scope: Scope, words: &Words) -> Self {
        let mut entries = Vec::new();
        if scope == Scope::RoundTable {
            entries.push(HelpLine::Title(words.dialogs.pen_help_title.to_owned()));
            entries.extend(words.dialogs.pen_help.iter().map(|line| HelpLine::Text(line)));
            entries.push(HelpLine::Gap);
        }
        for scope in scope.chain() {
            entries.push(HelpLine::Title(scope.title(words).to_owned()));
            for row in bindings::rows(*scope) {
                let keys: Vec<_> = row.keys.iter().map(|key| key.show(words)).collect();
                entries.push(HelpLine::Keys(keys.join("  "), row.command.word(words).label));
            }
            entries.push(HelpLine::Gap);
        }
        entries.pop();
        Self { rows: Rows::of(entries.len()), entries }
    }

    fn line(&self, row: usize, columns: u16, look: &Look) -> Line<'static> {
        let columns = usize::from(columns);
        match self.entries.get(row) {
            Some(HelpLine::Title(title)) => Line::styled(title.clone(), look.theme.strong),
            Some(HelpLine::Keys(keys, does)) => {
                let gap = " ".repeat(24_usize.min(columns / 2).saturating_sub(width(keys)).max(2));
                let does = fit(does, columns.saturating_sub(width(keys) + gap.len())).into_owned();
                Line::from(vec![
                    Span::styled(keys.clone(), look.theme.accent),
                    Span::raw(gap),
                    Span::styled(does, look.theme.text),
                ])
            }
            Some(HelpLine::Text(text)) => Line::from(fit(text, columns).into_owned()),
            Some(HelpLine::Gap) | None => Line::default(),
        }
    }
}

impl Screen for Help {
    fn scope(&self) -> Scope {
        Scope::Reading
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        Ok(match command {
            command if self.rows.walk(command) => Effect::None,
            Command::Palette | Command::CancelJob => Effect::Pass,
            _ => Effect::Close(DialogAnswer::Nothing),
        })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let tall = u16::try_from(self.entries.len()).unwrap_or(u16::MAX);
        let room = panel(canvas, area, (76, tall), look.words.commands.help.label, &look.theme);
        self.rows.draw(canvas, room, &look.theme, |row, columns| vec![self.line(row, columns, look)]);
    }
}
