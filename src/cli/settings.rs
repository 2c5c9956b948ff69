//! The settings file as the terminal interface sees it: what was chosen becomes [`Preferences`], and what is chosen
//! there is written back, but for what is as it was.

use std::path::PathBuf;

use super::Desk;
use crate::export::ExportError;
use crate::i18n::{Lang, Words};
use crate::settings::{Settings, SettingsError, UnusableValue};
use crate::speech;
use crate::ui::app::SavedState;
use crate::ui::preferences::{Complaint, Preferences, Reminders, SettingsFile};
use crate::ui::theme::ThemeKind;

/// What is in the file, as this window last saw it.
pub(super) struct KeptSettings {
    path: Option<PathBuf>,
    before: Settings,
    /// Why the file could not be read.
    unreadable: Option<SettingsError>,
    /// The language that is shown. That of `--lang` is for this time only, and not written.
    shown: Lang,
}

impl KeptSettings {
    /// As the desk has just read it.
    pub(super) fn of(desk: &mut Desk) -> Self {
        Self {
            path: desk.settings_path.clone(),
            before: desk.settings.clone(),
            unreadable: desk.unreadable.take(),
            shown: desk.words.lang,
        }
    }

    /// The same again: another window may have written to it. One that cannot be read changes nothing.
    pub(super) fn read_again(&mut self, desk: &mut Desk) {
        self.unreadable = match self.path.as_deref().map(Settings::load) {
            Some(Ok(settings)) => {
                desk.settings = settings;
                None
            }
            Some(Err(error)) => Some(error),
            None => None,
        };
        self.before = desk.settings.clone();
    }

    /// What the screens go by.
    pub(super) fn preferences(&self) -> Preferences {
        let (chosen, usual) = (&self.before, Preferences::default());
        Preferences {
            rings: chosen.bell.unwrap_or(usual.rings),
            reminds: Reminders {
                at_start: chosen.reminder.unwrap_or(usual.reminds.at_start),
                in_tabs: chosen.counts.unwrap_or(usual.reminds.in_tabs),
                in_calendar: chosen.alarms.unwrap_or(usual.reminds.in_calendar),
            },
            export_folder: chosen.export_folder.clone().unwrap_or_default(),
        }
    }

    /// The file, and what in it cannot be used.
    pub(super) fn file(&self) -> SettingsFile {
        let words = self.shown.words();
        let unreadable = self.unreadable.as_ref().and_then(|error| not_read(error, words));
        let complaints = unreadable.into_iter().chain(complaints(&self.before)).collect();
        SettingsFile { path: self.path.clone(), complaints, not_saved: None }
    }

    /// Writes what is otherwise than before, or says why that cannot be.
    pub(super) fn save(&mut self, state: &SavedState, with_scribe: bool) -> Result<(), String> {
        let words = state.lang.words();
        let (before, usual) = (&self.before, self.preferences());
        let chosen = &state.preferences;
        let switch = |now: bool, usual: bool, held: Option<bool>| if now == usual { held } else { Some(now) };
        let folder = Some(chosen.export_folder.clone()).filter(|folder| !folder.is_empty());
        let now = Settings {
            language: if state.lang == self.shown {
                before.language.clone()
            } else {
                Some(state.lang.code().to_owned())
            },
            theme: state.theme.map(|theme| theme.name().to_owned()).or_else(|| before.theme.clone()),
            scribe: state.scribe.clone().filter(|_| with_scribe).or_else(|| before.scribe.clone()),
            bell: switch(chosen.rings, usual.rings, before.bell),
            reminder: switch(chosen.reminds.at_start, usual.reminds.at_start, before.reminder),
            counts: switch(chosen.reminds.in_tabs, usual.reminds.in_tabs, before.counts),
            alarms: switch(chosen.reminds.in_calendar, usual.reminds.in_calendar, before.alarms),
            export_folder: if chosen.export_folder == usual.export_folder {
                before.export_folder.clone()
            } else {
                folder
            },
            unusable: before.unusable.clone(),
        };
        if let Some(path) = self.path.as_deref().filter(|_| now != self.before) {
            now.save(before, path).map_err(|error| (words.settings.not_saved)(&not_written(error, words)))?;
        }
        self.shown = state.lang;
        self.before = now;
        Ok(())
    }
}

/// What in the settings cannot be used.
pub(super) fn complaints(settings: &Settings) -> Vec<Complaint> {
    let say =
        |key: &str, written: &str| Complaint::Unusable { key: key.to_owned(), written: written.to_owned() };
    let unknown = |key: &str, value: &Option<String>, is_known: fn(&str) -> bool| {
        let value = value.as_deref().filter(|value| !is_known(value))?;
        Some(say(key, &format!("\"{value}\"")))
    };
    let language = unknown("language", &settings.language, |code| Lang::from_code(code).is_some());
    let theme = unknown("theme", &settings.theme, |name| ThemeKind::from_name(name).is_some());
    let of_type = settings.unusable.iter().map(|UnusableValue { key, written }| say(key, written));
    of_type.chain(language).chain(theme).collect()
}

/// Why the settings could not be read.
pub(super) fn not_read(error: &SettingsError, words: &Words) -> Option<Complaint> {
    match error {
        SettingsError::Unreadable { path, source } => Some(Complaint::Unreadable {
            path: path.display().to_string(),
            why: speech::io_reason(source, words).to_owned(),
        }),
        SettingsError::Malformed { path, .. } => {
            Some(Complaint::Malformed { path: path.display().to_string() })
        }
        SettingsError::NoHome | SettingsError::NotSaved(_) => None,
    }
}

fn not_written(error: SettingsError, words: &Words) -> String {
    match error {
        SettingsError::NotSaved(error) => speech::export(&ExportError::from(error), words).to_string(),
        error => not_read(&error, words).map(|complaint| complaint.say(words)).unwrap_or_default(),
    }
}
