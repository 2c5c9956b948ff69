//! Persons as records: what names somebody follows the register, however the name was spelled.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;
use vidpennan::clock::Clock;
use vidpennan::i18n::Lang;
use vidpennan::minutes::details::Detail;
use vidpennan::minutes::provenance::SaidProvenance;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::history::{Entity, LogId, Value};
use vidpennan::model::id::{EntryId, MeetingId, PersonId};
use vidpennan::model::{ActionStatus, Kind, Meeting, Signature};
use vidpennan::ops::{self, Assignment, PersonDetails, Refused};
use vidpennan::store::person::{Mentioned, WrittenName};
use vidpennan::store::work::{self, Filter, Owner, WorkClass};
use vidpennan::store::{self, Store};

use crate::support::at_once;
use crate::support::newer::Newer;
use crate::support::people::{named, owned, owner, person, rename};
use crate::support::room::{Room, follows_from_its_log, noon, undo_newest};

fn names(store: &Store) -> Vec<String> {
    store::person::list(store).unwrap().into_iter().map(|person| person.name).collect()
}

fn owned_by(room: &Room, name: &str) -> usize {
    let owner = Owner::Named(name.to_owned());
    let filter = Filter { class: WorkClass::Owed, owner, ..Filter::default() };
    work::count(&room.store, &filter).unwrap()
}

/// The names in cells for one, and who they are.
fn mentioned(store: &Store) -> Vec<(String, Option<PersonId>)> {
    let one = |mentioned: Mentioned| match mentioned.written {
        WrittenName::Person(name) | WrittenName::Somebody(name) => Some((name, mentioned.person)),
        WrittenName::Signature(_) | WrittenName::Row { .. } => None,
    };
    store::person::mentioned(store).unwrap().into_iter().filter_map(one).collect()
}

#[test]
fn a_rename_reaches_everything_that_names_the_person_and_is_undone() {
    let mut room = Room::new();
    let id = owned(&mut room, "Bjorn");
    rename(&mut room.store, "Bjorn", "Björn Ek");
    let entry = store::entry::get(&room.store, id).unwrap().unwrap();
    assert_eq!((entry.owner.as_deref(), entry.speaker.as_deref()), (Some("Björn Ek"), Some("Björn Ek")));
    assert_eq!((owned_by(&room, "Björn Ek"), owned_by(&room, "Bjorn")), (1, 0));
    assert_eq!(work::owners(&room.store).unwrap(), ["Björn Ek"]);
    let bjorn = Some(person(&room.store, "Björn Ek").id);
    let mentioned = mentioned(&room.store);
    assert!(["Bjorn", "Björn Ek"].iter().all(|name| mentioned.contains(&((*name).to_owned(), bjorn))));
    follows_from_its_log(&room.store);
    undo_newest(&mut room.store).unwrap();
    assert_eq!(owner(&room, id), "Bjorn");
    assert_eq!(owned_by(&room, "Bjorn"), 1);
}

#[test]
fn a_name_that_was_written_before_it_was_in_the_register_is_renamed_too() {
    let mut room = Room::new();
    let id = owned(&mut room, "Amina");
    let amina = person(&room.store, "Amina").id;
    at_once::remove_person(&mut room.store, amina).unwrap();
    let later = owned(&mut room, "Amina");
    assert_eq!(names(&room.store), ["Amina"], "entered again, as somebody new");
    let again = owned(&mut room, "Amina");
    rename(&mut room.store, "Amina", "Amina Berg");
    assert_eq!([id, later, again].map(|id| owner(&room, id)), ["Amina Berg"; 3]);
    undo_newest(&mut room.store).unwrap();
    assert_eq!([id, later, again].map(|id| owner(&room, id)), ["Amina"; 3]);
}

#[test]
fn two_who_are_one_are_joined_in_one_step_that_is_undone() {
    let mut room = Room::new();
    let [short, full] = ["Björn", "Björn Ek"].map(|name| owned(&mut room, name));
    let [one, other] = ["Björn", "Björn Ek"].map(|name| person(&room.store, name));
    let head = PersonDetails { role: Some("rektor".to_owned()), ..named(&one, "Björn") };
    at_once::edit_person(&mut room.store, &one, &head).unwrap();
    ops::join_persons(&mut room.store, one.id, other.id).unwrap();
    assert_eq!([short, full].map(|id| owner(&room, id)), ["Björn Ek", "Björn Ek"]);
    assert_eq!(owned_by(&room, "Björn Ek"), 2);
    assert_eq!(names(&room.store), ["Björn Ek"]);
    assert_eq!(person(&room.store, "Björn Ek").role.as_deref(), Some("rektor"), "what only one knew");
    let later = owned(&mut room, "Björn");
    assert_eq!(owner(&room, later), "Björn Ek", "the old name means the same person from now on");
    rename(&mut room.store, "Björn Ek", "Björn Ekh");
    assert_eq!([short, full, later].map(|id| owner(&room, id)), ["Björn Ekh", "Björn Ekh", "Björn Ekh"]);
    for _ in 0..3 {
        undo_newest(&mut room.store).unwrap();
    }
    assert_eq!([short, full].map(|id| owner(&room, id)), ["Björn", "Björn Ek"]);
    assert_eq!(names(&room.store), ["Björn", "Björn Ek"]);
    let same = ops::join_persons(&mut room.store, one.id, one.id);
    assert!(matches!(same, Err(Refused::SamePerson)));
}

