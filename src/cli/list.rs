//! `vidpennan list`: meetings, programmes, work over all meetings, people. As lines for people or as JSON.
//!
//! JSON is an array of objects. Meetings: `number id date title programme kind status entries challenges answered`.
//! Programmes: `id name meetings core_values goals`. Work:
//! `id number kind status text owner due meeting date section responses`, where `responses` are `text kind due`.
//! People: `name role organisation`.

use std::collections::HashMap;

use clap::ArgMatches;
use serde::Serialize;

use super::meeting::{choose, title_of};
use super::{CommandResult, Desk, Failure};
use crate::i18n::due::due_in_words;
use crate::i18n::entry_name::entry_number;
use crate::i18n::labels;
use crate::minutes::details::text_in_list;
use crate::model::{Coded, Kind, MinutesStatus, Person};
use crate::store::meeting::CountedMeeting;
use crate::store::work::{Filter, ListedWork, WorkClass};
use crate::store::{self, Marks, Store};
use crate::text::json;

/// Lists meetings, work or people, as the subcommand says.
pub(super) fn run(desk: &mut Desk, store: &Store, matches: &ArgMatches) -> CommandResult {
    let Some((what, matches)) = matches.subcommand() else { return Ok(()) };
    let as_json = matches.get_flag("json");
    let open = matches.get_flag("open");
    let meeting = matches.get_one::<String>("meeting").map(|query| choose(desk, store, query)).transpose()?;
    let class = match what {
        "challenges" => WorkClass::Challenges,
        "commitments" => WorkClass::Commitments,
        "actions" => WorkClass::Actions,
        "people" => return people(desk, store, as_json),
        "programmes" => return programmes(desk, store, as_json),
        _ => return meetings(desk, store, open, as_json),
    };
    let filter = Filter {
        class,
        meeting: meeting.map(|meeting| meeting.id),
        open: open.then_some(true),
        ..Filter::default()
    };
    work(desk, store, &filter, as_json)
}

#[derive(Serialize)]
struct MeetingRow<'a> {
    number: usize,
    id: String,
    date: Option<String>,
    title: &'a str,
    programme: Option<&'a str>,
    kind: &'static str,
    status: &'static str,
    entries: usize,
    challenges: usize,
    answered: usize,
}

pub(super) fn meetings(desk: &mut Desk, store: &Store, open: bool, as_json: bool) -> CommandResult {
    let total = store::meeting::count(store)?;
    let all = store::meeting::counted(store, 0, total)?;
    let is_listed = |counted: &CountedMeeting| {
        !open || !matches!(counted.meeting.status, MinutesStatus::Finalised | MinutesStatus::Verified)
    };
    let listed: Vec<(usize, &CountedMeeting)> =
        all.iter().enumerate().filter(|(_, counted)| is_listed(counted)).map(|(at, c)| (at + 1, c)).collect();
    if as_json {
        let programmes = store::programme::list(store)?;
        let rows: Vec<MeetingRow> = listed
            .iter()
            .map(|(number, counted)| MeetingRow {
                number: *number,
                id: counted.meeting.id.0.to_string(),
                date: counted.meeting.date.map(|date| date.to_string()),
                title: &counted.meeting.title,
                programme: programmes
                    .iter()
                    .find(|programme| Some(programme.id) == counted.meeting.programme)
                    .map(|programme| programme.name.as_str()),
                kind: counted.meeting.kind.code(),
                status: counted.meeting.status.code(),
                entries: counted.entries,
                challenges: counted.challenges,
                answered: counted.answered,
            })
            .collect();
        return say_json(desk, &rows);
    }
    say_if_nothing(desk, listed.is_empty());
    let said = &desk.words.cli.said;
    for (number, CountedMeeting { meeting, entries, challenges, answered }) in listed {
        let date = meeting.date.map_or_else(|| said.undated.to_owned(), |date| date.to_string());
        let status = labels::minutes_status(desk.words.lang, meeting.status);
        let counts =
            [(said.entries)(*entries), (said.challenges)(*challenges, challenges - answered)].join(", ");
        desk.say(&format!("{number:>3}  {date}  {}  · {status} · {counts}", title_of(desk, meeting)))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct WorkRow<'a> {
    id: String,
    number: Option<String>,
    kind: &'static str,
    status: Option<&'static str>,
    text: &'a str,
    owner: Option<&'a str>,
    due: Option<String>,
    meeting: &'a str,
    date: Option<String>,
    section: &'a str,
    responses: Vec<ResponseRow<'a>>,
}

#[derive(Serialize)]
struct ResponseRow<'a> {
    text: &'a str,
    kind: &'static str,
    due: Option<String>,
}

