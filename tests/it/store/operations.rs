//! The store through the verbs: what is written is there, can be undone, found and opened again.

use std::fs;

use chrono::NaiveDate;
use vidpennan::i18n::Lang;
use vidpennan::minutes::compose::compose;
use vidpennan::model::history::{Entity, LogId, Op};
use vidpennan::model::id::DeviceId;
use vidpennan::model::{
    ActionStatus, CommitmentStatus, Due, FieldRole, Kind, Meeting, NoteKind, ResponseKind,
};
use vidpennan::ops::{self, Assignment, CapturePlace, Caught, MoveStep, Refused, Reply};
use vidpennan::store::entry::EntryScope;
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store, StoreError};

use crate::support::at_once;
use crate::support::room::{Room, options, redo_newest, room, undo_newest};

#[test]
fn a_line_takes_the_kind_of_its_section_and_a_number_where_it_has_one() {
    let mut room = Room::new();
    let note = room.say(room.notes, "Ha hållbarhet som tema");
    let challenge = room.say(room.challenges, "Svårt med samverkan");
    let promise = room.say(room.tomorrow, "Ringa inköp");
    let kind = |id| store::entry::get(&room.store, id).unwrap().unwrap();
    assert_eq!(kind(note).kind, Kind::Note(NoteKind::Note));
    assert_eq!(kind(challenge).kind, Kind::CHALLENGE);
    assert_eq!(kind(challenge).number().unwrap().value, 1);
    assert_eq!(kind(promise).kind, Kind::COMMITMENT);
    assert_eq!(kind(note).provenance.table, Some(3));
    assert_eq!(kind(note).provenance.scribe.as_deref(), Some("Vera"));
}

#[test]
fn a_number_is_kept_through_conversions_and_never_given_twice() {
    let mut room = Room::new();
    let first = room.say(room.challenges, "Den första");
    undo_newest(&mut room.store).unwrap();
    let second = room.say(room.challenges, "Den andra");
    let number =
        |room: &Room, id| store::entry::get(&room.store, id).unwrap().and_then(|entry| entry.number());
    assert_eq!(number(&room, first), None, "undone");
    assert_eq!(number(&room, second).unwrap().value, 2);
    ops::convert(&mut room.store, &[second], Kind::NOTE).unwrap();
    assert_eq!(number(&room, second), None);
    ops::convert(&mut room.store, &[second], Kind::ACTION).unwrap();
    assert_eq!(number(&room, second).unwrap().value, 1, "Å-1");
    ops::convert(&mut room.store, &[second], Kind::CHALLENGE).unwrap();
    assert_eq!(number(&room, second).unwrap().value, 2, "U-2 again");
}

#[test]
fn one_response_answers_several_challenges_and_undo_takes_it_from_all() {
    let mut room = Room::new();
    let a = room.say(room.challenges, "Okunskap");
    let b = room.say(room.challenges, "Otydligt");
    assert_eq!(room.unanswered(), 2);
    let reply = Reply { kind: ResponseKind::Underway, text: "Stödpaket på gång".to_owned(), due: None };
    ops::answer(&mut room.store, &[a, b], &reply).unwrap();
    assert_eq!(room.unanswered(), 0);
    for id in [a, b] {
        assert_eq!(store::response::to(&room.store, id).unwrap()[0].text, "Stödpaket på gång");
    }
    let undoable = store::undo::undoable(&room.store).unwrap().unwrap();
    assert_eq!((undoable.op, undoable.subject.as_str()), (Op::Answer, "U-1, U-2"));
    undo_newest(&mut room.store).unwrap();
    assert_eq!(room.unanswered(), 2);
    redo_newest(&mut room.store).unwrap();
    assert_eq!(room.unanswered(), 0);
    let note = room.say(room.notes, "En anteckning");
    assert!(matches!(ops::answer(&mut room.store, &[note], &reply), Err(Refused::NotAChallenge)));
}

