//! Entries in the store: rows, places, and the derived cells by which lists of work are found at once.

use std::collections::HashMap;

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::search::fold;
use super::{Result, Store, Tx, response};
use crate::model::history::{Entity, Value};
use crate::model::id::{EntryId, MeetingId, SectionId};
use crate::model::{Entry, Kind, Number, Position, Provenance, Response, cell};

impl Record for Entry {
    const ENTITY: Entity = Entity::Entry;
    const COLUMNS: &'static [&'static str] = &[
        "meeting",
        "section",
        "position",
        "depth",
        "kind",
        "text",
        "as_written",
        "table_no",
        "round",
        "scribe",
        "captured_at",
        "speaker",
        "tags",
        "starred",
        "owner",
        "due",
        "source",
        "challenge_number",
        "action_number",
    ];

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        let Provenance { table, round, scribe, captured_at } = &self.provenance;
        vec![
            Value::Id(self.meeting.0),
            Value::Id(self.section.0),
            codec::text(self.position.as_str()),
            codec::integer(self.depth),
            codec::kind(self.kind),
            codec::text(&self.text),
            codec::maybe(self.as_written.as_deref()),
            table.map_or(Value::Null, codec::integer),
            round.map_or(Value::Null, codec::integer),
            codec::maybe(scribe.as_deref()),
            codec::moment(*captured_at),
            codec::maybe(self.speaker.as_deref()),
            codec::list(&self.tags),
            codec::integer(self.starred),
            codec::maybe(self.owner.as_deref()),
            codec::due(self.due.as_ref()),
            codec::id(self.source.map(|source| source.0)),
            codec::number(self.challenge_number),
            codec::number(self.action_number),
        ]
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            meeting: row.id("meeting")?,
            section: row.id("section")?,
            position: row.position("position")?,
            depth: row.get("depth")?,
            kind: row.kind("kind")?,
            text: row.text("text")?,
            as_written: row.maybe("as_written")?,
            provenance: Provenance {
                table: row.get("table_no")?,
                round: row.get("round")?,
                scribe: row.maybe("scribe")?,
                captured_at: row.moment("captured_at")?,
            },
            speaker: row.maybe("speaker")?,
            tags: row.list("tags")?,
            starred: row.get("starred")?,
            owner: row.maybe("owner")?,
            due: row.due("due")?,
            source: row.maybe_id("source")?,
            challenge_number: row.number("challenge_number")?,
            action_number: row.number("action_number")?,
        })
    }
}

/// An entry with the team's responses to it.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedEntry {
    /// Never a soft-deleted one.
    pub entry: Entry,
    /// In the order in which they were linked to it.
    pub responses: Vec<Response>,
}

/// Which entries of a meeting are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryScope {
    /// In which the entries are.
    pub section: SectionId,
    /// One table's entries only.
    pub table: Option<u16>,
}

/// An entry that is not soft-deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: EntryId) -> Result<Option<Entry>> {
    Ok(store
        .conn
        .prepare_cached("SELECT * FROM entry WHERE id = :id AND deleted = 0")?
        .query_row(named_params! { ":id": id.0 }, Entry::from_row)
        .optional()?)
}

/// How many entries are in a place.
///
/// # Errors
/// Where the file cannot be read.
pub fn count(store: &Store, place: EntryScope) -> Result<usize> {
    let EntryScope { section, table } = place;
    let count = match table {
        None => store
            .conn
            .prepare_cached("SELECT entries FROM section WHERE id = :section")?
            .query_row(named_params! { ":section": section.0 }, |row| row.get(0))
            .optional()?,
        Some(table) => store
            .conn
            .prepare_cached(
                "SELECT count(*) FROM entry WHERE section = :section AND table_no = :table AND deleted = 0",
            )?
            .query_row(named_params! { ":section": section.0, ":table": table }, |row| row.get(0))
            .optional()?,
    };
    Ok(count.unwrap_or(0))
}

