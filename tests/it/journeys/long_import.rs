//! A long file on the command line: others write meanwhile, Ctrl+C leaves nothing of it, and so does a kill.

use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::laptop::{Answer, Laptop, assert_says};
use crate::support::window::Window;

/// A laptop on which a long file is being stored.
fn storing() -> (Laptop, Child) {
    let laptop = Laptop::with_minutes().with_scribe("Eva Lind");
    let rows: Vec<String> = (0..12_000).map(|at| format!("- Svårt med samverkan nummer {at}")).collect();
    laptop.file("stor.txt", format!("Stort möte\n\nUtmaningar\n\n{}\n", rows.join("\n")));
    let mut command = laptop.command(&["import", "stor.txt"]);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let end = Instant::now() + Duration::from_mins(1);
    while !laptop.path("vidpennan.db-import").exists() {
        assert!(Instant::now() < end, "it is never stored");
        thread::sleep(Duration::from_millis(5));
    }
    (laptop, child)
}

fn signal(child: &Child, name: &str) {
    let kill = format!("kill -{name} {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
}

#[test]
fn ctrl_c_leaves_nothing_of_a_long_file_and_every_line_that_was_written_meanwhile() {
    let (laptop, child) = storing();
    for nth in 1..=3 {
        laptop.run(&["add", &format!("Mitt i inläsningen {nth}")]).done();
    }
    signal(&child, "INT");
    let answer = Answer::of(&child.wait_with_output().unwrap());
    assert_says(&answer.failed(1), &["Inläsningen av Stort möte avbröts. Inget av den är sparat."]);
    assert!(!laptop.run(&["list", "meetings"]).done().contains("Stort möte"));
    assert_says(
        &laptop.run(&["search", "inläsningen"]).done(),
        &["Mitt i inläsningen 1", "Mitt i inläsningen 2", "Mitt i inläsningen 3"],
    );
    assert!(!laptop.path("vidpennan.db-import").exists());
    laptop.run(&["check"]).done();
}

#[test]
fn what_was_being_read_in_when_the_program_was_killed_is_taken_away_at_the_next_start() {
    let (laptop, mut child) = storing();
    while !laptop.run(&["list", "meetings"]).done().contains("Stort möte") {
        assert!(child.try_wait().unwrap().is_none(), "it was stored before it was killed");
    }
    signal(&child, "KILL");
    child.wait().unwrap();
    Window::open(&laptop).shows("hann inte bli klar förra gången").types("\u{11}").ends();
    assert!(!laptop.run(&["list", "meetings"]).done().contains("Stort möte"));
    assert!(!laptop.path("vidpennan.db-import").exists());
}

#[test]
fn half_of_a_file_is_said_to_be_half_and_is_taken_away_before_the_next_line_is_added() {
    let (laptop, mut child) = storing();
    while !laptop.run(&["list", "meetings"]).done().contains("Stort möte") {
        assert!(child.try_wait().unwrap().is_none(), "it was stored before it was killed");
    }
    signal(&child, "KILL");
    child.wait().unwrap();
    assert_says(&laptop.run(&["list", "meetings"]).err, &["det som visas kan vara ofullständigt"]);
    let added = laptop.run(&["add", "--meeting", "1", "Efteråt"]);
    assert_says(&added.err, &["hann inte bli klar förra gången"]);
    added.done();
    let listed = laptop.run(&["list", "meetings"]);
    assert!(listed.err.is_empty(), "{}", listed.err);
    assert!(!listed.done().contains("Stort möte"));
    assert_says(&laptop.run(&["search", "Efteråt"]).done(), &["Efteråt"]);
}

#[test]
fn lines_are_saved_while_a_long_file_is_undone_in_the_window_and_beside_it() {
    let (laptop, child) = storing();
    assert!(child.wait_with_output().unwrap().status.success());
    laptop.run(&["add", "--meeting", "1", "Före"]).done();
    let mut window = Window::open(&laptop);
    window.shows("Före").types("\u{1a}").shows("Ångra: ").types("\r");
    window.shows("Ångrat").types("\u{1a}").shows("läsa in Stort möte").types("\r");
    window.shows("Ångrar: läsa in Stort möte").types("Mitt i ångrandet\r").shows("Mitt i ångrandet");
    laptop.run(&["add", "--meeting", "1", "Bredvid fönstret"]).done();
    window.shows("Ångrat: läsa in Stort möte").types("\u{11}").ends();
    assert!(!laptop.run(&["list", "meetings"]).done().contains("Stort möte"));
    assert_says(&laptop.run(&["search", "ångrandet"]).done(), &["Mitt i ångrandet"]);
    assert_says(&laptop.run(&["search", "fönstret"]).done(), &["Bredvid fönstret"]);
    laptop.run(&["check"]).done();
}
