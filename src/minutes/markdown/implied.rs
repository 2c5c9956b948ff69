//! What the visible Markdown of one thing implies: a heading, an entry, its details, a response, a field, a
//! signature. The writer asks the same questions as the reader, so neither can know more than the other.

use chrono::NaiveDate;

use super::item::is_number;
use super::{plain_section, syntax};
use crate::i18n::due::due_from_words;
use crate::i18n::{Words, labels};
use crate::minutes::details::{Detail, facts_in_text, kind_labelled};
use crate::minutes::provenance::SaidProvenance;
use crate::minutes::{Entry, Field, Response, Section};
use crate::model::{Coded, ResponseKind, Signature};

/// Separates the details on one line.
pub(crate) const BETWEEN: &str = " · ";

/// What a whole document says about its entries.
#[derive(Debug, Clone)]
pub(crate) struct Manner<'w> {
    /// The language of its labels.
    pub(crate) words: &'w Words,
    /// The marker written before most entries.
    pub(crate) as_written: Option<String>,
    /// The day of the meeting, from which due dates without a year are counted.
    pub(crate) date: Option<NaiveDate>,
    /// Where the next entry was written down and by whom, unless it says something else.
    pub(crate) said: SaidProvenance,
}

/// The section under a heading of the given level.
pub(crate) fn section(markdown: &str, level: u8) -> Section {
    plain_section(syntax::unescape(markdown), level.saturating_sub(1).max(1))
}

/// The entry in a list item with this mark (`None` for a paragraph), in a section:
/// `[**Beslut:**] [**U-4**] [_a)_] words`.
pub(crate) fn entry(
    markdown: &str,
    mark: Option<&str>,
    depth: u8,
    section: &Section,
    manner: &Manner,
) -> Entry {
    let own = section.kind.own_kind();
    let mut rest = markdown;
    let mut entry = Entry::new(own, String::new());
    entry.provenance = manner.said.implied();
    entry.depth = depth;
    entry.as_written = match mark {
        None => Some(String::new()),
        Some(mark) if is_number(mark) => Some(mark.to_owned()),
        Some(_) => manner.as_written.clone(),
    };
    if let Some((label, behind)) = syntax::labelled(rest)
        && let Some(kind) = kind_labelled(&label, manner.words)
    {
        entry.kind = kind;
        rest = behind;
    }
    if syntax::labelled(rest).is_none()
        && let Some((number, behind)) = syntax::bold(rest)
        && let Some(behind) = behind.strip_prefix(' ')
    {
        entry.number = Some(syntax::unescape(number));
        rest = behind;
    }
    if let Some((written, behind)) = rest.strip_prefix('_').and_then(|rest| syntax::split_at_mark(rest, "_ "))
    {
        entry.as_written = Some(syntax::unescape(written));
        rest = behind;
    }
    entry.text = syntax::unescape(rest);
    (entry.owner, entry.due) = facts_in_text(&entry, section, manner.date);
    entry
}

/// Puts a line of details into the entry above it. `false` where it is no such line: then nothing has changed.
pub(crate) fn details(markdown: &str, entry: &mut Entry, words: &Words) -> bool {
    let mut changed = entry.clone();
    let mut rest = Some(markdown);
    while let Some(markdown) = rest {
        let Some((label, behind)) = syntax::labelled(markdown) else { return false };
        let split = syntax::split_at_mark(behind, "**").map(|(value, _)| value);
        let value = split.unwrap_or(behind);
        rest = split.and_then(|value| behind.strip_prefix(value));
        let value = if split.is_some() { value.strip_suffix(BETWEEN).unwrap_or(value) } else { value };
        if !Detail::put(&mut changed, &label, &syntax::unescape(value), words) {
            return false;
        }
    }
    *entry = changed;
    true
}

/// The response in a list item: `**Återkoppling (planerat, 15 november 2019):** words`.
pub(crate) fn response(markdown: &str, words: &Words) -> Option<Response> {
    let (label, text) = syntax::labelled(markdown)?;
    response_of(&label, syntax::unescape(text), words)
}

/// The response with this label, which names its kind and its day.
pub(crate) fn response_of(label: &str, text: String, words: &Words) -> Option<Response> {
    let kind = label.strip_prefix(words.publication.response)?;
    let (kind, due) = if kind.is_empty() {
        (ResponseKind::Answer, None)
    } else {
        let named = kind.strip_prefix(" (")?.strip_suffix(')')?;
        ResponseKind::ALL.iter().find_map(|&kind| {
            let due = named.strip_prefix(labels::response_kind(words.lang, kind))?;
            if due.is_empty() {
                return Some((kind, None));
            }
            Some((kind, Some(due_from_words(words, due.strip_prefix(", ")?)?)))
        })?
    };
    Some(Response { text, kind, as_written: None, due })
}

/// The header field in a list item: `**Plats:** Stadshuset`, `**För vem?** Alla`.
pub(crate) fn field(markdown: &str) -> Field {
    let (label, value) = match (syntax::labelled(markdown), syntax::bold(markdown)) {
        (Some((label, value)), _) => (label, value),
        (None, Some((label, value))) => (syntax::unescape(label), value.strip_prefix(' ').unwrap_or(value)),
        (None, None) => (String::new(), markdown),
    };
    Field { label, value: syntax::unescape(value), as_written: None }
}

/// Who signs, in a list item: `**Eva Ek**, processledare`.
pub(crate) fn signature(markdown: &str) -> Signature {
    let (name, role) = syntax::bold(markdown).unwrap_or((markdown, ""));
    let role = role.strip_prefix(", ").unwrap_or(role);
    Signature { name: syntax::unescape(name), role: syntax::unescape(role) }
}
