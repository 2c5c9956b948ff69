//! What the user chooses for this machine: it counts at once, and goes to the settings file.

use super::App;
use crate::i18n::Lang;
use crate::ui::command::Command;
use crate::ui::preferences::Preferences;
use crate::ui::screen::Changed;
use crate::ui::theme::{Theme, ThemeKind};

impl App {
    /// Makes somebody the scribe; an empty name changes nothing.
    pub(super) fn set_scribe(&mut self, name: String) {
        if name.is_empty() {
            return;
        }
        self.notice = Some((self.look.words.app.scribe_is)(&name));
        self.store.set_scribe(Some(name.clone()));
        self.session.scribe = Some(name);
        self.remember();
        self.refresh(Changed::Anything);
    }

    /// Says everything in this language, once no box is open that has put its words together in another.
    pub(super) fn set_language(&mut self, lang: Lang) {
        self.next_language = Some(lang);
        self.take_language();
        if self.next_language.is_some() {
            self.notice = Some(self.look.words.app.language_waits.to_owned());
        }
    }

    /// Takes the language that was chosen, if any, unless it has to wait.
    pub(super) fn take_language(&mut self) {
        let can = self.layers.iter().all(|layer| layer.screen.follows_language());
        if let Some(lang) = self.next_language.take_if(|_| can) {
            self.look.words = lang.words();
            self.remember();
            self.refresh(Changed::Anything);
        }
    }

    /// Draws in these colours.
    pub(super) fn set_theme(&mut self, kind: ThemeKind) {
        self.look.theme = Theme::of(kind);
        self.theme_chosen = true;
        self.remember();
        self.refresh(Changed::Anything);
    }

    /// The next theme, for whoever walks through them without seeing their names.
    pub(super) fn next_theme(&mut self) {
        let (kind, words) = (self.look.theme.kind.next(), &self.look.words.app);
        let at = ThemeKind::ALL.iter().position(|theme| *theme == kind).unwrap_or(0);
        self.notice = words.themes.get(at).map(|name| (words.theme)(name));
        self.set_theme(kind);
    }

    /// Does as the user prefers.
    pub(super) fn prefer(&mut self, preferences: Preferences) {
        self.session.preferences = preferences;
        self.count_due();
        self.remember();
        self.refresh(Changed::Anything);
    }

    /// Says that something in the settings file cannot be used, where that is so.
    pub(super) fn say_complaints(&mut self) {
        if !self.session.settings_file.complaints.is_empty() {
            let key = self.key_of(Command::Settings);
            self.notice = Some((self.look.words.settings.look)(&key));
        }
    }

    /// Rings with the next picture, if the user wants to hear it.
    pub(super) fn ring(&mut self) {
        self.rings |= self.session.preferences.rings;
    }

    /// Whether the terminal is to ring now.
    pub fn take_ring(&mut self) -> bool {
        std::mem::take(&mut self.rings)
    }
}
