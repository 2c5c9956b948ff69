//! A list of those present as names are usually written: "Tuva HALLENGREN", "tuva hallengren" and "Hallengren, Tuva"
//! are all Tuva Hallengren. Nothing is printed so; it says who is there.

use std::borrow::Cow;
use std::ops::Range;

use super::value::{are_capitals_of_surname, is_no_other_word};
use crate::i18n::format::capitalised;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::{
    AFTER_NAMES, WordClass, class, is_neuter_by_form, is_surname_by_form, is_verb_by_form,
};
use crate::i18n::vocabulary::people::{is_given, is_nobody, is_organisation, is_particle};
use crate::i18n::vocabulary::subjects::{DEFINITE, PersonNoun, is_function_word, person};
use crate::i18n::vocabulary::{fold, is_shouted};
use crate::text::slice;

/// What is between the items of a list, beside single characters.
const BETWEEN: [&str; 5] = [" och ", " samt ", " and ", " – ", " - "];

/// The most words of a name.
const LONGEST: usize = 4;

/// A name that is written otherwise than names usually are.
struct OddName {
    at: Range<usize>,
    usual: String,
    /// Whether it is a name whatever else the list has.
    is_sure: bool,
}

/// A list with every name in it as it is usually written.
pub(in crate::report) fn as_usual(list: &str) -> Cow<'_, str> {
    let ordered = in_order(list);
    let items: Vec<Range<usize>> = items(&ordered);
    let odd: Vec<OddName> = items.iter().filter_map(|at| odd_name(&ordered, at)).collect();
    let is_usual = |at: &Range<usize>| {
        let words: Vec<&str> = slice(&ordered, at.clone()).split_whitespace().collect();
        let is_capital = |word: &&str| is_capitalised(word) || is_particle(&fold(word));
        (2..=LONGEST).contains(&words.len())
            && words.iter().all(is_capital)
            && words.first().is_some_and(|first| is_given(&fold(first)))
    };
    // What may be something else is a name among names.
    let has_names = odd.iter().any(|name| name.is_sure) || items.iter().any(is_usual);
    let odd: Vec<OddName> = odd.into_iter().filter(|name| name.is_sure || has_names).collect();
    if odd.is_empty() {
        return ordered;
    }
    let mut usual = String::with_capacity(ordered.len());
    let mut end = 0;
    for name in odd {
        usual.push_str(slice(&ordered, end..name.at.start));
        usual.push_str(&name.usual);
        end = name.at.end;
    }
    usual.push_str(slice(&ordered, end..));
    Cow::Owned(usual)
}

/// A list with given names before surnames, as programs for mail write it the other way: "Ek, Moa; Lund, Ola".
pub(in crate::report) fn in_order(list: &str) -> Cow<'_, str> {
    if !list.contains(',') {
        return Cow::Borrowed(list);
    }
    let rows: Vec<&str> = list.split(';').collect();
    let cells = |row: &str| row.split(',').map(str::to_owned).collect::<Vec<_>>();
    // "Ek, Moa, Lund, Ola"
    if let [row] = rows.as_slice() {
        let all = cells(row);
        let pairs: Option<Vec<String>> = all
            .chunks(2)
            .map(|pair| if let [surname, given] = pair { turned(surname, given) } else { None })
            .collect();
        return pairs.map_or(Cow::Borrowed(list), |pairs| Cow::Owned(pairs.join("; ")));
    }
    let mut is_turned = false;
    let rows: Vec<String> = rows
        .into_iter()
        .map(|row| match cells(row).as_slice() {
            [surname, given, rest @ ..] => match turned(surname, given) {
                Some(name) => {
                    is_turned = true;
                    [&[name], rest].concat().join(",")
                }
                None => row.to_owned(),
            },
            _ => row.to_owned(),
        })
        .collect();
    if is_turned { Cow::Owned(rows.join(";")) } else { Cow::Borrowed(list) }
}

/// A surname and the given name after it, with a note or an address behind that, in their usual order.
fn turned(surname: &str, given: &str) -> Option<String> {
    let (surname, given) = (surname.trim(), given.trim());
    let end = given.find([' ', '(', '[', '<']).map_or(given.len(), |_| {
        let note = given.find(['(', '[', '<']).unwrap_or(given.len());
        slice(given, ..note).trim_end().len()
    });
    let (given, note) = given.split_at(end);
    let is_family = |word: &str| {
        let word = fold(word);
        let is_other = is_given(&word) && !class(&word).is(WordClass::SURNAME);
        !is_other && !is_organisation(&word) && !is_role(&word) && person(&word).is_none()
    };
    let mut own = surname.split(' ').filter(|word| !is_particle(&fold(word)));
    let family = own.next().filter(|word| is_capitalised(word) && is_family(word))?;
    let words: Vec<&str> = given.split(' ').collect();
    let is_name = own.next().is_none()
        && family.chars().nth(1).is_some()
        && words.len() < LONGEST
        && words.iter().all(|word| is_capitalised(word))
        && words.first().is_some_and(|first| is_given(&fold(first)));
    is_name.then(|| [given, " ", surname, note].concat())
}

