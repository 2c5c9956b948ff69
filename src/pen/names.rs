//! The names of the register that what was typed may mean.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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

/// The name of the register that may be meant by one that it does not have: one that goes on as what was typed, or that
/// differs from it as a slip of the fingers does.
pub fn name_meant<'n>(typed: &str, names: &'n [String]) -> Option<&'n str> {
    let like = names_like(typed, names).next();
    like.or_else(|| {
        let typed = FoldedName::of(typed);
        names.iter().find(|name| typed.is_slip_for(&FoldedName::of(name))).map(String::as_str)
    })
}

/// A name as slips are looked for in it: its words without dots and rings, and all of them as one.
struct FoldedName {
    words: Vec<String>,
    whole: String,
}

impl FoldedName {
    fn of(name: &str) -> Self {
        let plain = |word: &str| -> String {
            word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
        };
        let words: Vec<String> =
            name.split([' ', '-', '_']).filter(|word| !word.is_empty()).map(plain).collect();
        Self { whole: words.concat(), words }
    }

    /// Whether one name may be typed for the other: word for word, as one, or one word for a part of the name.
    fn is_slip_for(&self, known: &Self) -> bool {
        let in_step = || {
            self.words.len() == known.words.len()
                && self.words.iter().zip(&known.words).all(|(typed, word)| is_near(typed, word))
        };
        let is_part = || match &self.words[..] {
            [typed] => known.words.iter().any(|word| is_near(typed, word)),
            _ => false,
        };
        is_part() || in_step() || is_near(&self.whole, &known.whole)
    }
}

/// Whether words differ in a letter at most, in long words two. Short ones are names of their own: Ola and Ulf.
fn is_near(typed: &str, word: &str) -> bool {
    const SHORT: usize = 4;
    const LONG: usize = 10;
    let (length, other) = (typed.chars().count(), word.chars().count());
    let most = match length.max(other) {
        ..SHORT => 0,
        SHORT..LONG => 1,
        LONG.. => 2,
    };
    typed == word || (length.abs_diff(other) <= most && strsim::osa_distance(typed, word) <= most)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_name_finds_the_name() {
        let names = ["Amina Berg", "Björn Åkesson", "Eva Alexandersson", "Anna-Karin Ek"].map(str::to_owned);
        for (typed, meant) in [
            ("Amna", "Amina Berg"),
            ("Aminna Berg", "Amina Berg"),
            ("Amina Bergh", "Amina Berg"),
            ("AminaBerg", "Amina Berg"),
            ("bjorn", "Björn Åkesson"),
            ("Akeson", "Björn Åkesson"),
            ("Aleksandersson", "Eva Alexandersson"),
            ("Anna Karin Ek", "Anna-Karin Ek"),
        ] {
            assert_eq!(name_meant(typed, &names), Some(meant), "{typed}");
        }
        for typed in ["Jonas", "Ewa", "Amina Lund", "Omar Berg", "Ekström"] {
            assert_eq!(name_meant(typed, &names), None, "{typed}");
        }
    }
}
