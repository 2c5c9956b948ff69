//! What a line is read against, read from the store: no more of it than the line can refer to.

use chrono::NaiveDate;

use super::{LineTaker, LineTargets, Plain, ResponseTarget, WordsTarget};
use crate::i18n::entry_name::{entry_name, entry_number};
use crate::model::id::{MeetingId, ResponseId, SectionId};
use crate::model::{Entry, ResponseKind, Section, SectionKind};
use crate::ops::first_words;
use crate::pen::{self, Context};
use crate::store::entry::By;
use crate::store::{self, Marks, Store};

/// What a line is read against, at the time of reading.
#[derive(Debug)]
pub struct Scene {
    today: NaiveDate,
    written: NaiveDate,
    section: SectionKind,
    answering: Option<ResponseKind>,
    names: Vec<String>,
    bodies: Vec<String>,
    nameless: bool,
    tags: Vec<String>,
    sections: Vec<Section>,
    headings: Vec<String>,
    targets: LineTargets,
    /// The number of the targeted entry or what a targeted response answers, and what the targeted challenges are
    /// called.
    number: String,
    challenges: String,
}

impl Scene {
    /// Reads what any line can refer to: for a pen that previews with every key and must not read with every key.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn all(store: &Store, taker: &LineTaker) -> store::Result<Self> {
        Self::of(store, taker, None)
    }

    /// Reads what this line can refer to: the register only where it has an `@`, and so on.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read(store: &Store, taker: &LineTaker, line: &str) -> store::Result<Self> {
        Self::of(store, taker, Some(&pen::clean(line)))
    }

    /// Without a line everything is read.
    fn of(store: &Store, taker: &LineTaker, line: Option<&str>) -> store::Result<Self> {
        let has = |token: char| line.is_none_or(|line| line.contains(token));
        let begins =
            |markers: &[&str]| line.is_none_or(|line| markers.iter().any(|marker| line.starts_with(marker)));
        let meeting = taker.meeting;
        let known = store::meeting::get(store, meeting)?;
        let nameless = known.as_ref().is_some_and(|meeting| meeting.nameless);
        let today = known.and_then(|meeting| meeting.date);
        let here = taker.section.map(|id| store::section::get(store, id)).transpose()?.flatten();
        let (section, answering) = match taker.plain {
            Plain::Own => (here.map_or(SectionKind::Notes, |section| section.kind), None),
            Plain::As(kind) => (kind, None),
            Plain::Response(kind) => (SectionKind::Notes, Some(kind)),
        };
        let names = if has('@') { store::person::list(store)? } else { Vec::new() };
        let bodies = if has('@') { bodies(store)? } else { Vec::new() };
        let tags = if has('#') { store::entry::tags(store, meeting)? } else { Vec::new() };
        let sections = if begins(&["#", "/"]) { store::section::list(store, meeting)? } else { Vec::new() };
        let (mut targets, mut is_own) = (taker.targets.clone(), true);
        if targets.words.is_none() && begins(&["+", "s/"]) {
            targets.words = latest_words(store, meeting)?;
        }
        if targets.challenges.is_empty() && begins(&["=", "/"]) {
            let challenge = latest_challenge(store, meeting)?;
            is_own = challenge.as_ref().is_none_or(|challenge| challenge.is_own);
            targets.challenges.extend(challenge.map(|challenge| challenge.entry));
        }
        let marks = if targets == LineTargets::default() { Marks::default() } else { store::marks(store)? };
        let called = |entry: &Entry| entry_name(entry, marks.of(entry), first_words);
        let number = match &targets.words {
            Some(WordsTarget::Entry(entry)) => entry_number(entry, marks.of(entry)),
            Some(WordsTarget::Response(given)) => {
                Some(given.challenges.iter().map(called).collect::<Vec<_>>().join(", "))
            }
            None => None,
        };
        let challenges: Vec<String> = targets.challenges.iter().map(called).collect();
        let challenges = challenges.join(", ");
        let latest_of_meeting = taker.words.pen.latest_of_meeting;
        Ok(Self {
            today: today.unwrap_or_else(|| store.clock().today()),
            written: store.clock().today(),
            section,
            answering,
            names: names.into_iter().map(|person| person.name).collect(),
            bodies,
            nameless,
            tags,
            headings: sections.iter().map(|section| section.heading.clone()).collect(),
            sections,
            number: number.unwrap_or_default(),
            challenges: if is_own { challenges } else { latest_of_meeting(&challenges) },
            targets,
        })
    }

    /// What the pen reads the line against.
    pub fn context(&self) -> Context<'_> {
        Context {
            today: self.today,
            written: self.written,
            section: self.section,
            answering: self.answering,
            names: &self.names,
            bodies: &self.bodies,
            nameless: self.nameless,
            tags: &self.tags,
            headings: &self.headings,
            latest: self.targets.words.as_ref().map(|words| words.named(&self.number)),
            challenges: &self.challenges,
        }
    }

    /// What the line changes: what was frozen, otherwise the latest when this was read.
    pub fn targets(&self) -> LineTargets {
        self.targets.clone()
    }

    /// The section with this index among the headings.
    pub fn section(&self, at: usize) -> Option<SectionId> {
        self.sections.get(at).map(|section| section.id)
    }
}

