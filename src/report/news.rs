//! A news text for the intranet: that there was a meeting, who took part, what was raised, what happens next and when.
//! What only a person can know is a gap: words in square brackets.

use chrono::NaiveDate;

use super::document::{Block, Document, ListItem, Paragraph, Style};
use super::material::{Material, Work};
use super::scope::ReportScope;
use super::{figures, lines};
use crate::i18n::due::{due_in_words, occasion_in_words};
use crate::i18n::words::reports::When;
use crate::i18n::{Words, format};
use crate::minutes::Entry;
use crate::model::{Kind, Names, NoteKind, Report};

/// How many things a news text lists before it points to the minutes.
const LONGEST: usize = 10;

/// Lays out a news item for the intranet, to be completed by a person.
pub fn document(material: &Material, words: &Words) -> Document {
    let news = &words.reports.news;
    let subject = lines::subject(material, words);
    let title = match material.scope {
        ReportScope::Programme => (news.headline)(&subject),
        ReportScope::Meeting => subject,
    };
    let mut document =
        Document { title, facts: Vec::new(), ..lines::empty_report(Report::News, material, words) };
    let blocks = &mut document.blocks;
    let figures = figures::of(&material.meetings, material.today);
    let lead = format!("{} {}", lead(material, words), (news.raised)(&figures));
    blocks.push(Block::body(lead.trim_end()));
    let published = (news.published)(&format::long_date(words.lang, material.today));
    blocks.push(Block::Paragraph(Paragraph::plain(Style::Details, published)));
    blocks.push(lines::heading(1, news.people));
    blocks.push(people(material, words));
    topics(blocks, material, words);
    blocks.push(lines::heading(1, news.next));
    blocks.push(lines::bullets(steps(material, words)).unwrap_or_else(|| Block::body(news.no_next)));
    blocks.push(Block::body(news.closing));
    let contact = lines::signed(material).map(|signature| {
        let role = format::lowered(&signature.role);
        if role.is_empty() { signature.name.clone() } else { format!("{}, {role}", signature.name) }
    });
    blocks.push(Block::body((news.contact)(contact.as_deref())));
    document
}

fn lead(material: &Material, words: &Words) -> String {
    let news = &words.reports.news;
    let held = lines::Held::of(material, words);
    if material.scope == ReportScope::Programme {
        let programme = material.programme.as_ref().map(|programme| programme.name.as_str());
        return (news.lead_programme)(material.meetings.len(), held.when(), programme);
    }
    let audience = material.chosen().map(|data| format::lowered(data.meeting.audience.trim()));
    let audience = audience.filter(|whom| !whom.is_empty());
    let day = match held.when() {
        When::Day(day) => Some(day),
        When::Unknown | When::Period(_) => None,
    };
    (news.lead)(&lines::subject(material, words), day, audience.as_deref())
}

/// Who took part, with their roles where the register knows them, or how many where who they were is left out.
fn people(material: &Material, words: &Words) -> Block {
    if let ([number], Names::None) = (material.attendees.as_slice(), material.names) {
        return Block::body(format!("{number}."));
    }
    let with_role = |name: &String| {
        let known = material.people.iter().find(|person| person.name == *name);
        let role = known.map(|person| person.role.as_str()).filter(|role| !role.is_empty());
        role.map_or_else(|| name.clone(), |role| format!("{name} ({})", format::lowered(role)))
    };
    let people = material.attendees.iter().map(with_role).map(lines::item).collect();
    lines::bullets(people).unwrap_or_else(|| Block::body(words.reports.news.no_people))
}

fn topics(blocks: &mut Vec<Block>, material: &Material, words: &Words) {
    let news = &words.reports.news;
    let entries = |asked: fn(&Entry) -> bool| -> Vec<&Entry> {
        let sections = material.meetings.iter().flat_map(|data| &data.minutes.sections);
        sections.flat_map(|section| &section.entries).filter(|entry| asked(entry)).collect()
    };
    let mut raised = entries(|entry| matches!(entry.kind, Kind::Challenge(_)));
    if raised.is_empty() {
        let quoted = |entry: &Entry| entry.kind == Kind::Note(NoteKind::Quote);
        raised = entries(|entry| matches!(entry.kind, Kind::Note(_)));
        raised.retain(|entry| !quoted(entry));
    }
    if !raised.is_empty() {
        blocks.push(lines::heading(1, news.topics));
        blocks.push(Block::body(news.following));
        let items = raised.iter().take(LONGEST).map(|entry| lines::item(&entry.text)).collect();
        blocks.extend(lines::bullets(items));
        if raised.len() > LONGEST {
            blocks.push(Block::body((news.more)(raised.len() - LONGEST)));
        }
    }
    let quotes = entries(|entry| entry.kind == Kind::Note(NoteKind::Quote));
    if let Some(quote) = quotes.iter().find(|quote| quote.starred).or(quotes.first()) {
        blocks.push(Block::Paragraph(Paragraph::plain(Style::Quote, &quote.text)));
    }
    let decisions: Vec<ListItem> =
        entries(|entry| entry.kind == Kind::Decision).iter().map(|entry| lines::item(&entry.text)).collect();
    if let Some(list) = lines::bullets(decisions) {
        blocks.push(lines::heading(1, news.decided));
        blocks.push(list);
    }
}

/// What happens after today, in chronological order.
fn steps(material: &Material, words: &Words) -> Vec<ListItem> {
    let mut steps: Vec<(NaiveDate, String, String)> = Vec::new();
    for data in &material.meetings {
        for work in &data.work {
            work_steps(&mut steps, work, words);
        }
        if let Some(next) = &data.minutes.next {
            steps.push((
                next.date,
                occasion_in_words(words, next),
                words.reports.news.next_meeting.to_owned(),
            ));
        }
    }
    // Today is no next step: the text is about today's meeting already.
    steps.retain(|(day, ..)| *day > material.today);
    steps.sort();
    steps.dedup();
    steps
        .into_iter()
        .map(|(_, day, what)| lines::item((words.reports.news.step)(&day, lines::unstopped(&what))))
        .collect()
}

fn work_steps(steps: &mut Vec<(NaiveDate, String, String)>, work: &Work, words: &Words) {
    let entry = &work.entry;
    let open_action = matches!(entry.kind, Kind::Action(_)) && entry.kind.is_open();
    if let Some(due) = entry.due.as_ref().filter(|_| open_action) {
        steps.push((due.day, due_in_words(words, due), entry.text.clone()));
    }
    for response in work.responses.iter().map(|given| &given.response) {
        if let Some(due) = &response.due {
            steps.push((due.day, due_in_words(words, due), response.text.clone()));
        }
    }
}
