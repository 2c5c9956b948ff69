//! Laptops that write apart and hand each other their rows: what the clocks of others may do, the order of histories
//! and lists, numbers, "the latest", undo and deletions.

use chrono::{NaiveDate, TimeDelta};
use vidpennan::clock::Clock;
use vidpennan::i18n::Lang;
use vidpennan::model::history::{LogId, LogRow, Op, Stamp};
use vidpennan::model::id::EntryId;
use vidpennan::model::{Kind, MeetingKind, Report, SectionKind};
use vidpennan::ops::line::{LineTaker, NotTaken};
use vidpennan::ops::{self, MoveStep, NewMeeting, NewSection, PersonDetails, Refused, Turned};
use vidpennan::store::history::NewestFirst;
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store, StoreError};

use crate::support::apart::{
    another, conflicts, first, give, hand_over, in_store, meet, number, options, own, reply, text,
};
use crate::support::at_once;
use crate::support::laptop::Laptop;
use crate::support::room::{Room, noon, room, undo_newest};

const YEAR: i64 = 525_960;
const HOUR: i64 = 3_600_000;

/// The stamp of the operation that was done last here.
fn last_stamp(room: &Room) -> Stamp {
    let at = ops::undoable(&room.store).unwrap().at;
    let rows = store::log::beyond(&room.store, &[]).unwrap();
    rows.iter().find(|row| row.at == at).unwrap().stamp
}

#[test]
fn a_wrong_clock_moves_no_other_by_more_than_an_hour_and_what_was_seen_is_replaced() {
    for (minutes, moves) in [(10 * YEAR, false), (-56 * YEAR, false), (30, true)] {
        let first = first();
        let (mut wrong, mut right) = (another(&first, minutes), another(&first, 1));
        let id = wrong.say(wrong.notes, "Från en annan tid");
        hand_over(&wrong, &mut right);
        let theirs = last_stamp(&wrong);
        let clock = right.store.clock().millis();
        for round in 0..3 {
            right.say(right.notes, "Nu");
            let stamp = last_stamp(&right).millis();
            assert!(stamp >= clock && stamp - clock <= HOUR, "{minutes}: {stamp} at {clock}");
            assert!(!moves || last_stamp(&right) > theirs, "a clock that is a little ahead is followed");
            let new = format!("Rättad {round}");
            let before = text(&right, id);
            at_once::edit_text(&mut right.store, id, &before, &new).unwrap();
            hand_over(&right, &mut wrong);
            assert_eq!((text(&right, id), text(&wrong, id)), (new.clone(), new), "{minutes}");
        }
        assert_eq!((conflicts(&right), conflicts(&wrong)), (0, 0));
    }
}

