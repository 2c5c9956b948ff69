//! Reads the terminal on a thread of its own and sends its events.

use std::sync::mpsc::Sender;
use std::thread;

use crate::ui::event::Event;

#[cfg(unix)]
mod sequence;
#[cfg(unix)]
mod translation;

/// Begins to read. Whatever was typed before waits in the terminal.
pub(super) fn listen(events: Sender<Event>) {
    thread::spawn(move || {
        read_all(&events);
        // The program may be gone already.
        let _gone = events.send(Event::Lost);
    });
}

/// Reads until the terminal or the program is gone. crossterm waits without end for the rest of a sequence, and takes
/// whatever is typed meanwhile for a part of it; here each has its time.
#[cfg(unix)]
fn read_all(events: &Sender<Event>) {
    use std::io::stdin;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};

    let input = stdin();
    let mut sequences = sequence::Sequences::default();
    let mut bytes = [0; 4096];
    loop {
        let limit = sequences.time_limit().and_then(|limit| Timespec::try_from(limit).ok());
        let pieces = match poll(&mut [PollFd::new(&input, PollFlags::IN)], limit.as_ref()) {
            Err(Errno::INTR) => continue,
            Err(_) => return,
            Ok(0) => sequences.give_up(),
            Ok(_) => match read(&input, &mut bytes) {
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Ok(0) | Err(_) => return,
                Ok(count) => sequences.take(&bytes[..count], count == bytes.len()),
            },
        };
        for event in pieces.into_iter().filter_map(translation::event_of) {
            if events.send(event).is_err() {
                return;
            }
        }
    }
}

/// Reads until the terminal or the program is gone.
#[cfg(not(unix))]
fn read_all(events: &Sender<Event>) {
    use crossterm::event::Event as Read;

    while let Ok(read) = crossterm::event::read() {
        let event = match read {
            Read::Key(key) => Event::Key(key),
            Read::Paste(text) => Event::Paste(text),
            Read::Mouse(mouse) => Event::Mouse(mouse),
            Read::Resize(..) => Event::Resize,
            Read::FocusGained | Read::FocusLost => continue,
        };
        if events.send(event).is_err() {
            return;
        }
    }
}
