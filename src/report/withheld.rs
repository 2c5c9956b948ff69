//! What was named before names were cut away and is not named now is said to be withheld, so that nobody takes it for
//! missing. It decides nothing about what is cut.

use std::collections::HashSet;

use super::material::{Material, MeetingData, Work};
use super::people::{KnownPeople, Who};
use crate::i18n::vocabulary::leads::stated_number;
use crate::i18n::vocabulary::minutes::field_role;
use crate::i18n::{Lang, format};
use crate::minutes::{Entry, Field, Minutes};
use crate::model::{FieldRole, Names, Signature};
use crate::text::slice;

/// What minutes name, before names are cut away.
#[derive(Debug)]
struct Named {
    /// Whether each header field says anything.
    filled: Vec<bool>,
    is_signed_below: bool,
    /// Whether somebody is responsible for each entry, in order.
    owned: Vec<bool>,
}

/// What each meeting of a material names, before names are cut away.
#[derive(Debug)]
pub(super) struct NamedInMaterial {
    /// Of each meeting its minutes, and whether somebody is responsible for each piece of its work.
    meetings: Vec<(Named, Vec<bool>)>,
    /// How many different people were there.
    present: usize,
}

impl Named {
    /// What these minutes name.
    fn of(minutes: &Minutes) -> Self {
        let entries = minutes.sections.iter().flat_map(|section| &section.entries);
        Self {
            filled: minutes.fields.iter().map(is_filled).collect(),
            is_signed_below: minutes.signatures_below().next().is_some(),
            owned: entries.map(is_owned).collect(),
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
        entries.zip(self.owned).for_each(|(entry, owned)| mark(entry, owned));
    }
}

impl NamedInMaterial {
    /// What this material names.
    pub(super) fn of(material: &Material, people: &KnownPeople) -> Self {
        let of_meeting = |data: &MeetingData| {
            let owned = data.work.iter().map(|work: &Work| is_owned(&work.entry)).collect();
            (Named::of(&data.minutes), owned)
        };
        Self {
            meetings: material.meetings.iter().map(of_meeting).collect(),
            present: present(material, people),
        }
    }

    /// Says in the same material what of it was cut away by this choice.
    pub(super) fn say(self, material: &mut Material, names: Names) {
        material.present = Some(self.present).filter(|present| names == Names::None && *present > 0);
        for (data, (named, owned)) in material.meetings.iter_mut().zip(self.meetings) {
            named.say(&mut data.minutes, material.lang);
            data.work.iter_mut().zip(owned).for_each(|(work, owned)| mark(&mut work.entry, owned));
        }
    }
}

fn is_filled(field: &Field) -> bool {
    !field.value.trim().is_empty()
}

fn is_owned(entry: &Entry) -> bool {
    entry.owner.as_deref().is_some_and(|owner| !owner.trim().is_empty())
}

fn mark(entry: &mut Entry, was_owned: bool) {
    entry.owner_withheld = was_owned && !is_owned(entry);
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
