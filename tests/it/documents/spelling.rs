//! People in minutes that were read: there they stay as they were spelled, whatever the register calls them.

use std::collections::BTreeSet;

use vidpennan::i18n::Lang;
use vidpennan::import::file;
use vidpennan::model::id::{EntryId, MeetingId};
use vidpennan::model::{Kind, Names, Report};
use vidpennan::ops::{self, Assignment, CapturePlace, Caught, PersonDetails};
use vidpennan::report::{Choices, KnownPeople, Publication, ReportScope, gather, sheets};
use vidpennan::store::work::{self, Filter, Owner, WorkClass};
use vidpennan::store::{self, Store};

use crate::documents::names_in_files::{everything, rendered};
use crate::documents::reading::options as reading;
use crate::documents::sheets::day;
use crate::support::apart;
use crate::support::at_once;
use crate::support::people::enter;
use crate::support::room::{Checked, Room, options, redo_newest, undo_newest};

fn publication(store: &Store, meeting: MeetingId, report: Report, choices: Choices) -> Publication {
    let words = Lang::Sv.words();
    let material = gather(store, meeting, ReportScope::Meeting, words, day("2026-03-09")).unwrap();
    report.write(&choices.cut(&material, &KnownPeople::of(&material)), words)
}

/// The text of every file of some minutes, by the ending of its name.
fn files(store: &Store, meeting: MeetingId, choices: Choices) -> Vec<(String, String)> {
    let files = rendered(&publication(store, meeting, Report::Minutes, choices)).into_iter();
    let files = files.map(|(path, bytes)| (path.clone(), everything(&path, &bytes)));
    files.map(|(path, text)| (path.rsplit('.').next().unwrap().to_owned(), text)).collect()
}

/// The files that are minutes. The others list work.
fn minutes(store: &Store, meeting: MeetingId) -> Vec<(String, String)> {
    let mut files = files(store, meeting, Choices::ALL);
    files.retain(|(ending, _)| ["txt", "md", "docx", "html", "json", "pdf"].contains(&ending.as_str()));
    assert_eq!(files.len(), 6);
    files
}

fn rename(store: &mut Store, from: &str, to: &str) {
    let before = store::person::named(store, from).unwrap().unwrap();
    let details = PersonDetails { name: to.to_owned(), ..PersonDetails::default() };
    at_once::edit_person(store, &before, &details).unwrap();
}

/// Minutes in which Bjorn owns an action and said it, and Vera wrote it, read from a file of this format that the
/// program wrote, into a register that knows both.
fn read(format: &str) -> (Checked, MeetingId) {
    let mut room = Room::new();
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let caught = Caught {
        text: "Ringa hallen".to_owned(),
        kind: Some(Kind::ACTION),
        owner: Some("Bjorn".to_owned()),
        speaker: Some("Bjorn".to_owned()),
        ..Caught::default()
    };
    ops::capture(&mut room.store, at, caught).unwrap();
    let caught =
        Caught { text: "Prova cykeln".to_owned(), speaker: Some("Disa".to_owned()), ..Caught::default() };
    ops::capture(&mut room.store, at, caught).unwrap();
    let written = rendered(&publication(&room.store, room.meeting, Report::Minutes, Choices::ALL));
    let (path, bytes) = written.into_iter().find(|(path, _)| path.ends_with(&format!(".{format}"))).unwrap();
    let minutes = file::minutes(&bytes, &path, &reading()).unwrap();

    let mut store = Checked::from(Store::in_memory(options()).unwrap());
    for name in ["Bjorn", "Vera", "Disa"] {
        enter(&mut store, name);
    }
    let meeting = ops::import_minutes(&mut store, &minutes, Some("c4fe")).unwrap().value;
    (store, meeting)
}

fn rename_all(store: &mut Store) {
    for (from, to) in [("Bjorn", "Bjornsson"), ("Vera", "Verasdotter"), ("Disa", "Disadotter")] {
        rename(store, from, to);
    }
}

fn action(store: &Store) -> EntryId {
    let filter = Filter { class: WorkClass::Actions, ..Filter::default() };
    work::list(store, &filter, 0, 1).unwrap().remove(0).entry.id
}

fn assign(store: &mut Store, owner: &str) {
    let id = action(store);
    let before = Assignment::of(&store::entry::get(store, id).unwrap().unwrap());
    let after = Assignment { owner: Some(owner.to_owned()), ..before.clone() };
    at_once::assign(store, id, &before, &after).unwrap();
}

