//! vidpennan, the program: parse, choose, run. The only place with exit codes: 0 done, 1 failed, 2 wrong usage,
//! 128 and its number when a signal ended it.

use std::ffi::OsString;
use std::io::{BufWriter, stdout};
use std::process::ExitCode;

use anyhow::Context as _;
use vidpennan::cli::{self, Failure};
use vidpennan::log;
use vidpennan::settings::Places;

fn main() -> ExitCode {
    let Err(error) = run() else { return ExitCode::SUCCESS };
    let status = match error.downcast_ref::<Failure>() {
        // What a shell calls it when a signal has ended a program.
        Some(Failure::Signal(signal)) => return ExitCode::from(u8::try_from(128 + signal).unwrap_or(1)),
        Some(Failure::Usage(_)) => ExitCode::from(2),
        _ => ExitCode::FAILURE,
    };
    cli::warn(&error.to_string());
    status
}

fn run() -> anyhow::Result<()> {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let places = Places::here().context("places").ok();
    if let Some(places) = &places {
        log::to_folder(places.log.clone());
    }
    let mut out = BufWriter::new(stdout());
    Ok(cli::run(&arguments, places.as_ref(), &mut out)?)
}
