//! Saved views: named, called up, given another name, deleted; per list; with conditions about what is gone.

use vidpennan::model::{Facet, ViewedList};
use vidpennan::ops::{self, NewView};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start, start_over, start_with};
use crate::support::programme::programme;
use crate::support::room::options;

fn follow_up() -> Driver {
    start_over(Place::Tab(Tab::FollowUp), programme)
}

/// The list with a view of what Amina answers for, grouped by owner.
fn with_view() -> Driver {
    let mut app = follow_up();
    app.shows("Boka chefsdag").keys("famina<enter>b").hides("Boka chefsdag");
    app.keys("yAminas<enter>").shows("Vyn ”Aminas” är sparad").keys("<esc>");
    app
}

#[test]
fn what_a_list_shows_is_named_and_called_up_again() {
    let mut app = follow_up();
    app.keys("y").shows("Sparade vyer").shows("Ingen vy är sparad än").keys("<esc>").hides("Sparade vyer");
    let mut app = with_view();
    app.keys("vbb").shows("Boka chefsdag").shows("efter datum");
    app.keys("y").shows("▌ 1  Aminas").shows("Amina Berg · efter ansvarig");
    app.keys("1<enter>")
        .hides("Sparade vyer")
        .shows("Vyn ”Aminas” visas")
        .hides("Boka chefsdag")
        .shows("Se över lokalerna");
    app.keys("v").shows("Boka chefsdag").keys("y<enter>").hides("Boka chefsdag");
}

#[test]
fn the_same_name_saves_it_anew() {
    let mut app = with_view();
    app.keys("vyAminas<enter>")
        .shows("finns redan")
        .keys("<enter>")
        .shows("1  Aminas")
        .shows("efter ansvarig")
        .hides("Amina Berg · ")
        .hides("2  ");
}

#[test]
fn a_view_gets_another_name_and_is_deleted_and_that_is_undone() {
    let mut app = with_view();
    app.keys("y<f2>").shows("Enter ger vyn namnet").keys("<esc>").shows("1  Aminas");
    app.keys("<f2><c-w>Till Amina<enter>").shows("1  Till Amina").shows("Vyn heter ”Till Amina”");
    app.keys("<del>").shows("är borttagen").shows("Ingen vy är sparad än").keys("<esc><c-z>");
    app.keys("y").shows("1  Till Amina").keys("<esc><a-1>h");
    app.shows("spara vyn Aminas")
        .shows("byta namn på vyn Aminas → Till Amina")
        .shows("ta bort vyn Till Amina");
}

#[test]
fn the_history_says_what_a_view_holds() {
    let mut app = with_view();
    app.size(120, 40).keys("<a-1>h<enter>").shows("sparad vy, ny").shows("Uppföljning").shows("Amina Berg");
}

#[test]
fn each_list_has_its_own_views() {
    let mut app = with_view();
    app.keys("<a-3>y").shows("Ingen vy är sparad än").keys("Alla<enter>").shows("allt").keys("<esc>");
    app.keys("b").keys("yEfter svar<enter>").shows("2  Efter svar").shows("efter ansvarig").keys("<esc>b");
    app.keys("y2<enter>").shows("Vyn ”Efter svar” visas").keys("<a-4>y").shows("Ingen vy är sparad än");
    app.keys("<esc><a-5>y").shows("1  Aminas").hides("Efter svar");
}

#[test]
fn a_name_may_begin_with_a_digit() {
    let mut app = with_view();
    app.keys("y1 mars<enter>").shows("2  1 mars").shows("1  Aminas");
}

