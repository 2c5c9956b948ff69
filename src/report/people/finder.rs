//! Finds everybody whom a text mentions: those who are known, and strangers by how names are written. What hides names
//! and what checks for them both ask it, so that neither can miss what the other sees.

use std::ops::Range;

use super::atoms::{Atom, Gap, MARKUP, atoms};
use super::contact::Contact;
use super::mention::{Mention, Naming, Who};
use super::value::is_shortened;
use super::words::{Opens, Word, words};
use super::{KnownPeople, KnownPerson};
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::{WordClass, YOU, class, is_verb_by_form};
use crate::i18n::vocabulary::people as vocabulary;
use crate::i18n::vocabulary::subjects::{is_function_word, person};
use crate::text::slice;

impl KnownPeople {
    /// The mentions in a text, from left to right and without overlaps.
    pub fn find(&self, text: &str) -> Vec<Mention> {
        self.find_beside(text, &words(text), &[])
    }

    /// The same for a text that was split into words already, outside the ranges in which names were replaced.
    pub(crate) fn find_beside(
        &self,
        text: &str,
        words: &[Word<'_>],
        replaced: &[Range<usize>],
    ) -> Vec<Mention> {
        if let Some(who) = self.tagged(text).filter(|_| replaced.is_empty()) {
            return vec![Mention::of(0..text.len(), who, Naming::Handle)];
        }
        let mut contacts = self.contacts(text, words);
        if !replaced.is_empty() {
            let is_apart =
                |at: &Range<usize>| !replaced.iter().any(|own| own.start < at.end && at.start < own.end);
            contacts.retain(|contact| is_apart(&contact.at));
            contacts.extend(replaced.iter().map(|at| Contact { at: at.clone(), mention: None }));
            contacts.sort_by_key(|contact| contact.at.start);
        }
        let finder = Finder { people: self, text, atoms: atoms(text, words, &contacts) };
        let mut found: Vec<Mention> = contacts.into_iter().filter_map(|contact| contact.mention).collect();
        let has_contacts = !found.is_empty();
        let mut next = 0;
        while next < finder.atoms.len() {
            match finder.run(next, words) {
                Some(run) => {
                    next = run.last + 1;
                    found.extend(run.is_name.then(|| finder.mention(&run)));
                }
                None => next += 1,
            }
        }
        if has_contacts {
            found.sort_by_key(|mention| mention.at.start);
        }
        found
    }

    /// Whom a text that is nothing but a tag or a user name names as a whole: `asa-lind`.
    fn tagged(&self, text: &str) -> Option<Who> {
        let is_tag =
            !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let has_capital = || text.chars().any(char::is_uppercase);
        (is_tag && !has_capital() && self.index.word(text).is_none()).then(|| self.whole(text)).flatten()
    }
}

/// A text in which people are looked for.
pub(super) struct Finder<'a> {
    pub people: &'a KnownPeople,
    pub text: &'a str,
    pub atoms: Vec<Atom<'a>>,
}

/// The words of a mention.
#[derive(Debug, Clone)]
pub(super) struct NameRun {
    /// The index of its first atom.
    pub first: usize,
    /// The index of its last one.
    pub last: usize,
    /// Whom they mean.
    pub who: Who,
    /// By what they are named.
    pub naming: Naming,
    /// Whether nothing speaks against it.
    pub is_sure: bool,
    /// How it ends, where that is a genitive.
    pub genitive: Option<Genitive>,
    /// Whether it is a name: a street that is called after somebody is none, and no word of it is.
    pub is_name: bool,
}

/// The ending of a genitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Genitive {
    /// An s that belongs to the word: "Annas".
    Joined,
    /// Some bytes after the word: `:s`, `'s`, the full stop of an initial.
    After(usize),
    /// None that is written: "Lars bok".
    Silent,
}

impl NameRun {
    /// A sure run without a genitive.
    pub(super) fn of(first: usize, last: usize, who: Who) -> Self {
        Self { first, last, who, naming: Naming::Name, is_sure: true, genitive: None, is_name: true }
    }
}

