//! The commands of the pen: those that every pen does, and those that are for a screen, which do nothing elsewhere and
//! say so.

use std::collections::BTreeSet;

use vidpennan::i18n::Lang;
use vidpennan::i18n::vocabulary::pen::COMMANDS;
use vidpennan::store;
use vidpennan::ui::place::Place;

use super::lines::is_for_the_screen;
use super::pens::{Before, by_dialogue, by_line_taker, laptop, meeting_in, picture, round_table, typed};
use crate::support::app::over_in;
use crate::support::laptop::{Laptop, assert_says};

/// A meeting with a challenge and a note.
fn before() -> Before {
    Before {
        tables: 4, lines: vec!["/bord 2", "! Avtalen är för långa", "en tanke #kök"], ..round_table()
    }
}

/// What is done to the latest entry, whichever pen it is typed at.
const DONE_EVERYWHERE: [&str; 4] = ["star", "unfinished", "make_action", "park"];
/// What needs words after it at a pen of lines.
const WANTS_WORDS: [&str; 4] = ["tag", "convert", "move_to", "assign"];

/// Every command that is for the screen, by its first name.
fn for_the_screen() -> impl Iterator<Item = (&'static str, String)> {
    let all = COMMANDS.iter().map(|(code, names)| (*code, format!("/{}", names[0])));
    all.filter(|(code, line)| is_for_the_screen(line) && !DONE_EVERYWHERE.contains(code))
}

#[test]
fn what_is_for_the_screen_is_refused_by_name_at_the_command_line() {
    let laptop = laptop(&before());
    let untouched = picture(&laptop);
    for (code, line) in for_the_screen() {
        let arguments = ["add", "--meeting", "Framtidsveckan", &line, "en rad till"];
        let said = laptop.run(&arguments).failed(1);
        let why = match code {
            code if WANTS_WORDS.contains(&code) => format!("{line} behöver några ord efter sig. Skriv"),
            "edit" => format!("{line} går inte att använda här. Använd `s/…/…/`"),
            "respond" => format!("{line} går inte att använda här. Använd `= …`"),
            _ => format!("{line} går inte att använda här. Använd `vidpennan"),
        };
        assert!(said.contains(&why), "{said}");
    }
    assert_eq!(picture(&laptop), untouched);
}

#[test]
fn the_dialogue_does_what_it_can_show_and_refuses_the_rest_by_name() {
    let lines: Vec<String> =
        for_the_screen().map(|(_, line)| line).filter(|line| !line.contains("nytt möte")).collect();
    let before = before();
    assert_eq!(by_dialogue(&before, &lines, &[]), by_line_taker(&before, &[]).0);
    let answer = laptop(&before).run_with(&["--plain"], "/ändra\n/bord\n/exportera\n".as_bytes());
    assert_says(&answer.err, &["/ändra går inte att använda här", "/exportera går inte att använda här"]);
    assert_says(&answer.out, &["Bord 2"]);
}

#[test]
fn what_opens_something_on_the_live_screen_writes_nothing() {
    // These change the chosen entry at once.
    let writes: BTreeSet<&str> = ["delete", "quit"].into();
    for (code, line) in for_the_screen().filter(|(code, _)| !writes.contains(code)) {
        let laptop = laptop(&before());
        let untouched = picture(&laptop);
        before().window(&laptop).keys(&typed(&line)).keys("<enter>");
        assert_eq!(picture(&laptop), untouched, "{code}");
    }
}

#[test]
fn a_meeting_that_is_begun_at_a_pen_has_the_title_that_was_typed_there() {
    for (page, line) in [("<a-2>", ""), ("<a-4>", "n")] {
        let laptop = laptop(&before());
        let mut app = before().window(&laptop);
        app.keys(page).keys(line).keys("/nytt möte Vårens möte<enter>");
        app.shows("Nytt möte").shows("Vårens möte").keys("<enter>").shows("Mötet är skapat");
        let store = before().open(&laptop);
        let titles = store::meeting::list(&store).unwrap().into_iter().map(|meeting| meeting.title);
        assert!(titles.collect::<Vec<_>>().contains(&"Vårens möte".to_owned()), "{page}");
    }
}

#[test]
fn what_is_about_the_live_screen_is_refused_by_name_at_the_foot_of_the_others() {
    for (page, line) in [("<a-4>", "n"), ("<a-3>", "r")] {
        let laptop = laptop(&before());
        let untouched = picture(&laptop);
        let mut app = before().window(&laptop);
        app.keys(page).keys(line);
        for verb in ["/bord", "/avsnitt", "/möte nätverk", "/stjärna", "/tagg kök", "/ta bort", "/svara"]
        {
            let name = verb.split(" k").next().unwrap().split(" n").next().unwrap();
            app.keys(verb).keys("<enter>");
            app.shows(&format!("{name} går bara att använda på sidan Bordssamtal.")).shows(verb);
            app.keys("<c-w><c-w>");
        }
        assert_eq!(picture(&laptop), untouched);
    }
}

