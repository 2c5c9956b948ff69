//! The lines that reports share: what a piece of work, an answer or a check looks like on paper, and what a report is
//! called. Each report puts them in its own order.

use chrono::NaiveDate;

use super::document::{Block, Document, Fact, Item, List, Marks, Paragraph, Run, Style};
use super::material::{Check, Told, Work};
use super::{Material, Report, Scope};
use crate::i18n::due::due_in_words;
use crate::i18n::words::reports::When;
use crate::i18n::{Words, format, labels};
use crate::minutes::{Entry, Response};
use crate::model::{Due, ResponseKind};

/// A report without anything in it yet: its title, its facts, its language.
pub fn begun(report: Report, material: &Material, words: &Words) -> Document {
    let sort = labels::report(words.lang, report);
    let subject = subject(material, words);
    Document {
        lang: words.lang,
        title: (words.reports.titled)(sort, &subject),
        author: author(material),
        date: Some(material.today),
        about: words.reports.about.to_owned(),
        facts: facts(material, words),
        ..Document::default()
    }
}

/// What the material is about: the name of the programme, or the title of the meeting.
pub fn subject(material: &Material, words: &Words) -> String {
    match (material.scope, &material.programme) {
        (Scope::Programme, Some(programme)) => programme.name.clone(),
        _ => material.chosen().map_or_else(|| words.paper.untitled.to_owned(), |told| title(told, words)),
    }
}

/// The title of a meeting, never empty.
pub fn title(told: &Told, words: &Words) -> String {
    let title = told.minutes.title.trim();
    if title.is_empty() { words.paper.untitled.to_owned() } else { title.to_owned() }
}

/// The first who signs the newest minutes that are signed.
pub fn author(material: &Material) -> Option<String> {
    signed(material).map(|signature| signature.name.clone())
}

/// The first signature of the newest minutes that are signed.
pub fn signed(material: &Material) -> Option<&crate::model::Signature> {
    let signatures = material.meetings.iter().rev().find_map(|told| told.minutes.signoff.first());
    signatures.filter(|signature| !signature.name.trim().is_empty())
}

fn facts(material: &Material, words: &Words) -> Vec<Fact> {
    let lang = words.lang;
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let mut facts = Vec::new();
    match material.scope {
        Scope::Meeting => {
            if let Some(told) = material.chosen() {
                let role = |role| labels::field_role(lang, role);
                let date = told.meeting.date.map(|date| format::long_date(lang, date));
                facts.extend(date.map(|date| fact(role(crate::model::FieldRole::Date), date)));
                let place = told.minutes.place.clone().filter(|place| !place.is_empty());
                facts.extend(place.map(|place| fact(role(crate::model::FieldRole::Place), place)));
            }
            let programme = material.programme.as_ref().map(|programme| programme.name.clone());
            facts.extend(programme.map(|name| fact(words.reports.programme, name)));
        }
        Scope::Programme => {
            let meetings: Vec<String> =
                material.meetings.iter().map(|told| dated_title(told, words)).collect();
            facts.push(fact(words.reports.meetings, meetings.join("\n")));
        }
    }
    facts.push(fact(words.reports.updated, format::long_date(lang, material.today)));
    facts
}

/// A meeting with its day: `Framtidsveckan, 11 februari 2026`.
pub fn dated_title(told: &Told, words: &Words) -> String {
    let title = title(told, words);
    match told.meeting.date {
        Some(date) => format!("{title}, {}", format::long_date(words.lang, date)),
        None => title,
    }
}

/// When the meetings were held, in words, and whether it was on one day.
pub struct Held {
    words: Option<String>,
    one_day: bool,
}

impl Held {
    /// When these meetings were held.
    pub fn of(material: &Material, words: &Words) -> Self {
        let days = || material.meetings.iter().filter_map(|told| told.meeting.date);
        let (from, to) = (days().min(), days().max());
        let said = from.zip(to).map(|(from, to)| format::period(words.lang, from, to));
        Self { words: said, one_day: from == to }
    }

    /// The same for a sentence.
    pub fn when(&self) -> When<'_> {
        match &self.words {
            None => When::Unknown,
            Some(day) if self.one_day => When::Day(day),
            Some(period) => When::Period(period),
        }
    }
}

/// A meeting's title as a heading, and under it its day and place.
pub fn meeting_heading(told: &Told, words: &Words) -> Vec<Block> {
    let date = told.meeting.date.map(|date| format::long_date(words.lang, date));
    let facts = details([date, told.minutes.place.clone()].into_iter().flatten());
    std::iter::once(heading(1, title(told, words))).chain(facts.map(Block::Paragraph)).collect()
}

