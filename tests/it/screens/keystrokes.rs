//! What the jobs of a day and an evening cost in keys, without the text itself. Each is done, its result is looked at,
//! and it may not come to cost more.

use std::fs;

use vidpennan::model::{Entry, Kind};
use vidpennan::store::entry::EntryScope;
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store};
use vidpennan::ui::place::{Place, Tab};

use crate::support::app::{Driver, count, first_start, now, start, start_over};
use crate::support::programme::{day, meet};

/// Somebody at the keys, and how many have been pressed that are no text.
struct Typist {
    app: Driver,
    cost: usize,
}

impl Typist {
    fn new(app: Driver) -> Self {
        Self { app, cost: 0 }
    }

    /// At the pen of a meeting with tables, with these lines.
    fn at_the_pen(lines: &[&str]) -> Self {
        let mut app = start();
        app.keys("nFramtidsveckan<tab><tab><tab><tab><tab><tab>8<enter>");
        for line in lines {
            app.keys(line).keys("<enter>");
        }
        Self::new(app)
    }

    /// Writes text, which is not counted.
    fn text(&mut self, text: &str) -> &mut Self {
        self.app.keys(text);
        self
    }

    /// Presses keys, which are.
    fn press(&mut self, keys: &str) -> &mut Self {
        self.cost += count(keys);
        self.app.keys(keys);
        self
    }

    /// Presses a key until this is on the screen.
    fn press_until(&mut self, key: &str, shows: &str) -> &mut Self {
        for _ in 0..20 {
            if self.app.screen().contains(shows) {
                return self;
            }
            self.press(key);
        }
        panic!("{key} never leads to {shows:?}:\n{}", self.app.screen());
    }

    /// What was pressed may cost so much; counting begins again.
    fn costs(&mut self, most: usize) -> &mut Driver {
        assert!(self.cost <= most, "it takes {} keys instead of {most}", self.cost);
        self.cost = 0;
        &mut self.app
    }

    /// The entry with this text as it is stored.
    fn stored(&self, text: &str) -> (String, Entry) {
        let store = Store::reader(self.app.path(), now()).unwrap();
        for counted in store::meeting::list(&store).unwrap() {
            for section in store::section::list(&store, counted.id).unwrap() {
                let place = EntryScope { section: section.id, table: None };
                for listed in store::entry::window(&store, place, 0, 99, 99).unwrap() {
                    if listed.entry.text == text {
                        return (section.heading.clone(), listed.entry);
                    }
                }
            }
        }
        panic!("{text:?} is nowhere");
    }
}

#[test]
fn from_the_first_start_to_a_meeting_with_eight_tables() {
    let mut typist = Typist::new(first_start());
    typist
        .text("Eva Lind")
        .press("<enter>")
        .text("Framtidsveckan")
        .press("<tab><tab><tab><tab><tab><tab>8<enter>");
    typist.costs(14).shows("Bord 1 av 8").shows("Framtidsveckan");
}

#[test]
fn four_sections_of_ones_own_one_moved_and_one_removed() {
    let mut typist = Typist::at_the_pen(&[]);
    typist.press("<a-1>a");
    for (heading, kind) in [("Läget", 0), ("Inköp", 1), ("Löften", 2), ("Idéer", 0)] {
        typist.press("n").text(heading).press("<tab>").press(&"<right>".repeat(kind)).press("<enter>");
    }
    // The section that was made last is the chosen one.
    typist.press("<a-up>").press("<up><del>");
    let app = typist.costs(53);
    app.shows("Läget").shows("Löften").shows("Idéer").hides("Inköp");
    assert!(app.line_of("Idéer") < app.line_of("Löften"));
}

#[test]
fn a_line_takes_one_key_and_two_with_a_marker() {
    let mut typist = Typist::at_the_pen(&[]);
    typist.text("Köp mindre").press("<enter>").costs(1).shows("Köp mindre");
    typist.press("!").text(" Svårt").press("<enter>").costs(2).shows("U-1");
    assert_eq!(typist.stored("Svårt").1.kind, Kind::CHALLENGE);
}

#[test]
fn the_next_table_any_table_and_one_by_its_name() {
    let mut typist = Typist::at_the_pen(&[]);
    typist.press("<a-right>").costs(1).shows("Bord 2 av 8");
    typist.press("<c-b>5<enter>").costs(3).shows("Bord 5 av 8");
    typist.press("/bord 7<enter>").costs(8).shows("Bord 7 av 8");
}

