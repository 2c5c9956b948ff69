//! The material as data: challenges with their responses, commitments, actions and the people in it, one sheet each.
//! It knows no file; a sheet that would be empty is none.

use chrono::NaiveDate;

use super::belonging::Belonging;
use super::material::{Check, GivenResponse, Material, MeetingData, Registered, Work};
use super::sheet::{Cell, Sheet, SheetColumn};
use crate::i18n::due::due_in_words;
use crate::i18n::{Words, format, labels};
use crate::minutes::{Provenance, Response};
use crate::model::{Due, Kind, Precision, ResponseKind};

/// Every sheet of the material that holds something.
pub fn all(material: &Material, words: &Words) -> Vec<Sheet> {
    [challenges, commitments, actions, people]
        .into_iter()
        .filter_map(|sheet| sheet(material, words))
        .collect()
}

/// The challenges of its meetings, with what was answered.
pub fn challenges(material: &Material, words: &Words) -> Option<Sheet> {
    let titles = &words.sheets;
    let columns = [
        always(titles.number, 11, |row| Cell::text(row.work.entry.number.clone().unwrap_or_default())),
        always(titles.challenge, 42, |row| Cell::text(&row.work.entry.text)),
        always(titles.section, 18, |row| Cell::text(&row.work.heading)),
        always(titles.status, 12, |row| Cell::text(row.status())),
        always(titles.answered, 12, |row| {
            let answered = row.work.is_answered;
            Cell::text(if answered { row.words.sheets.yes } else { row.words.sheets.no })
        }),
        if_any(titles.responses, 42, |row| Cell::text(row.responses())),
        if_any(titles.answered_on, 13, |row| Cell::date(row.answered_on())),
        always(titles.answers, 16, SheetLine::owner),
        always(titles.due, 13, SheetLine::due),
        if_any(titles.due_said, 16, SheetLine::due_said),
        always(titles.raised, 13, SheetLine::held),
        always(titles.meeting, 22, SheetLine::meeting),
        always(titles.age, 10, |row| row.age().map_or(Cell::Empty, Cell::Number)),
    ];
    work(titles.challenges, material, words, |kind| matches!(kind, Kind::Challenge(_)), columns)
}

/// The commitments of its meetings.
pub fn commitments(material: &Material, words: &Words) -> Option<Sheet> {
    let titles = &words.sheets;
    let columns = [
        always(titles.commitment, 50, |row| Cell::text(&row.work.entry.text)),
        always(titles.status, 16, |row| Cell::text(row.status())),
        // Where nobody who promised may be named, nobody is looked for.
        WorkColumn {
            is_there: IsThere::IfAnyRow(|row| row.work.entry.owner.is_some()),
            ..always(titles.owner, 18, SheetLine::owner)
        },
        always(titles.due, 13, SheetLine::due),
        if_any(titles.due_said, 16, SheetLine::due_said),
        always(titles.held, 13, SheetLine::held),
        always(titles.meeting, 22, SheetLine::meeting),
        always(titles.followed_up, 13, SheetLine::followed_up),
        if_any(titles.follow_up, 30, SheetLine::follow_up),
    ];
    work(titles.commitments, material, words, |kind| matches!(kind, Kind::Commitment(_)), columns)
}

/// The actions of its meetings. Those that are open after their due date are called overdue.
pub fn actions(material: &Material, words: &Words) -> Option<Sheet> {
    let titles = &words.sheets;
    let columns = [
        always(titles.number, 11, |row| Cell::text(row.work.entry.number.clone().unwrap_or_default())),
        always(titles.action, 44, |row| Cell::text(&row.work.entry.text)),
        always(titles.owner, 18, SheetLine::owner),
        always(titles.due, 13, SheetLine::due),
        if_any(titles.due_said, 16, SheetLine::due_said),
        always(titles.status, 18, |row| {
            let overdue = row.late_by().map(|_| (row.words.sheets.overdue)(row.stored_status()));
            Cell::text(overdue.unwrap_or_else(|| row.status()))
        }),
        if_any(titles.late_by, 12, |row| row.late_by().map_or(Cell::Empty, Cell::Number)),
        if_any(titles.source, 14, |row| Cell::text(row.source())),
        always(titles.held, 13, SheetLine::held),
        always(titles.meeting, 22, SheetLine::meeting),
        always(titles.followed_up, 13, SheetLine::followed_up),
        if_any(titles.follow_up, 30, SheetLine::follow_up),
    ];
    work(titles.actions, material, words, |kind| matches!(kind, Kind::Action(_)), columns)
}

