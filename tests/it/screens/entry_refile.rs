//! What an entry can become and where it can go: the one box of it, and the commands that do the same.

use vidpennan::i18n::Lang;
use vidpennan::model::{Entry, Kind, MeetingKind, NoteKind, SectionKind};
use vidpennan::ops::{self, NewMeeting, NewSection, ProgrammeChoice};
use vidpennan::store::entry::EntryScope;
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, now, over_in, start_over};
use crate::support::programme::{day, meet, programme};

/// An older meeting, and today's with four tables and a section for what is parked.
fn two_meetings(store: &mut Store) {
    let old = meet(store, "Heja", day(12, 10));
    old.challenge(store, "Avtalen är för långa");
    let today = meet(store, "Framtidsveckan", day(3, 4));
    let parking =
        NewSection { heading: "Parkering".to_owned(), kind: SectionKind::Parking, intro: Vec::new() };
    ops::create_section(store, today.meeting, &parking).unwrap();
}

/// At the pen in today's meeting, at table 1, with three lines.
fn pen() -> Driver {
    let mut app = start_over(Place::Tab(Tab::RoundTable), two_meetings);
    app.keys("Ett<enter>> Ringa Eva @Amina<enter>! Svårt @Anna<enter>");
    app
}

/// The entries of a meeting with the headings that they are under.
fn stored(app: &Driver, title: &str) -> Vec<(String, Entry)> {
    let store = Store::reader(app.path(), now()).unwrap();
    let meeting = store::meeting::list(&store).unwrap().into_iter().find(|it| it.title == title).unwrap();
    let mut all = Vec::new();
    for section in store::section::list(&store, meeting.id).unwrap() {
        let place = EntryScope { section: section.id, table: None };
        for listed in store::entry::window(&store, place, 0, 99, 99).unwrap() {
            all.push((section.heading.clone(), listed.entry));
        }
    }
    all
}

fn of_text(app: &Driver, begins: &str) -> (String, Entry) {
    let mut all = stored(app, "Framtidsveckan");
    all.extend(stored(app, "Heja"));
    all.into_iter().find(|(_, entry)| entry.text.starts_with(begins)).unwrap()
}

#[test]
fn the_markers_of_the_pen_choose_what_it_becomes() {
    let mut app = pen();
    app.keys("<c-t>")
        .shows("Gör om eller flytta U-2")
        .shows("▌ !   utmaning")
        .keys(">")
        .shows("▌ >   åtagande");
    app.keys("<enter>").shows("U-2 är nu åtagande");
    // The marker of what it is now, once more, is the next one.
    app.keys("<c-t>>").shows("▌ >>  åtgärd").keys("<enter>");
    assert_eq!(of_text(&app, "Svårt").1.kind, Kind::ACTION);
    for (keys, kind) in [
        (">>", Kind::ACTION),
        ("§", Kind::Decision),
        ("?", Kind::Note(NoteKind::Question)),
        ("\"", Kind::Note(NoteKind::Quote)),
        ("-", Kind::NOTE),
        ("!>>", Kind::ACTION),
        ("!", Kind::CHALLENGE),
        ("idé", Kind::Note(NoteKind::Idea)),
    ] {
        app.keys("<c-t>").keys(keys).keys("<enter>");
        assert_eq!(of_text(&app, "Svårt").1.kind, kind, "{keys}: {}", app.screen());
    }
    app.keys("<c-t><esc>").hides("Gör om");
}

/// In a room of twenty tables, where one number begins another.
#[test]
fn the_number_of_a_table_is_typed_in_the_box_itself() {
    let mut app = start_over(Place::Tab(Tab::RoundTable), |store| {
        two_meetings(store);
        let mut meeting = store::meeting::current(store, now().today()).unwrap().unwrap();
        let before = meeting.clone();
        meeting.tables = 20;
        let before = ops::Seen::now(store, before).unwrap();
        ops::edit_meeting(store, &before, &meeting).unwrap();
    });
    app.keys("! Svårt @Anna<enter>");
    let table = |app: &Driver| of_text(app, "Svårt").1.provenance.table;
    for (keys, number) in [("<c-t>7", 7), ("<c-t>12", 12), ("<c-t>20", 20), ("<c-t>1<enter>", 1)] {
        app.keys(keys);
        assert_eq!(table(&app), Some(number), "{keys}: {}", app.screen());
    }
    app.keys("<c-t>0");
    assert_eq!(table(&app), None);
}

