//! Other programs on the same database: the system notifies when its write-ahead log changes, and when the
//! file itself or the index of the log is taken away, replaced or cut short. Nothing polls.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::ui::event::Event;

/// How long writes are gathered before they are reported: far less than the second in which others should be seen.
const GATHER: Duration = Duration::from_millis(40);

/// After which pauses the last write is reported again: the log changes before the disk has taken it and the
/// transaction is visible, and on a slow disk that takes a while.
const AGAIN: [Duration; 2] = [Duration::from_millis(400), Duration::from_secs(2)];

/// Begins to watch. Without a watcher (`None`) the program works, but sees others' entries only when it reads again.
pub(super) fn watch(store: &Path, events: Sender<Event>) -> Option<RecommendedWatcher> {
    let folder = store.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = store.file_name()?.to_owned();
    let files = ["", "-wal", "-shm"].map(|suffix| {
        let mut beside = name.clone();
        beside.push(suffix);
        beside
    });
    let (written, writes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // The log when somebody writes; the others when somebody does away with them, as SQLite writes in the index
        // without a word, and mostly in the log instead of the file.
        let is_watched = |path: &PathBuf| files.iter().any(|name| path.file_name() == Some(name.as_os_str()));
        if event.is_ok_and(|event| !event.kind.is_access() && event.paths.iter().any(is_watched)) {
            let _gone = written.send(());
        }
    })
    .ok()?;
    watcher.watch(folder, RecursiveMode::NonRecursive).ok()?;
    thread::spawn(move || {
        while writes.recv().is_ok() {
            report(&writes, &events);
        }
    });
    Some(watcher)
}

/// Reports a burst of writes until it is over.
fn report(writes: &Receiver<()>, events: &Sender<Event>) {
    loop {
        thread::sleep(GATHER);
        while writes.try_recv().is_ok() {}
        // The program may be gone already; then the channel of writes is closed too, and the thread ends.
        let _gone = events.send(Event::Stored);
        let again = AGAIN.into_iter().find_map(|pause| match writes.recv_timeout(pause) {
            Ok(()) => Some(true),
            Err(RecvTimeoutError::Disconnected) => Some(false),
            Err(RecvTimeoutError::Timeout) => {
                let _gone = events.send(Event::Stored);
                None
            }
        });
        if again != Some(true) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::ops;
    use crate::store::{Options, Store};

    #[test]
    fn what_another_program_writes_is_reported() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let open =
            || Store::open(&path, Options { clock: Clock::System, scribe: None, replicas: None }).unwrap();
        let (mine, mut theirs) = (open(), open());
        let before = mine.version().unwrap();
        let (events, inbox) = channel();
        let _watcher = watch(&path, events).unwrap();
        ops::rename_programme(&mut theirs, "Livskvalitet").unwrap();
        // It takes some hundredths of a second where the machine is not busy.
        let event = inbox.recv_timeout(Duration::from_secs(20));
        assert!(matches!(event, Ok(Event::Stored)), "{event:?}");
        assert_ne!(mine.version().unwrap(), before);
    }
}
