//! Lines that were begun and not saved: each stays at the pen of its meeting, and is there when one comes back.

use super::RoundTable;
use crate::model::id::{EntryId, ResponseId};
use crate::store;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::draft::{HalfLine, LineAt};
use crate::ui::error::UiError;
use crate::ui::screen::Screen;

impl RoundTable {
    /// Changes the pen where another meeting is seen. What was being written in one that somebody has deleted is kept
    /// in the hand, and says where it goes now.
    pub(super) fn take_own_pen(&mut self) {
        let here = self.meeting_written_in();
        if self.pen_of != here {
            let lost = self.room.lost.as_ref().map(|lost| lost.id);
            if let Some(left) = self.pen_of.filter(|left| lost != Some(*left)) {
                self.left.insert(left, std::mem::take(&mut self.pen));
            }
            self.pen_of = here;
            // The key that undoes would take something of another meeting.
            self.saved = None;
        }
        if !self.pen.is_writing()
            && let Some(pen) = here.and_then(|here| self.left.remove(&here))
        {
            self.pen = pen;
        }
    }

    /// Takes up a line that was begun at this pen; where there is another one in it, it waits until that is done.
    pub(super) fn take_half(&mut self, half: &HalfLine, ctx: &Ctx) -> Result<bool, UiError> {
        let here = self.pen_of.map(|meeting| meeting.0);
        match half.at {
            LineAt::AnyPen if !self.pen.is_writing() => self.pen.set(&half.text),
            LineAt::Pen(meeting) if here == Some(meeting) && !self.pen.is_writing() => {
                self.pen.set(&half.text);
            }
            LineAt::Pen(meeting) if here == Some(meeting) => self.pen.hold(&half.text),
            LineAt::Entry { meeting, entry } if here == Some(meeting) && !self.pen.is_correcting() => {
                let Some(entry) = store::entry::get(ctx.store, EntryId(entry))? else { return Ok(false) };
                self.act_on(Command::Edit, &[entry], ctx)?;
                self.pen.retype(&half.text, ctx.look.now);
            }
            LineAt::Response { meeting, response } if here == Some(meeting) && !self.pen.is_correcting() => {
                let response = store::response::shown(ctx.store, ResponseId(response))?;
                let answers =
                    response.as_ref().map(|response| store::answer::challenges(ctx.store, response.id));
                let challenge = answers.transpose()?.and_then(|answers| answers.first().copied());
                let challenge = challenge.map(|id| store::entry::get(ctx.store, id)).transpose()?.flatten();
                let (Some(response), Some(challenge)) = (response, challenge) else { return Ok(false) };
                self.act_on_response(Command::Edit, &challenge, &response, ctx)?;
                self.pen.retype(&half.text, ctx.look.now);
            }
            _ => return Ok(false),
        }
        self.read_pen(ctx);
        self.pen.completion.close();
        self.pen.refused = self.pen.outdated(half, ctx.look.words);
        Ok(true)
    }
}
