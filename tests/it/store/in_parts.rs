//! Long minutes are stored in parts: whole or not at all, with room for others in between, and undone as one.

use std::time::Duration;

use tempfile::TempDir;
use vidpennan::i18n::Lang;
use vidpennan::minutes::Minutes;
use vidpennan::minutes::compose::compose;
use vidpennan::minutes::read::read_quietly;
use vidpennan::model::history::Op;
use vidpennan::model::id::MeetingId;
use vidpennan::ops::{self, Abandoned, ImportProgress, Imported, Pace, Refused, TurnProgress};
use vidpennan::store::undo::Turn;
use vidpennan::store::{self, Store, history};

use crate::support::at_once;
use crate::support::room::{Room, entries_of, options, redo_newest, room, undo_newest};

/// Three entries or sections at a time.
const PACE: Pace = Pace { most: 3, time: Duration::MAX, pause: Duration::ZERO };

/// How many entries are stored after the second part: the first has the headings in it too.
const MIDWAY: usize = 4;

fn minutes() -> Minutes {
    let challenge =
        |at| format!("- Svårt med samverkan {at}\n  Återkoppling: Vi tar upp det, del {}\n", at / 2);
    let challenges: String = (0..10).map(challenge).collect();
    let text =
        format!("Stort möte\n\n2026-03-02\n\nUtmaningar\n\n{challenges}\nTips\n\n- Köp mindre\n- Laga mer\n");
    read_quietly(&text, Lang::Sv.words())
}

/// A room in a file, and a second window on it.
struct Shared {
    room: Room,
    other: Store,
    folder: TempDir,
}

fn shared() -> Shared {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("möten.db");
    let room = room(Store::open(&path, options()).unwrap());
    Shared { room, other: Store::open(&path, options()).unwrap(), folder }
}

/// Stores the minutes; after each part this is done, until it says no.
fn import(store: &mut Store, mut after: impl FnMut(usize) -> bool) -> Imported {
    ops::import_in_parts(store, &minutes(), Some("c4fe"), PACE, |come| match come {
        ImportProgress::Storing { done, .. } => after(done),
        ImportProgress::TakingBack { .. } => true,
    })
    .unwrap()
}

fn titles(store: &Store) -> Vec<String> {
    store::meeting::list(store).unwrap().into_iter().map(|meeting| meeting.title).collect()
}

/// The meeting that is being read in.
fn imported(store: &Store) -> MeetingId {
    store::meeting::list(store).unwrap().into_iter().find(|meeting| meeting.title == "Stort möte").unwrap().id
}

#[test]
fn minutes_in_parts_are_those_in_one() {
    let in_memory = || room(Store::in_memory(options()).unwrap());
    let (mut one, mut parts) = (in_memory(), in_memory());
    let whole = ops::import_minutes(&mut one.store, &minutes(), Some("c4fe")).unwrap();
    let Imported::Whole(done) = import(&mut parts.store, |_| true) else { panic!("taken back") };
    let words = Lang::Sv.words();
    let of = |room: &Room, id| compose(&room.store, id, words).unwrap();
    assert_eq!(of(&one, whole.value), of(&parts, done.value));
    assert_eq!(one.found("samverkan"), parts.found("samverkan"));
    assert_eq!(done.changes.made.len(), whole.changes.made.len());
    let changes = |room: &Room| {
        let newest = history::all(&room.store, 1).unwrap().remove(0);
        store::change::within(&room.store, newest.at, usize::MAX).unwrap().len()
    };
    assert_eq!(changes(&one), changes(&parts), "the history shows all that it made");
    let source = store::meeting::from_source(&parts.store, "c4fe").unwrap();
    assert_eq!(source.map(|meeting| meeting.id), Some(done.value));
}

#[test]
fn others_write_between_the_parts_and_undo_never_finds_a_part() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    let (notes, meeting) = (room.notes, room.meeting);
    let place = ops::CapturePlace { meeting, section: notes, table: None, round: None };
    let mut said = 0;
    let outcome = import(&mut room.store, |_| {
        said += 1;
        let text = format!("Mellan delarna {said}");
        ops::capture(&mut other, place, ops::Caught { text, ..Default::default() }).unwrap();
        // What is done last is what was said, however much was read in since.
        assert_eq!(ops::undoable(&other).unwrap().op, Op::Capture);
        true
    });
    assert!(matches!(outcome, Imported::Whole(_)));
    assert!(said > 4, "{said}");
    assert_eq!(entries_of(&room.store, meeting).len(), said);
    let listed = history::all(&room.store, 100).unwrap();
    assert_eq!(listed.iter().filter(|operation| operation.op == Op::ImportMinutes).count(), 1);
    assert!(listed.iter().all(|operation| operation.op != Op::ImportPart));
    let undone = undo_newest(&mut room.store).unwrap();
    assert_eq!((undone.value.operation.op, undone.value.left), (Op::ImportMinutes, Vec::new()));
    assert_eq!(titles(&room.store), ["Framtidsveckan"]);
    assert_eq!(entries_of(&room.store, meeting).len(), said, "what others wrote stays");
    assert_eq!(room.found("samverkan"), Vec::<String>::new());
    redo_newest(&mut room.store).unwrap();
    assert_eq!(entries_of(&room.store, imported(&room.store)).len(), 12);
}

