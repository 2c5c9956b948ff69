//! What a key does on the live screen. Here commands are dispatched, and the section and the chosen
//! entry change; what Enter, `/`, a paste and a table do, and the verbs on the chosen entry, have files of their own.

use super::RoundTable;
use super::state::Pen;
use crate::model::history::{Changes, Entity};
use crate::pen::Meaning;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::lists::last_turns::LastTurns;
use crate::ui::lists::{entry_verbs, marked_work};
use crate::ui::place::{ChosenBy, Place};

mod capture;
mod chosen;
mod paste;
mod slash;
mod tables;

impl RoundTable {
    /// Does what a key or an entry of the palette asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match command {
            command if self.pen.is_writing() && waits_for_the_line(command) => {
                Ok(Effect::Notice(self.line_first(ctx)))
            }
            Command::NextTable | Command::PreviousTable | Command::Tables | Command::OnlyTable
                if self.pen.is_correcting() =>
            {
                Ok(Effect::Notice(self.line_first(ctx)))
            }
            // Another correction would take the place of this one.
            Command::Edit if self.pen.is_correcting() && !self.pen.is_unchanged() => {
                Ok(Effect::Notice(self.line_first(ctx)))
            }
            Command::Undo | Command::Redo => Ok(self.undo_typing(command == Command::Redo, ctx)),
            Command::Capture | Command::Open | Command::Submit => self.enter(ctx),
            Command::NextSection => self.tab(true, ctx),
            Command::PreviousSection => self.tab(false, ctx),
            Command::Back => self.back(ctx),
            Command::GoToSection => Ok(self.ask_section(ctx)),
            Command::Tables => self.ask_table(ctx),
            Command::NextTable => self.step_table(true, ctx),
            Command::PreviousTable => self.step_table(false, ctx),
            Command::OnlyTable => self.only_table(ctx),
            Command::OtherDay => {
                self.pen.turn_day(&self.room, ctx.clock.today(), ctx.look.words);
                Ok(Effect::None)
            }
            Command::NewSection if self.pen.is_blank() => {
                self.pen.set("# ");
                self.read_pen(ctx);
                Ok(Effect::None)
            }
            Command::NewSection => Ok(match &self.room.meeting {
                Some(meeting) => Effect::open(dialogs::sections::new_form(meeting.id, ctx)),
                None => Effect::Pass,
            }),
            Command::EditSection => Ok(match self.room.here() {
                Some(counted) => Effect::open(dialogs::sections::edit_form(&counted.section, ctx)?),
                None => Effect::Pass,
            }),
            Command::Sections
            | Command::EditMeeting
            | Command::MoveMeeting
            | Command::EditProgramme
            | Command::Abbreviations => self.edit_meeting(command, ctx),
            Command::Export if !self.room.marked.is_empty() => {
                Ok(marked_work::export(&self.room.marked, ChosenBy::Marks, ctx))
            }
            Command::Export if ctx.session.meeting.is_none() => Ok(match &self.room.meeting {
                Some(meeting) => Effect::GoTo(Place::Export(meeting.id)),
                None => Effect::Pass,
            }),
            Command::Mark => self.mark(Command::Down, ctx),
            Command::MarkUp => self.mark(Command::Up, ctx),
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => self.walk(command, ctx),
            _ => self.act_on_chosen(command, ctx),
        }
    }

    /// The line in the pen is on disk: the pen is ready for the next one.
    fn line_saved(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        self.pen.clear();
        self.saved = (!changes.touched.is_empty()).then_some(ctx.look.now);
        if changes.touch(Entity::Person) {
            self.room.read_names(ctx)?;
        }
        self.read_pen(ctx);
        Ok(Effect::None)
    }

    /// What the text in the pen means, read anew.
    pub(super) fn read_pen(&mut self, ctx: &Ctx) {
        self.pen.read(&self.room, ctx.clock.today(), ctx.look.words);
    }

    /// Takes the chosen completion, or goes to the next or the previous section.
    fn tab(&mut self, forward: bool, ctx: &Ctx) -> Outcome {
        if forward && self.pen.accept() {
            self.read_pen(ctx);
            return Ok(Effect::None);
        }
        if self.pen.is_correcting() {
            return Ok(Effect::Notice(self.line_first(ctx)));
        }
        let count = self.room.sections.len();
        if count > 0 {
            let step = if forward { 1 } else { count - 1 };
            self.go_to_section((self.room.section + step) % count, ctx)?;
        }
        Ok(Effect::None)
    }

    /// Goes to a section; its newest entries are shown.
    pub(super) fn go_to_section(&mut self, at: usize, ctx: &Ctx) -> Result<(), UiError> {
        self.room.go_to(at, ctx)?;
        self.describe_again(ctx);
        Ok(())
    }

    /// Moves in the completion if one is open, in the text if it has several rows, otherwise in the list.
    fn walk(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let in_pen = match command {
            Command::Up => self.pen.walk_completion(false) || self.pen.editor.up(),
            Command::Down => self.pen.walk_completion(true) || self.pen.editor.down(),
            _ => false,
        };
        // What a response answers is a challenge, so that one walks from entry to entry while it is written.
        let entries = matches!(self.pen.meaning, Ok(Meaning::Response(_))) || self.pen.offers_responses();
        if !in_pen && self.room.step(command, entries, ctx)? {
            self.pen.targets.aim(&self.room, ctx.look.words);
            self.describe_again(ctx);
        }
        Ok(Effect::None)
    }

    /// Reads the line again where the section or the chosen entry has changed; a refusal and an open completion stay.
    pub(super) fn describe_again(&mut self, ctx: &Ctx) {
        let (refused, completion) = (self.pen.refused.take(), std::mem::take(&mut self.pen.completion));
        self.read_pen(ctx);
        self.pen.refused = refused;
        self.pen.completion = completion;
    }

    /// Opens the form of the meeting or of its programme, or the list of its sections.
    fn edit_meeting(&self, command: Command, ctx: &Ctx) -> Outcome {
        let Some(meeting) = &self.room.meeting else { return Ok(Effect::Pass) };
        Ok(match command {
            Command::EditMeeting => Effect::open(dialogs::meeting_form::edit(meeting, ctx)?),
            Command::MoveMeeting => {
                Effect::open(dialogs::programme_form::move_meeting(meeting.id, meeting.programme, ctx)?)
            }
            Command::Abbreviations => dialogs::programme_form::abbreviations(meeting, ctx)?,
            Command::EditProgramme => dialogs::programme_form::edit(meeting, ctx)?,
            _ => Effect::open(dialogs::sections::Sections::new(meeting.id, meeting.title.clone())),
        })
    }

    /// What is said where a verb on an entry is asked for while something is being written.
    fn line_first(&self, ctx: &Ctx) -> String {
        let words = &ctx.look.words.round_table;
        if self.pen.is_correcting() { words.correction_first } else { words.line_first }.to_owned()
    }

    /// Undoes the typing while there is typing, or brings back the line that Escape has emptied or the correction that
    /// it has left, unless something was done since; otherwise the program undoes what was done last.
    fn undo_typing(&mut self, again: bool, ctx: &Ctx) -> Effect {
        let take_back =
            |pen: &mut Pen, older| !again && pen.take_back_correction(older, ctx.look.now, ctx.store);
        let is_typing = self.pen.is_writing() || self.pen.emptied_after.is_latest(again, ctx.store);
        if take_back(&mut self.pen, false) {
            self.describe_taken_back(ctx);
        } else if is_typing && self.pen.undo_typing(again) {
            self.read_pen(ctx);
            self.pen.emptied_after = LastTurns::now(ctx.store);
        } else if take_back(&mut self.pen, true) {
            self.describe_taken_back(ctx);
        } else if self.pen.is_writing() {
            return Effect::Notice(self.line_first(ctx));
        } else {
            return Effect::Pass;
        }
        Effect::None
    }

    fn describe_taken_back(&mut self, ctx: &Ctx) {
        self.read_pen(ctx);
        self.pen.completion.close();
    }

    /// Leaves what is open, one step at a time: the completion, the correction, the line, the marks; then it leads back
    /// to where one came from, or from the walked list to the newest entry.
    fn back(&mut self, ctx: &Ctx) -> Outcome {
        if self.pen.open_completion().is_some() {
            self.pen.completion.close();
        } else if self.pen.is_correcting() {
            let is_lost = self.pen.leave_correction(LastTurns::now(ctx.store));
            self.read_pen(ctx);
            if is_lost {
                return Ok(Effect::Notice(ctx.look.words.round_table.correction_left.to_owned()));
            }
        } else if !self.pen.is_blank() {
            self.pen.give_up(ctx.look.now, LastTurns::now(ctx.store));
            self.read_pen(ctx);
            return Ok(Effect::Notice(ctx.look.words.round_table.line_emptied.to_owned()));
        } else if !self.room.marked.is_none() {
            self.room.marked.clear();
            self.pen.targets.aim(&self.room, ctx.look.words);
            self.describe_again(ctx);
        } else if self.room.away.take().is_some() {
            self.describe_again(ctx);
        } else if ctx.session.can_return {
            return Ok(Effect::Pass);
        } else if self.room.walked {
            self.room.read_newest(ctx)?;
            self.pen.targets.aim(&self.room, ctx.look.words);
            self.describe_again(ctx);
        } else if self.pen.refused.take().is_none() {
            return Ok(Effect::Pass);
        }
        Ok(Effect::None)
    }
}

/// Whether a command does something to the chosen entry, and would do it in place of what is being written. To correct
/// an entry sets the line aside, which comes back afterwards.
fn waits_for_the_line(command: Command) -> bool {
    match command {
        Command::Copy => false,
        Command::Respond | Command::CheckIn | Command::MoveUp | Command::MoveDown => true,
        command => entry_verbs::takes_several(command),
    }
}
