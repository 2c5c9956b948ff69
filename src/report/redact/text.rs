//! Replaces the names in texts, so that what is left reads as Swedish.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::replaced::Replaced;
use super::replacement::{NamePosition, NameSetting, Replacement};
use crate::i18n::occupations::Occupation;
use crate::i18n::vocabulary::minutes::OWNER_LABELS;
use crate::i18n::{Lang, format, labels};
use crate::model::Names;
use crate::report::people::{KnownPeople, Mention, Naming, Who};
use crate::text::slice;

/// Replaces the names of known people in texts.
#[derive(Debug)]
pub(crate) struct Mask<'a> {
    people: &'a KnownPeople,
    names: Names,
    /// What replaces each of [`KnownPeople::persons`]; `None` for those who may be named.
    of: Vec<Option<Replacement>>,
    /// Whether everybody is hidden: strangers, and mentions that fit several people.
    hides_all: bool,
    lang: Lang,
    /// What became of texts that were searched already: much is said in the minutes and in the lists of work.
    seen: HashMap<String, Option<String>>,
    /// What replaced names so far.
    pub(crate) replaced: Replaced,
}

impl<'a> Mask<'a> {
    /// `None` where names may be shown.
    pub(crate) fn new(names: Names, people: &'a KnownPeople, lang: Lang) -> Option<Self> {
        if matches!(names, Names::Written | Names::Full) {
            return None;
        }
        // Many have the same role, and each is searched for names.
        let mut roles: HashMap<&str, Option<Replacement>> = HashMap::new();
        let of = people.persons().iter().map(|person| match names {
            Names::Role => {
                let known = roles.entry(&person.role);
                known.or_insert_with(|| Replacement::of(names, person, people, lang)).clone()
            }
            _ => Replacement::of(names, person, people, lang),
        });
        let of = of.collect();
        Some(Self {
            people,
            names,
            of,
            hides_all: true,
            lang,
            seen: HashMap::new(),
            replaced: Replaced::default(),
        })
    }

    /// Hides only those whose name `with` has and `without` does not, by a word for somebody.
    pub(crate) fn left_out(with: &str, without: &str, people: &'a KnownPeople, lang: Lang) -> Self {
        let found_in = |text: &str| -> HashSet<usize> {
            let one = |mention: Mention| if let Who::One(at) = mention.who { Some(at) } else { None };
            people.find(text).into_iter().filter_map(one).collect()
        };
        let (with, without) = (found_in(with), found_in(without));
        let is_hidden = |at: usize| with.contains(&at) && !without.contains(&at);
        let of =
            (0..people.persons().len()).map(|at| is_hidden(at).then_some(Replacement::Somebody)).collect();
        let (seen, replaced) = (HashMap::new(), Replaced::default());
        Self { people, names: Names::Role, of, hides_all: false, lang, seen, replaced }
    }

    /// The text with nobody named in it who is hidden.
    pub(crate) fn text(&mut self, text: &str) -> String {
        self.replaced(text).unwrap_or_else(|| text.to_owned())
    }

    /// The same; `None` where it stays as it is.
    pub(super) fn replaced(&mut self, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        if let Some(known) = self.seen.get(text) {
            return known.clone();
        }
        let hidden = self.hidden(text, false);
        self.seen.insert(text.to_owned(), hidden.clone());
        hidden
    }

    /// The choice that it follows.
    pub(super) fn names(&self) -> Names {
        self.names
    }

    /// Whether a text has a name in it.
    pub(super) fn names_somebody(&self, text: &str) -> bool {
        !self.people.find(text).is_empty()
    }

    /// A value that is a whole name, or a list of names.
    pub(crate) fn name(&mut self, name: &str) -> String {
        let known = self.people.named(name);
        let at = known.and_then(|known| self.people.persons().iter().position(|person| person == known));
        let place = NamePosition { within: NameSetting::List, ..NamePosition::default() };
        match at.and_then(|at| self.of.get(at)).and_then(Option::as_ref) {
            Some(instead) => {
                let words = format::capitalised(&instead.at(place, self.lang));
                self.replaced.note(&words, 0..words.len(), true, Vec::new());
                words
            }
            None => self.hidden(name, true).unwrap_or_else(|| name.to_owned()),
        }
    }

    /// The text without its names; `None` where there are none to hide.
    fn hidden(&mut self, text: &str, is_list: bool) -> Option<String> {
        let found: Vec<(Mention, Replacement)> = self
            .people
            .find(text)
            .into_iter()
            .filter_map(|mention| self.replacement(&mention, text).map(|instead| (mention, instead)))
            .collect();
        if found.is_empty() {
            return None;
        }
        let mut page = Page { text, hidden: String::with_capacity(text.len()), from: 0 };
        let mut put: Vec<(Range<usize>, bool, Vec<String>)> = Vec::new();
        let mut next = 0;
        while let Some((mention, instead)) = found.get(next) {
            let alike = alike(text, found.get(next..).unwrap_or_default());
            let (last, _) = found.get(next + alike.0 - 1).unwrap_or(&found[next]);
            let title = mention.title.clone().filter(|_| self.takes_title(instead));
            let start = title.as_ref().map_or(mention.at.start, |title| title.start);
            let place = NamePosition {
                within: if is_joined(text, &mention.at) {
                    NameSetting::Compound
                } else if is_list || follows_label(text, start) {
                    NameSetting::List
                } else {
                    NameSetting::Sentence
                },
                opens: mention.opens && title.is_none() || opens_text(text, start),
                genitive: last.genitive,
            };
            let before = found.get(next.wrapping_sub(1)).filter(|_| next > 0).map(|(before, _)| before);
            let words = self.words(
                mention,
                instead,
                before,
                place,
                alike.1,
                title.as_ref().map(|at| slice(text, at.clone())),
            );
            let at = page.put(start..last.at.end, &words);
            let members = found.get(next..next + alike.0).unwrap_or_default();
            let doubtful = members.iter().filter(|(mention, _)| is_doubtful(mention));
            let doubtful = doubtful.map(|(mention, _)| slice(text, mention.at.clone()).to_owned());
            put.push((at, mention.naming.contact().is_none(), doubtful.collect()));
            next += alike.0;
        }
        let hidden = page.end();
        for (at, is_name, doubtful) in put {
            self.replaced.note(&hidden, at, is_name, doubtful);
        }
        Some(hidden)
    }