#[test]
fn a_line_that_is_written_in_it_meanwhile_is_not_undone_with_it() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    let Imported::Whole(done) = import(&mut room.store, |stored| {
        if stored == MIDWAY {
            say(&mut other, "Vi hinner inte");
        }
        true
    }) else {
        panic!("taken back")
    };
    let last = history::all(&room.store, 1).unwrap().remove(0);
    assert!(matches!(ops::undo(&mut room.store, last.at), Err(Refused::BuiltOn(_))));
    assert_eq!(entries_of(&room.store, done.value).len(), 13);
}

/// Says something at the end of the first section of the meeting that is being read in.
fn say(store: &mut Store, text: &str) {
    let meeting = imported(store);
    let section = store::section::list(store, meeting).unwrap()[0].id;
    let place = ops::CapturePlace { meeting, section, table: None, round: None };
    ops::capture(store, place, ops::Caught { text: text.to_owned(), ..Default::default() }).unwrap();
}

#[test]
fn what_is_cancelled_leaves_nothing() {
    for parts in [0, 5, 11] {
        let Shared { folder: _folder, mut room, other } = shared();
        let before = ops::undoable(&other).unwrap();
        assert!(matches!(import(&mut room.store, |done| done < parts), Imported::TakenBack { kept: false }));
        assert_eq!(titles(&room.store), ["Framtidsveckan"], "after {parts}");
        assert_eq!(room.found("samverkan"), Vec::<String>::new());
        assert_eq!(ops::undoable(&room.store).unwrap(), before);
        assert!(matches!(ops::redoable(&room.store), Err(Refused::NothingToRedo)));
        assert!(matches!(import(&mut room.store, |_| true), Imported::Whole(_)));
    }
}

#[test]
fn what_others_wrote_in_it_stays_where_it_is_cancelled() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    let outcome = import(&mut room.store, |done| {
        if done == MIDWAY {
            say(&mut other, "Vi hinner inte");
        }
        done < 8
    });
    assert!(matches!(outcome, Imported::TakenBack { kept: true }));
    let left: Vec<String> =
        entries_of(&room.store, imported(&room.store)).into_iter().map(|entry| entry.text).collect();
    assert_eq!(left, ["Vi hinner inte"]);
}

#[test]
fn a_meeting_that_somebody_takes_away_is_not_written_on() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    let outcome = import(&mut room.store, |done| {
        if done == MIDWAY {
            let meeting = imported(&other);
            at_once::delete_meeting(&mut other, meeting).unwrap();
        }
        true
    });
    assert!(matches!(outcome, Imported::TakenBack { .. }));
    assert_eq!(titles(&room.store), ["Framtidsveckan"]);
}

#[test]
fn what_a_killed_program_left_is_taken_back_once_nobody_goes_on_with_it() {
    let Shared { folder, mut room, mut other } = shared();
    let died = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        import(&mut room.store, |done| {
            // Another window is opened meanwhile.
            assert_eq!(taken_back(&mut other), Abandoned::default());
            assert!(done < MIDWAY, "the program is killed");
            true
        })
    }));
    assert!(died.is_err());
    assert_eq!(titles(&other), ["Framtidsveckan", "Stort möte"]);
    assert_eq!(taken_back(&mut other).imports, ["Stort möte"]);
    assert_eq!(titles(&other), ["Framtidsveckan"]);
    assert_eq!(taken_back(&mut other), Abandoned::default());
    let files: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert!(files.iter().all(|name| !name.to_string_lossy().ends_with("-import")), "{files:?}");
}

#[test]
fn another_laptop_takes_the_parts_as_they_come() {
    let Shared { folder: _folder, mut room, other } = shared();
    let mut far = Store::in_memory(options()).unwrap();
    import(&mut room.store, |_| {
        far.apply(&store::log::beyond(&other, &store::log::last(&far).unwrap()).unwrap()).unwrap();
        true
    });
    far.apply(&store::log::beyond(&other, &store::log::last(&far).unwrap()).unwrap()).unwrap();
    assert_eq!(entries_of(&far, imported(&far)).len(), 12);
    let listed = |store: &Store| history::all(store, 100).unwrap().len();
    assert_eq!(listed(&far), listed(&other));
    undo_newest(&mut room.store).unwrap();
    far.apply(&store::log::beyond(&other, &store::log::last(&far).unwrap()).unwrap()).unwrap();
    assert_eq!(titles(&far), ["Framtidsveckan"]);
}

