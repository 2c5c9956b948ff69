//! The pens, each given the same lines over the same meeting, and what is in the store afterwards.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::types::Value;
use uuid::Uuid;
use vidpennan::clock::Clock;
use vidpennan::i18n::{Lang, templates};
use vidpennan::model::history::LogId;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{MeetingKind, SectionKind, cell};
use vidpennan::ops::line::{LineOutcome, LineTaker, PlacesLeft, fitting_meetings};
use vidpennan::ops::{self, NewMeeting, NewSection, PersonDetails, ProgrammeChoice};
use vidpennan::pen::Verb;
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::Place;

use crate::support::app::{Driver, now, over_in};
use crate::support::laptop::Laptop;

/// A meeting before the lines of a test.
#[derive(Debug, Clone)]
pub(super) struct Before {
    /// The language of the program, and so of the headings.
    pub(super) lang: Lang,
    pub(super) kind: MeetingKind,
    pub(super) day: Option<&'static str>,
    /// How many tables are counted.
    pub(super) tables: u16,
    /// Whether it has the sections of its kind.
    pub(super) has_usual: bool,
    /// More sections, for notes.
    pub(super) headings: Vec<&'static str>,
    /// What is in it already.
    pub(super) lines: Vec<&'static str>,
}

impl Before {
    /// A meeting without a day is held today: then no pen may have another clock than the command line.
    pub(super) fn clock(&self) -> Clock {
        if self.day.is_some() { now() } else { Clock::System }
    }

    pub(super) fn open(&self, laptop: &Laptop) -> Store {
        let options = Options { clock: self.clock(), scribe: None, replicas: None };
        Store::open(&laptop.path("vidpennan.db"), options).unwrap()
    }

    /// A pen where every other pen begins.
    pub(super) fn taker(&self, store: &Store) -> LineTaker {
        LineTaker::at(store, meeting_in(store), self.lang.words()).unwrap()
    }

    /// The program on this laptop, at the meeting.
    pub(super) fn window(&self, laptop: &Laptop) -> Driver {
        let store = self.open(laptop);
        let place = Place::Meeting(meeting_in(&store));
        over_in(store, place, self.lang, self.clock())
    }
}

/// A round-table conversation on Wednesday 4 March 2026.
pub(super) fn round_table() -> Before {
    Before {
        lang: Lang::Sv,
        kind: MeetingKind::RoundTable,
        day: Some("2026-03-04"),
        tables: 0,
        has_usual: true,
        headings: Vec::new(),
        lines: Vec::new(),
    }
}

/// The meeting of the test; the store has another one, too.
pub(super) fn meeting_in(store: &Store) -> MeetingId {
    let meetings = store::meeting::list(store).unwrap();
    meetings.iter().find(|meeting| meeting.title == "Framtidsveckan").unwrap().id
}

/// A laptop with the meeting, as one program left it.
pub(super) fn laptop(before: &Before) -> Laptop {
    let laptop = Laptop::new();
    let mut store = before.open(&laptop);
    let usual = |kind| templates::sections(before.lang, kind);
    let create = |store: &mut Store, title: &str, kind, date: Option<&str>, tables, sections: Vec<_>| {
        let section = |(heading, kind): (&str, SectionKind)| NewSection {
            heading: heading.to_owned(),
            kind,
            intro: Vec::new(),
        };
        let new = NewMeeting {
            programme: ProgrammeChoice::Usual,
            nameless: false,
            title: title.to_owned(),
            kind,
            date: date.map(|day| day.parse().unwrap()),
            time: None,
            place: String::new(),
            audience: String::new(),
            tables,
            sections: sections.into_iter().map(section).collect(),
        };
        ops::create_meeting(store, new).unwrap();
    };
    let older = before.day.map(|_| "2001-01-01");
    create(&mut store, "Nätverksträff", MeetingKind::Network, older, 3, usual(MeetingKind::Network));
    let own = if before.has_usual { usual(before.kind) } else { Vec::new() };
    let further = before.headings.iter().map(|heading| (*heading, SectionKind::Notes));
    let sections = own.into_iter().chain(further).collect();
    create(&mut store, "Framtidsveckan", before.kind, before.day, before.tables, sections);
    for name in ["Åsa Öst", "Amina Berg", "Anna Ek", "Anna Ekström"] {
        let details = PersonDetails { name: name.to_owned(), ..PersonDetails::default() };
        ops::enter_person(&mut store, &details).unwrap();
    }
    let mut taker = before.taker(&store);
    for line in &before.lines {
        taker.take(&mut store, line).unwrap();
    }
    laptop
}

