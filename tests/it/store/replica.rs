//! Which replica a file is: the same after it was moved or renamed and on a laptop with another name, a new one where
//! it is a copy or was restored. No two files write under the same name.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use vidpennan::model::history::LogId;
use vidpennan::ops::Refused;
use vidpennan::store::{self, Options, Store};

use crate::support::room::{Room, options, redo_newest, room, undo_newest};

/// A laptop: a folder for files, and one in which replicas are remembered.
struct Laptop {
    folder: tempfile::TempDir,
    replicas: Option<PathBuf>,
}

impl Laptop {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let replicas = Some(folder.path().join("state/replicas"));
        Self { folder, replicas }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self, name: &str) -> Store {
        Store::open(&self.path(name), Options { replicas: self.replicas.clone(), ..options() }).unwrap()
    }

    /// A file with a meeting in it, and nobody at it.
    fn with_meeting(&self, name: &str) -> Meeting {
        let mut room = room(self.open(name));
        room.say(room.challenges, "Från början");
        Meeting::of(&room)
    }

    /// One run of the program: the file is opened, a challenge is written, and undone where the run is the same
    /// replica as before. Returns the place of the last operation.
    fn run(&self, name: &str, meeting: &Meeting, text: &str) -> LogId {
        let mut room = meeting.in_store(self.open(name));
        room.say(room.challenges, text);
        last(&room.store)
    }
}

/// What a laptop remembers of its only replica.
struct Remembered {
    file: PathBuf,
    content: Vec<u8>,
}

impl Remembered {
    fn of(laptop: &Laptop) -> Self {
        let mut files = fs::read_dir(laptop.replicas.as_ref().unwrap()).unwrap();
        let file = files.next().unwrap().unwrap().path();
        assert!(files.next().is_none());
        Self { content: fs::read(&file).unwrap(), file }
    }

    fn put_back(&self) {
        fs::write(&self.file, &self.content).unwrap();
    }
}

/// The meeting, whatever file it is in.
#[derive(Clone, Copy)]
struct Meeting {
    meeting: vidpennan::model::id::MeetingId,
    section: vidpennan::model::id::SectionId,
}

impl Meeting {
    fn of(room: &Room) -> Self {
        Self { meeting: room.meeting, section: room.challenges }
    }

    fn in_store(self, store: Store) -> Room {
        let Self { meeting, section } = self;
        Room { store: store.into(), meeting, notes: section, challenges: section, tomorrow: section }
    }
}

/// The place of the newest own operation.
fn last(store: &Store) -> LogId {
    store::undo::undoable(store).unwrap().unwrap().at
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
    for beside in ["-wal", "-shm"] {
        let beside_of = |path: &Path| PathBuf::from(format!("{}{beside}", path.display()));
        let _none = fs::remove_file(beside_of(to));
        if beside_of(from).exists() {
            fs::copy(beside_of(from), beside_of(to)).unwrap();
        }
    }
}

/// No row of one file has the name of another row of the other.
fn nothing_has_the_name_of_something_else(files: &[&Store]) {
    let mut rows = HashMap::new();
    for row in files.iter().flat_map(|store| store::log::beyond(store, &[]).unwrap()) {
        let before = rows.entry(row.at).or_insert_with(|| row.clone());
        assert_eq!(*before, row, "two rows of one name");
    }
}

#[test]
fn a_file_that_is_renamed_or_moved_with_its_folder_goes_on() {
    let laptop = Laptop::new();
    fs::create_dir(laptop.path("möten")).unwrap();
    let meeting = laptop.with_meeting("möten/a.db");
    let before = last(&laptop.open("möten/a.db"));
    fs::rename(laptop.path("möten/a.db"), laptop.path("möten/b.db")).unwrap();
    assert_eq!(last(&laptop.open("möten/b.db")), before, "what it did can be undone");
    let renamed = laptop.run("möten/b.db", &meeting, "Efter namnbytet");
    assert_eq!(renamed.device, before.device);
    fs::rename(laptop.path("möten"), laptop.path("arkiv")).unwrap();
    let moved = laptop.run("arkiv/b.db", &meeting, "Efter flytten");
    assert_eq!(moved.device, before.device);

    let mut room = meeting.in_store(laptop.open("arkiv/b.db"));
    assert!(store::marks(&room.store).unwrap() == store::Marks::default(), "no number needs a mark");
    for left in [3, 2, 1] {
        assert_eq!(room.unanswered(), left);
        undo_newest(&mut room.store).unwrap();
    }
    redo_newest(&mut room.store).unwrap();
    assert_eq!(room.texts(room.challenges), ["Från början"]);
}

#[test]
fn a_laptop_with_another_name_goes_on() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let before = last(&laptop.open("a.db"));
    let conn = Connection::open(laptop.path("a.db")).unwrap();
    assert_eq!(conn.execute("UPDATE device SET machine = 'bord-3'", []).unwrap(), 1);
    drop(conn);
    assert_eq!(laptop.run("a.db", &meeting, "Efter namnbytet").device, before.device);
}

