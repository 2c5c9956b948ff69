//! A place where a text says who somebody is, and everything that what replaces it has to know.

use std::ops::Range;

use crate::model::FindingKind;

/// Whom a text mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// This one of [`super::KnownPeople::persons`].
    One(usize),
    /// One of several known people, or somebody unknown with the given name of one who is known.
    Somebody,
    /// Somebody whom neither the register nor the minutes know.
    Stranger,
}

/// How a text says who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Naming {
    /// By a name or a part of one.
    Name,
    /// By the first letters of a name.
    Initials,
    /// By the letters for one of many who are looked after: "klienten A.M." They are hidden also where names become
    /// initials.
    Client,
    /// By an e-mail address, also one that is spelled out.
    Email,
    /// By a telephone number.
    Phone,
    /// By a user name, a tag or a profile on the web.
    Handle,
}

impl Naming {
    /// What is found, where it is a way to reach somebody rather than a name.
    pub fn contact(self) -> Option<FindingKind> {
        match self {
            Self::Name | Self::Initials | Self::Client => None,
            Self::Email => Some(FindingKind::Email),
            Self::Phone => Some(FindingKind::Phone),
            Self::Handle => Some(FindingKind::Handle),
        }
    }
}

/// A place where a text mentions somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its range in bytes: with particles before the name and a genitive ending after it, without a title.
    pub at: Range<usize>,
    /// Whom it refers to.
    pub who: Who,
    /// By what they are named.
    pub naming: Naming,
    /// Whether nothing speaks against it. A word that may be something else is hidden all the same, and pointed out.
    pub is_sure: bool,
    /// Whether it has the ending of a genitive ("Annas"), which what replaces it needs too.
    pub genitive: bool,
    /// Whether it is the first word of a sentence.
    pub opens: bool,
    /// The title right before it ("rektor Ahmadi"), in bytes.
    pub title: Option<Range<usize>>,
}

impl Mention {
    /// A sure one without a title, within a sentence.
    pub(super) fn of(at: Range<usize>, who: Who, naming: Naming) -> Self {
        Self { at, who, naming, is_sure: true, genitive: false, opens: false, title: None }
    }
}
