//! `vidpennan restore`: lists the copies of the database, compares one with it, and puts it back.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{CommandResult, Desk, Failure};
use crate::speech;
use crate::store::backup::{self, BackupFile};
use crate::store::restore::{self, SoundCopy};
use crate::store::{self, StoreError};

/// Lists the copies; puts the one back that is named, or compares it only; or begins anew.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let path = matches.get_one::<String>("to").map_or_else(|| desk.database.clone(), PathBuf::from);
    store::refuse_odd(&path)?;
    if matches.get_flag("anew") {
        restore::begin_anew(&path, desk.clock.now())?;
        return desk.say(&(desk.words.copies.begun_anew)(&path.display().to_string()));
    }
    match matches.get_one::<String>("copy") {
        Some(copy) => put_back(desk, &named(desk, copy)?, &path, matches.get_flag("dry-run")),
        None => list(desk),
    }
}

fn list(desk: &mut Desk) -> CommandResult {
    let words = &desk.words.copies;
    let copies = backup::list(&desk.database)?;
    if copies.is_empty() {
        return desk.say(&(words.none)(&backup::folder(&desk.database).display().to_string()));
    }
    desk.say(&(words.listed)(&desk.database.display().to_string()))?;
    for copy in &copies {
        let contents = backup::verify(&copy.path).ok();
        desk.say(&format!("  {}", speech::copies::copy(copy, contents, desk.words)))?;
    }
    desk.say(words.how)
}

/// The copy that is meant: a path, or the name of one of those that the program made, or its beginning.
fn named(desk: &Desk, copy: &str) -> Result<PathBuf, Failure> {
    // Every name begins with nothing.
    if copy.trim().is_empty() {
        return Err(Failure::NoCopy(copy.to_owned()));
    }
    if Path::new(copy).is_file() {
        return Ok(PathBuf::from(copy));
    }
    let has_name = |file: &BackupFile| {
        file.path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(copy))
    };
    let found = backup::list(&desk.database)?.into_iter().find(has_name);
    if found.is_none() {
        store::refuse_odd(Path::new(copy))?;
    }
    found.map(|file| file.path).ok_or_else(|| Failure::NoCopy(copy.to_owned()))
}

fn put_back(desk: &mut Desk, copy: &Path, path: &Path, only_compare: bool) -> CommandResult {
    let words = &desk.words.copies;
    let unsound = |error| match error {
        StoreError::Damaged(_) => Failure::UnsoundCopy(copy.to_owned()),
        error => Failure::Store(error),
    };
    let sound = SoundCopy::open(copy, path).map_err(unsound)?;
    if path.exists() {
        for line in speech::copies::difference(sound.compare(path).map_err(unsound)?.as_ref(), desk.words) {
            desk.say(&line)?;
        }
    }
    if only_compare {
        return Ok(());
    }
    let aside = sound.put_back(path, desk.clock.now()).map_err(|error| match error {
        StoreError::Damaged(_) => Failure::UnsoundCopy(copy.to_owned()),
        error => Failure::not_written(error, path),
    })?;
    desk.say(&(words.put_back)(&copy.display().to_string(), &path.display().to_string()))?;
    say_aside(desk, aside.as_deref())
}

/// Says where the files are that were there before, if there were any.
pub(super) fn say_aside(desk: &mut Desk, aside: Option<&Path>) -> CommandResult {
    let said = aside.map(|folder| (desk.words.copies.put_aside)(&folder.display().to_string()));
    said.map_or(Ok(()), |said| desk.say(&said))
}
