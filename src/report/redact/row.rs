//! Names with nothing but separators between them: "Eva, Siv och Ola".

use std::collections::HashSet;
use std::ops::Range;

use super::lead::follows_plural_title;
use super::replacement::{NameSetting, OneOfAlike, Replacement};
use crate::i18n::labels;
use crate::i18n::vocabulary::fold;
use crate::report::people::{Mention, Naming, Who};
use crate::text::slice;

/// A name with what replaces it.
#[derive(Debug, Clone)]
pub(super) struct MaskedName {
    pub mention: Mention,
    pub instead: Replacement,
    /// With the title before it where that is replaced too.
    pub at: Range<usize>,
    pub has_title: bool,
    /// Where others in the sentence are replaced by the same word.
    pub which: OneOfAlike,
}

/// Names with nothing but separators between them.
#[derive(Debug)]
pub(super) struct NameRow {
    pub at: Range<usize>,
    /// What is between one and the next.
    pub separators: Vec<String>,
    /// Those who are replaced alike, in the order of the first of each.
    pub groups: Vec<Vec<MaskedName>>,
    pub setting: NameSetting,
    /// Whether it is a part of a list with nothing else in it.
    pub is_pure: bool,
    /// The last name is in the genitive, and all of them are.
    pub genitive: (bool, bool),
}

impl NameRow {
    /// Whether one of these is between two of its names.
    pub(super) fn has(&self, separators: &[&str]) -> bool {
        self.separators.iter().any(|own| separators.contains(&own.as_str()))
    }

    /// Whether the plural of what they are is right before several, and says enough: "lärarna Eva Ek och Siv Ros".
    pub(super) fn is_said_by_title(&self, text: &str) -> bool {
        let names = || self.groups.iter().flatten();
        let is_fixed = |name: &MaskedName| matches!(name.instead, Replacement::Fixed(_)) || name.has_title;
        self.setting == NameSetting::Sentence
            && names().nth(1).is_some()
            && !names().any(is_fixed)
            && follows_plural_title(text, self.at.start)
    }

    /// Whether a word for "and" is between two of its names.
    pub(super) fn has_and(&self) -> bool {
        let is_mark = |own: &str| matches!(own, "," | ";" | "/");
        self.separators.iter().any(|own| !is_mark(own.trim()) && !labels::EITHER.contains(&own.as_str()))
    }
}

/// Puts those who are replaced alike in several rows of a list into the first of these, up to the next label:
/// "Ordförande: Moa Ek, sekreterare: Ola Lund".
pub(super) fn gather_listed(text: &str, rows: &mut [NameRow]) {
    let is_same = |one: &NameRow, next: &NameRow| !slice(text, one.at.end..next.at.start).contains(": ");
    rows.chunk_by_mut(is_same).for_each(|rows| gather(text, rows));
}

/// Whether somebody is in a group of a list that has something else in it: "Kim Öd, Coop" in "Eva Ek; Kim Öd, Coop".
fn is_group_with_others(text: &str, at: &Range<usize>) -> bool {
    let (before, after) = (slice(text, ..at.start), slice(text, at.end..));
    if !before.contains(';') && !after.contains(';') {
        return false;
    }
    let own = |side: Option<&str>| side.is_some_and(|side| side.contains(','));
    own(before.rsplit(';').next()) || own(after.split(';').next())
}

/// Whether two names are in different groups of a list: "Eva Ek (chef), Bo Al; Kim Öd, Coop".
pub(super) fn are_in_groups(text: &str, one: &Range<usize>, next: &Range<usize>) -> bool {
    slice(text, one.end..next.start).contains(';')
        && [one, next].iter().any(|at| is_group_with_others(text, at))
}

fn gather(text: &str, rows: &mut [NameRow]) {
    for at in 0..rows.len() {
        let (done, rest) = rows.split_at_mut(at);
        let is_alone = |row: &NameRow| row.is_pure && !is_group_with_others(text, &row.at);
        let Some(row) = rest.first_mut().filter(|row| is_alone(row)) else { continue };
        let mut own = Vec::new();
        for group in std::mem::take(&mut row.groups) {
            let earlier = done.iter_mut().filter(|row| is_alone(row)).flat_map(|row| &mut row.groups);
            let mut alike = earlier.filter(|other| {
                let (Some(one), Some(first)) = (other.first(), group.first()) else { return false };
                let is_name = |name: &MaskedName| {
                    name.mention.naming.contact().is_none() && !matches!(name.instead, Replacement::Fixed(_))
                };
                one.instead == first.instead && is_name(one) && is_name(first)
            });
            match alike.next() {
                Some(other) => other.extend(group),
                None => own.push(group),
            }
        }
        row.groups = own;
    }
}

/// How many persons these are: somebody who is named twice is one.
pub(super) fn number(text: &str, group: &[MaskedName]) -> usize {
    let mut known: HashSet<(Option<usize>, String)> = HashSet::new();
    let mut unclear = 0;
    for name in group {
        let called = || fold(slice(text, name.mention.at.clone()));
        match name.mention.who {
            Who::One(at) => drop(known.insert((Some(at), String::new()))),
            Who::Stranger => drop(known.insert((None, called()))),
            Who::Somebody => unclear += 1,
        }
    }
    known.len() + unclear
}

/// Names of which none reaches into another: what is before a name may be a name for itself ("familjen Da Silva").
pub(super) fn apart(names: impl Iterator<Item = MaskedName>) -> Vec<MaskedName> {
    let mut apart: Vec<MaskedName> = Vec::new();
    for mut name in names {
        // What a name covers of those before it is a part of it.
        while apart.pop_if(|last| name.at.start <= last.at.start).is_some() {}
        let end = apart.last().map_or(0, |last| last.at.end);
        name.at.start = name.at.start.max(end);
        if name.at.start < name.at.end {
            apart.push(name);
        }
    }
    apart
}

/// Whether a mention is pointed out when it was hidden: it may be something else, or somebody whom nobody knows.
pub(super) fn is_doubtful(mention: &Mention) -> bool {
    !mention.is_sure || mention.who == Who::Stranger && mention.naming == Naming::Name
}
