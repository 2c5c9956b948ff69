//! Copies: which stay, what is put back from them and how, and that no store that was emptied is taken for a new one.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use chrono::{Days, NaiveDate};
use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::store::restore::SoundCopy;
use vidpennan::store::{self, Store, StoreError, backup, restore};

use crate::support::room::{Room, another_meeting, noon, options, room};

fn opened(path: &Path) -> Room {
    room(Store::open(path, options()).unwrap())
}

fn again(path: &Path, before: &Room) -> Room {
    before.within(Store::open(path, options()).unwrap())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The names of the copies of days, the oldest first.
fn days_kept(path: &Path) -> Vec<String> {
    let mut names: Vec<String> = backup::list(path)
        .unwrap()
        .into_iter()
        .map(|copy| copy.path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_copy_of_the_day_is_made_once_and_older_ones_thin_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som ska finnas kvar");
    for nth in 0..60 {
        let day = day(2026, 1, 1) + Days::new(nth);
        assert!(backup::is_due(&path, day));
        assert!(backup::daily(&room.store, day, |_, _| true).unwrap().is_some());
        assert!(!backup::is_due(&path, day));
        assert!(backup::daily(&room.store, day, |_, _| true).unwrap().is_none());
    }
    let kept = days_kept(&path);
    let days: Vec<String> = (0..10).map(|nth| (day(2026, 2, 20) + Days::new(nth)).to_string()).collect();
    assert_eq!(kept[kept.len() - 10..], days);
    let weeks = [
        "2026-01-04",
        "2026-01-11",
        "2026-01-18",
        "2026-01-25",
        "2026-01-31",
        "2026-02-01",
        "2026-02-08",
        "2026-02-15",
    ];
    assert_eq!(kept[..kept.len() - 10], weeks, "the last of each week and month before");
    let copy = again(&backup::list(&path).unwrap()[0].path, &room);
    assert_eq!(copy.found("finnas kvar"), ["Det som ska finnas kvar"]);
}

/// Spoils the copies of ten days but the first, which stays then: `spoil` gets a copy and the store.
fn keeps_one_of_two_sound_copies(spoil: impl Fn(&Path, &Path)) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som ska finnas kvar");
    for nth in 0..10 {
        backup::daily(&room.store, day(2026, 2, 2) + Days::new(nth), |_, _| true).unwrap();
    }
    for copy in backup::list(&path).unwrap() {
        if !copy.path.ends_with("2026-02-02.db") {
            spoil(&copy.path, &path);
        }
    }
    backup::daily(&room.store, day(2026, 2, 12), |_, _| true).unwrap();
    assert!(days_kept(&path).contains(&"2026-02-02".to_owned()), "one of the two that are sound");
}

#[test]
fn no_copy_goes_while_fewer_than_three_sound_ones_would_be_left() {
    keeps_one_of_two_sound_copies(|copy, _| {
        let bytes = fs::read(copy).unwrap();
        fs::write(copy, &bytes[..bytes.len() / 2]).unwrap();
    });
}

/// Changes a line in the tables of a file, and not in its log.
fn change_silently(path: &Path) {
    let conn = rusqlite::Connection::open(path).unwrap();
    assert!(conn.execute("UPDATE entry SET text = 'Något annat'", []).unwrap() > 0);
}

#[test]
fn copies_that_do_not_say_what_was_written_count_for_nothing() {
    keeps_one_of_two_sound_copies(|copy, path| {
        change_silently(copy);
        assert!(backup::verify(copy).is_err(), "none is listed as sound");
        let refused = SoundCopy::open(copy, path);
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "and none is put back");
    });
}

#[test]
fn no_copy_gets_its_name_of_a_store_that_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som ska finnas kvar");
    backup::daily(&room.store, day(2026, 2, 2), |_, _| true).unwrap();
    drop(room.store.into_store());
    let sound = fs::read(&path).unwrap();
    let spoil = [
        |path: &Path| change_silently(path),
        |path: &Path| {
            let conn = rusqlite::Connection::open(path).unwrap();
            conn.execute_batch("DROP TABLE response").unwrap();
        },
        // One page without a table, as of a file that is cut while it is open.
        |path: &Path| {
            fs::write(path, "").unwrap();
            rusqlite::Connection::open(path)
                .unwrap()
                .execute_batch("VACUUM; PRAGMA user_version = 1")
                .unwrap();
        },
    ];
    for spoil in spoil {
        fs::write(&path, &sound).unwrap();
        spoil(&path);
        let reader = Store::reader(&path, options().clock).unwrap();
        let refused = backup::daily(&reader, day(2026, 2, 3), |_, _| true);
        assert!(matches!(refused, Err(StoreError::Damaged(_))), "{refused:?}");
        assert_eq!(days_kept(&path), ["2026-02-02"]);
    }
}

