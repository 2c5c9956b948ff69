//! A damaged file: it is read and exported all the same, what is wrong in it is said, and nothing is written to it.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::support::laptop::{Laptop, assert_says};

/// A laptop on which this was done to the file, and what was printed of it before.
pub(super) fn damaged(sql: &str) -> (Laptop, Vec<String>) {
    let laptop = Laptop::with_minutes();
    laptop.run(&["add", "! Det tar tid att ställa om"]).done();
    let before = READING.iter().map(|command| laptop.run(command).done()).collect();
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    conn.execute_batch("PRAGMA writable_schema = ON").unwrap();
    conn.execute_batch(sql).unwrap();
    (laptop, before)
}

pub(super) const READING: [&[&str]; 5] = [
    &["list", "challenges"],
    &["list", "commitments"],
    &["search", "tid"],
    &["history"],
    &["export", "1", "-f", "txt", "-o", "-"],
];

/// Everything is printed as before, with the words that it was read from the history.
#[track_caller]
pub(super) fn assert_is_read(laptop: &Laptop, before: &[String], sql: &str) {
    for (command, before) in READING.iter().zip(before) {
        let answer = laptop.run(command);
        assert_eq!(answer.code, 0, "{sql}: {command:?}: {}", answer.err);
        // What was salvaged says so in the history.
        if command[0] != "history" {
            assert_eq!(&answer.out, before, "{sql}: {command:?}");
            assert_says(&answer.err, &["Databasen är skadad. Det som skrivs ut är läst ur historiken."]);
        }
    }
}

#[test]
fn a_file_that_cannot_be_opened_is_read_and_exported_from_what_can_be_read_of_it() {
    for sql in [
        "UPDATE sqlite_schema SET sql = replace(sql, 'CREATE TABLE', 'CREATE % TABLE') WHERE name = 'follow_up'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'id ', '`') WHERE name = 'entry'",
        "UPDATE sqlite_schema SET rootpage = 0 WHERE name = 'section'",
    ] {
        let (laptop, before) = damaged(sql);
        assert_is_read(&laptop, &before, sql);
        let checked = laptop.run(&["check"]);
        assert_eq!(checked.code, 1);
        assert!(!checked.out.is_empty(), "{sql}: what is wrong is said");
        assert!(laptop.path("vidpennan.db-damaged").exists(), "{sql}");
        laptop.run(&["add", "Nej"]).failed(1);
        assert_is_read(&laptop, &before, sql);
        fs::remove_file(laptop.path("vidpennan.db")).unwrap();
    }
}

/// The first page of a table or an index, from 1.
pub(super) fn root_page(path: &Path, name: &str) -> usize {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    Connection::open(path).unwrap().query_row(sql, [name], |row| row.get(0)).unwrap()
}

#[test]
fn an_index_of_the_log_that_does_not_fit_is_named_and_nothing_is_written_then() {
    let laptop = Laptop::new();
    for nth in 0..20 {
        laptop.run(&["add", &format!("Rad {nth}")]).done();
    }
    let path = laptop.path("vidpennan.db");
    let before = fs::read(&path).unwrap();
    let page = root_page(&path, "log_cell");
    // A bit of the last cell of the page, which is the first row of the index or leads to it.
    let mut bytes = before.clone();
    bytes[page * 4_096 - 9] ^= 4;
    fs::write(&path, bytes).unwrap();
    let checked = laptop.run(&["check"]);
    assert_eq!(checked.code, 1, "{}", checked.out);
    assert_says(&checked.out, &["log_cell"]);
    assert!(laptop.path("vidpennan.db-damaged").exists());
    laptop.run(&["add", "Nej"]).failed(1);
    let answer = laptop.run(&["search", "Rad"]);
    assert_says(&answer.out, &["Rad 19"]);
    assert_says(&answer.err, &["Databasen är skadad."]);
    let copied = laptop.run(&["backup", "kopia.db"]);
    assert_says(&copied.err, &["Databasen är skadad, och det är kopian också."]);
    assert_eq!((copied.code, laptop.path("kopia.db-damaged").exists()), (0, true));
    fs::write(&path, before).unwrap();
}

