//! How much a report is about: one meeting or a programme, and which of the work.

use crate::model::Report;
use crate::model::id::EntryId;

/// How much a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReportScope {
    /// One meeting, whatever programme it belongs to.
    #[default]
    Meeting,
    /// Every meeting of its programme.
    Programme,
}

/// Which of the work a material has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Share {
    /// Everybody's, and what nobody owns.
    #[default]
    All,
    /// What this person, or the people of this organisation, are responsible for.
    Owner {
        /// As the register writes it, or as it was written first; empty once it is left out.
        name: String,
        /// Whether it is somebody in the register.
        is_person: bool,
    },
    /// What somebody has marked in a list.
    Marked(Vec<EntryId>),
}

impl Share {
    /// The owner whose work it is; `None` where it is not that of one owner, or the name is left out.
    pub fn owner(&self) -> Option<&str> {
        let Self::Owner { name, .. } = self else { return None };
        Some(name.as_str()).filter(|name| !name.is_empty())
    }
}

impl Report {
    /// What the report can be about, the usual scope first.
    pub fn scopes(self) -> &'static [ReportScope] {
        match self {
            Self::Minutes => &[ReportScope::Meeting],
            Self::Feedback | Self::News => &[ReportScope::Meeting, ReportScope::Programme],
            Self::Actions | Self::Challenges | Self::Statement | Self::Reminder => {
                &[ReportScope::Programme, ReportScope::Meeting]
            }
        }
    }

    /// Whether it can be about the work of one owner, or about marked work alone.
    pub fn can_be_shared(self) -> bool {
        matches!(self, Self::Feedback | Self::Actions | Self::Challenges | Self::Reminder)
    }

    /// Whether it has something to say of challenges, or of promises and actions.
    pub fn is_about(self, challenges: bool) -> bool {
        match self {
            Self::Challenges | Self::Feedback => challenges,
            Self::Actions => !challenges,
            Self::Minutes | Self::News | Self::Statement | Self::Reminder => true,
        }
    }

    /// Whether it is written to those who own the work, and so names them.
    pub fn is_to_owners(self) -> bool {
        self == Self::Reminder
    }

    /// The default scope.
    pub fn usual_scope(self) -> ReportScope {
        self.scopes().first().copied().unwrap_or_default()
    }
}