#[test]
fn a_copy_is_another_replica_and_the_original_goes_on() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let before = last(&laptop.open("a.db"));
    copy(&laptop.path("a.db"), &laptop.path("b.db"));
    assert_eq!(
        store::undo::undoable(&laptop.open("b.db")).unwrap(),
        None,
        "the original's work is not undone here"
    );
    let copied = laptop.run("b.db", &meeting, "I kopian");
    assert_ne!(copied.device, before.device);
    assert_eq!(laptop.run("b.db", &meeting, "Ännu en rad").device, copied.device);
    assert_eq!(laptop.run("a.db", &meeting, "I originalet").device, before.device);
    nothing_has_the_name_of_something_else(&[&laptop.open("a.db"), &laptop.open("b.db")]);
}

#[test]
fn whoever_writes_first_of_two_copies_whose_original_is_gone_goes_on() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let before = last(&laptop.open("a.db"));
    copy(&laptop.path("a.db"), &laptop.path("b.db"));
    fs::rename(laptop.path("a.db"), laptop.path("c.db")).unwrap();
    assert_eq!(laptop.run("b.db", &meeting, "I den ena").device, before.device);
    assert_ne!(laptop.run("c.db", &meeting, "I den andra").device, before.device);
    nothing_has_the_name_of_something_else(&[&laptop.open("b.db"), &laptop.open("c.db")]);
}

#[test]
fn a_file_on_another_laptop_is_another_replica_there_and_the_same_back_home() {
    let (here, there) = (Laptop::new(), Laptop::new());
    let meeting = here.with_meeting("a.db");
    let before = last(&here.open("a.db"));
    copy(&here.path("a.db"), &there.path("a.db"));
    let elsewhere = there.run("a.db", &meeting, "Där");
    assert_ne!(elsewhere.device, before.device);
    // One file on a stick, now here and now there.
    copy(&there.path("a.db"), &here.path("a.db"));
    assert_eq!(here.run("a.db", &meeting, "Här igen").device, before.device);
    copy(&here.path("a.db"), &there.path("a.db"));
    assert_eq!(there.run("a.db", &meeting, "Där igen").device, elsewhere.device);
}

/// A file from before is put back over the original, and the program goes on there.
fn put_back(laptop: &Laptop, meeting: &Meeting, earlier: &str) {
    let before = last(&laptop.open("a.db")).device;
    copy(&laptop.path("a.db"), &laptop.path("kept.db"));
    copy(&laptop.path(earlier), &laptop.path("a.db"));
    assert_eq!(store::undo::undoable(&laptop.open("a.db")).unwrap(), None, "nothing of the one from before");
    assert_ne!(laptop.run("a.db", meeting, "Efter återställningen").device, before);
    nothing_has_the_name_of_something_else(&[&laptop.open("a.db"), &laptop.open("kept.db")]);
}

#[test]
fn an_older_file_that_is_put_back_is_another_replica() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    copy(&laptop.path("a.db"), &laptop.path("older.db"));
    laptop.run("a.db", &meeting, "Efter kopian");
    put_back(&laptop, &meeting, "older.db");
}

#[test]
fn a_file_that_was_copied_while_the_program_wrote_is_another_replica_when_it_is_put_back() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let mut room = meeting.in_store(laptop.open("a.db"));
    room.say(room.challenges, "Före kopian");
    copy(&laptop.path("a.db"), &laptop.path("older.db"));
    room.say(room.challenges, "Efter kopian");
    // What is remembered is there already: a program that is killed does not get to an end.
    let remembered = Remembered::of(&laptop);
    drop(room);
    remembered.put_back();
    put_back(&laptop, &meeting, "older.db");
}

#[test]
fn the_copy_of_a_day_that_is_put_back_is_another_replica() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    store::backup::to(&laptop.open("a.db"), &laptop.path("daily.db"), |_, _| true).unwrap();
    let conn = Connection::open(laptop.path("daily.db")).unwrap();
    let known: i64 = conn
        .query_row("SELECT count(*) FROM device WHERE machine || path <> '' OR token NOT NULL", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(known, 0, "no names of a user leave the file");
    drop(conn);
    put_back(&laptop, &meeting, "daily.db");
}

#[test]
fn two_windows_are_one_replica() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let before = last(&laptop.open("a.db")).device;
    let [mut first, mut second] = [(); 2].map(|()| meeting.in_store(laptop.open("a.db")));
    for text in ["ett", "två", "tre"] {
        for window in [&mut first, &mut second] {
            window.say(meeting.section, text);
            assert_eq!(last(&window.store).device, before);
        }
    }
    drop(first);
    second.say(meeting.section, "fyra");
    drop(second);
    let after = laptop.run("a.db", &meeting, "Nästa gång");
    assert_eq!(after.device, before);
    let texts = meeting.in_store(laptop.open("a.db")).texts(meeting.section);
    assert_eq!(texts.len(), 9, "{texts:?}");
}

