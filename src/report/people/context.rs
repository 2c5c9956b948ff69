//! Whether a word that is a name and something else too is a name where it is: what is before and after it decides.

use super::atoms::{Atom, Gap};
use super::finder::{Finder, Genitive, NameRun};
use super::known::NameForm;
use crate::i18n::vocabulary::associations::{OF_CHURCHES, closes_company, is_partner};
use crate::i18n::vocabulary::leads::MOVED;
use crate::i18n::vocabulary::names::{
    AFTER_PERSONS, AND, BEING, CAN_BE, HELPERS, NAMED, NEUTER, OF_AGE, ONLY_PEOPLE, PASSIVE_ENDINGS, THANKED,
    VERB_ENDINGS, WAYS, WHO, WordClass, class, is_before_named, is_called_after,
};
use crate::i18n::vocabulary::passives::{PassiveSubject, passive_subject};
use crate::i18n::vocabulary::people::{ASKING, is_nobody, is_organisation, may_be_surname};
use crate::i18n::vocabulary::subjects::{DEFINITE, PersonNoun, person};
use crate::i18n::vocabulary::villages::may_be_place;
use crate::text::slice;

/// What follows a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Following {
    /// Nothing, or the end of the sentence.
    End,
    /// What people do: "sa", "tycker".
    Speech,
    /// What things do: "planteras", "finns".
    Thing,
    /// "är" and the like, which both do.
    Being,
    /// What looks like a verb.
    Verb,
    /// Another name, also after "och" or a comma.
    Name,
    /// A colon, as after a speaker.
    Colon,
    /// A role after a comma.
    Role,
    /// A small word.
    Small,
    /// "och" and a word that is no name.
    Pair,
    /// Anything else that is written.
    Other,
}

/// Before the name by which a law is known.
const LEX: &str = "lex";

