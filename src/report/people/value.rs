//! The names in a value: a speaker, an owner, a signature, or a header field that lists who was there.

use super::words::{Word, words};
use crate::i18n::occupations::is_title_alone;
use crate::i18n::vocabulary::associations::{association, is_abbreviated_form, is_kind};
use crate::i18n::vocabulary::bodies::{is_basic_word, is_body, is_company_of, is_no_name, may_be_given};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::leads::{ABBREVIATED_BEFORE, SHARING};
use crate::i18n::vocabulary::minutes::{
    ABBREVIATED_TITLES, bare, field_role, is_numbered_table, is_role, is_sign_off, is_signer,
};
use crate::i18n::vocabulary::names::{EASTERN, WordClass, class, is_called_after};
use crate::i18n::vocabulary::people as vocabulary;
use crate::i18n::vocabulary::stated::{StatedPersons, names_some, stated_persons};
use crate::i18n::vocabulary::subjects::{DEFINITE, PersonNoun, person};
use crate::model::FieldRole;
use crate::text::slice;

/// Before the others of a label, or alone: "Med på mötet", "Med".
pub(super) const WITH: &str = "med";

/// How likely it is that a value is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameSource {
    /// A scribe, the author of a check, a signatory: always persons.
    Person,
    /// Somebody in the register, by this name.
    Registered,
    /// The same, of whom the register has what they work with or how they are reached: a person, whatever the name is.
    RegisteredPerson,
    /// A speaker or somebody responsible: a person, a role or an organisation.
    Somebody,
    /// A list of those present: names among other words.
    Several,
}

impl NameSource {
    /// The names in one of the [`super::pieces::pieces`] of a value of this kind, word by word.
    pub(super) fn names(self, piece: &str) -> Vec<Vec<Word<'_>>> {
        match self {
            Self::Several if is_body(piece) => Vec::new(),
            Self::Several => among(piece),
            Self::Registered => registered(piece),
            Self::RegisteredPerson => {
                let name = name_words(piece);
                let is_full = name.len() > 1 && name.iter().all(|word| is_capital_or_particle(word));
                if is_full && name.len() < 6 { vec![name] } else { registered(piece) }
            }
            Self::Person | Self::Somebody if !is_body(piece) && is_person(piece, self == Self::Person) => {
                vec![name_words(piece)]
            }
            Self::Person | Self::Somebody => Vec::new(),
        }
    }
}

/// Whether a header field with this label contains names of persons.
pub(crate) fn is_about_persons(label: &str) -> bool {
    let label = bare(label);
    matches!(field_role(&label), Some(FieldRole::Present | FieldRole::Absent))
        || is_signer(&label)
        || is_numbered_table(&label)
        || vocabulary::PERSON_LABELS.contains(&label.as_str())
}

/// Whether a label says that a list of people follows: "Deltog", "Grupp 3, anmälda".
pub(in crate::report) fn is_list_of_people(label: &str) -> bool {
    let label = bare(label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' '));
    let mut words = label.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_start = vocabulary::PEOPLE_LIST_STARTS.contains(first)
        || first == WITH && vocabulary::WITH_US.contains(second);
    is_about_persons(&label)
        || is_start && words.count() < 4
        || vocabulary::PEOPLE_LISTS.contains(label.rsplit(' ').next().unwrap_or_default())
}

/// Whether a full stop after a word is that of an initial or a short title, and ends no sentence: "K. Gren",
/// "ordf. Ek", but not "Kim Ly. Klart".
pub(super) fn is_shortened(folded: &str) -> bool {
    let is_letter = folded.chars().nth(1).is_none();
    is_letter || ABBREVIATED_TITLES.contains(&folded) || ABBREVIATED_BEFORE.contains(&folded)
}

/// Whether an item of a list of those present that names no person is a body that was there, and no note about the one
/// before it: "Eva Ek, ekonomi, Region Skåne".
pub(in crate::report) fn is_body_in_list(piece: &str) -> bool {
    let is_named = piece.starts_with(char::is_uppercase) && piece.split_whitespace().nth(1).is_some();
    (is_body(piece) || is_named)
        && stated_persons(piece) == StatedPersons::default()
        && !is_about_somebody(piece)
}

/// Whether a piece of a value says only what somebody is: "sekreterare", "M", "m.fl."
pub(in crate::report) fn is_about_somebody(piece: &str) -> bool {
    let words: Vec<String> = piece.split_whitespace().map(fold).collect();
    let is_letter = |word: &str| word.chars().filter(|c| c.is_alphabetic()).nth(1).is_none();
    match words.as_slice() {
        // "Ola Lund, Kock" is one; "Ola Lund, Polisen" are two.
        [one] if piece.trim_start().starts_with(char::is_uppercase) && vocabulary::is_organisation(one) => {
            false
        }
        [one] => {
            is_letter(one)
                || is_role(one)
                || person(one).is_some_and(|(_, form)| form != WordForm::Several)
                || names_some(one)
        }
        several => several.iter().all(|word| is_letter(word)) || names_some(piece),
    }
}

