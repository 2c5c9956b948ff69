//! Who was there, over all meetings of a material: each once, whatever a meeting calls them.

use std::collections::HashSet;

use super::material::Material;
use super::people::list_heading::{ListHeadings, people_in};
use super::people::listed::is_further_cell;
use super::people::pieces::items;
use super::people::usual::in_order;
use super::people::value::{is_about_somebody, is_body_in_list};
use super::people::{KnownPeople, Who};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::minutes::field_role;
use crate::i18n::vocabulary::stated::{is_uncounted_group, names_some, stated_persons};
use crate::i18n::{Lang, labels};
use crate::minutes::Minutes;
use crate::model::FieldRole;
use crate::text::slice;

/// Who was at the meetings of a material, before names are cut away.
#[derive(Debug, Default)]
pub(super) struct Attendance {
    /// In the order in which they are first listed, persons with what is said of them after a comma.
    pub all: Vec<String>,
    /// Those of them who are no persons.
    bodies: Vec<String>,
    /// How many persons there were: as many as a meeting counts itself, or as are named.
    persons: usize,
    /// Whether a meeting says that it names only some.
    is_open: bool,
}

/// Who is listed, as far as a list says.
#[derive(PartialEq, Eq, Hash)]
enum Listed {
    Known(usize),
    Called(String),
}

impl Attendance {
    /// That of all meetings, by their header fields and the lists of people in them.
    pub(super) fn of(material: &Material, people: &KnownPeople) -> Self {
        let present: Vec<Vec<String>> =
            material.meetings.iter().map(|data| listed_present(&data.minutes)).collect();
        let mut attendance = Self::default();
        let mut known = HashSet::new();
        let mut named = HashSet::new();
        // Who is only counted may have been at several meetings.
        let stated = |list: &String| stated_persons(list);
        let total = present.iter().flatten().map(|list| stated(list).total).max().unwrap_or_default();
        let others = present.iter().map(|lists| lists.iter().map(|list| stated(list).others).sum());
        let others: usize = others.max().unwrap_or_default();
        for list in present.iter().flatten() {
            let ordered = in_order(list);
            attendance.is_open |= names_some(&ordered);
            let (mut is_after_person, mut is_after_new_person) = (false, false);
            let mut at = 0;
            for piece in items(&ordered) {
                at += slice(&ordered, at..).find(piece.as_str()).unwrap_or_default();
                let before = slice(&ordered, ..at);
                let is_note = before.matches('(').count() > before.matches(')').count();
                // "Nina Palm, Vård och omsorg; Olle Ek – Kultur"
                let start = at;
                let is_dashed = || [" – ", " - ", " — "].iter().any(|dash| before.ends_with(dash));
                let is_unit = || is_dashed() || is_further_cell(&ordered, start);
                at += piece.len();
                let piece = piece.trim().trim_end_matches([',', ';']);
                let mut who = Vec::new();
                for mention in people.find(piece).into_iter().filter(|it| it.naming.contact().is_none()) {
                    who.push(match mention.who {
                        Who::One(at) => Listed::Known(at),
                        Who::Stranger => Listed::Called(fold(slice(piece, mention.at))),
                        // A given name that fits several people counts once.
                        Who::Somebody => Listed::Called(String::new()),
                    });
                }
                let is_person = !who.is_empty();
                let key = match who.as_slice() {
                    [Listed::Known(at)] => Listed::Known(*at),
                    _ => Listed::Called(fold(piece)),
                };
                named.extend(who);
                match attendance.all.last_mut() {
                    // "Bo Kvarn (inköp)"
                    Some(last) if !is_person && is_note => {
                        if is_after_new_person && !piece.is_empty() {
                            last.push_str(&[" (", piece, ")"].concat());
                        }
                        continue;
                    }
                    // "Ivar Stad, kurator"
                    Some(last)
                        if !is_person && (is_about_somebody(piece) || is_after_person && is_unit()) =>
                    {
                        if is_after_new_person && !piece.is_empty() {
                            last.push_str(", ");
                            last.push_str(piece);
                        }
                        continue;
                    }
                    _ => {}
                }
                let is_new = !piece.is_empty() && known.insert(key);
                is_after_person = is_person;
                is_after_new_person = is_person && is_new;
                if is_new {
                    attendance.all.push(piece.to_owned());
                }
                if is_new && !is_person && (is_body_in_list(piece) || is_uncounted_group(piece)) {
                    attendance.bodies.push(piece.to_owned());
                }
            }
        }
        attendance.persons = total.max(named.len() + others);
        attendance
    }

    /// How many there were, and which bodies.
    pub(super) fn counted(self, lang: Lang) -> Vec<String> {
        let count = match self.persons {
            0 => None,
            _ if self.is_open => Some(labels::several_persons(lang).to_owned()),
            persons => Some(labels::persons(lang, persons)),
        };
        count.into_iter().chain(self.bodies).collect()
    }
}

/// The lists of those who were there: header fields, and what is under headings that say so.
fn listed_present(minutes: &Minutes) -> Vec<String> {
    let is_present = |label: &str| field_role(label) != Some(FieldRole::Absent);
    let fields = minutes.fields.iter().filter(|field| field_role(&field.label) == Some(FieldRole::Present));
    let mut lists: Vec<String> = fields.map(|field| field.value.clone()).collect();
    let mut headings = ListHeadings::default();
    for section in &minutes.sections {
        let is_empty = section.intro.is_empty() && section.entries.is_empty();
        let Some(heading) = headings.heading(&section.heading, section.level, is_empty) else { continue };
        if is_present(heading) && is_present(&section.heading) {
            let texts = section.intro.iter().chain(section.entries.iter().map(|entry| &entry.text));
            lists.extend(people_in(heading, &texts.cloned().collect::<Vec<_>>()));
        }
    }
    lists
}