#[test]
fn who_is_removed_takes_along_those_who_were_the_same_and_comes_back_with_them() {
    let mut room = Room::new();
    let [short, full] = ["Björn", "Björn Ek"].map(|name| owned(&mut room, name));
    let [one, other] = ["Björn", "Björn Ek"].map(|name| person(&room.store, name).id);
    ops::join_persons(&mut room.store, one, other).unwrap();
    at_once::remove_person(&mut room.store, other).unwrap();
    assert_eq!(names(&room.store), [""; 0]);
    assert_eq!([short, full].map(|id| owner(&room, id)), ["Björn", "Björn Ek"], "as it was spelled");
    undo_newest(&mut room.store).unwrap();
    assert_eq!(names(&room.store), ["Björn Ek"]);
    assert_eq!([short, full].map(|id| owner(&room, id)), ["Björn Ek", "Björn Ek"]);
}

#[test]
fn what_is_open_is_counted_for_who_it_is_now() {
    let mut room = Room::new();
    let [short, _, gone] = ["Björn", "Björn Ek", "Amina"].map(|name| owned(&mut room, name));
    let [one, other, amina] = ["Björn", "Björn Ek", "Amina"].map(|name| person(&room.store, name).id);
    ops::join_persons(&mut room.store, one, other).unwrap();
    let open = |room: &Room| store::person::open_work(&room.store).unwrap();
    assert_eq!(open(&room), [(other, 2), (amina, 1)].into());
    ops::set_status(&mut room.store, short, Kind::Action(ActionStatus::Done)).unwrap();
    at_once::remove_person(&mut room.store, amina).unwrap();
    assert_eq!(open(&room), [(other, 1)].into());
    let details = PersonDetails { name: "Amina".to_owned(), ..PersonDetails::default() };
    ops::enter_person(&mut room.store, &details).unwrap();
    let again = person(&room.store, "Amina").id;
    assert_eq!(open(&room), [(other, 1), (again, 1)].into(), "it is owned by who has the name now");
    at_once::delete_entries(&mut room.store, &[gone]).unwrap();
    assert_eq!(open(&room), [(other, 1)].into());
}

#[test]
fn a_person_is_entered_and_corrected_with_where_they_work() {
    let mut room = Room::new();
    let store = &mut room.store;
    let details = |role: &str, organisation: &str| PersonDetails {
        name: "Åsa Öst".to_owned(),
        role: Some(role.to_owned()),
        organisation: Some(organisation.to_owned()),
        email: Some(" asa@exempel.se".to_owned()),
    };
    ops::enter_person(store, &details(" lärare ", "Skolan")).unwrap();
    let before = person(store, "Åsa Öst");
    assert_eq!((before.role.as_deref(), before.email.as_deref()), (Some("lärare"), Some("asa@exempel.se")));
    let works = |store: &Store| {
        let id = person(store, "Åsa Öst").organisation?;
        let all = store::organisation::list(store).unwrap();
        Some(all.into_iter().find(|organisation| organisation.id == id).unwrap().name)
    };
    assert_eq!(works(store).as_deref(), Some("Skolan"));
    // Another window writes the role while this one has another organisation in mind.
    at_once::edit_person(store, &before, &details("rektor", "skolan")).unwrap();
    at_once::edit_person(store, &before, &details("lärare", "Biblioteket")).unwrap();
    assert_eq!(person(store, "Åsa Öst").role.as_deref(), Some("rektor"));
    assert_eq!(works(store).as_deref(), Some("Biblioteket"));
    let refused = at_once::edit_person(store, &before, &details("kurator", "Biblioteket"));
    assert!(matches!(refused, Err(Refused::Changed(now)) if now == "rektor"));
    let before = person(store, "Åsa Öst");
    at_once::edit_person(store, &before, &details("", " ")).unwrap();
    assert_eq!((person(store, "Åsa Öst").role, works(store)), (None, None));
    // An address that two have written at once is not replaced unseen.
    let before = person(store, "Åsa Öst");
    let reached = |email: &str| PersonDetails { email: Some(email.to_owned()), ..details("", "") };
    at_once::edit_person(store, &before, &reached("asa.ost@exempel.se")).unwrap();
    let refused = at_once::edit_person(store, &before, &reached("ost@exempel.se"));
    assert!(matches!(refused, Err(Refused::Changed(now)) if now == "asa.ost@exempel.se"));
    // One who turns out to be another is reached by the address that either has.
    let other = PersonDetails { name: "Åsa".to_owned(), ..PersonDetails::default() };
    let other = ops::enter_person(store, &other).unwrap().value;
    ops::join_persons(store, before.id, other).unwrap();
    assert_eq!(
        store::person::get(store, other).unwrap().unwrap().email.as_deref(),
        Some("asa.ost@exempel.se")
    );
}

#[test]
fn two_laptops_that_each_join_the_other_way_round_agree_on_one() {
    let mut room = Room::new();
    let [short, full] = ["Björn", "Björn Ek"].map(|name| owned(&mut room, name));
    let [one, other] = ["Björn", "Björn Ek"].map(|name| person(&room.store, name).id);
    let mut elsewhere = Store::in_memory(crate::support::room::options()).unwrap();
    elsewhere.apply(&store::log::beyond(&room.store, &[]).unwrap()).unwrap();
    ops::join_persons(&mut room.store, one, other).unwrap();
    ops::join_persons(&mut elsewhere, other, one).unwrap();
    let (here, there) =
        (store::log::beyond(&room.store, &[]).unwrap(), store::log::beyond(&elsewhere, &[]).unwrap());
    room.store.apply(&there).unwrap();
    elsewhere.apply(&here).unwrap();
    assert_eq!(names(&room.store), names(&elsewhere));
    assert_eq!(names(&room.store).len(), 1, "neither has vanished with the other");
    assert_eq!(owner(&room, short), owner(&room, full));
    follows_from_its_log(&elsewhere);
}