#[test]
fn a_wrong_table_section_or_speaker_and_parking_take_three_keys_at_most() {
    let mut app = pen();
    assert_eq!(of_text(&app, "Svårt").1.provenance.table, Some(1));
    app.keys("<c-t>b<enter>").shows("Vid vilket bord sades U-2?").keys("4").shows("U-2: bord 4");
    assert_eq!(of_text(&app, "Svårt").1.provenance.table, Some(4));
    app.keys("<c-t>b0").shows("U-2: inget bord");
    assert_eq!(of_text(&app, "Svårt").1.provenance.table, None);
    app.keys("<c-t>t<enter>").shows("Vem: U-2").shows("Amina").keys("1").shows("U-2: Amina");
    assert_eq!(of_text(&app, "Svårt").1.speaker.as_deref(), Some("Amina"));
    app.keys("<c-t>a<enter>")
        .shows("Flytta U-2 till avsnitt")
        .keys("2")
        .shows("U-2 finns nu under ”Utmaningar”");
    assert_eq!(of_text(&app, "Svårt").0, "Utmaningar");
    app.keys("<c-z><c-z><c-z><c-z>");
    let (heading, entry) = of_text(&app, "Svårt");
    assert_eq!(
        (heading.as_str(), entry.provenance.table, entry.speaker.as_deref()),
        ("Vardagen", Some(1), Some("Anna"))
    );
    app.keys("<end><c-t>p<enter>").shows("Parkerat: U-2");
    let (heading, entry) = of_text(&app, "Svårt");
    assert_eq!((heading.as_str(), entry.kind), ("Parkering", Kind::PARKED), "it goes to what is parked");
    app.keys("<c-z>");
    assert_eq!(of_text(&app, "Svårt").0, "Vardagen");
}

#[test]
fn a_round_is_set_changed_and_taken_away() {
    let mut app = pen();
    let round = |app: &Driver, begins: &str| of_text(app, begins).1.provenance.round;
    app.keys("<c-t>").shows("o omgång").keys("o<enter>").shows("I vilken omgång sades U-2?").keys("2<enter>");
    app.shows("U-2: omgång 2");
    assert_eq!(round(&app, "Svårt"), Some(2));
    app.keys("<c-t>o<enter>tre<enter>").shows("”tre” är inget nummer på en omgång.").keys("<c-w>3<enter>");
    assert_eq!(round(&app, "Svårt"), Some(3));
    // A line that is corrected keeps its round.
    app.keys("<f2> nog<enter>").shows("Svårt nog");
    assert_eq!(round(&app, "Svårt"), Some(3));
    app.keys("/flytta omgång 1<enter>").shows("U-2: omgång 1");
    app.keys("<c-p>omgång<enter>0<enter>").shows("U-2: ingen omgång");
    assert_eq!(round(&app, "Svårt"), None);
    app.keys("<c-z>");
    assert_eq!(round(&app, "Svårt"), Some(1));
    app.keys("<home><s-down><s-down><c-t>o4<enter>").shows("2 inlägg: omgång 4");
    assert_eq!(["Ett", "Ringa", "Svårt"].map(|begins| round(&app, begins)), [Some(4), Some(4), Some(1)]);
}

#[test]
fn the_name_of_a_promise_is_that_of_who_answers_for_it() {
    let mut app = pen();
    app.keys("<end><up><c-t>t<enter>Anna<enter>");
    let entry = of_text(&app, "Ringa").1;
    assert_eq!((entry.owner.as_deref(), entry.speaker), (Some("Anna"), None));
    // A new name is asked about, and nobody is entered before.
    app.keys("<c-t>t<enter>Britt Ek")
        .shows("”Britt Ek”: ett nytt namn")
        .keys("<enter>")
        .shows("blir en ny person");
    app.keys("<enter>").shows("Britt Ek");
    assert_eq!(of_text(&app, "Ringa").1.owner.as_deref(), Some("Britt Ek"));
    app.keys("<c-t>t0");
    assert_eq!(of_text(&app, "Ringa").1.owner, None);
}

