//! Entries in the store: rows, places, and the derived cells by which lists of work are found at once.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, named_params};
use uuid::Uuid;

use super::codec::{self, Cells, Columns};
use super::record::{self, Record};
use super::search::fold;
use super::{Result, Store, StoreError, Tx, branch, derived, response};
use crate::model::history::{Entity, Value};
use crate::model::id::{EntryId, MeetingId, SectionId};
use crate::model::noun::Series;
use crate::model::{Entry, Kind, Number, Provenance, Response, cell};

impl Record for Entry {
    const ENTITY: Entity = Entity::Entry;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        let Provenance { table, round, scribe, captured_at } = &self.provenance;
        vec![
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
            codec::integer(self.unfinished),
            codec::maybe(self.owner.as_deref()),
            codec::due(self.due.as_ref()),
            codec::id(self.source.map(|source| source.0)),
            codec::number(self.challenge_number),
            codec::number(self.action_number),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            meeting: row.id("meeting")?,
            section: row.id("section")?,
            position: row.position("position")?,
            depth: row.count("depth")?,
            kind: row.kind("kind")?,
            text: row.text("text")?,
            as_written: row.exact("as_written")?,
            provenance: Provenance {
                table: row.maybe_count("table_no")?,
                round: row.maybe_count("round")?,
                scribe: row.person("scribe", "scribe_name")?,
                captured_at: row.moment("captured_at")?,
            },
            speaker: row.person("speaker", "speaker_name")?,
            tags: row.list("tags")?,
            starred: row.flag("starred")?,
            unfinished: row.flag("unfinished")?,
            owner: row.person("owner", "owner_name")?,
            owner_spelled: row.maybe("owner_name")?.and(row.maybe("owner")?),
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

impl EntryScope {
    /// Whether an entry is listed.
    pub fn has(self, entry: &Entry) -> bool {
        entry.section == self.section && self.table.is_none_or(|table| entry.provenance.table == Some(table))
    }
}

/// An entry that is not soft-deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: EntryId) -> Result<Option<Entry>> {
    record::shown(&store.conn, id.0)
}

/// An entry, soft-deleted or not.
///
/// # Errors
/// Where the file cannot be read.
pub fn get_or_gone(store: &Store, id: EntryId) -> Result<Option<Entry>> {
    record::get(&store.conn, id.0)
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
                "SELECT count(*) FROM entry WHERE section = :section AND table_no = :table AND shown = 1",
            )?
            .query_row(named_params! { ":section": section.0, ":table": table }, |row| row.get(0))
            .optional()?,
    };
    Ok(count.unwrap_or(0))
}

/// All entries of a section, in order. Neither how many they are nor how many responses one has is taken from what is
/// derived: what goes out does not depend on it.
///
/// # Errors
/// Where the file cannot be read.
pub fn all(store: &Store, section: SectionId) -> Result<Vec<ListedEntry>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT *, EXISTS (SELECT 1 FROM answer WHERE challenge = entry.id) AS answered
         FROM entry WHERE section = :section AND shown = 1 ORDER BY position, id",
    )?;
    let columns = Columns::of(&statement);
    let rows = statement.query_map(named_params! { ":section": section.0 }, |row| {
        let row = columns.row(row);
        Ok((Entry::from_row(&row)?, row.count("answered")?))
    })?;
    listed(store, rows.collect::<rusqlite::Result<_>>()?)
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
        "SELECT * FROM entry WHERE section = :section AND {table} AND shown = 1
         ORDER BY position {order}, id {order} LIMIT :limit OFFSET :skip"
    );
    let (limit, skip) = (i64::try_from(limit).unwrap_or(i64::MAX), i64::try_from(skip).unwrap_or(i64::MAX));
    let params: &[(&str, &dyn rusqlite::ToSql)] =
        &[(":section", &place.section.0), (":table", &place.table), (":limit", &limit), (":skip", &skip)];
    let mut statement = store.conn.prepare_cached(&sql)?;
    let columns = Columns::of(&statement);
    let rows = statement.query_map(params, |row| {
        let row = columns.row(row);
        Ok((Entry::from_row(&row)?, row.count("answers")?))
    })?;
    let mut entries: Vec<(Entry, usize)> = rows.collect::<rusqlite::Result<_>>()?;
    if backwards {
        entries.reverse();
    }
    listed(store, entries)
}