    /// What replaces a mention, where it is hidden.
    fn replacement(&self, mention: &Mention, text: &str) -> Option<Replacement> {
        match mention.who {
            Who::One(at) => self.of.get(at).cloned().flatten(),
            _ if !self.hides_all => None,
            Who::Somebody | Who::Stranger => {
                let called = slice(text, mention.at.clone());
                match mention.naming {
                    // Initials stay as they are where names become initials.
                    Naming::Initials if self.names == Names::Initials => None,
                    _ => Replacement::of_called(self.names, called, self.lang),
                }
            }
        }
    }

    /// Whether what replaces a name replaces the title before it too: "Rektor Ek" becomes "rektorn".
    fn takes_title(&self, instead: &Replacement) -> bool {
        self.hides_all && !matches!(instead, Replacement::Fixed(_))
    }

    fn words(
        &self,
        mention: &Mention,
        instead: &Replacement,
        before: Option<&Mention>,
        place: NamePosition,
        people: usize,
        title: Option<&str>,
    ) -> String {
        if let Some(contact) = mention.naming.contact() {
            let is_repeated =
                before.is_some_and(|before| before.who == mention.who && before.naming.contact().is_none());
            if mention.who == Who::Stranger || is_repeated {
                return labels::hidden_contact(self.lang, contact).to_owned();
            }
        }
        if people > 1
            && let Some(several) = instead.several(people, place, self.lang)
        {
            return several;
        }
        if let (Replacement::Somebody, Some(title)) = (instead, title)
            && let Some(within) = Occupation::of(self.lang, title)
        {
            return Replacement::Role { title: title.to_owned(), within }.at(place, self.lang);
        }
        instead.at(place, self.lang)
    }
}

/// Whether a mention is pointed out when it was hidden: it may be something else, or somebody whom nobody knows.
fn is_doubtful(mention: &Mention) -> bool {
    !mention.is_sure || mention.who == Who::Stranger && mention.naming == Naming::Name
}

/// How many mentions from here on are replaced alike and read as one, and how many people they are.
fn alike(text: &str, found: &[(Mention, Replacement)]) -> (usize, usize) {
    let Some((first, instead)) = found.first() else { return (1, 1) };
    let is_plain = |mention: &Mention| mention.naming.contact().is_none() && mention.title.is_none();
    if matches!(instead, Replacement::Fixed(_)) || !is_plain(first) {
        return (1, 1);
    }
    let (mut length, mut people) = (1, 1);
    let mut end = first.at.end;
    for (mention, other) in found.iter().skip(1) {
        let between = slice(text, end..mention.at.start);
        let either = labels::EITHER.contains(&between);
        if other != instead || !is_plain(mention) || !(either || labels::BETWEEN_NAMES.contains(&between)) {
            break;
        }
        length += 1;
        people += usize::from(!either);
        end = mention.at.end;
    }
    (length, people)
}

/// Whether there is nothing but marks before this in the text: a title there begins a sentence.
fn opens_text(text: &str, start: usize) -> bool {
    let before = slice(text, ..start).trim_end();
    before.is_empty() && start == 0 || before.ends_with(['.', '!', '?', '\n'])
}

/// Whether a label of whoever is responsible is before this: what follows is a field within the text.
fn follows_label(text: &str, start: usize) -> bool {
    let before = slice(text, ..start).trim_end();
    let label = before.strip_suffix(':').and_then(|before| before.split([' ', '(', '\n']).next_back());
    label.is_some_and(|label| OWNER_LABELS.contains(&format!("{}:", label.to_lowercase()).as_str()))
}

/// Whether a hyphen joins a name to another word.
fn is_joined(text: &str, at: &Range<usize>) -> bool {
    let mut after = slice(text, at.end..).chars();
    let before = slice(text, ..at.start);
    let follows = after.next() == Some('-') && after.next().is_some_and(char::is_alphanumeric);
    follows || before.ends_with('-') && before.trim_end_matches('-').ends_with(char::is_alphanumeric)
}

/// A text that is written again with other words in it.
struct Page<'t> {
    text: &'t str,
    hidden: String,
    from: usize,
}

impl Page<'_> {
    /// Puts these words at a place; returns where they are.
    fn put(&mut self, at: Range<usize>, words: &str) -> Range<usize> {
        self.hidden.push_str(slice(self.text, self.from.min(at.start)..at.start));
        let start = self.hidden.len();
        self.hidden.push_str(words);
        self.from = at.end;
        // "N.N." ends a sentence with its own full stop.
        if words.ends_with('.') && slice(self.text, at.end..).starts_with('.') {
            self.from += 1;
        }
        start..self.hidden.len()
    }

    fn end(mut self) -> String {
        self.hidden.push_str(slice(self.text, self.from..));
        self.hidden
    }
}
