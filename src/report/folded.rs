//! Findings put together: all places of one person, or of the same words, are one thing to look at.

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
    for (at, finding) in findings.iter().enumerate() {
        let Finding { kind, about, is_hidden, .. } = finding;
        let is_it = |thing: &&mut FoundThing| {
            thing.kind == *kind && thing.about == *about && thing.is_hidden == *is_hidden
        };
        if let Some(thing) = things.iter_mut().find(is_it) {
            thing.places.push(at);
        } else {
            let (kind, about, is_hidden) = (*kind, about.clone(), *is_hidden);
            things.push(FoundThing { kind, about, is_hidden, places: vec![at] });
        }
    }
    things
}

/// How many of the things go out: those that were not hidden in doubt.
pub fn going_out(things: &[FoundThing]) -> usize {
    things.iter().filter(|thing| !thing.is_hidden).count()
}
