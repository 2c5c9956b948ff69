//! A store that is gone, and its copies, as people meet them on the command line.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use crate::support::laptop::{Laptop, assert_says};
#[cfg(unix)]
use crate::support::window::Window;

fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "db")
}

fn copies(laptop: &Laptop) -> Vec<PathBuf> {
    let folder = fs::read_dir(laptop.path("vidpennan.db-backups"));
    let mut files: Vec<PathBuf> = folder.map_or_else(
        |_| Vec::new(),
        |folder| folder.map(|file| file.unwrap().path()).filter(|path| is_copy(path)).collect(),
    );
    files.sort();
    files
}

#[test]
fn a_command_that_writes_makes_the_copy_of_the_day_and_one_that_reads_makes_none() {
    let laptop = Laptop::new();
    laptop.run(&["add", "Ett inlägg"]).done();
    let made = copies(&laptop);
    assert_eq!(made.len(), 1, "{made:?}");
    fs::remove_file(&made[0]).unwrap();
    laptop.run(&["list", "meetings"]).done();
    assert_eq!(copies(&laptop).len(), 0);
    laptop.run_with(&["--plain"], b"En rad\n").done();
    assert_eq!(copies(&laptop), made);
}

#[test]
fn where_the_copy_of_the_day_cannot_be_made_the_line_is_kept_all_the_same() {
    let laptop = Laptop::new();
    laptop.file("vidpennan.db-backups", "ett hinder");
    let answer = laptop.run(&["add", "Ett inlägg"]);
    assert_says(&answer.err, &["Dagens säkerhetskopia blev inte av"]);
    assert_eq!(answer.code, 0);
    assert_says(&laptop.run(&["search", "inlägg"]).done(), &["Ett inlägg"]);
}

#[test]
fn an_emptied_store_is_said_with_its_copies_by_every_command_and_put_back_by_one() {
    let laptop = Laptop::with_minutes();
    let name = copies(&laptop)[0].file_name().unwrap().to_string_lossy().into_owned();
    for is_there in [true, false] {
        if is_there {
            laptop.file("vidpennan.db", "");
        } else {
            fs::remove_file(laptop.path("vidpennan.db")).unwrap();
        }
        for command in
            [&["list", "meetings"][..], &["add", "Nytt"], &["check"], &["export", "1"], &["search", "ord"]]
        {
            let said = laptop.run(command).failed(1);
            assert_says(&said, &["tom eller borta", "vidpennan restore", &name, "1 möte, 66 inlägg"]);
        }
        assert_eq!(laptop.path("vidpennan.db").exists(), is_there);
    }
    assert_says(&laptop.run(&["restore"]).done(), &[&name, "1 möte, 66 inlägg"]);
    assert_says(&laptop.run(&["återställ", name.strip_suffix(".db").unwrap()]).done(), &["tillbakalagd"]);
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);
}

#[test]
fn a_copy_is_compared_before_it_is_put_back() {
    let laptop = Laptop::with_minutes();
    let copy = copies(&laptop)[0].to_string_lossy().into_owned();
    assert_says(&laptop.run(&["restore", &copy, "--dry-run"]).done(), &["Kopian och databasen är lika."]);
    laptop.run(&["add", "Skrivet efter kopian"]).done();
    let said = laptop.run(&["restore", &copy, "--dry-run"]).done();
    assert_says(&said, &["Bara i databasen: 0 möten, 1 inlägg"]);
    assert_says(&laptop.run(&["search", "kopian"]).done(), &["Skrivet efter kopian"]);
    let said = laptop.run(&["restore", &copy]).done();
    assert_says(&said, &["Bara i databasen", "Det som fanns där ligger i"]);
    assert!(!laptop.run(&["search", "efter"]).out.contains("Skrivet efter kopian"));
    let aside = fs::read_dir(laptop.path("vidpennan.db-backups")).unwrap().map(|file| file.unwrap().path());
    let aside = aside.filter(|path| path.is_dir()).map(|folder| folder.join("vidpennan.db")).next().unwrap();
    let elsewhere = laptop.path("annan.db").to_string_lossy().into_owned();
    laptop.run(&["restore", &aside.to_string_lossy(), "--to", &elsewhere]).done();
    assert_says(&laptop.run(&["--db", &elsewhere, "search", "kopian"]).done(), &["Skrivet efter kopian"]);
}

#[test]
fn what_is_no_copy_is_refused_in_words() {
    let laptop = Laptop::with_minutes();
    assert_says(&laptop.run(&["restore", "2019"]).failed(1), &["Det finns ingen säkerhetskopia ”2019”"]);
    assert_says(&laptop.run(&["restore", "."]).failed(1), &["ingen vanlig fil"]);
    laptop.file("trasig.db", "SQLite format 3\0 men inte mer");
    let said = laptop.run(&["restore", "trasig.db"]).failed(1);
    assert_says(&said, &["trasig.db"]);
    laptop.file("anteckning.txt", "Hej");
    assert_says(&laptop.run(&["restore", "anteckning.txt"]).failed(1), &["anteckning.txt"]);
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);
}

/// What is written there would be taken for a log, a draft or a mark by the next command, and deleted.
#[test]
fn nothing_is_written_to_a_name_that_belongs_to_a_database() {
    let laptop = Laptop::with_minutes();
    laptop.run(&["backup", "kopia.db"]).done();
    let _none = fs::remove_dir_all(laptop.path("vidpennan.db-backups"));
    let names = ["-wal", "-shm", "-journal", "-damaged", "-draft", "-draft-1", "-import", "-backups"];
    for (database, suffix) in
        ["vidpennan.db", "kopia.db"].iter().flat_map(|name| names.map(|end| (name, end)))
    {
        let name = format!("{database}{suffix}");
        let commands: [&[&str]; 7] = [
            &["backup", &name],
            &["check", "--salvage", &name],
            &["restore", "kopia.db", "--to", &name],
            &["export", "1", "-f", "txt", "--force", "-o", &name],
            &["export", "1", "-p", "arkiv", "-o", &name],
            &["handbook", "-f", "txt", "--force", "-o", &name],
            &["--db", &name, "add", "Nej"],
        ];
        for command in commands {
            let said = laptop.run(command).failed(1);
            assert_says(&said, &[&name, "programmet självt använder bredvid databasen", database]);
            assert!(!laptop.path(&name).exists(), "{command:?}");
        }
    }
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);
}

