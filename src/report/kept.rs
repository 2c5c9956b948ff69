//! What somebody left of a report: the manuscript of the meeting or the programme that a material is about, and the
//! paper that goes out with its words.

use super::mask::Mask;
use super::names::People;
use super::{Choices, Material, Names, Paper, Report, manuscript};
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

/// The edited text of a report on this material.
///
/// # Errors
/// Where the file cannot be read.
pub fn kept(store: &Store, material: &Material, report: Report) -> Result<Option<Kept>> {
    let Some(subject) = material.subject().filter(|_| report.is_edited()) else { return Ok(None) };
    let Some(manuscript) = store::manuscript::of(store, subject, report)? else { return Ok(None) };
    let (_, written) = store::history::age(store, manuscript.id.0)?;
    let is_old = store::manuscript::last_change(store, subject)? > written;
    Ok(Some(Kept { text: manuscript.text, is_old }))
}

/// The report as it goes out: cut to what was chosen, in the words that were left of it where there are any.
///
/// A text that somebody has written on is theirs: of the choices only that of names reaches it. Roles and pseudonyms
/// stand for everybody who is known. Initials, or no names, stand for those whom the program itself names in the report
/// with full names and does not name without them: who spoke, promised, answers for something, held the pen. Sheets, days and data are cut to
/// all choices.
pub fn paper(
    material: &Material,
    kept: Option<&Kept>,
    report: Report,
    choices: Choices,
    words: &Words,
) -> Paper {
    let cut = choices.cut(material);
    let Some(kept) = kept else { return report.write(&cut, words) };
    let text = masked(&kept.text, material, report, choices.names, words);
    report.from_manuscript(&text, &cut, words)
}

fn masked(text: &str, material: &Material, report: Report, names: Names, words: &Words) -> String {
    let people = People::of(material);
    let with = |names| fresh(material, report, Choices { names, ..Choices::ALL }, words);
    match Mask::new(names, &people, material.lang) {
        Some(mask) => mask.text(text),
        None if names == Names::Full => text.to_owned(),
        None => {
            Mask::left_out(&with(Names::Full), &with(Names::None), names, &people, material.lang).text(text)
        }
    }
}

/// The report as a text to begin editing from, as the program writes it itself.
pub fn fresh(material: &Material, report: Report, choices: Choices, words: &Words) -> String {
    manuscript::text(&report.write(&choices.cut(material), words).document)
}
