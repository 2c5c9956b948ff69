//! What was written last, an entry or a response to one: which row that is, and that more words are for it until
//! another row is chosen.

use super::Room;
use crate::model::id::{EntryId, ResponseId};
use crate::ops::line::WordsTarget;
use crate::store;
use crate::store::entry::EntryScope;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;

impl Room {
    /// What was written last: the entry, or a response after it.
    pub(crate) fn latest_words(&self) -> Option<WordsTarget> {
        let entry = || self.latest.as_ref().map(|latest| WordsTarget::Entry(latest.entry.clone()));
        self.given.clone().map(WordsTarget::Response).or_else(entry)
    }

    /// A line has changed something that is not listed.
    pub(crate) fn look_away(&mut self) {
        self.away = self.latest_words().filter(|words| !self.shows(words.entries()));
    }

    /// The entry that was written last, where it is the chosen one.
    pub(crate) fn latest_chosen(&self) -> Option<EntryId> {
        let chosen = self.chosen().filter(|_| self.response.is_none() && self.away.is_none())?.entry.id;
        self.latest.as_ref().filter(|latest| latest.is_own && latest.entry.id == chosen).map(|_| chosen)
    }

    /// The row of the challenge that the response of just now answers, where it is listed: what was written last is
    /// chosen, whatever kind it is.
    pub(super) fn row_of_given(&self, place: EntryScope, ctx: &Ctx) -> Result<Option<usize>, UiError> {
        let Some(given) = &self.given else { return Ok(None) };
        let challenge = given.challenges.iter().rfind(|entry| place.has(entry));
        Ok(challenge.map(|entry| store::entry::row_of(ctx.store, place, entry)).transpose()?)
    }

    /// The response of just now is chosen where its challenge is listed, whatever row was chosen before.
    pub(crate) fn choose_given(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.written = true;
        self.marked.clear_seen();
        let (Some(place), Some(given)) = (self.place(), self.given.clone()) else { return Ok(()) };
        let answers_chosen =
            self.chosen().is_some_and(|listed| given.challenges.iter().any(|it| it.id == listed.entry.id));
        if !answers_chosen {
            let Some(row) = self.row_of_given(place, ctx)? else {
                self.walked = false;
                self.look_away();
                return Ok(());
            };
            self.rows.select(row);
            self.read_near_chosen(ctx)?;
        }
        self.response = self.given_here();
        self.answered = Some((given.response.id, given.challenges));
        Ok(())
    }

    /// The response that was given last, where it is one of those to the chosen entry: it is chosen then.
    pub(super) fn given_here(&self) -> Option<ResponseId> {
        let given = self.given.as_ref()?.response.id;
        self.chosen()?.responses.iter().map(|response| response.id).find(|id| *id == given)
    }
}
