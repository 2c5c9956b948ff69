//! Bad input and faults from outside, against the real program: files that may not be written, full disks, damaged
//! files, others on the same file. Each ends in a sentence and exit status 1, and nothing that was acknowledged is
//! lost.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use rusqlite::Connection;
use vidpennan::text::safe::is_hidden;

use crate::support::laptop::{Answer, Laptop, assert_says};

fn found(laptop: &Laptop, words: &str) -> usize {
    laptop.run(&["search", "--limit", "10000", words]).done().lines().count()
}

/// The database with everything in the one file, and its bytes.
fn whole(laptop: &Laptop) -> Vec<u8> {
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(conn);
    fs::read(laptop.path("vidpennan.db")).unwrap()
}

/// Puts other bytes in the place of the database, and looks that a command refuses them in words and leaves them.
#[track_caller]
fn refused(laptop: &Laptop, bytes: &[u8], arguments: &[&str]) -> String {
    for beside in ["vidpennan.db-wal", "vidpennan.db-shm"] {
        let _none = fs::remove_file(laptop.path(beside));
    }
    laptop.file("vidpennan.db", bytes);
    let said = laptop.run(arguments).failed(1);
    assert!(fs::read(laptop.path("vidpennan.db")).unwrap() == bytes, "the file has changed");
    said
}

#[test]
fn a_damaged_file_is_refused_and_its_copies_are_named() {
    let laptop = Laptop::with_minutes();
    laptop.run(&["backup"]).done();
    let sound = whole(&laptop);
    let page = 4096;
    assert!(sound.len() > 10 * page);
    for cut in [sound.len() - 1, sound.len() / 2, page, 700] {
        for arguments in [&["list", "meetings"][..], &["add", "rad"], &["check"]] {
            // Where next to nothing is left nothing is read.
            if arguments[0] != "list" || cut <= page {
                let said = refused(&laptop, &sound[..cut], arguments);
                assert_says(&said, &["skadad", "vidpennan restore", "1 möte, 66 inlägg"]);
            }
        }
    }
    for at in (page..sound.len()).step_by(page) {
        let mut torn = sound.clone();
        torn[at..at + page].fill(0xa5);
        let said = refused(&laptop, &torn, &["check"]);
        assert_says(&said, &["skadad", "vidpennan restore", "1 möte, 66 inlägg"]);
    }
    let mut garbled = sound.clone();
    garbled[..16].copy_from_slice(b"Anteckningar 1.0");
    let said = refused(&laptop, &garbled, &["add", "rad"]);
    assert_says(&said, &["skadad", "vidpennan restore", "1 möte, 66 inlägg"]);
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);
    // The way back.
    let copy = fs::read_dir(laptop.path("vidpennan.db-backups")).unwrap().next().unwrap().unwrap().path();
    let listed = laptop.run(&["--db", copy.to_str().unwrap(), "list", "meetings"]).done();
    assert_says(&listed, &["Heja LKP", "66 inlägg"]);
}

