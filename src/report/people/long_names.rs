//! Names of three words and more, of which often only some are written: "Karin Holm" is Karin Elisabet Holm, and "Ali
//! Hassan" is Ali Hassan Mohamud.

use std::collections::HashSet;
use std::hash::Hash;

use crate::i18n::vocabulary::people::is_particle;
use crate::text::hash::WordMap;

/// The most words that a name has of which some may be left out.
const LONGEST: usize = 5;

/// By every two and more words of long names, in their order, the whole name; `None` where several have them.
#[derive(Debug, Clone, Default)]
pub(super) struct LongNames {
    by_shorter: WordMap<String, Option<Vec<String>>>,
}

impl LongNames {
    /// Of names by their words, folded, each with the row that it is in: of two names in one row, neither is the other.
    pub(super) fn of<'a, R: Eq + Hash>(names: impl Iterator<Item = (R, &'a [String])> + Clone) -> Self {
        let mut all = Self::default();
        for (_, name) in names.clone().filter(|(_, name)| is_long(name)) {
            for shorter in shorter(name) {
                let known = all.by_shorter.entry(shorter).or_insert_with(|| Some(name.to_vec()));
                if known.as_ref().is_some_and(|known| known != name) {
                    *known = None;
                }
            }
        }
        if !all.by_shorter.is_empty() {
            let rows: HashSet<(R, &[String])> = names.clone().filter(|(_, name)| is_long(name)).collect();
            let beside = names.filter(|(_, name)| name.len() > 1).filter_map(|(row, name)| {
                let long = all.of_shorter(name)?;
                rows.contains(&(row, long.as_slice())).then(|| name.join(" "))
            });
            for name in beside.collect::<Vec<_>>() {
                all.by_shorter.remove(&name);
            }
        }
        all
    }

    /// The only name that has these words, in their order, and more.
    pub(super) fn of_shorter(&self, words: &[String]) -> Option<&Vec<String>> {
        if self.by_shorter.is_empty() || words.len() < 2 {
            return None;
        }
        self.by_shorter.get(&words.join(" "))?.as_ref()
    }
}

/// Whether so many words are a name of which some may be left out.
pub(super) fn is_long(name: &[String]) -> bool {
    (3..=LONGEST).contains(&name.len())
}

/// Two or more words of a name, in their order, but not all of them; particles and initials do not count.
fn shorter(name: &[String]) -> impl Iterator<Item = String> {
    let is_counted = |word: &&String| word.chars().nth(1).is_some() && !is_particle(word);
    (1..(1_usize << name.len()) - 1).filter_map(move |which| {
        let has = |at: usize| which >> at & 1 == 1;
        let words: Vec<&String> =
            name.iter().enumerate().filter(|(at, _)| has(*at)).map(|(_, word)| word).collect();
        let is_name = words.iter().copied().filter(is_counted).count() > 1;
        is_name.then(|| words.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" "))
    })
}
