//! Names that are written without their accents and dots: "Asa Lind" is Åsa Lind.

use super::words::{plain, two_lettered};
use crate::text::hash::WordMap;

/// The names in full that have letters with accents or dots, by how those write them who leave these out.
pub(super) struct AccentedNames {
    by_plain: WordMap<String, Vec<String>>,
}

impl AccentedNames {
    /// Of names by their words, folded.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a [String]>) -> Self {
        let mut by_plain: WordMap<String, Vec<String>> = WordMap::default();
        for parts in names.filter(|parts| parts.iter().any(|part| !part.is_ascii())) {
            let name = parts.join(" ");
            let two = two_lettered(&name).map(|name| plain(&name));
            for written in std::iter::once(plain(&name)).chain(two) {
                let known = by_plain.entry(written).or_insert_with(|| parts.to_vec());
                // Of several spellings the one with the most accents counts.
                if accents(parts) > accents(known) {
                    known.clear();
                    known.extend_from_slice(parts);
                }
            }
        }
        Self { by_plain }
    }

    /// The name of which this one is a spelling with fewer accents.
    pub(super) fn of_variant(&self, parts: &[String]) -> Option<&Vec<String>> {
        if self.by_plain.is_empty() {
            return None;
        }
        let known = self.by_plain.get(&plain(&parts.join(" ")))?;
        (accents(parts) < accents(known)).then_some(known)
    }
}

/// How many letters of a name have accents or dots.
fn accents(parts: &[String]) -> usize {
    parts.iter().flat_map(|part| part.chars()).filter(|c| !c.is_ascii()).count()
}
