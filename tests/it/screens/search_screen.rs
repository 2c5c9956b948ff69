//! Finding again: the search page and the history.

use chrono::NaiveDate;
use vidpennan::model::ResponseKind;
use vidpennan::model::history::Op;
use vidpennan::ops::{self, CapturePlace, Caught, Reply};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, start_in, start_with};
use crate::support::at_once;
use crate::support::room::{Room, another_meeting, options, room};

/// A meeting at which something was said and answered.
fn said(store: Store) -> Room {
    let mut room = room(store);
    room.say(room.notes, "Livskvalitetsprogrammet behöver fler ambassadörer");
    room.say(room.notes, "Köp mindre, laga mer");
    let challenge = room.say(room.challenges, "Avtalen är för långa för att hinna ändra något");
    let reply =
        Reply { kind: ResponseKind::Underway, text: "Nytt avtalsråd från april".to_owned(), due: None };
    ops::answer(&mut room.store, &[challenge], &reply).unwrap();
    room
}

fn app() -> Driver {
    start_in(options(), |store| (said(store).store.into_store(), Place::Tab(Tab::Meetings)))
}

#[test]
fn what_is_typed_is_found_while_it_is_typed() {
    let mut app = app();
    app.keys("<c-f>").shows("Allt som sagts i alla möten");
    app.keys("kvali").wait_for("Livskvalitetsprogrammet behöver").shows("1 träff").hides("Köp mindre");
    app.keys("<c-w>avtal")
        .wait_for("2 träffar")
        .shows("Avtalen är för långa")
        .shows("Nytt avtalsråd")
        .shows("U-1");
    app.keys("<c-w>får").wait_for("Inget hittades");
    app.keys("<c-w>vecka").wait_for("»  Framtidsveckan").keys("<esc>").hides("»");
}

#[test]
fn hits_are_under_their_meeting_the_newest_meeting_first_whenever_it_was_read_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut room = room(Store::open(&folder.path().join("a.db"), options()).unwrap());
    room.say(room.notes, "Bussen går för sällan");
    let day = NaiveDate::from_ymd_opt(2018, 12, 5).unwrap();
    let (meeting, section) = another_meeting(&mut room.store, "Heja LKP", day);
    let at = CapturePlace { meeting, section, table: None, round: None };
    let caught = |text: &str| Caught { text: text.to_owned(), ..Caught::default() };
    let said = vec![caught("Bussar till skolan"), caught("Fler bussar")];
    ops::capture_many(&mut room.store, at, said).unwrap();
    let mut app = start_with(room.store.into_store(), Place::Tab(Tab::Meetings));
    app.keys("<c-f>buss").wait_for("3 träffar");
    let screen = app.screen();
    let rows = ["Framtidsveckan", "Bussen går för sällan", "Heja LKP", "Fler bussar", "Bussar till skolan"];
    let places: Vec<_> = rows.map(|row| screen.rfind(row).unwrap()).into();
    assert!(places.is_sorted(), "{screen}");
    // Headings are passed over: the second row down is the last hit.
    app.keys("<down><down><enter>").shows("5 dec").shows("Bussar till skolan");
}

#[test]
fn the_page_is_opened_again_with_what_was_looked_for_which_typing_replaces() {
    let mut app = app();
    app.keys("<c-f>avtal").wait_for("2 träffar").keys("<esc>").hides("träffar");
    app.keys("<c-f>").wait_for("2 träffar").shows("Sök  avtal");
    app.keys("mindre").wait_for("Köp mindre, laga mer").shows("Sök  mindre").keys("<enter>");
    app.keys("<esc>").shows("Sök  mindre").shows("1 träff").keys("<esc>");
    app.keys("<c-f>").wait_for("1 träff").keys("<enter>").shows("Köp mindre, laga mer");
}

#[test]
fn nothing_is_done_to_a_hit_while_the_question_is_written() {
    let mut app = app();
    app.keys("<c-f>kvali").wait_for("Livskvalitetsprogrammet behöver");
    let before = app.entries();
    for key in ["<c-d>", "<c-t>", "<c-l>", "<c-a>", "<c-g>", "<f2>", "<c-r>", "<a-c>", "<a-up>"] {
        app.keys(key).shows("går inte att använda här").shows("Sök  kvali");
    }
    app.keys("<c-p>stjärna<enter>").keys("<esc>").shows("Sök  kvali");
    app.keys("<c-u>").wait_for("Skriv ett ord eller en del av ett");
    app.keys("mindre").wait_for("Köp mindre, laga mer").keys("<del>").keys("<f1>");
    app.hides("Ta bort").keys("<esc>");
    assert_eq!(app.entries(), before);
}

