//! Collects who is known from a material: the register, and whom cells and lists of those present name.

use std::borrow::Cow;

use uuid::Uuid;

use super::KnownPeople;
use super::candidate::Candidate;
use super::list_heading::{lone_names, rows_of_names, tables_of_names};
use super::listed::is_further_cell;
use super::named::texts_of;
use super::pieces::pieces;
use super::row_of_names::{holds_names, is_label_within, is_occupation, is_row_of_names, is_title_in_list};
use super::usual::as_usual;
use super::value::{NameSource, are_initials, parts};
use super::words::Word;
use crate::i18n::occupations::title_of_signer;
use crate::i18n::vocabulary::minutes::is_about_presence;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_given, is_organisation};
use crate::minutes::read::signers::signers;
use crate::model::Signature;
use crate::report::material::{Material, MeetingData, NamedInCell};
use crate::store::person::WrittenName;
use crate::text::slice;

/// The longest label before names in a text, in bytes.
const LONGEST_LABEL: usize = 60;

impl KnownPeople {
    /// Everybody in the register, and whom cells and lists name. The material must be as it was before anything was cut
    /// from it.
    pub fn of(material: &Material) -> Self {
        let mut candidates: Vec<Candidate> = Vec::new();
        for person in &material.people {
            let from = candidates.len();
            let is_person = !person.email.is_empty() || is_occupation(&person.role);
            let source = if is_person { NameSource::RegisteredPerson } else { NameSource::Registered };
            add(&mut candidates, source, &person.name, &person.role);
            let identity = Some(&person.identity).filter(|identity| !identity.is_empty());
            for candidate in candidates.iter_mut().skip(from) {
                candidate.since = person.since;
                candidate.identity = Some(identity.cloned().unwrap_or_else(|| candidate.parts.join(" ")));
            }
        }
        // Where it is known who is meant, the name is theirs, also in cells that do not say so.
        let (meant, others): (Vec<_>, Vec<_>) =
            material.mentioned.cells.iter().partition(|cell| cell.person.is_some());
        for cell in meant.into_iter().chain(others) {
            of_cell(&mut candidates, cell, material);
        }
        for (since, text) in &material.mentioned.listed {
            let from = candidates.len();
            add(&mut candidates, NameSource::Several, text, "");
            candidates.iter_mut().skip(from).for_each(|candidate| candidate.since = *since);
        }
        for MeetingData { minutes, .. } in &material.meetings {
            let from = candidates.len();
            for name in lone_names(minutes).chain(rows_of_names(minutes)) {
                add(&mut candidates, NameSource::Several, name, "");
            }
            for row in tables_of_names(minutes) {
                add(&mut candidates, NameSource::Several, &row, "");
            }
            candidates.iter_mut().skip(from).for_each(|candidate| candidate.row = from);
        }
        // "Besök: Doris Hus, Kent Öd" in the text.
        let texts = texts_of(material);
        for (label, list) in
            texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(": "))
        {
            let is_short = label.len() < LONGEST_LABEL;
            if is_short && list.contains([',', '&', '/', ' ']) && is_row_of_names(label, list) {
                add(&mut candidates, NameSource::Several, list, "");
            }
        }
        let mut people = Self::settled(candidates.clone());
        // Whoever is called Tor in a cell may be Tor Vik in the text.
        let in_full = people.in_full(&texts);
        if !in_full.is_empty() {
            for name in &in_full {
                add(&mut candidates, NameSource::Several, name, "");
            }
            people = Self::settled(candidates);
        }
        people.secret = material.secret;
        let places = material.meetings.iter().map(|data| data.meeting.place.trim());
        people.places = places.filter(|place| !place.is_empty()).map(str::to_owned).collect();
        for person in material.people.iter().filter(|person| !person.email.is_empty()) {
            people.reach(&person.name, &person.email);
        }
        people.read_parties(&texts);
        people.read_names(texts);
        people
    }

    /// Knows somebody by the address that the register has.
    fn reach(&mut self, name: &str, address: &str) {
        let Some(at) = self.whole.get(&parts(name)).copied() else { return };
        self.index.reach(at, address);
    }
}

fn of_cell(candidates: &mut Vec<Candidate>, cell: &NamedInCell, material: &Material) {
    let from = candidates.len();
    match &cell.written {
        WrittenName::Person(name) => add(candidates, NameSource::Person, name, ""),
        WrittenName::Somebody(name) => add(candidates, NameSource::Somebody, name, ""),
        WrittenName::Signature(signature) => {
            for Signature { name, role } in apart(signature) {
                // What somebody was at another meeting, they need not have been here.
                let title = title_of_signer(&role).filter(|_| cell.is_of_meeting);
                add(candidates, NameSource::Person, &name, title.unwrap_or_default());
            }
        }
        WrittenName::Row { label, names }
            if label.as_deref().is_none_or(|label| holds_names(label, names)) =>
        {
            add(candidates, NameSource::Several, names, "");
            // "Ordförande: Moa Ek, sekreterare: Ola Lund" says what is asked of them at this meeting alone.
            if !label.as_deref().is_none_or(is_about_presence) {
                let labelled = candidates.iter_mut().skip(from).filter(|candidate| candidate.is_labelled);
                labelled.for_each(|candidate| candidate.role.clear());
            }
        }
        WrittenName::Row { .. } => {}
    }
    candidates.iter_mut().skip(from).for_each(|candidate| candidate.since = cell.since);
    if let (Some(person), [candidate]) = (cell.person, candidates.get_mut(from..).unwrap_or_default()) {
        candidate.called = material.people.get(person).map(|person| parts(&person.name));
    }
}

