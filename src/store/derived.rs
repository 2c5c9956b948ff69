//! Cells that are in no log and follow from it: what is kept though somebody deleted it, what is shown, and by what
//! lists of work are found.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use super::branch::Branches;
use super::codec::Cells;
use super::held::HeldRows;
use super::{Result, Store, StoreError, device, log, names, record};
use crate::model::history::{Entity, Stamp, Value};
use crate::model::noun::{CellForm, NOUNS, Noun};

mod fit;
mod references;
mod response;
mod work;

pub use fit::{are_findable, is_all_findable};
pub use references::are_references_sound;

pub(super) use response::is_only_link;
pub(super) use work::{class, derive_all as derive_all_work, register_functions};

/// Whether a record is shown. One that is not there is not.
pub(super) fn is_shown(conn: &Connection, entity: Entity, id: Uuid) -> Result<bool> {
    Ok(record::cell(conn, entity, id, "shown")? == Some(Value::Integer(1)))
}

/// Brings up to date what follows from a record that was written: its own derived cells, those of what it is part of
/// and of what is part of it. Returns the records of which a deletion may hold now, or hold no longer; the first is the
/// record itself.
pub(super) fn refresh(store: &Store, entity: Entity, id: Uuid) -> Result<Vec<(Entity, Uuid)>> {
    refresh_each(store, [(entity, id)])
}

/// The same of many records. A response that answers many challenges is looked at once, not once for each of them.
pub(super) fn refresh_each(
    store: &Store,
    written: impl IntoIterator<Item = (Entity, Uuid)>,
) -> Result<Vec<(Entity, Uuid)>> {
    let mut pass = Pass { conn: &store.conn, decided: HashSet::new(), responses: HashSet::new() };
    let mut changed = Vec::new();
    for (entity, id) in written {
        changed.extend(pass.refresh(entity, id)?);
    }
    for response in &pass.responses {
        response::derive(&store.conn, Entity::Response, *response)?;
    }
    Ok(changed)
}

/// One look at what was written together.
struct Pass<'s> {
    conn: &'s Connection,
    /// The responses of which it was decided, with all their links, whether a deletion holds.
    decided: HashSet<Uuid>,
    /// Those whose own derived cells are brought up to date at the end.
    responses: HashSet<Uuid>,
}

impl Pass<'_> {
    fn refresh(&mut self, entity: Entity, id: Uuid) -> Result<Vec<(Entity, Uuid)>> {
        let conn = self.conn;
        let mut changed = vec![(entity, id)];
        let Some(noun) = Noun::of(entity) else { return Ok(changed) };
        // Whether a deletion holds is decided from the inside out, what is shown from the outside in.
        let mut inside = Vec::new();
        for (entity, part) in self.decided_first(entity, id)? {
            let Some(noun) = Noun::of(entity) else { continue };
            if refresh_kept(conn, noun, part)? && part != id {
                changed.push((noun.entity, part));
            }
            inside.extend(parents(conn, noun, part)?);
            inside.extend(subjects(conn, noun, part)?);
        }
        while let Some((noun, id)) = inside.pop() {
            if refresh_kept(conn, noun, id)? {
                changed.push((noun.entity, id));
            }
            inside.extend(parents(conn, noun, id)?);
        }
        for (entity, id) in changed.iter().rev() {
            self.refresh_shown(*entity, *id)?;
        }
        self.derive(entity, id)?;
        names::refresh(conn, noun, id)?;
        Ok(changed)
    }

    /// The records of which a write decides first whether a deletion holds: the one that was written, for a response
    /// and its links all of them, since they depend on each other; but for those of which that is decided already.
    fn decided_first(&mut self, entity: Entity, id: Uuid) -> Result<Vec<(Entity, Uuid)>> {
        let response = response::of_link(self.conn, entity, id)?;
        match response {
            Some(response) if self.decided.insert(response) => response::with_links(self.conn, response),
            _ => Ok(vec![(entity, id)]),
        }
    }

    /// Brings the entries up to date that depend on a record, and remembers the responses that do.
    fn derive(&mut self, entity: Entity, id: Uuid) -> Result<()> {
        work::derive_entries(self.conn, entity, id)?;
        self.responses.extend(response::concerned(self.conn, entity, id)?);
        Ok(())
    }

    fn refresh_shown(&mut self, entity: Entity, id: Uuid) -> Result<()> {
        let conn = self.conn;
        let Some(noun) = Noun::of(entity) else { return Ok(()) };
        if entity == Entity::Response {
            for (noun, answer) in children(conn, entity, id)? {
                self.refresh_shown(noun.entity, answer)?;
            }
            self.responses.insert(id);
            return Ok(());
        }
        let mut shown = !is_gone(conn, entity, id)?;
        for (noun, parent) in parents(conn, noun, id)? {
            // A response is shown where a link of it is, and not the other way round.
            shown = shown
                && if noun.entity == Entity::Response {
                    !is_gone(conn, noun.entity, parent)?
                } else {
                    is_shown(conn, noun.entity, parent)?
                };
        }
        let table = record::table(noun.entity);
        let sql = format!("UPDATE {table} SET shown = :shown WHERE id = :id AND shown <> :shown");
        let changed = conn.prepare_cached(&sql)?.execute(named_params! { ":shown": shown, ":id": id })?;
        if changed > 0 {
            if noun.entity == Entity::Answer {
                self.derive(noun.entity, id)?;
            }
            for (noun, child) in children(conn, noun.entity, id)? {
                self.refresh_shown(noun.entity, child)?;
            }
        }
        Ok(())
    }
}

