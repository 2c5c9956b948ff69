//! A part of a material: the work of one person or one organisation, or the work that somebody has marked. What names
//! of it go out is not decided here.

use std::collections::HashMap;

use super::material::{Material, Work};
use super::people::KnownPeople;
use super::scope::Share;
use crate::i18n::sort;
use crate::i18n::vocabulary::fold;
use crate::model::id::EntryId;
use crate::model::person::each_named;
use crate::model::{Kind, Report};

impl Material {
    /// Everybody who is responsible for any of the work, once each, in alphabetical order.
    pub fn owners(&self) -> Vec<String> {
        let work = self.meetings.iter().flat_map(|data| &data.work);
        let mut owners: Vec<String> =
            work.flat_map(owners).map(|name| self.registered(name).unwrap_or(name).to_owned()).collect();
        owners = owners.iter().map(|name| in_full(name, &owners).to_owned()).collect();
        sort::names(&mut owners);
        owners.dedup_by_key(|name| fold(name));
        owners
    }

    /// Finds who is responsible for the actions whose words say it by a part of a name that the other texts make clear:
    /// "Städa (Holm)".
    pub(super) fn find_owners(&mut self, people: &KnownPeople) {
        for work in self.meetings.iter_mut().flat_map(|data| &mut data.work) {
            if matches!(work.entry.kind, Kind::Action(_)) && owner(work).is_none() {
                work.entry.owner = people.owners_at_end(&work.entry.text);
            }
        }
    }

    /// Calls whoever is responsible by the whole name that is known of them: "Siv" is Siv Holm where there is no other
    /// Siv, and "Holm" is she where there is no other Holm.
    pub fn call_owners_in_full(&mut self, people: &KnownPeople) {
        // A few own most of it.
        let mut in_full: HashMap<String, String> = HashMap::new();
        for work in self.meetings.iter_mut().flat_map(|data| &mut data.work) {
            let Some(owner) = &work.entry.owner else { continue };
            if !in_full.contains_key(owner) {
                in_full.insert(owner.clone(), called_in_full(owner, people));
            }
            if let Some(called) = in_full.get(owner).filter(|called| is_fuller(called, owner)) {
                let spelled = work.entry.owner.replace(called.clone());
                work.entry.owner_spelled = work.entry.owner_spelled.take().or(spelled);
            }
        }
    }

    /// [`Self::share_of`] somebody by any name by which they are known in the material. `people` are those of it.
    pub fn share_called(&self, asked: &str, people: &KnownPeople) -> Option<Self> {
        let mut all = self.clone();
        all.find_owners(people);
        all.call_owners_in_full(people);
        all.share_of(people.meant(asked).unwrap_or(asked))
    }

    /// What one owner is responsible for: somebody by their name or, where it fits no other owner, their first name; or
    /// everybody of an organisation. `None` where that is nothing.
    pub fn share_of(&self, asked: &str) -> Option<Self> {
        let wanted = fold(asked.trim());
        if wanted.is_empty() {
            return None;
        }
        let (mut name, mut is_person) = (asked.trim().to_owned(), false);
        let mut names = vec![wanted.clone()];
        let all = self.owners();
        let by_first = called_by_first(&all, asked);
        let only = Some(&by_first).filter(|them| them.len() == 1).and_then(|them| them.first().copied());
        let called = fold(self.named(asked));
        let mut of_organisation =
            self.people.iter().filter(|person| fold(&person.organisation) == wanted).peekable();
        if let Some(of) = of_organisation.peek() {
            name.clone_from(&of.organisation);
            names.extend(of_organisation.map(|person| fold(&person.name)));
        } else if let Some(owner) = all.iter().find(|owner| fold(owner) == called).or(only) {
            names = vec![fold(owner)];
            name.clone_from(owner);
            is_person = self.people.iter().any(|person| person.name == *owner);
        }
        let belongs =
            |work: &Work| owners(work).any(|owner| names.contains(&fold(in_full(self.named(owner), &all))));
        let part = self.share(belongs, Share::Owner { name: name.clone(), is_person });
        part.meetings.iter().any(|data| !data.work.is_empty()).then_some(part)
    }

    /// Those of the owners whose first name this is.
    pub fn owners_called(&self, first: &str) -> Vec<String> {
        called_by_first(&self.owners(), first).into_iter().cloned().collect()
    }