fn taken_back(store: &mut Store) -> Abandoned {
    ops::take_back_abandoned(store).unwrap()
}

/// Undoes what was read in, or redoes it; after each part this is done, until it says no. Whether it was done.
fn turn(store: &mut Store, turn: Turn, mut after: impl FnMut(usize) -> bool) -> bool {
    let next = if turn == Turn::Undo { ops::undoable(store) } else { ops::redoable(store) }.unwrap();
    let turned = ops::turn_in_parts(store, next.at, turn, Duration::ZERO, |come| match come {
        TurnProgress::Turning { done, .. } => after(done),
        TurnProgress::TakingBack { .. } => true,
    });
    turned.unwrap().is_some()
}

#[test]
fn others_write_while_it_is_undone_and_redone_in_parts() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    import(&mut room.store, |_| true);
    let place = ops::CapturePlace { meeting: room.meeting, section: room.notes, table: None, round: None };
    let mut said = 0;
    let mut say_elsewhere = |_| {
        said += 1;
        let text = format!("Mellan delarna {said}");
        ops::capture(&mut other, place, ops::Caught { text, ..Default::default() }).unwrap();
        true
    };
    assert!(turn(&mut room.store, Turn::Undo, &mut say_elsewhere));
    assert_eq!(titles(&room.store), ["Framtidsveckan"]);
    assert_eq!(room.found("samverkan"), Vec::<String>::new());
    assert!(said > 4, "{said}");
    assert_eq!(entries_of(&room.store, room.meeting).len(), said);
    let newest = history::all(&room.store, 100).unwrap();
    assert!(newest.iter().all(|operation| !operation.op.is_part()));
    assert_eq!(newest.iter().filter(|operation| operation.op == Op::Undo).count(), 1);
}

#[test]
fn an_undo_or_a_redo_in_parts_that_is_cancelled_leaves_all_as_before() {
    for parts in 1..4 {
        let Shared { folder: _folder, mut room, other } = shared();
        import(&mut room.store, |_| true);
        let entries = entries_of(&room.store, imported(&room.store));
        assert!(!turn(&mut room.store, Turn::Undo, |done| done < parts));
        assert_eq!(entries_of(&room.store, imported(&room.store)), entries, "after {parts}");
        assert_eq!(room.found("samverkan").len(), 10);
        assert_eq!(ops::undoable(&other).unwrap().op, Op::ImportMinutes);
        assert!(turn(&mut room.store, Turn::Undo, |_| true));
        assert!(!turn(&mut room.store, Turn::Redo, |done| done < parts));
        assert_eq!(titles(&room.store), ["Framtidsveckan"], "after {parts}");
        assert!(turn(&mut room.store, Turn::Redo, |_| true));
        assert_eq!(entries_of(&room.store, imported(&room.store)), entries, "after {parts}");
    }
}

#[test]
fn a_line_that_is_written_in_it_while_it_is_undone_stays_with_its_place() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    import(&mut room.store, |_| true);
    assert!(turn(&mut room.store, Turn::Undo, |done| {
        if done == 2 {
            say(&mut other, "Vi hinner inte");
        }
        true
    }));
    let left = entries_of(&room.store, imported(&room.store)).into_iter().map(|entry| entry.text);
    assert_eq!(left.collect::<Vec<_>>(), ["Vi hinner inte"]);
}

#[test]
fn what_was_half_undone_when_the_program_was_killed_is_as_before_at_the_next_start() {
    let Shared { folder: _folder, mut room, mut other } = shared();
    import(&mut room.store, |_| true);
    let entries = entries_of(&room.store, imported(&room.store));
    let died = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        turn(&mut room.store, Turn::Undo, |done| {
            assert_eq!(taken_back(&mut other), Abandoned::default());
            assert!(done < 3, "the program is killed");
            true
        })
    }));
    assert!(died.is_err());
    assert_ne!(entries_of(&other, imported(&other)), entries);
    assert_eq!(taken_back(&mut other).turned, ["Stort möte"]);
    assert_eq!(entries_of(&other, imported(&other)), entries);
    assert_eq!(taken_back(&mut other), Abandoned::default());
    assert!(turn(&mut other, Turn::Undo, |_| true));
    assert_eq!(titles(&other), ["Framtidsveckan"]);
}
