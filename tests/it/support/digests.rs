//! The digest in every row of the log, computed once more: what the program writes is compared with it.

use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// Writes the digests of all rows that have others: they are what was written.
pub(crate) const RENEW: &str =
    "UPDATE log SET digest = row_digest(device, seq, stamp, operation, entity, id, field, old, new, seen, author, space, held)
     WHERE digest IS NOT row_digest(device, seq, stamp, operation, entity, id, field, old, new, seen, author, space, held)";

/// Makes `row_digest` known, and the other functions that the statements of a file use.
pub(crate) fn register_functions(conn: &Connection) {
    for name in ["number_value", "kind_class", "kind_open"] {
        conn.create_scalar_function(name, 1, FunctionFlags::SQLITE_UTF8, |_| Ok(0)).unwrap();
    }
    conn.create_scalar_function("row_digest", -1, FunctionFlags::SQLITE_UTF8, |row| {
        let mut all = Vec::new();
        for at in 0..row.len() {
            let (kind, bytes) = match row.get_raw(at) {
                ValueRef::Null => (b'n', Vec::new()),
                ValueRef::Integer(number) => (b'i', number.to_be_bytes().to_vec()),
                ValueRef::Real(number) => (b'r', number.to_be_bytes().to_vec()),
                ValueRef::Text(text) => (b't', text.to_vec()),
                ValueRef::Blob(bytes) => (b'b', bytes.to_vec()),
            };
            all.push(kind);
            all.extend(u64::try_from(bytes.len()).unwrap().to_be_bytes());
            all.extend(bytes);
        }
        Ok(i64::from_be_bytes(Sha256::digest(&all)[..8].try_into().unwrap()))
    })
    .unwrap();
}