/// The bodies in the register, by their names and what they are called for short.
///
/// # Errors
/// Where the file cannot be read.
pub fn bodies(store: &Store) -> store::Result<Vec<String>> {
    let bodies = store::organisation::list(store)?;
    Ok(bodies.into_iter().flat_map(|body| body.short.into_iter().chain([body.name])).collect())
}

/// The latest entry of its sort, which a line changes where none is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Latest {
    /// The newest of this sitting, or else of the meeting.
    pub entry: Entry,
    /// Whether it was made in this sitting. Otherwise it may be somebody else's.
    pub is_own: bool,
}

/// What `+` and `s/…/…/` change where nothing is frozen: the latest entry, or the response that was given after it.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest_words(store: &Store, meeting: MeetingId) -> store::Result<Option<WordsTarget>> {
    let entry = latest(store, meeting)?;
    let response = latest_response(store, meeting, entry.as_ref())?;
    Ok(response.map(WordsTarget::Response).or(entry.map(|latest| WordsTarget::Entry(latest.entry))))
}

/// The latest response, if it was given after the latest entry was written: in this sitting, or on this laptop where
/// this sitting has written no entry.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest_response(
    store: &Store,
    meeting: MeetingId,
    after: Option<&Latest>,
) -> store::Result<Option<ResponseTarget>> {
    let is_own = after.is_some_and(|after| after.is_own);
    let entry = after.map(|after| after.entry.id);
    let response = match store::response::latest(store, meeting, entry, true)? {
        None if !is_own => store::response::latest(store, meeting, entry, false)?,
        response => response,
    };
    let Some(response) = response else { return Ok(None) };
    Ok(Some(ResponseTarget { challenges: challenges_of(store, response.id)?, response }))
}

/// What `+` and `s/…/…/` change where these challenges are being answered: the last response that all of them have,
/// otherwise the first of them.
///
/// # Errors
/// Where the file cannot be read.
pub fn said_to(store: &Store, challenges: &[Entry]) -> store::Result<Option<WordsTarget>> {
    let Some(first) = challenges.first() else { return Ok(None) };
    for response in store::response::to(store, first.id)?.into_iter().rev() {
        let answered = challenges_of(store, response.id)?;
        if challenges.iter().all(|challenge| answered.iter().any(|entry| entry.id == challenge.id)) {
            return Ok(Some(WordsTarget::Response(ResponseTarget { response, challenges: answered })));
        }
    }
    Ok(Some(WordsTarget::Entry(first.clone())))
}

/// A response that is shown, with the challenges that it answers.
///
/// # Errors
/// Where the file cannot be read.
pub fn response_target(store: &Store, id: ResponseId) -> store::Result<Option<ResponseTarget>> {
    let Some(response) = store::response::shown(store, id)? else { return Ok(None) };
    Ok(Some(ResponseTarget { challenges: challenges_of(store, id)?, response }))
}

/// The challenges that a response answers.
///
/// # Errors
/// Where the file cannot be read.
pub fn challenges_of(store: &Store, response: ResponseId) -> store::Result<Vec<Entry>> {
    let ids = store::answer::challenges(store, response)?;
    let entries =
        ids.into_iter().map(|id| store::entry::get(store, id)).collect::<store::Result<Vec<_>>>()?;
    Ok(entries.into_iter().flatten().collect())
}

/// The entry that was written last: what was captured last in this sitting, otherwise the latest of the meeting that
/// was captured on this laptop.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest(store: &Store, meeting: MeetingId) -> store::Result<Option<Latest>> {
    own_first(|by| store::entry::latest(store, meeting, by))
}

/// The challenge that `=` answers where none is frozen: the last one of this sitting, otherwise the latest of the
/// meeting that was made on this laptop.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest_challenge(store: &Store, meeting: MeetingId) -> store::Result<Option<Latest>> {
    own_first(|by| store::entry::latest_challenge(store, meeting, by))
}

/// "Latest" never means another laptop's line, nor another window's where there is one of one's own.
fn own_first(find: impl Fn(By) -> store::Result<Option<Entry>>) -> store::Result<Option<Latest>> {
    if let Some(entry) = find(By::ThisSitting)? {
        return Ok(Some(Latest { entry, is_own: true }));
    }
    Ok(find(By::ThisReplica)?.map(|entry| Latest { entry, is_own: false }))
}
