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
        if let Some(given) = moved_to(id, ctx)?.filter(|given| !self.shows(&given.challenges)) {
            self.response = None;
            self.away = Some(WordsTarget::Response(given));
        }
        Ok(())
    }

    /// Reads again what the verbs are for though it is not listed: it may have been taken away, or moved here.
    pub(super) fn look_again(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        match self.away.take() {
            Some(WordsTarget::Response(given)) if self.walked => {
                let now = moved_to(given.response.id, ctx)?;
                self.away = now.filter(|given| !self.shows(&given.challenges)).map(WordsTarget::Response);
            }
            Some(_) => self.look_away(),
            None => {}
        }
        Ok(())
    }
}

/// A response and the challenges that it answers; `None` where it answers none.
fn moved_to(id: ResponseId, ctx: &Ctx) -> store::Result<Option<ResponseTarget>> {
    let challenges = line::challenges_of(ctx.store, id)?;
    let response = store::response::shown(ctx.store, id)?.filter(|_| !challenges.is_empty());
    Ok(response.map(|response| ResponseTarget { response, challenges }))
}
