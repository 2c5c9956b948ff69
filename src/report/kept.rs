//! What somebody left of a report: the manuscript of the meeting or the programme that a material is about, and the
//! paper that goes out with its words.

use uuid::Uuid;

use super::mask::Mask;
use super::names::People;
use super::{Choices, Material, Paper, Report, Scope, manuscript};
use crate::i18n::Words;
use crate::store::{self, Result, Store};

/// An edited text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The text, in the form of [`manuscript`].
    pub text: String,
    /// Whether a meeting that it tells of has changed since it was written.
    pub is_old: bool,
}

/// What a manuscript of this material belongs to.
pub fn subject(material: &Material) -> Option<Uuid> {
    match (material.scope, &material.programme) {
        (Scope::Programme, Some(programme)) => Some(programme.id.0),
        _ => material.chosen().map(|told| told.meeting.id.0),
    }
}

/// The edited text of a report on this material.
///
/// # Errors
/// Where the file cannot be read.
pub fn kept(store: &Store, material: &Material, report: Report) -> Result<Option<Kept>> {
    let Some(subject) = subject(material).filter(|_| report.is_edited()) else { return Ok(None) };
    let Some(manuscript) = store::manuscript::of(store, subject, report)? else { return Ok(None) };
    let (_, written) = store::history::age(store, manuscript.id.0)?;
    let changed = material.meetings.iter().flat_map(|told| {
        std::iter::once(told.history.last).chain(told.work.iter().map(|work| work.history.last))
    });
    let changed = changed.map(|last| last.and_utc().timestamp_millis()).max();
    Ok(Some(Kept { text: manuscript.text, is_old: changed > Some(written.millis()) }))
}

/// The report as it goes out: cut to what was chosen, in the words that were left of it where there are any.
pub fn paper(
    material: &Material,
    kept: Option<&Kept>,
    report: Report,
    choices: Choices,
    words: &Words,
) -> Paper {
    let cut = choices.cut(material);
    let Some(kept) = kept else { return report.write(&cut, words) };
    // Who wrote it may have named somebody.
    let people = People::of(material);
    let mask = Mask::new(choices.names, &people, material.lang);
    let text = mask.map_or_else(|| kept.text.clone(), |mask| mask.text(&kept.text));
    report.from_manuscript(&text, &cut, words)
}

/// The report as a text to begin editing from, as the program writes it itself.
pub fn fresh(material: &Material, report: Report, choices: Choices, words: &Words) -> String {
    manuscript::text(&report.write(&choices.cut(material), words).document)
}
