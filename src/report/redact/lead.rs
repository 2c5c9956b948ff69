//! What is right before and after a name in its sentence: a possessive asks for another form, a noun or a title for the
//! same person makes the replacement needless.

use std::ops::Range;

use super::replacement::{AskedForm, NamePosition, Replacement};
use crate::i18n::occupations::{Occupation, PREPOSITIONS};
use crate::i18n::vocabulary::bodies::is_body;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::leads::{
    ABBREVIATED_BEFORE, BEFORE_TITLES, CALLED, COURTESIES, DEFINITE_ARTICLES, DESCRIBING, ELECTED_TO,
    ELECTING, FORMER, GREETING, NAMING, REACHED_BY, SHARING, THANKING, WELCOMING, WHOSE, is_interjection,
    is_owner, noun_before_name,
};
use crate::i18n::vocabulary::minutes::OWNER_LABELS;
use crate::i18n::vocabulary::names::{AND, WordClass, class};
use crate::i18n::vocabulary::promises::RESPONSIBLE;
use crate::i18n::vocabulary::subjects::{PersonNoun, person};
use crate::i18n::{Lang, format, labels};
use crate::model::FindingKind;
use crate::text::slice;

/// What may be between somebody and what they are.
pub(super) const DASHES: [&str; 3] = [" – ", " — ", " - "];

/// How many words say what somebody is after a dash; more are what is said next.
const MOST_WORDS_AFTER_DASH: usize = 3;

/// What the words before a name do to what replaces it.
pub(super) enum Lead {
    /// They ask for a form.
    Asks(AskedForm),
    /// They are replaced together with the name, from here on, by these words.
    Covers(usize, String),
}

/// The words before a name that `instead` replaces.
pub(super) fn lead(text: &str, start: usize, instead: &Replacement, genitive: bool, lang: Lang) -> Lead {
    let Some(at) = word_before(text, start) else { return Lead::Asks(AskedForm::Any) };
    let word = slice(text, at.clone());
    let folded = fold(word);
    let of = |word: String| if genitive { format::genitive(lang, &word) } else { word };
    let before = word_before(text, at.start).map(|at| fold(slice(text, at))).unwrap_or_default();
    if SHARING.contains(&folded.as_str()) {
        return Lead::Covers(at.start, of(word.to_owned()));
    }
    let is_somebody = matches!(instead, Replacement::Somebody { .. });
    if WELCOMING.contains(&folded.as_str()) && is_somebody && !genitive {
        return Lead::Covers(at.start, word.to_owned());
    }
    if NAMING.contains(&folded.as_str()) {
        return Lead::Covers(at.start, format!("{word} {}", labels::nameless(lang)));
    }
    if CALLED.contains(&folded.as_str()) {
        let place = NamePosition { opens: opens(text, at.start), genitive: true, ..NamePosition::default() };
        let of_whom = instead.at(place, lang);
        return Lead::Covers(at.start, of(format!("{of_whom} {}", format::lowered(word))));
    }
    // "Till kassör valdes Moa Ek, till revisor Ola Lund": the office is what they are elected to.
    if ELECTED_TO.contains(&before.as_str()) && is_of_election(text, at.start) {
        return Lead::Asks(AskedForm::Any);
    }
    let is_whose = |word: &str| WHOSE.contains(&word) || is_owner(word);
    // "den nöjda Tor"
    let is_adjective = word.starts_with(char::is_lowercase)
        && folded.ends_with(['a', 'e'])
        && DEFINITE_ARTICLES.contains(&before.as_str())
        && person(&folded).is_none_or(|(_, form)| form == WordForm::Several);
    let describes = is_adjective || DESCRIBING.contains(&folded.as_str());
    // "VD:n Eva"
    let abbreviated =
        folded.strip_suffix(":n").filter(|base| person(base).is_some()).map(|_| WordForm::Known);
    // "unge Per" is no child.
    if let Some(form) = noun_before_name(&folded).or(abbreviated).filter(|_| lang == Lang::Sv && !describes) {
        let is_said = form == WordForm::Known || is_whose(&before) || DESCRIBING.contains(&before.as_str());
        let known = (!is_said).then(|| Occupation::of(lang, word)).flatten().map(|known| known.definite);
        let known =
            known.map(
                |known| {
                    if word.starts_with(char::is_uppercase) { format::capitalised(&known) } else { known }
                },
            );
        return Lead::Covers(at.start, of(known.unwrap_or_else(|| word.to_owned())));
    }
    Lead::Asks(if is_whose(&folded) || GREETING.contains(&folded.as_str()) {
        AskedForm::Bare
    } else if describes {
        if is_whose(&before) { AskedForm::Bare } else { AskedForm::Definite }
    } else {
        AskedForm::Any
    })
}

