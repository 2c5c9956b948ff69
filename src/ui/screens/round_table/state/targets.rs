//! What the line in the pen changes: chosen when the line is begun, and not moved by what another window writes
//! meanwhile. Only whoever writes the line moves it, by choosing another challenge.

use super::room::Room;
use crate::i18n::Words;
use crate::model::id::MeetingId;
use crate::model::{Entry, Kind};
use crate::ops::line::{self, Latest};
use crate::pen::Target;
use crate::store;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;

/// The targets of a line. Empty as long as the pen is.
#[derive(Debug, Default)]
pub(crate) struct PenTargets {
    /// The meeting that the line was begun in.
    meeting: Option<MeetingId>,
    /// What `+` and `s/…/…/` change.
    latest: Option<NamedEntry>,
    /// What `=` answers: the latest challenge of this sitting, otherwise of the meeting.
    challenge: Option<NamedEntry>,
    /// The challenge that somebody has chosen in the list; it is answered instead.
    aimed: Option<NamedEntry>,
}

/// An entry and what it is called.
#[derive(Debug)]
pub(crate) struct NamedEntry {
    entry: Entry,
    /// Its number; empty where it has none.
    number: String,
    /// What the preview calls it in a sentence.
    pub(crate) name: String,
    /// Whether it was chosen, or made in this sitting. Otherwise the preview says that it may be somebody else's.
    is_own: bool,
}

impl NamedEntry {
    fn of(entry: &Entry, is_own: bool, room: &Room, words: &Words) -> Self {
        let number = room.number(entry).unwrap_or_default();
        let name = room.name(entry);
        let name = if is_own { name } else { (words.pen.latest_of_meeting)(&name) };
        Self { entry: entry.clone(), number, name, is_own }
    }
}

impl PenTargets {
    /// Takes what is not chosen yet from what the screen shows. A line that goes to another meeting begins anew.
    pub(crate) fn freeze(&mut self, room: &Room, words: &Words) {
        let meeting = room.meeting.as_ref().map(|meeting| meeting.id);
        if self.meeting != meeting {
            *self = Self { meeting, ..Self::default() };
            self.aim(room, words);
        }
        let named = |latest: &Latest| NamedEntry::of(&latest.entry, latest.is_own, room, words);
        self.latest = self.latest.take().or_else(|| room.latest.as_ref().map(named));
        self.challenge = self.challenge.take().or_else(|| room.challenge.as_ref().map(named));
    }

    /// Another entry was chosen: it is answered where it is a challenge, or else the latest one.
    pub(crate) fn aim(&mut self, room: &Room, words: &Words) {
        let chosen = room.chosen().map(|listed| &listed.entry).filter(|_| room.walked);
        let challenge = chosen.filter(|entry| matches!(entry.kind, Kind::Challenge(_)));
        self.aimed = challenge.map(|entry| NamedEntry::of(entry, true, room, words));
    }

    /// Reads the targets again after a write. What this window itself took away is no target any more; what another one
    /// took away stays, and the line is refused instead of changing something else.
    pub(crate) fn follow(&mut self, own_write: bool, room: &Room, ctx: &Ctx) -> Result<(), UiError> {
        for target in [&mut self.latest, &mut self.challenge, &mut self.aimed] {
            let Some(named) = target else { continue };
            match store::entry::get(ctx.store, named.entry.id)? {
                Some(entry) => *named = NamedEntry::of(&entry, named.is_own, room, ctx.look.words),
                None if own_write => *target = None,
                None => {}
            }
        }
        Ok(())
    }

    /// What `=` answers.
    pub(crate) fn challenge(&self) -> Option<&NamedEntry> {
        self.aimed.as_ref().or(self.challenge.as_ref())
    }

    /// What `+` and `s/…/…/` change.
    pub(crate) fn latest(&self) -> Option<Target<'_>> {
        self.latest.as_ref().map(|named| Target { number: &named.number, text: &named.entry.text })
    }

    /// The entries themselves, as the line-taker writes to them.
    pub(crate) fn for_line(&self) -> line::LineTargets {
        line::LineTargets {
            entry: self.latest.as_ref().map(|named| named.entry.clone()),
            challenges: self.challenge().map(|named| named.entry.clone()).into_iter().collect(),
        }
    }
}