/// A range of the entries of a place, in order. `total` is what [`count`] returns: a range in the second half is
/// read from the end, so that the newest lines come as fast as the first.
///
/// # Errors
/// Where the file cannot be read.
pub fn window(
    store: &Store,
    place: EntryScope,
    offset: usize,
    limit: usize,
    total: usize,
) -> Result<Vec<ListedEntry>> {
    let limit = limit.min(total.saturating_sub(offset));
    let backwards = offset > total / 2;
    let (order, skip) = if backwards { ("DESC", total - offset - limit) } else { ("ASC", offset) };
    let table =
        if place.table.is_some() { "table_no = :table AND table_no IS NOT NULL" } else { ":table IS NULL" };
    let sql = format!(
        "SELECT * FROM entry WHERE section = :section AND {table} AND deleted = 0
         ORDER BY position {order}, id {order} LIMIT :limit OFFSET :skip"
    );
    let (limit, skip) = (i64::try_from(limit).unwrap_or(i64::MAX), i64::try_from(skip).unwrap_or(i64::MAX));
    let params: &[(&str, &dyn rusqlite::ToSql)] =
        &[(":section", &place.section.0), (":table", &place.table), (":limit", &limit), (":skip", &skip)];
    let mut statement = store.conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params, |row| Ok((Entry::from_row(row)?, row.get("answers")?)))?;
    let mut entries: Vec<(Entry, usize)> = rows.collect::<rusqlite::Result<_>>()?;
    if backwards {
        entries.reverse();
    }
    // Few entries have responses; the others need no look-up of their own.
    let listed = |(entry, answers)| match answers {
        0 => Ok(ListedEntry { entry, responses: Vec::new() }),
        _ => with_responses(store, entry),
    };
    entries.into_iter().map(listed).collect()
}

/// An entry with its responses.
///
/// # Errors
/// Where the file cannot be read.
pub fn with_responses(store: &Store, entry: Entry) -> Result<ListedEntry> {
    let responses = response::to(store, entry.id)?;
    Ok(ListedEntry { entry, responses })
}

/// How many entries of a place come before this one: its row in the list.
///
/// # Errors
/// Where the file cannot be read.
pub fn row_of(store: &Store, place: EntryScope, entry: &Entry) -> Result<usize> {
    let EntryScope { section, table } = place;
    Ok(store
        .conn
        .prepare_cached(
            "SELECT count(*) FROM entry WHERE section = :section AND deleted = 0
             AND (:table IS NULL OR table_no = :table) AND (position, id) < (:position, :id)",
        )?
        .query_row(
            named_params! {
                ":section": section.0, ":table": table, ":position": entry.position.as_str(), ":id": entry.id.0,
            },
            |row| row.get(0),
        )?)
}

/// Whose entries are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Whoever made them.
    Anyone,
    /// Those that were made through this open store: not by another window or laptop, nor earlier.
    ThisSitting,
}

/// The newest entry of a meeting that was captured, not read from a document.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest(store: &Store, meeting: MeetingId, by: By) -> Result<Option<Entry>> {
    newest(store, meeting, "captured_at IS NOT NULL", by)
}

/// The newest challenge of a meeting, captured or read.
///
/// # Errors
/// Where the file cannot be read.
pub fn latest_challenge(store: &Store, meeting: MeetingId, by: By) -> Result<Option<Entry>> {
    newest(store, meeting, "class = 1", by)
}

/// An entry in a soft-deleted section is shown nowhere, and is not the newest.
fn newest(store: &Store, meeting: MeetingId, which: &str, by: By) -> Result<Option<Entry>> {
    let made = match by {
        By::Anyone => ":sitting IS NULL",
        // A sitting that has not written yet has made nothing: no entry needs to be looked up.
        By::ThisSitting => {
            "EXISTS (SELECT 1 FROM log WHERE id = :sitting) AND EXISTS (
                SELECT 1 FROM log AS made JOIN log AS act ON act.device = made.device AND act.seq = made.operation
                WHERE made.id = entry.id AND made.field = '' AND act.id = :sitting)"
        }
    };
    let sql = format!(
        "SELECT * FROM entry WHERE meeting = :meeting AND deleted = 0 AND {which}
         AND EXISTS (SELECT 1 FROM section WHERE section.id = entry.section AND section.deleted = 0)
         AND {made} ORDER BY row DESC LIMIT 1"
    );
    let sitting = (by == By::ThisSitting).then_some(store.sitting);
    let mut statement = store.conn.prepare_cached(&sql)?;
    let params = named_params! { ":meeting": meeting.0, ":sitting": sitting };
    Ok(statement.query_row(params, Entry::from_row).optional()?)
}