#[test]
fn undo_goes_back_step_by_step_and_a_new_write_ends_redo() {
    let mut room = Room::new();
    let id = room.say(room.notes, "Köp mindre");
    ops::continue_entry(&mut room.store, id, "laga mer").unwrap();
    ops::correct_entry(&mut room.store, id, "Köp", "Handla").unwrap();
    assert_eq!(room.texts(room.notes), ["Handla mindre laga mer"]);
    undo_newest(&mut room.store).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert_eq!(room.texts(room.notes), ["Köp mindre"]);
    redo_newest(&mut room.store).unwrap();
    assert_eq!(room.texts(room.notes), ["Köp mindre laga mer"]);
    undo_newest(&mut room.store).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert!(room.texts(room.notes).is_empty());
    room.say(room.notes, "Något nytt");
    assert!(matches!(redo_newest(&mut room.store), Err(Refused::NothingToRedo)));
    undo_newest(&mut room.store).unwrap();
    undo_newest(&mut room.store).unwrap();
    assert!(matches!(undo_newest(&mut room.store), Err(Refused::NothingToUndo)));
    assert_eq!(store::meeting::count(&room.store).unwrap(), 0);
}

#[test]
fn what_is_named_is_undone_and_not_what_was_written_after_it() {
    let mut room = Room::new();
    room.say(room.notes, "Visad");
    let shown = ops::undoable(&room.store).unwrap().at;
    room.say(room.notes, "Nyare");
    let newer = ops::undoable(&room.store).unwrap().at;
    ops::undo(&mut room.store, shown).unwrap();
    assert_eq!(room.texts(room.notes), ["Nyare"]);
    assert!(matches!(ops::undo(&mut room.store, shown), Err(Refused::NotDone)), "it is undone already");
    assert_eq!(room.texts(room.notes), ["Nyare"], "and nothing else was touched");

    ops::redo(&mut room.store, shown).unwrap();
    ops::undo(&mut room.store, newer).unwrap();
    assert_eq!(room.texts(room.notes), ["Visad"]);
    assert!(matches!(ops::redo(&mut room.store, shown), Err(Refused::NotUndone)));
    ops::undo(&mut room.store, shown).unwrap();
    let gone = LogId { seq: 9_999, ..shown };
    let undo = ops::redoable(&room.store).unwrap();
    assert_eq!(undo.at, shown, "the last that was undone");
    assert!(matches!(ops::undo(&mut room.store, gone), Err(Refused::NotDone)));
    let elsewhere = LogId { device: DeviceId(uuid::Uuid::nil()), ..newer };
    assert!(matches!(ops::undo(&mut room.store, elsewhere), Err(Refused::NotDone)), "another replica's");
    let itself = store::history::all(&room.store, 1).unwrap()[0].at;
    assert!(
        matches!(ops::undo(&mut room.store, itself), Err(Refused::NotDone)),
        "an undo is redone, not undone"
    );
}

#[test]
fn the_undo_of_what_was_written_over_since_leaves_the_newer_words() {
    let mut room = Room::new();
    let id = room.say(room.notes, "Köp mindre");
    ops::correct_entry(&mut room.store, id, "Köp", "Handla").unwrap();
    let shown = ops::undoable(&room.store).unwrap().at;
    ops::continue_entry(&mut room.store, id, "laga mer").unwrap();
    let left = ops::undo(&mut room.store, shown).unwrap().value.left;
    assert_eq!(left.iter().map(|left| left.field.as_str()).collect::<Vec<_>>(), ["text"]);
    assert_eq!(room.texts(room.notes), ["Handla mindre laga mer"]);
}

