//! The system refuses a call in the middle of a line: whichever call it is and whatever the reason, a line that was
//! acknowledged is there, and the store is sound. A write that fails in the middle is tried in `journeys::faults`.

use std::fs;
use std::process::{Command, Stdio};

use super::rounds;
use crate::support::laptop::{Answer, Laptop};

/// The calls by which the program and SQLite reach the disk.
const CALLS: [&str; 8] =
    ["pwrite64", "fdatasync", "fsync", "ftruncate", "openat", "pread64", "fcntl", "unlink"];
/// Why the system refuses one.
const ERRORS: [&str; 6] = ["EIO", "ENOSPC", "EDQUOT", "EROFS", "ESTALE", "EINTR"];

/// Writes a line while the nth such call is refused. The answer, and whether the program ever came to that call.
fn add(laptop: &Laptop, line: &str, call: &str, error: &str, nth: usize) -> (Answer, bool) {
    let trace = laptop.path("anrop.txt");
    let mut command = Command::new("strace");
    command.args(["-f", "-o"]).arg(&trace).args(["-e", &format!("trace={call}")]);
    command.args(["-e", &format!("inject={call}:error={error}:when={nth}")]);
    command.args([env!("CARGO_BIN_EXE_vidpennan"), "add", line]).stdin(Stdio::null());
    let output = command.envs(laptop.environment()).current_dir(laptop.home()).output().unwrap();
    let came = fs::read_to_string(&trace).unwrap().contains("(INJECTED)");
    (Answer::of(&output), came)
}

#[test]
#[ignore = "needs strace; `.ci/torture` runs it"]
fn no_line_that_was_acknowledged_is_lost_when_a_call_fails() {
    let laptop = Laptop::with_minutes();
    // Each call of a line, up to so many.
    let most = rounds(60) / ERRORS.len();
    let (mut tried, mut acknowledged) = (0, Vec::new());
    for call in CALLS {
        for error in ERRORS {
            for nth in 1..=most {
                let line = format!("rad {call} {error} {nth}");
                let (answer, came) = add(&laptop, &line, call, error, nth);
                if !came {
                    break;
                }
                tried += 1;
                if answer.code == 0 {
                    acknowledged.push(line);
                } else {
                    // What the dynamic linker says comes before the program.
                    let said = answer.err.trim();
                    let is_of_loader = said.contains("error while loading shared libraries");
                    assert!(is_of_loader || !said.contains("os error"), "{call} {error} {nth}: {said}");
                }
            }
        }
        laptop.run(&["check"]).done();
    }
    let found = laptop.run(&["search", "--limit", "100000", "rad"]).done();
    let lost: Vec<&String> = acknowledged.iter().filter(|line| !found.contains(line.as_str())).collect();
    assert_eq!(lost, Vec::<&String>::new());
    println!("{tried} refused calls: 0 of {} acknowledged lines lost", acknowledged.len());
}
