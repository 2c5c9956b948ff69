//! How values of the model are written in one cell, the form that tables and the log share. It never changes: files
//! that were written before must be read for ever.

use uuid::Uuid;

use super::id::DeviceId;
use super::{Due, Kind, Number};

/// Between the parts of a list: a character that no text of a person can hold (ASCII unit separator).
pub const SEPARATOR: char = '\u{1f}';

/// A list of texts. An empty list and a list of one empty text are the same cell.
pub fn list<'a>(parts: impl IntoIterator<Item = &'a String>) -> String {
    let mut cell = String::new();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            cell.push(SEPARATOR);
        }
        cell.push_str(part);
    }
    cell
}

/// Reads what [`list`] writes.
pub fn read_list(cell: &str) -> Vec<String> {
    if cell.is_empty() { Vec::new() } else { cell.split(SEPARATOR).map(str::to_owned).collect() }
}

/// A kind with its status: `challenge:open`, `note`.
pub fn kind(kind: Kind) -> String {
    match kind.status_code() {
        Some(status) => format!("{}:{status}", kind.code()),
        None => kind.code().to_owned(),
    }
}

/// Reads what [`kind`] writes; without a status, the kind as it begins.
pub fn read_kind(cell: &str) -> Option<Kind> {
    match cell.split_once(':') {
        Some((kind, status)) => Kind::from_codes(kind, Some(status)),
        None => Kind::from_codes(cell, None),
    }
}

/// A due date: its day first, so that the cells sort by it, then its ISO form and the words it was said in, if any.
pub fn due(due: &Due) -> String {
    let words = due.words.as_deref().unwrap_or_default();
    format!("{} {} {words}", due.day, due.iso()).trim_end().to_owned()
}

/// Reads what [`due`] writes.
pub fn read_due(cell: &str) -> Option<Due> {
    let mut parts = cell.splitn(3, ' ').skip(1);
    let due = Due::from_iso(parts.next()?)?;
    Some(Due { words: parts.next().map(str::to_owned), ..due })
}

/// A visible number with the replica that assigned it: `4@` and the replica's identity.
pub fn number(number: Number) -> String {
    format!("{}@{}", number.value, number.device.0.simple())
}

/// Reads what [`number`] writes.
pub fn read_number(cell: &str) -> Option<Number> {
    let (value, device) = cell.split_once('@')?;
    Some(Number { value: value.parse().ok()?, device: DeviceId(Uuid::try_parse(device).ok()?) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ActionStatus;

    #[test]
    fn every_cell_is_read_as_it_is_written() {
        for kinds in [Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::PARKED].map(Kind::statuses) {
            assert!(kinds.iter().all(|&one| read_kind(&kind(one)) == Some(one)));
        }
        assert_eq!(kind(Kind::Action(ActionStatus::Done)), "action:done");
        assert_eq!(read_kind("action:never"), None);
        let week = Due { words: Some("före v. 12".to_owned()), ..Due::in_week(2026, 12).unwrap() };
        for one in [week, Due::in_week(2026, 49).unwrap()] {
            assert_eq!(read_due(&due(&one)), Some(one));
        }
        let texts = ["mat".to_owned(), String::new(), "upphandling, öst".to_owned()];
        assert_eq!(read_list(&list(&texts)), texts);
        assert_eq!(read_list(""), Vec::<String>::new());
        let one = Number { value: 4, device: DeviceId(Uuid::max()) };
        assert_eq!(read_number(&number(one)), Some(one));
    }
}
