//! Sections in the store.

use rusqlite::named_params;
use uuid::Uuid;

use super::codec::{self, Cells, Columns};
use super::record::{self, Record};
use super::{Result, Store, Tx};
use crate::model::Section;
use crate::model::history::{Entity, Value};
use crate::model::id::{MeetingId, SectionId};

impl Record for Section {
    const ENTITY: Entity = Entity::Section;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            Value::Id(self.meeting.0),
            codec::text(self.position.as_str()),
            codec::text(&self.heading),
            codec::maybe(self.as_written.as_deref()),
            codec::integer(self.level),
            codec::list(&self.intro),
            codec::code(self.kind),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            meeting: row.id("meeting")?,
            position: row.position("position")?,
            heading: row.text("heading")?,
            as_written: row.exact("as_written")?,
            level: row.count("level")?,
            intro: row.list("intro")?,
            kind: row.code("kind")?,
        })
    }
}

/// A section with what a list of sections shows beside its heading.
#[derive(Debug, Clone, PartialEq)]
pub struct CountedSection {
    /// Never a soft-deleted one.
    pub section: Section,
    /// How many entries it has.
    pub entries: usize,
    /// How many of them are challenges.
    pub challenges: usize,
    /// How many of the challenges have a response.
    pub answered: usize,
}

/// A section that is not soft-deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: SectionId) -> Result<Option<Section>> {
    record::shown(&store.conn, id.0)
}

/// A section, soft-deleted or not: what is gone can still be named.
///
/// # Errors
/// Where the file cannot be read.
pub fn get_or_gone(store: &Store, id: SectionId) -> Result<Option<Section>> {
    record::get(&store.conn, id.0)
}

/// What heads lines: the meeting, the heading, its level, and whether nothing is under it.
pub type HeadingOfLines<'a> = (MeetingId, &'a str, u8, bool);

/// The lines under headings, in any meeting, in their order; each with its section and what is asked for once per
/// heading, where that wants its lines.
///
/// # Errors
/// Where the file cannot be read.
pub fn under(
    store: &Store,
    mut wanted: impl FnMut(HeadingOfLines<'_>) -> Option<String>,
) -> Result<Vec<(SectionId, String, Vec<String>)>> {
    let mut headings = store.conn.prepare_cached(
        "SELECT id, meeting, heading, level, intro, entries FROM section WHERE shown = 1
         ORDER BY meeting, position, id",
    )?;
    let all = headings.query_map([], |row| {
        let intro = row.list("intro")?;
        let is_empty = intro.is_empty() && row.count::<usize>("entries")? == 0;
        let heading = row.text("heading")?;
        Ok((wanted((row.id("meeting")?, &heading, row.count("level")?, is_empty)), row.id("id")?, intro))
    })?;
    let all = all.collect::<rusqlite::Result<Vec<(Option<String>, SectionId, Vec<String>)>>>()?;
    let mut entries = store.conn.prepare_cached(
        "SELECT text FROM entry WHERE section = :section AND shown = 1 ORDER BY position, id",
    )?;
    let mut found = Vec::new();
    for (heading, section, intro) in all {
        let Some(heading) = heading else { continue };
        let texts = entries.query_map(&[(":section", &section.0)], |row| row.text("text"))?;
        found.push((section, heading, [intro, texts.collect::<rusqlite::Result<_>>()?].concat()));
    }
    Ok(found)
}

/// The sections of a meeting, in order.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, meeting: MeetingId) -> Result<Vec<Section>> {
    record::all(
        &store.conn,
        "SELECT * FROM section WHERE meeting = :meeting AND shown = 1 ORDER BY position, id",
        &[(":meeting", &meeting.0)],
    )
}

/// The sections of a meeting with their counts, in order.
///
/// # Errors
/// Where the file cannot be read.
pub fn counted(store: &Store, meeting: MeetingId) -> Result<Vec<CountedSection>> {
    let mut statement = store.conn.prepare_cached(
        "SELECT section.*, coalesce(asked.challenges, 0) AS challenges, coalesce(asked.answered, 0) AS answered
         FROM section LEFT JOIN
            (SELECT section, count(*) AS challenges, sum(answers > 0) AS answered FROM entry
             WHERE meeting = :meeting AND class = 1 AND shown = 1 AND class > 0 GROUP BY section) AS asked
            ON asked.section = section.id
         WHERE meeting = :meeting AND shown = 1 ORDER BY position, section.id",
    )?;
    let columns = Columns::of(&statement);
    let rows = statement.query_map(named_params! { ":meeting": meeting.0 }, |row| {
        let row = columns.row(row);
        Ok(CountedSection {
            section: Section::from_row(&row)?,
            entries: row.count("entries")?,
            challenges: row.count("challenges")?,
            answered: row.count("answered")?,
        })
    })?;
    rows.map(|row| row.map_err(Into::into)).collect()
}

pub(crate) fn insert(tx: &mut Tx<'_>, section: &Section) -> Result<()> {
    tx.insert(section, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, section: &Section) -> Result<()> {
    tx.update(section)
}

/// Soft-deletes a section. Its entries stay in it and are shown nowhere.
pub(crate) fn delete(tx: &mut Tx<'_>, id: SectionId) -> Result<()> {
    tx.set_deleted(Entity::Section, id.0, true)
}
