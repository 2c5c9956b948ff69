//! A terminal window with the real program in it: what it draws, the keys, the size, and how it ends.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::support::laptop::Laptop;

/// How long something may take that should happen at once: test machines are busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a terminal is asked to do that a program like this never asks for.
#[derive(Debug, Default)]
pub(crate) struct Alarms(Vec<String>);

impl vt100::Callbacks for Alarms {
    fn audible_bell(&mut self, _: &mut vt100::Screen) {
        self.0.push("bell".to_owned());
    }

    fn set_window_icon_name(&mut self, _: &mut vt100::Screen, name: &[u8]) {
        self.0.push(format!("icon {name:?}"));
    }

    fn set_window_title(&mut self, _: &mut vt100::Screen, title: &[u8]) {
        self.0.push(format!("title {title:?}"));
    }

    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.0.push(format!("clipboard {data:?}"));
    }

    fn unhandled_control(&mut self, _: &mut vt100::Screen, byte: u8) {
        self.0.push(format!("control {byte:#x}"));
    }

    fn unhandled_osc(&mut self, _: &mut vt100::Screen, parameters: &[&[u8]]) {
        self.0.push(format!("OSC {parameters:?}"));
    }
}

/// A pseudo-terminal with the program in it, and what it has drawn.
pub(crate) struct Window {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    bytes: Arc<Mutex<Vec<u8>>>,
    closing: Arc<AtomicBool>,
    read: usize,
    picture: vt100::Parser<Alarms>,
    modes: String,
}

impl Window {
    /// The program in a window of 80×24.
    pub(crate) fn open(laptop: &Laptop) -> Self {
        Self::with(laptop, 80, 24, &[])
    }

    /// The same with another size and more environment variables.
    pub(crate) fn with(laptop: &Laptop, width: u16, height: u16, environment: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(size(width, height)).unwrap();
        // The end of input is unset because the library types it when a window is closed.
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", "stty eof undef; exec \"$0\"", env!("CARGO_BIN_EXE_vidpennan")]);
        command.env_clear();
        for (name, value) in laptop.environment() {
            command.env(name, value);
        }
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        command.cwd(laptop.home());
        let modes = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (bytes, closing) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        gather(pair.master.try_clone_reader().unwrap(), Arc::clone(&bytes), Arc::clone(&closing));
        // What has no size is as large as it usually is.
        let (wide, high) = if width == 0 { (80, 24) } else { (width, height) };
        let picture = vt100::Parser::new_with_callbacks(cells(high), cells(wide), 0, Alarms::default());
        let writer = Some(pair.master.take_writer().unwrap());
        Self { child, master: Some(pair.master), writer, bytes, closing, read: 0, picture, modes }
    }

    /// Types; `\r` is Enter.
    pub(crate) fn types(&mut self, keys: &str) -> &mut Self {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).and_then(|()| writer.flush()).unwrap();
        self
    }

    /// Pastes text as a terminal does, in brackets.
    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.types(&format!("\u{1b}[200~{text}\u{1b}[201~"))
    }

    /// Waits until the text can be seen.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        loop {
            let screen = self.screen();
            if screen.contains(text) {
                return self;
            }
            assert!(Instant::now() < end, "{text:?} cannot be seen:\n{screen}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// What can be seen now.
    pub(crate) fn screen(&mut self) -> String {
        let bytes = self.bytes();
        self.picture.process(&bytes[self.read..]);
        self.read = bytes.len();
        self.picture.screen().contents()
    }

    /// Everything that the program has sent.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }

    /// Waits until nothing more comes.
    pub(crate) fn settle(&mut self) -> &mut Self {
        let mut before = usize::MAX;
        while before != self.bytes().len() {
            before = self.bytes().len();
            thread::sleep(Duration::from_millis(250));
        }
        self
    }

    /// Changes the window's size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.screen();
        self.picture.set_size(cells(height), cells(width));
        self.master.as_ref().unwrap().resize(size(width, height)).unwrap();
        self
    }

    /// Sends a signal: `TERM`, `KILL`.
    pub(crate) fn signal(&mut self, name: &str) -> &mut Self {
        let kill = format!("kill -{name} {}", self.pid());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        self
    }

    /// The number of the process.
    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Closes the window under the program. What it draws because of the new size is the last thing that is read.
    pub(crate) fn close(&mut self) -> &mut Self {
        self.closing.store(true, Ordering::SeqCst);
        self.resize(79, 23);
        self.writer = None;
        self.master = None;
        self
    }

    /// Waits until the program has ended; its exit status.
    #[track_caller]
    pub(crate) fn ends(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the program runs.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Waits until the program is stopped.
    #[cfg(target_os = "linux")]
    #[track_caller]
    pub(crate) fn stops(&mut self) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        let state = |pid: u32| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap();
            stat.rsplit_once(") ").unwrap().1.starts_with('T')
        };
        while !state(self.pid()) {
            assert!(Instant::now() < end, "it is not stopped:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Does what a shell does that takes the terminal from a program which could not give it back.
    #[cfg(target_os = "linux")]
    pub(crate) fn is_taken_by_a_shell(&mut self) -> &mut Self {
        self.screen();
        self.picture.process(b"\x1b[?1049l\x1b[?2004l\x1b[?25h");
        let terminal = self.master.as_ref().unwrap().tty_name().unwrap();
        assert!(Command::new("stty").arg("-F").arg(terminal).arg("sane").status().unwrap().success());
        self
    }

    /// Waits until the terminal is raw and on its alternate screen.
    #[cfg(target_os = "linux")]
    #[track_caller]
    pub(crate) fn takes_the_terminal(&mut self) -> &mut Self {
        let end = Instant::now() + PATIENCE;
        while !self.is_taken() {
            assert!(Instant::now() < end, "the terminal is not taken:\n{}", self.screen());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// The terminal is as it was before the program: its own screen, a cursor, no mouse, no pastes, not raw.
    #[track_caller]
    pub(crate) fn is_as_before(&mut self) {
        self.settle().screen();
        let screen = self.picture.screen();
        assert!(!screen.alternate_screen(), "the other screen");
        assert!(!screen.hide_cursor(), "no cursor");
        assert!(!screen.bracketed_paste(), "pastes in brackets");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(modes(self.master.as_deref().unwrap()), self.modes);
    }

    /// Whether the terminal is raw: keys reach the program as they are.
    pub(crate) fn is_taken(&mut self) -> bool {
        self.screen();
        self.picture.screen().alternate_screen() && modes(self.master.as_deref().unwrap()) != self.modes
    }

    /// What the terminal was asked to do that it should not be asked for.
    pub(crate) fn alarms(&mut self) -> Vec<String> {
        self.screen();
        std::mem::take(&mut self.picture.callbacks_mut().0)
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if self.runs() {
            self.signal("KILL");
            let _status = self.child.wait();
        }
    }
}

/// Reads on a thread of its own, until the program has ended or the window is closed.
fn gather(mut reader: Box<dyn Read + Send>, bytes: Arc<Mutex<Vec<u8>>>, closing: Arc<AtomicBool>) {
    thread::spawn(move || {
        let mut some = vec![0; 65_536];
        while let Ok(count @ 1..) = reader.read(&mut some) {
            bytes.lock().unwrap().extend_from_slice(&some[..count]);
            if closing.load(Ordering::SeqCst) {
                return;
            }
        }
    });
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The modes of the line, in words.
fn modes(master: &dyn MasterPty) -> String {
    let modes = master.get_termios().unwrap();
    format!("{:?} {:?} {:?}", modes.input_flags, modes.output_flags, modes.local_flags)
}
