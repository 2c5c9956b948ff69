//! Given names in small letters that are other words as often, where a mark says that somebody is meant: "@per", "Köpa
//! fika (bo)", "Skriva brev /hans", "stig: ringa", "Ansvarig: per".

use super::atoms::Atom;
use super::called::{CalledBy, nearest};
use super::finder::{Finder, NameRun};
use super::value::is_about_persons;
use super::{KnownPeople, Who};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::subjects::is_function_word;
use crate::text::slice;

impl KnownPeople {
    /// Whom a given name means, of those who are known.
    pub(super) fn called_so(&self, folded: &str) -> Option<Who> {
        let parts = self.index.word(folded)?.iter().filter(|part| !part.is_family);
        let called_by = |at: usize| {
            let names = &self.persons.get(at)?.names;
            names.called_by(&[folded]).or_else(|| (names.given.concat() == folded).then_some(CalledBy::All))
        };
        let persons: Vec<usize> = parts.map(|part| part.person).collect();
        let called = nearest(persons.iter().map(|at| (*at, called_by(*at))));
        self.among(if called.is_empty() { &persons } else { &called })
    }

    /// Whom an `@` before a word in small letters means that is a given name and another word: "@per". Whether it is
    /// clear is the second value.
    pub(super) fn called_by_handle(&self, name: &str) -> Option<(Who, bool)> {
        let known = class(name);
        let is_other = known.is_ambiguous()
            || is_function_word(name)
            || known.is(WordClass::VERB.or(WordClass::SMALL).or(WordClass::COMMON));
        if !is_other || !known.is(WordClass::GIVEN) && self.index.word(name).is_none() {
            return None;
        }
        let who = self.called_so(name);
        Some((who.unwrap_or(Who::Stranger), who.is_some()))
    }
}

impl Finder<'_> {
    /// The given name of somebody known, in small letters and with a mark for people around it. It is in doubt.
    pub(super) fn marked_in_small(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| !atom.capital && !atom.is_letter())?;
        self.people.index.word(atom.folded)?;
        let who = self.is_marked(atom).then(|| self.people.called_so(atom.folded))??;
        Some(NameRun { is_sure: false, ..NameRun::of(first, first, who) })
    }

    fn is_marked(&self, atom: &Atom) -> bool {
        let before = slice(self.text, ..atom.at.start).rsplit('\n').next().unwrap_or_default();
        let after = slice(self.text, atom.at.end..).split('\n').next().unwrap_or_default();
        let ends = |rest: &str| !rest.contains(char::is_alphanumeric);
        let is_bracketed = before.ends_with('(') && after.strip_prefix(')').is_some_and(ends);
        let is_signed = before.strip_suffix('/').is_some_and(|said| said.ends_with(' ')) && ends(after);
        let is_speaker = ends(before) && after.starts_with(": ");
        let label = before.trim_end().strip_suffix(':').map(|label| label.rsplit(['.', '|', ';']).next());
        let is_owner = label.flatten().is_some_and(|label| is_about_persons(label.trim()));
        let closes = || after.trim_end().is_empty() || after.starts_with([',', '.', ';']);
        is_bracketed || is_signed || is_speaker || is_owner && closes()
    }
}