#[test]
fn a_row_from_the_end_of_time_has_no_effect_and_stops_no_later_row() {
    let end = Stamp::END.0;
    for (stamp, has_effect) in [(i64::MAX, false), (end, false), (end - 1, true), (end - 1_000, true)] {
        let mut first = first();
        let [id, deleted, restored, worded] =
            ["Före", "Raderad", "Återställd", "Ord"].map(|text| first.say(first.challenges, text));
        let (mut far, mut here) = (another(&first, 1), another(&first, 2));
        at_once::edit_text(&mut far.store, id, "Före", "Efter").unwrap();
        at_once::delete_entries(&mut far.store, &[restored]).unwrap();
        undo_newest(&mut far.store).unwrap();
        at_once::delete_entries(&mut far.store, &[deleted]).unwrap();
        at_once::edit_text(&mut far.store, worded, "Ord", "Nya ord").unwrap();
        let made = far.say(far.challenges, "Gjord");
        let later = far.say(far.challenges, "Senare rad");
        let mut rows = store::log::beyond(&far.store, &store::log::last(&here.store).unwrap()).unwrap();
        let is_far = |row: &&mut LogRow| row.field == "text" || row.field == "deleted" || row.id == made.0;
        rows.iter_mut().filter(is_far).for_each(|row| row.stamp = Stamp(stamp));
        let edited = rows.iter().take_while(|row| row.operation == rows[0].operation).count();
        for rows in [&rows[..edited], &rows] {
            let applied = here.store.apply(rows).unwrap();
            assert_eq!(applied.wanted, vec![], "{stamp}");
        }
        assert_eq!(text(&here, id), if has_effect { "Efter" } else { "Före" });
        let is_shown = |room: &Room, id| store::entry::get(&room.store, id).unwrap().is_some();
        assert_eq!((is_shown(&here, made), is_shown(&here, deleted)), (has_effect, !has_effect));
        at_once::delete_entries(&mut first.store, &[worded, restored]).unwrap();
        give(&first, &mut here);
        let are_shown = (is_shown(&here, worded), is_shown(&here, restored));
        assert_eq!(are_shown, (has_effect, has_effect), "what the deleter did not hold");
        assert_eq!(text(&here, later), "Senare rad");
        let mut expected = text(&here, id);
        for next in ["Sedan", "Till sist"] {
            let edited = at_once::edit_text(&mut here.store, id, &expected, next);
            if stamp == end - 1 {
                assert!(matches!(edited, Err(Refused::Store(StoreError::EndOfTime(_)))), "{edited:?}");
            } else {
                edited.unwrap();
                next.clone_into(&mut expected);
            }
            assert_eq!(text(&here, id), expected);
        }
        assert!(store::history::of(&here.store, id.0).unwrap().iter().any(|row| row.stamp == Stamp(stamp)));
        // The same on a laptop that hears all of it at once.
        let mut rooms = [another(&here, 3), here];
        meet(&mut rooms);
        assert_eq!(text(&rooms[0], id), expected);
    }
}

#[test]
fn rows_of_which_some_are_missing_are_asked_for_from_the_first() {
    let mut first = first();
    let before = store::log::beyond(&first.store, &[]).unwrap().len();
    let after = ["Ett", "Två"].map(|line| {
        first.say(first.notes, line);
        store::log::beyond(&first.store, &[]).unwrap().len()
    });
    first.say(first.notes, "Tre");
    let rows = store::log::beyond(&first.store, &[]).unwrap();
    for missing in [0..before, after[0]..after[1]] {
        let mut listener = Store::in_memory(options(1)).unwrap();
        let some = [&rows[..missing.start], &rows[missing.end..]].concat();
        let applied = listener.apply(&some).unwrap();
        assert_eq!((applied.rows, applied.wanted), (0, vec![own(&first)]), "{missing:?}");
        assert_eq!(listener.apply(&rows).unwrap().rows, rows.len());
    }
}

fn subjects(room: &Room, limit: usize) -> Vec<String> {
    let history = store::history::all(&room.store, limit).unwrap();
    history.into_iter().map(|operation| operation.subject).collect()
}

#[test]
fn a_clock_that_was_once_ahead_does_not_stay_in_later_histories() {
    let first = first();
    let (mut ahead, mut right) = (another(&first, 10 * YEAR), another(&first, 20));
    ahead.say(ahead.notes, "År 2036");
    ahead.store.set_clock(options(10).clock);
    ahead.say(ahead.notes, "Rättad klocka");
    right.say(right.notes, "Från den andra");
    let mut rooms = [ahead, right];
    meet(&mut rooms);
    for room in &mut rooms {
        let newest = store::history::all(&room.store, 2).unwrap();
        assert_eq!(newest[1].when, noon() + TimeDelta::minutes(10), "the right time is shown");
        assert_eq!(subjects(room, 3), ["Från den andra", "Rättad klocka", "År 2036"]);
    }
    rooms[1].store.set_clock(options(30).clock);
    let [ahead, right] = &mut rooms;
    right.say(right.notes, "Sist");
    hand_over(right, ahead);
    assert_eq!(subjects(ahead, 2), ["Sist", "Från den andra"]);
    assert_eq!(last_stamp(right).millis(), options(30).clock.millis());
}

