//! What reports share: the title and the facts, and the lines for a piece of work, a response or a check. Each report
//! puts them in its own order.

use chrono::NaiveDate;

use super::document::{Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style};
use super::material::{Check, Material, MeetingData, Work};
use super::scope::{ReportScope, Share};
use crate::i18n::due::due_in_words;
use crate::i18n::words::reports::When;
use crate::i18n::{Words, format, labels};
use crate::minutes::details::is_owner_missed;
use crate::minutes::{Entry, Response};
use crate::model::{Due, Report, ResponseKind, Signature};

/// A report with its title, facts and language, and no blocks yet.
pub fn empty_report(report: Report, material: &Material, words: &Words) -> Document {
    let name = labels::report(words.lang, report);
    let subject = subject(material, words);
    Document {
        lang: words.lang,
        title: (words.reports.titled)(name, &subject),
        author: author(material),
        date: Some(material.today),
        about: words.reports.about.to_owned(),
        facts: facts(material, words),
        ..Document::default()
    }
}

/// What the material is about: the name of the programme, words for meetings without one, or the title of the meeting.
pub fn subject(material: &Material, words: &Words) -> String {
    match (material.scope, &material.programme) {
        (ReportScope::Programme, Some(programme)) => programme.name.clone(),
        (ReportScope::Programme, None) if material.is_all => words.reports.all_meetings.to_owned(),
        (ReportScope::Programme, None) => words.reports.without_programme.to_owned(),
        (ReportScope::Meeting, _) => {
            material.chosen().map_or_else(|| words.publication.untitled.to_owned(), |data| title(data, words))
        }
    }
}

/// A word for "untitled" where the meeting has no title.
pub fn title(data: &MeetingData, words: &Words) -> String {
    let title = data.minutes.title.trim();
    if title.is_empty() { words.publication.untitled.to_owned() } else { title.to_owned() }
}

/// The name of the first signature on the newest signed minutes.
pub fn author(material: &Material) -> Option<String> {
    signed(material).map(|signature| signature.name.clone())
}

/// The first signature on the newest signed minutes; `None` where it has no name.
pub fn signed(material: &Material) -> Option<&Signature> {
    signature(material).filter(|signature| !signature.name.trim().is_empty())
}

/// The first signature on the newest signed minutes, with or without a name.
pub fn signature(material: &Material) -> Option<&Signature> {
    material.meetings.iter().rev().find_map(|data| data.minutes.signoff.first())
}

fn facts(material: &Material, words: &Words) -> Vec<Fact> {
    let lang = words.lang;
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    let mut facts = Vec::new();
    match material.scope {
        ReportScope::Meeting => {
            if let Some(data) = material.chosen() {
                let role = |role| labels::field_role(lang, role);
                let day = data.meeting.date.map(|day| format::long_date(lang, day));
                facts.extend(day.map(|day| fact(role(crate::model::FieldRole::Date), day)));
                let place = data.minutes.place.clone().filter(|place| !place.is_empty());
                facts.extend(place.map(|place| fact(role(crate::model::FieldRole::Place), place)));
            }
            let programme = material.programme.as_ref().map(|programme| programme.name.clone());
            facts.extend(programme.map(|name| fact(words.reports.programme, name)));
        }
        ReportScope::Programme => {
            let meetings: Vec<String> =
                material.meetings.iter().map(|data| dated_title(data, words)).collect();
            facts.push(fact(words.reports.meetings, meetings.join("\n")));
        }
    }
    match &material.share {
        Share::All => {}
        Share::Owner { .. } => {
            let owner = material.share.owner().unwrap_or(words.publication.withheld);
            facts.push(fact(words.reports.applies_to, owner.to_owned()));
        }
        Share::Marked(marked) => {
            facts.push(fact(words.reports.applies_to, (words.reports.marked)(marked.len())));
        }
    }
    facts.push(fact(words.reports.updated, format::long_date(lang, material.today)));
    facts
}

/// A meeting with its date: `Framtidsveckan, 11 februari 2026`.
pub fn dated_title(data: &MeetingData, words: &Words) -> String {
    let title = title(data, words);
    match data.meeting.date {
        Some(day) => format!("{title}, {}", format::long_date(words.lang, day)),
        None => title,
    }
}

/// When the meetings were held: the words for it, and whether it was on one day.
pub struct Held {
    words: Option<String>,
    one_day: bool,
}

impl Held {
    /// Of the meetings that have a date.
    pub fn of(material: &Material, words: &Words) -> Self {
        let days = || material.meetings.iter().filter_map(|data| data.meeting.date);
        let (from, to) = (days().min(), days().max());
        let said = from.zip(to).map(|(from, to)| format::period(words.lang, from, to));
        Self { words: said, one_day: from == to }
    }

    /// In the form that sentences of the catalogue take.
    pub fn when(&self) -> When<'_> {
        match &self.words {
            None => When::Unknown,
            Some(day) if self.one_day => When::Day(day),
            Some(period) => When::Period(period),
        }
    }
}

/// A meeting's title as a heading, with its date and place under it.
pub fn meeting_heading(data: &MeetingData, words: &Words) -> Vec<Block> {
    let day = data.meeting.date.map(|day| format::long_date(words.lang, day));
    let facts = details([day, data.minutes.place.clone()].into_iter().flatten());
    std::iter::once(heading(1, title(data, words))).chain(facts.map(Block::Paragraph)).collect()
}

