//! What a screen is handed: [`Look`] to draw with, which holds no store and no clock, and [`Ctx`] to read and act with.

use chrono::NaiveDateTime;

use super::event::Bell;
use super::theme::Theme;
use crate::clock::Clock;
use crate::i18n::Words;
use crate::model::id::MeetingId;
use crate::store::Store;

/// Everything that drawing needs besides the screen itself.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The words.
    pub words: &'static Words,
    /// The styles.
    pub theme: Theme,
    /// The local time when the last event came; drawing never asks the clock.
    pub now: NaiveDateTime,
}

/// Where one is, whatever the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// The meeting one works in: that of the pen.
    pub meeting: Option<MeetingId>,
    /// Who holds the pen.
    pub scribe: Option<String>,
    /// Whether this is the example, of which nothing is kept.
    pub example: bool,
}

/// What a screen reads and acts with.
#[derive(Debug, Clone, Copy)]
pub struct Ctx<'a> {
    /// The store, for reading.
    pub store: &'a Store,
    /// Words, styles, the time of this event.
    pub look: &'a Look,
    /// Where one is.
    pub session: &'a Session,
    /// The clock, for what is written.
    pub clock: Clock,
    /// What a thread of the screen's own rings when it has something.
    pub bell: &'a Bell,
}
