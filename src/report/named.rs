//! The places of a paper that hold nothing but names: who spoke, who answers for something, who was there, who signs.
//! They are emptied, or hold initials. It leaves running text as it is.

use super::Material;
use super::choices::initials;
use super::names::People;
use super::names::gather::{is_about_persons, pieces};
use crate::i18n::vocabulary::minutes::{field_role, is_signer};
use crate::i18n::{Lang, labels};
use crate::minutes::{Entry, Field, Minutes};
use crate::model::{FieldRole, Kind, Names, Signature};
use crate::text::slice;

/// What is done with the places of names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    /// Whether initials stand in them; if not, nothing.
    initials: bool,
    people: &'a People,
    lang: Lang,
}

impl<'a> Named<'a> {
    /// What empties the places of names; nothing where names may stand, or where something else stands for them.
    pub(super) fn new(names: Names, people: &'a People, lang: Lang) -> Option<Self> {
        let initials = match names {
            Names::None => false,
            Names::Initials => true,
            Names::Role | Names::Pseudonym | Names::Full => return None,
        };
        Some(Self { initials, people, lang })
    }

    /// Every place in it but those of the register.
    pub(super) fn material(self, material: &mut Material) {
        for told in &mut material.meetings {
            let fields = told.minutes.fields.clone();
            let meeting = &mut told.meeting;
            self.signoff(&mut meeting.signoff, &mut meeting.signoff_as_written, &fields);
            self.minutes(&mut told.minutes);
            for work in &mut told.work {
                self.entry(&mut work.entry);
                for check in &mut work.checks {
                    check.author = self.person(check.author.take());
                }
            }
        }
    }

    /// Every place of the minutes.
    pub(super) fn minutes(self, minutes: &mut Minutes) {
        let fields = std::mem::take(&mut minutes.fields);
        self.signoff(&mut minutes.signoff, &mut minutes.signoff_as_written, &fields);
        minutes.fields = fields.into_iter().filter_map(|field| self.field(field)).collect();
        let entries = minutes.sections.iter_mut().flat_map(|section| &mut section.entries);
        entries.for_each(|entry| self.entry(entry));
    }

    fn entry(self, entry: &mut Entry) {
        entry.speaker = self.person(entry.speaker.take());
        // Who promises something says so.
        entry.owner = match entry.kind {
            Kind::Commitment(_) => self.person(entry.owner.take()),
            _ => entry.owner.take().and_then(|owner| self.without_persons(&owner)),
        };
        if let Some(from) = &mut entry.provenance {
            from.scribe = self.person(from.scribe.take());
        }
    }

    /// One who spoke, promised or held the pen.
    fn person(self, name: Option<String>) -> Option<String> {
        let name = name.filter(|_| self.initials)?;
        Some(initials(&name)).filter(|initials| !initials.is_empty())
    }

    /// What is left of "Gatukontoret och Eva Ek": a body stays. Nothing where nobody but persons is named.
    fn without_persons(self, value: &str) -> Option<String> {
        if !self.names_somebody(value) {
            return Some(value.to_owned());
        }
        if self.initials {
            return Some(self.abbreviated(value));
        }
        let bodies: Vec<String> = pieces(value)
            .into_iter()
            .map(|piece| piece.trim().to_owned())
            .filter(|piece| !piece.is_empty() && !self.names_somebody(piece))
            .collect();
        (!bodies.is_empty()).then(|| bodies.join(", "))
    }

    fn names_somebody(self, value: &str) -> bool {
        self.people.named(value).is_some() || !self.people.find(value).is_empty()
    }

    /// The text with initials in the place of the names in it.
    fn abbreviated(self, text: &str) -> String {
        if self.people.named(text).is_some() {
            return initials(text);
        }
        let (mut short, mut from) = (String::with_capacity(text.len()), 0);
        for named in self.people.find(text) {
            if named.at.start < from {
                continue;
            }
            short.push_str(slice(text, from..named.at.start));
            short.push_str(&initials(slice(text, named.at.clone())));
            from = named.at.end;
        }
        short.push_str(slice(text, from..));
        short
    }

    /// A header field: how many were there instead of who; nothing where it tells no more than a name.
    fn field(self, mut field: Field) -> Option<Field> {
        let signs = is_signer(&field.label);
        if !is_about_persons(&field.label) || !signs && !self.names_somebody(&field.value) {
            return Some(field);
        }
        let is_count = matches!(field_role(&field.label), Some(FieldRole::Present | FieldRole::Absent));
        field.value = match self.initials {
            true if signs => initials(&field.value),
            true => self.abbreviated(&field.value),
            false if signs => return None,
            false if is_count => labels::persons(self.lang, self.people.find(&field.value).len().max(1)),
            false => self.without_persons(&field.value)?,
        };
        field.as_written = None;
        Some(field)
    }

    /// Who signs: their roles, or nobody.
    fn signoff(self, signoff: &mut Vec<Signature>, as_written: &mut Option<String>, fields: &[Field]) {
        if self.initials {
            for signature in signoff.iter_mut() {
                signature.name = initials(&signature.name);
            }
        } else {
            // What a header field gives has a label for a role, and goes with it.
            signoff.retain(|signature| {
                let stands_above = fields.iter().any(|field| field.is_signature(signature));
                !stands_above && !signature.role.trim().is_empty() && !self.names_somebody(&signature.role)
            });
            for signature in signoff.iter_mut() {
                signature.name.clear();
            }
        }
        *as_written = None;
    }
}
