//! Bytes → text: which encoding it is, what was lost, and what is no text at all. It knows nothing of minutes.
//!
//! Line ends and control characters are left to [`crate::minutes::read`].

use std::cmp::Reverse;

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::i18n::Words;
use crate::minutes::{Remark, RemarkCode};

/// The largest file that is read, in bytes: about four hundred times the longest minutes seen.
pub const LIMIT: usize = 20 * 1024 * 1024;

/// Text, and what there is to say about how it was stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// Without a byte order mark.
    pub text: String,
    /// Another encoding than UTF-8, lost characters, text that looks encoded twice.
    pub remarks: Vec<Remark>,
}

/// Why bytes are not read. The words are in `speech`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// There is nothing in the file but white space.
    #[error("the file is empty")]
    Empty,
    /// It is no text: a picture, a Word or PDF document, a program.
    #[error("the file is not text")]
    Binary,
    /// It is larger than any minutes.
    #[error("the file has {size} bytes, the limit is {limit}")]
    TooLarge {
        /// Bytes in the file.
        size: usize,
        /// Bytes that are read at most.
        limit: usize,
    },
}

/// How the files begin that people take for text by mistake: zip (docx, xlsx), PDF, old Word, pictures.
const NOT_TEXT: &[&[u8]] =
    &[b"PK\x03\x04", b"%PDF-", b"\xD0\xCF\x11\xE0", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"SQLite format 3"];

/// Whether bytes begin like a file that is no text.
pub(super) fn has_other_magic(bytes: &[u8]) -> bool {
    NOT_TEXT.iter().any(|magic| bytes.starts_with(magic))
}

/// Decodes the bytes of a text file.
///
/// UTF-8 and UTF-16 are known by their mark or their form. Everything else is Windows-1252, Mac Roman or code page 850,
/// whichever makes words of it, and that is remarked.
///
/// # Errors
/// When the file is empty, no text, or too large.
pub fn decode(bytes: &[u8], words: &Words) -> Result<Decoded, DecodeError> {
    if bytes.len() > LIMIT {
        return Err(DecodeError::TooLarge { size: bytes.len(), limit: LIMIT });
    }
    if has_other_magic(bytes) {
        return Err(DecodeError::Binary);
    }
    let (text, encoding) = to_text(bytes);
    if is_binary(&text) {
        return Err(DecodeError::Binary);
    }
    if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
        return Err(DecodeError::Empty);
    }
    let mut remarks = Vec::new();
    if let Some(encoding) = encoding {
        let message = (words.reading.other_encoding)(encoding);
        remarks.push(Remark { line: 1, code: RemarkCode::OtherEncoding, message });
    }
    for (line, number) in numbered(&text) {
        if line.contains(char::REPLACEMENT_CHARACTER) {
            let message = words.reading.lost_characters.to_owned();
            remarks.push(Remark { line: number, code: RemarkCode::LostCharacters, message });
        }
        if repair_line(line).is_some() {
            let message = words.reading.double_encoding.to_owned();
            remarks.push(Remark { line: number, code: RemarkCode::DoubleEncoding, message });
        }
    }
    Ok(Decoded { text, remarks })
}

/// The lines with their numbers, counted as editors do: by CR, LF and both together.
fn numbered(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let lines = text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    lines.zip(1..)
}

/// The text, and its encoding where that is worth a remark.
fn to_text(bytes: &[u8]) -> (String, Option<&'static str>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return (encoding.decode_without_bom_handling(rest).0.into_owned(), None);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return (encoding.decode_without_bom_handling(bytes).0.into_owned(), Some(encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    // A UTF-8 file with a broken place is still UTF-8; a Windows-1252 file has no well-formed å at all.
    let lossy = String::from_utf8_lossy(bytes);
    let lost = lossy.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let well_formed = lossy.chars().filter(|c| !c.is_ascii()).count() - lost;
    if well_formed > lost {
        return (lossy.into_owned(), None);
    }
    let decoded = |encoding: &'static Encoding| {
        (encoding.decode_without_bom_handling(bytes).0.into_owned(), Some(encoding.name()))
    };
    let possible = [decoded(WINDOWS_1252), decoded(MACINTOSH), (of_code_page_850(bytes), Some("cp850"))];
    // Of several that are alike the first: what is least seldom.
    let best = possible.into_iter().min_by_key(|(text, _)| Reverse(likeness(text)));
    best.unwrap_or_else(|| decoded(WINDOWS_1252))
}

