//! The open challenges: those without a response first, the oldest on top, then those with a response that are not
//! solved.

use super::document::{Block, Document, ListItem};
use super::material::{Material, MeetingData, Work};
use super::scope::ReportScope;
use super::{figures, lines};
use crate::i18n::short_title::short_title;
use crate::i18n::{Words, format, labels};
use crate::model::{ChallengeStatus, Kind, Report};

/// A challenge and the meeting it was raised at.
type Raised<'a> = (&'a MeetingData, &'a Work);

/// Lays out the challenges of the material that are still open.
pub fn document(material: &Material, words: &Words) -> Document {
    let open = &words.reports.challenges;
    let mut document = lines::empty_report(Report::Challenges, material, words);
    let waiting = raised(material, false);
    let pending = raised(material, true);
    if waiting.is_empty() && pending.is_empty() {
        document.blocks.push(Block::body(open.none));
        return document;
    }
    let figures = figures::of(&material.meetings, material.today);
    let oldest = waiting.iter().filter_map(|(data, _)| age(data, material)).max();
    document.blocks.push(Block::body((open.summary)(&figures, oldest)));
    for (heading, challenges) in [(open.waiting, waiting), (open.pending, pending)] {
        let items = challenges.into_iter().map(|raised| item(raised, material, words)).collect();
        if let Some(list) = lines::bullets(items) {
            document.blocks.push(lines::heading(1, heading));
            document.blocks.push(list);
        }
    }
    document
}

/// The open challenges, answered or not, the oldest first; those of meetings without a date last.
fn raised(material: &Material, answered: bool) -> Vec<Raised<'_>> {
    let mut raised: Vec<Raised> = Vec::new();
    for data in &material.meetings {
        let asked = data.work.iter().filter(|work| {
            matches!(work.entry.kind, Kind::Challenge(status) if status.is_open())
                && work.is_answered == answered
        });
        raised.extend(asked.map(|work| (data, work)));
    }
    raised.sort_by_key(|(data, work)| (data.meeting.date.is_none(), data.meeting.date, work.place));
    raised
}

/// How many days ago the meeting was.
fn age(data: &MeetingData, material: &Material) -> Option<i64> {
    let days = (material.today - data.meeting.date?).num_days();
    (days >= 0).then_some(days)
}

/// Whether the meeting's challenges are under more than one heading: otherwise the heading says nothing about them.
fn several_headings(data: &MeetingData) -> bool {
    let challenges = data.work.iter().filter(|work| matches!(work.entry.kind, Kind::Challenge(_)));
    let mut headings = challenges.map(|work| &work.heading);
    headings.next().is_some_and(|first| headings.any(|other| other != first))
}

fn item((data, work): Raised, material: &Material, words: &Words) -> ListItem {
    let reports = &words.reports;
    let state = match work.entry.kind {
        Kind::Challenge(ChallengeStatus::Open) => None,
        kind => labels::status(words.lang, kind).map(|status| format!("{}: {status}", reports.state)),
    };
    let meeting = (material.scope == ReportScope::Programme).then(|| {
        let title = short_title(&lines::title(data, words));
        match data.meeting.date {
            Some(day) => format!("{title}, {}", format::long_date(words.lang, day)),
            None => title,
        }
    });
    let facts = [
        age(data, material).map(reports.challenges.age),
        state,
        lines::owner(&work.entry, words).map(|owner| format!("{}: {owner}", reports.responder)),
        several_headings(data).then(|| work.heading.clone()),
        meeting,
    ];
    let mut paragraphs = vec![lines::numbered(&work.entry)];
    paragraphs.extend(lines::details(facts.into_iter().flatten()));
    paragraphs.extend(lines::responses(work, words));
    paragraphs.extend(work.checks.iter().map(|check| lines::check(check, words)));
    ListItem { paragraphs, under: Vec::new() }
}
