//! A store of which something cannot be read: what can be is shown in its place, and nothing is written to it.

use super::App;
use crate::store::{ReadOnly, Store, StoreError, salvage};
use crate::ui::error::UiError;
use crate::ui::screen::Changed;

/// Whether the file of the store is still at its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StoreFile {
    InPlace,
    Gone,
    /// It is damaged, and nothing of it can be shown.
    Unreadable,
}

impl App {
    /// Where an error says that the store is damaged, shows what can be read of it in its place. Where nothing can be,
    /// that is said once in a box, and after that where it takes no key. Returns whether no box is to open.
    pub(super) fn shows_instead(&mut self, error: &UiError) -> bool {
        let Some(found @ StoreError::Damaged(why)) = error.of_store() else { return false };
        if self.store.read_only() == Some(ReadOnly::Damaged) || self.store.path().is_none() {
            return false;
        }
        if self.file == StoreFile::Unreadable {
            self.notice = Some(error.message(self.look.words));
            return true;
        }
        self.store.close_for_writing(found);
        match salvage::in_place_of(&self.store, why) {
            Ok(store) => {
                self.read_instead(store);
                true
            }
            Err(error) => {
                tracing::error!(?error, "nothing can be shown");
                self.file = StoreFile::Unreadable;
                false
            }
        }
    }

    /// Shows a store in the place of the one that was found to be damaged, and says so.
    pub(super) fn read_instead(&mut self, store: Store) {
        self.store = store;
        self.version = self.store.version().unwrap_or_default();
        self.refresh(Changed::Anything);
        self.recount_due();
        self.notice = Some(self.look.words.app.damaged.to_owned());
    }
}