/// The items of a list, in bytes.
fn items(list: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let marks = list
        .match_indices(|c: char| ",;/&+\n():|•<>[]".contains(c))
        .map(|(at, mark)| at..at + mark.len())
        .chain(std::iter::once(list.len()..list.len()));
    for mark in marks {
        let mut from = start;
        while let Some((at, between)) = BETWEEN
            .iter()
            .filter_map(|between| Some((slice(list, from..mark.start).find(between)?, between)))
            .min()
        {
            all.push(from..from + at);
            from += at + between.len();
        }
        all.push(from..mark.start);
        start = mark.end;
    }
    all
}

/// The name that an item has, where it is not written as names usually are.
fn odd_name(text: &str, item: &Range<usize>) -> Option<OddName> {
    let own = slice(text, item.clone());
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut end = 0;
    for word in own.split_whitespace() {
        end += slice(own, end..).find(word)?;
        words.push((item.start + end, word));
        end += word.len();
    }
    // "1. tuva hallengren", "rektor tuva hallengren"
    let is_beside = |word: &str| {
        let folded = fold(word);
        !word.contains(char::is_alphabetic)
            || is_role(&folded)
            || person(&folded).is_some_and(|(sort, _)| sort == PersonNoun::Role) && !is_given(&folded)
    };
    while words.first().is_some_and(|(_, word)| is_beside(word)) {
        words.remove(0);
    }
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
    let is_name = words.len() <= LONGEST && words.iter().all(|(_, word)| is_word(word));
    let ((start, _), (last, word)) = (*words.first()?, *words.last()?);
    let spelled: Vec<&str> = words.iter().map(|(_, word)| *word).collect();
    let (names, is_sure) =
        in_capitals(&spelled).or_else(|| in_small_letters(&spelled)).filter(|_| is_name)?;
    let usual: Vec<String> = names.into_iter().map(spelled_usually).collect();
    Some(OddName { at: start..last + word.len(), usual: usual.join(" "), is_sure })
}

/// A name whose surname is in capitals, in its usual order, and whether it can be nothing else: "Tuva HALLENGREN",
/// "HALLENGREN Tuva".
fn in_capitals<'t>(words: &[&'t str]) -> Option<(Vec<&'t str>, bool)> {
    let is_loud = |word: &&str| is_shouted(word);
    let is_of_given = |word: &&str| is_capitalised(word) && !is_shouted(word);
    let (first, last) = (words.first()?, words.last()?);
    if is_loud(first) == is_loud(last) {
        return None;
    }
    let mut from = words.iter().position(|word| is_loud(word) != is_loud(first))?;
    // "Anna von ESSEN"
    while from > 1 && words.get(from - 1).is_some_and(|word| is_particle(word)) {
        from -= 1;
    }
    let (head, tail) = words.split_at(from);
    let (given, family) = if is_loud(first) { (tail, head) } else { (head, tail) };
    let is_family = family.iter().all(|word| is_loud(word) || is_particle(&fold(word)));
    let are_given = given.iter().all(|word| is_of_given(word) && is_given(&fold(word)));
    let is_sure = are_given && are_capitals_of_surname(&fold(last_loud(family)?));
    let may_be = given.len() == 1
        && given.iter().all(|word| is_of_given(word) && (is_given(&fold(word)) || is_rare(&fold(word))))
        && family.len() == 1
        && (!is_loud(first) || are_given)
        && family.iter().all(|word| is_no_unit(&fold(word)));
    (is_family && (is_sure || may_be)).then(|| ([given, family].concat(), is_sure))
}

fn last_loud<'t>(family: &[&'t str]) -> Option<&'t str> {
    family.iter().rev().find(|word| is_shouted(word)).copied()
}