#[test]
fn a_line_is_not_put_into_another_meeting_by_its_section() {
    let mut first = Room::new();
    let id = first.say(first.notes, "Köp mindre");
    let (meeting, notes) = (first.meeting, first.notes);
    let mut second = room(first.store);
    let at = CapturePlace { meeting: second.meeting, section: notes, table: None, round: None };
    let elsewhere = |error| matches!(error, Refused::Store(StoreError::OutOfScope(_)));
    let caught = Caught { text: "Laga mer".to_owned(), ..Caught::default() };
    assert!(elsewhere(ops::capture(&mut second.store, at, caught).unwrap_err()));
    assert!(elsewhere(ops::move_to_section(&mut second.store, &[id], second.notes).unwrap_err()));
    let section = store::section::get(&second.store, notes).unwrap().unwrap();
    let moved = vidpennan::model::Section { meeting: second.meeting, ..section.clone() };
    assert!(elsewhere(at_once::edit_section(&mut second.store, &section, moved).unwrap_err()));
    assert_eq!(second.texts(notes), ["Köp mindre"]);
    assert_eq!(store::section::get(&second.store, notes).unwrap().unwrap().meeting, meeting);
    assert!(second.texts(second.notes).is_empty());
}

#[test]
fn a_damaged_cell_in_the_log_costs_its_own_words_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    room.say(room.notes, "Köp mindre");
    let log = rusqlite::Connection::open(&path).unwrap();
    for damaged in ["''", "NULL", "7", "'{\"subject\":'", "x'00ff'"] {
        let sql = format!("UPDATE log SET new = {damaged} WHERE entity = 'operation' AND field = 'capture'");
        assert_eq!(log.execute(&sql, []).unwrap(), 1);
        let history = store::history::all(&room.store, 10).unwrap();
        let shown: Vec<(Op, &str)> =
            history.iter().map(|operation| (operation.op, operation.subject.as_str())).collect();
        assert_eq!(shown, [(Op::Capture, ""), (Op::CreateMeeting, "Framtidsveckan")]);
    }
    let damaged = ops::undoable(&room.store).unwrap();
    assert_eq!(damaged.op, Op::Capture);
    ops::undo(&mut room.store, damaged.at).unwrap();
    assert!(room.texts(room.notes).is_empty());
    let undo = ops::redoable(&room.store).unwrap();
    assert_eq!(undo.at, damaged.at);
    log.execute("UPDATE log SET new = '' WHERE entity = 'operation' AND field = 'undo'", []).unwrap();
    let next = ops::undoable(&room.store).unwrap();
    assert!(!next.is_turn(), "an undo is never undone, even where nobody knows what it undid");
    // It does not follow from its log any more.
    drop(room.store.into_store());
}

#[test]
fn the_most_used_tag_comes_first_however_it_is_used_and_spelled() {
    let mut room = Room::new();
    let mut tag = |text: &str, tags: &[&str]| {
        let id = room.say(room.notes, text);
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        ops::set_tags(&mut room.store, &[id], &[], &tags).unwrap();
    };
    for at in 0..5 {
        tag(&format!("ensam {at}"), &["ärende"]);
    }
    tag("en gång", &["budget", "avtal"]);
    tag("två gånger", &["budget", "avtal", "lokal"]);
    tag("tredje", &["Lokal"]);
    tag("fjärde", &["Lokal"]);
    assert_eq!(
        store::entry::tags(&room.store, room.meeting).unwrap(),
        ["ärende", "Lokal", "avtal", "budget"]
    );
}

#[test]
fn a_date_is_spelled_one_way_and_one_that_was_read_stays_until_it_changes() {
    let mut store = Store::in_memory(options()).unwrap();
    let text = "Framtidsveckan\n\nDatum: 181205\nPlats: Folkets hus\n\nTips\n- Laga mer\n";
    let minutes = vidpennan::minutes::read::read_quietly(text, Lang::Sv.words());
    let id = ops::import_minutes(&mut store, &minutes, None).unwrap().value;
    let date = |store: &Store| {
        let fields = store::field::list(store, id).unwrap();
        let field = fields.into_iter().find(|field| field.role == FieldRole::Date).unwrap();
        (field.label, field.value)
    };
    let read = store::meeting::get(&store, id).unwrap().unwrap();
    assert_eq!(read.date, NaiveDate::from_ymd_opt(2018, 12, 5));
    let moved = Meeting { place: "Biblioteket".to_owned(), ..read.clone() };
    at_once::edit_meeting(&mut store, &read, &moved).unwrap();
    assert_eq!(date(&store), ("Datum".to_owned(), "181205".to_owned()), "as it was read");

    let edited = Meeting { date: NaiveDate::from_ymd_opt(2026, 3, 4), ..read.clone() };
    at_once::edit_meeting(&mut store, &moved, &edited).unwrap();
    assert_eq!(date(&store), ("Datum".to_owned(), "4 mars 2026".to_owned()));
    let composed = Room::new();
    let minutes = compose(&composed.store, composed.meeting, Lang::Sv.words()).unwrap();
    let spelled = minutes.fields.iter().find(|field| field.label == "Datum").unwrap();
    assert_eq!(spelled.value, "4 mars 2026", "as composing writes it");
}