#[test]
fn the_history_is_in_order_in_the_hour_that_comes_twice() {
    // Half past two is twice on 25 October 2026 in Sweden: at 0.30 and at 1.30 in universal time.
    let at = |hour| NaiveDate::from_ymd_opt(2026, 10, 25).unwrap().and_hms_opt(hour, 30, 0).unwrap();
    for earlier_is_greater in [true, false] {
        let first = first();
        let (mut one, mut other) = (another(&first, 1), another(&first, 2));
        one.say(one.notes, "Ett");
        other.say(other.notes, "Två");
        let is_greater = own(&one) > own(&other);
        let (earlier, later) =
            if is_greater == earlier_is_greater { (&mut one, &mut other) } else { (&mut other, &mut one) };
        earlier.store.set_clock(Clock::Fixed(at(0)));
        earlier.say(earlier.notes, "Sommartid");
        later.store.set_clock(Clock::Fixed(at(1)));
        later.say(later.notes, "Vintertid");
        let laptop = Laptop::new();
        let mut store = Store::open(&laptop.path("vidpennan.db"), options(0)).unwrap();
        for room in [one, other] {
            store.apply(&store::log::beyond(&room.store, &[]).unwrap()).unwrap();
        }
        drop(store);
        let mut command = laptop.command(&["history", "--json", "--limit", "2"]);
        let answer = command.env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3").output().unwrap();
        let history: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
        assert_eq!(
            (&history[0]["subject"], &history[1]["subject"]),
            (&"Vintertid".into(), &"Sommartid".into())
        );
        if cfg!(unix) {
            let half_past_two = serde_json::Value::from("2026-10-25T02:30:00");
            assert_eq!((&history[0]["when"], &history[1]["when"]), (&half_past_two, &half_past_two));
        }
    }
}

#[test]
fn the_history_of_several_laptops_is_read_in_pages_without_gap_or_repetition() {
    let first = first();
    // Two have the same clock but for a minute, one is behind, one is ahead and set back half-way.
    let mut rooms = [0, 1, -5, 3 * YEAR].map(|minutes| another(&first, minutes));
    for round in 0..12 {
        for (at, room) in rooms.iter_mut().enumerate() {
            if at == 3 && round == 6 {
                room.store.set_clock(options(2).clock);
            }
            for line in 0..=(at + round) % 3 {
                room.say(room.notes, &format!("{at} {round} {line}"));
            }
        }
        let (from, to) = (round % 4, (round + 1) % 4);
        let [from, to] = rooms.get_disjoint_mut([from, to]).unwrap();
        hand_over(from, to);
    }
    meet(&mut rooms);
    let all = store::history::all(&rooms[0].store, 1_000).unwrap();
    let places: Vec<LogId> = all.iter().map(|operation| operation.at).collect();
    let of_one = |device| places.iter().filter(move |at| at.device == device).map(|at| at.seq);
    for LogId { device, .. } in &places {
        assert!(of_one(*device).is_sorted_by(|newer, older| newer > older));
    }
    for room in &rooms {
        for page in [1, 2, 3, 7] {
            let mut newest_first = NewestFirst::of(&room.store).unwrap();
            let pages = std::iter::from_fn(|| {
                Some(newest_first.take(&room.store, page).unwrap()).filter(|page| !page.is_empty())
            });
            let read: Vec<LogId> = pages.flatten().map(|operation| operation.at).collect();
            assert_eq!(read, places, "pages of {page}");
        }
    }
}

#[test]
fn numbers_are_the_same_everywhere_and_marked_only_where_two_share_one() {
    let mut first = first();
    let shared = first.say(first.challenges, "Före delningen");
    let (mut one, mut other) = (another(&first, 1), another(&first, 2));
    let (a, b) = (one.say(one.challenges, "Från den ena"), other.say(other.challenges, "Från den andra"));
    assert_eq!((number(&one, a).value, number(&other, b).value), (2, 2));
    let alone = other.say(other.challenges, "En till");
    assert_eq!(
        store::marks(&one.store).unwrap(),
        store::marks(&first.store).unwrap(),
        "nothing is shared yet"
    );
    let mut rooms = [one, other];
    meet(&mut rooms);
    let seen = |room: &Room| {
        let marks = store::marks(&room.store).unwrap();
        [shared, a, b, alone].map(|id| {
            let entry = store::entry::get(&room.store, id).unwrap().unwrap();
            (entry.number().unwrap(), marks.of(&entry).map(str::to_owned))
        })
    };
    let numbers = seen(&rooms[0]);
    assert_eq!(numbers, seen(&rooms[1]));
    assert_eq!(numbers.each_ref().map(|(number, _)| number.value), [1, 2, 2, 3]);
    assert_eq!(numbers.each_ref().map(|(_, mark)| mark.is_some()), [false, true, true, false]);
    assert_ne!(numbers[1].1, numbers[2].1);
    // What was not seen at the time is known from now on.
    for room in &mut rooms {
        let next = room.say(room.challenges, "Nästa");
        assert_eq!(number(room, next).value, 4);
    }
}

