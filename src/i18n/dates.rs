//! Reads dates, weeks and times of day as people write them in Swedish (and a little English).
//!
//! Its caller says on which day the text was written; it never asks a clock. What it cannot know (the year, the order
//! of day and month, a weekday that does not fit) it says as a [`Doubt`] beside its best reading.

mod calendar;
mod cursor;
mod grammar;
mod resolve;
mod scan;
mod time;
mod written;

use std::ops::Range;

use chrono::{Days, NaiveDate, Weekday};

use crate::i18n::vocabulary::dates::IN_ROOM;
use crate::model::{Due, TimeSpan};
use cursor::Cursor;
use resolve::ReferenceDays;

/// A date that was read, and the time of day beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The day, week or month; with its words where they were relative ("imorgon", "nästa vecka").
    pub due: Due,
    /// The first day, where several are named ("14–15 november"): due is the last.
    pub from: Option<NaiveDate>,
    /// The time of day, where one follows the date.
    pub time: Option<TimeSpan>,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Why a reading may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Another weekday was written than the date has.
    Weekday {
        /// The weekday that was written.
        said: Weekday,
        /// The weekday that the date has.
        is: Weekday,
    },
    /// The same text also means this day.
    Ambiguous(NaiveDate),
    /// No year was written; the nearest one was taken.
    NoYear,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFailure {
    /// It says nothing about when.
    NoDate,
    /// It has the form of a date, but there is no such day, week or month (31 november).
    NoSuchDay,
    /// It is a date only together with the day on which it was written, and that is not known.
    NoReference,
    /// It says when, but not as a date.
    Vague(Vague),
}

/// When, but not by date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vague {
    /// A season or a term: "hösten 2019", "till jul".
    Season,
    /// "till nästa möte": whatever day that will be.
    NextMeeting,
    /// "snarast", "asap": no day was named.
    Soon,
    /// "löpande": without an end.
    Continuous,
}

/// A date inside running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDate {
    /// Its place: bytes of the text, always on character boundaries.
    pub range: Range<usize>,
    /// What it means. Of the failures only [`DateFailure::NoSuchDay`] and [`DateFailure::NoReference`] occur here.
    pub read: Result<Read, DateFailure>,
}

/// How far back a date without a year may be, in days: minutes speak mostly of what is to come, but also of last month.
const LOOK_BACK: u64 = 90;

/// The same of the day by which something is to be done: what is said of it at a meeting in January is hardly about
/// December.
const LOOK_BACK_FOR_DUE: u64 = 30;

/// Reads a text that is a date as a whole; words such as "senast" before it and a full stop after it are skipped.
/// A date without a year is placed in the year around `reference` that starts 90 days before it.
pub fn read(text: &str, reference: Option<NaiveDate>) -> Result<Read, DateFailure> {
    read_in(text, ReferenceDays::new(reference, LOOK_BACK))
}

/// Reads like [`read`] a date that is to come: without a year it is today or later.
pub fn read_ahead(text: &str, today: NaiveDate) -> Result<Read, DateFailure> {
    read_in(text, ReferenceDays::new(Some(today), 0))
}

fn read_in(text: &str, frame: ReferenceDays) -> Result<Read, DateFailure> {
    let tokens = scan::tokens(text);
    // "Till jul" is Christmas, though "jul" is also short for July.
    if let Some(vague) = grammar::vague(&tokens) {
        return Err(DateFailure::Vague(vague));
    }
    let (written, rest) =
        grammar::date(grammar::skip_leads(Cursor::new(&tokens))).ok_or(DateFailure::NoDate)?;
    let (time, rest) = time::after_date(rest);
    let (week, rest) = calendar::week_beside(rest);
    if !rest.is_finished() {
        return Err(DateFailure::NoDate);
    }
    let mut read = resolve::resolve(&written, text, frame)?;
    read.time = time;
    resolve::compare_week(&mut read, week);
    Ok(read)
}

/// The dates inside running text, from left to right and without overlap. More careful than [`read`]: what may as well
/// be something else (a fraction, a bare weekday, a month's name) is left alone.
pub fn find(text: &str, reference: Option<NaiveDate>) -> Vec<FoundDate> {
    find_in(text, ReferenceDays::new(reference, LOOK_BACK))
}

