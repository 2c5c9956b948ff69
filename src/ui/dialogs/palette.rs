//! Every command that can be asked for here, to be found by typing. Answers [`DialogAnswer::Run`].

use ratatui::layout::Rect;

use super::choice::{Choice, ChoiceItem};
use crate::i18n::Words;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;

/// The palette over some screen.
#[derive(Debug, Clone)]
pub struct Palette {
    commands: Vec<Command>,
    choice: Choice,
}

/// Commands that are offered everywhere, with or without a key there.
const EVERYWHERE: [Command; 6] = [
    Command::Persons,
    Command::Scribe,
    Command::Language,
    Command::Theme,
    Command::Example,
    Command::LeaveExample,
];

/// Whether the palette offers a command that has no key.
pub fn offers(command: Command) -> bool {
    let extra = |scope: &Scope| extras(*scope).contains(&command);
    EVERYWHERE.contains(&command) || [Scope::RoundTable, Scope::FollowUp].iter().any(extra)
}

/// Commands without a key that are offered in one scope.
fn extras(scope: Scope) -> &'static [Command] {
    use Command as C;
    match scope {
        Scope::RoundTable => &[
            C::MoveTo,
            C::NewSection,
            C::EditSection,
            C::Sections,
            C::EditMeeting,
            C::SetStatus,
            C::EntryHistory,
            C::History,
        ],
        Scope::Challenges => &[C::MoveTo, C::CopyList, C::History],
        Scope::Tomorrow | Scope::FollowUp => &[C::MoveTo, C::CopyList, C::Archive, C::History],
        _ => &[],
    }
}

/// Commands that walk or type; nobody looks for them by name.
fn is_walking(command: Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::Up
            | C::Down
            | C::PageUp
            | C::PageDown
            | C::First
            | C::Last
            | C::Left
            | C::Right
            | C::Palette
            | C::Back
            | C::NextField
            | C::PreviousField
            | C::ScrollUp
            | C::ScrollDown
    )
}

impl Palette {
    /// The palette for what can be done in this scope, in the example or outside it.
    pub fn new(scope: Scope, in_example: bool, words: &Words) -> Self {
        let mut commands = bindings::commands(scope);
        commands.extend(extras(scope).iter().chain(&EVERYWHERE));
        let elsewhere = if in_example { Command::Example } else { Command::LeaveExample };
        commands.retain(|command| !is_walking(*command) && *command != elsewhere);
        let mut seen = std::collections::BTreeSet::new();
        commands.retain(|command| seen.insert(*command));
        let items = commands
            .iter()
            .map(|command| {
                let key = bindings::key_of(scope, *command);
                let key = key.map(|key| key.show(words)).unwrap_or_default();
                ChoiceItem::new(command.word(words).label).note(key)
            })
            .collect();
        Self { choice: Choice::new(words.commands.palette.label, items), commands }
    }
}

impl Screen for Palette {
    fn scope(&self) -> Scope {
        Scope::Choice
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let effect = self.choice.act(command, ctx)?;
        Ok(self.run(effect))
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        self.choice.text_field()
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.choice.typed(ctx)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let effect = self.choice.clicked(row, ctx)?;
        Ok(self.run(effect))
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.choice.draw(canvas, area, look);
    }
}

impl Palette {
    /// The choice of a row is the running of its command.
    fn run(&self, effect: Effect) -> Effect {
        match effect {
            Effect::Close(DialogAnswer::Choice(row)) => {
                let command = self.commands.get(row).copied();
                Effect::Close(command.map_or(DialogAnswer::Nothing, DialogAnswer::Run))
            }
            other => other,
        }
    }
}
