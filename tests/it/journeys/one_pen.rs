//! One pen: a line means the same wherever it is typed. Every pen is given the same lines over a copy of the same
//! store, and all rows must be equal afterwards, apart from identities, stamps and who wrote. Two windows over one file
//! never change each other's lines.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::select;
use rusqlite::Connection;
use rusqlite::types::Value;
use vidpennan::i18n::{Lang, templates};
use vidpennan::model::id::MeetingId;
use vidpennan::model::{MeetingKind, ResponseKind, SectionKind};
use vidpennan::ops::line::{LineOutcome, LineTaker, LineTargets, Plain};
use vidpennan::ops::{self, NewMeeting, NewSection};
use vidpennan::store::entry::By;
use vidpennan::store::{self, Options, Store};
use vidpennan::ui::place::Place;

use crate::support::app::{Driver, now, over};
use crate::support::laptop::Laptop;

/// A meeting before the lines of a test: its kind, its day, further headings, and lines that are in it already.
#[derive(Debug, Clone)]
struct Before {
    kind: MeetingKind,
    day: &'static str,
    headings: Vec<&'static str>,
    lines: Vec<&'static str>,
}

/// A round-table conversation on Wednesday 4 March 2026.
fn round_table() -> Before {
    Before { kind: MeetingKind::RoundTable, day: "2026-03-04", headings: Vec::new(), lines: Vec::new() }
}

fn open(path: &Path) -> Store {
    Store::open(path, Options { clock: now(), scribe: None }).unwrap()
}

fn taker(store: &Store) -> LineTaker {
    let meeting = store::meeting::list(store).unwrap()[0].id;
    LineTaker::at(store, meeting, Lang::Sv.words()).unwrap()
}

/// A laptop with the meeting, as one program left it.
fn laptop(before: &Before) -> Laptop {
    let laptop = Laptop::new();
    let mut store = open(&laptop.path("vidpennan.db"));
    let usual = templates::sections(Lang::Sv, before.kind);
    let further = before.headings.iter().map(|heading| (*heading, SectionKind::Notes));
    let section = |(heading, kind): (&str, SectionKind)| NewSection {
        heading: heading.to_owned(),
        kind,
        intro: Vec::new(),
    };
    let new = NewMeeting {
        title: "Framtidsveckan".to_owned(),
        kind: before.kind,
        date: Some(before.day.parse().unwrap()),
        time: None,
        place: String::new(),
        audience: String::new(),
        tables: 0,
        sections: usual.into_iter().chain(further).map(section).collect(),
    };
    ops::create_meeting(&mut store, new).unwrap();
    for name in ["Åsa Öst", "Amina Berg", "Anna Ek", "Anna Ekström"] {
        ops::enter_person(&mut store, name, None).unwrap();
    }
    let mut taker = taker(&store);
    for line in &before.lines {
        taker.take(&mut store, line).unwrap();
    }
    laptop
}

/// All rows of all nouns in the order in which they were made. An identity is shown by the row that has it; stamps and
/// who wrote are left out.
fn picture(laptop: &Laptop) -> Vec<String> {
    const NOUNS: [&str; 8] =
        ["meeting", "field", "section", "entry", "response", "answer", "person", "follow_up"];
    const ASIDE: [&str; 5] = ["row", "captured_at", "scribe", "given_on", "position"];
    let conn = Connection::open(laptop.path("vidpennan.db")).unwrap();
    let mut rows: Vec<(String, Vec<(String, Value)>)> = Vec::new();
    let mut names: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    for noun in NOUNS {
        let mut statement = conn.prepare(&format!("SELECT * FROM {noun} ORDER BY row")).unwrap();
        let columns: Vec<String> = statement.column_names().map(ToOwned::to_owned).collect();
        let mut found = statement.query([]).unwrap();
        let mut count = 0;
        while let Some(row) = found.next().unwrap() {
            count += 1;
            let cells: Vec<(String, Value)> =
                columns.iter().map(|column| (column.clone(), row.get(column.as_str()).unwrap())).collect();
            if let Some((_, Value::Blob(id))) = cells.iter().find(|(column, _)| column == "id") {
                names.insert(id.clone(), format!("{noun} {count}"));
            }
            rows.push((noun.to_owned(), cells));
        }
    }
    // A number is "4@laptop".
    let shown = |column: &str, value: &Value| match value {
        Value::Blob(id) => names.get(id).cloned().unwrap_or_else(|| "?".to_owned()),
        Value::Text(number) if column.ends_with("_number") => {
            number.split('@').next().unwrap_or_default().to_owned()
        }
        value => format!("{value:?}"),
    };
    let mut picture: Vec<String> = rows
        .iter()
        .map(|(noun, cells)| {
            let cells = cells.iter().filter(|(column, _)| !ASIDE.contains(&column.as_str()));
            let cells: Vec<String> =
                cells.map(|(column, value)| format!("{column}={}", shown(column, value))).collect();
            format!("{noun}: {}", cells.join(" "))
        })
        .collect();
    let order = "SELECT section.row, entry.id FROM entry JOIN section ON section.id = entry.section
                 WHERE entry.deleted = 0 ORDER BY section.row, entry.position, entry.id";
    let mut statement = conn.prepare(order).unwrap();
    let mut found = statement.query([]).unwrap();
    while let Some(row) = found.next().unwrap() {
        let (section, entry) = (row.get::<_, i64>(0).unwrap(), row.get::<_, Vec<u8>>(1).unwrap());
        picture.push(format!("in section {section}: {}", names[&entry]));
    }
    picture
}

