//! In the lines at the foot of Utmaningar and Imorgon! names are offered and taken as at the pen.

use vidpennan::store::{self, Store};

use crate::support::app::{Driver, now, start_at_pen};

/// A challenge and two promises of Per Bo and Siv Ek, seen from another screen.
fn known(keys: &str) -> Driver {
    let mut app = start_at_pen();
    app.keys("> Ett @\"Per Bo\"<enter>> Två @\"Siv Ek\"<enter>! Ny utm R<enter>").keys(keys);
    app
}

fn persons(app: &Driver) -> Vec<String> {
    let store = Store::reader(app.path(), now()).unwrap();
    store::person::list(&store).unwrap().into_iter().map(|person| person.name).collect()
}

/// The owner of the promise with this text.
fn owner(app: &Driver, text: &str) -> Option<String> {
    app.entries().into_iter().find(|entry| entry.text == text).unwrap().owner
}

/// Who has answered the only challenge, and with what.
fn answer(app: &Driver) -> (String, String) {
    let challenge = app.entries().into_iter().find(|entry| entry.text == "Ny utm R").unwrap();
    let store = Store::reader(app.path(), now()).unwrap();
    let found = store::response::to(&store, challenge.id).unwrap().remove(0);
    (found.text, found.author.unwrap_or_default())
}

#[test]
fn a_promise_is_completed_with_a_name_of_the_register() {
    let mut app = known("<a-4>n");
    let before = persons(&app);
    app.keys("Lova @S").shows("@Siv Ek   Tab väljer").shows("Tab väljer  ").keys("<tab>");
    app.shows("> Lova @Siv Ek").hides("Tab väljer").keys("<enter>");
    assert_eq!(owner(&app, "Lova").as_deref(), Some("Siv Ek"));
    // The arrows choose among several, and Escape closes the list before the line.
    app.keys("Mer @").shows("@Per Bo").shows("@Siv Ek").keys("<down><tab><enter>");
    let first = owner(&app, "Mer");
    app.keys("Igen @<tab><enter>");
    assert!(first.is_some() && first != owner(&app, "Igen"), "{first:?}");
    app.keys("Slut @S").shows("Tab väljer").keys("<esc>").hides("Tab väljer").shows("> Slut @S");
    // What only begins as a name is asked about, and makes nobody.
    app.keys("i<esc><enter>").shows("Siv Ek").shows("> Slut @Si");
    assert_eq!(persons(&app), before);
    app.keys("<tab>").shows("> Slut @Si");
    app.keys("<f1>")
        .shows("Ett åtagande som skrivs")
        .shows("Ta förslaget")
        .keys("<esc><esc>")
        .hides("> Slut");
}

#[test]
fn an_answer_is_completed_and_tab_changes_its_kind_where_nothing_is_offered() {
    let mut app = known("<a-3>r");
    app.keys("Vi kollar @S").shows("@Siv Ek   Tab väljer").keys("<tab>").shows("› Vi kollar @Siv Ek");
    app.shows("på gång").keys("<tab>").shows("planerat").shows("› Vi kollar @Siv Ek").keys("<s-tab><enter>");
    assert_eq!(answer(&app), ("Vi kollar".to_owned(), "Siv Ek".to_owned()));
    // The same where it is corrected.
    app.keys("<f2><down><enter>").shows("› Vi kollar @Siv Ek").keys("<end><c-w><c-w>@P");
    app.shows("@Per Bo   Tab väljer").keys("<tab><enter>");
    assert_eq!(answer(&app), ("Vi kollar".to_owned(), "Per Bo".to_owned()));
}

#[test]
fn what_is_offered_can_be_clicked() {
    let mut app = known("<a-4>n");
    app.keys("Lova @S").shows("@Siv Ek   Tab väljer").click("@Siv Ek").shows("> Lova @Siv Ek");
    app.keys("<enter>");
    assert_eq!(owner(&app, "Lova").as_deref(), Some("Siv Ek"));
}