/// Those who sign together, where older minutes have them as one: "Moa Ek" who is "Ola Lund".
fn apart(signature: &Signature) -> Vec<Signature> {
    let Signature { name, role } = signature;
    match title_of_signer(role).filter(|role| !role.is_empty()) {
        Some(role) => signers(&format!("{name}, {role}"), ""),
        None => signers(name, role),
    }
}

/// Whether a word after somebody's name is a note about them ("Lisa Ax (Kultur)", "Lisa Ax, Fritid") rather than one
/// more person: it is no name that the lists or the register have.
fn is_note(candidates: &[Candidate], name: &[Word<'_>], is_in_brackets: bool) -> bool {
    let [word] = name else { return false };
    if are_initials(word) && !is_in_brackets {
        return false;
    }
    let known = class(&word.folded);
    let is_other = known.is(WordClass::WORD) || is_in_brackets && known.is_ambiguous();
    let is_surname = known.is(WordClass::SURNAME) && !is_other && !is_organisation(&word.folded);
    let is_registered = || {
        candidates
            .iter()
            .any(|own| own.identity.is_some() && own.parts.iter().any(|part| *part == word.folded))
    };
    !is_given(&word.folded) && !is_surname && !is_registered()
}

fn add(candidates: &mut Vec<Candidate>, value: NameSource, text: &str, role: &str) {
    let usual = if value == NameSource::Several { as_usual(text) } else { Cow::Borrowed(text) };
    let text: &str = &usual;
    let pieces = pieces(text);
    // What the next one is, by the label before them.
    let mut led = None;
    let (alone, from) = (pieces.len() == 1, candidates.len());
    let mut at = 0;
    // Whether somebody was named in the item so far, and in full.
    let (mut is_after_name, mut is_after_full_name, mut was_in_brackets) = (false, false, false);
    for piece in &pieces {
        at += slice(text, at..).find(piece.as_str()).unwrap_or_default();
        let before = slice(text, ..at);
        let is_in_brackets = before.matches('(').count() > before.matches(')').count();
        // What follows a bracket is about somebody else, unless it is a title: "Moa Ek (S), kommunalråd".
        let is_blank = piece.trim().is_empty();
        if was_in_brackets && !is_in_brackets && !is_blank && !is_title_in_list(piece) {
            (is_after_name, is_after_full_name) = (false, false);
        }
        was_in_brackets = is_in_brackets || was_in_brackets && is_blank;
        at += piece.len();
        // "Tage Ek, foto: Moa Lund"
        if value == NameSource::Several
            && slice(text, at..).starts_with(':')
            && (is_label_within(piece) || is_title_in_list(piece))
        {
            (is_after_name, is_after_full_name) = (false, false);
            led = is_title_in_list(piece).then_some(piece.trim());
            continue;
        }
        // "Ola Lund, Kock, Siv Holm"
        let is_role = value == NameSource::Several && is_after_full_name && is_occupation(piece);
        if value == NameSource::Several
            && (is_after_full_name || is_after_name && is_in_brackets)
            && is_title_in_list(piece)
            && let Some(last) = candidates.get_mut(from..).and_then(<[_]>::last_mut)
            && last.role.is_empty()
        {
            piece.trim().clone_into(&mut last.role);
        }
        let mut names = if is_role { Vec::new() } else { value.names(piece) };
        let is_cell = value == NameSource::Several && is_further_cell(text, at - piece.len());
        if is_after_full_name || is_cell || is_after_name && is_in_brackets {
            names.retain(|name| !is_note(candidates, name, is_in_brackets));
        } else {
            is_after_name = !names.is_empty();
        }
        // "Moa Ek, Ekskolan, rektor; Ola Lund"
        let stays = is_in_brackets || is_cell && names.is_empty();
        is_after_full_name = is_after_full_name && stays || names.iter().any(|name| name.len() > 1);
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            let (Some(first), Some(last)) = (name.first(), name.last()) else { continue };
            let spelled = slice(piece, first.at.start..last.at.end);
            // "Biträdande rektor Moa Ek"
            let before = slice(piece, ..first.at.start).trim();
            let is_title = |title: &&str| title.split(' ').any(is_occupation) && is_title_in_list(title);
            let title = Some(before).filter(is_title);
            let label = led.take();
            let own = match value {
                NameSource::Several => title.or(label).unwrap_or_default(),
                _ if alone => role.trim(),
                _ => "",
            };
            candidates.push(Candidate {
                name: spelled.to_owned(),
                role: own.to_owned(),
                is_labelled: title.is_none() && label.is_some(),
                since: Uuid::max(),
                row: from,
                parts: name.into_iter().map(|word| word.folded.into_owned()).collect(),
                ..Candidate::default()
            });
        }
    }
}
