//! Which names a publication still has though its names are hidden, and why. They stay on purpose; whoever sends it out
//! sees them.

use super::people::KnownPeople;
use super::privacy::texts;
use super::publication::Publication;
use crate::i18n::{Words, labels};
use crate::model::WhyKept;
use crate::text::cores;
use crate::text::hash::WordSet;

/// A name that stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptName {
    /// With the words that it is a part of.
    pub text: String,
    /// Why it stays.
    pub why: WhyKept,
}

/// The names that are left in a publication, each once, in reading order; none where its names are not hidden. `known`
/// are the people of the material before it was cut.
pub fn kept(publication: &Publication, known: &KnownPeople) -> Vec<KeptName> {
    if !publication.names.hides() {
        return Vec::new();
    }
    let texts = texts(publication);
    // The same words are in the document and in sheets.
    let mut seen = WordSet::default();
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).filter(|text| seen.insert(*text)).collect();
    let mut all: Vec<KeptName> = Vec::new();
    for (text, why) in cores::each(&texts, |text| known.kept(text)).into_iter().flatten() {
        let one = KeptName { text, why };
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

/// All of them with why they stay; `None` where there are none.
pub fn in_words(kept: &[KeptName], words: &Words) -> Option<String> {
    let one = |kept: &KeptName| (words.export.kept_name)(&kept.text, labels::why_kept(words.lang, kept.why));
    let all: Vec<String> = kept.iter().map(one).collect();
    (!all.is_empty()).then(|| (words.export.kept)(&all.join(", ")))
}
