//! Whether a name after another one is in the same row, or says something of its own.

use super::row::MaskedName;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::leads::BEFORE_OBJECTS;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::report::people::Who;
use crate::text::slice;

/// Whether a name after one with which it may be in a row says something of its own; the row begins at `start`.
pub(super) fn is_apart(text: &str, start: usize, last: &MaskedName, next: &MaskedName) -> bool {
    repeats(text, start, last, next) || begins_clause(text, start, last, next)
}

/// Whether the same person is named once more, and not for an explanation: "Hälsa till Brun, Brun vet", but "Kontakta
/// Dahlin, Nina Dahlin, om detta" and "Eva Ek och Eva är samma".
fn repeats(text: &str, start: usize, last: &MaskedName, next: &MaskedName) -> bool {
    let called = |name: &MaskedName| fold(slice(text, name.mention.at.clone()));
    let is_same = match (last.mention.who, next.mention.who) {
        (Who::One(one), Who::One(other)) => one == other,
        (Who::Stranger, Who::Stranger) => called(last) == called(next),
        _ => false,
    };
    let separator = slice(text, last.at.end..next.at.start);
    let explains = separator == ", " && slice(text, next.at.end..).starts_with([',', ')', '.']);
    let is_other = separator.starts_with(',') || next.mention.genitive != last.mention.genitive;
    is_same && !explains && (is_other || is_object(text, start))
}

/// Whether a name is who does something after a row to which something is done: "ringer Brun, och Sköld ringer".
fn begins_clause(text: &str, start: usize, last: &MaskedName, next: &MaskedName) -> bool {
    let after = slice(text, next.at.end..).strip_prefix(' ');
    let after = after.and_then(|text| text.split(|c: char| !c.is_alphanumeric()).next());
    let is_joined = slice(text, last.at.end..next.at.start).trim_start_matches(',').starts_with(' ');
    is_joined && !next.mention.genitive && is_object(text, start) && after.is_some_and(is_verb)
}

/// Whether the word before a position is one after which something is done to somebody.
fn is_object(text: &str, start: usize) -> bool {
    let before = slice(text, ..start).strip_suffix(' ').and_then(|text| text.rsplit(' ').next());
    before.map(fold).is_some_and(|word| is_verb(&word) || BEFORE_OBJECTS.contains(&word.as_str()))
}

fn is_verb(word: &str) -> bool {
    class(word).is(WordClass::VERB.or(WordClass::THING_VERB))
}
