//! The real binary in a pseudo-terminal: start, signals, a terminal that goes away, two programs on one file.
#![cfg(unix)]

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// The program in a terminal of 80×24.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    raw: Vec<u8>,
}

impl Session {
    fn open(home: &Path, environment: &[(&str, &str)]) -> Self {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        // A program whose starter ignores SIGHUP hears of a lost terminal in no other way than by looking.
        let deaf = "trap '' HUP; exec \"$0\" \"$@\"";
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", deaf, env!("CARGO_BIN_EXE_vidpennan"), "--lang", "sv", "--db"]);
        command.arg(home.join("store.db"));
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env(name, home);
        }
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (to, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read) = reader.read(&mut bytes) {
                if read == 0 || to.send(bytes.iter().copied().take(read).collect()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(NonZero::new(24).unwrap(), NonZero::new(80).unwrap(), 0);
        Self { child, master: Some(pair.master), keys: Some(keys), output, screen, raw: Vec::new() }
    }

    fn keys(&mut self, keys: &str) {
        let to = self.keys.as_mut().unwrap();
        to.write_all(keys.as_bytes()).unwrap();
        to.flush().unwrap();
    }

    /// Waits until the text can be seen.
    fn wait(&mut self, text: &str) {
        let patience = Instant::now() + Duration::from_secs(20);
        while !self.screen.screen().contents().contains(text) {
            let left = patience.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("{text:?} never came:\n{}", self.screen.screen().contents())
            };
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
    }

    /// Waits for the end; gives the exit status and how long it took.
    fn end(&mut self) -> (u32, Duration) {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(10) {
            if let Some(status) = self.child.try_wait().unwrap() {
                while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
                    self.raw.extend(bytes);
                }
                return (status.exit_code(), begun.elapsed());
            }
            thread::sleep(Duration::from_millis(10));
        }
        self.child.kill().unwrap();
        panic!("it did not end");
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }

    /// Whether the terminal was given back: the main screen, a cursor, no mouse.
    fn is_restored(&self) -> bool {
        let tail = String::from_utf8_lossy(&self.raw).into_owned();
        tail.rfind("\u{1b}[?1049l") > tail.rfind("\u{1b}[?1049h")
            && tail.rfind("\u{1b}[?25h") > tail.rfind("\u{1b}[?25l")
            && tail.contains("\u{1b}[?1000l")
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _gone = self.child.kill();
    }
}

fn named(home: &Path) -> Session {
    let mut session = Session::open(home, &[]);
    session.wait("Vem håller i pennan?");
    session.keys("Eva\r");
    session.wait("Vid pennan: Eva");
    session
}

#[test]
fn each_signal_ends_the_program_within_a_second_and_gives_the_terminal_back() {
    for (name, status) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let home = tempfile::tempdir().unwrap();
        let mut session = named(home.path());
        session.signal(name);
        let (exit, took) = session.end();
        assert_eq!(exit, status);
        assert!(took < Duration::from_secs(1), "{name} took {took:?}");
        assert!(session.is_restored(), "{name}");
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let home = tempfile::tempdir().unwrap();
    let mut session = named(home.path());
    // The last one to hold the terminal is the thread that reads it, until it finds nobody to send to.
    session.output = channel().1;
    session.keys("\u{1b}OP");
    session.keys.take();
    session.master.take();
    assert!(session.end().1 < Duration::from_secs(1));
}

#[test]
fn two_programs_on_one_file_see_each_others_entries() {
    let home = tempfile::tempdir().unwrap();
    let mut one = named(home.path());
    let mut other = Session::open(home.path(), &[]);
    other.wait("Vad vill du börja med?");
    one.keys("n");
    one.wait("Titel");
    one.keys("Kvartalsmöte\r");
    let begun = Instant::now();
    other.wait("Kvartalsmöte");
    assert!(begun.elapsed() < Duration::from_secs(2));
}

#[test]
fn what_was_acknowledged_is_there_after_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let mut session = named(home.path());
    session.keys("n");
    session.wait("Titel");
    session.keys("Kvartalsmöte\r");
    session.wait("Mötet är skapat");
    session.child.kill().unwrap();
    session.end();
    let mut again = Session::open(home.path(), &[]);
    again.wait("Kvartalsmöte");
    again.keys("\u{11}");
    assert_eq!(again.end().0, 0);
    assert!(again.is_restored());
}

#[test]
fn a_terminal_that_cannot_show_pictures_is_told_so() {
    let home = tempfile::tempdir().unwrap();
    let mut session = Session::open(home.path(), &[("TERM", "dumb")]);
    session.wait("TERM=dumb");
    assert_eq!(session.end().0, 1);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_vidpennan"))
        .args(["--lang", "sv", "--db"])
        .arg(home.path().join("store.db"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("behöver en terminal"));
}
