//! Every command that can be asked for here, to be found by typing. Answers [`DialogAnswer::Run`].

use ratatui::layout::Rect;

use super::choice::{Choice, ChoiceItem};
use crate::i18n::Words;
use crate::i18n::vocabulary::commands::synonyms;
use crate::i18n::vocabulary::pen::COMMANDS;
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
const EVERYWHERE: [Command; 12] = [
    Command::Abbreviations,
    Command::Handbook,
    Command::Persons,
    Command::Settings,
    Command::Copies,
    Command::ShowUnfinished,
    Command::Scribe,
    Command::Language,
    Command::Theme,
    Command::Example,
    Command::LeaveExample,
    Command::EndTour,
];

/// Commands that leave what is on the screen behind.
const LEAVING: [Command; 6] = [
    Command::Persons,
    Command::Settings,
    Command::Copies,
    Command::ShowUnfinished,
    Command::Example,
    Command::LeaveExample,
];

/// Whether something is written or asked there that would be lost by going elsewhere.
fn in_dialog(scope: Scope) -> bool {
    !scope.chain().contains(&Scope::Global)
}

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
            C::GoToSection,
            C::MoveTo,
            C::Park,
            C::MoveToTable,
            C::MoveToRound,
            C::MoveToMeeting,
            C::SetSpeaker,
            C::NewSection,
            C::EditSection,
            C::Sections,
            C::EditMeeting,
            C::MoveMeeting,
            C::EditProgramme,
            C::Unfinished,
            C::SetStatus,
            C::EntryHistory,
            C::History,
        ],
        Scope::Meetings => &[C::EditProgramme],
        Scope::Challenges => &[
            C::Unfinished,
            C::MoveTo,
            C::Park,
            C::MoveToTable,
            C::MoveToMeeting,
            C::SetSpeaker,
            C::CopyList,
            C::History,
        ],
        Scope::Tomorrow | Scope::FollowUp => &[
            C::Unfinished,
            C::MoveTo,
            C::Park,
            C::MoveToTable,
            C::MoveToMeeting,
            C::SetSpeaker,
            C::CopyList,
            C::Archive,
            C::History,
        ],
        Scope::Hits => &[
            C::Unfinished,
            C::SetStatus,
            C::CheckIn,
            C::MoveTo,
            C::Park,
            C::MoveToTable,
            C::MoveToMeeting,
            C::SetSpeaker,
            C::EntryHistory,
        ],
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
    /// The palette for what can be done in this scope, in the example and its tour or outside them.
    pub fn new(scope: Scope, in_example: bool, in_tour: bool, words: &Words) -> Self {
        let mut commands = bindings::commands(scope);
        commands.extend(extras(scope).iter().chain(&EVERYWHERE));
        let elsewhere = if in_example { Command::Example } else { Command::LeaveExample };
        // What is written in a dialog would be lost by going elsewhere.
        let leaves = |command: Command| in_dialog(scope) && LEAVING.contains(&command);
        commands.retain(|command| !is_walking(*command) && *command != elsewhere && !leaves(*command));
        commands.retain(|command| in_tour || *command != Command::EndTour);
        let mut seen = std::collections::BTreeSet::new();
        commands.retain(|command| seen.insert(*command));
        // Of those that move an entry the one that says where comes first.
        let is_step = |command: Command| matches!(command, Command::MoveUp | Command::MoveDown);
        commands.sort_by_key(|command| (group(*command), is_step(*command)));
        let items = commands
            .iter()
            .map(|command| {
                let key = bindings::key_of(scope, *command).map(|key| key.show(words));
                let slashes = slash_names(*command, words);
                let named = Some(slashes.join(" ")).filter(|names| !names.is_empty());
                let note: Vec<String> = named.into_iter().chain(key).collect();
                let item = ChoiceItem::new(command.word(words).label).note(note.join("  "));
                let item = slashes.into_iter().fold(item, ChoiceItem::alias);
                item.alias(synonyms(command.name())).group(words.dialogs.groups[group(*command)])
            })
            .collect();
        Self { choice: Choice::new(words.commands.palette.label, items), commands }
    }
}

/// What a command is about: the index of its group's words.
fn group(command: Command) -> usize {
    use Command as C;
    match command {
        C::Edit
        | C::Delete
        | C::Convert
        | C::Star
        | C::Unfinished
        | C::Tag
        | C::Assign
        | C::Respond
        | C::MakeAction
        | C::SetStatus
        | C::CheckIn
        | C::EntryHistory
        | C::GoToEntry
        | C::MoveUp
        | C::MoveDown
        | C::MoveTo
        | C::Park
        | C::MoveToTable
        | C::MoveToRound
        | C::MoveToMeeting
        | C::SetSpeaker
        | C::OutcomeDone
        | C::OutcomeUnderway
        | C::OutcomeAbandoned
        | C::OutcomeContinuous
        | C::Comment => 0,
        C::Capture
        | C::GoToSection
        | C::NextSection
        | C::PreviousSection
        | C::Tables
        | C::NextTable
        | C::PreviousTable
        | C::OnlyTable
        | C::OtherDay => 1,
        C::TabMeetings
        | C::TabRoundTable
        | C::TabChallenges
        | C::TabTomorrow
        | C::TabFollowUp
        | C::Today
        | C::Search
        | C::History
        | C::ShowUnfinished
        | C::Persons => 2,
        C::NewMeeting
        | C::EditMeeting
        | C::DeleteMeeting
        | C::MoveMeeting
        | C::EditProgramme
        | C::Abbreviations
        | C::MinutesStatus
        | C::Sections
        | C::NewSection
        | C::EditSection
        | C::DeleteSection
        | C::Import
        | C::Export => 3,
        C::Undo
        | C::Redo
        | C::Help
        | C::Handbook
        | C::Palette
        | C::Settings
        | C::Copies
        | C::Scribe
        | C::Language
        | C::Theme
        | C::Example
        | C::LeaveExample
        | C::EndTour
        | C::CancelJob
        | C::CheckInDue
        | C::Quit => 5,
        _ => 4,
    }
}

/// The names by which a command is typed at the pen, each with its slash.
fn slash_names(command: Command, words: &Words) -> Vec<String> {
    let codes = match command {
        Command::Tables => &["table"][..],
        Command::GoToSection => &["section"],
        // Of one meeting it is what its name is typed after.
        Command::TabMeetings => &["tab_meetings", "meeting"],
        command => &[command.name()],
    };
    let named = codes.iter().filter_map(|code| {
        let (_, names) = COMMANDS.iter().find(|(known, _)| known == code)?;
        words.lang.pick(names.first(), names.last())
    });
    named.map(|name| format!("/{name}")).collect()
}

impl Screen for Palette {
    fn scope(&self) -> Scope {
        Scope::Choice
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if command == Command::Palette {
            return Ok(Effect::Close(DialogAnswer::Nothing));
        }
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