/// What the line-taker leaves, and those of the lines that it accepted.
fn by_line_taker(before: &Before, lines: &[String]) -> (Vec<String>, Vec<String>) {
    let laptop = laptop(before);
    let mut store = open(&laptop.path("vidpennan.db"));
    let mut taker = taker(&store);
    let mut accepted = Vec::new();
    for line in lines {
        if taker.take(&mut store, line).is_ok() {
            accepted.push(line.clone());
        }
    }
    drop(store);
    (picture(&laptop), accepted)
}

/// What `add` leaves, given the lines as arguments. It stops at the first line that is refused.
fn by_arguments(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    let arguments: Vec<&str> = ["add", "--"].into_iter().chain(lines.iter().map(String::as_str)).collect();
    laptop.run(&arguments).done();
    picture(&laptop)
}

/// What `add` leaves, given the lines on standard input.
fn by_input(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    laptop.run_with(&["add"], lines.join("\n").as_bytes()).done();
    picture(&laptop)
}

/// What the dialogue in lines leaves; it goes on after a refusal.
fn by_dialogue(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    laptop.run_with(&["--plain"], lines.join("\n").as_bytes()).done();
    picture(&laptop)
}

/// The keys that type a line.
fn typed(line: &str) -> String {
    line.replace('<', "<lt>")
}

/// The keys that empty a line.
fn emptied() -> String {
    "<c-w>".repeat(40)
}

/// What the live screen leaves. A line that is refused stays in the pen and is taken away.
fn by_live_screen(before: &Before, lines: &[String]) -> Vec<String> {
    let laptop = laptop(before);
    let store = open(&laptop.path("vidpennan.db"));
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let mut app = over(store, Place::Meeting(meeting), None);
    for line in lines {
        app.keys(&typed(line)).keys("<enter>").keys(&emptied());
        assert_eq!(app.draft(), None, "{line:?}");
    }
    drop(app);
    picture(&laptop)
}

/// A line of the grammar, with traps.
fn line() -> impl Strategy<Value = String> {
    let marker = select(vec![
        "",
        "",
        "",
        "- ",
        "! ",
        "> ",
        "= ",
        "? ",
        "\" ",
        "” ",
        "§ ",
        ">> ",
        "[] ",
        "+ ",
        " ",
        "# ",
        "/avsnitt ",
        "/svara ",
        "!",
        "#",
    ]);
    let word = select(vec![
        "svårt",
        "inköp",
        "med",
        "senast",
        "på gång:",
        "nej:",
        "planerat:",
        "@Åsa",
        "@Amina",
        "@anna ek",
        "@Ny_Person",
        "@Ek,",
        "#kök",
        "#KÖK",
        "#skola",
        "#1",
        "<fre",
        "<imorgon",
        "<v50",
        "^1/11",
        "<31/2",
        "<15 mars",
        "och",
        "”citat”",
        "…",
        "3 < 4",
        "a@b.se",
        "👩‍👩‍👧",
        "tips",
        "det",
        "Be",
        "Utm",
        "Beslut",
        "T",
    ]);
    let words = prop::collection::vec(word, 0..5).prop_map(|words| words.join(" "));
    let change = select(vec![
        "s/svårt/lätt/",
        "s/inköp/",
        "s/a/b/ c",
        "s//x/",
        "s/t/\\//",
        "+ och mer",
        "/bord 3",
        "/bord x",
    ]);
    prop_oneof![
        6 => (marker, words).prop_map(|(marker, words)| format!("{marker}{words}")),
        2 => change.prop_map(str::to_owned),
        1 => "[ -.0-~åäöÅÄÖ”§–]{0,24}",
    ]
}

