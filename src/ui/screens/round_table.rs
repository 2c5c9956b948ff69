//! The live screen: what the room says, line by line, as it is said. The pen is always ready; a printable key is never
//! anything but text. What the screen shows is in [`room`], what is being written in [`pen`].
//!
//! ```text
//!  Avsnitt                 Upphandling                          8 inlägg · bord 3: 2
//!    Tips             13     –  Fråga leverantören om lärlingar              bord 1
//!  ▌ Upphandling       8   ▌ !  Avtalen är för långa                   U-4   bord 3
//!    Utmaningar  6 av 10        ↳ Återkoppling (på gång): nytt avtalsråd i april
//! ──────────────────────────────────────────────────────────────────────────────────
//!  ✎  > Ringa inköp om lärlingar @Amina <imorgon▏
//!     åtagande · Amina Berg · torsdag 5 mars           sparat 10.42 · Ctrl+Z ångrar
//! ```

use chrono::NaiveDateTime;
use ratatui::layout::Rect;

use crate::model::history::{Changes, Entity};
use crate::model::id::EntryId;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};

mod capture;
mod chosen;
mod detail;
mod entries;
mod foot;
mod layout;
mod paste;
mod pen;
mod room;
mod sections;
mod slash;
mod tables;
mod targets;

/// The screen of one meeting while it goes on.
#[derive(Debug, Default)]
pub(super) struct RoundTable {
    room: room::Room,
    pen: pen::Pen,
    /// The entry to choose at the next reading: somebody came here to see it.
    goal: Option<EntryId>,
    /// When a line was last saved; `None` until this screen saves one.
    saved: Option<NaiveDateTime>,
    layouts: entries::Layouts,
}

impl RoundTable {
    /// The line in the pen is on disk: the pen is ready for the next one.
    fn line_saved(&mut self, changes: &Changes, ctx: &Ctx) -> Outcome {
        self.pen.clear();
        self.saved = Some(ctx.look.now);
        if changes.touch(Entity::Person) {
            self.room.read_names(ctx)?;
        }
        self.read_pen(ctx);
        Ok(Effect::None)
    }

    /// What the text in the pen means, read anew.
    fn read_pen(&mut self, ctx: &Ctx) {
        self.pen.read(&self.room, ctx.clock.today(), ctx.look.words);
    }

    /// Takes the chosen completion, or goes to the next or the previous section.
    fn tab(&mut self, forward: bool, ctx: &Ctx) -> Outcome {
        if forward && self.pen.accept() {
            self.read_pen(ctx);
            return Ok(Effect::None);
        }
        let count = self.room.sections.len();
        if count > 0 {
            let step = if forward { 1 } else { count - 1 };
            self.go_to_section((self.room.section + step) % count, ctx)?;
        }
        Ok(Effect::None)
    }

    /// Goes to a section; its newest entries are shown.
    fn go_to_section(&mut self, at: usize, ctx: &Ctx) -> Result<(), UiError> {
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
        if !in_pen && self.room.rows.walk(command) {
            self.room.walk(ctx)?;
            self.pen.targets.aim(&self.room);
            self.describe_again(ctx);
        }
        Ok(Effect::None)
    }

    /// Reads the line again where the section or the chosen entry has changed; a refusal and an open completion stay.
    fn describe_again(&mut self, ctx: &Ctx) {
        let (refused, completion) = (self.pen.refused.take(), self.pen.completion.take());
        self.read_pen(ctx);
        self.pen.refused = refused;
        self.pen.completion = completion;
    }

    /// Opens the form of the meeting, or the list of its sections.
    fn edit_meeting(&self, command: Command, ctx: &Ctx) -> Effect {
        match &self.room.meeting {
            Some(meeting) if command == Command::EditMeeting => {
                Effect::open(dialogs::meeting_form::edit(meeting, ctx))
            }
            Some(meeting) => {
                Effect::open(dialogs::sections::Sections::new(meeting.id, meeting.title.clone()))
            }
            None => Effect::Pass,
        }
    }

