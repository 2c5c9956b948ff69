//! Whether a name is that of a body rather than of a person, where a person or a body may be named: an owner, one of
//! those who were there, a signatory.

use super::associations::{
    OF_CHURCHES, association, begins_place, closes_company, is_abbreviated_form, is_kind, is_partner,
    is_trade,
};
use super::is_shouted;
use super::leads::SHARING;
use super::names::{AND, WordClass, class};
use super::namesakes::{BUSINESSES, FOUNDATIONS, MEMORIALS, is_club, named_after_it};
use super::people::{LANGUAGES, is_given, is_organisation, is_town_by_form, may_be_surname};
use super::subjects::{DEFINITE, person};
use super::word_list::WordList;

/// Words before the name of a town in the name of a body: "Näringsliv Höganäs".
static BEFORE_TOWNS: WordList = WordList::words(
    "citysamverkan destination event familjen framtid fritid företag företagarna hållbara innovation invest jobba
    kultur kulturum medborgarservice miljö näringsliv omsorg pride samhälle science seniorer service smarta turism turistbyrån tillväxt ung
    ungdom unga upplev utveckling visit",
);

/// Ends of words for what a body is, does or is about.
pub static ABOUT: WordList = WordList::new(include_str!("../../../assets/words/near_names/body_words.txt"));

/// Words for what a body looks after, in small letters after "och": "Gata och park".
static LOOKED_AFTER: WordList = WordList::words(
    "bad bostad fordon gata gator hamn it kök lek lokal mark maskin näring park parker skog va väg vägar",
);

/// How the definite form of such a word ends after its basic one.
const DEFINITE_ENDS: &[&str] = &["en", "n", "et", "t"];

/// How words for many in the definite form end: "Fältarna", "Scouterna".
static GROUPS: WordList = WordList::words("arna erna orna");

/// Ends of surnames that end so too.
static NO_GROUPS: WordList = WordList::words("stierna stjerna hierna hjerna");

/// How definite forms end that are no given names.
const THINGS_BY_FORM: &[&str] = &["en", "et", "rna"];

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
    // "Svenska Röda Korset"
    if let [nation, _, ..] = folded.as_slice()
        && LANGUAGES.contains(nation)
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
    {
        return true;
    }
    match (words.as_slice(), folded.as_slice()) {
        ([word], [folded]) => is_one(word, folded),
        ([_, "&", _], [one, _, other]) => {
            is_partner(other) || [one, other].iter().any(|word| is_no_name(word))
        }
        ([first, and, last], _) if AND.contains(and) => is_pair(first, last),
        // "Brf Linnéa", "Ekets BK"
        ([_, last], [own, end]) if named_after_it(own).is_some() && is_given(end) || is_club(last) => true,
        // "Klaras kök"
        ([_, _], [own, end]) if BUSINESSES.contains(end) && own.strip_suffix('s').is_some_and(is_given) => {
            true
        }
        ([_, .., last], [own, .., end])
            if FOUNDATIONS.contains(own)
                && MEMORIALS.contains(end)
                && !last.starts_with(char::is_uppercase) =>
        {
            true
        }
        ([first, .., last], [own, .., end]) => {
            let is_place = class(end).is(WordClass::PLACE);
            let is_town = is_place && !class(end).is(WordClass::SURNAME);
            let is_form = |word: &str, folded: &str| is_shouted(word) && is_abbreviated_form(folded);
            let is_family = is_given(own) || SHARING.contains(&own.as_str());
            let is_office = || is_neuter(own) && last.starts_with(char::is_uppercase);
            !is_family && (is_no_name(own) || is_kind(own) || is_office())
                || is_called_after(&folded, last)
                || begins_place(own) && !is_given(own) && words.len() == 2
                || is_form(first, own)
                || is_form(last, end)
                || is_town && names_town(own)
                || closes_company(end)
                || !is_family
                    && (is_company_of(own, end) || is_no_name(end) && !is_place && !may_be_surname(end))
        }
        _ => false,
    }
}

