//! What a list showed when somebody gave it a name, to be shown again.

use super::code::{Coded, coded};
use super::id::{ProgrammeId, SavedViewId};

coded! {
    /// The lists of which views are saved.
    pub enum ViewedList {
        /// The challenges of all meetings.
        Challenges = "challenges",
        /// The flip-chart of promises.
        Tomorrow = "tomorrow",
        /// Actions and commitments.
        FollowUp = "follow_up",
        /// What was said, by its words.
        Search = "search",
    } or Unknown
}

coded! {
    /// What a condition of a view is about.
    pub enum FacetKind {
        /// Only one meeting's.
        Meeting = "meeting",
        /// Only what is under one heading.
        Section = "section",
        /// Only what one person answers for, or nobody.
        Owner = "owner",
        /// Only what has come so far.
        Status = "status",
        /// Only actions, or only commitments.
        Class = "class",
        /// Only what people of one organisation answer for.
        Organisation = "organisation",
        /// Only what has one label.
        Tag = "tag",
        /// Only what was said at one table.
        Table = "table",
    }
}

/// One condition of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The code of what it is about; perhaps one that only a newer version knows.
    pub code: String,
    /// What it lets pass: an identity, a name, a code. For an owner the identity of the person, or the name of who is
    /// not in the register; empty for what nobody answers for.
    pub value: String,
    /// What it was called when the view was saved.
    pub label: String,
}

impl Facet {
    /// What it is about; `None` for what only a newer version knows.
    pub fn kind(&self) -> Option<FacetKind> {
        FacetKind::from_code(&self.code)
    }
}

/// A view that was saved under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// One for each name that somebody gave.
    pub id: SavedViewId,
    /// The programme whose people see it; `None` for those who work in none.
    pub programme: Option<ProgrammeId>,
    /// Where it can be called up.
    pub list: ViewedList,
    /// What somebody called it.
    pub name: String,
    /// The words that are looked for; empty for none.
    pub query: String,
    /// At most one of each kind.
    pub facets: Vec<Facet>,
    /// The code of the grouping, in the words of the list; empty for the usual one.
    pub grouping: String,
}
