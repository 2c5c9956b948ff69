//! A header field on one line: its label and its value. It sees one line at a time.

use super::attendees;
use super::bullet::bullet;
use super::response;
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::Field;
use crate::model::FieldRole;

/// The longest line among the fields without a label, in characters.
pub const LONGEST_LINE: usize = 100;

/// Label and value on one line: with a colon, with a known label's own question mark, or a known label and its value.
pub fn field_on(text: &str) -> Option<Field> {
    let field = |label: &str, value: &str| {
        let canonical = canonical(label, value);
        let as_written = (squeezed(&canonical) != squeezed(text)).then(|| text.to_owned());
        Field { label: label.to_owned(), value: value.to_owned(), as_written }
    };
    if bullet(text).is_some() {
        return None;
    }
    if let Some((label, value)) = text.split_once(':') {
        // Markdown sets the label in bold: `**Plats:** Salen`.
        let (label, value) = match label.trim().strip_prefix("**") {
            Some(label) => (label, value.trim().trim_start_matches("**").trim()),
            None => (label.trim(), value.trim()),
        };
        if is_label(label) && (vocabulary::field_role(label).is_some() || is_small_field(label, value)) {
            return Some(field(label, value));
        }
        if vocabulary::is_numbered_table(label) && !value.is_empty() && attendees::are_names(value) {
            return Some(field(label, value));
        }
    }
    if let Some((label, value)) = text.split_once('?')
        && vocabulary::field_role(label).is_some()
    {
        return Some(field(&format!("{}?", label.trim()), value.trim()));
    }
    let (label, value) = text.split_once(char::is_whitespace)?;
    let value = value.trim();
    let is_reference = vocabulary::field_role(label) == Some(FieldRole::Reference)
        && value.contains(|c: char| c.is_ascii_digit())
        && value.split_whitespace().count() <= 4;
    let is_scribe =
        vocabulary::is_signer(label) && !label.starts_with(char::is_uppercase) && is_person(value);
    (is_reference || is_scribe).then(|| field(label, value))
}

/// What may be between two fields on a line.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | ',' | ';' | '·' | '*')
}

/// The fields of a line with several: "Datum: 2024-09-30  Tid: 13–14.30  Plats: Matsalen". The first has the line as it
/// is written, the others nothing. Empty where the line has fewer than two known labels.
pub fn fields_on(text: &str) -> Vec<Field> {
    let mut starts: Vec<(usize, usize)> = Vec::new();
    // A longer line is no header.
    if text.len() > 4 * LONGEST_LINE {
        return Vec::new();
    }
    for (colon, _) in text.match_indices(':') {
        let before = text.get(..colon).unwrap_or_default();
        let from = starts.last().map_or(0, |(_, end)| *end);
        let words = before.char_indices().filter(|(at, _)| *at >= from);
        let edges = words.filter(|(_, c)| is_edge(*c)).map(|(at, c)| at + c.len_utf8());
        // The longest label that is known.
        let label = std::iter::once(from).chain(edges).find(|at| {
            let label = before.get(*at..).unwrap_or_default();
            label.starts_with(char::is_uppercase)
                && vocabulary::field_role(label).is_some_and(|role| role != FieldRole::Other)
        });
        starts.extend(label.map(|label| (label, colon + 1)));
    }
    if starts.len() < 2 || starts.first().is_some_and(|(start, _)| *start > 0) || bullet(text).is_some() {
        return Vec::new();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([text.len()]);
    let field = |((start, value), end): (&(usize, usize), usize)| {
        let label = text.get(*start..value - 1).unwrap_or_default().trim();
        let value = text.get(*value..end).unwrap_or_default().trim_matches(is_edge);
        let as_written = if *start == 0 { text.to_owned() } else { String::new() };
        Field { label: label.to_owned(), value: value.to_owned(), as_written: Some(as_written) }
    };
    let fields: Vec<Field> = starts.iter().zip(ends).map(field).collect();
    if fields.iter().all(|field| !field.value.is_empty()) { fields } else { Vec::new() }
}

/// Whether a value is somebody's name alone.
pub fn is_person(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 4
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'))
}

/// How a field is written that has no spelling of its own.
pub fn canonical(label: &str, value: &str) -> String {
    match (label.is_empty(), value.is_empty()) {
        (true, _) => value.to_owned(),
        (_, true) if label.ends_with('?') => label.to_owned(),
        (_, true) => format!("{label}:"),
        _ if label.ends_with('?') => format!("{label} {value}"),
        _ => format!("{label}: {value}"),
    }
}

fn is_label(label: &str) -> bool {
    label.chars().count() <= 30
        && label.split_whitespace().count() <= 4
        && label.contains(char::is_alphabetic)
}

/// A label that is not known, with a short value that is no sentence: "Tema: Mötesplatser i glesbygd".
fn is_small_field(label: &str, value: &str) -> bool {
    label.starts_with(char::is_uppercase)
        && label.split_whitespace().count() <= 3
        && label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/'))
        && !value.is_empty()
        && value.chars().count() <= LONGEST_LINE
        && !value.ends_with(['.', ':', '?', '!'])
        && vocabulary::named_kind(label).is_none()
        && response::after_label(&format!("{label}: {value}")).is_none()
}

fn squeezed(text: &str) -> String {
    text.split(|c: char| c.is_whitespace()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