#[test]
fn the_keys_of_the_pen_are_done_to_a_hit_that_one_has_walked_to_until_one_writes_again() {
    let mut app = app();
    app.keys("<c-f>").paste("avtal").wait_for("2 träffar").hides("F2 ändra").keys("<down>").shows("F2 ändra");
    app.keys("<c-u>").shows("stjärna").shows("Sök  avtal");
    app.keys("<c-w>").paste("mindre").wait_for("Köp mindre").hides("F2 ändra");
    app.keys("<down><f1>").shows("En träff som man har gått till").shows("Ta bort").keys("<esc>");
    app.keys("en").hides("F2 ändra").keys("<bs><bs><c-d>").shows("går inte att använda här");
    // The hits of an earlier question are about to give way to others.
    app.keys("<c-u>")
        .paste("långa")
        .keys("<down><c-d>")
        .shows("Köp mindre")
        .shows("går inte att använda här");
    // What has been answered is asked about, as in any other list.
    app.wait_for("Avtalen är för långa");
    app.keys("<down><c-d>").shows("Ta bort U-1?").keys("<esc>");
    app.keys("<c-w>").paste("mindre").wait_for("Köp mindre").keys("<down><c-d>").wait_for("Inget hittades");
    assert!(!app.entries().iter().any(|entry| entry.text.starts_with("Köp mindre")));
}

#[test]
fn the_chosen_hit_stays_chosen_when_others_come_and_go_over_it() {
    let mut app = start_in(options(), |store| {
        let mut room = room(store);
        for number in ["ett", "två", "tre"] {
            room.say(room.notes, &format!("Bussen {number}"));
        }
        (room.store.into_store(), Place::Tab(Tab::Meetings))
    });
    let chosen = |app: &Driver| {
        let screen = app.screen();
        screen.lines().find(|line| line.contains('▌')).map(str::to_owned).unwrap_or_default()
    };
    app.keys("<c-f>").paste("buss").wait_for("3 träffar").keys("<down><up><c-d>").wait_for("2 träffar");
    // What came in its place is not what one looked at, unless it is there again.
    app.keys("<c-d>").shows("Träffen du valde är borta").keys("<c-z>").wait_for("3 träffar").keys("<c-d>");
    app.wait_for("2 träffar").keys("<down>");
    let before = chosen(&app);
    app.keys("<c-z>").wait_for("3 träffar");
    assert_eq!(chosen(&app), before, "{}", app.screen());
}

#[test]
fn the_search_page_at_its_sizes() {
    let mut app = app();
    // Pasted, so that only one question is answered.
    app.keys("<c-f>").paste("avtal").wait_for("2 träffar").keys("<down>");
    insta::assert_snapshot!("search_80", app.screen());
    app.size(160, 12);
    insta::assert_snapshot!("search_160", app.screen());
    for size in [(40, 12), (20, 6), (3, 3)] {
        app.size(size.0, size.1);
    }
}

#[test]
fn the_history_names_what_was_done_and_marks_what_was_undone() {
    let mut app = app();
    app.keys("<c-p>historik: vem<enter>").shows("svara på U-1").shows("Vera").hides("ångrad");
    app.keys("<c-z>").shows("Ångra: svara på U-1?").keys("<enter>");
    app.shows("Ångrat: svara på U-1").shows("ångra: svara på U-1").shows("ångrad");
    // The same operation is still chosen, though there is a newer one.
    app.keys("<enter>").shows("återkoppling").shows("Nytt avtalsråd från").keys("<esc>");
    app.keys("<c-y>").shows("Gjort igen").hides("ångrad ");
    insta::assert_snapshot!("history_80", app.screen());
    app.size(40, 12).size(12, 6).size(120, 40);
}

#[test]
fn what_was_done_at_an_earlier_time_is_asked_about_before_it_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut before = room(Store::open(&path, options()).unwrap());
    before.say(before.notes, "Köp mindre, laga mer");
    drop(before);
    let mut app = start_with(Store::open(&path, options()).unwrap(), Place::History(None));
    app.keys("<c-z>").shows("Ångra: anteckna Köp mindre, laga mer?").keys("<esc>").hides("ångrad");
    app.keys("<c-z><enter>").shows("Ångrat: anteckna Köp mindre").shows("ångrad");
}

#[test]
fn what_was_shown_is_undone_though_somebody_wrote_before_the_yes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut before = room(Store::open(&path, options()).unwrap());
    before.say(before.notes, "Köp mindre, laga mer");
    let (meeting, notes) = (before.meeting, before.notes);
    drop(before);
    let mut app = start_with(Store::open(&path, options()).unwrap(), Place::History(None));
    app.keys("<c-z>").shows("Ångra: anteckna Köp mindre, laga mer?");
    let mut other = Store::open(&path, options()).unwrap();
    let caught = Caught { text: "Sagt under tiden".to_owned(), ..Caught::default() };
    let at = CapturePlace { meeting, section: notes, table: None, round: None };
    let meanwhile = ops::capture(&mut other, at, caught).unwrap().value.id;
    app.keys("<enter>").shows("Ångrat: anteckna Köp mindre");
    assert!(store::entry::get(&other, meanwhile).unwrap().is_some(), "what nobody was shown stays");

    app.keys("<c-z>")
        .shows("Det är redan ångrat")
        .keys("<up><c-z>")
        .shows("Ångra: anteckna Sagt under tiden?");
    let shown = ops::undoable(&other).unwrap().at;
    ops::undo(&mut other, shown).unwrap();
    app.keys("<enter>").shows("Det är redan ångrat.");
    assert_eq!(ops::undoable(&other).unwrap().op, Op::CreateMeeting, "and nothing else was undone");
}