#[test]
fn undo_reaches_back_over_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    let id = room.say(room.notes, "Före");
    at_once::edit_text(&mut room.store, id, "Före", "Efter").unwrap();
    let sitting = room.store.sitting();
    drop(room.store);
    let mut store = Store::open(&path, options()).unwrap();
    let undoable = store::undo::undoable(&store).unwrap().unwrap();
    assert_eq!(undoable.sitting, sitting);
    assert_ne!(
        undoable.sitting,
        store.sitting(),
        "the program can ask before it reaches into an earlier sitting"
    );
    undo_newest(&mut store).unwrap();
    assert_eq!(store::entry::get(&store, id).unwrap().unwrap().text, "Före");
}

#[test]
fn an_entry_moves_past_its_neighbour_in_one_cell() {
    let mut room = Room::new();
    for text in ["a", "b", "c"] {
        room.say(room.notes, text);
    }
    let c = store::search::find(&room.store, "c", 1).unwrap()[0].entry.clone().unwrap().id;
    ops::move_entry(&mut room.store, c, MoveStep::Up).unwrap();
    assert_eq!(room.texts(room.notes), ["a", "c", "b"]);
    ops::move_entry(&mut room.store, c, MoveStep::Up).unwrap();
    assert_eq!(room.texts(room.notes), ["c", "a", "b"]);
    assert!(ops::move_entry(&mut room.store, c, MoveStep::Up).unwrap().changes.touched.is_empty());
    ops::move_to_section(&mut room.store, &[c], room.challenges).unwrap();
    assert_eq!(room.texts(room.notes), ["a", "b"]);
    assert_eq!(room.texts(room.challenges), ["c"]);
    let history = store::history::of(&room.store, c.0).unwrap();
    assert_eq!(history.iter().filter(|change| change.field == "position").count(), 3);
    assert_eq!(history.iter().filter(|change| change.field == "section").count(), 1);
    assert!(
        history.iter().skip(1).all(|change| change.seen.len() == 1),
        "every change has seen the one before it"
    );
}

#[test]
fn search_finds_parts_of_words_and_knows_that_å_is_not_a() {
    let mut room = Room::new();
    room.say(room.notes, "Livskvalitetsprogrammet på ÅTGÄRDSLISTAN");
    room.say(room.notes, "Atgardslistan");
    let id = room.say(room.notes, "Målet är nått");
    assert_eq!(room.found("kvalitet"), ["Livskvalitetsprogrammet på ÅTGÄRDSLISTAN"]);
    assert_eq!(room.found("åtgärdslista"), ["Livskvalitetsprogrammet på ÅTGÄRDSLISTAN"]);
    assert_eq!(room.found("atgardslista"), ["Atgardslistan"]);
    assert_eq!(room.found("listan livs").len(), 1, "every word must be there");
    assert_eq!(room.found("framtidsveckan"), ["Framtidsveckan"], "meetings too");
    assert!(room.found("\" OR * -").is_empty());
    at_once::edit_text(&mut room.store, id, "Målet är nått", "Målen är nådda").unwrap();
    assert!(room.found("nått").is_empty());
    undo_newest(&mut room.store).unwrap();
    assert_eq!(room.found("nått"), ["Målet är nått"]);
    at_once::delete_entries(&mut room.store, &[id]).unwrap();
    assert!(room.found("nått").is_empty());
}

