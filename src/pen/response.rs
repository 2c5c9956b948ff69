//! A response in the pen line: `= text`, with the kind of answer before a colon where one is named (`= på gång: text`).

use chrono::NaiveDate;

use super::{Context, Refusal, ResponseLine, compose::date, tokens};
use crate::i18n::Lang;
use crate::i18n::vocabulary::{fold, pen::RESPONSE_KINDS};
use crate::model::{Coded, Due, ResponseKind};

/// The response in the words after the marker.
pub(super) fn parse(words: &str, context: &Context<'_>) -> Result<ResponseLine, Refusal> {
    let found = tokens::take_response(words, context);
    if context.nameless && !found.names.is_empty() {
        return Err(Refusal::Named);
    }
    let (kind, text) = kind_of(&found.text);
    // Tags stay words, and are not enough.
    if text.split_whitespace().all(|word| word.starts_with('#')) {
        return Err(Refusal::NoWords);
    }
    let planned = found.due.is_some().then_some(ResponseKind::Planned);
    Ok(ResponseLine {
        kind: kind.or(planned).or(context.answering).unwrap_or(ResponseKind::Answer),
        is_named: kind.is_some(),
        text: text.to_owned(),
        author: (!found.names.is_empty()).then(|| found.names.join(", ")),
        due: found.due,
        choice: found.choice,
        remarks: found.remarks,
    })
}

/// The kind of this name.
pub fn kind_called(name: &str) -> Option<ResponseKind> {
    let name = fold(name.trim());
    let row = RESPONSE_KINDS.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    ResponseKind::from_code(row.0)
}

/// The kind named before a colon and the words after it. A kind that is the whole response is its words too.
fn kind_of(text: &str) -> (Option<ResponseKind>, &str) {
    match text.split_once(':') {
        Some((label, words)) if kind_called(label).is_some() && words.trim().is_empty() => {
            (kind_called(label), label.trim())
        }
        Some((label, words)) if kind_called(label).is_some() => (kind_called(label), words.trim()),
        _ => (kind_called(text), text),
    }
}

/// A response as it is corrected at the pen: names and tags in it are words.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseWords {
    /// What sort of answer it is.
    pub kind: ResponseKind,
    /// What is answered, one paragraph.
    pub text: String,
    /// When the planned thing happens.
    pub due: Option<Due>,
}

/// The line that a response would be typed as: `= på gång: text <15/3`. Its kind is named where the words alone would
/// mean another.
pub fn compose(response: &ResponseWords, today: NaiveDate, lang: Lang) -> String {
    let due = response.due.as_ref().map(|due| format!(" <{}", date(due, today, lang))).unwrap_or_default();
    let plain = format!("= {}{due}", response.text);
    let row = RESPONSE_KINDS.iter().find(|(code, _)| *code == response.kind.code());
    let name = row.and_then(|(_, names)| match lang {
        Lang::Sv => names.first(),
        Lang::En => names.last(),
    });
    match name {
        Some(name)
            if read(&plain, today).kind != response.kind || read(&plain, today).text != response.text =>
        {
            format!("= {name}: {}{due}", response.text)
        }
        _ => plain,
    }
}

/// What such a line says, with or without its marker.
pub fn read(line: &str, today: NaiveDate) -> ResponseWords {
    let line = line.trim();
    let words = line.strip_prefix('=').filter(|words| words.starts_with(char::is_whitespace)).unwrap_or(line);
    let (words, due) = tokens::dated(words, today);
    let (kind, text) = kind_of(&words);
    let usual = if due.is_some() { ResponseKind::Planned } else { ResponseKind::Answer };
    ResponseWords { kind: kind.unwrap_or(usual), text: text.to_owned(), due }
}
