//! What there is to do over all meetings: challenges to answer, actions and commitments to follow up.
//! Lists are read in ranges; an index has them in the order in which they are shown.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::ToSql;

use super::codec::{Cells, Columns};
use super::record::{self, Record};
use super::{Result, Store, names, response};
use crate::model::id::{EntryId, MeetingId, OrganisationId, SectionId};
use crate::model::person::each_named;
use crate::model::{Entry, Kind, Meeting, Response, cell};

/// What sort of work is listed, and in which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WorkClass {
    /// Challenges: unanswered first, then answered but open, then closed; the oldest first in each.
    #[default]
    Challenges,
    /// Actions and commitments: open ones first, by due date; without a date last.
    Owed,
    /// Actions without commitments.
    Actions,
    /// Commitments without actions.
    Commitments,
    /// Whatever is marked as not written down in full, of any kind.
    Unfinished,
}

/// Whose work is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Owner {
    /// Everybody's, and what nobody owns.
    #[default]
    Any,
    /// What nobody owns.
    Nobody,
    /// Only what this person owns, alone or with others, by the name as it was given.
    Named(String),
    /// Only what just these own together, or one of them alone, as it was given.
    Together(String),
}

impl Owner {
    /// What both let pass; `None` where that is nothing.
    pub fn and(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, owner) | (owner, Self::Any) => Some(owner.clone()),
            (Self::Named(one), Self::Together(all)) | (Self::Together(all), Self::Named(one)) => {
                each_named(all).any(|name| name == one).then(|| Self::Together(all.clone()))
            }
            (a, b) => (a == b).then(|| a.clone()),
        }
    }
}

/// Which work is listed. The default lists everything of its class.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Challenges unless something else is set.
    pub class: WorkClass,
    /// One meeting's only.
    pub meeting: Option<MeetingId>,
    /// One section's only.
    pub section: Option<SectionId>,
    /// Whose work is listed.
    pub owner: Owner,
    /// Only what people of this organisation own, or the organisation itself by its name.
    pub organisation: Option<OrganisationId>,
    /// Only what has this tag, as it is spelled.
    pub tag: Option<String>,
    /// Only what was said at this table.
    pub table: Option<u16>,
    /// Only what has the status of this kind; a status of another kind with the same code is the same, and so are all
    /// that only a newer version knows.
    pub status: Option<Kind>,
    /// Only what has another status than this kind.
    pub except: Option<Kind>,
    /// Only those that are still open, or only those that are closed.
    pub open: Option<bool>,
    /// Only challenges with a response, or only those without.
    pub answered: Option<bool>,
    /// Due (or, for a challenge, raised) on this day or later.
    pub from: Option<NaiveDate>,
    /// Due (or raised) before this day. Work without a due date is never before any day.
    pub before: Option<NaiveDate>,
}

/// Work with what a list shows beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedWork {
    /// Never a soft-deleted one.
    pub entry: Entry,
    /// May be empty.
    pub meeting_title: String,
    /// The day it was said.
    pub meeting_date: Option<NaiveDate>,
    /// The heading of its section; may be empty.
    pub heading: String,
    /// In the order in which they were linked to it.
    pub responses: Vec<Response>,
    /// The number of checks on it.
    pub follow_ups: usize,
}

/// The owner, or one of several, works there, as the person that they turned out to be, or is the organisation.
fn of_organisation() -> String {
    format!(
        "(EXISTS (
            SELECT 1 FROM person LEFT JOIN person AS other ON other.id = person.stands_for
            WHERE person.id = entry.owner_person AND person.shown = 1
                AND coalesce(other.organisation, person.organisation) = :organisation
        ) OR instr(entry.owner, ',') > 0 AND EXISTS (
            SELECT 1 FROM person LEFT JOIN person AS other ON other.id = person.stands_for
            WHERE {} AND coalesce(other.organisation, person.organisation) = :organisation
        ) OR coalesce(entry.owner_name, entry.owner) = (SELECT name FROM organisation WHERE id = :organisation))",
        names::owns_with_others()
    )
}

