//! A department, company, unit or board that people belong to and that can own an action.

use super::id::OrganisationId;

/// An organisation in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Persons refer to it.
    pub id: OrganisationId,
    /// In full, as it is written.
    pub name: String,
    /// What people call it for short ("KF").
    pub short: Option<String>,
}