/// The people of the register who are named in the material: as it was cut, so nobody where names are left out, and a
/// row for each where several are called by the same role.
pub fn people(material: &Material, words: &Words) -> Option<Sheet> {
    let titles = &words.sheets;
    let column = |title: &str, width| SheetColumn { title: title.to_owned(), width };
    // Where names were hidden, only these are left in the register.
    let belonging = Belonging::of(material);
    let is_named = |person: &&Registered| material.names.hides() || belonging.has(person);
    let named = material.people.iter().filter(is_named);
    let rows: Vec<Vec<Cell>> = named
        .map(|person| [&person.name, &person.role, &person.organisation].map(Cell::text).to_vec())
        .collect();
    (!rows.is_empty()).then(|| Sheet {
        name: titles.people.to_owned(),
        columns: vec![column(titles.name, 28), column(titles.role, 28), column(titles.organisation, 32)],
        rows,
    })
}

/// A piece of work and its context.
#[derive(Clone, Copy)]
struct SheetLine<'a> {
    work: &'a Work,
    data: &'a MeetingData,
    material: &'a Material,
    words: &'a Words,
}

/// A column that shows one fact about each piece of work.
struct WorkColumn<'a> {
    title: &'static str,
    width: u16,
    is_there: IsThere<'a>,
    cell: fn(SheetLine<'a>) -> Cell,
}

