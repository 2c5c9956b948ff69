//! What this user has chosen on this machine (language, theme, name), and the paths of the program's files here.
//!
//! The settings are a small TOML file in the configuration folder; the database is in the local data folder, never in
//! one that is synchronised.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};

use crate::files::save::{Existing, SaveError, save_private};

/// The content of the settings file. Unknown keys are ignored, so that an older version can read it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the interface by its code: `sv` or `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The theme by its name in `ui::theme`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The scribe on this machine; `name` in the file.
    #[serde(rename = "name", skip_serializing_if = "Option::is_none")]
    pub scribe: Option<String>,
}

/// Why the settings could not be read or saved.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The system has no home folder for this user.
    #[error("no home folder")]
    NoHome,
    /// The file exists but could not be read.
    #[error("{}: {source}", path.display())]
    Unreadable {
        /// The settings file.
        path: PathBuf,
        /// The reason of the system.
        source: std::io::Error,
    },
    /// The file is not TOML, or a value has the wrong type.
    #[error("{}: {source}", path.display())]
    Malformed {
        /// The settings file.
        path: PathBuf,
        /// The place and reason of the TOML parser.
        source: toml::de::Error,
    },
    /// The file could not be written; the old one is unchanged.
    #[error(transparent)]
    NotSaved(#[from] SaveError),
}

impl Settings {
    /// Reads the settings. Without a file they are the defaults.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        match std::fs::read_to_string(path) {
            Ok(text) => toml::from_str(&text)
                .map_err(|source| SettingsError::Malformed { path: path.to_owned(), source }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(SettingsError::Unreadable { path: path.to_owned(), source }),
        }
    }

    /// Replaces the file as a whole, and creates its folder where it is missing.
    pub fn save(&self, path: &Path) -> Result<(), SettingsError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|source| SaveError::Failed { path: path.to_owned(), source })?;
        }
        let text = toml::to_string(self).unwrap_or_default();
        Ok(save_private(path, text.as_bytes(), Existing::Replace)?)
    }
}

/// The paths of the program's files for this user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// The settings file, in the configuration folder.
    pub settings: PathBuf,
    /// The database that is opened unless another one is named.
    pub database: PathBuf,
    /// The folder of the technical log. It never holds words of a meeting.
    pub log: PathBuf,
    /// The folder in which the replicas of this user on this machine are remembered. It is not in that of the database:
    /// an older copy of that folder, put back, must not bring them along.
    pub replicas: PathBuf,
}

/// A folder of this machine that is not in that of the data. On Windows the preferences go along to other machines.
fn remembered_in(folders: &ProjectDirs) -> PathBuf {
    match folders.state_dir() {
        Some(state) => state.to_owned(),
        None if cfg!(windows) => folders.data_local_dir().with_file_name("state"),
        None => folders.preference_dir().to_owned(),
    }
}

impl Places {
    /// The paths by the conventions of this system.
    pub fn here() -> Result<Self, SettingsError> {
        let folders = ProjectDirs::from("", "", "vidpennan").ok_or(SettingsError::NoHome)?;
        Ok(Self {
            settings: folders.config_dir().join("settings.toml"),
            database: folders.data_local_dir().join("vidpennan.db"),
            log: folders.data_local_dir().join("log"),
            replicas: remembered_in(&folders).join("replicas"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_saved_and_unknown_ones_are_ignored() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.toml");
        assert_eq!(Settings::load(&path).unwrap(), Settings::default());
        let settings =
            Settings { language: Some("en".into()), scribe: Some("Åsa".into()), ..Settings::default() };
        settings.save(&path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "language = \"en\"\nname = \"Åsa\"\n");
        assert_eq!(Settings::load(&path).unwrap(), settings);
        std::fs::write(&path, "name = \"Vera\"\n").unwrap();
        assert_eq!(Settings::load(&path).unwrap().scribe.as_deref(), Some("Vera"));
        std::fs::write(&path, "language = \"sv\"\nlater = 3\n").unwrap();
        assert_eq!(Settings::load(&path).unwrap().language.as_deref(), Some("sv"));
        std::fs::write(&path, "language = ").unwrap();
        assert!(matches!(Settings::load(&path), Err(SettingsError::Malformed { .. })));
    }
}