/// What a condition is compared with, by the name it has in the statement.
type Params = Vec<(&'static str, Box<dyn ToSql>)>;

impl WorkClass {
    /// The condition in SQL; the index of work begins with `class`.
    fn condition(self) -> &'static str {
        match self {
            Self::Challenges => "entry.class = 1",
            Self::Owed => "entry.class = 2",
            Self::Actions => "entry.class = 2 AND entry.kind >= 'action:' AND entry.kind < 'action;'",
            Self::Commitments => {
                "entry.class = 2 AND entry.kind >= 'commitment:' AND entry.kind < 'commitment;'"
            }
            // Notes are among them, which are in no class.
            Self::Unfinished => "entry.unfinished = 1",
        }
    }
}

impl Filter {
    /// The conditions in SQL, and what they are compared with.
    fn conditions(&self) -> (String, Params) {
        let is_work = if self.class == WorkClass::Unfinished { "" } else { "entry.class > 0 AND " };
        let mut sql = format!("entry.shown = 1 AND {is_work}{}", self.class.condition());
        let mut params = Params::new();
        let mut and = |condition: &str, name: &'static str, value: Option<Box<dyn ToSql>>| {
            if let Some(value) = value {
                sql.push_str(" AND ");
                sql.push_str(condition);
                params.push((name, value));
            }
        };
        let (named, together) = match &self.owner {
            Owner::Named(owner) => (Some(owner), None),
            Owner::Together(owners) => (None, Some(owners)),
            Owner::Any | Owner::Nobody => (None, None),
        };
        and("entry.meeting = :meeting", ":meeting", boxed(self.meeting.map(|meeting| meeting.0)));
        and("entry.section = :section", ":section", boxed(self.section.map(|section| section.0)));
        and(
            "entry.owner IS NOT NULL
             AND instr(',' || replace(replace(coalesce(entry.owner_name, entry.owner), ' ,', ','), ', ', ',') || ',',
                    ',' || replace(:owner, ', ', ',') || ',') > 0",
            ":owner",
            boxed(named.cloned()),
        );
        and(
            "entry.owner IS NOT NULL AND coalesce(entry.owner_name, entry.owner) = :owners",
            ":owners",
            boxed(together.cloned()),
        );
        and("entry.table_no = :table", ":table", boxed(self.table));
        and(
            "instr(char(31) || entry.tags || char(31), char(31) || :tag || char(31)) > 0",
            ":tag",
            boxed(self.tag.clone()),
        );
        and(&of_organisation(), ":organisation", boxed(self.organisation.map(|organisation| organisation.0)));
        let unknown = self.status.filter(|kind| kind.is_unknown());
        and(
            "entry.kind IN ('challenge:' || :status, 'commitment:' || :status, 'action:' || :status)",
            ":status",
            boxed(self.status.filter(|_| unknown.is_none()).and_then(Kind::status_code)),
        );
        and(
            "entry.kind NOT IN ('challenge:' || :except, 'commitment:' || :except, 'action:' || :except)",
            ":except",
            boxed(self.except.and_then(Kind::status_code)),
        );
        and("entry.sort >= :from", ":from", boxed(self.from.map(|day| day.to_string())));
        and("entry.sort < :before", ":before", boxed(self.before.map(|day| day.to_string())));
        if unknown.is_some() {
            let known =
                [Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION].into_iter().flat_map(Kind::statuses);
            let known: Vec<String> = known.map(|kind| format!("'{}'", cell::kind(kind))).collect();
            sql.extend([" AND entry.kind NOT IN (", &known.join(", "), ")"]);
        }
        if self.owner == Owner::Nobody {
            sql.push_str(" AND entry.owner IS NULL");
        }
        for condition in self.progress() {
            sql.push_str(" AND ");
            sql.push_str(condition);
        }
        (sql, params)
    }

    /// The conditions about being open and being answered.
    fn progress(&self) -> impl Iterator<Item = &'static str> {
        let pick = |is: bool, yes, no| Some(if is { yes } else { no });
        let [open, answered] = match (self.class, self.open, self.answered) {
            // The rank of an open challenge is whether it is answered, and the index has the rank.
            (WorkClass::Challenges, Some(true), Some(answered)) => {
                [pick(answered, "entry.rank = 1", "entry.rank = 0"), None]
            }
            (_, open, answered) => [
                open.and_then(|open| pick(open, "entry.rank < 2", "entry.rank = 2")),
                answered.and_then(|answered| pick(answered, "entry.answers > 0", "entry.answers = 0")),
            ],
        };
        open.into_iter().chain(answered)
    }
}

