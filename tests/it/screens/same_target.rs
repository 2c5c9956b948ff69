//! What one mark, one row and the words written last mean to every verb at the pen alike, and how what was done is
//! taken back where it was done.

use vidpennan::model::Kind;
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_at_pen, start_over};
use crate::support::programme::programme;

fn texts(app: &Driver) -> Vec<String> {
    app.entries().into_iter().map(|entry| entry.text).collect()
}

#[test]
fn one_mark_is_what_more_words_and_a_correction_change() {
    let mut app = start_at_pen();
    app.keys("! Rad ett<enter>Rad två<enter><s-up>+ mer").shows("fortsätter ”Rad två”").keys("<enter>");
    assert_eq!(texts(&app), ["Rad ett", "Rad två mer"]);
    app.keys("s/två/tre/").shows("”Rad två mer”").keys("<enter>");
    assert_eq!(texts(&app), ["Rad ett", "Rad tre mer"]);
    // Without the mark it is the row that is walked to.
    app.keys("<esc>+ mer").shows("fortsätter U-1").keys("<enter>");
    assert_eq!(texts(&app), ["Rad ett mer", "Rad tre mer"]);
}

#[test]
fn a_response_of_just_now_is_the_latest_for_every_key() {
    for between in ["", "en rad<enter>", "en rad<enter>en till<enter>"] {
        let mut app = start_at_pen();
        app.keys("! X<enter>").keys(between).keys("= svar<enter>");
        let before = texts(&app);
        app.keys("<f2>").shows("✎  = svar").keys("<esc>+ mer").shows("återkopplingen på U-1").keys("<esc>");
        app.keys("<c-d>").hides("↳");
        assert_eq!(texts(&app), before, "{between}");
        // The next line is the latest again.
        app.keys("<c-z>").shows("↳").keys("sist<enter><f2>").shows("✎  sist");
    }
}

#[test]
fn what_is_only_shown_of_one_says_so_where_several_are_marked() {
    for key in ["h", "m"] {
        let mut app = start_at_pen();
        app.keys("! Ett<enter>! Två<enter><a-3><space><space>").keys(key).shows("ett inlägg i taget");
    }
}

#[test]
fn what_was_just_done_in_a_list_is_undone_without_a_question() {
    let mut app = start_at_pen();
    app.keys("! Ett<enter>> Två<enter><c-n>Annat möte<enter>Rad<enter>");
    app.keys("<a-3>rEtt svar<enter>")
        .shows("är besvarad")
        .keys("<c-z>")
        .hides("Det gjordes")
        .shows("1 obesvarad");
    app.keys("<a-5>").keys("cj").shows("Uppföljning");
    app.keys("<c-z>").hides("Det gjordes");
    let promise = app.entries().into_iter().find(|entry| entry.text == "Två").unwrap();
    assert!(promise.kind == Kind::COMMITMENT, "{promise:?}");
    // From somewhere else it is asked about, as before.
    app.keys("cj<a-2><c-z>").shows("Det gjordes");
}

#[test]
fn what_was_done_before_a_form_that_changes_nothing_is_asked_about() {
    let mut app = start_at_pen();
    app.keys("> Två<enter><c-n>Annat möte<enter>Rad<enter><a-1><end><enter>").shows("Två");
    app.keys("<a-5><home><c-a><enter><c-z>").shows("Det här gjordes");
}

#[test]
fn a_section_that_was_deleted_comes_back_in_the_box_of_sections() {
    let mut app = start_at_pen();
    app.keys("Rad<enter><a-1>a").shows("Avsnitt i Framtidsveckan").keys("d<enter>").shows("Ctrl+Z ångrar");
    app.keys("<c-z>").shows("Avsnitt i Framtidsveckan").shows(" Tips ");
    assert_eq!(texts(&app), ["Rad"]);
}

#[test]
fn a_comment_that_escape_has_emptied_comes_back() {
    let mut app = start_at_pen();
    app.keys("> Ett<enter>> Två<enter><a-5><home><down>c").shows("Hur gick det");
    app.keys("kViktig<esc>").hides("Viktig").shows("Ctrl+Z tar tillbaka").keys("<c-z>").shows("Viktig");
    app.keys("<enter>j");
    let before = app.entries();
    // The comment in the form of the status comes back too.
    app.keys("<esc><esc>s<tab>Viktig").keys("<esc>").hides("Viktig").keys("<c-z>").shows("Viktig");
    app.keys("<esc>").hides("Viktig");
    assert_eq!(app.entries(), before);
}

#[test]
fn what_is_undone_is_chosen_again_so_that_the_next_key_is_not_for_its_neighbour() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>Två<enter>Tre<enter>Fyra<enter><up><up>").shows("▌ -  Två").keys("<del>");
    app.shows("▌ -  Tre").keys("<c-z>").shows("▌ -  Två").keys("<c-y>").hides("-  Två").keys("<c-z>");
    app.keys("<c-t>p<enter>").shows("Parkerat").keys("<c-z>").shows("▌ -  Två");
    for (tab, keys) in [(Tab::Challenges, "<home><down>"), (Tab::FollowUp, "<home><down>")] {
        let mut app = start_over(Place::Tab(tab), programme);
        app.keys(keys);
        let chosen =
            |app: &Driver| app.screen().lines().find(|line| line.starts_with('▌')).unwrap().to_owned();
        let before = chosen(&app);
        app.keys("d");
        assert_ne!(chosen(&app), before);
        app.keys("<c-z>");
        assert_eq!(chosen(&app), before, "{}", app.screen());
    }
}
