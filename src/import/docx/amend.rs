//! What a document says beyond its text → the minutes that were read of the text: headings with their level, numbers of
//! items, columns of tables, and green words as the team's answers. It moves no word.

use std::collections::HashSet;

use super::block::DocxRun;
use super::flatten::{FlatParagraph, ParagraphKind};
use super::numbering::ListMarker;
use super::own_export;
use super::plain_text::{PlainText, marker};
use crate::i18n::due::occasion_in_words;
use crate::i18n::{Words, dates, format};
use crate::minutes::details::Detail;
use crate::minutes::provenance::put_scribe_of_all;
use crate::minutes::read::meaning::{self, EntryContext};
use crate::minutes::read::promise::Participants;
use crate::minutes::read::table::Task;
use crate::minutes::read::{SectionLines, lines, response, responsible};
use crate::minutes::{Entry, Minutes, RemarkCode, Section};
use crate::model::{self, NoteKind, SectionKind};

/// What amending found out about the paragraphs, by their index.
#[derive(Debug, Default)]
pub(super) struct Amended {
    /// Those in which something green may be an answer or not.
    pub(super) doubts: Vec<usize>,
    /// Those of which all that was taken off is in an entry again; none in a document that the program did not write.
    pub(super) restored: HashSet<usize>,
    /// Those with an answer that is certain.
    answered: HashSet<usize>,
}

/// Amends the minutes. `own` are the words of the program in a document that it wrote itself.
pub(super) fn amend(
    minutes: &mut Minutes,
    lines: &[SectionLines],
    text: &PlainText,
    all: &[FlatParagraph],
    own: Option<&Words>,
    words: &Words,
) -> Amended {
    let mut sections = std::mem::take(&mut minutes.sections);
    let mut amending = Amending { text, all, minutes, own, words, found: Amended::default() };
    for (section, lines) in sections.iter_mut().zip(lines) {
        amending.section(section, lines);
    }
    let found = amending.found;
    minutes.sections = sections;
    if let Some(words) = own {
        own_export::restore_head(minutes, words);
        put_scribe_of_all(minutes, words);
    }
    // Nobody needs to look at what is certain by now.
    minutes.remarks.retain(|remark| {
        let is_about = matches!(remark.code, RemarkCode::AmbiguousResponse | RemarkCode::UnclosedParenthesis);
        !(is_about && text.paragraph(remark.line).is_some_and(|at| found.answered.contains(&at)))
    });
    found
}

struct Amending<'a> {
    text: &'a PlainText,
    all: &'a [FlatParagraph],
    /// All but their sections.
    minutes: &'a Minutes,
    own: Option<&'a Words>,
    words: &'a Words,
    found: Amended,
}

/// What is known above the entries of a section.
struct Head {
    kind: SectionKind,
    heading: String,
    /// Whether something in it is not green: where all is green, green means nothing.
    has_plain: bool,
}

impl<'a> Amending<'a> {
    /// The paragraph of a line, and its index.
    fn paragraph(&self, line: usize) -> Option<(usize, &'a FlatParagraph)> {
        self.text.paragraph(line).and_then(|at| Some((at, self.all.get(at)?)))
    }

    fn section(&mut self, section: &mut Section, lines: &SectionLines) {
        if let Some((_, paragraph)) = lines.heading.and_then(|line| self.paragraph(line)) {
            heading(section, paragraph);
        }
        let entries = std::mem::take(&mut section.entries);
        let rows: Vec<_> =
            entries.into_iter().zip(lines.entries.iter().map(|line| self.paragraph(*line))).collect();
        let is_plain = |paragraph: &FlatParagraph| paragraph.is_response || !is_green(&paragraph.runs);
        let has_plain = rows.iter().any(|(_, row)| row.is_none_or(|(_, paragraph)| is_plain(paragraph)));
        let head = Head { kind: section.kind, heading: section.heading.clone(), has_plain };
        for (entry, row) in rows {
            let entry = match row {
                Some((at, paragraph)) => self.restore_row(entry, at, paragraph, section, &head),
                None => Some(entry),
            };
            section.entries.extend(entry);
        }
    }

