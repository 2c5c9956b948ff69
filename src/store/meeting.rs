//! Meetings in the store.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::codec::{self, Cells, Columns};
use super::record::{self, Record};
use super::{Result, Store, StoreError, Tx, names};
use crate::model::Meeting;
use crate::model::history::{Entity, Value};
use crate::model::id::{MeetingId, ProgrammeId};

impl Record for Meeting {
    const ENTITY: Entity = Entity::Meeting;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            codec::id(self.programme.map(|programme| programme.0)),
            codec::code(self.kind),
            codec::code(self.status),
            codec::text(&self.title),
            codec::shown(self.date),
            codec::shown(self.time),
            codec::text(&self.place),
            codec::text(&self.audience),
            codec::text(&self.reference),
            codec::integer(self.tables),
            codec::occasion(self.next),
            codec::signatures(&self.signoff),
            codec::maybe(self.signoff_as_written.as_deref()),
            codec::integer(self.nameless),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            programme: row.maybe_id("programme")?,
            kind: row.code("kind")?,
            status: row.code("status")?,
            title: row.text("title")?,
            date: row.day("date")?,
            time: row.maybe_parsed("time", |cell| cell.parse().ok())?,
            place: row.text("place")?,
            audience: row.text("audience")?,
            reference: row.text("reference")?,
            tables: row.count("tables")?,
            next: row.occasion("next")?,
            signoff: row.signatures("signoff")?,
            signoff_as_written: row.exact("signoff_as_written")?,
            nameless: row.flag("nameless")?,
        })
    }
}

/// A meeting with what a list of meetings shows beside its title.
#[derive(Debug, Clone, PartialEq)]
pub struct CountedMeeting {
    /// Never a soft-deleted one.
    pub meeting: Meeting,
    /// How many entries it has.
    pub entries: usize,
    /// How many challenges.
    pub challenges: usize,
    /// How many of the challenges have a response.
    pub answered: usize,
}

/// A meeting that is not soft-deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: MeetingId) -> Result<Option<Meeting>> {
    Ok(store
        .conn
        .prepare_cached("SELECT * FROM meeting WHERE id = :id AND shown = 1")?
        .query_row(named_params! { ":id": id.0 }, |row| Meeting::from_row(row))
        .optional()?)
}

/// A meeting, soft-deleted or not: what is gone can still be named.
///
/// # Errors
/// Where the file cannot be read.
pub fn get_or_gone(store: &Store, id: MeetingId) -> Result<Option<Meeting>> {
    record::get(&store.conn, id.0)
}

/// All meetings, the newest first; those without a date come last.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store) -> Result<Vec<Meeting>> {
    record::all(&store.conn, "SELECT * FROM meeting WHERE shown = 1 ORDER BY date DESC, id DESC", &[])
}

/// Whether a programme has a meeting on a day. Meetings without a programme belong together.
///
/// # Errors
/// Where the file cannot be read.
pub fn is_held(store: &Store, day: NaiveDate, programme: Option<ProgrammeId>) -> Result<bool> {
    let sql =
        "SELECT EXISTS (SELECT 1 FROM meeting WHERE shown = 1 AND date = :day AND programme IS :programme)";
    let named = named_params! { ":day": day.to_string(), ":programme": programme.map(|id| id.0) };
    Ok(store.conn.prepare_cached(sql)?.query_row(named, |row| row.get(0))?)
}

/// The meetings with somebody of exactly this name in the sign-off, but for those that were read from a file.
pub(crate) fn signed_by(store: &Store, name: &str) -> Result<Vec<Meeting>> {
    let mut meetings = Vec::new();
    for id in names::signed(&store.conn, name)? {
        meetings.extend(get(store, MeetingId(id))?);
    }
    meetings.retain(|meeting| meeting.signoff.iter().any(|signature| signature.name == name));
    Ok(meetings)
}

/// How many meetings there are.
///
/// # Errors
/// Where the file cannot be read.
pub fn count(store: &Store) -> Result<usize> {
    Ok(store
        .conn
        .prepare_cached("SELECT count(*) FROM meeting WHERE shown = 1")?
        .query_row([], |row| row.get(0))?)
}

