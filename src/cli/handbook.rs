//! `vidpennan handbook`: the handbook, printed to be read here or written to files.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::export::{format_of, place, say};
use super::{CommandResult, Desk, Failure, Misuse};
use crate::export::{Format, With, render};
use crate::files::name;
use crate::files::save::{Existing, save};
use crate::report::handbook;

/// Prints the handbook as text, or writes it in the formats that are named, by `--format` or the ending of `--output`.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let publication = handbook::publication(desk.words.lang, desk.clock.today());
    let output = matches.get_one::<String>("output").map(String::as_str);
    let named: Vec<&String> = matches.get_many("format").into_iter().flatten().collect();
    let codes: Vec<&str> = if named.is_empty() {
        let ended = output.map(format_of).transpose()?.flatten();
        if let Some(other) = ended.filter(|ending| !handbook::FORMATS.contains(ending)) {
            return Err(Misuse::NotOfHandbook(other).into());
        }
        vec![ended.unwrap_or("txt")]
    } else {
        named.iter().map(|code| code.as_str()).collect()
    };
    let formats: Vec<Format> = codes.iter().filter_map(|code| Format::from_code(code)).collect();
    let prints = output == Some("-") || (output.is_none() && named.is_empty());
    if prints && formats.len() > 1 {
        return Err(Misuse::OneFormat.into());
    }
    let called = name::safe(&publication.document.title, desk.words.publication.untitled);
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for format in &formats {
        for file in render(*format, &publication, &With::new(desk.words))? {
            if prints {
                say(desk, *format, &file.bytes)?;
            } else {
                files.push((place(output, &called, *format, None, formats.len() > 1), file.bytes));
            }
        }
    }
    let existing = if matches.get_flag("force") { Existing::Replace } else { Existing::Keep };
    let is_taken = |path: &Path| existing == Existing::Keep && path.symlink_metadata().is_ok();
    let taken: Vec<PathBuf> =
        files.iter().map(|(path, _)| path).filter(|path| is_taken(path)).cloned().collect();
    if !taken.is_empty() {
        return Err(Failure::Exist(taken));
    }
    for (path, bytes) in files {
        save(&path, &bytes, existing)?;
        desk.say(&path.display().to_string())?;
    }
    Ok(())
}
