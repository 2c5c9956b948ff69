//! Names in full of which no list knows a word, where something beside them says that they are somebody: a role
//! ("Rektor: Runar Vrå", "Tuva Mo, rektor"), the others of a row ("Med var Runar Vrå och Tuva Mo"), or what only
//! people do. Where no role and no row says it, they are in doubt.

use super::atoms::{Atom, Gap};
use super::context::Following;
use super::elected::is_party;
use super::finder::{Finder, NameRun};
use super::mention::Who;
use super::value::is_about_persons;
use crate::i18n::vocabulary::bodies::is_body;
use crate::i18n::vocabulary::names::{
    AND, AT_PLACES, BEING, HOLDS_A_ROW, JOINS_A_ROW, PEOPLE_TOO, THANKED, UNIT_ENDINGS, WHAT_PEOPLE_OWN,
    WordClass, class, has_foreign_letter, is_surname_by_form, is_verb_by_form,
};
use crate::i18n::vocabulary::people::{
    BEFORE_NAMES, PEOPLE_LISTS, is_nobody, is_organisation, is_particle, is_town_by_form,
};
use crate::i18n::vocabulary::places::street;
use crate::i18n::vocabulary::subjects::{DEFINITE, is_function_word, person};
use crate::text::slice;

/// How many words of its sentence are before a row of names and say what it is.
const LEAD: usize = 5;

