//! The ends of streams, made plain. Compressed bytes may end with a carriage return; together with the line feed
//! before `endstream` it looks like one line end, and those who check the length of a stream so find it too long.

use std::io::Write as _;

use memchr::memmem;

/// How a stream ends whose last byte is a carriage return.
const UNCLEAR: &[u8] = b"\r\nendstream";
/// Stands before the place of the table of objects.
const START: &[u8] = b"startxref\n";
/// How the entry of an object in that table ends.
const ENTRY: &[u8] = b" 00000 n\r\n";

/// The file with a line end of two bytes behind each such stream, and the places in its table moved with it.
pub(super) fn tell_apart(bytes: Vec<u8>) -> Vec<u8> {
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
    fn places_move_with_what_stands_there() {
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
        let told = String::from_utf8(tell_apart(unclear.clone().into_bytes())).unwrap();
        assert!(told.contains("x\r\r\nendstream"), "{told:?}");
        assert!(told.contains(&format!("{:010} 00000 n", place(&told, 'A'))), "{told:?}");
        assert!(told.ends_with(&format!("startxref\n{}\n%%EOF", told.find("xref").unwrap())), "{told:?}");
        let plain = file("\n", [0, 19, 40]).into_bytes();
        assert_eq!(tell_apart(plain.clone()), plain);
    }
}
