//! Who has a word in their name: looked up once for every word of a text, however many people are known.

use std::sync::OnceLock;

use super::KnownPerson;
use super::words::{plain, two_lettered};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_organisation, is_particle};
use crate::i18n::vocabulary::subjects::{is_function_word, person};
use crate::text::hash::WordMap;

/// From words to the people who have them in their names.
#[derive(Debug, Clone, Default)]
pub(super) struct NameIndex {
    words: WordMap<String, Vec<NamePart>>,
    /// Those whose address the register has, by the letters before its `@`.
    addresses: WordMap<String, Vec<usize>>,
    /// Made when a text has initials: most have none.
    initials: OnceLock<WordMap<String, Vec<usize>>>,
    handles: HandleIndex,
}

/// Those whom an address or a user name may mean. Of each letter that these begin with it is made when a text has one.
#[derive(Debug, Clone)]
struct HandleIndex([OnceLock<WordMap<String, Vec<usize>>>; 1 + u8::MAX as usize]);

impl Default for HandleIndex {
    fn default() -> Self {
        Self(std::array::from_fn(|_| OnceLock::new()))
    }
}

impl HandleIndex {
    fn get(&self, persons: &[KnownPerson], letters: &str) -> Option<&Vec<usize>> {
        let first = *letters.as_bytes().first()?;
        let own = self.0.get(usize::from(first))?;
        let may_be = |names: &NameParts| {
            let mut words = names.given.iter().chain(&names.particles).chain(&names.family);
            words.any(|word| may_begin(word, first))
        };
        let with_first = |names: &NameParts| if may_be(names) { handles(names) } else { Vec::new() };
        own.get_or_init(|| by(persons, with_first)).get(letters)
    }
}

/// Whether the letters of a folded word as addresses have them may begin with this one.
fn may_begin(word: &str, letter: u8) -> bool {
    match word.chars().next() {
        Some('å' | 'ä') => letter == b'a',
        Some('ö') => letter == b'o',
        Some(c) if c.is_ascii_alphanumeric() => c == char::from(letter),
        _ => true,
    }
}

/// A word of somebody's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NamePart {
    /// An index of [`super::KnownPeople::persons`].
    pub person: usize,
    /// Whether it is of the surname.
    pub is_family: bool,
    /// Whether it is written as in the name, with its accents and dots.
    pub is_exact: bool,
}

/// The words of a name, folded, by what they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NameParts {
    /// `anna`, `karin` for Anna-Karin.
    pub given: Vec<String>,
    /// How many of these each word has that is written: 2 for Anna-Karin, 1 and 1 for Anna Karin.
    pub given_lengths: Vec<usize>,
    /// `von`.
    pub particles: Vec<String>,
    /// `ek`, `lund` for Ek-Lund.
    pub family: Vec<String>,
}

