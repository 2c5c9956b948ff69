//! Slips of a day and an evening: where one is after something was made or undone, what a field and a box take.

use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, start, start_at_pen, start_over};
use crate::support::programme::programme;

fn speakers(app: &Driver) -> Vec<Option<String>> {
    app.entries().into_iter().map(|entry| entry.speaker).collect()
}

#[test]
fn a_section_that_was_just_made_is_the_chosen_one() {
    let mut app = start();
    app.keys("nFramtidsveckan<enter><a-1>anEnergi<enter>").shows("▌ Energi");
    app.keys("nVatten<enter>").shows("▌ Vatten").keys("e<end> och luft<enter>").shows("▌ Vatten och luft");
}

#[test]
fn undo_of_a_new_section_ends_in_the_one_before() {
    let mut app = start_at_pen();
    app.keys("<tab><tab>").shows("▌ Utmaningar").keys("# Energi<enter># Vatten<enter>").shows("▌ Vatten");
    app.keys("<c-z>").shows("▌ Energi").keys("<c-z>").shows("▌ Utmaningar");
}

#[test]
fn of_two_meetings_today_the_pen_goes_to_the_one_written_in_last() {
    let mut app = start_at_pen();
    app.keys("Ett<enter><a-1>nEftermiddagen<enter>/möte Fram<enter>Två<enter>/möte Efter<enter>");
    app.shows("vid pennan   Eftermiddagen").keys("/idag<enter>").shows("vid pennan   Framtidsveckan");
    app.keys("/möte Efter<enter>Tre<enter>/möte Fram<enter>/idag<enter>").shows("vid pennan   Eftermiddagen");
}

#[test]
fn the_palette_over_the_meetings_knows_the_words_people_search_with() {
    for (typed, command) in [("redigera", "Ändra mötet"), ("status", "Hur långt anteckningarna")] {
        let mut app = start_over(Place::Tab(Tab::Meetings), programme);
        app.keys("<c-p>").keys(typed).shows(command).hides("Inga träffar");
    }
}

#[test]
fn history_says_which_answer_was_removed() {
    let mut app = start_at_pen();
    app.keys("! Ingen äger frågan<enter>! Avtalen är långa<enter><s-up><s-up>= Vi tar det i mars<enter>");
    app.keys("<del>").shows("borttagen från U-1 och finns kvar på U-2");
    app.keys("<a-1>h<enter>").shows("Vi tar det i mars  inte längre svar på U-1").hides("svar på,");
    app.keys("<esc>").keys("<a-2>Ett<enter><del><a-1>h<enter>").shows("inlägg, borttaget");
}

#[test]
fn a_field_of_a_form_is_emptied_as_in_a_shell() {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    app.keys("e").shows("Nätverksträff").keys("<end><c-u>Höstveckan").keys("<enter>").shows("Höstveckan");
    // At the pen the key marks the entry, with a line begun or not.
    let mut app = start_at_pen();
    app.keys("Ett<enter><c-u>").shows("Ett ★");
}

#[test]
fn the_speaker_of_the_last_line_is_put_right_in_three_keys() {
    let mut app = start_at_pen();
    app.keys("En sak @Amina<enter>En annan @Jonas<enter>! Fel person @Jonas<enter>");
    app.keys("<c-t>t").shows("t1  Jonas").shows("t2  Amina").keys("2").hides("Gör om eller flytta");
    assert_eq!(speakers(&app).pop().unwrap().as_deref(), Some("Amina"));
    // Sections have their numbers as well, and a row is taken with Enter, too.
    app.keys("<c-t>a")
        .shows("a1  Tips")
        .shows("a3  Utmaningar")
        .keys("3")
        .shows("finns nu under ”Utmaningar”");
    app.keys("/avsnitt Utm<enter><c-t>t<down><enter>");
    assert!(speakers(&app).iter().any(Option::is_some), "{}", app.screen());
    // Words that only begin so show no names.
    app.keys("<c-t>ti").hides("t1  ");
}

const NAMES: &str = "Amina Bertil Cesar Disa Erik Fatima Gustav Hedda Ingrid Jonas Karin Ludvig Moa Vera";

#[test]
fn one_digit_is_a_name_however_many_there_are() {
    let mut app = start_at_pen();
    for name in NAMES.split(' ') {
        app.keys(&format!("Sak @{name}<enter>"));
    }
    app.keys("Sist @Vera<enter><c-t>t").shows("t9  ").hides("t10").keys("3").hides("Gör om eller flytta");
    let last = Store::reader(app.path(), now()).map(|store| store::person::list(&store).unwrap().len());
    assert_eq!(last.unwrap(), 14);
    assert_ne!(speakers(&app).pop().unwrap().as_deref(), Some("Vera"));
}

#[test]
fn what_was_written_last_and_moved_is_what_the_next_verb_is_for() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>Två<enter>Fel plats<enter><c-t>a3").shows("finns nu under ”Utmaningar”").hides("▌ -");
    app.keys("<c-t>").shows("Gör om eller flytta ”Fel plats”").keys("4<enter>").shows("”Fel plats”: bord 4");
    app.keys("<c-u>").keys("/avsnitt Utm<enter>").shows("Fel plats ★");
    // A row that was walked to is left where it is: its neighbour is next.
    app.keys("/avsnitt Tips<enter><home><c-t>a3").shows("▌ -  Två");
}