#[test]
fn who_begins_anew_on_purpose_may() {
    let laptop = Laptop::with_minutes();
    laptop.file("vidpennan.db", "");
    assert_says(&laptop.run(&["restore", "--anew"]).done(), &["börjar om"]);
    laptop.run(&["add", "Nytt"]).done();
    assert_says(&laptop.run(&["search", "Nytt"]).done(), &["Nytt"]);
}

#[cfg(unix)]
#[test]
fn the_window_asks_which_copy_is_put_back_before_it_opens() {
    let laptop = Laptop::with_minutes().with_scribe("Eva Lind");
    laptop.file("vidpennan.db", "");
    let mut window = Window::open(&laptop);
    window.shows("tom eller borta").shows("1 möte, 66 inlägg").shows("1 lägger tillbaka kopian");
    window.types("7\r").settle().types("\r");
    assert_eq!(window.ends(), 1, "nothing was chosen");
    assert_eq!(fs::metadata(laptop.path("vidpennan.db")).unwrap().len(), 0);

    Window::open(&laptop)
        .shows("1 lägger tillbaka kopian")
        .types("1\r")
        .shows("Bordssamtal")
        .types("\u{11}")
        .ends();
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);

    fs::remove_file(laptop.path("vidpennan.db")).unwrap();
    Window::open(&laptop)
        .shows("N börjar om")
        .types("n\r")
        .shows("Vad vill du börja med?")
        .types("\u{11}")
        .ends();
    assert!(laptop.run(&["list", "meetings"]).done().is_empty());
}

#[cfg(unix)]
#[test]
fn a_copy_is_put_back_in_the_window_which_goes_on_with_it() {
    let laptop = Laptop::with_minutes().with_scribe("Eva Lind");
    laptop.run(&["add", "Efter kopian"]).done();
    let mut window = Window::open(&laptop);
    window.shows("Efter kopian").types("En halv rad").settle();
    window.types("\u{10}säkerhetskopior\r").shows("hel").types("\r").shows("Bara i databasen");
    window.types("\u{1b}").settle().types("t").shows("Lägga tillbaka kopian").types("\r");
    window.shows("är tillbakalagd").shows("Det som fanns där ligger i").types("\u{1b}").settle();
    assert!(!window.screen().contains("Efter kopian"));
    // The line that was begun is still there, and what is written goes into the copy.
    window.types("\u{1b}2").shows("En halv rad").types(" och resten\r").settle().types("\u{11}").ends();
    assert_says(&laptop.run(&["search", "halv"]).done(), &["En halv rad och resten"]);
    assert!(laptop.run(&["search", "Efter kopian"]).done().is_empty());
    let is_aside = |copy: &PathBuf| copy.file_name().unwrap().to_string_lossy().starts_with("replaced-");
    let folder = laptop.path("vidpennan.db-backups");
    let aside = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).find(is_aside).unwrap();
    assert!(aside.join("vidpennan.db").exists());
}

/// Puts the log of another database beside this one, as where a copy is put back by hand after the power went.
fn put_foreign_log(laptop: &Laptop) {
    let other = Laptop::with_minutes();
    let mut writes = other.begin(&["add"]);
    let mut lines = writes.stdin.take().unwrap();
    lines.write_all("Rad\n".as_bytes()).unwrap();
    let mut acknowledged = String::new();
    BufReader::new(writes.stdout.take().unwrap()).read_line(&mut acknowledged).unwrap();
    fs::copy(other.path("vidpennan.db-wal"), laptop.path("vidpennan.db-wal")).unwrap();
    drop(lines);
    assert!(writes.wait().unwrap().success());
}

#[test]
fn the_log_of_another_database_is_refused_by_every_command() {
    let laptop = Laptop::with_minutes();
    laptop.run(&["backup", "kopia.db"]).done();
    put_foreign_log(&laptop);
    let read = || ["vidpennan.db", "vidpennan.db-wal"].map(|name| fs::read(laptop.path(name)).unwrap());
    let before = read();
    let commands: [&[&str]; 13] = [
        &["list", "meetings"],
        &["list", "challenges"],
        &["search", "tid"],
        &["history"],
        &["export", "1", "-f", "txt", "-o", "-"],
        &["add", "Nej"],
        &["import", "möte.txt", "--again"],
        &["check"],
        &["check", "--rebuild"],
        &["backup", "annan.db"],
        &["completions", "bash"],
        &["--plain"],
        &["restore"],
    ];
    for command in commands {
        let answer = laptop.run_with(command, "Nej\n".as_bytes());
        // Those that look at no database have nothing to refuse.
        if ["completions", "restore"].contains(&command[0]) {
            assert_eq!(answer.code, 0, "{command:?}: {}", answer.err);
        } else {
            assert_eq!(answer.code, 1, "{command:?}: {}", answer.out);
            assert_says(&answer.err, &["hör inte till databasen som den ligger bredvid"]);
        }
        assert!(read() == before, "{command:?} has written");
    }
    assert!(!laptop.path("annan.db").exists());
    laptop.run(&["restore", "kopia.db"]).done();
    laptop.run(&["check"]).done();
}
