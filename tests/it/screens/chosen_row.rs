//! What is chosen stays chosen when a list is narrowed, widened or grouped in another way.

use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_over};
use crate::support::programme::programme;

fn open(tab: Tab) -> Driver {
    start_over(Place::Tab(tab), programme)
}

/// The words of the chosen row, without the columns beside them.
fn chosen(app: &Driver) -> String {
    let screen = app.screen();
    let row = screen.lines().find(|line| line.contains('▌')).unwrap_or_default();
    row.trim_start_matches([' ', '▌']).chars().take(24).collect()
}

#[test]
fn a_challenge_stays_chosen_in_each_grouping_and_under_a_filter() {
    let mut app = open(Tab::Challenges);
    app.keys("<home><down><down>");
    let third = chosen(&app);
    for key in ["b", "b", "fobesv<enter>", "v"] {
        assert_eq!(chosen(app.keys(key)), third, "after {key}");
    }
}

#[test]
fn what_is_owed_stays_chosen_in_each_grouping_and_when_the_filter_goes() {
    let mut app = open(Tab::FollowUp);
    app.keys("fåtag<enter><end>");
    let last = chosen(&app);
    for key in ["v", "b", "b", "b", "fåtag<enter>", "<esc>"] {
        assert_eq!(chosen(app.keys(key)), last, "after {key}");
    }
}

#[test]
fn where_the_chosen_row_is_left_out_the_nearest_that_is_listed_is_chosen() {
    let mut app = open(Tab::FollowUp);
    let mut rows = vec![chosen(app.keys("<home>"))];
    while rows.last() != Some(&chosen(app.keys("<down>"))) {
        rows.push(chosen(&app));
    }
    app.keys("fåtgärder<enter><home>");
    let mut actions = vec![chosen(&app)];
    while actions.last() != Some(&chosen(app.keys("<down>"))) {
        actions.push(chosen(&app));
    }
    app.keys("v");
    assert!(rows.len() > actions.len() + 2, "{rows:?} {actions:?}");
    for (place, row) in rows.iter().enumerate() {
        app.keys("<home>");
        for _ in 0..place {
            app.keys("<down>");
        }
        assert_eq!(&chosen(&app), row);
        let is_action = |at: &usize| rows.get(*at).is_some_and(|row| actions.contains(row));
        let nearest = (0..rows.len()).filter(is_action).min_by_key(|at| (at.abs_diff(place), at < &place));
        assert_eq!(
            Some(&chosen(app.keys("fåtgärder<enter>"))),
            nearest.and_then(|at| rows.get(at)),
            "from {row}"
        );
        app.keys("v");
    }
}

#[test]
fn a_list_that_was_empty_for_a_while_chooses_what_was_chosen_before() {
    let mut app = open(Tab::Challenges);
    app.keys("<home><down><down>");
    let third = chosen(&app);
    app.keys("flöst<enter>").shows("Inget här passar filtret");
    assert_eq!(chosen(app.keys("v")), third);
}

#[test]
fn at_the_pen_an_entry_stays_chosen_when_one_table_alone_is_shown() {
    let mut app = open(Tab::RoundTable);
    app.keys("/bord 2<enter>Vid bord två<enter>/bord 1<enter>Ett<enter>Två<enter>Tre<enter><up><up>");
    let is_chosen = |app: &Driver| app.screen().lines().any(|row| row.contains("▌ ") && row.contains("Ett"));
    assert!(is_chosen(&app), "{}", app.screen());
    for key in ["<a-0>", "<a-0>"] {
        assert!(is_chosen(app.keys(key)), "{}", app.screen());
    }
}

#[test]
fn an_operation_stays_chosen_when_only_one_meeting_is_shown() {
    let mut app = open(Tab::RoundTable);
    app.keys("Första raden<enter>! Andra raden<enter>? Tredje raden<enter>/historik<enter>")
        .keys("<home><down>");
    let second = chosen(&app);
    for key in ["f", "f"] {
        assert_eq!(chosen(app.keys(key)), second, "after {key}");
    }
}
