//! Everything that a report may be made of, read from the store. It is read once, and can then be cut and laid out on
//! any thread without the store.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use uuid::Uuid;

use crate::i18n::{Lang, Words};
use crate::minutes::compose::{self, compose};
use crate::minutes::details::{self, beside_owner};
use crate::minutes::read::promise::Participants;
use crate::minutes::read::table;
use crate::minutes::{Entry, Minutes, Response, Section};
use crate::model::history::Entity;
use crate::model::id::{EntryId, MeetingId, PersonId, ResponseId};
use crate::model::{self, Kind, Meeting, Names, Programme};
use crate::store::person::{Mentioned, WrittenName};
use crate::store::work::{Filter, WorkClass};
use crate::store::{self, Marks, Result, Store, StoreError};

use super::people::list_heading::{ListHeadings, people_in};
use super::people::value::parts;
use super::redact::Replaced;
use super::scope::{ReportScope, Share};

/// What a report may be made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Material {
    /// The date of the report.
    pub today: NaiveDate,
    /// How much the report is about.
    pub scope: ReportScope,
    /// Which of the work it has.
    pub share: Share,
    /// The language of what replaces a name.
    pub lang: Lang,
    /// The programme that the meetings belong to, where they belong to one.
    pub programme: Option<Programme>,
    /// The meetings, the oldest first; those without a date come first. Never empty once gathered.
    pub meetings: Vec<MeetingData>,
    /// Whether these are all meetings of the file.
    pub is_all: bool,
    /// The index in `meetings` of the one that the report was asked for.
    pub chosen: usize,
    /// Everybody in the register.
    pub people: Vec<Registered>,
    /// Who was at the meetings, each once; how many persons where who they were is left out. Empty until it is cut.
    pub attendees: Vec<String>,
    /// What several owners are called alike since names were replaced. Empty until it is cut.
    pub alike: Vec<String>,
    /// What was done with names when it was cut.
    pub names: Names,
    /// What replaced names in it.
    pub replaced: Replaced,
    /// Whom else the file names, in any meeting.
    pub mentioned: MentionedPeople,
    /// What nobody without the file knows: pseudonyms follow from it. It is never written out.
    pub secret: Uuid,
    /// Whether it was read from the log, because the tables of the file are damaged.
    pub is_from_log: bool,
}

/// Whom a file names beside its register, in an order that every publication shares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MentionedPeople {
    /// What is in cells that name persons.
    pub cells: Vec<NamedInCell>,
    /// The lines that list persons under a heading that says so, each with the record that it is in.
    pub listed: Vec<(Uuid, String)>,
}

/// What a cell has that names persons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedInCell {
    /// The record that had it first. Records that were made later have greater ids.
    pub since: Uuid,
    /// One name, or a row of them.
    pub written: WrittenName,
    /// Whether it is the record of one of the meetings of the material itself.
    pub is_of_meeting: bool,
    /// Who it is: an index of [`Material::people`].
    pub person: Option<usize>,
}

/// A meeting and what has become of it since.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingData {
    /// Title, date, place and reference; the header fields are in the minutes.
    pub meeting: Meeting,
    /// Complete until [`super::Choices::cut`] removes what was not chosen.
    pub minutes: Minutes,
    /// Its challenges, commitments and actions, in the order of their classes.
    pub work: Vec<Work>,
    /// Of the record of the meeting.
    pub history: WriteHistory,
    /// Whether the programme has a meeting on the day that the minutes say for the next one.
    pub is_next_held: bool,
}

/// A challenge, a commitment or an action, with what the minutes do not show of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Work {
    /// Of its entry.
    pub id: EntryId,
    /// As in the minutes, but its responses are in [`Self::responses`].
    pub entry: Entry,
    /// The heading that it is under.
    pub heading: String,
    /// Its index among all work of the meeting, in the order in which it was said.
    pub place: usize,
    /// What an action was made from.
    pub source: Option<EntryId>,
    /// Whether it has been responded to, even where the responses were left out.
    pub is_answered: bool,
    /// The responses to it, the oldest first.
    pub responses: Vec<GivenResponse>,
    /// The checks on it, the oldest first.
    pub checks: Vec<Check>,
    /// Of its entry.
    pub history: WriteHistory,
}

