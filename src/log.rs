//! The technical log: warnings and errors for those who maintain the program. It never holds words of a meeting. The
//! file is created at the first message, so that an ordinary start costs nothing.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::fmt::MakeWriter;

use crate::files::private::tighten_files_in;

/// How many files there are at most, one a day.
const MOST_FILES: usize = 5;

/// A log file that is created at the first message.
#[derive(Clone)]
struct Lazy {
    folder: PathBuf,
    file: Arc<Mutex<Option<RollingFileAppender>>>,
}

impl Write for Lazy {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Ok(mut file) = self.file.lock() else { return Ok(bytes.len()) };
        if file.is_none() {
            // The appender would complain on standard error of a folder that is not there or cannot be read.
            std::fs::create_dir_all(&self.folder)?;
            std::fs::read_dir(&self.folder)?;
            let made = RollingFileAppender::builder()
                .rotation(Rotation::DAILY)
                .filename_prefix("vidpennan")
                .filename_suffix("log")
                .max_log_files(MOST_FILES)
                .build(&self.folder);
            *file = made.ok();
        }
        // Where no log can be written, the program works without it.
        let written = file.as_mut().map_or(Ok(bytes.len()), |file| file.write(bytes));
        // The appender makes a file for all to read, and another one each day.
        tighten_files_in(&self.folder);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lazy {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Has a panic leave its place in the log from now on. Its message may hold words of a meeting, and is in the language
/// of the code: it goes nowhere. Whoever catches it says in words what it means.
pub fn panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

/// Writes warnings and errors to a file a day in this folder.
pub fn to_folder(folder: PathBuf) {
    tighten_files_in(&folder);
    let writer = Lazy { folder, file: Arc::default() };
    let subscriber = tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_max_level(tracing::Level::WARN)
        // A log that cannot be written is no news for whoever looks at the screen.
        .log_internal_errors(false)
        .finish();
    // It fails only where there is a subscriber already, as in tests.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
