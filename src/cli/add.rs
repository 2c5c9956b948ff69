//! `vidpennan add`: lines as at the pen, one an argument or one a line of standard input. Each is on disk before the
//! next is looked at; the first that is refused stops the rest and is named.

use clap::ArgMatches;

use super::hand::{Hand, Taken};
use super::meeting::choose;
use super::{Desk, Failure, Outcome, Unresolved, warn};
use crate::i18n::vocabulary::pen::COMMANDS;
use crate::i18n::{format, labels, templates};
use crate::model::id::MeetingId;
use crate::model::{Coded, MeetingKind};
use crate::ops::{self, NewMeeting};
use crate::pen::Verb;
use crate::store::{self, Store};

/// Takes the lines.
pub fn run(desk: &mut Desk, matches: &ArgMatches) -> Outcome {
    let mut store = desk.store()?;
    let today = desk.clock.today();
    let meeting = match matches.get_one::<String>("meeting") {
        Some(query) => choose(desk, &store, query)?.id,
        None => match store::meeting::current(&store, today)? {
            Some(meeting) => meeting.id,
            None => begin(desk, &mut store)?,
        },
    };
    let mut hand = Hand::at(store, meeting, desk.words)?;
    hand.table = matches.get_one::<u16>("table").copied();
    if let Some(heading) = matches.get_one::<String>("section")
        && !hand.go_to(heading)?
    {
        return Err(Unresolved::NoSection(heading.clone()).into());
    }
    match matches.get_many::<String>("lines") {
        Some(lines) => lines.into_iter().try_for_each(|line| take(desk, &mut hand, line)),
        None => from_input(desk, &mut hand),
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

fn from_input(desk: &mut Desk, hand: &mut Hand) -> Outcome {
    while let Some(line) = desk.read_line()? {
        take(desk, hand, &line)?;
    }
    Ok(())
}

fn take(desk: &mut Desk, hand: &mut Hand, line: &str) -> Outcome {
    match hand.take(line, desk.words) {
        Ok(Taken::Nothing) => Ok(()),
        Ok(Taken::Section) => desk.say(&(desk.words.cli.said.section)(&hand.section.heading)),
        Ok(Taken::Caught(what)) => desk.say(&(desk.words.cli.said.caught)(&what, &hand.section.heading)),
        Ok(Taken::Command(Verb::Table, number)) if number.trim().parse::<u16>().is_ok() => {
            hand.table = number.trim().parse().ok();
            Ok(())
        }
        Ok(Taken::Command(Verb::Section, heading)) => {
            if hand.go_to(&heading)? {
                return desk.say(&(desk.words.cli.said.section)(&hand.section.heading));
            }
            Err(Unresolved::NoSection(heading).into())
        }
        Ok(Taken::Command(verb, _)) => Err(Failure::OnlyAtThePen(name_of(verb))),
        Err(why) => Err(Failure::Line { why, line: line.to_owned() }),
    }
}

/// The Swedish name of a command of the pen.
pub(super) fn name_of(verb: Verb) -> &'static str {
    let row = COMMANDS.iter().find(|(code, _)| *code == verb.code());
    row.and_then(|(_, names)| names.first()).copied().unwrap_or_default()
}
