//! The names of a text in the rows that they are in ("Eva, Siv och Ola"), and how each row reads without them: those
//! who are replaced alike are counted, and somebody who is named twice is one.

use std::ops::Range;

use super::alike::distinguish;
use super::clause::is_apart;
use super::lead::{
    Lead, after_noun, before_title, ends_a_list, follows_label, hidden_contact, is_thanked, lead, opens,
};
use super::replacement::{NamePosition, NameSetting, OneOfAlike, Replacement};
use super::row::{MaskedName, NameRow, apart, are_in_groups, gather_listed, is_doubtful, number};
use crate::i18n::vocabulary::leads::{AS_WELL, BOTH, NEITHER, ONE_OF};
use crate::i18n::{Lang, format, labels};
use crate::report::people::{Mention, Who};
use crate::text::slice;

/// A text, or a value that is a list of names, whose names are replaced.
#[derive(Debug, Clone, Copy)]
pub(super) struct MaskedText<'t> {
    pub text: &'t str,
    pub is_list: bool,
    /// Whether what replaces a name replaces the title before it too: "Rektor Ek" becomes "rektorn".
    pub takes_titles: bool,
    pub lang: Lang,
}

/// Other words for a range of a text, in bytes.
#[derive(Debug)]
pub(super) struct WordEdit {
    pub at: Range<usize>,
    pub parts: Vec<EditPart>,
}

/// Words of an edit.
#[derive(Debug)]
pub(super) struct EditPart {
    pub words: String,
    /// What they replace; `None` for a separator.
    pub of: Option<NamesInPart>,
}

/// What words replace.
#[derive(Debug)]
pub(super) struct NamesInPart {
    pub is_name: bool,
    /// The words that may be something else than a name.
    pub in_doubt: Vec<String>,
}

