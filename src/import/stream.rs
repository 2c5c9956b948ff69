//! Lines that come one at a time from a pipe → text, by the rules of `decode`, while what follows is still unknown. A
//! line that cannot be decoded whole is refused: nothing is lost in silence.

use std::io::{self, BufRead, ErrorKind, Read};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, WINDOWS_1252};

use super::decode::{LIMIT, has_other_magic, unmarked_utf16};

/// Why a line was not read.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// The stream itself failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The line with this number, counted from 1, is no text or mixes encodings.
    #[error("line {0} cannot be decoded")]
    NotText(usize),
    /// The line with this number has no end within what a whole file may have.
    #[error("line {0} is too long")]
    TooLong(usize),
}

/// Reads lines and remembers how their stream is encoded.
#[derive(Debug, Default)]
pub struct LineReader {
    /// UTF-8 or UTF-16, once there has been something to see. A line that is not UTF-8 may still be Windows-1252.
    encoding: Option<&'static Encoding>,
    /// How many lines have been read.
    count: usize,
}

impl LineReader {
    /// The next line without its end; `None` where the input has ended.
    ///
    /// # Errors
    /// Where reading fails or the line is no text. The next call then reads the line after it.
    pub fn next(&mut self, input: &mut impl BufRead) -> Result<Option<String>, LineError> {
        let known = self.encoding.map_or_else(|| find_encoding(input), |encoding| Ok(Some(encoding)))?;
        let Some(encoding) = known else { return Ok(None) };
        self.encoding = known;
        let bytes = if encoding == UTF_8 {
            let mut bytes = Vec::new();
            input.take(LIMIT as u64 + 1).read_until(b'\n', &mut bytes)?;
            bytes
        } else {
            read_wide_line(&mut input.take(LIMIT as u64 + 1), encoding)?
        };
        if bytes.len() > LIMIT {
            return Err(LineError::TooLong(self.count + 1));
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        self.count += 1;
        let text = if encoding == UTF_8 { decode_line(&bytes) } else { decode_exactly(encoding, &bytes) };
        let text = text.filter(|_| !(self.count == 1 && has_other_magic(&bytes)));
        match text {
            Some(text) => Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned())),
            None => Err(LineError::NotText(self.count)),
        }
    }
}

/// The encoding by the mark or the form of what has come so far; the mark is consumed. `None` where nothing comes.
fn find_encoding(input: &mut impl BufRead) -> io::Result<Option<&'static Encoding>> {
    let (encoding, mark) = loop {
        match input.fill_buf() {
            Ok([]) => return Ok(None),
            Ok(start) => {
                let form = || (unmarked_utf16(start).unwrap_or(UTF_8), 0);
                break Encoding::for_bom(start).unwrap_or_else(form);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    };
    input.consume(mark);
    Ok(Some(encoding))
}

/// Reads to the end of a line of two-byte units. Either byte of another character may look like a line end.
fn read_wide_line(input: &mut impl BufRead, encoding: &'static Encoding) -> io::Result<Vec<u8>> {
    let line_end = if encoding == UTF_16BE { [0, b'\n'] } else { [b'\n', 0] };
    let mut bytes = Vec::new();
    while input.read_until(b'\n', &mut bytes)? > 0 {
        if bytes.len() % 2 == 1 {
            input.by_ref().take(1).read_to_end(&mut bytes)?;
        }
        if bytes.ends_with(&line_end) {
            break;
        }
    }
    Ok(bytes)
}

fn decode_exactly(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// A line as UTF-8, or else as Windows-1252 if nothing in it looks like UTF-8.
fn decode_line(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let lossy = String::from_utf8_lossy(bytes);
    // An å of UTF-8 would begin with Ã in Windows-1252, which no Swedish word has.
    let mixes = lossy.chars().any(|c| matches!(c, '\u{c0}'..='\u{ff}'));
    if mixes || bytes.contains(&0) {
        return None;
    }
    // Five bytes are no character of Windows-1252 and would go as control characters: 0x8F is Å to an old console.
    let has_none = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    decode_exactly(WINDOWS_1252, bytes).filter(|text| !text.contains(has_none))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every line; those that were refused by their number.
    fn lines(bytes: &[u8]) -> Vec<Result<String, usize>> {
        let (mut reader, mut input, mut lines) = (LineReader::default(), bytes, Vec::new());
        loop {
            match reader.next(&mut input) {
                Ok(Some(line)) => lines.push(Ok(line)),
                Ok(None) => return lines,
                Err(LineError::NotText(number)) => lines.push(Err(number)),
                Err(error) => panic!("{error}"),
            }
        }
    }

    fn read(texts: &[&str]) -> Vec<Result<String, usize>> {
        texts.iter().map(|text| Ok((*text).to_owned())).collect()
    }

    #[test]
    fn every_encoding_has_the_same_lines() {
        // Ċ and 上 have a byte that looks like a line end.
        let text = "på ön Ċ上\r\n\n”två” – €\nslut";
        let wide = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
            [mark.to_vec(), text.encode_utf16().flat_map(bytes).collect()].concat()
        };
        for bytes in [
            text.as_bytes().to_vec(),
            format!("\u{feff}{text}").into_bytes(),
            wide(b"\xFF\xFE", u16::to_le_bytes),
            wide(b"\xFE\xFF", u16::to_be_bytes),
            wide(b"", u16::to_le_bytes),
            wide(b"", u16::to_be_bytes),
        ] {
            assert_eq!(lines(&bytes), read(&["på ön Ċ上", "", "”två” – €", "slut"]), "{bytes:?}");
        }
        assert_eq!(lines(b"p\xE5 \xF6n \x96 \x80\nslut"), read(&["på ön – €", "slut"]));
    }

    #[test]
    fn lines_in_different_encodings_are_each_read_in_their_own() {
        let bytes = [b"p\xE5 \xF6n\n".as_slice(), "på ön\n".as_bytes(), b"\xC5\x96 \xD6n\n"].concat();
        assert_eq!(lines(&bytes), read(&["på ön", "på ön", "Å– Ön"]));
    }

    #[test]
    fn a_line_that_would_lose_a_character_is_refused_and_the_next_is_read() {
        let bytes = [b"ett\np\xE5 ".as_slice(), "ön\n".as_bytes(), b"tre\n"].concat();
        assert_eq!(lines(&bytes), [Ok("ett".to_owned()), Err(2), Ok("tre".to_owned())]);
        assert_eq!(lines(b"PK\x03\x04\xFF\n").first(), Some(&Err(1)));
        assert_eq!(lines(b"a\0\xE5\n"), [Err(1)]);
        // "Åsa" in code page 850, which Windows-1252 has no character for.
        assert_eq!(lines(b"\x8Fsa\n\x81\x8D\nslut"), [Err(1), Err(2), Ok("slut".to_owned())]);
        // Half a character at the end of UTF-16.
        assert_eq!(lines(b"\xFF\xFEa\0\n\0b"), [Ok("a".to_owned()), Err(2)]);
    }

    proptest! {
        #[test]
        fn no_bytes_become_a_replacement_character(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            for line in lines(&bytes).into_iter().flatten() {
                let is_there = bytes.windows(3).any(|three| three == "\u{fffd}".as_bytes())
                    || bytes.windows(2).any(|two| two == [0xFF, 0xFD] || two == [0xFD, 0xFF]);
                prop_assert!(is_there || !line.contains(char::REPLACEMENT_CHARACTER), "{:?}", line);
            }
        }
    }
}
