//! Slips of the day: a key that counts elsewhere, a receipt that was true before. What is seen is so, and a key that
//! does nothing says it.

use chrono::NaiveDate;
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{start, start_at, start_at_pen, start_over};
use crate::support::programme::meet;

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

#[test]
fn the_line_after_a_refused_one_is_a_line_of_its_own_and_the_refused_one_comes_back() {
    for refused in ["Vi ses <lt>31/2", "> Ring @Amna", "/bort"] {
        let mut app = start_at_pen();
        app.keys("En sak @Amina<enter>");
        let shown = refused.replace("<lt>", "<");
        app.keys(refused).keys("<enter>Nästa rad").shows("✎  Nästa rad").shows(&format!("Väntar: ”{shown}”"));
        app.keys("<enter>").shows(&format!("✎  {shown}")).keys("Tredje raden<enter>");
        let texts: Vec<String> = app.entries().into_iter().map(|entry| entry.text).collect();
        assert_eq!(texts, ["En sak", "Nästa rad", "Tredje raden"], "{refused}");
        app.shows(&format!("✎  {shown}"));
    }
}

#[test]
fn a_refused_line_is_gone_on_with_by_a_key_that_edits_or_a_blank_and_saved_by_enter() {
    let mut app = start_at_pen();
    app.keys("Vi ses <lt>31/2<enter>X").shows("✎  X").keys("<c-z>").shows("✎  Vi ses <31/2");
    app.keys(" kl. 9").shows("✎  Vi ses <31/2 kl. 9");
    let mut app = start_at_pen();
    app.keys("Vi ses <lt>31/2<enter><bs>1").shows("✎  Vi ses <31/1");
    app.keys("<bs>2<enter>Annat");
    assert_eq!(app.signal().len(), 2, "both lines are kept");
    let mut app = start_at_pen();
    app.keys("Vi ses <lt>31/2<enter><enter>");
    assert_eq!(app.entries()[0].text, "Vi ses <31/2");
    app.keys(">").keys(" <enter>").keys("Ringa<enter>");
    assert_eq!(app.entries()[1].text, "Ringa", "only a marker wants words");
}

#[test]
fn what_is_no_line_yet_is_not_saved() {
    for alone in ["/", "@", "<lt>", "=", "!"] {
        let mut app = start_at_pen();
        app.keys(alone).keys("<enter>").shows("Skriv några ord efter tecknet");
        assert_eq!(app.entries(), []);
    }
}

#[test]
fn a_person_is_made_by_a_command_only_when_that_is_confirmed() {
    let mut app = start_at_pen();
    app.keys("> Ringa<enter>/ansvarig Bo").shows("Bo (ny person)").keys("<enter>");
    app.shows("”Bo” blir en ny person").shows("✎  /ansvarig Bo");
    assert_eq!(app.entries()[0].owner, None);
    app.keys("<enter>").shows("Sparat: Bo");
    assert_eq!(app.entries()[0].owner.as_deref(), Some("Bo"));
    app.keys("/ansvarig Bo <lt>fre<enter>").shows("Sparat: Bo · fredag 6 mars");
}

#[test]
fn an_answer_to_marks_that_cannot_be_answered_is_not_promised() {
    let mut app = start_at_pen();
    app.keys("! Svårt att hitta<enter>> Lova<enter>> Lova mer<enter><s-up>").shows("1 markerad");
    app.keys("= ja").hides("på U-1").shows("Bara utmaningar får återkoppling");
}

#[test]
fn a_new_meeting_is_not_taken_away_unasked() {
    let mut app = start_at_pen();
    app.keys("<c-z>").shows("Ångra: skapa mötet").shows("Hela mötet tas bort").keys("<esc>");
    app.keys("Rad<enter>");
    assert_eq!(app.entries().len(), 1);
}

#[test]
fn a_comment_of_a_check_in_comes_back_after_escape() {
    let mut app = start_at_pen();
    app.keys("> Ringa<enter><a-4>ckHar ringt<enter><esc><esc>").hides("Har ringt").shows("Ctrl+Z");
    app.keys("<c-z>").shows("Har ringt").keys("j");
}

#[test]
fn a_date_of_another_year_says_its_year_in_an_old_meeting() {
    let old = NaiveDate::from_ymd_opt(2018, 12, 5).unwrap();
    let mut app = start_over(Place::Tab(Tab::Meetings), |store| drop(meet(store, "Gammalt", old)));
    app.keys("<enter>").shows("2018").keys("> Cykla <lt>fre").shows("7 december 2018");
}

#[test]
fn the_settings_are_gone_to_from_the_pages_too() {
    for page in ["<c-x>", "<c-o>"] {
        let mut app = start_at_pen();
        app.keys("! En rad<enter>")
            .keys(page)
            .keys("<a-,>")
            .shows("Inställningar")
            .hides("går inte att använda");
    }
}

#[test]
fn a_query_that_is_called_up_is_the_one_that_is_asked_next() {
    let mut app = start_at_pen();
    app.keys("Tid att lyssna<enter>Rum att vila<enter><c-f>tid").keys("<a-y>Tider<enter><esc>");
    app.keys("<c-f><c-u>rum<a-y>1<enter>")
        .wait_for("Tid att lyssna")
        .keys("<esc><c-f>")
        .wait_for("Tid att lyssna");
}

#[test]
fn a_line_of_a_box_is_described_in_the_language_that_was_chosen() {
    let mut app = start_at_pen();
    app.keys("<a-4>nJag ringer").shows("åtagande").keys("<c-p>språk<enter>").shows("commitment");
}

#[test]
fn a_list_that_goes_on_says_so_in_a_low_window() {
    let mut app = start_at_pen();
    app.keys("En rad<enter>").size(40, 12).keys("<c-t>").shows("↓ ");
}

#[test]
fn a_command_that_comes_back_is_for_the_row_that_it_was_typed_for() {
    let mut app = start_at_pen();
    app.keys("> Ringa<enter>/ansvarig Bo<enter>> Mejla<enter>").shows("✎  /ansvarig Bo").keys("<enter>");
    let owners: Vec<Option<String>> = app.entries().into_iter().map(|entry| entry.owner).collect();
    assert_eq!(owners, [Some("Bo".to_owned()), None]);
}

#[test]
fn in_a_box_too_the_line_after_a_refused_one_is_a_line_of_its_own() {
    let mut app = start_at_pen();
    app.keys("> Ringa @Amina<enter><a-4>nVi ses <lt>31/2<enter>Nästa rad")
        .shows(" > Nästa rad")
        .shows("Väntar: ”Vi ses <31/2”")
        .hides("Enter igen")
        .keys("<enter>");
    app.shows(" > Vi ses <31/2").keys("Tredje raden<enter>").shows(" > Vi ses <31/2");
    let texts: Vec<String> = app.entries().into_iter().map(|entry| entry.text).collect();
    assert_eq!(texts, ["Ringa", "Nästa rad", "Tredje raden"]);
    app.keys("<bs>1<enter>").hides("<31/1");
    assert_eq!(app.entries().len(), 4);
    app.keys("Vi ses <lt>31/2<enter>Halv rad");
    assert_eq!(app.signal().len(), 2, "both lines are kept");
}

#[test]
fn in_a_low_window_too_it_is_said_that_a_refused_line_waits() {
    let mut app = start_at_pen();
    app.size(40, 12).keys("Vi ses <lt>31/2<enter>Nästa").shows("✎  Nästa").shows("Väntar: ”Vi ses <31/2”");
}
