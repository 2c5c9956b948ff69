//! `vidpennan export`: the minutes of a meeting as files, or one of them on standard output.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::meeting::choose;
use super::{Desk, Failure, Outcome, printable};
use crate::export::save::{Existing, file_name, save};
use crate::export::{Format, With, render};
use crate::minutes::Minutes;
use crate::model::Coded;
use crate::report::{Choices, Names, Report, Scope, gather};
use crate::speech;

/// Writes the minutes.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> Outcome {
    let formats = matches.get_many::<String>("format").into_iter().flatten();
    let mut formats: Vec<Format> = formats.filter_map(|code| Format::from_code(code)).collect();
    formats.dedup_by_key(|format| format.code);
    let output = matches.get_one::<String>("output").map(String::as_str);
    if output == Some("-") && formats.len() > 1 {
        return Err(Failure::Usage(format!(
            "{}: {}",
            desk.words.cli.usage.error, desk.words.cli.usage.one_format
        )));
    }
    let store = desk.store()?;
    let query = matches.get_one::<String>("meeting").map_or("", String::as_str);
    let meeting = choose(desk, &store, query)?;
    let today = desk.clock.today();
    let material = gather(&store, meeting.id, Scope::Meeting, desk.words, today)
        .map_err(|error| desk.store_failed(&error))?;
    let paper = Report::Minutes.write(&choices(matches).cut(&material), desk.words);
    let minutes = paper.minutes.clone().unwrap_or_default();
    let existing = if matches.get_flag("force") { Existing::Replace } else { Existing::Keep };
    for format in &formats {
        let with = With::new(desk.words);
        let parts = render(*format, &paper, &with).map_err(|error| Failure::Failed(error.to_string()))?;
        let bytes = parts.into_iter().flat_map(|part| part.bytes).collect::<Vec<u8>>();
        if output == Some("-") {
            say(desk, *format, bytes)?;
            continue;
        }
        let path = path(desk, &minutes, *format, output, formats.len() > 1);
        save(&path, &bytes, existing)
            .map_err(|error| Failure::Failed(speech::not_saved(&error, desk.words)))?;
        desk.say(&path.display().to_string())?;
    }
    Ok(())
}

fn choices(matches: &ArgMatches) -> Choices {
    let names = matches.get_one::<String>("names").and_then(|code| Names::from_code(code));
    Choices {
        responses: !matches.get_flag("no-responses"),
        names: names.unwrap_or_default(),
        provenance: matches.get_flag("provenance"),
        unanswered_only: matches.get_flag("unanswered"),
    }
}

/// Text goes out without anything that would move a terminal's cursor.
fn say(desk: &mut Desk, format: Format, bytes: Vec<u8>) -> Outcome {
    match String::from_utf8(bytes) {
        Ok(text) if format.is_text => Ok(desk.out.write_all(printable::lines(&text).as_bytes())?),
        Ok(text) => Ok(desk.out.write_all(text.as_bytes())?),
        Err(bytes) => Ok(desk.out.write_all(bytes.as_bytes())?),
    }
}

/// Where a file goes: into the folder that was named, or under the name that was given; with several formats each
/// gets its own ending.
fn path(desk: &Desk, minutes: &Minutes, format: Format, output: Option<&str>, several: bool) -> PathBuf {
    let named = |folder: &Path| {
        folder.join(format!("{}.{}", file_name(minutes, desk.words.paper.untitled), format.ending))
    };
    match output {
        None => named(Path::new("")),
        Some(folder) if Path::new(folder).is_dir() => named(Path::new(folder)),
        Some(file) if several => PathBuf::from(file).with_extension(format.ending),
        Some(file) => PathBuf::from(file),
    }
}
