//! A report that somebody has edited: the manuscript of the meeting or the programme that a material is about, and the
//! publication with its words.

use super::choices::Choices;
use super::hidden;
use super::manuscript;
use super::material::Material;
use super::people::KnownPeople;
use super::privacy::Finding;
use super::publication::Publication;
use super::redact::Replaced;
use super::redact::text::Mask;
use super::scope::Share;
use crate::i18n::Words;
use crate::model::{Names, Report};
use crate::store::{self, Result, Store};

/// A report in the words of somebody who edited it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The text, in the form of [`manuscript`].
    pub text: String,
    /// Whether a meeting that it is about has changed since it was written.
    pub is_old: bool,
}

/// The edited text of a report on this material; `None` where nobody has edited it, and for a share of the work: the
/// text is about all of it.
///
/// # Errors
/// Where the file cannot be read.
pub fn edited(store: &Store, material: &Material, report: Report) -> Result<Option<Edited>> {
    let is_whole = material.share == Share::All;
    let Some(subject) = material.subject().filter(|_| report.is_edited() && is_whole) else {
        return Ok(None);
    };
    let Some(manuscript) = store::manuscript::of(store, subject, report)? else { return Ok(None) };
    let is_old = store::manuscript::is_outdated(store, &manuscript)?;
    Ok(Some(Edited { text: manuscript.text, is_old }))
}

/// The report as it goes out: cut to what was chosen, in its edited words where there are any. `people` are those of
/// the material ([`KnownPeople::of`]).
///
/// An edited text belongs to the one who wrote it: of the choices only that of names applies to it, as to every
/// other text. Names as written hide those whom the program itself names in the report with full names and does not
/// name with that choice: speakers, owners of commitments, scribes. Sheets, dates and data are cut to all choices.
pub fn publication(
    material: &Material,
    people: &KnownPeople,
    edited: Option<&Edited>,
    report: Report,
    choices: Choices,
    words: &Words,
) -> Publication {
    let cut = choices.cut_for(report, material, people);
    let Some(edited) = edited else { return report.write(&cut, words) };
    let (text, replaced) = masked(&edited.text, material, people, report, choices.names, words);
    let mut publication = report.from_manuscript(&text, &cut, words);
    publication.replaced.extend(replaced);
    publication
}

/// What the choice about names has hidden in a publication that [`publication`] has made of the same: the places in the
/// publication with all names. `found` is what may be personal in it.
pub fn hidden(
    material: &Material,
    people: &KnownPeople,
    edited: Option<&Edited>,
    report: Report,
    choices: Choices,
    found: &[Finding],
    words: &Words,
) -> Vec<Finding> {
    if !choices.names.hides() {
        return Vec::new();
    }
    let whole = Choices { names: Names::Full, ..choices };
    let whole = publication(material, people, edited, report, whole, words);
    hidden::hidden(&whole, people, found)
}

fn masked(
    text: &str,
    material: &Material,
    people: &KnownPeople,
    report: Report,
    names: Names,
    words: &Words,
) -> (String, Replaced) {
    let with = |names| fresh(material, people, report, Choices { names, ..Choices::ALL }, words);
    let mut mask = match Mask::new(names, people, material.lang) {
        Some(mask) => mask,
        None if names == Names::Full => return (text.to_owned(), Replaced::default()),
        None => Mask::left_out(&with(Names::Full), &with(names), people, material.lang),
    };
    (mask.text(text), mask.replaced)
}

/// The report as a text to begin editing from, as the program writes it itself.
pub fn fresh(
    material: &Material,
    people: &KnownPeople,
    report: Report,
    choices: Choices,
    words: &Words,
) -> String {
    manuscript::text(&report.write(&choices.cut_for(report, material, people), words).document)
}
