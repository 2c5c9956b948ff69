//! Single changes of the log in words: which cell, and from what to what. It knows how cells are written, and nothing
//! of where they are stored.

use chrono::{Datelike, NaiveDate};
use uuid::Uuid;

use super::due::is_said_in;
use super::{Lang, Words, format, labels};
use crate::model::due::Precision;
use crate::model::history::{Entity, Value};
use crate::model::noun::{CellForm, CodedChoice, Noun, Series};
use crate::model::{
    Coded, FieldRole, MeetingKind, MinutesStatus, Report, ResponseKind, SectionKind, ViewedList, cell,
};

/// What a noun is called, in the singular.
pub fn noun(words: &Words, entity: Entity) -> &'static str {
    let nouns = &words.history.nouns;
    match entity {
        Entity::Operation => words.history.title,
        Entity::Programme => nouns.programme,
        Entity::Meeting => nouns.meeting,
        Entity::Field => nouns.field,
        Entity::Section => nouns.section,
        Entity::Entry => nouns.entry,
        Entity::Response => nouns.response,
        Entity::Answer => nouns.answer,
        Entity::FollowUp => nouns.follow_up,
        Entity::Person => nouns.person,
        Entity::Organisation => nouns.organisation,
        Entity::Manuscript => nouns.manuscript,
        Entity::SavedView => nouns.saved_view,
        Entity::Abbreviation => nouns.abbreviation,
        Entity::Unknown => nouns.unknown,
    }
}

/// Whether a change is of something that only a newer version knows: of its noun, or of its cell.
pub fn is_unknown(entity: Entity, column: &str) -> bool {
    let is_known = |noun: &Noun| column.is_empty() || noun.has(column) || noun.has_derived(column);
    !Noun::of(entity).is_some_and(is_known)
}

/// What a cell is called. `None` for cells that mean nothing to people: how a text was written, where a file came from.
pub fn cell(words: &Words, entity: Entity, column: &str) -> Option<&'static str> {
    let cells = &words.history.cells;
    Some(match column {
        "text" => cells.text,
        "kind" => cells.kind,
        "status" => cells.status,
        "owner" => cells.owner,
        "due" => cells.due,
        "speaker" => cells.speaker,
        "tags" => cells.tags,
        "starred" => cells.starred,
        "unfinished" => cells.unfinished,
        "nameless" => cells.nameless,
        "table_no" => cells.table,
        "round" => cells.round,
        "scribe" | "author" => cells.scribe,
        "challenge_number" | "action_number" => cells.number,
        "depth" => cells.depth,
        "source" if entity == Entity::Entry => cells.source,
        "meeting" if matches!(entity, Entity::Entry | Entity::Response) => cells.meeting,
        "section" => cells.section,
        "title" => cells.title,
        "heading" => cells.heading,
        "intro" => cells.intro,
        "level" => cells.level,
        "date" | "given_on" | "made_on" => cells.date,
        "time" => cells.time,
        "place" => cells.place,
        "programme" => cells.programme,
        "audience" => cells.audience,
        "reference" => cells.reference,
        "tables" => cells.tables,
        "next" => cells.next,
        "signoff" => cells.signoff,
        "label" => cells.label,
        "value" => cells.value,
        "name" => cells.name,
        "role" => cells.role,
        "organisation" => cells.organisation,
        "email" => cells.email,
        "same_as" => cells.same_as,
        "short" => cells.short,
        "long" => cells.long,
        "outcome" => cells.outcome,
        "comment" => cells.comment,
        "core_values" => cells.core_values,
        "goals" => cells.goals,
        "list" => cells.list,
        "query" => cells.query,
        "facets" => cells.facets,
        "grouping" => cells.grouping,
        _ => return None,
    })
}

