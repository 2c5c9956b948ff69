//! A store that may not be written can be read, and says so to whoever writes.

use std::fs;

use vidpennan::ops::{self, CapturePlace, Caught, Refused};
use vidpennan::store::{self, Store, StoreError};

use crate::support::room::{options, room};

#[test]
fn a_store_is_read_where_it_is_and_nothing_is_made_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    let mut first = room(Store::open(&path, options()).unwrap());
    first.say(first.notes, "Det som ska läsas");
    let places = first.places();
    drop(first);
    let before = fs::read(&path).unwrap();
    let mut read = places.within(Store::open_to_read(&path, options()).unwrap());
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
    let read = open.within(Store::open_to_read(&found, options()).unwrap());
    assert_eq!(read.texts(read.notes), ["Det som är i loggen"]);
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 2);
}

#[test]
fn what_is_no_file_is_refused_without_being_opened() {
    let folder = tempfile::tempdir().unwrap();
    let mut odd = vec![folder.path().to_owned(), ":memory:".into(), "file:x.db".into(), "".into()];
    #[cfg(unix)]
    odd.push("/dev/zero".into());
    for path in odd {
        for opened in [Store::open(&path, options()), Store::open_to_read(&path, options())] {
            assert!(matches!(opened, Err(StoreError::NotAFile(_))), "{path:?} {opened:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_store_that_others_could_read_is_its_owners_again() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.db");
    drop(room(Store::open(&path, options()).unwrap()));
    fs::set_permissions(&path, PermissionsExt::from_mode(0o644)).unwrap();
    let mut open = Store::open(&path, options()).unwrap();
    store::check::whole(&open).unwrap();
    ops::rename_programme(&mut open, "Livskvalitet").unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o077, 0, "{:?}", file.path());
    }
}