#[test]
fn who_was_there_is_renamed_in_the_header() {
    let mut room = Room::new();
    enter_present(&mut room, &["Bjorn", "Bjornsson"]);
    rename(&mut room.store, "Bjorn", "Björn Ek");
    assert_eq!(present(&room), "Björn Ek, Bjornsson");
    enter_present(&mut room, &["Åsa"]);
    assert_eq!(present(&room), "Björn Ek, Bjornsson, Åsa");
}

#[test]
fn a_title_in_a_list_takes_the_place_of_the_label_of_a_signature() {
    let mut room = Room::new();
    let named = |role: &str| PersonDetails {
        name: "Björn Ek".to_owned(),
        role: Some(role.to_owned()),
        ..PersonDetails::default()
    };
    for (role, stored) in
        [("Vid pennan", "Vid pennan"), ("Kurator", "Kurator"), ("Rektor", "Kurator"), ("Justeras", "Kurator")]
    {
        ops::enter_people(&mut room.store, &[named(role)], None).unwrap();
        assert_eq!(person(&room.store, "Björn Ek").role.as_deref(), Some(stored), "{role}");
    }
}

/// Who was there, as the header says it.
fn present(room: &Room) -> String {
    let fields = store::field::list(&room.store, room.meeting).unwrap();
    fields.into_iter().find(|field| field.label == "Närvarande").unwrap().value
}

/// Enters these people as participants of the meeting. Returns how many of them are new.
fn enter_present(room: &mut Room, names: &[&str]) -> usize {
    let people: Vec<PersonDetails> = names
        .iter()
        .map(|name| PersonDetails { name: (*name).to_owned(), ..PersonDetails::default() })
        .collect();
    ops::enter_people(&mut room.store, &people, Some(room.meeting)).unwrap().value.new
}

fn join(room: &mut Room, name: &str, other: &str) -> LogId {
    let [one, other] = [name, other].map(|name| person(&room.store, name).id);
    ops::join_persons(&mut room.store, one, other).unwrap();
    ops::undoable(&room.store).unwrap().at
}

#[test]
fn who_turned_out_to_be_another_is_not_entered_anew_by_a_list() {
    let mut room = Room::new();
    assert_eq!(enter_present(&mut room, &["Anna", "Anna Ek"]), 2);
    join(&mut room, "Anna", "Anna Ek");
    assert_eq!(enter_present(&mut room, &["Anna", "anna", "Anna Ek"]), 0);
    let details = PersonDetails {
        name: "Anna".to_owned(),
        email: Some("anna@exempel.se".to_owned()),
        ..PersonDetails::default()
    };
    ops::enter_people(&mut room.store, std::slice::from_ref(&details), None).unwrap();
    assert_eq!(names(&room.store), ["Anna Ek"]);
    assert_eq!(person(&room.store, "Anna Ek").email, details.email, "what is read of one is known of both");
    let role = PersonDetails { role: Some("rektor".to_owned()), ..details };
    ops::enter_person(&mut room.store, &role).unwrap();
    assert_eq!(person(&room.store, "Anna Ek").role, role.role);
    let id = owned(&mut room, "Anna");
    assert_eq!(owner(&room, id), "Anna Ek");
}

#[test]
fn a_header_keeps_how_each_was_spelled_when_others_are_added() {
    let mut room = Room::new();
    enter_present(&mut room, &["Anna", "Anna Ek", "Bo"]);
    let joined = join(&mut room, "Anna", "Anna Ek");
    assert_eq!(present(&room), "Anna Ek, Bo", "one person is listed once");
    rename(&mut room.store, "Bo", "Bo Falk");
    enter_present(&mut room, &["Ny Person", "Bo Falk"]);
    assert_eq!(present(&room), "Anna Ek, Bo Falk, Ny Person");
    rename(&mut room.store, "Ny Person", "Nya Person");
    ops::undo(&mut room.store, joined).unwrap();
    assert_eq!(present(&room), "Anna, Anna Ek, Bo Falk, Nya Person");
}

#[test]
fn several_who_turned_out_to_be_one_are_listed_once() {
    let mut room = Room::new();
    enter_present(&mut room, &["Anna", "Ann", "Anna Ek"]);
    join(&mut room, "Anna", "Anna Ek");
    join(&mut room, "Ann", "Anna Ek");
    assert_eq!(present(&room), "Anna Ek");
    rename(&mut room.store, "Anna Ek", "Anna Lund");
    assert_eq!(present(&room), "Anna Lund", "under whatever name");
}

#[test]
fn who_was_removed_from_the_register_is_renamed_in_the_header_when_entered_again() {
    let mut room = Room::new();
    enter_present(&mut room, &["Bo", "Åsa"]);
    let id = person(&room.store, "Bo").id;
    at_once::remove_person(&mut room.store, id).unwrap();
    let owned = owned(&mut room, "Bo");
    rename(&mut room.store, "Bo", "Bo Falk");
    assert_eq!((present(&room).as_str(), owner(&room, owned).as_str()), ("Bo Falk, Åsa", "Bo Falk"));
}