/// A response, with what the minutes do not show of it.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenResponse {
    /// The same for every challenge that the response was given to.
    pub id: ResponseId,
    /// As in the minutes.
    pub response: Response,
    /// The day on which it was given; unknown for what was read from a document.
    pub on: Option<NaiveDate>,
    /// Of the record of the response.
    pub history: WriteHistory,
}

/// One check on a piece of work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// When it was made.
    pub on: NaiveDate,
    /// Kind and status after it.
    pub outcome: Kind,
    /// May be empty.
    pub comment: String,
    /// Who made the check; `None` where it is unknown or left out.
    pub scribe: Option<String>,
}

/// How often and when a record was written, as of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WriteHistory {
    /// How many changes followed its creation.
    pub changes: u32,
    /// The time of the last write, in UTC.
    pub last: NaiveDateTime,
}

/// Somebody in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// As it is written in the register.
    pub name: String,
    /// What never changes about them, for their pseudonym: the words of the name that they were entered by, with who
    /// they are where somebody before them was entered by the same. Where it is empty, that name is `name`.
    pub identity: String,
    /// The id of their record. Records that were made later have greater ids.
    pub since: Uuid,
    /// What else cells call them, as it was spelled. It only helps to recognise them: [`super::Choices::cut`] leaves it
    /// where names go out in full, and it is never written out.
    pub spelled: Vec<String>,
    /// May be empty.
    pub role: String,
    /// May be empty.
    pub organisation: String,
    /// Their e-mail address; may be empty. It only helps to recognise them: [`super::Choices::cut`] takes it away.
    pub email: String,
}

impl Material {
    /// The meeting that the report was asked for. `None` only where nothing was gathered.
    pub fn chosen(&self) -> Option<&MeetingData> {
        self.meetings.get(self.chosen)
    }

    /// The id under which an edited report of this material is stored: that of the programme, or of the meeting. `None`
    /// for meetings without a programme together.
    pub fn subject(&self) -> Option<Uuid> {
        match (self.scope, &self.programme) {
            (ReportScope::Programme, programme) => programme.as_ref().map(|programme| programme.id.0),
            (ReportScope::Meeting, _) => self.chosen().map(|data| data.meeting.id.0),
        }
    }
}

impl Work {
    /// Whether it is open and past its due date.
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
    scope: ReportScope,
    words: &Words,
    today: NaiveDate,
) -> Result<Material> {
    let stored = stored(store, meeting, scope, words, today);
    let is_whole = stored.as_ref().is_ok_and(|material| {
        let all = material.meetings.iter().map(|data| data.meeting.id);
        store::derived::are_findable(store, all).unwrap_or(false)
    });
    if is_whole {
        return stored;
    }
    // A damaged cell would cost what is found by it.
    let logged = store::salvage::as_logged(store).and_then(|copy| {
        let meeting = store::meeting::in_copy(&copy, store, meeting)?;
        self::stored(&copy, meeting, scope, words, today)
    });
    match logged {
        Ok(material) => Ok(Material { is_from_log: true, ..material }),
        // The history does not know it under its identity.
        Err(StoreError::NotFound(_)) if stored.is_ok() => {
            Err(StoreError::Damaged("the meeting is not in the log".to_owned()))
        }
        Err(_) => stored,
    }
}

