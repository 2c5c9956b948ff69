//! What was chosen and has been moved stays chosen.

use super::Room;
use crate::model::Entry;
use crate::model::id::{EntryId, ResponseId};
use crate::ops::line::{self, ResponseTarget, WordsTarget};
use crate::store;
use crate::store::entry::EntryScope;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;

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

    /// Where the chosen response has been moved to a challenge that is not listed here, the verbs are for it still, and
    /// not for the challenge that it was under.
    pub(super) fn follow_away(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let Some(id) = self.response.filter(|_| self.walked && self.chosen_response().is_none()) else {
            return Ok(());
        };
        let away = self.answered_elsewhere(id, ctx)?;
        if away.is_some() {
            (self.response, self.away) = (None, away);
        }
        Ok(())
    }

    /// Reads again what the verbs are for though it is not listed: it may have been taken away, or moved here.
    pub(super) fn look_again(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        match self.away.take() {
            Some(WordsTarget::Response(given)) if self.walked => {
                self.away = self.answered_elsewhere(given.response.id, ctx)?;
            }
            Some(_) => self.look_away(),
            None => {}
        }
        Ok(())
    }

    /// A response that answers challenges, none of which is listed here; `None` for any other.
    fn answered_elsewhere(&self, id: ResponseId, ctx: &Ctx) -> store::Result<Option<WordsTarget>> {
        let given = line::response_target(ctx.store, id)?;
        let is_elsewhere =
            |given: &ResponseTarget| !given.challenges.is_empty() && !self.shows(&given.challenges);
        Ok(given.filter(is_elsewhere).map(WordsTarget::Response))
    }
}
