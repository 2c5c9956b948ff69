//! What the document told and no text can show → the minutes that were read of its text: headings with their level,
//! numbers of items, and green words as the team's answers. It moves no word.

use std::collections::HashSet;

use super::body::Run;
use super::ours;
use super::page::{Page, sign};
use super::told::{Kind, Task, Told};
use crate::i18n::due::occasion_in_words;
use crate::i18n::{Words, dates, format};
use crate::minutes::read::meaning::{self, Context};
use crate::minutes::read::promise::People;
use crate::minutes::read::{Places, lines, response};
use crate::minutes::shown::Detail;
use crate::minutes::{Entry, Minutes, RemarkCode, Section};
use crate::model::{self, NoteKind, SectionKind};

/// Puts in what the document told. Gives back the paragraphs in which something green may be an answer or not.
/// `own` are the words of the program, where it wrote the document: then also those of which all that was taken off
/// them is in an entry again.
pub(super) fn amend(
    minutes: &mut Minutes,
    places: &[Places],
    page: &Page,
    all: &[Told],
    own: Option<&Words>,
    words: &Words,
) -> (Vec<usize>, HashSet<usize>) {
    let mut used = HashSet::new();
    let mut doubts = Vec::new();
    let mut settled = Vec::new();
    let date = minutes.date;
    let mut sections = std::mem::take(&mut minutes.sections);
    for (section, places) in sections.iter_mut().zip(places) {
        let told = |line: usize| page.paragraph(line).and_then(|at| Some((at, all.get(at)?)));
        if let Some((_, told)) = places.heading.and_then(told) {
            heading(section, told);
        }
        let context = Head { kind: section.kind, heading: section.heading.clone(), date };
        let entries = std::mem::take(&mut section.entries);
        let rows: Vec<_> = entries.into_iter().zip(places.entries.iter().map(|line| told(*line))).collect();
        // Where all is green, green means nothing.
        let is_plain = |told: &Told| told.is_response || !is_green(&told.runs);
        let has_plain = rows.iter().any(|(_, told)| told.is_none_or(|(_, told)| is_plain(told)));
        for (mut entry, told) in rows {
            let Some((at, told)) = told else {
                section.entries.push(entry);
                continue;
            };
            if let Kind::Item(item) = &told.kind
                && let super::numbering::Mark::Number(number) = &item.mark
                && entry.as_written.as_deref() == Some(sign(item))
            {
                entry.as_written = Some(number.clone());
            }
            if told.kind == Kind::Heads && entry.text == said(told) {
                // The heads of columns ask and promise nothing.
                let text = std::mem::take(&mut entry.text);
                entry = Entry { as_written: Some(String::new()), ..Entry::new(model::Kind::NOTE, text) };
            }
            if let Some(task) =
                told.task.as_ref().filter(|_| told.kind == Kind::Row && entry.text == said(told))
            {
                put_task(&mut entry, task, date, words);
            }
            if let Some(words) = own {
                let around = told.own.as_ref();
                let is_known =
                    |next| entry.text == format!("{}: {}", words.paper.next, occasion_in_words(words, next));
                if around.is_some_and(|around| around.is_next) && minutes.next.as_ref().is_some_and(is_known)
                {
                    continue;
                }
                if !used.contains(&at) && ours::restore(&mut entry, told, section, minutes, words) {
                    used.insert(at);
                }
            }
            if answers_entry_above(section, &entry, told, has_plain) {
                used.remove(&at);
                settled.push(at);
                continue;
            }
            match answer_in(&mut entry, told, &context) {
                Green::None => {}
                Green::Answer => settled.push(at),
                Green::Doubt => doubts.push(at),
            }
            section.entries.push(entry);
        }
    }
    minutes.sections = sections;
    if let Some(words) = own {
        ours::restore_head(minutes, words);
    }
    // What is settled is asked about no longer.
    minutes.remarks.retain(|remark| {
        let is_about = matches!(remark.code, RemarkCode::AmbiguousResponse | RemarkCode::UnclosedParenthesis);
        !(is_about && page.paragraph(remark.line).is_some_and(|at| settled.contains(&at)))
    });
    (doubts, used)
}

/// What the columns of a table say of an entry.
fn put_task(entry: &mut Entry, task: &Task, date: Option<chrono::NaiveDate>, words: &Words) {
    if task.to_do && matches!(entry.kind, model::Kind::Note(NoteKind::Note)) {
        entry.kind = model::Kind::ACTION;
    }
    if !entry.kind.has_owner() {
        return;
    }
    entry.owner = task.owner.clone().or(entry.owner.take());
    let due = task.due.as_deref().and_then(|due| dates::read(due, date).ok()).map(|read| read.due);
    entry.due = due.or(entry.due.take());
    if let Some(status) = &task.status {
        let lower = status.to_lowercase();
        let is_put = |status: &str, entry: &mut Entry| Detail::put(entry, words.paper.status, status, words);
        let _unknown =
            is_put(status, entry) || is_put(&lower, entry) || is_put(&format::capitalised(&lower), entry);
    }
}