#[test]
fn a_clock_that_was_ahead_pushes_no_copy_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = opened(&path);
    for nth in 0..15 {
        backup::daily(&room.store, day(2062, 1, 1) + Days::new(nth), |_, _| true).unwrap();
    }
    for nth in 0..5 {
        backup::daily(&room.store, day(2026, 3, 2) + Days::new(nth), |_, _| true).unwrap();
    }
    let kept = days_kept(&path);
    assert_eq!(kept.iter().filter(|name| name.starts_with("2026-03")).count(), 5, "{kept:?}");
}

#[test]
fn two_windows_that_copy_at_once_both_go_on_and_leave_one_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    for nth in 0..50 {
        room.say(room.notes, &format!("Rad {nth}"));
    }
    let copies: Vec<Option<PathBuf>> = thread::scope(|scope| {
        let window = || {
            let store = Store::reader(&path, options().clock).unwrap();
            backup::daily(&store, day(2026, 3, 4), |_, _| true).unwrap()
        };
        let windows: Vec<_> = (0..4).map(|_| scope.spawn(window)).collect();
        windows.into_iter().map(|window| window.join().unwrap()).collect()
    });
    assert_eq!(copies.iter().flatten().count(), 1);
    let left = fs::read_dir(backup::folder(&path)).unwrap().map(|file| file.unwrap().path());
    let copies = left.filter(|file| file.extension().is_some_and(|ending| ending != "sha256"));
    assert_eq!(copies.count(), 1, "nothing unfinished is left");
}

#[test]
fn a_store_that_is_empty_or_gone_beside_its_copies_is_no_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som ska finnas kvar");
    backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap();
    let places = room.places();
    drop(room);
    let is_refused = || matches!(Store::open(&path, options()), Err(StoreError::Emptied { rows: None, .. }));
    fs::write(&path, "").unwrap();
    assert!(is_refused());
    assert_eq!(fs::metadata(&path).unwrap().len(), 0, "nothing was written");
    fs::remove_file(&path).unwrap();
    assert!(is_refused());
    assert!(!path.exists());

    let copy = &backup::list(&path).unwrap()[0].path;
    assert_eq!(restore::put_back(copy, &path, noon()).unwrap(), None, "there was nothing to put aside");
    assert_eq!(again(&path, &places).found("finnas kvar"), ["Det som ska finnas kvar"]);
}

#[test]
fn who_begins_anew_keeps_the_old_copies_elsewhere_and_is_not_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = opened(&path);
    backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap();
    drop(room);
    fs::write(&path, "").unwrap();
    restore::begin_anew(&path, noon()).unwrap();
    let room = opened(&path);
    assert_eq!(store::meeting::list(&room.store).unwrap().len(), 1);
    assert_eq!(backup::list(&path).unwrap(), [], "they are not of this store");
    let before = folder.path().join("x.db-backups-2026-03-04-120000");
    assert!(before.join("2026-03-04.db").is_file());
}

/// A store of some hundred lines, and a copy of it.
fn grown_with_copy(path: &Path) -> Room {
    let mut room = opened(path);
    for nth in 0..300 {
        room.say(room.notes, &format!("Rad {nth} som tar lite plats i filen"));
    }
    backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap();
    room
}

#[test]
fn a_store_with_less_than_half_of_its_newest_copy_is_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = grown_with_copy(&path);
    drop(room);
    let other = folder.path().join("other.db");
    drop(opened(&other));
    fs::copy(&other, &path).unwrap();
    let before = fs::read(&path).unwrap();
    let refused = Store::open(&path, options()).unwrap_err();
    let StoreError::Emptied { rows: Some(rows), copy } = refused else { panic!("{refused:?}") };
    assert!(rows < copy / 2 && copy > 300, "{rows} of {copy}");
    assert_eq!(fs::read(&path).unwrap(), before);

    restore::begin_anew(&path, noon()).unwrap();
    drop(opened(&path));
}

/// A store with a copy of it, in which somebody ran this in every table that SQLite keeps by itself, but for these.
fn emptied(but: &[&str]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = grown_with_copy(&path);
    drop(room.store.into_store());
    let conn = rusqlite::Connection::open(&path).unwrap();
    let mut tables = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name NOT LIKE 'sqlite%'")
        .unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for table in tables.iter().filter(|table| !but.contains(&table.as_str())) {
        conn.execute_batch(&format!("DELETE FROM \"{table}\"")).unwrap();
    }
    (folder, path)
}

