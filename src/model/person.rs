//! A person in the register: enough to complete a name, to own an action and to be recognised.

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
    /// Their e-mail address: they are recognised by it in texts, and no document shows it.
    pub email: Option<String>,
}

/// The names in a row of names, in their order: commas, semicolons and "och" separate them.
pub fn names_in(row: &str) -> Vec<&str> {
    let names = row.split([',', ';']).flat_map(|part| part.split(" och "));
    names.map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// A row of names in which somebody is called something else.
pub fn with_name(row: &str, before: &str, after: &str) -> String {
    for (at, _) in row.match_indices(before) {
        let (ahead, rest) = row.split_at(at);
        let behind = rest.strip_prefix(before).unwrap_or_default();
        let begins = names_in(&format!("{ahead}{before}")).last() == Some(&before);
        let ends = behind.trim_start().is_empty()
            || behind.trim_start().starts_with([',', ';'])
            || behind.starts_with(" och ");
        if begins && ends {
            return format!("{ahead}{after}{behind}");
        }
    }
    row.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_names_is_read_and_one_of_them_replaced() {
        assert_eq!(names_in("Eva Ek, HR; Bo Al och Åsa"), ["Eva Ek", "HR", "Bo Al", "Åsa"]);
        assert_eq!(with_name("Eva Ek, Eva och Bo", "Eva", "Eva Lund"), "Eva Ek, Eva Lund och Bo");
        assert_eq!(with_name("Bo Al; Bo", "Bo", "Bo Ek"), "Bo Al; Bo Ek");
        assert_eq!(with_name("Boel, Robo", "Bo", "Bo Ek"), "Boel, Robo");
    }
}
