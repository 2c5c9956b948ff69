//! Words that distinguish names of persons from other words with a capital letter. All in lower case and NFC.

use super::word_list::WordList;

/// Every list, for a test of how they are written.
#[cfg(test)]
pub(super) static LISTS: [&WordList; 4] = [&GIVEN, &ALSO_WORDS, &ORGANISATIONS, &PLACES];

/// Given names that are common in Sweden: a name is recognised by them alone.
static GIVEN: WordList = WordList::new(include_str!("../../../assets/words/given_names.txt"));

/// Names that are ordinary words too: in lower case, or at the beginning of a sentence, they may mean something else.
static ALSO_WORDS: WordList = WordList::new(include_str!("../../../assets/words/names_and_words.txt"));

/// Small words within a name.
const PARTICLES: &[&str] = &[
    "af", "al", "av", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "el", "ibn", "la", "le",
    "ten", "van", "von",
];

/// Ends of words that name a body, a place or a thing that is done, never a person.
static ORGANISATIONS: WordList =
    WordList::new(include_str!("../../../assets/words/organisation_endings.txt"));

/// Words that close the name of a company.
const COMPANIES: &[&str] = &[
    "ab",
    "hb",
    "kb",
    "aktiebolag",
    "blu",
    "group",
    "hotel",
    "hotell",
    "sverige",
    "syd",
    "norr",
    "väst",
    "öst",
];

/// Places, times and well-known things that are written with a capital letter; some are surnames too.
static PLACES: WordList = WordList::new(include_str!("../../../assets/words/places.txt"));

/// Labels of header fields that hold names of persons, beside participants and signatories.
pub const PERSON_LABELS: &[&str] = &[
    "adjungerade",
    "ansvarig",
    "ansvariga",
    "chair",
    "handläggare",
    "justerare",
    "kallade",
    "kontakt",
    "kontaktperson",
    "mötesledare",
    "mötesordförande",
    "ordförande",
    "sammankallande",
    "samtalsledare",
    "sändlista",
    "vår referens",
    "er referens",
    "föredragande",
];

/// Words that a name of a person often follows.
pub const BEFORE_NAMES: &[&str] = &[
    "säger",
    "sa",
    "sade",
    "berättar",
    "menar",
    "tycker",
    "enligt",
    "kontakta",
    "kontaktar",
    "ring",
    "ringa",
    "maila",
    "mejla",
    "med",
    "av",
    "till",
    "från",
    "hos",
    "fråga",
    "frågar",
    "ansvarig",
    "och",
    "samt",
    "tacka",
    "hälsa",
    "herr",
    "fru",
    "says",
    "by",
    "with",
];

/// Words for nobody in particular, in places where a name could be.
const NOBODY: &[&str] = &[
    "alla",
    "någon",
    "några",
    "ingen",
    "vi",
    "jag",
    "ni",
    "samtliga",
    "övriga",
    "okänd",
    "anonym",
    "flera",
    "all",
    "everyone",
    "deltagare",
    "deltagarna",
    "ledamöter",
    "ledamöterna",
    "personalen",
    "cheferna",
    "st",
    "se",
    "lista",
    "inga",
    "ej",
    "se lista",
];

/// Whether a word is a given name that is recognised by itself.
pub fn is_given(folded: &str) -> bool {
    GIVEN.contains(folded)
}

/// Whether a name is an ordinary word too.
pub fn is_also_a_word(folded: &str) -> bool {
    ALSO_WORDS.contains(folded)
}

/// Whether a word is part of a name and no name itself.
pub fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

/// Whether a word names a body or the like.
pub fn is_organisation(folded: &str) -> bool {
    ORGANISATIONS
        .iter()
        .any(|end| folded.ends_with(end) || folded.strip_suffix('s').is_some_and(|word| word.ends_with(end)))
        || COMPANIES.contains(&folded)
}

/// Whether a word names a place, a time or a well-known thing.
pub fn is_place(folded: &str) -> bool {
    PLACES.contains(folded)
}

/// Whether a word means nobody in particular, where a name could be.
pub fn is_nobody(folded: &str) -> bool {
    NOBODY.contains(&folded)
}