#[test]
fn work_is_listed_by_what_has_to_be_done_first() {
    let mut room = Room::new();
    let a = room.say(room.challenges, "A");
    let b = room.say(room.challenges, "B");
    let promise = room.say(room.tomorrow, "Ringa");
    let due = Due::on(NaiveDate::from_ymd_opt(2026, 3, 5).unwrap());
    let after = Assignment { owner: Some("Amina Berg".to_owned()), due: Some(due) };
    at_once::assign(&mut room.store, promise, &Assignment::default(), &after).unwrap();
    let action = at_once::make_action(&mut room.store, a, "Skriva avtal", None, None).unwrap().value;
    assert_eq!(action.source, Some(a));
    assert_eq!(action.number().unwrap().value, 1);
    ops::answer(
        &mut room.store,
        &[a],
        &Reply { kind: ResponseKind::Answer, text: "Ja".to_owned(), due: None },
    )
    .unwrap();
    let names = |room: &Room, filter: &Filter| -> Vec<String> {
        work::list(&room.store, filter, 0, 50).unwrap().into_iter().map(|work| work.entry.text).collect()
    };
    assert_eq!(names(&room, &Filter::default()), ["B", "A"], "the unanswered one first");
    let owed = Filter { class: WorkClass::Owed, ..Filter::default() };
    assert_eq!(names(&room, &owed), ["Ringa", "Skriva avtal"], "by due date, without one last");
    assert_eq!(work::owners(&room.store).unwrap(), ["Amina Berg"]);
    assert!(
        store::person::named(&room.store, "Amina Berg").unwrap().is_some(),
        "the name can be completed now"
    );
    ops::follow_up(&mut room.store, promise, Kind::Commitment(CommitmentStatus::Done), "Klart!").unwrap();
    assert_eq!(names(&room, &Filter { open: Some(true), ..owed.clone() }), ["Skriva avtal"]);
    assert_eq!(store::follow_up::list(&room.store, promise).unwrap()[0].comment, "Klart!");
    let wrong = ops::set_status(&mut room.store, b, Kind::Action(ActionStatus::Done));
    assert!(matches!(wrong, Err(Refused::WrongKind)));
    at_once::delete_section(&mut room.store, room.challenges).unwrap();
    assert!(names(&room, &Filter::default()).is_empty(), "what is soft-deleted is no work for anybody");
    undo_newest(&mut room.store).unwrap();
    assert_eq!(names(&room, &Filter::default()).len(), 2);
}

#[test]
fn a_failed_operation_leaves_no_trace() {
    let mut room = Room::new();
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let lines = ["Ett", "Två", "   "].map(|text| Caught { text: text.to_owned(), ..Caught::default() });
    assert!(matches!(ops::capture_many(&mut room.store, at, lines.to_vec()), Err(Refused::Empty)));
    assert!(room.texts(room.notes).is_empty());
    assert!(room.found("ett").is_empty());
    assert_eq!(store::undo::undoable(&room.store).unwrap().unwrap().op, Op::CreateMeeting);
}

#[test]
fn a_copied_file_is_another_replica_with_numbers_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let mut original = room(Store::open(&path, options()).unwrap());
    original.say(original.challenges, "Från det första bordet");
    let copy_path = folder.path().join("b.db");
    store::backup::to(&original.store, &copy_path, |_, _| true).unwrap();
    let store = Store::open(&copy_path, options()).unwrap();
    let mut copy = Room { store: store.into(), ..original };
    let id = copy.say(copy.challenges, "Från det andra");
    let entry = store::entry::get(&copy.store, id).unwrap().unwrap();
    assert_eq!(entry.number().unwrap().value, 2, "numbers go on after those that the copy holds");
    assert_eq!(store::marks(&copy.store).unwrap().of(&entry), None, "nobody else has it");
    assert!(matches!(store::undo::undoable(&copy.store).unwrap().unwrap().op, Op::Capture));
    undo_newest(&mut copy.store).unwrap();
    assert!(
        matches!(undo_newest(&mut copy.store), Err(Refused::NothingToUndo)),
        "the other's work is not undone here"
    );
}

