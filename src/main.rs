//! vidpennan, the program: parse, choose, run. The only place with exit codes: 0 done, 1 failed, 2 wrong usage.

use std::ffi::OsString;
use std::io::{BufWriter, stdout};
use std::process::ExitCode;

use anyhow::Context as _;
use vidpennan::cli::{self, Failure};
use vidpennan::log;
use vidpennan::settings::Places;

fn main() -> ExitCode {
    let Err(error) = run() else { return ExitCode::SUCCESS };
    cli::warn(&error.to_string());
    match error.downcast_ref::<Failure>() {
        Some(Failure::Usage(_)) => ExitCode::from(2),
        _ => ExitCode::FAILURE,
    }
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