fn before() -> impl Strategy<Value = Before> {
    let kind = select(vec![
        MeetingKind::RoundTable,
        MeetingKind::DialogueCafe,
        MeetingKind::Network,
        MeetingKind::Workshop,
        MeetingKind::Formal,
    ]);
    // A day before a red day, one in another year than now, a Friday.
    let day = select(vec!["2026-03-04", "2019-04-18", "2025-12-30", "2026-03-06"]);
    let heading = select(vec!["Tipsrunda", "Detaljer", "Upphandling", "Beslut och bordlagt", "tips"]);
    let line = select(vec![
        "svårt att hinna",
        "! Avtalen är för långa",
        "# Utm",
        "> Ring @Amina <fre",
        "? inköp #Kök",
        "= på gång: ja",
    ]);
    let headings = prop::collection::vec(heading, 0..3);
    (kind, day, headings, prop::collection::vec(line, 0..4)).prop_map(|(kind, day, headings, lines)| {
        let mut lines = lines;
        // A response needs a challenge.
        if let Some(response) = lines.iter().position(|line| line.starts_with('=')) {
            lines.insert(response, "! En utmaning");
        }
        Before { kind, day, headings, lines }
    })
}

/// Whether the line asks for something that is not for the pen to do: that is the business of each program.
fn is_command(before: &Before, line: &str) -> bool {
    let laptop = laptop(before);
    let mut store = open(&laptop.path("vidpennan.db"));
    let mut taker = taker(&store);
    taker.take(&mut store, line).is_ok_and(|it| matches!(it.outcome, LineOutcome::Command(..)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn every_pen_leaves_the_same_store(before in before(), lines in prop::collection::vec(line(), 1..6)) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !is_command(&before, line)).collect();
        let (left, accepted) = by_line_taker(&before, &lines);
        prop_assert_eq!(&by_live_screen(&before, &lines), &left, "the live screen");
        prop_assert_eq!(&by_dialogue(&before, &lines), &left, "--plain");
        prop_assert_eq!(&by_input(&before, &accepted), &left, "add from standard input");
        prop_assert_eq!(&by_arguments(&before, &accepted), &left, "add with arguments");
    }

    #[test]
    fn a_promise_is_a_line_whose_plain_words_are_commitments(
        before in before(),
        lines in prop::collection::vec(line(), 1..5),
    ) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !is_command(&before, line)).collect();
        let flip_chart = laptop(&before);
        let store = open(&flip_chart.path("vidpennan.db"));
        let meeting = store::meeting::list(&store).unwrap()[0].id;
        let mut app = over(store, Place::Meeting(meeting), None);
        app.keys("<a-4>n");
        for line in &lines {
            app.keys(&typed(line)).keys("<enter>").keys(&emptied());
        }
        drop(app);
        let plain = laptop(&before);
        let mut store = open(&plain.path("vidpennan.db"));
        let mut taker = promises(&store, meeting);
        for line in &lines {
            let _refused = taker.take(&mut store, line);
        }
        drop(store);
        prop_assert_eq!(picture(&flip_chart), picture(&plain));
    }

    #[test]
    fn an_answer_is_a_line_whose_plain_words_are_a_response(before in before(), line in line()) {
        prop_assume!(!is_command(&before, &line));
        let mut before = before;
        before.lines.push("! Den sista utmaningen");
        let screen = laptop(&before);
        let store = open(&screen.path("vidpennan.db"));
        let meeting = store::meeting::list(&store).unwrap()[0].id;
        let mut app = over(store, Place::Challenges(Some(meeting)), None);
        app.keys("r").keys(&typed(&line)).keys("<enter>");
        drop(app);
        let plain = laptop(&before);
        let mut store = open(&plain.path("vidpennan.db"));
        let filter = store::work::Filter {
            class: store::work::WorkClass::Challenges,
            open: Some(true),
            answered: Some(false),
            ..store::work::Filter::default()
        };
        let first = store::work::list(&store, &filter, 0, 1).unwrap().remove(0).entry;
        let pen = LineTaker::in_section(meeting, Some(first.section), Lang::Sv.words());
        let mut taker = LineTaker {
            plain: Plain::Response(ResponseKind::Underway),
            targets: LineTargets { entry: None, challenges: vec![first] },
            ..pen
        };
        let _refused = taker.take(&mut store, &line);
        drop(store);
        prop_assert_eq!(picture(&screen), picture(&plain));
    }
}

