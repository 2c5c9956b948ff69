//! The pen's own line: what it writes in, what Escape and undo mean while something is written, and that nothing else
//! happens then.

use ratatui::buffer::Cell;
use vidpennan::model::{Entry, Kind};
use vidpennan::store::entry::EntryScope;
use vidpennan::store::work::{self, Filter};
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::{Place, Tab};
use vidpennan::ui::theme::{Theme, ThemeKind};

use crate::support::app::{Driver, now, start_at_pen, start_over, start_with};
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
fn another_meeting_than_todays_is_named_in_the_colour_of_a_warning() {
    let mut app = at(Tab::RoundTable);
    for _ in ThemeKind::ALL {
        app.keys("/färger<enter>");
        let theme = app.saved().theme.unwrap();
        let Some(warning) = Theme::of(theme).warning.fg else { continue };
        app.keys("<c-f>avtal").wait_for("1 träff").keys("<enter>");
        let y = u16::try_from(app.line_of("Skriver i: Heja LKP")).unwrap();
        let buffer = app.buffer();
        let coloured = (0..buffer.area.width).map(|x| &buffer[(x, y)]).filter(|cell| cell.fg == warning);
        let words: String = coloured.map(Cell::symbol).collect();
        assert!(words.contains("Skriver i: Heja LKP, ons 10 dec 2025"), "{theme:?}: {words:?}");
        app.keys("<a-home>");
    }
}

#[test]
fn another_meeting_is_named_in_the_lowest_window_too() {
    let mut app = start_over(Place::Tab(Tab::RoundTable), |store| {
        meet(store, "Heja", day(12, 10));
    });
    for height in 8..14 {
        app.size(40, height).shows("Skriver i: Heja");
    }
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
fn escape_leads_nowhere_where_the_program_was_opened() {
    let mut app = start_over(Place::Tab(Tab::Meetings), two_meetings);
    let (meeting, path) = {
        let store = Store::reader(app.path(), now()).unwrap();
        (store::meeting::list(&store).unwrap().remove(0).id, app.path().to_owned())
    };
    let options = Options { clock: now(), scribe: None, replicas: None };
    let store = Store::open(&path, options).unwrap();
    start_with(store, Place::Meeting(meeting)).keys("<esc><esc>").shows("Skriv vad som sägs");
    app.keys("<esc>");
}

#[test]
fn escape_empties_the_line_and_undo_brings_it_back() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>");
    app.keys("! Halv rad<esc>").hides("Halv rad").shows("Raden är tömd · Ctrl+Z tar tillbaka den");
    app.keys("<c-z>").shows("! Halv rad").keys(" till<enter>").shows("!  Halv rad till");
    app.keys("<c-z>").hides("Halv rad till").shows("-  Ett");
}

#[test]
fn undo_means_the_typing_while_there_is_typing() {
    let mut app = start_at_pen();
    app.keys("Ett<enter>Köp mer");
    app.keys("<c-z>").hides("Köp mer").shows("Köp").shows("-  Ett").keys("<c-y>").shows("Köp mer");
    app.keys("<c-z><c-z>").hides("Köp").shows("-  Ett").keys("<c-z>").hides("-  Ett");
}