#[test]
fn what_a_removed_person_owned_is_counted_for_who_has_the_name_now() {
    let mut room = Room::new();
    owned(&mut room, "Bo");
    let id = person(&room.store, "Bo").id;
    at_once::remove_person(&mut room.store, id).unwrap();
    owned(&mut room, "Bo");
    let bo = person(&room.store, "Bo").id;
    assert_eq!(store::person::open_work(&room.store).unwrap().get(&bo), Some(&2));
}

#[test]
fn what_a_removed_person_owned_with_others_is_counted_for_who_has_the_name_now() {
    let mut room = Room::new();
    owned(&mut room, "Bo, Åsa");
    let id = person(&room.store, "Bo").id;
    at_once::remove_person(&mut room.store, id).unwrap();
    enter_present(&mut room, &["Bo"]);
    let bo = person(&room.store, "Bo").id;
    let asa = person(&room.store, "Åsa").id;
    let counted = |room: &Room| {
        let open = store::person::open_work(&room.store).unwrap();
        [bo, asa].map(|id| open.get(&id).copied().unwrap_or_default())
    };
    assert_eq!((counted(&room), owned_by(&room, "Bo")), ([1, 1], 1));
    owned(&mut room, "Bo, Åsa");
    assert_eq!(counted(&room), [2, 2]);
    assert_eq!(rename(&mut room.store, "Bo", "Bo Falk"), bo);
    assert_eq!((counted(&room), owned_by(&room, "Bo Falk")), ([2, 2], 2));
}

#[test]
fn what_several_own_follows_each_of_them() {
    let mut room = Room::new();
    owned(&mut room, "Siv");
    let id = owned(&mut room, "Siv, Per, kansliet");
    let siv = rename(&mut room.store, "Siv", "Siv Ek");
    assert_eq!(owner(&room, id), "Siv Ek, Per, kansliet");
    assert_eq!(owned_by(&room, "Siv Ek"), 2);
    assert_eq!(store::person::open_work(&room.store).unwrap().get(&siv), Some(&2));

    // Whom nobody knows any more is the one who is entered by that name.
    let per = person(&room.store, "Per").id;
    at_once::remove_person(&mut room.store, per).unwrap();
    owned(&mut room, "Per");
    rename(&mut room.store, "Per", "Per Bo");
    assert_eq!(owner(&room, id), "Siv Ek, Per Bo, kansliet");
    assert!(mentioned(&room.store).iter().any(|(name, person)| name == "Siv" && *person == Some(siv)));
    undo_newest(&mut room.store).unwrap();
    assert_eq!(owner(&room, id), "Siv Ek, Per, kansliet");

    join(&mut room, "Per", "Siv Ek");
    assert_eq!(owner(&room, id), "Siv Ek, kansliet");
    at_once::remove_person(&mut room.store, siv).unwrap();
    assert_eq!(owner(&room, id), "Siv, Per, kansliet");
}

#[test]
fn a_rename_reaches_the_sign_off_but_not_that_of_minutes_that_were_read() {
    let mut room = Room::new();
    let (read, _) = read_minutes(&mut room.store);
    let sign_off = |room: &mut Room, meeting: MeetingId, names: &[&str]| {
        let before = store::meeting::get(&room.store, meeting).unwrap().unwrap();
        let signoff =
            names.iter().map(|name| Signature { name: (*name).to_owned(), role: "rektor".to_owned() });
        let after = Meeting { signoff: signoff.collect(), ..before.clone() };
        at_once::edit_meeting(&mut room.store, &before, &after).unwrap();
    };
    let signers = |room: &Room, meeting: MeetingId| {
        let meeting = store::meeting::get(&room.store, meeting).unwrap().unwrap();
        meeting.signoff.into_iter().map(|signature| signature.name).collect::<Vec<_>>()
    };
    for name in ["Kim Rot", "Kim"] {
        owned(&mut room, name);
    }
    let here = room.meeting;
    sign_off(&mut room, here, &["Kim Rot", "Kim", "Kim Rothstein"]);
    sign_off(&mut room, read, &["Kim Rot"]);
    rename(&mut room.store, "Kim Rot", "Kim Rosén");
    assert_eq!(signers(&room, here), ["Kim Rosén", "Kim", "Kim Rothstein"]);
    assert_eq!(signers(&room, read), ["Kim Rot"]);
    join(&mut room, "Kim", "Kim Rosén");
    assert_eq!(signers(&room, here), ["Kim Rosén", "Kim Rothstein"]);
    undo_newest(&mut room.store).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert_eq!(signers(&room, here), ["Kim Rot", "Kim", "Kim Rothstein"]);
}

#[test]
fn names_with_och_between_them_are_several_where_all_are_known() {
    let mut room = Room::new();
    for name in ["Siv Ek", "Per"] {
        owned(&mut room, name);
    }
    let both = owned(&mut room, "Siv Ek och Per");
    assert_eq!(owner(&room, both), "Siv Ek, Per");
    let body = owned(&mut room, "Bygg och miljö");
    assert_eq!(owner(&room, body), "Bygg och miljö");
    let before = Assignment { owner: Some("Siv Ek".to_owned()), due: None };
    let line = owned(&mut room, "Siv Ek");
    let after = Assignment { owner: Some("per och siv ek".to_owned()), due: None };
    at_once::assign(&mut room.store, line, &before, &after).unwrap();
    assert_eq!(owner(&room, line), "Per, Siv Ek");
    assert_eq!(names(&room.store), ["Siv Ek", "Per", "Bygg och miljö"]);
}

