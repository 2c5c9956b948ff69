//! `vidpennan import`: files become meetings, each in one undoable step. What was understood is shown; `--dry-run`
//! stores nothing. JSON is one object a file, `vidpennan.minutes/1` with its remarks. Lists of people go into the
//! register, and with `--meeting` onto a meeting as those who were there.

use std::io::{IsTerminal, Write as _};

use clap::ArgMatches;

use super::meeting::{choose, title_of};
use super::progress::{self, Interruption};
use super::{CommandResult, Desk, Failure, is_yes, warn};
use crate::i18n::format;
use crate::import::people::PeopleList;
use crate::import::source::{self, FileContent, ReadAs, ReadMinutes};
use crate::minutes::Minutes;
use crate::minutes::read::ReadOptions;
use crate::model::{Kind, Meeting};
use crate::ops::{ImportProgress, Imported, Pace};
use crate::store::Store;
use crate::text::json;
use crate::ui::path;
use crate::{ops, speech, store};

/// The name and version of the JSON form of a list of people.
const PEOPLE: &str = "vidpennan.people/1";

/// Imports the files in order. Nothing is stored where one of them cannot be read.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let files: Vec<&String> = matches.get_many("files").into_iter().flatten().collect();
    let meeting = matches.get_one::<String>("meeting");
    let as_json = matches.get_flag("json");
    let read_as = ReadAs { repair: matches.get_flag("repair"), people: meeting.is_some() };
    if matches.get_flag("dry-run") {
        for file in files {
            match understand(desk, file, read_as)? {
                FileContent::Minutes(understood) => show(desk, file, &understood.minutes, as_json)?,
                FileContent::People(list) => show_people(desk, file, &list, as_json)?,
            }
        }
        if !as_json {
            warn(desk.words.cli.said.not_stored);
        }
        return Ok(());
    }
    // Everything is understood before anything is stored.
    let understood =
        files.iter().map(|file| understand(desk, file, read_as)).collect::<Result<Vec<_>, _>>()?;
    let mut store = desk.store()?;
    let meeting = meeting.map(|meeting| choose(desk, &store, meeting)).transpose()?;
    for (file, found) in files.iter().zip(understood) {
        let ReadMinutes { minutes, sha256, .. } = match found {
            FileContent::Minutes(understood) => *understood,
            FileContent::People(list) => {
                enter(desk, &mut store, file, &list, meeting.as_ref(), as_json)?;
                continue;
            }
        };
        if !matches.get_flag("again") && was_read(desk, &store, file, &sha256)? {
            warn(desk.words.cli.said.left_alone);
            continue;
        }
        let programme = store::programme::own(&store)?.map(|programme| programme.name);
        store_minutes(desk, &mut store, &minutes, &sha256)?;
        show(desk, file, &minutes, as_json)?;
        if !as_json {
            let title = if minutes.title.is_empty() { desk.words.cli.said.untitled } else { &minutes.title };
            desk.say(&(desk.words.cli.said.imported)(file, title, programme.as_deref()))?;
        }
    }
    Ok(())
}

/// Stores minutes; long ones in parts, with progress in a terminal, and so that Ctrl+C leaves nothing of them.
fn store_minutes(desk: &Desk, store: &mut Store, minutes: &Minutes, sha256: &str) -> CommandResult {
    if ops::length(minutes) < ops::LONG {
        ops::import_minutes(store, minutes, Some(sha256))?;
        return Ok(());
    }
    let (interruption, words) = (Interruption::watch()?, &desk.words.files);
    let imported = ops::import_in_parts(store, minutes, Some(sha256), Pace::default(), |come| {
        progress::say(&match come {
            ImportProgress::Storing { done, total } => (words.storing)(done, total),
            ImportProgress::TakingBack { done, total } => (words.taking_back)(done, total),
        });
        !interruption.came()
    });
    progress::clear();
    let title = if minutes.title.is_empty() { desk.words.cli.said.untitled } else { &minutes.title };
    match imported? {
        Imported::Whole(_) => Ok(()),
        Imported::TakenBack { kept } => Err(Failure::NotImported((words.not_stored)(title, kept))),
    }
}

/// Reads a file as minutes or a list of people; `-` is standard input.
fn understand(desk: &Desk, file: &str, read_as: ReadAs) -> Result<FileContent, Failure> {
    let options = ReadOptions { day: None, today: desk.clock.today(), words: desk.words };
    let read = match file {
        "-" => source::read(std::io::stdin().lock(), 0, file, read_as, &options),
        file => source::read_file(&path::expand(file), read_as, &options),
    };
    read.map_err(|error| Failure::Unread { file: file.to_owned(), error })
}

/// Stores a list of people, and sets them as present where a meeting is named.
fn enter(
    desk: &mut Desk,
    store: &mut Store,
    file: &str,
    list: &PeopleList,
    meeting: Option<&Meeting>,
    as_json: bool,
) -> CommandResult {
    let entered = ops::enter_people(store, &list.people, meeting.map(|meeting| meeting.id));
    let entered = entered?.value;
    show_people(desk, file, list, as_json)?;
    if !as_json {
        let said = &desk.words.cli.said;
        desk.say(&(said.entered)(file, entered.new, entered.completed, entered.known))?;
        if let Some(meeting) = meeting {
            let title = title_of(desk, meeting).to_owned();
            desk.say(&(said.present_at)(&title))?;
        }
    }
    Ok(())
}

