//! What the user prefers beside language and colours, and what is known of the file where it is kept. It is the user's
//! own and belongs to no store.

use std::path::PathBuf;

use super::path;
use crate::i18n::Words;

/// What can be chosen on the page of settings, for every screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Whether the terminal rings when long work has ended, or something went wrong.
    pub rings: bool,
    /// What reminds of what is due.
    pub reminds: Reminders,
    /// The folder that exported files are proposed for, as it was written; empty for that of the system.
    pub export_folder: String,
}

/// Where the user is reminded of what is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminders {
    /// In one line when the program opens.
    pub at_start: bool,
    /// By the numbers beside the tabs.
    pub in_tabs: bool,
    /// By alarms in calendar files that go out.
    pub in_calendar: bool,
}

impl Default for Reminders {
    fn default() -> Self {
        Self { at_start: true, in_tabs: true, in_calendar: true }
    }
}

impl Preferences {
    /// The folder that exported files are proposed for.
    pub fn exports(&self) -> PathBuf {
        if self.export_folder.is_empty() { path::documents() } else { path::expand(&self.export_folder) }
    }
}

/// Something in the settings file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// It cannot be read at all.
    Unreadable {
        /// The path of the file.
        path: String,
        /// What the system said.
        why: String,
    },
    /// It is no TOML.
    Malformed {
        /// The path of the file.
        path: String,
    },
    /// One value is of another type, or is not known.
    Unusable {
        /// The name of the setting.
        key: String,
        /// The value as it is written.
        written: String,
    },
}

impl Complaint {
    /// In words, with what counts instead.
    pub fn say(&self, words: &Words) -> String {
        let said = &words.settings;
        match self {
            Self::Unreadable { path, why } => (said.unreadable)(path, why),
            Self::Malformed { path } => (said.malformed)(path),
            Self::Unusable { key, written } => (said.unusable)(key, written),
        }
    }
}

/// What is known of the settings file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsFile {
    /// Its path; `None` without a home folder.
    pub path: Option<PathBuf>,
    /// What in it cannot be used.
    pub complaints: Vec<Complaint>,
    /// Why what was chosen last has not been written to it, in words.
    pub not_saved: Option<String>,
}