/// Entries with their responses; each comes with how many it has. Few have any; the others need no look-up of their
/// own.
fn listed(store: &Store, entries: Vec<(Entry, usize)>) -> Result<Vec<ListedEntry>> {
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
            "SELECT count(*) FROM entry WHERE section = :section AND shown = 1
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
    /// Those that were made in this file on this laptop, in whatever window and whenever.
    ThisReplica,
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

/// Where an entry was written, wherever it is now: its section and its table, as far as they are known.
///
/// # Errors
/// Where the file cannot be read.
pub fn written_at(store: &Store, id: EntryId) -> Result<(Option<SectionId>, Option<u16>)> {
    let made = store
        .conn
        .prepare_cached("SELECT new FROM log WHERE id = :id AND field = '' LIMIT 1")?
        .query_row(named_params! { ":id": id.0 }, |row| row.get::<_, Option<String>>(0))
        .optional()?;
    let (mut section, mut table) = (None, None);
    for (name, value) in cell::read_made(&made.flatten().unwrap_or_default()) {
        match (name.as_str(), value) {
            ("section", Value::Id(id)) => section = Some(SectionId(id)),
            ("table_no", Value::Integer(number)) => table = u16::try_from(number).ok(),
            _ => {}
        }
    }
    Ok((section, table))
}

fn newest(store: &Store, meeting: MeetingId, which: &str, by: By) -> Result<Option<Entry>> {
    match by {
        By::Anyone => newest_of(store, meeting, which, by, (0, i64::MAX)),
        By::ThisReplica | By::ThisSitting => {
            branch::newest_by(store, |name| newest_of(store, meeting, which, by, name))
        }
    }
}

/// The newest of those that the replica made by this name before a place in its log.
fn newest_of(
    store: &Store,
    meeting: MeetingId,
    which: &str,
    by: By,
    (own, before): (i64, i64),
) -> Result<Option<Entry>> {
    let made = match by {
        By::Anyone => "ORDER BY id DESC",
        By::ThisReplica if before == i64::MAX => "AND maker = :own ORDER BY row DESC",
        By::ThisReplica => {
            "AND maker = :own AND EXISTS (
                SELECT 1 FROM log AS made WHERE made.id = entry.id AND made.field = '' AND made.seq < :before)
             ORDER BY row DESC"
        }
        // A sitting that has not written yet has made nothing: no entry needs to be looked up.
        By::ThisSitting => {
            "AND maker = :own AND EXISTS (SELECT 1 FROM log WHERE id = :sitting) AND EXISTS (
                SELECT 1 FROM log AS made JOIN log AS act ON act.device = made.device AND act.seq = made.operation
                WHERE made.id = entry.id AND made.field = '' AND made.seq < :before AND act.id = :sitting)
             ORDER BY row DESC"
        }
    };
    let sql =
        format!("SELECT * FROM entry WHERE meeting = :meeting AND shown = 1 AND {which} {made} LIMIT 1");
    let params: &[(&str, &dyn rusqlite::ToSql)] = match by {
        By::Anyone => &[(":meeting", &meeting.0)],
        By::ThisReplica if before == i64::MAX => &[(":meeting", &meeting.0), (":own", &own)],
        By::ThisReplica => &[(":meeting", &meeting.0), (":own", &own), (":before", &before)],
        By::ThisSitting => {
            &[(":meeting", &meeting.0), (":own", &own), (":before", &before), (":sitting", &store.sitting)]
        }
    };
    Ok(store.conn.prepare_cached(&sql)?.query_row(params, |row| Entry::from_row(row)).optional()?)
}

