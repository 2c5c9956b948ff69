//! How values of the model are written in one cell, the form that tables and the log share. It never changes: files
//! that were written before must be read for ever.

use chrono::NaiveDateTime;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use uuid::Uuid;

use super::history::Value;
use super::id::DeviceId;
use super::{Due, Facet, Kind, Number, Occasion, Signature};

/// The version of what cells look like: in tables, in the log, and in the rows that go from one replica to another. It
/// covers every [`super::noun::CellForm`] and the object of a record that was made ([`made`]).
///
/// It is raised when a form that is there gets another look; both are read from then on. New nouns, cells, codes and
/// forms do not raise it: who does not know them keeps them and passes them on.
pub const FORMAT: u32 = 2;

/// Between the parts of a list: a character that no text of a person can hold (ASCII unit separator).
pub const SEPARATOR: char = '\u{1f}';

const MOMENT: &str = "%Y-%m-%dT%H:%M:%S";

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

/// Conditions: what each is about, what it lets pass and what it was called, one after the other.
pub fn facets(facets: &[Facet]) -> String {
    list(facets.iter().flat_map(|facet| [&facet.code, &facet.value, &facet.label]))
}

/// Reads what [`facets`] writes.
pub fn read_facets(cell: &str) -> Vec<Facet> {
    let texts = read_list(cell);
    let facet = |texts: &[String]| match texts {
        [code, value, label] => {
            Some(Facet { code: code.clone(), value: value.clone(), label: label.clone() })
        }
        _ => None,
    };
    texts.chunks(3).filter_map(facet).collect()
}

/// A kind with its status: `challenge:open`, `note`.
pub fn kind(kind: Kind) -> String {
    match kind.status_code() {
        Some(status) => format!("{}:{status}", kind.code()),
        None => kind.code().to_owned(),
    }
}

/// Reads what [`kind`] writes, in this version or a newer one; without a status, the kind as it begins.
pub fn read_kind(cell: &str) -> Kind {
    match cell.split_once(':') {
        Some((kind, status)) => Kind::from_stored(kind, Some(status)),
        None => Kind::from_stored(cell, None),
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

/// Local time to the second: `2026-03-04T17:30:00`.
pub fn moment(moment: NaiveDateTime) -> String {
    moment.format(MOMENT).to_string()
}

/// Reads what [`moment`] writes.
pub fn read_moment(cell: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(cell, MOMENT).ok()
}

/// A day, perhaps with a time: `2026-03-04 17:30–20:00`.
pub fn occasion(occasion: Occasion) -> String {
    match occasion.time {
        Some(time) => format!("{} {time}", occasion.date),
        None => occasion.date.to_string(),
    }
}

/// Reads what [`occasion`] writes.
pub fn read_occasion(cell: &str) -> Option<Occasion> {
    let (date, time) = cell.split_once(' ').map_or((cell, None), |(date, time)| (date, Some(time)));
    Some(Occasion { date: date.parse().ok()?, time: time.map(str::parse).transpose().ok()? })
}

/// Those who sign off: a list of name and role in turn.
pub fn signatures(signoff: &[Signature]) -> String {
    let parts: Vec<String> = signoff.iter().flat_map(|s| [s.name.clone(), s.role.clone()]).collect();
    list(&parts)
}

/// Reads what [`signatures`] writes.
pub fn read_signatures(cell: &str) -> Vec<Signature> {
    let signature = |pair: &[String]| {
        let [name, role] = [0, 1].map(|at| pair.get(at).cloned().unwrap_or_default());
        Signature { name, role }
    };
    read_list(cell).chunks(2).map(signature).collect()
}

/// A record that was made: a JSON object of its cells, without those that are missing; an identity is a list of one.
///
/// # Errors
/// What can be a cell can be written; none is known.
pub fn made(cells: &[(&str, Value)]) -> serde_json::Result<String> {
    serde_json::to_string(&Made(cells))
}

struct Made<'a>(&'a [(&'a str, Value)]);

impl Serialize for Made<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        for (name, cell) in self.0 {
            match cell {
                Value::Null => {}
                Value::Integer(number) => object.serialize_entry(name, number)?,
                Value::Text(text) => object.serialize_entry(name, text)?,
                Value::Id(id) => object.serialize_entry(name, &[id.simple().to_string()])?,
            }
        }
        object.end()
    }
}

/// Reads what [`made`] writes; nothing where it is damaged. What is not understood is left out.
pub fn read_made(cell: &str) -> Vec<(String, Value)> {
    let Ok(serde_json::Value::Object(object)) = serde_json::from_str(cell) else { return Vec::new() };
    let value = |cell: serde_json::Value| match cell {
        serde_json::Value::String(text) => Some(Value::Text(text)),
        serde_json::Value::Number(number) => number.as_i64().map(Value::Integer),
        serde_json::Value::Array(id) => Uuid::try_parse(id.first()?.as_str()?).ok().map(Value::Id),
        _ => None,
    };
    object.into_iter().filter_map(|(name, cell)| Some((name, value(cell)?))).collect()
}

/// The text that a record was made with in the cell of this name; `None` where it had none.
pub fn text_made(made: &str, name: &str) -> Option<String> {
    read_made(made).into_iter().find_map(|(cell, value)| match value {
        Value::Text(text) if cell == name => Some(text),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ActionStatus;

    #[test]
    fn every_cell_is_read_as_it_is_written() {
        for kinds in [Kind::CHALLENGE, Kind::COMMITMENT, Kind::ACTION, Kind::PARKED].map(Kind::statuses) {
            assert!(kinds.iter().all(|&one| read_kind(&kind(one)) == one));
        }
        assert_eq!(kind(Kind::Action(ActionStatus::Done)), "action:done");
        let week = Due { words: Some("före v. 12".to_owned()), ..Due::in_week(2026, 12).unwrap() };
        for one in [week, Due::in_week(2026, 49).unwrap()] {
            assert_eq!(read_due(&due(&one)), Some(one));
        }
        let texts = ["mat".to_owned(), String::new(), "upphandling, öst".to_owned()];
        assert_eq!(read_list(&list(&texts)), texts);
        assert_eq!(read_list(""), Vec::<String>::new());
        let evening = read_moment("2026-03-04T17:30:00").unwrap();
        assert_eq!(read_moment(&moment(evening)), Some(evening));
        for time in [None, "17:30–20:00".parse().ok()] {
            let one = Occasion { date: evening.date(), time };
            assert_eq!(read_occasion(&occasion(one)), Some(one));
        }
        let signed = [("Anna", "ordförande"), ("Bo", "")]
            .map(|(name, role)| Signature { name: name.to_owned(), role: role.to_owned() });
        assert_eq!(read_signatures(&signatures(&signed)), signed);
        let cells = [
            ("text", Value::Text("hej".to_owned())),
            ("depth", Value::Integer(1)),
            ("id", Value::Id(Uuid::max())),
        ];
        let mut read = read_made(&made(&[&cells[..], &[("due", Value::Null)]].concat()).unwrap());
        read.sort_by_key(|(name, _)| cells.iter().position(|(cell, _)| cell == name));
        assert_eq!(read, cells.map(|(name, value)| (name.to_owned(), value)));
        let one = Number { value: 4, device: DeviceId(Uuid::max()) };
        assert_eq!(read_number(&number(one)), Some(one));
    }
}
