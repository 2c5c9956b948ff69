//! `--plain`: the pen as a dialogue in lines, for screen readers and dumb terminals. It never moves the cursor.

use std::io::IsTerminal;

use super::add::{changed, place_of, say};
use super::line_pen::LinePen;
use super::meeting::title_of;
use super::{CommandResult, Desk, Failure, line_verbs, list, search, shown_instead, warn};
use crate::i18n::short_title::other_meeting;
use crate::i18n::{labels, templates};
use crate::model::id::MeetingId;
use crate::model::{Meeting, MeetingKind};
use crate::ops::line::{LineOutcome, LineTaker, NotTaken, Receipt};
use crate::ops::{self, NewMeeting};
use crate::pen::{self, Verb};
use crate::store::work::{Filter, WorkClass};
use crate::store::{self, ReadOnly, Store, StoreError};

/// Whether the dialogue goes on.
enum Next {
    Line,
    End,
}

/// The pen of the dialogue.
struct Dialogue {
    pen: LinePen,
    /// A line that was written where an answer was asked for: it is taken next.
    unread: Option<String>,
}

/// Takes lines until the input ends or somebody leaves.
pub(super) fn run(desk: &mut Desk) -> CommandResult {
    let (store, current) = desk.store_at_work(Desk::store)?;
    if store.read_only() == Some(ReadOnly::Damaged) {
        warn(desk.words.app.damaged);
    }
    desk.input.end_on_signals()?;
    let (store, meeting) = match current {
        Some(meeting) => (store, meeting.id),
        None => match begin(desk, store)? {
            Some(begun) => begun,
            None => return Ok(()),
        },
    };
    let (store, taker) = match LineTaker::at(&store, meeting, desk.words) {
        Err(error @ StoreError::Damaged(_)) => {
            let shown = shown_instead(&store, error)?;
            let taker = LineTaker::at(&shown, meeting, desk.words)?;
            warn(desk.words.app.damaged);
            (shown, taker)
        }
        taker => (store, taker?),
    };
    let mut dialogue = Dialogue { pen: LinePen::new(store, taker), unread: None };
    if let Err(failure) = greet(desk, &dialogue.pen) {
        show_instead(desk, &mut dialogue.pen, failure)?;
        greet(desk, &dialogue.pen)?;
    }
    let ended = take_lines(desk, &mut dialogue);
    dialogue.pen.end(ended)
}

/// Goes on in what can be read of the database where a failure says that it is damaged, which is said once.
///
/// # Errors
/// Any other failure, as it is.
fn show_instead(desk: &Desk, pen: &mut LinePen, failure: Failure) -> CommandResult {
    if pen.store.read_only() == Some(ReadOnly::Damaged) {
        return Err(failure);
    }
    let Some(StoreError::Damaged(why)) = failure.of_store() else { return Err(failure) };
    pen.store = shown_instead(&pen.store, StoreError::Damaged(why.clone()))?;
    warn(desk.words.app.damaged);
    Ok(())
}

fn take_lines(desk: &mut Desk, dialogue: &mut Dialogue) -> CommandResult {
    loop {
        let next = dialogue.unread.take().map_or_else(|| ask(desk, "> "), |line| Ok(Some(line)));
        let line = match next {
            Ok(Some(line)) if line.trim() == "?" => {
                desk.say(desk.words.cli.said.plain_help)?;
                continue;
            }
            Ok(Some(line)) => line,
            Ok(None) => return Ok(()),
            Err(failure @ Failure::NotText(_)) => {
                warn(&desk.speak(&failure).to_string());
                continue;
            }
            Err(failure) => return Err(failure),
        };
        let mut next = take_line(desk, dialogue, &line);
        if let Err(failure) = next {
            next = show_instead(desk, &mut dialogue.pen, failure)
                .and_then(|()| take_line(desk, dialogue, &line));
        }
        match next {
            Ok(Next::Line) => {}
            Ok(Next::End) => return Ok(()),
            Err(failure @ (Failure::Output(_) | Failure::Signal(_))) => return Err(failure),
            Err(failure) => warn(&desk.speak(&failure).to_string()),
        }
    }
}

