//! A response in the pen line: `= text`, with the kind of answer before a colon where one is named (`= på gång: text`).

use super::compose::{at_names, date};
use super::left_dates::{left_dates, left_heart};
use super::paste::clean;
use super::{Context, LineRemark, Refusal, ResponseLine, tokens};
use crate::i18n::Lang;
use crate::i18n::vocabulary::{fold, pen::RESPONSE_KINDS};
use crate::model::{Coded, Due, ResponseKind};

/// The response in the words after the marker.
pub(super) fn parse(words: &str, context: &Context<'_>) -> Result<ResponseLine, Refusal> {
    let found = tokens::take_response(words, &context.of_response());
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

/// A response as it is corrected: the words of its line, and what was found in them.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseWords {
    /// What sort of answer it is.
    pub kind: ResponseKind,
    /// What is answered, one paragraph.
    pub text: String,
    /// When the planned thing happens.
    pub due: Option<Due>,
    /// Whose name is in the line.
    pub author: Option<String>,
    /// What to look at before Enter.
    pub remarks: Vec<LineRemark>,
}

/// The line that a response would be typed as: `= på gång: text @Anna <15/3`. Its kind is named where the words alone
/// would mean another.
pub fn compose(response: &ResponseWords, context: &Context<'_>, lang: Lang) -> String {
    let due = response.due.as_ref().map(|due| format!(" <{}", date(due, context.written, lang)));
    let author = response.author.as_deref().map(|names| at_names(names, context));
    let behind = [author, due].into_iter().flatten().collect::<String>();
    let plain = format!("= {}{behind}", response.text);
    let row = RESPONSE_KINDS.iter().find(|(code, _)| *code == response.kind.code());
    let name = row.and_then(|(_, names)| match lang {
        Lang::Sv => names.first(),
        Lang::En => names.last(),
    });
    let means = read(&plain, context);
    match name {
        Some(name) if means.kind != response.kind || means.text != response.text => {
            format!("= {name}: {}{behind}", response.text)
        }
        _ => plain,
    }
}

/// What such a line says, with or without its marker.
pub fn read(line: &str, context: &Context<'_>) -> ResponseWords {
    let line = line.trim();
    let words = line.strip_prefix('=').filter(|words| words.starts_with(char::is_whitespace)).unwrap_or(line);
    let words = read_words(words, context);
    let (kind, text) = kind_of(&words.text);
    ResponseWords { kind: kind.unwrap_or(words.kind), text: text.to_owned(), ..words }
}

/// What the words after the marker say but for the kind that they may name. In a meeting without names all but the date
/// is words: those that name somebody are refused where they are stored.
pub fn read_words(words: &str, context: &Context<'_>) -> ResponseWords {
    let (text, due, names, remarks) = if context.nameless {
        let (text, due) = tokens::dated(words, context.written);
        let mut remarks = left_dates(&text, due.is_some(), context.written);
        remarks.extend(left_heart(&text, due.is_some()));
        (text, due, Vec::new(), remarks)
    } else {
        let found = tokens::take_response(clean(words).trim(), &context.of_response());
        (found.text, found.due, found.names, found.remarks)
    };
    let kind = if due.is_some() { ResponseKind::Planned } else { ResponseKind::Answer };
    let author = (!names.is_empty()).then(|| names.join(", "));
    ResponseWords { kind, text, due, author, remarks }
}
