//! The bytes that a terminal sends, cut into keys, clicks and pastes. What is cut short on its way takes no other key
//! with it: a sequence ends where it can no longer be one, and after a while without a byte.

use std::time::Duration;

use memchr::memmem;

const ESCAPE: u8 = 0x1b;
/// What opens and closes a paste (xterm's control sequences, "Bracketed Paste Mode").
const PASTE: (&[u8], &[u8]) = (b"\x1b[200~", b"\x1b[201~");
/// How long the rest of a sequence may take: terminals send it at once.
const SEQUENCE_LIMIT: Duration = Duration::from_millis(50);
/// How long a paste may stop on its way, over a network.
const PASTE_LIMIT: Duration = Duration::from_secs(1);
/// No terminal sends a longer sequence, in bytes.
const LONGEST: usize = 64;

/// What the terminal has sent as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sent {
    /// The bytes of a key or of the mouse.
    Sequence(Vec<u8>),
    /// A character with Alt that also begins sequences.
    Alt(char),
    /// The text of a paste.
    Paste(Vec<u8>),
}

/// What is still incomplete of what the terminal has sent.
#[derive(Debug, Default)]
pub(super) struct Sequences {
    pending: Vec<u8>,
    /// How far the end of a paste has been looked for.
    searched: usize,
    /// Whether the end of a paste never came, and its rest may still.
    is_paste_cut: bool,
}

impl Sequences {
    /// What is complete with these bytes. More may have been sent together with them; without more, an escape at the
    /// end is the key Esc.
    pub(super) fn take(&mut self, bytes: &[u8], is_more: bool) -> Vec<Sent> {
        let mut pieces = Vec::new();
        self.pending.extend_from_slice(bytes);
        if std::mem::take(&mut self.is_paste_cut)
            && let Some(end) = memmem::find(&self.pending, PASTE.1)
            && memmem::find(&self.pending[..end], PASTE.0).is_none()
        {
            pieces.push(Sent::Paste(self.pending[..end].to_vec()));
            self.pending.drain(..end + PASTE.1.len());
        }
        let mut from = 0;
        while let Some((length, piece)) = self.next(from, is_more) {
            pieces.extend(piece);
            from += length;
            self.searched = 0;
        }
        self.pending.drain(..from);
        pieces
    }

    /// How long to wait for the rest of what is incomplete; `None` where nothing is.
    pub(super) fn time_limit(&self) -> Option<Duration> {
        match &self.pending[..] {
            [] => None,
            paste if paste.starts_with(PASTE.0) => Some(PASTE_LIMIT),
            _ => Some(SEQUENCE_LIMIT),
        }
    }

    /// What the bytes are whose rest has not come in time.
    pub(super) fn give_up(&mut self) -> Vec<Sent> {
        self.searched = 0;
        let pending = std::mem::take(&mut self.pending);
        if let Some(text) = pending.strip_prefix(PASTE.0) {
            self.is_paste_cut = true;
            return vec![Sent::Paste(text.to_vec())];
        }
        match pending[..] {
            [ESCAPE] => vec![Sent::Sequence(pending)],
            [ESCAPE, key @ (b'[' | b'O')] => vec![Sent::Alt(char::from(key))],
            _ => Vec::new(),
        }
    }

    /// The next piece and its length in bytes, or only the length of what is none.
    fn next(&mut self, from: usize, is_more: bool) -> Option<(usize, Option<Sent>)> {
        let bytes = &self.pending[from..];
        if let Some(text) = bytes.strip_prefix(PASTE.0) {
            // The end may be cut in two.
            let begin = self.searched.saturating_sub(PASTE.1.len());
            self.searched = text.len();
            let end = begin + memmem::find(&text[begin..], PASTE.1)?;
            let length = PASTE.0.len() + end + PASTE.1.len();
            return Some((length, Some(Sent::Paste(text[..end].to_vec()))));
        }
        let whole = |length: usize| Some((length, Some(Sent::Sequence(bytes[..length].to_vec()))));
        match *bytes {
            [] | [ESCAPE, b'O'] => None,
            [ESCAPE] if is_more => None,
            [ESCAPE] | [ESCAPE, ESCAPE, ..] => whole(1),
            [ESCAPE, b'[', ref rest @ ..] => match control_sequence(rest)? {
                Ok(length) => whole(2 + length),
                Err(length) => Some((2 + length, None)),
            },
            // Function keys of the VT100.
            [ESCAPE, b'O', key, ..] if key.is_ascii_alphabetic() => whole(3),
            [ESCAPE, key @ (b'O' | b'P' | b']'), ..] => Some((2, Some(Sent::Alt(char::from(key))))),
            [ESCAPE, ref key @ ..] => character(key).and_then(|length| whole(1 + length)),
            _ => character(bytes).and_then(whole),
        }
    }
}

/// The length of what follows "ESC [" (ECMA-48, 5.4: parameters, intermediates, and one final byte), or how much of it
/// is no sequence. `None` where it is incomplete.
fn control_sequence(bytes: &[u8]) -> Option<Result<usize, usize>> {
    match bytes {
        // The function keys of the Linux console.
        [b'[', key, ..] if key.is_ascii_alphabetic() => return Some(Ok(2)),
        [b'['] => return None,
        // A click as the first terminals with a mouse report it: three bytes, each from 32 on.
        [b'M', click @ ..] => {
            return match click.iter().take(3).position(|byte| *byte < b' ') {
                Some(at) => Some(Err(1 + at)),
                None => (click.len() >= 3).then_some(Ok(4)),
            };
        }
        _ => {}
    }
    let is_click = bytes.first() == Some(&b'<');
    let end = bytes.iter().position(|byte| !matches!(byte, b' '..=b'?'));
    match end {
        _ if end.unwrap_or(bytes.len()) > LONGEST => Some(Err(LONGEST)),
        None => None,
        // Only these end the report of a click: whatever else comes has been typed after one that was cut short.
        Some(end) if is_click && !matches!(bytes[end], b'M' | b'm') => Some(Err(end)),
        Some(end) if matches!(bytes[end], b'@'..=b'~') => Some(Ok(end + 1)),
        Some(end) => Some(Err(end)),
    }
}

/// The length of the character that begins here, in bytes of UTF-8; 1 for what begins none. `None` where it is
/// incomplete.
fn character(bytes: &[u8]) -> Option<usize> {
    let length = match *bytes.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    };
    let rest = bytes.iter().take(length).skip(1);
    match rest.clone().position(|byte| !matches!(byte, 0x80..=0xbf)) {
        Some(at) => Some(1 + at),
        None => (bytes.len() >= length).then_some(length),
    }
}

#[cfg(test)]
mod tests;
