//! Who signs on one line, however many they are: "Moa Ek (rektor), Ola Lund (kurator)", "rektor Moa Ek & Ola Lund". It
//! sees no other line, and takes what is no name for what the one before it is.

use crate::i18n::vocabulary::is_shouted;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::{UNIT_ENDINGS, WordClass, class, is_surname_by_form};
use crate::i18n::vocabulary::people::{is_given, is_organisation, is_particle, may_be_surname};
use crate::i18n::vocabulary::subjects::{PersonNoun, person};
use crate::model::Signature;

/// What is between two who sign on one line. A comma and "och" are in titles too.
const BETWEEN: &[&str] = &[" och ", " samt ", " and ", ", ", ",", "; ", ";", " & ", " + ", " / ", "/"];

/// How many words a name has at the most.
const LONGEST: usize = 4;

/// Those whom a line names, with their roles; the words that open the sign-off are the role of whoever has none. Where
/// no second one is named, the line is one name, and after a comma its role.
pub fn signers(line: &str, opening: &str) -> Vec<Signature> {
    let mut found: Vec<Signature> = Vec::new();
    for (separator, piece) in pieces(line) {
        match (named(piece), found.last_mut()) {
            (Some(signer), _) => found.push(signer),
            (None, None) => found.push(Signature { name: piece.to_owned(), role: String::new() }),
            (None, Some(Signature { role, .. })) if role.is_empty() => piece.clone_into(role),
            (None, Some(Signature { role, .. })) => role.extend([separator, piece]),
        }
    }
    if found.len() < 2 {
        let (name, role) = line.split_once(", ").unwrap_or((line, opening));
        return vec![Signature { name: name.trim().to_owned(), role: role.trim().to_owned() }];
    }
    for signature in found.iter_mut().filter(|signature| signature.role.is_empty()) {
        opening.clone_into(&mut signature.role);
    }
    found
}

/// The parts of a line between separators outside brackets, each with what is before it.
fn pieces(line: &str) -> Vec<(&str, &str)> {
    let mut pieces = Vec::new();
    let (mut rest, mut before) = (line, "");
    while !rest.is_empty() {
        let outside = |at: usize| {
            let head = rest.get(..at).unwrap_or_default();
            head.matches('(').count() <= head.matches(')').count()
        };
        let starts = rest.char_indices().map(|(at, _)| at).filter(|at| outside(*at));
        let next = starts.into_iter().find_map(|at| {
            let tail = rest.get(at..)?;
            let between = BETWEEN.iter().find(|between| tail.starts_with(**between)).copied();
            Some((at, between.or_else(|| column(tail))?))
        });
        let (piece, separator) = match next {
            Some((at, separator)) => (rest.get(..at).unwrap_or_default(), separator),
            None => (rest, ""),
        };
        rest = rest.get(piece.len() + separator.len()..).unwrap_or_default();
        let (first, second) = two_names(piece.trim());
        pieces.push((before, first));
        pieces.extend(second.map(|second| (" ", second)));
        before = separator;
    }
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

/// The blanks that a text begins with, where they set it apart as a column.
fn column(text: &str) -> Option<&str> {
    let blanks = text.len() - text.trim_start_matches([' ', '\u{a0}', '\t']).len();
    text.get(..blanks).filter(|blanks| blanks.chars().nth(1).is_some() || *blanks == "\t")
}

/// Two names in full with nothing but a blank between them, as two columns read when a tab was between them.
fn two_names(piece: &str) -> (&str, Option<&str>) {
    let words: Vec<&str> = piece.split(' ').collect();
    let [given, family, other, _] = words.as_slice() else { return (piece, None) };
    let is_only_given = |word: &str| {
        let folded = word.to_lowercase();
        is_given(&folded) && !class(&folded).is(WordClass::SURNAME)
    };
    let length = given.len() + 1 + family.len();
    let halves = (piece.get(..length).unwrap_or_default(), piece.get(length + 1..));
    let are_two = is_only_given(other) && !is_only_given(family) && named(halves.0).is_some();
    if are_two && halves.1.and_then(named).is_some() { halves } else { (piece, None) }
}

/// The one whom a piece names, with a role before the name or in brackets after it.
fn named(piece: &str) -> Option<Signature> {
    let (bare, note) = match piece.strip_suffix(')').and_then(|piece| piece.split_once(" (")) {
        Some((bare, note)) => (bare.trim(), note.trim()),
        None => (piece, ""),
    };
    if is_name(bare) {
        return Some(Signature { name: bare.to_owned(), role: note.to_owned() });
    }
    let starts = bare.match_indices(' ').map(|(at, _)| at);
    let (title, name) =
        starts.filter_map(|at| Some((bare.get(..at)?, bare.get(at + 1..)?))).find(|(title, name)| {
            title.split(' ').all(is_of_title) && is_title(title) && name.contains(' ') && is_name(name)
        })?;
    let role = if note.is_empty() { title.to_owned() } else { format!("{title} ({note})") };
    Some(Signature { name: name.to_owned(), role })
}

/// Whether a line says only what somebody is, in several words: "Biträdande rektor", "Vice ordförande", "T.f. kurator".
/// Each word of a name has a capital letter, but for particles.
pub fn is_title_alone(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, .., last] = words.as_slice() else { return false };
    let is_name = |word: &str| class(&word.to_lowercase()).is(WordClass::GIVEN.or(WordClass::SURNAME));
    let goes_on =
        || words.iter().skip(1).any(|word| word.starts_with(char::is_lowercase) && !is_particle(word));
    goes_on() && is_somebody_by_work(&words) || is_title(last) && !is_name(first) && !is_name(last)
}

