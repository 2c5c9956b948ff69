//! Whether a name that nobody has yet looks like that of a person: any other is asked about before it becomes one.

use super::groups::{Called, called};
use super::names::{WordClass, class};
use super::people::{is_given, is_nobody, is_office, is_organisation, is_particle};
use super::subjects::is_function_word;
use super::villages::may_be_place;
use super::{bodies, fold, folds_to, is_shouted};

/// Whether somebody may be called so: by words with a capital first, initials, and small words between names ("von"),
/// and by no word that the lists know as something else, as a place or as a body.
fn may_be_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_part = |(at, word): (usize, &&str)| is_capitalised(word) || (at > 0 && is_between(word));
    let is_one_ordinary = || matches!(words.as_slice(), [word] if is_ordinary(word));
    !words.is_empty()
        && words.iter().enumerate().all(is_part)
        && !is_one_ordinary()
        && called(name) == Called::Person
}

/// The same, or the name of one of these bodies.
pub fn may_be_named(name: &str, bodies: &[String]) -> bool {
    let folded = fold(name);
    may_be_person(name) || bodies.iter().any(|body| folds_to(body, &folded))
}

/// Whether a word is part of a name by its letters: a capital and small ones, or an initial beside other words.
fn is_capitalised(word: &str) -> bool {
    let is_letter = |c: char| {
        c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '\u{301}' | '\u{308}' | '\u{30a}')
    };
    word.starts_with(char::is_uppercase) && word.chars().all(is_letter) && !is_shouted(word)
}

/// Whether a word in small letters comes between names.
fn is_between(word: &str) -> bool {
    word.chars().all(char::is_lowercase) && is_particle(word)
}

/// Whether one word alone is an ordinary one, an initial, a place or a body.
fn is_ordinary(word: &str) -> bool {
    let folded = fold(word);
    let known = class(&folded);
    if is_given(&folded) || known.is(WordClass::SURNAME) {
        return false;
    }
    word.chars().count() < 2
        || known != WordClass::default()
        || is_function_word(&folded)
        || is_nobody(&folded)
        || is_office(&folded)
        || is_organisation(&folded)
        || bodies::is_no_name(&folded)
        || bodies::is_known_thing(&folded)
        || may_be_place(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_person_is_called_as_persons_are() {
        for name in [
            "Sofia",
            "Björn Ågren",
            "Anna-Karin",
            "Per O. Ek",
            "Siri von Essen",
            "Hans",
            "Per",
            "Berg",
            "Zlatka",
            "O'Hara",
            "Maria D",
        ] {
            assert!(may_be_person(name), "{name}");
        }
        for name in [
            "hemma",
            "en",
            "kl9",
            "HR",
            "sofia",
            "Hemma",
            "En",
            "Alla",
            "Chefen",
            "SKR",
            "Måndag",
            "Januari",
            "Stockholm",
            "Lindby",
            "Kommunen",
            "Inköp",
            "Köket",
            "Skolan",
            "Bord 3",
            "Team livskvalitet",
            "Svenska kyrkan",
            "A",
            "Eva2",
            "anna ek",
            "ANNA",
            "Projektgruppen",
            "Vaktmästarna",
            "Rektor",
        ] {
            assert!(!may_be_person(name), "{name}");
        }
    }
}
