//! By what lists of work find an entry: its meeting, whether it is a challenge or something owed, how it is going, and
//! its day.

use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, named_params};
use uuid::Uuid;

use super::super::Result;
use super::response;
use crate::model::history::Entity;
use crate::model::{Kind, cell};

/// 1 for a challenge, 2 for an action or a commitment, 0 for what asks for nothing.
pub(in super::super) fn class(kind: Kind) -> i64 {
    match kind {
        Kind::Challenge(_) => 1,
        Kind::Action(_) | Kind::Commitment(_) => 2,
        _ => 0,
    }
}

/// Makes what the model knows of a kind callable in SQL: `kind_class(kind)` and `kind_open(kind)`.
pub(in super::super) fn register_functions(conn: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    // A cell that is no text is damaged; it is listed nowhere, and nothing fails for it.
    let read = |cell: ValueRef<'_>| cell::read_kind(cell.as_str().unwrap_or_default());
    conn.create_scalar_function("kind_class", 1, flags, move |args| Ok(class(read(args.get_raw(0)))))?;
    conn.create_scalar_function("kind_open", 1, flags, move |args| Ok(read(args.get_raw(0)).is_open()))?;
    Ok(())
}

/// The derived cells of some entries. What is in no section is in no meeting: no record has that identity.
const DERIVE: &str = "
    WITH base AS (
        SELECT entry.row, kind_class(entry.kind) AS class, kind_open(entry.kind) AS open,
            (SELECT count(DISTINCT response) FROM answer WHERE challenge = entry.id AND shown = 1) AS answers,
            coalesce(meeting.date, substr(entry.captured_at, 1, 10), '') AS day,
            coalesce(substr(entry.due, 1, 10), '9999') AS due,
            coalesce(section.meeting, zeroblob(16)) AS meeting
        FROM entry LEFT JOIN section ON section.id = entry.section LEFT JOIN meeting ON meeting.id = section.meeting
        WHERE WHICH
    )
    UPDATE entry SET meeting = base.meeting, class = base.class, answers = base.answers,
        rank = CASE WHEN NOT base.open THEN 2 WHEN base.class = 1 AND base.answers > 0 THEN 1 ELSE 0 END,
        sort = CASE base.class WHEN 1 THEN base.day ELSE base.due END
    FROM base WHERE base.row = entry.row";

/// Brings the derived cells of the entries up to date that depend on a record.
pub(super) fn derive_entries(conn: &Connection, entity: Entity, id: Uuid) -> Result<()> {
    let which = match entity {
        Entity::Entry => "entry.id = :id",
        Entity::Answer => "entry.id = (SELECT challenge FROM answer WHERE id = :id)",
        Entity::Section => "entry.section = :id",
        Entity::Meeting => "entry.section IN (SELECT id FROM section WHERE meeting = :id)",
        _ => return Ok(()),
    };
    let sql = DERIVE.replace("WHICH", which);
    conn.prepare_cached(&sql)?.execute(named_params! { ":id": id })?;
    Ok(())
}

/// The same at once where a record may have gone elsewhere, and entries with it.
pub(super) fn derive_place(conn: &Connection, entity: Entity, id: Uuid) -> Result<()> {
    if !matches!(entity, Entity::Entry | Entity::Section) {
        return Ok(());
    }
    derive_entries(conn, entity, id)?;
    response::derive(conn, entity, id)
}

/// Brings the derived cells of all entries and responses up to date.
pub(in super::super) fn derive_all(conn: &Connection) -> Result<()> {
    conn.execute(&DERIVE.replace("WHICH", "true"), [])?;
    response::derive_all(conn)
}
