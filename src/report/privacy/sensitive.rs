//! Finds words about a person's health, origin, belief and the like, where they are about somebody.

use std::ops::Range;

use super::lexicon::{Lexicon, Term};
use super::reading::ScannedText;
use super::subject::Statement;
use crate::i18n::vocabulary::associations::is_kind;
use crate::i18n::vocabulary::bodies::is_no_name;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::AND;
use crate::i18n::vocabulary::personal::Says;
use crate::i18n::vocabulary::subjects::{DEFINITE, is_between};
use crate::model::FindingKind;
use crate::report::people::value::is_about_persons;
use crate::report::people::words::Word;
use crate::text::slice;

/// A term that is about somebody.
struct Said {
    kind: FindingKind,
    says: Says,
    /// Its words, by their indices in the text.
    words: Range<usize>,
}

/// Ranges are in bytes.
pub(super) fn find(reading: &ScannedText<'_>) -> Vec<(FindingKind, Range<usize>)> {
    let mut said: Vec<Said> = Vec::new();
    let mut next = 0;
    while let Some(rest) = reading.words.get(next..).filter(|rest| !rest.is_empty()) {
        let (terms, taken) = Lexicon::get().at(rest, reading.text);
        let words = next..next + taken.max(1);
        next = words.end;
        if terms.is_empty() {
            continue;
        }
        // "britt sandberg" is no Briton.
        let is_name = |word: &Word<'_>| {
            let name = reading.name_at(word);
            name.is_some_and(|name| word.capital || slice(reading.text, name.clone()).contains(' '))
        };
        let says = |what: Says| terms.iter().any(|term| term.says == what);
        let is_social = terms.iter().all(|term| term.kind == FindingKind::Social);
        let is_work = is_unit(reading, &words)
            || says(Says::Has) && reading.is_workplace(&words)
            || is_social && reading.is_unit_of_speaker(&words);
        let meant =
            !is_work && (says(Says::Also) || !says(Says::Nothing)) && !rest.first().is_some_and(is_name);
        let is_about = |term: &&Term| {
            goes_on_with(&said, reading, term, words.start) || is_about_somebody(reading, term, &words)
        };
        if let Some(term) = terms.into_iter().filter(|_| meant).find(is_about) {
            add(&mut said, reading, Said { kind: term.kind, says: term.says, words });
        }
    }
    let bytes = |words: &Range<usize>| {
        let (first, last) = (reading.words.get(words.start)?, reading.words.get(words.end.checked_sub(1)?)?);
        Some(first.at.start..last.at.end)
    };
    said.into_iter().filter_map(|said| Some((said.kind, bytes(&said.words)?))).collect()
}

/// Whether words are the name of a unit: who is responsible for something, or where somebody works. "Ansvarig:
/// Hemtjänst Väst", "Anna Ekman (Hemtjänsten)", but not "Anna Ekman (hemtjänst)".
fn is_unit(reading: &ScannedText<'_>, words: &Range<usize>) -> bool {
    let Some(before) = words.start.checked_sub(1).and_then(|at| reading.words.get(at)) else { return false };
    // "Enhetschef Hemtjänst", "enhetschef hemtjänst"
    if reading.touches(words.start) && is_role(&before.folded) {
        return true;
    }
    let Some(word) = reading.words.get(words.start) else { return false };
    let is_definite = is_no_name(&word.folded) && DEFINITE.ends(&word.folded) && words.len() == 1;
    if !word.capital {
        return false;
    }
    // "Pizzeria Roma"
    if reading.touches(words.start) && is_kind(&before.folded) {
        return true;
    }
    if reading.gap(words.start) == ": " {
        return is_about_persons(&before.folded);
    }
    matches!(reading.gap(words.start), " (" | ", ")
        && is_definite
        && before.capital
        && reading.name_at(before).is_some()
}

/// Whether it is one more body that the same one is a member of: "betalar till a-kassan och Seko".
fn goes_on_with(said: &[Said], reading: &ScannedText<'_>, term: &Term, at: usize) -> bool {
    let is_and = |at: usize| reading.words.get(at).is_some_and(|word| AND.contains(&&*word.folded));
    term.says == Says::IsIn
        && said.last().is_some_and(|last| {
            last.kind == term.kind
                && last.words.end + 1 == at
                && is_and(last.words.end)
                && !reading.parts(last.words.end)
        })
}

fn is_about_somebody(reading: &ScannedText<'_>, term: &Term, words: &Range<usize>) -> bool {
    // "Syriern vid bord 2 sa"
    let is_one = term.says == Says::IsA && term.form == WordForm::Known;
    is_one && term.kind == FindingKind::Ethnicity
        || reading.is_about_somebody(&Statement { words: words.clone(), says: term.says, form: term.form })
}

/// Adds to what was said: "dömd för misshandel" is one thing, and what somebody who is of a belief does for it says
/// nothing more.
fn add(said: &mut Vec<Said>, reading: &ScannedText<'_>, new: Said) {
    if let Some(last) = said.last_mut().filter(|last| last.kind == new.kind) {
        let mut between = last.words.end..new.words.start;
        let joins = |at: usize| reading.words.get(at).is_some_and(|word| is_between(&word.folded));
        if between.len() <= 2 && between.all(joins) && !reading.parts(new.words.start) {
            last.words.end = new.words.end;
            return;
        }
        let same = reading.sentence(last.words.start) == reading.sentence(new.words.start);
        if same && new.says == Says::Does && matches!(last.says, Says::Is | Says::IsA) {
            return;
        }
    }
    said.push(new);
}
