//! The words that open the parts of a sign-off ("/Vid pennan", "Justeras"): they stay over those who are hidden under
//! them.

use crate::i18n::Lang;
use crate::i18n::vocabulary::minutes::bare;
use crate::minutes::Field;
use crate::minutes::read::signoff;
use crate::minutes::signed_above;
use crate::model::Signature;

/// A sign-off as it was written, before names are cut away.
pub(super) struct SignedParts {
    openings: Vec<(usize, String)>,
    /// Which of the signatures are header fields.
    above: Vec<usize>,
    lang: Lang,
}

impl SignedParts {
    /// The parts of this sign-off.
    pub(super) fn of(signoff: &[Signature], as_written: Option<&str>, fields: &[Field], lang: Lang) -> Self {
        let above: Vec<usize> = signed_above(signoff, fields).into_iter().map(|(at, _)| at).collect();
        let below = signoff.iter().enumerate().filter(|(at, _)| !above.contains(at));
        let below: Vec<&Signature> = below.map(|(_, signature)| signature).collect();
        let openings = signoff::openings(as_written.unwrap_or_default(), &below);
        Self { openings, above, lang }
    }

    /// How the sign-off is written with these signatures left, each with its place among all; `None` where that is the
    /// usual form.
    pub(super) fn written<'s>(self, left: impl Iterator<Item = (usize, &'s Signature)>) -> Option<String> {
        let is_usual = |words: &str| words == self.lang.words().publication.sign_off;
        if self.openings.iter().all(|(_, words)| is_usual(words)) {
            return None;
        }
        let mut openings = self.openings.into_iter().peekable();
        let mut parts: Vec<String> = Vec::new();
        let mut heading = String::new();
        for (at, signature) in left.filter(|(at, _)| !self.above.contains(at)) {
            let place = at - self.above.iter().filter(|above| **above < at).count();
            if let Some(words) = signoff::opening_at(&mut openings, place) {
                heading = bare(words.trim_start_matches('/'));
                parts.push(words);
            }
            let lines = [signature.name.as_str(), signature.role.as_str()];
            let is_said = |line: &&str| !line.is_empty() && bare(line) != heading;
            parts.push(lines.into_iter().filter(is_said).collect::<Vec<_>>().join("\n"));
        }
        parts.retain(|part| !part.is_empty());
        (!parts.is_empty()).then(|| parts.join("\n\n"))
    }
}
