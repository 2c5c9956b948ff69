//! Documents that the program wrote itself, and that people may have changed in Word since: labels, numbers and details
//! that it sets around what was said go back to where they came from. It trusts no label that it would not write.

use super::numbering::Mark;
use super::told::{Kind, Told};
use crate::i18n::{Words, labels};
use crate::minutes::markdown::implied;
use crate::minutes::shown::{Detail, kind_labelled, told as said_by_words};
use crate::minutes::{Entry, Minutes, Response, Section};
use crate::model;

/// What the program set around an entry.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Around {
    kind: Option<model::Kind>,
    number: Option<String>,
    mark: Option<String>,
    details: Vec<(String, String)>,
    /// The paragraphs from which this was taken off, which lack words where it is not put back.
    pub(super) from: Vec<usize>,
    /// It is a response, with its sort and its day.
    pub(super) response: Option<Response>,
    /// It says when the next meeting is.
    pub(super) is_next: bool,
}

/// Takes off the paragraphs what the program set around them, but of those that are to be left whole.
pub(super) fn unwrap(all: Vec<Told>, words: &Words, is_whole: impl Fn(usize) -> bool) -> Vec<Told> {
    let mut kept: Vec<Told> = Vec::with_capacity(all.len());
    for (at, mut told) in all.into_iter().enumerate() {
        if told.is_details {
            let details = details(&told, words).filter(|_| !is_whole(at));
            let above = kept.last_mut().filter(|above| !above.is_response);
            if let (Some(above), Some(details)) = (above, details) {
                let own = above.own.get_or_insert_default();
                // A second line that says the same fact is somebody's own, and keeps its words.
                let is_again = |(label, _): &(String, String)| own.details.iter().any(|(it, _)| it == label);
                if !details.iter().any(is_again) {
                    own.details.extend(details);
                    own.from.push(at);
                    continue;
                }
            }
        } else if told.is_response {
            let response =
                labelled(&told).and_then(|(label, text)| implied::response_of(&label, text, words));
            told.own.get_or_insert_default().response = response;
        } else if matches!(told.kind, Kind::Item(_) | Kind::Text) && !is_whole(at) {
            let before = told.runs.len();
            strip(&mut told, words);
            if told.runs.len() < before {
                told.own.get_or_insert_default().from.push(at);
            }
        }
        kept.push(told);
    }
    kept
}

/// What stands in bold before a colon at the beginning, and what follows.
fn labelled(told: &Told) -> Option<(String, String)> {
    let (first, rest) = told.runs.split_first()?;
    let label = first.text.trim().strip_suffix(':').filter(|_| first.bold)?;
    let rest: String = rest.iter().map(|run| run.text.as_str()).collect();
    Some((label.to_owned(), rest.trim().to_owned()))
}

/// The facts of a line of details; nothing where one of them is none.
fn details(told: &Told, words: &Words) -> Option<Vec<(String, String)>> {
    let mut details: Vec<(String, String)> = Vec::new();
    for run in &told.runs {
        let label = run.text.trim().strip_suffix(':').filter(|_| run.bold);
        match (label, details.last_mut()) {
            (Some(label), _) => details.push((label.to_owned(), String::new())),
            (None, Some((_, value))) => value.push_str(&run.text),
            (None, None) => return None,
        }
    }
    for (_, value) in &mut details {
        let bare = value.trim_end();
        *value = bare.strip_suffix(implied::BETWEEN.trim_end()).unwrap_or(bare).trim().to_owned();
    }
    let kinds = [model::Kind::CHALLENGE, model::Kind::COMMITMENT, model::Kind::ACTION];
    let is_known = |(label, value): &(String, String)| {
        kinds.iter().any(|kind| Detail::put(&mut Entry::new(*kind, ""), label, value, words))
    };
    details.iter().all(is_known).then_some(details)
}

