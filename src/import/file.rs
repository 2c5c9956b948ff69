//! The bytes of a file → [`Minutes`]: text, Markdown (the program's own or people's), JSON or Word. The form is
//! chosen by the ending of the name, and where that says nothing by the content. It opens no file.

use std::path::Path;

use chrono::NaiveDate;

use super::decode::{self, DecodeError};
use super::package::{self, COMPOUND, Unfit, ZIP};
use super::{docx, minutes_from_text};
use crate::i18n::dates;
use crate::minutes::interchange::{self, ReadError};
use crate::minutes::read::ReadOptions;
use crate::minutes::{Minutes, SCHEMA, markdown};
use crate::model::Precision;

/// Why a file was not read.
#[derive(Debug, thiserror::Error)]
pub enum NotRead {
    /// It is no text.
    #[error(transparent)]
    Text(#[from] DecodeError),
    /// It is no JSON of ours.
    #[error(transparent)]
    Json(#[from] ReadError),
    /// It is no document that can be read.
    #[error(transparent)]
    Document(#[from] Unfit),
}

/// The most lines of a text, and the most objects in JSON: more than any meeting, or all of a programme, has.
const MOST_LINES: usize = 250_000;

/// Reads the bytes of a file as minutes.
///
/// # Errors
/// Where the bytes are no text, no JSON of ours, or no Word document.
pub fn minutes(bytes: &[u8], name: &str, options: &ReadOptions<'_>) -> Result<Minutes, NotRead> {
    let named = in_name(name);
    let day = options.day.or(named.as_ref().map(|(day, _)| *day));
    let mut minutes = with_name(bytes, name, &ReadOptions { day, ..*options })?;
    if let Some((_, title)) = named.filter(|_| minutes.title.is_empty()) {
        minutes.title = title;
    }
    Ok(minutes)
}

/// The day that a file is named by, and the rest of its name: "2024-11-14 Samverkansmöte.txt".
fn in_name(name: &str) -> Option<(NaiveDate, String)> {
    let stem = Path::new(name).file_stem()?.to_string_lossy().replace('_', " ");
    let (range, day) = dates::find(&stem, None).into_iter().find_map(|found| {
        let due = found.read.ok()?.due;
        (due.precision == Precision::Day).then_some((found.range, due.day))
    })?;
    let rest = [stem.get(..range.start)?, stem.get(range.end..)?].join(" ");
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | '.' | '(' | ')');
    Some((day, rest.trim_matches(is_edge).split_whitespace().collect::<Vec<_>>().join(" ")))
}

fn with_name(bytes: &[u8], name: &str, options: &ReadOptions<'_>) -> Result<Minutes, NotRead> {
    if bytes.starts_with(ZIP) {
        return from_word(bytes, options);
    }
    if let Some(unfit) = other_document(bytes) {
        return Err(unfit.into());
    }
    if count(bytes, b'\n').max(count(bytes, b'\r')) > MOST_LINES || count(bytes, b'{') > MOST_LINES {
        return Err(Unfit::TooLong.into());
    }
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") => return Err(Unfit::WebPage.into()),
        Some("json") => return Ok(interchange::read(bytes)?),
        Some("md" | "markdown") => return from_markdown(bytes, options),
        Some("docx" | "docm" | "dotx") if !bytes.is_empty() => return Err(Unfit::Broken.into()),
        _ => {}
    }
    let starts_with = |start: &str| bytes.trim_ascii_start().starts_with(start.as_bytes());
    if starts_with(&format!("<!-- {SCHEMA}")) {
        return from_markdown(bytes, options);
    }
    if starts_with("{")
        && let Ok(minutes) = interchange::read(bytes)
    {
        return Ok(minutes);
    }
    Ok(minutes_from_text(bytes, options)?)
}

fn count(bytes: &[u8], wanted: u8) -> usize {
    memchr::memchr_iter(wanted, bytes).count()
}

fn from_word(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Minutes, NotRead> {
    let minutes = docx::read(bytes, options)?;
    let is_empty = minutes.title.is_empty() && minutes.fields.is_empty() && minutes.sections.is_empty();
    if is_empty && minutes.signoff.is_empty() && minutes.signoff_as_written.is_none() {
        Err(DecodeError::Empty.into())
    } else {
        Ok(minutes)
    }
}

/// What the bytes are, where they are a document that cannot be read and people try to open.
pub(super) fn other_document(bytes: &[u8]) -> Option<Unfit> {
    if bytes.starts_with(COMPOUND) {
        return Some(package::compound(bytes));
    }
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let opens = |tag: &[u8]| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    if opens(b"<!doctype html") || opens(b"<html") {
        return Some(Unfit::WebPage);
    }
    let kinds: [(&[u8], Unfit); 2] = [(b"%PDF-", Unfit::Pdf), (b"{\\rtf", Unfit::RichText)];
    kinds.into_iter().find(|(begins, _)| bytes.starts_with(begins)).map(|(_, unfit)| unfit)
}

fn from_markdown(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Minutes, NotRead> {
    let decoded = decode::decode(bytes, options.words)?;
    if let Some(minutes) = markdown::read(&decoded.text) {
        return Ok(minutes);
    }
    let mut minutes = markdown::people::read(&decoded.text, options);
    minutes.remarks.extend(decoded.remarks);
    minutes.remarks.sort_by_key(|remark| remark.line);
    Ok(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_file_with_more_lines_than_any_meeting_is_refused_before_it_is_read() {
        let options = ReadOptions { day: None, today: NaiveDate::default(), words: Lang::Sv.words() };
        for (name, part) in [("a.txt", "- x\n"), ("a.md", "- x\n"), ("a.txt", "- \r"), ("a.json", "{},")] {
            let refused = minutes(part.repeat(MOST_LINES + 1).as_bytes(), name, &options);
            assert!(
                matches!(refused, Err(NotRead::Document(Unfit::TooLong))),
                "{name} {part:?}: {refused:?}"
            );
        }
        assert!(minutes("- x\n".repeat(1_000).as_bytes(), "a.txt", &options).is_ok());
    }
}
