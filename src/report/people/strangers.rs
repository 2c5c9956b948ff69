//! Where a text mentions somebody whom neither the register nor the minutes know: by a common given name or surname, or
//! by what comes before names. It prefers missing a name to reporting every place.

use super::atoms::{Atom, Gap};
use super::context::is_numeral;
use super::finder::{Finder, Genitive, NameRun};
use super::known::NameForm;
use super::mention::Who;
use super::value::is_shortened;
use crate::i18n::vocabulary::associations::is_trade;
use crate::i18n::vocabulary::bodies::is_no_name;
use crate::i18n::vocabulary::columns::is_column_head;
use crate::i18n::vocabulary::leads::{HONOURS, ROYALTY, SAINTS, SAINTS_SHORTENED, SHARING, SHORT_FOR_SAINT};
use crate::i18n::vocabulary::names::{
    AND, AT_PLACES, EASTERN, INTRODUCES, ON_PLACES, PLACE_ENDINGS, UNIT_ENDINGS, WAYS, WordClass, class,
};
use crate::i18n::vocabulary::people::{
    BEFORE_NAMES, LANGUAGES, is_nobody, is_only_particle, is_organisation, is_particle, is_town_by_form,
};
use crate::i18n::vocabulary::subjects::{is_function_word, person};
use crate::text::slice;

/// How many words a surname has at the most.
const LONGEST: usize = 4;

