//! What a choice about names has hidden in a publication, counted: who and how to reach them.

use std::collections::HashMap;

use super::people::KnownPeople;
use super::privacy::{Finding, check_document};
use super::publication::Publication;
use crate::i18n::{Words, labels};
use crate::model::{FindingKind, Names};

/// What is found where somebody is named or can be reached, in the order in which it is counted.
const KINDS: [FindingKind; 5] =
    [FindingKind::Name, FindingKind::LikelyName, FindingKind::Email, FindingKind::Phone, FindingKind::Handle];

/// How much of a kind is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HiddenCount {
    /// What is hidden.
    pub kind: FindingKind,
    /// How many different people, addresses or numbers are in no place any more.
    pub things: usize,
    /// In how many places they were.
    pub places: usize,
}

/// Whether a choice hides anybody who is named in what was written.
pub fn hides(names: Names) -> bool {
    !matches!(names, Names::Written | Names::Full)
}

/// What is in the document of the whole publication and no longer in that of the one that goes out, kind by kind; kinds
/// of which nothing is hidden are left out.
pub fn hidden(whole: &Publication, out: &Publication, known: &KnownPeople) -> Vec<HiddenCount> {
    let found = |publication: &Publication| check_document(&publication.document, known, publication.names);
    let (whole, out) = (found(whole), found(out));
    let counted = |kind| {
        let (before, after) = (places(&whole, kind), places(&out, kind));
        let gone = before.iter().filter(|(about, _)| !after.contains_key(*about)).map(|(_, places)| *places);
        HiddenCount { kind, things: gone.clone().count(), places: gone.sum() }
    };
    KINDS.into_iter().map(counted).filter(|count| count.things > 0).collect()
}

/// In how many places each person or thing of a kind is.
fn places(findings: &[Finding], kind: FindingKind) -> HashMap<&str, usize> {
    let mut places = HashMap::new();
    for finding in findings.iter().filter(|finding| finding.kind == kind) {
        *places.entry(finding.about.as_str()).or_default() += 1;
    }
    places
}

/// As a sentence: "Dolt: 3 namn på 17 ställen, 1 e-postadress".
pub fn in_words(counts: &[HiddenCount], words: &Words) -> String {
    let part = |count: &HiddenCount| {
        let things = labels::findings(words.lang, count.kind, count.things);
        if count.places > count.things { (words.export.in_places)(&things, count.places) } else { things }
    };
    (words.export.hidden)(&counts.iter().map(part).collect::<Vec<_>>().join(", "))
}
