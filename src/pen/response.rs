//! A response in the pen line: `= text`, with the kind of answer before a colon where one is named (`= på gång: text`).

use super::{Context, Refusal, ResponseLine, tokens};
use crate::i18n::vocabulary::{fold, pen::RESPONSE_KINDS};
use crate::model::{Coded, ResponseKind};

/// The response in the words after the marker.
pub(super) fn parse(words: &str, context: &Context<'_>) -> Result<ResponseLine, Refusal> {
    let found = tokens::take(words, context);
    if context.nameless && !found.names.is_empty() {
        return Err(Refusal::Named);
    }
    let (kind, text) = kind_of(&found.text);
    if text.is_empty() {
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

/// The kind named before a colon and the words after it. A kind that is the whole response is its words too.
fn kind_of(text: &str) -> (Option<ResponseKind>, &str) {
    let named = |label: &str| {
        let label = fold(label.trim());
        let row = RESPONSE_KINDS.iter().find(|(_, labels)| labels.contains(&label.as_str()))?;
        ResponseKind::from_code(row.0)
    };
    match text.split_once(':') {
        Some((label, words)) if named(label).is_some() && words.trim().is_empty() => {
            (named(label), label.trim())
        }
        Some((label, words)) if named(label).is_some() => (named(label), words.trim()),
        _ => (named(text), text),
    }
}
