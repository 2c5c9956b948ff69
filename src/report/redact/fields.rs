//! The fields that hold nothing but names: who spoke, who is responsible for something, who was there, who signs. They
//! are emptied, or shortened to initials; running text is left as it is.

use crate::i18n::vocabulary::minutes::{field_role, is_signer};
use crate::i18n::{Lang, labels};
use crate::minutes::{Entry, Field, Minutes};
use crate::model::{FieldRole, Kind, Names, Signature};
use crate::report::material::Material;
use crate::report::people::KnownPeople;
use crate::report::people::initials::initials;
use crate::report::people::value::{is_about_persons, pieces};
use crate::text::slice;

/// Empties or shortens the fields that hold names.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameFields<'a> {
    /// Whether they are shortened to initials; if not, they are emptied.
    initials: bool,
    people: &'a KnownPeople,
    lang: Lang,
}

impl<'a> NameFields<'a> {
    /// `None` where names may be shown, and where [`super::text::Mask`] replaces them instead.
    pub(super) fn new(names: Names, people: &'a KnownPeople, lang: Lang) -> Option<Self> {
        let initials = match names {
            Names::None => false,
            Names::Initials => true,
            Names::Written | Names::Role | Names::Pseudonym | Names::Full => return None,
        };
        Some(Self { initials, people, lang })
    }

    /// Every such field but those of the register.
    pub(super) fn material(self, material: &mut Material) {
        for data in &mut material.meetings {
            let fields = data.minutes.fields.clone();
            let meeting = &mut data.meeting;
            self.signoff(&mut meeting.signoff, &mut meeting.signoff_as_written, &fields);
            self.minutes(&mut data.minutes);
            for work in &mut data.work {
                self.entry(&mut work.entry);
                for check in &mut work.checks {
                    check.scribe = self.person(check.scribe.take());
                }
            }
        }
    }

    /// Every such field of minutes.
    pub(super) fn minutes(self, minutes: &mut Minutes) {
        let fields = std::mem::take(&mut minutes.fields);
        self.signoff(&mut minutes.signoff, &mut minutes.signoff_as_written, &fields);
        minutes.fields = fields.into_iter().filter_map(|field| self.field(field)).collect();
        let entries = minutes.sections.iter_mut().flat_map(|section| &mut section.entries);
        entries.for_each(|entry| self.entry(entry));
    }

    fn entry(self, entry: &mut Entry) {
        entry.speaker = self.person(entry.speaker.take());
        // A commitment is owned by the one who spoke.
        let is_commitment = matches!(entry.kind, Kind::Commitment(_));
        for owner in [&mut entry.owner, &mut entry.owner_spelled] {
            let name = owner.take();
            *owner = if is_commitment {
                self.person(name)
            } else {
                name.and_then(|name| self.without_persons(&name))
            };
        }
        if let Some(from) = &mut entry.provenance {
            from.scribe = self.person(from.scribe.take());
        }
    }

    /// One who spoke, promised or held the pen.
    fn person(self, name: Option<String>) -> Option<String> {
        let name = name.filter(|_| self.initials)?;
        Some(initials(&name)).filter(|initials| !initials.is_empty())
    }

    /// What is left of "Gatukontoret och Eva Ek": an organisation stays. `None` where nobody but persons is named.
    fn without_persons(self, value: &str) -> Option<String> {
        if !self.names_somebody(value) {
            return Some(value.to_owned());
        }
        if self.initials {
            return Some(self.abbreviated(value));
        }
        let organisations: Vec<String> = pieces(value)
            .into_iter()
            .map(|piece| piece.trim().to_owned())
            .filter(|piece| !piece.is_empty() && !self.names_somebody(piece))
            .collect();
        (!organisations.is_empty()).then(|| organisations.join(", "))
    }

    fn names_somebody(self, value: &str) -> bool {
        self.people.named(value).is_some() || !self.people.find(value).is_empty()
    }

    /// The text with the names in it shortened to initials.
    fn abbreviated(self, text: &str) -> String {
        if self.people.named(text).is_some() {
            return initials(text);
        }
        let (mut short, mut from) = (String::with_capacity(text.len()), 0);
        for mention in self.people.find(text) {
            if mention.at.start < from {
                continue;
            }
            short.push_str(slice(text, from..mention.at.start));
            short.push_str(&initials(slice(text, mention.at.clone())));
            from = mention.at.end;
        }
        short.push_str(slice(text, from..));
        short
    }

    /// A header field: how many were there instead of who. `None` where it says no more than a name.
    fn field(self, mut field: Field) -> Option<Field> {
        let is_signature = is_signer(&field.label);
        if !is_about_persons(&field.label) || !is_signature && !self.names_somebody(&field.value) {
            return Some(field);
        }
        let is_count = matches!(field_role(&field.label), Some(FieldRole::Present | FieldRole::Absent));
        field.value = match self.initials {
            true if is_signature => initials(&field.value),
            true => self.abbreviated(&field.value),
            false if is_signature => return None,
            false if is_count => labels::persons(self.lang, self.people.find(&field.value).len().max(1)),
            false => self.without_persons(&field.value)?,
        };
        field.as_written = None;
        Some(field)
    }

    /// Who signs: their initials, or their roles alone.
    fn signoff(self, signoff: &mut Vec<Signature>, as_written: &mut Option<String>, fields: &[Field]) {
        if self.initials {
            for signature in signoff.iter_mut() {
                signature.name = initials(&signature.name);
            }
        } else {
            // One that comes from a header field has that label for its role, and goes with the field.
            signoff.retain(|signature| {
                let is_in_header = fields.iter().any(|field| field.is_signature(signature));
                !is_in_header && !signature.role.trim().is_empty() && !self.names_somebody(&signature.role)
            });
            for signature in signoff.iter_mut() {
                signature.name.clear();
            }
        }
        *as_written = None;
    }
}
