//! Programmes on the command line.

use vidpennan::ops;
use vidpennan::store::{self, Store};

use crate::support::laptop::{Laptop, assert_says};
use crate::support::room::options;

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn programmes_are_listed_and_a_paper_about_all_meetings_is_not_called_after_one() {
    let laptop = Laptop::new();
    laptop.run(&["add", "> Ringa Amina"]).done();
    assert_eq!(laptop.run(&["list", "programmes"]).done(), "");
    let paper = laptop.run(&["export", "1", "-r", "actions", "--programme", "-o", "-"]).done();
    assert!(paper.starts_with("Åtgärdslista: alla möten\n"), "{paper}");
    let alone = laptop.run(&["export", "1", "-r", "actions", "-o", "-"]).done();
    assert!(!alone.contains("alla möten"), "{alone}");
    let news = laptop.run(&["export", "1", "-r", "news", "--programme", "-o", "-"]).done();
    assert_says(&news, &["Nytt från alla möten", "hölls ett möte."]);

    let mut store = Store::open(&laptop.path("vidpennan.db"), options()).unwrap();
    ops::rename_programme(&mut store, "Livskvalitetsprogrammet").unwrap();
    let meeting = store::meeting::list(&store).unwrap().remove(0);
    ops::move_meeting(&mut store, meeting.id, "Livskvalitetsprogrammet").unwrap();
    drop(store);
    let listed = laptop.run(&["lista", "program"]).done();
    assert_eq!(listed, "Livskvalitetsprogrammet  · 1 möte\n");
    let listed = json(&laptop.run(&["list", "programmes", "--json"]).done());
    assert_eq!((&listed[0]["name"], &listed[0]["meetings"]), (&"Livskvalitetsprogrammet".into(), &1.into()));
    let meetings = json(&laptop.run(&["list", "meetings", "--json"]).done());
    assert_eq!(meetings[0]["programme"], "Livskvalitetsprogrammet");
    let paper = laptop.run(&["export", "1", "-r", "actions", "--programme", "-o", "-"]).done();
    assert!(paper.starts_with("Åtgärdslista: Livskvalitetsprogrammet\n"), "{paper}");
}
