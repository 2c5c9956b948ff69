//! A hit that is a response opens with that response chosen, and what is done next is done to it.

use vidpennan::store::Store;
use vidpennan::store::work::{self, Filter};

use crate::support::app::{Driver, now, start_at_pen};

/// Two challenges with responses, found from another place.
fn found() -> Driver {
    let mut app = start_at_pen();
    app.keys("! Ingen äger frågan<enter>= Nej tack<enter>= Cheferna tar det<enter>! Mörkt<enter>Rad<enter>");
    app.keys("<a-5><c-f>cheferna").wait_for("Cheferna").keys("<enter>").shows("Bordssamtal");
    app
}

/// The responses to all challenges, in order.
fn responses(app: &Driver) -> Vec<String> {
    let store = Store::reader(app.path(), now()).unwrap();
    let listed = work::list(&store, &Filter::default(), 0, 99).unwrap();
    listed.into_iter().flat_map(|work| work.responses).map(|response| response.text).collect()
}

#[test]
fn it_is_edited_deleted_turned_and_its_history_is_shown() {
    let mut app = found();
    app.keys("<f2>").shows("✎  = Cheferna tar det").keys(" i mars<enter>");
    assert_eq!(responses(&app), ["Nej tack", "Cheferna tar det i mars"]);
    found().keys("<c-t>").shows("Gör om eller flytta återkopplingen på U-1");
    found().keys("<c-p>inläggets historia<enter>").shows("Historia  ↳ Cheferna tar det");
    let mut app = found();
    app.keys("+ nu<enter>");
    assert_eq!(responses(&app), ["Nej tack", "Cheferna tar det nu"]);
    let mut app = found();
    app.keys("<c-d>");
    assert_eq!(responses(&app), ["Nej tack"]);
}

#[test]
fn escape_leads_back_to_the_hits_and_an_entry_is_chosen_as_before() {
    let mut app = found();
    app.keys("<esc>").shows("Sök").keys("<c-w>mörkt").wait_for("Mörkt").keys("<enter><f2>");
    app.shows("✎  ! Mörkt");
}
