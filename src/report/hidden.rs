//! What a choice about names has hidden in a publication, counted: who and how to reach them.

use std::collections::HashSet;

use super::folded::fold;
use super::people::KnownPeople;
use super::privacy::{Finding, check};
use super::publication::Publication;
use super::redact::text::Mask;
use crate::i18n::{Lang, Words, labels};
use crate::model::{FindingKind, Names};

/// What is found where somebody is named or can be reached, in the order in which it is counted.
const KINDS: [FindingKind; 5] =
    [FindingKind::Name, FindingKind::LikelyName, FindingKind::Email, FindingKind::Phone, FindingKind::Handle];

/// The places in the whole publication of everybody, and of every way to reach somebody, that is in no place of the one
/// that goes out. `found` is what [`check`] finds in that one.
pub fn hidden(whole: &Publication, known: &KnownPeople, found: &[Finding]) -> Vec<Finding> {
    let left = found.iter().filter(|finding| !finding.is_hidden);
    let left: HashSet<_> = left.map(|finding| (finding.kind, finding.about.as_str())).collect();
    let is_gone = |finding: &Finding| {
        KINDS.contains(&finding.kind) && !left.contains(&(finding.kind, finding.about.as_str()))
    };
    check(whole, known, None).into_iter().filter(is_gone).collect()
}

/// Hides names, by a choice, in texts that are no part of the material but go out with it: what it says of each text is
/// how that reads then, `None` where it stays as it is. `None` where the choice hides nobody.
pub fn hiding(names: Names, known: &KnownPeople, lang: Lang) -> Option<impl FnMut(&str) -> Option<String>> {
    let mut mask = Mask::new(names, known, lang)?;
    Some(move |text: &str| Some(mask.text(text)).filter(|hidden| hidden != text))
}

/// How many of each kind are hidden, and in how many places: "Dolt: 3 namn på totalt 17 ställen"; `None` where
/// nothing is.
pub fn in_words(hidden: &[Finding], words: &Words) -> Option<String> {
    let things = fold(hidden);
    let part = |kind: FindingKind| {
        let of = things.iter().filter(|thing| thing.kind == kind);
        let (number, places) = (of.clone().count(), of.map(|thing| thing.places.len()).sum::<usize>());
        let said = labels::findings(words.lang, kind, number);
        // "2 namn på totalt 3 ställen": neither has three.
        let in_places = if number > 1 { words.export.in_all_places } else { words.export.in_places };
        let said = if places > number { in_places(&said, places) } else { said };
        (number > 0).then_some(said)
    };
    let parts: Vec<String> = KINDS.into_iter().filter_map(part).collect();
    (!parts.is_empty()).then(|| (words.export.hidden)(&parts.join(", ")))
}
