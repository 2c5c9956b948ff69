//! The words of a text as the search for names reads them: double names in their parts, each with its class and what is
//! between it and the word before.

use std::ops::Range;

use super::contact::Contact;
use super::words::{Opens, Word, is_hyphen};
use crate::i18n::vocabulary::names::{WordClass, class};

/// A word, or a part of one between hyphens.
#[derive(Debug)]
pub(super) struct Atom<'a> {
    /// Its range in bytes.
    pub at: Range<usize>,
    /// In the form in which names are compared.
    pub folded: &'a str,
    /// What the lists say about it.
    pub class: WordClass,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it has several letters, all of them capitals.
    pub shouted: bool,
    /// What it is the first word of; what is shouted opens a clause, since all of it has capitals.
    pub opens: Opens,
    /// What is before it.
    pub gap: Gap,
}

/// What is between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// One space or several, on one line.
    Space,
    /// A hyphen without spaces.
    Hyphen,
    /// A full stop, with or without a space.
    Dot,
    /// A comma and a space.
    Comma,
    /// An apostrophe of any form.
    Apostrophe,
    /// A colon and a space.
    Colon,
    /// Anything else, a new line among them.
    Apart,
}

impl Atom<'_> {
    /// Whether its position may be the reason for its capital letter.
    pub(super) fn begins(&self) -> bool {
        self.opens > Opens::Nothing
    }

    /// Whether it is a single letter.
    pub(super) fn is_letter(&self) -> bool {
        let mut letters = self.folded.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    }

    /// Whether it is of letters only.
    pub(super) fn is_alphabetic(&self) -> bool {
        self.folded.chars().all(char::is_alphabetic)
    }
}

/// What makes words bold or italic in Markdown.
pub(super) const MARKUP: [char; 2] = ['*', '_'];

/// The atoms of a text, without the words that are in an address, a link or a number.
pub(super) fn atoms<'a>(text: &str, words: &'a [Word<'_>], contacts: &[Contact]) -> Vec<Atom<'a>> {
    let mut atoms: Vec<Atom<'a>> = Vec::with_capacity(words.len() + 4);
    let mut end = 0;
    let mut contacts = contacts.iter().peekable();
    for word in words {
        while contacts.next_if(|contact| contact.at.end <= word.at.start).is_some() {
            end = usize::MAX;
        }
        if contacts.peek().is_some_and(|contact| contact.at.start < word.at.end) {
            end = usize::MAX;
            continue;
        }
        let gap = text.get(end..word.at.start).map_or(Gap::Apart, gap);
        end = word.at.end;
        if !word.folded.contains('-') {
            atoms.push(atom(word, word.at.clone(), &word.folded, gap));
            continue;
        }
        parts(text, word, gap, &mut atoms);
    }
    quieten(&mut atoms);
    atoms
}

fn atom<'a>(word: &Word<'_>, at: Range<usize>, folded: &'a str, gap: Gap) -> Atom<'a> {
    Atom {
        at,
        folded,
        class: class(folded),
        capital: word.capital,
        shouted: word.shouted,
        opens: word.opens,
        gap,
    }
}

/// The parts of a word with hyphens.
fn parts<'a>(text: &str, word: &'a Word<'_>, gap: Gap, atoms: &mut Vec<Atom<'a>>) {
    let written = text.get(word.at.clone()).unwrap_or_default();
    let (mut start, mut gap, mut opens) = (word.at.start, gap, word.opens);
    for (written, folded) in written.split(is_hyphen).zip(word.folded.split('-')) {
        let at = start..start + written.len();
        let hyphen = text.get(at.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        start = at.end + hyphen;
        if folded.is_empty() {
            continue;
        }
        let capital = written.starts_with(char::is_uppercase);
        let shouted = word.shouted && folded.chars().nth(1).is_some();
        atoms.push(Atom { at, folded, class: class(folded), capital, shouted, opens, gap });
        (gap, opens) = (Gap::Hyphen, Opens::Nothing);
    }
}

fn gap(between: &str) -> Gap {
    // "**Moa** Ek"
    let unmarked = between.trim_matches(MARKUP);
    let between = if unmarked.is_empty() { between } else { unmarked };
    match between {
        " " | "\u{a0}" => Gap::Space,
        "-" => Gap::Hyphen,
        "." | ". " | ".\u{a0}" => Gap::Dot,
        ", " | "," => Gap::Comma,
        // "Sekr.: Vik"
        ": " | ".: " => Gap::Colon,
        "'" | "’" | "´" | "`" => Gap::Apostrophe,
        _ if between.chars().all(|c| c.is_whitespace() && c != '\n') && !between.is_empty() => Gap::Space,
        _ if between.chars().all(is_hyphen) && !between.is_empty() => Gap::Hyphen,
        _ => Gap::Apart,
    }
}

/// Where words beside it are shouted too, a capital is no hint.
fn quieten(atoms: &mut [Atom<'_>]) {
    let loud: Vec<bool> = atoms.iter().map(|atom| atom.shouted).collect();
    if loud.iter().filter(|loud| **loud).count() < 3 {
        return;
    }
    for (at, atom) in atoms.iter_mut().enumerate() {
        let near = |at: Option<usize>| at.and_then(|at| loud.get(at)).copied().unwrap_or(true);
        if atom.shouted && near(at.checked_sub(1)) && near(Some(at + 1)) {
            atom.opens = atom.opens.max(Opens::Clause);
        }
    }
}
