//! Names beside arrows and the like: "Gun -> Noah", "Gun;Noah", "Gun=ordf", "»Gun« sa så". No other word is written so.

use super::atoms::Gap;
use super::finder::Finder;
use crate::i18n::vocabulary::leads::AGAINST;
use crate::text::slice;

/// What is between two who are named beside each other.
const BETWEEN: [char; 12] = ['>', '<', '→', '←', '↔', '⇒', '=', ';', '·', '+', '|', '~'];

/// Marks of quotation, each before and after what is quoted.
const QUOTED: [(char, char); 8] =
    [('"', '"'), ('”', '”'), ('“', '”'), ('„', '“'), ('\'', '\''), ('’', '’'), ('»', '«'), ('»', '»')];

impl Finder<'_> {
    /// Whether a name is after a word, with an arrow or the like between: "Gun -> Noah", "Gun vs. Noah".
    pub(super) fn is_beside_by_arrow(&self, last: usize) -> bool {
        let Some(next) = self.atoms.get(last + 1) else { return false };
        if next.gap == Gap::Space && AGAINST.contains(&next.folded) {
            let other = self.atoms.get(last + 2);
            return other
                .is_some_and(|other| matches!(other.gap, Gap::Space | Gap::Dot) && self.is_name(other));
        }
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        let between = slice(self.text, end..next.at.start).trim();
        let is_mark = |c: char| BETWEEN.contains(&c) || c == '-';
        next.gap == Gap::Apart
            && between.contains(BETWEEN)
            && between.chars().all(is_mark)
            && self.is_name(next)
    }

    /// Whether a word is what somebody is after an equals sign: "Gun=ordf".
    pub(super) fn is_set_equal(&self, last: usize) -> bool {
        self.is_followed_by(last, '=') && self.is_occupation(last + 1)
    }

    /// Whether a word alone is in quotation marks: "'Gun' sa så".
    pub(super) fn is_quoted_alone(&self, first: usize, last: usize) -> bool {
        let start = self.atoms.get(first).map_or(0, |atom| atom.at.start);
        let end = self.atoms.get(last).map_or(0, |atom| atom.at.end);
        let before = slice(self.text, ..start).chars().next_back();
        let after = slice(self.text, end..).chars().next();
        QUOTED.iter().any(|(open, close)| before == Some(*open) && after == Some(*close))
    }
}
