//! vidpennan, the program: parse, choose, run. The only place with exit codes: 0 done, 1 failed, 2 wrong usage,
//! 128 and its number when a signal ended it.

use std::ffi::OsString;
use std::io::{BufWriter, stdout};
use std::process::ExitCode;

use vidpennan::cli::{self, Ending};
use vidpennan::log;
use vidpennan::settings::Places;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // Without a home folder the database must be named, and nothing is logged.
    let places = Places::here().ok();
    if let Some(places) = &places {
        log::to_folder(places.log.clone());
    }
    match cli::run(&arguments, places.as_ref(), &mut BufWriter::new(stdout())) {
        Ending::Done => ExitCode::SUCCESS,
        Ending::Failed => ExitCode::FAILURE,
        Ending::Misused => ExitCode::from(2),
        // What a shell calls it when a signal has ended a program.
        Ending::Signal(signal) => ExitCode::from(u8::try_from(128 + signal).unwrap_or(1)),
    }
}