/// The place after the last entry of a section.
///
/// # Errors
/// Where the file cannot be read.
pub fn end(store: &Store, section: SectionId) -> Result<Position> {
    Ok(Position::between(last_position(store, section)?.as_ref(), None))
}

fn last_position(store: &Store, section: SectionId) -> Result<Option<Position>> {
    Ok(store
        .conn
        .prepare_cached("SELECT position FROM entry WHERE section = :section AND deleted = 0 ORDER BY position DESC LIMIT 1")?
        .query_row(named_params! { ":section": section.0 }, |row| row.position("position"))
        .optional()?)
}

/// The positions of up to two entries on one side of an entry: the one it has to pass, and the one after that.
///
/// # Errors
/// Where the file cannot be read.
pub fn neighbours(store: &Store, entry: &Entry, up: bool) -> Result<Vec<Position>> {
    let (comparison, order) = if up { ("<", "DESC") } else { (">", "ASC") };
    let sql = format!(
        "SELECT position FROM entry WHERE section = :section AND deleted = 0
         AND (position, id) {comparison} (:position, :id) ORDER BY position {order}, id {order} LIMIT 2"
    );
    let mut statement = store.conn.prepare_cached(&sql)?;
    let params = named_params! { ":section": entry.section.0, ":position": entry.position.as_str(), ":id": entry.id.0 };
    let rows = statement.query_map(params, |row| row.position("position"))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The actions that were made from an entry.
///
/// # Errors
/// Where the file cannot be read.
pub fn made_from(store: &Store, source: EntryId) -> Result<Vec<Entry>> {
    record::all(
        &store.conn,
        "SELECT * FROM entry WHERE source = :source AND source IS NOT NULL AND deleted = 0 ORDER BY row",
        &[(":source", &source.0)],
    )
}

/// How entries of a meeting are spread over its tables: the number of a table and how many are from there.
///
/// # Errors
/// Where the file cannot be read.
pub fn per_table(store: &Store, section: SectionId) -> Result<Vec<(u16, usize)>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT table_no, count(*) FROM entry WHERE section = :section AND deleted = 0 AND table_no IS NOT NULL
         GROUP BY table_no ORDER BY table_no",
    )?;
    let rows =
        statement.query_map(named_params! { ":section": section.0 }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// The tags of a meeting, the most used first, then by name. Spellings that differ in case only are one tag, as it is
/// spelled most often.
///
/// # Errors
/// Where the file cannot be read.
pub fn tags(store: &Store, meeting: MeetingId) -> Result<Vec<String>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT tags, count(*) AS uses FROM entry
         WHERE section IN (SELECT id FROM section WHERE meeting = :meeting) AND tags <> '' AND deleted = 0
         GROUP BY tags ORDER BY uses DESC, tags LIMIT 500",
    )?;
    let rows = statement.query_map(named_params! { ":meeting": meeting.0 }, |row| {
        Ok((row.list("tags")?, row.get("uses")?))
    })?;
    // By the folded tag: how often it is used, and how often in each spelling.
    let mut uses: HashMap<String, (usize, HashMap<String, usize>)> = HashMap::new();
    for row in rows {
        let (tags, count): (Vec<String>, usize) = row?;
        for tag in tags {
            let (all, spellings) = uses.entry(fold(&tag)).or_default();
            *all += count;
            *spellings.entry(tag).or_default() += count;
        }
    }
    let spelled = |spellings: HashMap<String, usize>| {
        spellings.into_iter().max_by(|(a, some), (b, more)| some.cmp(more).then_with(|| b.cmp(a)))
    };
    let mut tags: Vec<(usize, String)> =
        uses.into_values().filter_map(|(all, spellings)| Some((all, spelled(spellings)?.0))).collect();
    tags.sort_by(|(some, a), (more, b)| more.cmp(some).then_with(|| a.cmp(b)));
    Ok(tags.into_iter().map(|(_, tag)| tag).collect())
}

/// Inserts an entry and returns it with its number, where its kind has one.
pub(crate) fn insert(tx: &mut Tx<'_>, mut entry: Entry) -> Result<Entry> {
    number(tx, &mut entry)?;
    let sort = match entry.kind {
        Kind::Challenge(_) => day_of(tx.store(), &entry)?,
        _ => entry.due.as_ref().map_or_else(|| "9999".to_owned(), |due| due.day.to_string()),
    };
    let derived = [
        ("class", Value::Integer(class(entry.kind))),
        ("rank", Value::Integer(if entry.kind.is_open() { 0 } else { 2 })),
        ("sort", Value::Text(sort)),
    ];
    tx.insert(&entry, &derived)?;
    Ok(entry)
}

