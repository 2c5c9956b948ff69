//! Which of the names that were collected are the same person's: "Maja" is Maja Ek, if no other Maja is known.

use super::accented::AccentedNames;
use super::called::nearest;
use super::candidate::{Candidate, is_double_given, is_of_surname, without_particles};
use super::long_names::{LongNames, is_long};
use super::{KnownPeople, KnownPerson, Who};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_particle};

impl KnownPeople {
    /// Merges the candidates that are the same person: "Maja" is Maja Ek, if no other Maja is known.
    pub(super) fn settled(candidates: Vec<Candidate>) -> Self {
        let mut people = Self::default();
        let is_whole: Vec<bool> = candidates.iter().map(|one| one.is_whole(&candidates)).collect();
        let mut is_whole = is_whole.into_iter();
        let (full, short): (Vec<Candidate>, Vec<Candidate>) =
            candidates.into_iter().partition(|_| is_whole.next() == Some(true));
        let spelled = AccentedNames::of(full.iter().map(|candidate| candidate.parts.as_slice()));
        let variant_of = |one: &Candidate| spelled.of_variant(&one.parts).filter(|_| one.identity.is_none());
        // "Asa Lind" is Åsa Lind, whoever was named first.
        let (variants, full): (Vec<Candidate>, Vec<Candidate>) =
            full.into_iter().partition(|candidate| variant_of(candidate).is_some());
        // "Karin Holm" is Karin Elisabet Holm, if no list has both.
        let long = LongNames::of(full.iter().map(|one| (one.row, one.parts.as_slice())));
        let shorter_of = |one: &Candidate| long.of_shorter(&one.parts).filter(|_| one.may_be_other());
        let (shorter, full): (Vec<Candidate>, Vec<Candidate>) =
            full.into_iter().partition(|candidate| shorter_of(candidate).is_some());
        for candidate in full.into_iter().chain(variants).chain(shorter) {
            let in_other_form = || variant_of(&candidate).or_else(|| shorter_of(&candidate));
            let other = || {
                let own = in_other_form().and_then(|name| people.whole.get(name).copied());
                own.or_else(|| people.with_other_hyphens(&candidate))
            };
            if let Some(at) = people.whole.get(&candidate.parts).copied().or_else(other) {
                people.whole.entry(candidate.parts.clone()).or_insert(at);
                people.complete(at, &candidate);
            } else if let Some(at) = people.called(&candidate) {
                people.enter_other_name(at, candidate);
            } else if let Some(at) = people.without_initials(&candidate.parts) {
                people.complete(at, &candidate);
                people.whole.insert(candidate.parts, at);
            } else {
                people.enter(candidate.person());
            }
        }
        for candidate in short {
            let same = match (candidate.letters(), candidate.given_letters()) {
                (Some(letters), _) => people.with_initials(&letters),
                (None, Some(letters)) => people.with_initial(&letters, &candidate.parts[1]),
                (None, None) => people.with_part(&candidate.parts),
            };
            if candidate.called.is_none() {
                people.keep_first_identity(&same, &candidate.parts, candidate.since);
            }
            let known = people.whole.get(&candidate.parts).copied();
            let one = known.or(if let [at] = same.as_slice() { Some(*at) } else { None });
            match one {
                Some(at) => {
                    people.complete(at, &candidate);
                    people.whole.insert(candidate.parts, at);
                }
                // It is unclear which one is meant, or whether it is a person.
                None if !same.is_empty() || candidate.is_body() => {}
                None => match people.called(&candidate) {
                    Some(at) => people.enter_other_name(at, candidate),
                    None => people.enter(candidate.person()),
                },
            }
        }
        people
    }

    /// The one whose name differs only in its hyphens: "Lars Göran Frost" is Lars-Göran Frost.
    fn with_other_hyphens(&self, candidate: &Candidate) -> Option<usize> {
        let is_free = candidate.may_be_other() && candidate.parts.len() > 1;
        let at = *self.by_units.get(&units(&candidate.parts)).filter(|_| is_free)?;
        self.persons.get(at).is_some_and(|person| person.parts.len() > 1).then_some(at)
    }

    /// The one with this name but for the initials of middle names: "Ada K. Nyman" is Ada Nyman.
    fn without_initials(&self, parts: &[String]) -> Option<usize> {
        let [given, middle @ .., family] = parts else { return None };
        let is_letter = |word: &String| word.chars().nth(1).is_none();
        let are_initials = !middle.is_empty() && middle.iter().all(is_letter);
        are_initials.then(|| self.whole.get(&vec![given.clone(), family.clone()]).copied()).flatten()
    }

    /// Those in full with these initials: "K-G" for Karl-Gustav Ek.
    fn with_initials(&self, letters: &str) -> Vec<usize> {
        let all = self.persons.iter().enumerate();
        let fits = |person: &KnownPerson| person.names.initials().iter().any(|own| own == letters);
        let same = all.filter(|(_, person)| is_of_surname(&person.parts) && fits(person));
        self.persons_of(same.map(|(at, _)| at))
    }