/// The visible number of an entry, with its laptop's mark where several have worked.
pub(super) fn number_of(entry: &crate::model::Entry, marks: &Marks) -> Option<String> {
    entry_number(entry, marks.of(entry))
}

pub(super) fn work(desk: &mut Desk, store: &Store, filter: &Filter, as_json: bool) -> CommandResult {
    let marks = store::marks(store)?;
    let total = store::work::count(store, filter)?;
    let listed = store::work::list(store, filter, 0, total)?;
    if as_json {
        let rows: Vec<WorkRow> = listed.iter().map(|listed| work_row(listed, &marks)).collect();
        return say_json(desk, &rows);
    }
    say_if_nothing(desk, listed.is_empty());
    for listed in &listed {
        let line = work_line(desk, listed, &marks);
        desk.say(&line)?;
    }
    Ok(())
}

fn work_row<'l>(listed: &'l ListedWork, marks: &Marks) -> WorkRow<'l> {
    let entry = &listed.entry;
    WorkRow {
        id: entry.id.0.to_string(),
        number: number_of(entry, marks),
        kind: entry.kind.code(),
        status: entry.kind.status_code(),
        text: &entry.text,
        owner: entry.owner.as_deref(),
        due: entry.due.as_ref().map(crate::model::Due::iso),
        meeting: &listed.meeting_title,
        date: listed.meeting_date.map(|date| date.to_string()),
        section: &listed.heading,
        responses: listed
            .responses
            .iter()
            .map(|response| ResponseRow {
                text: &response.text,
                kind: response.kind.code(),
                due: response.due.as_ref().map(crate::model::Due::iso),
            })
            .collect(),
    }
}

fn work_line(desk: &Desk, listed: &ListedWork, marks: &Marks) -> String {
    let entry = &listed.entry;
    let said = &desk.words.cli.said;
    let answered = said.answered[usize::from(listed.responses.is_empty())];
    let facts = [
        number_of(entry, marks),
        labels::status(desk.words.lang, entry.kind).map(str::to_owned),
        matches!(entry.kind, Kind::Challenge(_)).then(|| answered.to_owned()),
        entry.owner.clone(),
        entry.due.as_ref().map(|due| format!("{} {}", said.due, due_in_words(desk.words, due))),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    format!("{}  {}", facts.join(" · "), text_in_list(entry))
}

#[derive(Serialize)]
struct ProgrammeRow<'a> {
    id: String,
    name: &'a str,
    meetings: usize,
    core_values: &'a [String],
    goals: &'a [String],
}

fn programmes(desk: &mut Desk, store: &Store, as_json: bool) -> CommandResult {
    let programmes = store::programme::meetings(store)?;
    if as_json {
        let rows: Vec<ProgrammeRow> = programmes
            .iter()
            .map(|(programme, meetings)| ProgrammeRow {
                id: programme.id.0.to_string(),
                name: &programme.name,
                meetings: *meetings,
                core_values: &programme.values,
                goals: &programme.goals,
            })
            .collect();
        return say_json(desk, &rows);
    }
    say_if_nothing(desk, programmes.is_empty());
    for (programme, meetings) in &programmes {
        desk.say(&format!("{}  · {}", programme.name, (desk.words.meetings.count)(*meetings)))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct PersonRow<'a> {
    name: &'a str,
    role: Option<&'a str>,
    organisation: Option<&'a str>,
}

fn people(desk: &mut Desk, store: &Store, as_json: bool) -> CommandResult {
    let people = store::person::list(store)?;
    let organisations: HashMap<_, _> =
        store::organisation::list(store)?.into_iter().map(|known| (known.id, known.name)).collect();
    let works_at = |person: &Person| person.organisation.and_then(|id| organisations.get(&id));
    if as_json {
        let rows: Vec<PersonRow> = people
            .iter()
            .map(|person| PersonRow {
                name: &person.name,
                role: person.role.as_deref().filter(|r| !r.is_empty()),
                organisation: works_at(person).map(String::as_str),
            })
            .collect();
        return say_json(desk, &rows);
    }
    say_if_nothing(desk, people.is_empty());
    for person in people {
        let details = [person.role.as_ref(), works_at(&person)].into_iter().flatten();
        let details = details.map(String::as_str).filter(|text| !text.is_empty());
        desk.say(&std::iter::once(person.name.as_str()).chain(details).collect::<Vec<_>>().join(", "))?;
    }
    Ok(())
}

/// Prints a value as JSON.
pub(super) fn say_json(desk: &mut Desk, value: &impl Serialize) -> CommandResult {
    writeln!(desk.out, "{}", json::pretty(value)).map_err(Failure::from)
}

/// Says on standard error that a list is empty: the empty output is valid too.
fn say_if_nothing(desk: &Desk, is_empty: bool) {
    if is_empty {
        super::warn(desk.words.cli.said.nothing);
    }
}
