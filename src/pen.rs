//! The pen line: a typed line → what it means. Pure: it asks no clock, no store and no terminal, and stores nothing.
//!
//! The grammar is a table of signs (`SIGNS`) and the tokens `@ # < ^` inside a line. A sign counts only when white
//! space follows it; a leading space makes the whole line literal, signs and tokens alike.

pub mod command;
mod complete;
mod describe;
mod due;
mod paste;
mod response;
mod tokens;

use chrono::NaiveDate;

pub use command::Verb;
pub use complete::{Completion, complete};
pub use describe::describe;
pub use due::read_due;
pub use paste::{clean, split_paste};

use crate::i18n::dates::Doubt;
use crate::model::{Due, Kind, NoteKind, ResponseKind, SectionKind};

/// What is known around the line.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The day of the meeting.
    pub today: NaiveDate,
    /// The section that the line is typed in.
    pub section: SectionKind,
    /// The names in the register, as they are written.
    pub known: &'a [String],
    /// The tags in use, without `#`.
    pub tags: &'a [String],
    /// The headings of the meeting.
    pub headings: &'a [String],
}

/// What a line means.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Nothing: the line is empty, or only a sign.
    Nothing,
    /// A new entry.
    Entry(Line),
    /// A response to the selected or latest challenge.
    Response(Answer),
    /// More words for the latest entry.
    Continue(String),
    /// Go to the section with this heading, or make it.
    Section(String),
    /// Correct the latest entry: the first words become the second.
    Correct {
        /// The words that stand there; never empty.
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
    /// Its words.
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
    pub remarks: Vec<Remark>,
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
}

/// A response, as it was typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What sort of answer it is: named before a colon (`= på gång: …`), planned where a date is given, or else plain.
    pub kind: ResponseKind,
    /// Its words.
    pub text: String,
    /// Who gave it.
    pub author: Option<String>,
    /// When the planned thing happens.
    pub due: Option<Due>,
    /// See [`Line::choice`].
    pub choice: Option<NaiveDate>,
    /// What to look at before Enter.
    pub remarks: Vec<Remark>,
}

/// Something in a line that may not mean what its writer thinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// About the due date.
    Date(Doubt),
    /// What follows `<` looks like a date, but there is no such day; it stayed text.
    NoSuchDay(String),
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
    /// `s//…/` does not say what to correct.
    #[error("nothing to correct")]
    NothingToCorrect,
}

/// What a sign makes of the words after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Own,
    Kind(Kind),
    Response,
    Continue,
    Section,
}

/// The signs at the start of a line. A longer sign stands before the one it begins with.
const SIGNS: [(&str, Sign); 14] = [
    (">>", Sign::Kind(Kind::ACTION)),
    ("[]", Sign::Kind(Kind::ACTION)),
    ("[ ]", Sign::Kind(Kind::ACTION)),
    ("-", Sign::Own),
    ("!", Sign::Kind(Kind::CHALLENGE)),
    (">", Sign::Kind(Kind::COMMITMENT)),
    ("=", Sign::Response),
    ("?", Sign::Kind(Kind::Note(NoteKind::Question))),
    ("\"", Sign::Kind(Kind::Note(NoteKind::Quote))),
    // Some keyboards and systems write typographic quotation marks by themselves.
    ("”", Sign::Kind(Kind::Note(NoteKind::Quote))),
    ("“", Sign::Kind(Kind::Note(NoteKind::Quote))),
    ("§", Sign::Kind(Kind::Decision)),
    ("+", Sign::Continue),
    ("#", Sign::Section),
];

/// What a typed line means.
pub fn parse(line: &str, around: &Around<'_>) -> Result<Meaning, Refusal> {
    let line = clean(line);
    let line = line.trim_end();
    if line.trim_start() != line {
        return Ok(Meaning::Entry(Line::literal(line.trim_start())));
    }
    if line.is_empty() || SIGNS.iter().any(|(sign, _)| *sign == line) {
        return Ok(Meaning::Nothing);
    }
    if let Some(correction) = correction(line) {
        return correction;
    }
    if let Some(typed) = line.strip_prefix('/').filter(|typed| typed.starts_with(char::is_alphabetic)) {
        return command::parse(typed);
    }
    let (sign, words) = split_sign(line);
    match sign {
        Sign::Own => entry(None, words, around),
        Sign::Kind(kind) => entry(Some(kind), words, around),
        Sign::Response => response::parse(words, around).map(Meaning::Response),
        Sign::Continue => Ok(Meaning::Continue(words.to_owned())),
        Sign::Section => Ok(Meaning::Section(words.strip_suffix(':').unwrap_or(words).trim_end().to_owned())),
    }
}

/// The sign of a line and the words after it.
fn split_sign(line: &str) -> (Sign, &str) {
    let signed = SIGNS.iter().find_map(|(sign, means)| {
        let words = line.strip_prefix(sign).filter(|words| words.starts_with(char::is_whitespace))?;
        Some((*means, words.trim_start()))
    });
    signed.unwrap_or((Sign::Own, line))
}

fn entry(kind: Option<Kind>, words: &str, around: &Around<'_>) -> Result<Meaning, Refusal> {
    let found = tokens::take(words, around);
    if found.text.is_empty() {
        return Err(Refusal::NoWords);
    }
    let name = (!found.names.is_empty()).then(|| found.names.join(", "));
    let mut line = Line {
        kind,
        text: found.text,
        tags: found.tags,
        due: found.due,
        choice: found.choice,
        remarks: found.remarks,
        ..Line::default()
    };
    // A challenge has an owner too, who should respond; but a name typed with it is whose voice it was.
    match line.kind_in(around.section) {
        Kind::Action(_) | Kind::Commitment(_) => line.owner = name,
        _ => line.speaker = name,
    }
    Ok(Meaning::Entry(line))
}

/// `s/old/new/`, where `\/` is a slash and the last slash may be missing. A line that goes on after it, or has no second
/// slash ("s/he"), is no correction.
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
        _ => return None,
    };
    if from.is_empty() {
        return Some(Err(Refusal::NothingToCorrect));
    }
    Some(Ok(Meaning::Correct { from: from.clone(), to: to.clone() }))
}

#[cfg(test)]
mod tests;
