//! Finds what may be personal data in a publication. What is done about it is decided by the one who sends it.

use std::borrow::Cow;
use std::ops::Range;

use self::alike_places::AlikePlaces;
use self::lexicon::Lexicon;
use self::places::TextPlace;
use self::reading::ScannedText;
use super::document::Document;
use super::numbers;
use super::people::value::is_list_of_people;
use super::people::words::{Word, words};
use super::people::{KnownPeople, Mention, Naming, Who};
use super::publication::Publication;
use super::redact::{Replaced, WasName};
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::names::PARTY_LETTERS;
use crate::i18n::vocabulary::personal::Says;
pub use crate::model::FindingKind;
use crate::model::Names;
use crate::text::hash::WordMap;
use crate::text::{cores, slice};

mod account;
mod address;
mod alike_places;
mod birth;
mod case;
mod identity_document;
mod lexicon;
mod network;
mod places;
mod property;
mod reading;
mod sensitive;
mod somebody;
mod strangers;
mod subject;
mod user_id;
mod vehicle;
mod workplace;

/// Something in a publication that may be personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The kind of personal data.
    pub kind: FindingKind,
    /// The words that were found, as they are written.
    pub text: String,
    /// Whom or what they are about: the name of the person where it is known whose it is, or the words themselves.
    pub about: String,
    /// Where in the publication.
    pub place: FindingPlace,
    /// Whether it was hidden as a name, though it may be something else: it does not go out, and what replaced it is
    /// shown in its place.
    pub is_hidden: bool,
}

/// The place of a finding in a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingPlace {
    /// The part of the publication that it is in.
    pub at: PublicationPart,
    /// The heading that it is under, or the name of the sheet. Empty where there is none.
    pub heading: String,
    /// The words before and after it, on one line.
    pub excerpt: String,
    /// Which characters of the excerpt were found.
    pub found: Range<usize>,
}

impl FindingPlace {
    /// What is there now, on one line: what was found, or what replaced it where that was hidden.
    pub fn words(&self) -> String {
        self.excerpt.chars().skip(self.found.start).take(self.found.len()).collect()
    }
}

/// Where in a publication a text is, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PublicationPart {
    /// The document's title or genre.
    Title,
    /// The author, in the properties of files.
    Author,
    /// The fact with this index.
    Fact(usize),
    /// A paragraph of a block, where cells and items count in reading order.
    Block {
        /// The index of the block in the document.
        block: usize,
        /// The index of the paragraph in the block.
        paragraph: usize,
    },
    /// A cell of a sheet.
    Cell {
        /// The index of the sheet.
        sheet: usize,
        /// The index of the row, without the titles.
        row: usize,
        /// The index of the column.
        column: usize,
    },
    /// The event of the calendar with this index.
    Event(usize),
    /// Something that only formats for programs show: a tag, a remark.
    Data,
}

/// Everything in a publication that may be personal data, in reading order. `known` are the people of the material
/// *before* it was cut ([`KnownPeople::of`]): somebody whose name was left out of a field may still be named in the
/// text. Where `oneself` is said to have noted something, that is no finding: whoever looks at it knows.
pub fn check(publication: &Publication, known: &KnownPeople, oneself: Option<&str>) -> Vec<Finding> {
    let scribe = publication.document.lang.words().publication.scribe;
    let checker =
        Checker { known, oneself, scribe, names: publication.names, replaced: Some(&publication.replaced) };
    checker.look(&places::of(publication, oneself))
}

/// Every text of a publication, in reading order.
pub(super) fn texts(publication: &Publication) -> Vec<Cow<'_, str>> {
    places::of(publication, None).into_iter().map(|place| place.text).collect()
}

/// The same for a document alone.
pub fn check_document(document: &Document, known: &KnownPeople) -> Vec<Finding> {
    let checker = Checker { known, oneself: None, scribe: "", names: Names::Full, replaced: None };
    checker.look(&places::of_document(document))
}

