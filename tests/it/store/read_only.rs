//! A store that may not be written can be read, and says so to whoever writes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::store::{self, ReadOnly, Store, StoreError, backup};

use crate::support::room::{noon, options, room};

#[test]
fn a_store_is_read_where_it_is_and_nothing_is_made_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut first = room(Store::open(&path, options()).unwrap());
    first.say(first.notes, "Det som ska läsas");
    let places = first.places();
    drop(first);
    let before = fs::read(&path).unwrap();
    let mut read = places.within(Store::open_to_read(&path, options(), ReadOnly::Protected).unwrap());
    assert!(read.store.is_read_only());
    assert_eq!(read.texts(read.notes), ["Det som ska läsas"]);
    assert_eq!(read.found("läsas"), ["Det som ska läsas"]);
    assert!(store::check::whole(&read.store).unwrap().is_empty());
    let at = CapturePlace { meeting: read.meeting, section: read.notes, table: None, round: None };
    let refused = ops::capture(&mut read.store, at, Caught { text: "Nej".to_owned(), ..Caught::default() });
    assert!(matches!(refused, Err(Refused::Store(StoreError::ReadOnly(_)))), "{refused:?}");
    assert!(matches!(read.store.rebuild(), Err(StoreError::ReadOnly(_))));
    drop(read);
    assert!(fs::read(&path).unwrap() == before);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_in_the_log_of_a_store_is_read_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut open = room(Store::open(&path, options()).unwrap());
    open.say(open.notes, "Det som är i loggen");
    let stick = tempfile::tempdir().unwrap();
    let found = stick.path().join("x.db");
    for (from, to) in
        [(path.clone(), found.clone()), (folder.path().join("x.db-wal"), stick.path().join("x.db-wal"))]
    {
        fs::copy(from, to).unwrap();
    }
    let read = open.within(Store::open_to_read(&found, options(), ReadOnly::Protected).unwrap());
    assert_eq!(read.texts(read.notes), ["Det som är i loggen"]);
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_store_that_was_left_at_once_is_read_where_it_may_not_be_written() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    let folder = tempfile::tempdir().unwrap();
    let mut open = room(Store::open(&folder.path().join("x.db"), options()).unwrap());
    open.say(open.notes, "Det som är i loggen");
    let mode = |path: &Path, mode| fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    for (of_files, of_folder) in [(0o400, 0o555), (0o600, 0o555), (0o400, 0o755)] {
        let stick = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_vidpennan"));
        // Root may write everywhere.
        let nobody = (stick.path().metadata().unwrap().uid() == 0).then_some(65534);
        for name in ["x.db", "x.db-wal"] {
            let file = stick.path().join(name);
            fs::copy(folder.path().join(name), &file).unwrap();
            mode(&file, of_files);
            chown(&file, nobody, None).unwrap();
        }
        if let Some(nobody) = nobody {
            chown(stick.path(), Some(nobody), None).unwrap();
            command.uid(nobody);
        }
        mode(stick.path(), of_folder);
        let read = command.args(["--db", "x.db", "search", "loggen"]).current_dir(stick.path()).env_clear();
        let read = read.output().unwrap();
        mode(stick.path(), 0o755);
        let said = String::from_utf8_lossy(&read.stdout);
        let why = String::from_utf8_lossy(&read.stderr);
        assert!(said.contains("Det som är i loggen"), "{of_files:o} {of_folder:o}: {said} {why}");
        if of_folder == 0o555 {
            assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 2, "nothing is made beside it");
        }
    }
}

#[test]
fn what_could_not_be_written_for_want_of_space_is_written_once_there_is_some() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let first = room(Store::open(&path, options()).unwrap());
    let places = first.places();
    drop(first);
    let mut full = places.within(Store::open_to_read(&path, options(), ReadOnly::DiskFull).unwrap());
    assert_eq!(full.store.read_only(), Some(ReadOnly::DiskFull));
    full.say(full.notes, "Det finns utrymme igen");
    assert_eq!(full.store.read_only(), None);
    drop(full);
    let read = places.within(Store::open(&path, options()).unwrap());
    assert_eq!(read.texts(read.notes), ["Det finns utrymme igen"]);
}

#[test]
fn what_is_no_file_is_refused_without_being_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut odd = vec![folder.path().to_owned(), ":memory:".into(), "file:x.db".into(), "".into()];
    #[cfg(unix)]
    odd.push("/dev/zero".into());
    for path in odd {
        for opened in
            [Store::open(&path, options()), Store::open_to_read(&path, options(), ReadOnly::Protected)]
        {
            assert!(matches!(opened, Err(StoreError::NotAFile(_))), "{path:?} {opened:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn what_others_could_read_is_its_owners_again() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let first = room(Store::open(&path, options()).unwrap());
    backup::daily(&first.store, noon().date(), |_, _| true).unwrap();
    drop(first);
    let copies = folder.path().join("x.db-backups");
    fs::write(copies.join("rescued-2026-01-01.db"), "").unwrap();
    let own = ["x.db", "x.db-draft", "x.db-draft-1"].map(|name| folder.path().join(name));
    let inside = fs::read_dir(&copies).unwrap().map(|file| file.unwrap().path());
    let own: Vec<PathBuf> = own.into_iter().chain(inside).chain([copies.clone()]).collect();
    let theirs = ["x.db-anteckningar.txt", "x.dbx", "y.db-draft"].map(|name| folder.path().join(name));
    for file in own.iter().chain(&theirs) {
        if !file.exists() {
            fs::write(file, "Halva ra").unwrap();
        }
        fs::set_permissions(file, PermissionsExt::from_mode(0o777)).unwrap();
    }
    let mut open = Store::open(&path, options()).unwrap();
    store::check::whole(&open).unwrap();
    ops::rename_programme(&mut open, "Livskvalitet").unwrap();
    let others_may = |file: &PathBuf| file.metadata().unwrap().permissions().mode() & 0o077;
    for file in own.iter().chain(&["-wal", "-shm"].map(|end| folder.path().join(format!("x.db{end}")))) {
        assert_eq!(others_may(file), 0, "{file:?}");
    }
    assert!(theirs.iter().all(|file| others_may(file) == 0o077), "it belongs to others");
}