#[test]
fn a_name_in_another_letter_case_is_that_of_the_register() {
    let mut room = Room::new();
    enter_present(&mut room, &["lena holm"]);
    let line = owned(&mut room, "Lena Holm");
    assert_eq!(owner(&room, line), "lena holm");
    assert_eq!(names(&room.store), ["lena holm"]);
    rename(&mut room.store, "lena holm", "Lena Holm");
    assert_eq!(owner(&room, line), "Lena Holm");
}

#[test]
fn what_several_own_stays_as_it_was_spelled_until_somebody_is_renamed() {
    let mut room = Room::new();
    let [tight, twice] = ["Siv,Per", "Per, Per"].map(|owners| owned(&mut room, owners));
    follows_from_its_log(&room.store);
    assert_eq!([tight, twice].map(|id| owner(&room, id)), ["Siv,Per", "Per, Per"]);
    assert_eq!(["Siv", "Per"].map(|name| owned_by(&room, name)), [1, 2]);
    rename(&mut room.store, "Per", "Per Bo");
    assert_eq!(owner(&room, tight), "Siv, Per Bo");
    assert_eq!(owned_by(&room, "Per Bo"), 2);
}

#[test]
fn of_two_who_turned_out_to_be_one_nobody_else_gets_the_lines() {
    let mut room = Room::new();
    enter_present(&mut room, &["Bo", "Bo Ek", "Tuva"]);
    let id = owned(&mut room, "Bo, Bo Ek, Tuva");
    let [full, tuva] = ["Bo Ek", "Tuva"].map(|name| person(&room.store, name).id);
    join(&mut room, "Bo", "Bo Ek");
    assert_eq!((owner(&room, id), present(&room)), ("Bo Ek, Tuva".to_owned(), "Bo Ek, Tuva".to_owned()));
    let means = |room: &Room, name: &str| {
        let mentioned = mentioned(&room.store).into_iter();
        mentioned.filter(|(other, _)| other == name).map(|(_, person)| person).collect::<BTreeSet<_>>()
    };
    assert_eq!(means(&room, "Bo"), [Some(full)].into());
    assert_eq!(means(&room, "Tuva"), [Some(tuva)].into());
    at_once::remove_person(&mut room.store, tuva).unwrap();
    assert_eq!(means(&room, "Tuva"), [None].into());
}

#[test]
fn the_work_of_an_organisation_is_that_of_its_people_whatever_they_are_called() {
    let mut room = Room::new();
    owned(&mut room, "Siv, Per");
    let siv = person(&room.store, "Siv");
    let at_work = PersonDetails { organisation: Some("KoF".to_owned()), ..named(&siv, "Siv") };
    at_once::edit_person(&mut room.store, &siv, &at_work).unwrap();
    let organisation = store::organisation::list(&room.store).unwrap()[0].id;
    let count = |room: &Room| {
        let filter = Filter { class: WorkClass::Owed, organisation: Some(organisation), ..Filter::default() };
        work::count(&room.store, &filter).unwrap()
    };
    assert_eq!(count(&room), 1);
    let siv = person(&room.store, "Siv");
    let renamed = PersonDetails { name: "Siv Lund".to_owned(), ..at_work };
    at_once::edit_person(&mut room.store, &siv, &renamed).unwrap();
    assert_eq!(count(&room), 1);
}

