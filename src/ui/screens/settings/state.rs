//! The rows of the page, and what they show.

use std::path::PathBuf;

use crate::i18n::words::settings::SettingWord;
use crate::i18n::{Lang, Words};
use crate::store::backup;
use crate::ui::context::{Ctx, Look};
use crate::ui::path;
use crate::ui::preferences::{Preferences, SettingsFile};
use crate::ui::theme::ThemeKind;
use crate::ui::unsaved::EscapeQuestion;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::grouped_rows::GroupedRows;

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Scribe,
    Language,
    Theme,
    Bell,
    SaysDue,
    CountsDue,
    Alarms,
    Exports,
    Database,
    Backups,
    File,
}

impl Setting {
    /// Every row, in order; [`GROUPS`] says how many belong together.
    pub(super) const ALL: [Self; 11] = [
        Self::Scribe,
        Self::Language,
        Self::Theme,
        Self::Bell,
        Self::SaysDue,
        Self::CountsDue,
        Self::Alarms,
        Self::Exports,
        Self::Database,
        Self::Backups,
        Self::File,
    ];

    pub(super) fn word(self, words: &Words) -> SettingWord {
        let rows = &words.settings.rows;
        match self {
            Self::Scribe => rows.scribe,
            Self::Language => rows.language,
            Self::Theme => rows.theme,
            Self::Bell => rows.bell,
            Self::SaysDue => rows.says_due,
            Self::CountsDue => rows.counts_due,
            Self::Alarms => rows.alarms,
            Self::Exports => rows.exports,
            Self::Database => rows.database,
            Self::Backups => rows.backups,
            Self::File => rows.file,
        }
    }
}

/// How many rows each group has.
pub(super) const GROUPS: [usize; 3] = [4, 3, 4];

/// The page with what is chosen now, and what is being written.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct SettingsPage {
    pub(super) rows: GroupedRows,
    pub(super) scribe: Option<String>,
    pub(super) preferences: Preferences,
    pub(super) file: SettingsFile,
    /// The file of the store; `None` for one in memory.
    pub(super) database: Option<PathBuf>,
    pub(super) in_example: bool,
    /// The text of the chosen row while it is edited.
    pub(super) written: Option<TextField>,
    /// Why what was written is not taken.
    pub(super) refused: Option<String>,
    pub(super) escape: EscapeQuestion,
}

impl SettingsPage {
    /// Reads what is chosen now.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        self.rows.regroup(GROUPS.to_vec());
        self.scribe.clone_from(&ctx.session.scribe);
        self.preferences = ctx.session.preferences.clone();
        self.file = ctx.session.settings_file.clone();
        self.database = ctx.store.path().map(PathBuf::from);
        self.in_example = ctx.session.example;
    }

    pub(super) fn chosen(&self) -> Setting {
        Setting::ALL.get(self.rows.selected()).copied().unwrap_or(Setting::Scribe)
    }

    /// The options of a row and which of them is chosen; `None` for a row that is no choice.
    pub(super) fn options(&self, setting: Setting, look: &Look) -> Option<(Vec<&'static str>, usize)> {
        let words = look.words;
        let switch = |on: bool| Some((words.settings.switch.to_vec(), usize::from(on)));
        match setting {
            Setting::Language => {
                Some((words.settings.languages.to_vec(), usize::from(words.lang == Lang::En)))
            }
            Setting::Theme => {
                let at = ThemeKind::ALL.iter().position(|kind| *kind == look.theme.kind);
                Some((words.app.themes.to_vec(), at.unwrap_or(0)))
            }
            Setting::Bell => switch(self.preferences.rings),
            Setting::SaysDue => switch(self.preferences.reminds.at_start),
            Setting::CountsDue => switch(self.preferences.reminds.in_tabs),
            Setting::Alarms => switch(self.preferences.reminds.in_calendar),
            _ => None,
        }
    }

    /// The path that a row shows; `None` where there is none, and for rows about something else.
    pub(super) fn place(&self, setting: Setting) -> Option<PathBuf> {
        match setting {
            Setting::Database => self.database.clone(),
            Setting::Backups => self.database.as_deref().map(backup::folder),
            Setting::File => self.file.path.clone(),
            _ => None,
        }
    }

    /// The text of a row that is no choice, and whether somebody has chosen it.
    pub(super) fn text(&self, setting: Setting, words: &Words) -> (String, bool) {
        let nowhere = || (words.settings.nowhere.to_owned(), false);
        match setting {
            Setting::Scribe => match &self.scribe {
                Some(name) => (name.clone(), true),
                None => (words.settings.nobody.to_owned(), false),
            },
            Setting::Exports => {
                (path::shown(&self.preferences.exports()), !self.preferences.export_folder.is_empty())
            }
            other => self.place(other).map_or_else(nowhere, |place| (path::shown(&place), true)),
        }
    }
}
