//! Programmes, the register, and every meeting with all that is in it.

use std::collections::HashSet;

use vidpennan::i18n::Lang;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Coded, Kind, Meeting, Number, Report, Response, Section, cell};
use vidpennan::report::edited::edited;
use vidpennan::report::{ReportScope, gather};
use vidpennan::store::entry::{By, EntryScope, ListedEntry};
use vidpennan::store::person::WrittenName;
use vidpennan::store::{self, meeting};

use super::{ALL, Picture, as_written, part};

impl Picture<'_> {
    /// Programmes, the register, and every meeting with all that is in it.
    pub(in super::super) fn nouns(&self) -> String {
        let mut lines = self.register();
        for counted in meeting::counted(self.store, 0, ALL).unwrap() {
            let meeting = &counted.meeting;
            lines.push(String::new());
            lines.push(self.meeting(meeting));
            let meeting::CountedMeeting { entries, answered, challenges, .. } = counted;
            lines.push(format!("  {entries} entries, {answered} of {challenges} answered"));
            lines.extend(self.beside(meeting.id));
            for counted in store::section::counted(self.store, meeting.id).unwrap() {
                lines.push(self.section(&counted.section));
                let store::section::CountedSection { entries, answered, challenges, .. } = counted;
                let tables = store::entry::per_table(self.store, counted.section.id).unwrap();
                lines.push(format!(
                    "    {entries} entries, {answered} of {challenges} answered, tables {tables:?}"
                ));
                let place = EntryScope { section: counted.section.id, table: None };
                let total = store::entry::count(self.store, place).unwrap();
                for listed in store::entry::window(self.store, place, 0, total, total).unwrap() {
                    lines.extend(self.entry(&listed));
                }
            }
        }
        lines.join("\n")
    }

    fn register(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for programme in store::programme::list(self.store).unwrap() {
            let (values, goals) = (&programme.values, &programme.goals);
            lines.push(format!("{} {:?} {values:?} {goals:?}", self.name(programme.id.0), programme.name));
            let choices = store::remembered::get(self.store, Some(programme.id)).unwrap();
            lines.push(format!("  remembered: {}", choices.unwrap_or_default()));
        }
        let choices = store::remembered::get(self.store, None).unwrap();
        lines.push(format!("remembered without a programme: {}", choices.unwrap_or_default()));
        for organisation in store::organisation::list(self.store).unwrap() {
            let short = part("short", organisation.short);
            lines.push(format!("{} {:?}{short}", self.name(organisation.id.0), organisation.name));
        }
        for person in store::person::list(self.store).unwrap() {
            let role = part("role", person.role);
            let organisation = part("at", person.organisation.map(|id| self.name(id.0)));
            lines.push(format!("{} {:?}{role}{organisation}", self.name(person.id.0), person.name));
        }
        let mut seen = HashSet::new();
        let names = store::person::mentioned(self.store).unwrap().into_iter();
        let names = names.filter_map(|mentioned| match mentioned.written {
            WrittenName::Person(name) | WrittenName::Somebody(name) => Some(name),
            WrittenName::Signature(signature) => Some(signature.name),
            WrittenName::Row { .. } => None,
        });
        let names: Vec<String> = names.filter(|name| seen.insert(name.clone())).collect();
        lines.push(format!("mentioned: {}", names.join(", ")));
        for day in ["2025-12-01", "2026-02-12", "2026-04-01"] {
            let current = meeting::current(self.store, day.parse().unwrap()).unwrap();
            lines.push(format!("current on {day}: {}", self.names(current.map(|meeting| meeting.id.0))));
        }
        lines
    }

    fn meeting(&self, meeting: &Meeting) -> String {
        let names = meeting.signoff.iter().map(|it| format!("{} ({})", it.name, it.role));
        let parts = [
            part("programme", meeting.programme.map(|id| self.name(id.0))),
            part("date", meeting.date),
            part("time", meeting.time),
            part("place", Some(&meeting.place)),
            part("audience", Some(&meeting.audience)),
            part("reference", Some(&meeting.reference)),
            part("tables", Some(meeting.tables)),
            part("next", meeting.next.map(|it| it.date)),
            part("next time", meeting.next.and_then(|it| it.time)),
            part("signed by", Some(names.collect::<Vec<_>>().join(", "))),
            as_written(meeting.signoff_as_written.as_ref()),
        ];
        let (name, kind, status) = (self.name(meeting.id.0), meeting.kind.code(), meeting.status.code());
        format!("{name} {kind} {status} {:?}{}", meeting.title, parts.concat())
    }

    /// What a meeting has beside its sections.
    fn beside(&self, meeting: MeetingId) -> Vec<String> {
        let mut lines = Vec::new();
        for field in store::field::list(self.store, meeting).unwrap() {
            let (name, role) = (self.name(field.id.0), field.role.code());
            let written = as_written(field.as_written.as_ref());
            lines.push(format!("  {name} {role} {:?}: {:?}{written}", field.label, field.value));
        }
        lines.push(format!("  tags: {}", store::entry::tags(self.store, meeting).unwrap().join(", ")));
        let captured = store::entry::latest(self.store, meeting, By::Anyone).unwrap().map(|entry| entry.id.0);
        let raised =
            store::entry::latest_challenge(self.store, meeting, By::Anyone).unwrap().map(|entry| entry.id.0);
        lines.push(format!("  newest: {}, challenge: {}", self.names(captured), self.names(raised)));
        for scope in [ReportScope::Meeting, ReportScope::Programme] {
            let today = self.store.clock().today();
            let material = gather(self.store, meeting, scope, Lang::Sv.words(), today).unwrap();
            for report in Report::ALL {
                if let Some(edited) = edited(self.store, &material, *report).unwrap() {
                    let about = self.names(material.subject());
                    let (code, old) = (report.code(), edited.is_old);
                    lines.push(format!("  {code} of {about}, old {old}: {:?}", edited.text));
                }
            }
        }
        lines
    }

    fn section(&self, section: &Section) -> String {
        let (name, kind, level) = (self.name(section.id.0), section.kind.code(), section.level);
        let written = as_written(section.as_written.as_ref());
        format!("  {name} {kind} {level} {:?} {:?}{written}", section.heading, section.intro)
    }

    /// An entry with its responses and the checks on it.
    fn entry(&self, listed: &ListedEntry) -> Vec<String> {
        let entry = &listed.entry;
        assert_eq!(store::entry::get(self.store, entry.id).unwrap().as_ref(), Some(entry));
        let number = |kind, number: Option<Number>| number.map(|number| self.numbered(kind, number));
        let actions = store::entry::made_from(self.store, entry.id).unwrap();
        let provenance = &entry.provenance;
        let parts = [
            part("as a challenge", number(Kind::CHALLENGE, entry.challenge_number)),
            part("as an action", number(Kind::ACTION, entry.action_number)),
            part("starred", entry.starred.then_some("yes")),
            part("tags", Some(entry.tags.join(", "))),
            part("owner", entry.owner.as_ref()),
            part("due", entry.due.as_ref().map(cell::due)),
            part("speaker", entry.speaker.as_ref()),
            part("table", provenance.table),
            part("round", provenance.round),
            part("scribe", provenance.scribe.as_ref()),
            part("at", provenance.captured_at),
            part("depth", Some(entry.depth).filter(|depth| *depth > 0)),
            as_written(entry.as_written.as_ref()),
            part("made from", entry.source.map(|id| self.name(id.0))),
            part("actions", Some(self.names(actions.iter().map(|action| action.id.0)))),
        ];
        let (name, kind) = (self.name(entry.id.0), cell::kind(entry.kind));
        let mut lines =
            vec![format!("    {name} {} [{kind}] {:?}{}", self.number(entry), entry.text, parts.concat())];
        lines.extend(listed.responses.iter().map(|response| self.response(response)));
        for check in store::follow_up::list(self.store, entry.id).unwrap() {
            let (name, outcome) = (self.name(check.id.0), cell::kind(check.outcome));
            let scribe = part("scribe", check.scribe);
            lines.push(format!("      {name} {} [{outcome}] {:?}{scribe}", check.on, check.comment));
        }
        lines
    }

    fn response(&self, response: &Response) -> String {
        assert_eq!(store::response::get(self.store, response.id).unwrap().as_ref(), Some(response));
        let answered = store::answer::challenges(self.store, response.id).unwrap();
        let parts = [
            part("on", response.on),
            part("due", response.due.as_ref().map(cell::due)),
            part("author", response.author.as_ref()),
            as_written(response.as_written.as_ref()),
            part("to", Some(self.names(answered.iter().map(|id| id.0)))),
            part("first in", Some(self.name(response.meeting.0))),
        ];
        let (name, kind) = (self.name(response.id.0), response.kind.code());
        format!("      {name} [{kind}] {:?}{}", response.text, parts.concat())
    }
}
