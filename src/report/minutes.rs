//! The minutes of a meeting as a document: what the room said, in order, with the team's responses under it.

use chrono::NaiveDate;

use super::document::{Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style};
use crate::i18n::due::{due_in_words, occasion_in_words};
use crate::i18n::vocabulary::minutes::bare;
use crate::i18n::{Words, labels};
use crate::minutes::details::{Detail, derived_fields, kind_label};
use crate::minutes::provenance::{SaidProvenance, unsaid_scribes};
use crate::minutes::read::signoff;
use crate::minutes::{Entry, Minutes, Response, Section};
use crate::model::{MinutesStatus, ResponseKind};

/// The minutes as a document.
pub fn document(minutes: &Minutes, words: &Words) -> Document {
    let mut blocks = Vec::new();
    let mut above = 0;
    let mut said = SaidProvenance::default();
    for section in &minutes.sections {
        if !section.heading.is_empty() {
            above = section.level.clamp(1, above + 1).min(5);
            blocks.push(Block::Heading { level: above, text: section.heading.clone() });
        }
        said.begin_section();
        self::section(&mut blocks, section, minutes.date, words, &mut said);
    }
    if let Some(next) = &minutes.next {
        blocks.push(Block::Paragraph(labelled(words.publication.next, &occasion_in_words(words, next))));
    }
    signatures(&mut blocks, minutes, words);
    let title = if minutes.title.is_empty() { words.publication.untitled } else { &minutes.title };
    Document {
        lang: words.lang,
        genre: None,
        title: title.to_owned(),
        author: minutes.signoff.first().map(|it| it.name.clone()).filter(|name| !name.trim().is_empty()),
        date: minutes.date,
        mark: (minutes.status == MinutesStatus::Draft).then(|| words.publication.draft.to_owned()),
        about: words.publication.facts.to_owned(),
        facts: facts(minutes, words),
        blocks,
    }
}

/// The header: its own fields, and what else the minutes say that is in none of them; at last who wrote it all down.
pub fn facts(minutes: &Minutes, words: &Words) -> Vec<Fact> {
    let own =
        minutes.fields.iter().map(|field| Fact { label: field.label.clone(), value: field.value.clone() });
    let derived = derived_fields(minutes, words);
    let scribes = unsaid_scribes(minutes, words).map(|scribes| (words.publication.scribe, scribes));
    let others = derived.into_iter().chain(scribes);
    own.chain(others.map(|(label, value)| Fact { label: label.to_owned(), value })).collect()
}

fn labelled(label: &str, value: &str) -> Paragraph {
    Paragraph {
        style: Style::Body,
        runs: vec![Run::strong(format!("{label}:")), Run::plain(format!(" {value}"))],
    }
}

/// What the blocks of an entry depend on besides the entry itself.
#[derive(Clone, Copy)]
struct EntrySetting<'a> {
    section: &'a Section,
    date: Option<NaiveDate>,
    words: &'a Words,
}

fn section(
    blocks: &mut Vec<Block>,
    section: &Section,
    date: Option<NaiveDate>,
    words: &Words,
    said: &mut SaidProvenance,
) {
    blocks.extend(section.intro.iter().map(Block::body));
    let context = EntrySetting { section, date, words };
    let is_paragraph = |entry: &Entry| entry.as_written.as_deref() == Some("");
    for run in section.entries.chunk_by(|a, b| !is_paragraph(a) && !is_paragraph(b)) {
        match run {
            [entry] if is_paragraph(entry) => {
                blocks.extend(paragraphs(entry, None, context, said).into_iter().map(Block::Paragraph));
            }
            run => blocks.extend(lists(run, context, said).into_iter().map(Block::List)),
        }
    }
}

/// A run of entries as lists: those of a greater depth within the item above them, and numbers that count on apart
/// from bullets.
fn lists(entries: &[Entry], context: EntrySetting, said: &mut SaidProvenance) -> Vec<List> {
    let top = entries.first().map_or(0, |entry| entry.depth);
    let mut lists: Vec<List> = Vec::new();
    for run in entries.chunk_by(|_, next| next.depth > top) {
        let [entry, under @ ..] = run else { continue };
        let number = number(entry);
        let counts_on = |list: &List| match (list.markers, number) {
            (ListMarkers::Bullets, None) => true,
            (ListMarkers::Numbers(first), Some(number)) => {
                usize::try_from(number - first.min(number)).ok() == Some(list.items.len())
            }
            _ => false,
        };
        let item = ListItem {
            paragraphs: paragraphs(entry, number, context, said),
            under: if under.is_empty() { Vec::new() } else { self::lists(under, context, said) },
        };
        if let Some(list) = lists.last_mut().filter(|list| counts_on(list)) {
            list.items.push(item);
        } else {
            let markers = number.map_or(ListMarkers::Bullets, ListMarkers::Numbers);
            lists.push(List { markers, items: vec![item] });
        }
    }
    lists
}

