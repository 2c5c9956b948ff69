//! The title and the header fields: what is above the first section. It knows no dates.

use super::bullet::bullet;
use super::lines::SourceLine;
use super::response;
use super::shape::{LineShape, marked, shape};
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::Field;
use crate::model::{FieldRole, SectionKind, Signature};

/// What is above the first section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Header {
    /// Empty where there is none.
    pub title: String,
    /// Each with the number of the line that it begins on.
    pub fields: Vec<(usize, Field)>,
    /// Whom a field names as scribe of the minutes.
    pub signatures: Vec<Signature>,
    /// The numbers of the lines that repeat the title.
    pub repeated: Vec<usize>,
    /// How many lines the header takes.
    pub len: usize,
}

/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;
/// The longest line among the fields without a label, in characters.
const LONGEST_LINE: usize = 100;
/// How many lines without a label may be between two fields.
const FEW: usize = 3;

/// Reads the header off the first lines.
pub fn read(lines: &[SourceLine<'_>]) -> Header {
    let mut header = Header::default();
    let mut at = 0;
    let first = lines.first().map(|line| line.text.strip_prefix("# ").unwrap_or(&line.text).trim());
    if let Some(title) = first.filter(|title| is_title(title)) {
        title.clone_into(&mut header.title);
        at = 1;
        while let Some(line) = lines.get(at).filter(|line| wraps(line) && field_on(&line.text).is_none()) {
            header.title.push(' ');
            header.title.push_str(&line.text);
            at += 1;
        }
    }
    while let Some(line) = lines.get(at) {
        let field = labelled(lines, at).or_else(|| unlabelled(lines, at));
        let Some((field, len)) = field else { break };
        if field.label.is_empty() && field.value == header.title {
            header.repeated.push(line.number);
        }
        if vocabulary::is_signer(&field.label) && is_person(&field.value) {
            header.signatures.push(Signature { name: field.value.clone(), role: field.label.clone() });
        }
        header.fields.push((line.number, field));
        at += len;
    }
    header.len = at;
    header
}

fn wraps(line: &SourceLine<'_>) -> bool {
    !line.gap && line.text.starts_with(char::is_lowercase) && bullet(&line.text).is_none()
}

fn is_person(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 4
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.'))
}

/// Whether the first line is the title. A line that names a part of minutes, such as "Utmaningar", is its heading.
fn is_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let kind = vocabulary::section_kind(text);
    let heads = shape(text) == LineShape::Strong
        && (kind == SectionKind::Commitments || kind != SectionKind::Notes && words <= 2);
    let is_sentence = text.ends_with('.') && text.chars().count() > 80;
    text.chars().count() <= LONGEST_TITLE
        && text.contains(char::is_alphanumeric)
        && !text.ends_with([':', ',', ';'])
        && !is_sentence
        && !heads
        && !vocabulary::is_sign_off(text)
        && bullet(text).is_none()
        && marked(text).is_none()
        && field_on(text).is_none()
        && text.matches(". ").count() < 2
}

/// A field at a line, and how many lines it takes.
fn labelled(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let line = lines.get(at)?;
    if let Some(field) = field_on(&line.text) {
        if !field.value.is_empty() {
            return Some(with_wrapped_lines(lines, at, field));
        }
        let listed = is_about_people(&field.label).then(|| listed(lines, at)).flatten();
        return Some(listed.unwrap_or((field, 1)));
    }
    if !vocabulary::is_label_alone(&line.text) {
        return None;
    }
    // A label without a colon has its value below; a label with one and nothing behind it is empty.
    let value = if is_about_people(&line.text) { listed(lines, at) } else { below(lines, at) };
    Some(value.unwrap_or_else(|| (with_lines(lines, at, 1, &line.text), 1)))
}

fn is_about_people(label: &str) -> bool {
    matches!(vocabulary::field_role(label), Some(FieldRole::Present | FieldRole::Absent))
}

