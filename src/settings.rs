//! What this user has chosen on this machine (language, theme, name, reminders, folders), and the paths of the
//! program's files here.
//!
//! The settings are a small TOML file in the configuration folder; the database is in the local data folder, never in
//! one that is synchronised.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use toml_edit::{DocumentMut, Item, TomlError, Value};

use crate::files::save::{Existing, SaveError, save_private};

/// The content of the settings file. What is not set is as usual. Other keys than these stay in the file as they are:
/// a newer version may know them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The language of the interface by its code: `sv` or `en`.
    pub language: Option<String>,
    /// The theme by its name in `ui::theme`.
    pub theme: Option<String>,
    /// The scribe on this machine; `name` in the file.
    pub scribe: Option<String>,
    /// Whether the terminal rings when long work is done.
    pub bell: Option<bool>,
    /// Whether what waits for follow-up is said when the program opens.
    pub reminder: Option<bool>,
    /// Whether the tabs show how much waits there.
    pub counts: Option<bool>,
    /// Whether calendar files that go out have alarms.
    pub alarms: Option<bool>,
    /// The folder that exported files are proposed for.
    pub export_folder: Option<String>,
    /// The values of the file that are of the wrong type; they count as not set.
    pub unusable: Vec<UnusableValue>,
}

/// A value of the settings file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnusableValue {
    /// The key in the file.
    pub key: &'static str,
    /// The value as it is written there.
    pub written: String,
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
    /// The file is not TOML. It is not written either, for what is in it would be lost.
    #[error("{}: {source}", path.display())]
    Malformed {
        /// The settings file.
        path: PathBuf,
        /// The place and reason of the TOML parser.
        source: TomlError,
    },
    /// The file could not be written; the old one is unchanged.
    #[error(transparent)]
    NotSaved(#[from] SaveError),
}

/// The value of a key where it is of the type that `read` reads.
fn read<T>(
    document: &DocumentMut,
    key: &'static str,
    read: impl Fn(&Item) -> Option<T>,
    unusable: &mut Vec<UnusableValue>,
) -> Option<T> {
    let item = document.get(key)?;
    let value = read(item);
    if value.is_none() {
        unusable.push(UnusableValue { key, written: item.to_string().trim().to_owned() });
    }
    value
}

fn document(path: &Path) -> Result<DocumentMut, SettingsError> {
    let read = crate::files::read::open(path).and_then(std::io::read_to_string);
    match read {
        Ok(text) => text.parse().map_err(|source| SettingsError::Malformed { path: path.to_owned(), source }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(DocumentMut::new()),
        Err(source) => Err(SettingsError::Unreadable { path: path.to_owned(), source }),
    }
}

impl Settings {
    /// Reads the settings. Without a file they are the defaults.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let document = document(path)?;
        let mut unusable = Vec::new();
        let text = |item: &Item| item.as_str().map(str::to_owned);
        Ok(Self {
            language: read(&document, "language", text, &mut unusable),
            theme: read(&document, "theme", text, &mut unusable),
            scribe: read(&document, "name", text, &mut unusable),
            bell: read(&document, "bell", Item::as_bool, &mut unusable),
            reminder: read(&document, "reminder", Item::as_bool, &mut unusable),
            counts: read(&document, "counts", Item::as_bool, &mut unusable),
            alarms: read(&document, "alarms", Item::as_bool, &mut unusable),
            export_folder: read(&document, "export_folder", text, &mut unusable),
            unusable,
        })
    }

    /// Each key of the file with its value, if it is set.
    fn values(&self) -> [(&'static str, Option<Value>); 8] {
        let text = |text: &Option<String>| text.as_ref().map(Value::from);
        [
            ("language", text(&self.language)),
            ("theme", text(&self.theme)),
            ("name", text(&self.scribe)),
            ("bell", self.bell.map(Value::from)),
            ("reminder", self.reminder.map(Value::from)),
            ("counts", self.counts.map(Value::from)),
            ("alarms", self.alarms.map(Value::from)),
            ("export_folder", text(&self.export_folder)),
        ]
    }

    /// Writes what is otherwise than it was `before`. All else in the file stays as it is now, comments too; a folder
    /// that is missing is made.
    pub fn save(&self, before: &Self, path: &Path) -> Result<(), SettingsError> {
        let mut document = document(path)?;
        let same = |one: &Option<Value>, other: &Option<Value>| {
            one.as_ref().map(ToString::to_string) == other.as_ref().map(ToString::to_string)
        };
        for ((key, now), (_, before)) in self.values().into_iter().zip(before.values()) {
            match now {
                now if same(&now, &before) => {}
                // In the place of what it was, with the comments that are there.
                Some(mut now) => match document.get_mut(key) {
                    Some(held) => {
                        if let Some(held) = held.as_value() {
                            *now.decor_mut() = held.decor().clone();
                        }
                        *held = Item::Value(now);
                    }
                    None => drop(document.insert(key, Item::Value(now))),
                },
                None => drop(document.remove(key)),
            }
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|source| SaveError::Failed { path: path.to_owned(), source })?;
        }
        Ok(save_private(path, document.to_string().as_bytes(), Existing::Replace)?)
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

    fn file(content: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.toml");
        std::fs::write(&path, content).unwrap();
        (folder, path)
    }

    #[test]
    fn settings_are_saved_in_a_folder_that_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/settings.toml");
        let before = Settings::load(&path).unwrap();
        assert_eq!(before, Settings::default());
        let settings =
            Settings { language: Some("en".into()), scribe: Some("Åsa".into()), ..Settings::default() };
        settings.save(&before, &path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "language = \"en\"\nname = \"Åsa\"\n");
        assert_eq!(Settings::load(&path).unwrap(), settings);
        Settings { language: None, ..settings.clone() }.save(&settings, &path).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "name = \"Åsa\"\n");
    }

    #[test]
    fn what_else_is_in_the_file_stays_there() {
        let (_folder, path) =
            file("# Mine\nlater = 3\n# By day too.\ntheme = \"dark\" # for the evening\n[newer]\nx = 1\n");
        let before = Settings::load(&path).unwrap();
        // Another window has changed the language meanwhile.
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, format!("language = \"en\"\n{text}")).unwrap();
        let now = Settings { theme: Some("light".into()), bell: Some(true), ..before.clone() };
        now.save(&before, &path).unwrap();
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            "language = \"en\"\n# Mine\nlater = 3\n# By day too.\ntheme = \"light\" # for the evening\nbell = true\n[newer]\nx = 1\n"
        );
    }

    #[test]
    fn a_value_of_the_wrong_type_is_named_and_the_others_count() {
        let (_folder, path) = file("name = \"Vera\"\nbell = \"ja\"\ntheme = 3\n");
        let settings = Settings::load(&path).unwrap();
        assert_eq!(settings.scribe.as_deref(), Some("Vera"));
        let unusable: Vec<_> =
            settings.unusable.iter().map(|value| (value.key, value.written.as_str())).collect();
        assert_eq!(unusable, [("theme", "3"), ("bell", "\"ja\"")]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_written_over() {
        let (_folder, path) = file("language = ");
        assert!(matches!(Settings::load(&path), Err(SettingsError::Malformed { .. })));
        let settings = Settings { bell: Some(true), ..Settings::default() };
        let refused = settings.save(&Settings::default(), &path);
        assert!(matches!(refused, Err(SettingsError::Malformed { .. })));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "language = ");
    }
}
