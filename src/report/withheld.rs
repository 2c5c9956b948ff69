//! What was named before names were cut away and is not named now is said to be withheld, so that nobody takes it for
//! missing. It decides nothing about what is cut.

use std::collections::HashSet;

use super::attendance::Attendance;
use super::material::{Material, MeetingData, Work};
use super::people::KnownPeople;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::minutes::is_approval;
use crate::i18n::{Lang, format};
use crate::minutes::details::says_owner;
use crate::minutes::layout::kinds_said;
use crate::minutes::read::promise::Participants;
use crate::minutes::{Entry, Field, Minutes, Section};
use crate::model::{Names, Signature};

/// What minutes name, before names are cut away.
#[derive(Debug)]
struct Named {
    /// Whether each header field says anything.
    filled: Vec<bool>,
    is_signed_below: bool,
    /// The words that open the sign-off, where those who sign approve the minutes: "Justeras".
    signed_as: Option<String>,
    /// Who is responsible for each entry of each section: where a list of people becomes a number, those of the
    /// sections below stay theirs.
    owners: Vec<Vec<NamedOwner>>,
}

/// Whether somebody is responsible for an entry, and what its words say.
#[derive(Debug, Clone, Copy)]
struct NamedOwner {
    is_there: bool,
    /// Whether the words of the entry say who.
    is_said: bool,
    /// Whether they say of which kind it is.
    says_kind: bool,
}

/// What each meeting of a material names, before names are cut away.
#[derive(Debug)]
pub(super) struct NamedInMaterial {
    /// Of each meeting its minutes, and whether somebody is responsible for each piece of its work.
    meetings: Vec<(Named, Vec<NamedOwner>)>,
    /// Who is responsible for each piece of work of all meetings, where somebody is.
    owners: Vec<Option<String>>,
    attendance: Attendance,
}

impl Named {
    /// What these minutes name.
    fn of(minutes: &Minutes) -> Self {
        let participants = Participants::of(&minutes.fields, &minutes.signoff);
        let of_section = |section: &Section| {
            let kinds = kinds_said(section, minutes.date, &participants);
            let owner = |(entry, says_kind): (&Entry, bool)| {
                let is_there = is_owned(entry);
                NamedOwner {
                    is_there,
                    is_said: is_there && says_owner(entry, section, &participants),
                    says_kind,
                }
            };
            section.entries.iter().zip(kinds).map(owner).collect::<Vec<_>>()
        };
        Self {
            filled: minutes.fields.iter().map(is_filled).collect(),
            is_signed_below: minutes.signatures_below().next().is_some(),
            signed_as: minutes.signatures_below().map(|it| it.role.clone()).find(|role| is_approval(role)),
            owners: minutes.sections.iter().map(of_section).collect(),
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
            let role = match self.signed_as {
                Some(opening) => format!("{opening}: {withheld}"),
                None => format::capitalised(withheld),
            };
            minutes.signoff.push(Signature { name: String::new(), role });
        }
        let sections = minutes.sections.iter_mut().zip(self.owners);
        let entries = sections.flat_map(|(section, owners)| section.entries.iter_mut().zip(owners));
        entries.for_each(|(entry, owner)| mark(entry, owner));
    }
}

impl NamedInMaterial {
    /// What this material names.
    pub(super) fn of(material: &Material, people: &KnownPeople) -> Self {
        let of_meeting = |data: &MeetingData| {
            // Lists of work show the owner beside the words.
            let owner = |work: &Work| NamedOwner {
                is_there: is_owned(&work.entry),
                is_said: false,
                says_kind: false,
            };
            (Named::of(&data.minutes), data.work.iter().map(owner).collect())
        };
        // "Siv" is Siv Holm.
        let whole = |owner: String| people.meant(&owner).map_or(owner.clone(), str::to_owned);
        Self {
            meetings: material.meetings.iter().map(of_meeting).collect(),
            owners: all_owners(material).into_iter().map(|owner| owner.map(whole)).collect(),
            attendance: Attendance::of(material, people),
        }
    }

    /// Who was at its meetings.
    pub(super) fn attendees(&self) -> &Vec<String> {
        &self.attendance.all
    }

    /// Says in the same material what of it was cut away by this choice.
    pub(super) fn say(self, material: &mut Material, names: Names) {
        if names == Names::None {
            material.attendees = self.attendance.counted(material.lang);
        }
        let mut alike: Vec<(String, HashSet<String>)> = Vec::new();
        for (before, now) in self.owners.into_iter().zip(all_owners(material)) {
            let (Some(before), Some(now)) = (before, now) else { continue };
            match alike.iter_mut().find(|(name, _)| *name == now) {
                Some((_, all)) => drop(all.insert(fold(&before))),
                None => alike.push((now, HashSet::from([fold(&before)]))),
            }
        }
        material.alike = alike.into_iter().filter(|(_, all)| all.len() > 1).map(|(name, _)| name).collect();
        for (data, (named, owners)) in material.meetings.iter_mut().zip(self.meetings) {
            named.say(&mut data.minutes, material.lang);
            data.work.iter_mut().zip(owners).for_each(|(work, owner)| mark(&mut work.entry, owner));
        }
    }
}

fn all_owners(material: &Material) -> Vec<Option<String>> {
    material.meetings.iter().flat_map(|data| &data.work).map(|work| work.entry.owner.clone()).collect()
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
    entry.kind_said = owner.says_kind;
}
