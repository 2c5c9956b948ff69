//! What was chosen and has been moved stays chosen.

use super::Room;
use crate::model::Entry;
use crate::model::id::EntryId;
use crate::ops::line;
use crate::store;
use crate::store::entry::EntryScope;
use crate::ui::context::Ctx;

impl Room {
    /// Where what was written last was chosen and has been moved to another section, the verbs are for it still, and
    /// not for its neighbour.
    pub(crate) fn follow_moved(&mut self, last: EntryId) {
        let is_moved = self.latest.as_ref().is_some_and(|latest| {
            latest.entry.id == last && !self.shows(std::slice::from_ref(&latest.entry))
        });
        if is_moved && self.given.is_none() && self.marked.is_none() {
            self.walked = false;
            self.look_away();
        }
    }

    /// The entry to choose: `chosen`, or where the chosen response answers it no more, the challenge here that it
    /// answers now.
    pub(super) fn to_choose(
        &self,
        chosen: Option<EntryId>,
        place: EntryScope,
        ctx: &Ctx,
    ) -> store::Result<Option<Entry>> {
        let get = |id| store::entry::get(ctx.store, id);
        let entry = chosen.and_then(|id| get(id).transpose()).transpose()?;
        let Some(response) = self.response.filter(|_| self.walked) else { return Ok(entry) };
        let challenges = line::challenges_of(ctx.store, response)?;
        if challenges.iter().any(|challenge| Some(challenge.id) == chosen) {
            return Ok(entry);
        }
        Ok(challenges.into_iter().find(|challenge| place.has(challenge)).or(entry))
    }
}
