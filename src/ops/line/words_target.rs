//! The entry or the response whose words a line changes.

use crate::model::{Entry, Response};
use crate::pen::Target;

/// A response with the challenges that it answers.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseTarget {
    /// As it was read.
    pub response: Response,
    /// In the order in which they were linked to it.
    pub challenges: Vec<Entry>,
}

/// What `+` and `s/…/…/` change.
#[derive(Debug, Clone, PartialEq)]
pub enum WordsTarget {
    /// Something that was said.
    Entry(Entry),
    /// What was answered.
    Response(ResponseTarget),
}

impl WordsTarget {
    /// The words that it has.
    pub fn text(&self) -> &str {
        match self {
            Self::Entry(entry) => &entry.text,
            Self::Response(given) => &given.response.text,
        }
    }

    /// The entry itself, or those that a response answers.
    pub fn entries(&self) -> &[Entry] {
        match self {
            Self::Entry(entry) => std::slice::from_ref(entry),
            Self::Response(given) => &given.challenges,
        }
    }

    /// What the pen names it by. `number` is that of the entry, or what the challenges are called.
    pub fn named<'a>(&'a self, number: &'a str) -> Target<'a> {
        Target { number, text: self.text(), is_response: matches!(self, Self::Response(_)) }
    }
}