/// Label and value on one line: with a colon, with a known label's own question mark, or a known label and its value.
fn field_on(text: &str) -> Option<Field> {
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

fn squeezed(text: &str) -> String {
    text.split(|c: char| c.is_whitespace()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn with_wrapped_lines(lines: &[SourceLine<'_>], at: usize, mut field: Field) -> (Field, usize) {
    let mut len = 1;
    while let Some(line) = lines.get(at + len) {
        let goes_on = !line.gap && (field.value.ends_with(',') || wraps(line));
        if !goes_on || bullet(&line.text).is_some() || field_on(&line.text).is_some() {
            break;
        }
        field.value.push(' ');
        field.value.push_str(&line.text);
        if let Some(written) = &mut field.as_written {
            written.push(' ');
            written.push_str(&line.text);
        }
        len += 1;
    }
    (field, len)
}

/// The people under a label: the lines below without a gap, or a list.
fn listed(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let is_listed = |line: &SourceLine<'_>, first: bool| {
        let is_item = bullet(&line.text).is_some();
        let is_short = line.text.chars().count() <= LONGEST_LINE && !line.text.ends_with([':', '.']);
        let is_short = is_short && marked(&line.text).is_none();
        is_short && field_on(&line.text).is_none() && (is_item || !line.gap) && (!line.gap || first)
    };
    let below = lines.get(at + 1..)?;
    let len = below.iter().enumerate().take_while(|(row, line)| is_listed(line, *row == 0)).count();
    (len > 0).then(|| (with_lines(lines, at, len + 1, lines.get(at).map_or("", |it| &it.text)), len + 1))
}

/// The value under a label: the block of lines below it, but no list and no other field.
fn below(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let is_value = |line: &SourceLine<'_>| {
        let is_short = line.text.chars().count() <= LONGEST_LINE && !line.text.ends_with(':');
        let is_short = is_short && marked(&line.text).is_none();
        is_short
            && bullet(&line.text).is_none()
            && field_on(&line.text).is_none()
            && !vocabulary::is_label_alone(&line.text)
    };
    let label = lines.get(at)?.text.clone();
    let below = lines.get(at + 1..)?;
    let len =
        below.iter().enumerate().take_while(|(row, line)| is_value(line) && (*row == 0 || !line.gap)).count();
    let is_date = vocabulary::field_role(&label) == Some(FieldRole::Date);
    let has_digit = below.first().is_some_and(|line| line.text.contains(|c: char| c.is_ascii_digit()));
    let len = if is_date { usize::from(has_digit && len > 0) } else { len };
    (len > 0).then(|| (with_lines(lines, at, len + 1, &label), len + 1))
}

/// A field over several lines: the value on one line, and the lines as they were written.
fn with_lines(lines: &[SourceLine<'_>], at: usize, len: usize, label: &str) -> Field {
    let rows = lines.get(at..at + len).unwrap_or_default();
    let values: Vec<&str> =
        rows.iter().skip(1).map(|row| bullet(&row.text).map_or(&*row.text, |it| it.rest)).collect();
    let between = if values.iter().any(|value| value.contains(',')) { "; " } else { ", " };
    let label = label.strip_suffix(':').unwrap_or(label).trim_end();
    Field { label: label.to_owned(), value: values.join(between), as_written: Some(written(rows)) }
}

/// Lines as they were written, with one empty line where there were some.
pub fn written(rows: &[SourceLine<'_>]) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            text.push_str(if row.gap { "\n\n" } else { "\n" });
        }
        text.push_str(&row.text);
    }
    text
}

/// A line without a label (a subtitle) with a known field soon below it.
fn unlabelled(lines: &[SourceLine<'_>], at: usize) -> Option<(Field, usize)> {
    let is_plain = |line: &SourceLine<'_>| {
        line.text.chars().count() <= LONGEST_LINE
            && !line.text.ends_with(['.', ':'])
            && bullet(&line.text).is_none()
            && marked(&line.text).is_none()
    };
    let is_known = |text: &str| {
        vocabulary::is_label_alone(text)
            || field_on(text).is_some_and(|field| vocabulary::field_role(&field.label).is_some())
    };
    let ahead = lines.get(at..)?;
    let plain = ahead.iter().take(FEW + 1).take_while(|line| !is_known(&line.text)).count();
    let leads = plain <= FEW && ahead.get(plain).is_some_and(|line| is_known(&line.text));
    let text = &lines.get(at)?.text;
    let all_plain = ahead.iter().take(plain).all(is_plain);
    let field = Field { label: String::new(), value: text.to_string(), as_written: None };
    (leads && all_plain && !names_a_part(text)).then_some((field, 1))
}

fn names_a_part(text: &str) -> bool {
    vocabulary::section_kind(text) != SectionKind::Notes || vocabulary::is_usual_heading(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Vec<(String, String)> {
        let header = read(&super::super::lines::split(text).0);
        header.fields.into_iter().map(|(_, field)| (field.label, field.value)).collect()
    }

    fn pair(label: &str, value: &str) -> (String, String) {
        (label.to_owned(), value.to_owned())
    }

    #[test]
    fn a_label_is_before_its_value_or_above_it() {
        let text = "Titel\n\nDatum\n\n2025-10-30\n\nVår referens\n\nEva Ek\nSekreterare\n\nFör vem? Alla\nDnr 12/19\nPlats:\tSalen\n\nText.";
        let expected = [
            pair("Datum", "2025-10-30"),
            pair("Vår referens", "Eva Ek, Sekreterare"),
            pair("För vem?", "Alla"),
            pair("Dnr", "12/19"),
            pair("Plats", "Salen"),
        ];
        assert_eq!(fields(text), expected);
    }

    #[test]
    fn an_empty_field_stays_empty() {
        assert_eq!(fields("Titel\n\nPlats:\n\nDatum:\n\nTips:\n\n"), [pair("Plats", ""), pair("Datum", "")]);
    }

    #[test]
    fn those_present_may_be_on_lines_or_in_a_list() {
        let expected = [pair("Närvarande", "Eva Ek, HR; Bo Al"), pair("Tid", "9-10")];
        assert_eq!(fields("Titel\nNärvarande\nEva Ek, HR\nBo Al\n\nTid: 9-10"), expected);
        assert_eq!(fields("Titel\nNärvarande:\n- Eva Ek, HR\n- Bo Al\nTid: 9-10"), expected);
    }

    #[test]
    fn lines_without_a_label_keep_their_place_among_the_fields() {
        let header =
            read(&super::super::lines::split("Titel\n\nTitel\ntext MAJKEN\nNärvarande: Rolf,\nMalte").0);
        assert_eq!(header.repeated, [3]);
        assert_eq!(header.signatures, [Signature { name: "MAJKEN".to_owned(), role: "text".to_owned() }]);
        assert_eq!(header.fields.last().unwrap().1.value, "Rolf, Malte");
    }

    #[test]
    fn a_part_of_minutes_is_no_title() {
        let title = |text: &str| read(&super::super::lines::split(text).0).title;
        assert_eq!(title("Utmaningar\n\n- En"), "");
        assert_eq!(
            title("Åtgärder för måluppfyllelse på Örby\n\n- En"),
            "Åtgärder för måluppfyllelse på Örby"
        );
    }
}
