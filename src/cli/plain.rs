//! `--plain`: the pen as a dialogue in lines, for screen readers and dumb terminals. It never moves the cursor.

use std::io::IsTerminal;

use super::add::{heading_of, name_of, say};
use super::meeting::{choose, title_of};
use super::{CommandResult, Desk, Failure, list, search, warn};
use crate::i18n::{labels, operations, templates};
use crate::model::id::MeetingId;
use crate::model::{Meeting, MeetingKind};
use crate::ops::line::{self, LineTaker, Receipt};
use crate::ops::{self, NewMeeting};
use crate::pen::Verb;
use crate::store::work::{Filter, WorkClass};
use crate::store::{self, Store, entry::EntryScope};

/// Whether the dialogue goes on.
enum Next {
    Line,
    End,
}

/// The pen of the dialogue and the store that it writes in.
struct Dialogue {
    store: Store,
    taker: LineTaker,
}

/// Takes lines until the input ends or somebody leaves.
pub(super) fn run(desk: &mut Desk) -> CommandResult {
    let store = desk.store()?;
    let current = store::meeting::current(&store, desk.clock.today())?;
    let (store, meeting) = match current {
        Some(meeting) => (store, meeting.id),
        None => begin(desk, store)?,
    };
    let taker = LineTaker::at(&store, meeting, desk.words)?;
    let mut pen = Dialogue { store, taker };
    greet(desk, &pen)?;
    loop {
        let line = match ask(desk, "> ") {
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            Err(failure @ Failure::NotText(_)) => {
                warn(&desk.speak(&failure).to_string());
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let Receipt { outcome, became } = match pen.taker.take(&mut pen.store, &line) {
            Ok(result) => result,
            Err(why) => {
                warn(&desk.speak(&Failure::Line { why, line }).to_string());
                continue;
            }
        };
        let next = match outcome {
            line::LineOutcome::Command(verb, argument) => command(desk, &mut pen, verb, argument.trim()),
            line::LineOutcome::WentTo(_) if line.starts_with('/') => went_to(desk, &pen),
            outcome => say(desk, &pen.store, &pen.taker, &outcome, &became).map(|()| Next::Line),
        };
        match next {
            Ok(Next::Line) => {}
            Ok(Next::End) => return Ok(()),
            Err(Failure::Output(error)) => return Err(Failure::Output(error)),
            Err(failure) => warn(&desk.speak(&failure).to_string()),
        }
    }
}

/// Asks for a line; `None` where the input has ended.
fn ask(desk: &mut Desk, prompt: &str) -> Result<Option<String>, Failure> {
    if std::io::stdin().is_terminal() {
        write!(desk.out, "{prompt}")?;
    }
    desk.out.flush()?;
    desk.read_line()
}

/// Without any meeting, the first line is the title of one.
fn begin(desk: &mut Desk, mut store: Store) -> Result<(Store, MeetingId), Failure> {
    desk.say(desk.words.cli.said.plain_new)?;
    let title = ask(desk, "> ")?.unwrap_or_default();
    let id = new_meeting(desk, &mut store, &title)?;
    Ok((store, id))
}

fn new_meeting(desk: &Desk, store: &mut Store, title: &str) -> Result<MeetingId, Failure> {
    let kind = MeetingKind::RoundTable;
    let template = templates::sections(desk.words.lang, kind);
    let today = Some(desk.clock.today());
    let new = NewMeeting { date: today, ..NewMeeting::from_template(title, kind, template) };
    Ok(ops::create_meeting(store, new)?.value)
}

fn greet(desk: &mut Desk, pen: &Dialogue) -> CommandResult {
    let meeting = store::meeting::get(&pen.store, pen.taker.meeting)?;
    let title = meeting.as_ref().map_or("", |meeting: &Meeting| title_of(desk, meeting)).to_owned();
    desk.say(&(desk.words.cli.said.plain_hello)(&title))?;
    say_section(desk, pen)
}

fn say_section(desk: &mut Desk, pen: &Dialogue) -> CommandResult {
    let heading = heading_of(&pen.store, &pen.taker)?;
    if heading.is_empty() { Ok(()) } else { desk.say(&(desk.words.cli.said.section)(&heading)) }
}

fn command(desk: &mut Desk, pen: &mut Dialogue, verb: Verb, argument: &str) -> Result<Next, Failure> {
    match verb {
        Verb::Quit => return Ok(Next::End),
        Verb::Help => desk.say(desk.words.cli.said.plain_help)?,
        Verb::Table => pen.taker.table = None,
        Verb::Section => entries(desk, pen)?,
        Verb::Meeting => {
            let meeting = choose(desk, &pen.store, argument)?;
            move_to(desk, pen, meeting.id)?;
        }
        Verb::NewMeeting => {
            let id = new_meeting(desk, &mut pen.store, argument)?;
            move_to(desk, pen, id)?;
        }
        Verb::Undo => undo(desk, pen)?,
        Verb::Redo => {
            let next = ops::redoable(&pen.store)?;
            let done = ops::redo(&mut pen.store, next.at)?;
            let what = operations::operation(desk.words.lang, &done.value.operation);
            desk.say(&(desk.words.cli.said.redone)(&what))?;
        }
        Verb::Search => {
            let hits = store::search::find(&pen.store, argument, 20)?;
            search::say(desk, argument, &hits)?;
        }
        Verb::Meetings => list::meetings(desk, &pen.store, false, false)?,
        Verb::Challenges => work(desk, pen, WorkClass::Challenges)?,
        Verb::Tomorrow => work(desk, pen, WorkClass::Commitments)?,
        Verb::FollowUp => work(desk, pen, WorkClass::Owed)?,
        other => return Err(Failure::OnlyAtThePen(name_of(other))),
    }
    Ok(Next::Line)
}

fn work(desk: &mut Desk, pen: &Dialogue, class: WorkClass) -> CommandResult {
    let filter = Filter { class, open: Some(true), ..Filter::default() };
    list::work(desk, &pen.store, &filter, false)
}

fn move_to(desk: &mut Desk, pen: &mut Dialogue, meeting: MeetingId) -> CommandResult {
    pen.taker = LineTaker::at(&pen.store, meeting, desk.words)?;
    greet(desk, pen)
}

/// Undoes the latest operation. One from an earlier sitting or another meeting is named and asked about first.
fn undo(desk: &mut Desk, pen: &mut Dialogue) -> CommandResult {
    let operation = ops::undoable(&pen.store)?;
    let what = operations::operation(desk.words.lang, &operation);
    let is_near = operation.sitting == pen.store.sitting()
        && operation.meeting().is_none_or(|meeting| meeting == pen.taker.meeting);
    if !is_near {
        desk.say(&(desk.words.cli.said.undo_far)(&what))?;
        let answer = ask(desk, "")?.unwrap_or_default();
        if !super::is_yes(&answer, desk.words) {
            return Ok(());
        }
    }
    ops::undo(&mut pen.store, operation.at)?;
    desk.say(&(desk.words.cli.said.undone)(&what))
}

/// Says which section one has come to, and what is in it.
fn went_to(desk: &mut Desk, pen: &Dialogue) -> Result<Next, Failure> {
    say_section(desk, pen)?;
    entries(desk, pen)?;
    Ok(Next::Line)
}

/// The entries of the section, a line each.
fn entries(desk: &mut Desk, pen: &Dialogue) -> CommandResult {
    let Some(section) = pen.taker.section else { return Ok(()) };
    let place = EntryScope { section, table: None };
    let marks = store::marks(&pen.store)?;
    let total = store::entry::count(&pen.store, place)?;
    let listed = store::entry::window(&pen.store, place, 0, total, total)?;
    for listed in listed {
        let number = list::number_of(&listed.entry, &marks);
        let kind = labels::kind(desk.words.lang, listed.entry.kind).to_owned();
        let facts: Vec<String> = [number, Some(kind)].into_iter().flatten().collect();
        desk.say(&format!("{}: {}", facts.join(" · "), listed.entry.text))?;
        for response in listed.responses {
            desk.say(&format!("  {}: {}", desk.words.publication.response, response.text))?;
        }
    }
    Ok(())
}
