//! A clock that was once wrong does not stay: neither in the history of an entry nor in what is said of a report.

use chrono::TimeDelta;
use vidpennan::model::Report;
use vidpennan::model::history::Change;
use vidpennan::model::id::EntryId;
use vidpennan::ops;
use vidpennan::store;

use crate::support::apart::{another, first, hand_over, meet, options, reply};
use crate::support::at_once;
use crate::support::room::{Room, noon};

const YEAR: i64 = 525_960;

/// The cells that were written about an entry, oldest first; a record that was made by its noun.
fn history(room: &Room, id: EntryId) -> Vec<String> {
    let changes = store::change::about(&room.store, id).unwrap();
    let cell = |change: &Change| match change.field.as_str() {
        "" => format!("{:?}", change.entity),
        field => field.to_owned(),
    };
    changes.iter().map(cell).collect()
}

/// When the last change of an entry was done, in minutes after noon.
fn last(room: &Room, id: EntryId) -> i64 {
    let done = store::change::about(&room.store, id).unwrap().pop().unwrap().done;
    (room.store.clock().local(done.millis()) - noon()).num_minutes()
}

#[test]
fn what_is_changed_today_is_of_today_and_last_though_the_clock_was_once_ahead() {
    let mut room = first();
    room.store.set_clock(options(10 * YEAR).clock);
    let id = room.say(room.challenges, "Framtid");
    room.store.set_clock(options(20).clock);
    ops::answer(&mut room.store, &[id], &reply("Skrivet idag")).unwrap();
    room.store.set_clock(options(30).clock);
    ops::continue_entry(&mut room.store, id, "mer idag").unwrap();
    assert_eq!(history(&room, id), ["Entry", "Response", "text"]);
    assert_eq!(last(&room, id), 30);
    let newest = store::history::all(&room.store, 1).unwrap().remove(0);
    let within = store::change::within(&room.store, newest.at, 9).unwrap();
    assert_eq!(room.store.clock().local(within[0].done.millis()), noon() + TimeDelta::minutes(30));
}

#[test]
fn what_follows_on_the_words_of_a_laptop_with_a_wrong_clock_comes_after_them() {
    for minutes in [10 * YEAR, -12 * YEAR] {
        let first = first();
        let (mut wrong, mut right) = (another(&first, minutes), another(&first, 20));
        let id = right.say(right.notes, "Rad");
        ops::set_starred(&mut right.store, &[id], true).unwrap();
        hand_over(&right, &mut wrong);
        ops::continue_entry(&mut wrong.store, id, "fel klocka").unwrap();
        hand_over(&wrong, &mut right);
        right.store.set_clock(options(40).clock);
        ops::continue_entry(&mut right.store, id, "rätt klocka").unwrap();
        let history = history(&right, id);
        assert_eq!(history.first().map(String::as_str), Some("Entry"), "{minutes}");
        assert_eq!(history.last().map(String::as_str), Some("text"), "{minutes}");
        assert_eq!(last(&right, id), 40, "{minutes}");
        meet(&mut [wrong, right]);
    }
}

/// What the operations are about, the newest first.
fn subjects(room: &Room) -> Vec<String> {
    let operations = store::history::all(&room.store, 4).unwrap();
    operations.into_iter().map(|operation| operation.subject).collect()
}

#[test]
fn what_somebody_has_gone_on_from_is_older_though_the_laptop_with_the_wrong_clock_writes_no_more() {
    for minutes in [10 * YEAR, -12 * YEAR] {
        // One laptop, whose file was copied once the clock was right: the copy is another replica.
        let mut first = first();
        first.store.set_clock(options(minutes).clock);
        let id = first.say(first.notes, "Fel klocka");
        first.say(first.notes, "Fortfarande fel klocka");
        let mut copied = another(&first, 20);
        ops::continue_entry(&mut copied.store, id, "rätt klocka").unwrap();
        assert_eq!(
            subjects(&copied),
            ["Fel klocka", "Fortfarande fel klocka", "Fel klocka", "Framtidsveckan"]
        );
        assert_eq!(store::history::all(&copied.store, 1).unwrap()[0].when, noon() + TimeDelta::minutes(20));

        // Another laptop, of whose lines nobody changes any.
        let (mut wrong, mut right) = (another(&copied, minutes), another(&copied, 30));
        wrong.say(wrong.notes, "Därifrån");
        right.say(right.notes, "Samtidigt");
        hand_over(&wrong, &mut right);
        right.store.set_clock(options(40).clock);
        right.say(right.notes, "Efteråt");
        let shown = subjects(&right);
        assert_eq!(shown[0], "Efteråt", "{minutes}");
        let at_once = if minutes > 0 { ["Därifrån", "Samtidigt"] } else { ["Samtidigt", "Därifrån"] };
        assert_eq!(shown[1..3], at_once, "of two who know nothing of each other the clock decides");
        let mut rooms = [wrong, right, copied];
        meet(&mut rooms);
        assert!(rooms.iter().all(|room| subjects(room) == shown));
    }
}