#[test]
fn a_file_is_sound_while_another_window_writes_in_it() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let checked = laptop.open("a.db");
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            let mut room = meeting.in_store(laptop.open("a.db"));
            for _ in 0..60 {
                room.say(room.challenges, "Rad");
            }
        });
        while !writing.is_finished() {
            assert_eq!(store::rebuild::deviations(&checked).unwrap(), Vec::new());
        }
    });
}

#[test]
fn a_file_that_is_only_read_changes_nothing() {
    let laptop = Laptop::new();
    laptop.with_meeting("a.db");
    let state = |laptop: &Laptop| {
        let entry = fs::read_dir(laptop.replicas.as_ref().unwrap()).unwrap().next().unwrap().unwrap();
        (fs::read(entry.path()).unwrap(), fs::read(laptop.path("a.db")).unwrap())
    };
    let before = state(&laptop);
    drop(laptop.open("a.db"));
    assert_eq!(state(&laptop), before);
    let unused = Laptop::new();
    drop(unused.open("a.db"));
    assert!(!unused.replicas.unwrap().exists());
}

#[test]
fn what_is_refused_changes_no_token() {
    let laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let before = last(&laptop.open("a.db")).device;
    let mut store = laptop.open("a.db");
    let refused = vidpennan::ops::rename_programme(&mut store, "  ");
    assert!(matches!(refused, Err(Refused::Empty)), "{refused:?}");
    drop(store);
    assert_eq!(laptop.run("a.db", &meeting, "Ändå").device, before);
}

/// Without a folder, and with one that cannot be made, a file is known by the machine and the path.
#[test]
fn a_file_of_a_laptop_that_remembers_nothing_is_known_by_its_place() {
    let nowhere = Laptop { replicas: None, ..Laptop::new() };
    let cannot = Laptop::new();
    fs::write(cannot.path("state"), "no folder").unwrap();
    for laptop in [nowhere, cannot] {
        let meeting = laptop.with_meeting("a.db");
        let before = last(&laptop.open("a.db"));
        assert_eq!(laptop.run("a.db", &meeting, "Nästa gång").device, before.device);
        copy(&laptop.path("a.db"), &laptop.path("b.db"));
        assert_ne!(laptop.run("b.db", &meeting, "I kopian").device, before.device);
        store::backup::to(&laptop.open("a.db"), &laptop.path("daily.db"), |_, _| true).unwrap();
        put_back(&laptop, &meeting, "daily.db");
    }
}

/// What could be remembered once can no longer be: the replica stays, and is remembered again when that is possible.
#[test]
fn a_folder_that_is_lost_and_found_costs_nothing_where_the_file_stays() {
    let mut laptop = Laptop::new();
    let meeting = laptop.with_meeting("a.db");
    let before = last(&laptop.open("a.db")).device;
    fs::rename(laptop.path("state"), laptop.path("lost")).unwrap();
    fs::write(laptop.path("state"), "no folder").unwrap();
    assert_eq!(laptop.run("a.db", &meeting, "Utan mappen").device, before);
    laptop.replicas = None;
    assert_eq!(laptop.run("a.db", &meeting, "Utan att ens fråga").device, before);
    laptop.replicas = Some(laptop.path("lost/replicas"));
    assert_eq!(laptop.run("a.db", &meeting, "Med mappen").device, before);
    fs::rename(laptop.path("a.db"), laptop.path("b.db")).unwrap();
    assert_eq!(laptop.run("b.db", &meeting, "Och flyttad").device, before);
}

/// A file that the program wrote before there were tokens: the replica goes on, and a copy of it does not.
#[test]
fn a_file_of_an_earlier_version_goes_on_at_its_place_and_is_remembered_from_there() {
    let laptop = Laptop::new();
    let path = fs::canonicalize(laptop.folder.path()).unwrap().join("a.db");
    fs::write(&path, include_bytes!("../../fixtures/store/version-3.db")).unwrap();
    let machine = gethostname::gethostname().to_string_lossy().into_owned();
    let conn = Connection::open(&path).unwrap();
    let place = (machine, path.to_str().unwrap());
    conn.execute("UPDATE device SET machine = ?1, path = ?2 WHERE number = 2", place).unwrap();
    drop(conn);
    copy(&path, &laptop.path("older.db"));

    let before = last(&laptop.open("a.db")).device;
    let mut store = laptop.open("a.db");
    undo_newest(&mut store).unwrap();
    assert_eq!(last(&store).device, before);
    drop(store);
    fs::rename(&path, laptop.path("b.db")).unwrap();
    assert_eq!(last(&laptop.open("b.db")).device, before, "it has a token now");
    copy(&laptop.path("older.db"), &laptop.path("a.db"));
    assert_eq!(store::undo::undoable(&laptop.open("a.db")).unwrap(), None, "an older copy, put back");
}
