//! Where a text mentions somebody who is known: in full, in any spelling of a double name, or by a part of the name.

use super::KnownPerson;
use super::atoms::{Atom, Gap};
use super::finder::{Finder, Genitive, NameRun};
use super::index::NamePart;
use super::mention::Who;
use crate::i18n::vocabulary::leads::AT_HOME_OF;
use crate::i18n::vocabulary::names::{AND, WordClass, class, is_verb_by_form};
use crate::i18n::vocabulary::people::{BEFORE_NAMES, is_organisation, is_particle};
use crate::i18n::vocabulary::subjects::{is_function_word, person};

/// How a family, or a woman of it, is called after its name.
const FAMILY_ENDS: &[&str] = &["arnas", "arna", "ornas", "orna", "skans", "skan"];

/// How many initials of middle names are between a given name and the surname.
const MOST_INITIALS: usize = 3;

/// What of a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameForm {
    Given,
    Family,
    Whole,
}

/// People to whom the words so far fit.
pub(super) struct Fitting {
    pub persons: Vec<usize>,
    /// How many words of given names there were, and of surnames.
    pub given: usize,
    pub family: usize,
    pub first: usize,
    pub last: usize,
    pub genitive: Option<Genitive>,
}

impl Finder<'_> {
    /// The mention of somebody known that begins at an atom.
    pub(super) fn known(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        // "Al-Rashid"
        let is_particle = atom.gap != Gap::Hyphen && matches!(atom.folded, "al" | "el");
        if is_particle
            && self.joined(first, &[Gap::Hyphen]).is_some_and(|name| self.people.is_family(name.folded))
        {
            return self.known(first + 1);
        }
        if let Some(name) = self.after_particles(first) {
            return self.known(name);
        }
        let (parts, genitive) = self.look_up(first)?;
        let is_exact = atom.capital && parts.iter().any(|part| part.is_exact);
        let parts: Vec<NamePart> = parts.iter().copied().filter(|part| !is_exact || part.is_exact).collect();
        // A word that only has lost its dots is a name where it is written as one, or can hardly be another word.
        let is_exact = parts.iter().any(|part| part.is_exact);
        let is_written = |at| self.is_undotted_name(at) || self.is_part_of(at, &parts);
        if !atom.capital && !is_exact && !is_written(first) {
            return None;
        }
        // Those whose given name it is go first: "Björn" is Björn Ek, though there is an Eva Björn.
        let runs = [false, true].map(|is_family| {
            let of: Vec<usize> =
                parts.iter().filter(|part| part.is_family == is_family).map(|part| part.person).collect();
            (!of.is_empty()).then(|| self.grown(of, is_family, first, genitive))
        });
        let [given, family] = &runs;
        let longest = match (given, family) {
            (Some(given), Some(family)) if family.last > given.last => family,
            (Some(given), _) => given,
            (None, Some(family)) => family,
            (None, None) => return None,
        };
        self.settled(first, longest)
    }

    /// Whether a word in small letters without its dots is a name all the same: "fråga jorgen".
    fn is_undotted_name(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let stem = atom.folded.strip_suffix('s').unwrap_or(atom.folded);
        let is_other = |word: &str| {
            let known = class(word);
            known.is_ambiguous()
                || known.is(WordClass::PLACE.or(WordClass::VERB).or(WordClass::SMALL).or(WordClass::COMMON))
                || is_function_word(word)
                || person(word).is_some()
                || is_organisation(word)
        };
        let before = at.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_said = self.joined(at, &[Gap::Space]).is_some_and(|next| next.class.is(WordClass::VERB));
        let is_given = stem.chars().nth(2).is_some() && class(stem).is(WordClass::GIVEN);
        // "fråga hakan", though it is a part of the face too.
        if is_given && (self.is_asked(at) && !is_function_word(stem) || is_said && !is_other(stem)) {
            return true;
        }
        let is_introduced = before.is_some_and(|before| BEFORE_NAMES.contains(&before.folded)) || is_said;
        let is_long = stem.chars().nth(5).is_some();
        let is_name = is_long || is_introduced && stem.chars().nth(4).is_some();
        is_name && !is_other(stem) && !is_other(atom.folded)
    }

    /// Whether a word in small letters after a given name is a surname rather than what somebody does or has.
    fn is_nothing_else(&self, at: usize, word: &str) -> bool {
        let own = class(word);
        let is_other = own.is(WordClass::VERB.or(WordClass::SMALL))
            || is_function_word(word)
            || person(word).is_some()
            || is_verb_by_form(word);
        // "Björn berg", but not "Per berg i dagen"
        let closes = || {
            self.atoms.get(at + 1).is_none_or(|next| {
                next.gap != Gap::Space
                    || next.class.is(WordClass::VERB)
                    || AND.contains(&next.folded)
                    || self.is_followed_by(at, '(')
            })
        };
        !is_other && (!own.is_ambiguous() && !own.is(WordClass::PLACE) || closes())
    }

    /// Whether another part of the name of one of those is after a word: "ronn-falk", "asa lind".
    fn is_part_of(&self, at: usize, parts: &[NamePart]) -> bool {
        let next = self.joined(at, &[Gap::Hyphen, Gap::Space]);
        let Some((next, parts_after)) =
            next.and_then(|next| Some((next, self.people.index.word(next.folded)?)))
        else {
            return false;
        };
        let is_half = next.gap == Gap::Hyphen;
        let has = |part: &NamePart| {
            let is_own = |own: &NamePart| {
                let is_in_full = !own.is_family && part.is_family;
                own.person == part.person
                    && if is_half { own.is_family == part.is_family } else { is_in_full }
            };
            parts.iter().any(is_own)
        };
        parts_after.iter().any(has)
    }

    /// The surname of somebody known after the particles that a sentence begins with: "Von Essen", "De la Cruz".
    fn after_particles(&self, first: usize) -> Option<usize> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.begins())?;
        let is_particle = |at: &usize| self.atoms.get(*at).is_some_and(|atom| is_particle(atom.folded));
        let joins = |at: &usize| self.atoms.get(*at).is_some_and(|atom| atom.gap == Gap::Space);
        let particles = (first..first + 3).take_while(|at| is_particle(at) && (*at == first || joins(at)));
        let name = first + particles.count();
        let is_name = self.atoms.get(name).is_some_and(|name| name.capital && name.gap == Gap::Space);
        (name > first && is_name && self.has_particle(name, atom.folded)).then_some(name)
    }

    /// Those of a family by what they are called together or a woman of it is: "hos Ahlqvistarna", "Ahlqvistskan".
    pub(super) fn of_their_family(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.class == WordClass::default())?;
        let stem = FAMILY_ENDS.iter().find_map(|end| atom.folded.strip_suffix(end))?;
        let own = class(stem);
        // "hos Lindarna", but not "Lindarna fälls"
        let before = first.checked_sub(1).filter(|_| self.joins(first)).map(|before| self.folded(before));
        let is_home = before == Some(AT_HOME_OF);
        if own.is_ambiguous() && !is_home || stem.chars().nth(2 + usize::from(!is_home)).is_none() {
            return None;
        }
        let parts = self.people.index.word(stem).unwrap_or_default();
        let persons: Vec<usize> =
            parts.iter().filter(|part| part.is_family).map(|part| part.person).collect();
        let is_listed = own.is(WordClass::SURNAME) && !own.is(WordClass::PLACE) && !own.is_ambiguous();
        let who = self.people.among(&persons).or(is_listed.then_some(Who::Stranger))?;
        let genitive = atom.folded.ends_with('s').then_some(Genitive::Joined);
        let is_sure = !own.is_ambiguous();
        Some(NameRun { is_sure, genitive, ..NameRun::of(first, first, who) })
    }

    /// Those with this word in their names, and the genitive that it ends with.
    fn look_up(&self, at: usize) -> Option<(&[NamePart], Option<Genitive>)> {
        let atom = self.atoms.get(at)?;
        let index = &self.people.index;
        if let Some(parts) = index.word(atom.folded) {
            return Some((parts, self.ending(at)));
        }
        let stem = atom.folded.strip_suffix('s').filter(|stem| stem.len() > 1)?;
        Some((index.word(stem)?, Some(Genitive::Joined)))
    }

    /// Takes the words after the first for as long as they fit somebody.
    fn grown(
        &self,
        persons: Vec<usize>,
        is_family: bool,
        first: usize,
        genitive: Option<Genitive>,
    ) -> Fitting {
        let mut fitting = Fitting {
            persons,
            given: usize::from(!is_family),
            family: usize::from(is_family),
            first,
            last: first,
            genitive,
        };
        fitting.persons.dedup();
        while fitting.genitive.is_none() && self.grow(first, &mut fitting) {}
        fitting
    }

    /// Takes the next word, if it fits; the initials of middle names and particles before a surname go with it.
    fn grow(&self, first: usize, fitting: &mut Fitting) -> bool {
        let next = fitting.last + 1;
        let may_be_middle = fitting.given > 0 && fitting.family == 0;
        let family = self.after_middle_initials(fitting.last).filter(|_| may_be_middle);
        let behind_nickname = self.after_nickname(fitting.last).filter(|_| may_be_middle);
        family.is_some_and(|family| self.grow_at(first, fitting, family))
            || behind_nickname.is_some_and(|family| self.grow_at(first, fitting, family))
            || self.grow_at(first, fitting, next)
    }

    /// The word after the initials of middle names: "Dag M. Mark", "Dag M K Mark".
    fn after_middle_initials(&self, given: usize) -> Option<usize> {
        let gaps = [Gap::Space, Gap::Dot, Gap::Hyphen];
        self.joined(given, &[Gap::Space])?;
        let is_initial = |at: &usize| {
            let atom = self.atoms.get(*at).filter(|atom| gaps.contains(&atom.gap));
            atom.is_some_and(|atom| atom.capital && atom.is_letter())
        };
        let count = (given + 1..=given + MOST_INITIALS).take_while(is_initial).count();
        let at = given + 1 + count;
        let follows = self.atoms.get(at).is_some_and(|atom| matches!(atom.gap, Gap::Space | Gap::Dot));
        (count > 0 && follows).then_some(at)
    }

    /// Takes the word here, if it fits.
    fn grow_at(&self, first: usize, fitting: &mut Fitting, next: usize) -> bool {
        let mut at = next;
        let is_after_initial = next > fitting.last + 1;
        let is_reversed = fitting.given == 0;
        let joins = |atom: &Atom<'_>| match atom.gap {
            Gap::Hyphen => true,
            Gap::Dot => is_after_initial,
            Gap::Apart => self.after_nickname(fitting.last) == Some(next),
            // "modig björn" is no Björn Modig.
            Gap::Space => !is_reversed || self.atoms.get(first).is_some_and(|first| first.capital),
            // "Ek, Eva", but not "Eva, Ek": that is a list.
            Gap::Comma => is_reversed && fitting.last == first && !self.is_at_place(first),
            _ => false,
        };
        if !self.atoms.get(at).is_some_and(joins) {
            return false;
        }
        while let (Some(particle), Some(name)) = (self.atoms.get(at), self.atoms.get(at + 1)) {
            let joins = name.gap == Gap::Space
                || matches!(particle.folded, "v" | "d") && name.gap == Gap::Dot
                || matches!(particle.folded, "al" | "el") && name.gap == Gap::Hyphen;
            let is_irish = particle.is_letter() && name.gap == Gap::Apostrophe;
            // "Mai Le tolkar"
            let is_own = || {
                let parts = self.people.index.word(particle.folded).unwrap_or_default();
                let own = parts.iter().filter(|part| part.is_family);
                particle.capital && own.into_iter().any(|part| fitting.persons.contains(&part.person))
            };
            // "Tyra V. vet"
            let is_initial = particle.capital && particle.is_letter() && !name.capital && !is_irish;
            if is_initial || !(joins && is_particle(particle.folded) || is_irish) || at > next + 2 || is_own()
            {
                break;
            }
            at += 1;
        }
        let Some(atom) = self.atoms.get(at) else { return false };
        let after_particle = at > next;
        let is_small = self.atoms.get(first).is_some_and(|first| !first.capital);
        for (word, genitive) in [
            (atom.folded, self.ending(at)),
            (atom.folded.strip_suffix('s').unwrap_or_default(), Some(Genitive::Joined)),
        ] {
            if word.is_empty() {
                continue;
            }
            let (persons, is_family) = self.narrowed(fitting, word, at, is_small);
            let is_listed = is_family && atom.gap == Gap::Comma;
            if persons.is_empty() || is_listed || (after_particle || is_after_initial) && !is_family {
                continue;
            }
            fitting.persons = persons;
            fitting.given += usize::from(!is_family);
            fitting.family += usize::from(is_family);
            fitting.last = at;
            fitting.genitive = genitive;
            return true;
        }
        false
    }

    /// Those whose name has this word too, or an initial that it is; and whether it is of the surname.
    fn narrowed(&self, fitting: &Fitting, word: &str, at: usize, is_small: bool) -> (Vec<usize>, bool) {
        let Some(atom) = self.atoms.get(at) else { return (Vec::new(), false) };
        if word.chars().nth(1).is_some() {
            let parts = self.people.index.word(word).unwrap_or_default();
            let with = |is_family: bool| -> Vec<usize> {
                let has = |person: &usize| {
                    parts.iter().any(|part| part.person == *person && part.is_family == is_family)
                };
                fitting.persons.iter().copied().filter(has).collect()
            };
            // "Det ville Ville": a word is not twice of the same name.
            if fitting.last + 1 == at && atom.gap == Gap::Space && self.folded(fitting.last) == word {
                return (Vec::new(), false);
            }
            let (family, given) = (with(true), with(false));
            // What has no small first letter begins another sentence; but "Tuva hallengren" is her name.
            let is_end_of_name = || fitting.given > 0 && !family.is_empty() && self.is_nothing_else(at, word);
            if !(is_small || atom.capital || atom.gap == Gap::Hyphen || is_end_of_name()) {
                return (Vec::new(), false);
            }
            let is_family = !family.is_empty()
                && !self.goes_on_with(at, &given, &family)
                && !self.begin_with(fitting.first, &given, &family);
            return (if is_family { family } else { given }, is_family);
        }
        // "Ahlqvist, K."
        if fitting.given == 0 {
            let is_called =
                |person: &KnownPerson| person.names.given.iter().any(|given| given.starts_with(word));
            let fits = |at: &usize| atom.capital && self.people.person(*at).is_some_and(is_called);
            return (fitting.persons.iter().copied().filter(fits).collect(), false);
        }
        // "Eva B", "Gun-Britt Å.", "Åsa B-L"
        let begins = |person: &KnownPerson| {
            let all = &person.names.family;
            let starts = |surname: Option<&String>| surname.is_some_and(|surname| surname.starts_with(word));
            match fitting.family {
                0 => starts(all.first()) || starts(all.last()),
                at => atom.gap == Gap::Hyphen && starts(all.get(at)),
            }
        };
        let fits = |at: &usize| atom.capital && self.people.person(*at).is_some_and(begins);
        (fitting.persons.iter().copied().filter(fits).collect(), true)
    }

    /// Whether the word after this one is of the name of some of these and of none of the others: "Ali Hassan Mohamud",
    /// though there is an Omar Ali Hassan.
    fn goes_on_with(&self, at: usize, some: &[usize], others: &[usize]) -> bool {
        let next = self.joined(at, &[Gap::Space, Gap::Hyphen]).filter(|_| !some.is_empty());
        let Some(next) = next.filter(|_| !others.is_empty()) else { return false };
        let stem = next.folded.strip_suffix('s').unwrap_or(next.folded);
        let parts = self.people.index.word(next.folded).or_else(|| self.people.index.word(stem));
        let has = |of: &[usize]| parts.unwrap_or_default().iter().any(|part| of.contains(&part.person));
        has(some) && !has(others)
    }

    /// Whether the names of some of these begin with a word, and those of none of the others.
    fn begin_with(&self, first: usize, some: &[usize], others: &[usize]) -> bool {
        let is = |at: &usize| self.people.person(*at).is_some_and(|one| one.given() == self.folded(first));
        some.iter().any(is) && !others.iter().any(is)
    }

    /// Whom the words mean, and whether they are a name here.
    fn settled(&self, first: usize, fitting: &Fitting) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        let Fitting { persons, given, family, last, genitive, .. } = fitting;
        let written = match (given, family) {
            (0, _) => NameForm::Family,
            (_, 0) => NameForm::Given,
            _ => NameForm::Whole,
        };
        let mut genitive = *genitive;
        if written == NameForm::Given
            && genitive.is_none()
            && let Some(run) = self.continued(first, *last, persons)
        {
            return Some(run);
        }
        let mut last = *last;
        if written == NameForm::Whole
            && genitive.is_none()
            && let Some(more) = self.joined(last, &[Gap::Space, Gap::Hyphen]).filter(|next| next.capital)
        {
            let is_more =
                more.gap == Gap::Hyphen || more.class.is(WordClass::SURNAME) && !self.begins_other(last + 1);
            if is_more && self.is_surname(last + 1, more.shouted) {
                // "Eva Ek-Lund" is not Eva Ek.
                let who = if more.gap == Gap::Hyphen { Who::Stranger } else { self.people.among(persons)? };
                last += 1;
                let genitive = self.genitive_at(last);
                return Some(NameRun { genitive, ..NameRun::of(first, last, who) });
            }
        }
        if written == NameForm::Family
            && genitive.is_none()
            && let Some(run) = self.beside_other_surname(first, last)
        {
            return Some(run);
        }
        if written == NameForm::Family && genitive.is_none() && self.is_turned_initial(last) {
            last += 1;
        }
        let stem = if genitive == Some(Genitive::Joined) {
            atom.folded.strip_suffix('s').unwrap_or(atom.folded)
        } else {
            atom.folded
        };
        let who = self.meant(stem, fitting, written)?;
        if genitive.is_none() && atom.capital && self.is_silent_genitive(last) {
            genitive = Some(Genitive::Silent);
        }
        genitive = genitive.or_else(|| self.initial_stop(last));
        let is_sure = self.reads_as_name(first, last, written, genitive, true)?;
        Some(NameRun { is_sure, genitive, ..NameRun::of(first, last, who) })
    }

    /// Whether an initial with a full stop is after a surname and a comma: "Ahlqvist, K."
    pub(super) fn is_turned_initial(&self, family: usize) -> bool {
        self.joined(family, &[Gap::Comma]).is_some_and(|letter| letter.capital && letter.is_letter())
            && self.is_followed_by(family + 1, '.')
    }

    /// A surname of somebody known that another one follows after a hyphen: "Öhman-Lind" is somebody else.
    fn beside_other_surname(&self, first: usize, last: usize) -> Option<NameRun> {
        let next = self.joined(last, &[Gap::Hyphen]).filter(|next| next.capital && !next.shouted)?;
        let is_name = next.is_alphabetic() && !is_organisation(next.folded);
        let end = self.hyphenated(last);
        let genitive = self.genitive_at(end);
        is_name.then(|| NameRun { genitive, ..NameRun::of(first, end, Who::Stranger) })
    }

    /// A given name of somebody known that goes on with what no name of theirs has: somebody else.
    fn continued(&self, first: usize, last: usize, persons: &[usize]) -> Option<NameRun> {
        let end = self.extended(last);
        // "Det ville Ville"
        if end == last || self.folded(last) == self.folded(last + 1) {
            return None;
        }
        let nameless = match persons {
            [one] => self.people.person(*one).is_some_and(|person| person.names.family.is_empty()),
            _ => false,
        };
        let next = self.atoms.get(last + 1)?;
        let is_surname = next.class.is(WordClass::SURNAME) || !next.class.is(WordClass::GIVEN);
        let is_same = nameless && next.gap == Gap::Space && is_surname;
        let who = if is_same { self.people.among(persons)? } else { Who::Stranger };
        let genitive = self.genitive_at(end);
        let run = NameRun { genitive, ..NameRun::of(first, end, who) };
        if self.is_called_after(&run) {
            // "Max Lundgrens gata" is nobody's, though a Max is known.
            return Some(NameRun { is_sure: false, is_name: is_same, ..run });
        }
        Some(run)
    }

    /// Whether the name of somebody else begins here.
    fn begins_other(&self, at: usize) -> bool {
        self.look_up(at).is_some_and(|(parts, _)| parts.iter().any(|part| !part.is_family))
    }

    /// Whether a name that ends with s is a genitive here: "Lars bok", "Hans Eks bok" has an s of its own.
    fn is_silent_genitive(&self, last: usize) -> bool {
        let ends = self.atoms.get(last).is_some_and(|atom| atom.folded.ends_with(['s', 'x', 'z']));
        let next = self.joined(last, &[Gap::Space]);
        ends && next.is_some_and(|next| {
            let is_said = next.class.is(WordClass::VERB.or(WordClass::SMALL).or(WordClass::THING_VERB));
            !next.capital
                && next.is_alphabetic()
                && !next.is_letter()
                && !is_function_word(next.folded)
                && !is_said
                && !next.folded.ends_with("ar")
                && !next.folded.ends_with("er")
                && !next.folded.ends_with("de")
        })
    }

    /// The full stop after an initial, where the sentence goes on: "Eva B. vet".
    fn initial_stop(&self, last: usize) -> Option<Genitive> {
        let atom = self.atoms.get(last)?;
        let next = self.atoms.get(last + 1);
        let goes_on = next.is_some_and(|next| next.gap == Gap::Dot && !next.capital);
        let stopped = || self.stopped_genitive(last).or(goes_on.then_some(Genitive::After(1)));
        atom.is_letter().then(stopped).flatten()
    }

    /// Whether a surname that nobody known has is in the genitive: one that ends with s and is none without it.
    pub(super) fn is_joined_genitive(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let Some(stem) = atom.folded.strip_suffix('s').filter(|stem| stem.len() > 2) else { return false };
        let is_whole = atom.class.is(WordClass::SURNAME.or(WordClass::GIVEN)) || stem.ends_with('s');
        let goes_on = self
            .joined(at, &[Gap::Space])
            .is_some_and(|next| !next.class.is(WordClass::VERB.or(WordClass::SMALL)));
        !is_whole && goes_on
    }
}
