//! The live screen: what the room says, line by line, as it is said. The pen is always ready; a printable key is never
//! anything but text. What it reads from the store and what is in the pen is in [`state`], what a key does in [`act`],
//! what is seen in [`draw`].
//!
//! ```text
//!  Avsnitt                 Upphandling                          8 inlägg · bord 3: 2
//!    Tips             13     –  Fråga leverantören om lärlingar              bord 1
//!  ▌ Upphandling       8   ▌ !  Avtalen är för långa                   U-4   bord 3
//!    Utmaningar  6 av 10        ↳ Återkoppling (på gång): nytt avtalsråd i april
//! ──────────────────────────────────────────────────────────────────────────────────
//!  ✎  > Ringa inköp om lärlingar @Amina <imorgon▏
//!     åtagande · Amina Berg · torsdag 5 mars                          sparat 10.42
//! ```

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use ratatui::layout::Rect;
use uuid::Uuid;

use crate::model::Entry;
use crate::model::history::{Changes, Entity};
use crate::model::id::{EntryId, MeetingId, ResponseId};
use crate::store;
use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::HalfLine;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};

mod act;
mod draw;
mod half_line;
mod state;

/// The screen of one meeting while it goes on.
#[derive(Debug, Default)]
pub(super) struct RoundTable {
    room: state::Room,
    pen: state::Pen,
    /// The entry to choose at the next reading, or a response to it: somebody came here to see it.
    goal: Option<(EntryId, Option<ResponseId>)>,
    /// The meeting that the pen writes in, and the pens that were left in others.
    pen_of: Option<MeetingId>,
    left: BTreeMap<MeetingId, state::Pen>,
    /// When a line was last saved; `None` until this screen saves one, and after what wrote nothing.
    saved: Option<NaiveDateTime>,
    layouts: draw::Layouts,
}

impl Screen for RoundTable {
    fn scope(&self) -> Scope {
        Scope::RoundTable
    }

    fn key_mode(&self) -> KeyMode {
        if self.pen.offers_responses() {
            KeyMode::Offering
        } else if self.pen.open_completion().is_some() {
            KeyMode::Completing
        } else if self.pen.is_correcting() {
            KeyMode::Correcting
        } else {
            self.room.marked.key_mode(self.pen.is_writing()).unwrap_or(KeyMode::Usual)
        }
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        self.run(command, ctx)
    }

    fn refresh(&mut self, changed: Changed, ctx: &Ctx) -> Result<(), UiError> {
        // After what wrote nothing the key that undoes would take an older line.
        self.saved = self.saved.filter(|_| !changed.is_nothing() && !matches!(changed, Changed::Turned(_)));
        self.room.written &= !matches!(changed, Changed::Turned(_));
        if let Changed::These(changes) = changed
            && let Some(entry) = only_entry(changes)
            && self.room.read_captured(entry, ctx)?
        {
            return Ok(());
        }
        // What others write meanwhile does not push a key that is on its way to one's own line to theirs.
        let own = self.room.own_chosen().filter(|id| match changed {
            Changed::Anything => true,
            // More words for it, or a correction.
            Changed::These(own) => own.touched.contains(&(Entity::Entry, id.0)),
            Changed::Turned(_) => false,
        });
        let here = self.room.here().map(|counted| counted.section.id);
        let last = self.room.latest_chosen().filter(|_| matches!(changed, Changed::These(_)));
        self.room.read(ctx)?;
        if let Some(last) = last {
            self.room.follow_moved(last);
        }
        if matches!(changed, Changed::Turned(_)) {
            self.room.leave_unmade(here, ctx)?;
        }
        if let Some(own) = own {
            self.room.stay_at(own, ctx)?;
        }
        self.take_own_pen();
        if let Some((entry, response)) = self.goal.take() {
            self.room.seek(entry, response, ctx)?;
        } else if let Some(entry) = changed.turned_entry() {
            self.room.choose_again(entry, ctx)?;
        }
        self.pen.targets.follow(matches!(changed, Changed::These(_)), &self.room, ctx)?;
        if self.room.away.is_some() && self.room.walked && !self.pen.is_writing() {
            self.pen.targets.aim(&self.room, ctx.look.words);
        }
        self.describe_again(ctx);
        Ok(())
    }

