//! What of the minutes goes out: responses, names, where things were caught. Applied to the value before any
//! format sees it, so that no format can let something slip.

use super::Material;
use crate::minutes::{Entry, Minutes, Section};
use crate::model::{Kind, Names};

/// The name as it may stand on the paper.
fn shown(names: Names, name: Option<&str>) -> Option<String> {
    match names {
        Names::None | Names::Role | Names::Pseudonym => None,
        Names::Initials => name.map(initials).filter(|initials| !initials.is_empty()),
        Names::Full => name.map(str::to_owned),
    }
}

/// What goes into an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Choices {
    /// Whether the team's answers stand under the challenges.
    pub responses: bool,
    /// What is done with the names behind commitments, of speakers and of scribes. Who answers for an action
    /// or a challenge stands in full: that is what the paper is for.
    pub names: Names,
    /// Whether it says at which table and in which round something was caught.
    pub provenance: bool,
    /// Whether only the challenges without an answer stand in it.
    pub unanswered_only: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { responses: true, names: Names::None, provenance: false, unanswered_only: false }
    }
}

impl Choices {
    /// Everything there is.
    pub const ALL: Self =
        Self { responses: true, names: Names::Full, provenance: true, unanswered_only: false };

    /// The material with nothing in it but what was chosen.
    #[must_use]
    pub fn cut(self, material: &Material) -> Material {
        let mut chosen = material.clone();
        for told in &mut chosen.meetings {
            told.minutes = self.apply(&told.minutes);
            if self.unanswered_only {
                told.work.retain(|work| {
                    matches!(work.entry.kind, Kind::Challenge(_)) && work.entry.responses.is_empty()
                });
            }
            for work in &mut told.work {
                self.entry(&mut work.entry);
                for check in &mut work.checks {
                    check.author = shown(self.names, check.author.as_deref());
                }
            }
        }
        if self.names == Names::None {
            chosen.people.clear();
        }
        chosen
    }

    /// The minutes with nothing in them but what was chosen.
    #[must_use]
    pub fn apply(self, minutes: &Minutes) -> Minutes {
        let mut chosen = minutes.clone();
        if self.unanswered_only {
            chosen.sections.iter_mut().for_each(keep_unanswered);
            chosen.sections.retain(|section| !section.entries.is_empty());
        }
        chosen
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.entries)
            .for_each(|entry| self.entry(entry));
        chosen
    }

    fn entry(self, entry: &mut Entry) {
        entry.speaker = shown(self.names, entry.speaker.as_deref());
        if matches!(entry.kind, Kind::Commitment(_)) {
            entry.owner = shown(self.names, entry.owner.as_deref());
        }
        entry.provenance = entry.provenance.take().filter(|_| self.provenance);
        if let Some(from) = &mut entry.provenance {
            from.scribe = shown(self.names, from.scribe.as_deref());
        }
        if !self.responses {
            entry.responses.clear();
        }
    }
}

/// Keeps the challenges without an answer, and what stands indented under them.
fn keep_unanswered(section: &mut Section) {
    let mut under: Option<u8> = None;
    section.entries.retain(|entry| {
        if under.is_some_and(|depth| entry.depth > depth) {
            return true;
        }
        let keep = matches!(entry.kind, Kind::Challenge(_)) && entry.responses.is_empty();
        under = keep.then_some(entry.depth);
        keep
    });
}

/// `Eva-Lena Ek` becomes `E-L.E.`.
fn initials(name: &str) -> String {
    let of_part = |part: &str| -> String {
        let letters = part.split('-').filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        letters.map(String::from).collect::<Vec<_>>().join("-")
    };
    let parts = name.split_whitespace().map(of_part).filter(|part| !part.is_empty());
    parts.map(|part| part + ".").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_keep_double_names_together() {
        assert_eq!(initials("Eva-Lena Ek"), "E-L.E.");
        assert_eq!(initials("åsa"), "å.");
        assert_eq!(initials(" – "), "");
    }
}