/// The folded words of a name, without numbers and without the abbreviation of an organisation after it.
pub(in crate::report) fn parts(name: &str) -> Vec<String> {
    name_words(name).into_iter().map(|word| word.folded.into_owned()).collect()
}

fn name_words(name: &str) -> Vec<Word<'_>> {
    let mut all: Vec<Word<'_>> =
        words(name).into_iter().filter(|word| word.folded.chars().any(char::is_alphabetic)).collect();
    while all.len() > 1
        && all.last().is_some_and(|word| word.shouted)
        && !all.iter().all(|word| word.shouted)
        && !has_surname_in_capitals(&all)
    {
        all.pop();
    }
    all
}

/// Whether nothing but given names is before a last word in capitals, which is then the surname: "Tuva HALLENGREN", but
/// not "Tuva HR" and not "Tuva Ek KS".
pub(super) fn has_surname_in_capitals(name: &[Word<'_>]) -> bool {
    let Some((last, before)) = name.split_last().filter(|(_, before)| !before.is_empty()) else {
        return false;
    };
    let is_before = |word: &Word<'_>| {
        let is_only_given = vocabulary::is_given(&word.folded) && !class(&word.folded).is(WordClass::SURNAME);
        !word.shouted && (is_only_given || vocabulary::is_particle(&word.folded))
    };
    last.shouted && before.iter().all(is_before) && are_capitals_of_surname(&last.folded)
}

/// Whether letters in capitals after a given name are a surname rather than what somebody works with: "Tuva
/// HALLENGREN", "Moa EK", but not "Moa HR".
pub(super) fn are_capitals_of_surname(folded: &str) -> bool {
    let known = class(folded);
    let is_other = known.is(WordClass::ABBREVIATION.or(WordClass::VERB).or(WordClass::SMALL))
        || is_abbreviated_form(folded)
        || is_no_name(folded)
        || is_role(folded)
        || person(folded).is_some();
    let is_listed = known.is(WordClass::SURNAME.or(WordClass::THING)) && folded.chars().nth(1).is_some();
    !is_other && (is_listed || folded.chars().nth(4).is_some())
}

/// Whether a value names a person rather than a role, an organisation or nobody.
fn is_person(piece: &str, sure: bool) -> bool {
    let all = name_words(piece);
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return false };
    let is_title = matches!(all.as_slice(), [one] if is_title_alone(&one.folded)) || is_sign_off(piece);
    if all.iter().any(|word| vocabulary::is_nobody(&word.folded)) || all.len() > 5 || is_title {
        return false;
    }
    if sure {
        return !is_role(&first.folded) || all.len() > 1 && last.capital;
    }
    // "Eva Karlstad" is a person, though places end so.
    let is_town = |word: &Word<'_>| word.capital && vocabulary::is_place(&word.folded);
    let body = |word: &Word<'_>| {
        vocabulary::is_organisation(&word.folded) && !is_town(word) && !is_own_surname(&all, word)
            || is_role(&word.folded) && !word.capital
    };
    if is_association(&words(piece)) {
        return false;
    }
    // "Växeln"
    let is_desk = |word: &Word<'_>| DEFINITE.ends(&word.folded) && vocabulary::is_office(&word.folded);
    let titled = is_role(&first.folded) || is_role(first.folded.trim_end_matches("en").trim_end_matches('n'));
    match all.as_slice() {
        [one] if !one.capital => vocabulary::is_given(&one.folded),
        [one] if are_initials(one) => true,
        [one] => {
            (!body(one) || vocabulary::may_be_surname(&one.folded))
                && !titled
                && !is_desk(one)
                && !is_only_place(&one.folded)
                && (!one.shouted || vocabulary::is_given(&one.folded))
        }
        several if vocabulary::is_given(&first.folded) => several.iter().all(|word| !body(word)),
        several => several.iter().all(is_capital_or_particle) && !several.iter().any(body) && !titled,
    }
}

