//! How many persons a list says there were beside its names: "Eva Ek, två elever samt 12 medborgare".

use super::dates::NUMBERS;
use super::inflection::WordForm;
use super::subjects::person;
use crate::text::slice;

/// How many persons a text counts without naming them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StatedPersons {
    /// All of them, those who are named among them: "14 personer, bl.a. Eva Ek". 0 where it says no such number.
    pub total: usize,
    /// Others than those who are named: "Eva Ek, två elever samt 12 medborgare".
    pub others: usize,
}

/// What is counted, in the plural.
const COUNTED: &[&str] = &[
    "personer",
    "deltagare",
    "pers",
    "elever",
    "ledamöter",
    "medlemmar",
    "st",
    "people",
    "medborgare",
    "invånare",
    "boende",
    "föräldrar",
    "ungdomar",
    "seniorer",
    "pensionärer",
    "politiker",
    "tjänstepersoner",
    "tjänstemän",
    "gäster",
    "åhörare",
    "besökare",
    "företagare",
    "anhöriga",
    "residents",
    "citizens",
];

/// Those of them who may be anybody.
const ANYBODY: &[&str] = &["personer", "deltagare", "pers", "st", "people", "närvarande"];

/// Before the number of others.
const BESIDE: &[&str] = &["samt", "och", "plus", "dessutom", "ytterligare", "även", "and"];

/// Before a number that is not exact.
const ABOUT: &[&str] = &["ca", "cirka", "omkring", "ungefär", "drygt", "knappt", "minst"];

/// Before the number of all.
const IN_ALL: &[&str] = &["totalt", "sammanlagt", "tillsammans", "summa"];

/// Instead of a number.
const UNCOUNTED: &[&str] =
    &["några", "flera", "många", "ett", "alla", "övriga", "andra", "some", "several", "many"];

/// How many persons a text says there were.
pub fn stated_persons(text: &str) -> StatedPersons {
    let words = words(text);
    let mut stated = StatedPersons::default();
    for (at, (start, word)) in words.iter().enumerate() {
        let Some(number) = number(word) else { continue };
        let is_noun = |word: &str| is_counted(word) || number == 1 && person(word).is_some();
        // "två nya elever"
        let Some(noun) = (at + 1..words.len().min(at + 3)).find(|noun| is_noun(&words[*noun].1)) else {
            continue;
        };
        let (from, noun) = &words[noun];
        if slice(text, *start..*from).contains([',', ';', '(', ')', '.', ':', '/']) {
            continue;
        }
        let mut ahead = words[..at].iter().rev().map(|(_, word)| word.as_str());
        let before = ahead.find(|word| !ABOUT.contains(word)).unwrap_or_default();
        let behind = slice(text, from + noun.len()..).trim_start();
        let is_first = words[..at].iter().all(|(_, word)| ABOUT.contains(&word.as_str()));
        let is_in_brackets = slice(text, ..*start).trim_end().ends_with('(') && behind.starts_with(')');
        let has_names = || names_some(text) || behind.starts_with([':', '(']) || behind.starts_with("varav");
        let is_anybody = ANYBODY.contains(&noun.as_str());
        let is_all =
            IN_ALL.contains(&before) || is_anybody && (is_first || is_in_brackets) || is_first && has_names();
        if is_all && !BESIDE.contains(&before) {
            stated.total = stated.total.max(number);
        } else if number > 1 || BESIDE.contains(&before) {
            stated.others += number;
        }
    }
    stated
}

/// Whether a text says that it names only some: "Eva Ek m.fl.".
pub fn names_some(text: &str) -> bool {
    const SOME: &[&str] =
        &["m.fl", "m fl", "med flera", "bl.a", "bl a", "bland annat", "bland andra", "among others"];
    let text = text.to_lowercase();
    SOME.iter().any(|some| text.contains(some))
}

/// Whether an item of a list is several persons whom nobody counted: "några elever", "föräldrar från Ekskolan".
pub fn is_uncounted_group(item: &str) -> bool {
    let words = words(item);
    let is_lower = !item.trim_start().starts_with(char::is_uppercase);
    let first = words.iter().position(|(_, word)| !UNCOUNTED.contains(&word.as_str()));
    is_lower
        && stated_persons(item) == StatedPersons::default()
        && first.is_some_and(|first| words.iter().skip(first).take(2).any(|(_, word)| is_counted(word)))
}

fn is_counted(word: &str) -> bool {
    let is_several = || {
        let (_, form) = person(word)?;
        Some(
            form == WordForm::Several && !word.ends_with('s') && word.ends_with('r') || word.ends_with("are"),
        )
    };
    COUNTED.contains(&word) || is_several().unwrap_or_default()
}

fn number(word: &str) -> Option<usize> {
    let in_words =
        || NUMBERS.iter().find(|(own, _)| *own == word).and_then(|(_, number)| usize::try_from(*number).ok());
    word.parse().ok().filter(|number| *number < 10_000).or_else(in_words)
}

/// The words of a text in lower case, each with where it begins.
fn words(text: &str) -> Vec<(usize, String)> {
    let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut from = 0;
    pieces
        .map(|word| {
            let at = from + slice(text, from..).find(word).unwrap_or_default();
            from = at + word.len();
            (at, word.to_lowercase())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_counted_beside_names_or_with_them() {
        for (text, total, others) in [
            ("Eva Ek, Bo Al, två elever och 4 föräldrar", 0, 6),
            ("Lisa Ax, Kim Öd samt 12 medborgare", 0, 12),
            ("Eva Ek, Bo Al och ytterligare ca 20 personer", 0, 20),
            ("14 personer, bl.a. Eva Ek", 14, 0),
            ("ca 14 personer", 14, 0),
            ("6 elever: Eva, Bo", 6, 0),
            ("Eva Ek m.fl., totalt 14 personer", 14, 0),
            ("Eva Ek m.fl. (14 personer)", 14, 0),
            ("tre nya lärare, Eva Ek", 0, 3),
            ("Eva Ek, en lärare", 0, 0),
            ("Eva Ek och en elev", 0, 1),
            ("Klass 9, elever", 0, 0),
            ("Bord 2, Eva Ek", 0, 0),
        ] {
            assert_eq!(stated_persons(text), StatedPersons { total, others }, "{text}");
        }
        for (item, is_group) in [
            ("några elever", true),
            ("föräldrar från Ekskolan", true),
            ("flera unga lärare", true),
            ("två elever", false),
            ("ekonomi", false),
            ("Region Skåne", false),
        ] {
            assert_eq!(is_uncounted_group(item), is_group, "{item}");
        }
    }
}
