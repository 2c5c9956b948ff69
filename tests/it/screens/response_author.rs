//! Who gave a response can be seen and changed in its line.

use vidpennan::store::{self, Store};

use crate::support::app::{Driver, now, start_at_pen};
use crate::support::room::entries_of;

/// At the pen, below a response of Siv Ek; she and Per Bo are known.
fn answered() -> Driver {
    let mut app = start_at_pen();
    app.keys("> Ett @\"Per Bo\"<enter>> Två @\"Siv Ek\"<enter>! Ny utm R<enter>");
    app.keys("= Vi tar upp det @\"Siv Ek\"<enter>").shows("Återkoppling (svar): Vi tar upp det");
    app
}

/// The words of the only response, and who gave it.
fn given(app: &Driver) -> (String, String) {
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap().remove(0);
    let challenge =
        entries_of(&store, meeting.id).into_iter().find(|entry| entry.text == "Ny utm R").unwrap();
    let found = store::response::to(&store, challenge.id).unwrap().remove(0);
    (found.text, found.author.unwrap_or_default())
}

fn both(text: &str, author: &str) -> (String, String) {
    (text.to_owned(), author.to_owned())
}

#[test]
fn the_pen_shows_who_answered_and_heeds_another_name() {
    let mut app = answered();
    app.keys("<f2>").shows("✎  = Vi tar upp det @Siv Ek").keys("<enter>");
    assert_eq!(given(&app), both("Vi tar upp det", "Siv Ek"));
    app.keys("<f2><end><c-w><c-w>@Per").shows("återkoppling (svar) · Per Bo").keys("<enter>");
    assert_eq!(given(&app), both("Vi tar upp det", "Per Bo"));
    // Without a name it is one's own, and one's own has none.
    app.keys("<f2><end><c-w><c-w><enter>");
    assert_eq!(given(&app), both("Vi tar upp det", "Eva Lind"));
    app.keys("<f2>").shows("✎  = Vi tar upp det").hides("@Eva").keys("<end> @Siv Ek <lt>maj<enter>");
    assert_eq!(given(&app), both("Vi tar upp det", "Siv Ek"));
    // It is one step to undo.
    app.keys("<c-z>");
    assert_eq!(given(&app), both("Vi tar upp det", "Eva Lind"));
}

#[test]
fn names_and_tags_in_the_line_are_asked_about_as_in_any_other() {
    let mut app = answered();
    app.keys("<f2><end> #extra").shows("”#extra” blir text").keys("<enter>").shows("✎  = Vi");
    app.keys("<enter>");
    assert_eq!(given(&app), both("Vi tar upp det #extra", "Siv Ek"));
    // What was so before is not asked about again.
    app.keys("<f2> nog<enter>");
    assert!(given(&app).0.contains("nog"));
    app.keys("<f2><end> @Pe<esc>").shows("@Pe").keys("<enter>").shows("Per Bo").shows("✎  =");
}

#[test]
fn the_list_of_challenges_shows_and_heeds_the_name_too() {
    let mut app = answered();
    app.keys("<a-3>e<down><enter>").shows("Vi tar upp det @Siv Ek").keys("<end><c-w><c-w>@Per #x");
    app.keys("<enter>").shows("”#x” blir text").keys("<enter>");
    assert_eq!(given(&app), both("Vi tar upp det #x", "Per Bo"));
}