#[test]
fn add_undoes_what_it_wrote_itself_and_nothing_else() {
    let laptop = laptop(&before());
    let untouched = picture(&laptop).len();
    let add = ["add", "--meeting", "Framtidsveckan"];
    let said = laptop.run(&[&add[..], &["fel rad", "/ångra", "/gör om", "/undo"]].concat()).done();
    assert_says(&said, &["Ångrat: ", "Gjort om: "]);
    let said = laptop.run(&[&add[..], &["/ångra"]].concat()).failed(1);
    assert_says(&said, &["Det gjordes vid ett annat tillfälle", "vidpennan --plain"]);
    let said = laptop.run(&[&add[..], &["/möte nätverk", "hit", "/möte 1", "dit"]].concat()).done();
    assert_says(&said, &["Sedan sist · bord 1", "Tips · bord 2"]);
    assert!(picture(&laptop).len() > untouched);
}

#[test]
fn a_line_that_is_written_where_an_answer_was_asked_for_is_not_lost() {
    let before = before();
    let lines = ["/ångra", "Köp mindre", "/ångra", "/ångra", "nej", "Laga mer"].map(String::from);
    let left = by_dialogue(&before, &lines, &[]);
    assert_eq!(left, by_line_taker(&before, &[lines[1].clone(), lines[2].clone(), lines[5].clone()]).0);
    assert!(left.iter().any(|row| row.contains("Laga mer")));
}

#[test]
fn a_table_of_add_is_one_that_the_pen_knows() {
    let laptop = laptop(&before());
    let add = |table: &str| laptop.run(&["add", "--meeting", "Framtidsveckan", "--table", table, "en rad"]);
    assert_says(&add("1000").failed(2), &["”1000” går inte att ange för --table"]);
    assert_says(&add("3").done(), &["Tips · bord 3"]);
    assert!(!add("0").done().contains("bord"), "0 is no table, as in /bord 0");
    assert_eq!(tables(&laptop), [Some(2), Some(2), Some(3), None]);
}

/// The tables that the entries come from, in their order.
fn tables(laptop: &Laptop) -> Vec<Option<u16>> {
    let store = before().open(laptop);
    let sections = store::section::list(&store, meeting_in(&store)).unwrap();
    let scope = store::entry::EntryScope { section: sections[0].id, table: None };
    let listed = store::entry::window(&store, scope, 0, 9, 9).unwrap();
    listed.iter().map(|listed| listed.entry.provenance.table).collect()
}

#[test]
fn a_meeting_is_called_the_same_on_the_live_screen_as_at_the_command_line() {
    let laptop = laptop(&before());
    let store = before().open(&laptop);
    let place = Place::Meeting(meeting_in(&store));
    let mut app = over_in(store, place, Lang::Sv, before().clock());
    for (line, title) in [
        ("/möte 2", "Nätverksträff"),
        ("/möte 2026-03-04", "Framtidsveckan"),
        ("/möte nätv", "Nätverksträff"),
    ] {
        app.keys(line).keys("<enter>").shows(&format!("vid pennan   {title}"));
    }
}

#[test]
fn a_table_beyond_the_room_is_said_where_lines_are_typed_without_a_screen() {
    let said = "Mötet har 4 bord; det blir ändå bord 12.";
    for arguments in [&["/bord 12", "Rad"][..], &["--table", "12", "Rad"]] {
        let arguments = [&["add", "--meeting", "Framtidsveckan"], arguments].concat();
        assert_says(&laptop(&before()).run(&arguments).err, &[said]);
    }
    let moved = ["add", "--meeting", "Framtidsveckan", "Rad", "/flytta bord 12"];
    assert_says(&laptop(&before()).run(&moved).err, &[said]);
    assert!(!laptop(&before()).run(&["add", "/bord 4", "Rad"]).err.contains("Mötet har"));
}

#[test]
fn the_dialogue_asks_before_it_goes_to_a_table_that_the_room_does_not_have() {
    let asked = "Mötet har 4 bord. Bord 12 ändå? [j/N]";
    let after = |lines: &str| {
        let laptop = laptop(&before());
        let said = laptop.run_with(&["--plain"], lines.as_bytes()).done();
        (said, tables(&laptop).pop().flatten())
    };
    let (said, table) = after("/bord 12\nj\nRad\n/bord 11\n");
    assert_says(&said, &[asked, "Bord 12"]);
    assert_eq!((table, said.matches("Mötet har").count()), (Some(12), 1), "11 is no further away: {said}");
    let (said, table) = after("/bord 12\nnej\nRad\n");
    assert_says(&said, &[asked, "Inget ändrades"]);
    assert_ne!(table, Some(12));
    // A line where an answer was asked for is no yes, and is not lost.
    assert_ne!(after("/bord 12\nRad\n").1, Some(12));
    assert_eq!(after("Rad\n/flytta bord 12\nj\n").1, Some(12));
    let (said, table) = after("Rad\n/flytta bord 12\nn\n");
    assert_says(&said, &[asked]);
    assert_ne!(table, Some(12));
    assert!(!after("/bord 4\nRad\n").0.contains("Mötet har"));
}
