//! The executable. The only place with exit codes: 0 success, 1 failure, 2 wrong usage, 128 + n after signal n.

use std::ffi::OsString;
use std::io::{BufWriter, stdout};
use std::process::ExitCode;

use vidpennan::cli::{self, ExitStatus};
use vidpennan::log;
use vidpennan::settings::Places;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // Without a home folder the database must be named, and nothing is logged.
    let places = Places::here().ok();
    if let Some(places) = &places {
        log::to_folder(places.log.clone());
    }
    log::panics();
    outlive_file_limits();
    match cli::run(&arguments, places.as_ref(), &mut BufWriter::new(stdout())) {
        ExitStatus::Done => ExitCode::SUCCESS,
        ExitStatus::Failed => ExitCode::FAILURE,
        ExitStatus::Misused => ExitCode::from(2),
        // As shells report a program that a signal has ended.
        ExitStatus::Signal(signal) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(1)),
    }
}

/// Has a write beyond the largest file that this process may make (`ulimit -f`) fail, instead of ending the program.
fn outlive_file_limits() {
    #[cfg(unix)]
    {
        use signal_hook::consts::SIGXFSZ;
        // That it came says nothing that the failed write does not say. Without it the program works as before.
        let _ = signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default());
    }
}