/// Whether the sentence says that somebody is elected.
fn is_of_election(text: &str, at: usize) -> bool {
    let before = slice(text, ..at);
    let start = before.rfind(['.', '!', '?', '\n']).map_or(0, |end| end + 1);
    let sentence = slice(text, start..).split(['.', '!', '?', '\n']).next().unwrap_or_default();
    sentence.split(|c: char| !c.is_alphabetic()).any(|word| ELECTING.contains(word))
}

/// Whether a text ends with a noun for one of many or for a family, so that the name after it is not needed:
/// "klienten", "familjen".
pub(super) fn follows_private_noun(before: &str) -> bool {
    let noun = word_before(before, before.len()).map(|at| fold(slice(before, at)));
    noun.is_some_and(|noun| {
        let is_private = matches!(person(&noun), Some((PersonNoun::Private | PersonNoun::Kin, _)));
        SHARING.contains(&noun.as_str()) || is_private && noun_before_name(&noun).is_some()
    })
}

/// Whether whoever is named here is thanked: "Tack Eva!"
pub(super) fn is_thanked(text: &str, start: usize) -> bool {
    word_before(text, start).is_some_and(|at| THANKING.contains(&fold(slice(text, at)).as_str()))
}

/// Where a name is between commas or brackets after a noun for the same person ("En lärare, Siv Holm, sa nej"): the
/// range that the noun alone replaces, and the noun.
pub(super) fn after_noun(
    text: &str,
    at: &Range<usize>,
    instead: &Replacement,
    lang: Lang,
) -> Option<(Range<usize>, String)> {
    let (before, after) = (slice(text, ..at.start), slice(text, at.end..));
    let (head, is_bracket) = match before.strip_suffix(", ") {
        Some(head) => (head, false),
        None => (before.strip_suffix(" (")?, true),
    };
    let closes = if is_bracket {
        after.starts_with(')')
    } else {
        after.is_empty() || after.starts_with([',', '.', '!', '?', ';', '\n'])
    };
    let forms = instead.occupation(lang).filter(|_| closes)?;
    let start = head.rfind(['.', '!', '?', '\n', ':', ';']).map_or(0, |at| at + 1);
    let mut words =
        slice(head, start..).char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| start + at + 1);
    let starts: Vec<usize> = std::iter::once(start).chain(words.by_ref()).collect();
    let last = *starts.last()?;
    let is_same = starts.iter().rev().take(5).any(|from| forms.is_said_by(slice(head, *from..).trim_start()));
    let is_person = || {
        matches!(instead, Replacement::Somebody { .. }) && {
            let noun = fold(slice(head, last..));
            person(&noun).is_some() && (noun_before_name(&noun).is_some() || !noun.ends_with("are"))
        }
    };
    if !is_same && !is_person() {
        return None;
    }
    let noun = slice(head, last..).trim_start();
    let from = head.len() - noun.len();
    let is_closed = after.starts_with([',', ')']);
    (!noun.is_empty()).then(|| (from..at.end + usize::from(is_closed), noun.to_owned()))
}