impl Finder<'_> {
    /// The mention of somebody unknown that begins at an atom.
    pub(super) fn stranger(&self, first: usize) -> Option<NameRun> {
        if let Some(run) = self.of_a_family(first) {
            return Some(run);
        }
        let run = self
            .surname_first(first)
            .or_else(|| self.double_surname(first))
            .or_else(|| self.double_given(first))
            .or_else(|| self.by_given(first))
            .or_else(|| self.named_elsewhere(first))
            .or_else(|| self.after_unknown_given(first))
            .or_else(|| self.introduced(first))
            .or_else(|| self.unlisted(first))
            .or_else(|| self.by_particle(first))
            .or_else(|| self.by_surname(first))
            .or_else(|| self.by_foreign_letter(first))
            .or_else(|| self.by_place(first))?;
        Some(NameRun { is_name: !self.is_called_after(&run), ..run })
    }

    /// By a given name that is common.
    fn by_given(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        let is_given = |word: &str| class(word).is(WordClass::GIVEN);
        let stem = atom.folded.strip_suffix('s').filter(|stem| is_given(stem));
        let genitive = match stem {
            _ if atom.class.is(WordClass::GIVEN) => self.ending(first),
            Some(_) => Some(Genitive::Joined),
            None => return None,
        };
        if !atom.capital {
            return self.in_small_letters(first, stem.unwrap_or(atom.folded), genitive);
        }
        let last = if genitive.is_none() { self.extended(first) } else { first };
        if last > first {
            let genitive = self.genitive_at(last);
            // "Hans Majestät", "Bo Stadsbyggnad".
            let is_double = self.atoms.get(first + 1).is_some_and(|next| next.gap == Gap::Hyphen);
            let is_sure = !atom.class.is_ambiguous() || !atom.begins() || is_double;
            let run = NameRun { genitive, ..NameRun::of(first, last, Who::Stranger) };
            return Some(NameRun { is_sure, ..run });
        }
        // "enligt SoL"
        if slice(self.text, atom.at.clone()).ends_with(char::is_uppercase) && !atom.shouted {
            return None;
        }
        if atom.shouted && (!atom.begins() && atom.folded.len() < 4 || self.is_spelled_out(first)) {
            return None;
        }
        let is_sure = self.reads_as_name(first, first, NameForm::Given, genitive, false)?;
        Some(NameRun { is_sure, genitive, ..NameRun::of(first, first, Who::Stranger) })
    }

    /// Whether a word says that the name after it is that of a saint: "S:t Lars församling", "Sankta Maria kyrka".
    fn is_saint(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let is_shortened = || {
            before.is_some_and(|s| self.folded(s) == SHORT_FOR_SAINT)
                && self.atoms.get(at).is_some_and(|atom| slice(self.text, ..atom.at.start).ends_with(':'))
        };
        SAINTS.contains(&self.folded(at)) || SAINTS_SHORTENED.contains(&self.folded(at)) && is_shortened()
    }

    /// Whoever is known to all by given names and a title: "kung Carl Gustaf", "Kung Gustav V".
    pub(super) fn royal(&self, first: usize) -> Option<NameRun> {
        let title = first.checked_sub(1).filter(|_| self.joins(first))?;
        let is_name = |at: usize| {
            let given = self.atoms.get(at).filter(|atom| atom.capital)?;
            let is_given =
                given.class.is(WordClass::GIVEN) && (at == first || !given.class.is(WordClass::SURNAME));
            (is_given || at > first && is_numeral(given)).then_some(at)
        };
        if !ROYALTY.contains(self.folded(title)) && !self.is_saint(title) {
            return None;
        }
        let mut last = is_name(first)?;
        while let Some(next) = is_name(last + 1).filter(|next| self.joins(*next)) {
            last = next;
        }
        let has_family = self
            .joined(last, &[Gap::Space])
            .is_some_and(|next| next.capital && next.class.is(WordClass::SURNAME));
        (!has_family).then(|| NameRun { is_name: false, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Whether what letters are short for is right after them in brackets: "TORE (Trafik och Rörelse)".
    fn is_spelled_out(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let after = slice(self.text, atom.at.end..).trim_start();
        let within =
            after.strip_prefix('(').and_then(|after| after.split_once(')')).map(|(within, _)| within);
        within.is_some_and(|within| {
            within.contains(' ') && within.to_lowercase().chars().next() == atom.folded.chars().next()
        })
    }

    /// By the name that several share: "familjen Skog", "paret Öd".
    fn of_a_family(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.gap == Gap::Space)?;
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before))?;
        let is_town = atom.class.is(WordClass::PLACE) && !atom.class.is(WordClass::SURNAME) && before.capital;
        let is_name = !atom.class.is(WordClass::SMALL) && !atom.shouted && atom.is_alphabetic() && !is_town;
        if !SHARING.contains(&before.folded) || !is_name || is_organisation(atom.folded) {
            return None;
        }
        let last =
            if atom.class.is(WordClass::GIVEN) { self.extended(first) } else { self.hyphenated(first) };
        // "Paret Ström–Lund"
        let other = self.atoms.get(last + 1).filter(|other| other.capital && other.is_alphabetic());
        let is_dashed = other.is_some_and(|other| slice(self.text, ..other.at.start).ends_with('–'))
            && slice(self.text, self.atoms.get(last).map_or(0, |atom| atom.at.end)..).starts_with('–');
        let last = last + usize::from(is_dashed);
        Some(NameRun { genitive: self.genitive_at(last), ..NameRun::of(first, last, Who::Stranger) })
    }

    /// By the surname before the given name: "Öhman, Karin".
    fn surname_first(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.class.is(WordClass::SURNAME))?;
        let next = self.joined(first, &[Gap::Comma])?;
        let is_given = next.capital && next.class.is(WordClass::GIVEN) && !next.class.is(WordClass::SURNAME);
        let is_end = self.is_after_capital(first);
        let is_list = self
            .joined(first + 1, &[Gap::Comma, Gap::Space])
            .is_some_and(|after| after.capital || AND.contains(&after.folded));
        let is_single = !is_end && !is_list && !atom.class.is_ambiguous();
        (is_given && is_single).then(|| NameRun::of(first, first + 1, Who::Stranger))
    }

    /// By a surname that is common: "Enligt Karlsson".
    fn by_surname(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        let stem = atom.folded.strip_suffix('s').filter(|stem| class(stem).is(WordClass::SURNAME));
        let is_surname = atom.class.is(WordClass::SURNAME);
        let name = if is_surname { atom.folded } else { stem? };
        if !atom.capital || class(name).is(WordClass::VERB) || self.is_title(first) {
            return None;
        }
        let genitive = if is_surname { self.ending(first) } else { Some(Genitive::Joined) };
        if genitive.is_none() && !self.is_after_capital(first) && self.has_role_after(first) {
            return Some(NameRun { is_sure: false, ..NameRun::of(first, first, Who::Stranger) });
        }
        // "Norrby skola"
        let is_of_town = is_town_by_form(name)
            && self
                .joined(first, &[Gap::Space])
                .is_some_and(|next| !next.capital && is_organisation(next.folded));
        if class(name).is(WordClass::PLACE) || is_of_town {
            return None;
        }
        // A surname after another word with a capital letter is the end of something else.
        let is_end = self.is_after_capital(first);
        // "Ek yrkade avslag"
        let may_speak = class(name).is_ambiguous() && !class(name).is(WordClass::WORD) && !is_end;
        if may_speak && genitive.is_none() && self.acts(first) {
            return Some(NameRun { is_sure: false, ..NameRun::of(first, first, Who::Stranger) });
        }
        // "Bergman Bygg"
        let is_firm = self.joined(first, &[Gap::Space]).is_some_and(|next| {
            let any = WordClass::GIVEN.or(WordClass::SURNAME);
            next.capital && is_trade(next.folded) && !next.class.is(any)
        });
        if class(name).is_ambiguous() || is_end || is_firm || self.is_beside_association(first) {
            return None;
        }
        if genitive.is_none() && self.is_somewhere(first) {
            return None;
        }
        let last = self.hyphenated(first);
        let last = if self.is_turned_initial(last) { last + 1 } else { last };
        if let Some(end) = self.given_after(last).filter(|_| genitive.is_none() && EASTERN.contains(name)) {
            return Some(NameRun {
                genitive: self.genitive_at(end),
                ..NameRun::of(first, end, Who::Stranger)
            });
        }
        Some(NameRun { genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Whether a surname that nobody known has is a place where it is: "i Norrby", "tåget från Ekeby".
    fn is_somewhere(&self, at: usize) -> bool {
        let joins = self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space);
        let before = at.checked_sub(1).and_then(|before| self.atoms.get(before));
        // "från Lindby, Norrby och Storvik"
        let is_and = |word: &Atom<'_>| AND.contains(&word.folded);
        let other = if before.is_some_and(is_and) {
            at.checked_sub(2).and_then(|at| self.atoms.get(at))
        } else {
            before
        };
        let is_listed = self.atoms.get(at).is_some_and(|atom| {
            (atom.gap == Gap::Comma || before.is_some_and(is_and)) && is_town_by_form(atom.folded)
        });
        if is_listed
            && other.is_some_and(|other| is_town_by_form(other.folded) && !other.class.is(WordClass::SURNAME))
        {
            return true;
        }
        before.filter(|_| joins).is_some_and(|before| {
            let ends_like_a_place = self
                .atoms
                .get(at)
                .is_some_and(|atom| PLACE_ENDINGS.iter().any(|end| atom.folded.ends_with(end)));
            AT_PLACES.contains(&before.folded)
                || ends_like_a_place && ON_PLACES.contains(&before.folded)
                || WAYS.contains(&before.folded) && self.is_on_the_way(at)
        })
    }

    /// By a part of a name that a text has in full: "Ek" where "Moa Ek" is.
    fn named_elsewhere(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital)?;
        let stem = || atom.folded.strip_suffix('s').filter(|stem| stem.len() > 1);
        let (is_family, genitive) = match self.people.named_in_full(atom.folded) {
            Some(is_family) => (is_family, self.ending(first)),
            None => (self.people.named_in_full(stem()?)?, Some(Genitive::Joined)),
        };
        let is_end = self.is_after_capital(first);
        let last = match (is_family, genitive) {
            (true, _) => self.hyphenated(first),
            (false, None) => self.extended(first),
            (false, Some(_)) => first,
        };
        if is_end || !atom.is_alphabetic() {
            return None;
        }
        let genitive = if last > first { self.genitive_at(last) } else { genitive };
        let form = if is_family { NameForm::Family } else { NameForm::Given };
        let is_sure = last > first || self.reads_as_name(first, last, form, genitive, true)?;
        Some(NameRun { is_sure, genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Two surnames with a hyphen, of which one is known or common: "Öhman-Lind".
    fn double_surname(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital && atom.gap != Gap::Hyphen)?;
        let next = self.joined(first, &[Gap::Hyphen]).filter(|next| next.capital && next.is_alphabetic())?;
        let is_surname = |word: &str| class(word).is(WordClass::SURNAME) || self.people.is_family(word);
        let stem = next.folded.strip_suffix('s').unwrap_or(next.folded);
        let is_double = is_surname(atom.folded)
            && (is_surname(next.folded) || is_surname(stem))
            && !atom.shouted
            && !next.shouted;
        let last = self.hyphenated(first);
        let genitive = self.ending(last).or_else(|| (!is_surname(next.folded)).then_some(Genitive::Joined));
        is_double.then(|| NameRun { genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// A given name of two parts, of which no list knows the first: "Gull-Britt".
    fn double_given(&self, first: usize) -> Option<NameRun> {
        let atom =
            self.atoms.get(first).filter(|atom| atom.capital && !atom.shouted && atom.is_alphabetic())?;
        let is_given = |next: &&Atom<'_>| {
            let stem = next.folded.strip_suffix('s').unwrap_or_default();
            next.capital && (next.class.is(WordClass::GIVEN) || class(stem).is(WordClass::GIVEN))
        };
        self.joined(first, &[Gap::Hyphen]).filter(is_given)?;
        let is_other = is_organisation(atom.folded) || is_particle(atom.folded);
        if atom.class.is(WordClass::NO_NAME) || atom.gap == Gap::Hyphen || is_other {
            return None;
        }
        let last = self.extended(first + 1);
        Some(NameRun { genitive: self.genitive_at(last), ..NameRun::of(first, last, Who::Stranger) })
    }

    pub(super) fn is_after_capital(&self, first: usize) -> bool {
        first.checked_sub(1).is_some_and(|before| self.is_capital(before, first))
    }

    /// A surname with a particle that nothing else has: "von Rosen", "van der Berg".
    fn by_particle(&self, first: usize) -> Option<NameRun> {
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before))?;
        let is_arabic = matches!(before.folded, "al" | "el");
        let gap = if is_arabic { Gap::Hyphen } else { Gap::Space };
        let atom =
            self.atoms.get(first).filter(|atom| atom.gap == gap && !atom.class.is(WordClass::PLACE))?;
        let is_particle = is_only_particle(before.folded) || self.is_article(first - 1);
        if !(is_arabic || is_particle) || !self.is_surname(first, false) {
            return None;
        }
        let last = self.hyphenated(first);
        let genitive = self.genitive_at(last);
        let is_sure = atom.class.is(WordClass::SURNAME);
        Some(NameRun { is_sure, genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Whether the word before is a part of the same run of capitals.
    fn is_capital(&self, before: usize, at: usize) -> bool {
        let joins = self.atoms.get(at).is_some_and(|atom| matches!(atom.gap, Gap::Space | Gap::Hyphen));
        joins
            && self
                .atoms
                .get(before)
                .is_some_and(|atom| atom.capital && !atom.begins() && !self.is_title(before))
    }

    /// By what is before: a title ("rektor Ahmadi"), a verb and two words ("säger Samir Kafedzic"), "heter".
    fn introduced(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        let before = self.atoms.get(first.checked_sub(1)?)?;
        // "Ansvarig Klart"
        if is_column_head(atom.folded) || slice(self.text, before.at.end..atom.at.start).contains('\t') {
            return None;
        }
        let (mut name, mut start) = (first, before);
        // "Fru de la Cruz".
        while is_particle(self.atoms.get(name)?.folded)
            && self.joined(name, &[Gap::Space]).is_some()
            && name < first + 3
            && !atom.class.is(WordClass::VERB)
        {
            name += 1;
        }
        if name > first
            && !matches!(
                atom.folded,
                "de" | "von" | "af" | "van" | "della" | "di" | "da" | "el" | "al" | "bin"
            )
        {
            return None;
        }
        let joins = matches!(atom.gap, Gap::Space | Gap::Colon)
            || atom.gap == Gap::Dot && is_shortened(before.folded);
        if !joins || !self.is_surname(name, false) || is_nobody(self.atoms.get(name)?.folded) {
            return None;
        }
        let word = self.atoms.get(name)?;
        let last = self.extended(name);
        let is_titled = self.is_occupation(first - 1) && atom.gap != Gap::Colon;
        let is_person = word.class.is(WordClass::SURNAME) && before.class.is(WordClass::TITLE);
        if is_titled && (is_person || !word.class.is(WordClass::PLACE)) && self.is_own_surname(name, last) {
            let genitive = self.genitive_at(last);
            let is_sure = word.class.is(WordClass::SURNAME);
            return Some(NameRun { is_sure, genitive, ..NameRun::of(first, last, Who::Stranger) });
        }
        if INTRODUCES.contains(&before.folded) && !word.class.is_ambiguous() {
            return Some(NameRun { is_sure: false, ..NameRun::of(first, last, Who::Stranger) });
        }
        if start.class.is(WordClass::SMALL) && AND.contains(&start.folded) {
            start = before;
        }
        let speaks = BEFORE_NAMES.contains(&start.folded)
            || self.is_title(first - 1) && self.is_own_surname(name, last);
        let is_place = word.class.is(WordClass::PLACE)
            || self.atoms.get(last).is_some_and(|atom| atom.class.is(WordClass::PLACE));
        let is_body = is_organisation(word.folded);
        (speaks && last > name && !is_place && !is_body && !word.begins() && last < name + 3).then(|| {
            NameRun { is_sure: false, genitive: self.ending(last), ..NameRun::of(first, last, Who::Stranger) }
        })
    }

    /// Whether a word after a title is a surname rather than a unit: "Rektor Ahmadi", not "Enhetschef
    /// Samhällsplanering".
    fn is_own_surname(&self, at: usize, last: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let is_of_unit = |atom: &Atom<'_>| {
            UNIT_ENDINGS.iter().any(|end| atom.folded.ends_with(end))
                || is_organisation(atom.folded)
                || is_no_name(atom.folded)
        };
        let is_unit = self.atoms.get(at..=last).is_some_and(|words| words.iter().any(is_of_unit));
        let follows = self.atoms.get(last + 1);
        // "Enhetschef Kultur och fritid" goes on with a small letter that is no title.
        let is_listed = follows.is_some_and(|next| {
            next.gap == Gap::Space
                && AND.contains(&next.folded)
                && self.atoms.get(last + 2).is_some_and(|after| !after.capital && !self.is_title(last + 2))
        });
        let is_noun = person(atom.folded).is_some() || LANGUAGES.contains(atom.folded);
        atom.class.is(WordClass::SURNAME)
            || !is_unit && !is_noun && !is_listed && !atom.class.is(WordClass::WORD)
    }

    /// The last word of the name that goes on after a given name: surnames, further given names, initials.
    pub(super) fn extended(&self, last: usize) -> usize {
        let is_shouted = self.atoms.get(last).is_some_and(|atom| atom.shouted);
        let mut end = last;
        while end < last + LONGEST {
            if let Some(family) = self.after_nickname(end).filter(|_| end == last) {
                end = family;
                continue;
            }
            if let Some(next) = self.joined(end, &[Gap::Hyphen]) {
                let is_name = next.capital
                    || next.class.is(WordClass::GIVEN)
                    || end > last && self.is_eastern_given(end);
                if !is_name || !next.is_alphabetic() || next.shouted && !is_shouted {
                    break;
                }
                end += 1;
                continue;
            }
            let mut at = end + 1;
            while self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space && is_particle(atom.folded))
                && at < end + 3
                && self.leads_to_surname(at)
            {
                at += 1;
            }
            let Some(next) = self.atoms.get(at) else { break };
            // "Rut P. Frisk", "Rut P. K. Frisk"
            let is_after_initial = end > last
                && at == end + 1
                && self.atoms.get(end).is_some_and(Atom::is_letter)
                && next.capital
                && (next.class.is(WordClass::SURNAME) && !is_function_word(next.folded)
                    || next.is_letter() && next.gap == Gap::Dot);
            let joins = next.gap == Gap::Space
                || at > end + 1 && matches!(next.gap, Gap::Dot | Gap::Hyphen)
                || is_after_initial && next.gap == Gap::Dot;
            let apostrophe = next.gap == Gap::Apostrophe && next.capital;
            // "Mark O'Connor", "Gun-Britt Å."
            let is_letter = next.is_letter() && next.capital && joins && next.folded != "i";
            let after_particle = at > end + 1;
            let is_place = next.class.is(WordClass::PLACE)
                && !is_after_initial
                && (end > last || at == end + 1 && !self.may_be_place_name(at));
            // "Åke Bodin Box 44".
            let is_numbered = self.atoms.get(at + 1).is_some_and(|after| {
                after.gap == Gap::Space && after.folded.starts_with(|c: char| c.is_ascii_digit())
            });
            let is_honour = HONOURS.contains(&next.folded);
            if is_numbered && end > last {
                break;
            }
            if apostrophe
                || is_letter
                || joins && (self.is_surname(at, is_shouted) && !is_place && !is_honour || after_particle)
            {
                end = at;
                if self.ending(end).is_some() {
                    break;
                }
                continue;
            }
            break;
        }
        end
    }

    /// Whether a surname comes after a particle, others between or not: "de la Peña", "al-Sayed".
    fn leads_to_surname(&self, at: usize) -> bool {
        let particles = (at..at + 3).take_while(|at| {
            self.atoms.get(*at).is_some_and(|atom| !atom.capital && is_particle(atom.folded))
        });
        let last = at + particles.count().max(1) - 1;
        self.joined(last, &[Gap::Space, Gap::Dot, Gap::Hyphen]).is_some_and(|next| next.capital)
    }

    /// Whether a place right after a given name may be a surname: "Kaj Lund".
    fn may_be_place_name(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            atom.class.is(WordClass::SURNAME.or(WordClass::THING))
                || self.people.is_family(atom.folded)
                || !self
                    .atoms
                    .get(at + 1)
                    .is_some_and(|next| next.gap == Gap::Space && is_organisation(next.folded))
        })
    }

    /// The last part of a surname with hyphens.
    pub(super) fn hyphenated(&self, first: usize) -> usize {
        let mut last = first;
        while self.joined(last, &[Gap::Hyphen]).is_some_and(|next| next.capital && next.is_alphabetic()) {
            last += 1;
        }
        last
    }
}
