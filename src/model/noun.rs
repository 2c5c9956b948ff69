//! The nouns as data: which cells each has, what they hold, and what is done with them. Inserting, changing, history,
//! search and the words for changes read this one table.
//!
//! The names of nouns and cells are in every file that was ever written: they are added to and never changed. A noun or
//! a cell that is in no row of this table was written by a newer version; it is kept and passed on.

use uuid::Uuid;

use super::history::{Entity, Value};
use super::report::Report;
use super::section::SectionKind;
use super::{Coded, FieldRole, Kind, MeetingKind, MinutesStatus, NoteKind, ResponseKind, cell};

/// What a cell holds, and so how it is written ([`super::cell`]) and said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellForm {
    /// Words; never missing, may be empty.
    Text,
    /// Words; may be missing.
    OptionalText,
    /// How the words were laid out where they were read, or which file they are from: nothing that is said.
    Origin,
    /// A person by the name as it was spelled; may be missing.
    Person,
    /// The person in the register that the cell of this name names, where the register knows it; may be missing.
    PersonOf(&'static str),
    /// The persons that the names in the cell of this name are, as a list; empty for those that the register does not
    /// know. May be missing.
    PeopleOf(&'static str),
    /// A list of texts.
    List,
    /// Names and roles in turn.
    Signatures,
    /// One of the codes of a choice.
    Choice(CodedChoice),
    /// A kind of entry, with its status.
    Kind,
    /// A whole number; never missing.
    Count,
    /// A whole number; may be missing.
    OptionalCount,
    /// 0 or 1.
    Flag,
    /// A day; never missing.
    Day,
    /// A day; may be missing.
    OptionalDay,
    /// A time span of a day; may be missing.
    Time,
    /// Local time to the second; may be missing.
    Moment,
    /// A day, perhaps with a time; may be missing.
    Occasion,
    /// A due date with its words; may be missing.
    Due,
    /// A visible number of this series; may be missing. The first that was assigned stays.
    Number(Series),
    /// A place in an order.
    Position,
    /// The record that this one is part of: with it, it is shown or not.
    Within(Entity),
    /// Another record; may be missing. `None` where it may be of several nouns.
    Link(Option<Entity>),
}

/// The choices that cells are written as codes of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodedChoice {
    /// [`MeetingKind`].
    MeetingKind,
    /// [`MinutesStatus`].
    MinutesStatus,
    /// [`SectionKind`].
    SectionKind,
    /// [`ResponseKind`].
    ResponseKind,
    /// [`FieldRole`].
    FieldRole,
    /// Which [`Report`] it is.
    Report,
}

/// The visible numbers that are counted for themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Series {
    /// `U-1`, `U-2`, …
    Challenge,
    /// `Å-1`, `Å-2`, …
    Action,
}

impl Series {
    /// Every series, in no particular order.
    pub const ALL: [Self; 2] = [Self::Challenge, Self::Action];

    /// Its stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Challenge => "challenge",
            Self::Action => "action",
        }
    }
}

/// How a cell names persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamesPersons {
    /// One, by name.
    One,
    /// A row of names; the cell of this name says which persons they are.
    Row(&'static str),
    /// Those who sign off, with their roles.
    Signatures,
}

impl CellForm {
    /// What the cell holds in a record that was written before there was such a cell, and where something was written
    /// that it cannot hold.
    pub fn missing(self) -> Value {
        match self {
            Self::Text | Self::List | Self::Signatures | Self::Position | Self::Day => {
                Value::Text(String::new())
            }
            Self::Choice(choice) => Value::Text(choice.first().to_owned()),
            Self::Kind => Value::Text(Kind::NOTE.code().to_owned()),
            Self::Count | Self::Flag => Value::Integer(0),
            // No record has this identity: what is part of nothing is not shown.
            Self::Within(_) | Self::Link(None) => Value::Id(Uuid::nil()),
            _ => Value::Null,
        }
    }

