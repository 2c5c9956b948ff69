//! The parts of a value between separators: persons, and bodies with "och" in their names.

use super::words::words;
use crate::i18n::vocabulary::associations::is_partner;
use crate::i18n::vocabulary::bodies::{is_body, is_no_name};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::leads::FOR;
use crate::i18n::vocabulary::names::{AND, WordClass, class};
use crate::text::slice;

/// What separates the names in a value.
const SEPARATORS: &[&str] =
    &[",", ";", "/", "&", "+", "\n", "(", ")", ":", " och ", " samt ", " and ", " – ", " - ", "- ", " -"];

/// The items of a list, a company that is called after somebody among them.
pub(in crate::report) fn items(text: &str) -> Vec<String> {
    if has_company(text) {
        return text.split([',', ';', '\n']).map(str::to_owned).collect();
    }
    pieces(text)
}

/// Whether a text has a company like "Ek & Co AB" in it.
fn has_company(text: &str) -> bool {
    let is_company = |(at, _): (usize, &str)| {
        let after = words(slice(text, at + 1..)).into_iter().next();
        after.is_some_and(|word| is_partner(&word.folded))
    };
    text.match_indices('&').any(is_company)
}

/// The parts of a value between separators. "Hav- och sjömyndigheten" is one of them.
pub(crate) fn pieces(text: &str) -> Vec<String> {
    let shortened = text.match_indices("- ").find_map(|(at, _)| {
        let is_shortened = text.get(..at).is_some_and(|before| before.ends_with(char::is_alphabetic));
        let (and, rest) = text.get(at + 2..)?.split_once(' ')?;
        let word = rest.split([' ', ',', ';']).next().filter(|word| word.starts_with(char::is_lowercase))?;
        (is_shortened && AND.contains(&and)).then(|| at + 2 + and.len() + 1 + word.len())
    });
    if let Some((whole, rest)) = shortened.and_then(|end| text.split_at_checked(end)) {
        let start = whole.rfind([',', ';', '\n']).map_or(0, |at| at + 1);
        let (before, whole) = whole.split_at(start);
        let before = before.trim_end_matches([',', ';', '\n']);
        return [pieces(before), vec![whole.trim().to_owned()], pieces(rest)].concat();
    }
    if has_company(text) {
        let is_company = |piece: &String| words(piece).iter().any(|word| is_partner(&word.folded));
        return items(text).into_iter().filter(|piece| !is_company(piece)).collect();
    }
    if let Some((before, body, after)) = joined_body(text).or_else(|| body_for_two(text)) {
        let own = |text: &str| if text.trim().is_empty() { Vec::new() } else { pieces(text) };
        return [own(before), vec![body.to_owned()], own(after)].concat();
    }
    let mut pieces = vec![text.to_owned()];
    for separator in SEPARATORS.iter().filter(|separator| text.contains(**separator)) {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(separator).map(str::to_owned).collect::<Vec<_>>())
            .collect();
    }
    pieces
}

/// The first item of a list that is a body with "&" or "och" in its name, and what is before and after it: "Samhälle &
/// Skola", "Mark och exploatering".
fn joined_body(text: &str) -> Option<(&str, &str, &str)> {
    const ITEMS: [char; 3] = [',', ';', '\n'];
    if let Some(found) = body_with_and(text, &ITEMS) {
        return Some(found);
    }
    let and = " och ";
    text.match_indices('&').find_map(|(at, _)| {
        let (head, tail) = (slice(text, ..at), slice(text, at..));
        let comma = head.rfind(ITEMS).map_or(0, |at| at + 1);
        let start = head.rfind(and).map_or(comma, |at| comma.max(at + and.len()));
        let comma = tail.find(ITEMS).unwrap_or(tail.len());
        let end = at + tail.find(and).map_or(comma, |at| comma.min(at));
        let (before, after) = (slice(text, ..start), slice(text, end..));
        let before = before.strip_suffix(and).unwrap_or(before).trim_end_matches(ITEMS);
        let after = after.strip_prefix(and).unwrap_or(after).trim_start_matches(ITEMS);
        let body = slice(text, start..end).trim();
        is_body(body).then_some((before, body, after))
    })
}

/// The first item of a list that is a body for two things, and what is before and after it: "Gruppen för Liv och Lust".
fn body_for_two(text: &str) -> Option<(&str, &str, &str)> {
    const ITEMS: [char; 4] = [',', ';', '\n', '('];
    let lead = [" ", FOR, " "].concat();
    text.match_indices(lead.as_str()).find_map(|(at, lead)| {
        let start = slice(text, ..at).rfind(ITEMS).map_or(0, |before| before + 1);
        let tail = slice(text, at + lead.len()..);
        let end = at + lead.len() + tail.find(ITEMS).unwrap_or(tail.len());
        let (body, topics) = (slice(text, start..at), slice(text, at + lead.len()..end));
        let head = fold(body.trim().rsplit(' ').next().unwrap_or_default());
        let is_somebody = |word: &str| {
            let known = class(&fold(word));
            word.starts_with(char::is_uppercase)
                && known.is(WordClass::GIVEN.or(WordClass::SURNAME))
                && !known.is_ambiguous()
        };
        let are_things = topics.contains(" och ") && !topics.split(' ').any(is_somebody);
        let (before, after) = (slice(text, ..start), slice(text, end..));
        let found =
            (before.trim_end_matches(ITEMS), slice(text, start..end), after.trim_start_matches(ITEMS));
        (is_no_name(&head) && are_things).then_some(found)
    })
}

fn body_with_and<'t>(text: &'t str, items: &[char]) -> Option<(&'t str, &'t str, &'t str)> {
    text.match_indices(" och ").find_map(|(at, and)| {
        let start = slice(text, ..at).rfind([' ', ',', ';', '\n', '(']).map_or(0, |before| before + 1);
        let tail = slice(text, at + and.len()..);
        let length = tail.find([' ', ',', ';', '\n', ')']).unwrap_or(tail.len());
        let end = at + and.len() + length;
        let (before, after) = (slice(text, ..start), slice(text, end..));
        let is_item = after.is_empty() || after.starts_with([',', ';', '\n', ')', ' ']);
        let before = before.trim_end().strip_suffix(" och").unwrap_or(before).trim_end_matches(items);
        let found = (before, slice(text, start..end), after.trim_start_matches(items));
        (is_item && is_body(found.1)).then_some(found)
    })
}
