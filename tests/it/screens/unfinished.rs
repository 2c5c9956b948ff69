//! The mark "hann inte": given by the key of the star, shown with a symbol of its own, found under Uppföljning.

use vidpennan::store::{self, Store};

use crate::support::app::{Driver, now, start};
use crate::support::room::entries_of;

/// Which entries of the newest meeting are starred, and which are unfinished.
fn marks(app: &Driver) -> (Vec<String>, Vec<String>) {
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let entries = entries_of(&store, meeting);
    let texts = |has: fn(&vidpennan::model::Entry) -> bool| {
        entries.iter().filter(|entry| has(entry)).map(|entry| entry.text.clone()).collect()
    };
    (texts(|entry| entry.starred), texts(|entry| entry.unfinished))
}

fn three_lines() -> Driver {
    let mut app = start();
    app.keys("nHeldag<enter>Första<enter>Andra<enter>> Tredje<enter>");
    app
}

#[test]
fn the_key_of_the_star_goes_on_to_unfinished_and_to_neither() {
    let mut app = three_lines();
    app.keys("<up><c-u>").shows("har fått en stjärna").shows("Andra ★");
    app.keys("<c-u>")
        .shows("Märkt ”hann inte”: ")
        .shows("Ctrl+Z ångrar")
        .shows("Andra ◐ hann inte")
        .hides("★");
    assert_eq!(marks(&app), (vec![], vec!["Andra".to_owned()]));
    app.keys("<c-u>").shows("har inget märke längre").hides("◐");
    assert_eq!(marks(&app), (vec![], vec![]));
    app.keys("<c-z>").shows("Ångrat: ta bort märket ”hann inte” på Andra").shows("Andra ◐ hann inte");
    app.keys("<c-z>").shows("Andra ★").hides("◐");
}

#[test]
fn all_that_are_marked_are_unfinished_together() {
    let mut app = three_lines();
    app.keys("<up><s-up><s-up><c-u><c-u>").shows("Märkt ”hann inte”: 2 inlägg");
    assert_eq!(marks(&app).1.len(), 2);
    app.keys("<esc><a-5>uu").shows("◐").keys("u");
}

#[test]
fn what_is_unfinished_is_listed_under_follow_up_whatever_it_is() {
    let mut app = three_lines();
    app.keys("/hann inte")
        .shows("kommando /hann inte · ”Tredje”")
        .keys("<enter>")
        .shows("Tredje ◐ hann inte");
    app.keys("<up><up><c-u><c-u><esc><esc>");
    app.keys("<c-p>visa det vi inte<enter>").shows("2 att komma tillbaka till").shows("◐ ");
    app.shows("Första").shows("Tredje").hides("Andra");
    app.keys("<esc>").hides("Första").shows("Tredje").keys("fhann inte<enter>").shows("Första");
    app.keys("<c-p>märk hann<enter>").shows("”Tredje” har inget märke längre");
}

#[test]
fn its_name_in_the_palette_means_it_and_not_the_star() {
    let mut app = three_lines();
    app.keys("<c-p>hann inte<enter>").shows("Tredje ◐ hann inte").hides("★");
}

#[test]
fn it_is_given_in_lists_and_shown_in_the_detail() {
    let mut app = three_lines();
    app.keys("<a-5>uu").shows("◐ Tredje").keys("<right>").shows("◐ hann inte");
    app.keys("h").shows("hann inte: nej → ja");
}

#[test]
fn it_goes_out_where_the_star_does() {
    let mut app = three_lines();
    app.keys("<c-u><c-u>");
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let words = vidpennan::i18n::Lang::Sv.words();
    let minutes = vidpennan::minutes::compose::compose(&store, meeting, words).unwrap();
    let json = serde_json::to_string(&minutes).unwrap();
    assert_eq!(json.matches("\"unfinished\":true").count(), 1, "{json}");
    let read: vidpennan::minutes::Minutes = serde_json::from_str(&json).unwrap();
    assert!(read.sections.iter().flat_map(|section| &section.entries).any(|entry| entry.unfinished));
}

#[test]
fn a_mark_that_is_removed_is_not_called_one_that_is_given() {
    let mut app = three_lines();
    app.keys("<c-u><c-u><c-u><c-p>historik<enter>").shows("Historik");
    app.shows("stjärnmärka Tredje").shows("märka ”hann inte” på Tredje");
    app.shows("ta bort märket ”hann inte” på Tredje");
}
