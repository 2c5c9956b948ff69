//! The pen line: a typed line → what it means. Pure: it asks no clock, no store and no terminal, and stores nothing.
//!
//! The grammar is a table of markers (`MARKERS`) and the tokens `@ # < ^` inside a line. A marker counts only before
//! white space; a leading space makes the whole line literal, markers and tokens alike.

mod abbreviation;
mod broken_names;
pub mod command;
mod complete;
mod compose;
mod describe;
mod due;
mod heading;
mod kept_markers;
mod left_dates;
mod name_run;
mod names;
mod paste;
mod response;
mod token;
mod tokens;

use chrono::NaiveDate;

pub use abbreviation::{Abbreviations, Expansion, ends_word, expand, written_out};
pub use command::{Destination, Verb, VerbScope, assignment, destination, verb_of};
pub use complete::{Completion, complete};
pub use compose::{at_names, compose, has_marker, is_owned, markers};
pub use describe::{
    called, describe, describe_assignment, describe_refusal, describe_response, first_remark, has_question,
    is_question, look_first, new_name, remarks, unasked,
};
pub use due::read_due;
pub use heading::{Fit, fit_heading};
pub use kept_markers::KeptMarkers;
use left_dates::left_heart;
pub use left_dates::{left_dates, new_remarks};
pub use names::{known_name, name_meant, names_like};
pub use paste::{Pasted, PastedLine, PastedRole, PastedRow, clean, read_paste, split_paste};
pub use response::{
    ResponseWords, compose as compose_response, kind_called as response_kind, read as read_response,
    read_words as read_response_words,
};
pub use tokens::{dated, left_names, names_somebody};

use crate::i18n::dates::Doubt;
use crate::model::{Due, Kind, NoteKind, ResponseKind, SectionKind};

/// What a line is read against: the day, the section, and the words it can refer to.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day that dates count from: the meeting's, or today's where it has none.
    pub today: NaiveDate,
    /// The day on which the line is written. What is answered is answered on it, so that the date of a response counts
    /// from it, whatever day the meeting was.
    pub written: NaiveDate,
    /// The section that the line is typed in, or rather the kind of section whose own kind plain words become.
    pub section: SectionKind,
    /// In a line that answers: the kind of response that words without a marker become. `None` where they become an
    /// entry.
    pub answering: Option<ResponseKind>,
    /// The names in the register, as they are written.
    pub names: &'a [String],
    /// The bodies in the register, by their names and what they are called for short.
    pub bodies: &'a [String],
    /// Whether the meeting is written without names: none is taken or offered.
    pub nameless: bool,
    /// The tags in use, without `#`.
    pub tags: &'a [String],
    /// The headings of the meeting's sections, in their order.
    pub headings: &'a [String],
    /// The entry or the response that `+` and `s/…/…/` change.
    pub latest: Option<Target<'a>>,
    /// What the challenges that `=` answers are called; empty where there are none.
    pub challenges: &'a str,
}

impl Context<'_> {
    /// The same for a response.
    fn of_response(self) -> Self {
        Self { today: self.written, ..self }
    }
}

/// An entry or a response that a line changes, as the preview names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target<'a> {
    /// The number of an entry (`U-4`), or what a response answers; empty where it has none.
    pub number: &'a str,
    /// What it says, for the preview to name it where it has no number.
    pub text: &'a str,
    /// Whether it was answered to challenges, and not said.
    pub is_response: bool,
}

/// What a line means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Nothing: the line is empty, or only a marker.
    Nothing,
    /// A new entry.
    Entry(Line),
    /// A response to the selected or latest challenge.
    Response(ResponseLine),
    /// More words for the latest entry or response.
    Continue(String),
    /// Go to the section with this heading, or make it.
    Section(String),
    /// Correct the latest entry or response: the first words become the second.
    Correct {
        /// The words to replace; never empty.
        from: String,
        /// What they become; may be empty.
        to: String,
    },
    /// A command and what was typed after it.
    Command(Verb, String),
}

/// A new entry, as it was typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// What it is; `None` for the section's own kind.
    pub kind: Option<Kind>,
    /// What is left when the marker and the tokens are taken out.
    pub text: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// Who answers for it: only where the kind is an action or a commitment. Several names are parted by commas.
    pub owner: Option<String>,
    /// Tags without `#`, each once.
    pub tags: Vec<String>,
    /// By when. A line without `<` has none, whatever its section.
    pub due: Option<Due>,
    /// The calendar day, where "imorgon" is no working day and `due` was moved to the next one.
    pub choice: Option<NaiveDate>,
    /// What to look at before Enter.
    pub remarks: Vec<LineRemark>,
}

