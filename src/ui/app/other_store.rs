//! Going to another store in the same window: the example, the user's own again, or a copy that takes its place.

use super::{App, Setup};
use crate::store::Store;
use crate::ui::context::Look;
use crate::ui::error::UiError;

impl App {
    /// Opens another store instead of this one: the example, or the user's own again. The jobs of the first go on by
    /// themselves, and their news are ignored.
    pub fn reopen(&mut self, setup: Setup) {
        let (jobs, look, theme_chosen) = (self.jobs.successor(), self.look, self.theme_chosen);
        let notice = self.notice.take();
        let preferences = self.session.preferences.clone();
        *self = Self::new(setup, self.bell.clone().into_channel());
        self.jobs = jobs;
        self.notice = notice.or(self.notice.take());
        // Language, colours and preferences belong to the user, not to the store.
        self.theme_chosen = theme_chosen;
        self.session.preferences = preferences;
        self.look = Look { now: self.look.now, ..look };
    }

    /// Lets the file of the store go, so that another can take its place. Nothing can be done before
    /// [`App::reopen`].
    pub fn release(&mut self) {
        self.layers.clear();
        self.tabs.clear();
        self.jobs.cancel_all();
        self.save_state = Box::new(|_| Ok(()));
        match Store::nothing(self.clock) {
            Ok(nothing) => self.store = nothing,
            Err(error) => tracing::error!(?error, "a store of nothing"),
        }
    }

    /// The other store cannot be opened: the program stays in this one and shows why.
    pub fn stay(&mut self, error: &UiError) {
        self.ending = None;
        self.show_error(error);
    }
}