/// Takes the label of a kind, a number and a mark off the beginning.
fn strip(told: &mut Told, words: &Words) {
    if let Some((label, _)) = labelled(told) {
        if label == words.paper.next {
            told.own.get_or_insert_default().is_next = true;
            return;
        }
        if let Some(kind) = kind_labelled(&label, words) {
            told.own.get_or_insert_default().kind = Some(kind);
            take_first(told);
        }
    }
    let first = |told: &Told| {
        let run = told.runs.first().filter(|run| run.bold && told.runs.len() > 1)?;
        Some(run.text.trim().to_owned())
    };
    if let Some(number) = first(told).filter(|text| is_number(text)) {
        told.own.get_or_insert_default().number = Some(number);
        take_first(told);
    }
    // Only before a bullet does the program write what stood there.
    let is_bullet = matches!(&told.kind, Kind::Item(item) if matches!(item.mark, Mark::Bullet(_)));
    if let Some(mark) = first(told)
        .filter(|_| is_bullet)
        .filter(|text| text.ends_with([')', '.']) && text.chars().count() <= 8)
    {
        told.own.get_or_insert_default().mark = Some(mark);
        take_first(told);
    }
}

fn take_first(told: &mut Told) {
    told.runs.remove(0);
    if let Some(run) = told.runs.first_mut() {
        run.text = run.text.trim_start().to_owned();
    }
    told.runs.retain(|run| !run.text.is_empty());
}

/// `U-4`, `Å-12·b`.
fn is_number(text: &str) -> bool {
    [model::Kind::CHALLENGE, model::Kind::ACTION].into_iter().any(|kind| is_number_of(text, kind))
}

/// Whether this is a number that something of a kind can have.
fn is_number_of(text: &str, kind: model::Kind) -> bool {
    let Some((_, number)) = text.split_once('-') else { return false };
    let (digits, mark) = number.split_once('·').map_or((number, None), |(digits, mark)| (digits, Some(mark)));
    let Ok(value) = digits.parse() else { return false };
    matches!(kind, model::Kind::Challenge(_) | model::Kind::Action(_))
        && labels::number(kind, value, mark) == text
}

/// Puts back around an entry what stood around it. `false` where not all of it can be.
pub(super) fn restore(
    entry: &mut Entry,
    told: &Told,
    section: &Section,
    minutes: &Minutes,
    words: &Words,
) -> bool {
    let own = section.kind.own_kind();
    let around = told.own.clone().unwrap_or_default();
    match around.kind {
        Some(kind) => entry.kind = kind,
        // What has no label is what its section holds, or a note.
        None if !entry.kind.same_kind(own) && !matches!(entry.kind, model::Kind::Note(_)) => entry.kind = own,
        None => {}
    }
    if let Kind::Item(item) = &told.kind
        && matches!(item.mark, Mark::Bullet(_))
    {
        entry.as_written = around.mark;
    }
    let mut is_all = around.number.as_ref().is_none_or(|number| is_number_of(number, entry.kind));
    entry.number = around.number;
    let date = minutes.date;
    (entry.owner, entry.due) = said_by_words(entry, section, date);
    for (at, (label, value)) in around.details.iter().enumerate() {
        let is_first = !around.details.iter().take(at).any(|(before, _)| before == label);
        is_all &= is_first && Detail::put(entry, label, value, words);
    }
    for response in &mut entry.responses {
        restore_response(response, words);
    }
    is_all
}

/// A response of ours is written as it always is.
pub(super) fn restore_response(response: &mut Response, words: &Words) {
    let label = format!("\n{}:", words.paper.response);
    if response.as_written.as_ref().is_some_and(|written| written.starts_with(&label)) {
        response.as_written = None;
    }
}

/// What the program sets in the place of a title and above the signatures.
pub(super) fn restore_head(minutes: &mut Minutes, words: &Words) {
    if minutes.title == words.paper.untitled {
        minutes.title.clear();
    }
    for signature in minutes.signoff.iter_mut().filter(|it| it.role == words.paper.at_the_pen) {
        signature.role.clear();
    }
    let is_ours = |written: &String| written.starts_with(words.paper.at_the_pen);
    if !minutes.signoff.is_empty() && minutes.signoff_as_written.as_ref().is_some_and(is_ours) {
        minutes.signoff_as_written = None;
    }
}