    fn arrive(&mut self, place: &Place) {
        self.goal = match place {
            Place::Entry(_, entry) => Some((*entry, None)),
            Place::Response(_, entry, response) => Some((*entry, Some(*response))),
            _ => return,
        };
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.pen.editor)
    }

    fn undoes_typing(&self) -> bool {
        self.pen.is_writing()
    }

    fn shows(&self, records: &[(Entity, Uuid)], ctx: &Ctx) -> Option<bool> {
        let of =
            |wanted: Entity| records.iter().filter(move |(entity, _)| *entity == wanted).map(|(_, id)| *id);
        let answered = |id| store::answer::all_challenges(ctx.store, ResponseId(id)).unwrap_or_default();
        let entries = of(Entity::Entry).map(EntryId).chain(of(Entity::Response).flat_map(answered));
        let found = entries.filter_map(|id| store::entry::get_or_gone(ctx.store, id).ok().flatten());
        let found: Vec<Entry> = found.collect();
        if !found.is_empty() {
            return Some(self.room.shows(&found));
        }
        let here = self.room.here().map(|counted| counted.section.id.0);
        let mut sections = of(Entity::Section).peekable();
        sections.peek().is_some().then(|| sections.any(|id| Some(id) == here))
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        self.room.meeting.as_ref().map(|meeting| meeting.id)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.pen.remember(ctx.look.now);
        self.read_pen(ctx);
        Ok(Effect::None)
    }

    fn pasted(&mut self, text: &str, ctx: &Ctx) -> Outcome {
        Ok(self.take_paste(text, ctx))
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if let Some(response) = row.checked_sub(draw::RESPONSE_ROWS) {
            let (row, nth) = (response / draw::MOST_RESPONSES, response % draw::MOST_RESPONSES);
            self.room.choose_response(row, nth, ctx)?;
            self.pen.targets.aim(&self.room, ctx.look.words);
            self.describe_again(ctx);
        } else if let Some(section) = row.checked_sub(draw::SECTION_ROWS) {
            self.go_to_section(section, ctx)?;
        } else if let Some(candidate) = row.checked_sub(draw::COMPLETION_ROWS) {
            self.pen.completion.choose(candidate);
            self.pen.accept();
            self.read_pen(ctx);
        } else {
            self.room.rows.select(row);
            self.room.walk(ctx)?;
            self.pen.targets.aim(&self.room, ctx.look.words);
            self.describe_again(ctx);
        }
        Ok(Effect::None)
    }

    fn headline(&self, look: &Look) -> (String, String) {
        draw::headline(&self.room, look)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        draw::draw(self, canvas, area, look);
    }

    fn draft(&self) -> Option<HalfLine> {
        self.pen.draft(self.pen_of)
    }

    fn set_aside(&self) -> Vec<HalfLine> {
        let left = self.left.iter().map(|(meeting, pen)| (Some(*meeting), pen));
        let waiting = left.clone().chain([(self.pen_of, &self.pen)]);
        let waiting = waiting.filter_map(|(meeting, pen)| pen.waiting(meeting));
        let refused =
            self.left.iter().map(|(meeting, pen)| (Some(*meeting), pen)).chain([(self.pen_of, &self.pen)]);
        let refused = refused.flat_map(|(meeting, pen)| pen.refused_lines(meeting));
        waiting.chain(refused).chain(left.filter_map(|(meeting, pen)| pen.draft(meeting))).collect()
    }

    fn restore(&mut self, half: &HalfLine, ctx: &Ctx) -> Result<bool, UiError> {
        self.take_half(half, ctx)
    }
}

/// The entry that a write touched, where it touched no other and nothing else but the register.
fn only_entry(changes: &Changes) -> Option<EntryId> {
    let mut touched = changes.touched.iter().filter(|(entity, _)| *entity != Entity::Person);
    let first = touched.next().filter(|(entity, _)| *entity == Entity::Entry);
    first.filter(|_| touched.next().is_none()).map(|(_, id)| EntryId(*id))
}