/// The pen of the flip-chart: under the heading for promises, otherwise under the last one.
fn promises(store: &Store, meeting: MeetingId) -> LineTaker {
    let sections = store::section::list(store, meeting).unwrap();
    let own = sections.iter().find(|section| section.kind == SectionKind::Commitments);
    let section = own.or(sections.last()).map(|section| section.id);
    let pen = LineTaker::in_section(meeting, section, Lang::Sv.words());
    LineTaker { plain: Plain::As(SectionKind::Commitments), ..pen }
}

/// Asserts that every pen leaves the same, and that a row has all these parts.
#[track_caller]
fn everywhere(before: &Before, lines: &[&str], parts: &[&str]) {
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    for (pen, left) in [
        ("line-taker", by_line_taker(before, &lines).0),
        ("add", by_arguments(before, &lines)),
        ("--plain", by_dialogue(before, &lines)),
        ("live screen", by_live_screen(before, &lines)),
    ] {
        let found = left.iter().any(|row| parts.iter().all(|part| row.contains(part)));
        assert!(found, "{pen}: no row has {parts:?} in\n{}", left.join("\n"));
    }
}

#[test]
fn a_heading_makes_a_section_of_its_kind_everywhere() {
    everywhere(&round_table(), &["# Beslut", "Vi fortsätter"], &["entry", "decision", "Vi fortsätter"]);
}

#[test]
fn who_gave_a_response_is_remembered_everywhere() {
    everywhere(
        &round_table(),
        &["! Svårt", "= @Amina på gång: vi ser över det"],
        &["response", "vi ser över det", "underway", "Amina Berg"],
    );
}

#[test]
fn dates_count_from_the_day_of_the_meeting_everywhere() {
    let before = Before { day: "2019-12-04", ..round_table() };
    everywhere(&before, &["> Ring <fre"], &["entry", "Ring", "2019-12-06"]);
    let answered = Before { lines: vec!["! Svårt"], ..before.clone() };
    for (place, keys, row) in
        [("<a-4>n", "Ring <lt>fre", "entry"), ("<a-3>r", "Det kommer <lt>fre", "response")]
    {
        let laptop = laptop(&answered);
        let store = open(&laptop.path("vidpennan.db"));
        let meeting = store::meeting::list(&store).unwrap()[0].id;
        over(store, Place::Meeting(meeting), None).keys(place).keys(keys).keys("<enter>");
        let left = picture(&laptop);
        assert!(
            left.iter().any(|it| it.starts_with(row) && it.contains("2019-12-06")),
            "{}",
            left.join("\n")
        );
    }
}

#[test]
fn a_tag_is_written_as_it_was_first_everywhere() {
    everywhere(&round_table(), &["köp mindre #Kök", "laga mer #kök"], &["entry", "laga mer", "\"Kök\""]);
}

#[test]
fn a_section_is_found_by_what_its_heading_begins_with_everywhere() {
    let lines = ["# Det", "Ring inköp"];
    everywhere(&round_table(), &lines, &["entry", "Ring inköp", "commitment"]);
    let lines = ["/avsnitt det", "Ring inköp"];
    everywhere(&round_table(), &lines, &["entry", "Ring inköp", "commitment"]);
    // A part inside a heading is not its beginning.
    let said = laptop(&round_table()).run(&["add", "/avsnitt ska jag"]).failed(1);
    assert!(said.contains("Inget avsnitt heter ”ska jag”"), "{said}");
}