/// All rows of all nouns in the order in which they were made. An identity is shown by the row that has it; stamps and
/// who wrote are left out.
pub(super) fn picture(laptop: &Laptop) -> Vec<String> {
    const NOUNS: [&str; 8] =
        ["meeting", "field", "section", "entry", "response", "answer", "person", "follow_up"];
    const ASIDE: [&str; 5] = ["row", "captured_at", "scribe", "given_on", "position"];
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    let mut rows: Vec<(String, Vec<(String, Value)>)> = Vec::new();
    let mut names: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    for noun in NOUNS {
        let mut statement = conn.prepare(&format!("SELECT * FROM {noun} ORDER BY row")).unwrap();
        let columns: Vec<String> = statement.column_names().map(ToOwned::to_owned).collect();
        let mut found = statement.query([]).unwrap();
        let mut count = 0;
        while let Some(row) = found.next().unwrap() {
            count += 1;
            let cells: Vec<(String, Value)> =
                columns.iter().map(|column| (column.clone(), row.get(column.as_str()).unwrap())).collect();
            if let Some((_, Value::Blob(id))) = cells.iter().find(|(column, _)| column == "id") {
                names.insert(id.clone(), format!("{noun} {count}"));
            }
            rows.push((noun.to_owned(), cells));
        }
    }
    // A number is "4@laptop".
    let record = |id: &[u8]| names.get(id).cloned().unwrap_or_else(|| "?".to_owned());
    let shown = |column: &str, value: &Value| match value {
        Value::Blob(id) => record(id),
        // Those who own something together.
        Value::Text(several) if column.ends_with("_person") => {
            let each = cell::read_list(several).into_iter();
            let each = each.map(|id| id.parse::<Uuid>().map_or(id, |id| record(id.as_bytes())));
            each.collect::<Vec<_>>().join(", ")
        }
        Value::Text(number) if column.ends_with("_number") => {
            number.split('@').next().unwrap_or_default().to_owned()
        }
        value => format!("{value:?}"),
    };
    let mut picture: Vec<String> = rows
        .iter()
        .map(|(noun, cells)| {
            let cells = cells.iter().filter(|(column, _)| !ASIDE.contains(&column.as_str()));
            let cells: Vec<String> =
                cells.map(|(column, value)| format!("{column}={}", shown(column, value))).collect();
            format!("{noun}: {}", cells.join(" "))
        })
        .collect();
    let order = "SELECT section.row, entry.id FROM entry JOIN section ON section.id = entry.section
                 WHERE entry.deleted = 0 ORDER BY section.row, entry.position, entry.id";
    let mut statement = conn.prepare(order).unwrap();
    let mut found = statement.query([]).unwrap();
    while let Some(row) = found.next().unwrap() {
        let (section, entry) = (row.get::<_, i64>(0).unwrap(), row.get::<_, Vec<u8>>(1).unwrap());
        picture.push(format!("in section {section}: {}", names[&entry]));
    }
    picture
}

/// The rows that only one of two pictures has; empty where they are equal.
pub(super) fn differing(one: &[String], other: &[String]) -> String {
    let only = |mark: char, rows: &[String], others: &[String]| -> Vec<String> {
        rows.iter().filter(|row| !others.contains(row)).map(|row| format!("{mark} {row}")).collect()
    };
    let mut rows = [only('-', one, other), only('+', other, one)].concat();
    if rows.is_empty() && one != other {
        rows.push("the same rows in another order".to_owned());
    }
    rows.join("\n")
}

/// A line that the line-taker accepted.
pub(super) struct Accepted {
    pub(super) line: String,
    /// Whether there is something in it that may not mean what its writer thinks: where there is a question, it is
    /// asked.
    pub(super) is_asked: bool,
}

/// What the line-taker leaves, and those of the lines that it accepted.
pub(super) fn by_line_taker(before: &Before, lines: &[String]) -> (Vec<String>, Vec<Accepted>) {
    let laptop = laptop(before);
    let mut store = before.open(&laptop);
    let (mut taker, mut left) = (before.taker(&store), PlacesLeft::default());
    let mut accepted = Vec::new();
    for line in lines {
        let is_asked = taker.check_doubts(&store, line).is_err();
        let is_taken = match taker.take(&mut store, line).map(|receipt| receipt.outcome) {
            Ok(LineOutcome::Command(verb, argument)) => {
                command(&mut store, &mut taker, &mut left, verb, &argument)
            }
            other => other.is_ok(),
        };
        if is_taken {
            accepted.push(Accepted { line: line.clone(), is_asked });
        }
    }
    drop(store);
    (picture(&laptop), accepted)
}