#[test]
fn no_number_is_given_twice_after_a_restore() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("möten.db"), folder.path().join("kopia.db"));
    let mut lost = room(Store::open(&path, options(0)).unwrap());
    lost.say(lost.challenges, "Före kopian");
    store::backup::to(&lost.store, &copy, |_, _| true).unwrap();
    lost.say(lost.challenges, "Efter kopian");
    let undone = lost.say(lost.challenges, "Ångrad");
    undo_newest(&mut lost.store).unwrap();
    let colleague = another(&lost, 1);
    let mut restored = in_store(&lost, Store::open(&copy, options(2)).unwrap());
    hand_over(&colleague, &mut restored);
    restored.store.rebuild().unwrap();
    let next = restored.say(restored.challenges, "Efter återställningen");
    assert_eq!(number(&restored, next).value, 4, "that of what was undone is not given again");
    assert_eq!(store::entry::get(&restored.store, undone).unwrap(), None);
}

#[test]
fn of_two_conversions_at_once_the_earlier_number_stays_and_the_other_is_in_the_history() {
    let mut first = first();
    let note = first.say(first.notes, "Svårt med samverkan");
    let (mut early, mut late) = (another(&first, 1), another(&first, 2));
    late.say(late.challenges, "Redan U-1 här");
    ops::convert(&mut late.store, &[note], Kind::CHALLENGE).unwrap();
    ops::convert(&mut early.store, &[note], Kind::CHALLENGE).unwrap();
    let (kept, other) = (number(&early, note), number(&late, note));
    assert_eq!((kept.value, other.value), (1, 2));
    let mut rooms = [early, late];
    meet(&mut rooms);
    for room in &mut rooms {
        assert_eq!((number(room, note), conflicts(room)), (kept, 0));
        let history = store::history::of(&room.store, note.0).unwrap();
        let numbers = history.iter().filter(|change| change.field == "challenge_number").count();
        assert_eq!(numbers, 2, "both are in the history");
        let next = room.say(room.challenges, "Nästa");
        assert_eq!(number(room, next).value, 3, "the one that did not stay is not given again");
    }
}

#[test]
fn the_latest_is_never_another_laptops_line() {
    let first = first();
    let (mut here, mut there) = (another(&first, 1), another(&first, 2));
    let theirs = there.say(there.challenges, "Deras");
    hand_over(&there, &mut here);
    let mut taker = LineTaker::at(&here.store, here.meeting, Lang::Sv.words()).unwrap();
    let nothing = taker.take(&mut here.store, "+ och mer").unwrap_err();
    assert!(matches!(nothing, NotTaken::NothingToContinue), "{nothing:?}");
    for line in ["s/Deras/Våra/", "= vi ser över det"] {
        assert!(taker.take(&mut here.store, line).is_err(), "{line}");
    }
    let own_line = here.say(here.challenges, "Vår");
    there.store.set_clock(options(30).clock);
    there.say(there.challenges, "Deras nyare");
    hand_over(&there, &mut here);
    for line in ["+ och mer", "s/Vår/Var/", "= vi ser över det"] {
        taker.take(&mut here.store, line).unwrap();
    }
    assert_eq!((text(&here, own_line).as_str(), text(&here, theirs).as_str()), ("Var och mer", "Deras"));
    let answered = |id| store::response::to(&here.store, id).unwrap().len();
    assert_eq!((answered(own_line), answered(theirs)), (1, 0));
}