#[test]
fn another_section_by_its_name() {
    let mut typist = Typist::at_the_pen(&[]);
    typist.press("# utm<enter>").costs(6);
    typist.text("Svårt<enter>");
    assert_eq!(typist.stored("Svårt").0, "Utmaningar");
}

#[test]
fn a_slip_in_the_latest_line_and_in_an_older_one() {
    let mut typist = Typist::at_the_pen(&["Köp mer", "Sov mer"]);
    typist.press("s/o/å/<enter>").costs(8).shows("Såv mer");
    typist.press("<up><f2>").text(" än i går").press("<enter>").costs(6).shows("Köp mer än i går");
}

#[test]
fn a_wrong_speaker_section_table_and_kind_of_the_latest_line() {
    let mut typist = Typist::at_the_pen(&["Ett @Amina", "Två @Jonas", "Fel @Jonas"]);
    typist.press("<c-t>t2").costs(3);
    assert_eq!(typist.stored("Fel").1.speaker.as_deref(), Some("Amina"));
    typist.press("<c-t>5").costs(2);
    assert_eq!(typist.stored("Fel").1.provenance.table, Some(5));
    typist.press("<c-t>!<enter>").costs(3);
    assert_eq!(typist.stored("Fel").1.kind, Kind::CHALLENGE);
    typist.press("<c-t>a3").costs(3);
    assert_eq!(typist.stored("Fel").0, "Utmaningar");
    // It is meant although it is in another section now.
    typist.press("<c-t>p<enter>").costs(3);
    assert_eq!(typist.stored("Fel").1.kind, Kind::PARKED);
}

#[test]
fn two_challenges_are_answered_together() {
    let mut typist = Typist::new(start_over(Place::Tab(Tab::Challenges), |store| {
        let met = meet(store, "Framtidsveckan", day(3, 4));
        met.challenge(store, "Avtalen är för långa");
        met.challenge(store, "Nya får inget veta");
    }));
    typist.press("<home><space><space><enter><tab>").text("Det ses över").press("<enter>").costs(7);
    let store = Store::reader(typist.app.path(), now()).unwrap();
    let filter = Filter { class: WorkClass::Challenges, answered: Some(true), ..Filter::default() };
    assert_eq!(work::count(&store, &filter).unwrap(), 2);
}

#[test]
fn eight_promises_are_asked_about() {
    let mut typist = Typist::new(start_over(Place::Tab(Tab::Tomorrow), |store| {
        let met = meet(store, "Framtidsveckan", day(2, 11));
        for number in 1..=8 {
            met.promise(store, &format!("Löfte {number}"), None);
        }
    }));
    typist.press("c").press(&"j".repeat(8)).costs(9).shows("gjort 8");
}

#[test]
fn four_formats_are_written_to_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let mut typist = Typist::at_the_pen(&["! Svårt med samverkan", "> Ringa Eva"]);
    typist.press("<c-x>").app.wait_for("Framtidsveckan").wait_till_gone("Läser …");
    // What is ticked when the page opens depends on for whom it is; what is missing is ticked.
    typist.press_until("<down>", "▌ Format");
    for format in ["webbsida", "Word", "PDF", "Excel"] {
        if !typist.app.screen().contains(&format!("● {format}")) {
            for _ in 0..9 {
                if typist.app.screen().contains(&format!("‹○ {format}›")) {
                    break;
                }
                typist.press("<right>");
            }
            typist.press("<space>").app.shows(&format!("● {format}"));
        }
    }
    typist.press_until("<down>", "▌ Fil");
    // A folder is enough: the files are called as proposed.
    typist.press("<c-u>").app.paste(&folder.path().display().to_string());
    typist.press("<enter>");
    if typist.app.screen().contains("innan det går ut") {
        typist.press("x");
    }
    typist.costs(29).shows("Skrivet");
    let mut endings: Vec<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().path().extension().unwrap().to_string_lossy().into_owned())
        .collect();
    endings.sort();
    endings.retain(|ending| ["docx", "html", "pdf", "xlsx"].contains(&ending.as_str()));
    assert_eq!(endings, ["docx", "html", "pdf", "xlsx"]);
}