/// A value in words. `name` returns what a record is called.
pub fn value(
    words: &Words,
    today: NaiveDate,
    (entity, column): (Entity, &str),
    value: &Value,
    name: &dyn Fn(Uuid) -> Option<String>,
) -> String {
    let lang = words.lang;
    let said = match value {
        Value::Null => None,
        Value::Id(id) => name(*id),
        Value::Integer(number) if matches!(column, "starred" | "unfinished" | "nameless") => {
            Some(if *number == 0 { words.history.no } else { words.history.yes }.to_owned())
        }
        Value::Integer(number) => Some(number.to_string()),
        Value::Text(text) if text.is_empty() => None,
        Value::Text(text) => {
            Some(match Noun::of(entity).and_then(|noun| noun.cell(column)).map(|cell| cell.form) {
                Some(CellForm::Text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                Some(CellForm::Kind) => kind(lang, text),
                Some(CellForm::Facets) => {
                    let labels = cell::read_facets(text).into_iter().map(|facet| facet.label);
                    labels.collect::<Vec<_>>().join(", ")
                }
                Some(CellForm::Choice(choice)) => chosen(lang, choice, text),
                Some(CellForm::Day | CellForm::OptionalDay) => day(lang, today, text),
                Some(CellForm::Due) => due(words, today, text),
                Some(CellForm::Number(Series::Challenge)) => number("U", text),
                Some(CellForm::Number(Series::Action)) => number("Å", text),
                _ => text.replace(cell::SEPARATOR, ", "),
            })
        }
    };
    said.unwrap_or_else(|| words.history.nothing.to_owned())
}

/// Whether between two kinds only the status differs; then it is the status that was changed.
pub fn is_status_only(old: &Value, new: &Value) -> bool {
    let code = |value: &Value| match value {
        Value::Text(text) => text.split(':').next().map(str::to_owned),
        _ => None,
    };
    old != new && code(old).is_some() && code(old) == code(new)
}

/// The status alone of a kind cell.
pub fn status(words: &Words, value: &Value) -> String {
    let status = match value {
        Value::Text(text) => labels::status(words.lang, cell::read_kind(text)),
        _ => None,
    };
    status.unwrap_or(words.history.nothing).to_owned()
}

/// The label of a choice.
fn chosen(lang: Lang, choice: CodedChoice, text: &str) -> String {
    match choice {
        CodedChoice::MeetingKind => coded::<MeetingKind>(lang, text, |kind| labels::meeting_kind(lang, kind)),
        CodedChoice::MinutesStatus => {
            coded::<MinutesStatus>(lang, text, |status| labels::minutes_status(lang, status))
        }
        CodedChoice::SectionKind => coded::<SectionKind>(lang, text, |kind| labels::section_kind(lang, kind)),
        CodedChoice::ResponseKind => {
            coded::<ResponseKind>(lang, text, |kind| labels::response_kind(lang, kind))
        }
        CodedChoice::FieldRole => coded::<FieldRole>(lang, text, |role| labels::field_role(lang, role)),
        CodedChoice::Report => coded::<Report>(lang, text, |report| labels::report(lang, report)),
        CodedChoice::ViewedList => coded::<ViewedList>(lang, text, |list| labels::viewed_list(lang, list)),
    }
}

fn coded<T: Coded>(lang: Lang, text: &str, label: impl Fn(T) -> &'static str) -> String {
    T::from_stored(text).map_or_else(|| labels::unknown(lang), label).to_owned()
}

/// A kind with its status, as the log writes both in one cell: `utmaning, öppen`.
fn kind(lang: Lang, text: &str) -> String {
    let kind = cell::read_kind(text);
    match labels::status(lang, kind) {
        Some(status) => format!("{}, {status}", labels::kind(lang, kind)),
        None => labels::kind(lang, kind).to_owned(),
    }
}

fn day(lang: Lang, today: NaiveDate, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| format::short_date(lang, day, today))
}

/// A due cell as people read it: the words it was said in, and the date.
fn due(words: &Words, today: NaiveDate, text: &str) -> String {
    let Some(due) = cell::read_due(text) else { return text.to_owned() };
    let date = match due.precision {
        Precision::Day => format::short_date(words.lang, due.day, today),
        Precision::Week => (words.history.week)(due.day.iso_week().week(), due.day.iso_week().year()),
        Precision::Month => format!("{} {}", format::month(words.lang, due.day), due.day.year()),
    };
    match due.words.filter(|said| is_said_in(words.lang, said)) {
        Some(said) => format!("{said} ({date})"),
        None => date,
    }
}

/// A number cell is the number and the laptop that gave it.
fn number(series: &str, text: &str) -> String {
    format!("{series}-{}", text.split('@').next().unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::noun::{NOUNS, NounCell};

    fn said(column: &str, cell: &str) -> String {
        let today = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let cell = Value::Text(cell.to_owned());
        value(Lang::Sv.words(), today, (Entity::Entry, column), &cell, &|_| None)
    }

    #[test]
    fn cells_are_read_as_people_would_say_them() {
        assert_eq!(said("kind", "challenge:open"), "utmaning, öppen");
        assert_eq!(said("kind", "tip"), "tips");
        assert_eq!(said("kind", "vision"), "okänt slag (nyare version)");
        assert_eq!(said("kind", "action:someday"), "åtgärd, okänd status (nyare version)");
        assert_eq!(said("due", "2026-03-05 2026-03-05 imorgon"), "imorgon (tor 5 mar)");
        assert_eq!(said("due", "2026-12-04 2026-W49"), "v. 49 2026");
        assert_eq!(said("tags", "mat\u{1f}upphandling"), "mat, upphandling");
        assert_eq!(said("challenge_number", "4@018f"), "U-4");
        assert_eq!(said("owner", ""), "–");
    }

    #[test]
    fn every_cell_has_a_name_but_those_that_mean_nothing_to_people() {
        let mut unnamed = Vec::new();
        for noun in NOUNS {
            for NounCell { name, form } in noun.cells {
                let means_nothing =
                    matches!(form, CellForm::Origin | CellForm::PersonOf(_) | CellForm::PeopleOf(_));
                let label = cell(Lang::Sv.words(), noun.entity, name);
                assert!(!(means_nothing && label.is_some()), "{name} of {:?}", noun.entity);
                if label.is_none() && !means_nothing && *form != CellForm::Position {
                    unnamed.push(format!("{}.{name}", noun.entity.code()));
                }
            }
            assert!(noun.said.iter().all(|name| cell(Lang::Sv.words(), noun.entity, name).is_some()));
        }
        let expected = [
            "field.meeting",
            "section.meeting",
            "entry.captured_at",
            "answer.response",
            "answer.challenge",
            "follow_up.entry",
            "manuscript.subject",
            "manuscript.report",
        ];
        assert_eq!(unnamed, expected, "written once, or said by what the record is called");
    }

    #[test]
    fn a_status_is_distinguished_from_a_kind() {
        let cell = |text: &str| Value::Text(text.to_owned());
        assert!(is_status_only(&cell("action:new"), &cell("action:done")));
        assert!(!is_status_only(&cell("note"), &cell("action:new")));
        assert_eq!(status(Lang::Sv.words(), &cell("action:done")), "klar");
        assert_eq!(status(Lang::En.words(), &cell("action:someday")), "unknown status (newer version)");
    }
}
