//! What of the minutes goes out: responses, names, provenance. Applied to the material before any format sees it, so
//! that no format can let something slip.

use std::ops::Deref;

use uuid::Uuid;

use super::material::{Material, MentionedPeople, Work};
use super::people::KnownPeople;
use super::redact;
use super::scope::Share;
use super::withheld::NamedInMaterial;
use crate::minutes::{Entry, Minutes, Section};
use crate::model::{Kind, Names, Report};

/// The choices of the user about an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Choices {
    /// Whether the team's responses are written under the challenges.
    pub responses: bool,
    /// What is done with names.
    ///
    /// | | speakers, commitments, scribes, checks | persons who are responsible for something | who signs, the author property | who was there | names in any other text | the register |
    /// |---|---|---|---|---|---|---|
    /// | `Written` | left out | in full | in full | in full | in full | left out |
    /// | `Full` | in full | in full | in full | in full | in full | in full |
    /// | `Initials` | initials | initials | initials | initials | initials | initials |
    /// | `None` | left out | left out, beside an organisation "N.N." | role alone, or left out | how many, and organisations | "N.N." | left out |
    /// | `Role` | role | role | role | role | role | roles |
    /// | `Pseudonym` | pseudonym | pseudonym | pseudonym | pseudonym | pseudonym | pseudonyms alone |
    ///
    /// `Written` hides nobody whom the minutes name themselves, and adds nothing that only the program knows.
    ///
    /// All but `Written` and `Full` search every text, for whoever is in [`KnownPeople`] and for strangers, and hide
    /// how somebody is reached as well. An organisation ("Gatukontoret") is no person and stays. A word that may be
    /// something else is hidden, and [`super::privacy`] points it out.
    ///
    /// Nobody who is responsible, has signed or was there looks missing because the name was left out: it says that
    /// there is somebody whose name is withheld.
    pub names: Names,
    /// Whether it says at which table and in which round something was written down.
    pub provenance: bool,
    /// Whether only the challenges without a response are included.
    pub unanswered_only: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { responses: true, names: Names::Written, provenance: false, unanswered_only: false }
    }
}

impl Choices {
    /// Nothing left out and no name hidden.
    pub const ALL: Self =
        Self { responses: true, names: Names::Full, provenance: true, unanswered_only: false };

    /// The material with nothing in it but what was chosen. `people` are those of the same material
    /// ([`KnownPeople::of`]).
    #[must_use]
    pub fn cut(self, material: &Material, people: &KnownPeople) -> CutMaterial {
        self.cut_for(Report::default(), material, people)
    }

    /// The same for a report: one that is written to owners names whose a commitment is.
    #[must_use]
    pub fn cut_for(self, report: Report, material: &Material, people: &KnownPeople) -> CutMaterial {
        // Whoever asks for what one owner has promised has named them.
        let names_owners = report.is_to_owners() || matches!(material.share, Share::Owner { .. });
        let mut chosen = material.clone();
        for data in &mut chosen.meetings {
            self.minutes(&mut data.minutes);
            if self.unanswered_only {
                data.work.retain(|work| matches!(work.entry.kind, Kind::Challenge(_)) && !work.is_answered);
            }
            data.work.iter_mut().for_each(|work| self.work(work, names_owners));
        }
        chosen.find_owners(people);
        if !self.names.hides() {
            chosen.call_owners_in_full(people);
        }
        let named = NamedInMaterial::of(&chosen, people);
        chosen.attendees.clone_from(named.attendees());
        redact::material(&mut chosen, self.names, people);
        named.say(&mut chosen, self.names);
        // These are never written out: they only say whom to look for.
        chosen.mentioned = MentionedPeople::default();
        chosen.secret = Uuid::nil();
        for person in &mut chosen.people {
            person.email.clear();
            person.identity.clear();
            if self.names != Names::Full {
                person.spelled.clear();
            }
        }
        CutMaterial(chosen)
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

    fn work(self, work: &mut Work, names_owners: bool) {
        let owner = (work.entry.owner.clone(), work.entry.owner_spelled.clone());
        self.entry(&mut work.entry);
        if names_owners {
            (work.entry.owner, work.entry.owner_spelled) = owner;
        }
        if !self.responses {
            work.responses.clear();
        }
        if self.names == Names::Written {
            work.checks.iter_mut().for_each(|check| check.scribe = None);
        }
    }

    fn entry(self, entry: &mut Entry) {
        entry.provenance = entry.provenance.take().filter(|_| self.provenance);
        if !self.responses {
            entry.responses.clear();
        }
        if self.names == Names::Written {
            entry.speaker = None;
            if let Some(from) = &mut entry.provenance {
                from.scribe = None;
            }
            // A commitment is owned by the one who spoke.
            if matches!(entry.kind, Kind::Commitment(_)) {
                (entry.owner, entry.owner_spelled) = (None, None);
            }
        }
    }
}

/// A material in which only what was chosen is left. Everything that goes out is made of one, and nothing but
/// [`Choices::cut`] makes one: no title, file name or property can come from what was cut away.
#[derive(Debug, Clone, PartialEq)]
pub struct CutMaterial(Material);

impl Deref for CutMaterial {
    type Target = Material;

    fn deref(&self) -> &Material {
        &self.0
    }
}

/// Keeps the challenges without a response, and what is indented under them.
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