/// The actions that were made from an entry.
///
/// # Errors
/// Where the file cannot be read.
pub fn made_from(store: &Store, source: EntryId) -> Result<Vec<Entry>> {
    record::all(
        &store.conn,
        "SELECT * FROM entry WHERE source = :source AND source IS NOT NULL AND shown = 1 ORDER BY id",
        &[(":source", &source.0)],
    )
}

/// How entries of a meeting are spread over its tables: the number of a table and how many are from there.
///
/// # Errors
/// Where the file cannot be read.
pub fn per_table(store: &Store, section: SectionId) -> Result<Vec<(u16, usize)>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT table_no, count(*) FROM entry WHERE section = :section AND shown = 1 AND table_no IS NOT NULL
         GROUP BY table_no ORDER BY table_no",
    )?;
    let rows =
        statement.query_map(named_params! { ":section": section.0 }, |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

/// Who said something in a meeting or answers for it, by name: those with the most entries first.
///
/// # Errors
/// Where the file cannot be read.
pub fn names(store: &Store, meeting: MeetingId) -> Result<Vec<String>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT name FROM (
            SELECT coalesce(speaker_name, speaker) AS name FROM entry
            WHERE section IN (SELECT id FROM section WHERE meeting = :meeting) AND shown = 1
            UNION ALL
            SELECT coalesce(owner_name, owner) FROM entry
            WHERE section IN (SELECT id FROM section WHERE meeting = :meeting) AND shown = 1)
         WHERE name IS NOT NULL GROUP BY name ORDER BY count(*) DESC, name",
    )?;
    let rows = statement.query_map(named_params! { ":meeting": meeting.0 }, |row| row.get(0))?;
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
         WHERE section IN (SELECT id FROM section WHERE meeting = :meeting) AND tags <> '' AND shown = 1
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

/// Inserts an entry and returns it with its number, where its kind has one, in the meeting of its section.
pub(crate) fn insert(tx: &mut Tx<'_>, mut entry: Entry) -> Result<Entry> {
    number(tx, &mut entry)?;
    let meeting = record::cell(&tx.store().conn, Entity::Section, entry.section.0, "meeting")?;
    let Some(Value::Id(meeting)) = meeting else { return Err(StoreError::NotFound(Entity::Section)) };
    entry.meeting = MeetingId(meeting);
    let sort = match entry.kind {
        Kind::Challenge(_) => day_of(tx.store(), &entry)?,
        _ => entry.due.as_ref().map_or_else(|| "9999".to_owned(), |due| due.day.to_string()),
    };
    let derived = [
        ("meeting", Value::Id(entry.meeting.0)),
        ("class", Value::Integer(derived::class(entry.kind))),
        ("rank", Value::Integer(if entry.kind.is_open() { 0 } else { 2 })),
        ("sort", Value::Text(sort)),
        ("maker", Value::Integer(tx.device())),
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

fn number(tx: &mut Tx<'_>, entry: &mut Entry) -> Result<()> {
    let (number, series) = match entry.kind {
        Kind::Challenge(_) => (&mut entry.challenge_number, Series::Challenge),
        Kind::Action(_) => (&mut entry.action_number, Series::Action),
        _ => return Ok(()),
    };
    if number.is_none() {
        *number = Some(Number { value: tx.next_number(series)?, device: tx.device_id()? });
    }
    Ok(())
}

/// The day since which a challenge is open: that of its meeting, otherwise when it was captured.
fn day_of(store: &Store, entry: &Entry) -> Result<String> {
    let date = store
        .conn
        .prepare_cached("SELECT id, date FROM meeting WHERE id = :id")?
        .query_row(named_params! { ":id": entry.meeting.0 }, |row| row.exact("date"))
        .optional()?
        .flatten();
    Ok(date.or_else(|| entry.provenance.captured_at.map(|at| at.date().to_string())).unwrap_or_default())
}
