//! Text → [`Minutes`]: what a person would see in the text of minutes, and remarks where they should look twice.
//!
//! Every word of the text is in the minutes afterwards, in order ([`super::words()`]); writing them as text and
//! reading that again makes the same minutes. What cannot be decided stays what it is: a paragraph, a note.
//! It stores nothing and has no clock.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Field, Minutes, layout};
use crate::i18n::Words;

mod assigned;
pub mod attendees;
pub mod below;
pub mod body;
pub mod bullet;
pub mod facts;
pub mod field;
pub mod header;
pub mod heading;
pub mod lines;
pub mod meaning;
pub mod owners;
pub mod pieces;
pub mod promise;
pub mod remarks;
pub mod response;
pub mod responsible;
pub mod run_on;
pub mod shape;
pub mod signers;
pub mod signoff;
pub mod table;

use facts::Conflict;
use lines::SourceLine;
use promise::Participants;
use response::ResponseDoubt;

/// What reading cannot know by the text.
#[derive(Debug, Clone, Copy)]
pub struct ReadOptions<'a> {
    /// The day of the meeting where the text has none: that in the name of its file.
    pub day: Option<NaiveDate>,
    /// The day of the reading, for dates that need one.
    pub today: NaiveDate,
    /// The language of the remarks.
    pub words: &'a Words,
}

/// How often minutes are read again at most; ordinary text is settled the first time.
const MOST_TURNS: usize = 8;

/// How many paragraphs at the top may have the date of the meeting.
const FEW: usize = 3;

/// Reads text as minutes.
pub fn read(text: &str, options: &ReadOptions<'_>) -> Minutes {
    let analysis = understand_on(text, options);
    let remarks = remarks::remarks(&analysis, options.today, options.words);
    let is_not_the_day = analysis.not_the_day.is_some();
    let minutes = settle(text, analysis.into_minutes(), options.words, options.day);
    // A day that cannot be the meeting's is in the text still.
    Minutes { remarks, date: minutes.date.filter(|_| !is_not_the_day), ..minutes }
}

/// Reads text as minutes, and remarks nothing.
pub fn read_quietly(text: &str, words: &Words) -> Minutes {
    settle(text, understand(text, words, None).into_minutes(), words, None)
}

/// Reads text as minutes, and returns from which lines their parts come. The minutes are not settled: this is for a
/// document that says more than its text, which settling would lose.
pub fn read_with_lines(text: &str, options: &ReadOptions<'_>) -> (Minutes, Vec<SectionLines>) {
    let mut analysis = understand_on(text, options);
    let remarks = remarks::remarks(&analysis, options.today, options.words);
    let section_lines = std::mem::take(&mut analysis.section_lines);
    (Minutes { remarks, ..analysis.minutes }, section_lines)
}

/// The lines, counted from 1, on which the parts of a section begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SectionLines {
    /// `None` for a section without a heading.
    pub heading: Option<usize>,
    /// One for each entry, in their order.
    pub entries: Vec<usize>,
}

/// Reads the minutes of a text again as they are laid out, until that is what was read. The layout says a little less
/// than the text did (which empty lines were where); should that change what is understood, the simpler understanding
/// is the one that lasts.
fn settle(text: &str, mut minutes: Minutes, words: &Words, day: Option<NaiveDate>) -> Minutes {
    let mut read: Cow<'_, str> = Cow::Borrowed(text);
    for _ in 0..MOST_TURNS {
        let page = layout::text(&minutes, words);
        if page == read {
            break;
        }
        // Long minutes are not held twice.
        drop(minutes);
        minutes = understand(&page, words, day).into_minutes();
        read = Cow::Owned(page);
    }
    minutes
}

/// The minutes of a text, and what remarks are made of.
#[derive(Debug)]
pub struct Analysis<'a> {
    minutes: Minutes,
    lines: Vec<SourceLine<'a>>,
    controlled: Vec<usize>,
    repeated: Vec<usize>,
    conflict: Option<(usize, Conflict)>,
    doubts: Vec<(usize, ResponseDoubt)>,
    /// The day that the text does not have.
    day_of_file: Option<NaiveDate>,
    /// The line and the words of a date that cannot be the day of the meeting, and is not taken for it.
    not_the_day: Option<(usize, String)>,
    section_lines: Vec<SectionLines>,
}

impl Analysis<'_> {
    fn into_minutes(self) -> Minutes {
        self.minutes
    }
}

/// What a text that is read today says. A day that cannot be the meeting's is none.
fn understand_on<'a>(text: &'a str, options: &ReadOptions<'_>) -> Analysis<'a> {
    let mut analysis = understand(text, options.words, options.day);
    analysis.not_the_day = facts::far_ahead(&analysis.lines, analysis.minutes.date, options.today);
    if analysis.not_the_day.is_some() {
        analysis.minutes.date = None;
    }
    analysis
}

fn understand<'a>(text: &'a str, words: &Words, day: Option<NaiveDate>) -> Analysis<'a> {
    let (lines, controlled) = lines::split(text);
    let header = header::read(&lines);
    let below = lines.get(header.len..).unwrap_or_default();
    let ending = signoff::find(below, words.lang);
    let body = ending.as_ref().and_then(|ending| below.get(..ending.start)).unwrap_or(below);
    let pieces = pieces::join(body);

    let fields: Vec<Field> = header.fields.iter().map(|(_, field)| field.clone()).collect();
    let (date, conflict) = facts::date(&header.title, &fields);
    // An opening sentence may be broken over what looks like a title and the lines below it.
    let opening = pieces
        .first()
        .filter(|piece| piece.text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()));
    let opening = opening.map(|piece| format!("{} {}", header.title, piece.text));
    let date = date.or_else(|| {
        let first =
            opening.iter().map(String::as_str).chain(pieces.iter().take(FEW).map(|piece| &*piece.text));
        facts::date_in_text(first)
    });
    let day_of_file = day.filter(|_| date.is_none());
    let date = date.or(day);
    let (signed, signoff_as_written) =
        ending.map_or_else(Default::default, |it| (it.signatures, it.as_written));
    let signoff: Vec<_> = header.signatures.into_iter().chain(signed).collect();
    let (sections, doubts, section_lines) = body::read(&pieces, date, &Participants::of(&fields, &signoff));
    let title = header.title.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut repeated = header.repeated;
    repeated.extend(pieces.first().filter(|piece| piece.text == title).map(|piece| piece.number));
    let conflict = conflict.map(|conflict| {
        let taken = header.fields.iter().find(|(_, field)| field.value == conflict.taken);
        (taken.map_or(1, |(line, _)| *line), conflict)
    });

    let mut minutes = Minutes {
        title,
        date,
        time: facts::time(&fields),
        place: facts::place(&fields),
        fields,
        sections,
        signoff,
        signoff_as_written,
        ..Minutes::default()
    };
    minutes.reference = facts::reference(&minutes);
    minutes.next = facts::next(&minutes);
    let not_the_day = None;
    Analysis {
        minutes,
        lines,
        controlled,
        repeated,
        conflict,
        doubts,
        day_of_file,
        not_the_day,
        section_lines,
    }
}
