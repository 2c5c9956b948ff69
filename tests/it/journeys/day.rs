//! A whole day of round tables at the keys: preparing, catching what is said, putting slips right, pasting a mail; and
//! what is in the store and in the minutes at the end.

use std::fs;

use vidpennan::i18n::Lang;
use vidpennan::minutes::Minutes;
use vidpennan::minutes::compose::compose;
use vidpennan::store::{self, Store};

use crate::support::app::{Driver, first_start, now};

fn minutes(app: &Driver) -> Minutes {
    let store = Store::reader(app.path(), now()).unwrap();
    let meetings = store::meeting::list(&store).unwrap();
    assert_eq!(meetings.len(), 1);
    compose(&store, meetings[0].id, Lang::Sv.words()).unwrap()
}

/// The kinds and texts of a section, in order.
fn section(minutes: &Minutes, heading: &str) -> Vec<String> {
    let section = minutes.sections.iter().find(|section| section.heading == heading);
    let entries = &section.unwrap_or_else(|| panic!("no {heading}")).entries;
    entries.iter().map(|entry| entry.text.clone()).collect()
}

#[test]
fn a_day_of_round_tables_with_its_slips() {
    let mut app = first_start();
    // The morning: who writes, the meeting, a section of one's own.
    app.keys(
        "Vera Lundmark<enter>Dialogkväll om kvällsöppet<tab><tab><tab>13-16<tab>Kulturhuset<tab>alla<tab>4",
    );
    app.keys("<enter>").shows("Bord 1 av 4").shows("Dialogkväll om kvällsöppet");
    app.keys("# Parkering<enter># Tips<enter>");

    // The first table: plain lines, and a word that went wrong.
    app.keys("Ta med fika, då stannar folk<enter>").shows("sparat 09.10");
    app.keys("Skriv upp vem som har nykeln<enter>s/nykeln/nyckeln/<enter>").shows("har nyckeln");

    // A challenge in the section for them, with who said it; the answer comes at once, and is worded anew.
    app.keys("# Utmaningar<enter>Ingen vet vem som äger frågan @\"Björn Ågren\"<enter>").shows("U-1");
    app.keys("= Kulturen tar frågan<enter>").shows("Kulturen tar frågan");
    app.keys("Larmet går klockan 20<enter>").shows("U-2");

    // The second table: forgotten to change, undone, and written again.
    app.keys("Bussarna slutar gå<enter><c-z>").shows("Ångrat");
    app.keys("<a-right>").shows("Bord 2 av 4").keys("Bussarna slutar gå innan vi stänger<enter>");

    // A promise with owner and date, and one whose date is no date until it is put right.
    app.keys("> Ringa vaktmästaren @Jonas <lt>fre<enter>").shows("Ringa vaktmästaren");
    app.keys("> Boka lokalen <lt>31/2").shows("finns inte i kalendern").keys("<bs><bs><bs><bs>20/3<enter>");
    app.keys(">> Beställa taggar @Lena <lt>v12<enter>").shows("Å-1");

    // A half line is taken away and brought back; an older line is changed in the pen.
    app.keys("Det här blir inget<esc>").hides("Det här blir inget").keys("<c-z>").shows("Det här blir inget");
    app.keys("<esc>");
    app.keys("# Tips<enter><home><f2>").shows("rättar").keys(" länge<enter>").shows("då stannar folk länge");

    // A mail is pasted: the greeting is left out, the markers are heeded.
    app.paste("Hej Vera!\n! Vi når samma personer varje gång\n? Går det att låna simhallen\nMed vänlig hälsning\nSiri");
    app.shows("Vi når samma personer").keys("<enter>").shows("simhallen");

    // What was decided, and a line too many that is deleted and is not missed.
    app.keys("# Anteckningar<enter>§ Vi fortsätter på torsdagar<enter>Hoppsan<enter>");
    app.keys("<end><c-d>").shows("är borttagen");

    let minutes = minutes(&app);
    assert_eq!(minutes.title, "Dialogkväll om kvällsöppet");
    let tips = section(&minutes, "Tips");
    assert!(tips.starts_with(&[
        "Ta med fika, då stannar folk länge".to_owned(),
        "Skriv upp vem som har nyckeln".to_owned()
    ]));
    let all: Vec<(String, Option<u16>)> = minutes
        .sections
        .iter()
        .flat_map(|section| &section.entries)
        .map(|entry| (entry.text.clone(), entry.provenance.as_ref().and_then(|from| from.table)))
        .collect();
    for (text, table) in [
        ("Ingen vet vem som äger frågan", 1),
        ("Larmet går klockan 20", 1),
        ("Bussarna slutar gå innan vi stänger", 2),
        ("Beställa taggar", 2),
    ] {
        assert!(all.contains(&(text.to_owned(), Some(table))), "{text}: {all:?}");
    }
    for gone in ["Hoppsan", "Hej Vera!", "Med vänlig hälsning", "Bussarna slutar gå"] {
        assert!(all.iter().all(|(text, _)| text != gone), "{gone}");
    }

    // The minutes as text.
    let folder = tempfile::tempdir().unwrap();
    app.keys("<c-x>").wait_for("Dialogkväll").wait_till_gone("Läser …");
    app.click("Fil ").keys("<c-w><c-w><c-w><c-w><c-w><c-w><c-w><c-w>");
    app.paste(&folder.path().join("dagen").display().to_string());
    app.click("○ text").wait_till_gone("Läser …").keys("<enter>");
    if app.screen().contains("innan det går ut") {
        app.keys("x");
    }
    app.shows("Skrivet");
    let text = fs::read_to_string(folder.path().join("dagen.txt")).unwrap();
    for said in ["Kulturen tar frågan", "Ringa vaktmästaren", "Vi fortsätter på torsdagar", "13:00–16:00"]
    {
        assert!(text.contains(said), "{said} is not in:\n{text}");
    }
}