    /// An entry with what its paragraph says of it. `None` where it is no entry of its own: the program's line about
    /// the next meeting, or an answer, which then is with the entry above.
    fn restore_row(
        &mut self,
        mut entry: Entry,
        at: usize,
        paragraph: &FlatParagraph,
        section: &mut Section,
        head: &Head,
    ) -> Option<Entry> {
        restore_number(&mut entry, paragraph);
        if paragraph.kind == ParagraphKind::Heads && entry.text == said(paragraph) {
            // The heads of columns ask and promise nothing.
            let text = std::mem::take(&mut entry.text);
            entry = Entry { as_written: Some(String::new()), ..Entry::new(model::Kind::NOTE, text) };
        }
        let is_row = paragraph.kind == ParagraphKind::Row && entry.text == said(paragraph);
        if let Some(task) = paragraph.task.as_ref().filter(|_| is_row) {
            put_task(&mut entry, task, self.minutes.date, self.words);
        }
        if let Some(words) = self.own {
            if is_next_meeting(&entry, paragraph, self.minutes, words) {
                return None;
            }
            if !self.found.restored.contains(&at)
                && own_export::restore_entry(&mut entry, paragraph, section, self.minutes, words)
            {
                self.found.restored.insert(at);
            }
        }
        if answers_entry_above(section, &entry, paragraph, head.has_plain) {
            self.found.restored.remove(&at);
            self.found.answered.insert(at);
            return None;
        }
        match answer_in(&mut entry, paragraph, head, self.minutes.date) {
            Green::None => {}
            Green::Answer => {
                self.found.answered.insert(at);
            }
            Green::Doubt => self.found.doubts.push(at),
        }
        Some(entry)
    }
}

/// Puts the number of an item in the place of the bullet that took its place in the text.
fn restore_number(entry: &mut Entry, paragraph: &FlatParagraph) {
    if let ParagraphKind::Item(item) = &paragraph.kind
        && let ListMarker::Number(number) = &item.marker
        && entry.as_written.as_deref() == Some(marker(item))
    {
        entry.as_written = Some(number.clone());
    }
}

/// Whether this is the program's own line about the next meeting, which the minutes know already.
fn is_next_meeting(entry: &Entry, paragraph: &FlatParagraph, minutes: &Minutes, words: &Words) -> bool {
    let is_said =
        |next| entry.text == format!("{}: {}", words.publication.next, occasion_in_words(words, next));
    paragraph.decoration.as_ref().is_some_and(|decoration| decoration.is_next)
        && minutes.next.as_ref().is_some_and(is_said)
}

/// Puts in what the columns of a table say of an entry.
fn put_task(entry: &mut Entry, task: &Task, date: Option<chrono::NaiveDate>, words: &Words) {
    if task.to_do && matches!(entry.kind, model::Kind::Note(NoteKind::Note)) {
        entry.kind = model::Kind::ACTION;
    }
    if !entry.kind.has_owner() {
        return;
    }
    entry.owner = task.owner.as_deref().and_then(responsible::in_cell).or(entry.owner.take());
    let due = task.due.as_deref().and_then(|due| dates::read(due, date).ok()).map(|read| read.due);
    entry.due = due.or(entry.due.take());
    if let Some(status) = &task.status {
        let lower = status.to_lowercase();
        let put =
            |status: &str, entry: &mut Entry| Detail::put(entry, words.publication.status, status, words);
        let _unknown = put(status, entry) || put(&lower, entry) || put(&format::capitalised(&lower), entry);
    }
}

fn heading(section: &mut Section, paragraph: &FlatParagraph) {
    let ParagraphKind::Heading(level) = paragraph.kind else { return };
    let text = clean(&paragraph.text());
    let words = text.strip_suffix(':').unwrap_or(&text).trim_end();
    words.clone_into(&mut section.heading);
    section.as_written = (words != text).then(|| text.clone());
    section.level = level.clamp(1, 6);
}

