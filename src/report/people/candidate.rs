//! A name that was found, before it is clear whose it is.

use std::borrow::Cow;

use uuid::Uuid;

use super::KnownPerson;
use super::index::NameParts;
use super::value::are_initials;
use super::words::words;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_particle, may_be_surname};

/// A name that was found, before it is clear whose it is.
#[derive(Clone, Default)]
pub(super) struct Candidate {
    pub name: String,
    pub role: String,
    /// Whether the role is the label before the name.
    pub is_labelled: bool,
    /// What never changes about them, where the register has them by this name.
    pub identity: Option<String>,
    /// The record that has the name first; the greatest id where that is unknown.
    pub since: Uuid,
    /// The words of the name by which the register has them, where that may be another one.
    pub called: Option<Vec<String>>,
    /// The words of the name, folded.
    pub parts: Vec<String>,
    /// Which of the values it is from: two names in one of them are two persons.
    pub row: usize,
}

impl Candidate {
    /// Whether it is a word for a body: "Region" is somebody's name only where somebody is called so.
    pub(super) fn is_body(&self) -> bool {
        matches!(self.parts.as_slice(), [one] if may_be_surname(one) && !class(one).is(WordClass::SURNAME))
    }

    /// Whether it is the whole name of somebody, of these who are named.
    pub(super) fn is_whole(&self, all: &[Self]) -> bool {
        let is_longer = |other: &Self, letter: &str| {
            other.parts.first() == self.parts.first()
                && other.parts.last().is_some_and(|last| last != letter && last.starts_with(letter))
        };
        match self.parts.as_slice() {
            // "Bo Å", where there is no Bo Åberg.
            [_, letter] if is_letter_of_surname(letter) => !all.iter().any(|other| is_longer(other, letter)),
            [_, _] if self.given_letters().is_some() => false,
            parts => !is_short(parts) || self.is_entry_of_double_name(),
        }
    }

    /// Whether it may be a shorter name of somebody: the register has nobody by it, and nothing says who is meant.
    pub(super) fn may_be_other(&self) -> bool {
        self.identity.is_none() && self.called.is_none()
    }

    /// The letters of somebody who is called by initials alone.
    pub(super) fn letters(&self) -> Option<String> {
        let [one] = self.parts.as_slice() else { return None };
        let are_initials = words(&self.name).first().is_some_and(are_initials);
        are_initials.then(|| one.replace('-', ""))
    }

    /// The letters before the surname of somebody with two given names: "A-K Öberg", "AK Öberg".
    pub(super) fn given_letters(&self) -> Option<String> {
        let [given, _] = self.parts.as_slice() else { return None };
        let own = words(&self.name);
        let [first, .., last] = own.as_slice() else { return None };
        let are_letters = given.contains('-') && given.split('-').all(|unit| unit.chars().nth(1).is_none());
        let is_shouted = first.shouted && !last.shouted && given.chars().count() == 2 && !is_given(given);
        (are_letters || is_shouted).then(|| given.replace('-', ""))
    }

    /// Whether the register itself has somebody with two given names and nothing else.
    pub(super) fn is_entry_of_double_name(&self) -> bool {
        self.identity.is_some() && is_double_given(&self.parts)
    }

    pub(super) fn person(self) -> KnownPerson {
        KnownPerson {
            identity: self.identity.unwrap_or_else(|| self.parts.join(" ")),
            since: self.since,
            name: self.name,
            role: self.role,
            other_name_of: None,
            names: NameParts::of(&self.parts),
            parts: self.parts,
        }
    }
}

/// Whether a single letter is a surname too: "Å", "Ö".
fn is_letter_of_surname(letter: &str) -> bool {
    !letter.is_ascii() && letter.chars().nth(1).is_none()
}

/// The words of a name that begins with an initial without the particles before its surname: "B. von Sydow" is as
/// short as "B. Sydow".
pub(super) fn without_particles(parts: &[String]) -> Cow<'_, [String]> {
    match parts {
        [first, middle @ .., last]
            if first.chars().nth(1).is_none()
                && !middle.is_empty()
                && middle.iter().all(|word| is_particle(word)) =>
        {
            Cow::Owned(vec![first.clone(), last.clone()])
        }
        _ => Cow::Borrowed(parts),
    }
}

/// Whether a name is a part of one: a single word, a given name with the initial of a surname, or several given names.
fn is_short(parts: &[String]) -> bool {
    match &*without_particles(parts) {
        [_] => true,
        [letter, _] | [_, letter] if letter.chars().nth(1).is_none() => true,
        several => is_double_given(several),
    }
}

/// Whether a name has a surname, be it a single letter.
pub(super) fn is_of_surname(parts: &[String]) -> bool {
    !is_short(parts)
        || matches!(parts, [_, letter] if is_letter_of_surname(letter))
        || matches!(&*without_particles(parts), [letter, _] if letter.chars().nth(1).is_none())
}

/// "Karl Johan": two given names of which the last is no surname.
pub(super) fn is_double_given(parts: &[String]) -> bool {
    let is_only_given = |word: &String| is_given(word) && !class(word).is(WordClass::SURNAME);
    parts.len() == 2 && parts.iter().all(is_only_given)
}