/// What the upper half of code page 850 has, that of DOS in Western Europe.
const UPPER_850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô', 'ö',
    'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£', 'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®',
    '¬', '½', '¼', '¡', '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣', '║', '╗', '╝', '¢', '¥',
    '┐', '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', 'ð', 'Ð', 'Ê', 'Ë',
    'È', 'ı', 'Í', 'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ',
    'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', '\u{ad}', '±', '‗', '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³',
    '²', '■', '\u{a0}',
];

fn of_code_page_850(bytes: &[u8]) -> String {
    let of = |byte: u8| byte.checked_sub(128).and_then(|at| UPPER_850.get(usize::from(at)).copied());
    bytes.iter().map(|byte| of(*byte).unwrap_or(char::from(*byte))).collect()
}

/// How much a text looks like words of the Nordic languages: for each of their letters beside other letters more, for
/// each character of another kind within a word, or at its beginning where none is, less.
fn likeness(text: &str) -> i64 {
    let mut found = 0;
    let mut previous = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let before = std::mem::replace(&mut previous, c);
        if c.is_ascii() {
            continue;
        }
        let after = rest.peek().copied().unwrap_or(' ');
        found += match c {
            'å' | 'ä' | 'ö' | 'æ' | 'ø' | 'é' => 2,
            'Å' | 'Ä' | 'Ö' | 'Æ' | 'Ø' | 'É' if !before.is_lowercase() => 2,
            'ü' | 'è' | 'à' | 'á' | 'ó' | 'í' | 'ú' | 'ñ' | 'ç' | 'ë' | 'ï' | 'ê' | 'ô' | 'ð' | 'þ' => {
                1
            }
            'Ü' | 'Á' | 'À' | 'È' if !before.is_lowercase() => 1,
            '–' | '—' | '’' | '”' | '“' | '‘' | '…' | '•' | '·' | '§' | '°' | '½' | '»' | '«' | '\u{a0}'
            | '€' => {
                let is_within = before.is_alphabetic() && after.is_alphabetic() && c != '’';
                let is_before = after.is_alphabetic() && matches!(c, '…' | '€' | '°' | '½' | '·');
                if is_within || is_before { -2 } else { 0 }
            }
            c if c.is_alphabetic() => -1,
            _ => -2,
        };
    }
    found
}

/// UTF-16 without a mark shows in Western text as NUL in every other byte.
pub(super) fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let nuls = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let mostly = |many: usize, few: usize| many * 2 * 10 > bytes.len() * 7 && few * 20 < many;
    match (even, odd) {
        _ if bytes.len() < 4 => None,
        (even, odd) if mostly(odd, even) => Some(UTF_16LE),
        (even, odd) if mostly(even, odd) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether more than one character in fifty is NUL or one in twelve a control character. A stray one in a
/// pasted text is taken out and remarked when it is read.
fn is_binary(text: &str) -> bool {
    let (mut all, mut nul, mut control) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        nul += usize::from(c == '\0');
        control += usize::from(c.is_control() && !c.is_whitespace());
    }
    nul * 50 > all || control * 12 > all
}

/// Undoes double encoding (`frÃ¥n` → `från`), line by line; `None` where no line is doubly encoded.
/// Only on demand: it is offered together with [`RemarkCode::DoubleEncoding`].
pub fn repair(text: &str) -> Option<String> {
    let mut repaired = false;
    let lines: Vec<_> = text
        .split_inclusive('\n')
        .map(|line| match repair_line(line) {
            Some(better) => {
                repaired = true;
                better
            }
            None => line.to_owned(),
        })
        .collect();
    repaired.then(|| lines.concat())
}