    /// What a table holds of a value that the log has: the value, or what the cell holds without one where it is
    /// something else than such cells hold. What the words or the code of it mean is not judged.
    pub fn held(self, value: Value) -> Value {
        let fits = match self {
            Self::Count | Self::OptionalCount | Self::Flag => matches!(value, Value::Integer(_)),
            Self::Within(_) | Self::Link(_) | Self::PersonOf(_) => matches!(value, Value::Id(_)),
            // The first number stays for ever: it has to be one.
            Self::Number(_) => matches!(&value, Value::Text(text) if cell::read_number(text).is_some()),
            _ => matches!(value, Value::Text(_)),
        };
        match (self, value) {
            (Self::Flag, Value::Integer(number)) => Value::Integer((number != 0).into()),
            (_, value) if fits => value,
            _ => self.missing(),
        }
    }

    /// What may be written of a value that was read: without the statuses, kinds and choices of a newer version. Their
    /// codes are not known here; what is written instead is what an entry or a choice begins with.
    pub fn known(self, value: Value) -> Value {
        match (self, &value) {
            (Self::Kind, Value::Text(text)) => {
                let kind = cell::read_kind(text);
                let known =
                    if kind.same_kind(Kind::Note(NoteKind::Unknown)) { Kind::NOTE } else { kind.initial() };
                if kind.is_unknown() { Value::Text(cell::kind(known)) } else { value }
            }
            (Self::Choice(choice), Value::Text(text)) if !choice.knows(text) => self.missing(),
            _ => value,
        }
    }
}

impl CodedChoice {
    /// The codes that this version knows, in their order.
    fn codes(self) -> Vec<&'static str> {
        fn codes<T: Coded>() -> Vec<&'static str> {
            T::ALL.iter().map(|value| value.code()).collect()
        }
        match self {
            Self::MeetingKind => codes::<MeetingKind>(),
            Self::MinutesStatus => codes::<MinutesStatus>(),
            Self::SectionKind => codes::<SectionKind>(),
            Self::ResponseKind => codes::<ResponseKind>(),
            Self::FieldRole => codes::<FieldRole>(),
            Self::Report => codes::<Report>(),
        }
    }

    fn first(self) -> &'static str {
        self.codes().first().copied().unwrap_or_default()
    }

    fn knows(self, code: &str) -> bool {
        self.codes().contains(&code)
    }
}

/// One cell of every record of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NounCell {
    /// Its name in the log and in the table.
    pub name: &'static str,
    /// What it holds.
    pub form: CellForm,
}

/// What is known of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// The noun; its code is the name of its table.
    pub entity: Entity,
    /// Its cells. `deleted` is not among them: every noun has it.
    pub cells: &'static [NounCell],
    /// The cell whose words the search finds it by.
    pub searched: Option<&'static str>,
    /// The cell with the words of a record: what is said first of one that was made.
    pub words: Option<&'static str>,
    /// What else is said of a record that was made, in this order.
    pub said: &'static [&'static str],
    /// The cell after which a record is called.
    pub named_by: Option<&'static str>,
    /// The columns of its table that are in no log and follow from it, beside those that every noun has.
    pub derived: &'static [&'static str],
}

impl Noun {
    /// Of a noun that has a table. `None` for operations, and for what a newer version wrote.
    pub fn of(entity: Entity) -> Option<&'static Self> {
        NOUNS.iter().find(|noun| noun.entity == entity)
    }

    /// Whether its records have a cell of this name; each has `deleted`.
    pub fn has(&self, name: &str) -> bool {
        name == "deleted" || self.cell(name).is_some()
    }

    /// A cell by its name.
    pub fn cell(&self, name: &str) -> Option<NounCell> {
        self.cells.iter().copied().find(|cell| cell.name == name)
    }

    /// The records that one of this noun is part of: the cell and the noun of each.
    pub fn parents(&self) -> impl Iterator<Item = (&'static str, Entity)> {
        self.cells.iter().filter_map(|cell| match cell.form {
            CellForm::Within(entity) => Some((cell.name, entity)),
            _ => None,
        })
    }

    /// The cells that name persons.
    pub fn people(&self) -> impl Iterator<Item = (&'static str, NamesPersons)> {
        self.cells.iter().filter_map(|cell| match cell.form {
            CellForm::Person => Some((cell.name, NamesPersons::One)),
            CellForm::PeopleOf(names) => Some((names, NamesPersons::Row(cell.name))),
            CellForm::Signatures => Some((cell.name, NamesPersons::Signatures)),
            _ => None,
        })
    }
}

