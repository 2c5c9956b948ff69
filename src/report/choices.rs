//! What of the minutes goes out: responses, names, where things were caught. Applied to the value before any
//! format sees it, so that no format can let something slip.

use super::mask::Mask;
use super::material::{Material, Mentioned, Registered};
use super::named::Named;
use super::names::People;
use crate::i18n::Lang;
use crate::minutes::{Entry, Minutes, Section};
use crate::model::{Kind, Names};

/// What goes into an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Choices {
    /// Whether the team's answers stand under the challenges.
    pub responses: bool,
    /// What is done with names.
    ///
    /// | | speakers, commitments, scribes, checks | persons who answer for something | who signs, the author property | who was there | names in running text | the register |
    /// |---|---|---|---|---|---|---|
    /// | `Full` | in full | in full | in full | in full | in full | in full |
    /// | `Initials` | initials | initials | initials | initials | in full | initials |
    /// | `None` | left out | left out | role alone, or left out | how many | in full | left out |
    /// | `Role` | role | role | role | role | role | roles |
    /// | `Pseudonym` | pseudonym | pseudonym | pseudonym | pseudonym | pseudonym | pseudonyms alone |
    ///
    /// With `Initials` and `None` no place that is there for a name holds one; a body that answers for something
    /// ("Gatukontoret") is no person and stays, and so do the words of the room. The last two are about a paper that
    /// names nobody: every text is gone through for the names of [`People`]. Names that are left in the text are
    /// pointed out by [`super::privacy`].
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
            self.minutes(&mut told.minutes);
            if self.unanswered_only {
                told.work.retain(|work| {
                    matches!(work.entry.kind, Kind::Challenge(_)) && work.entry.responses.is_empty()
                });
            }
            for work in &mut told.work {
                self.entry(&mut work.entry);
            }
        }
        let people = People::of(material);
        if let Some(named) = Named::new(self.names, &people, material.lang) {
            named.material(&mut chosen);
        }
        let mask = Mask::new(self.names, &people, material.lang);
        if let Some(mask) = &mask {
            mask.material(&mut chosen);
        }
        self.register(&mut chosen.people, mask.as_ref());
        // Nothing is written of it; it only told whom to look for.
        chosen.mentioned = Mentioned::default();
        chosen
    }

    /// The minutes alone with nothing in them but what was chosen, in Swedish. Only those are known whom they name
    /// themselves: [`Choices::cut`] knows the register too.
    #[must_use]
    pub fn apply(self, minutes: &Minutes) -> Minutes {
        let mut chosen = minutes.clone();
        self.minutes(&mut chosen);
        let people = People::of_minutes(minutes);
        if let Some(named) = Named::new(self.names, &people, Lang::default()) {
            named.minutes(&mut chosen);
        }
        if let Some(mask) = Mask::new(self.names, &people, Lang::default()) {
            mask.minutes(&mut chosen);
        }
        chosen
    }

    fn minutes(self, minutes: &mut Minutes) {
        if self.unanswered_only {
            minutes.sections.iter_mut().for_each(keep_unanswered);
            minutes.sections.retain(|section| !section.entries.is_empty());
        }
        minutes
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.entries)
            .for_each(|entry| self.entry(entry));
    }

    fn entry(self, entry: &mut Entry) {
        entry.provenance = entry.provenance.take().filter(|_| self.provenance);
        if !self.responses {
            entry.responses.clear();
        }
    }

    /// The register: those who are hidden keep their number, so that a group has as many members as before.
    fn register(self, people: &mut Vec<Registered>, mask: Option<&Mask<'_>>) {
        match self.names {
            Names::None => people.clear(),
            Names::Full => {}
            Names::Initials => people.iter_mut().for_each(|person| person.name = initials(&person.name)),
            Names::Role | Names::Pseudonym => {
                for person in people {
                    person.name = mask.map(|mask| mask.name(&person.name)).unwrap_or_default();
                    // A title or a workplace beside a pseudonym would tell who it is.
                    person.role.clear();
                    if self.names == Names::Pseudonym {
                        person.organisation.clear();
                    }
                }
            }
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
pub(super) fn initials(name: &str) -> String {
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