impl Line {
    /// Words that are nothing but words, in the section's own kind.
    pub fn literal(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// What it becomes in a section.
    pub fn kind_in(&self, section: SectionKind) -> Kind {
        self.kind.unwrap_or_else(|| section.own_kind())
    }

    /// Makes the name in the line that of who answers for what it becomes in a section, or else of who said it. A
    /// challenge has an owner too, who should respond; but a name typed with it is whose voice it was.
    pub fn name_for(&mut self, section: SectionKind) {
        let name = self.owner.take().or_else(|| self.speaker.take());
        if is_owned(self.kind_in(section)) {
            self.owner = name;
        } else {
            self.speaker = name;
        }
    }
}

/// A response, as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseLine {
    /// What sort of answer it is: named before a colon (`= på gång: …`), planned where a date is given, or else plain.
    pub kind: ResponseKind,
    /// Whether the words named the kind.
    pub is_named: bool,
    /// What is left when the marker, the kind and the tokens are taken out.
    pub text: String,
    /// Who gave it.
    pub author: Option<String>,
    /// When the planned thing happens.
    pub due: Option<Due>,
    /// See [`Line::choice`].
    pub choice: Option<NaiveDate>,
    /// What to look at before Enter.
    pub remarks: Vec<LineRemark>,
}

impl ResponseLine {
    /// Words that are nothing but words, as a response of this kind.
    pub fn literal(kind: ResponseKind, text: impl Into<String>) -> Self {
        Self {
            kind,
            is_named: false,
            text: text.into(),
            author: None,
            due: None,
            choice: None,
            remarks: Vec::new(),
        }
    }
}

/// Something in a line that may not mean what its writer thinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineRemark {
    /// About the due date.
    Date(Doubt),
    /// What follows `<` looks like a date, but there is no such day; it stayed text.
    NoSuchDay(String),
    /// What follows `<` is no date at all; it stayed text.
    NotADate(String),
    /// A date that stayed text, because the line has another before it.
    SecondDate(String),
    /// A date that stayed text, because only words are added there.
    DateAsText(String),
    /// A name that nobody in the register has, and one that it may be a slip for: see [`name_meant`].
    LikeName {
        /// What becomes a person.
        name: String,
        /// Who may be meant.
        like: String,
    },
    /// A name that nobody in the register has, before a word that may be the rest of it.
    HalfName {
        /// What becomes a person.
        name: String,
        /// With the word that follows.
        whole: String,
    },
    /// A name that neither a person nor a body of the register has, and that looks like no person's.
    OddName(String),
    /// One word that means a name of the register, before words that begin as the rest of that name and stayed text.
    RestOfName {
        /// The whole name.
        name: String,
        /// The word after it.
        left: String,
    },
    /// A name that stayed text, because only words are changed there.
    NameAsText(String),
    /// A name in quotation marks that do not close; it stayed text.
    OpenName(String),
    /// What begins with `@` and is no name; it stayed text.
    NotAName(String),
    /// A tag in a response, which has none; it stayed text.
    TagInResponse(String),
    /// It names somebody in a meeting that is written without names.
    Named,
    /// It is a response, more words for another line, a correction or a command: none of that can be pasted with other
    /// lines.
    NotPasted,
}

/// Why a line is not taken. It stays in the pen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No command has this name.
    #[error("there is no command {name:?}")]
    UnknownCommand {
        /// What was typed after `/`.
        name: String,
        /// The name of the command that comes closest.
        nearest: Option<&'static str>,
    },
    /// There are names, tags or a date, but no words.
    #[error("a line of tokens without words")]
    NoWords,
    /// `s//…/` does not say what to correct, and `s/…` not what it is to become.
    #[error("nothing to correct")]
    NothingToCorrect,
    /// There is a name, and the meeting is written without names.
    #[error("the meeting is written without names")]
    Named,
}

/// What a marker makes of the words after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Marker {
    Own,
    Kind(Kind),
    Response,
    Continue,
    Section,
}

/// The markers at the start of a line. A longer marker comes before the one that it begins with.
const MARKERS: [(&str, Marker); 14] = [
    (">>", Marker::Kind(Kind::ACTION)),
    ("[]", Marker::Kind(Kind::ACTION)),
    ("[ ]", Marker::Kind(Kind::ACTION)),
    ("-", Marker::Own),
    ("!", Marker::Kind(Kind::CHALLENGE)),
    (">", Marker::Kind(Kind::COMMITMENT)),
    ("=", Marker::Response),
    ("?", Marker::Kind(Kind::Note(NoteKind::Question))),
    ("\"", Marker::Kind(Kind::Note(NoteKind::Quote))),
    // Some keyboards and systems write typographic quotation marks by themselves.
    ("”", Marker::Kind(Kind::Note(NoteKind::Quote))),
    ("“", Marker::Kind(Kind::Note(NoteKind::Quote))),
    ("§", Marker::Kind(Kind::Decision)),
    ("+", Marker::Continue),
    ("#", Marker::Section),
];