impl Finder<'_> {
    /// Whether these words are a name here: `None` if they are not, otherwise whether that is sure.
    pub(super) fn reads_as_name(
        &self,
        first: usize,
        last: usize,
        written: NameForm,
        genitive: Option<Genitive>,
        is_known: bool,
    ) -> Option<bool> {
        let atom = self.atoms.get(first)?;
        // "Vik-gruppen"
        let is_compound = self.joined(last, &[Gap::Hyphen]).is_some_and(|noun| !noun.capital);
        if written != NameForm::Whole && genitive.is_none() && self.is_before_its_noun(first, last) {
            return None;
        }
        let run = NameRun { genitive, ..NameRun::of(first, last, super::mention::Who::Stranger) };
        if self.is_called_after(&run) {
            let is_compound = is_compound || atom.capital && self.is_in_row_of_compounds(last);
            if written != NameForm::Whole && atom.class.is(WordClass::WORD) && atom.begins() && !is_compound {
                return None;
            }
            if written == NameForm::Family && self.is_after_kind_of_place(first) {
                return None;
            }
            let is_half = || self.is_half_of_compound(first, last, genitive) || self.is_numbered_thing(last);
            if written != NameForm::Whole && is_half() {
                return None;
            }
            // Whoever is known is hidden in doubt, except where the word is the name of something else for certain.
            let is_other = self.is_joined_name(last) || self.is_company(last) || self.is_parish(&run);
            return (is_known && (written == NameForm::Whole || !is_other)).then_some(false);
        }
        if written == NameForm::Whole || last > first {
            return Some(!self.is_said_of_place(first) && !self.is_pair_of_words(first, last));
        }
        let stem = match genitive {
            Some(Genitive::Joined) => atom.folded.strip_suffix('s').unwrap_or(atom.folded),
            _ => atom.folded,
        };
        // "Dags att gå", though somebody is called Dag.
        let own = if first == last { atom.class.or(class(stem)) } else { atom.class };
        if !atom.capital {
            return self.in_small_letters_known(first, stem, own);
        }
        // "Alla böcker", though somebody is called Alla.
        if written == NameForm::Given && atom.begins() && !own.is(WordClass::GIVEN) && is_nobody(stem) {
            return self.is_labelled(first).then_some(true);
        }
        if written == NameForm::Family && own.is(WordClass::THING) && self.is_within(first) && !is_compound {
            return None;
        }
        // "Vi bor i Dalby", "bussen till Viken", but not "genom Nyqvist"
        let is_at_place = genitive.is_none() && !is_compound && may_be_place(stem) && self.is_at_place(first);
        if written == NameForm::Family && is_at_place
            || (written == NameForm::Family || !is_known) && self.is_only_a_place(first, last, stem, genitive)
        {
            return None;
        }
        if !own.is(WordClass::PLACE) && self.is_of_a_town(first) {
            return is_known.then_some(false);
        }
        let is_genitive = matches!(genitive, Some(Genitive::Joined | Genitive::Silent));
        if is_genitive && own.is_ambiguous() && self.is_before_kommun(last) {
            return None;
        }
        if genitive == Some(Genitive::Joined) && self.is_of_figure(last, stem) {
            return is_known.then_some(false);
        }
        if genitive.is_none() && (self.is_product(last) || own.is_ambiguous() && self.is_topic_of_body(first))
        {
            return is_known.then_some(false);
        }
        if is_known && written == NameForm::Family && is_also_other(stem) {
            return self.beside_other_meaning(first, stem, own, genitive);
        }
        if own.is(WordClass::PLACE) && self.is_place_here(first, last) && !(is_known && is_compound) {
            return None;
        }
        if written == NameForm::Family && self.is_town_of_meeting(first, last, stem) {
            return None;
        }
        // "en bra Dag"
        if own.is_ambiguous() && genitive.is_none() && self.is_noun_here(first) {
            return is_known.then_some(false);
        }
        if atom.class.is_ambiguous() && genitive == Some(Genitive::Joined) && atom.begins() {
            // "Dags och Vinters bil"
            let is_name = matches!(self.next(last), Following::Other | Following::Name);
            return (is_known && is_name).then_some(false);
        }
        if genitive.is_none() && atom.begins() && self.is_other_word(first, last, own, is_known) {
            return None;
        }
        // "Mark's bord": no other word is written so.
        if matches!(genitive, Some(Genitive::After(length)) if length > 1) {
            return Some(true);
        }
        // "Iris bok", but "Hans bok" may be his.
        if genitive == Some(Genitive::Silent) && own.is(WordClass::THING) && is_known {
            return Some(false);
        }
        let is_ambiguous = if genitive == Some(Genitive::Joined) { false } else { own.is_ambiguous() };
        if is_ambiguous && atom.begins() {
            return self.at_beginning(first, last, own, written, is_known);
        }
        if own.is(WordClass::PLACE) {
            let next = self.next(last);
            let is_sure = next == Following::Speech
                || first
                    .checked_sub(1)
                    .is_some_and(|before| self.speaks(before) || self.is_done_to_people(before))
                || self.is_beside_given(first);
            let is_town = is_known && written == NameForm::Family && self.may_be_town(first, last, stem);
            return (is_known || is_sure && own.is(WordClass::GIVEN)).then_some(is_sure && !is_town);
        }
        let is_town = || written == NameForm::Family && self.may_be_town(first, last, stem);
        let is_other = || is_town() || self.may_be_unlisted_word(first, last, genitive);
        Some(!(is_known && is_other()))
    }

    /// Whether these words are a cell of a row: "| Ebba | 2C |".
    pub(super) fn is_cell(&self, first: usize, last: usize) -> bool {
        let start = self.atoms.get(first).map_or(0, |atom| atom.at.start);
        let before = slice(self.text, ..start).trim_end();
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        let after = slice(self.text, end..).trim_start_matches('.').trim_start();
        (before.is_empty() || before.ends_with('|')) && after.starts_with('|')
    }

    /// Whether a label before it says that a person follows: "Ansvarig: Björn".
    pub(super) fn is_labelled(&self, first: usize) -> bool {
        let is_after_colon = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Colon);
        is_after_colon && first.checked_sub(1).is_some_and(|label| self.is_title(label))
            || self.is_listed(first)
    }

    /// "Holm på Ekbacken", but not "Ros till hela gruppen".
    pub(super) fn is_with_capital(&self, last: usize) -> bool {
        self.atoms.get(last + 2).is_some_and(|after| after.gap == Gap::Space && after.capital)
            || self.atoms.get(last + 1).is_some_and(|next| AFTER_PERSONS.contains(&next.folded))
    }

    /// Whether somebody is named by a given name before "och": "Engla och Nova".
    fn is_beside_given(&self, first: usize) -> bool {
        let and = first.checked_sub(1).and_then(|at| self.atoms.get(at));
        let other = first.checked_sub(2).and_then(|at| self.atoms.get(at));
        and.is_some_and(|and| and.gap == Gap::Space && AND.contains(&and.folded))
            && other.is_some_and(|other| {
                other.capital
                    && other.class.is(WordClass::GIVEN)
                    && !other.class.is(WordClass::PLACE)
                    && !other.class.is_ambiguous()
            })
    }

    /// Whether a word that only persons follow is right before: "fråga hakan".
    pub(super) fn is_asked(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.atoms.get(before));
        before.is_some_and(|before| ASKING.contains(&before.folded))
    }

    /// Whether the class of a pupil follows: "i 5B".
    pub(super) fn is_of_a_class(&self, last: usize) -> bool {
        self.joined(last + 1, &[Gap::Space]).is_some_and(|class| {
            let mut chars = class.folded.chars();
            chars.next().is_some_and(|c| c.is_ascii_digit())
                && chars.next().is_some_and(char::is_alphabetic)
                && chars.next().is_none()
        })
    }

    /// Whether what follows is what people do and nothing else does: "yrkade", but not "har" or "växer".
    pub(super) fn acts(&self, last: usize) -> bool {
        self.joined(last, &[Gap::Space]).is_some_and(|verb| ONLY_PEOPLE.contains(verb.folded))
    }

    /// Whether a word is what is done to people: "vi frågade Nora".
    fn is_done_to_people(&self, at: usize) -> bool {
        ASKING.contains(&self.folded(at)) || THANKED.contains(self.folded(at))
    }

    /// What follows a word.
    pub(super) fn next(&self, last: usize) -> Following {
        let Some(next) = self.atoms.get(last + 1) else {
            return if self.is_followed_by(last, ':') { Following::Colon } else { Following::End };
        };
        if let Some(subject) = self.passive(last) {
            return if subject == PassiveSubject::People { Following::Being } else { Following::Thing };
        }
        match next.gap {
            _ if self.is_beside_by_arrow(last) => Following::Name,
            Gap::Dot | Gap::Apart if self.is_followed_by(last, '&') => self.after_and(last + 1),
            // "Lund (ersättare)"
            Gap::Apart if self.is_followed_by(last, '(') && self.is_occupation(last + 1) => Following::Role,
            Gap::Apart if self.is_marked_off(last) || self.is_before_colon(last) => Following::Colon,
            Gap::Dot | Gap::Apart => Following::End,
            Gap::Colon => Following::Colon,
            Gap::Comma if self.is_name(next) => Following::Name,
            Gap::Comma if self.is_title(last + 1) => Following::Role,
            Gap::Comma if next.folded == WHO => Following::Verb,
            Gap::Hyphen | Gap::Apostrophe | Gap::Comma => Following::Other,
            Gap::Space if AND.contains(&next.folded) => self.after_and(last + 2),
            Gap::Space if next.class.is(WordClass::THING_VERB) => Following::Thing,
            Gap::Space if next.class.is(WordClass::VERB) => self.after_verb(last + 1),
            Gap::Space if next.class.is(WordClass::SMALL) => Following::Small,
            Gap::Space if next.capital => {
                if self.is_name(next) {
                    Following::Name
                } else {
                    Following::Other
                }
            }
            Gap::Space => verb_by_form(next.folded),
        }
    }

    /// Whether a word is written as that of a speaker is without a colon: "Dag – mer ljus", `[Dag] mer ljus`.
    fn is_marked_off(&self, last: usize) -> bool {
        let Some(atom) = self.atoms.get(last) else { return false };
        let (before, after) = (slice(self.text, ..atom.at.start), slice(self.text, atom.at.end..));
        let is_dash = |dash: &&str| after.starts_with(*dash);
        [" – ", " - ", " — "].iter().any(is_dash) || before.ends_with('[') && after.starts_with(']')
    }

    /// Whether a word is that of a speaker before a quotation: "Rut: ”Det går inte.”", "**Rut**: ”Nej.”"
    fn is_before_colon(&self, last: usize) -> bool {
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        slice(self.text, end..).trim_start_matches(['*', '_', ' ']).starts_with(':')
    }

    /// Whether a word is what somebody is by title, role or trade.
    pub(super) fn is_occupation(&self, at: usize) -> bool {
        let sort = self.atoms.get(at).and_then(|atom| person(atom.folded));
        self.is_title(at) || sort.is_some_and(|(sort, _)| sort == PersonNoun::Role)
    }

    /// Whether a word is followed by this character, spaces between or not.
    pub(super) fn is_followed_by(&self, last: usize, c: char) -> bool {
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        self.text.get(end..).is_some_and(|rest| rest.trim_start_matches(' ').starts_with(c))
    }

    fn after_and(&self, at: usize) -> Following {
        match self.atoms.get(at) {
            Some(other) if self.is_name(other) => Following::Name,
            Some(_) if self.is_title(at) => Following::Name,
            _ => Following::Pair,
        }
    }

    /// "har setts" and "är planterad" are said of things.
    fn after_verb(&self, verb: usize) -> Following {
        // "Love går inte att köpa"
        let [goes, to] = CAN_BE;
        let is_word = |at: usize, word: &str| self.atoms.get(at).is_some_and(|atom| atom.folded == word);
        if is_word(verb, goes) && (verb + 1..verb + 3).any(|at| is_word(at, to)) {
            return Following::Thing;
        }
        let is_helper = self.atoms.get(verb).is_some_and(|verb| HELPERS.contains(&verb.folded));
        let after = self.joined(verb, &[Gap::Space]).map_or("", |after| after.folded);
        let is_thing = verb
            .checked_sub(1)
            .and_then(|at| self.atoms.get(at))
            .is_some_and(|atom| atom.class.is(WordClass::THING));
        // "Sten ska bort"
        let is_moved = is_thing && MOVED.contains(&after);
        let is_passive = is_moved || after.len() > 4 && (after.ends_with("ts") || after.ends_with("as"));
        // "Ek är ett träd": people are "en".
        let is = self.atoms.get(verb).is_some_and(|verb| BEING.contains(&verb.folded));
        match is {
            _ if is_helper && passive_subject(after) == Some(PassiveSubject::People) => Following::Being,
            _ if is_helper && is_passive => Following::Thing,
            true if after == NEUTER || self.is_neuter_at_end(verb + 1) => Following::Thing,
            true => Following::Being,
            false => Following::Speech,
        }
    }

    /// Whether a word with a capital letter may be somebody beside whom another one is named.
    pub(super) fn is_name(&self, atom: &Atom<'_>) -> bool {
        let stem = atom.folded.strip_suffix('s').unwrap_or(atom.folded);
        let is_listed = atom.class.or(class(stem)).is(WordClass::GIVEN.or(WordClass::SURNAME));
        let is_known = || {
            let has =
                |word| self.people.index.word(word).is_some() || self.people.named_in_full(word).is_some();
            has(atom.folded) || has(stem)
        };
        let is_body = || is_organisation(atom.folded) && !self.people.is_family(stem);
        atom.capital && (is_listed || is_known()) && !is_body()
    }

    /// Whether what is before a name is said of persons: "enligt Lund".
    pub(super) fn speaks(&self, before: usize) -> bool {
        use crate::i18n::vocabulary::people::BEFORE_NAMES;
        self.atoms.get(before).is_some_and(|atom| {
            BEFORE_NAMES.contains(&atom.folded)
                && !WAYS.contains(&atom.folded)
                && !matches!(atom.folded, "och" | "samt")
        })
    }

    /// Whether these words are a part of what is called after somebody: a street, a school, a prize, a company, a room.
    pub(super) fn is_called_after(&self, run: &NameRun) -> bool {
        let NameRun { first, last, genitive, .. } = *run;
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        // "kv. Björken", but not "… på skolan. Moa Ek ringer."
        let is_short = before.is_some_and(|before| before.folded.chars().nth(3).is_none());
        let joins = self
            .atoms
            .get(first)
            .is_some_and(|atom| atom.gap == Gap::Space || atom.gap == Gap::Dot && is_short);
        let is_long = last > first;
        let is_named = |before: &Atom<'_>| {
            is_before_named(before.folded, is_long)
                && (is_long || !DEFINITE.ends(before.folded) || !self.is_of_clause(first - 1, first))
        };
        if joins && before.is_some_and(is_named) {
            return true;
        }
        // "Modellen heter Lina"
        let called = first.checked_sub(2).and_then(|at| self.atoms.get(at));
        let is_called = before.is_some_and(|before| NAMED.contains(&before.folded));
        // "Arbetssättet heter Design Thinking"
        let is_definite = |thing: &Atom<'_>| {
            DEFINITE.ends(thing.folded) && person(thing.folded).is_none() && !self.is_name(thing)
        };
        let is_thing = |thing: &Atom<'_>| is_before_named(thing.folded, false) || is_definite(thing);
        if joins && is_called && called.is_some_and(is_thing) {
            return true;
        }
        // "Konferensrum Elsa och Klara"
        if joins && !is_long && first > 2 && before.is_some_and(|before| AND.contains(&before.folded)) {
            let other = NameRun::of(first - 2, first - 2, run.who);
            let is_name = self.atoms.get(first - 2).is_some_and(|other| other.capital);
            if is_name && self.is_called_after(&other) {
                return true;
            }
        }
        if self.has_hanging_hyphen(last) || self.is_parish(run) {
            return true;
        }
        if self.is_company(last) {
            return true;
        }
        let Some(next) = self.atoms.get(last + 1) else { return false };
        match next.gap {
            Gap::Hyphen => !next.capital && is_called_after(next.folded),
            Gap::Space => {
                let is_genitive =
                    genitive.is_some() || self.atoms.get(last).is_some_and(|atom| atom.folded.ends_with('s'));
                let is_street =
                    next.class.is(WordClass::STREET) || is_long && next.class.is(WordClass::CALLED_AFTER);
                // "Sofia kyrka"
                let is_old_genitive = !is_long
                    && next.class.is(WordClass::STREET)
                    && self.atoms.get(last).is_some_and(|atom| atom.folded.ends_with('a'));
                is_genitive && is_street
                    || is_old_genitive
                    || self.is_joined_name(last)
                    || !is_long && is_numeral(next) && !self.is_age(last + 1)
            }
            _ => false,
        }
    }

    /// Whether a number says how old somebody is: "Elsa 7 år".
    fn is_age(&self, at: usize) -> bool {
        self.joined(at, &[Gap::Space]).is_some_and(|next| OF_AGE.contains(&next.folded))
    }

    /// Whether these words begin the name of a company: "Lund Bygg AB", "Ek & Co".
    pub(super) fn is_company(&self, last: usize) -> bool {
        let Some(next) = self.atoms.get(last + 1) else { return false };
        if next.gap == Gap::Apart && self.is_followed_by(last, '&') {
            // "Ellinor & co" is Ellinor and others.
            let is_given = self.atoms.get(last).is_some_and(|atom| atom.class.is(WordClass::GIVEN));
            return is_partner(next.folded) && (next.capital || !is_given);
        }
        // "Wayne's Coffee"
        let is_s = next.gap == Gap::Apostrophe && next.folded == "s";
        let closes = |at: usize| self.joined(at, &[Gap::Space]).filter(|next| next.capital);
        if is_s && closes(last + 1).is_some_and(|next| closes_company(next.folded)) {
            return true;
        }
        self.is_owned_company(last)
            || (1..=3).any(|step| {
                let between = self.atoms.get(last + 1..last + step).unwrap_or_default();
                between.iter().all(|atom| atom.capital && atom.gap == Gap::Space)
                    && self.atoms.get(last + step).is_some_and(|atom| {
                        atom.gap == Gap::Space && atom.shouted && matches!(atom.folded, "ab" | "hb" | "kb")
                    })
            })
    }

    /// What only a saint has given the name to: "Maria församling", "Lex Maria".
    fn is_parish(&self, run: &NameRun) -> bool {
        let NameRun { first, last, genitive, .. } = *run;
        let is_law =
            first.checked_sub(1).filter(|_| self.joins(first)).is_some_and(|at| self.folded(at) == LEX);
        let is_of_church = |next: &Atom<'_>| {
            let noun = next.folded.strip_suffix('s').unwrap_or(next.folded);
            !next.capital && OF_CHURCHES.contains(noun)
        };
        let is_saint = genitive.is_none() || last > first;
        is_law || is_saint && self.joined(last, &[Gap::Space]).is_some_and(is_of_church)
    }

    /// "Per Brahegymnasiet", "Erik Dahlbergsgatan".
    fn is_joined_name(&self, last: usize) -> bool {
        self.joined(last, &[Gap::Space])
            .is_some_and(|next| next.capital && !next.shouted && is_called_after(next.folded))
    }
}

/// Whether a surname is what bodies or directions are called, or a single letter.
fn is_also_other(folded: &str) -> bool {
    may_be_surname(folded) || folded.chars().nth(1).is_none()
}

/// "Kaj 4", "Karl XII".
pub(super) fn is_numeral(atom: &Atom<'_>) -> bool {
    atom.folded.starts_with(|c: char| c.is_ascii_digit())
        || atom.shouted && atom.folded.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

fn verb_by_form(folded: &str) -> Following {
    let is_long = folded.len() > 4;
    let ends = |all: &[&str]| all.iter().any(|end| folded.ends_with(end));
    match folded {
        _ if folded.len() > 5 && folded.ends_with("erar") => Following::Speech,
        _ if is_long && ends(PASSIVE_ENDINGS) => Following::Thing,
        _ if is_long && ends(VERB_ENDINGS) => Following::Verb,
        _ => Following::Other,
    }
}