/// Where a title for the same person is after a name ("Eva Ek, rektor, sa nej"): where what is replaced ends, and what
/// replaces it then.
pub(super) fn before_title(
    text: &str,
    end: usize,
    instead: &Replacement,
    is_list: bool,
    lang: Lang,
) -> Option<(usize, Replacement)> {
    let after = slice(text, end..);
    let (rest, is_bracket) = match after.strip_prefix(", ") {
        Some(rest) => (rest, false),
        None => match DASHES.iter().find_map(|dash| after.strip_prefix(*dash)) {
            Some(rest) => (rest, false),
            None => (after.strip_prefix(" (")?, true),
        },
    };
    let is_dash = DASHES.iter().any(|dash| after.starts_with(dash));
    let marks = rest.find([',', '.', ';', ')', '(', '\n', '!', '?', ':']);
    let dash = DASHES.iter().filter_map(|dash| rest.find(dash)).min();
    let length = marks.into_iter().chain(dash).min().unwrap_or(rest.len());
    let (phrase, closing) = rest.split_at(length);
    // "Bo Ek – chefen svarar i maj."
    if is_dash
        && (phrase.split(' ').count() > MOST_WORDS_AFTER_DASH || closing.starts_with(['.', '!', '?', '(']))
    {
        return None;
    }
    // The blank before a bracket stays.
    let length = phrase.trim_end().len();
    if let Replacement::Role { within, .. } = instead
        && after.starts_with(", ")
        && !within.is_said_by(phrase.trim())
        && let Some(length) = said_with_more(phrase, within)
    {
        return Some((end + (after.len() - rest.len()) + length, instead.clone()));
    }
    // "Moa Ek, sekreterare: Ola Lund"
    if closing.strip_prefix(':').is_some_and(|next| !next.trim().is_empty())
        || is_bracket && !closing.starts_with(')')
        || phrase.split_whitespace().count() > 5
    {
        return None;
    }
    let is_title = |title: &str| fold(title) == fold(phrase.trim());
    let instead = match instead {
        Replacement::Fixed(_) => return None,
        Replacement::Role { title, within } => {
            (is_title(title) || within.is_said_by(phrase)).then(|| instead.clone())?
        }
        Replacement::Somebody { what } if !what.is_empty() && is_title(what) => instead.clone(),
        Replacement::Somebody { .. } => {
            let first = fold(phrase.split_whitespace().next()?);
            let is_office = person(&first) == Some((PersonNoun::Role, WordForm::One));
            let is_noun = is_office || noun_before_name(&first).is_some_and(|form| form == WordForm::One);
            let is_only_title = || {
                let is_name = class(&first).is(WordClass::GIVEN.or(WordClass::SURNAME));
                !is_name && !closing.starts_with('(') && !phrase.trim().contains(' ')
            };
            let is_written = phrase.starts_with(char::is_lowercase) || is_bracket || is_only_title();
            // "Björn, chef Bo Al": it is the title of somebody else.
            let names_another =
                phrase.split_whitespace().nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
            (is_noun && is_written && !names_another).then(|| Replacement::titled(phrase, lang)).flatten()?
        }
    };
    // "Moa Ek, utredare, Region Norr"
    let names_body = is_body(
        slice(rest, length..).trim_start_matches([',', ' ']).split([',', '.']).next().unwrap_or_default(),
    );
    let eats = is_bracket || !is_list && closing.starts_with(',') && !names_body;
    Some((end + (after.len() - rest.len()) + length + usize::from(eats), instead))
}

/// How many bytes of a phrase are a title that goes on with what it is of: "enhetschef" of "enhetschef på Ekbacken".
fn said_with_more(phrase: &str, title: &Occupation) -> Option<usize> {
    let (first, rest) = phrase.split_once(' ')?;
    let next = rest.split(' ').next().unwrap_or_default();
    let goes_on = PREPOSITIONS.contains(&next) || is_body(next);
    (goes_on && title.is_said_by(first)).then_some(first.len())
}

/// Whether a name that ends here is a part of the word after the next one: "Gretas- och Sunes-listan".
pub(super) fn is_shortened(text: &str, end: usize) -> bool {
    labels::SHORTENED_BEFORE.iter().any(|own| slice(text, end..).starts_with(own))
}

/// Whether a word for several by their work, all of whom are known, is right before a position: "lärarna".
pub(super) fn follows_plural_title(text: &str, start: usize) -> bool {
    let before = slice(text, ..start).strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    person(&fold(word)) == Some((PersonNoun::Role, WordForm::AllKnown))
}

/// Where the title before a name begins, with the words that are a part of it: "vice ordförande".
pub(super) fn title_start(text: &str, mut start: usize) -> usize {
    while let Some(at) = word_before(text, start)
        .filter(|at| BEFORE_TITLES.contains(&slice(text, at.clone()).to_lowercase().as_str()))
    {
        start = at.start;
    }
    // "IT-chef"
    let before = slice(text, ..start);
    let is_joined = before.ends_with('-') && before.trim_end_matches('-').ends_with(char::is_alphanumeric);
    if is_joined { before.rfind([' ', '\n', '(', ',']).map_or(0, |at| at + 1) } else { start }
}

/// Whether a title says what is asked of somebody, and not what they are: "(ansvarig Eva Ek)".
pub(super) fn is_duty(title: &str) -> bool {
    RESPONSIBLE.contains(&fold(title).as_str())
}

