//! Whose an action is where an owner is called by a part of the name, and how those who were there are listed with
//! their units.

use vidpennan::i18n::Lang;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::{Names, Report};
use vidpennan::ops;
use vidpennan::report::{Choices, KnownPeople, Material, ReportScope, gather};
use vidpennan::store::Store;

use crate::support::room::{noon, options};

/// The material of a meeting with these minutes.
fn material(minutes: &str) -> Material {
    let mut store = Store::in_memory(options()).unwrap();
    let words = Lang::Sv.words();
    let meeting = ops::import_minutes(&mut store, &read_quietly(minutes, words), None).unwrap().value;
    gather(&store, meeting, ReportScope::Meeting, words, noon().date()).unwrap()
}

fn actions(list: &[&str]) -> Material {
    let lines: Vec<String> = list.iter().map(|line| format!("- {line}\n")).collect();
    material(&format!(
        "Möte\n\nDatum: 2026-01-15\nNärvarande: Per Holm, Anna Ek, Bo Ros, Hans Grön, Stig Lund\n\nÅtgärder\n\n{}",
        lines.concat()
    ))
}

/// Whose the actions are, as they were read, and by when.
fn read(material: &Material) -> Vec<(String, String)> {
    let work = material.meetings.iter().flat_map(|data| &data.work);
    let day = |due: &vidpennan::model::Due| due.iso();
    work.map(|work| {
        let due = work.entry.due.as_ref().map(day);
        (work.entry.owner.clone().unwrap_or_default(), due.unwrap_or_default())
    })
    .collect()
}

#[test]
fn what_is_owned_under_a_part_of_the_name_is_theirs_too() {
    let mut material = actions(&[
        "Boka. Ansvarig: Holm",
        "Städa. Ansvarig: Per Holm",
        "Diska. Ansvarig: Anna, Per",
        "Ring. Ansvarig: Ros",
    ]);
    let people = KnownPeople::of(&material);
    for asked in ["Per Holm", "Holm", "Per"] {
        let share = material.share_called(asked, &people).unwrap();
        assert_eq!(share.meetings[0].work.len(), 3, "{asked}");
    }
    assert!(material.share_called("Moa", &people).is_none());
    material.call_owners_in_full(&people);
    assert_eq!(material.owners(), ["Anna Ek", "Bo Ros", "Per Holm"]);
}

#[test]
fn owners_are_joined_by_a_plus_and_marked_in_small_letters() {
    let read = read(&actions(&[
        "Anna + Bo: boka lokal",
        "Boka rum @per",
        "Köpa fika (bo)",
        "Skriva brev /hans",
        "stig: ringa",
        "@bo: måla",
        "Ringa Anna om lokalen",
        "Kostar 20 kr (per)styck",
    ]));
    let owners: Vec<&str> = read.iter().map(|(owner, _)| owner.as_str()).collect();
    assert_eq!(owners, ["Anna, Bo", "Per", "Bo", "Hans", "Stig", "Bo", "", ""]);
}

#[test]
fn the_day_by_which_something_is_to_be_done_is_hardly_of_last_year() {
    let days = read(&actions(&[
        "Boka. Ansvarig: Anna Ek. Klart 8/12",
        "Städa, Anna, senast 4/1",
        "Ring senast 2/2",
    ]));
    let days: Vec<&str> = days.iter().map(|(_, day)| day.as_str()).collect();
    assert_eq!(days, ["2026-01-04", "2026-02-02", "2026-12-08"]);
}

#[test]
fn somebody_is_listed_with_the_unit_in_a_piece_of_news() {
    let listed = |present: &str| {
        let material =
            material(&format!("Möte\n\nDatum: 2026-01-15\nNärvarande: {present}\n\nFrågor\n\n- Ljus\n"));
        let choices = Choices { names: Names::Full, ..Choices::default() };
        let cut = choices.cut_for(Report::News, &material, &KnownPeople::of(&material));
        cut.attendees.clone()
    };
    assert_eq!(
        listed("Nina Palm, Vård och omsorg; Olle Ek, Lindskolan; Per Ros, rektor; Kommunstyrelsen"),
        ["Nina Palm, Vård och omsorg", "Olle Ek, Lindskolan", "Per Ros, rektor", "Kommunstyrelsen"]
    );
    assert_eq!(
        listed("Nina Palm – Vård och omsorg, Olle Ek, Röda Korset"),
        ["Nina Palm, Vård och omsorg", "Olle Ek", "Röda Korset"]
    );
}

#[test]
fn a_name_with_other_hyphens_or_particles_is_the_same_persons() {
    for (register, spelled) in [
        ("Lars-Göran Frost", "Lars Göran Frost"),
        ("Karl-Johan Ek", "Karl Johan Ek"),
        ("Anna Karin Öberg", "Anna-Karin Öberg"),
        ("Siv Ek-Lund", "Siv Ek Lund"),
        ("Bodil von Sydow", "B. von Sydow"),
        ("Ulla de Geer", "U. de Geer"),
        ("Rui da Silva", "R da Silva"),
        ("Karl-Johan Ek", "KJ Ek"),
    ] {
        let mut store = Store::in_memory(options()).unwrap();
        let details = ops::PersonDetails { name: register.to_owned(), ..ops::PersonDetails::default() };
        ops::enter_person(&mut store, &details).unwrap();
        let words = Lang::Sv.words();
        let minutes = format!(
            "Möte\n\nDatum: 2026-01-15\n\nÅtgärder\n\n- Boka. Ansvarig: {spelled}\n- Måla. Ansvarig: {register}\n"
        );
        let meeting = ops::import_minutes(&mut store, &read_quietly(&minutes, words), None).unwrap().value;
        let mut material = gather(&store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
        let people = KnownPeople::of(&material);
        assert_eq!(people.meant(spelled), Some(register), "{spelled}");
        material.call_owners_in_full(&people);
        assert_eq!(material.owners(), [register], "{spelled}");
    }
}
