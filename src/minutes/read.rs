//! Text → [`Minutes`]: what a person would see in the text of minutes, and remarks where they should look twice.
//!
//! Every word of the text is in the minutes afterwards, in order ([`super::words()`]); writing them as text and
//! reading that gives the same minutes. What cannot be told apart stays what it is: a paragraph, a note.
//! It stores nothing and asks no clock.

use chrono::NaiveDate;

use super::{Field, Minutes, layout};
use crate::i18n::Words;

pub mod body;
pub mod bullet;
pub mod facts;
pub mod header;
pub mod heading;
pub mod lines;
pub mod meaning;
pub mod pieces;
pub mod promise;
pub mod remarks;
pub mod response;
pub mod signoff;

use facts::Conflict;
use lines::Line;
use promise::People;
use response::Doubt;

/// What reading needs to be told.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
    /// The day of the reading, for dates that need one.
    pub today: NaiveDate,
    /// The language of the remarks.
    pub words: &'a Words,
}

/// How many times the minutes may settle; ordinary text is settled at once.
const MOST_TURNS: usize = 8;

/// How many paragraphs at the top may hold the date of the meeting.
const FEW: usize = 3;

/// Reads text as minutes.
pub fn read(text: &str, options: &Options<'_>) -> Minutes {
    let understood = understand(text, options.words);
    let remarks = remarks::remarks(&understood, options.today, options.words);
    Minutes { remarks, ..settle(understood.minutes, options.words) }
}

/// Reads text as minutes, and remarks nothing.
pub fn read_quietly(text: &str, words: &Words) -> Minutes {
    settle(understand(text, words).minutes, words)
}

/// Reads text as minutes, and tells from which lines their parts come. What the text of the minutes would tell less of
/// is not settled here: for a document that tells more than text.
pub fn read_placed(text: &str, options: &Options<'_>) -> (Minutes, Vec<Places>) {
    let mut understood = understand(text, options.words);
    let remarks = remarks::remarks(&understood, options.today, options.words);
    let places = std::mem::take(&mut understood.places);
    (Minutes { remarks, ..understood.minutes }, places)
}

/// The lines, counted from 1, on which the parts of a section begin.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// That of its heading, if it has one.
    pub heading: Option<usize>,
    /// That of each of its entries.
    pub entries: Vec<usize>,
}

/// Layout tells a little less than the text did (which empty lines stood where). Should that change what is
/// understood, it is the simpler understanding that lasts.
fn settle(mut minutes: Minutes, words: &Words) -> Minutes {
    for _ in 0..MOST_TURNS {
        let again = understand(&layout::text(&minutes, words), words).minutes;
        if again == minutes {
            break;
        }
        minutes = again;
    }
    minutes
}

/// The minutes of a text, and what there is to remark.
#[derive(Debug)]
pub struct Understood {
    minutes: Minutes,
    lines: Vec<Line>,
    controlled: Vec<usize>,
    repeated: Vec<usize>,
    conflict: Option<(usize, Conflict)>,
    doubts: Vec<(usize, Doubt)>,
    places: Vec<Places>,
}

fn understand(text: &str, words: &Words) -> Understood {
    let (lines, controlled) = lines::split(text);
    let header = header::read(&lines);
    let below = lines.get(header.len..).unwrap_or_default();
    let ending = signoff::find(below, words.lang);
    let body = ending.as_ref().and_then(|ending| below.get(..ending.start)).unwrap_or(below);
    let pieces = pieces::join(body);

    let fields: Vec<Field> = header.fields.iter().map(|(_, field)| field.clone()).collect();
    let (date, conflict) = facts::date(&header.title, &fields);
    let date = date.or_else(|| facts::date_in_text(pieces.iter().take(FEW).map(|piece| piece.text.as_str())));
    let (signed, signoff_as_written) =
        ending.map_or_else(Default::default, |it| (it.signatures, it.as_written));
    let signoff: Vec<_> = header.signatures.into_iter().chain(signed).collect();
    let (sections, doubts, places) = body::read(&pieces, date, &People::of(&fields, &signoff));
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
    Understood { minutes, lines, controlled, repeated, conflict, doubts, places }
}