/// Who is responsible for the action, as the minutes spell it.
fn owner(store: &Store, meeting: MeetingId) -> String {
    let publication = publication(store, meeting, Report::Minutes, Choices::ALL);
    let sections = publication.minutes.unwrap().sections;
    let mut entries = sections.into_iter().flat_map(|section| section.entries);
    entries.find(|entry| matches!(entry.kind, Kind::Action(_))).unwrap().owner.unwrap()
}

#[test]
fn names_that_were_read_stay_as_they_were_spelled_in_every_format() {
    for format in ["md", "json", "docx"] {
        let (mut store, meeting) = read(format);
        let before = minutes(&store, meeting);
        for (ending, text) in &before {
            // Plain text says who is responsible and nothing else.
            let named: &[&str] = if ending == "txt" { &["Bjorn"] } else { &["Bjorn", "Vera", "Disa"] };
            assert!(named.iter().all(|name| text.contains(name)), "{format} {ending}: {text}");
        }
        rename_all(&mut store);
        // Something else in the entry is written since.
        let id = action(&store);
        ops::set_tags(&mut store, &[id], &[], &["lokal".to_owned()]).unwrap();
        ops::set_tags(&mut store, &[id], &["lokal".to_owned()], &[]).unwrap();
        assert_eq!(minutes(&store, meeting), before, "{format}");
    }
}

#[test]
fn lists_of_work_name_people_as_they_are_called_now() {
    let (mut store, meeting) = read("md");
    rename_all(&mut store);
    let owner = Owner::Named("Bjornsson".to_owned());
    let filter = Filter { class: WorkClass::Owed, owner, ..Filter::default() };
    let listed = work::list(&store, &filter, 0, 9).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].entry.owner.as_deref(), Some("Bjornsson"));
    let actions = publication(&store, meeting, Report::Actions, Choices::ALL);
    assert!(format!("{:?}", actions.document).contains("Bjornsson"));

    // Whoever spoke is in the list of people by the name in the register, however the minutes spell it.
    let words = Lang::Sv.words();
    let material = gather(&store, meeting, ReportScope::Meeting, words, day("2026-03-09")).unwrap();
    let cut = Choices::ALL.cut(&material, &KnownPeople::of(&material));
    let people = format!("{:?}", sheets::people(&cut, words).unwrap().rows);
    for name in ["Bjornsson", "Verasdotter", "Disadotter"] {
        assert!(people.contains(name), "{name}: {people}");
    }
}

#[test]
fn what_is_written_after_the_reading_follows_a_rename_and_its_undo_does_not() {
    let (mut store, meeting) = read("md");
    enter(&mut store, "Anna");
    rename_all(&mut store);
    let before = minutes(&store, meeting);
    let owner = |store: &Store| owner(store, meeting);
    assert_eq!(owner(&store), "Bjorn");
    assign(&mut store, "Anna");
    undo_newest(&mut store).unwrap();
    assert_eq!(minutes(&store, meeting), before);
    redo_newest(&mut store).unwrap();
    rename(&mut store, "Anna", "Annasdotter");
    assert_eq!(owner(&store), "Annasdotter");
    assign(&mut store, "Bjornsson");
    assert_eq!(owner(&store), "Bjornsson");
    rename(&mut store, "Bjornsson", "Björn Ek");
    assert_eq!(owner(&store), "Björn Ek");
    for _ in 0..4 {
        undo_newest(&mut store).unwrap();
    }
    assert_eq!(minutes(&store, meeting), before);

    // What was said at the meeting afterwards is not read.
    let section = store::section::list(&store, meeting).unwrap()[0].id;
    let at = CapturePlace { meeting, section, table: None, round: None };
    let caught =
        Caught { text: "Nytt".to_owned(), speaker: Some("Bjornsson".to_owned()), ..Caught::default() };
    ops::capture(&mut store, at, caught).unwrap();
    rename(&mut store, "Bjornsson", "Björn Ek");
    let minutes = publication(&store, meeting, Report::Minutes, Choices::ALL).minutes.unwrap();
    let entries = minutes.sections.into_iter().flat_map(|section| section.entries);
    let speakers: Vec<String> = entries.filter_map(|entry| entry.speaker).collect();
    assert_eq!(speakers, ["Bjorn", "Disa", "Björn Ek"]);
}