#[test]
fn a_report_is_outdated_by_what_its_author_did_not_hold_and_by_nothing_else() {
    for minutes in [10 * YEAR, -12 * YEAR] {
        let first = first();
        let (mut wrong, mut right) = (another(&first, minutes), another(&first, 20));
        let id = wrong.say(wrong.notes, "Därifrån");
        hand_over(&wrong, &mut right);
        let subject = right.meeting.0;
        at_once::write_manuscript(&mut right.store, subject, Report::Feedback, None, "Ni sa").unwrap();
        let is_outdated = |room: &Room| {
            let manuscript = store::manuscript::of(&room.store, subject, Report::Feedback).unwrap().unwrap();
            store::manuscript::is_outdated(&room.store, &manuscript).unwrap()
        };
        assert!(!is_outdated(&right), "{minutes}");
        // Before the report comes there.
        ops::continue_entry(&mut wrong.store, id, "mer").unwrap();
        hand_over(&right, &mut wrong);
        assert!(is_outdated(&wrong), "{minutes}");
        hand_over(&wrong, &mut right);
        assert!(is_outdated(&right), "{minutes}");
    }
}

#[test]
fn a_report_is_outdated_by_what_another_window_wrote_while_it_was_edited() {
    let mut room = first();
    let subject = room.meeting.0;
    let opened = ops::Seen::now(&room.store, None).unwrap();
    room.say(room.notes, "Från det andra fönstret");
    let save = |room: &mut Room, seen: &ops::Seen<Option<String>>, text: &str| {
        ops::write_manuscript(&mut room.store, subject, Report::Feedback, seen, text).unwrap();
        let manuscript = store::manuscript::of(&room.store, subject, Report::Feedback).unwrap().unwrap();
        store::manuscript::is_outdated(&room.store, &manuscript).unwrap()
    };
    assert!(save(&mut room, &opened, "Ni sa"));
    let opened = ops::Seen::now(&room.store, Some("Ni sa".to_owned())).unwrap();
    assert!(!save(&mut room, &opened, "Ni sa mer"));
    let opened = ops::Seen::now(&room.store, Some("Ni sa mer".to_owned())).unwrap();
    room.say(room.notes, "En rad till");
    assert!(save(&mut room, &opened, "Ni sa allt"));
}

#[test]
fn a_report_is_outdated_by_what_is_changed_after_it_whatever_the_clock_was() {
    let edit = |room: &mut Room, before: Option<&str>, text: &str| {
        at_once::write_manuscript(&mut room.store, room.meeting.0, Report::Feedback, before, text).unwrap();
    };
    let is_outdated = |room: &Room| {
        let manuscript =
            store::manuscript::of(&room.store, room.meeting.0, Report::Feedback).unwrap().unwrap();
        store::manuscript::is_outdated(&room.store, &manuscript).unwrap()
    };
    let mut room = first();
    room.store.set_clock(options(10 * YEAR).clock);
    let id = room.say(room.challenges, "Framtid");
    room.store.set_clock(options(20).clock);
    ops::continue_entry(&mut room.store, id, "mer").unwrap();
    edit(&mut room, None, "Ni sa");
    assert!(!is_outdated(&room), "it was written a moment ago");
    ops::continue_entry(&mut room.store, id, "och mer").unwrap();
    assert!(is_outdated(&room));
    room.store.set_clock(options(10 * YEAR).clock);
    edit(&mut room, Some("Ni sa"), "Ni sa mer");
    assert!(!is_outdated(&room));
    room.store.set_clock(options(30).clock);
    at_once::delete_entries(&mut room.store, &[id]).unwrap();
    assert!(is_outdated(&room), "the text was written when the clock was ahead");

    // Another laptop, whose clock was ahead as well.
    let (mut there, mut here) = (another(&room, 10 * YEAR), another(&room, 50));
    there.say(there.notes, "Därifrån");
    there.store.set_clock(options(40).clock);
    there.say(there.notes, "Med rätt klocka");
    hand_over(&there, &mut here);
    edit(&mut here, Some("Ni sa mer"), "Ni sa allt");
    assert!(!is_outdated(&here));
    there.store.set_clock(options(60).clock);
    there.say(there.notes, "Senare");
    hand_over(&there, &mut here);
    assert!(is_outdated(&here));
}
