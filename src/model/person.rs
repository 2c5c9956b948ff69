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

/// Who answers for something, or said it: one name, or several with commas between them.
///
/// ```
/// # use vidpennan::model::person::each_named;
/// assert_eq!(each_named("Siv Ek, Per Bo").collect::<Vec<_>>(), ["Siv Ek", "Per Bo"]);
/// assert_eq!(each_named("Bygg och miljö").count(), 1);
/// ```
pub fn each_named(names: &str) -> impl Iterator<Item = &str> {
    names.split(',').map(str::trim).filter(|name| !name.is_empty())
}

/// The same, also with "och" between those who are all known, where nobody is known by the whole of it.
///
/// ```
/// # use vidpennan::model::person::each_known;
/// let is_known = |name: &str| ["Siv Ek", "Per Bo"].contains(&name);
/// assert_eq!(each_known("Siv Ek och Per Bo", is_known), ["Siv Ek", "Per Bo"]);
/// assert_eq!(each_known("Siv Ek och Åsa", is_known), ["Siv Ek och Åsa"]);
/// ```
pub fn each_known(names: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    let apart = |name| {
        let parts: Vec<&str> = each_with_and(name).collect();
        let is_one = parts.len() < 2 || is_known(name) || !parts.iter().all(|part| is_known(part));
        if is_one { vec![name] } else { parts }
    };
    each_named(names).flat_map(apart).collect()
}

/// Those with "och" between them: "Eva Al och Bo".
pub fn each_with_and(names: &str) -> impl Iterator<Item = &str> {
    names.split(" och ").flat_map(|names| names.split(" and ")).map(str::trim)
}

/// A row of names in which somebody is called something else.
pub fn with_name(row: &str, before: &str, after: &str) -> String {
    match split_at_name(row, before) {
        Some((ahead, behind)) => format!("{ahead}{after}{behind}"),
        None => row.to_owned(),
    }
}

/// A row of names without somebody.
pub fn without_name(row: &str, name: &str) -> String {
    let Some((ahead, behind)) = split_at_name(row, name) else { return row.to_owned() };
    let ahead = ahead.trim_end();
    if ahead.is_empty() {
        let rest = behind.trim_start();
        let rest = rest.strip_prefix("och ").unwrap_or_else(|| rest.trim_start_matches([',', ';']));
        return rest.trim_start().to_owned();
    }
    let ahead = ahead.strip_suffix(" och").unwrap_or_else(|| ahead.trim_end_matches([',', ';']));
    format!("{ahead}{behind}")
}

/// What is ahead of a name in a row of names, and what is behind it.
fn split_at_name<'r>(row: &'r str, name: &str) -> Option<(&'r str, &'r str)> {
    for (at, _) in row.match_indices(name) {
        let (ahead, rest) = row.split_at(at);
        let behind = rest.strip_prefix(name).unwrap_or_default();
        let begins = names_in(&format!("{ahead}{name}")).last() == Some(&name);
        let ends = behind.trim_start().is_empty()
            || behind.trim_start().starts_with([',', ';'])
            || behind.starts_with(" och ");
        if begins && ends {
            return Some((ahead, behind));
        }
    }
    None
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
        assert_eq!(without_name("Eva, Eva Ek, Bo", "Eva"), "Eva Ek, Bo");
        assert_eq!(without_name("Eva Ek; Eva; Bo", "Eva"), "Eva Ek; Bo");
        assert_eq!(without_name("Bo, Eva och Åsa", "Eva"), "Bo och Åsa");
        assert_eq!(without_name("Bo och Eva", "Eva"), "Bo");
        assert_eq!(without_name("Eva och Bo", "Eva"), "Bo");
        assert_eq!(without_name("Bo", "Eva"), "Bo");
    }
}