fn boxed(value: Option<impl ToSql + 'static>) -> Option<Box<dyn ToSql>> {
    value.map(|value| Box::new(value) as Box<dyn ToSql>)
}

/// How much work there is.
///
/// # Errors
/// Where the file cannot be read.
pub fn count(store: &Store, filter: &Filter) -> Result<usize> {
    let (conditions, params) = filter.conditions();
    let sql = format!("SELECT count(*) FROM entry WHERE {conditions}");
    let params: Vec<(&str, &dyn ToSql)> =
        params.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    Ok(store.conn.prepare_cached(&sql)?.query_row(params.as_slice(), |row| row.get(0))?)
}

/// Whether an entry is among the work that is listed.
///
/// # Errors
/// Where the file cannot be read.
pub fn passes(store: &Store, filter: &Filter, entry: EntryId) -> Result<bool> {
    let (conditions, mut params) = filter.conditions();
    let sql = format!("SELECT 1 FROM entry WHERE entry.id = :id AND {conditions}");
    params.push((":id", Box::new(entry.0)));
    let params: Vec<(&str, &dyn ToSql)> =
        params.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    Ok(store.conn.prepare_cached(&sql)?.exists(params.as_slice())?)
}

/// How many come before an entry in the order of its class; `None` where it is not among the work that is listed.
///
/// # Errors
/// Where the file cannot be read.
pub fn place_of(store: &Store, filter: &Filter, entry: EntryId) -> Result<Option<usize>> {
    if !passes(store, filter, entry)? {
        return Ok(None);
    }
    let (conditions, mut params) = filter.conditions();
    let sql = format!(
        "SELECT count(*) FROM entry WHERE {conditions}
         AND (entry.rank, entry.sort, entry.id) < (SELECT it.rank, it.sort, it.id FROM entry AS it WHERE it.id = :id)"
    );
    params.push((":id", Box::new(entry.0)));
    let params: Vec<(&str, &dyn ToSql)> =
        params.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    Ok(Some(store.conn.prepare_cached(&sql)?.query_row(params.as_slice(), |row| row.get(0))?))
}

