//! What was done, by whom and when, change by change.

use std::collections::HashMap;

use vidpennan::model::history::{Change, Entity, LogId, Operation, Value};
use vidpennan::model::{Coded, cell};
use vidpennan::store::change::{self, NamedRecord};

use super::{Picture, part};

impl Picture<'_> {
    /// Every operation with its changes, the newest first; then, for each entry, which changes are about it.
    pub(in super::super) fn history(&self) -> String {
        let mut lines = Vec::new();
        for (operation, changes) in self.operations.iter().rev() {
            lines.push(self.operation(operation));
            lines.extend(changes.iter().map(|change| self.change(change)));
        }
        let changes: Vec<&Change> = self.operations.iter().flat_map(|(_, changes)| changes).collect();
        let known: HashMap<LogId, &Change> = changes.iter().map(|change| (change.at, *change)).collect();
        for made in changes.iter().filter(|it| it.entity == Entity::Entry && it.field.is_empty()) {
            let about = change::about(self.store, made.id.into()).unwrap();
            assert!(about.iter().all(|change| known[&change.at] == change), "{}", self.name(made.id));
            let places: Vec<String> = about.iter().map(|change| self.place(change.at)).collect();
            let Some(NamedRecord::Entry(entry)) = change::named(self.store, Entity::Entry, made.id).unwrap()
            else {
                panic!("{} is no entry", self.name(made.id))
            };
            lines.push(format!("{} {:?}: {}", self.name(made.id), entry.text, places.join(" ")));
        }
        lines.join("\n")
    }

    /// The replica and its running number.
    fn place(&self, at: LogId) -> String {
        format!("{}{}", self.replica(at.device), at.seq)
    }

    fn operation(&self, operation: &Operation) -> String {
        let sitting = self.sittings.iter().position(|sitting| *sitting == operation.sitting).unwrap();
        let parts = [
            part("in", Some(self.names(operation.meetings.iter().map(|id| id.0)))),
            part("scribe", operation.scribe.as_ref()),
            part("reverts", operation.reverts.map(|at| self.place(at))),
            part("sitting", Some(sitting + 1)),
        ];
        let (place, code) = (self.place(operation.at), operation.op.code());
        format!("{place} {} {code} {:?}{}", operation.when, operation.subject, parts.concat())
    }

    fn change(&self, change: &Change) -> String {
        let what = if change.field.is_empty() {
            let mut cells = change::cells(change);
            cells.sort_by(|(a, _), (b, _)| a.cmp(b));
            let cells = cells.iter().map(|(cell, value)| format!("{cell} {}", self.value(value)));
            format!("made: {}", cells.collect::<Vec<_>>().join(", "))
        } else {
            format!("{}: {} → {}", change.field, self.value(&change.old), self.value(&change.new))
        };
        let seen: Vec<String> = change.seen.iter().map(|at| self.place(*at)).collect();
        let parts = [part("seen", Some(seen.join(" "))), part("scribe", change.scribe.as_ref())];
        format!("  {} {} {what}{}", self.place(change.at), self.name(change.id), parts.concat())
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Null => "nothing".to_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Id(id) => self.name(*id).to_owned(),
            Value::Text(text) => match cell::read_number(text) {
                Some(number) => format!("{}@{}", number.value, self.replica(number.device)),
                None => format!("{text:?}"),
            },
        }
    }
}