/// The number of an entry in the document that was read, where it is a plain one: `3.`.
fn number(entry: &Entry) -> Option<u32> {
    entry.as_written.as_deref()?.strip_suffix('.')?.parse().ok()
}

/// What precedes the text of an entry after its bullet: its visible number, and a marker with a meaning (`a)`).
fn visible_markers(entry: &Entry, number: Option<u32>) -> impl Iterator<Item = &str> {
    let has_meaning =
        |marker: &&str| number.is_none() && *marker != "o" && marker.chars().any(char::is_alphanumeric);
    entry.number.as_deref().into_iter().chain(entry.as_written.as_deref().filter(has_meaning))
}

fn paragraphs(
    entry: &Entry,
    number: Option<u32>,
    context: EntrySetting,
    said: &mut SaidProvenance,
) -> Vec<Paragraph> {
    let EntrySetting { section, date, words } = context;
    let mut runs = Vec::new();
    if let Some(label) = kind_label(entry.kind, section.kind.own_kind(), words) {
        runs.extend([Run::strong(format!("{label}:")), Run::plain(" ")]);
    }
    for marker in visible_markers(entry, number) {
        runs.extend([Run::strong(marker), Run::plain(" ")]);
    }
    runs.push(Run::plain(&entry.text));
    let mut all = vec![Paragraph { style: Style::Body, runs }];
    all.extend(details(&Detail::unsaid(entry, section, date, said), words));
    all.extend(entry.responses.iter().map(|response| self::response(response, words)));
    all
}

/// Facts about an entry in one line, with dots between.
fn details(details: &[Detail], words: &Words) -> Option<Paragraph> {
    let mut runs = Vec::new();
    for detail in details {
        if !runs.is_empty() {
            runs.push(Run::plain(" · "));
        }
        runs.extend([
            Run::strong(format!("{}:", detail.label(words))),
            Run::plain(format!(" {}", detail.value(words))),
        ]);
    }
    (!runs.is_empty()).then_some(Paragraph { style: Style::Details, runs })
}

/// A response of the team, labelled with its kind and due date.
pub fn response(response: &Response, words: &Words) -> Paragraph {
    let kind_and_due = match (&response.due, response.kind) {
        (None, ResponseKind::Answer) => None,
        (None, kind) => Some(labels::response_kind(words.lang, kind).to_owned()),
        (Some(due), kind) => {
            Some(format!("{}, {}", labels::response_kind(words.lang, kind), due_in_words(words, due)))
        }
    };
    let kind_and_due = kind_and_due.map(|kind_and_due| format!(" ({kind_and_due})")).unwrap_or_default();
    Paragraph {
        style: Style::Response,
        runs: vec![
            Run::strong(format!("{}{kind_and_due}:", words.publication.response)),
            Run::plain(format!(" {}", response.text)),
        ],
    }
}

/// The sign-off, without those who are named in a header field already: under the words that open it, as it was
/// written.
fn signatures(blocks: &mut Vec<Block>, minutes: &Minutes, words: &Words) {
    let signed: Vec<_> = minutes.signatures_below().collect();
    let as_written = minutes.signoff_as_written.as_deref().unwrap_or_default();
    let mut heading = String::new();
    for (opening, signature) in signoff::opened(as_written, signed, words.publication.at_the_pen) {
        if let Some(opening) = opening {
            let runs = vec![Run::strong(&opening)];
            blocks.push(Block::Paragraph(Paragraph { style: Style::Body, runs }));
            heading = opening;
        }
        let lines = [signature.name.as_str(), signature.role.as_str()];
        let is_said = |line: &&str| !line.is_empty() && bare(line) != bare(&heading);
        let lines: Vec<&str> = lines.into_iter().filter(is_said).collect();
        if !lines.is_empty() {
            blocks.push(Block::Paragraph(Paragraph::plain(Style::Signature, lines.join("\n"))));
        }
    }
}
