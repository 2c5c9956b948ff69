//! Who is known in a report: the register and whoever the minutes name; and where a text mentions them or anybody else.
//! It renders nothing and does not decide what replaces a name.

use std::collections::HashSet;

use uuid::Uuid;

use self::elected::Elected;
use self::index::{NameIndex, NameParts};
use self::long_names::LongNames;
use crate::text::hash::WordMap;

mod accented;
mod arrows;
mod atoms;
mod beginning;
mod bodies;
mod called;
mod candidate;
mod collect;
mod contact;
mod contacts;
mod context;
mod described;
mod doing;
mod eastern;
mod elected;
mod email;
mod encoded;
mod finder;
mod handles;
mod hosts;
mod index;
mod initialled;
pub(crate) mod initials;
mod kept;
mod known;
pub(crate) mod list_heading;
pub(in crate::report) mod listed;
mod long_names;
mod marked;
mod mention;
mod named;
mod namesakes;
mod nicknames;
mod office;
mod other_meaning;
mod owned;
mod owning;
pub(crate) mod pieces;
mod pseudonyms;
pub(crate) mod row_of_names;
mod same_person;
mod small_letters;
mod spoken_of;
mod strangers;
#[cfg(test)]
mod tests;
mod towns;
mod unlisted;
mod user_name;
pub(crate) mod usual;
pub(crate) mod value;
mod villages;
pub(crate) mod words;

pub use mention::{Mention, Naming, Who};
pub(in crate::report) use named::texts_of;

/// Everybody who is known: the register first, in its order, then those whom others name. Somebody who has been called
/// something else is here once more by each of those names.
#[derive(Debug, Clone, Default)]
pub struct KnownPeople {
    persons: Vec<KnownPerson>,
    index: NameIndex,
    /// By every spelling of a whole name.
    whole: WordMap<Vec<String>, usize>,
    /// By the words of a whole name and the parts of those with hyphens.
    by_units: WordMap<Vec<String>, usize>,
    /// The words of names in full that only texts have, each with whether it is of a surname.
    named: WordMap<String, bool>,
    /// Those whom only texts name in full.
    strangers: NamedStrangers,
    /// Those with the letters of a party.
    elected: Elected,
    /// Where the meetings are.
    places: HashSet<String>,
    /// What pseudonyms follow from beside the person.
    secret: Uuid,
}

/// Those whom only texts name in full: by the words of their names, folded, with spaces between.
#[derive(Debug, Clone, Default)]
struct NamedStrangers {
    /// By each word of a name the whole of it; `None` where several have the word.
    whole: WordMap<String, Option<String>>,
    /// Those of three words and more.
    long: LongNames,
    /// What a text says that they are, by the whole name.
    roles: WordMap<String, String>,
}

/// Somebody who is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPerson {
    /// As it was written first.
    pub name: String,
    /// May be empty.
    pub role: String,
    /// What never changes about them: the words of the name that they were entered or named by first.
    identity: String,
    /// The record that had that name first.
    since: Uuid,
    /// Whose other name it is: an index of [`KnownPeople::persons`].
    other_name_of: Option<usize>,
    /// The words of the name, folded.
    parts: Vec<String>,
    /// The same by what they are.
    names: NameParts,
}

impl KnownPerson {
    fn given(&self) -> &str {
        self.parts.first().map_or("", String::as_str)
    }

    /// The last word of the name, where there are several.
    fn surname(&self) -> Option<&str> {
        self.parts.get(1..)?.last().map(String::as_str)
    }
}

impl KnownPeople {
    /// In their order.
    pub fn persons(&self) -> &[KnownPerson] {
        &self.persons
    }

    /// The name of the person whom a text means that consists of one mention and nothing else.
    pub fn meant(&self, text: &str) -> Option<&str> {
        let found = self.find(text);
        let [mention] = found.as_slice() else { return None };
        let Who::One(at) = mention.who else { return None };
        self.persons.get(at).map(|person| person.name.as_str())
    }

    /// The one with this whole name.
    pub fn named(&self, name: &str) -> Option<&KnownPerson> {
        self.persons.get(self.index_named(name)?)
    }

    /// The index in [`KnownPeople::persons`] of the one with this whole name.
    pub(super) fn index_named(&self, name: &str) -> Option<usize> {
        // "P-O Ek, K-G" is two.
        let is_one = !name.contains([',', ';', '/']);
        self.whole.get(&value::parts(name)).copied().filter(|_| is_one)
    }
}
