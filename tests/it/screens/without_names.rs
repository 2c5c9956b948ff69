//! Meetings that are written without names: no pen takes `@`, and none offers it.

use vidpennan::store::{self, Store};

use crate::support::app::{Driver, now, start};
use crate::support::room::entries_of;

/// The texts of the newest meeting with who said each.
fn said(app: &Driver) -> Vec<(String, Option<String>)> {
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let entries = entries_of(&store, meeting);
    entries.into_iter().map(|entry| (entry.text, entry.speaker)).collect()
}

/// Everybody that an entry of the newest meeting names.
fn named(app: &Driver) -> Vec<String> {
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    entries_of(&store, meeting).into_iter().flat_map(|entry| [entry.owner, entry.speaker]).flatten().collect()
}

/// A meeting that is made without names, with the pen in it; the register knows Anna Berg.
fn without_names() -> Driver {
    let mut app = start();
    app.keys("nFörra mötet<enter>Något @Anna_Berg<enter><a-1>");
    app.keys("nHeldag<s-tab><s-tab>").shows("‹ som vanligt ›").keys("<right>").shows("‹ inga namn ›");
    app.shows("Utan namn tar pennan inte emot @.").keys("<enter>").shows("Mötet är skapat");
    app
}

#[test]
fn the_pen_takes_no_name_and_offers_none() {
    let mut app = without_names();
    app.keys("@An").hides("@Anna Berg").keys("na tycker").shows("Det här mötet skrivs utan namn.");
    app.keys("<enter>").shows("@Anna tycker");
    assert_eq!(said(&app), []);
    app.keys("<esc>Någon tycker<enter>");
    assert_eq!(said(&app), [("Någon tycker".to_owned(), None)]);
    for line in ["+ @Anna", "s/Någon/@Anna/", "! Svårt @Anna"] {
        app.keys(line).keys("<enter>").shows("Det här mötet skrivs utan namn.").keys("<esc>");
    }
    assert_eq!(said(&app).len(), 1);
    app.keys("mejla till anna@exempel.se<enter>");
    assert_eq!(said(&app).len(), 2, "an address begins no name");
    app.keys("/ansvarig Anna<enter>").shows("Det här mötet skrivs utan namn.");
}

#[test]
fn a_line_that_is_corrected_gets_no_name_but_may_keep_one() {
    let mut app = without_names();
    app.keys("Någon tycker<enter><up><f2> @Anna<enter>").shows("Det här mötet skrivs utan namn.");
    assert_eq!(said(&app), [("Någon tycker".to_owned(), None)]);
    app.keys("<esc><esc><a-1><down><enter><c-p>ändra mötet<enter><s-tab><s-tab><right><enter>");
    app.keys("<up><f2> nytt<enter>");
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap()[1].id;
    let entry = entries_of(&store, meeting).remove(0);
    assert_eq!((entry.text.as_str(), entry.speaker.as_deref()), ("Något nytt", Some("Anna Berg")));
}

#[test]
fn a_response_and_a_promise_take_no_name_either() {
    let mut app = without_names();
    app.keys("! Svårt<enter>= Vi ser över det @Anna<enter>").shows("Det här mötet skrivs utan namn.");
    app.keys("<esc><a-3>rVi ser @Anna<enter>").shows("Det här mötet skrivs utan namn.");
    app.keys("<esc><a-4>nRinga @Anna<enter>").shows("Det här mötet skrivs utan namn.");
    assert_eq!(said(&app).len(), 1);
}

#[test]
fn pasted_rows_with_names_are_not_ticked() {
    let mut app = without_names();
    app.paste("Vi behöver mer tid\n@Anna vill ha mer kaffe\nBussen är sen\n").shows("2 av 3 rader");
    app.keys("<down>").shows("@Anna vill ha mer kaffe").keys("<enter>");
    assert_eq!(said(&app).len(), 2);
}

#[test]
fn the_switch_is_in_the_form_of_a_meeting_and_is_undone() {
    let mut app = start();
    app.keys("nHeldag<enter>@Anna hej<enter><a-1>e<s-tab><s-tab><right><enter>").shows("inga namn");
    app.keys("<enter>@Anna hej<enter>").shows("Det här mötet skrivs utan namn.").keys("<esc><a-1>h<enter>");
    app.shows("utan namn: nej → ja").keys("<esc><esc><a-1><c-z>").shows("Ångrat: ändra mötet Heldag");
    app.hides("inga namn").keys("<enter>@Anna hej<enter>");
    assert_eq!(said(&app).len(), 2);
}