/// Those of the findings that are in files of these formats: pages show only the document, calendar files only dates.
pub fn within(findings: &[Finding], formats: &[&str]) -> Vec<Finding> {
    let any = |codes: &[&str]| formats.iter().any(|format| codes.contains(format));
    let is_within = |finding: &&Finding| match finding.place.at {
        PublicationPart::Cell { .. } => any(&["xlsx", "csv"]),
        PublicationPart::Event(_) => any(&["ics"]),
        PublicationPart::Author => any(&["docx", "pdf", "xlsx"]),
        PublicationPart::Data => any(&["json", "md", "txt"]),
        _ => any(&["docx", "pdf", "html", "txt", "md", "json"]),
    };
    findings.iter().filter(is_within).cloned().collect()
}

/// The findings in a text: their kinds and ranges in bytes, from left to right and without overlaps. Where two kinds
/// overlap, the more certain one wins.
pub fn scan(text: &str, known: &KnownPeople) -> Vec<(FindingKind, Range<usize>)> {
    scan_beside(text, &words(text), known, Names::Full, &[])
}

/// The same where names became what this choice says: initials are then no finding, and no replacement is one. Where
/// there was a name, there is somebody all the same: an address beside it is found.
fn scan_beside(
    text: &str,
    words: &[Word<'_>],
    known: &KnownPeople,
    names: Names,
    replaced: &[WasName],
) -> Vec<(FindingKind, Range<usize>)> {
    let places: Vec<Range<usize>> = replaced.iter().map(|was| was.at.clone()).collect();
    let mentions = known.find_beside(text, words, &places).into_iter();
    let mentions = mentions.filter(|mention| names != Names::Initials || mention.naming != Naming::Initials);
    let people: Vec<_> = mentions.map(|mention| (kind(&mention), mention.at)).collect();
    let is_name = |kind: FindingKind| matches!(kind, FindingKind::Name | FindingKind::LikelyName);
    let found = people.iter().filter(|(kind, _)| is_name(*kind)).map(|(_, at)| at.clone());
    let was = replaced.iter().filter(|was| was.is_name).map(|was| was.at.clone());
    let mut found: Vec<Range<usize>> = found.chain(was).collect();
    found.sort_by_key(|at| at.start);
    let reading = ScannedText { text, words, names: &found };
    // "trans" is a surname too.
    let (known, likely): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|(kind, _)| *kind != FindingKind::LikelyName);
    let mut all = numbered(&reading);
    all.extend(known);
    all.extend(sensitive::find(&reading));
    all.extend(likely);
    // "Enhetschef hemtjänst" and "Person 2" in place of a name say nothing of their own.
    all.retain(|(_, at)| !places.iter().any(|own| own.start <= at.start && at.end <= own.end));
    let mut apart: Vec<(FindingKind, Range<usize>)> = Vec::new();
    for (kind, at) in all {
        if !apart.iter().any(|(_, other)| at.start < other.end && other.start < at.end) {
            apart.push((kind, at));
        }
    }
    apart.sort_by_key(|(_, at)| at.start);
    apart
}

