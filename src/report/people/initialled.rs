//! Where a text mentions somebody by initials: all of them ("Å.L.", "K-J", "ÅL"), or before the surname ("E. Ek").

use super::atoms::Gap;
use super::finder::{Finder, Genitive, NameRun};
use super::mention::{Naming, Who};
use crate::i18n::vocabulary::associations::is_abbreviated_form;
use crate::i18n::vocabulary::leads::CREDITS;
use crate::i18n::vocabulary::names::{
    BODIES_OF_CLIENTS, DOTTED_OTHERS, LETTERS_OF_BODIES, WHAT_PEOPLE_OWN, WHO, WordClass,
};
use crate::i18n::vocabulary::people::{ASKING, BEFORE_NAMES, GREETINGS, is_particle};
use crate::i18n::vocabulary::subjects::is_function_word;
use crate::text::slice;

/// Up to so many known people two capital letters mean one of them wherever they are.
const FEW: usize = 60;

/// Before whoever somebody talks with.
const TALKED_WITH: &str = "med";

/// Letters in a row.
struct Letters {
    text: String,
    last: usize,
    dots: usize,
    hyphens: usize,
}

impl Finder<'_> {
    /// The mention by initials that begins at an atom.
    pub(super) fn initials(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital)?;
        let length = atom.folded.chars().count();
        let may_be = atom.is_letter() || atom.shouted && length <= 4;
        if !may_be || !atom.is_alphabetic() {
            return None;
        }
        // "V. d. Lancken" is no Vera.
        let next = self.atoms.get(first + 1);
        if atom.folded == "v" && next.is_some_and(|next| next.folded == "d" && !next.capital) {
            return None;
        }
        let letters = self.letters(first)?;
        // "P.S. Glöm inte nyckeln"
        if letters.dots > 0 && DOTTED_OTHERS.contains(letters.text.as_str()) {
            return None;
        }
        self.before_surname(first, &letters)
            .or_else(|| self.alone(first, &letters))
            .or_else(|| self.spaced(first))
    }

    /// The initials of somebody known with a space between, before what people do: "K A tar det".
    fn spaced(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.is_letter())?;
        let next = self.joined(first, &[Gap::Space]).filter(|next| next.capital && next.is_letter())?;
        let verb = self.joined(first + 1, &[Gap::Space])?;
        let letters = [atom.folded, next.folded].concat();
        let persons = self.people.index.initials(self.people.persons(), &letters);
        let does = !verb.capital && verb.class.is(WordClass::VERB);
        let who = self.people.among(persons).filter(|_| does)?;
        Some(NameRun { naming: Naming::Initials, ..NameRun::of(first, first + 1, who) })
    }

    /// The letters from an atom on: `Å.L.`, `A-K`, `ÅL`.
    fn letters(&self, first: usize) -> Option<Letters> {
        let atom = self.atoms.get(first)?;
        let mut found = Letters { text: atom.folded.to_owned(), last: first, dots: 0, hyphens: 0 };
        while let Some(next) = self.atoms.get(found.last + 1).filter(|next| next.is_letter() && next.capital)
        {
            match next.gap {
                Gap::Dot => found.dots += 1,
                Gap::Hyphen => found.hyphens += 1,
                // "A.-K."
                Gap::Apart if self.text.get(..next.at.start).is_some_and(|before| before.ends_with(".-")) => {
                    found.dots += 1;
                }
                _ => break,
            }
            found.text.push_str(next.folded);
            found.last += 1;
        }
        Some(found)
    }

    /// "E. Ek", "E Ek", "A-K Öberg", "V. von Essen"; also of somebody unknown: "J. Tamm".
    fn before_surname(&self, first: usize, letters: &Letters) -> Option<NameRun> {
        if letters.text.chars().count() > 3 {
            return None;
        }
        let mut at = letters.last + 1;
        while self.atoms.get(at).is_some_and(|atom| {
            is_particle(atom.folded) && !atom.capital && matches!(atom.gap, Gap::Space | Gap::Dot)
        }) && at < letters.last + 4
        {
            at += 1;
        }
        let name =
            self.atoms.get(at).filter(|name| name.capital && matches!(name.gap, Gap::Space | Gap::Dot))?;
        let is_dotted = self.atoms.get(letters.last + 1).is_some_and(|next| next.gap == Gap::Dot);
        let forms = [
            (name.folded, self.ending(at)),
            (name.folded.strip_suffix('s').unwrap_or_default(), Some(Genitive::Joined)),
        ];
        for (word, genitive) in forms {
            let parts = self.people.index.word(word).unwrap_or_default();
            let begin = |at: &usize| {
                self.people.person(*at).is_some_and(|person| {
                    let own: String =
                        person.names.given.iter().filter_map(|word| word.chars().next()).collect();
                    // "D. M. Mark" is Dag Mark.
                    own.starts_with(&letters.text)
                        || !own.is_empty() && letters.text.starts_with(&own)
                        || own.chars().next().map(String::from).as_ref() == Some(&letters.text)
                })
            };
            let mut all: Vec<usize> =
                parts.iter().filter(|part| part.is_family).map(|part| part.person).collect();
            all.retain(begin);
            all.dedup();
            if let Some(who) = self.people.among(&all) {
                return Some(NameRun { genitive, ..NameRun::of(first, self.rest_of_surname(at, &all), who) });
            }
        }
        let atom = self.atoms.get(first)?;
        let is_double = self
            .joined(at, &[Gap::Hyphen])
            .is_some_and(|next| next.capital && next.class.is(WordClass::SURNAME));
        let is_listed = name.class.is(WordClass::SURNAME) || self.people.is_family(name.folded) || is_double;
        // "Vi bor på Ö. Vi trivs."
        if is_function_word(name.folded) && !is_listed {
            return None;
        }
        let is_numbering = atom.begins() && atom.folded.chars().all(|c| ('a'..='f').contains(&c));
        // "P.O. Enquist", "J. R. Ewing"
        let is_spelled = is_dotted
            && letters.dots > 0
            && self.is_surname(at, false)
            && !name.class.is(WordClass::PLACE.or(WordClass::VERB).or(WordClass::SMALL));
        let is_asked = || {
            let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
            // "Fråga SK. Hej!"
            let is_spelled = atom.is_letter() || letters.dots > 0;
            is_dotted
                && is_spelled
                && before.is_some_and(|before| ASKING.contains(&before.folded))
                && self.is_surname(at, false)
        };
        let is_name = self.is_credited(first) && self.is_surname(at, false)
            || is_listed && (is_dotted || letters.hyphens > 0)
            || is_spelled
            || is_asked()
            || is_dotted && self.is_before_care_of(at)
            || is_dotted
                && !is_numbering
                && !name
                    .class
                    .is(WordClass::PLACE.or(WordClass::WORD).or(WordClass::VERB).or(WordClass::SMALL))
                && self.is_surname(at, false)
                && self.joined(at, &[Gap::Space]).is_some_and(|next| next.class.is(WordClass::VERB));
        if !is_name || letters.text.chars().count() > 2 {
            return None;
        }
        let last = self.extended(at);
        let genitive = self.genitive_at(last);
        Some(NameRun { is_sure: is_listed, genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Whether a word for what somebody made is before a name: "Foto: M. Rönn", "Layout: M Rönn".
    fn is_credited(&self, first: usize) -> bool {
        let is_after_colon = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Colon);
        is_after_colon && first.checked_sub(1).is_some_and(|label| CREDITS.contains(self.folded(label)))
    }

    /// The last word of a surname of several words.
    fn rest_of_surname(&self, first: usize, persons: &[usize]) -> usize {
        let mut last = first;
        while let Some(next) = self.joined(last, &[Gap::Space, Gap::Hyphen]) {
            let has = |at: &usize| {
                self.people
                    .person(*at)
                    .is_some_and(|person| person.names.family.iter().any(|word| word == next.folded))
            };
            if !next.capital || !persons.iter().any(has) {
                break;
            }
            last += 1;
        }
        last
    }

    /// "Å.L.", "K-J", "ÅL", "klienten K.S.".
    fn alone(&self, first: usize, letters: &Letters) -> Option<NameRun> {
        let count = letters.text.chars().count();
        let last = self.atoms.get(letters.last)?;
        let ends_with_stop = self.text.get(last.at.end..).is_some_and(|rest| rest.starts_with('.'));
        let is_dotted = letters.dots > 0 || letters.hyphens > 0;
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_client = before.is_some_and(|before| before.class.is(WordClass::CLIENT))
            && self.atoms.get(first).is_some_and(|atom| match atom.gap {
                Gap::Space => true,
                // "en klient, A.B.", "en brukare (K.L)"
                Gap::Comma | Gap::Colon => is_dotted,
                Gap::Apart => {
                    let before = slice(self.text, ..atom.at.start);
                    is_dotted
                        && [" (", " \"", " ”", " “", " '", " ’"].iter().any(|mark| before.ends_with(mark))
                }
                // "Pat. RN"
                Gap::Dot => before.is_some_and(|before| before.folded.len() < 5),
                _ => false,
            });
        if count == 1 && is_client && self.is_client_by_letter(first) {
            let stop = ends_with_stop.then_some(Genitive::After(1));
            let genitive = self.ending(first).or_else(|| self.stopped_genitive(first)).or(stop);
            let run =
                NameRun { genitive, naming: Naming::Client, ..NameRun::of(first, first, Who::Stranger) };
            return Some(NameRun { is_sure: false, ..run });
        }
        if !(2..=4).contains(&count)
            || self.text.get(..last.at.start).is_some_and(|text| text.ends_with("N.") && last.folded == "n")
        {
            return None;
        }
        let persons = self.people.index.initials(self.people.persons(), &letters.text);
        let is_few = self.people.persons().len() <= FEW;
        let is_introduced = before.is_some_and(|before| BEFORE_NAMES.contains(&before.folded))
            || self.joined(letters.last, &[Gap::Space]).is_some_and(|next| next.class.is(WordClass::VERB));
        // "Elev AB i 7C": whoever is one of many is called so, though the letters are short for something else too.
        let is_company =
            !is_dotted && is_abbreviated_form(&letters.text) && !self.is_of_a_class(letters.last);
        let is_other = is_company || BODIES_OF_CLIENTS.contains(letters.text.as_str());
        let is_called = is_client && count == 2 && !is_other;
        let is_short = self.atoms.get(first)?.class.is(WordClass::ABBREVIATION);
        let is_plain = !is_dotted
            && (!is_short || is_called || self.is_asked_by_letters(first))
            && !self.is_loud(first)
            && (is_few || is_introduced || is_called);
        let is_known =
            !persons.is_empty() && (letters.dots > 0 || letters.hyphens > 0 && count == 2 || is_plain);
        let says = self
            .joined(letters.last, &[Gap::Space, Gap::Dot])
            .is_some_and(|next| (next.class.is(WordClass::VERB) || next.folded == WHO) && !next.capital);
        let is_somebody = letters.dots > 0 && count == 2 && (says || self.is_cell(first, letters.last))
            || !is_known && self.is_pair_who_act(first);
        if !is_known && !is_somebody && !(is_client && (is_dotted || is_plain)) {
            return None;
        }
        let who = if is_known { self.people.among(persons)? } else { Who::Stranger };
        let length = usize::from(letters.dots > 0 && ends_with_stop);
        let stop = || (length > 0).then_some(Genitive::After(1));
        let genitive =
            self.ending(letters.last).or_else(|| self.stopped_genitive(letters.last)).or_else(stop);
        let naming = if is_client { Naming::Client } else { Naming::Initials };
        let run = NameRun { naming, genitive, ..NameRun::of(first, letters.last, who) };
        Some(NameRun { is_sure: is_dotted && (is_known || is_client), ..run })
    }

    /// Whether a single letter after "barnet" or the like is what that one is called: "Barnet K. trivs", "brukare M
    /// ringde", but not "elev A och B", which is anybody.
    fn is_client_by_letter(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at).filter(|atom| atom.gap == Gap::Space) else { return false };
        let has_stop = slice(self.text, atom.at.end..).starts_with('.');
        let goes_on = self.atoms.get(at + 1).is_none_or(|next| !next.capital);
        let does = || {
            self.joined(at, &[Gap::Space]).is_some_and(|next| !next.capital && next.class.is(WordClass::VERB))
        };
        let is_anybody = matches!(atom.folded, "a" | "b" | "c" | "i" | "n" | "x" | "y" | "z");
        has_stop && goes_on || !is_anybody && (does() || self.ending(at).is_some())
    }

    /// Whether letters that are short for something else too are somebody where they are: "Fråga SK", "SK:s lista", but
    /// not "Fråga HR".
    fn is_asked_by_letters(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at).filter(|atom| !LETTERS_OF_BODIES.contains(atom.folded)) else {
            return false;
        };
        let before = at.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_asked = before.is_some_and(|before| {
            ASKING.contains(&before.folded)
                || GREETINGS.contains(before.folded)
                || TALKED_WITH == before.folded
        });
        let owned = self.joined(at + 1, &[Gap::Space]).filter(|_| self.ending(at).is_some());
        is_asked && matches!(atom.gap, Gap::Space | Gap::Comma)
            || self.is_labelled(at)
            || self.acts(at)
            || owned.is_some_and(|owned| WHAT_PEOPLE_OWN.contains(owned.folded))
    }

    /// Whether words beside it are shouted too, in the same row of words: "GS/RK" are not.
    fn is_loud(&self, at: usize) -> bool {
        let is = |at: usize| self.atoms.get(at).is_some_and(|atom| atom.shouted);
        let joins = |at: usize| self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space);
        joins(at) && at.checked_sub(1).is_some_and(is) || joins(at + 1) && is(at + 1)
    }

    /// Two pairs of letters before a verb: "GS/RK bokar".
    fn is_pair_who_act(&self, first: usize) -> bool {
        let is_pair = |at: usize| {
            self.atoms.get(at).is_some_and(|atom| {
                atom.shouted
                    && atom.folded.chars().count() == 2
                    && atom.is_alphabetic()
                    && !atom.class.is(WordClass::ABBREVIATION)
            })
        };
        let parted = |at: usize| {
            let (Some(one), Some(other)) =
                (at.checked_sub(1).and_then(|at| self.atoms.get(at)), self.atoms.get(at))
            else {
                return false;
            };
            self.text.get(one.at.end..other.at.start) == Some("/")
        };
        let acts = |at: usize| {
            self.joined(at, &[Gap::Space]).is_some_and(|next| !next.capital && next.class.is(WordClass::VERB))
        };
        let with_next = parted(first + 1) && is_pair(first + 1) && acts(first + 1);
        let with_last = parted(first) && first.checked_sub(1).is_some_and(is_pair) && acts(first);
        is_pair(first) && (with_next || with_last)
    }
}
