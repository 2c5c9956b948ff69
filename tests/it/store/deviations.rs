//! Whatever is changed in the tables without the log is found by the check, by what it is, and made anew.

use rusqlite::Connection;
use vidpennan::ops::{self, PersonDetails};
use vidpennan::store::fault::{Derived, Fault};
use vidpennan::store::{self, Store, check};

use crate::support::apart::reply;
use crate::support::digests;
use crate::support::room::{options, room};

/// A change in the tables, and whether a fault is about it.
type Changed = (&'static str, fn(&Fault) -> bool);

fn is_cell(fault: &Fault, called: &str) -> bool {
    matches!(fault, Fault::Cell { cell, stored: Some(_), .. } if cell == called)
}

const CHANGES: [Changed; 10] = [
    ("UPDATE numbering SET value = value - 1 WHERE series = 'challenge'", is_number),
    ("UPDATE numbering SET value = 1000 WHERE series = 'challenge'", is_number),
    ("DELETE FROM numbering WHERE series = 'challenge'", is_number),
    ("UPDATE entry SET position = position || 'V' WHERE row = (SELECT min(row) FROM entry)", |fault| {
        is_cell(fault, "position")
    }),
    ("UPDATE section SET position = position || 'V' WHERE row = (SELECT max(row) FROM section)", |fault| {
        is_cell(fault, "position")
    }),
    ("UPDATE person SET name = 'Vera Lund'", |fault| is_cell(fault, "name")),
    ("UPDATE entry SET section = (SELECT id FROM section WHERE id <> entry.section)", |fault| {
        is_cell(fault, "section")
    }),
    (
        "UPDATE entry SET challenge_number = '7' || substr(challenge_number, 2) WHERE challenge_number IS NOT NULL",
        |fault| is_cell(fault, "challenge_number"),
    ),
    ("UPDATE section SET heading = 'Ett annat' WHERE row = (SELECT max(row) FROM section)", |fault| {
        is_cell(fault, "heading")
    }),
    ("UPDATE answer SET challenge = (SELECT id FROM entry WHERE id <> answer.challenge)", |fault| {
        is_cell(fault, "challenge")
    }),
];

fn is_number(fault: &Fault) -> bool {
    matches!(fault, Fault::Derived(Derived::Numbers, _))
}

#[test]
fn what_was_changed_in_the_tables_is_found_and_made_anew() {
    for (sql, is_it) in CHANGES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        let mut room = room(Store::open(&path, options()).unwrap());
        for nth in 0..2 {
            room.say(room.notes, &format!("Rad {nth}"));
            let challenge = room.say(room.challenges, &format!("Utmaning {nth}"));
            ops::answer(&mut room.store, &[challenge], &reply("Vi tar det")).unwrap();
        }
        let vera = PersonDetails { name: "Vera".to_owned(), ..PersonDetails::default() };
        ops::enter_person(&mut room.store, &vera).unwrap();
        let before = store::rebuild::state(&room.store).unwrap();
        drop(room.store.into_store());
        let conn = Connection::open(&path).unwrap();
        digests::register_functions(&conn);
        assert!(conn.execute(sql, []).unwrap() > 0, "{sql}");
        drop(conn);
        let mut store = Store::open(&path, options()).unwrap();
        let found = check::everything(&store, |_| {}).unwrap();
        assert!(found.iter().any(is_it), "{sql}: {found:?}");
        store.rebuild().unwrap();
        assert_eq!(check::everything(&store, |_| {}).unwrap(), Vec::new(), "{sql}");
        assert_eq!(store::rebuild::state(&store).unwrap(), before, "{sql}");
    }
}