const fn cell(name: &'static str, form: CellForm) -> NounCell {
    NounCell { name, form }
}

/// Every noun that has a table; what others are part of comes before them.
pub const NOUNS: &[Noun] = &[
    Noun {
        entity: Entity::Programme,
        cells: &[
            cell("name", CellForm::Text),
            cell("core_values", CellForm::List),
            cell("goals", CellForm::List),
        ],
        searched: None,
        words: Some("name"),
        said: &[],
        named_by: Some("name"),
        derived: &[],
    },
    Noun {
        entity: Entity::Meeting,
        cells: &[
            cell("programme", CellForm::Link(Some(Entity::Programme))),
            cell("kind", CellForm::Choice(CodedChoice::MeetingKind)),
            cell("status", CellForm::Choice(CodedChoice::MinutesStatus)),
            cell("title", CellForm::Text),
            cell("date", CellForm::OptionalDay),
            cell("time", CellForm::Time),
            cell("place", CellForm::Text),
            cell("audience", CellForm::Text),
            cell("reference", CellForm::Text),
            cell("tables", CellForm::Count),
            cell("next", CellForm::Occasion),
            cell("signoff", CellForm::Signatures),
            cell("signoff_as_written", CellForm::Origin),
            cell("source", CellForm::Origin),
        ],
        searched: Some("title"),
        words: Some("title"),
        said: &["date", "place"],
        named_by: Some("title"),
        derived: &[],
    },
    Noun {
        entity: Entity::Field,
        cells: &[
            cell("meeting", CellForm::Within(Entity::Meeting)),
            cell("position", CellForm::Position),
            cell("role", CellForm::Choice(CodedChoice::FieldRole)),
            cell("label", CellForm::Text),
            cell("value", CellForm::Text),
            cell("as_written", CellForm::Origin),
            cell("people", CellForm::PeopleOf("value")),
        ],
        searched: None,
        words: Some("value"),
        said: &[],
        named_by: Some("label"),
        derived: &[],
    },
    Noun {
        entity: Entity::Section,
        cells: &[
            cell("meeting", CellForm::Within(Entity::Meeting)),
            cell("position", CellForm::Position),
            cell("heading", CellForm::Text),
            cell("as_written", CellForm::Origin),
            cell("level", CellForm::Count),
            cell("intro", CellForm::List),
            cell("kind", CellForm::Choice(CodedChoice::SectionKind)),
        ],
        searched: Some("heading"),
        words: Some("heading"),
        said: &[],
        named_by: Some("heading"),
        derived: &["entries"],
    },
    Noun {
        entity: Entity::Entry,
        cells: &[
            cell("meeting", CellForm::Within(Entity::Meeting)),
            cell("section", CellForm::Within(Entity::Section)),
            cell("position", CellForm::Position),
            cell("depth", CellForm::Count),
            cell("kind", CellForm::Kind),
            cell("text", CellForm::Text),
            cell("as_written", CellForm::Origin),
            cell("table_no", CellForm::OptionalCount),
            cell("round", CellForm::OptionalCount),
            cell("scribe", CellForm::Person),
            cell("captured_at", CellForm::Moment),
            cell("speaker", CellForm::Person),
            cell("tags", CellForm::List),
            cell("starred", CellForm::Flag),
            cell("owner", CellForm::Person),
            cell("due", CellForm::Due),
            cell("source", CellForm::Link(Some(Entity::Entry))),
            cell("challenge_number", CellForm::Number(Series::Challenge)),
            cell("action_number", CellForm::Number(Series::Action)),
            cell("scribe_person", CellForm::PersonOf("scribe")),
            cell("speaker_person", CellForm::PersonOf("speaker")),
            cell("owner_person", CellForm::PersonOf("owner")),
        ],
        searched: Some("text"),
        words: Some("text"),
        said: &["owner", "due", "speaker", "table_no", "round", "tags"],
        named_by: Some("text"),
        derived: &["class", "rank", "answers", "sort", "maker"],
    },
    Noun {
        entity: Entity::Response,
        cells: &[
            cell("meeting", CellForm::Within(Entity::Meeting)),
            cell("kind", CellForm::Choice(CodedChoice::ResponseKind)),
            cell("text", CellForm::Text),
            cell("as_written", CellForm::Origin),
            cell("given_on", CellForm::OptionalDay),
            cell("due", CellForm::Due),
            cell("author", CellForm::Person),
            cell("author_person", CellForm::PersonOf("author")),
        ],
        searched: Some("text"),
        words: Some("text"),
        said: &["due"],
        named_by: Some("text"),
        derived: &[],
    },
    Noun {
        entity: Entity::Answer,
        cells: &[
            cell("response", CellForm::Within(Entity::Response)),
            cell("challenge", CellForm::Within(Entity::Entry)),
        ],
        searched: None,
        words: None,
        said: &[],
        named_by: None,
        derived: &[],
    },
    Noun {
        entity: Entity::FollowUp,
        cells: &[
            cell("entry", CellForm::Within(Entity::Entry)),
            cell("made_on", CellForm::Day),
            cell("outcome", CellForm::Kind),
            cell("comment", CellForm::Text),
            cell("author", CellForm::Person),
            cell("author_person", CellForm::PersonOf("author")),
        ],
        searched: None,
        words: Some("comment"),
        said: &["outcome"],
        named_by: Some("comment"),
        derived: &[],
    },
    Noun {
        entity: Entity::Person,
        cells: &[
            cell("name", CellForm::Text),
            cell("role", CellForm::OptionalText),
            cell("organisation", CellForm::Link(Some(Entity::Organisation))),
            cell("email", CellForm::OptionalText),
            cell("same_as", CellForm::Link(Some(Entity::Person))),
        ],
        searched: None,
        words: Some("name"),
        said: &[],
        named_by: Some("name"),
        derived: &["stands_for"],
    },
    Noun {
        entity: Entity::Organisation,
        cells: &[cell("name", CellForm::Text), cell("short", CellForm::OptionalText)],
        searched: None,
        words: Some("name"),
        said: &[],
        named_by: Some("name"),
        derived: &[],
    },
    Noun {
        entity: Entity::Manuscript,
        cells: &[
            cell("subject", CellForm::Link(None)),
            cell("report", CellForm::Choice(CodedChoice::Report)),
            cell("text", CellForm::Text),
        ],
        searched: None,
        words: Some("text"),
        said: &[],
        named_by: Some("report"),
        derived: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_but_the_operation_has_a_row_after_those_it_is_part_of() {
        for (at, noun) in NOUNS.iter().enumerate() {
            for (cell, parent) in noun.parents() {
                let before = NOUNS[..at].iter().any(|earlier| earlier.entity == parent);
                assert!(before, "{cell} of {:?}", noun.entity);
            }
            let named = [noun.searched, noun.words, noun.named_by].into_iter().flatten();
            for named in named.chain(noun.said.iter().copied()) {
                assert!(noun.cell(named).is_some(), "{named} of {:?}", noun.entity);
            }
        }
        let missing = Entity::ALL.iter().filter(|entity| Noun::of(**entity).is_none());
        assert_eq!(missing.copied().collect::<Vec<_>>(), [Entity::Operation]);
    }

    #[test]
    fn a_cell_that_says_who_somebody_is_belongs_to_one_that_names_persons() {
        for noun in NOUNS {
            let named: Vec<&str> = noun.people().map(|(cell, _)| cell).collect();
            for cell in noun.cells {
                if let CellForm::PersonOf(of) | CellForm::PeopleOf(of) = cell.form {
                    assert!(
                        named.contains(&of) && noun.cell(of).is_some(),
                        "{} of {:?}",
                        cell.name,
                        noun.entity
                    );
                }
            }
        }
        let of = |entity: Entity| Noun::of(entity).map(|noun| noun.people().collect::<Vec<_>>());
        assert_eq!(of(Entity::Meeting), Some(vec![("signoff", NamesPersons::Signatures)]));
        assert_eq!(of(Entity::Field), Some(vec![("value", NamesPersons::Row("people"))]));
    }
}