    /// Leaves what is open, one step at a time: the completion, the correction, the walked list.
    fn back(&mut self, ctx: &Ctx) -> Outcome {
        if self.pen.open_completion().is_some() {
            self.pen.completion = None;
        } else if self.pen.mode != pen::Mode::Capturing {
            self.pen.clear();
            self.read_pen(ctx);
        } else if self.room.walked {
            self.room.read_newest(ctx)?;
            self.pen.targets.aim(&self.room);
            self.describe_again(ctx);
        } else {
            self.pen.refused = None;
        }
        Ok(Effect::None)
    }
}

/// The entry that a write touched, where it touched no other and nothing else but the register.
fn only_entry(changes: &Changes) -> Option<EntryId> {
    let mut touched = changes.touched.iter().filter(|(entity, _)| *entity != Entity::Person);
    let first = touched.next().filter(|(entity, _)| *entity == Entity::Entry);
    first.filter(|_| touched.next().is_none()).map(|(_, id)| EntryId(*id))
}

impl Screen for RoundTable {
    fn scope(&self) -> Scope {
        Scope::RoundTable
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        match command {
            Command::Capture | Command::Open | Command::Submit => self.enter(ctx),
            Command::NextSection => self.tab(true, ctx),
            Command::PreviousSection => self.tab(false, ctx),
            Command::Back => self.back(ctx),
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
                Some(counted) => Effect::open(dialogs::sections::edit_form(&counted.section, ctx)),
                None => Effect::Pass,
            }),
            Command::Sections | Command::EditMeeting => Ok(self.edit_meeting(command, ctx)),
            Command::Export if ctx.session.meeting.is_none() => Ok(match &self.room.meeting {
                Some(meeting) => Effect::GoTo(Place::Export(meeting.id)),
                None => Effect::Pass,
            }),
            Command::Up
            | Command::Down
            | Command::PageUp
            | Command::PageDown
            | Command::First
            | Command::Last => self.walk(command, ctx),
            _ => self.act_on_chosen(command, ctx),
        }
    }

    fn refresh(&mut self, changed: Changed, ctx: &Ctx) -> Result<(), UiError> {
        if let Changed::These(changes) = changed
            && let Some(entry) = only_entry(changes)
            && self.room.read_captured(entry, ctx)?
        {
            return Ok(());
        }
        self.room.read(ctx)?;
        if let Some(goal) = self.goal.take() {
            self.room.seek(goal, ctx)?;
        }
        self.pen.targets.follow(matches!(changed, Changed::These(_)), &self.room, ctx)?;
        self.describe_again(ctx);
        Ok(())
    }

    fn arrive(&mut self, place: &Place) {
        if let Place::Entry(_, entry) = place {
            self.goal = Some(*entry);
        }
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.pen.editor)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.read_pen(ctx);
        Ok(Effect::None)
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        Ok(self.take_paste(text, ctx))
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if let Some(section) = row.checked_sub(layout::SECTION_ROWS) {
            self.go_to_section(section, ctx)?;
        } else if let Some(candidate) = row.checked_sub(layout::COMPLETION_ROWS) {
            if let Some((_, at)) = &mut self.pen.completion {
                *at = candidate;
            }
            self.pen.accept();
            self.read_pen(ctx);
        } else {
            self.room.rows.select(row);
            self.room.walk(ctx)?;
            self.pen.targets.aim(&self.room);
            self.describe_again(ctx);
        }
        Ok(Effect::None)
    }

    fn headline(&self, look: &Look) -> (String, String) {
        layout::headline(&self.room, look)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        layout::draw(self, canvas, area, look);
    }

    fn draft(&self) -> Option<String> {
        self.pen.draft()
    }

    fn restore(&mut self, draft: &str) {
        self.pen.set(draft);
    }
}