/// What the tables have.
fn stored(
    store: &Store,
    meeting: MeetingId,
    scope: ReportScope,
    words: &Words,
    today: NaiveDate,
) -> Result<Material> {
    let asked = store::meeting::get(store, meeting)?.ok_or(StoreError::NotFound(Entity::Meeting))?;
    let programme =
        store::programme::list(store)?.into_iter().find(|known| Some(known.id) == asked.programme);
    let mut meetings = match scope {
        ReportScope::Meeting => vec![asked],
        ReportScope::Programme => store::meeting::list(store)?
            .into_iter()
            .filter(|other| other.programme == asked.programme)
            .collect(),
    };
    meetings.sort_by_key(|meeting| meeting.date);
    let chosen = meetings.iter().position(|other| other.id == meeting).unwrap_or_default();
    let marks = store::marks(store)?;
    let meetings = meetings
        .into_iter()
        .map(|meeting| meeting_data(store, meeting, &marks, words))
        .collect::<Result<Vec<_>>>()?;
    let register = store::person::list(store)?;
    let mut mentioned = mentioned(store, &meetings, &register)?;
    let entered = store::person::entered(store)?;
    let former = former_names(store, &register, &entered)?;
    let people = people(store, register, &mentioned, entered)?;
    mentioned.cells.extend(former);
    Ok(Material {
        today,
        lang: words.lang,
        scope,
        share: Share::All,
        programme,
        is_all: meetings.len() == store::meeting::count(store)?,
        meetings,
        chosen,
        people,
        attendees: Vec::new(),
        alike: Vec::new(),
        names: Names::Full,
        replaced: Replaced::default(),
        mentioned,
        secret: store::log::space(store)?,
        is_from_log: false,
    })
}

fn meeting_data(store: &Store, meeting: Meeting, marks: &Marks, words: &Words) -> Result<MeetingData> {
    let minutes = compose(store, meeting.id, words)?;
    let sections = store::section::list(store, meeting.id)?;
    let (mut work, mut places) = (Vec::new(), Vec::new());
    for class in [WorkClass::Challenges, WorkClass::Owed] {
        let filter = Filter { class, meeting: Some(meeting.id), ..Filter::default() };
        let all = store::work::count(store, &filter)?;
        for listed in store::work::list(store, &filter, 0, all)? {
            let at = sections.iter().position(|section| section.id == listed.entry.section);
            places.push((at, listed.entry.position.clone(), listed.entry.id));
            work.push(piece(store, listed, marks)?);
        }
    }
    places.sort();
    let mut tasks: HashMap<String, String> = HashMap::new();
    for (row, what) in minutes.sections.iter().flat_map(rows_of_tasks) {
        tasks.entry(row).or_insert(what);
    }
    for piece in &mut work {
        let Entry { text, owner, owner_spelled, .. } = &piece.entry;
        piece.entry.text = match tasks.get(text) {
            Some(what) => what.clone(),
            None => beside_owner(text, [owner, owner_spelled]).into_owned(),
        };
    }
    let participants = Participants::of(&minutes.fields, &minutes.signoff);
    for piece in &mut work {
        // An action that was typed or read before may have its owner in its words alone.
        if piece.entry.owner.is_none() {
            piece.entry.owner = details::owner_in_words(&piece.entry, &participants);
        }
        piece.place = places.iter().position(|(.., id)| *id == piece.id).unwrap_or_default();
    }
    let history = history(store, meeting.id.0)?;
    let is_next_held = match minutes.next {
        Some(next) => store::meeting::is_held(store, next.date, meeting.programme)?,
        None => false,
    };
    Ok(MeetingData { meeting, minutes, work, history, is_next_held })
}

/// The rows of tables of tasks in a section, and what each says is to be done: a list says who and when beside it.
fn rows_of_tasks(section: &Section) -> Vec<(String, String)> {
    let entries = section.entries.iter().map(|entry| &entry.text);
    let texts: Vec<&str> = section.intro.iter().chain(entries).map(String::as_str).collect();
    table::tasks(&texts).map(|(row, what)| (row.to_owned(), what)).collect()
}

fn piece(store: &Store, listed: store::work::ListedWork, marks: &Marks) -> Result<Work> {
    let store::work::ListedWork { entry, heading, responses, .. } = listed;
    let check = |check: model::FollowUp| Check {
        on: check.on,
        outcome: check.outcome,
        comment: check.comment,
        scribe: check.scribe,
    };
    let given = |response: model::Response| {
        let (id, on) = (response.id, response.on);
        let history = history(store, id.0)?;
        Ok(GivenResponse { id, on, history, response: compose::response(response) })
    };
    let is_answered = !responses.is_empty();
    Ok(Work {
        id: entry.id,
        heading,
        place: 0,
        source: entry.source,
        is_answered,
        responses: responses.into_iter().map(given).collect::<Result<_>>()?,
        checks: store::follow_up::list(store, entry.id)?.into_iter().map(check).collect(),
        history: history(store, entry.id.0)?,
        entry: compose::entry(store::entry::ListedEntry { entry, responses: Vec::new() }, marks),
    })
}