    /// Whose names these are, each once.
    fn persons_of(&self, names: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut all: Vec<usize> = names.map(|at| self.whose(at)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Those whose name has these words of a short one: "Karl Johan" for Karl-Johan Ström, "Maja E" for Maja Ek; where
    /// nobody is called so, those with this surname.
    fn with_part(&self, short: &[String]) -> Vec<usize> {
        let short: &[String] = &without_particles(short);
        if let [letter, family] = short
            && letter.chars().nth(1).is_none()
        {
            return self.with_initial(letter, family);
        }
        let first = short.first().map_or("", String::as_str);
        let initial = short.get(1).filter(|word| word.chars().nth(1).is_none());
        let units: Vec<&str> = match initial {
            Some(_) => first.split('-').collect(),
            None => short.iter().flat_map(|word| word.split('-')).collect(),
        };
        // "Al-Rashid" is Zainab al-Rashid.
        let units = match units.as_slice() {
            [particle, name @ ..] if !name.is_empty() && is_particle(particle) => name.to_vec(),
            _ => units,
        };
        // The register may have somebody whose surname is a given name too: "Ulf Sten".
        let is_full = |person: &&KnownPerson| is_of_surname(&person.parts) || is_double_given(&person.parts);
        let fits = |person: &KnownPerson| {
            let surname = person.surname().unwrap_or_default();
            initial.is_none_or(|letter| surname.starts_with(letter.as_str()))
        };
        let family = |at: &usize| {
            self.persons.get(*at).filter(is_full).is_some_and(|person| person.names.family == units)
        };
        // "Lindqvist" is Anna Berg Lindqvist.
        let is_word = |at: &usize| {
            let long = self.persons.get(*at).filter(|person| is_long(&person.parts));
            long.is_some_and(|person| short.len() == 1 && person.parts.iter().any(|word| word == first))
        };
        let may_be_family = initial.is_none() && (!is_given(first) || class(first).is(WordClass::SURNAME));
        let parts = self.index.word(units.first().copied().unwrap_or_default()).unwrap_or_default();
        let called_by = |at: usize| {
            let person = self.persons.get(at).filter(is_full).filter(|person| fits(person))?;
            Some((at, person.names.called_by(&units)))
        };
        let called = nearest(parts.iter().filter_map(|part| called_by(part.person)));
        let with = |fits: &dyn Fn(&usize) -> bool| {
            self.persons_of(parts.iter().map(|part| part.person).filter(fits))
        };
        if !called.is_empty() {
            return self.persons_of(called.into_iter());
        }
        let family = if may_be_family { with(&family) } else { Vec::new() };
        if family.is_empty() && initial.is_none() { with(&is_word) } else { family }
    }

    /// Those of this family whose given name begins with a letter, or each of whose given names with one of several:
    /// "T. Loo" for Tage Loo, "A-K Öberg" for Anna-Karin Öberg.
    fn with_initial(&self, letter: &str, family: &str) -> Vec<usize> {
        let units: Vec<&str> = family.split('-').collect();
        let parts = self.index.word(units.first().copied().unwrap_or_default()).unwrap_or_default();
        let is_called = |person: &KnownPerson| {
            let first: String = person.names.given.iter().filter_map(|word| word.chars().next()).collect();
            person.given().starts_with(letter) || letter.len() > 1 && first.starts_with(letter)
        };
        let fits = |person: &&KnownPerson| person.names.family == units && is_called(person);
        let is_one = |at: &usize| self.persons.get(*at).as_ref().is_some_and(fits);
        self.persons_of(parts.iter().map(|part| part.person).filter(is_one))
    }

    fn complete(&mut self, at: usize, candidate: &Candidate) {
        if candidate.called.is_none() {
            self.keep_identity(at, &candidate.parts, candidate.since);
        }
        let Some(person) = self.persons.get_mut(at) else { return };
        if person.role.is_empty() {
            person.role.clone_from(&candidate.role);
        }
    }

    fn enter(&mut self, person: KnownPerson) {
        let at = self.persons.len();
        let whose = person.other_name_of.unwrap_or(at);
        self.whole.insert(person.parts.clone(), whose);
        self.by_units.entry(units(&person.parts)).or_insert(whose);
        self.index.enter(at, &person);
        self.persons.push(person);
    }

    /// The one who has another name in the register.
    fn called(&self, candidate: &Candidate) -> Option<usize> {
        self.whole.get(candidate.called.as_ref()?).copied()
    }

    /// Knows somebody by one more name.
    fn enter_other_name(&mut self, at: usize, candidate: Candidate) {
        let Some(person) = self.persons.get(at) else { return };
        let (identity, role) = (person.identity.clone(), person.role.clone());
        let other = Candidate { identity: Some(identity), role, ..candidate }.person();
        self.enter(KnownPerson { other_name_of: Some(at), ..other });
    }

    /// Whose name it is: the same index for all names of one person.
    fn whose(&self, at: usize) -> usize {
        self.persons.get(at).and_then(|person| person.other_name_of).unwrap_or(at)
    }

    /// Whom these are, of all with a name that fits.
    pub(super) fn among(&self, persons: &[usize]) -> Option<Who> {
        let one = self.whose(*persons.first()?);
        let is_one = persons.iter().all(|at| self.whose(*at) == one);
        Some(if is_one { Who::One(one) } else { Who::Somebody })
    }
}

/// The words of a name, those with hyphens in their parts.
fn units(parts: &[String]) -> Vec<String> {
    parts.iter().flat_map(|word| word.split('-')).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
