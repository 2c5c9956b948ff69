//! What one can do: verbs, a file for each noun. Every verb is one operation in one
//! transaction; what it returns is on disk and can be undone by name.
//!
//! The only place that starts writes. It knows no screens and no command line.

use crate::i18n::entry_name::entry_name;
use crate::model::Entry;
use crate::model::history::Entity;
use crate::model::id::EntryId;
use crate::store::undo::LaterWork;
use crate::store::{self, StoreError};

mod abbreviation;
mod answer;
mod capture;
mod entry;
mod follow_up;
mod in_parts;
pub mod line;
mod manuscript;
mod meeting;
mod minutes;
mod nameless;
mod people;
mod place;
mod programme;
mod register;
mod remembered;
mod saved_view;
mod section;
mod seen;
mod undo;

pub use abbreviation::{abbreviations, edit_abbreviations};
pub use answer::{
    Reply, answer, answer_by, continue_response, correct_response, delete_response, edit_response,
    edit_response_by, move_response,
};
pub use capture::{
    CapturePlace, Caught, capture, capture_many, capture_under, continue_entry, correct_entry,
};
pub use entry::{
    Assignment, AtStake, EntryLine, MoveStep, assign, at_stake, convert, delete_entries, edit_text,
    make_action, move_entry, move_to_section, rewrite, set_starred, set_tags, set_unfinished,
};
pub use follow_up::{choose_status, follow_up, set_status};
pub use in_parts::{Abandoned, take_back_abandoned};
pub use manuscript::{discard_manuscript, write_manuscript};
pub use meeting::{
    NewMeeting, create_meeting, current_or_new_meeting, delete_meeting, edit_meeting, edit_meeting_in,
};
pub use minutes::{
    ImportProgress, Imported, LONG, Pace, import_in_parts, import_minutes, keep_minutes, length,
};
pub use nameless::{has_new_signature, is_nameless};
pub use people::{Entered, enter_people};
pub use place::{move_to_meeting, move_to_round, move_to_table, park, set_speaker};
pub use programme::{ProgrammeChoice, edit_programme, move_meeting, rename_programme};
pub use register::{
    PersonDetails, edit_person, enter_organisation, enter_person, join_persons, remove_person,
};
pub use remembered::remember_choices;
pub use saved_view::{NewView, delete_view, rename_view, save_view};
pub use section::{NewSection, create_section, delete_section, edit_section, move_section};
pub use seen::{Seen, newer_entry_text, newer_response_text};
pub use undo::{TurnProgress, Turned, redo, redoable, turn_in_parts, undo, undoable};

/// The result of everything one can do.
pub type Result<T, E = Refused> = std::result::Result<T, E>;

/// Why something was not done. Nothing has changed then.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Those of the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no text to write down.
    #[error("nothing to write")]
    Empty,
    /// The text does not contain what was to be replaced.
    #[error("{0:?} is not in the text")]
    NoMatch(String),
    /// Only challenges are answered.
    #[error("not a challenge")]
    NotAChallenge,
    /// Another window has changed the text since it was opened for editing; this is what it says now.
    #[error("the text has been changed by somebody else")]
    Changed(String),
    /// The entry's kind has no such status, owner or due date.
    #[error("the kind does not have that")]
    WrongKind,
    /// Somebody is named, and the meeting is written without names.
    #[error("the meeting is written without names")]
    Nameless,
    /// A person is joined with another one, not with themselves.
    #[error("one and the same person")]
    SamePerson,
    /// There is nothing (more) to undo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing (more) to redo.
    #[error("nothing to redo")]
    NothingToRedo,
    /// The operation to undo is undone already, or this replica has no such operation.
    #[error("the operation is not done")]
    NotDone,
    /// More was written later in what the operation made, and would be lost with it.
    #[error("more was written in what the operation made")]
    BuiltOn(LaterWork),
    /// The operation to redo is not the one that was undone last.
    #[error("the operation is not the one undone last")]
    NotUndone,
}

/// The record, or the refusal that it is gone.
fn found<T>(record: Option<T>, entity: Entity) -> store::Result<T> {
    record.ok_or(StoreError::NotFound(entity))
}

/// The value to write where `before` was shown, `after` came back and `now` is stored: what was left as it was shown
/// stays as it is now, whoever has changed it since.
fn merged<T: PartialEq>(before: &T, after: T, now: T) -> T {
    if after == *before { now } else { after }
}

/// What the history calls an entry: its number, otherwise its first words.
fn name_of(entry: &Entry) -> String {
    entry_name(entry, None, first_words)
}

/// What the history calls one of several entries that an operation is about: how many they are.
fn name_of_all(ids: &[EntryId], entry: &Entry) -> String {
    if ids.len() == 1 { name_of(entry) } else { ids.len().to_string() }
}

/// The first words of a text, up to forty characters and an ellipsis.
fn first_words(text: &str) -> String {
    const LONGEST: usize = 40;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST).collect();
    let words = start.rsplit_once(' ').map(|(words, _)| words).filter(|words| !words.is_empty());
    format!("{}…", words.unwrap_or(&start))
}

/// As [`paragraph`], but for a text that was left as it was shown.
fn paragraph_unless(before: &str, text: &str) -> Result<String> {
    if text == before { Ok(text.to_owned()) } else { paragraph(text) }
}

/// A text in which the first occurrence of `from` is `to`.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if from.is_empty() || !text.contains(from) {
        return Err(Refused::NoMatch(from.to_owned()));
    }
    paragraph(&text.replacen(from, to, 1))
}

/// A text as one paragraph: lines are joined by blanks, and blanks at both ends removed.
fn paragraph(text: &str) -> Result<String> {
    let joined = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    if joined.is_empty() { Err(Refused::Empty) } else { Ok(joined) }
}