/// Whether a paragraph is all green, or in the style of an answer, and answers the entry above: then it is added there.
fn answers_entry_above(
    section: &mut Section,
    entry: &Entry,
    paragraph: &FlatParagraph,
    has_plain: bool,
) -> bool {
    let is_challenged = section.kind == SectionKind::Challenges;
    let Some(above) = section.entries.last_mut() else { return false };
    let is_challenge = matches!(above.kind, model::Kind::Challenge(_));
    let is_note = matches!(above.kind, model::Kind::Note(_));
    let is_answer = if paragraph.is_response {
        above.kind.has_responses() || is_note
    } else {
        is_green(&paragraph.runs)
            && has_plain
            && (is_challenge || is_challenged && above.kind.has_responses())
    };
    if !is_answer || !entry.responses.is_empty() || entry.text != said(paragraph) {
        return false;
    }
    let own = paragraph.decoration.as_ref().and_then(|decoration| decoration.response.clone());
    above.responses.push(own.unwrap_or_else(|| response::marked(&entry.text)));
    if is_note {
        above.kind = model::Kind::Note(NoteKind::Question);
    }
    true
}

/// What the green words of an entry are.
enum Green {
    None,
    Answer,
    Doubt,
}

/// Takes the answer off an entry that ends with green words.
fn answer_in(
    entry: &mut Entry,
    paragraph: &FlatParagraph,
    head: &Head,
    date: Option<chrono::NaiveDate>,
) -> Green {
    let is_challenge = matches!(entry.kind, model::Kind::Challenge(_));
    if !is_challenge || !paragraph.runs.iter().any(has_green_words) || entry.text != said(paragraph) {
        return Green::None;
    }
    if is_green(&paragraph.runs) {
        return Green::Doubt;
    }
    let Some((statement, answer)) = split(&paragraph.runs) else { return Green::Doubt };
    let marker = entry.as_written.clone().unwrap_or_default();
    let context = EntryContext {
        section: head.kind,
        heading: &head.heading,
        date,
        participants: &Participants::default(),
        line: None,
    };
    let meaning = meaning::of(&statement, &marker, entry.kind, context);
    entry.text = statement;
    entry.responses.insert(0, response::marked(&answer));
    if entry.kind.has_owner() {
        (entry.owner, entry.due) = (meaning.owner, meaning.due);
    }
    Green::Answer
}

/// The words before the green end of a paragraph, and that end; `None` where there is green in the middle.
fn split(runs: &[DocxRun]) -> Option<(String, String)> {
    let has_words = |run: &DocxRun| run.text.contains(char::is_alphanumeric);
    // Punctuation and spaces behind and between the green words belong to them.
    let tail = runs.iter().rev().take_while(|run| run.green || !has_words(run)).count();
    let (before, after) = runs.split_at_checked(runs.len() - tail)?;
    let skipped = after.iter().take_while(|run| !has_green_words(run)).count();
    let (punctuation, after) = after.split_at_checked(skipped)?;
    if before.iter().any(has_green_words) || !before.iter().any(has_words) {
        return None;
    }
    let text = |runs: &[DocxRun]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let (mut statement, mut answer) = (clean(&(text(before) + &text(punctuation))), clean(&text(after)));
    if answer.matches(')').count() > answer.matches('(').count()
        && let Some(rest) = statement.strip_suffix('(')
    {
        statement = rest.to_owned();
        answer.insert(0, '(');
    }
    let statement = statement.trim_end().trim_end_matches(['–', '→']).trim_end().to_owned();
    statement.contains(char::is_alphanumeric).then_some((statement, answer))
}

fn has_green_words(run: &DocxRun) -> bool {
    run.green && run.text.contains(char::is_alphanumeric)
}

/// Whether all words are green.
fn is_green(runs: &[DocxRun]) -> bool {
    let mut words = runs.iter().filter(|run| run.text.contains(char::is_alphanumeric)).peekable();
    words.peek().is_some() && words.all(|run| run.green)
}

/// The words of a paragraph as reading its text has them.
fn said(paragraph: &FlatParagraph) -> String {
    clean(&paragraph.text())
}

fn clean(text: &str) -> String {
    lines::split(text).0.into_iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
}