/// When a sheet has a column: its content may be left out, or be rare.
#[derive(Clone, Copy)]
enum IsThere<'a> {
    Always,
    /// Where any of its cells has content.
    IfAnyCell,
    /// Where any row has what the column is for.
    IfAnyRow(fn(SheetLine<'a>) -> bool),
}

/// A column that is always there.
fn always<'a>(title: &'static str, width: u16, cell: fn(SheetLine<'a>) -> Cell) -> WorkColumn<'a> {
    WorkColumn { title, width, is_there: IsThere::Always, cell }
}

/// A column that is there where any of its cells has content.
fn if_any<'a>(title: &'static str, width: u16, cell: fn(SheetLine<'a>) -> Cell) -> WorkColumn<'a> {
    WorkColumn { title, width, is_there: IsThere::IfAnyCell, cell }
}

/// A sheet with a row for each piece of work of a kind, meeting by meeting. Its own columns are followed by the shared
/// ones.
fn work<'a>(
    name: &str,
    material: &'a Material,
    words: &'a Words,
    is_kind: fn(Kind) -> bool,
    columns: impl IntoIterator<Item = WorkColumn<'a>>,
) -> Option<Sheet> {
    let of_meeting = |data| move |work| SheetLine { work, data, material, words };
    let rows: Vec<SheetLine> = material
        .meetings
        .iter()
        .flat_map(|data| data.work.iter().map(of_meeting(data)))
        .filter(|row| is_kind(row.work.entry.kind))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut sheet =
        Sheet { name: name.to_owned(), columns: Vec::new(), rows: rows.iter().map(|_| Vec::new()).collect() };
    for column in columns.into_iter().chain(shared(words)) {
        let cells: Vec<Cell> = rows.iter().map(|row| (column.cell)(*row)).collect();
        let is_there = match column.is_there {
            IsThere::Always => true,
            IsThere::IfAnyCell => cells.iter().any(|cell| *cell != Cell::Empty),
            IsThere::IfAnyRow(fills) => rows.iter().any(|row| fills(*row)),
        };
        if !is_there {
            continue;
        }
        sheet.columns.push(SheetColumn { title: column.title.to_owned(), width: column.width });
        sheet.rows.iter_mut().zip(cells).for_each(|(row, cell)| row.push(cell));
    }
    Some(sheet)
}

/// The columns that every sheet of work may have: tags and provenance.
fn shared<'a>(words: &Words) -> [WorkColumn<'a>; 5] {
    [
        if_any(words.sheets.tags, 20, |row| Cell::text(row.work.entry.tags.join(", "))),
        if_any(words.publication.speaker, 22, |row| {
            Cell::text(row.work.entry.speaker.clone().unwrap_or_default())
        }),
        if_any(words.publication.table, 7, |row| row.provenance(|from| from.table)),
        if_any(words.publication.round, 9, |row| row.provenance(|from| from.round)),
        if_any(words.publication.scribe, 22, |row| {
            let from = row.work.entry.provenance.as_ref();
            Cell::text(from.and_then(|from| from.scribe.clone()).unwrap_or_default())
        }),
    ]
}

impl SheetLine<'_> {
    fn owner(self) -> Cell {
        let entry = &self.work.entry;
        let withheld = entry.owner_withheld.then_some(self.words.publication.owner_withheld);
        Cell::text(entry.owner.as_deref().or(withheld).unwrap_or_default())
    }

    fn due(self) -> Cell {
        Cell::date(self.work.entry.due.as_ref().map(|due| due.day))
    }

    /// A due date that is not simply a day, in words: "vecka 50 2019", "imorgon (6 december 2018)".
    fn due_said(self) -> Cell {
        let says_more = |due: &&Due| due.words.is_some() || due.precision != Precision::Day;
        let due = self.work.entry.due.as_ref().filter(says_more);
        Cell::text(due.map(|due| due_in_words(self.words, due)).unwrap_or_default())
    }

    fn held(self) -> Cell {
        Cell::date(self.data.minutes.date)
    }

    fn meeting(self) -> Cell {
        Cell::text(&self.data.minutes.title)
    }

    fn provenance(self, number: fn(&Provenance) -> Option<u16>) -> Cell {
        let number = self.work.entry.provenance.as_ref().and_then(number);
        number.map_or(Cell::Empty, |number| Cell::Number(number.into()))
    }

    fn stored_status(self) -> &'static str {
        labels::status(self.words.lang, self.work.entry.kind).unwrap_or_default()
    }

    fn status(self) -> String {
        format::capitalised(self.stored_status())
    }

    /// By how many days it is overdue; `None` if it is not.
    fn late_by(self) -> Option<i64> {
        let due = self.work.entry.due.as_ref().filter(|_| self.work.entry.kind.is_open())?;
        Some((self.material.today - due.day).num_days()).filter(|&days| days > 0)
    }

    /// How many days ago it was raised; `None` unless it is open.
    fn age(self) -> Option<i64> {
        let raised = self.data.minutes.date.filter(|_| self.work.entry.kind.is_open())?;
        Some((self.material.today - raised).num_days().max(0))
    }

    fn answered_on(self) -> Option<NaiveDate> {
        self.work.responses.iter().filter_map(|given| given.on).max()
    }

    /// A line for each response.
    fn responses(self) -> String {
        let line = |given: &GivenResponse| response_in_line(&given.response, self.words);
        self.work.responses.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn followed_up(self) -> Cell {
        Cell::date(self.work.checks.last().map(|check| check.on))
    }

    fn follow_up(self) -> Cell {
        let summary = |check: &Check| {
            let outcome = labels::status(self.words.lang, check.outcome).map(format::capitalised);
            let parts = [outcome, Some(check.comment.clone())];
            parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
        };
        Cell::text(self.work.checks.last().map(summary).unwrap_or_default())
    }

    /// The number of what it was made from, or its words where it has none.
    fn source(self) -> String {
        let all = || self.material.meetings.iter().flat_map(|data| &data.work);
        let source = self.work.source.and_then(|id| all().find(|work| work.id == id));
        let name = |work: &Work| work.entry.number.clone().unwrap_or_else(|| work.entry.text.clone());
        source.map(name).unwrap_or_default()
    }
}

/// A response in one line: `Planerat, vecka 40 2026: Ny belysning sätts upp`.
fn response_in_line(response: &Response, words: &Words) -> String {
    let kind = format::capitalised(labels::response_kind(words.lang, response.kind));
    match (&response.due, response.kind) {
        (Some(due), _) => format!("{kind}, {}: {}", due_in_words(words, due), response.text),
        // The title of the column says already that it is an answer.
        (None, ResponseKind::Answer) => response.text.clone(),
        (None, _) => format!("{kind}: {}", response.text),
    }
}