    /// These entries alone, with the name of the owner where they were chosen as what one is responsible for. Where
    /// none of them is in the material nothing is left but its meeting.
    #[must_use]
    pub fn share_of_marked(&self, marked: &[EntryId], owner: Option<&str>) -> Self {
        let there = self.meetings.iter().flat_map(|data| &data.work).map(|work| work.id);
        let share = match owner {
            None => Share::Marked(there.filter(|id| marked.contains(id)).collect()),
            Some(owner) => Share::Owner {
                name: self.named(owner).to_owned(),
                is_person: self.registered(owner).is_some(),
            },
        };
        self.share(|work| marked.contains(&work.id), share)
    }

    /// The material without other work, without what is no work, and without the meetings of which nothing is left.
    fn share(&self, belongs: impl Fn(&Work) -> bool, share: Share) -> Self {
        let asked = self.chosen().map(|data| data.meeting.id);
        let mut part = Self { share, ..self.clone() };
        for data in &mut part.meetings {
            data.work.retain(&belongs);
            data.minutes.sections.iter_mut().for_each(|section| section.entries.clear());
        }
        let is_empty = part.meetings.iter().all(|data| data.work.is_empty());
        part.meetings.retain(|data| !data.work.is_empty() || is_empty && Some(data.meeting.id) == asked);
        let at = part.meetings.iter().position(|data| Some(data.meeting.id) == asked);
        part.chosen = at.unwrap_or(part.meetings.len().saturating_sub(1));
        part
    }

    /// A name as the register writes it, where somebody there is called so.
    fn named<'a>(&'a self, name: &'a str) -> &'a str {
        self.registered(name).unwrap_or(name).trim()
    }

    fn registered(&self, name: &str) -> Option<&str> {
        let folded = fold(name.trim());
        let is = |known: &String| fold(known) == folded;
        let whole = self.people.iter().find(|person| is(&person.name));
        let person = whole.or_else(|| self.people.iter().find(|person| person.spelled.iter().any(is)));
        person.map(|person| person.name.as_str())
    }
}

fn called_by_first<'a>(all: &'a [String], first: &str) -> Vec<&'a String> {
    let wanted = fold(first.trim());
    all.iter().filter(|owner| fold(owner).split(' ').next() == Some(wanted.as_str())).collect()
}

impl Report {
    /// Whether it has something to say of this piece of work.
    pub fn has(self, work: &Work) -> bool {
        let kind = work.entry.kind;
        let is_challenge = matches!(kind, Kind::Challenge(_));
        self.is_about(is_challenge)
            && match self {
                Self::Challenges => kind.is_open(),
                Self::Reminder => kind.is_open() && !(is_challenge && work.is_answered),
                _ => true,
            }
    }
}

/// Whoever is responsible, by the whole names that are known.
fn called_in_full(owner: &str, people: &KnownPeople) -> String {
    let in_full = |name: &str| {
        let known = people.meant(name).filter(|known| *known != name && is_fuller(known, name));
        known.unwrap_or(name).to_owned()
    };
    // A name with a comma in it may be one: "Holm, Siv".
    let whole = in_full(owner);
    if whole == owner { each_named(owner).map(in_full).collect::<Vec<_>>().join(", ") } else { whole }
}

/// Whether a name says more than another, or is written with other hyphens: "Lars-Göran Ek" of "Lars Göran Ek".
fn is_fuller(name: &str, other: &str) -> bool {
    let words = |name: &str| fold(name).replace('-', " ");
    name.len() > other.len() || name != other && words(name) == words(other)
}

/// The name in full of somebody who is called by the first name alone, where one of all of these has it.
fn in_full<'a>(name: &'a str, all: &'a [String]) -> &'a str {
    let called = fold(name);
    let is_longer =
        |other: &&String| fold(other).strip_prefix(called.as_str()).is_some_and(|rest| rest.starts_with(' '));
    let mut longer = all.iter().filter(is_longer);
    match longer.next() {
        Some(whole) if !called.contains(' ') && longer.all(|other| fold(other) == fold(whole)) => whole,
        _ => name,
    }
}

/// Everybody who is responsible for a piece of work.
pub(super) fn owners(work: &Work) -> impl Iterator<Item = &str> {
    owner(work).into_iter().flat_map(each_named)
}

/// Who is responsible for a piece of work, as it was written; several with commas between them.
pub(super) fn owner(work: &Work) -> Option<&str> {
    work.entry.owner.as_deref().map(str::trim).filter(|owner| !owner.is_empty())
}