/// A range of the meetings with their counts, in the order of [`list`].
///
/// # Errors
/// Where the file cannot be read.
pub fn counted(store: &Store, offset: usize, limit: usize) -> Result<Vec<CountedMeeting>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT meeting.*,
            (SELECT coalesce(sum(entries), 0) FROM section WHERE meeting = meeting.id AND shown = 1) AS entries,
            (SELECT count(*) FROM entry WHERE entry.meeting = meeting.id AND class = 1 AND class > 0 AND shown = 1)
                AS challenges,
            (SELECT count(*) FROM entry WHERE entry.meeting = meeting.id AND class = 1 AND class > 0 AND shown = 1
                AND answers > 0) AS answered
         FROM meeting WHERE shown = 1 ORDER BY date DESC, id DESC LIMIT :limit OFFSET :offset",
    )?;
    let columns = Columns::of(&statement);
    let rows = statement.query_map(named_params! { ":limit": limit, ":offset": offset }, |row| {
        let row = columns.row(row);
        Ok(CountedMeeting {
            meeting: Meeting::from_row(&row)?,
            entries: row.count("entries")?,
            challenges: row.count("challenges")?,
            answered: row.count("answered")?,
        })
    })?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The meeting to open: that of the day, otherwise the newest before it, otherwise any. Of several on the same day it
/// is the one that was written in last.
///
/// # Errors
/// Where the file cannot be read.
pub fn current(store: &Store, today: NaiveDate) -> Result<Option<Meeting>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT * FROM meeting WHERE shown = 1
         ORDER BY coalesce(date, '') <= :today DESC, date DESC, id DESC LIMIT 2",
    )?;
    let first_two: Vec<Meeting> = statement
        .query_map(named_params! { ":today": today.to_string() }, |row| Meeting::from_row(row))?
        .collect::<rusqlite::Result<_>>()?;
    match first_two.as_slice() {
        [first, second] if first.date.is_some() && first.date == second.date => written_last(store, first),
        [first, ..] => Ok(Some(first.clone())),
        [] => Ok(None),
    }
}

/// Of the meetings on the day of this one, which has a day, the one that was written in last: what was made last in
/// it, or it itself. Identifiers follow the time at which they were made.
fn written_last(store: &Store, meeting: &Meeting) -> Result<Option<Meeting>> {
    Ok(store
        .conn
        .prepare_cached(
            "SELECT * FROM meeting WHERE shown = 1 AND date = :date
             ORDER BY max(id,
                coalesce((SELECT max(entry.id) FROM entry
                    WHERE entry.meeting = meeting.id AND shown = 1 AND captured_at IS NOT NULL), id),
                coalesce((SELECT max(response.id) FROM response
                    WHERE response.meeting = meeting.id AND shown = 1), id)) DESC LIMIT 1",
        )?
        .query_row(named_params! { ":date": meeting.date.map(|date| date.to_string()) }, |row| {
            Meeting::from_row(row)
        })
        .optional()?)
}

/// The meeting that was read from a file with this SHA-256, if there is one.
///
/// # Errors
/// Where the file cannot be read.
pub fn from_source(store: &Store, sha256: &str) -> Result<Option<Meeting>> {
    Ok(store
        .conn
        .prepare_cached("SELECT * FROM meeting WHERE source = :source AND shown = 1 ORDER BY id LIMIT 1")?
        .query_row(named_params! { ":source": sha256 }, |row| Meeting::from_row(row))
        .optional()?)
}

/// Inserts a meeting. `source` is the SHA-256 of the file that it was read from.
pub(crate) fn insert(tx: &mut Tx<'_>, meeting: &Meeting, source: Option<&str>) -> Result<()> {
    let mut cells = record::known_cells(meeting);
    cells.extend(source.map(|sha256| ("source", codec::text(sha256))));
    tx.insert_cells(record::noun::<Meeting>(), meeting.id.0, &cells, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, meeting: &Meeting) -> Result<()> {
    tx.update(meeting)
}

/// Soft-deletes a meeting; what is in it is then shown nowhere.
pub(crate) fn delete(tx: &mut Tx<'_>, id: MeetingId) -> Result<()> {
    tx.set_deleted(Entity::Meeting, id.0, true)
}

/// Which meeting of a copy that was made from the log of a store is one of that: the same, or where its identity is
/// damaged the only one that the store has not and that says what it says.
///
/// # Errors
/// [`StoreError::NotFound`] where there is none; a file that cannot be read.
pub fn in_copy(copy: &Store, store: &Store, id: MeetingId) -> Result<MeetingId> {
    if get(copy, id)?.is_some() {
        return Ok(id);
    }
    let asked = get(store, id)?;
    let mut same = Vec::new();
    for meeting in list(copy)? {
        let is_same = asked.as_ref() == Some(&Meeting { id, ..meeting.clone() });
        if is_same && get(store, meeting.id)?.is_none() {
            same.push(meeting.id);
        }
    }
    match same[..] {
        [only] => Ok(only),
        _ => Err(StoreError::NotFound(Entity::Meeting)),
    }
}
