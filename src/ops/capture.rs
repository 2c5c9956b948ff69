//! Capturing what is said: the line at the pen becomes an entry.

use std::collections::HashMap;

use super::nameless::refuse_words;
use super::{NewSection, Refused, Result, found, name_of, paragraph, register, replaced};
use crate::model::history::{Entity, Op};
use crate::model::id::{EntryId, MeetingId, SectionId};
use crate::model::{Due, Entry, Kind, Position, Provenance};
use crate::pen;
use crate::store::{self, Done, Store, Tx, WriteScope};

/// Where a line is captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapturePlace {
    /// The one the section belongs to.
    pub meeting: MeetingId,
    /// The entry is appended to it.
    pub section: SectionId,
    /// The number of the table, if tables are counted.
    pub table: Option<u16>,
    /// The number of the round, if rounds are counted.
    pub round: Option<u16>,
}

impl CapturePlace {
    /// The place of a line, which may name a section of its own.
    fn of(self, caught: &Caught) -> Self {
        Self { section: caught.section.unwrap_or(self.section), ..self }
    }
}

/// A line to capture, as the pen understood it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Caught {
    /// `None` for the kind that its section captures.
    pub kind: Option<Kind>,
    /// One paragraph, or several lines that become one.
    pub text: String,
    /// Who said it, by name or role.
    pub speaker: Option<String>,
    /// Who answers for it, by name.
    pub owner: Option<String>,
    /// Without their `#`.
    pub tags: Vec<String>,
    /// By when it is to be done.
    pub due: Option<Due>,
    /// How deep it is indented under the entry before it; 0 is the outermost.
    pub depth: u8,
    /// The section of the meeting that it goes to; `None` for that of the place.
    pub section: Option<SectionId>,
}

/// A typed line without what is only shown while it is typed.
impl From<pen::Line> for Caught {
    fn from(line: pen::Line) -> Self {
        let pen::Line { kind, text, speaker, owner, tags, due, .. } = line;
        Self { kind, text, speaker, owner, tags, due, ..Self::default() }
    }
}

/// Writes one line at the end of its section.
///
/// # Errors
/// [`Refused::Empty`] without words; [`Refused::Nameless`]; those of the store.
pub fn capture(store: &mut Store, at: CapturePlace, caught: Caught) -> Result<Done<Entry>> {
    store.transact(Op::Capture, WriteScope::Meeting(at.meeting), |tx| {
        let at = at.of(&caught);
        let end = store::position::end(tx, Entity::Entry, at.section.0)?;
        let entry = insert(tx, at, end, caught)?;
        tx.about(name_of(&entry));
        Ok(entry)
    })
}

/// Writes several lines at the ends of their sections, in one step that is undone at once: a paste.
///
/// # Errors
/// [`Refused::Empty`] where none has words; [`Refused::Nameless`]; those of the store.
pub fn capture_many(store: &mut Store, at: CapturePlace, lines: Vec<Caught>) -> Result<Done<Vec<EntryId>>> {
    capture_under(store, at, &[], lines.into_iter().map(|caught| (None, caught)).collect())
}

/// The same, some of them under new sections: with each line comes the index of its own, if it has one.
///
/// # Errors
/// [`Refused::Empty`] where none has words and no section is new; [`Refused::Nameless`]; those of the store.
pub fn capture_under(
    store: &mut Store,
    at: CapturePlace,
    new: &[NewSection],
    lines: Vec<(Option<usize>, Caught)>,
) -> Result<Done<Vec<EntryId>>> {
    store.transact(Op::CaptureMany, WriteScope::Meeting(at.meeting), |tx| {
        let mut made = Vec::with_capacity(new.len());
        for section in new {
            let end = store::position::end(tx, Entity::Section, at.meeting.0)?;
            made.push(super::section::add(tx, at.meeting, end, section)?);
        }
        let mut ends: HashMap<SectionId, Position> = HashMap::new();
        let mut entries = Vec::with_capacity(lines.len());
        for (under, caught) in lines {
            let at = at.of(&caught);
            let own = under.and_then(|under| made.get(under)).copied();
            let at = CapturePlace { section: own.unwrap_or(at.section), ..at };
            let end = match ends.remove(&at.section) {
                Some(last) => store::position::next(tx, Some(&last))?,
                None => store::position::end(tx, Entity::Entry, at.section.0)?,
            };
            entries.push(insert(tx, at, end.clone(), caught)?.id);
            ends.insert(at.section, end);
        }
        if entries.is_empty() && made.is_empty() {
            return Err(Refused::Empty);
        }
        tx.about(entries.len().to_string());
        Ok(entries)
    })
}

fn insert(tx: &mut Tx<'_>, at: CapturePlace, position: Position, caught: Caught) -> Result<Entry> {
    // What somebody else has deleted meanwhile takes no lines: they would be shown nowhere.
    let meeting = found(store::meeting::get(tx.store(), at.meeting)?, Entity::Meeting)?;
    let names_somebody =
        || caught.speaker.is_some() || caught.owner.is_some() || pen::names_somebody(&caught.text);
    if meeting.nameless && names_somebody() {
        return Err(Refused::Nameless);
    }
    let section = found(store::section::get(tx.store(), at.section)?, Entity::Section)?;
    let text = paragraph(&caught.text)?;
    let speaker = register::enter_any(tx, None, caught.speaker)?;
    let owner = register::enter_any(tx, None, caught.owner)?;
    let kind = caught.kind.unwrap_or_else(|| section.kind.own_kind());
    let entry = Entry {
        provenance: Provenance {
            table: at.table,
            round: at.round,
            scribe: tx.store().scribe().map(str::to_owned),
            captured_at: Some(tx.store().clock().now()),
        },
        speaker,
        owner,
        tags: caught.tags,
        due: caught.due,
        depth: caught.depth,
        ..Entry::new(tx.new_id(), at.meeting, at.section, position, kind, text)
    };
    Ok(store::entry::insert(tx, entry)?)
}

/// Appends words to an entry (`+ …` at the pen).
///
/// # Errors
/// [`Refused::Empty`] without words; those of the store.
pub fn continue_entry(store: &mut Store, id: EntryId, words: &str) -> Result<Done<Entry>> {
    let words = paragraph(words)?;
    change_text(store, id, |text| Ok(format!("{text} {words}")))
}

/// Replaces the first occurrence of `from` in an entry (`s/from/to/` at the pen).
///
/// # Errors
/// [`Refused::NoMatch`] where the text does not contain it; [`Refused::Empty`] where nothing would be left.
pub fn correct_entry(store: &mut Store, id: EntryId, from: &str, to: &str) -> Result<Done<Entry>> {
    change_text(store, id, |text| replaced(text, from, to))
}

/// Changes the words of an entry by a function of them.
fn change_text(
    store: &mut Store,
    id: EntryId,
    change: impl FnOnce(&str) -> Result<String>,
) -> Result<Done<Entry>> {
    store.transact(Op::EditEntry, WriteScope::Entry(id), |tx| {
        let mut entry = found(store::entry::get(tx.store(), id)?, Entity::Entry)?;
        tx.about(name_of(&entry));
        let text = change(&entry.text)?;
        refuse_words(tx.store(), entry.meeting, &entry.text, &text)?;
        entry.text = text;
        Ok(store::entry::update(tx, entry)?)
    })
}