/// Prints a list of people with its remarks. JSON is `vidpennan.people/1`.
fn show_people(desk: &mut Desk, file: &str, list: &PeopleList, as_json: bool) -> CommandResult {
    let words = desk.words;
    if as_json {
        let people: Vec<_> = list
            .people
            .iter()
            .map(|it| serde_json::json!({"name": it.name, "role": it.role, "organisation": it.organisation, "email": it.email}))
            .collect();
        let remarks: Vec<_> = list
            .remarks
            .iter()
            .map(|it| serde_json::json!({"sheet": it.sheet, "row": it.row, "message": speech::list_remark(it, words)}))
            .collect();
        let json = serde_json::json!({
            "schema": PEOPLE, "people": people, "left": list.left, "remarks": remarks, "sheets": list.sheets, "unread": list.unread,
        });
        let text = serde_json::to_string_pretty(&json).unwrap_or_default();
        return writeln!(desk.out, "{text}").map_err(Failure::from);
    }
    desk.say(file)?;
    desk.say(&format!("  {}", (words.files.people)(list.people.len())))?;
    for person in &list.people {
        let about =
            [&person.role, &person.organisation, &person.email].into_iter().flatten().map(String::as_str);
        let line: Vec<&str> = std::iter::once(person.name.as_str()).chain(about).collect();
        desk.say(&format!("  {}", line.join(" · ")))?;
    }
    for remark in speech::list_remarks(list, words) {
        desk.say(&format!("  {remark}"))?;
    }
    if !list.left.is_empty() {
        desk.say(&format!("  {}", (words.files.not_kept)(&list.left.join(", "))))?;
    }
    Ok(())
}

/// Whether the file was imported before and should not be imported again. In a terminal the user is asked.
fn was_read(desk: &mut Desk, store: &Store, file: &str, sha256: &str) -> Result<bool, Failure> {
    let found = store::meeting::from_source(store, sha256)?;
    let Some(meeting) = found else { return Ok(false) };
    let said = &desk.words.cli.said;
    if file == "-" || !std::io::stdin().is_terminal() {
        return Err(Failure::ImportedBefore { file: file.to_owned(), title: meeting.title });
    }
    desk.out.flush()?;
    warn(&(said.read_before)(file, &meeting.title));
    let mut err = std::io::stderr().lock();
    let _ = write!(err, "{}", said.again).and_then(|()| err.flush());
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(!is_yes(&answer, desk.words))
}

/// Prints what was understood of a file.
fn show(desk: &mut Desk, file: &str, minutes: &Minutes, as_json: bool) -> CommandResult {
    if as_json {
        return writeln!(desk.out, "{}", json::pretty(minutes)).map_err(Failure::from);
    }
    let said = &desk.words.cli.said;
    desk.say(file)?;
    desk.say(&format!("  {}", if minutes.title.is_empty() { said.untitled } else { &minutes.title }))?;
    let date = minutes.date.map(|date| format::long_date(desk.words.lang, date));
    let when =
        [date, minutes.time.map(|time| time.to_string()), minutes.place.clone(), minutes.reference.clone()];
    let when: Vec<String> = when.into_iter().flatten().collect();
    if !when.is_empty() {
        desk.say(&format!("  {}", when.join(" · ")))?;
    }
    desk.say(&format!("  {}", counts(desk, minutes).join(" · ")))?;
    if !minutes.signoff.is_empty() {
        // The header and the sign-off may name the same person.
        let mut names: Vec<&str> = Vec::new();
        for name in minutes.signoff.iter().map(|signature| signature.name.as_str()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        desk.say(&format!("  {}: {}", said.signed, names.join(", ")))?;
    }
    for remark in &minutes.remarks {
        desk.say(&format!("  {}: {}", (said.line)(remark.line), remark.message))?;
    }
    Ok(())
}

fn counts(desk: &Desk, minutes: &Minutes) -> Vec<String> {
    let said = &desk.words.cli.said;
    let entries = || minutes.sections.iter().flat_map(|section| &section.entries);
    let of = |is: fn(&Kind) -> bool| entries().filter(|entry| is(&entry.kind)).count();
    let unanswered =
        entries().filter(|entry| matches!(entry.kind, Kind::Challenge(_)) && entry.responses.is_empty());
    let (challenges, commitments, actions) = (
        of(|kind| matches!(kind, Kind::Challenge(_))),
        of(|kind| matches!(kind, Kind::Commitment(_))),
        of(|kind| matches!(kind, Kind::Action(_))),
    );
    let mut counts = vec![(said.sections)(minutes.sections.len()), (said.entries)(entries().count())];
    counts.extend((challenges > 0).then(|| (said.challenges)(challenges, unanswered.count())));
    counts.extend((commitments > 0).then(|| (said.commitments)(commitments)));
    counts.extend((actions > 0).then(|| (said.actions)(actions)));
    counts
}