#[test]
fn the_latest_is_the_last_that_was_written_whatever_the_clock_said_then() {
    let first = first();
    let ten_years = 60 * 24 * 3650;
    let mut here = another(&first, ten_years);
    let early = here.say(here.challenges, "Med klockan fel");
    here.store.set_clock(options(1).clock);
    let late = here.say(here.challenges, "Med klockan rätt");
    here.store.rebuild().unwrap();
    let mut taker = LineTaker::at(&here.store, here.meeting, Lang::Sv.words()).unwrap();
    taker.take(&mut here.store, "+ och mer").unwrap();
    assert_eq!(
        (text(&here, early).as_str(), text(&here, late).as_str()),
        ("Med klockan fel", "Med klockan rätt och mer")
    );
}

#[test]
fn a_line_is_counted_in_a_section_that_comes_with_it() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let (mut one, mut other) = (another(&first, 1), another(&first, 2));
    ops::move_to_section(&mut one.store, &[id], one.tomorrow).unwrap();
    let new = NewSection { heading: "Nytt".to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
    let section = ops::create_section(&mut other.store, other.meeting, &new).unwrap().value;
    ops::move_to_section(&mut other.store, &[id], section).unwrap();
    let mut third = another(&first, 3);
    let rows = [one, other].map(|room| store::log::beyond(&room.store, &[]).unwrap()).concat();
    third.store.apply(&rows).unwrap();
    let counted = store::section::counted(&third.store, third.meeting).unwrap();
    let counted = counted.into_iter().find(|counted| counted.section.id == section).unwrap();
    assert_eq!((counted.entries, third.texts(section)), (1, vec!["Rad".to_owned()]));
}

/// What another laptop does with a line while it is undone here.
type Work = fn(&mut Room, EntryId);

#[test]
fn undo_leaves_what_another_laptop_has_worked_on_and_names_it() {
    let works: [(&str, Work); 5] = [
        ("edit", |room, id| drop(at_once::edit_text(&mut room.store, id, "Rad", "Raden").unwrap())),
        ("answer", |room, id| drop(ops::answer(&mut room.store, &[id], &reply("Ja")).unwrap())),
        ("action", |room, id| drop(at_once::make_action(&mut room.store, id, "Gör", None, None).unwrap())),
        ("follow up", |room, id| drop(ops::follow_up(&mut room.store, id, Kind::CHALLENGE, "Hur?").unwrap())),
        ("nothing", |_, _| ()),
    ];
    for (what, work) in works {
        let first = first();
        let (mut here, mut there) = (another(&first, 1), another(&first, 2));
        let id = here.say(here.challenges, "Rad");
        hand_over(&here, &mut there);
        work(&mut there, id);
        hand_over(&there, &mut here);
        let Turned { operation, left } = undo_newest(&mut here.store).unwrap().value;
        assert_eq!(operation.op, Op::Capture);
        let is_left = what != "nothing";
        assert_eq!(
            left.iter().map(|left| left.id).collect::<Vec<_>>(),
            vec![id.0; usize::from(is_left)],
            "{what}"
        );
        let is_there = |room: &Room| store::entry::get(&room.store, id).unwrap().is_some();
        assert_eq!(is_there(&here), is_left, "{what}");
        let mut rooms = [here, there];
        meet(&mut rooms);
        assert_eq!(is_there(&rooms[1]), is_left, "{what}");
    }
}

#[test]
fn the_undo_of_a_line_in_words_names_what_it_left() {
    let laptop = Laptop::new();
    laptop.run(&["add", "--table", "1", "! Svårt med samverkan"]).done();
    let mut store = Store::open(&laptop.path("vidpennan.db"), options(0)).unwrap();
    let mut there = Store::in_memory(options(1)).unwrap();
    there.apply(&store::log::beyond(&store, &[]).unwrap()).unwrap();
    let id = work::list(&there, &Filter::default(), 0, 9).unwrap()[0].entry.id;
    ops::answer(&mut there, &[id], &reply("Ja")).unwrap();
    store.apply(&store::log::beyond(&there, &store::log::last(&store).unwrap()).unwrap()).unwrap();
    drop(store);
    let said = laptop.run_with(&["--plain"], "/ångra\nja\n/slut\n".as_bytes()).done();
    assert!(said.contains("ändrats eller använts") && said.contains("U-1"), "{said}");
    let store = Store::open(&laptop.path("vidpennan.db"), options(0)).unwrap();
    assert!(store::entry::get(&store, id).unwrap().is_some());
}

