//! A box that was closed with words in it that are not saved: undoing brings it back as it was, until something else is
//! done. Who closes it once more as it is means it.

use super::App;
use crate::ui::command::Command;
use crate::ui::layer::{Asker, Layer};
use crate::ui::lists::last_turns::LastTurns;

/// What is known of the box that was closed last.
#[derive(Default)]
pub(super) struct ClosedBox {
    layer: Option<Layer>,
    /// What could be undone when it was closed.
    turns: LastTurns,
    /// How many characters had been typed when it was closed.
    typed: u64,
    /// The words in it when it was brought back.
    brought_back: Option<String>,
}

impl ClosedBox {
    /// Whether nothing was typed after it was closed, with so many characters typed by now.
    pub(super) fn is_latest(&self, typed: u64) -> bool {
        self.layer.is_some() && self.typed == typed
    }
}

impl App {
    /// Keeps a box that is closed with these words in it, or drops them where it was brought back with them.
    pub(super) fn set_box_aside(&mut self, layer: Layer, words: &str) {
        if self.closed.brought_back.take().is_some_and(|before| before == words) {
            // What is undone next is not what one thinks of.
            self.near.wrote_nothing = true;
            self.notice = Some(self.look.words.app.words_given_up.to_owned());
            return;
        }
        let turns = LastTurns::now(&self.store);
        self.closed = ClosedBox { layer: Some(layer), turns, typed: self.typed, brought_back: None };
        let key = self.key_of(Command::Undo);
        self.notice = Some((self.look.words.app.words_set_aside)(&key));
    }

    /// Opens again the box that was closed last with words in it, where that was opened from what is seen and nothing
    /// has been done since. Whether there is one.
    pub(super) fn bring_box_back(&mut self) -> bool {
        let opened_from = self.closed.layer.as_ref().map(|layer| layer.asker);
        let is_here = opened_from.is_some_and(|from| from == Asker::App || from == self.top_asker());
        if !is_here || !self.closed.turns.is_latest(false, &self.store) {
            return false;
        }
        let Some(layer) = self.closed.layer.take() else { return false };
        self.closed.brought_back = layer.screen.unsaved_words();
        self.layers.push(layer);
        self.refresh_top();
        true
    }
}