fn take_line(desk: &mut Desk, dialogue: &mut Dialogue, line: &str) -> Result<Next, Failure> {
    let pen = &mut dialogue.pen;
    let (line, written_out) = pen.write_out(line)?;
    let checked = pen.taker.check_doubts(&pen.store, &line);
    if let Err(NotTaken::InDoubt(remark)) = &checked {
        let why = pen::first_remark(std::slice::from_ref(remark), desk.words).unwrap_or_default();
        let question = (desk.words.cli.said.keep_so)(&why);
        if !confirm(desk, &question, &mut dialogue.unread)? {
            warn(desk.words.cli.said.line_not_saved);
            return Ok(Next::Line);
        }
    }
    if let Some(beyond) = dialogue.pen.beyond(&line)? {
        let question = (desk.words.cli.said.ask_beyond)(beyond.table, beyond.tables);
        if !confirm(desk, &question, &mut dialogue.unread)? {
            desk.say(desk.words.app.nothing_changed)?;
            return Ok(Next::Line);
        }
    }
    let pen = &mut dialogue.pen;
    let Receipt { outcome, became } = match pen.taker.take(&mut pen.store, &line) {
        Ok(result) => result,
        Err(why) => return Err(Failure::Line { why, line }),
    };
    match outcome {
        LineOutcome::Command(verb, argument) => command(desk, dialogue, verb, argument.trim()),
        LineOutcome::WentTo(_) if line.starts_with('/') => went_to(desk, pen),
        outcome => answer(desk, pen, &outcome, (&became, written_out)).map(|()| Next::Line),
    }
}

