//! `vidpennan add`: lines as at the pen, from arguments or from standard input. Each is on disk before the
//! next is looked at; the first that is refused stops the rest and is named.

use clap::ArgMatches;

use super::line_pen::LinePen;
use super::meeting::choose;
use super::{CommandResult, Desk, Failure, line_verbs, warn};
use crate::i18n::short_title::other_meeting;
use crate::i18n::{format, labels, templates};
use crate::model::id::{MeetingId, SectionId};
use crate::model::{Entry, MeetingKind};
use crate::ops::line::{self, LineOutcome, LineTaker, Receipt};
use crate::ops::{self, NewMeeting};
use crate::pen::Verb;
use crate::store::{self, Done, Store};

/// Takes the lines.
pub fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let mut store = desk.store()?;
    let today = desk.clock.today();
    let meeting = match matches.get_one::<String>("meeting") {
        Some(query) => choose(desk, &store, query)?.id,
        None => match store::meeting::current(&store, today)? {
            Some(meeting) => {
                if let Some(other) = other_meeting(&meeting, desk.words, today) {
                    warn(&(desk.words.work.writes_in)(&other));
                }
                meeting.id
            }
            None => begin(desk, &mut store)?,
        },
    };
    let taker = LineTaker::at(&store, meeting, desk.words)?;
    let mut pen = LinePen::new(store, taker);
    if let Some(table) = matches.get_one::<u16>("table") {
        let table = Some(*table).filter(|table| *table > 0);
        if let Some(beyond) = pen.is_beyond(table)? {
            beyond.warn(desk);
        }
        pen.taker.table = table;
    }
    if let Some(heading) = matches.get_one::<String>("section") {
        pen.taker.go_to(&pen.store, heading).map_err(Failure::Section)?;
    }
    let ended = match matches.get_many::<String>("lines") {
        Some(texts) => texts.flat_map(|text| text.lines()).try_for_each(|line| take(desk, &mut pen, line)),
        None => from_input(desk, &mut pen),
    };
    pen.end(ended)
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
    let Done { value: meeting, changes } = ops::current_or_new_meeting(store, today, new)?;
    if !changes.touched.is_empty() {
        warn(&(desk.words.cli.said.new_meeting)(&title));
    }
    Ok(meeting)
}

fn from_input(desk: &mut Desk, pen: &mut LinePen) -> CommandResult {
    desk.input.end_on_signals()?;
    while let Some(line) = desk.read_line()? {
        take(desk, pen, &line)?;
    }
    Ok(())
}

fn take(desk: &mut Desk, pen: &mut LinePen, line: &str) -> CommandResult {
    #[cfg(debug_assertions)]
    crate::ui::run::panic_at(line);
    let checked = pen.taker.check_doubts(&pen.store, line);
    let beyond = if checked.is_ok() { pen.beyond(line)? } else { None };
    let result = checked.and_then(|()| pen.taker.take(&mut pen.store, line));
    let Receipt { outcome, became } = result.map_err(|why| Failure::Line { why, line: line.to_owned() })?;
    if let Some(beyond) = beyond {
        beyond.warn(desk);
    }
    match outcome {
        LineOutcome::Command(Verb::Undo, _) => {
            pen.undo(desk, |_, what| Err(Failure::UndoFar(what.to_owned())))
        }
        LineOutcome::Command(Verb::Redo, _) => pen.redo(desk),
        LineOutcome::Command(Verb::Meeting, query) if !query.is_empty() => {
            pen.find_meeting(desk, &query)?;
            let place = place_of(desk, pen)?;
            desk.say(&(desk.words.cli.said.section)(&place))
        }
        LineOutcome::Command(verb, words) => {
            line_verbs::change(pen, desk, (verb, words.trim()), |_, _| Err(Failure::OnlyAtThePen(verb)))
        }
        outcome => say(desk, pen, &outcome, &became),
    }?;
    // It is on disk: whoever waits for that sees it now.
    Ok(desk.out.flush()?)
}

/// Says what became of a line, and where. Of a table nothing: the next line shows it.
pub(super) fn say(desk: &mut Desk, pen: &LinePen, outcome: &LineOutcome, became: &str) -> CommandResult {
    match outcome {
        LineOutcome::Nothing | LineOutcome::Command(..) | LineOutcome::Table(_) => Ok(()),
        LineOutcome::WentTo(_) | LineOutcome::MadeSection(_) => {
            let place = place_of(desk, pen)?;
            desk.say(&(desk.words.cli.said.section)(&place))
        }
        LineOutcome::Entry(..)
        | LineOutcome::Response { .. }
        | LineOutcome::Continued(_)
        | LineOutcome::Corrected(_)
        | LineOutcome::ChangedResponse(_) => {
            let place = match changed(pen, outcome)? {
                Some(entry) => named_place(desk, pen, Some(entry.section), entry.provenance.table)?,
                None => place_of(desk, pen)?,
            };
            desk.say(&(desk.words.cli.said.caught)(became, &place))
        }
    }
}

/// The entry that a line has made or changed, or whose response it has; `None` where it is about none.
pub(super) fn changed(pen: &LinePen, outcome: &LineOutcome) -> Result<Option<Entry>, Failure> {
    let id = match outcome {
        LineOutcome::Entry(id, _) | LineOutcome::Continued(id) | LineOutcome::Corrected(id) => Some(*id),
        LineOutcome::Response { challenges, .. } => challenges.first().copied(),
        LineOutcome::ChangedResponse(id) => {
            return Ok(line::challenges_of(&pen.store, *id)?.into_iter().next());
        }
        _ => None,
    };
    Ok(id.map(|id| store::entry::get(&pen.store, id)).transpose()?.flatten())
}

/// The heading of the section that lines go to, and their table; empty where there is neither.
pub(super) fn place_of(desk: &Desk, pen: &LinePen) -> Result<String, Failure> {
    named_place(desk, pen, pen.taker.section, pen.taker.table)
}

fn named_place(
    desk: &Desk,
    pen: &LinePen,
    section: Option<SectionId>,
    table: Option<u16>,
) -> Result<String, Failure> {
    let section = section.map(|id| store::section::get(&pen.store, id)).transpose()?.flatten();
    let heading = section.map(|section| section.heading);
    let table = table.map(desk.words.round_table.at_table);
    Ok([heading, table].into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