/// What is deleted, and whether it is shown.
struct Deletion {
    what: &'static str,
    delete: fn(&mut Room, EntryId),
    is_shown: fn(&Room, EntryId) -> bool,
}

const DELETIONS: [Deletion; 4] = [
    Deletion {
        what: "entry",
        delete: |room, id| drop(at_once::delete_entries(&mut room.store, &[id]).unwrap()),
        is_shown: |room, id| store::entry::get(&room.store, id).unwrap().is_some(),
    },
    Deletion {
        what: "section",
        delete: |room, _| drop(at_once::delete_section(&mut room.store, room.challenges).unwrap()),
        is_shown: |room, id| {
            let section = store::section::get(&room.store, room.challenges).unwrap();
            section.is_some() && store::entry::get(&room.store, id).unwrap().is_some()
        },
    },
    Deletion {
        what: "meeting",
        delete: |room, _| drop(at_once::delete_meeting(&mut room.store, room.meeting).unwrap()),
        is_shown: |room, id| {
            let meeting = store::meeting::get(&room.store, room.meeting).unwrap();
            meeting.is_some() && store::entry::get(&room.store, id).unwrap().is_some()
        },
    },
    Deletion {
        what: "response",
        delete: |room, id| {
            let response = store::response::to(&room.store, id).unwrap()[0].id;
            let held = store::held(&room.store).unwrap();
            ops::delete_response(&mut room.store, response, &[id], &held).unwrap();
        },
        is_shown: |room, id| !store::response::to(&room.store, id).unwrap().is_empty(),
    },
];

#[test]
fn a_deletion_hides_nothing_that_its_author_had_not_held() {
    let works: [(&str, Work, &[&str]); 6] = [
        (
            "the text of the response",
            |room, id| {
                let response = store::response::to(&room.store, id).unwrap()[0].id;
                at_once::edit_response(&mut room.store, response, &reply("Ja"), &reply("Nej")).unwrap();
            },
            &["response", "entry", "section", "meeting"],
        ),
        (
            "the text of the entry",
            |room, id| drop(at_once::edit_text(&mut room.store, id, "Rad", "Raden").unwrap()),
            &["entry", "section", "meeting"],
        ),
        (
            "a new line",
            |room, _| {
                room.say(room.challenges, "Ny");
            },
            &["section", "meeting"],
        ),
        (
            "a check on the entry",
            |room, id| {
                let kind = store::entry::get(&room.store, id).unwrap().unwrap().kind;
                ops::follow_up(&mut room.store, id, kind, "Frågade").unwrap();
            },
            &["entry", "section", "meeting"],
        ),
        (
            "the report of the meeting",
            |room, _| {
                let (meeting, report) = (room.meeting.0, Report::Minutes);
                at_once::write_manuscript(&mut room.store, meeting, report, None, "Rättad").unwrap();
            },
            &["meeting"],
        ),
        ("nothing", |_, _| (), &[]),
    ];
    for Deletion { what, delete, is_shown } in DELETIONS {
        for (written, work, keeps) in works {
            for comes_first in [true, false] {
                let mut first = first();
                let id = first.say(first.challenges, "Rad");
                ops::answer(&mut first.store, &[id], &reply("Ja")).unwrap();
                let mut rooms = [another(&first, 1), another(&first, 2), another(&first, 3)];
                let [deletes, writes, knows] = &mut rooms;
                if comes_first {
                    // The deletion is held when the words are written, but its author does not hold the words.
                    work(writes, id);
                    delete(deletes, id);
                } else {
                    delete(deletes, id);
                    work(writes, id);
                }
                // One that has heard of the deletion only hides it.
                hand_over(deletes, knows);
                assert!(!is_shown(knows, id), "{what}");
                meet(&mut rooms);
                for room in &rooms {
                    assert_eq!(is_shown(room, id), keeps.contains(&what), "{what}, {written}");
                }
                // Whoever holds all of it deletes it for good, and brings it back.
                if keeps.contains(&what) {
                    delete(&mut rooms[2], id);
                    meet(&mut rooms);
                    assert!(rooms.iter().all(|room| !is_shown(room, id)), "{what}, {written}: deleted anew");
                    undo_newest(&mut rooms[2].store).unwrap();
                    meet(&mut rooms);
                    assert!(rooms.iter().all(|room| is_shown(room, id)), "{what}, {written}: undone");
                }
            }
        }
    }
}

