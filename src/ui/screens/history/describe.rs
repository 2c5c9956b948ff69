//! A change of the log as a sentence: what it was done to, and from what to what.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::i18n::{Words, changes, format};
use crate::model::history::{Change, Entity, Value};
use crate::model::id::{AnswerId, EntryId, MeetingId, ResponseId, SectionId};
use crate::model::noun::{CellForm, CodedChoice, Noun};
use crate::store::change::cells;
use crate::store::{Marks, Store, answer, section};
use crate::ui::context::{Ctx, Look};
use crate::ui::naming;

/// A change in words, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DescribedChange {
    /// When: `10.42`, with the day where it was not today.
    pub when: String,
    /// Who was at the pen.
    pub who: String,
    /// What it was done to: `U-3`, a heading; empty where that is plain.
    pub record: String,
    /// What was done: `status: öppen → pågår`.
    pub what: String,
}

/// What describing needs: the store for names, and the words.
pub(super) struct Describer<'a> {
    store: &'a Store,
    words: &'static Words,
    today: NaiveDate,
    look: &'a Look,
    marks: Marks,
    /// The record that all is about, whose name would only be repeated.
    about: Option<Uuid>,
}

impl<'a> Describer<'a> {
    pub(super) fn new(ctx: &Ctx<'a>, about: Option<Uuid>) -> Self {
        let (store, look) = (ctx.store, ctx.look);
        let marks = crate::store::marks(store).unwrap_or_default();
        Self { store, words: look.words, today: look.now.date(), look, marks, about }
    }

    /// The change in words. `None` for a cell that means nothing to people.
    pub(super) fn describe(&self, change: &Change) -> Option<DescribedChange> {
        let what = self.what(change)?;
        let made = change.field.is_empty();
        // A link between a response and a challenge is called as the response.
        let (entity, id) = match self.ends(change) {
            Some((response, _)) => (Entity::Response, response.0),
            None => (change.entity, change.id),
        };
        let record = if self.about == Some(id) || made {
            String::new()
        } else {
            self.name(entity, id).unwrap_or_default()
        };
        let when = moment(self.look, self.store.clock().local(change.done.millis()));
        let who = change.scribe.clone().unwrap_or_else(|| self.words.history.nobody.to_owned());
        Some(DescribedChange { when, who, record, what })
    }

    /// The response and the challenge that a change links or parts.
    fn ends(&self, change: &Change) -> Option<(ResponseId, EntryId)> {
        let is_link = change.entity == Entity::Answer;
        is_link.then(|| answer::ends(self.store, AnswerId(change.id)).ok().flatten()).flatten()
    }

    fn what(&self, change: &Change) -> Option<String> {
        let say = &self.words.history;
        // Earlier versions wrote what follows from other cells.
        if Noun::of(change.entity).is_some_and(|noun| noun.has_derived(&change.field)) {
            return None;
        }
        if changes::is_unknown(change.entity, &change.field) {
            return Some(changes::noun(self.words, Entity::Unknown).to_owned());
        }
        let noun = changes::noun(self.words, change.entity);
        match change.field.as_str() {
            "" => self.made(change),
            "deleted" if change.entity == Entity::Answer => {
                let (_, challenge) = self.ends(change)?;
                let name = self.name(Entity::Entry, challenge.0).unwrap_or_default();
                Some(if change.new == Value::Integer(1) { say.unlinked } else { say.linked_again }(&name))
            }
            "deleted" if change.new == Value::Integer(1) => Some((say.deleted)(noun)),
            "deleted" => Some((say.back)(noun)),
            "position" => Some(say.moved.to_owned()),
            "kind" | "outcome" if changes::is_status_only(&change.old, &change.new) => {
                let (old, new) =
                    (changes::status(self.words, &change.old), changes::status(self.words, &change.new));
                Some(format!("{}: {}", say.cells.status, (say.from_to)(&old, &new)))
            }
            column => {
                let label = changes::cell(self.words, change.entity, column)?;
                let (old, new) =
                    (self.value(change, column, &change.old), self.value(change, column, &change.new));
                // Nobody was the same person before.
                if column == "same_as" && change.old == Value::Null {
                    return Some(format!("{label} {new}"));
                }
                let changed = format!("{label}: {}", (say.from_to)(&old, &new));
                Some(match self.meetings(change) {
                    Some(meetings) if old == new => meetings,
                    Some(meetings) => format!("{meetings}, {changed}"),
                    None => changed,
                })
            }
        }
    }