/// Whether the last of these words in small letters is what is called after somebody whose name is before it: "Gustaf
/// Adolfs skola", "Maria församling".
fn is_called_after(folded: &[String], last: &str) -> bool {
    let [.., owner, noun] = folded else { return false };
    let is_genitive =
        owner.ends_with('s') && !is_given(owner) && !class(owner).is(WordClass::SURNAME) && owner.len() > 3;
    let is_owned = class(noun).is(WordClass::STREET.or(WordClass::CALLED_AFTER)) || is_no_name(noun);
    last.starts_with(char::is_lowercase) && (OF_CHURCHES.contains(noun) || is_genitive && is_owned)
}

/// Whether these are the name of a company by its trade: "Bergman Sten", but not "Hyun Sten", whose given name no list
/// has.
pub fn is_company_of(first: &str, trade: &str) -> bool {
    let is_family = class(trade).is(WordClass::GIVEN.or(WordClass::SURNAME).or(WordClass::THING));
    is_trade(trade) && !(is_family && !first.ends_with('s') && may_be_given(first))
}

/// Whether a word that no list has may be somebody's given name: nothing says that it is a place, a body or a thing.
pub fn may_be_given(folded: &str) -> bool {
    class(folded) == WordClass::default()
        && !THINGS_BY_FORM.iter().any(|end| folded.ends_with(end))
        && !is_no_name(folded)
        && !is_town_by_form(folded)
        && person(folded).is_none()
}

/// Whether a word says alone, in its basic form, what a body is about, so that a family may be called so: "Bygg".
pub fn is_basic_word(folded: &str) -> bool {
    is_trade(folded) || ABOUT.contains(folded) || is_organisation(folded) && !DEFINITE.ends(folded)
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
    let is_other = is_no_name(folded) && !may_be_surname(folded);
    !is_name
        && word.starts_with(char::is_uppercase)
        && (is_other || is_neuter(folded) || is_known_thing(folded))
}

/// Whether a word is the definite form of a thing after which places and companies are called: "Holmen".
pub fn is_known_thing(folded: &str) -> bool {
    let is_thing = |end: &&str| {
        let stem = folded.strip_suffix(*end);
        stem.is_some_and(|stem| {
            stem.chars().nth(2).is_some() && class(stem).is(WordClass::THING) && !is_given(stem)
        })
    };
    ["en", "et"].iter().any(is_thing)
}

fn is_neuter(folded: &str) -> bool {
    folded.len() > NEUTER.len() + 2 && folded.ends_with(NEUTER) && class(folded) == WordClass::default()
}

/// Whether these two words with "och" between are the name of a body: "Mark och exploatering", "Gata och Park", but not
/// "Karin och fritid".
pub fn is_pair(first: &str, last: &str) -> bool {
    let own = class(&first.to_lowercase());
    let is_somebody = own.is(WordClass::GIVEN.or(WordClass::SURNAME)) && !own.is_ambiguous();
    let is_word = |folded: &str| is_no_name(folded) || LOOKED_AFTER.contains(folded);
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    if is_capital(last) {
        let (first_word, last_word) = (first.to_lowercase(), last.to_lowercase());
        let is_first = is_word(&first_word) || !own.is(WordClass::GIVEN.or(WordClass::SURNAME));
        // "Bygglov och Mark"
        let is_last = is_word(&last_word) && !class(&last_word).is(WordClass::GIVEN);
        return is_capital(first) && is_first && is_last;
    }
    is_capital(first) && !is_somebody && last.starts_with(char::is_lowercase) && is_word(last)
}

/// Whether a word says what a body is or what it is about, and nobody is called so.
pub fn is_no_name(folded: &str) -> bool {
    let known = class(folded);
    let is_group = || GROUPS.ends(folded) && folded.chars().nth(5).is_some() && !NO_GROUPS.ends(folded);
    !known.is(WordClass::GIVEN.or(WordClass::SURNAME))
        && (is_organisation(folded) || is_about(folded) || is_group())
}

/// Whether a word is for what a body is, does or is about, in any form.
fn is_about(folded: &str) -> bool {
    let is_definite = |end: &&str| folded.strip_suffix(*end).is_some_and(|stem| ABOUT.ends(stem));
    ABOUT.ends(folded) || DEFINITE_ENDS.iter().any(is_definite)
}
