//! The terminal itself: taken over and given back, whatever happens, and written to once a frame. It knows nothing of
//! what is drawn.

use std::cell::Cell as Slot;
use std::io::{self, IsTerminal, StdoutLock, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::terminal::{self, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

mod clipboard;

/// Why the terminal cannot be drawn on.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Standard input or output is not a terminal.
    #[error("not a terminal")]
    NotATerminal,
    /// The terminal cannot move its cursor (`TERM=dumb`).
    #[error("a terminal without cursor addressing")]
    Dumb,
    /// The program panicked; the terminal has been given back.
    #[error("the program panicked")]
    Panicked,
    /// Reading or writing failed.
    #[error("the terminal could not be read or written")]
    Io(#[from] io::Error),
}

/// Checks that this process has a terminal that can be drawn on.
pub fn check() -> Result<(), TerminalError> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(TerminalError::NotATerminal);
    }
    if cfg!(unix) && std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty()) {
        return Err(TerminalError::Dumb);
    }
    Ok(())
}

/// The size of a terminal that does not say how large it is: that of the VT100.
const USUAL_SIZE: Size = Size::new(80, 24);

/// Whether the terminal is taken over. It changes only while standard output is locked.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The keys of the terminal as they are pressed, from before it is taken over: what is typed while the program starts
/// waits as it is. Otherwise the terminal would take some keys for its own (Ctrl+U, Ctrl+D), and change others.
#[derive(Debug)]
pub struct HeldKeys;

impl Drop for HeldKeys {
    fn drop(&mut self) {
        let _gone = terminal::disable_raw_mode();
    }
}

/// Holds the keys until what is returned is dropped.
///
/// # Errors
/// Where the terminal is gone.
pub fn hold_keys() -> Result<HeldKeys, TerminalError> {
    terminal::enable_raw_mode()?;
    Ok(HeldKeys)
}

/// Takes the terminal over: raw mode, alternate screen, bracketed paste and clicks.
pub fn enter() -> Result<ratatui::Terminal<OneWrite>, TerminalError> {
    let _lock = io::stdout().lock();
    terminal::enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut out = FrameBytes::default();
    set_modes(&mut out)?;
    Ok(ratatui::Terminal::new(OneWrite {
        inner: CrosstermBackend::new(out),
        shown: None,
        size: Slot::new(None),
    })?)
}

/// Clicks and the wheel, but not every move of the mouse: each would wake the program.
struct EnableClicks;

impl crossterm::Command for EnableClicks {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        // Normal tracking (clicks), SGR coordinates: xterm's control sequences, "Mouse Tracking".
        f.write_str("\u{1b}[?1000h\u{1b}[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        crossterm::Command::execute_winapi(&crossterm::event::EnableMouseCapture)
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

fn set_modes(out: &mut impl Write) -> io::Result<()> {
    execute!(out, EnterAlternateScreen, EnableBracketedPaste, EnableClicks)
}

/// The terminal, given back for as long as the program is stopped. Nothing is written to it meanwhile: this holds the
/// lock of standard output.
pub struct GivenBack {
    was_taken: bool,
    _out: StdoutLock<'static>,
}

/// Restores the terminal before the program is stopped.
pub fn give_back() -> GivenBack {
    let out = io::stdout().lock();
    let was_taken = TAKEN.load(Ordering::SeqCst);
    leave();
    GivenBack { was_taken, _out: out }
}

/// Takes the terminal over again once the program goes on, if it had been taken. Without `given_back` it was stopped
/// unprepared, and whoever used the terminal meanwhile has left it in other modes.
pub fn take_again(given_back: Option<GivenBack>) {
    let mut out = io::stdout().lock();
    if !given_back.map_or_else(|| TAKEN.load(Ordering::SeqCst), |given_back| given_back.was_taken) {
        return;
    }
    // The library sets the mode only where it believes that it is not set. In the background this waits until the
    // program comes to the front. A terminal that is gone is noticed where it is read.
    let _gone = terminal::disable_raw_mode().and_then(|()| terminal::enable_raw_mode());
    let _gone = set_modes(&mut out);
    TAKEN.store(true, Ordering::SeqCst);
}

/// Restores the terminal. Safe to call when it is not taken over, or is gone: errors are ignored.
pub fn leave() {
    let mut out = io::stdout().lock();
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _gone =
            execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    }
    // The keys may have been held before.
    let _gone = terminal::disable_raw_mode();
}

/// Makes a panic of this thread give the terminal back first. Its place goes to the technical log; its message may hold
/// words of a meeting, and does not. A panic of another thread is handled by whoever started it: the terminal is still
/// in use.
pub fn leave_on_panic() {
    let drawing = thread::current().id();
    std::panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == drawing {
            leave();
        }
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}

/// The bytes of a frame, until it is complete.
#[derive(Debug, Default)]
struct FrameBytes(Vec<u8>);

impl Write for FrameBytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Does nothing: crossterm flushes after each cursor move, and each would be a system call.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// crossterm's backend, but a frame is one write, and what is known of cursor and size is not sent or queried again.
#[derive(Debug)]
pub struct OneWrite {
    inner: CrosstermBackend<FrameBytes>,
    shown: Option<bool>,
    /// The last known size: a query costs three system calls.
    size: Slot<Option<Size>>,
}

impl OneWrite {
    /// Forgets the size, because the window has another one.
    pub fn resized(&mut self) {
        self.size.set(None);
    }

    /// Puts a text on the clipboard, with the next frame.
    pub fn copy(&mut self, text: &str) {
        let in_tmux = std::env::var_os("TMUX").is_some();
        self.inner.writer_mut().0.extend(clipboard::sequence(text, in_tmux).into_bytes());
    }

    /// Rings the bell of the terminal, with the next frame.
    pub fn ring(&mut self) {
        self.inner.writer_mut().0.push(0x07);
    }

    /// Forgets size and cursor, because another program has used the terminal.
    pub fn forget(&mut self) {
        self.size.set(None);
        self.shown = None;
    }
}

impl Backend for OneWrite {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut content = content.peekable();
        if content.peek().is_none() { Ok(()) } else { self.inner.draw(content) }
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.shown.replace(false) == Some(false) { Ok(()) } else { self.inner.hide_cursor() }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.shown.replace(true) == Some(true) { Ok(()) } else { self.inner.show_cursor() }
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        if let Some(size) = self.size.get() {
            return Ok(size);
        }
        let size = self.inner.size()?;
        // A line without a window, as `script` and some test harnesses open, has no size.
        let size = if size.width == 0 || size.height == 0 { USUAL_SIZE } else { size };
        self.size.set(Some(size));
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        let pending = self.inner.writer_mut();
        let mut out = io::stdout().lock();
        // A frame that was drawn while the terminal was given back is not for who uses it now.
        if TAKEN.load(Ordering::SeqCst) {
            out.write_all(&pending.0)?;
        }
        pending.0.clear();
        out.flush()
    }
}

#[cfg(test)]
mod tests;
