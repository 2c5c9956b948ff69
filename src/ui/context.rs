//! What a screen is handed: [`Look`] to draw with, which holds no store and no clock, and [`Ctx`] to read and act with.

use chrono::NaiveDateTime;

use super::event::Bell;
use super::preferences::{Preferences, SettingsFile};
use super::theme::Theme;
use crate::clock::Clock;
use crate::i18n::Words;
use crate::model::id::MeetingId;
use crate::store::Store;

/// Everything that drawing needs besides the screen itself.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The words of the language of the interface.
    pub words: &'static Words,
    /// The styles, by what they mean.
    pub theme: Theme,
    /// The local time when the last event came; drawing never asks the clock.
    pub now: NaiveDateTime,
}

/// What is the same for all screens: the open meeting, the scribe, and what the user prefers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// The meeting that lines at the pen are written into.
    pub meeting: Option<MeetingId>,
    /// Who writes at the pen; history names them.
    pub scribe: Option<String>,
    /// Whether this is the example, which is deleted when it is left.
    pub example: bool,
    /// Whether one came to the pen from a page or a list that Escape leads back to.
    pub can_return: bool,
    /// What was searched for last.
    pub query: String,
    /// What the user prefers on this machine.
    pub preferences: Preferences,
    /// The file where that is kept.
    pub settings_file: SettingsFile,
}

/// What a screen reads and acts with.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The store, for reading.
    pub store: &'a Store,
    /// Words, styles, the time of this event.
    pub look: &'a Look,
    /// The open meeting and the scribe.
    pub session: &'a Session,
    /// The clock, for what is written.
    pub clock: Clock,
    /// What a thread of the screen's own rings when it has something.
    pub bell: &'a Bell,
}
