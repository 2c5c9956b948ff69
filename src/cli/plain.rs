//! `--plain`: the pen as a dialogue in lines, for screen readers and dumb terminals. It never moves the cursor.

use std::io::IsTerminal;

use super::add::name_of;
use super::hand::{Hand, Taken};
use super::meeting::{choose, title_of};
use super::{Desk, Failure, Outcome, Unresolved, list, search, warn};
use crate::i18n::{labels, operations, templates};
use crate::model::id::MeetingId;
use crate::model::{Meeting, MeetingKind};
use crate::ops::{self, NewMeeting};
use crate::pen::Verb;
use crate::store::work::{Class, Filter};
use crate::store::{self, Store, entry::Place};

/// Whether the dialogue goes on.
enum Next {
    Line,
    End,
}

/// Takes lines until the input ends or somebody leaves.
pub(super) fn run(desk: &mut Desk) -> Outcome {
    let store = desk.store()?;
    let current = store::meeting::current(&store, desk.clock.today())?;
    let (store, meeting) = match current {
        Some(meeting) => (store, meeting.id),
        None => begin(desk, store)?,
    };
    let mut hand = Hand::at(store, meeting, desk.words)?;
    greet(desk, &hand)?;
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
        let taken = match hand.take(&line, desk.words) {
            Ok(taken) => taken,
            Err(why) => {
                warn(&desk.speak(&Failure::Line { why, line }).to_string());
                continue;
            }
        };
        match taken {
            Taken::Nothing => {}
            Taken::Section => say_section(desk, &hand)?,
            Taken::Caught(what) => desk.say(&(desk.words.cli.said.caught)(&what, &hand.section.heading))?,
            Taken::Command(verb, argument) => match command(desk, &mut hand, verb, argument.trim()) {
                Ok(Next::Line) => {}
                Ok(Next::End) => return Ok(()),
                Err(Failure::Output(error)) => return Err(Failure::Output(error)),
                Err(failure) => warn(&desk.speak(&failure).to_string()),
            },
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

fn greet(desk: &mut Desk, hand: &Hand) -> Outcome {
    let meeting = store::meeting::get(&hand.store, hand.meeting)?;
    let title = meeting.as_ref().map_or("", |meeting: &Meeting| title_of(desk, meeting)).to_owned();
    desk.say(&(desk.words.cli.said.plain_hello)(&title))?;
    say_section(desk, hand)
}

fn say_section(desk: &mut Desk, hand: &Hand) -> Outcome {
    desk.say(&(desk.words.cli.said.section)(&hand.section.heading))
}

fn command(desk: &mut Desk, hand: &mut Hand, verb: Verb, argument: &str) -> Result<Next, Failure> {
    match verb {
        Verb::Quit => return Ok(Next::End),
        Verb::Help => desk.say(desk.words.cli.said.plain_help)?,
        Verb::Table => hand.table = argument.parse().ok(),
        Verb::Section if argument.is_empty() => entries(desk, hand)?,
        Verb::Section => {
            if !hand.go_to(argument)? {
                return Err(Unresolved::NoSection(argument.to_owned()).into());
            }
            say_section(desk, hand)?;
            entries(desk, hand)?;
        }
        Verb::Meeting => {
            let meeting = choose(desk, &hand.store, argument)?;
            move_to(desk, hand, meeting.id)?;
        }
        Verb::NewMeeting => {
            let id = new_meeting(desk, &mut hand.store, argument)?;
            move_to(desk, hand, id)?;
        }
        Verb::Undo => undo(desk, hand)?,
        Verb::Redo => {
            let next = ops::redoable(&hand.store)?;
            let done = ops::redo(&mut hand.store, next.at)?;
            let what = operations::operation(desk.words.lang, &done.value.operation);
            desk.say(&(desk.words.cli.said.redone)(&what))?;
        }
        Verb::Search => {
            let hits = store::search::find(&hand.store, argument, 20)?;
            search::say(desk, argument, &hits)?;
        }
        Verb::Meetings => list::meetings(desk, &hand.store, false, false)?,
        Verb::Challenges => work(desk, hand, Class::Challenges)?,
        Verb::Tomorrow => work(desk, hand, Class::Commitments)?,
        Verb::FollowUp => work(desk, hand, Class::Owed)?,
        other => return Err(Failure::OnlyAtThePen(name_of(other))),
    }
    Ok(Next::Line)
}

fn work(desk: &mut Desk, hand: &Hand, class: Class) -> Outcome {
    let filter = Filter { class, open: Some(true), ..Filter::default() };
    list::work(desk, &hand.store, &filter, false)
}

fn move_to(desk: &mut Desk, hand: &mut Hand, meeting: MeetingId) -> Outcome {
    hand.move_to(meeting, desk.words)?;
    greet(desk, hand)
}

/// Undoes the latest operation. One from an earlier sitting or another meeting is named and asked about first.
fn undo(desk: &mut Desk, hand: &mut Hand) -> Outcome {
    let operation = ops::undoable(&hand.store)?;
    let what = operations::operation(desk.words.lang, &operation);
    let is_near = operation.sitting == hand.store.sitting()
        && operation.meeting().is_none_or(|meeting| meeting == hand.meeting);
    if !is_near {
        desk.say(&(desk.words.cli.said.undo_far)(&what))?;
        let answer = ask(desk, "")?.unwrap_or_default();
        if !super::is_yes(&answer, desk.words) {
            return Ok(());
        }
    }
    ops::undo(&mut hand.store, operation.at)?;
    desk.say(&(desk.words.cli.said.undone)(&what))
}

/// The entries of the section, a line each.
fn entries(desk: &mut Desk, hand: &Hand) -> Outcome {
    let place = Place { section: hand.section.id, table: None };
    let marks = store::marks(&hand.store)?;
    let total = store::entry::count(&hand.store, place)?;
    let listed = store::entry::window(&hand.store, place, 0, total, total)?;
    for listed in listed {
        let number = list::number_of(&listed.entry, &marks);
        let kind = labels::kind(desk.words.lang, listed.entry.kind).to_owned();
        let facts: Vec<String> = [number, Some(kind)].into_iter().flatten().collect();
        desk.say(&format!("{}: {}", facts.join(" · "), listed.entry.text))?;
        for response in listed.responses {
            desk.say(&format!("  {}: {}", desk.words.paper.response, response.text))?;
        }
    }
    Ok(())
}