/// The line as it was before it was encoded a second time, if it was.
fn repair_line(line: &str) -> Option<String> {
    // Every letter of Latin script beyond ASCII and every curly quote begins with one of these when read so.
    if !line.contains(['Ã', 'Â', 'â', 'Å', 'Ä']) {
        return None;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(line);
    if unmappable {
        return None;
    }
    String::from_utf8(bytes.into_owned()).ok().filter(|better| better.chars().count() < line.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn decoded(bytes: &[u8]) -> Result<Decoded, DecodeError> {
        decode(bytes, Lang::Sv.words())
    }

    fn codes(bytes: &[u8]) -> Vec<(usize, RemarkCode)> {
        decoded(bytes).unwrap().remarks.iter().map(|remark| (remark.line, remark.code)).collect()
    }

    #[test]
    fn every_encoding_reads_as_the_same_words() {
        let utf16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
            [mark.to_vec(), "på ön".encode_utf16().flat_map(bytes).collect()].concat()
        };
        for bytes in [
            "på ön".as_bytes().to_vec(),
            "\u{feff}på ön".as_bytes().to_vec(),
            utf16(b"\xFF\xFE", u16::to_le_bytes),
            utf16(b"\xFE\xFF", u16::to_be_bytes),
            utf16(b"", u16::to_le_bytes),
            utf16(b"", u16::to_be_bytes),
            b"p\xE5 \xF6n".to_vec(),
        ] {
            assert_eq!(decoded(&bytes).unwrap().text, "på ön", "{bytes:?}");
        }
    }

    #[test]
    fn windows_1252_is_remarked() {
        assert_eq!(codes(b"p\xE5 \x96 \x80"), [(1, RemarkCode::OtherEncoding)]);
        assert_eq!(decoded(b"p\xE5 \x96 \x80").unwrap().text, "på – €");
    }

    #[test]
    fn the_letters_of_other_machines_are_read_by_the_words_that_they_make() {
        let text = "Ärende: båt på Öland, åtgärder för små kök. Åsa Öst, André, Müller. Ål är §5.";
        let all = (0..=255_u8).map(|byte| [byte]).collect::<Vec<_>>();
        let in_encoding = |of: &dyn Fn(&[u8]) -> String| {
            let byte = |c: char| *all.iter().find(|byte| of(*byte) == c.to_string()).unwrap();
            text.chars().flat_map(byte).collect::<Vec<u8>>()
        };
        let mac = in_encoding(&|byte| MACINTOSH.decode(byte).0.into_owned());
        let windows = in_encoding(&|byte| WINDOWS_1252.decode(byte).0.into_owned());
        for (bytes, name) in
            [(mac, "macintosh"), (in_encoding(&of_code_page_850), "cp850"), (windows, "windows-1252")]
        {
            let read = decoded(&bytes).unwrap();
            assert_eq!(read.text, text, "{name}");
            assert!(read.remarks[0].message.contains(name), "{}", read.remarks[0].message);
        }
    }

    #[test]
    fn a_broken_place_in_utf8_does_not_spoil_the_rest() {
        let bytes = [b"r\xE5d\n".as_slice(), "åtgärder på ön".as_bytes()].concat();
        assert_eq!(codes(&bytes), [(1, RemarkCode::LostCharacters)]);
        assert!(decoded(&bytes).unwrap().text.ends_with("åtgärder på ön"));
    }

    #[test]
    fn double_encoding_is_remarked_and_repaired_on_demand_only() {
        let text = "rad\r\nfrÃ¥n mÃ¶tet â€“ Ã…hus\r\n";
        assert_eq!(codes(text.as_bytes()), [(2, RemarkCode::DoubleEncoding)]);
        assert_eq!(decoded(text.as_bytes()).unwrap().text, text);
        assert_eq!(repair(text).as_deref(), Some("rad\r\nfrån mötet – Åhus\r\n"));
        assert_eq!(repair("från mötet – Åhus Âme"), None);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for empty in [b"".as_slice(), b" \t\r\n", "\u{feff}\u{a0}\n".as_bytes()] {
            assert_eq!(decoded(empty), Err(DecodeError::Empty));
        }
        for binary in [b"PK\x03\x04...".as_slice(), b"\0\x01\x02\x03abc", b"ab\0cd\0ef\0"] {
            assert_eq!(decoded(binary), Err(DecodeError::Binary), "{binary:?}");
        }
        let large = vec![b'a'; LIMIT + 1];
        assert_eq!(decoded(&large), Err(DecodeError::TooLarge { size: LIMIT + 1, limit: LIMIT }));
    }

    #[test]
    fn a_stray_control_character_does_not_make_a_text_binary() {
        let text = format!("{}\0{}", "ord ".repeat(20), "ord ".repeat(20));
        assert_eq!(decoded(text.as_bytes()).unwrap().text, text);
    }
}