#[test]
fn all_that_are_marked_become_it_or_go_there() {
    let mut app = pen();
    app.keys("<home><s-down><s-down>")
        .shows("2 markerade")
        .keys("<c-t>")
        .shows("Gör om eller flytta 2 markerade");
    app.keys("b3").shows("2 inlägg: bord 3");
    let tables: Vec<_> = stored(&app, "Framtidsveckan")
        .into_iter()
        .map(|(_, entry)| entry.provenance.table.unwrap())
        .collect();
    assert_eq!(tables, [3, 3, 1]);
    app.keys("<c-t>?<enter>").shows("2 inlägg är nu av slaget fråga");
    app.keys("/flytta möte heja<enter>").shows("2 inlägg finns nu i ”Heja”");
    assert_eq!(stored(&app, "Heja").len(), 3);
    app.keys("<c-z>");
    assert_eq!(stored(&app, "Heja").len(), 1);
    app.keys("<home><s-down><s-down>/parkera<enter>").shows("Parkerat: 2 inlägg");
    let parked = stored(&app, "Framtidsveckan").into_iter().filter(|(_, entry)| entry.kind == Kind::PARKED);
    assert_eq!(parked.count(), 2);
}

#[test]
fn an_entry_moved_to_another_meeting_keeps_what_belongs_to_it() {
    let mut app = pen();
    app.keys("= Vi ser över det<enter><end><c-t>m<enter>").shows("Flytta U-2 till möte").keys("1");
    app.shows("U-2 finns nu i ”Heja”").hides("Vi ser över det");
    let (heading, entry) = of_text(&app, "Svårt");
    assert_eq!(
        (heading.as_str(), entry.number().unwrap().value),
        ("Vardagen", 2),
        "the heading it was under"
    );
    app.keys("<a-3>").shows("U-2").keys("<end>m").shows("Skriver i: Heja").shows("Vi ser över det");
    app.keys("<a-3><end>h").shows("återkoppling").shows("möte: Framtidsveckan → Heja").keys("<esc>");
    app.keys("<c-z>").shows("Ångra").keys("<enter>");
    assert_eq!(stored(&app, "Framtidsveckan").len(), 3);
}

#[test]
fn a_meeting_without_sections_gets_one_for_what_comes() {
    let mut app = start_over(Place::Tab(Tab::RoundTable), |store| {
        let new = NewMeeting {
            title: "Tomt".to_owned(),
            kind: MeetingKind::Workshop,
            date: Some(day(2, 2)),
            time: None,
            place: String::new(),
            audience: String::new(),
            tables: 0,
            sections: Vec::new(),
            programme: ProgrammeChoice::Usual,
            nameless: false,
        };
        ops::create_meeting(store, new).unwrap();
        meet(store, "Framtidsveckan", day(3, 4));
    });
    app.keys("Ett<enter><c-t>m1").shows("finns nu i ”Tomt”");
    let moved = stored(&app, "Tomt");
    assert_eq!((moved.len(), moved[0].0.as_str()), (1, "Vardagen"));
    app.keys("<c-z>");
    assert!(stored(&app, "Tomt").is_empty());
}

#[test]
fn the_commands_do_the_same_and_name_what_they_are_about() {
    let mut app = pen();
    app.keys("/parkera").shows("kommando /parkera · U-2 ”Svårt”").keys("<enter>");
    assert_eq!(of_text(&app, "Svårt").0, "Parkering");
    app.keys("<c-z><end>/flytta bord 3<enter>").shows("U-2: bord 3");
    app.keys("/flytta 2<enter>")
        .shows("U-2: bord 2")
        .keys("/flytta bord x<enter>")
        .shows("är inget bordsnummer");
    app.keys("<esc>/flytta talare Amina<enter>").shows("U-2: Amina");
    app.keys("/flytta talare Nils Ny<enter>").shows("blir en ny person").keys("<esc>");
    assert_eq!(of_text(&app, "Svårt").1.speaker.as_deref(), Some("Amina"));
    app.keys("/flytta avsnitt utm<enter>").shows("finns nu under ”Utmaningar”");
    app.keys("/flytta hej<enter>").shows("Inget avsnitt heter ”hej”").keys("<esc>");
    app.keys("/flytta <tab>").shows("/flytta avsnitt ").keys("<esc><esc>");
    app.keys("<end>/flytta<enter>").shows("Gör om eller flytta").keys("<esc>");
    app.keys("<c-p>parkera").shows("Parkera inlägget").keys("<esc>");
    app.keys("<c-p>annat bord<enter>").shows("Vid vilket bord sades").keys("<esc>");
}