impl Finder<'_> {
    /// A name in full that only what is beside it says to be one.
    pub(super) fn unlisted(&self, first: usize) -> Option<NameRun> {
        let last = self.full_name(first)?;
        let owns = || {
            let next = self.joined(last, &[Gap::Space]);
            self.genitive_at(last).is_some() && next.is_some_and(|next| WHAT_PEOPLE_OWN.contains(next.folded))
        };
        // A role says it as surely as a list would.
        let is_sure = self.is_after_role(first) || self.is_before_role(first, last) || self.is_in_row(first);
        let is_foreign = |at: usize| has_foreign_letter(self.folded(at));
        let is_somebody = is_sure
            || is_foreign(first)
            || is_foreign(last)
            || self.acts(last)
            || self.does_too(last)
            || self.is_before_phone(first, last)
            || self.is_before_address(last)
            || owns()
            || self.is_thanked(first)
            || self.is_tagged(first)
            || self.is_beside_name(first, last);
        let genitive = self.genitive_at(last);
        is_somebody.then(|| NameRun { is_sure, genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// A given name that no list knows before a surname: "Wei Zhang", "Dov Feldt"; or before another given name with a
    /// surname: "Xiu Ying Zhang".
    pub(super) fn after_unknown_given(&self, first: usize) -> Option<NameRun> {
        let atom =
            self.atoms.get(first).filter(|atom| atom.capital && atom.is_alphabetic() && !atom.shouted)?;
        let next = self.joined(first, &[Gap::Space]).filter(|next| next.capital && !next.shouted)?;
        let stem = next.folded.strip_suffix('s').unwrap_or(next.folded);
        let family = next.class.or(class(stem));
        let is_by_form = family == WordClass::default() && is_surname_by_form(next.folded);
        let is_listed =
            family.is(WordClass::SURNAME) && !family.is(WordClass::PLACE) && !family.is_ambiguous();
        let last = self.extended(first + 1);
        let is_middle = family.is(WordClass::GIVEN) && !family.is_ambiguous() && last > first + 1;
        let is_known = || self.people.is_family(stem) && !next.class.is(WordClass::NO_NAME);
        let is_surname = is_listed || is_by_form || is_middle || is_known();
        let is_other = atom.class != WordClass::default()
            || atom.folded.chars().nth(1).is_none()
            || is_function_word(atom.folded)
            || is_verb_by_form(atom.folded)
            || is_organisation(atom.folded)
            || is_particle(atom.folded)
            || is_town_by_form(atom.folded)
            || is_nobody(atom.folded)
            || BEFORE_NAMES.contains(&atom.folded)
            || person(atom.folded).is_some()
            || self.is_title(first)
            || UNIT_ENDINGS.iter().any(|end| atom.folded.ends_with(end))
            || !is_by_form && atom.folded.len() > 4 && DEFINITE.ends(atom.folded);
        if !is_surname || is_other || self.is_after_capital(first) {
            return None;
        }
        // "Tack Karlsson!", but "Wei Zhang kom."
        let does = |next: &Atom<'_>| next.class.is(WordClass::VERB) || is_verb_by_form(next.folded);
        let is_said = self.joined(last, &[Gap::Space]).is_some_and(|next| !next.capital && does(next));
        if atom.begins() && !is_said && !self.is_listed(first) && !has_foreign_letter(atom.folded) {
            return None;
        }
        let genitive = self.genitive_at(last);
        Some(NameRun { is_sure: !atom.begins(), genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// The last word of two or more that begin here and are written as a name in full is.
    fn full_name(&self, first: usize) -> Option<usize> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.gap != Gap::Hyphen)?;
        let follows = |next: &Atom<'_>| next.capital && matches!(next.gap, Gap::Space | Gap::Hyphen);
        // "Fråga Moa Ek", "Boka Sal"
        let next = self.atoms.get(first + 1).filter(|next| follows(next))?;
        let is_verb = atom.begins() && next.class.is(WordClass::GIVEN) && next.gap == Gap::Space;
        if is_verb
            || BEFORE_NAMES.contains(&atom.folded)
            || atom.class.is(WordClass::NO_NAME)
            || !self.may_be_name(first, atom)
            || self.goes_on_from_capital(first)
        {
            return None;
        }
        let last = self.extended(first);
        let end = self.atoms.get(last)?;
        let is_double = last == first + 1 && end.gap == Gap::Hyphen;
        let is_other = end.class.is(WordClass::VERB.or(WordClass::SMALL).or(WordClass::BEFORE_NAMED))
            || is_nobody(end.folded)
            || is_function_word(end.folded)
            || person(end.folded).is_some()
            || is_body(slice(self.text, atom.at.start..end.at.end));
        // "Röda Korset", "Svenska Kyrkan", but not "Rosa Hansen"
        let is_definite = DEFINITE.ends(end.folded)
            && !is_surname_by_form(end.folded)
            && !end.class.is(WordClass::SURNAME)
            && atom.folded.ends_with(['a', 'e', 't']);
        let is_language = end.folded.ends_with("ska") && !is_surname_by_form(end.folded);
        let is_town =
            is_town_by_form(atom.folded) || end.class.is(WordClass::PLACE) && !self.is_family_name(last);
        let is_name = last > first && !is_double && !is_other && !is_definite && !is_language && !is_town;
        is_name.then_some(last)
    }

    fn is_family_name(&self, at: usize) -> bool {
        self.atoms
            .get(at)
            .is_some_and(|atom| atom.class.is(WordClass::SURNAME) || self.people.is_family(atom.folded))
    }

    /// Whether the word before belongs to the same words with capitals and is no title.
    fn goes_on_from_capital(&self, first: usize) -> bool {
        let joins = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Space);
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before)).filter(|_| joins);
        before.is_some_and(|word| {
            word.capital
                && !self.is_occupation(first - 1)
                && !(word.begins()
                    && (is_function_word(word.folded) || word.class.is(WordClass::VERB.or(WordClass::SMALL))))
        })
    }

    /// What is between a word and the one before it, without spaces.
    fn between(&self, at: usize) -> Option<&str> {
        let (before, atom) = (self.atoms.get(at.checked_sub(1)?)?, self.atoms.get(at)?);
        self.text.get(before.at.end..atom.at.start)
    }

    /// Whether a role is before it, with a colon or the like between: "Rektor: Vrå", "| Rektor | Runar Vrå |".
    pub(super) fn is_after_role(&self, first: usize) -> bool {
        let Some(role) = first.checked_sub(1) else { return false };
        let marks = self.between(first).is_some_and(|between| {
            let mark = between.trim();
            matches!(mark, ":" | "=" | "|" | ".:") || between.contains('\t') && mark.is_empty() || {
                matches!(mark, "-" | "–" | "—") && between.starts_with(' ') && between.ends_with(' ')
            }
        });
        marks && (self.is_occupation(role) || self.is_person_label(role)) || self.is_said_to_be(first)
    }

    /// Whether a role is right after it, after a comma or in brackets: "Lund (ersättare)".
    pub(super) fn has_role_after(&self, last: usize) -> bool {
        self.next(last) == Following::Role || self.has_party_after(last)
    }

    /// Whether the letters of a party in brackets are right after it: "Sköld (M)".
    fn has_party_after(&self, last: usize) -> bool {
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        let party = slice(self.text, end..).strip_prefix(" (").and_then(|after| after.split_once(')'));
        party.is_some_and(|(party, _)| is_party(party))
    }

    /// Whether what follows is what people do, and bodies too: "Fikre Vrå håller kurs".
    fn does_too(&self, last: usize) -> bool {
        self.joined(last, &[Gap::Space]).is_some_and(|verb| PEOPLE_TOO.contains(verb.folded))
    }

    /// Whether a street with a number is right after it: "Astri Vrå, Ekvägen 4".
    fn is_before_address(&self, last: usize) -> bool {
        let is_number = |atom: &Atom<'_>| atom.folded.starts_with(|c: char| c.is_ascii_digit());
        self.joined(last, &[Gap::Comma]).is_some_and(|next| next.capital && street(next.folded).is_some())
            && self.joined(last + 1, &[Gap::Space]).is_some_and(is_number)
    }

    /// Whether it is said who somebody with a role is: "Ansvarig är Runar Vrå", "Ny rektor blir Vrå".
    fn is_said_to_be(&self, first: usize) -> bool {
        let joins = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Space);
        let verb = first.checked_sub(1).and_then(|verb| self.atoms.get(verb)).filter(|_| joins);
        let role = first.checked_sub(2);
        verb.is_some_and(|verb| BEING.contains(&verb.folded) && verb.gap == Gap::Space)
            && role.is_some_and(|role| self.is_occupation(role) || self.is_person_label(role))
    }

    fn is_person_label(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| is_about_persons(atom.folded))
    }

    /// Whether a role is after it: "Tuva Mo, rektor", "Tuva Mo (rektor)", "| Tuva Mo | rektor |", or alone in the rest
    /// of the line.
    fn is_before_role(&self, first: usize, last: usize) -> bool {
        if self.has_role_after(last) {
            return true;
        }
        let Some(between) = self.between(last + 1).filter(|_| self.is_occupation(last + 1)) else {
            return false;
        };
        let is_row = between.contains(['\t', '|']) || matches!(between, " – " | " - " | " — " | "; ");
        is_row || between == " " && self.begins_line(first) && self.ends_line(last + 1)
    }

    pub(super) fn begins_line(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            let before = slice(self.text, ..atom.at.start);
            before.rsplit('\n').next().is_some_and(|line| !line.contains(char::is_alphanumeric))
        })
    }

    fn ends_line(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            let after = slice(self.text, atom.at.end..);
            after.split('\n').next().is_some_and(|line| !line.contains(char::is_alphanumeric))
        })
    }

    /// Whether what is right before is done to people: "Vi tackar Runar Vrå".
    fn is_thanked(&self, first: usize) -> bool {
        let joins = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Space);
        let verb = first.checked_sub(1).and_then(|verb| self.atoms.get(verb)).filter(|_| joins);
        verb.is_some_and(|verb| THANKED.contains(verb.folded))
    }

    /// Whether an `@` is right before it: "@Runar Vrå".
    fn is_tagged(&self, first: usize) -> bool {
        self.atoms.get(first).is_some_and(|atom| slice(self.text, ..atom.at.start).ends_with('@'))
    }

    /// Whether it is in a row that the sentence says is of people: "Med var Runar Vrå, Tuva Mo och Sixten Öd".
    pub(super) fn is_in_row(&self, first: usize) -> bool {
        let Some(start) = self.row(first) else { return false };
        let (Some(before), Some(item)) = (start.checked_sub(1), self.atoms.get(start)) else { return false };
        let Some(verb) = self.atoms.get(before).filter(|_| item.gap == Gap::Space) else { return false };
        if HOLDS_A_ROW.contains(verb.folded) {
            return true;
        }
        let lead = self.atoms.get(before.saturating_sub(LEAD)..before).unwrap_or_default();
        let is_lead =
            |atom: &Atom<'_>| JOINS_A_ROW.contains(atom.folded) || PEOPLE_LISTS.contains(atom.folded);
        let begins = lead.iter().rposition(Atom::begins).unwrap_or(0);
        (BEING.contains(&verb.folded) || verb.folded == "av")
            && lead.get(begins..).unwrap_or_default().iter().any(is_lead)
    }

    /// The first word of the row of words with capitals that this one is in: "Runar Vrå, Tuva Mo och Sixten".
    fn row(&self, first: usize) -> Option<usize> {
        let mut at = first;
        while let Some(before) = at.checked_sub(1) {
            let (atom, word) = (self.atoms.get(at)?, self.atoms.get(before)?);
            let is_item =
                word.capital && !word.begins() && matches!(atom.gap, Gap::Comma | Gap::Space | Gap::Hyphen);
            let is_and = AND.contains(&word.folded) && atom.gap == Gap::Space;
            if !(is_item || is_and) {
                break;
            }
            at = before;
        }
        Some(at)
    }

    /// Whether another name in full is beside it in a row: "Karin Öhman och Runar Vrå", or between two.
    fn is_beside_name(&self, first: usize, last: usize) -> bool {
        let is_name = |start: usize| {
            let is_listed = |atom: &Atom<'_>| {
                atom.capital && atom.class.is(WordClass::GIVEN) && !atom.class.is_ambiguous()
            };
            self.atoms.get(start).is_some_and(is_listed) && self.extended(start) > start
        };
        let is_and = |at: usize| {
            self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space && AND.contains(&atom.folded))
        };
        if is_and(last + 1) && is_name(last + 2) {
            return true;
        }
        let Some(and) = first.checked_sub(1).filter(|and| is_and(*and)) else { return false };
        let other = (1..=4)
            .filter_map(|words| and.checked_sub(words))
            .find(|start| is_name(*start) && self.extended(*start) + 1 == and);
        let is_there = other.and_then(|other| self.atoms.get(other.checked_sub(1)?));
        other.is_some() && !is_there.is_some_and(|word| AT_PLACES.contains(&word.folded))
    }
}
