//! Makes the ends of streams unambiguous. This is a workaround for how krilla writes them, for the sake of one rule:
//!
//! - **ISO 19005-2:2011, 6.1.7.1**, test 1 of veraPDF and of `page_validation`: "the value of the Length key specified
//!   in the stream dictionary shall match the number of bytes in the file following the LINE FEED character after the
//!   stream keyword and preceding the EOL marker before the endstream keyword".
//! - An EOL marker is CR, LF or CR LF (ISO 32000-1:2008, 7.2.3). krilla (pdf-writer) ends every stream with LF. Where
//!   the compressed data happens to end with CR, data and marker together read as one CR LF, the data seems a byte
//!   shorter than its Length, and the file fails.
//!
//! So LF becomes CR LF behind such data: then the marker is whole, and the CR before it can only be data. No issue
//! about it was found at krilla, pdf-writer or `page_validation` (November 2026). This file can go once krilla writes
//! CR LF there, or ends such data otherwise: the test `streams_may_end_with_any_byte` in `tests/it/documents/pdf.rs`
//! then holds without it.

use std::io::Write as _;

use memchr::memmem;

/// How a stream ends whose last byte is a carriage return.
const UNCLEAR: &[u8] = b"\r\nendstream";
/// Comes before the offset of the cross-reference table.
const START: &[u8] = b"startxref\n";
/// How the entry of an object in that table ends, after its offset.
const ENTRY: &[u8] = b" 00000 n\r\n";

/// The file with CR LF after each such stream, and the offsets in its cross-reference table moved along.
pub(super) fn make_unambiguous(bytes: Vec<u8>) -> Vec<u8> {
    let ends: Vec<usize> = memmem::find_iter(&bytes, UNCLEAR).map(|at| at + 1).collect();
    if ends.is_empty() {
        return bytes;
    }
    moved(&bytes, &ends).unwrap_or(bytes)
}

fn moved(bytes: &[u8], ends: &[usize]) -> Option<Vec<u8>> {
    let new = |place: usize| place + ends.partition_point(|end| *end < place);
    let start = memmem::rfind(bytes, START)? + START.len();
    let table = number(bytes.get(start..)?.split(|byte| *byte == b'\n').next()?)?;
    let mut out = Vec::with_capacity(bytes.len() + ends.len());
    let mut from = 0;
    for end in ends {
        out.extend_from_slice(bytes.get(from..*end)?);
        out.push(b'\r');
        from = *end;
    }
    out.extend_from_slice(bytes.get(from..table)?);
    for line in bytes.get(table..start)?.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(ENTRY).and_then(number) {
            Some(place) => {
                write!(out, "{:010}", new(place)).ok()?;
                out.extend_from_slice(ENTRY);
            }
            None => out.extend_from_slice(line),
        }
    }
    write!(out, "{}\n%%EOF", new(table)).ok()?;
    Some(out)
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_move_with_their_objects() {
        let file = |end: &str, places: [usize; 3]| {
            let [first, second, table] = places;
            format!(
                "stream\nx{end}endstream\nA stream\ny\nendstream\nB xref\n0 2\n{first:010} 00000 n\r\n\
                 {second:010} 00000 n\r\ntrailer\nstartxref\n{table}\n%%EOF"
            )
        };
        let unclear = file("\r\n", [0, 20, 41]);
        let place = |file: &str, mark: char| file.find(mark).unwrap();
        let unclear = unclear.replace(&format!("{:010}", 20), &format!("{:010}", place(&unclear, 'A')));
        let unclear = unclear.replace("\n41\n", &format!("\n{}\n", unclear.find("xref").unwrap()));
        let clear = String::from_utf8(make_unambiguous(unclear.clone().into_bytes())).unwrap();
        assert!(clear.contains("x\r\r\nendstream"), "{clear:?}");
        assert!(clear.contains(&format!("{:010} 00000 n", place(&clear, 'A'))), "{clear:?}");
        assert!(clear.ends_with(&format!("startxref\n{}\n%%EOF", clear.find("xref").unwrap())), "{clear:?}");
        let plain = file("\n", [0, 19, 40]).into_bytes();
        assert_eq!(make_unambiguous(plain.clone()), plain);
    }
}