/// The names among other words: runs of capitalised words.
fn among(piece: &str) -> Vec<Vec<Word<'_>>> {
    let all = words(piece);
    let mut names = Vec::new();
    let mut run: Vec<Word<'_>> = Vec::new();
    let shares = all.first().is_some_and(|first| SHARING.contains(&first.folded.as_ref()));
    let only = all.len() == 1 || shares && all.len() == 2;
    for (at, word) in all.iter().enumerate() {
        // "Kontakta Moa Sandberg", "familjen Lund"
        if at == 0 && (shares || vocabulary::BEFORE_NAMES.contains(&word.folded.as_ref())) {
            continue;
        }
        // "Kommunalråd Moa Ek"
        let is_title = || {
            person(&word.folded) == Some((PersonNoun::Role, WordForm::One))
                && !vocabulary::is_given(&word.folded)
        };
        if at == 0 && all.get(2).is_some_and(|next| next.capital) && is_title() {
            continue;
        }
        // "Moa Ek. Polis: Ola Lund"
        if word.begins() && run.last().is_some_and(|last| !is_shortened(&last.folded)) {
            names.extend(of_run(std::mem::take(&mut run), false));
        }
        let rest = all.get(at..).unwrap_or_default();
        let particles = rest.iter().take_while(|word| vocabulary::is_particle(&word.folded)).count();
        // "Maria de la Cruz"
        let within = particles > 0 && rest.get(particles).is_some_and(|next| next.capital);
        if word.capital && !is_role(&word.folded) || within && !run.is_empty() {
            run.push(word.clone());
            continue;
        }
        // "Kim Min-jun"
        let is_eastern = run.len() > 1 && run.first().is_some_and(|first| EASTERN.contains(&first.folded));
        if is_eastern
            && let Some(last) = run.last()
            && slice(piece, last.at.end..word.at.start) == "-"
            && word.folded.chars().count() < 6
        {
            run.push(word.clone());
            continue;
        }
        // "Nils Ferlin-sällskapet"
        if let Some(last) = run.last()
            && is_called_after(&word.folded)
            && slice(piece, last.at.end..word.at.start) == "-"
        {
            run.clear();
        }
        names.extend(of_run(std::mem::take(&mut run), false));
    }
    names.extend(of_run(run, only));
    names
}

fn of_run(mut run: Vec<Word<'_>>, alone: bool) -> Vec<Vec<Word<'_>>> {
    if let Some(length) = association_length(&run) {
        let rest = run.split_off(length);
        let is_somebody = rest.first().is_some_and(|word| vocabulary::is_given(&word.folded));
        return if is_somebody { of_run(rest, false) } else { Vec::new() };
    }
    while run.len() > 1
        && run.last().is_some_and(|word| word.shouted)
        && !run.iter().all(|word| word.shouted)
        && !has_surname_in_capitals(&run)
    {
        run.pop();
    }
    let is_body = |word: &Word<'_>| vocabulary::is_organisation(&word.folded) && !is_own_surname(&run, word);
    let is_given = |word: &Word<'_>| vocabulary::is_given(&word.folded);
    match run.as_slice() {
        [] => Vec::new(),
        [one] => {
            let may = alone
                && one.folded.chars().count() > 1
                && !is_body(one)
                && !one.shouted
                && !is_title_alone(&one.folded)
                && !vocabulary::is_nobody(&one.folded)
                && !is_only_place(&one.folded);
            let is_short = one.folded.contains('-') || alone;
            if is_given(one) || may || is_short && are_initials(one) { vec![run] } else { Vec::new() }
        }
        // Two names without a comma between them, or an organisation before a name.
        several if several.len() > 4 || several.iter().any(is_body) => {
            let pairs = several
                .windows(2)
                .filter(|pair| is_given(&pair[0]) && !is_given(&pair[1]) && !is_body(&pair[1]));
            pairs.map(<[Word]>::to_vec).collect()
        }
        several if several.iter().any(|word| vocabulary::is_nobody(&word.folded)) => Vec::new(),
        _ => vec![run],
    }
}

/// Whether a word is the initials of somebody: "K-G", "GS", but not "HR" and no party.
pub(super) fn are_initials(word: &Word<'_>) -> bool {
    let letters = || word.folded.split('-').map(|part| part.chars().count());
    let is_double = word.folded.contains('-') && letters().all(|count| count == 1);
    let is_pair = word.folded.chars().count() == 2 && word.folded.chars().all(char::is_alphabetic);
    word.shouted
        && (is_double || is_pair)
        && !class(&word.folded).is(WordClass::ABBREVIATION)
        && !is_abbreviated_form(&word.folded)
}

/// Somebody in the register: whatever is written there, unless it can only be a body, a role or nobody.
fn registered(piece: &str) -> Vec<Vec<Word<'_>>> {
    let mut all = name_words(piece);
    if is_person(piece, false) {
        return vec![all];
    }
    // "Xiomara Data": whatever the surname is, the list of people has it as one.
    let is_unlisted = |first: &Word<'_>, last: &Word<'_>| {
        !is_role(&first.folded) && may_be_given(&first.folded) && is_basic_word(&last.folded)
    };
    if let [first, last] = all.as_slice()
        && first.capital
        && last.capital
        && is_unlisted(first, last)
    {
        return vec![all];
    }
    if !all.iter().all(is_capital_or_particle) || is_association(&words(piece)) {
        return Vec::new();
    }
    // "Rektor Nilsson"
    if all.len() > 1 && all.first().is_some_and(|word| is_role(&word.folded)) {
        all.remove(0);
        let is_listed = |word: &Word<'_>| {
            class(&word.folded).is(WordClass::SURNAME) || vocabulary::is_given(&word.folded)
        };
        return if all.iter().all(is_listed) { vec![all] } else { Vec::new() };
    }
    let [first, .., last] = all.as_slice() else { return Vec::new() };
    let is_town = vocabulary::is_place(&first.folded) || vocabulary::is_town_by_form(&first.folded);
    let is_body = |word: &Word<'_>| vocabulary::is_organisation(&word.folded) || is_role(&word.folded);
    let others = all.get(..all.len() - 1).unwrap_or_default();
    // "Alla Kuznetsova", but not "Alla Pensionärer"
    let is_nobody = |word: &Word<'_>| vocabulary::is_nobody(&word.folded);
    if others.iter().any(is_nobody) {
        let is_listed = class(&last.folded).is(WordClass::SURNAME.or(WordClass::GIVEN));
        let is_name =
            is_listed || all.len() == 2 && is_no_other_word(&last.folded) && !DEFINITE.ends(&last.folded);
        return if is_name { vec![all] } else { Vec::new() };
    }
    let is_somebody =
        !is_town && !others.iter().any(is_body) && vocabulary::may_be_surname(&last.folded) && all.len() < 5;
    if is_somebody { vec![all] } else { Vec::new() }
}

