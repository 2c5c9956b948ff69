//! Names that no list knows and that are names by where they are: in a list of people under a label ("Deltog:
//! Tyrgils, Zlatana"), after "c/o", or before what is somebody's ("Majgreths lapp").

use super::atoms::{Atom, Gap};
use super::finder::{Finder, Genitive, NameRun};
use super::mention::Who;
use super::value::is_list_of_people;
use super::words::Opens;
use crate::i18n::vocabulary::bodies::is_no_name;
use crate::i18n::vocabulary::columns::is_column_head;
use crate::i18n::vocabulary::lists::column;
use crate::i18n::vocabulary::names::{AND, UNIT_ENDINGS, WHAT_PEOPLE_OWN, WordClass, is_verb_by_form};
use crate::i18n::vocabulary::people::{
    ASKING, LANGUAGES, NO_CALLERS, ON_PLATFORM, is_nobody, is_office, is_organisation,
};
use crate::i18n::vocabulary::personal::PHONE_LABELS;
use crate::i18n::vocabulary::places::{CALLS, CARE_OF};
use crate::i18n::vocabulary::subjects::{DEFINITE, is_function_word, person};
use crate::text::slice;

impl Finder<'_> {
    /// A name that nothing but its place says to be one: it is in doubt.
    pub(super) fn by_place(&self, first: usize) -> Option<NameRun> {
        let atom = self.atoms.get(first).filter(|atom| atom.capital)?;
        let owns = atom.opens == Opens::Sentence && self.owns(first);
        let is_listed = self.is_listed(first);
        let is_row = !is_listed && (self.is_after_role(first) || self.is_in_row(first));
        if self.is_topic_of_body(first) {
            return None;
        }
        let has_place = owns
            || is_listed
            || is_row
            || self.is_after_care_of(first)
            || atom.class == WordClass::default() && self.is_before_phone(first, first);
        // In a list of people Lo is no animal.
        let is_other = if is_listed { WordClass::NO_NAME } else { WordClass::NO_NAME.or(WordClass::THING) };
        let is_described = is_row && (is_verb_by_form(atom.folded) || DEFINITE.ends(atom.folded));
        if !has_place || atom.class.is(is_other) || !self.may_be_name(first, atom) || is_described {
            return None;
        }
        let last = if owns { first } else { self.extended(first) };
        // "Deltagare: Moa Ek, foto: Ola Lund"
        let is_label = last == first && !atom.class.is(WordClass::GIVEN.or(WordClass::SURNAME));
        if is_label && self.is_followed_by(last, ':') || is_row && self.is_in_head(first) {
            return None;
        }
        if is_listed && !owns && self.is_note(first, last) {
            return None;
        }
        // "Ansvarig: Amina, Klart senast 4 maj"
        let goes_on = |next: &Atom<'_>| next.gap == Gap::Space && !AND.contains(&next.folded);
        if (is_listed || is_row) && self.atoms.get(last + 1).is_some_and(goes_on) {
            return None;
        }
        let genitive = owns.then_some(Genitive::Joined);
        Some(NameRun { is_sure: false, genitive, ..NameRun::of(first, last, Who::Stranger) })
    }

    /// Whether a word is written as a name is, and no word that the lists know as something else.
    pub(super) fn may_be_name(&self, at: usize, atom: &Atom<'_>) -> bool {
        // "Bank-ID"
        let is_before_letters = self.joined(at, &[Gap::Hyphen]).is_some_and(|next| next.shouted);
        !atom.shouted
            && !is_before_letters
            && atom.is_alphabetic()
            && atom.folded.chars().nth(1).is_some()
            && !is_organisation(atom.folded)
            && !is_no_name(atom.folded)
            && !is_function_word(atom.folded)
            && !is_nobody(atom.folded)
            && !LANGUAGES.contains(atom.folded)
            && person(atom.folded).is_none()
            && !self.is_title(at)
            && !UNIT_ENDINGS.iter().any(|end| atom.folded.ends_with(end))
    }

    /// Whether somebody's home is at that of the one whose name begins here: "c/o Moradi".
    fn is_after_care_of(&self, first: usize) -> bool {
        let [care, of] = CARE_OF;
        let is = |back: usize, letter: &str| {
            first
                .checked_sub(back)
                .and_then(|at| self.atoms.get(at))
                .is_some_and(|atom| atom.folded == letter)
        };
        let between = || {
            let (care, of) = (self.atoms.get(first - 2)?, self.atoms.get(first - 1)?);
            self.text.get(care.at.end..of.at.start)
        };
        is(1, of) && is(2, care) && between() == Some("/")
    }

    /// Whether the home of somebody else is right after a name: "A. Demirci, c/o Holm".
    pub(super) fn is_before_care_of(&self, last: usize) -> bool {
        let [care, of] = CARE_OF;
        let is = |at: usize, letter: &str| self.atoms.get(at).is_some_and(|atom| atom.folded == letter);
        is(last + 1, care) && is(last + 2, of)
    }

    /// Whether somebody's telephone is right after a word: "Tjelv 070-174 06 14", "Ring Tjelv på 0701740614".
    pub(super) fn is_before_phone(&self, first: usize, last: usize) -> bool {
        let (Some(atom), Some(end)) = (self.atoms.get(first), self.atoms.get(last)) else { return false };
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let is_led = before.is_none_or(|before| atom.begins() || ASKING.contains(&before.folded));
        let is_label = |word: &str| PHONE_LABELS.begins(word) || CALLS.contains(word) || word == ON_PLATFORM;
        let mut after = slice(self.text, end.at.end..);
        if !is_led || !after.bytes().take(24).any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        for _ in 0..2 {
            after = after.trim_start_matches([' ', ',', ':', '.', '–', '-', '(', '\t', '|']);
            let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            if word.is_empty() || !is_label(&word.to_lowercase()) {
                break;
            }
            after = slice(after, word.len()..);
        }
        let is_part = |c: &char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '/');
        let digits = after.chars().take_while(is_part).filter(char::is_ascii_digit).count();
        let is_other = is_label(atom.folded)
            || NO_CALLERS.contains(atom.folded)
            || is_office(atom.folded)
            || DEFINITE.ends(atom.folded);
        after.starts_with(['0', '+']) && digits > 6 && !is_other
    }

    /// Whether a word is in the head of a table: what its cells say is what columns are called.
    fn is_in_head(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let before = slice(self.text, ..atom.at.start).rsplit('\n').next().unwrap_or_default();
        let after = slice(self.text, atom.at.start..).split('\n').next().unwrap_or_default();
        let line = [before, after].concat();
        let between = ["|", "\t", " – ", " - ", " — "].into_iter().find(|mark| line.contains(mark));
        let is_head = |cell: &&str| is_column_head(cell) || column(cell).is_some();
        let heads = between.map_or(0, |mark| line.split(mark).map(str::trim).filter(is_head).count());
        // "Namn, roll"
        let cells: Vec<&str> = line.split([',', ';']).map(str::trim).collect();
        let are_heads = between.is_none() && cells.len() > 1 && cells.iter().all(is_head);
        are_heads || heads > 1 || is_head(&slice(self.text, atom.at.clone())) && heads > 0
    }

    /// "Majgreths lapp", but not "Dagens lapp" and not "Elevers förslag".
    fn owns(&self, first: usize) -> bool {
        let is_owned = |next: &Atom<'_>| WHAT_PEOPLE_OWN.contains(next.folded);
        let Some(atom) = self.atoms.get(first) else { return false };
        if !self.joined(first, &[Gap::Space]).is_some_and(is_owned) {
            return false;
        }
        let Some(stem) = atom.folded.strip_suffix('s').filter(|stem| stem.len() > 3) else { return false };
        let is_noun =
            DEFINITE.ends(stem) || person(stem).is_some() || is_function_word(stem) || is_organisation(stem);
        !is_noun
    }

    /// Whether a word begins an item of a list whose label says that people follow.
    pub(super) fn is_listed(&self, first: usize) -> bool {
        let Some(atom) = self.atoms.get(first) else { return false };
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let begins = match atom.gap {
            Gap::Colon | Gap::Comma => true,
            Gap::Apart => {
                let parts = |c: char| matches!(c, ',' | ';' | ':' | '/' | '&');
                slice(self.text, ..atom.at.start).trim_end().ends_with(parts)
            }
            Gap::Space => before.is_some_and(|before| AND.contains(&before.folded)),
            _ => false,
        };
        let is_definite = || DEFINITE.ends(atom.folded);
        let is_name = || atom.class.is(WordClass::GIVEN) || !is_definite();
        begins && is_name() && self.label(atom.at.start).is_some_and(is_list_of_people)
    }

    /// Whether a single word is a note about the one whose name is before it: "Lisa Ax, Kultur", "Kim Öd/Fritid".
    fn is_note(&self, first: usize, last: usize) -> bool {
        let [Some(given), Some(family), Some(atom)] =
            [first.wrapping_sub(2), first.wrapping_sub(1), first].map(|at| self.atoms.get(at))
        else {
            return false;
        };
        let is_cell = || is_further_cell(self.text, atom.at.start);
        let is_full_name = given.capital && family.capital && matches!(family.gap, Gap::Space | Gap::Hyphen);
        first == last
            && (is_full_name || is_cell())
            && matches!(atom.gap, Gap::Comma | Gap::Apart)
            && !atom.class.is(WordClass::GIVEN.or(WordClass::SURNAME))
    }

    /// The label before the list that a position is in: "På plats" in "På plats: Rut, Jonte (till 14), Elsa".
    fn label(&self, at: usize) -> Option<&str> {
        let line = slice(self.text, ..at).rsplit('\n').next()?;
        let (label, list) = line.rsplit_once(": ").or_else(|| line.rsplit_once(':'))?;
        let is_open = list.matches('(').count() > list.matches(')').count();
        let label = label.rsplit(['.', '|', '!', '?', '*', '•', '·']).next()?;
        (!is_open && !list.contains(". ")).then_some(label)
    }
}

/// Whether a position is in a list whose items are separated by semicolons, and after a comma within its item: what is
/// said of somebody or of a body there.
pub(in crate::report) fn is_further_cell(list: &str, at: usize) -> bool {
    let line = slice(list, ..at).rsplit('\n').next().unwrap_or_default();
    let after = slice(list, at..).split('\n').next().unwrap_or_default();
    let item = line.rsplit(';').next().unwrap_or_default();
    (line.contains("; ") || after.contains("; ")) && item.contains(',')
}
