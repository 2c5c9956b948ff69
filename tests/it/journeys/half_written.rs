//! What is being written is on disk soon after the last key, whatever ends the program, and is offered by name.

use std::thread;
use std::time::{Duration, Instant};

use crate::support::laptop::Laptop;
use crate::support::window::Window;

fn laptop() -> Laptop {
    let laptop = Laptop::with_minutes().with_scribe("Eva Lind");
    laptop.run(&["add", "! Svårt att hinna"]).done();
    laptop
}

/// A window on the meeting of the minutes.
fn window(laptop: &Laptop) -> Window {
    let mut window = Window::open(laptop);
    window.settle();
    window
}

/// Waits until something is so.
#[track_caller]
fn wait_until(window: &mut Window, what: &str, is_so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !is_so() {
        assert!(Instant::now() < end, "{what}:\n{}", window.screen());
        thread::sleep(Duration::from_millis(20));
    }
}

/// Waits until the words are beside the database, and kills the program.
#[track_caller]
fn killed(window: &mut Window, laptop: &Laptop, words: &str) {
    let draft = laptop.path("vidpennan.db-draft");
    let is_kept = || std::fs::read_to_string(&draft).is_ok_and(|text| text.contains(words));
    wait_until(window, &format!("{words:?} is in no draft"), is_kept);
    window.signal("KILL").ends();
}

#[test]
fn half_a_line_survives_a_kill_and_is_offered_by_name() {
    let laptop = laptop();
    let mut first = window(&laptop);
    first.types("\u{1b}2").settle().types("Halva rad").shows("Halva rad");
    killed(&mut first, &laptop, "Halva rad");
    window(&laptop).shows("Du höll på med").types("\u{1b}2").shows("Halva rad");
}

#[test]
fn a_form_survives_a_kill() {
    let laptop = laptop();
    let mut first = window(&laptop);
    first.types("\u{1b}1").settle().types("n").settle().types("Vårmötet i parken").shows("Vårmötet i parken");
    killed(&mut first, &laptop, "Vårmötet i parken");
    window(&laptop)
        .shows("Du höll på med: formuläret")
        .types("\u{1b}1")
        .settle()
        .types("n")
        .shows("Vårmötet i parken");
}

#[test]
fn a_response_survives_a_kill() {
    let laptop = laptop();
    let mut first = window(&laptop);
    first
        .types("\u{1b}3")
        .settle()
        .types("\r")
        .settle()
        .types("Vi ska se över det")
        .shows("Vi ska se över det");
    killed(&mut first, &laptop, "Vi ska se över det");
    window(&laptop).shows("Du höll på med").types("\u{1b}3").settle().types("\r").shows("Vi ska se över det");
}

#[test]
fn what_was_pasted_survives_a_kill_and_is_shown_again() {
    let laptop = laptop();
    let mut first = window(&laptop);
    first
        .types("\u{1b}2")
        .settle()
        .pastes("Inklistrad ett\nInklistrad två\nInklistrad tre")
        .shows("3 av 3 rader");
    killed(&mut first, &laptop, "Inklistrad två");
    let mut again = window(&laptop);
    again
        .shows("inklistrade rader i")
        .types("\u{1b}2")
        .shows("3 av 3 rader")
        .types("\r")
        .shows("Inklistrad tre");
    again.types("\u{11}").ends();
    assert!(!laptop.path("vidpennan.db-draft").exists(), "it was saved, and is no draft any more");
}

#[test]
fn a_line_that_was_saved_is_no_draft() {
    let laptop = laptop();
    let mut first = window(&laptop);
    first.types("\u{1b}2").settle().types("Först halv").shows("Först halv");
    let draft = laptop.path("vidpennan.db-draft");
    wait_until(&mut first, "no draft", || draft.exists());
    first.types(" och sedan hel\r").shows("sparat").settle();
    first.signal("KILL").ends();
    assert!(!draft.exists());
}

/// SQLite has the index of its log in memory, as a part of that file: the system ends a program that reads beyond its
/// end.
#[test]
fn an_index_of_the_log_that_is_emptied_or_cut_short_ends_no_window() {
    for len in [0, 100] {
        let laptop = laptop();
        let mut window = window(&laptop);
        window.types("\u{1b}2").settle().types("Före det\r").shows("sparat").settle();
        let index = laptop.path("vidpennan.db-shm");
        std::fs::OpenOptions::new().write(true).open(&index).unwrap().set_len(len).unwrap();
        wait_until(&mut window, "it stays as it is", || index.metadata().unwrap().len() != len);
        window.types("Efter det\r").shows("Efter det").settle().types("\u{11}").ends();
        let found = laptop.run(&["search", "det"]).done();
        assert!(found.contains("Före det") && found.contains("Efter det"), "{found}");
    }
}

#[test]
fn a_report_survives_a_kill() {
    let laptop = laptop();
    let mut first = window(&laptop);
    first.types("\u{1b}2").settle().types("\u{18}").shows("Profil").settle();
    while !first.screen().contains("Sammanfattning") {
        first.types("\u{1b}[C").settle();
    }
    first.types("\u{5}").shows("luckor kvar").types("Mina egna ord").shows("Mina egna ord");
    killed(&mut first, &laptop, "Mina egna ord");
    window(&laptop).shows("som inte kunde sparas förra gången").settle().types("\u{11}").ends();
    let report = ["export", "1", "--report", "tjansteskrivelse", "-f", "txt", "-o", "-"];
    assert!(laptop.run(&report).done().contains("Mina egna ord"));
}

#[test]
fn a_pipe_in_the_place_of_the_drafts_holds_nothing_up_and_is_put_aside() {
    use std::os::unix::fs::FileTypeExt as _;
    let laptop = laptop();
    let draft = laptop.path("vidpennan.db-draft");
    laptop.pipe("vidpennan.db-draft");
    let mut first = window(&laptop);
    first.types("\u{1b}2").settle().types("Halva rad").shows("Halva rad");
    wait_until(&mut first, "no draft", || draft.is_file());
    killed(&mut first, &laptop, "Halva rad");
    let aside = laptop.path("vidpennan.db-draft-aside").metadata().unwrap();
    assert!(aside.file_type().is_fifo(), "it was not written into");
    window(&laptop).shows("Du höll på med");
}
