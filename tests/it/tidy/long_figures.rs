//! `.ci/torture`, which no run of the tests takes the time for: what it runs is there.

use std::fs;
use std::process::Command;

/// The names of all tests, those that are ignored too.
fn tests() -> Vec<String> {
    let listed =
        Command::new(std::env::current_exe().unwrap()).args(["--list", "--include-ignored"]).output();
    let listed = String::from_utf8(listed.unwrap().stdout).unwrap();
    listed.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

#[test]
fn every_test_of_the_long_figures_is_run_by_its_name() {
    let script = fs::read_to_string(".ci/torture").unwrap();
    let run = script.lines().filter_map(|line| line.strip_prefix("run ")?.split_once(' '));
    let run: Vec<String> = run
        .map(|(rounds, name)| {
            assert!(rounds.parse::<usize>().is_ok_and(|rounds| rounds > 0), "{rounds} {name}");
            format!("torture::{name}")
        })
        .collect();
    let (tests, mut missing) = (tests(), Vec::new());
    missing.extend(run.iter().filter(|name| !tests.contains(name)));
    missing.extend(tests.iter().filter(|name| name.starts_with("torture::") && !run.contains(name)));
    assert_eq!(missing, Vec::<&String>::new(), "in only one of them");
    let inputs = script.lines().find_map(|line| line.split_once(" --test it -- documents::")).unwrap().1;
    for filter in inputs.split(" documents::") {
        let start = format!("documents::{filter}::");
        assert!(tests.iter().any(|name| name.starts_with(&start)), "{filter}");
    }
}

#[test]
#[cfg(unix)]
fn the_long_figures_are_a_script_that_can_be_run() {
    use std::os::unix::fs::PermissionsExt as _;
    assert!(Command::new("bash").args(["-n", ".ci/torture"]).status().unwrap().success());
    assert_ne!(fs::metadata(".ci/torture").unwrap().permissions().mode() & 0o100, 0);
}