#[test]
fn a_deletion_that_was_undone_hides_nothing_any_more() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let mut rooms = [1, 2, 3].map(|minutes| another(&first, minutes));
    let [writes, restores, deletes] = &mut rooms;
    at_once::edit_text(&mut writes.store, id, "Rad", "Raden").unwrap();
    hand_over(writes, restores);
    restores.say(restores.notes, "Till");
    at_once::delete_entries(&mut restores.store, &[id]).unwrap();
    undo_newest(&mut restores.store).unwrap();
    // Of what it held nothing but its own rows comes to the one that deletes.
    let mut rows = store::log::beyond(&restores.store, &[]).unwrap();
    rows.retain(|row| row.at.device == own(restores));
    assert_eq!(deletes.store.apply(&rows).unwrap().wanted, vec![]);
    at_once::delete_entries(&mut deletes.store, &[id]).unwrap();
    meet(&mut rooms);
    assert!(rooms.iter().all(|room| text(room, id) == "Raden"));
}

#[test]
fn what_a_deleter_writes_later_in_a_section_that_was_kept_stays() {
    let first = first();
    let (mut deletes, mut writes) = (another(&first, 1), another(&first, 2));
    at_once::delete_section(&mut deletes.store, deletes.notes).unwrap();
    let theirs = writes.say(writes.notes, "Deras");
    hand_over(&writes, &mut deletes);
    deletes.say(deletes.notes, "Från den som raderade");
    at_once::delete_entries(&mut deletes.store, &[theirs]).unwrap();
    assert_eq!(deletes.texts(deletes.notes), ["Från den som raderade"]);
    assert!(store::section::get(&deletes.store, deletes.notes).unwrap().is_some());
    let mut rooms = [deletes, writes];
    meet(&mut rooms);
    assert_eq!(rooms[1].texts(rooms[1].notes), ["Från den som raderade"]);
}

/// Every list of a store, in its order.
fn lists(room: &Room, subject: EntryId) -> Vec<String> {
    let store = &room.store;
    let mut lists = vec![
        format!("{:?}", store::person::list(store).unwrap()),
        format!("{:?}", store::person::mentioned(store).unwrap()),
        format!("{:?}", store::programme::list(store).unwrap()),
        format!("{:?}", store::organisation::list(store).unwrap()),
        format!("{:?}", store::manuscript::all_of(store, room.meeting.0, Report::News).unwrap()),
        format!("{:?}", store::meeting::list(store).unwrap()),
        format!("{:?}", store::meeting::current(store, noon().date()).unwrap()),
        format!("{:?}", store::section::list(store, room.meeting).unwrap()),
        format!("{:?}", store::follow_up::list(store, subject).unwrap()),
        format!("{:?}", store::response::to(store, subject).unwrap()),
        format!("{:?}", store::entry::made_from(store, subject).unwrap()),
        format!("{:?}", store::entry::tags(store, room.meeting).unwrap()),
        format!("{:?}", work::owners(store).unwrap()),
        format!("{:?}", store::history::of(store, subject.0).unwrap()),
        room.texts(room.notes).join("|"),
    ];
    for response in store::response::to(store, subject).unwrap() {
        lists.push(format!("{:?}", store::answer::challenges(store, response.id).unwrap()));
    }
    for meeting in store::meeting::list(store).unwrap() {
        lists.push(format!("{:?}", store::field::list(store, meeting.id).unwrap()));
    }
    for class in [WorkClass::Challenges, WorkClass::Owed] {
        let filter = Filter { class, ..Filter::default() };
        lists.push(format!("{:?}", work::list(store, &filter, 0, 500).unwrap()));
        lists.push(format!("{:?}", work::meetings(store, class).unwrap()));
    }
    lists
}