#[test]
fn a_store_whose_tables_were_emptied_in_their_place_is_not_gone_on_with() {
    for but in [&[][..], &["device", "space"]] {
        let (_folder, path) = emptied(but);
        let copy = backup::list(&path).unwrap()[0].bytes;
        assert!(fs::metadata(&path).unwrap().len() >= copy, "its size says nothing");
        let before = fs::read(&path).unwrap();
        let refused = Store::open(&path, options());
        assert!(matches!(refused, Err(StoreError::Emptied { rows: Some(0), .. })), "{refused:?}");
        assert_eq!(fs::read(&path).unwrap(), before);
    }
}

#[test]
fn a_store_that_has_its_entries_and_not_its_log_is_damaged_and_not_emptied() {
    let (_folder, path) = emptied(&["device", "space", "meeting", "section", "entry"]);
    let store = Store::open(&path, options()).unwrap();
    assert!(!store::check::everything(&store, |_| {}).unwrap().is_empty());
}

#[test]
fn a_small_store_with_its_log_beside_it_is_not_gone_on_with_beside_a_large_copy() {
    let (_folder, path) = emptied(&[]);
    let other = path.with_file_name("other.db");
    let mut room = opened(&other);
    for _ in 0..40 {
        room.say(room.notes, &"En lång rad ".repeat(2_000));
    }
    // As after a kill: what was written is beside the file.
    for suffix in ["", "-wal"] {
        fs::copy(format!("{}{suffix}", other.display()), format!("{}{suffix}", path.display())).unwrap();
    }
    let refused = Store::open(&path, options());
    assert!(matches!(refused, Err(StoreError::Emptied { rows: Some(1..), .. })), "{refused:?}");
}

#[test]
fn what_a_copy_has_and_the_store_has_not_is_said_and_the_other_way_round() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "I båda");
    let gone = room.say(room.notes, "Bara i kopian");
    let copy = folder.path().join("copy.db");
    backup::to(&room.store, &copy, |_, _| true).unwrap();
    let compare = || SoundCopy::open(&copy, &path).unwrap().compare(&path).unwrap().unwrap();
    let same = compare();
    assert!(same.in_copy.is_empty() && same.in_store.is_empty(), "{same:?}");

    let held = store::held(&room.store).unwrap();
    ops::delete_entries(&mut room.store, &[gone], &held).unwrap();
    room.say(room.notes, "Bara i databasen");
    another_meeting(&mut room.store, "Ett till", day(2026, 3, 5));
    let found = compare();
    assert_eq!((found.in_copy.meetings.len(), found.in_copy.entries), (0, 1));
    assert_eq!((found.in_store.meetings.clone(), found.in_store.entries), (vec!["Ett till".to_owned()], 1));
    assert!(found.in_store.rows > 0 && found.in_copy.rows == 0);

    let places = room.places();
    drop(room);
    let aside = restore::put_back(&copy, &path, noon()).unwrap().unwrap();
    let mut back = again(&path, &places);
    assert_eq!(back.texts(back.notes), ["I båda", "Bara i kopian"]);
    back.say(back.notes, "Skrivet efteråt");
    let before = again(&aside.join("x.db"), &places);
    assert_eq!(before.texts(before.notes), ["I båda", "Bara i databasen"]);
}

/// How many bytes this thread has read from files.
#[cfg(target_os = "linux")]
fn bytes_read() -> u64 {
    let counted = fs::read_to_string("/proc/thread-self/io").unwrap();
    counted.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().parse().unwrap()
}

/// More than SQLite keeps of a file by itself.
#[cfg(target_os = "linux")]
#[test]
fn a_copy_is_compared_with_its_log_once_and_read_once_more_however_much_is_done_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    let text = "Köp mindre och laga mer. ".repeat(2_000);
    let lines = (0..200).map(|at| Caught { text: format!("{at} {text}"), ..Caught::default() }).collect();
    let place = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    ops::capture_many(&mut room.store, place, lines).unwrap();
    let copy = backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap().unwrap();
    drop(room.store.into_store());
    fs::remove_file(&path).unwrap();
    let size = fs::metadata(&copy).unwrap().len();
    assert!(size > 16_000_000, "{size}");
    let sound = SoundCopy::open(&copy, &path).unwrap();
    let before = bytes_read();
    assert_eq!(sound.compare(&path).unwrap(), None);
    sound.put_back(&path, noon()).unwrap();
    let read = bytes_read() - before;
    assert!(read < size * 5 / 4, "{read} of {size}");
    let before = bytes_read();
    backup::verify(&copy).unwrap();
    let read = bytes_read() - before;
    assert!(read < size * 5 / 4, "{read} of {size}");
}