/// What is no marker and means nothing by itself either: it begins a command, a name or a date.
const BEGINNINGS: [&str; 3] = ["/", "@", "<"];

/// What a typed line means.
pub fn parse(line: &str, context: &Context<'_>) -> Result<Meaning, Refusal> {
    let line = clean(line);
    let line = line.trim_end();
    if line.trim_start() != line {
        return Ok(match context.answering {
            Some(kind) => Meaning::Response(ResponseLine::literal(kind, line.trim_start())),
            None => Meaning::Entry(Line::literal(line.trim_start())),
        });
    }
    let is_alone = |begun: &str| begun == line;
    if line.is_empty()
        || MARKERS.iter().any(|(marker, _)| is_alone(marker))
        || BEGINNINGS.into_iter().any(is_alone)
    {
        return Ok(Meaning::Nothing);
    }
    if let Some(correction) = correction(line) {
        return match correction {
            Ok(Meaning::Correct { to, .. }) if tokens::are_refused(&to, context) => Err(Refusal::Named),
            correction => correction,
        };
    }
    if let Some(typed) = line.strip_prefix('/').filter(|typed| typed.starts_with(char::is_alphabetic)) {
        return command::parse(typed, context);
    }
    let (marker, words) = split_marker(line);
    match marker {
        Marker::Own if context.answering.is_some() => response::parse(words, context).map(Meaning::Response),
        Marker::Own => entry(None, words, context),
        Marker::Kind(kind) => entry(Some(kind), words, context),
        Marker::Response => response::parse(words, context).map(Meaning::Response),
        Marker::Continue | Marker::Section if tokens::are_refused(words, context) => Err(Refusal::Named),
        Marker::Continue => Ok(Meaning::Continue(words.to_owned())),
        Marker::Section => {
            Ok(Meaning::Section(words.strip_suffix(':').unwrap_or(words).trim_end().to_owned()))
        }
    }
}

/// The marker of a line and the words after it.
fn split_marker(line: &str) -> (Marker, &str) {
    let marked = MARKERS.iter().find_map(|(marker, means)| {
        let words = line.strip_prefix(marker).filter(|words| words.starts_with(char::is_whitespace))?;
        Some((*means, words.trim_start()))
    });
    marked.unwrap_or((Marker::Own, line))
}

fn entry(kind: Option<Kind>, words: &str, context: &Context<'_>) -> Result<Meaning, Refusal> {
    let found = tokens::take(words, context);
    if context.nameless && !found.names.is_empty() {
        return Err(Refusal::Named);
    }
    if found.text.is_empty() {
        return Err(Refusal::NoWords);
    }
    let name = (!found.names.is_empty()).then(|| found.names.join(", "));
    let mut line = Line {
        kind,
        text: found.text,
        speaker: name,
        tags: found.tags,
        due: found.due,
        choice: found.choice,
        remarks: found.remarks,
        ..Line::default()
    };
    line.name_for(context.section);
    if is_owned(line.kind_in(context.section)) {
        line.remarks.extend(left_heart(&line.text, line.due.is_some()));
    }
    Ok(Meaning::Entry(line))
}

/// `s/old/new/`, where `\/` is a slash and the last slash may be missing. A line that goes on after it, or has no
/// second slash yet ("s/he"), corrects nothing and is not taken for words either.
fn correction(line: &str) -> Option<Result<Meaning, Refusal>> {
    let mut parts = vec![String::new()];
    let mut rest = line.strip_prefix("s/")?.chars().peekable();
    while let Some(c) = rest.next() {
        let c = match c {
            '\\' => rest.next_if(|next| matches!(next, '/' | '\\')).unwrap_or('\\'),
            '/' => {
                parts.push(String::new());
                continue;
            }
            c => c,
        };
        parts.last_mut()?.push(c);
    }
    let (from, to) = match parts.as_slice() {
        [from, to] => (from, to),
        [from, to, end] if end.is_empty() => (from, to),
        _ => return Some(Err(Refusal::NothingToCorrect)),
    };
    if from.is_empty() {
        return Some(Err(Refusal::NothingToCorrect));
    }
    Some(Ok(Meaning::Correct { from: from.clone(), to: to.clone() }))
}

#[cfg(test)]
mod tests;
