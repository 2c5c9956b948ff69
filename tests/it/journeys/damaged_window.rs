//! A damaged file in the window and in the dialogue of lines: what can be read is shown, that it is damaged is said,
//! what is typed is kept, and nothing is written to the file.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use super::damaged_file::root_page;
use crate::support::laptop::{Laptop, assert_says};
use crate::support::window::Window;

/// A laptop with a meeting of some lines, all of them in the file itself.
fn laptop() -> Laptop {
    let laptop = Laptop::with_minutes().with_scribe("Eva Lind");
    laptop.run(&["add", "! Mörkt på torget", "! Halt vid skolan", "! Dyrt att åka buss"]).done();
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(conn);
    laptop
}

/// Fills a page with nothing.
fn without_page(path: &Path, page: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[(page - 1) * 4_096..page * 4_096].fill(0);
    fs::write(path, bytes).unwrap();
}

/// The last leaf page of a table whose root is an inner page, or the root.
fn leaf_page(path: &Path, table: &str) -> usize {
    let bytes = fs::read(path).unwrap();
    let root = root_page(path, table);
    let page = &bytes[(root - 1) * 4_096..];
    if page[0] == 13 { root } else { u32::from_be_bytes(page[8..12].try_into().unwrap()) as usize }
}

/// What is seen and kept of such a file.
fn assert_is_shown(laptop: &Laptop, damage: &str) {
    let path = laptop.path("vidpennan.db");
    let before = fs::read(&path).unwrap();
    let mut window = Window::open(laptop);
    window.shows("Filen är skadad").settle().types("\u{1b}2").settle();
    for line in ["Mörkt på torget", "Halt vid skolan", "Dyrt att åka buss"] {
        window.shows(line);
    }
    // What is refused is said in a box, which takes no key of what is written on.
    window.types("Halva rad").shows("Halva rad").types("\r").shows("Filen är skadad, och");
    window.types(" till").shows("Halva rad till");
    let (draft, end) = (laptop.path("vidpennan.db-draft"), Instant::now() + Duration::from_secs(20));
    while !fs::read_to_string(&draft).is_ok_and(|text| text.contains("Halva rad till")) {
        assert!(Instant::now() < end, "{damage}: {}", window.screen());
        thread::sleep(Duration::from_millis(20));
    }
    window.signal("KILL").ends();
    assert!(fs::read(&path).unwrap() == before, "{damage}: it was written to");
    assert!(laptop.path("vidpennan.db-damaged").exists(), "{damage}");
    Window::open(laptop)
        .shows("Filen är skadad")
        .types("\u{1b}2")
        .shows("Halva rad till")
        .signal("KILL")
        .ends();
    fs::remove_file(path).unwrap();
}

#[test]
fn a_window_shows_what_can_be_read_and_keeps_what_is_typed() {
    for name in ["entry_place", "section_place", "entry", "meeting"] {
        let laptop = laptop();
        let path = laptop.path("vidpennan.db");
        without_page(&path, root_page(&path, name));
        assert_is_shown(&laptop, name);
    }
    let no_leaf = laptop();
    let path = no_leaf.path("vidpennan.db");
    without_page(&path, leaf_page(&path, "entry"));
    assert_is_shown(&no_leaf, "a leaf of entry");
    let no_end = laptop();
    let path = no_end.path("vidpennan.db");
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, &bytes[..bytes.len() - 1]).unwrap();
    assert_is_shown(&no_end, "the last byte");
}

#[test]
fn a_window_shows_what_a_damaged_schema_would_leave_out() {
    for sql in ["DROP TABLE log", "DROP INDEX entry_place", "DROP TABLE response"] {
        let laptop = laptop();
        Connection::open(laptop.path("vidpennan.db")).unwrap().execute_batch(sql).unwrap();
        assert_is_shown(&laptop, sql);
    }
}

#[test]
fn a_window_shows_what_an_index_that_does_not_fit_would_leave_out() {
    let laptop = laptop();
    let path = laptop.path("vidpennan.db");
    let mut bytes = fs::read(&path).unwrap();
    let challenge: Vec<u8> = Connection::open(&path)
        .unwrap()
        .query_row("SELECT section FROM entry WHERE text = 'Halt vid skolan'", [], |row| row.get(0))
        .unwrap();
    // Every entry of its section is under another one in that index.
    let conn = Connection::open(&path).unwrap();
    let pages: Vec<usize> = conn
        .prepare("SELECT pageno FROM dbstat WHERE name = 'entry_place'")
        .and_then(|mut pages| pages.query_map([], |row| row.get(0))?.collect())
        .unwrap_or_else(|_| vec![root_page(&path, "entry_place")]);
    drop(conn);
    let mut changed = 0;
    for page in pages {
        let range = (page - 1) * 4_096..page * 4_096;
        for at in range.start..range.end - 16 {
            if bytes[at..at + 16] == challenge[..] {
                bytes[at + 15] ^= 4;
                changed += 1;
            }
        }
    }
    assert!(changed > 0);
    fs::write(&path, &bytes).unwrap();
    assert_is_shown(&laptop, "bits of an index");
}

#[test]
fn the_dialogue_of_lines_opens_a_damaged_file_and_refuses_each_line() {
    for table in ["entry", "meeting", "section"] {
        let laptop = laptop();
        let path = laptop.path("vidpennan.db");
        without_page(&path, if table == "entry" { leaf_page(&path, table) } else { root_page(&path, table) });
        let answer = laptop.run_with(&["--plain"], "/sök torget\nEn rad\n".as_bytes());
        assert_says(&answer.out, &["Mörkt på torget"]);
        assert_says(&answer.err, &["Filen är skadad", "  En rad"]);
        fs::remove_file(path).unwrap();
    }
}
