//! Whether a name is that of a body rather than of a person, where a person or a body may be named: an owner, one of
//! those who were there, a signatory.

use super::associations::{association, closes_company, is_abbreviated_form, is_kind, is_partner, is_trade};
use super::is_shouted;
use super::leads::SHARING;
use super::names::{WordClass, class};
use super::people::{is_given, is_organisation, may_be_surname};
use super::word_list::WordList;

/// Words before the name of a town in the name of a body: "Näringsliv Höganäs".
static BEFORE_TOWNS: WordList = WordList::words(
    "citysamverkan destination event familjen framtid fritid företag företagarna hållbara innovation invest jobba
    kultur kulturum medborgarservice miljö näringsliv omsorg pride samhälle science seniorer service smarta turism turistbyrån tillväxt ung
    ungdom unga upplev utveckling visit",
);

/// Ends of words for what a body does or is about.
static ABOUT: WordList = WordList::words(
    "frihet hälsa kultur miljö omsorg samhälle service stöd trafik trygghet vård fritid utbildning tillväxt
    näringsliv bygg hållbarhet",
);

/// A neuter in the definite form, of which a house or an office is called: "Navet".
const NEUTER: &str = "et";

/// Whether the whole of a name is that of a body. A person of the same name is taken for one; those in the register are
/// not asked about here.
pub fn is_body(name: &str) -> bool {
    let words: Vec<&str> =
        name.split_whitespace().map(|word| word.trim_matches(['.', ',', '”', '"'])).collect();
    let folded: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    if association(folded.iter().map(String::as_str)) == Some(words.len()) && !words.is_empty() {
        return true;
    }
    match (words.as_slice(), folded.as_slice()) {
        ([word], [folded]) => is_one(word, folded),
        ([_, "&", _], [one, _, other]) => {
            is_partner(other) || [one, other].iter().any(|word| is_no_name(word))
        }
        ([first, .., last], [own, .., end]) => {
            let is_place = class(end).is(WordClass::PLACE);
            let is_town = is_place && !class(end).is(WordClass::SURNAME);
            let is_form = |word: &str, folded: &str| is_shouted(word) && is_abbreviated_form(folded);
            let is_family = is_given(own) || SHARING.contains(&own.as_str());
            !is_family && (is_organisation(own) || is_kind(own))
                || is_form(first, own)
                || is_form(last, end)
                || is_town && names_town(own)
                || closes_company(end)
                || !is_family && (is_trade(end) || is_organisation(end) && !is_place && !may_be_surname(end))
        }
        _ => false,
    }
}

/// Whether a body is called by this word and the name of a town after it.
pub fn names_town(folded: &str) -> bool {
    BEFORE_TOWNS.contains(folded)
}

/// Whether one word is the name of a body.
fn is_one(word: &str, folded: &str) -> bool {
    let known = class(folded);
    let is_name = is_given(folded) || known.is(WordClass::SURNAME);
    if is_shouted(word) {
        let length = folded.chars().count();
        let is_short = (3..=4).contains(&length) && !folded.contains('-');
        let is_other = known.is(WordClass::ABBREVIATION.or(WordClass::PLACE)) || is_abbreviated_form(folded);
        return is_organisation(folded) || !is_name && (is_other || is_short);
    }
    let is_office =
        folded.len() > NEUTER.len() + 2 && folded.ends_with(NEUTER) && known == WordClass::default();
    let is_other = is_no_name(folded) && !may_be_surname(folded);
    !is_name && word.starts_with(char::is_uppercase) && (is_other || is_office)
}

/// Whether a word says what a body is or what it is about, and nobody is called so.
pub fn is_no_name(folded: &str) -> bool {
    let known = class(folded);
    !known.is(WordClass::GIVEN.or(WordClass::SURNAME)) && (is_organisation(folded) || ABOUT.ends(folded))
}
