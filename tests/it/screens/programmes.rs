//! Programmes in the interface: chosen or made in the meeting's form, changed, and what goes out about them.

use vidpennan::store::{self, Store};

use crate::support::app::{Driver, now, start};

/// The title of every meeting with what it belongs to, the newest first.
fn belongs(app: &Driver) -> Vec<(String, String)> {
    let store = Store::reader(app.path(), now()).unwrap();
    let programmes = store::programme::list(&store).unwrap();
    let name = |id| programmes.iter().find(|known| Some(known.id) == id).map(|known| known.name.clone());
    let meetings = store::meeting::list(&store).unwrap().into_iter();
    meetings.map(|meeting| (meeting.title, name(meeting.programme).unwrap_or_default())).collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(title, programme)| ((*title).to_owned(), (*programme).to_owned())).collect()
}

/// Two meetings, each in a programme that was made with it; the list of meetings is shown.
fn two_programmes() -> Driver {
    let mut app = start();
    app.keys("nHeldag<s-tab>Livskvalitetsprogrammet<enter><a-1>");
    app.keys("nSkolmöte<tab><tab>5 mars<s-tab><s-tab><s-tab>Skolprogrammet<enter><a-1>");
    app
}

#[test]
fn a_programme_is_made_in_the_form_of_a_meeting_and_the_next_meeting_begins_with_it() {
    let mut app = start();
    app.keys("nHeldag<s-tab>").shows("Program").shows("Lämna tomt");
    app.keys("Livskvalitetsprogrammet").shows("Livskvalitetsprogrammet blir ett nytt program.");
    app.keys("<enter>").shows("Mötet är skapat").keys("<a-1>nKvällsmöte<s-tab>");
    app.shows("Livskvalitetsprogrammet").shows("Som i ditt senaste möte.").hides("nytt program");
    app.keys("<enter><a-1>");
    let both = [("Kvällsmöte", "Livskvalitetsprogrammet"), ("Heldag", "Livskvalitetsprogrammet")];
    assert_eq!(belongs(&app), owned(&both));
    app.keys("nFri träff<s-tab><bs><enter><a-1>");
    assert_eq!(belongs(&app)[0], ("Fri träff".to_owned(), String::new()));
}

#[test]
fn a_programme_is_completed_and_a_slip_makes_no_second_one() {
    let mut app = two_programmes();
    app.keys("nMöte tre<s-tab>liv").shows("▌ Livskvalitetsprogrammet").keys("<tab><enter>");
    app.keys("<a-1>nMöte fyra<s-tab>Livs<esc><enter>").shows("Menar du Livskvalitetsprogrammet?");
    app.keys("<c-w>skolprogrammet<enter><a-1>");
    let store = Store::reader(app.path(), now()).unwrap();
    assert_eq!(store::programme::list(&store).unwrap().len(), 2);
    let fourth = belongs(&app).into_iter().find(|(title, _)| title == "Möte fyra");
    assert_eq!(fourth.unwrap().1, "Skolprogrammet");
}

#[test]
fn the_programme_of_a_meeting_is_chosen_in_its_form_and_that_is_undone() {
    let mut app = two_programmes();
    app.keys("e<s-tab>").shows("Skolprogrammet").keys("Tredje programmet<enter>");
    app.shows("Mötet är ändrat");
    assert_eq!(belongs(&app)[0].1, "Tredje programmet");
    app.keys("<c-z>");
    assert_eq!(belongs(&app)[0].1, "Skolprogrammet");
    let store = Store::reader(app.path(), now()).unwrap();
    assert_eq!(store::programme::list(&store).unwrap().len(), 2, "what was made with it is gone");
}

#[test]
fn a_meeting_is_moved_to_another_programme_and_that_is_undone() {
    let mut app = two_programmes();
    app.keys("m")
        .shows("Flytta mötet till ett program")
        .shows("Finns: Livskvalitetsprogrammet, Skolprogrammet.");
    app.keys("livskvalitetsprogrammet<enter>")
        .shows("Mötet hör till Livskvalitetsprogrammet · Ctrl+Z ångrar");
    assert_eq!(belongs(&app)[0].1, "Livskvalitetsprogrammet");
    app.keys("<c-z>").shows("Ångrat: flytta mötet Skolmöte");
    assert_eq!(belongs(&app)[0].1, "Skolprogrammet");
    app.keys("m<bs><enter>").shows("Mötet hör inte till något program");
    app.keys("h").shows("flytta mötet Skolmöte").keys("<enter>").shows("program: Skolprogrammet → –");
}

#[test]
fn the_programmes_that_there_are_can_be_read_in_the_form_of_a_new_meeting() {
    let mut app = two_programmes();
    app.keys("<a-1>n<tab><tab><tab><tab><tab><tab><tab><tab><tab>").shows("Livskvalitetsprogrammet,");
}

#[test]
fn a_meeting_is_moved_from_the_pen() {
    let mut app = two_programmes();
    app.keys("<enter><c-p>flytta mötet<enter>").shows("Flytta mötet till ett program");
    app.keys("Tredje<enter>").shows("Mötet hör till Tredje");
    assert_eq!(belongs(&app)[0], ("Skolmöte".to_owned(), "Tredje".to_owned()));
}

#[test]
fn a_programme_gets_another_name_values_and_goals_and_that_is_undone() {
    let mut app = two_programmes();
    app.keys("<c-p>värdeord<enter>").shows("Skolprogrammet");
    app.keys("<c-w>Livskvalitetsprogrammet<enter>")
        .shows("Det finns redan ett program Livskvalitetsprogrammet.");
    app.keys("<c-w>Skola för alla<tab>trygghet; lust<tab>Alla når målen<enter>");
    app.shows("Skola för alla är ändrat · Ctrl+Z ångrar");
    let store = Store::reader(app.path(), now()).unwrap();
    let programme = store::programme::list(&store).unwrap().remove(1);
    assert_eq!(programme.name, "Skola för alla");
    assert_eq!((programme.values, programme.goals.len()), (vec!["trygghet".into(), "lust".into()], 1));
    assert_eq!(belongs(&app)[0].1, "Skola för alla");
    app.keys("<c-z>").shows("Ångrat: ändra programmet Skolprogrammet → Skola för alla");
    assert_eq!(belongs(&app)[0].1, "Skolprogrammet");
    let mut app = start();
    app.keys("nHeldag<enter><c-p>värdeord<enter>").shows("Mötet hör inte till något program.");
}

#[test]
fn the_programme_is_after_the_title_where_there_are_several() {
    let mut app = start();
    app.keys("nHeldag<s-tab>Livskvalitetsprogrammet<enter><a-1>").shows("Heldag").hides("Livskvalitet");
    app.keys("nSkolmöte<s-tab>Skolprogrammet<enter><a-1>");
    app.shows("Heldag · Livskvalitetspro").shows("Skolmöte · Skolprogrammet");
    app.shows("rundabordssamtal · Skolprogrammet");
}

#[test]
fn the_export_page_offers_the_programme_of_an_own_meeting_and_the_paper_carries_its_name() {
    let mut app = two_programmes();
    app.keys("x").wait_for_answer();
    app.keys("<right><right>").shows("Gäller hela programmet");
    app.wait_for("Åtgärdslista: Skolprogrammet").hides("Åtgärdslista: Skolmöte");
}
