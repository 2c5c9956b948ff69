//! By which of several given names somebody is called: "Ali" or "Hassan" is Ali Hassan Mohamud, "Maj-Britt" is
//! Maj-Britt Sofia Ek; but "Maj" is only half of that name, and may be another's whole one.

use super::finder::{Finder, Genitive};
use super::index::NameParts;
use super::known::{Fitting, NameForm};
use super::mention::Who;
use super::words::plain;
use crate::i18n::vocabulary::names::EASTERN;

/// How much of the given names a word or several of them are, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CalledBy {
    /// Every one of them.
    All,
    /// The first of them.
    First,
    /// Another that is written as a word of its own.
    Later,
}

impl NameParts {
    /// How much of the given names these folded words are, with or without their accents; none where they are no whole
    /// words of the name, in its order.
    pub(super) fn called_by(&self, units: &[&str]) -> Option<CalledBy> {
        if are_same(&self.given, units) {
            return Some(CalledBy::All);
        }
        let mut left = units;
        let (mut start, mut is_first) = (0, false);
        for length in &self.given_lengths {
            let word = self.given.get(start..start + length).unwrap_or_default();
            if left.get(..*length).is_some_and(|units| are_same(word, units)) {
                is_first |= start == 0;
                left = left.get(*length..).unwrap_or_default();
            }
            start += length;
        }
        let by = if is_first { CalledBy::First } else { CalledBy::Later };
        (left.is_empty() && !units.is_empty()).then_some(by)
    }
}

impl Finder<'_> {
    /// Which of those who fit is meant by these words. One half of a double name may be another's whole name.
    pub(super) fn meant(&self, stem: &str, fitting: &Fitting, written: NameForm) -> Option<Who> {
        let Fitting { persons, given, family, first, last, genitive } = fitting;
        if written != NameForm::Given {
            // "Sara Ek" is not Sara Ek Nilsson where there is somebody of that name.
            let is_all = |at: &usize| {
                let names = self.people.person(*at).map(|person| &person.names);
                names.is_some_and(|names| {
                    names.family.len() <= *family && (*given == 0 || names.given.len() <= *given)
                })
            };
            let exact: Vec<usize> = persons.iter().copied().filter(is_all).collect();
            return self.people.among(if exact.is_empty() { persons } else { &exact });
        }
        let mut units: Vec<&str> = (*first..=*last).map(|at| self.folded(at)).collect();
        if *genitive == Some(Genitive::Joined)
            && let Some(end) = units.last_mut()
        {
            *end = end.strip_suffix('s').unwrap_or(end);
        }
        let called_by = |at: usize| {
            let names = &self.people.person(at)?.names;
            let is_all = names.given.len() <= *given
                || names.given.concat() == stem
                // "Nguyen" is Nguyen Thi Minh.
                || EASTERN.contains(stem)
                || self.people.is_glued(at, stem);
            if is_all { Some(CalledBy::All) } else { names.called_by(&units) }
        };
        let called = nearest(persons.iter().map(|at| (*at, called_by(*at))));
        match called.as_slice() {
            [] if persons.is_empty() => None,
            [] => Some(Who::Somebody),
            called => self.people.among(called),
        }
    }
}

/// Whether these words of a name are written so, with or without their accents.
fn are_same(own: &[String], units: &[&str]) -> bool {
    own.len() == units.len()
        && own.iter().zip(units).all(|(own, unit)| own == unit || plain(own) == plain(unit))
}

/// Those of some who are called so by the most of their given names: a Karin is Karin Ek rather than Karin Elisabet
/// Holm, and she rather than Anna Karin Öberg.
pub(super) fn nearest(all: impl Iterator<Item = (usize, Option<CalledBy>)>) -> Vec<usize> {
    let called: Vec<(usize, CalledBy)> = all.filter_map(|(at, by)| Some((at, by?))).collect();
    let most = called.iter().map(|(_, by)| *by).min();
    called.into_iter().filter(|(_, by)| Some(*by) == most).map(|(at, _)| at).collect()
}
