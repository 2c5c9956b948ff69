//! What of a text is replaced with a name: the title before it, an initial's full stop, the label of a list that says
//! the same.

use std::ops::Range;

use super::lead::{DASHES, courtesy_start, former_start, is_duty, is_shortened, title_start};
use super::replacement::{OneOfAlike, Replacement};
use super::row::MaskedName;
use super::rows::MaskedText;
use crate::report::people::{Mention, Naming, Who};
use crate::text::slice;

impl MaskedText<'_> {
    /// A name with what replaces it, and with what of the text that takes the place of.
    pub(super) fn name(self, mut mention: Mention, instead: Replacement) -> MaskedName {
        let mut at = mention.at.clone();
        if self.has_initial_stop(&at) {
            at.end += 1;
        }
        // "@Eva ordnar"
        let is_at = mention.naming == Naming::Name && slice(self.text, ..at.start).ends_with('@');
        at.start -= usize::from(is_at);
        let is_fixed = matches!(instead, Replacement::Fixed(_));
        // "(rektorn och en deltagare)": brackets within brackets say too much.
        let is_noted = matches!(&instead, Replacement::Somebody { what } if !what.is_empty());
        let instead = if is_noted && self.is_in_brackets(at.start) { Replacement::SOMEBODY } else { instead };
        // "Gretas- och Sunes-listan"
        if !is_fixed && is_shortened(self.text, at.end) {
            at.end += 1;
            mention.genitive = true;
        }
        let title = mention.title.clone().filter(|_| self.takes_titles && !is_fixed);
        let title = title.filter(|title| !is_duty(slice(self.text, title.clone())));
        let which = OneOfAlike::Only;
        let Some(title) = title else {
            let label = self.own_label(at.start, &instead).or_else(|| self.own_title(at.start, &instead));
            at.start = label.unwrap_or(at.start);
            return MaskedName { mention, instead, at, has_title: label.is_some(), which };
        };
        at.start = title_start(self.text, title.start);
        let own = Replacement::titled(slice(self.text, at.start..title.end), self.lang);
        if let Some(start) = courtesy_start(self.text, &title) {
            at.start = start;
            // "Herr Ek och fru Ek" are two.
            let mention = Mention { who: Who::Somebody, ..mention };
            return MaskedName { mention, instead, at, has_title: true, which };
        }
        let instead = match (instead, own) {
            (Replacement::Somebody { what }, Some(own)) if what.is_empty() => own,
            (instead, own) => {
                // "F.d. rektor" is not what the register says.
                let is_other = own.and_then(|own| own.occupation(self.lang)) != instead.occupation(self.lang);
                if let Some(start) = former_start(self.text, at.start).filter(|_| is_other) {
                    at.start = start;
                }
                instead
            }
        };
        MaskedName { mention, instead, at, has_title: true, which }
    }

    /// Whether a bracket is open here that is not closed before, on the same line.
    fn is_in_brackets(self, at: usize) -> bool {
        let line = slice(self.text, ..at).rsplit('\n').next().unwrap_or_default();
        line.matches('(').count() > line.matches(')').count()
    }

    /// Where a label of a list begins that says what replaces the name after it: "Ordförande: Moa Ek".
    fn own_label(self, start: usize, instead: &Replacement) -> Option<usize> {
        let Replacement::Role { within, .. } = instead else { return None };
        let before = slice(self.text, ..start);
        // "Enhetschef – Moa Ek"
        let dashed = || DASHES.iter().find_map(|dash| before.strip_suffix(dash));
        let before = before.strip_suffix(": ").filter(|_| self.is_list).or_else(dashed)?;
        let label = before.rsplit([',', ';', '\n']).next()?.trim_start();
        within.is_said_by(label).then(|| before.len() - label.len())
    }

    /// Where words right before a name begin that say what replaces it: "skolsköterska Moa Ek".
    fn own_title(self, start: usize, instead: &Replacement) -> Option<usize> {
        let Replacement::Role { within, .. } = instead else { return None };
        let before = slice(self.text, ..start).strip_suffix(' ').filter(|_| self.takes_titles)?;
        let starts =
            before.char_indices().rev().filter(|(_, c)| matches!(c, ' ' | '(' | '\n')).map(|(at, _)| at + 1);
        let starts: Vec<usize> = starts.chain([0]).take(4).collect();
        starts.into_iter().rev().find(|from| within.bare_is(slice(before, *from..)))
    }

    /// Whether a name ends with an initial whose full stop does not end a sentence: "Anna B., Kalle J.".
    fn has_initial_stop(self, at: &Range<usize>) -> bool {
        let own = slice(self.text, at.clone());
        let is_initial = own.chars().next_back().is_some_and(char::is_uppercase)
            && own.chars().rev().nth(1).is_some_and(|c| c == ' ' || c == '-');
        let Some(after) = slice(self.text, at.end..).strip_prefix('.') else { return false };
        let rest = after.trim_start();
        let goes_on = rest.starts_with([',', ';', ')', '/', '&', ':', '–', '!', '?'])
            || rest.starts_with(char::is_lowercase);
        is_initial && (goes_on || self.is_list && (rest.is_empty() || after.starts_with('\n')))
    }

    /// Whether the surname of somebody is in the cell after that of the given name.
    pub(super) fn is_in_next_cell(self, one: &Mention, next: &Mention) -> bool {
        is_same(one, next) && slice(self.text, one.at.end..next.at.start).trim() == "|"
    }

    /// What was found, where surname and given name in two cells of a table of Word are one: "Ek – Moa".
    pub(super) fn joined_cells(self, found: Vec<(Mention, Replacement)>) -> Vec<(Mention, Replacement)> {
        let mut joined: Vec<(Mention, Replacement)> = Vec::with_capacity(found.len());
        for (mention, instead) in found {
            match joined.last_mut() {
                Some((last, _)) if self.is_in_next_cell_of_word(last, &mention) => {
                    last.at.end = mention.at.end;
                }
                _ => joined.push((mention, instead)),
            }
        }
        joined
    }

    /// Whether the surname of somebody is in the cell after that of the given name, in a table of Word.
    fn is_in_next_cell_of_word(self, one: &Mention, next: &Mention) -> bool {
        is_same(one, next) && slice(self.text, one.at.end..next.at.start) == " – "
    }
}

/// Whether both are the same person, who is known.
fn is_same(one: &Mention, next: &Mention) -> bool {
    matches!(one.who, Who::One(_)) && one.who == next.who
}