#[test]
fn a_file_whose_pages_are_damaged_is_made_anew_where_its_history_is_whole() {
    let export: &[&str] = &["export", "1", "-f", "txt", "-o", "-"];
    for (name, is_whole) in [("entry_place", true), ("log_cell", true), ("entry", true), ("log", false)] {
        let laptop = Laptop::with_minutes();
        laptop.run(&["export", "1", "-f", "txt", "-o", "val.txt"]).done();
        let before = laptop.run(export).done();
        let path = laptop.path("vidpennan.db");
        let mut bytes = fs::read(&path).unwrap();
        bytes[(root_page(&path, name) - 1) * 4_096] ^= 64;
        fs::write(&path, &bytes).unwrap();
        let checked = laptop.run(&["check"]);
        assert_says(&checked.err, &["vidpennan check --rebuild gör om filen, om historiken i den är hel"]);
        assert_eq!((checked.code, laptop.path("vidpennan.db-damaged").exists()), (1, true), "{name}");
        let rebuilt = laptop.run(&["check", "--rebuild"]);
        if is_whole {
            assert_eq!(rebuilt.code, 0, "{name}: {}", rebuilt.err);
            assert_says(&rebuilt.out, &["Allt är gjort om ur historiken", "vidpennan.db-backups/replaced-"]);
            laptop.run(&["check"]).done();
            assert_eq!(laptop.run(export).done(), before, "{name}");
            laptop.run(&["add", "Går att skriva igen"]).done();
        } else {
            assert_eq!(rebuilt.code, 1, "{name}: {}", rebuilt.out);
            assert_says(&rebuilt.err, &["går inte att göra om ur historiken utan att något kan gå förlorat"]);
            assert!(!rebuilt.err.contains("--rebuild"), "{}", rebuilt.err);
            assert_eq!(fs::read(&path).unwrap(), bytes);
            fs::remove_file(&path).unwrap();
        }
    }
}

#[test]
fn a_derived_cell_never_decides_what_is_listed_and_found() {
    for sql in [
        "UPDATE entry SET shown = 0",
        "UPDATE meeting SET shown = 0",
        "UPDATE section SET shown = 0",
        "UPDATE entry SET class = 0",
        "UPDATE entry SET rank = 2",
    ] {
        let (laptop, before) = damaged(sql);
        let lists = [0, 1, 2];
        for nth in lists {
            let answer = laptop.run(READING[nth]);
            assert_eq!(answer.out, before[nth], "{sql}: {:?}", READING[nth]);
            assert_says(&answer.err, &["läst ur historiken"]);
        }
        let checked = laptop.run(&["check", "--rebuild"]);
        assert_eq!(checked.code, 0, "{}", checked.err);
        for nth in lists {
            let answer = laptop.run(READING[nth]);
            assert!(!answer.err.contains("historiken"), "{}", answer.err);
        }
    }
}

/// One bit of an identity, of the record or of one that it names, is another: what is in it is found by nothing then.
#[test]
fn an_identity_that_is_another_costs_nothing_that_is_listed_found_and_exported() {
    for (table, cell) in [
        ("meeting", "id"),
        ("section", "id"),
        ("section", "meeting"),
        ("entry", "section"),
        ("response", "id"),
        ("answer", "challenge"),
        ("answer", "response"),
        ("field", "meeting"),
    ] {
        let laptop = Laptop::with_minutes();
        laptop.run(&["add", "! Det tar tid att ställa om", "= Vi börjar i tid"]).done();
        let before: Vec<String> = READING.iter().map(|command| laptop.run(command).done()).collect();
        let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
        let last = format!("(SELECT max(rowid) FROM {table})");
        let get = format!("SELECT {cell} FROM {table} WHERE rowid = {last}");
        let mut identity: Vec<u8> = conn.query_row(&get, [], |row| row.get(0)).unwrap();
        identity[15] ^= 4;
        conn.execute(&format!("UPDATE {table} SET {cell} = ?1 WHERE rowid = {last}"), [identity]).unwrap();
        let sql = format!("{table}.{cell}");
        assert_is_read(&laptop, &before, &sql);
        laptop.run(&["check"]).failed(1);
        assert_is_read(&laptop, &before, &sql);
        laptop.run(&["check", "--rebuild"]).done();
        for (command, before) in READING.iter().zip(&before) {
            let answer = laptop.run(command);
            assert_eq!(
                (&answer.out, answer.err.contains("historiken")),
                (before, false),
                "{sql}: {command:?}"
            );
        }
    }
}

#[test]
fn a_page_that_is_damaged_is_said_by_its_number_and_in_no_words_of_sqlite() {
    let laptop = Laptop::with_minutes();
    let path = laptop.path("vidpennan.db");
    drop(Connection::open(&path).unwrap());
    let before = fs::read(&path).unwrap();
    let page = root_page(&path, "section_place");
    // How many bytes of the page are fragments.
    let mut bytes = before.clone();
    bytes[(page - 1) * 4_096 + 7] ^= 2;
    fs::write(&path, bytes).unwrap();
    let checked = laptop.run(&["check"]);
    assert_eq!(checked.code, 1);
    assert_says(&checked.out, &[&format!("Sida {page} i filen är skadad.")]);
    assert!(!checked.out.contains("database"), "{}", checked.out);
    assert!(laptop.path("vidpennan.db-damaged").exists());
    fs::write(&path, before).unwrap();
}

