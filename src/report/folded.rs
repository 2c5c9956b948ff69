//! Findings put together: all places of one person, or of the same words, are one thing to look at.

use std::collections::HashMap;

use super::privacy::Finding;
use crate::model::FindingKind;

/// A person, or something else that was found, in all its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundThing {
    /// What is found in all of them.
    pub kind: FindingKind,
    /// Whom or what, as [`Finding::about`] says it.
    pub about: String,
    /// Whether it was hidden in doubt, as [`Finding::is_hidden`] says: it does not go out.
    pub is_hidden: bool,
    /// The indexes of its findings, in reading order; never empty.
    pub places: Vec<usize>,
}

/// The findings folded by kind, and by whom or what they are about, in the order of their first places. What was hidden
/// in doubt stays apart from what goes out.
pub fn fold(findings: &[Finding]) -> Vec<FoundThing> {
    let mut things: Vec<FoundThing> = Vec::new();
    let mut seen: HashMap<(FindingKind, &str, bool), usize> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        let Finding { kind, about, is_hidden, .. } = finding;
        let thing = *seen.entry((*kind, about, *is_hidden)).or_insert(things.len());
        if thing == things.len() {
            let (kind, about, is_hidden) = (*kind, about.clone(), *is_hidden);
            things.push(FoundThing { kind, about, is_hidden, places: Vec::new() });
        }
        things[thing].places.push(at);
    }
    things
}

/// How many of the things go out: those that were not hidden in doubt.
pub fn going_out(things: &[FoundThing]) -> usize {
    things.iter().filter(|thing| !thing.is_hidden).count()
}