#[test]
fn no_form_and_no_command_names_anybody() {
    let mut app = without_names();
    app.keys("! Svårt<enter>> Ringa<enter>");
    // Who answers for it: nothing is completed, and a name is refused where it is written.
    app.keys("<c-a>An").shows("Det här mötet skrivs utan namn.").hides("Anna Berg").keys("na<enter>");
    app.shows("Det här mötet skrivs utan namn.").shows("Ansvarig").keys("<esc>");
    app.keys("<home><s-down><s-down><c-a>Anna<enter>").shows("Det här mötet skrivs utan namn.");
    app.keys("<esc><esc><c-t>t<enter>").shows("Det här mötet skrivs utan namn.").hides("Vem:");
    app.keys("/flytta talare Anna<enter>").shows("Det här mötet skrivs utan namn.").keys("<esc><esc>");
    app.keys("/åtgärd<enter>").shows("Gör en åtgärd av").keys("<tab>Anna<enter>");
    app.shows("Det här mötet skrivs utan namn.").keys("<esc><esc>");
    assert_eq!(named(&app), [""; 0]);
}

#[test]
fn no_text_that_is_edited_gets_a_name() {
    let mut app = without_names();
    app.keys("! Svårt<enter>= Vi ser över det<enter><a-3><home>");
    for form in ["e<enter>", "e<down><enter>"] {
        app.keys(form).keys("<end> @Anna<enter>").shows("Det här mötet skrivs utan namn.").keys("<esc><esc>");
    }
    app.keys("<a-2><end><f2><end> @Anna<enter>").shows("Det här mötet skrivs utan namn.");
    app.keys("<enter><esc><esc>");
    assert_eq!(said(&app), [("Svårt".to_owned(), None)]);
}

#[test]
fn a_row_with_a_name_is_not_pasted_though_it_is_ticked() {
    let mut app = without_names();
    app.paste("Vi behöver mer tid\n@Anna vill ha mer kaffe\n").keys("<down><space><enter>");
    app.shows("Det här mötet skrivs utan namn.");
    assert_eq!(said(&app), []);
}

#[test]
fn a_response_with_a_name_is_not_moved_there_and_nobody_is_named_at_the_end() {
    let mut app = start();
    app.keys("nFörra mötet<enter>! Gammalt<enter>= @Anna_Berg Vi ser över det<enter>! Annat<enter>= Eget svar<enter>");
    app.keys("<a-1>nHeldag<s-tab><s-tab><right><enter>! Svårt<enter>");
    app.keys("<a-1><down><enter><home><down><c-t>u<enter>").shows("Flytta återkopplingen till");
    app.keys("Svårt<enter>").shows("Det här mötet skrivs utan namn.").keys("<esc>").shows("Vi ser över det");
    // What was written by whoever holds the pen here can be moved.
    app.keys("<end><down><c-t>u<enter>Svårt<enter>").shows("Återkopplingen hör nu till");

    app.keys("<a-1><home>e<s-tab><s-tab><s-tab>Anna Berg, ordförande<enter>").shows("Skriv bara titlar");
    app.keys("<c-w><c-w><c-w>, ordförande<enter>").hides("Skriv bara titlar");
    let store = Store::reader(app.path(), now()).unwrap();
    let signoff = store::meeting::list(&store).unwrap()[0].signoff.clone();
    assert_eq!(
        signoff.into_iter().map(|it| (it.name, it.role)).collect::<Vec<_>>(),
        [(String::new(), "ordförande".to_owned())]
    );
}

#[test]
fn no_heading_has_a_name() {
    let mut app = without_names();
    app.keys("# @Sofie<enter>").shows("Det här mötet skrivs utan namn.").keys("<esc>");
    app.keys("<c-p>nytt avsnitt<enter>").keys("<c-u>@Sofie<enter>").shows("utan namn");
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let headings = store::section::list(&store, meeting).unwrap();
    assert!(headings.iter().all(|section| !section.heading.contains('@')));
}

#[test]
fn a_pasted_row_with_a_name_is_not_promised_to_be_saved() {
    let mut app = without_names();
    app.paste("! Svårt för @Anna\nNågot annat").keys("<home><space><enter>");
    app.shows("Mellanslag bockar av raden")
        .hides("Enter igen")
        .keys("<enter>")
        .shows("Mellanslag bockar av raden");
    app.hides("! Svårt").keys("<space><enter>").hides("Det gick inte");
    assert_eq!(said(&app), [("Något annat".to_owned(), None)]);
}

#[test]
fn the_line_of_whom_was_named_before_is_whole_though_the_meeting_has_no_names_now() {
    let mut app = start();
    app.keys("nMöte<enter>! Mörkt @Anna_Berg #ljus<enter><a-1>e<s-tab><s-tab>").shows("‹ som vanligt ›");
    app.keys("<right><enter><a-2><f2>").shows("! Mörkt @Anna").shows("#ljus").hides("så här ändras bara de");
    app.keys("<home><right><right><right><right><right><right><right> ute<enter>");
    assert_eq!(said(&app), [("Mörkt ute".to_owned(), Some("Anna Berg".to_owned()))], "{}", app.screen());
}