    fn value(&self, change: &Change, column: &str, value: &Value) -> String {
        let form = Noun::of(change.entity).and_then(|noun| noun.cell(column)).map(|cell| cell.form);
        let name = |id: Uuid| match form {
            Some(CellForm::Link(Some(entity)) | CellForm::Within(entity)) => self.name(entity, id),
            _ => None,
        };
        changes::value(self.words, self.today, (change.entity, column), value, &name)
    }

    /// From which meeting to which an entry was moved, where that is more than to another section.
    fn meetings(&self, change: &Change) -> Option<String> {
        let of = |value: &Value| match value {
            Value::Id(id) if change.field == "section" => {
                section::get_or_gone(self.store, SectionId(*id)).ok()?
            }
            _ => None,
        };
        let (from, to) = (of(&change.old)?.meeting, of(&change.new)?.meeting);
        let name = |meeting: MeetingId| self.name(Entity::Meeting, meeting.0);
        let label = changes::cell(self.words, change.entity, "meeting")?;
        let moved = (self.words.history.from_to)(&name(from)?, &name(to)?);
        (from != to).then(|| format!("{label}: {moved}"))
    }

    /// A record that was made: its noun or kind, its words, and what else it was given.
    fn made(&self, change: &Change) -> Option<String> {
        let cells = cells(change);
        let cell = |column: &str| cells.iter().find(|(name, _)| name == column).map(|(_, value)| value);
        let said = |column: &str| {
            cell(column).map(|value| self.value(change, column, value)).filter(|said| said != "–")
        };
        if change.entity == Entity::Answer {
            let Some(Value::Id(challenge)) = cell("challenge") else { return None };
            let name = self.name(Entity::Entry, *challenge).unwrap_or_default();
            return Some(format!("{} {name}", changes::noun(self.words, change.entity)));
        }
        let noun = Noun::of(change.entity)?;
        let name = changes::noun(self.words, change.entity);
        let name = match noun.cell("kind").map(|kind| kind.form) {
            Some(CellForm::Kind) => said("kind").unwrap_or_default(),
            Some(CellForm::Choice(CodedChoice::ResponseKind)) => {
                format!("{name} ({})", said("kind").unwrap_or_default())
            }
            _ => name.to_owned(),
        };
        let main = noun.words.and_then(said);
        let label = said("label").map(|label| format!("{label} ")).unwrap_or_default();
        let beside = noun.said.iter().filter_map(|column| {
            Some(format!("{} {}", changes::cell(self.words, change.entity, column)?, said(column)?))
        });
        let beside: Vec<String> = beside.collect();
        let made = (self.words.history.made)(&name);
        let main = main.map(|main| format!(": {label}{main}")).unwrap_or_default();
        let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
        Some(format!("{made}{main}{beside}"))
    }

    /// What a record is called: its number, otherwise its first words.
    pub(super) fn name(&self, entity: Entity, id: Uuid) -> Option<String> {
        naming::name(self.store, &self.marks, entity, id)
    }
}

/// `10.42`, with the day before it where that is not today.
pub(super) fn moment(look: &Look, when: chrono::NaiveDateTime) -> String {
    let time = format::time(look.words.lang, when);
    if when.date() == look.now.date() {
        return time;
    }
    format!("{} {time}", format::short_date(look.words.lang, when.date(), look.now.date()))
}