#[test]
fn a_file_of_an_earlier_version_whose_history_says_something_else_is_not_called_whole() {
    let laptop = Laptop::new();
    let path = laptop.path("vidpennan.db");
    fs::write(&path, include_bytes!("../../fixtures/store/version-3.db")).unwrap();
    let conn = Connection::open(&path).unwrap();
    conn.execute("UPDATE programme SET name = 'Ett annat namn' WHERE row = 1", []).unwrap();
    drop(conn);
    // The upgrade is refused by the first command, and the second knows of it.
    for _ in 0..2 {
        let checked = laptop.run(&["check"]);
        assert_says(&checked.out, &["Ett annat namn"]);
        assert_says(
            &checked.err,
            &["Filen är från en tidigare version", "Vad som är rätt kan programmet inte avgöra"],
        );
        assert!(!checked.err.contains("Historiken är hel"), "{}", checked.err);
        laptop.run(&["add", "Nej"]).failed(1);
    }
    laptop.run(&["check", "--rebuild"]).done();
    laptop.run(&["check"]).done();
}

#[test]
fn what_only_the_tables_have_is_saved_by_what_is_said() {
    let laptop = Laptop::new();
    laptop.run(&["add", "Rad"]).done();
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    let sql = "INSERT INTO meeting (id, kind, status, title, place, audience, reference, tables, signoff)
         VALUES (randomblob(16), 'workshop', 'draft', 'Kvällsöppet', '', '', '', 0, '')";
    conn.execute(sql, []).unwrap();
    drop(conn);
    let checked = laptop.run(&["check"]);
    assert_says(&checked.err, &["1 post i filen finns inte i historiken", "check --salvage FIL"]);
    assert!(!checked.err.contains("--rebuild"), "{}", checked.err);
    assert_says(&laptop.run(&["check", "--rebuild"]).err, &["check --salvage FIL"]);
    let saved = laptop.run(&["check", "--salvage", "räddad.db"]).done();
    assert_says(&saved, &["1 uppgift som historiken saknar", "vidpennan restore"]);
    laptop.run(&["restore", "räddad.db"]).done();
    laptop.run(&["check"]).done();
    laptop.run(&["add", "Går att skriva igen"]).done();
}

#[test]
#[cfg(unix)]
fn a_window_finds_an_index_that_does_not_fit_when_it_opens_and_writes_nothing() {
    use crate::support::window::Window;
    let laptop = Laptop::new().with_scribe("Eva Lind");
    for nth in 0..20 {
        laptop.run(&["add", &format!("Rad {nth}")]).done();
    }
    let path = laptop.path("vidpennan.db");
    let before = fs::read(&path).unwrap();
    for index in ["log_cell", "entry_place", "sqlite_autoindex_entry_1"] {
        let mut bytes = before.clone();
        bytes[root_page(&path, index) * 4_096 - 9] ^= 4;
        fs::write(&path, &bytes).unwrap();
        let mut window = Window::open(&laptop);
        window.shows("Filen är skadad").settle().types("\u{1b}2").settle().types("Nej\r");
        window.shows("Filen är skadad").settle().types("\u{11}");
        window.signal("KILL").ends();
        assert!(laptop.path("vidpennan.db-damaged").exists(), "{index}");
        fs::remove_file(laptop.path("vidpennan.db-damaged")).unwrap();
        for beside in ["-wal", "-shm", "-draft"] {
            let _none = fs::remove_file(laptop.path(&format!("vidpennan.db{beside}")));
        }
        fs::write(&path, &before).unwrap();
        assert!(!laptop.run(&["search", "Nej"]).out.contains("Nej"), "{index}");
    }
}

/// Puts other bytes in the place of the file, with nothing beside it.
fn put(laptop: &Laptop, bytes: &[u8]) {
    for beside in ["-wal", "-shm", "-damaged"] {
        let _none = fs::remove_file(laptop.path(&format!("vidpennan.db{beside}")));
    }
    laptop.file("vidpennan.db", bytes);
}

fn with_bit(sound: &[u8], at: usize, bit: usize) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    bytes[at] ^= 1 << bit;
    bytes
}