#[test]
fn no_store_is_replaced_while_it_is_open_and_by_nothing_that_is_not_sound() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som finns");
    let copy = folder.path().join("copy.db");
    backup::to(&room.store, &copy, |_, _| true).unwrap();
    assert!(matches!(restore::put_back(&copy, &path, noon()), Err(StoreError::Busy(_))));
    let places = room.places();
    drop(room);
    let whole = fs::read(&copy).unwrap();
    fs::write(&copy, &whole[..whole.len() / 2]).unwrap();
    assert!(matches!(restore::put_back(&copy, &path, noon()), Err(StoreError::Damaged(_))));
    fs::write(&copy, "Anteckningar").unwrap();
    assert!(matches!(restore::put_back(&copy, &path, noon()), Err(StoreError::NotAStore(_))));
    assert_eq!(again(&path, &places).texts(places.notes), ["Det som finns"]);
}

#[test]
fn a_file_that_is_known_to_be_damaged_is_read_and_written_by_nobody_until_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som finns");
    room.store.close_for_writing(&StoreError::Damaged("page 7".to_owned()));
    let places = room.places();
    drop(room);
    let mut next = again(&path, &places);
    let at = CapturePlace { meeting: next.meeting, section: next.notes, table: None, round: None };
    let refused = ops::capture(&mut next.store, at, Caught { text: "Nej".to_owned(), ..Caught::default() });
    assert!(matches!(refused, Err(Refused::Store(StoreError::Damaged(why))) if why == "page 7"));
    assert_eq!(next.texts(next.notes), ["Det som finns"]);
    next.store.open_for_writing();
    next.say(next.notes, "Det går igen");
    // Where the mark cannot be written, what is there in its place is one.
    fs::create_dir(folder.path().join("x.db-damaged")).unwrap();
    next.store.close_for_writing(&StoreError::Damaged("page 7".to_owned()));
    let places = next.places();
    drop(next);
    let mut last = again(&path, &places);
    let refused = ops::capture(&mut last.store, at, Caught { text: "Nej".to_owned(), ..Caught::default() });
    assert!(matches!(refused, Err(Refused::Store(StoreError::Damaged(_)))));
    last.store.open_for_writing();
    last.say(last.notes, "Också härifrån");
}

#[test]
fn an_open_window_writes_no_more_once_another_process_finds_the_file_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som finns");
    let other = Store::open(&path, options()).unwrap();
    other.close_for_writing(&StoreError::Damaged("page 7".to_owned()));
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let refused = ops::capture(&mut room.store, at, Caught { text: "Nej".to_owned(), ..Caught::default() });
    assert!(matches!(refused, Err(Refused::Store(StoreError::Damaged(_)))));
    assert!(!backup::is_due(&path, day(2026, 3, 4)), "no copy is made of it");
}

#[test]
fn an_open_window_writes_again_once_another_process_has_mended_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som finns");
    let mut other = Store::open(&path, options()).unwrap();
    // Whichever of them has found it.
    for is_found_here in [true, false] {
        let finds = if is_found_here { &*room.store } else { &other };
        finds.close_for_writing(&StoreError::Damaged("page 7".to_owned()));
        assert_eq!(
            [&*room.store, &other].map(Store::damage),
            [Some("page 7".to_owned()), Some("page 7".to_owned())]
        );
        other.rebuild().unwrap();
        other.open_for_writing();
        assert_eq!([&*room.store, &other].map(Store::damage), [None, None]);
        room.say(room.notes, "Går att skriva igen");
    }
}

#[test]
fn a_store_that_was_overwritten_is_no_new_one_beside_any_sound_copy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = grown_with_copy(&path);
    drop(room);
    for newest in [vec![], vec![7; 5_000]] {
        fs::write(backup::folder(&path).join("2026-03-05.db"), newest).unwrap();
        // Every table is gone; nothing is left of it; another program has written there.
        let empty = folder.path().join("empty.db");
        let conn = rusqlite::Connection::open(&empty).unwrap();
        conn.execute_batch("CREATE TABLE a (b); DROP TABLE a; VACUUM").unwrap();
        drop(conn);
        for bytes in [fs::read(&empty).unwrap(), vec![0; 40_000], b"Anteckningar".repeat(2_000)] {
            fs::write(&path, &bytes).unwrap();
            let refused = Store::open(&path, options()).unwrap_err();
            assert!(matches!(refused, StoreError::Emptied { .. } | StoreError::Damaged(_)), "{refused:?}");
            assert!(fs::read(&path).unwrap() == bytes, "nothing was written");
        }
    }
}