/// Level 1 is right under the title of the document.
pub fn heading(level: u8, text: impl Into<String>) -> Block {
    Block::Heading { level, text: text.into() }
}

/// A bulleted list; `None` without items.
pub fn bullets(items: Vec<ListItem>) -> Option<Block> {
    (!items.is_empty()).then_some(Block::List(List { markers: ListMarkers::Bullets, items }))
}

/// An item of one line.
pub fn item(text: impl Into<String>) -> ListItem {
    ListItem { paragraphs: vec![Paragraph::plain(Style::Body, text)], under: Vec::new() }
}

/// A line that begins with a label.
pub fn labelled(label: &str, text: &str) -> Paragraph {
    Paragraph {
        style: Style::Body,
        runs: vec![Run::strong(format!("{label}:")), Run::plain(format!(" {text}"))],
    }
}

/// Facts in one line, separated by dots; `None` without facts.
pub fn details(facts: impl IntoIterator<Item = String>) -> Option<Paragraph> {
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    (!facts.is_empty()).then(|| Paragraph::plain(Style::Details, facts.join(" · ")))
}

/// The text of an entry after its number.
pub fn numbered(entry: &Entry) -> Paragraph {
    let mut runs = Vec::new();
    if let Some(number) = entry.number.as_deref().filter(|number| !number.is_empty()) {
        runs.extend([Run::strong(number), Run::plain(" ")]);
    }
    runs.push(Run::plain(&entry.text));
    Paragraph { style: Style::Body, runs }
}

/// The responses to a piece of work, each labelled with its date and kind.
pub fn responses<'a>(work: &'a Work, words: &'a Words) -> impl Iterator<Item = Paragraph> + 'a {
    work.responses.iter().map(|given| response(&given.response, given.on, words))
}

/// A response labelled with its date and kind.
pub fn response(response: &Response, on: Option<NaiveDate>, words: &Words) -> Paragraph {
    let kind = labels::response_kind(words.lang, response.kind);
    let kind_and_due = match (&response.due, response.kind) {
        (None, ResponseKind::Answer) => None,
        (None, _) => Some(kind.to_owned()),
        (Some(due), ResponseKind::Answer) => Some(due_in_words(words, due)),
        (Some(due), _) => Some(format!("{kind}, {}", due_in_words(words, due))),
    };
    let on = on.map(|day| format::long_date(words.lang, day));
    let label = (words.reports.response)(on.as_deref(), kind_and_due.as_deref());
    Paragraph { style: Style::Response, ..labelled(&label, &response.text) }
}

/// A check: its date, its outcome and its comment.
pub fn check(check: &Check, words: &Words) -> Paragraph {
    let day = format::long_date(words.lang, check.on);
    let outcome = labels::status(words.lang, check.outcome).unwrap_or_default();
    Paragraph::plain(Style::Details, (words.reports.check)(&day, outcome, check.comment.trim()))
}

/// The status of a piece of work in lower case, preceded by a word for "overdue" if it is.
pub fn status(work: &Work, today: NaiveDate, words: &Words) -> String {
    let status = labels::status(words.lang, work.entry.kind).unwrap_or_default();
    if !work.is_overdue(today) {
        return status.to_owned();
    }
    (words.reports.overdue)((!is_untouched(work)).then_some(status))
}

/// An action in one line: its text, its status, its due date and who is responsible for it.
pub fn action(work: &Work, today: NaiveDate, words: &Words) -> String {
    let due = work.entry.due.as_ref().filter(|_| work.entry.kind.is_open());
    let due = due.map(|due| due_in_words(words, &Due { words: None, ..due.clone() }));
    let status = labels::status(words.lang, work.entry.kind);
    let state = match due {
        Some(day) if work.is_overdue(today) => {
            (words.reports.late)(status.filter(|_| !is_untouched(work)), &day)
        }
        Some(day) => format!("{}, {}", status.unwrap_or_default(), (words.reports.due)(&day)),
        None => status.unwrap_or_default().to_owned(),
    };
    let owner = match &work.entry.owner {
        Some(owner) => Some((words.reports.owner)(owner)),
        None => is_owner_missed(&work.entry).then(|| format::lowered(words.publication.owner_withheld)),
    };
    let facts: Vec<String> = std::iter::once(state).chain(owner).collect();
    format!("{} ({})", unstopped(&work.entry.text), facts.join(", "))
}

/// Who is responsible for an entry, or that the name is withheld; `None` where nobody is, and for a promise whose owner
/// is left out.
pub fn owner<'a>(entry: &'a Entry, words: &Words) -> Option<&'a str> {
    entry.owner.as_deref().or(is_owner_missed(entry).then_some(words.publication.withheld))
}

/// Whether its status is still that of a new entry.
fn is_untouched(work: &Work) -> bool {
    work.entry.kind == work.entry.kind.initial()
}

/// The text without a full stop at its end, for a line that continues.
pub fn unstopped(text: &str) -> &str {
    // The full stops of "Å.L." are a part of it.
    let is_stopped =
        |rest: &&str| !rest.ends_with('.') && !rest.is_empty() && rest.chars().nth_back(1) != Some('.');
    let stopped = text.strip_suffix('.').filter(is_stopped);
    stopped.unwrap_or(text)
}
