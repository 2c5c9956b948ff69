//! `vidpennan completions`: a script that completes commands and options in a shell.

use clap::ArgMatches;
use clap_complete::Shell;

use super::command::{NAME, build};
use super::{CommandResult, Desk};

/// Prints the script for the shell that was named.
pub(super) fn run(desk: &mut Desk, matches: &ArgMatches) -> CommandResult {
    let Some(&shell) = matches.get_one::<Shell>("shell") else { return Ok(()) };
    let mut tree = build(desk.words);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut tree, NAME, &mut script);
    Ok(desk.out.write_all(&script)?)
}