#[cfg(unix)]
#[test]
fn pipes_beside_a_store_hold_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som finns");
    fs::create_dir(backup::folder(&path)).unwrap();
    let pipe = backup::folder(&path).join("2026-03-04.db");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    room.say(room.notes, "Och det går vidare");
    assert_eq!(backup::list(&path).unwrap(), []);
    assert!(restore::put_back(&pipe, &path, noon()).is_err());
    let places = room.places();
    drop(room);
    assert_eq!(again(&path, &places).texts(places.notes).len(), 2);
    for suffix in ["-wal", "-shm", "-journal"] {
        let pipe = folder.path().join(format!("x.db{suffix}"));
        assert!(!pipe.exists(), "it is closed");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let refused = Store::open(&path, options());
        assert!(matches!(&refused, Err(StoreError::NotAFile(odd)) if *odd == pipe), "{refused:?}");
        fs::remove_file(&pipe).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn copies_and_what_is_put_aside_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = opened(&path);
    let copy = backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap().unwrap();
    drop(room);
    let aside = restore::put_back(&copy, &path, noon()).unwrap().unwrap();
    for file in [backup::folder(&path), copy, aside, path] {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{}", file.display());
    }
}

#[test]
fn a_copy_that_was_cut_short_is_removed_once_nobody_writes_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let room = opened(&path);
    let file = |name: &str, hours: u64| {
        let path = folder.path().join(name);
        let written = SystemTime::now() - Duration::from_hours(hours);
        fs::File::create(&path).unwrap().set_modified(written).unwrap();
        path
    };
    let left = [file(".vidpennan-a1.part", 30), file(".vidpennan-a1.part-journal", 30)];
    let others = [file(".vidpennan-b2.part", 2), file(".annan.part", 30), file("vidpennan.part", 30)];
    backup::to(&room.store, &folder.path().join("kopia.db"), |_, _| true).unwrap();
    assert!(left.iter().all(|path| !path.exists()));
    assert!(others.iter().all(|path| path.exists()));
}

#[test]
fn a_copy_that_is_listed_again_is_read_again_only_where_it_was_written_since() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let room = opened(&path);
    let file = backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap().unwrap();
    let listed = || backup::list(&path).unwrap().remove(0);
    let contents = backup::verify_once(&listed()).unwrap();
    assert_eq!(contents, backup::verify(&file).unwrap());
    let (bytes, written) = (fs::read(&file).unwrap(), fs::metadata(&file).unwrap().modified().unwrap());
    fs::write(&file, vec![0xa5; bytes.len()]).unwrap();
    assert!(backup::verify_once(&listed()).is_err());
    fs::File::options().write(true).open(&file).unwrap().set_modified(written).unwrap();
    assert_eq!(backup::verify_once(&listed()).unwrap(), contents, "as it was read");
}

#[test]
#[cfg(unix)]
fn a_link_or_a_file_where_a_copy_may_be_written_first_is_neither_followed_nor_reused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = opened(&path);
    room.say(room.notes, "Det som ska finnas kvar");
    let copies = backup::folder(&path);
    fs::create_dir_all(&copies).unwrap();
    let others = folder.path().join("någon annans.txt");
    fs::write(&others, "inte en databas").unwrap();
    let names = ["2026-03-04.db.part", "2026-03-04.part", ".2026-03-04.db.part", ".vidpennan-1.part"];
    for name in names {
        std::os::unix::fs::symlink(&others, copies.join(name)).unwrap();
    }
    fs::write(copies.join(".vidpennan-2.part"), "inte heller en").unwrap();
    // Some of them as if from days ago.
    let ages = std::process::Command::new("touch")
        .args(["-h", "-d", "2026-01-01"])
        .args([names[0], names[3]].map(|name| copies.join(name)))
        .status();
    assert!(ages.unwrap().success());
    assert!(backup::daily(&room.store, day(2026, 3, 4), |_, _| true).unwrap().is_some());
    let copy = copies.join("2026-03-04.db");
    assert!(copy.symlink_metadata().unwrap().is_file(), "it is a file of its own");
    assert_eq!(backup::verify(&copy).unwrap().entries, 1);
    assert_eq!(fs::read_to_string(&others).unwrap(), "inte en databas");
    assert_eq!(fs::read_to_string(copies.join(".vidpennan-2.part")).unwrap(), "inte heller en");
}