/// A name in small letters or with one capital, and whether it can be nothing else: "tuva hallengren", "Tuva
/// hallengren", "tuva".
fn in_small_letters<'t>(words: &[&'t str]) -> Option<(Vec<&'t str>, bool)> {
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let (first, rest) = words.split_first()?;
    let given = fold(first);
    let is_name = is_given(&given) && !is_nobody(&given);
    let Some((last, middle)) = rest.split_last() else {
        let own = class(&given);
        let is_other = own.is_ambiguous() || own.is(WordClass::NO_NAME) || person(&given).is_some();
        let is_only_name = !is_other && !is_function_word(&given);
        return (is_small(first) && is_name).then(|| (words.to_vec(), is_only_name));
    };
    let are_names = |word: &&str| is_given(&fold(word)) || is_particle(&fold(word));
    if !is_small(last) || !middle.iter().all(are_names) {
        return None;
    }
    let family = fold(last);
    let own = class(&family);
    let is_other = own.is(WordClass::VERB.or(WordClass::SMALL))
        || is_function_word(&family)
        || person(&family).is_some()
        || is_role(&family)
        || is_organisation(&family)
        || AFTER_NAMES.contains(&family);
    let is_listed = own.is(WordClass::SURNAME.or(WordClass::THING)) || is_surname_by_form(&family);
    let may_be = is_rare(&family) && !is_verb_by_form(&family) && !is_neuter_by_form(&family);
    let is_first = is_name || is_rare(&given);
    let is_whole = !is_other && is_first && (is_listed || may_be);
    is_whole.then(|| (words.to_vec(), is_listed && is_name))
}

/// Whether no list and no form says that a word is something else than a name.
fn is_rare(folded: &str) -> bool {
    is_no_other_word(folded)
        && !DEFINITE.ends(folded)
        && !is_function_word(folded)
        && folded.chars().nth(1).is_some()
}

/// Whether letters are of no unit that is called by them: "KSO", "AB".
fn is_no_unit(folded: &str) -> bool {
    let is_body = is_organisation(folded) || is_role(folded) || person(folded).is_some();
    !class(folded).is(WordClass::ABBREVIATION) && !is_body && folded.chars().nth(1).is_some()
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-’'.".contains(c))
}

/// A word of a name as names are written: "Ek-Lund" of "EK-LUND" and of "ek-lund"; particles stay small.
fn spelled_usually(word: &str) -> String {
    let folded = word.to_lowercase();
    if is_particle(&folded) {
        return folded;
    }
    let is_odd = is_shouted(word) || word.starts_with(char::is_lowercase);
    if is_odd { folded.split('-').map(capitalised).collect::<Vec<_>>().join("-") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_list_are_written_as_usual() {
        for (list, usual) in [
            ("Tuva HALLENGREN, Melker RÖNN, Sixten BLY", "Tuva Hallengren, Melker Rönn, Sixten Bly"),
            ("HALLENGREN Tuva, RÖNN Melker", "Tuva Hallengren, Melker Rönn"),
            ("Anna von ESSEN och Per-Olof EK-LUND", "Anna von Essen och Per-Olof Ek-Lund"),
            ("tuva hallengren, melker rönn (ordf)", "Tuva Hallengren, Melker Rönn (ordf)"),
            ("Tuva hallengren, Sixten bly", "Tuva Hallengren, Sixten Bly"),
            ("1. per-olof berg", "1. Per-Olof Berg"),
            ("rektor tuva hallengren", "rektor Tuva Hallengren"),
            (
                "Hallengren, Tuva; Bly, Sixten <sixbly@exempel.se>",
                "Tuva Hallengren; Sixten Bly <sixbly@exempel.se>",
            ),
            ("Hallengren, Tuva (ordf.)", "Tuva Hallengren (ordf.)"),
            ("Ek, Moa, Lund, Ola", "Moa Ek; Ola Lund"),
        ] {
            let found: Vec<String> =
                as_usual(list).split([',', ';']).map(|it| it.trim().to_owned()).collect();
            let expected: Vec<String> = usual.split([',', ';']).map(|it| it.trim().to_owned()).collect();
            assert_eq!(found, expected, "{list}");
        }
    }

    #[test]
    fn what_is_no_odd_name_stays() {
        for list in [
            "Moa Ek KS, Ola Lund HR",
            "Moa HR, Ola IT",
            "VD Moa Ek",
            "rektor, vaktmästare, kock",
            "Moa Ek, sju föräldrar, alla i klassen",
            "Moa digitalt, Ola sjuk",
            "Moa, Ola",
            "Rolf, Stig; Malte, Kerstin",
            "Moa Ek, rektor; Ola Lund, lärare",
            "TUVA HALLENGREN, MELKER RÖNN",
        ] {
            assert_eq!(as_usual(list), list, "{list}");
        }
    }
}