impl Finder<'_> {
    /// What begins at an atom: a mention, or what is no name though it looks like one.
    pub(super) fn run(&self, first: usize, words: &[Word<'_>]) -> Option<NameRun> {
        let atom = self.atoms.get(first)?;
        let may_be = atom.capital
            || atom.class.is(WordClass::GIVEN.or(WordClass::SURNAME))
            || self.people.index.word(atom.folded).is_some()
            || atom.folded.ends_with('s');
        let run = may_be.then(|| self.at(first)).flatten();
        run.or_else(|| self.described(first, words))
    }

    /// The mention that begins at an atom.
    fn at(&self, first: usize) -> Option<NameRun> {
        self.pair_of_body(first)
            .or_else(|| self.namesake(first))
            .or_else(|| self.royal(first))
            .or_else(|| self.initials(first))
            .or_else(|| self.known(first))
            .or_else(|| self.marked_in_small(first))
            .or_else(|| self.of_their_family(first))
            .or_else(|| self.association(first))
            .or_else(|| self.stranger(first))
    }

    fn mention(&self, run: &NameRun) -> Mention {
        let first = self.with_particles(run.first);
        let start = self.atoms.get(first).map_or(0, |atom| atom.at.start);
        let mut end = self.atoms.get(run.last).map_or(start, |atom| atom.at.end);
        if let Some(Genitive::After(length)) = run.genitive {
            end += length;
        }
        let (start, end) = self.with_markup(start, end);
        let is_genitive = match run.genitive {
            None | Some(Genitive::Silent) => {
                run.naming == Naming::Name && self.owns_silently(run.first, run.last)
            }
            Some(genitive) => genitive != Genitive::After(1),
        };
        Mention {
            at: start..end,
            who: run.who,
            naming: run.naming,
            is_sure: run.is_sure,
            genitive: is_genitive,
            opens: self.atoms.get(first).is_some_and(|atom| atom.opens == Opens::Sentence),
            title: self.title(first),
        }
    }

    /// A range with the marks that make a part of it bold or italic: "**Moa** Ek", "Moa *Ek*".
    fn with_markup(&self, start: usize, end: usize) -> (usize, usize) {
        let own = slice(self.text, start..end);
        let marks: String = own.chars().filter(|c| MARKUP.contains(c)).collect();
        if marks.is_empty() {
            return (start, end);
        }
        let is_before = slice(self.text, ..start).ends_with(&marks);
        let is_after = slice(self.text, end..).starts_with(&marks);
        match (is_before, is_after) {
            (true, false) => (start - marks.len(), end),
            (false, true) => (start, end + marks.len()),
            _ => (start, end),
        }
    }

    /// The first of the particles before a surname: "von Essen", "de la Cruz".
    fn with_particles(&self, first: usize) -> usize {
        let mut start = first;
        loop {
            let Some(before) = start.checked_sub(1) else { return start };
            let (Some(particle), Some(name)) = (self.atoms.get(before), self.atoms.get(start)) else {
                return start;
            };
            if name.gap == Gap::Apostrophe && matches!(particle.folded, "o" | "d") {
                start = before;
                continue;
            }
            let is_short = matches!(particle.folded, "v" | "d");
            let is_arabic = matches!(particle.folded, "al" | "el");
            let joins = name.gap == Gap::Space
                || name.gap == Gap::Dot && is_short
                || name.gap == Gap::Hyphen && is_arabic;
            // "V. d. Lancken", but "V. Lancken" is called Vera.
            let is_initial = particle.folded == "v" && particle.capital && name.folded != "d";
            let is_sure = (vocabulary::is_only_particle(particle.folded)
                || matches!(particle.folded, "v" | "de"))
                && !is_initial;
            // "El Sayeds yttrande"
            let is_arabic_name =
                is_arabic && (name.gap == Gap::Hyphen || particle.capital && name.gap == Gap::Space);
            let is_free = is_sure && (particle.folded != "de" || start < first) || is_arabic_name;
            // "van der Berg"
            let follows = |all: &[&str], gaps: &[Gap]| {
                let earlier = before.checked_sub(1).and_then(|at| self.atoms.get(at));
                gaps.contains(&particle.gap) && earlier.is_some_and(|atom| all.contains(&atom.folded))
            };
            let is_article =
                self.is_article(before) || particle.folded == "d" && follows(&["v"], &[Gap::Space, Gap::Dot]);
            if !joins || !(is_free || is_article || self.has_particle(first, particle.folded)) {
                return start;
            }
            start = before;
        }
    }

    /// Whether a word is an article that belongs to the particle before it: "van der Berg", "de los Ríos".
    pub(super) fn is_article(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| self.joins(at)).map(|before| self.folded(before));
        before.is_some_and(|before| vocabulary::is_article_after(before, self.folded(at)))
    }

    /// Whether somebody with the surname here has this particle before it: "van den Berg".
    pub(super) fn has_particle(&self, at: usize, particle: &str) -> bool {
        let Some(name) = self.atoms.get(at).filter(|_| vocabulary::is_particle(particle)) else {
            return false;
        };
        let stem = name.folded.strip_suffix('s').unwrap_or_default();
        let parts = self.people.index.word(name.folded).or_else(|| self.people.index.word(stem));
        parts.unwrap_or_default().iter().filter(|part| part.is_family).any(|part| {
            self.people
                .person(part.person)
                .is_some_and(|person| person.names.particles.iter().any(|own| own == particle))
        })
    }

    /// The title right before a name.
    fn title(&self, first: usize) -> Option<Range<usize>> {
        let title = self.atoms.get(first.checked_sub(1)?)?;
        let joins = match self.atoms.get(first)?.gap {
            Gap::Space => true,
            Gap::Dot => is_shortened(title.folded),
            _ => false,
        };
        let end = if self.atoms.get(first)?.gap == Gap::Dot { title.at.end + 1 } else { title.at.end };
        (joins && self.is_title(first - 1)).then_some(title.at.start..end)
    }

    /// Whether a word is a title or a role.
    pub(super) fn is_title(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| {
            let word =
                ["en", "et", "n"].iter().find_map(|end| atom.folded.strip_suffix(end)).unwrap_or(atom.folded);
            let is_title = |word: &str| is_role(word) || class(word).is(WordClass::TITLE);
            atom.class.is(WordClass::TITLE)
                || !atom.class.is(WordClass::SMALL) && (is_title(atom.folded) || is_title(word))
        })
    }

    /// The atom after this one, with no more than this between.
    pub(super) fn joined(&self, at: usize, gaps: &[Gap]) -> Option<&Atom<'_>> {
        self.atoms.get(at + 1).filter(|next| gaps.contains(&next.gap))
    }

    /// How a word ends, where that is after the word: `:s`, `'s`.
    pub(super) fn ending(&self, at: usize) -> Option<Genitive> {
        let end = self.atoms.get(at)?.at.end;
        let mut after = self.text.get(end..)?.chars();
        let mark = after.next().filter(|c| matches!(c, ':' | '\'' | '’' | '´'))?;
        let is_s = after.next().is_some_and(|c| c == 's' || c == 'S');
        (is_s && !after.next().is_some_and(char::is_alphanumeric))
            .then_some(Genitive::After(mark.len_utf8() + 1))
    }

    /// How the last word of a name says that something is theirs: by what is after it, or by its own ending.
    pub(super) fn genitive_at(&self, last: usize) -> Option<Genitive> {
        self.ending(last).or_else(|| self.is_joined_genitive(last).then_some(Genitive::Joined))
    }

    /// Whether a word in capitals after a given name in capitals is of the name: nothing that the lists know, and no
    /// verb, and the sentence goes on with a small word or ends.
    fn is_shouted_surname(&self, at: usize) -> bool {
        let Some(atom) = self.atoms.get(at) else { return false };
        let is_particle = vocabulary::is_particle(atom.folded) && !YOU.contains(&atom.folded);
        let is_name = atom.class.is(WordClass::GIVEN)
            || is_particle
            || atom.class == WordClass::default()
                && atom.folded.chars().nth(3).is_some()
                && !is_function_word(atom.folded)
                && !is_verb_by_form(atom.folded)
                && person(atom.folded).is_none();
        let closes = |next: &Atom<'_>| {
            next.gap != Gap::Space
                || next.class.is(WordClass::SMALL.or(WordClass::VERB))
                || is_function_word(next.folded)
        };
        is_name && self.atoms.get(at + 1).is_none_or(|next| closes(next) || self.is_shouted_surname(at + 1))
    }

    /// Whether what follows is what people do: "Maria Park kom sent".
    fn is_said(&self, at: usize) -> bool {
        self.joined(at, &[Gap::Space]).is_some_and(|next| !next.capital && next.class.is(WordClass::VERB))
    }

    /// Whether an atom can be a surname after a given name.
    pub(super) fn is_surname(&self, at: usize, is_shouted: bool) -> bool {
        let Some(atom) = self.atoms.get(at).filter(|atom| atom.capital) else { return false };
        let stem = atom.folded.strip_suffix('s').unwrap_or(atom.folded);
        // "Märit Önnestad"
        let is_called_by_town =
            at.checked_sub(1).and_then(|before| self.atoms.get(before)).is_some_and(|given| {
                given.class.is(WordClass::GIVEN)
                    && !given.class.is_ambiguous()
                    && atom.gap == Gap::Space
                    && vocabulary::is_town_by_form(atom.folded)
                    && !atom.class.is(WordClass::PLACE)
            });
        let is_body =
            || vocabulary::is_organisation(atom.folded) && !is_called_by_town || is_role(atom.folded);
        let is_listed = atom.class.is(WordClass::SURNAME) || self.people.is_family(stem);
        (!atom.shouted || is_shouted && (is_listed || self.is_shouted_surname(at)))
            && atom.folded.chars().nth(1).is_some()
            && atom.is_alphabetic()
            && (is_listed
                || !is_body()
                    && !atom.class.is(WordClass::SMALL)
                    && (!atom.class.is(WordClass::BEFORE_NAMED.or(WordClass::STREET)) || self.is_said(at)))
    }
}

impl KnownPeople {
    /// Whether somebody has this surname.
    pub(super) fn is_family(&self, folded: &str) -> bool {
        self.index.word(folded).is_some_and(|parts| parts.iter().any(|part| part.is_family))
            || self.named_in_full(folded) == Some(true)
    }

    /// The person at an index.
    pub(super) fn person(&self, at: usize) -> Option<&KnownPerson> {
        self.persons.get(at)
    }
}