impl MaskedText<'_> {
    /// What is to be written in place of what was found, from left to right.
    pub(super) fn edits(self, found: Vec<(Mention, Replacement)>) -> Vec<WordEdit> {
        let mut last: Option<Mention> = None;
        let names = self.joined_cells(found).into_iter().map(|(mention, instead)| {
            // "| Moa | Ek |" is one.
            let is_same = last.as_ref().is_some_and(|last| self.is_in_next_cell(last, &mention));
            last = Some(mention.clone());
            self.name(mention, if is_same { Replacement::Fixed(String::new()) } else { instead })
        });
        let mut rows = self.rows(apart(names));
        if self.is_list {
            let starts: Vec<usize> = rows.iter().skip(1).map(|row| row.at.start).collect();
            for (row, next) in rows.iter_mut().zip(starts.into_iter().chain([self.text.len()])) {
                self.take_title(row, next);
            }
            gather_listed(self.text, &mut rows);
        }
        distinguish(self.text, &mut rows, self.lang);
        let mut before: Option<Who> = None;
        let mut edits = Vec::with_capacity(rows.len());
        for row in rows {
            let last = row.groups.last().and_then(|group| group.last()).map(|name| name.mention.clone());
            edits.push(self.edit(&row, before));
            before = last.filter(|last| last.naming.contact().is_none()).map(|last| last.who);
        }
        edits
    }

    /// Takes the title after the last name of a row with it, if it ends before the `next` row: "Eva Ek, rektor".
    fn take_title(self, row: &mut NameRow, next: usize) {
        let Some([name]) = row.groups.last_mut().map(Vec::as_mut_slice) else { return };
        if name.at.end != row.at.end {
            return;
        }
        let titled = before_title(self.text, row.at.end, &name.instead, true, self.lang);
        let Some((end, instead)) = titled.filter(|(end, _)| !row.genitive.0 && *end <= next) else { return };
        (row.at.end, name.at.end, name.instead) = (end, end, instead);
        row.is_pure |= self.ends(end) && self.begins(row.at.start);
    }

    fn rows(self, names: Vec<MaskedName>) -> Vec<NameRow> {
        let mut rows: Vec<NameRow> = Vec::new();
        let mut names = names.into_iter().peekable();
        while let Some(first) = names.next() {
            let mut row = vec![first];
            let mut separators = Vec::new();
            let start = row.first().map_or(0, |first| first.at.start);
            while let (Some(last), Some(next)) = (row.last_mut(), names.peek()) {
                if !self.is_list && is_apart(self.text, start, last, next) {
                    break;
                }
                let between = self.between(last, next).or_else(|| self.between_titled(last, next));
                let Some(between) = between else { break };
                separators.push(between.to_owned());
                row.extend(names.next());
            }
            if let [.., last] = row.as_mut_slice()
                && let Some(titled) = self.titled(last)
                && names.peek().is_none_or(|next| titled.at.end <= next.at.start)
            {
                *last = titled;
            }
            rows.push(self.row(row, separators));
        }
        rows
    }

    /// A name of running text with the title after it: "Siv Holm, lärare".
    fn titled(self, name: &MaskedName) -> Option<MaskedName> {
        let MaskedName { mention, instead, .. } = name;
        if self.is_list || mention.genitive || mention.naming.contact().is_some() {
            return None;
        }
        let (end, instead) = before_title(self.text, name.at.end, instead, false, self.lang)?;
        Some(MaskedName { at: name.at.start..end, instead, ..name.clone() })
    }

    /// The separator between two names of a row after the title of the first, which is then a part of it.
    fn between_titled(self, last: &mut MaskedName, next: &MaskedName) -> Option<&'static str> {
        let titled = self.titled(last).filter(|titled| titled.at.end <= next.at.start)?;
        let is_after_comma = slice(self.text, titled.at.end..next.at.start) == " ";
        let comma = ", ";
        let between = if is_after_comma && slice(self.text, ..titled.at.end).ends_with(',') {
            Some(comma)
        } else {
            self.between(&titled, next)
        };
        *last = if between.is_some() { titled } else { return None };
        between
    }

    /// The separator between two names of a row.
    fn between(self, last: &MaskedName, next: &MaskedName) -> Option<&'static str> {
        let is_plain = |name: &MaskedName| {
            let is_fixed = matches!(name.instead, Replacement::Fixed(_));
            name.mention.naming.contact().is_none() && !is_fixed && !self.is_joined(&name.mention.at)
        };
        let between = slice(self.text, last.at.end..next.at.start);
        if are_in_groups(self.text, &last.at, &next.at) {
            return None;
        }
        let known = labels::BETWEEN_NAMES.iter().chain(labels::EITHER).find(|known| **known == between);
        // "@Siv @Ola"
        let is_tag = |name: &MaskedName| slice(self.text, name.at.clone()).starts_with('@');
        // "Åsa–Tor har pratat"
        let and = labels::and(self.lang);
        let known = known.copied().or(labels::BETWEEN_TWO.contains(&between).then_some(and));
        let known = known.or((between == " " && is_tag(last) && is_tag(next)).then_some(", "));
        let known = known.or_else(|| {
            // "såväl Åsa som Siv"
            let is_led = || AS_WELL.iter().any(|lead| self.is_led_by(last.at.start, lead));
            labels::AS_WELL.iter().copied().find(|own| *own == between && is_led())
        });
        known.filter(|_| is_plain(last) && is_plain(next))
    }

    /// Whether an item of a list begins here.
    fn begins(self, start: usize) -> bool {
        let before = slice(self.text, ..start).trim_end();
        before.is_empty()
            || before.ends_with([',', ';', ':', '(', '•', '–', '-', '|', '&', '/', '\n'])
            || slice(self.text, ..start).ends_with('\n')
            || labels::BEFORE_LISTED.iter().any(|own| before.ends_with(own))
    }

    /// Whether this is all that a cell of a table says.
    fn is_cell(self, start: usize, end: usize) -> bool {
        slice(self.text, ..start).trim_end_matches(' ').ends_with('|')
            && slice(self.text, end..).trim_start_matches(' ').starts_with('|')
    }

    /// Whether an item of a list ends here.
    fn ends(self, end: usize) -> bool {
        let after = slice(self.text, end..);
        after.trim().is_empty()
            || after.trim_start_matches(' ').starts_with([',', ';', '\n', '|', '/', '&'])
            || after.starts_with(labels::and(self.lang))
    }

    /// Whether a word is right before a position.
    fn is_led_by(self, start: usize, word: &str) -> bool {
        let before = slice(self.text, ..start).strip_suffix(' ').unwrap_or_default().to_lowercase();
        let lead = before.strip_suffix(word);
        lead.is_some_and(|lead| !lead.ends_with(char::is_alphanumeric))
    }

    fn row(self, names: Vec<MaskedName>, separators: Vec<String>) -> NameRow {
        let start = names.first().map_or(0, |name| name.at.start);
        let end = names.last().map_or(start, |name| name.at.end);
        let is_either = separators.iter().any(|own| labels::EITHER.contains(&own.as_str()));
        let genitive = (
            names.last().is_some_and(|name| name.mention.genitive),
            names.iter().all(|name| name.mention.genitive),
        );
        let mut groups: Vec<Vec<MaskedName>> = Vec::new();
        for name in names {
            let last = groups.len().saturating_sub(1);
            // "Maj Ek och Olof Sand (M)": what is in the brackets is said of the last alone.
            let is_noted = slice(self.text, name.at.end..).starts_with(" (");
            let same = groups.iter_mut().enumerate().find(|(at, group)| {
                let is_near = (!is_either || *at == last) && !is_noted;
                is_near && group.first().is_some_and(|first| first.instead == name.instead)
            });
            match same {
                Some((_, group)) => group.push(name),
                None => groups.push(vec![name]),
            }
        }
        let (begins, ends) = (self.begins(start), self.ends(end));
        let setting =
            if (self.is_list && begins) || self.is_cell(start, end) || follows_label(self.text, start) {
                NameSetting::List
            } else {
                NameSetting::Sentence
            };
        NameRow { at: start..end, separators, groups, setting, is_pure: begins && ends, genitive }
    }

    fn edit(self, row: &NameRow, before: Option<Who>) -> WordEdit {
        let mut edit = self.replaced(row, before);
        let is_fixed = |name: &MaskedName| matches!(name.instead, Replacement::Fixed(_));
        let has_forms =
            row.groups.first().and_then(|group| group.first()).is_some_and(|name| !is_fixed(name));
        // "Bris och en deltagare", "Rektor, en deltagare"
        let before = slice(self.text, ..edit.at.start);
        let is_somebody = row.groups.first().and_then(|group| group.first()).is_some_and(|name| {
            matches!(name.instead, Replacement::Somebody { .. }) && before.trim_end().ends_with(',')
        });
        let is_last = has_forms
            && (labels::BEFORE_LISTED
                .iter()
                .filter(|and| and.starts_with(' '))
                .any(|and| before.ends_with(&format!("{and} ")))
                || is_somebody);
        if let Some(first) = edit.parts.first_mut().filter(|_| is_last && row.setting == NameSetting::List) {
            first.words = format::lowered(&first.words);
        }
        if has_forms
            && edit.at.start == row.at.start
            && !row.genitive.0
            && is_thanked(self.text, row.at.start)
        {
            edit.parts.insert(0, EditPart { words: labels::to(self.lang).to_owned(), of: None });
        }
        edit
    }

    fn replaced(self, row: &NameRow, before: Option<Who>) -> WordEdit {
        match row.groups.as_slice() {
            [] => WordEdit { at: self.with_separator(&row.at), parts: Vec::new() },
            _ if row.is_said_by_title(self.text) => {
                // "lärarna", "lärarnas"
                let words = if row.genitive.0 { "s".to_owned() } else { String::new() };
                WordEdit { at: row.at.start - 1..row.at.end, parts: vec![EditPart { words, of: None }] }
            }
            [group] if number(self.text, group) > 1 => self.counted(row, group),
            [group] => self.one(row, group, before),
            groups => WordEdit { at: row.at.clone(), parts: self.listed(row, groups) },
        }
    }

    /// Several groups as one list.
    fn listed(self, row: &NameRow, groups: &[Vec<MaskedName>]) -> Vec<EditPart> {
        let and = labels::and(self.lang);
        let was_counted = groups.len() != row.separators.len() + 1;
        let in_field = row.setting == NameSetting::List;
        let mut parts = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            let closes = at + 1 == groups.len();
            let own = group.last().is_some_and(|name| name.mention.genitive);
            let genitive = if row.genitive.0 { closes || row.genitive.1 } else { own };
            let place = NamePosition {
                within: row.setting,
                opens: at == 0 && self.opens(row),
                genitive,
                which: which(group),
                ..NamePosition::default()
            };
            let words = self.words_of(group, place);
            let is_somebody = || {
                let is_after_comma = row.separators.iter().all(|own| own.trim() == ",");
                let first = group.first().map(|name| &name.instead);
                is_after_comma && matches!(first, Some(Replacement::Somebody { .. }))
            };
            let is_small = in_field && at > 0 && (row.has_and() || is_somebody());
            let words = if is_small { format::lowered(&words) } else { words };
            if at > 0 {
                let separator = match row.separators.get(at - 1) {
                    Some(own) if !was_counted => own.clone(),
                    _ if closes && row.has_and() => and.to_owned(),
                    _ => {
                        let marks = row.separators.iter().find(|own| own.trim() == ";" || own.trim() == "/");
                        marks.cloned().unwrap_or_else(|| ", ".to_owned())
                    }
                };
                parts.push(EditPart { words: separator, of: None });
            }
            parts.push(self.part(words, group));
        }
        parts
    }

    fn words_of(self, group: &[MaskedName], place: NamePosition) -> String {
        let Some(first) = group.first() else { return String::new() };
        let number = number(self.text, group);
        let several = (number > 1).then(|| first.instead.several(number, place, self.lang)).flatten();
        several.unwrap_or_else(|| first.instead.at(place, self.lang))
    }

    /// Several who are replaced alike.
    fn counted(self, row: &NameRow, group: &[MaskedName]) -> WordEdit {
        let Some(first) = group.first() else { return WordEdit { at: row.at.clone(), parts: Vec::new() } };
        let mut at = row.at.clone();
        let mut is_first = self.opens(row);
        let number = number(self.text, group);
        let place = NamePosition {
            within: row.setting,
            opens: is_first,
            genitive: row.genitive.0,
            which: which(group),
            ..NamePosition::default()
        };
        if row.setting == NameSetting::Sentence
            && let Some((range, noun)) = after_noun(self.text, &at, &first.instead, self.lang)
        {
            return WordEdit { at: range, parts: vec![self.part(noun, group)] };
        }
        let led = |words: &[&str]| {
            words.iter().find_map(|word| {
                let before = slice(self.text, ..at.start).strip_suffix(' ')?;
                let from = before.len().checked_sub(word.len())?;
                let own = before.get(from..)?;
                let is_whole = !slice(before, ..from).ends_with(char::is_alphanumeric);
                (is_whole && own.to_lowercase() == **word).then_some(from)
            })
        };
        let is_either = row.has(labels::EITHER);
        if is_either {
            let Some(forms) = first.instead.occupation(self.lang) else {
                return WordEdit { at, parts: vec![self.part(first.instead.at(place, self.lang), group)] };
            };
            let neither = led(NEITHER);
            let words = match neither.or_else(|| led(ONE_OF)) {
                Some(from) => {
                    at.start = from;
                    is_first = opens(self.text, from);
                    forms.of_several(self.lang, number, neither.is_some()) + &first.instead.note()
                }
                None => forms.one_of(self.lang, number) + &first.instead.note(),
            };
            let words = if row.genitive.0 { format::genitive(self.lang, &words) } else { words };
            let words = if is_first { format::capitalised(&words) } else { words };
            return WordEdit { at, parts: vec![self.part(words, group)] };
        }
        if let Some(from) = led(BOTH) {
            at.start = from;
            let place = NamePosition { opens: opens(self.text, from), ..place };
            return WordEdit { at, parts: vec![self.part(self.words_of(group, place), group)] };
        }
        let words = self.words_of(group, place);
        let mut parts = vec![self.part(words, group)];
        // "A, B och C" where B and C became one.
        if row.has_and() && row.setting == NameSetting::Sentence && ends_a_list(self.text, at.start) {
            at.start -= 2;
            parts.insert(0, EditPart { words: labels::and(self.lang).to_owned(), of: None });
        }
        WordEdit { at, parts }
    }

    /// What is written for one person, with the words beside the name that depend on it.
    fn one(self, row: &NameRow, group: &[MaskedName], before: Option<Who>) -> WordEdit {
        let Some(first) = group.first() else { return WordEdit { at: row.at.clone(), parts: Vec::new() } };
        let mut at = row.at.clone();
        let edit = |at: Range<usize>, words: String| WordEdit { at, parts: vec![self.part(words, group)] };
        // "#DAGMARK" is a name like any other.
        if let Some(contact) = first.mention.naming.contact()
            && !slice(self.text, at.clone()).starts_with('#')
            && (first.mention.who == Who::Stranger
                || before == Some(first.mention.who)
                || before.is_some() && first.mention.who == Who::Somebody)
        {
            return edit(at.clone(), hidden_contact(self.text, at.start, contact, self.lang));
        }
        let within = if self.is_joined(&first.mention.at) { NameSetting::Compound } else { row.setting };
        let mut place = NamePosition {
            within,
            opens: self.opens(row),
            genitive: row.genitive.0,
            which: which(group),
            ..NamePosition::default()
        };
        let mut instead = first.instead.clone();
        // "Kajsa på HR" says it already.
        if let Replacement::Somebody { what } = &instead
            && !what.is_empty()
            && slice(self.text, at.end..)
                .split(['.', '!', '?', '\n'])
                .next()
                .is_some_and(|rest| rest.contains(what))
        {
            instead = Replacement::SOMEBODY;
        }
        if matches!(instead, Replacement::Fixed(_)) {
            return edit(at, instead.at(place, self.lang));
        }
        if within == NameSetting::Compound {
            let noun = slice(self.text, at.end..).strip_prefix('-').unwrap_or_default();
            let end = noun.find(|c: char| !c.is_alphabetic()).unwrap_or(noun.len());
            if let Some(words) = instead.with_noun(slice(noun, ..end), place.which, self.lang) {
                at.end += end + 1;
                return edit(at, if place.opens { format::capitalised(&words) } else { words });
            }
            return edit(at, instead.at(place, self.lang));
        }
        if let Some((end, titled)) =
            before_title(self.text, at.end, &instead, self.is_list || within == NameSetting::List, self.lang)
            && !place.genitive
        {
            (at.end, instead) = (end, titled);
        }
        if within == NameSetting::Sentence && !first.has_title {
            if let Some((range, noun)) = after_noun(self.text, &at, &instead, self.lang) {
                return edit(range, noun);
            }
            match lead(self.text, at.start, &instead, place.genitive, self.lang) {
                Lead::Asks(asked) => place.asked = asked,
                // "Kock Bo Al"
                Lead::Covers(from, _) if self.is_list && self.begins(from) => {
                    let title = format::capitalised(slice(self.text, from..at.start).trim());
                    return edit(from..at.end, title);
                }
                Lead::Covers(from, words) => return edit(from..at.end, words),
            }
        } else if within == NameSetting::Sentence
            && let Some((range, noun)) = after_noun(self.text, &at, &instead, self.lang)
        {
            return edit(range, noun);
        } else if within == NameSetting::Sentence
            && let Lead::Asks(asked) = lead(self.text, at.start, &instead, place.genitive, self.lang)
        {
            place.asked = asked;
        }
        edit(at, instead.at(place, self.lang))
    }

    fn opens(self, row: &NameRow) -> bool {
        let first = row.groups.first().and_then(|group| group.first());
        let is_first = first.is_some_and(|first| first.mention.opens && !first.has_title);
        is_first && !self.follows_abbreviation(row.at.start) || opens(self.text, row.at.start)
    }

    /// Whether a full stop before this is that of an abbreviation: "bl.a. Eva".
    fn follows_abbreviation(self, start: usize) -> bool {
        slice(self.text, ..start).trim_end().ends_with('.') && !opens(self.text, start)
    }

    /// Whether a hyphen joins a name to another word.
    fn is_joined(self, at: &Range<usize>) -> bool {
        let mut after = slice(self.text, at.end..).chars();
        let before = slice(self.text, ..at.start);
        let follows = after.next() == Some('-') && after.next().is_some_and(char::is_alphanumeric);
        follows || before.ends_with('-') && before.trim_end_matches('-').ends_with(char::is_alphanumeric)
    }

    /// A range of a list with the separator before it.
    fn with_separator(self, at: &Range<usize>) -> Range<usize> {
        let before = slice(self.text, ..at.start);
        let trimmed = before.trim_end();
        let cut = labels::BEFORE_LISTED.iter().find_map(|own| trimmed.strip_suffix(*own));
        // "Kulturskolan, samt Tor Vik"
        cut.unwrap_or(trimmed).trim_end_matches(',').len()..at.end
    }

    fn part(self, words: String, group: &[MaskedName]) -> EditPart {
        let doubtful = group.iter().filter(|name| is_doubtful(&name.mention));
        let in_doubt = doubtful.map(|name| slice(self.text, name.mention.at.clone()).to_owned()).collect();
        let is_name = group.iter().any(|name| name.mention.naming.contact().is_none());
        EditPart { words, of: Some(NamesInPart { is_name, in_doubt }) }
    }
}

/// Which of several alike these are.
fn which(group: &[MaskedName]) -> OneOfAlike {
    group.first().map(|name| name.which).unwrap_or_default()
}