#[test]
fn two_sections_that_begin_so_are_named_and_none_is_made() {
    let before = Before { headings: vec!["Detaljer"], ..round_table() };
    let lines = ["# Det".to_owned(), "/avsnitt det".to_owned()];
    let untouched = by_line_taker(&before, &[]).0;
    assert_eq!(by_line_taker(&before, &lines).0, untouched);
    let laptop = laptop(&before);
    let said = laptop.run(&["add", "# Det"]).failed(1);
    let named = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains("”Det här ska jag göra imorgon!”") && text.contains("”Detaljer”")
    };
    assert!(named(&said), "{said}");
    let store = open(&laptop.path("vidpennan.db"));
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let mut app = over(store, Place::Meeting(meeting), None);
    app.keys("# Det<enter>");
    assert!(named(&app.screen()), "{}", app.screen());
    assert_eq!(app.draft().as_deref(), Some("# Det"), "Enter takes no completion and the line stays");
    app.keys("a<enter>").shows("▌ Detaljer");
    assert_eq!(picture(&laptop), untouched);
}

#[test]
fn a_correction_that_would_leave_no_words_is_refused_and_the_pen_takes_the_next_line() {
    let before = Before { lines: vec!["? inköp"], ..round_table() };
    let lines = ["s/inköp/", "svårt"].map(String::from);
    let (left, accepted) = by_line_taker(&before, &lines);
    assert_eq!(accepted, ["svårt"]);
    assert!(left.iter().any(|row| row.contains("inköp")), "{left:?}");
    assert_eq!(by_live_screen(&before, &lines), left);
    assert_eq!(by_dialogue(&before, &lines), left);
}

