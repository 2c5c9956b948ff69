//! Documents that the program wrote itself, and that people may have changed in Word since: the labels, numbers and
//! lines of details that it prints with an entry are taken off before the words are read, and put back into the entry
//! afterwards. It trusts no label that it would not write.

use super::flatten::{FlatParagraph, ParagraphKind};
use super::numbering::ListMarker;
use crate::i18n::{Words, labels};
use crate::minutes::details::{Detail, facts_in_text, kind_labelled};
use crate::minutes::markdown::implied;
use crate::minutes::{Entry, Minutes, Response, Section};
use crate::model;

/// Takes the decoration off the paragraphs, but for those that are to stay as they are. A line of details goes with the
/// entry above it.
pub(super) fn strip_decorations(
    all: Vec<FlatParagraph>,
    words: &Words,
    stays: impl Fn(usize) -> bool,
) -> Vec<FlatParagraph> {
    let mut stripped: Vec<FlatParagraph> = Vec::with_capacity(all.len());
    for (at, mut paragraph) in all.into_iter().enumerate() {
        if paragraph.is_details {
            let details = details(&paragraph, words).filter(|_| !stays(at));
            let above = stripped.last_mut().filter(|above| !above.is_response);
            if let (Some(above), Some(details)) = (above, details) {
                let decoration = above.decoration.get_or_insert_default();
                // A second line that says the same fact is somebody's own, and its words stay.
                let is_again =
                    |(label, _): &(String, String)| decoration.details.iter().any(|(it, _)| it == label);
                if !details.iter().any(is_again) {
                    decoration.details.extend(details);
                    decoration.from.push(at);
                    continue;
                }
            }
        } else if paragraph.is_response {
            let response =
                labelled(&paragraph).and_then(|(label, text)| implied::response_of(&label, text, words));
            paragraph.decoration.get_or_insert_default().response = response;
        } else if matches!(paragraph.kind, ParagraphKind::Item(_) | ParagraphKind::Text) && !stays(at) {
            let before = paragraph.runs.len();
            strip_lead(&mut paragraph, words);
            if paragraph.runs.len() < before {
                paragraph.decoration.get_or_insert_default().from.push(at);
            }
        }
        stripped.push(paragraph);
    }
    stripped
}

/// The words in bold before a colon at the beginning, and what follows them.
fn labelled(paragraph: &FlatParagraph) -> Option<(String, String)> {
    let (first, rest) = paragraph.runs.split_first()?;
    let label = first.text.trim().strip_suffix(':').filter(|_| first.bold)?;
    let rest: String = rest.iter().map(|run| run.text.as_str()).collect();
    Some((label.to_owned(), rest.trim().to_owned()))
}

/// The labels and values of a line of details; `None` where one of them is none that the program writes.
fn details(paragraph: &FlatParagraph, words: &Words) -> Option<Vec<(String, String)>> {
    let mut details: Vec<(String, String)> = Vec::new();
    for run in &paragraph.runs {
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

/// Takes the label of a kind, a number and a marker off the beginning.
fn strip_lead(paragraph: &mut FlatParagraph, words: &Words) {
    if let Some((label, _)) = labelled(paragraph) {
        if label == words.publication.next {
            paragraph.decoration.get_or_insert_default().is_next = true;
            return;
        }
        if let Some(kind) = kind_labelled(&label, words) {
            paragraph.decoration.get_or_insert_default().kind = Some(kind);
            drop_first(paragraph);
        }
    }
    let first = |paragraph: &FlatParagraph| {
        let run = paragraph.runs.first().filter(|run| run.bold && paragraph.runs.len() > 1)?;
        Some(run.text.trim().to_owned())
    };
    if let Some(number) = first(paragraph).filter(|text| is_number(text)) {
        paragraph.decoration.get_or_insert_default().number = Some(number);
        drop_first(paragraph);
    }
    // Only after a bullet of Word's does the program write the marker that was read.
    let is_bullet =
        matches!(&paragraph.kind, ParagraphKind::Item(item) if matches!(item.marker, ListMarker::Bullet(_)));
    if let Some(marker) = first(paragraph)
        .filter(|_| is_bullet)
        .filter(|text| text.ends_with([')', '.']) && text.chars().count() <= 8)
    {
        paragraph.decoration.get_or_insert_default().marker = Some(marker);
        drop_first(paragraph);
    }
}

fn drop_first(paragraph: &mut FlatParagraph) {
    paragraph.runs.remove(0);
    if let Some(run) = paragraph.runs.first_mut() {
        run.text = run.text.trim_start().to_owned();
    }
    paragraph.runs.retain(|run| !run.text.is_empty());
}

/// Whether the program writes such a number: `U-4`, `Å-12·b`.
fn is_number(text: &str) -> bool {
    [model::Kind::CHALLENGE, model::Kind::ACTION].into_iter().any(|kind| is_number_of(text, kind))
}

/// Whether this is a number that an entry of the kind can have.
fn is_number_of(text: &str, kind: model::Kind) -> bool {
    let Some((_, number)) = text.split_once('-') else { return false };
    let (digits, mark) = number.split_once('·').map_or((number, None), |(digits, mark)| (digits, Some(mark)));
    let Ok(value) = digits.parse() else { return false };
    matches!(kind, model::Kind::Challenge(_) | model::Kind::Action(_))
        && labels::number(kind, value, mark) == text
}

/// Puts into an entry what was taken off its paragraph. `false` where not all of it can be.
pub(super) fn restore_entry(
    entry: &mut Entry,
    paragraph: &FlatParagraph,
    section: &Section,
    minutes: &Minutes,
    words: &Words,
) -> bool {
    let own = section.kind.own_kind();
    let decoration = paragraph.decoration.clone().unwrap_or_default();
    match decoration.kind {
        Some(kind) => entry.kind = kind,
        // Without a label it is of its section's kind, or a note.
        None if !entry.kind.same_kind(own) && !matches!(entry.kind, model::Kind::Note(_)) => entry.kind = own,
        None => {}
    }
    if let ParagraphKind::Item(item) = &paragraph.kind
        && matches!(item.marker, ListMarker::Bullet(_))
    {
        entry.as_written = decoration.marker;
    }
    let mut is_all = decoration.number.as_ref().is_none_or(|number| is_number_of(number, entry.kind));
    entry.number = decoration.number;
    let date = minutes.date;
    (entry.owner, entry.due) = facts_in_text(entry, section, date);
    for (at, (label, value)) in decoration.details.iter().enumerate() {
        let is_first = !decoration.details.iter().take(at).any(|(before, _)| before == label);
        is_all &= is_first && Detail::put(entry, label, value, words);
    }
    for response in &mut entry.responses {
        restore_response(response, words);
    }
    is_all
}

/// A response with the program's own label has no spelling of its own.
fn restore_response(response: &mut Response, words: &Words) {
    let label = format!("\n{}:", words.publication.response);
    if response.as_written.as_ref().is_some_and(|written| written.starts_with(&label)) {
        response.as_written = None;
    }
}

/// Takes out what the program prints in the place of a missing title and above the signatures.
pub(super) fn restore_head(minutes: &mut Minutes, words: &Words) {
    if minutes.title == words.publication.untitled {
        minutes.title.clear();
    }
    for signature in minutes.signoff.iter_mut().filter(|it| it.role == words.publication.at_the_pen) {
        signature.role.clear();
    }
    let is_own = |written: &String| written.starts_with(words.publication.at_the_pen);
    if !minutes.signoff.is_empty() && minutes.signoff_as_written.as_ref().is_some_and(is_own) {
        minutes.signoff_as_written = None;
    }
}