/// Says in short what became of a line: its number, what it is, its table, and the words that were written out. The
/// section was said when one came to it.
fn answer(
    desk: &mut Desk,
    pen: &LinePen,
    outcome: &LineOutcome,
    (became, written_out): (&str, Vec<String>),
) -> CommandResult {
    let changed = changed(pen, outcome)?;
    let number = match outcome {
        LineOutcome::Entry(..) => {
            let marks = store::marks(&pen.store)?;
            changed.as_ref().and_then(|entry| list::number_of(entry, &marks))
        }
        LineOutcome::Response { .. }
        | LineOutcome::Continued(_)
        | LineOutcome::Corrected(_)
        | LineOutcome::ChangedResponse(_) => None,
        LineOutcome::Table(_) => {
            let words = &desk.words.round_table;
            let at = pen.taker.table.map_or_else(|| words.no_table.to_owned(), words.at_table);
            return desk.say(&at);
        }
        outcome => return say(desk, pen, outcome, became),
    };
    let table = changed.and_then(|entry| entry.provenance.table).map(desk.words.round_table.at_table);
    let parts = [number, Some(became.to_owned()), table].into_iter().flatten();
    desk.say(&parts.chain(written_out).collect::<Vec<_>>().join(" · "))
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
fn begin(desk: &mut Desk, mut store: Store) -> Result<Option<(Store, MeetingId)>, Failure> {
    let said = &desk.words.cli.said;
    loop {
        desk.say(said.plain_new)?;
        let Some(line) = ask(desk, "> ")? else { return Ok(None) };
        let title = match pen::verb_of(&line) {
            Some((Verb::Quit, _)) => return Ok(None),
            Some((Verb::Help, _)) => "?".to_owned(),
            Some((Verb::NewMeeting, words)) => words.to_owned(),
            _ if pen::verb_of(&format!("/{line}")).is_some_and(|(verb, _)| verb == Verb::Help) => {
                "?".to_owned()
            }
            _ => line,
        };
        match title.trim() {
            "" => {}
            "?" => desk.say(said.plain_help)?,
            title if title.starts_with(['/', '!', '>', '=', '§', '#', '+']) => warn(said.plain_title_first),
            title => {
                let id = new_meeting(desk, &mut store, title)?;
                return Ok(Some((store, id)));
            }
        }
    }
}

fn new_meeting(desk: &Desk, store: &mut Store, title: &str) -> Result<MeetingId, Failure> {
    let kind = MeetingKind::RoundTable;
    let template = templates::sections(desk.words.lang, kind);
    let today = Some(desk.clock.today());
    let new = NewMeeting { date: today, ..NewMeeting::from_template(title, kind, template) };
    Ok(ops::create_meeting(store, new)?.value)
}

fn greet(desk: &mut Desk, pen: &LinePen) -> CommandResult {
    let meeting = store::meeting::get(&pen.store, pen.taker.meeting)?;
    let title = meeting.as_ref().map_or("", |meeting: &Meeting| title_of(desk, meeting)).to_owned();
    let other = meeting.and_then(|meeting| other_meeting(&meeting, desk.words, desk.clock.today()));
    if let Some(other) = other {
        desk.say(&(desk.words.work.writes_in)(&other))?;
    }
    desk.say(&(desk.words.cli.said.plain_hello)(&title))?;
    say_section(desk, pen)
}

fn say_section(desk: &mut Desk, pen: &LinePen) -> CommandResult {
    let place = place_of(desk, pen)?;
    if place.is_empty() { Ok(()) } else { desk.say(&(desk.words.cli.said.section)(&place)) }
}

fn command(desk: &mut Desk, dialogue: &mut Dialogue, verb: Verb, argument: &str) -> Result<Next, Failure> {
    let Dialogue { pen, unread } = dialogue;
    match verb {
        Verb::Quit => return Ok(Next::End),
        Verb::Help => desk.say(desk.words.cli.said.plain_help)?,
        Verb::Table => {
            let words = &desk.words.round_table;
            desk.say(&pen.taker.table.map_or_else(|| words.no_table.to_owned(), words.table))?;
        }
        Verb::Section => entries(desk, pen)?,
        Verb::Meeting if !argument.is_empty() => {
            pen.find_meeting(desk, argument)?;
            greet(desk, pen)?;
        }
        Verb::Today => match store::meeting::current(&pen.store, desk.clock.today())? {
            Some(meeting) if meeting.date == Some(desk.clock.today()) => {
                pen.go_to_meeting(meeting.id)?;
                greet(desk, pen)?;
            }
            _ => desk.say(desk.words.app.no_meeting_today)?,
        },
        Verb::NewMeeting => {
            let id = new_meeting(desk, &mut pen.store, argument)?;
            pen.go_to_meeting(id)?;
            greet(desk, pen)?;
        }
        Verb::Undo => pen.undo(desk, |desk, what| {
            let question = (desk.words.cli.said.undo_far)(what);
            confirm(desk, &question, unread)
        })?,
        Verb::Redo => pen.redo(desk)?,
        Verb::Search => {
            let hits = store::search::by_meeting(&pen.store, argument, 20)?;
            search::say(desk, argument, &hits)?;
        }
        Verb::Meeting | Verb::Meetings => list::meetings(desk, &pen.store, false, false)?,
        Verb::Challenges => work(desk, pen, WorkClass::Challenges)?,
        Verb::Tomorrow => work(desk, pen, WorkClass::Commitments)?,
        Verb::FollowUp => work(desk, pen, WorkClass::Owed)?,
        verb => {
            line_verbs::change(pen, desk, (verb, argument), |desk, question| {
                let choices = desk.words.cli.said.yes_no;
                confirm(desk, &format!("{question} {choices}"), unread)
            })?;
        }
    }
    Ok(Next::Line)
}

fn work(desk: &mut Desk, pen: &LinePen, class: WorkClass) -> CommandResult {
    let filter = Filter { class, open: Some(true), ..Filter::default() };
    list::work(desk, &pen.store, &filter, false)
}

/// Asks a question. Where the answer is neither yes nor no it is a line, which is not lost.
fn confirm(desk: &mut Desk, question: &str, unread: &mut Option<String>) -> Result<bool, Failure> {
    let words = &desk.words.cli.said;
    desk.say(question)?;
    let answer = ask(desk, "")?.unwrap_or_default();
    let is_yes = super::is_yes(&answer, desk.words);
    if !is_yes && !words.no.contains(&answer.trim().to_lowercase().as_str()) {
        *unread = Some(answer);
    }
    Ok(is_yes)
}

/// Says which section one has come to, and what is in it.
fn went_to(desk: &mut Desk, pen: &LinePen) -> Result<Next, Failure> {
    say_section(desk, pen)?;
    entries(desk, pen)?;
    Ok(Next::Line)
}

/// The entries of the section, a line each.
fn entries(desk: &mut Desk, pen: &LinePen) -> CommandResult {
    let Some(section) = pen.taker.section else { return Ok(()) };
    let marks = store::marks(&pen.store)?;
    for listed in store::entry::all(&pen.store, section)? {
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
