//! The names of the register that what was typed may mean.

use crate::i18n::vocabulary::{begins_as, fold, folds_to};

/// The most names, or other candidates, that are worth a look.
pub(super) const MOST: usize = 50;

/// The name of the register that was typed, whatever its letter case and blanks: the whole name, or a part that only
/// one name has.
pub fn known_name<'n>(typed: &str, names: &'n [String]) -> Option<&'n str> {
    let typed: Vec<String> = typed.split_whitespace().map(fold).collect();
    let is_whole = |name: &&String| {
        let mut parts = name.split_whitespace();
        typed.iter().all(|word| parts.next().is_some_and(|part| folds_to(part, word)))
            && parts.next().is_none()
    };
    let whole = names.iter().find(is_whole);
    let has = |name: &&String| matches!(&typed[..], [word] if name.split_whitespace().any(|part| folds_to(part, word)));
    let mut having = names.iter().filter(has);
    let only = || having.next().filter(|_| having.next().is_none());
    whole.or_else(only).map(String::as_str)
}

/// The names that begin so, and then those where another part does ("Be" finds Anna Berg).
pub fn names_like<'n>(typed: &str, names: &'n [String]) -> impl Iterator<Item = &'n str> {
    let typed = fold(typed).replace('_', " ");
    let begins = begins_as;
    let part_begins = |name: &str, typed: &str| name.split([' ', '-']).any(|part| begins_as(part, typed));
    let again = typed.clone();
    let first = names.iter().filter(move |name| begins(name, &typed));
    let others = names.iter().filter(move |name| !begins(name, &again) && part_begins(name, &again));
    first.chain(others).take(MOST).map(String::as_str)
}
