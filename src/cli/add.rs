//! `vidpennan add`: lines as at the pen, one an argument or one a line of standard input. Each is on disk before the
//! next is looked at; the first that is refused stops the rest and is named.

use clap::ArgMatches;

use super::meeting::choose;
use super::{CommandResult, Desk, Failure, warn};
use crate::i18n::vocabulary::pen::COMMANDS;
use crate::i18n::{format, labels, templates};
use crate::model::id::MeetingId;
use crate::model::{Coded, MeetingKind};
use crate::ops::line::{self, LineTaker, Receipt};
use crate::ops::{self, NewMeeting};
use crate::pen::Verb;
use crate::store::{self, Store};

/// Takes the lines.
pub fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let mut store = desk.store()?;
    let today = desk.clock.today();
    let meeting = match matches.get_one::<String>("meeting") {
        Some(query) => choose(desk, &store, query)?.id,
        None => match store::meeting::current(&store, today)? {
            Some(meeting) => meeting.id,
            None => begin(desk, &mut store)?,
        },
    };
    let mut taker = LineTaker::at(&store, meeting, desk.words)?;
    taker.table = matches.get_one::<u16>("table").copied();
    if let Some(heading) = matches.get_one::<String>("section") {
        taker.go_to(&store, heading).map_err(Failure::Section)?;
    }
    match matches.get_many::<String>("lines") {
        Some(lines) => lines.into_iter().try_for_each(|line| take(desk, &mut store, &mut taker, line)),
        None => from_input(desk, &mut store, &mut taker),
    }
}

/// A line must never wait for somebody to make a meeting first: an empty store gets one, held today.
fn begin(desk: &mut Desk, store: &mut Store) -> Result<MeetingId, Failure> {
    let (lang, today) = (desk.words.lang, desk.clock.today());
    let kind = MeetingKind::RoundTable;
    let title = format!(
        "{} {}",
        format::capitalised(labels::meeting_kind(lang, kind)),
        format::long_date(lang, today)
    );
    let template = templates::sections(lang, kind);
    let new = NewMeeting { date: Some(today), ..NewMeeting::from_template(&*title, kind, template) };
    let made = ops::create_meeting(store, new)?.value;
    warn(&(desk.words.cli.said.new_meeting)(&title));
    Ok(made)
}

fn from_input(desk: &mut Desk, store: &mut Store, taker: &mut LineTaker) -> CommandResult {
    while let Some(line) = desk.read_line()? {
        take(desk, store, taker, &line)?;
    }
    Ok(())
}

fn take(desk: &mut Desk, store: &mut Store, taker: &mut LineTaker, line: &str) -> CommandResult {
    let result = taker.take(store, line);
    let Receipt { outcome, became } = result.map_err(|why| Failure::Line { why, line: line.to_owned() })?;
    match outcome {
        line::LineOutcome::Command(verb, _) => Err(Failure::OnlyAtThePen(name_of(verb))),
        outcome => say(desk, store, taker, &outcome, &became),
    }
}

/// Says what became of a line, and in which section. Nothing of a table: the next line shows it.
pub(super) fn say(
    desk: &mut Desk,
    store: &Store,
    taker: &LineTaker,
    outcome: &line::LineOutcome,
    became: &str,
) -> CommandResult {
    let heading = heading_of(store, taker)?;
    match outcome {
        line::LineOutcome::Nothing | line::LineOutcome::Table(_) | line::LineOutcome::Command(..) => Ok(()),
        line::LineOutcome::WentTo(_) | line::LineOutcome::MadeSection(_) => {
            desk.say(&(desk.words.cli.said.section)(&heading))
        }
        line::LineOutcome::Entry(..)
        | line::LineOutcome::Response { .. }
        | line::LineOutcome::Continued(_)
        | line::LineOutcome::Corrected(_) => desk.say(&(desk.words.cli.said.caught)(became, &heading)),
    }
}

/// The heading of the section that lines go to; empty in a meeting without sections.
pub(super) fn heading_of(store: &Store, taker: &LineTaker) -> Result<String, Failure> {
    let Some(id) = taker.section else { return Ok(String::new()) };
    Ok(store::section::get(store, id)?.map(|section| section.heading).unwrap_or_default())
}

/// The Swedish name of a command of the pen.
pub(super) fn name_of(verb: Verb) -> &'static str {
    let row = COMMANDS.iter().find(|(code, _)| *code == verb.code());
    row.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
}