#[test]
fn what_was_somebody_elses_before_a_removal_is_not_left_by_its_undo() {
    let mut room = Room::new();
    let id = owned(&mut room, "Per");
    let [before, after] = ["Per", "Åsa"].map(|name| Assignment { owner: Some(name.to_owned()), due: None });
    at_once::assign(&mut room.store, id, &before, &after).unwrap();
    let per = person(&room.store, "Per").id;
    at_once::remove_person(&mut room.store, per).unwrap();
    let left = undo_newest(&mut room.store).unwrap().value.left;
    assert_eq!(left.iter().map(|left| left.field.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn no_name_in_the_register_has_a_comma() {
    let mut room = Room::new();
    for (entered, name) in [
        ("Ek, Siv", "Siv Ek"),
        ("Bo,", "Bo"),
        ("Lund, Åsa, fil. dr", "Åsa Lund fil. dr"),
        ("Bo Al, chef", "Bo Al chef"),
    ] {
        let details = PersonDetails { name: entered.to_owned(), ..PersonDetails::default() };
        ops::enter_person(&mut room.store, &details).unwrap();
        ops::enter_people(&mut room.store, &[details], Some(room.meeting)).unwrap();
        assert!(!names(&room.store).iter().any(|name| name.contains(',')), "{entered}");
        assert!(names(&room.store).contains(&name.to_owned()), "{entered}");
    }
    owned(&mut room, "Siv Ek");
    rename(&mut room.store, "Siv Ek", "Lund, Siv");
    assert_eq!(owned_by(&room, "Siv Lund"), 1);
}

#[test]
fn among_several_a_body_may_have_any_name() {
    let mut room = Room::new();
    let both = owned(&mut room, "Barn och utbildning, Per Bo");
    let same = owned(&mut room, "Åsa och Siv, Siv");
    rename(&mut room.store, "Barn och utbildning", "Skolförvaltningen");
    rename(&mut room.store, "Siv", "Siv Lund");
    assert_eq!(owner(&room, both), "Skolförvaltningen, Per Bo");
    assert_eq!(owner(&room, same), "Åsa och Siv, Siv Lund");
}

#[test]
fn a_rename_elsewhere_takes_back_no_assignment() {
    let mut room = Room::new();
    let line = owned(&mut room, "Siv Ny");
    let siv = person(&room.store, "Siv Ny").id;
    at_once::remove_person(&mut room.store, siv).unwrap();
    let mut elsewhere = crate::support::apart::another(&room, 1);
    // Here somebody else is to do it; elsewhere the line becomes that of a new Siv, who is renamed.
    let [before, after] =
        ["Siv Ny", "Åsa Ek"].map(|name| Assignment { owner: Some(name.to_owned()), due: None });
    at_once::assign(&mut room.store, line, &before, &after).unwrap();
    owned(&mut elsewhere, "Siv Ny");
    rename(&mut elsewhere.store, "Siv Ny", "Siv Lund");
    let mut rooms = [room, elsewhere];
    crate::support::apart::meet(&mut rooms);
    for room in &rooms {
        assert_eq!(owner(room, line), "Åsa Ek");
        let [asa, lund] = ["Åsa Ek", "Siv Lund"].map(|name| person(&room.store, name).id);
        assert!(!mentioned(&room.store).contains(&("Åsa Ek".to_owned(), Some(lund))));
        assert_ne!(asa, lund);
        let open = store::person::open_work(&room.store).unwrap();
        assert_eq!(open.get(&asa), Some(&1), "{open:?}");
    }
    let [here, elsewhere] = &mut rooms;
    rename(&mut elsewhere.store, "Siv Lund", "Siv Falk");
    rename(&mut here.store, "Åsa Ek", "Åsa Lind");
    crate::support::apart::meet(&mut rooms);
    for room in &rooms {
        assert_eq!(owner(room, line), "Åsa Lind");
    }
}

#[test]
fn who_was_there_is_renamed_though_two_laptops_changed_the_header_at_once() {
    let mut here = Room::new();
    enter_present(&mut here, &["Bo"]);
    let bo = person(&here.store, "Bo").id;
    at_once::remove_person(&mut here.store, bo).unwrap();
    let mut elsewhere = crate::support::apart::another(&here, 1);
    enter_present(&mut here, &["Åsa"]);
    enter_present(&mut elsewhere, &["Bo"]);
    let mut rooms = [here, elsewhere];
    crate::support::apart::meet(&mut rooms);
    for (name, new) in [("Åsa", "Åsa Lind"), ("Bo", "Bo Falk")] {
        rename(&mut rooms[0].store, name, new);
    }
    crate::support::apart::meet(&mut rooms);
    for room in &rooms {
        assert_eq!(present(room), "Bo Falk, Åsa Lind");
    }
}

#[test]
fn who_comes_back_to_the_register_without_their_lines_is_said_to() {
    let mut room = Room::new();
    enter_present(&mut room, &["Bo", "Åsa"]);
    let first = owned(&mut room, "Bo");
    let removed = person(&room.store, "Bo").id;
    at_once::remove_person(&mut room.store, removed).unwrap();
    let place = ops::undoable(&room.store).unwrap().at;
    let second = owned(&mut room, "Bo");
    rename(&mut room.store, "Bo", "Bo Falk");
    let undone = ops::undo(&mut room.store, place).unwrap().value;
    assert_eq!(store::person::get(&room.store, removed).unwrap().map(|bo| bo.name).as_deref(), Some("Bo"));
    assert_eq!([first, second].map(|id| owner(&room, id)), ["Bo Falk"; 2]);
    let mut left: Vec<(Entity, &str)> =
        undone.left.iter().map(|left| (left.entity, left.field.as_str())).collect();
    left.sort_unstable();
    assert_eq!(
        left,
        [(Entity::Field, "people"), (Entity::Entry, "owner_person"), (Entity::Entry, "speaker_person")]
    );
    assert!(undone.left.iter().all(|left| left.entity != Entity::Entry || left.id == first.0));
}

/// Minutes that were read from a file name who was there and who is responsible. The entry's identity.
fn read_minutes(store: &mut Store) -> (MeetingId, EntryId) {
    let text = "Framtidsveckan 2026-03-04\n\nNärvarande: Bjorn, Åsa Öhman\n\nÅtgärder\n\n\
        - Boka salen. Ansvarig: Bjorn. Klart: 2026-03-27\n";
    let minutes = vidpennan::minutes::read::read_quietly(text, Lang::Sv.words());
    let meeting = ops::import_minutes(store, &minutes, Some("c4fe")).unwrap().value;
    let filter = Filter { class: WorkClass::Owed, meeting: Some(meeting), ..Filter::default() };
    let entry = work::list(store, &filter, 0, 1).unwrap().remove(0).entry;
    assert_eq!(entry.owner.as_deref(), Some("Bjorn"));
    (meeting, entry.id)
}

/// The minutes as they go out in every format that is text.
fn going_out(store: &Store, meeting: MeetingId) -> [String; 2] {
    let words = Lang::Sv.words();
    let minutes = vidpennan::minutes::compose::compose(store, meeting, words).unwrap();
    let details = minutes.sections.iter().flat_map(|section| {
        let unsaid = |entry| Detail::unsaid(entry, section, minutes.date, &mut SaidProvenance::default());
        section.entries.iter().flat_map(unsaid)
    });
    let details = details.map(|detail| detail.value(words)).collect();
    [vidpennan::export::txt::write(&minutes, words), details]
}

#[test]
fn minutes_that_were_read_go_out_as_they_were_read_when_somebody_is_renamed() {
    let mut room = Room::new();
    owned(&mut room, "Bjorn");
    let (meeting, id) = read_minutes(&mut room.store);
    let before = going_out(&room.store, meeting);
    assert!(before[0].contains("Närvarande: Bjorn, Åsa Öhman"), "{before:?}");
    rename(&mut room.store, "Bjorn", "Björn Ek");
    assert_eq!(going_out(&room.store, meeting), before);
    assert_eq!((owner(&room, id).as_str(), owned_by(&room, "Björn Ek")), ("Björn Ek", 2));

    // Somebody else took it over afterwards, and has another name by now: that is said.
    let entry = store::entry::get(&room.store, id).unwrap().unwrap();
    let before = Assignment::of(&entry);
    let after = Assignment { owner: Some("Asa".to_owned()), ..before.clone() };
    at_once::assign(&mut room.store, id, &before, &after).unwrap();
    let entry = store::entry::get(&room.store, id).unwrap().unwrap();
    assert_eq!((entry.owner.as_deref(), entry.owner_spelled), (Some("Asa"), None));
    rename(&mut room.store, "Asa", "Åsa Öhman");
    let [text, details] = going_out(&room.store, meeting);
    assert!(text.contains("Ansvarig: Bjorn. Klart: 2026-03-27 (Ansvarig: Åsa Öhman)"), "{text}");
    assert_eq!(details, "Åsa Öhman");
}

#[test]
fn a_header_that_was_there_before_the_person_was_in_the_register_is_renamed_too() {
    let mut room = Room::new();
    let details = |name: &str| PersonDetails { name: name.to_owned(), ..PersonDetails::default() };
    let everybody = ["Bjorn", "Bjornsson", "Åsa"].map(details);
    ops::enter_people(&mut room.store, &everybody, Some(room.meeting)).unwrap();
    let bjorn = person(&room.store, "Bjorn").id;
    let present = |room: &Room| {
        let fields = store::field::list(&room.store, room.meeting).unwrap();
        fields.into_iter().find(|field| field.label == "Närvarande").unwrap().value
    };
    let [minutes, words] = ["Närvarande: Amina, Bjorn, Amina\n", "Mötet"];
    let minutes = format!("{words}\n\n{minutes}");
    let minutes = vidpennan::minutes::read::read_quietly(&minutes, Lang::Sv.words());
    room.meeting = ops::import_minutes(&mut room.store, &minutes, None).unwrap().value;
    assert_eq!(present(&room), "Amina, Bjorn, Amina");
    ops::enter_person(&mut room.store, &details("Amina")).unwrap();
    rename(&mut room.store, "Amina", "Amina Berg");
    assert_eq!(present(&room), "Amina Berg, Bjorn, Amina Berg");
    let amina = Some(person(&room.store, "Amina Berg").id);
    let mentioned = mentioned(&room.store);
    assert!(["Amina", "Amina Berg"].iter().all(|name| mentioned.contains(&((*name).to_owned(), amina))));
    rename(&mut room.store, "Bjorn", "Björn Ek");
    assert_eq!(present(&room), "Amina Berg, Björn Ek, Amina Berg");
    at_once::remove_person(&mut room.store, bjorn).unwrap();
    assert_eq!(present(&room), "Amina Berg, Bjorn, Amina Berg", "as it was spelled");
    for _ in 0..3 {
        undo_newest(&mut room.store).unwrap();
    }
    assert_eq!(present(&room), "Amina, Bjorn, Amina");
}

#[test]
fn what_is_deleted_stays_so_when_somebody_in_it_is_renamed_or_joined() {
    let mut room = Room::new();
    let (kept, deleted) = (room.say(room.notes, "Kvar"), room.say(room.notes, "Raderad"));
    let text = "Annat möte\n\nDatum: 2026-03-05\n\nNärvarande: Vera, Åsa Öhman\n";
    let minutes = read_quietly(text, Lang::Sv.words());
    let meeting = ops::import_minutes(&mut room.store, &minutes, None).unwrap().value;
    at_once::delete_entries(&mut room.store, &[deleted]).unwrap();
    at_once::delete_meeting(&mut room.store, meeting).unwrap();
    // The scribe is named in both, and nobody in the register until now.
    for name in ["Vera", "Åsa Öhman"] {
        let details = PersonDetails { name: name.to_owned(), ..PersonDetails::default() };
        ops::enter_person(&mut room.store, &details).unwrap();
    }
    rename(&mut room.store, "Vera", "Vera Ek");
    let [vera, other] = ["Vera Ek", "Åsa Öhman"].map(|name| person(&room.store, name).id);
    ops::join_persons(&mut room.store, other, vera).unwrap();
    let is_shown = |id| store::entry::get(&room.store, id).unwrap().is_some();
    assert_eq!((is_shown(kept), is_shown(deleted)), (true, false));
    assert!(store::meeting::get(&room.store, meeting).unwrap().is_none());
}

#[test]
fn a_rename_takes_nothing_that_was_written_about_another_of_that_name() {
    let mut room = Room::new();
    let [bos, annas] = ["Bo", "Anna"].map(|name| owned(&mut room, name));
    let bo = person(&room.store, "Bo").id;
    at_once::remove_person(&mut room.store, bo).unwrap();
    rename(&mut room.store, "Anna", "Bo");
    assert_eq!(owned_by(&room, "Bo"), 2, "as long as they are called the same");
    rename(&mut room.store, "Bo", "Anna");
    assert_eq!([bos, annas].map(|id| owner(&room, id)), ["Bo", "Anna"]);
    rename(&mut room.store, "Anna", "Bo");
    rename(&mut room.store, "Bo", "Anna Ek");
    assert_eq!([bos, annas].map(|id| owner(&room, id)), ["Bo", "Anna Ek"]);
    // Nor does whoever turns out to be somebody else take anything along.
    rename(&mut room.store, "Anna Ek", "Bo");
    let carls = owned(&mut room, "Carl");
    let [anna, carl] = ["Bo", "Carl"].map(|name| person(&room.store, name).id);
    ops::join_persons(&mut room.store, anna, carl).unwrap();
    assert_eq!([bos, annas, carls].map(|id| owner(&room, id)), ["Bo", "Carl", "Carl"]);
}

#[test]
fn who_is_called_as_the_minutes_have_it_takes_what_names_nobody_in_the_register() {
    let mut room = Room::new();
    let (_, id) = read_minutes(&mut room.store);
    let details = PersonDetails { name: "Björn Falk".to_owned(), ..Default::default() };
    ops::enter_person(&mut room.store, &details).unwrap();
    rename(&mut room.store, "Björn Falk", "Bjorn");
    rename(&mut room.store, "Bjorn", "Björn Ek");
    assert_eq!(owner(&room, id), "Björn Ek");
}

#[test]
fn a_name_that_is_no_text_hides_no_history() {
    let mut room = Room::new();
    let anna = owned(&mut room, "Anna");
    let mut damaged = Newer::beside(&room.store);
    damaged.makes("person", Uuid::from_u128(7), &json!({ "name": 7 }));
    let id = person(&room.store, "Anna").id;
    damaged.does("edit_person", "");
    damaged.sets(Entity::Person, id.0, "name", Value::Integer(7));
    damaged.hands_to(&mut room.store);
    assert!(store::history::all(&room.store, 9).unwrap().len() > 1);
    assert!(!store::change::about(&room.store, anna).unwrap().is_empty());
}

/// The authors of the last operations and changes, the newest first.
fn authors(room: &Room, id: EntryId) -> (Vec<String>, Vec<String>) {
    let operations = store::history::all(&room.store, 3).unwrap().into_iter();
    let changes = store::change::about(&room.store, id).unwrap().into_iter().rev();
    (
        operations.filter_map(|operation| operation.scribe).collect(),
        changes.filter_map(|change| change.scribe).collect(),
    )
}

#[test]
fn a_rename_reaches_the_authors_of_the_history() {
    let mut room = Room::new();
    room.store.set_scribe(Some("Vera".to_owned()));
    let id = room.say(room.notes, "Rad");
    // Entered after she wrote it.
    owned(&mut room, "Vera");
    rename(&mut room.store, "Vera", "Vera Ek");
    assert_eq!(authors(&room, id), (vec!["Vera Ek".to_owned(); 3], vec!["Vera Ek".to_owned(); 2]));
    // Who has the name today is another.
    room.store.set_clock(Clock::Fixed(noon() + TimeDelta::minutes(5)));
    ops::enter_person(&mut room.store, &PersonDetails { name: "Vera".to_owned(), ..Default::default() })
        .unwrap();
    ops::set_starred(&mut room.store, &[id], true).unwrap();
    let (operations, changes) = authors(&room, id);
    assert_eq!(operations, ["Vera", "Vera", "Vera Ek"]);
    assert_eq!(changes, ["Vera", "Vera Ek", "Vera Ek"]);
    // Somebody who was called so by mistake did nothing of hers.
    room.store.set_scribe(Some("Bo".to_owned()));
    ops::set_starred(&mut room.store, &[id], false).unwrap();
    owned(&mut room, "Anna");
    rename(&mut room.store, "Anna", "Bo");
    rename(&mut room.store, "Bo", "Anna");
    assert_eq!(authors(&room, id).1, ["Bo", "Vera", "Vera Ek", "Vera Ek"]);
}

#[test]
fn who_is_there_by_a_part_of_the_name_is_not_put_there_again() {
    for (there, list, now) in [
        ("Siv, Olga Lund", &["Siv Tagg", "Karl Ek"][..], "Siv, Olga Lund, Karl Ek"),
        ("T. Loo; Munk", &["Tage Loo", "Moa Munk"], "T. Loo; Munk"),
        ("Siv T, Munk", &["Siv Tagg", "Moa Munk", "Olle Munk"], "Siv T, Munk, Moa Munk, Olle Munk"),
        ("Siv, Ek Siv", &["Siv Ek", "Siv Tagg"], "Siv, Ek Siv, Siv Ek, Siv Tagg"),
    ] {
        let mut room = Room::new();
        let minutes = format!("Mötet\n\nNärvarande: {there}\n");
        let minutes = vidpennan::minutes::read::read_quietly(&minutes, Lang::Sv.words());
        room.meeting = ops::import_minutes(&mut room.store, &minutes, None).unwrap().value;
        enter_present(&mut room, list);
        assert_eq!(present(&room), now);
    }
    let mut room = Room::new();
    enter_present(&mut room, &["Siv"]);
    enter_present(&mut room, &["Siv Tagg"]);
    assert_eq!(present(&room), "Siv, Siv Tagg", "the register has somebody who is called Siv");
}