/// Brings every record up to date, each of which counts as shown: few are not.
pub(super) fn refresh_all(store: &Store) -> Result<()> {
    let is_response = |noun: &&Noun| noun.entity == Entity::Response;
    let responses = NOUNS.iter().filter(is_response);
    // Whether a link is needed depends on the response.
    for noun in responses.chain(NOUNS.iter().rev().filter(|noun| !is_response(noun))) {
        let sql = format!("SELECT id FROM {} WHERE deleted = 1", record::table(noun.entity));
        let mut statement = store.conn.prepare(&sql)?;
        let deleted = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<Uuid>>>()?;
        for id in deleted {
            refresh_kept(&store.conn, noun, id)?;
        }
    }
    for noun in NOUNS {
        let table = record::table(noun.entity);
        let mut shown = "(deleted = 0 OR kept = 1)".to_owned();
        for (cell, parent) in noun.parents() {
            let parent = record::table(parent);
            let is_in_it = format!(
                " AND EXISTS (SELECT 1 FROM {parent} WHERE {parent}.id = {table}.{cell} AND {parent}.shown = 1)"
            );
            shown.push_str(&is_in_it);
        }
        store.conn.execute(&format!("UPDATE {table} SET shown = 0 WHERE NOT ({shown})"), [])?;
    }
    Ok(())
}

/// The record that a cell pointed to, if that is what its record was part of.
pub(super) fn parent(entity: Entity, column: &str, old: &Value) -> Option<(Entity, Uuid)> {
    match (Noun::of(entity)?.cell(column)?.form, old) {
        (CellForm::Within(parent), Value::Id(id)) => Some((parent, *id)),
        _ => None,
    }
}

/// The same of a record that has just been written, with what is derived at once from where it is now.
pub(super) fn left(
    conn: &Connection,
    (entity, id): (Entity, Uuid),
    column: &str,
    old: &Value,
) -> Result<Option<(Entity, Uuid)>> {
    work::derive_place(conn, entity, id)?;
    Ok(parent(entity, column, old))
}