#[test]
fn what_was_followed_up_is_asked_about_before_it_is_deleted() {
    let mut app = start_over(Place::Tab(Tab::Tomorrow), programme);
    app.keys("cj<esc>").keys("<end>d").shows("Den är uppföljd");
}

#[test]
fn a_window_that_grows_shows_every_row_that_fits() {
    let mut app = start_over(Place::Tab(Tab::FollowUp), programme);
    let grown = app.size(120, 40).screen();
    for (width, height) in [(40, 12), (80, 24), (30, 8)] {
        app.size(width, height);
        assert_eq!(app.size(120, 40).screen(), grown, "from {width}×{height}");
    }
}

#[test]
fn what_is_due_is_gone_through_from_the_meetings_and_the_palette_too() {
    for keys in ["c", "<c-p>gå igenom<enter>"] {
        let mut app = start_over(Place::Tab(Tab::Meetings), programme);
        app.keys(keys).shows("1 av");
    }
}

#[test]
fn what_is_due_is_said_once_in_the_first_line_and_then_only_in_the_tabs() {
    let mut app = start_over(Place::Tab(Tab::Meetings), programme);
    let said = |app: &Driver| app.screen().matches("att fråga om").count();
    assert_eq!(said(&app), 1, "{}", app.screen());
    app.keys("<a-3>");
    assert_eq!(said(&app), 0, "{}", app.screen());
    app.keys("<a-1>");
    assert_eq!(said(&app), 0, "{}", app.screen());
}

#[test]
fn what_was_done_on_another_page_or_under_a_box_is_undone_after_a_question_only() {
    let mut app = start_at_pen();
    app.keys("! Ny fråga<enter><a-3>rSvar<enter><esc>").shows("✓ svar");
    // What was done here is undone at once, what was done at the pen after a question, and so is what a page hides.
    app.keys("<c-z>")
        .shows("Ångrat: svara på")
        .keys("<c-z>")
        .shows("Ångra: anteckna")
        .shows("och syns inte här");
    app.keys("<esc><c-y>").shows("✓ svar").keys("h").shows("Historia").keys("<esc><a-5><c-z>");
    app.shows("och syns inte här").keys("<enter>").shows("Ångrat: svara på");
    // Whoever walks back goes on.
    app.keys("<c-z>").shows("Ångrat: anteckna").keys("<c-y><c-y><a-2>").shows("Ny fråga").shows("Svar");
    // The pen shows its section, and no views of a list.
    app.keys("<c-z>").shows("Ångrat: svara på").hides("Ångra:");
    app.keys("<a-3>yMin vy<enter><esc><a-2><c-z>").shows("och syns inte här");
}

#[test]
fn a_box_undoes_what_was_done_in_it_and_asks_about_what_is_under_it() {
    let mut app = start_over(Place::Tab(Tab::Tomorrow), programme);
    app.keys("<end>u")
        .shows("stjärna")
        .keys("c<c-z>")
        .shows("och syns inte här")
        .keys("<esc>j<c-z>")
        .hides("på en annan");
}

#[test]
fn at_the_pen_what_is_in_another_section_or_from_another_table_is_asked_about() {
    let mut app = start_at_pen();
    app.keys("Rad ett<enter><tab><c-z>").shows("Ångra: anteckna Rad ett?").keys("<esc>");
    app.keys("<s-tab>")
        .shows("-  Rad ett")
        .keys("<c-z>")
        .hides("-  Rad ett")
        .keys("<c-y>")
        .shows("-  Rad ett");
    app.keys("/bord 2<enter>Rad två<enter><a-0><a-right>").shows("Inget från det här bordet än");
    app.keys("<c-z>").shows("Ångra: anteckna Rad två?").keys("<esc><a-0><c-z>").shows("Ångrat: anteckna");
    // A section is seen where it is the open one.
    app.keys("# Parkering<enter><tab><c-z>").shows("Ångra: skapa avsnittet Parkering?").keys("<esc>");
    app.keys("<s-tab><c-z>").shows("Ångrat: skapa avsnittet").keys("/avsnitt<enter><home><enter>");
    // What was moved away from here comes back here.
    app.keys("Rad tre<enter>/flytta Utmaningar<enter>").hides("-  Rad tre").keys("<c-z>").shows("-  Rad tre");
}

#[test]
fn a_deletion_is_taken_back_unasked_only_where_the_row_was() {
    let mut app = start_at_pen();
    app.keys("! Ett<enter><del>")
        .hides("!  Ett")
        .keys("<tab><c-z>")
        .shows("Ångra: ta bort")
        .keys("<esc><s-tab><c-z>");
    app.shows("!  Ett")
        .keys("= Svar<enter><down><c-d>")
        .hides("↳")
        .keys("<tab><c-z>")
        .shows("och syns inte här");
    app.keys("<esc><s-tab><c-z>").shows("↳");
    // What was done on a page is not seen in the list under it.
    app.keys("<a-1>pnKalle Kula<enter><esc>")
        .shows("Framtidsveckan")
        .keys("<down><c-z>")
        .shows("och syns inte här");
}

#[test]
fn the_box_that_was_closed_last_comes_back_before_a_line_that_was_emptied_earlier() {
    let mut app = start_at_pen();
    app.keys("! Mörkt<enter>halv rad<esc>").keys("<c-a>Kalle Ek<esc>").shows("tar tillbaka det du skrev");
    app.keys("<c-z>").shows("Vem och när").shows("Kalle Ek").keys("<esc><esc>");
    app.keys("<c-z>").hides("Vem och när");
}