fn history(store: &Store, id: Uuid) -> Result<WriteHistory> {
    let (writes, last) = store::history::age(store, id)?;
    let last = DateTime::from_timestamp_millis(last.millis()).unwrap_or_default().naive_utc();
    Ok(WriteHistory { changes: writes.saturating_sub(1), last })
}

fn mentioned(store: &Store, meetings: &[MeetingData], register: &[model::Person]) -> Result<MentionedPeople> {
    let at: HashMap<PersonId, usize> =
        register.iter().enumerate().map(|(at, person)| (person.id, at)).collect();
    let cell = |Mentioned { record, written, person }| NamedInCell {
        since: record,
        written,
        is_of_meeting: meetings.iter().any(|data| data.meeting.id.0 == record),
        person: person.and_then(|person| at.get(&person).copied()),
    };
    let (mut headings, mut inside) = (ListHeadings::default(), None);
    let lists = store::section::under(store, |(meeting, heading, level, is_empty)| {
        if inside.replace(meeting) != Some(meeting) {
            headings = ListHeadings::default();
        }
        headings.heading(heading, level, is_empty).map(str::to_owned)
    })?;
    Ok(MentionedPeople {
        cells: store::person::mentioned(store)?.into_iter().map(cell).collect(),
        listed: lists
            .iter()
            .flat_map(|(section, heading, lines)| {
                people_in(heading, lines).into_iter().map(|line| (section.0, line))
            })
            .collect(),
    })
}

fn people(
    store: &Store,
    register: Vec<model::Person>,
    mentioned: &MentionedPeople,
    entered: Vec<(PersonId, String)>,
) -> Result<Vec<Registered>> {
    let organisations = store::organisation::list(store)?;
    let mut spelled = vec![Vec::new(); register.len()];
    for cell in &mentioned.cells {
        if let (Some(at), WrittenName::Person(name) | WrittenName::Somebody(name)) =
            (cell.person, &cell.written)
            && *name != register[at].name
        {
            spelled[at].push(name.clone());
        }
    }
    let mut identities = identities(entered);
    let registered = |(person, spelled): (model::Person, Vec<String>)| {
        let at = organisations.iter().find(|at| Some(at.id) == person.organisation);
        Registered {
            identity: identities.remove(&person.id).unwrap_or_default(),
            since: person.id.0,
            name: person.name,
            spelled,
            role: person.role.unwrap_or_default(),
            organisation: at.map(|at| at.name.clone()).unwrap_or_default(),
            email: person.email.unwrap_or_default(),
        }
    };
    Ok(register.into_iter().zip(spelled).map(registered).collect())
}

/// What the register called somebody before, where it calls nobody so now: as they were entered, and as those were who
/// turned out to be them.
fn former_names(
    store: &Store,
    register: &[model::Person],
    entered: &[(PersonId, String)],
) -> Result<Vec<NamedInCell>> {
    let mut former = store::person::joined_names(store)?;
    former.extend(entered.iter().map(|(id, name)| (name.clone(), *id)));
    let now: HashSet<&str> = register.iter().map(|person| person.name.as_str()).collect();
    former.retain(|(name, _)| !now.contains(name.as_str()));
    let former = former.into_iter().filter_map(|(name, id)| {
        let person = register.iter().position(|person| person.id == id)?;
        let written = WrittenName::Somebody(name);
        Some(NamedInCell { since: id.0, written, is_of_meeting: false, person: Some(person) })
    });
    Ok(former.collect())
}

/// What never changes about those in the register.
fn identities(entered: Vec<(PersonId, String)>) -> HashMap<PersonId, String> {
    let mut taken = HashSet::new();
    let identity = |(id, name): (PersonId, String)| {
        let name = parts(&name).join(" ");
        let is_first = taken.insert(name.clone());
        (id, if is_first { name } else { format!("{name} {}", id.0) })
    };
    entered.into_iter().map(identity).collect()
}
