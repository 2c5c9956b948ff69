//! The entries that somebody has marked in a list. A verb is done to those that can be seen; the others are kept and
//! counted until they are seen again.

use std::cell::Cell;
use std::ops::Deref;

use crate::i18n::Words;
use crate::model::Entry;
use crate::model::id::EntryId;
use crate::store::{self, Store};
use crate::ui::bindings::KeyMode;

/// What is marked, as it was read. It derefs to those that can be seen, in their order.
#[derive(Debug, Default)]
pub struct Marked {
    seen: Vec<Entry>,
    /// Those that the list does not show now: another section, a filter.
    unseen: Vec<Entry>,
    /// Whether one row is shown over all the others: a verb is done to it, and the marks wait.
    covered: Cell<bool>,
}

impl Deref for Marked {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        if self.covered.get() { &[] } else { &self.seen }
    }
}

impl Marked {
    /// Whether an entry that can be seen is marked.
    pub fn has(&self, id: EntryId) -> bool {
        self.seen.iter().any(|marked| marked.id == id)
    }

    /// Whether nothing is marked, in sight or out of it.
    pub fn is_none(&self) -> bool {
        self.all() == 0
    }

    /// Whether one row is shown over the others now, so that none of those that are marked can be seen.
    pub fn cover(&self, covered: bool) {
        self.covered.set(covered);
    }

    /// How many are marked, in sight or out of it.
    fn all(&self) -> usize {
        self.seen.len() + self.unseen.len()
    }

    /// Marks an entry, or not any more.
    pub fn toggle(&mut self, entry: Entry) {
        match self.seen.iter().position(|marked| marked.id == entry.id) {
            Some(at) => drop(self.seen.remove(at)),
            None => self.seen.push(entry),
        }
        self.sort();
    }

    /// Takes all marks away.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Takes the marks away from what something was done to: all that can be seen.
    pub fn clear_seen(&mut self) {
        if !self.covered.get() {
            self.seen.clear();
        }
    }

    /// Reads the marked entries again. One that is not listed any more is out of sight, unless it has left the list
    /// because something was done to it.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read(
        &mut self,
        store: &Store,
        is_listed: impl Fn(&Entry) -> store::Result<bool>,
    ) -> store::Result<()> {
        let (seen, unseen) = (std::mem::take(&mut self.seen), std::mem::take(&mut self.unseen));
        let before =
            seen.into_iter().map(|entry| (entry, true)).chain(unseen.into_iter().map(|it| (it, false)));
        for (before, was_seen) in before {
            let Some(now) = store::entry::get(store, before.id)? else { continue };
            if is_listed(&now)? {
                self.seen.push(now);
            } else if !was_seen || now == before {
                self.unseen.push(now);
            }
        }
        self.sort();
        Ok(())
    }

    fn sort(&mut self) {
        self.seen.sort_by(|a, b| (a.section, &a.position, a.id).cmp(&(b.section, &b.position, b.id)));
    }

    /// What the footer should say, with a line that is written beside the marks or without; `None` where nothing is
    /// marked.
    pub fn key_mode(&self, is_writing: bool) -> Option<KeyMode> {
        let unseen = self.unseen.len();
        (!self.is_none()).then(|| KeyMode::Marking { all: self.seen.len() + unseen, unseen, is_writing })
    }

    /// What is said before something is done to another entry while none of the marked ones can be seen.
    pub fn only_unseen(&self, words: &Words) -> Option<String> {
        let is_only = self.seen.is_empty() && !self.unseen.is_empty() && !self.covered.get();
        is_only.then(|| (words.work.verbs.marked_unseen)(self.unseen.len()))
    }

    /// How many are marked, and how many of them are out of sight: `2 markerade, 1 utom synhåll`; or that they wait.
    pub fn count(&self, words: &Words) -> String {
        if self.covered.get() {
            return (words.work.marks_wait)(self.all());
        }
        (words.work.marked)(self.all(), self.unseen.len())
    }
}