/// The same where they say by when something is to be done: without a year they are at most a month back.
pub fn find_due(text: &str, reference: Option<NaiveDate>) -> Vec<FoundDate> {
    find_in(text, ReferenceDays::new(reference, LOOK_BACK_FOR_DUE))
}

/// The same, where a date without a year is in this one. What is counted from a day of reference is none here.
pub fn find_in_year(text: &str, year: i32) -> Vec<FoundDate> {
    find_in(text, ReferenceDays { reference: None, earliest: NaiveDate::from_ymd_opt(year, 1, 1) })
}

fn find_in(text: &str, frame: ReferenceDays) -> Vec<FoundDate> {
    let tokens = scan::tokens(text);
    let mut found = Vec::new();
    let mut at = Cursor::new(&tokens);
    while !at.is_at_end() {
        let hit = (grammar::may_begin(at) && at.starts_word()).then(|| grammar::date(at)).flatten();
        let hit = hit.filter(|(written, rest)| {
            rest.ends_word() && grammar::is_sure(written, at) && !is_room(text, at.bytes_to(*rest))
        });
        let Some((written, rest)) = hit else {
            at = at.next();
            continue;
        };
        let (time, after) = time::after_date(rest);
        let read = resolve::resolve(&written, text, frame);
        let read = read.map(|read| Read { time, ..read });
        found.push(FoundDate { range: at.bytes_to(after), read });
        at = after;
    }
    found
}

/// Whether what could be a week is the name of a room: "kl. 18.15 i V31", "sal V21".
fn is_room(text: &str, range: Range<usize>) -> bool {
    let (Some(before), Some(written)) = (text.get(..range.start), text.get(range)) else { return false };
    if !written.strip_prefix('V').is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
        return false;
    }
    let before = before.trim_end_matches([' ', ',', '(', '\u{a0}']);
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_in = IN_ROOM.contains(&last.to_lowercase().as_str());
    let is_after_time = |text: &str| {
        let tail = text.char_indices().rev().nth(20).map_or(text, |(at, _)| text.get(at..).unwrap_or(text));
        find_time(tail)
            .is_some_and(|(time, _)| tail.get(time.end..).is_some_and(|rest| rest.trim().is_empty()))
    };
    let lead = before.strip_suffix(last).unwrap_or(before).trim_end_matches([' ', ',']);
    is_in && (last.to_lowercase() != "i" || is_after_time(lead)) || is_after_time(before)
}

/// Reads the date that a text begins with, without a time of day; it is to come, as with [`read_ahead`].
pub fn read_start(text: &str, today: NaiveDate) -> Option<FoundDate> {
    let tokens = scan::tokens(text);
    let at = Cursor::new(&tokens);
    let (written, rest) = grammar::date(at).filter(|(_, rest)| rest.ends_word())?;
    Some(FoundDate {
        range: at.bytes_to(rest),
        read: resolve::resolve(&written, text, ReferenceDays::new(Some(today), 0)),
    })
}

/// Reads a text that is a time of day as a whole: "kl. 9.00–15.30", "18.30", "13-15".
pub fn read_time(text: &str) -> Option<TimeSpan> {
    let tokens = scan::tokens(text);
    let (span, rest) = time::span(Cursor::new(&tokens).skip_space(), time::Trust::Whole)?;
    rest.is_finished().then_some(span)
}

/// The first time of day inside running text: after "kl", or with hours and minutes of a span ("09:00-12:00").
pub fn find_time(text: &str) -> Option<(Range<usize>, TimeSpan)> {
    let tokens = scan::tokens(text);
    let mut at = Cursor::new(&tokens);
    while !at.is_at_end() {
        if at.starts_word()
            && let Some((span, rest)) = time::span(at, time::Trust::Running)
            && rest.ends_word()
        {
            return Some((at.bytes_to(rest), span));
        }
        at = at.next();
    }
    None
}

impl ReferenceDays {
    fn new(reference: Option<NaiveDate>, look_back: u64) -> Self {
        let earliest = reference.map(|day| day.checked_sub_days(Days::new(look_back)).unwrap_or(day));
        Self { reference, earliest }
    }
}

#[cfg(test)]
mod tests;
