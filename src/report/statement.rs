//! A statement to a board ("tjänsteskrivelse"): what the meetings came to, in sober sentences that hold for what is
//! known. What only a person can know is a gap: words in square brackets.

use super::document::{Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Style};
use super::material::{Material, MeetingData, Work};
use super::scope::ReportScope;
use super::{figures, lines};
use crate::i18n::{Words, format, labels};
use crate::model::{ActionStatus, Kind, MinutesStatus, Report};

/// Lays out a statement to a board, to be completed by a person.
pub fn document(material: &Material, words: &Words) -> Document {
    let said = &words.reports.statement;
    let title = (said.title)(&lines::subject(material, words));
    let mut document = Document {
        genre: Some(said.genre.to_owned()),
        title,
        facts: facts(material, words),
        ..lines::empty_report(Report::Statement, material, words)
    };
    let blocks = &mut document.blocks;
    blocks.push(lines::heading(1, said.summary));
    summary(blocks, material, words);
    blocks.push(lines::heading(1, said.proposal));
    blocks
        .push(Block::List(List { markers: ListMarkers::Numbers(1), items: vec![lines::item(said.approve)] }));
    blocks.push(lines::heading(1, said.basis));
    blocks.extend(lines::bullets(basis(&document.title, material, words)));
    let blocks = &mut document.blocks;
    blocks.push(lines::heading(1, said.schedule));
    blocks.extend(said.stages.map(Block::body));
    blocks.push(lines::heading(1, said.matter));
    matter(blocks, material, words);
    blocks.push(lines::heading(1, said.signed));
    blocks.push(Block::Paragraph(Paragraph::plain(Style::Signature, said.signer)));
    document
}

fn facts(material: &Material, words: &Words) -> Vec<Fact> {
    let said = &words.reports.statement;
    let fact = |label: &str, value: String| Fact { label: label.to_owned(), value };
    // Who signed without being named is shown by the role, or as withheld.
    let author = lines::signature(material).map(|signature| {
        let lines = [signature.name.trim(), signature.role.trim()];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    });
    let author = author.filter(|author| !author.is_empty());
    let author = author.unwrap_or_else(|| said.author.to_owned());
    let number = material.meetings.iter().rev().find_map(|data| data.minutes.reference.clone());
    vec![
        fact(said.date, material.today.to_string()),
        fact(said.reference, format!("{author}\n{}", said.mail)),
        fact(said.number, number.unwrap_or_else(|| said.no_number.to_owned())),
    ]
}

fn summary(blocks: &mut Vec<Block>, material: &Material, words: &Words) {
    let said = &words.reports.statement;
    let figures = figures::of(&material.meetings, material.today);
    blocks.push(Block::body(held(material, words)));
    let led_to = (said.led_to)(&figures).map(|led_to| format!(" {led_to}")).unwrap_or_default();
    blocks.push(Block::body(format!("{}{led_to}", (said.raised)(&figures))));
    blocks.push(Block::body(said.why));
}

/// Which meetings were held, when, and within which programme.
fn held(material: &Material, words: &Words) -> String {
    let held = lines::Held::of(material, words);
    let programme = material.programme.as_ref().map(|programme| programme.name.as_str());
    let title = match material.scope {
        ReportScope::Meeting => material.chosen().map(|data| lines::title(data, words)),
        ReportScope::Programme => None,
    };
    (words.reports.statement.held)(title.as_deref(), material.meetings.len(), held.when(), programme)
}

/// The documents that the decision rests on.
fn basis(title: &str, material: &Material, words: &Words) -> Vec<ListItem> {
    let said = &words.reports.statement;
    let this = (said.document)(said.genre, Some(&material.today.to_string()), title);
    let minutes = material.meetings.iter().map(|data| {
        let day = data.meeting.date.map(|date| date.to_string());
        let name = (said.document)(words.publication.minutes, day.as_deref(), &lines::title(data, words));
        match data.minutes.status {
            MinutesStatus::Draft => {
                format!("{name} ({})", labels::minutes_status(words.lang, MinutesStatus::Draft))
            }
            _ => name,
        }
    });
    std::iter::once(this).chain(minutes).map(lines::item).collect()
}

fn matter(blocks: &mut Vec<Block>, material: &Material, words: &Words) {
    let said = &words.reports.statement;
    blocks.push(Block::body(said.contents));
    let goals = material.programme.iter().flat_map(|programme| &programme.goals);
    section(blocks, said.goals, None, goals.map(lines::item).collect());
    let meetings = material.meetings.iter().map(|data| meeting(data, words)).collect();
    section(blocks, said.meetings, None, meetings);
    let entries = material.meetings.iter().flat_map(|data| &data.minutes.sections);
    let decisions = entries.flat_map(|section| &section.entries).filter(|entry| entry.kind == Kind::Decision);
    section(blocks, said.decisions, None, decisions.map(|entry| lines::item(&entry.text)).collect());
    let work = work(material);
    let challenges = |answered: bool| {
        work.iter().copied().filter(move |work| {
            matches!(work.entry.kind, Kind::Challenge(status) if answered || status.is_open())
                && work.is_answered == answered
        })
    };
    let answered = challenges(true).map(|work| {
        let mut item = lines::item(&work.entry.text);
        item.paragraphs.extend(lines::responses(work, words));
        item
    });
    section(blocks, said.answered, None, answered.collect());
    let actions = work
        .iter()
        .filter(|work| matches!(work.entry.kind, Kind::Action(status) if status != ActionStatus::Struck));
    let actions = actions.map(|work| lines::item(lines::action(work, material.today, words)));
    section(blocks, said.actions, None, actions.collect());
    let waiting: Vec<ListItem> = challenges(false).map(|work| waiting(work, words)).collect();
    if waiting.is_empty() {
        blocks.push(lines::heading(2, said.remains));
        blocks.push(Block::body(said.nothing_remains));
    } else {
        section(blocks, said.remains, Some((said.waiting)(waiting.len())), waiting);
    }
}

/// All work, meeting by meeting, in the order in which it was said.
fn work(material: &Material) -> Vec<&Work> {
    let mut all = Vec::new();
    for data in &material.meetings {
        let mut work: Vec<&Work> = data.work.iter().collect();
        work.sort_by_key(|work| work.place);
        all.append(&mut work);
    }
    all
}

fn section(blocks: &mut Vec<Block>, heading: &str, intro: Option<String>, items: Vec<ListItem>) {
    let Some(list) = lines::bullets(items) else { return };
    blocks.push(lines::heading(2, heading));
    blocks.extend(intro.map(Block::body));
    blocks.push(list);
}

/// A meeting in one line: its date, its title, its place and its audience.
fn meeting(data: &MeetingData, words: &Words) -> ListItem {
    let mut item = lines::item(lines::dated_title(data, words));
    let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let audience = filled(&data.meeting.audience);
    item.paragraphs.extend(lines::details(
        [
            data.minutes.place.as_deref().and_then(filled),
            audience.map(|whom| format!("{}: {}", words.reports.statement.audience, format::lowered(&whom))),
        ]
        .into_iter()
        .flatten(),
    ));
    item
}

fn waiting(work: &Work, words: &Words) -> ListItem {
    let mut item = lines::item(&work.entry.text);
    let owner = lines::owner(&work.entry, words).map(|owner| format!("{}: {owner}", words.reports.responder));
    item.paragraphs.extend(lines::details(owner));
    item
}
