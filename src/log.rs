//! The log of faults: what went wrong inside, for those who mend the program. It never holds words of a meeting.
//! The file is made when there is something to write, so that an ordinary start costs nothing.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::fmt::MakeWriter;

/// How many files are kept, one a day.
const KEPT: usize = 5;

/// A folder that becomes a file at the first word.
#[derive(Clone)]
struct Lazy {
    folder: PathBuf,
    file: Arc<Mutex<Option<RollingFileAppender>>>,
}

impl Write for Lazy {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Ok(mut file) = self.file.lock() else { return Ok(bytes.len()) };
        if file.is_none() {
            // Without the folder the appender would complain on standard error.
            std::fs::create_dir_all(&self.folder)?;
            let made = RollingFileAppender::builder()
                .rotation(Rotation::DAILY)
                .filename_prefix("vidpennan")
                .filename_suffix("log")
                .max_log_files(KEPT)
                .build(&self.folder);
            *file = made.ok();
        }
        // Where no log can be written, the program goes on without.
        file.as_mut().map_or(Ok(bytes.len()), |file| file.write(bytes))
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

/// Sends warnings and errors to files in a folder.
pub fn to_folder(folder: PathBuf) {
    let writer = Lazy { folder, file: Arc::default() };
    let subscriber = tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_max_level(tracing::Level::WARN)
        .finish();
    // Fails only where a subscriber is set already: then that one hears.
    let _ = tracing::subscriber::set_global_default(subscriber);
}
