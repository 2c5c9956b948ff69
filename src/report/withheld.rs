//! What was named before names were cut away and is not named now is said to be withheld, so that nobody takes it for
//! missing. It decides nothing about what is cut.

use std::collections::HashSet;

use super::material::{Material, MeetingData, Work};
use super::people::{KnownPeople, Who};
use crate::i18n::vocabulary::leads::stated_number;
use crate::i18n::vocabulary::minutes::field_role;
use crate::i18n::{Lang, format};
use crate::minutes::details::says_owner;
use crate::minutes::read::promise::Participants;
use crate::minutes::{Entry, Field, Minutes, Section};
use crate::model::{FieldRole, Names, Signature};
use crate::text::slice;

/// What minutes name, before names are cut away.
#[derive(Debug)]
struct Named {
    /// Whether each header field says anything.
    filled: Vec<bool>,
    is_signed_below: bool,
    /// Who is responsible for each entry, in order.
    owners: Vec<NamedOwner>,
}

/// Whether somebody is responsible for an entry.
#[derive(Debug, Clone, Copy)]
struct NamedOwner {
    is_there: bool,
    /// Whether the words of the entry say who.
    is_said: bool,
}

/// What each meeting of a material names, before names are cut away.
#[derive(Debug)]
pub(super) struct NamedInMaterial {
    /// Of each meeting its minutes, and whether somebody is responsible for each piece of its work.
    meetings: Vec<(Named, Vec<NamedOwner>)>,
    /// How many different people were there.
    present: usize,
}

impl Named {
    /// What these minutes name.
    fn of(minutes: &Minutes) -> Self {
        let participants = Participants::of(&minutes.fields, &minutes.signoff);
        let of_section = |section: &Section| {
            let owner = |entry: &Entry| {
                let is_there = is_owned(entry);
                NamedOwner { is_there, is_said: is_there && says_owner(entry, section, &participants) }
            };
            section.entries.iter().map(owner).collect::<Vec<_>>()
        };
        Self {
            filled: minutes.fields.iter().map(is_filled).collect(),
            is_signed_below: minutes.signatures_below().next().is_some(),
            owners: minutes.sections.iter().flat_map(of_section).collect(),
        }
    }

    /// Says in the same minutes what of it was cut away.
    fn say(self, minutes: &mut Minutes, lang: Lang) {
        let withheld = lang.words().publication.withheld;
        for (field, was_filled) in minutes.fields.iter_mut().zip(self.filled) {
            if was_filled && !is_filled(field) {
                withheld.clone_into(&mut field.value);
            }
        }
        if self.is_signed_below && minutes.signatures_below().next().is_none() {
            let role = format::capitalised(withheld);
            minutes.signoff.push(Signature { name: String::new(), role });
        }
        let entries = minutes.sections.iter_mut().flat_map(|section| &mut section.entries);
        entries.zip(self.owners).for_each(|(entry, owner)| mark(entry, owner));
    }
}

impl NamedInMaterial {
    /// What this material names.
    pub(super) fn of(material: &Material, people: &KnownPeople) -> Self {
        let of_meeting = |data: &MeetingData| {
            // Lists of work show the owner beside the words.
            let owner = |work: &Work| NamedOwner { is_there: is_owned(&work.entry), is_said: false };
            (Named::of(&data.minutes), data.work.iter().map(owner).collect())
        };
        Self {
            meetings: material.meetings.iter().map(of_meeting).collect(),
            present: present(material, people),
        }
    }

    /// Says in the same material what of it was cut away by this choice.
    pub(super) fn say(self, material: &mut Material, names: Names) {
        material.present = Some(self.present).filter(|present| names == Names::None && *present > 0);
        for (data, (named, owners)) in material.meetings.iter_mut().zip(self.meetings) {
            named.say(&mut data.minutes, material.lang);
            data.work.iter_mut().zip(owners).for_each(|(work, owner)| mark(&mut work.entry, owner));
        }
    }
}

fn is_filled(field: &Field) -> bool {
    !field.value.trim().is_empty()
}

fn is_owned(entry: &Entry) -> bool {
    entry.owner.as_deref().is_some_and(|owner| !owner.trim().is_empty())
}

fn mark(entry: &mut Entry, owner: NamedOwner) {
    entry.owner_withheld = owner.is_there && !is_owned(entry);
    entry.owner_said = owner.is_said;
}

/// How many different people the header fields say were there, at any of the meetings. A given name that fits several
/// people counts once.
fn present(material: &Material, people: &KnownPeople) -> usize {
    let fields = material.meetings.iter().flat_map(|data| &data.minutes.fields);
    let present = fields.filter(|field| field_role(&field.label) == Some(FieldRole::Present));
    let mut known = HashSet::new();
    let mut stated = 0;
    for field in present {
        stated = stated.max(stated_number(&field.value).map_or(0, |(number, _)| number));
        known.extend(
            people.find(&field.value).into_iter().filter(|mention| mention.naming.contact().is_none()).map(
                |mention| match mention.who {
                    Who::One(at) => (Some(at), ""),
                    Who::Somebody => (None, ""),
                    Who::Stranger => (None, slice(&field.value, mention.at)),
                },
            ),
        );
    }
    known.len().max(stated)
}
