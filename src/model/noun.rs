//! The nouns as data: which cells each has, what they hold, and what is done with them. Inserting, changing, history,
//! search, whom a file names and the words for changes read this one table.
//!
//! The names of nouns and cells are in every file that was ever written: they are added to and never changed. A noun or
//! a cell that is in no row of this table was written by a newer version; it is kept and passed on.

use super::history::Entity;

mod form;

pub use form::{CellForm, CodedChoice, Series};

/// How a cell names persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamesPersons {
    /// One, by name.
    One,
    /// One, or a role or an organisation.
    OneOrBody,
    /// A row of names, perhaps among other words.
    Row,
    /// Those who sign off, with their roles.
    Signatures,
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

    /// Whether a column of this name follows from the log. An earlier version may have written it there.
    pub fn has_derived(&self, name: &str) -> bool {
        self.derived.contains(&name)
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

    /// Whether its records belong to a meeting: it, what is part of it, and what may be about it. The others are the
    /// register and the programme, which all meetings share.
    pub fn is_of_meeting(&self) -> bool {
        let is_about_any = self.cells.iter().any(|cell| cell.form == CellForm::Link(None));
        let is_part = || self.parents().any(|(_, parent)| Self::of(parent).is_some_and(Self::is_of_meeting));
        self.entity == Entity::Meeting || self.has_derived("meeting") || is_about_any || is_part()
    }

    /// The cells that name persons.
    pub fn people(&self) -> impl Iterator<Item = (&'static str, NamesPersons)> {
        self.cells.iter().filter_map(|cell| match cell.form {
            CellForm::Person => Some((cell.name, NamesPersons::One)),
            CellForm::Somebody => Some((cell.name, NamesPersons::OneOrBody)),
            CellForm::PeopleOf(names) => Some((names, NamesPersons::Row)),
            CellForm::Signatures => Some((cell.name, NamesPersons::Signatures)),
            _ => None,
        })
    }

    /// The cell that says whom in the register the names in a cell mean.
    pub fn meant_in(&self, named: &str) -> Option<&'static str> {
        self.cells.iter().find_map(|cell| match cell.form {
            CellForm::PersonOf(of) | CellForm::PeopleOf(of) if of == named => Some(cell.name),
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
            cell("nameless", CellForm::Flag),
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
        // Earlier versions wrote its meeting too. It is that of its section: two cells can be changed apart.
        cells: &[
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
            cell("speaker", CellForm::Somebody),
            cell("tags", CellForm::List),
            cell("starred", CellForm::Flag),
            cell("unfinished", CellForm::Flag),
            cell("owner", CellForm::Somebody),
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
        derived: &["meeting", "class", "rank", "answers", "sort", "maker"],
    },
    Noun {
        entity: Entity::Response,
        // Earlier versions wrote its meeting too. It is where the challenges are that it answers.
        cells: &[
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
        derived: &["meeting"],
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
    Noun {
        entity: Entity::SavedView,
        cells: &[
            cell("programme", CellForm::Link(Some(Entity::Programme))),
            cell("list", CellForm::Choice(CodedChoice::ViewedList)),
            cell("name", CellForm::Text),
            cell("query", CellForm::Text),
            cell("facets", CellForm::Facets),
            cell("grouping", CellForm::Text),
        ],
        searched: None,
        words: Some("name"),
        said: &["list", "facets"],
        named_by: Some("name"),
        derived: &[],
    },
    Noun {
        entity: Entity::Abbreviation,
        cells: &[
            cell("programme", CellForm::Within(Entity::Programme)),
            cell("short", CellForm::Text),
            cell("long", CellForm::Text),
        ],
        searched: None,
        words: Some("long"),
        said: &[],
        named_by: Some("short"),
        derived: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Coded;

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
    fn what_all_meetings_share_belongs_to_none() {
        let shared = NOUNS.iter().filter(|noun| !noun.is_of_meeting()).map(|noun| noun.entity);
        let shared: Vec<Entity> = shared.collect();
        assert_eq!(
            shared,
            [
                Entity::Programme,
                Entity::Person,
                Entity::Organisation,
                Entity::SavedView,
                Entity::Abbreviation
            ]
        );
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
                    assert_eq!(noun.meant_in(of), Some(cell.name), "one cell says so");
                }
            }
        }
        let of = |entity: Entity| Noun::of(entity).map(|noun| noun.people().collect::<Vec<_>>());
        assert_eq!(of(Entity::Meeting), Some(vec![("signoff", NamesPersons::Signatures)]));
        assert_eq!(of(Entity::Field), Some(vec![("value", NamesPersons::Row)]));
    }
}