fn is_capital_or_particle(word: &Word<'_>) -> bool {
    word.capital || vocabulary::is_particle(&word.folded)
}

/// Whether a word that names bodies is the surname after a given name: "Ivar Stad".
pub(super) fn is_own_surname(name: &[Word<'_>], word: &Word<'_>) -> bool {
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    name.len() > 1
        && word.capital
        && last.at == word.at
        && (vocabulary::is_given(&first.folded)
            || vocabulary::is_direction(&word.folded) && is_rare_given(&first.folded))
        && (vocabulary::may_be_surname(&word.folded)
            || vocabulary::is_town_by_form(&word.folded) && !vocabulary::is_place(&word.folded))
}

/// Whether a word that no list has may be somebody's given name before a surname, and is no place by its form.
pub(super) fn is_rare_given(folded: &str) -> bool {
    is_no_other_word(folded) && !DEFINITE.ends(folded)
}

/// Whether no list and no form says that a word is something else than a name.
pub(super) fn is_no_other_word(folded: &str) -> bool {
    class(folded) == WordClass::default()
        && !vocabulary::is_organisation(folded)
        && !vocabulary::is_town_by_form(folded)
        && !is_role(folded)
        && person(folded).is_none()
}

/// Whether a word is the name of a place and no common surname.
fn is_only_place(folded: &str) -> bool {
    let class = class(folded);
    class.is(WordClass::PLACE) && !class.is(WordClass::SURNAME)
}

/// Whether these words are the name of an association or a company, and nobody's beside it.
pub(super) fn is_association(words: &[Word<'_>]) -> bool {
    association_length(words).is_some_and(|length| {
        let next = words.get(length);
        !next.is_some_and(|word| vocabulary::is_given(&word.folded))
    })
}

/// How many words at the beginning of these are the name of an association or a company: "Rädda Barnen", "IF Lindby",
/// "Lindby AB".
fn association_length(words: &[Word<'_>]) -> Option<usize> {
    let (first, last) = (words.first()?, words.last()?);
    if let Some(length) = association(words.iter().map(|word| word.folded.as_ref())) {
        return Some(length);
    }
    if words.len() == 1 || words.iter().all(|word| word.shouted) {
        return None;
    }
    let is_form = |word: &Word<'_>| word.shouted && is_abbreviated_form(&word.folded);
    let is_long = first.folded.chars().nth(2).is_some();
    let is_abbreviation =
        first.shouted && !first.folded.contains('-') && is_long && !vocabulary::is_given(&first.folded);
    // "Karlssons Åkeri", "Ekby Bygg"
    let is_owned = first.folded.ends_with('s') || !class(&last.folded).is(WordClass::SURNAME);
    let is_company = last.capital
        && is_company_of(&first.folded, &last.folded)
        && is_owned
        && !vocabulary::is_given(&first.folded);
    if is_kind(&first.folded) || is_form(last) || is_company {
        return Some(words.len());
    }
    (is_form(first) || is_abbreviation).then_some(1)
}