/// Does something to the file behind the back of the program.
fn run_sql(laptop: &Laptop, sql: &str) {
    Connection::open(laptop.path("vidpennan.db")).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn what_does_not_agree_with_the_history_is_found_and_made_anew() {
    let laptop = Laptop::with_minutes();
    assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
    let export = ["export", "1", "-f", "txt", "-o", "-"];
    let written = laptop.run(&export).done();
    run_sql(&laptop, "UPDATE entry SET text = 'Fel' WHERE kind LIKE 'challenge%'");
    assert_says(&laptop.run(&["check"]).failed(1), &["historiken", "--rebuild"]);
    assert_ne!(laptop.run(&export).done(), written, "a check changes nothing");
    assert_says(&laptop.run(&["check", "--rebuild"]).done(), &["rättades"]);
    assert_eq!(laptop.run(&export).done(), written);
    assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
}

/// Each is one of the ways in which a file was damaged on purpose. The history is whole, so that all of it comes back.
#[test]
fn whatever_the_tables_have_lost_or_changed_is_found_and_comes_back_from_the_history() {
    let made = Laptop::with_minutes();
    let lines =
        ["! Mörkt på torget", "= Nya lampor", ">> Köpa lampor @\"Eva Ek\" <2026-12-24", "! Halt vid skolan"];
    for line in lines {
        made.run(&["add", line]).done();
    }
    made.run(&["check", "--rebuild"]).done();
    let sound = fs::read(made.path("vidpennan.db")).unwrap();
    for (damage, sql) in [
        ("entries deleted", "DELETE FROM entry WHERE row % 4 = 0"),
        ("a text changed", "UPDATE entry SET text = 'Falskt' WHERE text LIKE 'Köpa%'"),
        (
            "a heading changed",
            "UPDATE section SET heading = 'Falsk' WHERE row = (SELECT max(row) FROM section)",
        ),
        ("a response deleted", "DELETE FROM response WHERE text LIKE 'Nya%'"),
        ("a tie deleted", "DELETE FROM answer WHERE row = (SELECT max(row) FROM answer)"),
        ("a table dropped", "DROP TABLE follow_up"),
        ("an index dropped", "DROP INDEX entry_place"),
        ("counters set back", "UPDATE numbering SET value = value - 1"),
        (
            "section identities swapped",
            "UPDATE section SET id = x'00112233445566778899aabbccddeeff' WHERE row = (SELECT max(row) FROM section)",
        ),
        (
            "an entry in another section",
            "UPDATE entry SET section = (SELECT id FROM section WHERE id <> entry.section LIMIT 1) WHERE text LIKE 'Halt%'",
        ),
        ("a derived count changed", "UPDATE section SET entries = entries + 1"),
        ("a position changed", "UPDATE entry SET position = 'zz' || position WHERE text LIKE 'Mörkt%'"),
        ("a person's name changed", "UPDATE person SET name = 'Eva Al' WHERE name = 'Eva Ek'"),
    ] {
        let laptop = Laptop::new();
        laptop.file("vidpennan.db", &sound);
        run_sql(&laptop, sql);
        let answer = laptop.run(&["check"]);
        assert_eq!(answer.code, 1, "{damage}: {}", answer.out);
        let said = answer.failed(1);
        assert_says(&said, &["--rebuild"]);
        assert!(laptop.path("vidpennan.db-damaged").exists(), "{damage}: {said}");
        laptop.run(&["add", "Nej"]).failed(1);
        laptop.run(&["check", "--rebuild"]).done();
        assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
        laptop.run(&["add", "Igen"]).done();
    }
}

#[test]
fn a_search_that_is_damaged_is_made_anew() {
    for sql in ["UPDATE search_config SET v = 'x'", "DELETE FROM search_data", "DELETE FROM search_config"] {
        let laptop = Laptop::with_minutes();
        run_sql(&laptop, sql);
        assert_says(&laptop.run(&["check"]).failed(1), &["historiken", "--rebuild"]);
        assert_says(&laptop.run(&["check", "--rebuild"]).done(), &["rättades"]);
        assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
        assert_says(&laptop.run(&["search", "okunskap"]).done(), &["kunskap"]);
    }
}

#[test]
fn what_says_nothing_in_a_whole_history_is_made_anew_so() {
    let laptop = Laptop::new();
    fs::write(laptop.path("m.md"), "- en rad utan rubrik\n\n## Tips\n\n- Två\n").unwrap();
    laptop.run(&["import", "m.md"]).done();
    let run = |sql| run_sql(&laptop, sql);
    run("UPDATE meeting SET title = 'x'; UPDATE section SET heading = 'x' WHERE heading = ''");
    assert_says(&laptop.run(&["check", "--rebuild"]).done(), &["rättades"]);
    run("UPDATE log SET new = 'x' WHERE field = '' AND entity = 'entry'");
    for arguments in [&["check"][..], &["check", "--rebuild"]] {
        assert_says(&laptop.run(arguments).failed(1), &["Historiken är skadad", "Inget har ändrats"]);
    }
    fs::remove_file(laptop.path("vidpennan.db")).unwrap();
}

#[test]
fn a_history_with_rows_missing_is_not_called_whole_and_nothing_is_made_from_it() {
    let laptop = Laptop::new();
    for line in ["en rad", "s/en/min/", "en till"] {
        laptop.run(&["add", line]).done();
    }
    run_sql(&laptop, "DELETE FROM log WHERE seq = (SELECT max(seq) - 1 FROM log)");
    for arguments in [&["check"][..], &["check", "--rebuild"]] {
        assert_says(&laptop.run(arguments).failed(1), &["Historiken är skadad", "Inget har ändrats"]);
    }
    fs::remove_file(laptop.path("vidpennan.db")).unwrap();
}

#[test]
fn a_history_that_is_damaged_itself_takes_nothing_from_the_file() {
    let laptop = Laptop::with_minutes();
    let run = |sql| run_sql(&laptop, sql);
    let export = ["export", "1", "-f", "txt", "-o", "-"];
    let written = laptop.run(&export).done();
    // Who wrote the rows is found again, and what the file was is kept.
    run("DELETE FROM device; DELETE FROM space");
    assert_says(&laptop.run(&["check"]).failed(1), &["historiken", "--rebuild"]);
    assert_says(&laptop.run(&["check", "--rebuild"]).done(), &["rättades"]);
    assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
    assert_eq!(laptop.run(&export).done(), written);
    let mut copies = fs::read_dir(laptop.path("vidpennan.db-backups")).unwrap();
    assert!(copies.any(|copy| copy.unwrap().file_name().to_str().unwrap().starts_with("before-rebuild-")));
    run("DELETE FROM indexed");
    assert_says(&laptop.run(&["check"]).failed(1), &["--rebuild"]);
    laptop.run(&["add", "en rad"]).failed(1);
    laptop.run(&["check", "--rebuild"]).done();
    laptop.run(&["add", "en rad"]).done();
    let written = laptop.run(&export).done();
    run("DELETE FROM log WHERE entity = 'entry' AND field = ''");
    for arguments in [&["check"][..], &["check", "--rebuild"]] {
        let said = laptop.run(arguments).failed(1);
        assert_says(&said, &["Historiken är skadad: 6", "Inget har ändrats"]);
    }
    assert_eq!(laptop.run(&export).done(), written);
    fs::remove_file(laptop.path("vidpennan.db")).unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn a_data_folder_that_is_put_back_as_it_was_is_another_replica() {
    let laptop = Laptop::new();
    let add = |line| {
        let output = laptop.command(&["add", line]).env_remove("VIDPENNAN_DB").output().unwrap();
        Answer::of(&output).done();
    };
    let (folder, earlier) = (laptop.path("vidpennan"), laptop.path("earlier"));
    let copy = |from: &Path, to: &Path| {
        let copied = Command::new("cp").args(["-a"]).arg(from).arg(to).status().unwrap();
        assert!(copied.success());
    };
    add("! ett");
    copy(&folder, &earlier);
    add("! två");
    fs::remove_dir_all(&folder).unwrap();
    copy(&earlier, &folder);
    add("! tre");
    let conn = Connection::open(folder.join("vidpennan.db")).unwrap();
    let replicas: i64 =
        conn.query_row("SELECT count(DISTINCT device) FROM log", [], |row| row.get(0)).unwrap();
    assert_eq!(replicas, 2, "what was written after the copy has its names already");
}

#[test]
fn a_file_of_a_newer_program_or_of_another_is_refused() {
    let laptop = Laptop::with_minutes();
    let mut newer = whole(&laptop);
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    assert_says(&refused(&laptop, &newer, &["add", "rad"]), &["nyare version", "99"]);
    let other = Connection::open(laptop.path("annan.db")).unwrap();
    other.execute_batch("CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 3").unwrap();
    drop(other);
    let bytes = fs::read(laptop.path("annan.db")).unwrap();
    assert_says(&refused(&laptop, &bytes, &["list", "meetings"]), &["vidpennan.db är ingen fil"]);
    fs::remove_file(laptop.path("vidpennan.db")).unwrap();
}

#[test]
fn a_place_where_no_file_can_be_is_named() {
    let laptop = Laptop::with_minutes();
    for place in [".", "möte.txt/ny.db", "/dev/null/ny.db"] {
        assert_says(&laptop.run(&["--db", place, "list", "meetings"]).failed(1), &[place]);
    }
    assert_says(&laptop.run(&["add", "--meeting", "Kvartalsmöte", "rad"]).failed(1), &["Kvartalsmöte"]);
    laptop.file("upptagen", "");
    assert_says(&laptop.run(&["backup", "upptagen/kopia.db"]).failed(1), &["upptagen/kopia.db"]);
}

/// A command of somebody who may not do everything; `None` where there is nobody like that.
#[cfg(unix)]
fn ordinary(laptop: &Laptop, arguments: &[&str]) -> Option<Command> {
    use std::os::unix::fs::{MetadataExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let mut command = laptop.command(arguments);
    let owner = fs::metadata(laptop.home()).unwrap().uid();
    if owner != 0 && owner != NOBODY {
        return Some(command);
    }
    let mut known = laptop.command(&["--version"]);
    for command in [&mut command, &mut known] {
        command.uid(NOBODY).gid(NOBODY);
    }
    chown(laptop.home(), Some(NOBODY), Some(NOBODY)).unwrap();
    for file in fs::read_dir(laptop.home()).unwrap() {
        chown(file.unwrap().path(), Some(NOBODY), Some(NOBODY)).unwrap();
    }
    known.output().is_ok_and(|output| output.status.success()).then_some(command)
}

#[cfg(unix)]
#[test]
fn what_may_not_be_written_is_said_and_left() {
    use std::os::unix::fs::PermissionsExt;
    let laptop = Laptop::with_minutes();
    let before = whole(&laptop);
    let allow = |path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    for (folder, file) in [(0o700, 0o400), (0o500, 0o600), (0o500, 0o400)] {
        let Some(mut command) = ordinary(&laptop, &["add", "rad"]) else { return };
        allow(laptop.path("vidpennan.db"), file);
        allow(laptop.home().to_owned(), folder);
        let said = Answer::of(&command.output().unwrap()).failed(1);
        allow(laptop.home().to_owned(), 0o700);
        assert_says(&said, &["får inte skrivas i", "--db"]);
        assert!(fs::read(laptop.path("vidpennan.db")).unwrap() == before);
    }
    allow(laptop.path("vidpennan.db"), 0o600);
    laptop.run(&["add", "rad"]).done();
}

/// Catches lines in a folder with little room until one is refused, as a program in a shell would.
const UNTIL_FULL: &str = r#"
    program=$1 room=$2
    export VIDPENNAN_DB=liten/vidpennan.db
    "$program" import möte.txt >/dev/null 2>&1 || exit 78
    left=$(df -k liten | awk 'END { print $4 }')
    head -c $((left - room))k /dev/zero >liten/fyllnad
    lines=0
    while "$program" add "fullrad $lines med några ord till så att den tar plats" >/dev/null 2>sagt; do
        lines=$((lines + 1))
        [ $lines -lt 500 ] || exit 79
    done
    cat sagt >&2
    "$program" add "fullrad igen med några ord till så att den tar plats" >/dev/null 2>&1 && exit 80
    echo "$lines $("$program" search --limit 1000 fullrad | wc -l)"
    rm liten/fyllnad
    "$program" add "fullrad efteråt" >/dev/null || exit 81
    "$program" check >/dev/null || exit 82
    echo "$((lines + 1)) $("$program" search --limit 1000 fullrad | wc -l)"
    exit 1
"#;

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_lost_and_more_room_is_all_it_takes() {
    for room in ["200", "60", "0"] {
        let laptop = Laptop::with_minutes();
        fs::create_dir(laptop.path("liten")).unwrap();
        // A disk of its own for the time of the test; not everybody may have one.
        let script = format!("mount -t tmpfs -o size=4m none liten || exit 77\n{UNTIL_FULL}");
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-c", &script, "sh"]);
        command.args([env!("CARGO_BIN_EXE_vidpennan"), room]).current_dir(laptop.home());
        let Ok(output) = command.envs(laptop.environment()).output() else { return };
        if !output.status.success() && output.stdout.is_empty() && output.status.code() != Some(1) {
            assert!(
                !matches!(output.status.code(), Some(78..)),
                "{:?}: {}",
                output.status,
                String::from_utf8_lossy(&output.stderr)
            );
            return;
        }
        let answer = Answer::of(&output);
        for line in answer.out.lines() {
            let (said, there) = line.split_once(' ').unwrap();
            assert_eq!(said, there.trim(), "{}", answer.out);
        }
        assert_eq!(answer.out.lines().count(), 2, "{}", answer.err);
        assert_says(&answer.failed(1), &["Disken är full"]);
    }
}

/// Writes copies to a disk that is full.
const COPIES_TO_FULL: &str = r#"
    program=$1
    head -c 1000k /dev/zero >liten/fyllnad 2>/dev/null
    "$program" backup liten/kopia.db && exit 78
    "$program" check --salvage liten/räddad.db && exit 79
    "$program" export 1 -f txt -o liten/text.txt && exit 80
    "$program" restore kopia.db --to liten/annan.db && exit 81
    ls liten
    exit 1
"#;

#[cfg(target_os = "linux")]
#[test]
fn of_a_copy_that_a_full_disk_does_not_take_nothing_is_said_of_what_was_typed() {
    let laptop = Laptop::with_minutes();
    laptop.run(&["backup", "kopia.db"]).done();
    fs::create_dir(laptop.path("liten")).unwrap();
    let script = format!("mount -t tmpfs -o size=900k none liten || exit 77\n{COPIES_TO_FULL}");
    let mut command = Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", &script, "sh", env!("CARGO_BIN_EXE_vidpennan")]);
    let Ok(output) = command.current_dir(laptop.home()).envs(laptop.environment()).output() else { return };
    // Not everybody may have a disk of their own.
    if !matches!(output.status.code(), Some(1 | 78..)) || output.stdout.is_empty() {
        return;
    }
    let answer = Answer::of(&output);
    assert_eq!(answer.out, "fyllnad\n", "{}", answer.err);
    for name in ["kopia.db", "räddad.db", "text.txt", "annan.db"] {
        assert_says(&answer.err, &[&format!("liten/{name} kunde inte skrivas: disken är full")]);
    }
    assert!(!answer.err.contains("Det du skrev"), "{}", answer.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_loses_nothing() {
    let laptop = Laptop::with_minutes();
    // Writes beyond the limit fail in the middle, at any byte.
    for blocks in ["1", "40", "100", "700", "900"] {
        let mut saved = 0;
        for line in 0..40 {
            let script =
                format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" add 'begränsad {blocks}:{line}'");
            let mut command = Command::new("sh");
            command.args(["-c", &script, env!("CARGO_BIN_EXE_vidpennan")]).stdin(Stdio::null());
            let answer =
                Answer::of(&command.envs(laptop.environment()).current_dir(laptop.home()).output().unwrap());
            if answer.code == 0 {
                saved += 1;
            } else {
                assert!(!answer.failed(1).contains("inte var förutsett"));
                break;
            }
        }
        assert_eq!(found(&laptop, &format!("begränsad {blocks}:")), saved, "{blocks}");
        assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
    }
    laptop.run(&["add", "efteråt"]).done();
}

#[test]
fn a_technical_log_that_cannot_be_written_is_no_news() {
    let laptop = Laptop::with_minutes();
    let log = laptop.path("vidpennan/log");
    run_sql(&laptop, "UPDATE meeting SET title = x'0700'");
    laptop.run(&["list", "meetings"]).done();
    assert!(fs::read_dir(&log).unwrap().count() > 0, "what was found is in it");
    fs::remove_dir_all(&log).unwrap();
    // What cannot be a folder cannot hold the file.
    fs::write(&log, "").unwrap();
    let answer = laptop.run(&["list", "meetings"]);
    assert_eq!(answer.err, "");
    answer.done();
    // A laptop leaves a sound store behind.
    laptop.run(&["check", "--rebuild"]).done();
}

#[cfg(target_os = "linux")]
#[test]
fn too_few_files_or_too_small_ones_are_no_lost_store_and_no_sudden_end() {
    let laptop = Laptop::with_minutes();
    let limited = |limit: &str, line: &str| {
        let mut command = Command::new("sh");
        let script = format!("ulimit {limit}; exec \"$0\" add '{line}'");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_vidpennan")]).stdin(Stdio::null());
        Answer::of(&command.envs(laptop.environment()).current_dir(laptop.home()).output().unwrap())
    };
    for files in 3..12 {
        let line = format!("få filer {files}");
        let answer = limited(&format!("-n {files}"), &line);
        assert!(!answer.err.contains("flyttad") && !answer.err.contains("os error"), "{}", answer.err);
        // The loader of the system may fail before the program begins.
        assert_eq!(found(&laptop, &line), usize::from(answer.code == 0), "{}", answer.err);
    }
    for blocks in [1, 30, 60] {
        assert_says(&limited(&format!("-f {blocks}"), "små filer").failed(1), &["igen"]);
    }
    assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
}

#[test]
fn many_may_write_at_once() {
    let laptop = Laptop::with_minutes();
    let (writers, lines) = (5, 20);
    let children: Vec<_> = (0..writers)
        .map(|writer| {
            let input: String =
                (0..lines).map(|line| format!("! samtidigt {writer}:{line}\n")).collect::<Vec<_>>().concat();
            let name = format!("in{writer}.txt");
            laptop.file(&name, input);
            let input = fs::File::open(laptop.path(&name)).unwrap();
            let mut command = laptop.command(&["add"]);
            command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in children {
        let said = Answer::of(&child.wait_with_output().unwrap()).done();
        assert_eq!(said.lines().count(), lines);
    }
    let listed: serde_json::Value =
        serde_json::from_str(&laptop.run(&["list", "challenges", "--json"]).done()).unwrap();
    let rows = listed.as_array().unwrap();
    let mut numbers: Vec<&str> = rows.iter().map(|row| row["number"].as_str().unwrap()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 10 + writers * lines, "a number is given once");
    for writer in 0..writers {
        let texts: Vec<usize> = (0..lines)
            .map(|line| format!("samtidigt {writer}:{line}"))
            .map(|text| rows.iter().position(|row| row["text"] == text.as_str()).unwrap())
            .collect();
        assert_eq!(texts.len(), lines);
    }
    assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
}

#[test]
fn a_file_that_another_program_holds_is_waited_for_and_then_said() {
    let laptop = Laptop::with_minutes();
    let locker = Connection::open(laptop.path("vidpennan.db")).unwrap();
    locker.busy_timeout(Duration::from_secs(5)).unwrap();
    locker.execute_batch("BEGIN IMMEDIATE").unwrap();
    // Reading does not wait.
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["Heja LKP"]);
    assert_says(&laptop.run(&["add", "väntande rad"]).failed(1), &["Ett annat program", "väntande rad"]);
    assert_eq!(found(&laptop, "väntande"), 0);
    // Who lets go in time is waited for.
    let mut command = laptop.command(&["add", "väntande rad"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(600));
    locker.execute_batch("ROLLBACK").unwrap();
    Answer::of(&child.wait_with_output().unwrap()).done();
    assert_eq!(found(&laptop, "väntande"), 1);
}

#[test]
fn hostile_and_endless_text_goes_through_whole_and_safe() {
    let laptop = Laptop::with_minutes();
    let long = "långtord ".repeat(1_500) + "sistaordet";
    let lines = [
        "noll\0noll tecken",
        "\u{1b}]0;KAPAD\u{7}skal \u{1b}[2Jrensat \u{9b}31mrött",
        "höger\u{202e}vänster \u{2066}inne\u{2069}",
        &long,
    ];
    let input = lines.join("\n");
    let said = laptop.run_with(&["add"], input.as_bytes()).done();
    assert_eq!(said.lines().count(), lines.len());
    laptop.file("ond.txt", format!("Anteckningar\n\nTips:\n- {}\n", lines.join("\n- ")));
    laptop.run(&["import", "ond.txt"]).done();
    for (words, hits) in [("noll", 2), ("KAPAD", 2), ("rensat", 2), ("vänster", 2), ("sistaordet", 2)] {
        assert_eq!(found(&laptop, words), hits, "{words}");
    }
    let commands: [&[&str]; 8] = [
        &["search", "skal"],
        &["search", "skal", "--json"],
        &["list", "commitments"],
        &["history"],
        &["export", "1", "-f", "txt", "-o", "-", "--names", "full"],
        &["export", "1", "-f", "md", "-o", "-"],
        &["export", "1", "-f", "html", "-o", "-"],
        &["export", "1", "-f", "json", "-o", "-"],
    ];
    for arguments in commands {
        let said = laptop.run(arguments).done();
        let bad = said.chars().find(|&c| is_hidden(c) && c != '\n');
        assert_eq!(bad, None, "{arguments:?}");
    }
    let text = laptop.run(&["export", "1", "-f", "txt", "-o", "-"]).done();
    assert!(text.contains(&long), "not a sign of 12,000 is lost");
}

#[test]
fn any_encoding_is_read_or_refused_and_never_garbled_in_silence() {
    let laptop = Laptop::new();
    let text = "Anteckningar från mötet\n\nTips:\n- Åk på ön och ät äpplen\n- Släpp in våren\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    for (name, bytes) in [("utf16.txt", utf16), ("latin.txt", latin), ("marked.txt", marked)] {
        laptop.file(name, bytes);
        laptop.run(&["import", name]).done();
    }
    assert_eq!(found(&laptop, "Åk på ön och ät äpplen"), 3);
    laptop.file("bruten.txt", [b"r\xE5d\n".as_slice(), text.as_bytes()].concat());
    let said = laptop.run(&["import", "bruten.txt"]).done();
    assert_says(&said, &["rad 1"]);
    assert_eq!(found(&laptop, "Åk på ön och ät äpplen"), 4);
}

#[test]
fn a_table_that_is_gone_is_named_and_made_again() {
    for table in ["follow_up", "entry", "device", "space", "search", "newest", "vocabulary", "remembered"] {
        let laptop = Laptop::with_minutes();
        let export = ["export", "1", "-f", "txt", "-o", "-"];
        let written = laptop.run(&export).done();
        run_sql(&laptop, &format!("DROP TABLE {table}"));
        assert_says(&laptop.run(&["check"]).failed(1), &["--rebuild"]);
        laptop.run(&["add", "en rad"]).failed(1);
        assert_says(&laptop.run(&["check", "--rebuild"]).done(), &["rättades"]);
        assert_says(&laptop.run(&["check"]).done(), &["är hel"]);
        assert_eq!(laptop.run(&export).done(), written, "{table}");
        laptop.run(&["add", "en rad"]).done();
    }
}

#[test]
fn what_is_wrong_is_said_in_words() {
    let laptop = Laptop::with_minutes();
    let wrong = |sql: &str, said: &[&str]| {
        run_sql(&laptop, sql);
        let answer = laptop.run(&["check"]);
        assert_eq!(answer.code, 1, "{sql}");
        assert_says(&answer.out, said);
        laptop.run(&["check", "--rebuild"]).done();
    };
    wrong(
        "UPDATE entry SET text = 'Fel' WHERE text LIKE 'Okunskap på förv%'",
        &["inlägg ”Okunskap på förv", "text är ”Fel”", "historiken säger ”Okunskap på förv"],
    );
    wrong("UPDATE meeting SET title = 'Fel'", &["möte ”", "titel är ”Fel”", "historiken säger ”"]);
    wrong("DELETE FROM entry WHERE text LIKE 'Okunskap på förv%'", &["saknas: inlägg ”Okunskap på förv"]);
    wrong("DELETE FROM vocabulary", &["Ordlistan för sökning"]);
    wrong("UPDATE section SET entries = 1", &["uträknade uppgifter stämmer inte"]);
    wrong("DROP INDEX entry_place", &["entry_place saknas"]);
}

#[test]
fn a_cell_that_cannot_be_read_costs_itself_and_is_marked() {
    let laptop = Laptop::with_minutes();
    run_sql(
        &laptop,
        "UPDATE entry SET as_written = NULL, text = x'00ff' WHERE text LIKE 'Okunskap på förv%';
         UPDATE entry SET as_written = NULL, text = replace(text, 'livskvalitetsvecka', cast(x'6c69ff7673' AS TEXT))
            WHERE text LIKE 'Anordna en%';
         UPDATE meeting SET title = x'0700'",
    );
    for format in ["txt", "md", "html", "json", "docx", "pdf"] {
        let written = laptop.run(&["export", "1", "-f", format, "-o", &format!("ut.{format}")]);
        written.done();
    }
    let text = laptop.read("ut.txt");
    assert_says(&text, &["- Anordna en hälsovecka/li\u{fffd}vs", "\u{fffd}"]);
    assert_says(&laptop.run(&["list", "challenges"]).done(), &["\u{fffd}"]);
    assert_says(&laptop.run(&["list", "meetings"]).done(), &["\u{fffd}"]);
    let said = laptop.run(&["check"]);
    assert_says(
        &said.out,
        &[
            "inlägg ”Okunskap på förv",
            "text går inte att läsa; historiken säger ”Okunskap på förv",
            "inlägg ”Anordna en",
            "titel",
        ],
    );
    laptop.run(&["check", "--rebuild"]).done();
    laptop.run(&["export", "1", "-f", "txt", "-o", "igen.txt"]).done();
    assert_says(&laptop.read("igen.txt"), &["Okunskap på förv", "livskvalitetsvecka"]);
}

/// An old workbook that makes its reader panic: its sheet begins after its end.
fn without_a_sheet() -> Vec<u8> {
    let records: [&[u8]; 3] = [
        &[0x09, 0x08, 16, 0, 0, 6, 5, 0, 0xbb, 0x0d, 0xcc, 7, 0, 0, 0, 0, 0, 0, 0, 0],
        &[0x85, 0, 10, 0, 0xff, 0xff, 0xff, 0, 0, 0, 2, 0, b'B', b'1'],
        &[0x0a, 0, 0, 0],
    ];
    let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&records.concat()).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

#[test]
fn what_panics_is_said_in_words() {
    let laptop = Laptop::new();
    laptop.file("lista.xls", without_a_sheet());
    let said = laptop.run(&["import", "lista.xls"]).failed(1);
    assert_says(&said, &["lista.xls", "skadad"]);
    assert!(!said.contains("panicked"), "{said}");
    if cfg!(debug_assertions) {
        let mut command = laptop.command(&["add", "En rad", "panik nu", "En rad till"]);
        let answer = Answer::of(&command.env("VIDPENNAN_PANIC_AT", "panik nu").output().unwrap());
        assert_says(&answer.err, &["Programmet gjorde ett fel"]);
        assert!(!answer.err.contains("panicked") && !answer.err.contains("panik nu"), "{}", answer.err);
        assert_eq!(answer.code, 1);
        assert_says(&laptop.run(&["search", "rad"]).done(), &["En rad"]);
    }
}
