//! Laptops that know of one meeting and write apart, as other replicas or as copies of one, and hand each other their
//! rows.

use chrono::TimeDelta;
use vidpennan::clock::Clock;
use vidpennan::model::id::{DeviceId, EntryId};
use vidpennan::model::{Number, ResponseKind};
use vidpennan::ops::{self, Reply};
use vidpennan::store::{self, Options, Store};

use super::room::{Room, noon, room};

/// A clock that is so many minutes from noon.
pub(crate) fn options(minutes: i64) -> Options {
    Options { clock: Clock::Fixed(noon() + TimeDelta::minutes(minutes)), scribe: None, replicas: None }
}

/// The first laptop; its clock is right.
pub(crate) fn first() -> Room {
    room(Store::in_memory(options(0)).unwrap())
}

/// The meeting of a room in another store.
pub(crate) fn in_store(Room { meeting, notes, challenges, tomorrow, .. }: &Room, store: Store) -> Room {
    Room {
        store: store.into(),
        meeting: *meeting,
        notes: *notes,
        challenges: *challenges,
        tomorrow: *tomorrow,
    }
}

/// Another that has all of it. Its clock is so many minutes from noon; no two of a test may be equal.
pub(crate) fn another(first: &Room, minutes: i64) -> Room {
    let mut store = Store::in_memory(options(minutes)).unwrap();
    store.apply(&store::log::beyond(&first.store, &[]).unwrap()).unwrap();
    in_store(first, store)
}

/// A copy that goes on as the same replica. Its clock is so many minutes from noon; no two of a test may be equal.
pub(crate) fn copy(of: &Room, minutes: i64) -> Room {
    let mut store = store::backup::temporary(&of.store).unwrap();
    store.set_clock(options(minutes).clock);
    in_store(of, store)
}

/// Hands over what is new, and all where that does not follow on what is held. Returns which branches were found.
pub(crate) fn give(from: &Room, to: &mut Room) -> Vec<(DeviceId, DeviceId)> {
    let mut forks = Vec::new();
    for known in [store::log::last(&to.store).unwrap(), Vec::new()] {
        let applied = to.store.apply(&store::log::beyond(&from.store, &known).unwrap()).unwrap();
        forks.extend(applied.forks);
        if applied.wanted.is_empty() {
            return forks;
        }
    }
    panic!("not even all rows follow on those that are held");
}

/// Hands over what is new, where nobody has written as somebody else.
pub(crate) fn hand_over(from: &Room, to: &mut Room) {
    assert_eq!(give(from, to), []);
}

/// Everybody gets everything, and has the same then.
pub(crate) fn meet(rooms: &mut [Room]) {
    for _ in 0..2 {
        for at in 0..rooms.len() {
            let next = (at + 1) % rooms.len();
            let [from, to] = rooms.get_disjoint_mut([at, next]).unwrap();
            give(from, to);
        }
    }
    let states: Vec<_> = rooms.iter().map(|room| store::rebuild::state(&room.store).unwrap()).collect();
    for pair in states.windows(2) {
        let difference: Vec<&String> = pair[0].symmetric_difference(&pair[1]).collect();
        assert_eq!(difference, Vec::<&String>::new());
    }
}

/// The replica that wrote last here.
pub(crate) fn own(room: &Room) -> DeviceId {
    ops::undoable(&room.store).unwrap().at.device
}

pub(crate) fn text(room: &Room, id: EntryId) -> String {
    store::entry::get(&room.store, id).unwrap().unwrap().text
}

pub(crate) fn number(room: &Room, id: EntryId) -> Number {
    store::entry::get(&room.store, id).unwrap().unwrap().number().unwrap()
}

pub(crate) fn conflicts(room: &Room) -> usize {
    let state = store::rebuild::state(&room.store).unwrap();
    state.iter().filter(|line| line.starts_with("conflict ")).count()
}

pub(crate) fn reply(text: &str) -> Reply {
    Reply { kind: ResponseKind::Underway, text: text.to_owned(), due: None }
}
