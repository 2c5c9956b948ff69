//! Sessions in lines, `add` and `--plain`, that the system asks to end.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use vidpennan::store::backup;

use crate::support::laptop::{Laptop, assert_says};

/// Has a line acknowledged.
fn line(child: &mut Child, line: &str) {
    writeln!(child.stdin.as_mut().unwrap(), "{line}").unwrap();
    let mut answers = BufReader::new(child.stdout.as_mut().unwrap());
    let mut said = String::new();
    while !said.contains("anteckning") {
        said.clear();
        assert!(answers.read_line(&mut said).unwrap() > 0);
    }
}

/// Ends a session that waits for its next line, while its input stays open; the status and what it said.
fn ended(mut child: Child, signal: &str) -> (i32, String) {
    let _open = child.stdin.take();
    let kill = format!("kill -{signal} {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    let asked = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(asked.elapsed() < Duration::from_secs(4), "it ends at once, where the machine is not busy");
        thread::sleep(Duration::from_millis(10));
    }
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn rescued(laptop: &Laptop) -> Option<PathBuf> {
    let copies = backup::list(&laptop.path("vidpennan.db")).unwrap().into_iter().map(|copy| copy.path);
    copies.into_iter().find(|path| path.to_string_lossy().contains("rescued-"))
}

#[test]
fn a_signal_ends_a_session_and_what_was_acknowledged_in_a_file_that_is_gone_is_in_a_copy() {
    for arguments in [&["add"][..], &["--plain"]] {
        for (signal, status) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
            let laptop = Laptop::new();
            laptop.run(&["add", "Först"]).done();
            let mut child = laptop.begin(arguments);
            line(&mut child, "Sparad rad");
            assert_eq!(ended(child, signal), (status, String::new()), "{arguments:?}");
            assert_eq!(rescued(&laptop), None);
            assert_says(&laptop.run(&["search", "Sparad"]).done(), &["Sparad rad"]);

            let mut child = laptop.begin(arguments);
            line(&mut child, "Bara här");
            fs::remove_file(laptop.path("vidpennan.db")).unwrap();
            let (status, said) = ended(child, signal);
            assert_eq!(status, 1, "{said}");
            assert_says(&said, &["Databasen är flyttad, borttagen eller utbytt", "rescued-"]);
            let copy = rescued(&laptop).unwrap();
            let found = laptop.run(&["--db", copy.to_str().unwrap(), "search", "Bara"]).done();
            assert_says(&found, &["Bara här"]);
        }
    }
}

#[test]
fn where_the_first_title_is_asked_for_a_command_is_no_title() {
    for (typed, said) in [("/avsluta\n", ""), ("/utmaningar\n/avsluta\n", "Först behövs ett möte"), ("", "")]
    {
        let laptop = Laptop::new();
        let answer = laptop.run_with(&["--plain"], typed.as_bytes());
        assert_says(&answer.err, &[said]);
        answer.done();
        assert!(!laptop.run(&["list", "meetings", "--json"]).out.contains("title"), "{typed}");
    }
    let laptop = Laptop::new();
    let said = laptop.run_with(&["--plain"], "hjälp\n/nytt möte Testmöte\nRad ett\n".as_bytes()).done();
    assert_says(&said, &["! utmaning", "Testmöte. Skriv en rad", "anteckning"]);
}