/// What is known above the entries of a section.
struct Head {
    kind: SectionKind,
    heading: String,
    date: Option<chrono::NaiveDate>,
}

fn heading(section: &mut Section, told: &Told) {
    let Kind::Heading(level) = told.kind else { return };
    let text = clean(&told.text());
    let words = text.strip_suffix(':').unwrap_or(&text).trim_end();
    words.clone_into(&mut section.heading);
    section.as_written = (words != text).then(|| text.clone());
    section.level = level.clamp(1, 6);
}

/// Whether a paragraph is all green, or in the style of an answer, and answers the challenge above it: then it is there.
fn answers_entry_above(section: &mut Section, entry: &Entry, told: &Told, has_plain: bool) -> bool {
    let is_challenged = section.kind == SectionKind::Challenges;
    let Some(above) = section.entries.last_mut() else { return false };
    let is_challenge = matches!(above.kind, model::Kind::Challenge(_));
    let is_note = matches!(above.kind, model::Kind::Note(_));
    let is_answer = if told.is_response {
        above.kind.has_responses() || is_note
    } else {
        is_green(&told.runs) && has_plain && (is_challenge || is_challenged && above.kind.has_responses())
    };
    if !is_answer || !entry.responses.is_empty() || entry.text != said(told) {
        return false;
    }
    let own = told.own.as_ref().and_then(|own| own.response.clone());
    above.responses.push(own.unwrap_or_else(|| response::marked(&entry.text)));
    if is_note {
        above.kind = model::Kind::Note(NoteKind::Question);
    }
    true
}

/// What green there is in an entry.
enum Green {
    None,
    Answer,
    Doubt,
}

/// Takes the answer off an entry that ends with green words.
fn answer_in(entry: &mut Entry, told: &Told, head: &Head) -> Green {
    let is_challenge = matches!(entry.kind, model::Kind::Challenge(_));
    if !is_challenge || !told.runs.iter().any(has_green_words) || entry.text != said(told) {
        return Green::None;
    }
    if is_green(&told.runs) {
        return Green::Doubt;
    }
    let Some((statement, answer)) = split(&told.runs) else { return Green::Doubt };
    let mark = entry.as_written.clone().unwrap_or_default();
    let context =
        Context { section: head.kind, heading: &head.heading, date: head.date, people: &People::default() };
    let meaning = meaning::of(&statement, &mark, entry.kind, context);
    entry.text = statement;
    entry.responses.insert(0, response::marked(&answer));
    if entry.kind.has_owner() {
        (entry.owner, entry.due) = (meaning.owner, meaning.due);
    }
    Green::Answer
}

/// The words before the green end of a paragraph, and that end; nothing where there is green in the middle.
fn split(runs: &[Run]) -> Option<(String, String)> {
    let has_words = |run: &Run| run.text.contains(char::is_alphanumeric);
    // Signs and spaces behind and between the green words belong to them.
    let tail = runs.iter().rev().take_while(|run| run.green || !has_words(run)).count();
    let (before, after) = runs.split_at_checked(runs.len() - tail)?;
    let skipped = after.iter().take_while(|run| !has_green_words(run)).count();
    let (signs, after) = after.split_at_checked(skipped)?;
    if before.iter().any(has_green_words) || !before.iter().any(has_words) {
        return None;
    }
    let text = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let (mut statement, mut answer) = (clean(&(text(before) + &text(signs))), clean(&text(after)));
    if answer.matches(')').count() > answer.matches('(').count()
        && let Some(rest) = statement.strip_suffix('(')
    {
        statement = rest.to_owned();
        answer.insert(0, '(');
    }
    let statement = statement.trim_end().trim_end_matches(['–', '→']).trim_end().to_owned();
    statement.contains(char::is_alphanumeric).then_some((statement, answer))
}

fn has_green_words(run: &Run) -> bool {
    run.green && run.text.contains(char::is_alphanumeric)
}

/// Whether all words are green.
fn is_green(runs: &[Run]) -> bool {
    let mut words = runs.iter().filter(|run| run.text.contains(char::is_alphanumeric)).peekable();
    words.peek().is_some() && words.all(|run| run.green)
}

/// The words of a paragraph as the reader has them.
fn said(told: &Told) -> String {
    clean(&told.text())
}

fn clean(text: &str) -> String {
    lines::split(text).0.into_iter().map(|line| line.text).collect::<Vec<_>>().join(" ")
}