/// A heading.
pub fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

/// A list with a bullet before each item; nothing where there are none.
pub fn bullets(items: Vec<Item>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::List(List { marks: Marks::Bullets, items }))
}

/// An item of one line.
pub fn item(text: impl Into<String>) -> Item {
    Item { paragraphs: vec![Paragraph::plain(Style::Body, text)], under: Vec::new() }
}

/// A line that begins with a label.
pub fn labelled(label: &str, text: &str) -> Paragraph {
    Paragraph {
        style: Style::Body,
        runs: vec![Run::strong(format!("{label}:")), Run::plain(format!(" {text}"))],
    }
}

/// Facts in one line, with dots between; nothing where there are none.
pub fn details(facts: impl IntoIterator<Item = String>) -> Option<Paragraph> {
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    (!facts.is_empty()).then(|| Paragraph::plain(Style::Details, facts.join(" · ")))
}

/// An entry's words, with its number before them.
pub fn numbered(entry: &Entry) -> Paragraph {
    let mut runs = Vec::new();
    if let Some(number) = entry.number.as_deref().filter(|number| !number.is_empty()) {
        runs.extend([Run::strong(number), Run::plain(" ")]);
    }
    runs.push(Run::plain(&entry.text));
    Paragraph { style: Style::Body, runs }
}

/// The answers to a piece of work, each with its day and its sort.
pub fn responses<'a>(work: &'a Work, words: &'a Words) -> impl Iterator<Item = Paragraph> + 'a {
    let days = work.answers.iter().map(|answer| answer.on).chain(std::iter::repeat(None));
    work.entry.responses.iter().zip(days).map(|(response, on)| self::response(response, on, words))
}

/// An answer with its day and its sort.
pub fn response(response: &Response, on: Option<NaiveDate>, words: &Words) -> Paragraph {
    let sort = labels::response_kind(words.lang, response.kind);
    let sort = match (&response.due, response.kind) {
        (None, ResponseKind::Answer) => None,
        (None, _) => Some(sort.to_owned()),
        (Some(due), ResponseKind::Answer) => Some(due_in_words(words, due)),
        (Some(due), _) => Some(format!("{sort}, {}", due_in_words(words, due))),
    };
    let on = on.map(|day| format::long_date(words.lang, day));
    let label = (words.reports.response)(on.as_deref(), sort.as_deref());
    Paragraph { style: Style::Response, ..labelled(&label, &response.text) }
}

/// A check: when, what came out of it, what was said.
pub fn check(check: &Check, words: &Words) -> Paragraph {
    let day = format::long_date(words.lang, check.on);
    let outcome = labels::status(words.lang, check.outcome).unwrap_or_default();
    Paragraph::plain(Style::Details, (words.reports.check)(&day, outcome, check.comment.trim()))
}

/// Where a piece of work stands, in small letters; that it is past its day stands first.
pub fn status(work: &Work, today: NaiveDate, words: &Words) -> String {
    let status = labels::status(words.lang, work.entry.kind).unwrap_or_default();
    if !work.is_overdue(today) {
        return status.to_owned();
    }
    (words.reports.overdue)((!is_begun(work)).then_some(status))
}

/// An action in one line: its words, where it stands, by when and who answers for it.
pub fn action(work: &Work, today: NaiveDate, words: &Words) -> String {
    let due = work.entry.due.as_ref().filter(|_| work.entry.kind.is_open());
    let due = due.map(|due| due_in_words(words, &Due { words: None, ..due.clone() }));
    let status = labels::status(words.lang, work.entry.kind);
    let state = match due {
        Some(day) if work.is_overdue(today) => (words.reports.late)(status.filter(|_| !is_begun(work)), &day),
        Some(day) => format!("{}, {}", status.unwrap_or_default(), (words.reports.due)(&day)),
        None => status.unwrap_or_default().to_owned(),
    };
    let owner = work.entry.owner.as_deref().map(words.reports.owner);
    let facts: Vec<String> = std::iter::once(state).chain(owner).collect();
    format!("{} ({})", unstopped(&work.entry.text), facts.join(", "))
}

/// Whether nothing has happened with it yet.
fn is_begun(work: &Work) -> bool {
    work.entry.kind == work.entry.kind.initial()
}

/// Words without a full stop at their end, for a line that goes on.
pub fn unstopped(text: &str) -> &str {
    let stopped = text.strip_suffix('.').filter(|rest| !rest.ends_with('.') && !rest.is_empty());
    stopped.unwrap_or(text)
}
