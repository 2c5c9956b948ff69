//! The Markdown form of minutes, as far as its writer and its reader share it.
//!
//! What is visible is ordinary Markdown. What it cannot show rides in comments that renderers hide, each one the
//! members of the JSON form in which the value differs from what the visible text implies. The writer finds
//! them by asking the reader what its text implies, so that what was written is read as the same value.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::model::{SectionKind, Signature};

use super::provenance::without_scribe;
use super::{Entry, Minutes, Section};

mod front_matter;
mod html_list;
pub mod implied;
mod inline;
pub mod item;
pub mod people;
pub mod read;
pub mod syntax;

pub use read::read;

/// A JSON object, as a comment holds it.
pub(crate) type Members = Map<String, Value>;

/// The members in which a value differs from what its visible text implies; null for one that only the implied
/// value has.
pub(crate) fn differing<T: Serialize>(actual: &T, implied: &T) -> Members {
    let (actual, implied) = (members(actual), members(implied));
    let gone = implied.keys().filter(|key| !actual.contains_key(*key)).map(|key| (key.clone(), Value::Null));
    let other = actual.iter().filter(|(key, value)| implied.get(*key) != Some(value));
    other.map(|(key, value)| (key.clone(), value.clone())).chain(gone).collect()
}

/// What was implied, with the members of a comment put over it. A comment that no value can have (somebody
/// edited it) is ignored.
pub(crate) fn amended<T: Serialize + DeserializeOwned>(implied: T, comment: Members) -> T {
    if comment.is_empty() {
        return implied;
    }
    let mut whole = members(&implied);
    whole.extend(comment);
    whole.retain(|_, value| !value.is_null());
    serde_json::from_value(Value::Object(whole)).unwrap_or(implied)
}

fn members<T: Serialize>(value: &T) -> Members {
    match serde_json::to_value(value) {
        Ok(Value::Object(members)) => members,
        _ => Members::new(),
    }
}

/// Shortens `as_written` to the text before and after the words, where it holds them.
pub(crate) fn shorten_as_written(comment: &mut Members, words: &str) {
    let Some(Value::String(written)) = comment.get("as_written") else { return };
    let Some((before, after)) = written.split_once(words).filter(|_| !words.is_empty()) else { return };
    let frame = Value::from(vec![before, after]);
    comment.remove("as_written");
    comment.insert("frame".to_owned(), frame);
}

/// Puts the words back that [`shorten_as_written`] left out.
pub(crate) fn lengthen_as_written(comment: &mut Members, words: &str) {
    let Some(frame) = comment.remove("frame") else { return };
    let part = |at: usize| frame.get(at).and_then(Value::as_str).unwrap_or_default();
    comment.insert("as_written".to_owned(), Value::from(format!("{}{words}{}", part(0), part(1))));
}

/// The minutes without anything below their head: what the first comment speaks of.
pub(crate) fn head_of(minutes: &Minutes) -> Minutes {
    Minutes { fields: Vec::new(), sections: Vec::new(), signoff: Vec::new(), ..minutes.clone() }
}

/// The member of the first comment that holds who wrote down every entry.
pub(crate) const SCRIBE: &str = "scribe";

/// The member of the first comment that holds what [`signed_above`] returns.
pub(crate) const SIGNED_ABOVE: &str = "signed_above";

/// Which signatures are written as header fields and not at the end: the index of each among the signatures, and of
/// its field among the fields.
pub(crate) fn signed_above(minutes: &Minutes) -> Vec<(usize, usize)> {
    super::signed_above(&minutes.signoff, &minutes.fields)
}

/// Inserts the signatures that are header fields among the others: undoes [`signed_above`].
pub(crate) fn restore_signed_above(minutes: &mut Minutes, above: &[(usize, usize)]) {
    for &(at, field) in above {
        let Some(field) = minutes.fields.get(field) else { continue };
        let signature = Signature { name: field.value.clone(), role: field.label.clone() };
        minutes.signoff.insert(at.min(minutes.signoff.len()), signature);
    }
}

/// The section without its paragraphs and entries: what the comment of a heading speaks of.
pub(crate) fn head_of_section(section: &Section) -> Section {
    Section { intro: Vec::new(), entries: Vec::new(), ..section.clone() }
}

/// The entry without its responses and its scribe: what the comment of an entry speaks of.
pub(crate) fn head_of_entry(entry: &Entry) -> Entry {
    let provenance = without_scribe(entry.provenance.as_ref());
    Entry { responses: Vec::new(), provenance, ..entry.clone() }
}

/// A section of which nothing is known but its heading and level.
pub(crate) fn plain_section(heading: String, level: u8) -> Section {
    let kind = SectionKind::Notes;
    Section { heading, as_written: None, level, kind, intro: Vec::new(), entries: Vec::new() }
}
