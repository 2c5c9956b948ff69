//! Slips of the day: a key that counts elsewhere, a receipt that was true before. What is seen is so, and a key that
//! does nothing says it.

use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{start, start_at, start_at_pen};

#[test]
fn keys_that_mark_say_where_nothing_can_be_marked() {
    for tab in ["<a-1>", "<c-p>Personer<enter>", "<c-p>Historik<enter>"] {
        let mut app = start();
        app.keys(tab).keys("<s-down>").shows("här går inget att markera");
    }
}

#[test]
fn the_tabs_are_gone_to_from_the_pages_over_them() {
    for page in ["<c-x>", "<c-o>"] {
        for (key, shown) in [("<a-3>", Tab::Challenges), ("<a-5>", Tab::FollowUp)] {
            let mut app = start_at_pen();
            app.keys("! En rad<enter>").keys(page).keys(key).hides("går inte att använda här");
            let mut there = start_at(Place::Tab(shown));
            assert_eq!(app.screen().lines().next(), there.keys("").screen().lines().next(), "{page}{key}");
        }
    }
}

#[test]
fn a_person_is_made_of_a_slip_only_when_that_is_confirmed() {
    let mut app = start_at_pen();
    app.keys("En sak @Amina<enter><c-p>Personer<enter>n").keys("Amna<c-s>").shows("Enter igen sparar så");
    app.keys("<c-s>").hides("Enter igen sparar så");
}

#[test]
fn what_was_saved_in_one_meeting_is_not_said_in_another_nor_after_it_is_undone() {
    let mut app = start_at_pen();
    app.keys("En rad<enter>").shows("Ctrl+Z ångrar").keys("<c-z>").hides("sparat 1");
    app.keys("En rad<enter>").shows("sparat ").keys("<c-n>Nytt möte<c-s><a-2>").hides("sparat ");
}