impl NameParts {
    /// From the folded words of a name, in order.
    pub(super) fn of(words: &[String]) -> Self {
        let mut parts = Self::default();
        // "Grön M."
        if let [family, letter] = words
            && letter.chars().nth(1).is_none()
            && letter.is_ascii()
            && !is_given(family)
            && class(family) != WordClass::default()
        {
            return Self {
                given: vec![letter.clone()],
                given_lengths: vec![1],
                family: vec![family.clone()],
                ..parts
            };
        }
        let units = |word: &str| {
            word.split('-').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        for (at, word) in words.iter().enumerate() {
            let is_last = at + 1 == words.len();
            if !is_last && at > 0 && is_particle(word) {
                parts.particles.push(word.clone());
            } else if let Some((particle, name)) =
                word.split_once('-').filter(|(first, _)| at > 0 && is_particle(first))
            {
                // "Omar Al-Sayed"
                parts.particles.push(particle.to_owned());
                parts.family.extend(units(name));
            } else if at == 0 && !(is_last && is_surname_alone(word))
                || !is_last && parts.family.is_empty() && parts.particles.is_empty() && is_given(word)
            {
                let own = units(word);
                parts.given_lengths.push(own.len());
                parts.given.extend(own);
            } else {
                parts.family.extend(units(word));
            }
        }
        parts
    }

    fn all(&self) -> impl Iterator<Item = (&String, bool)> {
        let given = self.given.iter().map(|word| (word, false));
        given.chain(self.family.iter().map(|word| (word, true)))
    }

    /// Its first letters as `initialled` reads them in a text: in several ways, `ako` and `ao`.
    pub(super) fn initials(&self) -> Vec<String> {
        let first =
            |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
        let given = first(&self.given);
        let Some(family) = self.family.last().and_then(|word| word.chars().next()) else {
            return if self.given.len() > 1 { vec![given] } else { Vec::new() };
        };
        let mut all = vec![format!("{given}{}", first(&self.family)), format!("{given}{family}")];
        all.extend(given.chars().next().map(|letter| format!("{letter}{family}")));
        if let Some(particle) = self.particles.first().and_then(|word| word.chars().next()) {
            all.push(format!("{given}{particle}{family}"));
        }
        if self.given.len() > 1 {
            all.push(given);
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Whether somebody who is known by one word is known by the surname.
fn is_surname_alone(word: &str) -> bool {
    class(word).is(WordClass::SURNAME) && !is_given(word)
}

impl NameIndex {
    /// Puts a person in.
    pub(super) fn enter(&mut self, at: usize, person: &KnownPerson) {
        // Of single letters, those that are names: "Åsa Ö".
        let is_word =
            |word: &str, is_family: bool| word.chars().nth(1).is_some() || is_family && !word.is_ascii();
        for (word, is_family) in person.names.all().filter(|(word, is_family)| is_word(word, *is_family)) {
            let part = NamePart { person: at, is_family, is_exact: true };
            push(&mut self.words, word.clone(), part);
            if !word.is_ascii() && word.chars().nth(1).is_some() {
                push(&mut self.words, plain(word), NamePart { is_exact: false, ..part });
                for word in partly_plain(word) {
                    push(&mut self.words, word, NamePart { is_exact: false, ..part });
                }
                if let Some(word) = two_lettered(word) {
                    push(&mut self.words, word, NamePart { is_exact: false, ..part });
                }
            }
        }
        // "OHara" is O'Hara.
        let family: Vec<&String> = person.names.particles.iter().chain(&person.names.family).collect();
        if let [letter, name] = family.as_slice()
            && letter.chars().nth(1).is_none()
        {
            let part = NamePart { person: at, is_family: true, is_exact: true };
            push(&mut self.words, format!("{letter}{name}"), part);
        }
        for word in glued(&person.names) {
            push(&mut self.words, word, NamePart { person: at, is_family: false, is_exact: true });
        }
        let given = &person.names.given;
        if given.len() > 1 {
            // "Annakarin" is Anna-Karin.
            push(&mut self.words, given.concat(), NamePart { person: at, is_family: false, is_exact: true });
        }
    }

    /// Puts the address of a person in.
    pub(super) fn reach(&mut self, at: usize, address: &str) {
        let local = plain(address.split('@').next().unwrap_or_default());
        let letters = local.trim_end_matches(|c: char| c.is_ascii_digit());
        if !letters.is_empty() {
            push(&mut self.addresses, letters.to_owned(), at);
        }
    }

    /// Those who have this word in their names.
    pub(super) fn word(&self, folded: &str) -> Option<&[NamePart]> {
        if let Some(parts) = self.words.get(folded) {
            return Some(parts);
        }
        // "Evá" is Eva, but "ås" is not "as": å, ä and ö are letters of their own.
        let has_accent = |c: char| !c.is_ascii() && !matches!(c, 'å' | 'ä' | 'ö');
        if !folded.chars().any(has_accent) {
            return None;
        }
        self.words.get(&plain(folded)).map(Vec::as_slice)
    }

    /// Those of these people with these initials, in small letters without dots.
    pub(super) fn initials(&self, persons: &[KnownPerson], letters: &str) -> &[usize] {
        let all = self.initials.get_or_init(|| by(persons, NameParts::initials));
        all.get(letters).map(Vec::as_slice).unwrap_or_default()
    }

    /// Those of these people whose address or user name may be these letters and digits.
    pub(super) fn handle(&self, persons: &[KnownPerson], plain: &str) -> &[usize] {
        let letters = plain.trim_end_matches(|c: char| c.is_ascii_digit());
        let by_name = || self.handles.get(persons, letters);
        self.addresses.get(letters).or_else(by_name).map(Vec::as_slice).unwrap_or_default()
    }
}

fn by(persons: &[KnownPerson], keys: impl Fn(&NameParts) -> Vec<String>) -> WordMap<String, Vec<usize>> {
    let mut map = WordMap::default();
    for (at, person) in persons.iter().enumerate() {
        keys(&person.names).into_iter().filter(|key| !key.is_empty()).for_each(|key| push(&mut map, key, at));
    }
    map
}

fn push<T: PartialEq>(map: &mut WordMap<String, Vec<T>>, key: String, value: T) {
    let all = map.entry(key).or_default();
    if all.last() != Some(&value) {
        all.push(value);
    }
}

/// A word that has lost the dots of some of its letters and kept others: `aström`, `åstrom`.
fn partly_plain(word: &str) -> Vec<String> {
    const MOST: usize = 3;
    let dotted: Vec<usize> =
        word.chars().enumerate().filter(|(_, c)| !c.is_ascii()).map(|(at, _)| at).collect();
    if !(2..=MOST).contains(&dotted.len()) {
        return Vec::new();
    }
    let kept = |which: usize| {
        let is_kept =
            |at: &usize| dotted.iter().position(|dotted| dotted == at).is_none_or(|at| which >> at & 1 == 1);
        let letters = word.chars().enumerate();
        letters
            .map(|(at, c)| if is_kept(&at) { c.to_string() } else { plain(c.encode_utf8(&mut [0; 4])) })
            .collect()
    };
    (1..(1 << dotted.len()) - 1).map(kept).collect()
}

/// A whole name as one word: `karinöhman`, `karinohman`, `ohmankarin`; of a double surname also the first part, after
/// which the other comes. Short ones may be any word, and are none that is known.
fn glued(names: &NameParts) -> Vec<String> {
    const SHORT: usize = 3;
    const LONG: usize = 8;
    let (given, family) = (names.given.concat(), names.family.concat());
    let is_short = |word: &str| word.chars().nth(SHORT - 1).is_none();
    let length = given.chars().count() + family.chars().count();
    let are_short = is_short(&given) || is_short(&family);
    if family.is_empty() || given.is_empty() || length < if are_short { LONG } else { SHORT * 2 } {
        return Vec::new();
    }
    let mut written = vec![given.clone() + &family, family + &given];
    if let [first, _, ..] = names.family.as_slice() {
        written.push(given + first);
    }
    let is_other = |word: &String| {
        class(word) != WordClass::default()
            || is_function_word(word)
            || is_organisation(word)
            || person(word).is_some()
    };
    written.retain(|word| word.chars().nth(LONG - 1).is_some() || !is_other(word));
    let plain: Vec<String> = written.iter().map(|word| plain(word)).collect();
    let is_plain = written == plain;
    written.into_iter().chain(plain.into_iter().filter(|_| !is_plain)).collect()
}

/// What the address or user name of somebody may be: `evaek`, `ekeva`, `eek`, `evae`; for somebody with only one
/// name, that.
fn handles(names: &NameParts) -> Vec<String> {
    let mut all = plain_handles(names);
    let two = |words: &[String]| {
        words.iter().map(|word| two_lettered(word).unwrap_or_else(|| word.clone())).collect()
    };
    let other = NameParts {
        given: two(&names.given),
        given_lengths: names.given_lengths.clone(),
        particles: two(&names.particles),
        family: two(&names.family),
    };
    if other != *names {
        all.extend(plain_handles(&other));
        all.sort_unstable();
        all.dedup();
    }
    all
}

fn plain_handles(names: &NameParts) -> Vec<String> {
    let joined = |words: &[String]| words.iter().map(|word| plain(word)).collect::<String>();
    let (given, family) = (joined(&names.given), joined(&names.family));
    let particles = joined(&names.particles);
    let first_given = names.given.first().map(|word| plain(word)).unwrap_or_default();
    let last = names.family.last().map(|word| plain(word)).unwrap_or_default();
    if given.is_empty() || family.is_empty() {
        return vec![format!("{given}{family}")];
    }
    let first = |word: &str| word.chars().take(1).collect::<String>();
    let mut all = vec![
        format!("{given}{particles}{family}"),
        format!("{given}{family}"),
        format!("{family}{given}"),
        format!("{first_given}{family}"),
        format!("{first_given}{last}"),
    ];
    if last.len() == 1 {
        all.push(format!("{given}{last}"));
    }
    if last.len() > 1 {
        all.extend([
            format!("{}{family}", first(&given)),
            format!("{family}{}", first(&given)),
            format!("{given}{}", first(&last)),
        ]);
        // User names of six letters: `evasve`.
        let three = |word: &str| word.chars().take(3).collect::<String>();
        all.push(format!("{}{}", three(&given), three(&last)));
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> (String, String, String) {
        let words: Vec<String> = name.split(' ').map(str::to_owned).collect();
        let NameParts { given, particles, family, .. } = NameParts::of(&words);
        (given.join("+"), particles.join("+"), family.join("+"))
    }

    #[test]
    fn a_name_has_given_names_particles_and_surnames() {
        let of = |name| {
            let (given, particles, family) = parts(name);
            format!("{given}/{particles}/{family}")
        };
        assert_eq!(of("anna-karin öberg"), "anna+karin//öberg");
        assert_eq!(of("anna karin öberg"), "anna+karin//öberg");
        assert_eq!(of("karin andersson lind"), "karin//andersson+lind");
        assert_eq!(of("lars von essen"), "lars/von/essen");
        assert_eq!(of("maria de la cruz"), "maria/de+la/cruz");
        assert_eq!(of("eva ek-lund"), "eva//ek+lund");
        assert_eq!(of("omar al-sayed"), "omar/al/sayed");
        assert_eq!(of("lundqvist"), "//lundqvist");
        assert_eq!(of("maja"), "maja//");
    }
}
