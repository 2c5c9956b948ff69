//! Who is responsible, by the words after a label that says so: "Ansvarig: Kim Rot och Eva Al senast 4 maj".

use chrono::NaiveDate;

use super::response::is_name;
use super::{attendees, promise};
use crate::i18n::vocabulary::leads::ABBREVIATED_BEFORE;
use crate::i18n::vocabulary::people::is_given;
use crate::i18n::{dates, vocabulary::minutes as vocabulary};
use crate::model::person::each_with_and;
use crate::text::slice;

/// The dashes between the parts of a line.
pub(super) const DASHES: [&str; 3] = [" – ", " - ", " — "];

/// Who is responsible by the words after a label, and what the same sentence says after that: "Kim Rot" and "senast 4
/// maj". Of several, "Kim Rot, Eva Al och Bo", the names with commas between them.
pub(super) fn owners(after: &str, date: Option<NaiveDate>) -> Option<(String, &str)> {
    let (first, mut rest, mut following) = owner(after, date)?;
    let mut owners = vec![first];
    while let Some((next, after_it, behind)) = following.and_then(|words| owner(words, date))
        && each_owner(next).all(is_person)
    {
        owners.push(next);
        (rest, following) = (after_it, behind);
    }
    if let Some(words) = following.map(str::trim_start)
        && words.split(char::is_whitespace).next().is_some_and(|word| ends_owner(words, word, date))
    {
        rest = promise::sentences(words).next().unwrap_or_default();
    }
    let are_persons = |names: &str| each_owner(names).all(is_person);
    let apart = |names| if are_persons(names) { each_owner(names).collect() } else { vec![names] };
    let owners: Vec<&str> = owners.into_iter().flat_map(apart).collect();
    Some((owners.join(", "), rest))
}

/// Each of those whom words name together: "Kim Rot och Eva Al", "T. Rot/E. Al".
fn each_owner(names: &str) -> impl Iterator<Item = &str> {
    names.split(['/', '&', '+']).flat_map(each_with_and).map(str::trim)
}

/// Whether this is a name where one is expected: there "Bo" and "Björn" are no words.
pub(super) fn is_person(name: &str) -> bool {
    attendees::is_name(name) || is_name(name) && is_given(&name.to_lowercase())
}

/// One who is responsible, what the same sentence says after the name, and what follows on it after a comma. The full
/// stops of "Å.L." and "ordf." are a part of the name.
fn owner(after: &str, date: Option<NaiveDate>) -> Option<(&str, &str, Option<&str>)> {
    let clause = after.get(..end_of_clause(after))?;
    let behind = after.get(clause.len()..)?;
    let mut following = behind.strip_prefix([',', ';']).or_else(|| after_dash(behind));
    let clause = clause.trim();
    let (mut end, mut rest, mut is_by) = (clause.len(), "", false);
    let mut begin = 0;
    for word in clause.split(char::is_whitespace) {
        let at = begin;
        begin += word.len() + clause.get(at + word.len()..)?.chars().next().map_or(0, char::len_utf8);
        if at > 0 && ends_owner(clause.get(at..)?, word, date) {
            (end, rest, is_by) = (at, clause.get(at..)?, true);
            following = None;
            break;
        }
        // "T. Rot/E. Al"
        let last = word.rsplit(['/', '&', '+']).next().unwrap_or(word);
        let stop = word.find('.').filter(|_| !is_initials(last) && !is_abbreviated(word));
        let stop = stop.or_else(|| word.strip_suffix(':').map(str::len));
        if let Some(stop) = stop {
            end = at + stop;
            following = None;
            break;
        }
    }
    let mut owner = clause.get(..end)?.trim();
    // "Eva på fredag"
    while is_by
        && let Some((before, last)) = owner.rsplit_once(' ')
        && vocabulary::BEFORE_DUE.contains(&last.to_lowercase().as_str())
    {
        owner = before.trim_end();
    }
    let owner = if is_initials(owner) { owner } else { owner.trim_end_matches('.') };
    (!owner.is_empty()).then(|| (owner, promise::sentences(rest).next().unwrap_or_default(), following))
}

/// Where what follows a label ends. A dash ends it too, but for that in "Skolan – Eva Ek".
fn end_of_clause(after: &str) -> usize {
    let end = after.find([',', ';', '(', ')']).unwrap_or(after.len());
    let clause = slice(after, ..end);
    let dash = DASHES.iter().filter_map(|dash| clause.find(dash)).min();
    let dash = dash.filter(|at| {
        let next = after_dash(slice(clause, *at..)).unwrap_or_default();
        is_person(slice(clause, ..*at).trim()) || !is_person(next.trim())
    });
    dash.unwrap_or(end)
}

fn after_dash(text: &str) -> Option<&str> {
    DASHES.iter().find_map(|dash| text.strip_prefix(dash))
}

/// Whether a word after a name begins by when something is to be done: "senast", "v.50", "4 maj".
fn ends_owner(from: &str, word: &str, date: Option<NaiveDate>) -> bool {
    let bare = word.trim_end_matches('.').to_lowercase();
    let begins_date = || {
        !word.starts_with(char::is_uppercase)
            && dates::find(from, date).first().is_some_and(|found| found.range.start == 0)
    };
    vocabulary::AFTER_OWNERS.contains(&bare.as_str()) || begins_date()
}

/// Whether the full stops of a word are those of an abbreviation: "ordf.", "t.f.".
fn is_abbreviated(word: &str) -> bool {
    let Some(stem) = word.strip_suffix('.').map(str::to_lowercase) else { return false };
    let stem = stem.as_str();
    vocabulary::ABBREVIATED_TITLES.contains(&stem) || ABBREVIATED_BEFORE.contains(&stem)
}

/// Whether a text is initials with full stops: "Å.L.", "A-K.Ö.".
fn is_initials(text: &str) -> bool {
    let mut letters = text.split(['.', '-']).filter(|part| !part.is_empty());
    let is_letter = |part: &str| part.starts_with(char::is_alphabetic) && part.chars().nth(1).is_none();
    text.ends_with('.') && text.starts_with(char::is_uppercase) && letters.all(is_letter)
}