/// Two windows over one file: the driver is the first, the store is the second.
fn two_windows(lines: &[&'static str]) -> (Laptop, Driver, Store, LineTaker) {
    let before = Before { lines: lines.to_vec(), ..round_table() };
    let laptop = laptop(&before);
    let path = laptop.path("vidpennan.db");
    let store = open(&path);
    let meeting = store::meeting::list(&store).unwrap()[0].id;
    let app = over(store, Place::Meeting(meeting), None);
    let other = open(&path);
    let taker = taker(&other);
    (laptop, app, other, taker)
}

fn text_of(laptop: &Laptop, part: &str) -> Vec<String> {
    picture(laptop).into_iter().filter(|row| row.contains(part)).collect()
}

#[test]
fn a_response_goes_to_the_challenge_that_was_the_latest_when_it_was_begun() {
    let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
    app.keys("= svar").shows("återkoppling (svar) på U-1");
    taker.take(&mut other, "! Den andra").unwrap();
    app.looks().shows("Den andra").shows("återkoppling (svar) på U-1").keys(" nu<enter>");
    app.shows("↳ Återkoppling (svar): svar nu");
    let answer = text_of(&laptop, "answer: ");
    assert!(answer.len() == 1 && answer[0].contains("challenge=entry 1"), "{answer:?}");
    // The next line begins anew.
    app.keys("= till den andra").shows("återkoppling (svar) på U-2");
}

#[test]
fn more_words_and_corrections_go_to_the_entry_that_was_the_latest_when_they_were_begun() {
    for (line, preview, expected) in [
        ("+ och dyra", "fortsätter ”Avtalen är långa”", "Avtalen är långa och dyra"),
        ("s/långa/korta/", "rättar ”Avtalen är långa”: ”långa” blir ”korta”", "Avtalen är korta"),
    ] {
        let (laptop, mut app, mut other, mut taker) = two_windows(&["Avtalen är långa"]);
        app.keys(line).shows(preview);
        taker.take(&mut other, "Köerna är långa").unwrap();
        app.looks().shows("Köerna").shows(preview).keys("<enter>").shows(expected);
        assert_eq!(text_of(&laptop, &format!("text=Text(\"{expected}\")")).len(), 1, "{line}");
        assert_eq!(text_of(&laptop, "text=Text(\"Köerna är långa\")").len(), 1, "{line}");
    }
}

#[test]
fn a_target_that_another_window_took_away_is_not_replaced_by_another_entry() {
    let (laptop, mut app, mut other, taker) = two_windows(&["Den första", "Den andra"]);
    app.keys("+ och mer").shows("fortsätter ”Den andra”");
    let meeting = taker.meeting;
    let latest = store::entry::latest(&other, meeting, By::Anyone).unwrap().unwrap();
    ops::delete_entries(&mut other, &[latest.id]).unwrap();
    app.looks().keys("<enter><esc>");
    assert_eq!(app.draft().as_deref(), Some("+ och mer"));
    assert!(text_of(&laptop, "och mer").is_empty());
    // Begun anew it goes to what is there.
    app.keys(&emptied()).keys("+ och mer").shows("fortsätter ”Den första”").keys("<enter>");
    app.shows("Den första och mer");
}

#[test]
fn whoever_writes_the_line_moves_its_target_by_walking() {
    let (_laptop, mut app, ..) = two_windows(&["! Den första", "! Den andra", "en anteckning"]);
    app.keys("= svar").shows("på U-2").keys("<up><up>").shows("på U-1").keys("<down>").shows("på U-2");
    app.keys("<down>").shows("på U-2").keys("<esc><esc>").shows("på U-2");
    // What this window itself takes away is no target any more.
    app.keys(&emptied()).keys("+ mer").shows("fortsätter ”en anteckning”").keys("<up><down><c-d>");
    app.shows("fortsätter U-2 ”Den andra”");
}

#[test]
fn the_latest_line_is_ones_own_though_another_window_has_written_since() {
    // The driver is one's own window, then the other store is.
    let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
    app.keys("= ja").shows("på U-1, mötets senaste utmaning").keys(&emptied());
    app.keys("! Min egen<enter>en tanke<enter>");
    taker.take(&mut other, "! Den andras").unwrap();
    taker.take(&mut other, "en annan tanke").unwrap();
    app.looks().keys("= ja").shows("på U-2").hides("mötets senaste").keys("<enter>");
    app.keys("+ till<enter>").shows("en tanke till");
    let receipt = taker.take(&mut other, "= nja").unwrap();
    assert_eq!(receipt.became, "återkoppling (svar) på U-3");
    taker.take(&mut other, "+ med").unwrap();
    assert_eq!(text_of(&laptop, "text=Text(\"en annan tanke med\")").len(), 1);
    assert_eq!(answered(&laptop), ["entry 2", "entry 4"]);
    // A note of one's own that has become a challenge counts, what is gone does not.
    app.keys("<up><up>/gör till utmaning<enter><esc>= om den").shows("på U-4").hides("mötets senaste");
    app.keys("<enter>");
    let own = store::work::list(&other, &store::work::Filter::default(), 0, 9).unwrap();
    let own: Vec<_> = own.iter().filter(|work| !work.entry.text.starts_with("Den")).collect();
    ops::delete_entries(&mut other, &own.iter().map(|work| work.entry.id).collect::<Vec<_>>()).unwrap();
    app.looks().keys("= ja").shows("på U-3, mötets senaste utmaning");
}

#[test]
fn the_lines_at_the_foot_of_a_screen_continue_and_answer_ones_own_line_too() {
    for (place, begin) in [("<a-4>", "n"), ("<a-3>", "r")] {
        let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
        app.keys("! Min egen<enter>");
        taker.take(&mut other, "! Den andras").unwrap();
        app.looks().keys(place).keys(begin).keys("+ utmaning<enter>");
        assert_eq!(text_of(&laptop, "text=Text(\"Min egen utmaning\")").len(), 1, "{place}");
    }
    let (laptop, mut app, mut other, mut taker) = two_windows(&["! Den första"]);
    app.keys("! Min egen<enter>");
    taker.take(&mut other, "! Den andras").unwrap();
    app.looks().keys("<a-4>n= ja").shows("på U-2").hides("mötets senaste").keys("<enter>");
    assert_eq!(answered(&laptop), ["entry 2"]);
}

#[test]
fn what_is_in_a_section_that_is_gone_is_not_the_latest() {
    let (laptop, app, mut other, mut taker) = two_windows(&["! Den första"]);
    drop(app);
    taker.take(&mut other, "# Nytt").unwrap();
    taker.take(&mut other, "! Den andra").unwrap();
    ops::delete_section(&mut other, taker.section.unwrap()).unwrap();
    let mut next = LineTaker::at(&other, taker.meeting, taker.words).unwrap();
    next.take(&mut other, "+ raden").unwrap();
    assert_eq!(text_of(&laptop, "text=Text(\"Den första raden\")").len(), 1);
}

/// The challenges that responses were given to, as their rows are called.
fn answered(laptop: &Laptop) -> Vec<String> {
    let challenge = |row: String| row.split("challenge=").nth(1)?.split(" deleted").next().map(str::to_owned);
    text_of(laptop, "answer: ").into_iter().filter_map(challenge).collect()
}
