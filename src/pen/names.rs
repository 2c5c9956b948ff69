//! The names of the register that what was typed may mean.

use crate::i18n::vocabulary::fold;

/// The most names, or other candidates, that are worth a look.
pub(super) const MOST: usize = 50;

/// The names that begin so, and then those where another part does ("Be" finds Anna Berg).
pub fn names_like<'n>(typed: &str, names: &'n [String]) -> impl Iterator<Item = &'n str> {
    let typed = fold(typed).replace('_', " ");
    let begins = |name: &str, typed: &str| fold(name).starts_with(typed);
    let part_begins =
        |name: &str, typed: &str| fold(name).split([' ', '-']).any(|part| part.starts_with(typed));
    let again = typed.clone();
    let first = names.iter().filter(move |name| begins(name, &typed));
    let others = names.iter().filter(move |name| !begins(name, &again) && part_begins(name, &again));
    first.chain(others).take(MOST).map(String::as_str)
}
