//! The store → everything that a report may be made of. It is read once, and may then be cut and laid out on any
//! thread; the store is not asked again.

use chrono::{DateTime, NaiveDate, NaiveDateTime};

use crate::i18n::{Lang, Words};
use crate::minutes::compose::{self, compose};
use crate::minutes::{Entry, Minutes};
use crate::model::history::Entity;
use crate::model::id::{EntryId, MeetingId, ResponseId};
use crate::model::{self, Kind, Meeting, Programme};
use crate::store::work::{Class, Filter};
use crate::store::{self, Marks, Result, Store, StoreError};

use super::Scope;

/// What a report may be made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Material {
    /// The day on which it is made.
    pub today: NaiveDate,
    /// How much of it was asked for.
    pub scope: Scope,
    /// The language of what is written in the place of a name.
    pub lang: Lang,
    /// The programme that the meetings belong to, where they belong to one.
    pub programme: Option<Programme>,
    /// The meetings, the oldest first; those without a date come first. Never empty once gathered.
    pub meetings: Vec<Told>,
    /// Which of them was asked for: its place in `meetings`.
    pub chosen: usize,
    /// Everybody in the register.
    pub people: Vec<Registered>,
    /// Whom else the file names, in every meeting there is: so that a pseudonym is the same in all papers.
    pub mentioned: Mentioned,
}

/// Whom a file names beside its register, in an order that every paper shares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentioned {
    /// Speakers, owners, scribes, who made checks, who signs. Some are roles.
    pub names: Vec<String>,
    /// Labels and values of header fields that may hold names.
    pub fields: Vec<(String, String)>,
}

/// A meeting and what has become of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The meeting.
    pub meeting: Meeting,
    /// Its minutes with everything there is.
    pub minutes: Minutes,
    /// Its challenges, commitments and actions, in the order of their classes.
    pub work: Vec<Work>,
    /// How the meeting itself came to be as it is.
    pub history: History,
}

/// A challenge, a commitment or an action, with what the minutes do not tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// Its identity.
    pub id: EntryId,
    /// What stands in the minutes about it.
    pub entry: Entry,
    /// The heading it stands under.
    pub heading: String,
    /// Its place in the meeting, counted over what there is to do, as it was said.
    pub place: usize,
    /// What an action was made from.
    pub source: Option<EntryId>,
    /// What the store knows of each response, in their order; also where the responses themselves were left out.
    pub answers: Vec<Answer>,
    /// The checks on it, the oldest first.
    pub checks: Vec<Check>,
    /// How it came to be as it is.
    pub history: History,
}

/// A response of the store, beside what the minutes tell of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Its identity: that of the same response to another challenge is the same.
    pub id: ResponseId,
    /// When it was given; unknown for what was read from a document.
    pub on: Option<NaiveDate>,
    /// How it came to be as it is.
    pub history: History,
}

/// One check on a piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The day of the check.
    pub on: NaiveDate,
    /// Kind and status after it.
    pub outcome: Kind,
    /// What was said; may be empty.
    pub comment: String,
    /// Who made it.
    pub author: Option<String>,
}

/// How often and when something was written, as the log tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct History {
    /// How many changes came after it was made.
    pub changes: u32,
    /// When the last one was written, in UTC.
    pub last: NaiveDateTime,
}

/// Somebody in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// Their name.
    pub name: String,
    /// Their title or role; may be empty.
    pub role: String,
    /// Where they work; may be empty.
    pub organisation: String,
}

impl Material {
    /// The meeting that was asked for. `None` only where nothing was gathered.
    pub fn chosen(&self) -> Option<&Told> {
        self.meetings.get(self.chosen)
    }

    /// What an edited report of this material is kept under: the programme, or the meeting that was asked for.
    pub fn subject(&self) -> Option<uuid::Uuid> {
        match (self.scope, &self.programme) {
            (Scope::Programme, Some(programme)) => Some(programme.id.0),
            _ => self.chosen().map(|told| told.meeting.id.0),
        }
    }
}

impl Work {
    /// Whether it has been answered, also where the answers were left out.
    pub fn is_answered(&self) -> bool {
        !self.answers.is_empty()
    }

