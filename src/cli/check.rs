//! `vidpennan check`: whether the database is whole and everything in it follows from its log.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use clap::ArgMatches;
use unicode_segmentation::UnicodeSegmentation;

use super::restore::say_aside;
use super::{CommandResult, Desk, Failure, progress};
use crate::i18n::words::check::CheckWords;
use crate::i18n::{Words, changes};
use crate::store::check::{self, CheckStep};
use crate::store::fault::{Derived, Fault, FaultyRecord};
use crate::store::{Store, StoreError, mark_damaged, rebuild, restore, salvage};

/// How many faults are said one by one.
const FIRST: usize = 20;
/// How many characters of a name or a value are said.
const SHORT: usize = 60;

/// Checks the whole database: whether it can be read, whether its log is what was written, and whether everything else
/// follows from it. With `--rebuild` what does not is made anew from the log, unless the log is what is damaged; with
/// `--salvage` everything that can still be read is written to a new file.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    if let Some(to) = matches.get_one::<String>("salvage") {
        return salvage_to(desk, Path::new(to));
    }
    let looked = desk.store_to_read().and_then(|store| {
        let found = check::everything(&store, |step| begin(step, &desk.words.check))?;
        Ok((store, found))
    });
    progress::clear();
    let (mut store, found) = match looked {
        Err(Failure::Store(StoreError::Damaged(why))) => {
            desk.say(&(desk.words.check.page)(page_number(&why)))?;
            mark_damaged(&desk.database, &why);
            return unreadable(desk, matches, 1);
        }
        looked => looked?,
    };
    if found.is_empty() {
        store.open_for_writing();
        return desk.say(&(desk.words.cli.said.sound)(&desk.database.display().to_string()));
    }
    for line in said(&found, desk.words, desk.clock.today()) {
        desk.say(&line)?;
    }
    if found.iter().any(Fault::is_of_pages) {
        close(&store, &found);
        drop(store);
        return unreadable(desk, matches, found.len());
    }
    let lost_end = found.iter().find_map(|fault| match fault {
        Fault::LogEnd(rows) => Some(*rows),
        _ => None,
    });
    if matches.get_flag("rebuild") && lost_end.is_none() {
        match store.rebuild() {
            Ok(()) => {
                store.open_for_writing();
                return desk.say(&(desk.words.check.rebuilt)(found.len()));
            }
            Err(error @ StoreError::LogIncomplete(_)) => {
                close(&store, &found);
                return Err(error.into());
            }
            Err(error) => return Err(error.into()),
        }
    }
    close(&store, &found);
    let is_in_tables_only =
        found.iter().filter(|fault| fault.is_of_log()).all(|fault| matches!(fault, Fault::NotLogged(_)));
    Err(match (lost_end, damaged_rows(&found)) {
        (Some(rows), damaged) if rows == damaged => Failure::LogEnded(rows),
        (_, 0) if store.damage().is_some_and(|why| rebuild::is_of_upgrade(&why)) => {
            Failure::Unproven(found.len())
        }
        (_, 0) => Failure::Deviates(found.len()),
        (_, records) if is_in_tables_only => Failure::OnlyInTables(records),
        (_, rows) => Failure::LogDamaged(rows),
    })
}

/// Makes a file anew that cannot be read everywhere, where that is wanted and its log is whole. It is not open here.
fn unreadable(desk: &mut Desk, matches: &ArgMatches, faults: usize) -> CommandResult {
    if !matches.get_flag("rebuild") {
        return Err(Failure::Unreadable);
    }
    match restore::remake(&desk.database, desk.options()) {
        Ok(aside) => {
            desk.say(&(desk.words.check.rebuilt)(faults))?;
            say_aside(desk, aside.as_deref())
        }
        Err(StoreError::Damaged(_) | StoreError::LogIncomplete(_)) => Err(Failure::NotRebuilt),
        Err(error) => Err(error.into()),
    }
}

/// Writes what can still be read into a new file, and says what could not.
fn salvage_to(desk: &mut Desk, to: &Path) -> CommandResult {
    if !desk.database.exists() {
        return Err(Failure::NoDatabase);
    }
    let found = match salvage::salvage(&desk.database, to, desk.options()) {
        Err(StoreError::Io(error)) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(Failure::AlreadyThere(to.to_owned()));
        }
        Err(StoreError::Damaged(_)) => return Err(Failure::NothingSalvaged),
        found => found.map_err(|error| Failure::not_written(error, to))?,
    };
    let (words, path) = (&desk.words.check, to.display().to_string());
    desk.say(&(words.salvaged)(&path, found.meetings, found.entries))?;
    desk.say(&(words.salvaged_rows)(found.rows, found.from_copies))?;
    for copy in &found.left_out {
        desk.say(&(words.other_store)(&copy.display().to_string()))?;
    }
    if found.missing > 0 {
        desk.say(&(words.lost_rows)(found.missing))?;
    }
    if found.from_tables > 0 {
        desk.say(&(words.from_tables)(found.from_tables))?;
    }
    if found.missing == 0 && found.from_tables == 0 {
        desk.say(words.nothing_lost)?;
    }
    desk.say(&(words.how_salvaged)(&path))
}