#[test]
fn what_is_alike_has_one_row_until_it_is_opened_and_the_chosen_operation_is_undone() {
    let mut app = start_in(options(), |store| {
        let mut room = room(store);
        for nth in 1..=18 {
            room.say(room.notes, &format!("Rad {nth}"));
        }
        (room.store.into_store(), Place::History(None))
    });
    app.shows("ons 4 mar").shows("18 × anteckna …").shows("skapa mötet Framtidsveckan").hides("Rad 7");
    app.keys("<c-z>").shows("Välj vilken").shows("anteckna Rad 18").hides("18 ×");
    app.keys("<down><down><down><c-z>").shows("Ångra: anteckna Rad 15?").keys("<enter>");
    app.shows("Ångrat: anteckna Rad 15").shows("ångra: anteckna Rad 15").shows("anteckna Rad 18");
    app.keys("<c-z>").shows("Det är redan ångrat").keys("<esc><a-2>").shows("Rad 16").hides("Rad 15");
}

#[test]
fn a_meeting_in_which_more_was_written_is_not_undone_from_the_history() {
    let mut app = start_in(options(), |store| {
        let mut room = room(store);
        for text in ["Ett", "Två"] {
            room.say(room.notes, text);
        }
        (room.store.into_store(), Place::History(None))
    });
    app.keys("<down><down><c-z>").shows("Det har skrivits mer i mötet sedan dess (2 rader).");
    app.shows("Ta bort mötet").hides("Ångra: skapa").keys("<esc><a-2>").shows("Ett");
}

#[test]
fn an_entry_has_a_history_of_its_own() {
    let mut app = start_in(options(), |store| {
        let mut room = said(store);
        let entry = room.say(room.notes, "Köp merr");
        at_once::edit_text(&mut room.store, entry, "Köp merr", "Köp mer").unwrap();
        ops::set_starred(&mut room.store, &[entry], true).unwrap();
        (room.store.into_store(), Place::History(Some(entry)))
    });
    app.shows("text: Köp merr → Köp mer").shows("stjärna: nej → ja").shows("anteckning, ny: Köp merr");
    insta::assert_snapshot!("entry_history_80", app.screen());
}

#[test]
fn a_file_is_searched_beside_the_keys() {
    let folder = tempfile::tempdir().unwrap();
    let mut room = room(Store::open(&folder.path().join("a.db"), options()).unwrap());
    room.say(room.notes, "Köp mindre, laga mer");
    let mut app = start_with(room.store.into_store(), Place::Tab(Tab::Meetings));
    app.keys("<c-f>mindre").wait_for("Köp mindre, laga mer");
}

#[test]
fn everything_that_holds_the_words_is_found_the_newest_first() {
    let mut room = room(Store::in_memory(options()).unwrap());
    let words = [
        "Åtgärd",
        "åtgärdslista",
        "atgard",
        "Livskvalitet",
        "KVALITETSMÅL",
        "mål",
        "malen",
        "ön",
        "Önskemål",
        "på",
    ];
    let text = |nth: usize| format!("{} {} {nth}", words[nth * 7 % 10], words[(nth / 3) % 10]);
    // More than are searched without the index, so that the index has its part too.
    let lines = |from: usize| {
        (from..from + 400).map(|nth| Caught { text: text(nth), ..Caught::default() }).collect::<Vec<_>>()
    };
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    ops::capture_many(&mut room.store, at, lines(0)).unwrap();
    let challenge = room.say(room.challenges, "Målen är för många");
    let reply = Reply { kind: ResponseKind::Answer, text: "Kvalitetsmålen ses över".to_owned(), due: None };
    ops::answer(&mut room.store, &[challenge], &reply).unwrap();
    ops::capture_many(&mut room.store, at, lines(400)).unwrap();
    let said = (0..400).map(text).chain(["Målen är för många".into(), "Kvalitetsmålen ses över".into()]);
    let said: Vec<String> = said.chain((400..800).map(text)).collect();
    for query in ["mål", "ÅTGÄRD", "kvalitet", "kvalitet mål", "ö", "på 77", "123", "7", "finnsinte", "målen"]
    {
        let parts = query.to_lowercase();
        let holds = |text: &&String| {
            let text = text.to_lowercase();
            parts.split(' ').all(|part| {
                let begins = |word: &str| word.starts_with(part);
                if part.chars().count() < 3 { text.split(' ').any(begins) } else { text.contains(part) }
            })
        };
        let expected: Vec<&String> = said.iter().rev().filter(holds).collect();
        let found = vidpennan::store::search::find(&room.store, query, 2_000).unwrap();
        assert_eq!(found.iter().map(|hit| &hit.text).collect::<Vec<_>>(), expected, "{query}");
        let few = vidpennan::store::search::find(&room.store, query, 5).unwrap();
        assert_eq!(few.as_slice(), &found[..few.len()], "{query}");
    }
}