/// Where a title that says nothing of whose it is begins ("herr Ek"), with another one before it ("herr och fru Ek").
/// `None` for other titles, and for "hans fru Eva".
pub(super) fn courtesy_start(text: &str, title: &Range<usize>) -> Option<usize> {
    let is_courtesy = |at: &Range<usize>| COURTESIES.contains(&fold(slice(text, at.clone())).as_str());
    let before = word_before(text, title.start);
    let is_kin = before.clone().is_some_and(|at| {
        let word = fold(slice(text, at));
        WHOSE.contains(&word.as_str()) || is_owner(&word)
    });
    if !is_courtesy(title) || is_kin {
        return None;
    }
    let and = before.filter(|at| AND.contains(&fold(slice(text, at.clone())).as_str()));
    let other = and.and_then(|and| word_before(text, and.start)).filter(is_courtesy);
    Some(other.map_or(title.start, |other| other.start))
}

/// Where a word begins that says that somebody has left the office whose title begins here.
pub(super) fn former_start(text: &str, start: usize) -> Option<usize> {
    let at = word_before(text, start)?;
    FORMER.contains(&slice(text, at.clone()).to_lowercase().as_str()).then_some(at.start)
}

/// The word right before a position, with the full stops in it and after it.
fn word_before(text: &str, start: usize) -> Option<Range<usize>> {
    let before = slice(text, ..start);
    let end = before.strip_suffix([' ', '\u{a0}'])?;
    let from = end.rfind(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '\u{ad}')));
    let from = from
        .map_or(0, |at| at + end.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = slice(end, from..);
    let is_sentence = word.ends_with('.') && !is_abbreviated(word);
    (!word.is_empty() && !is_sentence && !word.ends_with(':')).then_some(from..end.len())
}

/// Whether a comma and what is listed before it are right before this.
pub(super) fn ends_a_list(text: &str, start: usize) -> bool {
    let Some(before) = slice(text, ..start).strip_suffix(", ") else { return false };
    let clause = before.rsplit(['.', '!', '?', ':', '\n']).next().unwrap_or_default();
    let item = clause.rsplit(", ").next().unwrap_or_default().trim_start();
    // "Tack, Greta och Sune!"
    let is_greeting = is_interjection(&fold(item));
    item.starts_with(char::is_uppercase) && item.split_whitespace().count() < 4 && !is_greeting
}

/// Whether the full stop at the end of this is that of an abbreviation.
fn is_abbreviated(before: &str) -> bool {
    let word =
        before.trim_end_matches('.').rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
    before.ends_with('.') && ABBREVIATED_BEFORE.contains(&word.as_str())
}

/// Whether a sentence or a line begins here: there is nothing but marks before it.
pub(super) fn opens(text: &str, start: usize) -> bool {
    let before = slice(text, ..start).trim_end_matches('(');
    let line = before.trim_end_matches([' ', '\u{a0}', '-', '–', '—', '•', '*', '”', '"', '„', '“']);
    let before = before.trim_end();
    // "Rektorn: ”Eleven vill.”"
    let quoted = before.trim_end_matches(['”', '"', '“', '„', '»', '«']);
    let is_quotation = quoted.len() < before.len() && quoted.trim_end().ends_with(':');
    line.is_empty()
        || line.ends_with('\n')
        || is_quotation
        || before.ends_with(['.', '!', '?', '\n']) && !is_abbreviated(before)
}

/// Whether a label of whoever is responsible is before this: what follows is a field within the text.
pub(super) fn follows_label(text: &str, start: usize) -> bool {
    let before = slice(text, ..start).trim_end();
    let label = before.strip_suffix(':').and_then(|before| before.split([' ', '(', '\n']).next_back());
    label.is_some_and(|label| OWNER_LABELS.contains(&format!("{}:", label.to_lowercase()).as_str()))
}

/// What replaces a way to reach somebody, after the words before it.
pub(super) fn hidden_contact(text: &str, start: usize, contact: FindingKind, lang: Lang) -> String {
    let label = labels::hidden_contact(lang, contact);
    let before = slice(text, ..start).trim_end();
    let called = before.trim_end_matches(':').rsplit([' ', '\n', ',', ';', '(']).next().unwrap_or_default();
    // "Telefon: utelämnat", "tel (utelämnat)"
    if REACHED_BY.contains(&fold(called.trim_end_matches('.')).as_str()) {
        let left_out = label.split(' ').next().unwrap_or(label);
        return if before.ends_with(':') { left_out.to_owned() } else { format!("({left_out})") };
    }
    if opens(text, start) { format::capitalised(label) } else { label.to_owned() }
}