#[test]
fn nothing_is_done_to_the_chosen_entry_while_a_line_is_half_written() {
    let mut app = start_at_pen();
    app.keys("! Ett<enter>! Två<enter><up>halv");
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

/// The only entry of the first meeting, as it is stored.
fn entry(app: &Driver, begins: &str) -> Entry {
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap().remove(0);
    let sections = store::section::list(&store, meeting.id).unwrap();
    let mut all = sections.into_iter().flat_map(|section| {
        let scope = EntryScope { section: section.id, table: None };
        let total = store::entry::count(&store, scope).unwrap();
        store::entry::window(&store, scope, 0, total, total).unwrap()
    });
    all.find(|listed| listed.entry.text.starts_with(begins)).unwrap().entry
}

#[test]
fn the_whole_line_is_corrected_as_the_pen_would_write_it() {
    let mut app = start_at_pen();
    app.keys("> Ringa inköp @Anna #avtal <lt>15/3<enter><up><f2>");
    app.shows("✎  > Ringa inköp @Anna #avtal <15/3").shows("rättar").shows("åtagande · Anna · #avtal");
    // The cursor is after the words. Names, tags and date are as live as in a new line.
    app.keys(" igen<end><bs><bs><bs><bs>20/3 #snabbt<enter>").shows("Rättat");
    let read = entry(&app, "Ringa inköp igen");
    assert_eq!((read.owner.as_deref(), read.tags), (Some("Anna"), vec!["avtal".into(), "snabbt".into()]));
    assert_eq!(read.due.map(|due| due.day), Some(day(3, 20)));
    app.keys("<c-z>").hides("igen").shows("Ringa inköp");
}

#[test]
fn another_marker_makes_it_another_kind_and_the_name_follows() {
    let mut app = start_at_pen();
    app.keys("För många mejl @Björn #stress<enter><up><f2><home>>> <enter>");
    let action = entry(&app, "För många mejl");
    assert_eq!((action.kind, action.owner.as_deref(), action.speaker), (Kind::ACTION, Some("Björn"), None));
    app.keys("<up><f2><home><del><del><del>! <enter>");
    let challenge = entry(&app, "För många mejl");
    assert_eq!((challenge.kind, challenge.speaker.as_deref()), (Kind::CHALLENGE, Some("Björn")));
}

#[test]
fn who_said_it_is_corrected_in_the_line() {
    let mut app = start_at_pen();
    app.keys("För många mejl @Bjorn<enter><up><f2><end><c-w>@\"Björn Ågren\"<enter>");
    assert_eq!(entry(&app, "För många mejl").speaker.as_deref(), Some("Björn Ågren"));
    app.keys("<up><f2>").shows("För många mejl @Björn Ågren").keys("<end><c-w><c-w><enter>");
    assert_eq!(entry(&app, "För många mejl").speaker, None);
}

#[test]
fn a_new_name_of_two_words_is_written_in_quotation_marks() {
    let mut app = start_at_pen();
    app.keys("För många mejl @\"Björn Ågren\" om det<enter>").shows("@Björn Ågren");
    let said = entry(&app, "För många mejl");
    assert_eq!(
        (said.speaker.as_deref(), said.text.as_str()),
        (Some("Björn Ågren"), "För många mejl Björn Ågren om det")
    );
    app.keys("Hon @Björn Ågren vet<enter>");
    assert_eq!(entry(&app, "Hon Björn Ågren vet").speaker.as_deref(), Some("Björn Ågren"));
}

#[test]
fn words_that_no_line_means_are_corrected_as_words() {
    let mut app = start_at_pen();
    app.keys(" Priset #1 > 20 <lt>fre @hemma<enter><up><f2>").shows("✎  Priset #1 > 20 <fre @hemma");
    app.keys(" igen<enter>");
    let words = entry(&app, "Priset");
    assert_eq!(
        (words.text.as_str(), words.due, words.speaker),
        ("Priset #1 > 20 <fre @hemma igen", None, None)
    );
}

#[test]
fn a_correction_is_no_response_and_no_command() {
    let mut app = start_at_pen();
    app.keys("Ett<enter><up><f2><home>= <enter>").shows("Så blir raden inget inlägg").keys("<esc>");
    app.keys("<up><f2><tab>").shows("Rättelsen är inte sparad än").keys("<a-right>").shows("inte sparad än");
    assert_eq!(entry(&app, "Ett").text, "Ett");
}

#[test]
fn what_is_no_date_is_said_and_never_written_by_accident() {
    for (typed, said) in [
        ("<lt>vår", "”vår” är inget datum"),
        ("<lt>snarast", "”snarast” är inget datum"),
        ("<lt>julafton2", "är inget datum"),
        ("<lt>31/2", "31/2 finns inte i kalendern"),
    ] {
        let mut app = start_at_pen();
        app.keys(&format!("> Prova {typed}")).shows(said).keys("<enter>").shows("tryck Enter igen");
        app.shows("✎  > Prova").keys("<enter>").hides("tryck Enter igen").shows(">  Prova <");
    }
}

#[test]
fn a_table_that_the_room_does_not_have_is_asked_about() {
    let mut app = at(Tab::RoundTable);
    app.keys("/bord 12<enter>")
        .shows("Bord 12?")
        .shows("Mötet har 4 bord")
        .keys("<esc>")
        .shows("Bord 3 av 4");
    app.keys("/bord 12<enter><enter>").shows("Bord 12").keys("/bord 2<enter>").shows("Bord 2 av 4");
}

#[test]
fn a_response_without_a_challenge_says_so_while_it_is_typed() {
    for line in ["=", "= ", "= nej", "= nej: det går inte", "= svaret"] {
        let mut app = start_at_pen();
        app.keys("Rad<enter>").keys(line).shows("ingen utmaning att svara på, välj en med ↑");
        let mut app = start_at_pen();
        app.keys("! Frågan<enter>").keys(line).hides("ingen utmaning").shows("på U-1");
    }
}

#[test]
fn markers_in_saved_words_stay_text_and_those_that_are_typed_now_are_live() {
    for (begin, saved) in [
        (" ", "Tagga sin profil #livskvalitet"),
        (" ", "Möte <tre i köket"),
        (" ", "@hemma gäller"),
        (" ", "! viktigt"),
    ] {
        // At the pen.
        let mut app = start_at_pen();
        app.keys(begin).keys(&saved.replace('<', "<lt>")).keys("<enter><up><f2><end>");
        app.keys(" @Sofie #ny").shows("#ny").hides("bara de").keys("<enter>");
        let said = entry(&app, saved);
        assert_eq!(said.text, saved);
        assert_eq!((said.speaker.as_deref(), said.tags.as_slice()), (Some("Sofie"), &["ny".to_owned()][..]));
        // Once more, with another marker, and without the one that was text.
        app.keys("<up><f2><end> <lt>fre<enter>");
        assert!(entry(&app, saved).due.is_some(), "{saved}");
    }
    // In the box of a list.
    let mut app = start_at_pen();
    app.keys(" Fråga @hemma<enter><c-t>!<enter><a-3>").keys("e<end> #kök<enter>");
    let said = entry(&app, "Fråga @hemma");
    assert_eq!((said.text.as_str(), said.tags.as_slice()), ("Fråga @hemma", &["kök".to_owned()][..]));
}