/// Whether these words begin with what is said of one person only: "sjukskriven", "hemtjänst".
pub(in crate::report) fn says_of_somebody(rest: &[Word<'_>], text: &str) -> bool {
    let (terms, _) = Lexicon::get().at(rest, text);
    let is = |says: Says| terms.iter().any(|term| term.says == says && term.form < WordForm::Several);
    !is(Says::Nothing) && [Says::Is, Says::IsA, Says::Has, Says::Does].into_iter().any(is)
}

/// What a mention of somebody reveals.
fn kind(mention: &Mention) -> FindingKind {
    mention.naming.contact().unwrap_or(match mention.who {
        Who::One(_) | Who::Somebody => FindingKind::Name,
        Who::Stranger => FindingKind::LikelyName,
    })
}

/// What has digits, the more certain first.
fn numbered(reading: &ScannedText<'_>) -> Vec<(FindingKind, Range<usize>)> {
    let groups = digit_groups(reading.text);
    if groups.is_empty() {
        return Vec::new();
    }
    let mut all = Vec::new();
    let mut add =
        |kind: FindingKind, found: Vec<Range<usize>>| all.extend(found.into_iter().map(|at| (kind, at)));
    let numbers = numbers::find(reading.text);
    let of = |kind: FindingKind| {
        numbers.iter().filter(|(own, _)| *own == kind).map(|(_, at)| at.clone()).collect::<Vec<_>>()
    };
    let phones = of(FindingKind::Phone);
    add(FindingKind::Network, network::find(reading));
    add(FindingKind::Account, account::find(reading, &groups, &phones));
    add(FindingKind::Handle, user_id::find(reading, &groups));
    add(FindingKind::PersonalNumber, of(FindingKind::PersonalNumber));
    add(FindingKind::PersonalNumber, identity_document::find(reading, &groups));
    add(FindingKind::Case, case::find(reading, &groups));
    add(FindingKind::Vehicle, vehicle::find(reading, &groups));
    add(FindingKind::PersonalNumber, birth::in_two_parts(reading, &groups));
    add(FindingKind::PersonalNumber, birth::find(reading));
    add(FindingKind::Address, property::find(reading, &groups));
    add(FindingKind::Address, address::find(reading, &groups));
    all
}

/// The groups of digits in a text, in bytes.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match groups.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += 1,
            None => groups.push(at..at + 1),
        }
    }
    groups
}

/// What a text has, ranges in bytes.
struct Looked {
    /// Each with the name of the person whom it means, or its words.
    found: Vec<(FindingKind, Range<usize>, String)>,
    /// Where somebody was named.
    replaced: Vec<Range<usize>>,
}

struct Checker<'a> {
    known: &'a KnownPeople,
    /// The name of whoever looks.
    oneself: Option<&'a str>,
    /// The label of those who noted something.
    scribe: &'static str,
    /// Initials are what the names became, where that was chosen.
    names: Names,
    replaced: Option<&'a Replaced>,
}

