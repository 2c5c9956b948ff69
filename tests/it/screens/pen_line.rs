//! The pen's own line: what it writes in, what Escape and undo mean while something is written, and that nothing else
//! happens then.

use vidpennan::store::Store;
use vidpennan::store::work::{self, Filter};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, start, start_over};
use crate::support::programme::{day, meet};

/// Today's meeting and one of December, in which somebody spoke of avtal.
fn two_meetings(store: &mut Store) {
    let old = meet(store, "Anteckningar från Heja LKP", day(12, 10));
    old.challenge(store, "Avtalen är för långa");
    let today = meet(store, "Framtidsveckan", day(3, 4));
    today.challenge(store, "Ingen vet vem som äger frågan");
}

fn at(tab: Tab) -> Driver {
    start_over(Place::Tab(tab), two_meetings)
}

#[test]
fn the_pen_says_which_meeting_it_writes_in_unless_it_is_todays() {
    let mut app = at(Tab::RoundTable);
    app.shows("Framtidsveckan").hides("Skriver i:");
    app.keys("<c-f>avtal")
        .wait_for("1 träff")
        .keys("<enter>")
        .shows("Skriver i: Heja LKP, ons 10 dec 2025 · Alt+Home dagens möte");
    app.keys("<a-home>").shows("Framtidsveckan · ons 4 mar").hides("Skriver i:");
    app.keys("<c-f>avtal")
        .wait_for("1 träff")
        .keys("<enter>")
        .shows("Skriver i:")
        .keys("/idag<enter>")
        .hides("Skriver i:");
}

#[test]
fn without_a_meeting_of_today_the_way_there_says_so() {
    let mut app = start_over(Place::Tab(Tab::RoundTable), |store| {
        meet(store, "Heja", day(12, 10));
    });
    app.shows("Skriver i: Heja").keys("<a-home>").shows("Inget möte har dagens datum");
}

#[test]
fn escape_leads_back_to_the_hits_and_the_pen_writes_where_it_did() {
    let mut app = at(Tab::RoundTable);
    app.keys("<c-f>avtal").wait_for("1 träff").keys("<enter>").shows("Skriver i: Heja LKP");
    app.keys("<esc>").shows("Sök  avtal").shows("1 träff");
    app.keys("<esc>").shows("Framtidsveckan").hides("Skriver i:");
}

#[test]
fn escape_leads_back_to_the_list_that_one_came_from() {
    let mut app = at(Tab::Challenges);
    app.keys("<home>m").shows("Skriver i: Heja LKP").keys("<esc>").shows("2 obesvarade").shows("▌   U-1");
    let mut app = at(Tab::Meetings);
    app.keys("<end><enter>").shows("Skriver i: Heja LKP").keys("<esc>").shows("1 Möten").hides("Skriver i:");
    // Whoever goes elsewhere by themselves has not come from there any more.
    app.keys("<end><enter><a-3><a-2><esc>").shows("Skriver i: Heja LKP");
}

#[test]
fn escape_empties_the_line_and_undo_brings_it_back() {
    let mut app = start();
    app.keys("nFramtidsveckan<enter><a-2>Ett<enter>");
    app.keys("! Halv rad<esc>").hides("Halv rad").shows("Raden är tömd · Ctrl+Z tar tillbaka den");
    app.keys("<c-z>").shows("! Halv rad").keys(" till<enter>").shows("!  Halv rad till");
    app.keys("<c-z>").hides("Halv rad till").shows("-  Ett");
}

#[test]
fn undo_means_the_typing_while_there_is_typing() {
    let mut app = start();
    app.keys("nFramtidsveckan<enter><a-2>Ett<enter>Köp mer");
    app.keys("<c-z>").hides("Köp mer").shows("Köp").shows("-  Ett").keys("<c-y>").shows("Köp mer");
    app.keys("<c-z><c-z>").hides("Köp").shows("-  Ett").keys("<c-z>").hides("-  Ett");
}

#[test]
fn nothing_is_done_to_the_chosen_entry_while_a_line_is_half_written() {
    let mut app = start();
    app.keys("nFramtidsveckan<enter><a-2>! Ett<enter>! Två<enter><up>halv");
    let entries = |app: &Driver| {
        let store = Store::reader(app.path(), now()).unwrap();
        work::list(&store, &Filter::default(), 0, 9).unwrap()
    };
    let before = entries(&app);
    for key in ["<c-d>", "<c-u>", "<c-t>", "<c-a>", "<c-l>", "<c-g>", "<c-r>", "<a-up>", "<c-up>"] {
        app.keys(key).shows("Raden är inte sparad än").shows("halv");
        assert_eq!(entries(&app), before, "{key}");
    }
    app.keys("<f2>").shows("rättar U-").keys("<c-d>").shows("Rättelsen är inte sparad än").keys("<esc>");
    app.shows("halv").keys("<esc><c-u>").shows("har fått en stjärna");
}