/// Does a command as every pen does it. `false` where it is refused, or nothing is done without a question.
fn command(
    store: &mut Store,
    taker: &mut LineTaker,
    left: &mut PlacesLeft,
    verb: Verb,
    argument: &str,
) -> bool {
    match verb {
        Verb::Undo => {
            let Ok(operation) = ops::undoable(store) else { return false };
            let is_here = operation.meeting().is_none_or(|meeting| meeting == taker.meeting);
            if operation.sitting != store.sitting() || !is_here {
                return false;
            }
            ops::undo(store, operation.at).unwrap();
            taker.settle(store).is_ok()
        }
        Verb::Redo => {
            let Ok(operation) = ops::redoable(store) else { return false };
            ops::redo(store, operation.at).unwrap();
            taker.settle(store).is_ok()
        }
        Verb::Meeting => {
            let meetings = store::meeting::list(store).unwrap();
            let [(_, meeting)] = fitting_meetings(&meetings, argument)[..] else { return false };
            taker.go_to_meeting(store, meeting.id, left).is_ok()
        }
        _ => false,
    }
}

/// The arguments of `add` before its lines.
fn add(before: &Before) -> Vec<&'static str> {
    vec!["--lang", before.lang.code(), "add", "--meeting", "Framtidsveckan"]
}

/// What `add` leaves, given the lines as arguments. It stops at the first line that is refused.
pub(super) fn by_arguments(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    let mut arguments = add(before);
    arguments.push("--");
    arguments.extend(lines.iter().map(String::as_str));
    laptop.run(&arguments).done();
    picture(&laptop)
}

/// What `add` leaves, given the lines on standard input.
pub(super) fn by_input(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    laptop.run_with(&add(before), lines.join("\n").as_bytes()).done();
    picture(&laptop)
}

/// What the dialogue in lines leaves, where what it asks about dates in those lines is answered with yes; it goes on
/// after a refusal.
pub(super) fn by_dialogue(before: &Before, lines: &[String], accepted: &[Accepted]) -> Vec<String> {
    let laptop = laptop(before);
    let mut input = "/möte Framtidsveckan\n".to_owned();
    let mut accepted = accepted.iter().peekable();
    for line in lines {
        input.extend([line.as_str(), "\n"]);
        if accepted.next_if(|next| next.line == *line).is_some_and(|next| next.is_asked) {
            input.push_str(if before.lang == Lang::Sv { "j\n" } else { "y\n" });
        }
    }
    laptop.run_with(&["--lang", before.lang.code(), "--plain"], input.as_bytes()).done();
    picture(&laptop)
}

/// The keys that type a line.
pub(super) fn typed(line: &str) -> String {
    line.replace('<', "<lt>")
}

/// The keys that empty a line.
pub(super) fn emptied() -> String {
    "<c-w>".repeat(40)
}

/// What the live screen leaves. A line that is refused stays in the pen and is taken away; a question of a command is
/// not answered, unless the command is to undo what was done here, though the last one changed nothing.
pub(super) fn by_live_screen(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    let operations = || {
        let store = Store::reader(&laptop.path("vidpennan.db"), Clock::System).unwrap();
        store::history::all(&store, usize::MAX).unwrap()
    };
    let earlier: Vec<LogId> = operations().into_iter().map(|operation| operation.at).collect();
    let mut app = before.window(&laptop);
    for line in lines {
        app.keys(&typed(line)).keys("<enter>");
        // What is no date, and a table that the room does not have, are taken when one says so once more.
        let screen = app.screen();
        let has = |said: [&str; 2]| said.iter().any(|said| screen.contains(said));
        // Something was written here that is not undone.
        let is_of_now = || {
            let now = operations().into_iter().filter(|operation| !earlier.contains(&operation.at));
            let (turns, written): (Vec<_>, Vec<_>) = now.partition(|operation| operation.reverts.is_some());
            written.len() > turns.len()
        };
        let asks = has(["Enter går dit ändå", "Enter goes there"])
            || has(["Det senaste ändrade inget", "The latest step changed"]) && is_of_now();
        if app.draft().is_some() || asks {
            app.keys("<enter>");
        }
        app.keys("<esc>").keys(&emptied());
        assert_eq!(app.draft(), None, "{line:?}");
    }
    drop(app);
    picture(&laptop)
}
