//! What cells hold: which values are of a form, and what a cell has that holds none.

use uuid::Uuid;

use crate::model::history::{Entity, Value};
use crate::model::report::Report;
use crate::model::section::SectionKind;
use crate::model::{
    Coded, FieldRole, Kind, MeetingKind, MinutesStatus, NoteKind, ResponseKind, ViewedList, cell,
};

/// What a cell holds, and so how it is written ([`crate::model::cell`]) and said.
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
    /// A person by the name as it was spelled, or a role or an organisation; may be missing.
    Somebody,
    /// The person in the register that the cell of this name names, where the register knows it; may be missing. Where
    /// the cell names several, they are a list as in [`Self::PeopleOf`].
    PersonOf(&'static str),
    /// The persons that the names in the cell of this name are, as a list; empty for those that the register does not
    /// know. May be missing.
    PeopleOf(&'static str),
    /// A list of texts.
    List,
    /// Names and roles in turn.
    Signatures,
    /// Conditions of a view, three texts each.
    Facets,
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
    /// Which [`ViewedList`] it is of.
    ViewedList,
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

impl CellForm {
    /// What the cell holds in a record that was written before there was such a cell, and where something was written
    /// that it cannot hold.
    pub fn missing(self) -> Value {
        match self {
            Self::Text | Self::List | Self::Signatures | Self::Facets | Self::Position | Self::Day => {
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
            Self::Within(_) | Self::Link(_) => matches!(value, Value::Id(_)),
            Self::PersonOf(_) => matches!(value, Value::Id(_) | Value::Text(_)),
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
            Self::ViewedList => codes::<ViewedList>(),
        }
    }

    fn first(self) -> &'static str {
        self.codes().first().copied().unwrap_or_default()
    }

    fn knows(self, code: &str) -> bool {
        self.codes().contains(&code)
    }
}
