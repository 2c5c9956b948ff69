//! The words of the reports: what a municipality writes back to the room, to a board and on its intranet.

use crate::i18n::Lang;
use crate::i18n::occupations::in_sentence;
use crate::model::statistics::Figures;

pub mod actions;
pub mod challenges;
pub mod feedback;
pub mod news;
pub mod reminder;
pub mod statement;

/// When something was, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When<'a> {
    /// Nobody wrote it down.
    Unknown,
    /// On one day.
    Day(&'a str),
    /// From one day to another.
    Period(&'a str),
}

/// See the module.
#[derive(Debug)]
pub struct ReportWords {
    /// What the facts are called as a whole, for those who do not see them.
    pub about: &'static str,
    /// Before the day on which a report was made.
    pub updated: &'static str,
    /// Before the name of a programme.
    pub programme: &'static str,
    /// What a report about every meeting is about, where they belong to no programme.
    pub all_meetings: &'static str,
    /// What a report about the meetings without a programme is about, where others have one.
    pub without_programme: &'static str,
    /// Before the meetings that a report is about.
    pub meetings: &'static str,
    /// Before the owner, or the selection, that a report is about alone.
    pub applies_to: &'static str,
    /// A selection of so many things.
    pub marked: fn(number: usize) -> String,
    /// A report and what it is about, as a title.
    pub titled: fn(report: &str, subject: &str) -> String,
    /// Before the one who should respond to a challenge.
    pub responder: &'static str,
    /// Before the state of a challenge.
    pub state: &'static str,
    /// A piece of work that is past its day; with its status, unless that says nothing more.
    pub overdue: fn(status: Option<&str>) -> String,
    /// The same within a line, with the day.
    pub late: fn(status: Option<&str>, day: &str) -> String,
    /// Who answers for it, within a line.
    pub owner: fn(name: &str) -> String,
    /// Before a due date, within a line.
    pub due: fn(day: &str) -> String,
    /// The label of an answer: its day and its sort, where they are known.
    pub response: fn(day: Option<&str>, sort: Option<&str>) -> String,
    /// A check: its day, what came out of it, what was said.
    pub check: fn(day: &str, outcome: &str, comment: &str) -> String,
    /// "You said – we did", for those who took part.
    pub feedback: feedback::FeedbackWords,
    /// The list of actions, by who answers for them.
    pub actions: actions::ActionWords,
    /// The list of challenges that are not closed.
    pub challenges: challenges::OpenWords,
    /// The statement to a board.
    pub statement: statement::StatementWords,
    /// The news text for an intranet.
    pub news: news::NewsWords,
    /// The reminder to mail.
    pub reminder: reminder::ReminderWords,
}

/// Parts of a sentence with commas, and a word before the last.
fn listed(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// A number in Swedish running text.
#[derive(Clone, Copy)]
struct Numbers {
    /// Words up to twelve, unless a greater number is beside them: then all are figures.
    in_words: bool,
}

impl Numbers {
    fn of(figures: &Figures) -> Self {
        let Figures { challenges, actions, commitments, .. } = *figures;
        Self { in_words: challenges.max(actions).max(commitments) <= 12 }
    }

    /// A number without others beside it.
    fn alone(number: usize) -> Self {
        Self { in_words: number <= 12 }
    }

    /// Of things that are "en".
    fn en(self, number: usize) -> String {
        const WORDS: [&str; 13] =
            ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
        let word = WORDS.get(number).filter(|_| self.in_words);
        word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
    }

    /// Of things that are "ett".
    fn ett(self, number: usize) -> String {
        if number == 1 && self.in_words { "ett".to_owned() } else { self.en(number) }
    }
}

/// One form for one, another for any other number.
fn form<'a>(number: usize, one: &'a str, many: &'a str) -> &'a str {
    if number == 1 { one } else { many }
}

pub(super) const SV: ReportWords = ReportWords {
    about: "Om dokumentet",
    updated: "Uppdaterad",
    programme: "Program",
    all_meetings: "alla möten",
    without_programme: "möten utan program",
    meetings: "Möten",
    applies_to: "Gäller",
    marked: |number| format!("{number} {}", form(number, "vald", "valda")),
    titled: |report, subject| format!("{report}: {}", quoted(subject, '”', '”')),
    responder: "Bör svara",
    state: "Läget",
    overdue: |status| match status {
        Some(status) => format!("försenad ({status})"),
        None => "försenad".to_owned(),
    },
    late: |status, day| match status {
        Some(status) => format!("{status}, försenad sedan {day}"),
        None => format!("försenad sedan {day}"),
    },
    owner: |name| format!("ansvarig {}", in_sentence(Lang::Sv, name)),
    due: |day| format!("klart senast {day}"),
    response: |day, sort| {
        let day = day.map(|day| format!(" {day}")).unwrap_or_default();
        let sort = sort.map(|sort| format!(" ({sort})")).unwrap_or_default();
        format!("Återkoppling{day}{sort}")
    },
    check: |day, outcome, comment| {
        let comment = if comment.is_empty() { String::new() } else { format!(". {comment}") };
        format!("Uppföljning {day}: {outcome}{comment}")
    },
    feedback: feedback::SV,
    actions: actions::SV,
    challenges: challenges::SV,
    statement: statement::SV,
    news: news::SV,
    reminder: reminder::SV,
};

fn days_sv(days: i64) -> String {
    if days == 1 { "1 dag".to_owned() } else { format!("{days} dagar") }
}

/// A title within a title: between marks where it has a colon of its own.
fn quoted(title: &str, open: char, close: char) -> String {
    if title.contains(':') { format!("{open}{title}{close}") } else { title.to_owned() }
}

fn sv_meetings(meetings: usize) -> String {
    format!("{} {}", Numbers::alone(meetings).ett(meetings), form(meetings, "möte", "möten"))
}

pub(super) const EN: ReportWords = ReportWords {
    about: "About the document",
    updated: "Updated",
    programme: "Programme",
    all_meetings: "all meetings",
    without_programme: "meetings without a programme",
    meetings: "Meetings",
    applies_to: "Concerns",
    marked: |number| format!("{number} chosen"),
    titled: |report, subject| format!("{report}: {}", quoted(subject, '“', '”')),
    responder: "Should respond",
    state: "State",
    overdue: |status| match status {
        Some(status) => format!("overdue ({status})"),
        None => "overdue".to_owned(),
    },
    late: |status, day| match status {
        Some(status) => format!("{status}, overdue since {day}"),
        None => format!("overdue since {day}"),
    },
    owner: |name| format!("responsible: {name}"),
    due: |day| format!("due {day}"),
    response: |day, sort| {
        let day = day.map(|day| format!(" {day}")).unwrap_or_default();
        let sort = sort.map(|sort| format!(" ({sort})")).unwrap_or_default();
        format!("Response{day}{sort}")
    },
    check: |day, outcome, comment| {
        let comment = if comment.is_empty() { String::new() } else { format!(". {comment}") };
        format!("Follow-up {day}: {outcome}{comment}")
    },
    feedback: feedback::EN,
    actions: actions::EN,
    challenges: challenges::EN,
    statement: statement::EN,
    news: news::EN,
    reminder: reminder::EN,
};

fn days_en(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}
