//! Every text of a material, its names replaced.

use super::text::Mask;
use crate::minutes::{Entry, Field, Minutes, Response};
use crate::model::{Due, Meeting, Names, Signature};
use crate::report::material::Material;
use crate::report::people::value::is_about_persons;

impl Mask<'_> {
    /// Everything in it but the register.
    pub(super) fn material(&mut self, material: &mut Material) {
        if let Some(programme) = &mut material.programme {
            self.put(&mut programme.name);
            programme.values.iter_mut().chain(&mut programme.goals).for_each(|text| self.put(text));
        }
        for data in &mut material.meetings {
            self.meeting(&mut data.meeting);
            self.minutes(&mut data.minutes);
            for work in &mut data.work {
                self.put(&mut work.heading);
                self.entry(&mut work.entry);
                work.responses.iter_mut().for_each(|given| self.response(&mut given.response));
                for check in &mut work.checks {
                    self.put(&mut check.comment);
                    self.put_name(&mut check.scribe);
                }
            }
        }
    }

    fn meeting(&mut self, meeting: &mut Meeting) {
        for text in [&mut meeting.title, &mut meeting.place, &mut meeting.audience, &mut meeting.reference] {
            self.put(text);
        }
        self.signoff(&mut meeting.signoff, &mut meeting.signoff_as_written, &[]);
    }

    /// Minutes with nobody named in them who is hidden.
    pub(super) fn minutes(&mut self, minutes: &mut Minutes) {
        self.put(&mut minutes.title);
        self.put_maybe(&mut minutes.place);
        self.put_maybe(&mut minutes.reference);
        self.signoff(&mut minutes.signoff, &mut minutes.signoff_as_written, &minutes.fields);
        minutes.fields.iter_mut().for_each(|field| self.field(field));
        for section in &mut minutes.sections {
            let is_list = is_about_persons(&section.heading);
            self.put(&mut section.heading);
            self.put_maybe(&mut section.as_written);
            section.intro.iter_mut().for_each(|text| self.put(text));
            for entry in &mut section.entries {
                if is_list {
                    entry.text = self.name(&entry.text);
                }
                self.entry(entry);
            }
        }
        minutes.remarks.iter_mut().for_each(|remark| self.put(&mut remark.message));
    }

    /// A field of names is a list; it is written anew, so that it reads as one.
    fn field(&mut self, field: &mut Field) {
        let before = field.value.clone();
        if is_about_persons(&field.label) {
            field.value = self.name(&field.value);
            if field.value != before {
                field.as_written = None;
            }
        } else {
            field.value = self.text(&field.value);
        }
        self.put(&mut field.label);
        self.put_maybe(&mut field.as_written);
    }

    /// A title beside a pseudonym would give the person away, and beside a role it would be there twice: it is removed.
    /// A signature from a header field ("Vid pennan: Ulrika") keeps its label, by which it is recognised as that field.
    fn signoff(&mut self, signoff: &mut Vec<Signature>, as_written: &mut Option<String>, fields: &[Field]) {
        if !signoff.is_empty() {
            *as_written = None;
        }
        self.put_maybe(as_written);
        for signature in signoff {
            let is_field = fields.iter().any(|field| field.is_signature(signature));
            if !is_field && matches!(self.names(), Names::Role | Names::Pseudonym) {
                signature.role.clear();
            }
            self.put(&mut signature.role);
            signature.name = self.name(&signature.name);
        }
    }

    fn entry(&mut self, entry: &mut Entry) {
        self.put(&mut entry.text);
        for name in [&mut entry.owner, &mut entry.owner_spelled, &mut entry.speaker] {
            self.put_name(name);
        }
        if let Some(from) = &mut entry.provenance {
            self.put_name(&mut from.scribe);
        }
        self.due(&mut entry.due);
        entry.responses.iter_mut().for_each(|response| self.response(response));
        // A tag is one word, and no single word means "somebody".
        entry.tags.retain(|tag| !self.names_somebody(tag));
    }

    fn response(&mut self, response: &mut Response) {
        self.put(&mut response.text);
        self.put_maybe(&mut response.as_written);
        self.due(&mut response.due);
    }

    fn due(&mut self, due: &mut Option<Due>) {
        if let Some(due) = due {
            self.put_maybe(&mut due.words);
        }
    }

    fn put(&mut self, text: &mut String) {
        if let Some(hidden) = self.replaced(text) {
            *text = hidden;
        }
    }

    fn put_maybe(&mut self, text: &mut Option<String>) {
        if let Some(text) = text {
            self.put(text);
        }
    }

    fn put_name(&mut self, name: &mut Option<String>) {
        if let Some(name) = name {
            *name = self.name(name);
        }
    }
}
