//! Every text of a material, its names replaced. Every value is taken apart completely: a new one does not compile
//! until it is said here whether it may have a name in it.

use super::signed::SignedParts;
use super::text::Mask;
use crate::i18n::occupations::title_of_signer;
use crate::i18n::vocabulary::fold;
use crate::minutes::{Entry, Field, Minutes, Provenance, Remark, Response, Section, signed_above};
use crate::model::{Due, Meeting, Names, Programme, Signature};
use crate::report::material::{Check, GivenResponse, Material, MeetingData, Work};
use crate::report::people::list_heading::{ListHeadings, is_head_of_more, is_in_list};
use crate::report::people::row_of_names::holds_names;
use crate::report::people::texts_of;
use crate::report::scope::Share;

impl Mask<'_> {
    /// Everything in it but the register.
    pub(super) fn material(&mut self, material: &mut Material) {
        self.prepare(&texts_of(material));
        let Material {
            programme,
            meetings,
            people: _,
            mentioned: _,
            replaced: _,
            today: _,
            scope: _,
            lang: _,
            is_all: _,
            chosen: _,
            attendees,
            alike: _,
            names: _,
            share,
            secret: _,
            is_from_log: _,
        } = material;
        match share {
            Share::Owner { name, is_person: true } => *name = self.name(name),
            Share::Owner { name, is_person: false } => self.put(name),
            Share::All | Share::Marked(_) => {}
        }
        // In one row, so that those who are replaced alike are counted.
        let row = self.name(&attendees.join("; "));
        *attendees = row.split("; ").filter(|one| !one.is_empty()).map(str::to_owned).collect();
        if let Some(Programme { name, values, goals, id: _ }) = programme {
            self.put(name);
            for text in values.iter_mut().chain(goals) {
                self.put(text);
            }
        }
        for MeetingData { meeting, minutes, work, history: _, is_next_held: _ } in meetings {
            self.meeting(meeting);
            self.minutes(minutes);
            for work in work {
                self.work(work);
            }
        }
    }

    fn meeting(&mut self, meeting: &mut Meeting) {
        let Meeting {
            title,
            place,
            audience,
            reference,
            signoff,
            signoff_as_written,
            nameless: _,
            id: _,
            programme: _,
            kind: _,
            status: _,
            date: _,
            time: _,
            tables: _,
            next: _,
        } = meeting;
        for text in [title, place, audience, reference] {
            self.put(text);
        }
        self.signoff(signoff, signoff_as_written, &[]);
    }

    fn work(&mut self, work: &mut Work) {
        let Work {
            entry,
            heading,
            responses,
            checks,
            id: _,
            place: _,
            source: _,
            is_answered: _,
            history: _,
        } = work;
        self.put(heading);
        self.entry(entry);
        for GivenResponse { response, id: _, on: _, history: _ } in responses {
            self.response(response);
        }
        for Check { comment, scribe, on: _, outcome: _ } in checks {
            self.put(comment);
            self.put_name(scribe);
        }
    }

    /// Minutes with nobody named in them who is hidden.
    fn minutes(&mut self, minutes: &mut Minutes) {
        let Minutes {
            title,
            place,
            reference,
            fields,
            sections,
            signoff,
            signoff_as_written,
            remarks,
            schema: (),
            status: _,
            date: _,
            time: _,
            next: _,
        } = minutes;
        self.put(title);
        self.put_maybe(place);
        self.put_maybe(reference);
        self.signoff(signoff, signoff_as_written, fields);
        for field in fields {
            self.field(field);
        }
        let mut headings = ListHeadings::default();
        for section in sections {
            let is_empty = section.intro.is_empty() && section.entries.is_empty();
            let list = headings.heading(&section.heading, section.level, is_empty).map(str::to_owned);
            self.section(section, list.as_deref());
        }
        for Remark { message, line: _, code: _ } in remarks {
            self.put(message);
        }
    }

    /// A section; `list` is the heading by which it may list people.
    fn section(&mut self, section: &mut Section, list: Option<&str>) {
        let Section { heading, as_written, intro, entries, level: _, kind: _ } = section;
        self.put(heading);
        self.put_maybe(as_written);
        let before: Vec<String> =
            intro.iter().chain(entries.iter().map(|entry| &entry.text)).cloned().collect();
        for text in intro.iter_mut() {
            self.put(text);
        }
        for entry in entries.iter_mut() {
            if list.is_some_and(|list| is_in_list(list, &entry.text)) {
                entry.text = self.name(&entry.text);
            }
            self.entry(entry);
        }
        if self.names() != Names::Role {
            return;
        }
        // The head of a list says too much where names and roles have become one: "Namn – Roll".
        let rows = intro.iter().chain(entries.iter().map(|entry| &entry.text)).skip(1);
        let is_head: Vec<bool> =
            before.iter().zip(rows).map(|(head, row)| is_head_of_more(head, row)).collect();
        let mut is_head = is_head.into_iter();
        let mut stays = || is_head.next() != Some(true);
        intro.retain(|_| stays());
        entries.retain(|_| stays());
    }

    /// A field of names is a list; it is written anew, so that it reads as one.
    fn field(&mut self, field: &mut Field) {
        let Field { label, value, as_written } = field;
        if holds_names(label, value) {
            let hidden = self.names_of(label, value);
            // "Sekreterare: Sekreterare" says nothing more than that somebody was.
            let hidden = if fold(&hidden) == fold(label) { String::new() } else { hidden };
            if hidden != *value {
                *value = hidden;
                *as_written = None;
            }
        } else if let Some(hidden) = self.value(label, value) {
            *value = hidden;
        }
        self.put(label);
        self.put_maybe(as_written);
    }

    /// Where names become roles, the title of a signature is said once. A signature from a header field ("Vid pennan:
    /// Ulrika") keeps its label, by which it is recognised as that field.
    fn signoff(&mut self, signoff: &mut Vec<Signature>, as_written: &mut Option<String>, fields: &[Field]) {
        let parts = SignedParts::of(signoff, as_written.as_deref(), fields, self.lang);
        if signoff.is_empty() {
            self.put_maybe(as_written);
        }
        let is_signed = !signoff.is_empty();
        let mut left = Vec::new();
        let above = signed_above(signoff, fields);
        let mut at = 0..;
        signoff.retain_mut(|signature| {
            let at = at.next();
            let is_field = above.iter().any(|(own, _)| Some(*own) == at);
            let Signature { name, role } = signature;
            if self.is_only_contacts(role) {
                role.clear();
            }
            let has_title = title_of_signer(role).is_some() && !role.trim().is_empty();
            self.put(role);
            *name = if !is_field && has_title && self.names() == Names::Role {
                std::mem::take(role)
            } else {
                self.name(name)
            };
            // Goes with its field.
            let stays = !(is_field && fold(name) == fold(role));
            left.extend(at.filter(|_| stays));
            stays
        });
        if is_signed {
            *as_written = parts.written(left.into_iter().zip(signoff.iter()));
        }
    }

    fn entry(&mut self, entry: &mut Entry) {
        let Entry {
            text,
            as_written,
            responses,
            owner,
            owner_spelled,
            due,
            tags,
            speaker,
            provenance,
            kind: _,
            depth: _,
            number: _,
            owner_withheld: _,
            owner_said: _,
            kind_said: _,
            starred: _,
            unfinished: _,
        } = entry;
        self.put(text);
        self.put_maybe(as_written);
        for name in [owner, owner_spelled, speaker] {
            self.put_name(name);
        }
        if let Some(Provenance { scribe, table: _, round: _ }) = provenance {
            self.put_name(scribe);
        }
        self.due(due);
        for response in responses {
            self.response(response);
        }
        // A tag is one word, and no single word means "somebody".
        tags.retain(|tag| !self.names_somebody(tag));
    }

    fn response(&mut self, response: &mut Response) {
        let Response { text, as_written, due, kind: _ } = response;
        self.put(text);
        self.put_maybe(as_written);
        self.due(due);
    }

    fn due(&mut self, due: &mut Option<Due>) {
        if let Some(Due { words, day: _, precision: _ }) = due {
            self.put_maybe(words);
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