#[test]
fn the_lists_open_the_same_box() {
    let mut app = start_over(Place::Tab(Tab::FollowUp), programme);
    app.keys("<home>t").shows("Gör om eller flytta").shows("p parkera   a avsnitt   b bord").keys("b2");
    app.shows(": bord 2");
    app.keys("<space><space>").shows("2 markerade").keys("t").shows("flytta 2 markerade").keys("<esc><esc>");
    app.keys("<a-4><home>t").shows("Gör om eller flytta").keys("<esc>");
    app.keys("<a-3><home>t").shows("Gör om eller flytta U-1").keys("<esc>");
    app.keys("<c-f>")
        .paste("avtalen")
        .wait_for("1 träff")
        .keys("<down><c-t>")
        .shows("Gör om eller flytta U-1")
        .keys("b1");
    app.shows("U-1: bord 1");
}

#[test]
fn entries_of_several_meetings_have_no_sections_in_common() {
    let mut app = start_over(Place::Tab(Tab::Challenges), programme);
    app.keys("<home><space><end><space>")
        .shows("2 markerade")
        .keys("ta<enter>")
        .shows("De hör till olika möten");
    app.keys("tm<enter>").shows("Flytta 2 markerade till möte");
}

#[test]
fn the_box_can_be_used_on_the_smallest_screen() {
    let mut app = pen();
    app.size(40, 12).keys("<c-t>").shows("p parkera   a avsnitt   b bord").shows("m möte   t talare");
    app.shows("▌ !   utmaning");
    insta::assert_snapshot!("entry_refile_40x12", app.screen());
    app.keys("b3").shows("U-2: bord 3");
    app.size(80, 24).keys("<c-t>");
    insta::assert_snapshot!("entry_refile_80x24", app.screen());
    app.keys("<esc><c-t>").click("bord").shows("Vid vilket bord");
}

#[test]
fn in_english_the_letters_are_those_of_the_words() {
    let options = Options { clock: now(), scribe: None, replicas: None };
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("x.db"), options).unwrap();
    two_meetings(&mut store);
    let mut app = over_in(store, Place::Tab(Tab::RoundTable), Lang::En, now());
    app.keys("! Hard<enter><c-t>").shows("Turn or move U-2").shows("p park   s section   t table");
    app.keys("t2").shows("U-2: table 2").keys("<c-t>w<enter>").shows("Who: U-2").keys("<esc>");
    app.keys("/move table 3<enter>").shows("U-2: table 3").keys("/park<enter>").shows("Parked: U-2");
    app.keys("<c-z>/move meeting heja<enter>").shows("U-2 is now in “Heja”");
}

/// A word begins with a letter, so that no letter does anything by itself.
#[test]
fn the_name_of_a_kind_is_typed_out_and_parks_and_moves_nothing() {
    let mut app = pen();
    for (word, kind) in [
        ("projekt", Kind::Note(NoteKind::Project)),
        ("tips", Kind::Note(NoteKind::Tip)),
        ("beslut", Kind::Decision),
        ("åtagande", Kind::COMMITMENT),
        ("anteckning", Kind::NOTE),
        ("utmaning", Kind::CHALLENGE),
    ] {
        let before = of_text(&app, "Svårt");
        app.keys("<end><c-t>").keys(word).shows("Gör om eller flytta");
        assert_eq!(of_text(&app, "Svårt"), before, "{word} acts before Enter");
        app.keys("<enter>");
        let (heading, entry) = of_text(&app, "Svårt");
        assert_eq!((heading, entry.kind), (before.0, kind), "{word}");
    }
    app.keys("<c-t>p")
        .shows("▌ p   parkera")
        .keys("rojekt")
        .shows("▌     projekt")
        .keys("<bs><bs><bs><bs><bs><bs>");
    app.shows("▌ p   parkera").keys("3").shows("inga träffar").keys("<esc>");
    // Places are found by their words too.
    app.keys("<c-t>avs<enter>").shows("Flytta U-2 till avsnitt").keys("<esc>");
}
