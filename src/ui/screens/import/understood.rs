//! What was understood of a document, as text to read before it is stored: the facts, what to look at, and of each
//! section its kind, its counts and its first entries.

use crate::i18n::{Words, format, labels};
use crate::minutes::{Entry, Minutes, Section};
use crate::model::Kind;
use crate::ui::widgets::text_view::Tone;

/// How many entries of a section are shown.
const FIRST: usize = 3;

/// The lines of the text; `hints` come first.
pub(super) fn lines(minutes: &Minutes, hints: &[String], words: &Words) -> Vec<(Tone, String)> {
    let mut lines: Vec<(Tone, String)> = Vec::new();
    for (at, hint) in hints.iter().enumerate() {
        lines.push((if at == 0 { Tone::Dim } else { Tone::Warning }, hint.clone()));
    }
    blank(&mut lines);
    let title = if minutes.title.is_empty() { words.files.untitled } else { &minutes.title };
    lines.push((Tone::Strong, title.to_owned()));
    lines.push((Tone::Plain, facts(minutes, words)));
    lines.push((Tone::Plain, counts(minutes, words)));
    remarks(&mut lines, minutes, words);
    if !minutes.fields.is_empty() {
        blank(&mut lines);
        lines.extend(minutes.fields.iter().map(|field| {
            // A label may end with punctuation of its own: a question mark.
            let colon = if field.label.ends_with(char::is_alphanumeric) { ":" } else { "" };
            (Tone::Plain, format!("{}{colon} {}", field.label, field.value))
        }));
    }
    for read in &minutes.sections {
        blank(&mut lines);
        section(&mut lines, read, words);
    }
    if !minutes.signoff.is_empty() {
        blank(&mut lines);
        lines.push((Tone::Strong, words.files.signed.to_owned()));
        for signature in &minutes.signoff {
            let role =
                if signature.role.is_empty() { String::new() } else { format!(", {}", signature.role) };
            lines.push((Tone::Plain, format!("  {}{role}", signature.name)));
        }
    }
    lines
}

fn blank(lines: &mut Vec<(Tone, String)>) {
    lines.push((Tone::Plain, String::new()));
}

/// Day, time, place and number.
fn facts(minutes: &Minutes, words: &Words) -> String {
    let date = minutes.date.map(|date| format::long_date(words.lang, date));
    let date = Some(date.unwrap_or_else(|| words.files.undated.to_owned()));
    let time = minutes.time.map(|time| time.to_string());
    let facts = [date, time, minutes.place.clone(), minutes.reference.clone()];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn counts(minutes: &Minutes, words: &Words) -> String {
    let entries: Vec<&Entry> = minutes.sections.iter().flat_map(|section| &section.entries).collect();
    let of = |is: fn(&Kind) -> bool| entries.iter().filter(|entry| is(&entry.kind)).count();
    let challenges = of(|kind| matches!(kind, Kind::Challenge(_)));
    let unanswered = entries
        .iter()
        .filter(|entry| matches!(entry.kind, Kind::Challenge(_)) && entry.responses.is_empty())
        .count();
    let (commitments, actions) =
        (of(|kind| matches!(kind, Kind::Commitment(_))), of(|kind| matches!(kind, Kind::Action(_))));
    let mut counts = vec![(words.files.understood)(minutes.sections.len(), entries.len())];
    counts.extend((challenges > 0).then(|| (words.files.challenges)(challenges, unanswered)));
    counts.extend((commitments > 0).then(|| (words.files.commitments)(commitments)));
    counts.extend((actions > 0).then(|| (words.files.actions)(actions)));
    counts.join(" · ")
}

fn remarks(lines: &mut Vec<(Tone, String)>, minutes: &Minutes, words: &Words) {
    if minutes.remarks.is_empty() {
        return;
    }
    blank(lines);
    lines.push((Tone::Warning, (words.files.remarks)(minutes.remarks.len())));
    for remark in &minutes.remarks {
        lines.push((Tone::Plain, format!("  {}: {}", (words.files.line)(remark.line), remark.message)));
    }
}

fn section(lines: &mut Vec<(Tone, String)>, read: &Section, words: &Words) {
    let heading = if read.heading.is_empty() { words.files.no_heading } else { &read.heading };
    lines.push((Tone::Strong, heading.to_owned()));
    let kind = labels::section_kind(words.lang, read.kind);
    lines.push((Tone::Dim, format!("  {kind} · {}", (words.files.entries)(read.entries.len()))));
    lines.extend(read.intro.iter().take(1).map(|intro| (Tone::Dim, format!("  {intro}"))));
    for entry in read.entries.iter().take(FIRST) {
        let marker = labels::marker(entry.kind).unwrap_or(labels::NO_MARKER);
        lines.push((Tone::Plain, format!("  {marker} {}", entry.text)));
        for response in &entry.responses {
            lines.push((Tone::Plain, format!("      ↳ {}: {}", words.publication.response, response.text)));
        }
    }
    if read.entries.len() > FIRST {
        lines.push((Tone::Dim, format!("  {}", (words.files.more)(read.entries.len() - FIRST))));
    }
}
