//! How much a report is about: one meeting or a programme.

use crate::model::Report;

/// How much a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ReportScope {
    /// One meeting, whatever programme it belongs to.
    #[default]
    Meeting,
    /// Every meeting of its programme.
    Programme,
}

impl Report {
    /// What the report can be about, the usual scope first.
    pub fn scopes(self) -> &'static [ReportScope] {
        match self {
            Self::Minutes => &[ReportScope::Meeting],
            Self::Feedback | Self::News => &[ReportScope::Meeting, ReportScope::Programme],
            Self::Actions | Self::Challenges | Self::Statement => {
                &[ReportScope::Programme, ReportScope::Meeting]
            }
        }
    }

    /// The default scope.
    pub fn usual_scope(self) -> ReportScope {
        self.scopes().first().copied().unwrap_or_default()
    }
}