#[test]
fn a_spelling_comes_back_with_the_undo_though_another_laptop_has_written_at_the_same_time() {
    let (mut here, meeting) = read("md");
    for name in ["Anna", "Eva"] {
        enter(&mut here, name);
    }
    let mut there = Checked::from(Store::in_memory(apart::options(2)).unwrap());
    there.apply(&store::log::beyond(&here, &[]).unwrap()).unwrap();
    rename(&mut there, "Bjorn", "Bjornsson");
    assign(&mut here, "Anna");
    assign(&mut there, "Eva");
    undo_newest(&mut there).unwrap();
    there.apply(&store::log::beyond(&here, &[]).unwrap()).unwrap();
    assert_eq!(owner(&there, meeting), "Bjorn");
    // What the other laptop has written before is no spelling of the file: it comes back, and follows.
    here.apply(&store::log::beyond(&there, &[]).unwrap()).unwrap();
    assign(&mut here, "Anna");
    there.apply(&store::log::beyond(&here, &[]).unwrap()).unwrap();
    assign(&mut there, "Eva");
    undo_newest(&mut there).unwrap();
    rename(&mut there, "Anna", "Annasdotter");
    assert_eq!(owner(&there, meeting), "Annasdotter");
}

#[test]
fn who_is_added_to_those_present_follows_a_rename_and_who_was_read_does_not() {
    let present = |store: &Store, meeting| {
        let publication = publication(store, meeting, Report::Minutes, Choices::ALL);
        let fields = publication.minutes.unwrap().fields.into_iter();
        fields.filter(|field| field.label == "Närvarande").map(|field| field.value).collect::<Vec<_>>()
    };
    let guest = [PersonDetails { name: "Ny Person".to_owned(), ..PersonDetails::default() }];
    for (header, before, after) in [
        ("**Närvarande:** Bjorn, Vera\n\n", "Bjorn, Vera, Ny Person", "Bjorn, Vera, Ny Personsson"),
        ("", "Ny Person", "Ny Personsson"),
    ] {
        let mut store = Checked::from(Store::in_memory(options()).unwrap());
        for name in ["Bjorn", "Vera"] {
            enter(&mut store, name);
        }
        let text = format!("# Framtidsveckan\n\n{header}## Åtgärder\n\n- Ringa hallen\n");
        let minutes = file::minutes(text.as_bytes(), "a.md", &reading()).unwrap();
        let meeting = ops::import_minutes(&mut store, &minutes, Some("c4fe")).unwrap().value;
        ops::enter_people(&mut store, &guest, Some(meeting)).unwrap();
        assert_eq!(present(&store, meeting), [before]);
        rename(&mut store, "Ny Person", "Ny Personsson");
        rename(&mut store, "Vera", "Verasdotter");
        assert_eq!(present(&store, meeting), [after]);
    }
}

#[test]
fn a_spelling_that_was_read_is_hidden_as_the_person_it_is() {
    let (mut store, meeting) = read("md");
    rename(&mut store, "Bjorn", "Björn Ek");
    rename(&mut store, "Disa", "Eva Ask");
    let shown = |names, spelled: &[&str]| {
        let choices = Choices { names, ..Choices::ALL };
        for (ending, text) in files(&store, meeting, choices) {
            for name in spelled {
                assert!(!text.contains(name), "{names:?} {ending}: {text}");
            }
        }
        let publication = publication(&store, meeting, Report::Minutes, choices);
        let entries = publication.minutes.unwrap().sections.into_iter().flat_map(|section| section.entries);
        let names = entries.flat_map(|entry| [entry.owner, entry.speaker]).flatten();
        names.collect::<BTreeSet<String>>()
    };
    let spelled = ["Bjorn", "Björn", "Disa", "Eva Ask"];
    assert!(shown(Names::None, &spelled).is_empty());
    assert!(!shown(Names::Role, &spelled).is_empty());
    assert_eq!(shown(Names::Initials, &spelled), BTreeSet::from(["B.E.".to_owned(), "E.A.".to_owned()]));
    let pseudonyms = shown(Names::Pseudonym, &spelled);
    let choices = Choices { names: Names::Pseudonym, ..Choices::ALL };
    let work = format!("{:?}", publication(&store, meeting, Report::Actions, choices).document);
    assert_eq!(pseudonyms.len(), 2);
    assert_eq!(pseudonyms.iter().filter(|pseudonym| work.contains(*pseudonym)).count(), 1, "{work}");
}