/// Whether one of these words in small letters says what somebody is.
fn is_somebody_by_work(words: &[&str]) -> bool {
    words.iter().any(|word| is_title(word))
        || words.last().is_some_and(|last| last.starts_with(char::is_lowercase) && !is_given(last))
}

/// Whether words before a name are what somebody is.
fn is_title(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_occupation = person(&last).is_some_and(|(sort, _)| sort == PersonNoun::Role);
    is_role(&last) || is_occupation || class(&last).is(WordClass::TITLE)
}

fn is_of_title(word: &str) -> bool {
    word.starts_with(char::is_lowercase) || is_title(word)
}

/// Whether this is the name of a person and can hardly be anything else.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [.., last] = words.as_slice() else { return false };
    let is_all_loud = words.iter().all(|word| is_shouted(word));
    let is_of_name = |(at, word): (usize, &&str)| {
        let folded = word.to_lowercase();
        let known = class(&folded);
        let is_last = at + 1 == words.len();
        let is_named = known.is(WordClass::GIVEN.or(WordClass::SURNAME));
        let is_body = is_organisation(&folded) && !(is_last && may_be_surname(&folded)) && !is_named;
        let is_unit = UNIT_ENDINGS.iter().any(|end| folded.ends_with(end)) && !is_named;
        let is_other = known.is(WordClass::NO_NAME) && !is_named;
        let is_letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.'));
        let is_somebody = word.starts_with(char::is_uppercase) && (is_all_loud || !is_shouted(word));
        is_particle(&folded) && at > 0 && !is_last
            || is_somebody && is_letters && !is_body && !is_unit && !is_other && !is_title(word)
    };
    let are_of_name = words.iter().enumerate().all(is_of_name);
    let only = last.to_lowercase();
    match words.len() {
        1 => are_of_name && is_name_alone(&only),
        2..=LONGEST => are_of_name,
        _ => false,
    }
}

/// Whether a word is a name where it is alone: a given name or a surname, and nothing else.
fn is_name_alone(folded: &str) -> bool {
    let known = class(folded);
    let is_listed = is_given(folded) || known.is(WordClass::SURNAME) || is_surname_by_form(folded);
    is_listed && !known.is_ambiguous() && !known.is(WordClass::PLACE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let one = |Signature { name, role }: Signature| format!("{name} = {role}");
        signers(line, "Justeras").into_iter().map(one).collect()
    }

    #[test]
    fn everybody_on_a_line_is_a_signatory() {
        let both = ["Svenja Rydhult = Justeras", "Niklas Krokstedt = Justeras"];
        for separator in [", ", " och ", " & ", " / ", "/", " samt ", "; ", " + ", "     ", "\t", " "] {
            assert_eq!(read(&["Svenja Rydhult", "Niklas Krokstedt"].join(separator)), both, "{separator:?}");
        }
        assert_eq!(
            read("Ylwa Sköldebrand, Runar Öhrnberg och Tjelvar von Brännmo"),
            ["Ylwa Sköldebrand = Justeras", "Runar Öhrnberg = Justeras", "Tjelvar von Brännmo = Justeras"]
        );
        assert_eq!(read("SVENJA RYDHULT, NIKLAS KROKSTEDT").len(), 2);
        assert_eq!(read("Svenja och Niklas"), ["Svenja = Justeras", "Niklas = Justeras"]);
        assert_eq!(read("Rydhult, Krokstedt"), ["Rydhult = Justeras", "Krokstedt = Justeras"]);
    }

    #[test]
    fn each_keeps_their_role() {
        let both = ["Svenja Rydhult = utredare", "Niklas Krokstedt = jurist"];
        for line in [
            "Svenja Rydhult (utredare), Niklas Krokstedt (jurist)",
            "utredare Svenja Rydhult, jurist Niklas Krokstedt",
            "Svenja Rydhult, utredare, Niklas Krokstedt, jurist",
            "Svenja Rydhult, utredare och Niklas Krokstedt, jurist",
            "Svenja Rydhult (utredare)   jurist Niklas Krokstedt",
        ] {
            assert_eq!(read(line), both, "{line}");
        }
    }

    #[test]
    fn what_somebody_is_names_nobody_else() {
        for (line, expected) in [
            ("Eva Ek", "Eva Ek = Justeras"),
            ("Eva Ek, Processledare LKP", "Eva Ek = Processledare LKP"),
            ("Per Lind, ombud", "Per Lind = ombud"),
            ("Lisa Ek, chef för kultur och fritid", "Lisa Ek = chef för kultur och fritid"),
            ("Lisa Ek, Barn och Ungdom", "Lisa Ek = Barn och Ungdom"),
            ("Lisa Ek, Enheten för Stöd & Omsorg", "Lisa Ek = Enheten för Stöd & Omsorg"),
            ("Lisa Ek, Lund", "Lisa Ek = Lund"),
            ("Anna Karin Maria Berg", "Anna Karin Maria Berg = Justeras"),
            ("Samhälle & Skola", "Samhälle & Skola = Justeras"),
        ] {
            assert_eq!(read(line), [expected], "{line}");
        }
    }
}
