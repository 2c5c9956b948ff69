//! A person in the register: enough to complete a name and to own an action.

use super::id::{OrganisationId, PersonId};

/// A person whose name can be completed after `@`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Two persons may have the same name.
    pub id: PersonId,
    /// In full, as it is written.
    pub name: String,
    /// Their title or role.
    pub role: Option<String>,
    /// Where they work.
    pub organisation: Option<OrganisationId>,
}
