//! A laptop of its own for the real program: a home, a database, a folder to work in.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use vidpennan::clock::Clock;
use vidpennan::store::{Store, check};

const MINUTES: &str = include_str!("../../fixtures/minutes/001_e73191a1bb23a1f9.txt");

/// Removed with everything on it when it is dropped.
pub(crate) struct Laptop {
    home: tempfile::TempDir,
}

/// What the program has written follows from its log. A file that a test has damaged cannot be asked.
impl Drop for Laptop {
    fn drop(&mut self) {
        let store = Store::reader(&self.path("vidpennan.db"), Clock::System);
        if !std::thread::panicking()
            && let Ok(faults) = store.and_then(|store| check::everything(&store, |_| {}))
        {
            assert_eq!(faults, Vec::new());
        }
    }
}

/// What a command printed, and its exit status.
pub(crate) struct Answer {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Laptop {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    /// One on which the minutes have been read.
    pub(crate) fn with_minutes() -> Self {
        let laptop = Self::new();
        laptop.file("möte.txt", MINUTES);
        laptop.run(&["import", "möte.txt"]).done();
        laptop
    }

    /// Its owner has said who holds the pen.
    pub(crate) fn with_scribe(self, name: &str) -> Self {
        for folder in ["vidpennan", "Library/Application Support/vidpennan"] {
            fs::create_dir_all(self.path(folder)).unwrap();
            self.file(&format!("{folder}/settings.toml"), format!("name = \"{name}\"\n"));
        }
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.path(name), content).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vidpennan"));
        command.args(arguments).current_dir(self.home.path()).env_clear();
        command.envs(self.environment()).stdin(Stdio::null());
        command
    }

    /// The folders of the program, as its environment names them.
    pub(crate) fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let home = ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE"]
            .into_iter();
        let mut environment: Vec<_> = home.map(|name| (name, self.home.path().to_owned())).collect();
        environment.push(("VIDPENNAN_DB", self.path("vidpennan.db")));
        environment
    }

    /// The folder of this laptop's store and files.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(&self.command(arguments).output().unwrap())
    }

    /// Begins to run it, with pipes to talk through.
    pub(crate) fn begin(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// Makes a pipe that nobody writes into.
    pub(crate) fn pipe(&self, name: &str) {
        assert!(Command::new("mkfifo").arg(self.path(name)).status().unwrap().success());
    }

    /// The same as [`Self::run`], with something on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Answer {
        let mut child = self.begin(arguments);
        // A program that has failed already does not read.
        let _ = child.stdin.take().unwrap().write_all(input);
        Answer::of(&child.wait_with_output().unwrap())
    }
}

impl Answer {
    pub(crate) fn of(output: &std::process::Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
            code: output.status.code().unwrap(),
        }
    }

    /// It went well; the answer.
    pub(crate) fn done(self) -> String {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self.out
    }

    /// It failed in words; these.
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        assert!(!self.err.trim().is_empty(), "a failure says why");
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

#[track_caller]
pub(crate) fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
}