#[test]
fn files_that_are_no_sound_store_are_refused_and_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let refused = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let error = Store::open(&path, options()).unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), bytes, "nothing was written");
        error
    };
    assert!(matches!(refused(b"Anteckningar"), StoreError::NotAStore(_)));
    assert!(matches!(refused(&[0; 4096]), StoreError::NotAStore(_)));

    let sound = folder.path().join("sound.db");
    let mut room = room(Store::open(&sound, options()).unwrap());
    for at in 0..200 {
        room.say(room.notes, &format!("Rad {at} som tar lite plats i filen"));
    }
    assert!(store::check::whole(&room.store).unwrap().is_empty());
    drop(room.store);
    let whole = fs::read(&sound).unwrap();
    assert!(matches!(refused(&whole[..whole.len() / 2]), StoreError::Damaged(_)));

    let newer = folder.path().join("newer.db");
    let conn = Store::open(&newer, options()).unwrap();
    drop(conn);
    let mut bytes = fs::read(&newer).unwrap();
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    assert!(matches!(refused(&bytes), StoreError::Newer { found: 99, .. }));
}

#[cfg(unix)]
#[test]
fn the_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut room = room(Store::open(&path, options()).unwrap());
    room.say(room.notes, "Hemligt");
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", file.path());
    }
}

#[test]
fn a_long_section_is_read_in_stretches_from_both_ends() {
    let mut room = Room::new();
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let lines = (0..1_000).map(|at| Caught { text: format!("rad {at}"), ..Caught::default() }).collect();
    let done = ops::capture_many(&mut room.store, at, lines).unwrap();
    assert_eq!(done.changes.touched.iter().filter(|(entity, _)| *entity == Entity::Entry).count(), 1_000);
    let place = EntryScope { section: room.notes, table: None };
    for offset in [0, 10, 499, 500, 501, 990, 995] {
        let rows = store::entry::window(&room.store, place, offset, 10, 1_000).unwrap();
        let texts: Vec<String> = rows.iter().map(|listed| listed.entry.text.clone()).collect();
        let expected: Vec<String> =
            (offset..(offset + 10).min(1_000)).map(|at| format!("rad {at}")).collect();
        assert_eq!(texts, expected);
        assert_eq!(store::entry::row_of(&room.store, place, &rows[0].entry).unwrap(), offset);
    }
    undo_newest(&mut room.store).unwrap();
    assert!(room.texts(room.notes).is_empty(), "a paste is one step");
}

#[test]
fn the_rows_of_a_paste_go_to_the_ends_of_their_sections_with_their_depth() {
    let mut room = Room::new();
    room.say(room.notes, "förut");
    room.say(room.challenges, "svårt förut");
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: Some(3), round: None };
    let row =
        |text: &str, depth, section| Caught { text: text.to_owned(), depth, section, ..Caught::default() };
    let other = Some(room.challenges);
    let rows = vec![row("a", 0, None), row("b", 0, other), row("c", 1, None), row("d", 1, other)];
    let done = ops::capture_many(&mut room.store, at, rows).unwrap();
    assert_eq!(room.texts(room.notes), ["förut", "a", "c"]);
    assert_eq!(room.texts(room.challenges), ["svårt förut", "b", "d"]);
    let depth = |id| store::entry::get(&room.store, id).unwrap().unwrap().depth;
    assert_eq!(done.value.iter().copied().map(depth).collect::<Vec<_>>(), [0, 0, 1, 1]);
    undo_newest(&mut room.store).unwrap();
    assert_eq!((room.texts(room.notes).len(), room.texts(room.challenges).len()), (1, 1));
}

#[test]
fn nothing_is_written_once_the_file_was_found_to_be_damaged() {
    let mut room = Room::new();
    room.store.close_for_writing(&StoreError::Damaged("page 7".to_owned()));
    let at = CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let refused =
        ops::capture(&mut room.store, at, Caught { text: "För sent".to_owned(), ..Caught::default() });
    assert!(matches!(refused, Err(Refused::Store(StoreError::Damaged(why))) if why == "page 7"));
    assert!(room.texts(room.notes).is_empty());
}
