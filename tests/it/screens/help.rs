//! The help: each key once, in two columns where there is room, nothing chosen, and all of it reached by scrolling.

use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_at_pen, start_over};
use crate::support::programme::programme;

fn help_at(tab: Tab, width: u16, height: u16) -> Driver {
    let mut app = start_over(Place::Tab(tab), programme);
    app.size(width, height).keys("<f1>").shows("Hjälp om tangenterna");
    app
}

#[test]
fn two_columns_where_there_is_room() {
    let mut app = help_at(Tab::FollowUp, 120, 40);
    // What is under the others in one column is beside them.
    let lines = |app: &Driver| ["Stäm av: hur gick det?", "Till början"].map(|label| app.line_of(label));
    let [own, walking] = lines(&app);
    assert!(walking < own + 5, "{}", app.screen());
    app.shows("Avsluta").hides("↓ 1");
    app.size(109, 80);
    let [own, walking] = lines(&app);
    assert!(walking > own + 20, "{}", app.screen());
}

#[test]
fn no_row_looks_as_if_it_could_be_chosen() {
    for tab in Tab::ALL {
        let mut app = help_at(tab, 80, 24);
        let in_box = |app: &Driver| app.screen().lines().skip(3).take(18).any(|line| line.contains('▌'));
        assert!(!in_box(&app), "{}", app.screen());
        app.keys("<down><down>");
        assert!(!in_box(&app), "{}", app.screen());
    }
}

#[test]
fn no_command_is_shown_twice() {
    for tab in Tab::ALL {
        let app = help_at(tab, 80, 200);
        let screen = app.screen();
        let mut rows: Vec<&str> = screen
            .lines()
            .filter(|line| line.trim_start().starts_with('│'))
            .filter_map(|line| line.trim_matches(['│', ' ']).rsplit_once("  ").map(|(_, does)| does.trim()))
            .filter(|does| does.chars().count() > 5)
            .collect();
        rows.sort_unstable();
        let all = rows.len();
        rows.dedup();
        assert_eq!(rows.len(), all, "{tab:?}:\n{screen}");
    }
    help_at(Tab::FollowUp, 80, 200).shows("a  Ctrl+A").shows("e  F2  Ctrl+E");
}

#[test]
fn all_of_it_is_reached_in_small_windows() {
    for (width, height) in [(80, 24), (40, 12)] {
        let mut app = help_at(Tab::RoundTable, width, height);
        app.shows("Tecken vid pennan").shows("↓").hides("Avsluta");
        app.keys("<down>")
            .shows("↑ 1")
            .hides("Tecken vid pennan")
            .keys("<pgdn><end>")
            .shows("Avsluta")
            .hides("↓");
        app.keys("<pgup>").shows("↓").keys("<home>").shows("Tecken vid pennan");
        app.keys("<esc>").hides("Tecken vid pennan");
    }
    // No letter is lost at the edge of the box.
    let app = help_at(Tab::RoundTable, 40, 12);
    let said = |app: &Driver| app.screen().replace(['│', '\n', ' '], "");
    assert!(said(&app).contains("åtagande:dethärskajaggöraimorgon"), "{}", app.screen());
}

#[test]
fn what_counts_everywhere_is_said_in_boxes_too() {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    app.keys("n<f1>").shows("Alla kommandon").shows("Ctrl+Q").shows("Hjälp om tangenterna");
}

#[test]
fn what_is_read_in_a_box_stays_under_the_help() {
    let mut app = start_over(Place::Tab(Tab::FollowUp), programme);
    for read in ["<a-5>h", "<a-1>h<enter>", "<a-3>h"] {
        let list = app.screen();
        app.keys(read);
        let before = app.screen();
        assert_ne!(before, list);
        for key in ["<f1>", "<c-k>"] {
            app.keys(key).shows("Hjälp om tangenterna").keys("<f1>");
            assert_eq!(app.screen(), before, "{read}");
        }
        app.keys("<esc><esc>");
    }
}

#[test]
fn the_palette_finds_by_words_of_either_language_and_without_dots() {
    for (typed, first) in [
        ("angra", "Ångra"),
        ("hjalp", "Hjälp"),
        ("parkering", "Parkera"),
        ("excel", "Exportera"),
        ("delete", "Ta bort inlägget"),
        ("move", "Flytta"),
        ("/möte", "Möten"),
        ("/avsnitt", "Gå till ett avsnitt"),
    ] {
        let mut app = start_at_pen();
        app.keys("Rad<enter><c-p>").keys(typed);
        let screen = app.screen();
        let chosen = screen.lines().find(|line| line.contains('▌')).unwrap_or_default();
        assert!(chosen.contains(first), "{typed}: {screen}");
    }
}

#[test]
fn a_section_is_gone_to_from_the_palette() {
    let mut app = start_at_pen();
    app.keys("Rad<enter><c-p>/avsnitt<enter>").shows("Gå till avsnitt").keys("utman<enter>");
    app.hides("–  Rad").keys("Sent<enter>");
    assert!(matches!(app.entries()[1].kind, vidpennan::model::Kind::Challenge(_)), "{}", app.screen());
}

#[test]
fn a_meeting_is_moved_by_the_word_move() {
    let mut app = start_at_pen();
    app.keys("<a-1><c-p>move");
    let screen = app.screen();
    let chosen = screen.lines().find(|line| line.contains('▌')).unwrap_or_default();
    assert!(chosen.contains("Flytta mötet"), "{screen}");
}

#[test]
fn how_to_leave_is_on_the_first_screen_of_a_store_with_meetings_too() {
    let mut app = start_at_pen();
    app.keys("/pennan<enter>").shows("Vem håller i pennan?").shows("F1 hjälp").shows("Ctrl+Q");
}
