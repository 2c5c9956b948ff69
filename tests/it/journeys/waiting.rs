//! Keys that are typed while the program waits for another one, or has something to say, reach what is being written.

use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use crate::support::laptop::{Laptop, assert_says};
use crate::support::window::Window;

/// A window at the pen.
fn at_the_pen() -> (Laptop, Window) {
    let laptop = Laptop::with_minutes().with_scribe("Eva Lind");
    laptop.run(&["add", "! Svårt att hinna"]).done();
    let mut window = Window::open(&laptop);
    window.settle().types("\u{1b}2").settle();
    (laptop, window)
}

/// Another program that writes.
fn locker(laptop: &Laptop) -> Connection {
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    conn
}

#[test]
fn what_is_typed_while_a_line_waits_for_the_file_is_the_next_line() {
    let (laptop, mut window) = at_the_pen();
    let locker = locker(&laptop);
    window.types("Medan en annan skriver\r");
    thread::sleep(Duration::from_millis(400));
    window.types("fortsätter jag");
    thread::sleep(Duration::from_millis(400));
    drop(locker);
    window.shows("fortsätter jag").settle().types(" här\r").settle().types("\u{11}").ends();
    assert_says(&laptop.run(&["search", "annan"]).done(), &["Medan en annan skriver\n"]);
    assert_says(&laptop.run(&["search", "fortsätter"]).done(), &["fortsätter jag här\n"]);
}

#[test]
fn lines_that_are_typed_while_one_waits_in_vain_stay_lines_of_their_own() {
    let (laptop, mut window) = at_the_pen();
    let locker = locker(&laptop);
    window.types("Rad ett\rRad två\rRad tre\r");
    // Longer than the program waits for another one.
    thread::sleep(Duration::from_secs(8));
    drop(locker);
    window.settle();
    // What was not saved is in the pen, one line after the other.
    for _ in 0..3 {
        window.types("\r").settle();
    }
    window.types("\u{11}").ends();
    for line in ["Rad ett", "Rad två", "Rad tre"] {
        let found = laptop.run(&["search", line]).done();
        assert!(found.lines().any(|found| found.trim_end().ends_with(line)), "{line}: {found}");
    }
}

#[test]
fn what_is_typed_when_a_line_was_not_saved_reaches_the_line_and_not_the_box() {
    let (laptop, mut window) = at_the_pen();
    let locker = locker(&laptop);
    window.types("Den här raden\r").shows("Det du skrev står kvar");
    window.types(" och mer").shows("Rutan är stängd: du skrev vidare.").shows("Den här raden och mer");
    drop(locker);
    window.settle().types("\r").settle().types("\u{11}").ends();
    assert_says(&laptop.run(&["search", "raden"]).done(), &["Den här raden och mer\n"]);
}