#[test]
fn every_list_is_in_the_same_order_on_every_laptop() {
    let mut first = first();
    let subject = first.say(first.challenges, "Svårt med samverkan");
    let others: Vec<EntryId> = (0..3).map(|at| first.say(first.challenges, &format!("Fråga {at}"))).collect();
    let mut rooms = [3, 2, 1].map(|minutes| another(&first, minutes));
    for (at, room) in rooms.iter_mut().enumerate() {
        let store = &mut *room.store;
        let details = |name: &str| PersonDetails { name: format!("{name} {at}"), ..PersonDetails::default() };
        ops::enter_person(store, &details("Person")).unwrap();
        ops::enter_organisation(store, &format!("Enhet {at}"), None).unwrap();
        ops::rename_programme(store, &format!("Program {at}")).unwrap();
        at_once::write_manuscript(store, room.meeting.0, Report::News, None, &format!("# {at}")).unwrap();
        ops::create_meeting(store, NewMeeting::from_template("Möte", MeetingKind::RoundTable, vec![]))
            .unwrap();
        let new = NewSection { heading: "Nytt".to_owned(), kind: SectionKind::Notes, intro: Vec::new() };
        ops::create_section(store, room.meeting, &new).unwrap();
        ops::follow_up(store, subject, Kind::CHALLENGE, &format!("{at}")).unwrap();
        let answered: Vec<EntryId> = others.iter().rev().copied().chain([subject]).collect();
        ops::answer(store, &answered, &reply(&format!("Svar {at}"))).unwrap();
        at_once::make_action(store, subject, &format!("Gör {at}"), Some(format!("Person {at}")), None)
            .unwrap();
        let known = store::entry::get(store, subject).unwrap().unwrap().tags;
        ops::set_tags(store, &[subject], &known, &[format!("tagg{at}")]).unwrap();
        ops::enter_people(store, &[details("Närvarande")], Some(room.meeting)).unwrap();
        for line in 0..2 {
            room.say(room.notes, &format!("{at} {line}"));
        }
    }
    // To each in another order.
    let rows: Vec<Vec<LogRow>> =
        rooms.iter().map(|room| store::log::beyond(&room.store, &[]).unwrap()).collect();
    for (at, room) in rooms.iter_mut().enumerate() {
        for from in [at + 1, at + 2] {
            room.store.apply(&rows[from % 3]).unwrap();
        }
    }
    let expected = lists(&rooms[0], subject);
    for room in &rooms[1..] {
        for (list, expected) in lists(room, subject).iter().zip(&expected) {
            assert_eq!(list, expected);
        }
    }
    // Lines that were moved are in one order, too.
    for (at, room) in rooms.iter_mut().enumerate() {
        let id = store::entry::latest(&room.store, room.meeting, store::entry::By::ThisReplica)
            .unwrap()
            .unwrap()
            .id;
        let step = if at == 0 { MoveStep::Down } else { MoveStep::Up };
        ops::move_entry(&mut room.store, id, step).unwrap();
    }
    meet(&mut rooms);
    assert!(rooms.windows(2).all(|pair| lists(&pair[0], subject) == lists(&pair[1], subject)));
}

#[test]
fn a_section_that_was_kept_for_one_line_goes_when_the_line_is_moved_out_of_it() {
    let mut first = first();
    let id = first.say(first.notes, "Rad");
    let (mut deletes, mut writes) = (another(&first, 1), another(&first, 2));
    at_once::delete_section(&mut deletes.store, deletes.notes).unwrap();
    at_once::edit_text(&mut writes.store, id, "Rad", "Raden").unwrap();
    hand_over(&writes, &mut deletes);
    hand_over(&deletes, &mut writes);
    let is_there = |room: &Room| store::section::get(&room.store, room.notes).unwrap().is_some();
    assert!(is_there(&deletes) && is_there(&writes), "kept for the words that were not held");
    ops::move_to_section(&mut writes.store, &[id], writes.tomorrow).unwrap();
    hand_over(&writes, &mut deletes);
    assert!(!is_there(&writes) && !is_there(&deletes));
    assert_eq!(deletes.texts(deletes.tomorrow), ["Raden"]);
}
