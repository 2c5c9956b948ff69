//! The open challenges: those without an answer first, the oldest on top, then those that are answered but not solved.

use super::document::{Block, Document, Item};
use super::material::{Told, Work};
use super::{Material, Report, Scope, figures, lines};
use crate::i18n::short_title::short_title;
use crate::i18n::{Words, format, labels};
use crate::model::{ChallengeStatus, Kind};

/// A challenge and the meeting it was raised at.
type Raised<'a> = (&'a Told, &'a Work);

/// The report.
pub fn document(material: &Material, words: &Words) -> Document {
    let open = &words.reports.challenges;
    let mut document = lines::begun(Report::Challenges, material, words);
    let waiting = raised(material, false);
    let pending = raised(material, true);
    if waiting.is_empty() && pending.is_empty() {
        document.blocks.push(Block::body(open.none));
        return document;
    }
    let figures = figures::of(&material.meetings, material.today);
    let oldest = waiting.iter().filter_map(|(told, _)| age(told, material)).max();
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
    for told in &material.meetings {
        let asked = told.work.iter().filter(|work| {
            matches!(work.entry.kind, Kind::Challenge(status) if status.is_open())
                && work.is_answered() == answered
        });
        raised.extend(asked.map(|work| (told, work)));
    }
    raised.sort_by_key(|(told, work)| (told.meeting.date.is_none(), told.meeting.date, work.place));
    raised
}

/// How many days ago the meeting was.
fn age(told: &Told, material: &Material) -> Option<i64> {
    let days = (material.today - told.meeting.date?).num_days();
    (days >= 0).then_some(days)
}

/// Whether the meeting's challenges stand under more than one heading: otherwise it says nothing about them.
fn several_headings(told: &Told) -> bool {
    let challenges = told.work.iter().filter(|work| matches!(work.entry.kind, Kind::Challenge(_)));
    let mut headings = challenges.map(|work| &work.heading);
    headings.next().is_some_and(|first| headings.any(|other| other != first))
}

fn item((told, work): Raised, material: &Material, words: &Words) -> Item {
    let reports = &words.reports;
    let state = match work.entry.kind {
        Kind::Challenge(ChallengeStatus::Open) => None,
        kind => labels::status(words.lang, kind).map(|status| format!("{}: {status}", reports.state)),
    };
    let meeting = (material.scope == Scope::Programme).then(|| {
        let title = short_title(&lines::title(told, words));
        match told.meeting.date {
            Some(date) => format!("{title}, {}", format::long_date(words.lang, date)),
            None => title,
        }
    });
    let facts = [
        age(told, material).map(reports.challenges.age),
        state,
        work.entry.owner.as_ref().map(|owner| format!("{}: {owner}", reports.responder)),
        several_headings(told).then(|| work.heading.clone()),
        meeting,
    ];
    let mut paragraphs = vec![lines::numbered(&work.entry)];
    paragraphs.extend(lines::details(facts.into_iter().flatten()));
    paragraphs.extend(lines::responses(work, words));
    paragraphs.extend(work.checks.iter().map(|check| lines::check(check, words)));
    Item { paragraphs, under: Vec::new() }
}
