//! The places that hold nothing but names: who spoke, who is responsible for something, who was there, who signs. Where
//! no names go out they are emptied; running text is a matter of [`super::text::Mask`].

use std::collections::HashSet;

use crate::i18n::occupations::title_of_signer;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::leads::shares_name;
use crate::i18n::vocabulary::minutes::{field_role, is_signer};
use crate::i18n::vocabulary::stated::{is_uncounted_group, names_some, stated_persons};
use crate::i18n::{Lang, labels};
use crate::minutes::{Entry, Field, Minutes, Section, signed_above};
use crate::model::{FieldRole, Kind, Signature};
use crate::report::material::Material;
use crate::report::people::list_heading::{ListHeadings, is_frame_of_table, is_in_list};
use crate::report::people::pieces::items;
use crate::report::people::row_of_names::holds_names;
use crate::report::people::value::{is_about_somebody, is_body_in_list};
use crate::report::people::{KnownPeople, Mention, Who};
use crate::report::scope::Share;
use crate::text::slice;

use super::signed::SignedParts;

/// Empties the fields that hold names.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameFields<'a> {
    pub people: &'a KnownPeople,
    pub lang: Lang,
}

impl NameFields<'_> {
    /// Every such field but those of the register.
    pub(super) fn material(self, material: &mut Material) {
        if let Share::Owner { name, is_person } = &mut material.share
            && (*is_person || self.bodies(name).is_empty())
        {
            name.clear();
        }
        for data in &mut material.meetings {
            let fields = data.minutes.fields.clone();
            let meeting = &mut data.meeting;
            self.signoff(&mut meeting.signoff, &mut meeting.signoff_as_written, &fields);
            self.minutes(&mut data.minutes);
            for work in &mut data.work {
                self.entry(&mut work.entry);
                work.checks.iter_mut().for_each(|check| check.scribe = None);
            }
        }
    }

    /// Every such field of minutes.
    fn minutes(self, minutes: &mut Minutes) {
        let fields = std::mem::take(&mut minutes.fields);
        self.signoff(&mut minutes.signoff, &mut minutes.signoff_as_written, &fields);
        minutes.fields = fields.into_iter().map(|field| self.field(field)).collect();
        let mut headings = ListHeadings::default();
        for section in &mut minutes.sections {
            section.entries.iter_mut().for_each(|entry| self.entry(entry));
            let is_empty = section.intro.is_empty() && section.entries.is_empty();
            if let Some(heading) = headings.heading(&section.heading, section.level, is_empty) {
                self.list(section, heading);
            }
        }
    }

    fn entry(self, entry: &mut Entry) {
        entry.speaker = None;
        // A commitment is owned by the one who spoke, unless that is an organisation.
        let is_commitment = matches!(entry.kind, Kind::Commitment(_));
        for owner in [&mut entry.owner, &mut entry.owner_spelled] {
            *owner = owner.take().filter(|name| {
                let bodies = self.bodies(name);
                bodies.iter().any(|body| !is_commitment || !is_about_somebody(body))
            });
        }
        if let Some(from) = &mut entry.provenance {
            from.scribe = None;
        }
    }

    /// A list of those who were there, under a heading: how many they are.
    fn list(self, section: &mut Section, heading: &str) {
        let mut number = 0;
        let mut first = None;
        let entries = std::mem::take(&mut section.entries);
        for (at, entry) in entries.into_iter().enumerate() {
            let names = self.named(&entry.text).len();
            let is_long = entry.text.split_whitespace().count() > 4 + 4 * names;
            if names == 0 || is_long || !is_in_list(heading, &entry.text) {
                section.entries.push(entry);
                continue;
            }
            number += names;
            if first.is_none() {
                first = Some((at.min(section.entries.len()), entry));
            }
        }
        if let Some((at, entry)) = first {
            // The head of a table without its rows says nothing.
            let is_left = |entry: &Entry| !is_frame_of_table(&entry.text);
            let at = section.entries.iter().take(at).filter(|entry| is_left(entry)).count();
            section.entries.retain(is_left);
            let text = labels::persons(self.lang, number);
            section.entries.insert(at, Entry { text, responses: Vec::new(), tags: Vec::new(), ..entry });
        }
    }

    /// What a value has beside persons: the organisation in "Gatukontoret och Eva Ek".
    fn bodies(self, value: &str) -> Vec<String> {
        if !self.names_somebody(value) {
            return vec![value.to_owned()];
        }
        let mut organisations: Vec<String> = Vec::new();
        let mut at = 0;
        for piece in items(value) {
            at += slice(value, at..).find(piece.as_str()).unwrap_or_default();
            let before = slice(value, ..at);
            at += piece.len();
            let piece = piece.trim();
            // What is in brackets after somebody, and what they are, says nothing without them.
            let is_beside = before.trim_end().ends_with(',') || slice(value, at..).starts_with(':');
            let is_note = before.matches('(').count() > before.matches(')').count()
                || is_beside && is_about_somebody(piece);
            if !piece.is_empty() && !is_note && !self.names_somebody(piece) {
                organisations.push(piece.to_owned());
            }
        }
        organisations
    }

    fn names_somebody(self, value: &str) -> bool {
        self.people.named(value).is_some() || !self.people.find(value).is_empty()
    }

    /// Those whom a value names, each once.
    fn named(self, value: &str) -> Vec<Mention> {
        let mut all: Vec<Mention> = self.people.find(value);
        all.retain(|mention| mention.naming.contact().is_none());
        let called = |mention: &Mention| fold(slice(value, mention.at.clone()));
        let mut seen: Vec<(Option<usize>, String)> = Vec::new();
        all.sort_by_key(|mention| mention.who == Who::Somebody);
        all.retain(|mention| {
            let name = called(mention);
            let is_new = match mention.who {
                Who::One(at) => !seen.iter().any(|(known, _)| *known == Some(at)),
                Who::Stranger => !seen.iter().any(|(_, known)| *known == name),
                // "Åsa" after "Åsa Lind" is one who was there already.
                Who::Somebody => !seen
                    .iter()
                    .any(|(_, known)| known.split(' ').any(|word| name.split(' ').any(|own| own == word))),
            };
            let who = if let Who::One(at) = mention.who { Some(at) } else { None };
            seen.push((who, name));
            is_new
        });
        all
    }

    /// How many a field says were there: as many as it counts itself, or as it names; more where it does not name all.
    fn attendance(self, value: &str) -> String {
        let named = self.named(value).len().max(1);
        let stated = stated_persons(value);
        if stated.total < named && (names_some(value) || shares_name(value)) {
            return labels::several_persons(self.lang).to_owned();
        }
        labels::persons(self.lang, stated.total.max(named + stated.others))
    }

    /// A header field: how many were there instead of who, and the organisations among them. Empty where it says no
    /// more than a name; the name of one person beside an organisation is left to the mask.
    fn field(self, mut field: Field) -> Field {
        let is_signature = is_signer(&field.label);
        if !holds_names(&field.label, &field.value) || !is_signature && !self.names_somebody(&field.value) {
            return field;
        }
        field.as_written = None;
        if is_signature {
            field.value.clear();
            return field;
        }
        let is_count = matches!(field_role(&field.label), Some(FieldRole::Present | FieldRole::Absent));
        let bodies = self.bodies(&field.value);
        // "Ledamöter: Karin Ax (S), Ulf Ek (M)", but not "Ordförande: Runa Öd, sekreterare: Siv Ax".
        let is_row = || !field.value.contains(": ") && self.named(&field.value).len() > 1;
        if is_count || is_row() {
            let count = std::iter::once(self.attendance(&field.value));
            let is_beside = |body: &String| is_body_in_list(body) || is_uncounted_group(body);
            let mut seen = HashSet::new();
            let bodies = bodies.into_iter().filter(is_beside).filter(|body| seen.insert(fold(body)));
            field.value = count.chain(bodies).collect::<Vec<_>>().join(", ");
        } else if bodies.is_empty() {
            field.value.clear();
        }
        field
    }

    /// Who signs: their roles alone. "Justeras" is none, and says nothing without the name.
    fn signoff(self, signoff: &mut Vec<Signature>, as_written: &mut Option<String>, fields: &[Field]) {
        // One that comes from a header field has that label for its role, and goes with the field.
        let above = signed_above(signoff, fields);
        let parts = SignedParts::of(signoff, as_written.as_deref(), fields, self.lang);
        let mut left = Vec::new();
        let mut at = 0..;
        signoff.retain(|signature| {
            let at = at.next();
            let is_in_header = above.iter().any(|(own, _)| Some(*own) == at);
            let title = title_of_signer(&signature.role).filter(|title| !title.trim().is_empty());
            let stays = !is_in_header && title.is_some_and(|title| !self.names_somebody(title));
            left.extend(at.filter(|_| stays));
            stays
        });
        for signature in signoff.iter_mut() {
            signature.name.clear();
        }
        *as_written = parts.written(left.into_iter().zip(signoff.iter()));
    }
}