#[test]
fn a_condition_about_what_is_gone_says_so_and_nothing_fails() {
    let prepare = |store: &mut Store| {
        programme(store);
        let programme = store::programme::own(store).unwrap().map(|programme| programme.id);
        let facet = |code: &str, value: &str, label: &str| Facet {
            code: code.to_owned(),
            value: value.to_owned(),
            label: label.to_owned(),
        };
        for (name, facet) in [
            ("Olles", facet("owner", "Olle Ek", "Olle Ek")),
            ("Mötet", facet("meeting", "ffffffff-ffff-ffff-ffff-ffffffffffff", "Höstmötet")),
            ("Framtiden", facet("mood", "calm", "lugnt")),
        ] {
            let view = NewView {
                programme,
                list: ViewedList::FollowUp,
                query: String::new(),
                facets: vec![facet],
                grouping: "mood".to_owned(),
            };
            ops::save_view(store, view, name).unwrap();
        }
    };
    let mut app = start_over(Place::Tab(Tab::FollowUp), prepare);
    app.keys("y").shows("Olle Ek (finns inte längre)").shows("Höstmötet (finns inte längre)");
    app.shows("lugnt (finns inte längre)");
    app.keys("1<enter>").shows("Olle Ek (finns inte längre)").hides("Boka chefsdag");
    app.keys("y2<enter>").shows("Höstmötet (finns inte längre)").hides("Boka chefsdag");
    // What is not understood at all leaves nothing out.
    app.keys("y3<enter>").shows("Boka chefsdag").shows("efter datum");
}

#[test]
fn a_view_is_called_what_it_is_in_the_language_of_now() {
    let mut app = follow_up();
    app.keys("föppna<enter>yÖppna<enter><esc>v<c-p>språk<enter>y").shows("Saved views").keys("1<enter>");
    app.shows("The view “Öppna” is shown").hides("· öppna");
}

#[test]
fn the_words_of_a_search_are_a_view_too() {
    let mut app = follow_up();
    app.keys("<c-f>stress").wait_for("träff").keys("<a-y>Stress<enter>").shows("1  Stress").shows("”stress”");
    app.keys("<esc><c-w>mat<a-y>1<enter>").shows("Sök  stress").wait_till_gone("Skriva stödmaterial");
}

#[test]
fn the_box_is_usable_in_small_windows() {
    let mut app = with_view();
    app.keys("y");
    for (width, height) in [(40, 12), (30, 9), (80, 24)] {
        app.size(width, height).shows("Aminas").shows("Namn");
    }
}

#[test]
fn a_view_of_what_somebody_answers_for_follows_them_to_another_name() {
    let mut app = with_view();
    app.keys("v<c-p>personer<enter>famina<enter>e<c-w><c-w>Amina Falk<enter>")
        .shows("Amina Falk")
        .keys("<esc><a-5>");
    app.keys("y")
        .shows("1  Aminas")
        .shows("Amina Falk · efter ansvarig")
        .hides("Amina Berg")
        .keys("1<enter>");
    app.shows("Se över lokalerna").hides("Boka chefsdag").shows("Amina Falk");
    // It can be given another name without that the person is lost, and saved anew.
    app.keys("y<f2><c-w>Hennes<enter><esc>y1<enter>").shows("Vyn ”Hennes” visas").shows("Se över lokalerna");
}

#[test]
fn the_box_says_whose_views_they_are() {
    let mut app = start();
    app.keys("nHeldag<s-tab>Livsprogrammet<enter><a-5>yMina<enter>").shows("Sparade vyer · Livsprogrammet");
    app.keys("<esc><a-1>nSkolmöte<s-tab>Skolprogrammet<enter><a-5>y").shows("Sparade vyer · Skolprogrammet");
    app.shows("Ingen vy är sparad än");
}

#[test]
fn what_was_saved_before_there_was_a_programme_is_found_in_it() {
    let mut app = start();
    app.keys("<a-5>yAllas<enter><esc><a-1>nHeldag<s-tab>Livsprogrammet<enter><a-5>y").shows("Livsprogrammet");
    app.shows("Allas");
}

#[test]
fn another_name_is_no_number_and_not_that_of_another_view() {
    let mut app = follow_up();
    app.keys("yEtt<enter>Två<enter>").shows("1  Ett").shows("2  Två").keys("<up>");
    app.keys("<f2><c-u>7<enter>").shows("Ingen vy har nummer 7").shows("1  Ett");
    app.keys("<c-u>två<enter>").shows("En annan vy heter ”två”").shows("1  Ett");
    app.keys("<c-u>ETT<enter>").shows("1  ETT");
}

#[test]
fn a_view_is_there_when_the_program_is_opened_again() {
    let mut app = with_view();
    let store = Store::open(app.path(), options()).unwrap();
    app.signal();
    let mut app = start_with(store, Place::Tab(Tab::FollowUp));
    app.shows("Boka chefsdag").keys("y1<enter>").shows("Vyn ”Aminas” visas").hides("Boka chefsdag");
}
