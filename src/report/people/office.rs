//! Whether a telephone or an account belongs to an office or another body rather than to a person, by the words near
//! it. Where somebody is named there, it is theirs.

use std::ops::Range;

use super::KnownPeople;
use super::words::{Opens, Word};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{is_office, is_organisation};
use crate::i18n::vocabulary::places::ABBREVIATED;
use crate::i18n::vocabulary::subjects::{BE, LEADS_TO, OWN, PRONOUNS, person};
use crate::text::slice;

/// How many words before and after are near.
const NEAR: usize = 8;
const AFTER: usize = 3;

impl KnownPeople {
    /// Whether the number here is one of a body: "Bibliotekets nummer är …", "… (växeln)".
    pub(super) fn is_office_phone(&self, text: &str, words: &[Word<'_>], at: &Range<usize>) -> bool {
        let (before, after) = near(words, at);
        let is_body = |word: &&Word<'_>| is_office(&word.folded) || is_organisation(&word.folded);
        let leads = after.first().is_some_and(|word| {
            LEADS_TO.contains(&word.folded) || slice(text, at.end..word.at.start).contains('(')
        });
        // "070 123 45 67 går till jouren": a mobile telephone is somebody's, unless it is called otherwise.
        let is_mobile =
            slice(text, at.clone()).trim_start_matches(['+', '0', '4', '6', '(', ')', ' ']).starts_with('7');
        let is_noted = after.first().is_some_and(|word| slice(text, at.end..word.at.start).contains('('));
        let after = if leads && (is_noted || !is_mobile) { after } else { &[] };
        let is_nobody = |words: &[Word<'_>]| !words.iter().any(|word| self.is_somebody(word));
        before.iter().chain(after).any(|word| is_body(&word)) && is_nobody(before) && is_nobody(after)
    }

    /// Whether the account here is one of a body: "kommunens konto …", "… är skolans".
    pub(super) fn is_office_account(&self, words: &[Word<'_>], at: &Range<usize>) -> bool {
        let (before, after) = near(words, at);
        let owns = |word: &Word<'_>| word.folded.ends_with('s') && is_organisation(&word.folded);
        let right_before = before.get(before.len().saturating_sub(AFTER)..).unwrap_or_default();
        let is_said = after.first().is_some_and(|verb| BE.contains(&verb.folded));
        let owner = right_before.iter().any(owns) || is_said && after.get(1).is_some_and(owns);
        owner && !before.iter().any(|word| self.is_somebody(word))
    }

    /// Whether a word is somebody whose number may follow it.
    fn is_somebody(&self, word: &Word<'_>) -> bool {
        let is_name = || {
            let class = class(&word.folded);
            let is_listed = class.is(WordClass::GIVEN.or(WordClass::SURNAME)) && !class.is_ambiguous();
            is_listed && !class.is(WordClass::PLACE) || self.index.word(&word.folded).is_some()
        };
        word.capital && is_name()
            || PRONOUNS.contains(&word.folded)
            || OWN.contains(&word.folded)
            || person(&word.folded).is_some() && !is_office(&word.folded) && !is_organisation(&word.folded)
    }
}

/// The words before a range and after it in its sentence, up to another number.
fn near<'a, 'w>(words: &'a [Word<'w>], at: &Range<usize>) -> (&'a [Word<'w>], &'a [Word<'w>]) {
    let first = words.partition_point(|word| word.at.end <= at.start);
    let next = words.partition_point(|word| word.at.start < at.end);
    let is_number =
        |word: &Word<'_>| word.folded.len() > 1 && word.folded.starts_with(|c: char| c.is_ascii_digit());
    let mut start = first;
    while start > 0 && first - start < NEAR {
        let (Some(before), Some(word)) = (words.get(start - 1), words.get(start)) else { break };
        // "tel. 070"
        let opens = word.opens == Opens::Sentence && !ABBREVIATED.contains(&before.folded);
        if opens || is_number(before) {
            break;
        }
        start -= 1;
    }
    let rest = words.get(next..).unwrap_or_default();
    let goes_on = |word: &&Word<'_>| word.opens != Opens::Sentence && !is_number(word);
    let length = rest.iter().take(AFTER).take_while(goes_on).count();
    (words.get(start..first).unwrap_or_default(), rest.get(..length).unwrap_or_default())
}
