//! What the user prefers beside language and colours, and what is known of the file where it is kept. It is the user's
//! own and belongs to no store.

use std::path::PathBuf;

use super::path;

/// What can be chosen on the page of settings, for every screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preferences {
    /// Whether the terminal rings when long work has ended, or something went wrong.
    pub rings: bool,
    /// Whether what waits for follow-up is said when the program opens.
    pub says_due: bool,
    /// Whether the tabs show how much waits there.
    pub counts_due: bool,
    /// The folder that exported files are proposed for, as it was written; empty for that of the system.
    pub export_folder: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { rings: false, says_due: true, counts_due: true, export_folder: String::new() }
    }
}

impl Preferences {
    /// The folder that exported files are proposed for.
    pub fn exports(&self) -> PathBuf {
        if self.export_folder.is_empty() { path::documents() } else { path::expand(&self.export_folder) }
    }
}

/// What is known of the settings file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsFile {
    /// Its path; `None` without a home folder.
    pub path: Option<PathBuf>,
    /// What in it cannot be used, in words.
    pub complaints: Vec<String>,
    /// Why what was chosen last has not been written to it, in words.
    pub not_saved: Option<String>,
}