/// A range of the work, in the order of its class.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, filter: &Filter, offset: usize, limit: usize) -> Result<Vec<ListedWork>> {
    let (conditions, params) = filter.conditions();
    let sql = format!(
        "SELECT entry.*, meeting.title AS meeting_title, meeting.date AS meeting_date, section.heading AS heading,
            (SELECT count(*) FROM follow_up WHERE follow_up.entry = entry.id AND follow_up.shown = 1) AS follow_ups
         FROM (SELECT * FROM entry WHERE {conditions} ORDER BY rank, sort, id LIMIT :limit OFFSET :offset) AS entry
         JOIN meeting ON meeting.id = entry.meeting JOIN section ON section.id = entry.section
         ORDER BY rank, sort, entry.id"
    );
    let bound = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let (limit, offset) = (bound(limit), bound(offset));
    let mut params: Vec<(&str, &dyn ToSql)> =
        params.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    params.extend([(":limit", &limit as &dyn ToSql), (":offset", &offset)]);
    let mut statement = store.conn.prepare_cached(&sql)?;
    let columns = Columns::of(&statement);
    let rows = statement.query_map(params.as_slice(), |row| {
        let row = columns.row(row);
        let answers: usize = row.count("answers")?;
        let listed = ListedWork {
            entry: Entry::from_row(&row)?,
            meeting_title: row.text("meeting_title")?,
            meeting_date: row.day("meeting_date")?,
            heading: row.text("heading")?,
            responses: Vec::new(),
            follow_ups: row.count("follow_ups")?,
        };
        Ok((listed, answers))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<(ListedWork, usize)>>>()?;
    // Few have responses; the others need no look-up of their own.
    let with_responses = |(listed, answers): (ListedWork, usize)| match answers {
        0 => Ok(listed),
        _ => Ok(ListedWork { responses: response::to(store, listed.entry.id)?, ..listed }),
    };
    rows.into_iter().map(with_responses).collect()
}

/// The meetings with work of a class, the newest first; those without a date come last.
///
/// # Errors
/// Where the file cannot be read.
pub fn meetings(store: &Store, class: WorkClass) -> Result<Vec<Meeting>> {
    let (conditions, _) = Filter { class, ..Filter::default() }.conditions();
    let sql = format!(
        "SELECT * FROM meeting WHERE shown = 1
         AND EXISTS (SELECT 1 FROM entry WHERE entry.meeting = meeting.id AND {conditions})
         ORDER BY date DESC, id DESC"
    );
    record::all(&store.conn, &sql, &[])
}

/// Who owns any work, alone or with others, in the order of the alphabet of bytes; `i18n` puts them in that of people.
///
/// # Errors
/// Where the file cannot be read.
pub fn owners(store: &Store) -> Result<Vec<String>> {
    Ok(apart(&owners_together(store)?))
}

/// The same for the work of a class.
///
/// # Errors
/// Where the file cannot be read.
pub fn owners_of(store: &Store, class: WorkClass) -> Result<Vec<String>> {
    let (conditions, _) = Filter { class, ..Filter::default() }.conditions();
    together(store, &conditions).map(|together| apart(&together))
}

/// Each of those who own something together, once.
fn apart(together: &[String]) -> Vec<String> {
    let each: BTreeSet<&str> = together.iter().flat_map(|owners| each_named(owners)).collect();
    each.into_iter().map(str::to_owned).collect()
}

/// The same, where those who own something together count as one owner.
///
/// # Errors
/// Where the file cannot be read.
pub fn owners_together(store: &Store) -> Result<Vec<String>> {
    together(store, "class > 0 AND shown = 1")
}

fn together(store: &Store, conditions: &str) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT DISTINCT coalesce(owner_name, owner) AS owner FROM entry
         WHERE {conditions} AND owner IS NOT NULL ORDER BY owner"
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The tags of the work of a class, each as it is spelled, in the order of the alphabet of bytes.
///
/// # Errors
/// Where the file cannot be read.
pub fn tags(store: &Store, class: WorkClass) -> Result<BTreeSet<String>> {
    let (conditions, _) = Filter { class, ..Filter::default() }.conditions();
    let sql = format!("SELECT DISTINCT tags FROM entry WHERE {conditions} AND tags <> ''");
    let mut statement = store.conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| row.list("tags"))?;
    let lists = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(lists.into_iter().flatten().collect())
}

/// The tables at which the work of a class was said, in order.
///
/// # Errors
/// Where the file cannot be read.
pub fn tables(store: &Store, class: WorkClass) -> Result<Vec<u16>> {
    let (conditions, _) = Filter { class, ..Filter::default() }.conditions();
    let sql = format!(
        "SELECT DISTINCT table_no FROM entry
         WHERE {conditions} AND table_no BETWEEN 1 AND 65535 ORDER BY table_no"
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The day of the oldest open challenge without a response that passes a filter, for "the oldest is 84 days"; `None`
/// where there is none, or where no such challenge has a day that can be read.
///
/// # Errors
/// Where the file cannot be read.
pub fn oldest_unanswered(store: &Store, filter: &Filter) -> Result<Option<NaiveDate>> {
    let (conditions, params) = filter.conditions();
    let sql = format!(
        "SELECT id, sort FROM entry WHERE {conditions} AND class = 1 AND rank = 0 AND sort <> '' ORDER BY sort, id"
    );
    let params: Vec<(&str, &dyn ToSql)> =
        params.iter().map(|(name, value)| (*name, value.as_ref())).collect();
    let mut statement = store.conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params.as_slice())?;
    while let Some(row) = rows.next()? {
        if let Some(day) = row.day("sort")? {
            return Ok(Some(day));
        }
    }
    Ok(None)
}