#[test]
fn a_file_that_has_lost_its_end_or_a_bit_of_its_header_is_read_and_exported_all_the_same() {
    let (laptop, before) = damaged("");
    let sound = fs::read(laptop.path("vidpennan.db")).unwrap();
    fs::remove_dir_all(laptop.path("vidpennan.db-backups")).unwrap();
    let cut = [1, 100, 4_096].map(|bytes| (format!("cut {bytes}"), sound[..sound.len() - bytes].to_vec()));
    let bits =
        [(0, 5), (9, 0), (16, 4), (17, 0), (28, 0), (29, 3), (30, 7), (31, 0), (47, 0), (62, 0), (69, 1)];
    let bits = bits.map(|(at, bit)| (format!("byte {at} bit {bit}"), with_bit(&sound, at, bit)));
    for (damage, bytes) in cut.into_iter().chain(bits) {
        put(&laptop, &bytes);
        assert_is_read(&laptop, &before, &damage);
        assert_says(
            &laptop.run(&["add", "Nej"]).failed(1),
            &["Filen är skadad", "vidpennan restore", "--salvage"],
        );
        assert!(fs::read(laptop.path("vidpennan.db")).unwrap() == bytes, "{damage}");
        laptop.run(&["check"]).failed(1);
        laptop.run(&["check", "--salvage", "räddad.db"]).done();
        laptop.run(&["restore", "räddad.db"]).done();
        laptop.run(&["check"]).done();
        for nth in [0, 1, 2, 4] {
            assert_eq!(laptop.run(READING[nth]).done(), before[nth], "{damage}");
        }
        fs::remove_file(laptop.path("räddad.db")).unwrap();
        fs::remove_dir_all(laptop.path("vidpennan.db-backups")).unwrap();
    }
}

#[test]
fn whatever_bit_of_the_header_is_wrong_the_file_is_called_nothing_that_it_is_not() {
    let (laptop, before) = damaged("");
    let sound = fs::read(laptop.path("vidpennan.db")).unwrap();
    fs::remove_dir_all(laptop.path("vidpennan.db-backups")).unwrap();
    for at in 0..72 {
        let bit = (at * 5 + at / 8) % 8;
        put(&laptop, &with_bit(&sound, at, bit));
        let listed = laptop.run(READING[0]);
        assert_eq!((listed.code, &listed.out), (0, &before[0]), "byte {at} bit {bit}: {}", listed.err);
        let added = laptop.run(&["add", "En rad"]);
        if added.code != 0 {
            assert_says(&added.err, &["Filen är skadad", "vidpennan restore", "--salvage"]);
        }
    }
    put(&laptop, &sound);
}

#[test]
fn a_file_without_its_history_is_read_from_its_tables_and_what_is_missing_is_named() {
    let (laptop, before) = damaged("DROP TABLE log");
    for _ in 0..2 {
        assert_is_read(&laptop, &before, "no log");
        let checked = laptop.run(&["check"]);
        assert_eq!(checked.code, 1);
        assert_says(&checked.out, &["Tabellen log saknas"]);
        assert_says(&checked.err, &["check --salvage FIL"]);
        assert!(!checked.err.contains("--rebuild"), "{}", checked.err);
        assert_says(&laptop.run(&["check", "--rebuild"]).failed(1), &["check --salvage FIL"]);
    }
    laptop.run(&["check", "--salvage", "räddad.db"]).done();
    laptop.run(&["restore", "räddad.db"]).done();
    laptop.run(&["check"]).done();
    for nth in [0, 1, 2, 4] {
        assert_eq!(laptop.run(READING[nth]).done(), before[nth]);
    }
    laptop.run(&["add", "Går att skriva igen"]).done();
}

#[test]
#[cfg(unix)]
fn a_link_beside_the_file_is_called_one_and_left_as_it_is() {
    let laptop = Laptop::with_minutes();
    laptop.file("annan", "Något annat");
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(conn);
    for suffix in ["-wal", "-shm", "-journal"] {
        for to in ["annan", "saknas"] {
            let link = laptop.path(&format!("vidpennan.db{suffix}"));
            std::os::unix::fs::symlink(laptop.path(to), &link).unwrap();
            for command in [&["list", "meetings"][..], &["add", "Nej"], &["check"], &["backup", "kopia.db"]] {
                let said = laptop.run(command).failed(1);
                assert_says(&said, &[&format!("vidpennan.db{suffix} är en länk"), "flytta bort länken"]);
            }
            assert!(link.is_symlink());
            fs::remove_file(link).unwrap();
        }
    }
    assert_eq!(laptop.read("annan"), "Något annat");
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);
}