impl Checker<'_> {
    /// What is found in all these texts. The title of a meeting is in every row of a sheet, and the same words are in
    /// the document and in sheets: each text is looked through once.
    fn look(&self, places: &[TextPlace<'_>]) -> Vec<Finding> {
        let mut nth: WordMap<&str, usize> = WordMap::default();
        let mut texts: Vec<&str> = Vec::new();
        for TextPlace { text, .. } in places {
            nth.entry(text).or_insert_with(|| {
                texts.push(text);
                texts.len() - 1
            });
        }
        let looked = cores::each(&texts, |text| self.looked(text));
        let looked = |place: &TextPlace<'_>| nth.get(&*place.text).and_then(|nth| looked.get(*nth));
        let with_text = || places.iter().filter_map(|place| Some((looked(place)?, place)));
        let mut alike = AlikePlaces::default();
        for (Looked { replaced, .. }, place) in with_text() {
            for range in replaced {
                alike.count(self.in_doubt(place, range));
            }
        }
        let mut found = Vec::new();
        for (looked, place) in with_text() {
            self.put(looked, place, &mut alike, &mut found);
        }
        strangers::join(&mut found, self.known);
        found
    }

    /// Adds what a text has that is at this place.
    fn put(
        &self,
        Looked { found, replaced }: &Looked,
        place: &TextPlace<'_>,
        alike: &mut AlikePlaces,
        findings: &mut Vec<Finding>,
    ) {
        let TextPlace { text, heading, at } = place;
        let is_note = matches!(at, PublicationPart::Fact(_)) && *heading == self.scribe;
        // An edited text may have the name of one's own on a line of its own.
        let is_labelled =
            |before: &str| before.strip_suffix(": ").is_some_and(|it| it.ends_with(self.scribe));
        let is_own_note = |range: &Range<usize>| {
            self.oneself == Some(slice(text, range.clone()))
                && (is_note || is_labelled(slice(text, ..range.start)))
        };
        let place_of = |range: &Range<usize>| {
            let (excerpt, found) = excerpt(text, range);
            FindingPlace { at: *at, heading: (*heading).to_owned(), excerpt, found }
        };
        let is_public = |kind: FindingKind, range: &Range<usize>| {
            let is_hidden = || replaced.iter().any(|was| was.end + " (".len() == range.start);
            kind == FindingKind::Politics
                && (is_party_in_list(text, range, heading) || self.known.is_elected(text, range, is_hidden()))
        };
        let is_said = |(kind, range, _): &&(FindingKind, Range<usize>, String)| {
            !is_own_note(range) && !is_public(*kind, range)
        };
        for (kind, range, about) in found.iter().filter(is_said) {
            let (text, about) = (slice(text, range.clone()).to_owned(), about.clone());
            findings.push(Finding { kind: *kind, text, about, place: place_of(range), is_hidden: false });
        }
        for range in replaced {
            for word in alike.at_next(self.in_doubt(place, range)).iter().flatten() {
                let (kind, text) = (FindingKind::LikelyName, word.clone());
                findings.push(Finding {
                    kind,
                    about: text.clone(),
                    text,
                    place: place_of(range),
                    is_hidden: true,
                });
            }
        }
    }

    /// The words that were hidden in doubt at a range of a text, and wherever it reads alike.
    fn in_doubt(
        &self,
        TextPlace { text, heading, at }: &TextPlace<'_>,
        range: &Range<usize>,
    ) -> &[Vec<String>] {
        let label = if matches!(at, PublicationPart::Fact(_)) { heading } else { "" };
        self.replaced.map_or(&[], |replaced| replaced.in_doubt(label, text, range))
    }

    fn looked(&self, text: &str) -> Looked {
        let words = words(text);
        let replaced = self.replaced.map(|replaced| replaced.find(text, &words)).unwrap_or_default();
        let found = scan_beside(text, &words, self.known, self.names, &replaced);
        Looked {
            replaced: replaced.into_iter().map(|was| was.at).collect(),
            found: found
                .into_iter()
                .map(|(kind, at)| (kind, at.clone(), self.about(slice(text, at))))
                .collect(),
        }
    }

    fn about(&self, words: &str) -> String {
        self.known.meant(words).unwrap_or(words).to_owned()
    }
}

/// Whether these are the letters of a party after the name of somebody in a list of those who are elected or were
/// there, which anybody may know.
fn is_party_in_list(text: &str, letters: &Range<usize>, heading: &str) -> bool {
    let (before, after) = (slice(text, ..letters.start), slice(text, letters.end..));
    let label = before.rsplit('\n').next().and_then(|line| line.split_once(':')).map(|(label, _)| label);
    let is_list = is_list_of_people(heading) || label.is_some_and(is_list_of_people);
    before.ends_with('(')
        && after.starts_with(')')
        && is_list
        && PARTY_LETTERS.contains(&slice(text, letters.clone()).to_lowercase())
}

/// How many characters an excerpt has before and after what was found.
const CONTEXT: usize = 30;

/// A range of a text with its context on one line, and which characters of that are the range.
fn excerpt(text: &str, at: &Range<usize>) -> (String, Range<usize>) {
    let line = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let (before, after) = (slice(text, ..at.start), slice(text, at.end..));
    let mut excerpt = String::new();
    let long = before.chars().count() > CONTEXT;
    let start = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let near = slice(before, start..);
    // Begin with a whole word.
    let near = if long { near.split_once(' ').map_or(near, |(_, words)| words) } else { near };
    if long {
        excerpt.push('…');
    }
    excerpt.push_str(&line(near));
    let first = excerpt.chars().count();
    excerpt.push_str(&line(slice(text, at.clone())));
    let last = excerpt.chars().count();
    let near: String = after.chars().take(CONTEXT).collect();
    if after.chars().nth(CONTEXT).is_some() {
        excerpt.push_str(&line(near.rsplit_once(' ').map_or(near.as_str(), |(words, _)| words)));
        excerpt.push('…');
    } else {
        excerpt.push_str(&line(&near));
    }
    (excerpt, first..last)
}
