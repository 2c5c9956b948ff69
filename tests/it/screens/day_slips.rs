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

#[test]
fn several_lines_pasted_in_a_box_are_shown_as_rows() {
    for (tab, key) in [("<a-4>", "n"), ("<a-3>", "r")] {
        let mut app = start_at_pen();
        app.keys("! Vem tar det?<enter>").keys(tab).keys(key);
        app.paste("Första\n> Andra @Sof\nTredje <fre").shows("Första").shows("Andra").shows("3 rader");
    }
}

#[test]
fn a_table_that_the_room_does_not_have_is_asked_about_in_a_box_and_the_table_is_shown() {
    let mut app = start_at_pen();
    app.keys("<a-4>n/bord 3<enter>").shows("Bord 3");
    let mut app = start_at_pen();
    app.keys("/bord 3<enter>/bord 0<enter>").shows("Raderna hör inte till något bord nu");
}

#[test]
fn a_box_says_what_it_has_saved() {
    for (line, said) in [
        ("! Ny utmaning", "Sparat: utmaning"),
        ("? En fråga", "Sparat: fråga"),
        ("Lovar något", "Åtagandet är sparat"),
    ] {
        start_at_pen().keys("<a-4>n").keys(line).keys("<enter>").shows(said);
    }
    let mut app = start_at_pen();
    app.keys("! Vem tar det?<enter><a-3>r> Jag ringer<enter>").shows("Åtagandet är sparat");
    let mut app = start_at_pen();
    app.keys("<a-4>n# Helt nytt<enter>").shows("Helt nytt").hides("Det här ska jag göra imorgon!   ");
}

#[test]
fn an_owner_that_is_not_understood_stays_in_the_pen() {
    for line in ["/ansvarig Bo Ek", "/ansvarig Eva <lt>vår"] {
        let mut app = start_at_pen();
        app.keys("> Ringa<enter>").keys(line).keys("<enter>").shows("Efter /ansvarig skrivs vem");
        app.shows(&line.replace("<lt>", "<")).hides("Ansvarig och datum");
    }
}