/// Whether a record is deleted, and whether it is kept nevertheless; `None` where there is no such record.
fn deletion(conn: &Connection, entity: Entity, id: Uuid) -> Result<Option<(bool, bool)>> {
    let sql = format!("SELECT deleted, kept FROM {} WHERE id = :id", record::table(entity));
    let row = conn
        .prepare_cached(&sql)?
        .query_row(named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(row)
}

/// Whether a record is deleted and not kept, or not there at all.
fn is_gone(conn: &Connection, entity: Entity, id: Uuid) -> Result<bool> {
    Ok(deletion(conn, entity, id)?.is_none_or(|(deleted, kept)| deleted && !kept))
}

/// The records of which a record is part.
fn parents(conn: &Connection, noun: &Noun, id: Uuid) -> Result<Vec<(&'static Noun, Uuid)>> {
    let mut parents = Vec::new();
    for (cell, entity) in noun.parents() {
        if let Some(Value::Id(parent)) = record::cell(conn, noun.entity, id, cell)? {
            parents.extend(Noun::of(entity).map(|noun| (noun, parent)));
        }
    }
    Ok(parents)
}

/// The record that one is about, which may be of several nouns.
fn subjects(conn: &Connection, noun: &Noun, id: Uuid) -> Result<Vec<(&'static Noun, Uuid)>> {
    let mut found = Vec::new();
    for cell in noun.cells.iter().filter(|cell| cell.form == CellForm::Link(None)) {
        let Some(Value::Id(subject)) = record::cell(conn, noun.entity, id, cell.name)? else { continue };
        for noun in NOUNS {
            if record::cell(conn, noun.entity, subject, "id")?.is_some() {
                found.push((noun, subject));
            }
        }
    }
    Ok(found)
}

/// The records that are part of one.
pub(super) fn children(conn: &Connection, entity: Entity, id: Uuid) -> Result<Vec<(&'static Noun, Uuid)>> {
    pointing(conn, id, |form| form == CellForm::Within(entity))
}

/// The records that are part of one, were made from it or are about it.
pub(super) fn related(conn: &Connection, entity: Entity, id: Uuid) -> Result<Vec<(&'static Noun, Uuid)>> {
    let is_such = |form| {
        matches!(form, CellForm::Within(to) | CellForm::Link(Some(to)) if to == entity)
            || form == CellForm::Link(None)
    };
    pointing(conn, id, is_such)
}

fn pointing(
    conn: &Connection,
    id: Uuid,
    is_such: impl Fn(CellForm) -> bool,
) -> Result<Vec<(&'static Noun, Uuid)>> {
    let mut found = Vec::new();
    for noun in NOUNS {
        for cell in noun.cells.iter().filter(|cell| is_such(cell.form)) {
            let name = cell.name;
            let sql = format!(
                "SELECT id FROM {} WHERE {name} = :id AND {name} IS NOT NULL",
                record::table(noun.entity)
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let ids = statement.query_map(named_params! { ":id": id }, |row| row.get::<_, Uuid>(0))?;
            for id in ids {
                found.push((noun, id?));
            }
        }
    }
    Ok(found)
}

/// Decides whether a deletion holds: where its author held all that was written in the record, and nothing needs it.
/// Otherwise the record is kept. Returns whether that has changed.
fn refresh_kept(conn: &Connection, noun: &Noun, id: Uuid) -> Result<bool> {
    let Some((deleted, kept)) = deletion(conn, noun.entity, id)? else { return Ok(false) };
    let is_written_in = || {
        let deletions = Deletions::of(conn, id)?;
        if deletions.are_last(conn)? || !writes_beyond(conn, noun, id, &deletions)? {
            return Ok(false);
        }
        // Whoever holds one that holds by itself knows of it, whatever was deleted again meanwhile.
        for one in deletions.each() {
            if !writes_beyond(conn, noun, id, &one)? {
                return Ok(false);
            }
        }
        Ok::<_, StoreError>(true)
    };
    let is_needed = || if noun.entity == Entity::Answer { response::needs(conn, id) } else { Ok(false) };
    let keep = deleted && (is_written_in()? || is_needed()?);
    if keep != kept {
        let sql = format!("UPDATE {} SET kept = :kept WHERE id = :id", record::table(noun.entity));
        conn.prepare_cached(&sql)?.execute(named_params! { ":kept": keep, ":id": id })?;
    }
    Ok(keep != kept)
}

/// Whether anything was written in a record, or in what is part of it or about it and not deleted itself, that those
/// who deleted it did not hold.
fn writes_beyond(conn: &Connection, noun: &Noun, id: Uuid, held: &Deletions) -> Result<bool> {
    if is_written_beyond(conn, id, held)? {
        return Ok(true);
    }
    let is_with_it = |form| form == CellForm::Within(noun.entity) || form == CellForm::Link(None);
    for (child_noun, child) in pointing(conn, id, is_with_it)? {
        let Some((deleted, kept)) = deletion(conn, child_noun.entity, child)? else { continue };
        // Whether a link of a response is kept depends on the response.
        if deleted && (!kept || noun.entity == Entity::Response) {
            continue;
        }
        if writes_beyond(conn, child_noun, child, held)? {
            return Ok(true);
        }
        // What answers a challenge is read under it, perhaps under another too, where whoever knows that this one is
        // deleted may have changed it.
        let response = if noun.entity == Entity::Entry { response::of_answer(conn, child)? } else { None };
        if let Some(response) = response
            && !is_gone(conn, Entity::Response, response)?
            && is_written_unaware(conn, response, held)?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether anything was written in a record itself that those who deleted it did not hold.
fn is_written_beyond(conn: &Connection, id: Uuid, held: &Deletions) -> Result<bool> {
    is_any_write(conn, id, |write| Ok(!held.cover(write)))
}

/// The same of a record that the deletions do not touch: whoever wrote in it while holding all of them knew of it.
fn is_written_unaware(conn: &Connection, id: Uuid, held: &Deletions) -> Result<bool> {
    is_any_write(conn, id, |write| Ok(!held.cover(write) && !held.were_held(conn, write)?))
}

/// Whether a record has a row in the log that is such, other than that it was deleted.
fn is_any_write(
    conn: &Connection,
    id: Uuid,
    mut is_such: impl FnMut(&LoggedWrite) -> Result<bool>,
) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT device, seq, operation, stamp FROM log
         WHERE id = :id AND stamp < :end AND NOT (field = 'deleted' AND new = 1)",
    )?;
    let mut rows = statement.query(named_params! { ":id": id, ":end": Stamp::END.0 })?;
    while let Some(row) = rows.next()? {
        let write =
            LoggedWrite { device: row.get(0)?, seq: row.get(1)?, operation: row.get(2)?, stamp: row.get(3)? };
        if is_such(&write)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether anybody else has written in what this replica once deleted since it did. `seq` is the place of the deletion.
pub(super) fn is_written_since(conn: &Connection, noun: &Noun, id: Uuid, own: i64, seq: i64) -> Result<bool> {
    let branches = Branches::of(conn)?;
    let mut statement = conn.prepare_cached(
        "SELECT device, seq, operation, held, stamp FROM log WHERE device = :own AND seq = :seq",
    )?;
    let mut rows = statement.query(named_params! { ":own": own, ":seq": seq })?;
    let Some(row) = rows.next()? else { return Ok(false) };
    let deletion = Deletion { operation: i64::MAX, ..Deletion::of(row, &branches)? };
    writes_beyond(conn, noun, id, &Deletions { all: vec![deletion], branches })
}

/// Whether this replica has written in a record, or in what is part of it or about it, since so much was held: in
/// another window.
pub(super) fn is_written_here_since(conn: &Connection, id: Uuid, own: i64, held: &HeldRows) -> Result<bool> {
    let last = held.last(&Branches::of(conn)?, own);
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT entity, id FROM log
         WHERE device = :own AND seq > :last AND entity <> 'operation' AND NOT (field = 'deleted' AND new = 1)",
    )?;
    let mut rows = statement.query(named_params! { ":own": own, ":last": last })?;
    while let Some(row) = rows.next()? {
        if is_inside(conn, row.code("entity")?, row.get("id")?, id)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether a record is another one, a part of it or about it; a response is where its challenges are.
fn is_inside(conn: &Connection, entity: Entity, id: Uuid, whole: Uuid) -> Result<bool> {
    let Some(noun) = Noun::of(entity) else { return Ok(false) };
    let mut above = [parents(conn, noun, id)?, subjects(conn, noun, id)?].concat();
    if entity == Entity::Response {
        for (noun, answer) in children(conn, entity, id)? {
            above.extend(parents(conn, noun, answer)?.into_iter().filter(|(_, parent)| *parent != id));
        }
    }
    let mut is_there = id == whole;
    while let Some((noun, id)) = above.pop().filter(|_| !is_there) {
        is_there = is_inside(conn, noun.entity, id, whole)?;
    }
    Ok(is_there)
}

/// The deletions of a record since it was last restored.
struct Deletions {
    all: Vec<Deletion>,
    branches: Branches,
}

/// A row of the log that writes a cell.
struct LoggedWrite {
    device: i64,
    seq: i64,
    operation: i64,
    stamp: i64,
}

/// A deletion, and what its author held.
struct Deletion {
    /// Whatever this replica had written by then, its author knew.
    author: i64,
    seq: i64,
    operation: i64,
    /// Of other replicas. An earlier version did not say: stamps were then later than all that was held.
    held: Option<HeldRows>,
    stamp: i64,
}

impl Deletion {
    /// Reads `device`, `seq`, `operation`, `held` and `stamp` of its row in the log.
    fn of(row: &Row<'_>, branches: &Branches) -> Result<Self> {
        let author = row.get("device")?;
        let held: Option<String> = row.get("held")?;
        let held = held.map(|held| HeldRows::read_of(&held, branches, author));
        let (seq, operation, stamp) = (row.get("seq")?, row.get("operation")?, row.get("stamp")?);
        Ok(Self { author, seq, operation, held, stamp })
    }
}

impl Deletions {
    fn of(conn: &Connection, id: Uuid) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "SELECT device, seq, operation, stamp, new, held FROM log JOIN device ON device.number = log.device
             WHERE log.id = :id AND field = 'deleted' AND stamp < :end
             ORDER BY stamp DESC, device.id DESC, seq DESC",
        )?;
        let mut rows = statement.query(named_params! { ":id": id, ":end": Stamp::END.0 })?;
        let mut deletions = Self { all: Vec::new(), branches: Branches::of(conn)? };
        while let Some(row) = rows.next()?
            && row.get::<_, Value>("new")? == Value::Integer(1)
        {
            deletions.all.push(Deletion::of(row, &deletions.branches)?);
        }
        Ok(deletions)
    }

    /// Each by itself, where there are several.
    fn each(self) -> impl Iterator<Item = Self> {
        let Self { all, branches } = self;
        let all = if all.len() > 1 { all } else { Vec::new() };
        all.into_iter().map(move |one| Self { all: vec![one], branches: branches.clone() })
    }

    /// Whether one of them is what was done last, by the only replica that has written at all.
    fn are_last(&self, conn: &Connection) -> Result<bool> {
        let Some(device) = device::only(conn)? else { return Ok(false) };
        let last = log::operation_at(conn, device, i64::MAX)?;
        Ok(self.all.iter().any(|deletion| deletion.operation == last))
    }

    /// Whether those who deleted held a write.
    fn cover(&self, write: &LoggedWrite) -> bool {
        let LoggedWrite { device, seq, operation, stamp } = *write;
        self.all.iter().any(|deletion| {
            self.branches.name_at(deletion.author, seq) == device && operation <= deletion.operation
                || (deletion.held.as_ref())
                    .map_or(stamp <= deletion.stamp, |held| held.covers(&self.branches, device, seq))
        })
    }

    /// Whether the author of a write held all of them. One of several may have been no reason to hide anything.
    fn were_held(&self, conn: &Connection, write: &LoggedWrite) -> Result<bool> {
        // An operation that is being done has no row of its own yet: its author holds all that there is.
        if !log::has(conn, write.device, write.operation)? {
            return Ok(true);
        }
        let held = log::held(conn, write.device, write.operation)?.unwrap_or_default();
        let held = HeldRows::read_of(&held, &self.branches, write.device);
        Ok(self.all.iter().all(|Deletion { author, seq, .. }| {
            let is_own = self.branches.name_at(write.device, *seq) == *author && *seq < write.seq;
            is_own || held.covers(&self.branches, *author, *seq)
        }))
    }
}