/// Changes an entry; one that has become a challenge or an action for the first time is numbered.
pub(crate) fn update(tx: &mut Tx<'_>, mut entry: Entry) -> Result<Entry> {
    number(tx, &mut entry)?;
    tx.update(&entry)?;
    Ok(entry)
}

/// Soft-deletes an entry.
pub(crate) fn delete(tx: &mut Tx<'_>, id: EntryId) -> Result<()> {
    tx.set_deleted(Entity::Entry, id.0, true)
}

fn number(tx: &Tx<'_>, entry: &mut Entry) -> Result<()> {
    let (number, series) = match entry.kind {
        Kind::Challenge(_) => (&mut entry.challenge_number, "challenge"),
        Kind::Action(_) => (&mut entry.action_number, "action"),
        _ => return Ok(()),
    };
    if number.is_none() {
        *number = Some(Number { value: tx.next_number(series)?, device: tx.device_id()? });
    }
    Ok(())
}

/// The day since which a challenge is open: that of its meeting, otherwise when it was captured.
fn day_of(store: &Store, entry: &Entry) -> Result<String> {
    let date: Option<String> = store
        .conn
        .prepare_cached("SELECT date FROM meeting WHERE id = :id")?
        .query_row(named_params! { ":id": entry.meeting.0 }, |row| row.get(0))
        .optional()?
        .flatten();
    Ok(date.or_else(|| entry.provenance.captured_at.map(|at| at.date().to_string())).unwrap_or_default())
}

fn class(kind: Kind) -> i64 {
    match kind {
        Kind::Challenge(_) => 1,
        Kind::Action(_) | Kind::Commitment(_) => 2,
        _ => 0,
    }
}

/// Makes what the model knows of a kind callable in SQL: `kind_class(kind)` and `kind_open(kind)`.
pub(super) fn register_functions(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    conn.create_scalar_function("kind_class", 1, flags, |args| {
        Ok(cell::read_kind(args.get_raw(0).as_str()?).map_or(0, class))
    })?;
    conn.create_scalar_function("kind_open", 1, flags, |args| {
        Ok(cell::read_kind(args.get_raw(0).as_str()?).is_some_and(Kind::is_open))
    })?;
    Ok(())
}

/// The derived cells of some entries. An entry in a soft-deleted section or meeting is no work for anybody.
const DERIVE: &str = "
    WITH base AS (
        SELECT entry.row,
            CASE WHEN section.deleted OR meeting.deleted THEN 0 ELSE kind_class(entry.kind) END AS class,
            kind_open(entry.kind) AS open,
            (SELECT count(*) FROM answer JOIN response ON response.id = answer.response
             WHERE answer.challenge = entry.id AND answer.deleted = 0 AND response.deleted = 0) AS answers,
            coalesce(meeting.date, substr(entry.captured_at, 1, 10), '') AS day,
            coalesce(substr(entry.due, 1, 10), '9999') AS due
        FROM entry JOIN section ON section.id = entry.section JOIN meeting ON meeting.id = entry.meeting
        WHERE WHICH
    )
    UPDATE entry SET class = base.class, answers = base.answers,
        rank = CASE WHEN NOT base.open THEN 2 WHEN base.class = 1 AND base.answers > 0 THEN 1 ELSE 0 END,
        sort = CASE base.class WHEN 1 THEN base.day ELSE base.due END
    FROM base WHERE base.row = entry.row";

/// Brings the derived cells up to date that depend on a record.
pub(super) fn derive(store: &Store, entity: Entity, id: Uuid) -> Result<()> {
    let which = match entity {
        Entity::Entry => "entry.id = :id",
        Entity::Answer => "entry.id = (SELECT challenge FROM answer WHERE id = :id)",
        Entity::Response => "entry.id IN (SELECT challenge FROM answer WHERE response = :id)",
        Entity::Section => "entry.section = :id",
        Entity::Meeting => "entry.section IN (SELECT id FROM section WHERE meeting = :id)",
        _ => return Ok(()),
    };
    let sql = DERIVE.replace("WHICH", which);
    store.conn.prepare_cached(&sql)?.execute(named_params! { ":id": id })?;
    Ok(())
}
