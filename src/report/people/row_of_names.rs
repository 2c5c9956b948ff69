//! Whether people are behind a label that is in no list: by what is written there, and by what the label says; and what
//! is beside their names in such a row.

use super::pieces::pieces;
use super::usual::as_usual;
use super::value::{
    WITH, are_initials, is_about_persons, is_association, is_list_of_people, is_no_other_word,
    is_own_surname, is_rare_given, is_shortened,
};
use super::words::{Word, words};
use crate::i18n::Lang;
use crate::i18n::occupations::Occupation;
use crate::i18n::vocabulary::bodies::{is_body, is_no_name};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::leads::FROM_BODIES;
use crate::i18n::vocabulary::minutes::{bare, field_role, is_role};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people as vocabulary;
use crate::i18n::vocabulary::subjects::{PersonNoun, is_function_word, person};
use crate::model::FieldRole;
use crate::text::slice;

/// Whether a value names persons: by its label, or because it has nothing but names in full.
pub(crate) fn holds_names(label: &str, value: &str) -> bool {
    is_about_persons(label) || is_row_of_names(label, &as_usual(value))
}

/// Whether a label that is in no list has people in full behind it and nothing else: "Besök: Doris Hus, Kent Öd och Bo
/// Rot". After what somebody is, or a body that somebody comes from, one is enough: "Gruppledare: Bo Ek".
pub(super) fn is_row_of_names(label: &str, value: &str) -> bool {
    let is_of_meeting = field_role(label).is_some_and(|role| role != FieldRole::Other);
    if is_of_meeting || !value.starts_with(char::is_uppercase) || value.ends_with(['.', '!', '?']) {
        return false;
    }
    let whose = bare(label);
    let is_of_people = is_role(&whose)
        || is_list_of_people(&whose)
        || whose == WITH
        || vocabulary::FURTHER_PEOPLE.contains(&whose)
        || whose.split(' ').next().is_some_and(|first| person(first).is_some());
    let says_whence = || is_body(label) || is_from_body(label);
    let (mut names, mut known) = (0, 0);
    for piece in pieces(value) {
        let all = words(&piece);
        // "Ola Strand. Klart: 2025-04-01"
        if all.iter().skip(1).any(|word| word.begins() && !is_initial_before(&piece, word)) {
            return false;
        }
        let is_name = |word: &Word<'_>| {
            word.capital && !word.shouted && !is_body_but_last(&all, word)
                || vocabulary::is_particle(&word.folded)
        };
        match all.as_slice() {
            [first, .., last]
                if all.len() < 5 && last.capital && all.iter().all(is_name) && !is_association(&all) =>
            {
                // "Mats" is also a form of another word, but not before "Ek".
                let surname = WordClass::SURNAME.or(WordClass::THING);
                let is_only_name = !class(&first.folded).is_ambiguous() || class(&last.folded).is(surname);
                names += 1;
                // After what somebody is, no list has to know the given name: "Skribent: Runar Vrå".
                let may_be = vocabulary::is_given(&first.folded) || is_rare_name(&all);
                let is_known = vocabulary::is_given(&first.folded) && is_only_name;
                known += usize::from(is_known || may_be && is_of_people || may_be && says_whence());
            }
            all if all.iter().all(|word| !word.capital || word.shouted) => {}
            // "Ingrid Björk, Kulturskolan, samt Tor Vik"
            _ if names > 0 && is_of_people && is_body(piece.trim()) => {}
            _ => return false,
        }
    }
    (names > 1 || names > 0 && (is_of_people || says_whence())) && known * 2 >= names
}

/// Whether a label says from where those come who follow it: "Från Kulturskolan".
fn is_from_body(label: &str) -> bool {
    label.trim().split_once(' ').is_some_and(|(from, body)| fold(from) == FROM_BODIES && is_body(body))
}

/// Whether words that follow a label of people are a name by their forms, though no list has the first.
fn is_rare_name(name: &[Word<'_>]) -> bool {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    let (first, last) = (&*first.folded, &*last.folded);
    let is_small = |word: &Word<'_>| {
        (class(&word.folded).is(WordClass::SMALL) || is_function_word(&word.folded))
            && !vocabulary::is_particle(&word.folded)
    };
    if name.iter().any(is_small) {
        return false;
    }
    let is_family = class(last).is(WordClass::SURNAME.or(WordClass::THING));
    is_family && is_no_other_word(first) || is_rare_given(first) && is_rare_given(last) && !is_no_name(last)
}

/// Whether the full stop before a word is that of an initial or a short title: "K. Gren".
fn is_initial_before(text: &str, word: &Word<'_>) -> bool {
    let before = slice(text, ..word.at.start).trim_end().trim_end_matches('.');
    is_shortened(&fold(before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()))
}

/// Whether a word in a name is that of a body or a role, and no surname at its end.
fn is_body_but_last(name: &[Word<'_>], word: &Word<'_>) -> bool {
    is_role(&word.folded) || vocabulary::is_organisation(&word.folded) && !is_own_surname(name, word)
}

/// Whether a piece of a list is one word for what somebody is by work or office.
pub(super) fn is_occupation(piece: &str) -> bool {
    matches!(words(piece).as_slice(), [word] if is_role(&word.folded)
        || person(&word.folded).is_some_and(|(sort, _)| sort == PersonNoun::Role))
}

/// Whether a piece of a list that follows somebody's name is what they are by work or office, in one word or several:
/// "biträdande rektor".
pub(super) fn is_title_in_list(piece: &str) -> bool {
    let own = words(piece);
    // "Tova Ek (Polisen)"
    if own.iter().any(|word| person(&word.folded).is_some_and(|(_, form)| form == WordForm::Known)) {
        return false;
    }
    let is_small = own.iter().skip(1).all(|word| !word.capital);
    let is_title = || {
        let is_word = own.len() > 1 || piece.trim().starts_with(char::is_lowercase);
        is_word && !is_body(piece) && Occupation::of(Lang::Sv, piece).is_some()
    };
    is_small && own.len() < 5 && (is_occupation(piece) || is_title())
}

/// Whether a word before a colon in a list says what those after it did rather than who somebody is.
pub(super) fn is_label_within(piece: &str) -> bool {
    let own = words(piece);
    let is_name = |word: &Word<'_>| class(&word.folded).is(WordClass::GIVEN.or(WordClass::SURNAME));
    matches!(own.as_slice(), [word] if !is_name(word) && !are_initials(word)) || is_about_persons(piece)
}