/// How many rows of the log are missing or changed.
fn damaged_rows(found: &[Fault]) -> usize {
    let (mut rows, mut records) = (0, 0);
    for fault in found {
        match fault {
            Fault::LogRow { .. } => rows += 1,
            Fault::LogGap(missing) | Fault::LogEnd(missing) => rows += missing,
            Fault::NotLogged(lost) => records += lost,
            _ => {}
        }
    }
    rows.max(records)
}

/// Has nothing written to the file from here on.
fn close(store: &Store, found: &[Fault]) {
    let why: Vec<String> = found.iter().take(FIRST).map(ToString::to_string).collect();
    store.close_for_writing(&StoreError::Damaged(why.join("; ")));
}

/// Says what is being looked at, in the place of what was before.
fn begin(step: CheckStep, words: &CheckWords) {
    let doing = match step {
        CheckStep::Pages => words.reading_pages,
        CheckStep::Log => words.reading_log,
        CheckStep::Tables => words.comparing,
    };
    progress::say(doing);
}

/// What is wrong, a line each; what is about no record of its own is counted.
fn said(found: &[Fault], all_words: &Words, today: chrono::NaiveDate) -> Vec<String> {
    let words = &all_words.check;
    let record = |record: &FaultyRecord| {
        let name = record.name.as_deref().map(short);
        (words.record)(changes::noun(all_words, record.entity), name.as_deref())
    };
    let mut lines = Vec::new();
    let (mut derived_cells, mut derived) = (0, BTreeMap::<Derived, usize>::new());
    for fault in found {
        lines.push(match fault {
            Fault::Page(why) => (words.page)(page_number(why)),
            Fault::Index(name) => (words.index)(name),
            Fault::NoTable(name) => (words.no_table)(name),
            Fault::Schema(name) => (words.schema)(name),
            Fault::LogRow { record: about, cell } => {
                let cell = changes::cell(all_words, about.entity, cell);
                (words.log_row)(&record(about), cell)
            }
            Fault::LogGap(rows) => (words.log_gap)(*rows),
            Fault::LogEnd(rows) => (words.log_end)(*rows),
            Fault::NotLogged(records) => (words.not_logged)(*records),
            Fault::Missing(missing) => (words.missing)(&record(missing)),
            Fault::Superfluous(superfluous) => (words.superfluous)(&record(superfluous)),
            Fault::Cell { record: of, cell, stored, logged } => {
                let value =
                    |value| short(&changes::value(all_words, today, (of.entity, cell), value, &|_| None));
                match changes::cell(all_words, of.entity, cell) {
                    Some(name) => {
                        let stored = stored.as_ref().map(value);
                        (words.cell)(&record(of), name, stored.as_deref(), &value(logged))
                    }
                    None => (words.other_cell)(&record(of)),
                }
            }
            Fault::DerivedCell { .. } => {
                derived_cells += 1;
                continue;
            }
            Fault::Derived(what, _) => {
                *derived.entry(*what).or_default() += 1;
                continue;
            }
            Fault::Remembered(choices) => (words.remembered)(*choices),
        });
    }
    // Of one page or index several things may be wrong.
    lines.dedup();
    let more = lines.len().saturating_sub(FIRST);
    lines.truncate(FIRST);
    lines.extend((more > 0).then(|| (words.more)(more)));
    lines.extend((derived_cells > 0).then(|| (words.derived_cells)(derived_cells)));
    lines.extend(derived.into_iter().map(|(what, count)| match what {
        Derived::Replicas => (words.replicas)(count),
        Derived::Conflicts => (words.conflicts)(count),
        Derived::Numbers => (words.numbers)(count),
        Derived::Search => (words.search)(count),
        Derived::Vocabulary => (words.vocabulary)(count),
    }));
    lines
}

/// The page that SQLite speaks of: `Tree 27 page 28: …`, `Multiple uses for byte 3196 of page 27`.
fn page_number(why: &str) -> Option<u32> {
    let (_, rest) = why.rsplit_once("page ").or_else(|| why.rsplit_once("Page "))?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// The beginning of a name or a value, on one line.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = line.graphemes(true);
    let begun: String = parts.by_ref().take(SHORT).collect();
    if parts.next().is_none() { line } else { format!("{}…", begun.trim_end()) }
}
