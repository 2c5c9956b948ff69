//! The list of actions, by who is responsible for them: open ones first, by due date, then those that are done.

use std::cmp::Reverse;

use super::document::{Block, Document, Paragraph, Style, Table, TableColumn};
use super::material::{Material, MeetingData, Work};
use super::scope::{ReportScope, Share};
use super::share::owner;
use super::{figures, lines};
use crate::i18n::due::due_in_words;
use crate::i18n::short_title::short_title;
use crate::i18n::{Words, format, sort};
use crate::model::{Kind, Report};

/// A piece of work and the meeting it comes from.
type ActionRow<'a> = (&'a MeetingData, &'a Work);

/// Lays out the actions of the material as a table for each owner.
pub fn document(material: &Material, words: &Words) -> Document {
    let list = &words.reports.actions;
    let mut document = lines::empty_report(Report::Actions, material, words);
    let figures = figures::of(&material.meetings, material.today);
    let promised = rows(material, |work| {
        // What somebody has chosen is there, even where nobody may be named for it.
        let is_shown = owner(work).is_some() || material.share != Share::All;
        matches!(work.entry.kind, Kind::Commitment(_)) && is_shown
    });
    if figures.actions > 0 {
        document.blocks.push(Block::body((list.summary)(&figures)));
    } else if promised.is_empty() || material.share == Share::All {
        document.blocks.push(Block::body(list.none));
    }
    let actions = rows(material, |work| matches!(work.entry.kind, Kind::Action(_)));
    let mut owners: Vec<String> =
        actions.iter().filter_map(|(_, work)| owner(work).map(str::to_owned)).collect();
    sort::names(&mut owners);
    owners.dedup();
    let mut group = |name: &str, belongs: &dyn Fn(&Work) -> bool| {
        let of: Vec<ActionRow> = actions.iter().copied().filter(|(_, work)| belongs(work)).collect();
        if !of.is_empty() {
            // One word for several people must not read as one person.
            let is_of_several = of.len() > 1 && material.alike.iter().any(|alike| alike == name);
            let name = if is_of_several { (list.several)(name) } else { format::capitalised(name) };
            document.blocks.push(lines::heading(1, &name));
            document.blocks.push(Block::Table(table(&of, (list.of)(&name), false, material, words)));
        }
    };
    for name in &owners {
        group(name, &|work| owner(work) == Some(name.as_str()));
    }
    group(words.publication.owner_withheld, &|work| work.entry.owner_withheld);
    group(list.unowned, &|work| owner(work).is_none() && !work.entry.owner_withheld);
    if !promised.is_empty() {
        document.blocks.push(lines::heading(1, list.commitments));
        let table = table(&promised, list.commitments.to_owned(), true, material, words);
        document.blocks.push(Block::Table(table));
    }
    document
}

/// The wanted work: open first, then by due date; without one last.
fn rows(material: &Material, asked: impl Fn(&Work) -> bool) -> Vec<ActionRow<'_>> {
    let mut rows: Vec<ActionRow> = Vec::new();
    for data in &material.meetings {
        rows.extend(data.work.iter().filter(|work| asked(work)).map(|work| (data, work)));
    }
    rows.sort_by_key(|(data, work)| {
        let due = work.entry.due.as_ref().map(|due| due.day);
        (Reverse(work.entry.kind.is_open()), due.is_none(), due, data.meeting.date, work.place)
    });
    rows
}

fn table(rows: &[ActionRow], summary: String, named: bool, material: &Material, words: &Words) -> Table {
    let list = &words.reports.actions;
    let over_meetings = material.scope == ReportScope::Programme;
    let column = |title: &str, share| TableColumn { title: title.to_owned(), share };
    let columns: Vec<TableColumn> = [
        Some(column(list.what, 40)),
        named.then(|| column(list.who, 18)),
        Some(column(list.due, 18)),
        Some(column(list.status, 14)),
        over_meetings.then(|| column(list.meeting, 20)),
        (!named).then(|| column(list.number, 8)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rows = rows.iter().map(|(data, work)| {
        let status = format::capitalised(&lines::status(work, material.today, words));
        let due = work.entry.due.as_ref().map(|due| due_in_words(words, due));
        let cells = [
            Some(lines::unstopped(&work.entry.text).to_owned()),
            named.then(|| owner(work).unwrap_or_default().to_owned()),
            Some(due.unwrap_or_default()),
            Some(status),
            over_meetings.then(|| short_title(&lines::title(data, words))),
            (!named).then(|| work.entry.number.clone().unwrap_or_default()),
        ];
        cells.into_iter().flatten().map(cell).collect()
    });
    Table { summary, columns, rows: rows.collect() }
}

fn cell(text: String) -> Vec<Paragraph> {
    if text.is_empty() { Vec::new() } else { vec![Paragraph::plain(Style::Body, text)] }
}