    /// Whether it is open and past its day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.entry.kind.is_open() && self.entry.due.as_ref().is_some_and(|due| due.day < today)
    }
}

/// Reads what a report about a meeting, or about its whole programme, may be made of.
///
/// # Errors
/// [`StoreError::NotFound`] for a meeting that is not there; a file that cannot be read.
pub fn gather(
    store: &Store,
    meeting: MeetingId,
    scope: Scope,
    words: &Words,
    today: NaiveDate,
) -> Result<Material> {
    let asked = store::meeting::get(store, meeting)?.ok_or(StoreError::NotFound(Entity::Meeting))?;
    let programme =
        store::programme::list(store)?.into_iter().find(|known| Some(known.id) == asked.programme);
    let mut meetings = match scope {
        Scope::Meeting => vec![asked],
        Scope::Programme => store::meeting::list(store)?
            .into_iter()
            .filter(|other| other.programme == asked.programme)
            .collect(),
    };
    meetings.sort_by_key(|meeting| meeting.date);
    let chosen = meetings.iter().position(|other| other.id == meeting).unwrap_or_default();
    let marks = store::marks(store)?;
    let meetings =
        meetings.into_iter().map(|meeting| tell(store, meeting, &marks, words)).collect::<Result<_>>()?;
    let mentioned =
        Mentioned { names: store::person::mentioned(store)?, fields: store::field::about_people(store)? };
    Ok(Material {
        today,
        lang: words.lang,
        scope,
        programme,
        meetings,
        chosen,
        people: people(store)?,
        mentioned,
    })
}

fn tell(store: &Store, meeting: Meeting, marks: &Marks, words: &Words) -> Result<Told> {
    let minutes = compose(store, meeting.id, words)?;
    let sections = store::section::list(store, meeting.id)?;
    let (mut work, mut places) = (Vec::new(), Vec::new());
    for class in [Class::Challenges, Class::Owed] {
        let filter = Filter { class, meeting: Some(meeting.id), ..Filter::default() };
        let all = store::work::count(store, &filter)?;
        for listed in store::work::list(store, &filter, 0, all)? {
            let at = sections.iter().position(|section| section.id == listed.entry.section);
            places.push((at, listed.entry.position.clone(), listed.entry.id));
            work.push(piece(store, listed, marks)?);
        }
    }
    places.sort();
    for piece in &mut work {
        piece.place = places.iter().position(|(.., id)| *id == piece.id).unwrap_or_default();
    }
    let history = history(store, meeting.id.0)?;
    Ok(Told { meeting, minutes, work, history })
}

fn piece(store: &Store, listed: store::work::Listed, marks: &Marks) -> Result<Work> {
    let store::work::Listed { entry, heading, responses, .. } = listed;
    let check = |check: model::FollowUp| Check {
        on: check.on,
        outcome: check.outcome,
        comment: check.comment,
        author: check.scribe,
    };
    let answer = |response: &model::Response| {
        Ok(Answer { id: response.id, on: response.on, history: history(store, response.id.0)? })
    };
    Ok(Work {
        id: entry.id,
        heading,
        place: 0,
        source: entry.source,
        answers: responses.iter().map(answer).collect::<Result<_>>()?,
        checks: store::follow_up::list(store, entry.id)?.into_iter().map(check).collect(),
        history: history(store, entry.id.0)?,
        entry: compose::entry(store::entry::Listed { entry, responses }, marks),
    })
}

fn history(store: &Store, id: uuid::Uuid) -> Result<History> {
    let (writes, last) = store::history::age(store, id)?;
    let last = DateTime::from_timestamp_millis(last.millis()).unwrap_or_default().naive_utc();
    Ok(History { changes: writes.saturating_sub(1), last })
}

fn people(store: &Store) -> Result<Vec<Registered>> {
    let organisations = store::organisation::list(store)?;
    let registered = |person: model::Person| {
        let at = organisations.iter().find(|at| Some(at.id) == person.organisation);
        Registered {
            name: person.name,
            role: person.role.unwrap_or_default(),
            organisation: at.map(|at| at.name.clone()).unwrap_or_default(),
        }
    };
    Ok(store::person::list(store)?.into_iter().map(registered).collect())
}
