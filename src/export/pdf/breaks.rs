//! Where a line may end: between words, within long words, within addresses. It knows no widths.

use crate::text::slice;
use hypher::Lang;
use unicode_linebreak::linebreaks;

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Break {
    /// The byte that the next line begins with.
    pub at: usize,
    /// What ends there.
    pub how: How,
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// After a word.
    Word,
    /// Within a word, with a hyphen.
    Hyphen,
    /// Within an address, with nothing added to it.
    Address,
    /// Anywhere, because nothing else helps.
    Torn,
}

/// Words shorter than this stay whole, in letters.
const WHOLE: usize = 8;

/// The fewest letters before and after a hyphen.
const BESIDE: usize = 3;

/// Where lines may end in a text of one paragraph without line breaks, in order; the last place is its end.
pub(super) fn breaks(text: &str, lang: Lang) -> Vec<Break> {
    let mut found = Vec::new();
    let mut start = 0;
    let (mut address, mut address_ends) = (false, 0);
    for (at, _) in linebreaks(text) {
        if start >= address_ends {
            let token = slice(text, start..).split(' ').next().unwrap_or_default();
            (address, address_ends) = (is_address(token), start + token.len());
        }
        let word = slice(text, start..at);
        let rest = slice(text, at..);
        let within_address = address && at < address_ends;
        if at < text.len() && binds(word, rest) || within_address && word.ends_with("//") {
            continue;
        }
        if address {
            found.extend(in_address(word).map(|within| Break { at: start + within, how: How::Address }));
        } else {
            in_word(word, lang, |within| found.push(Break { at: start + within, how: How::Hyphen }));
        }
        let how = match word {
            _ if within_address => How::Address,
            word if word.ends_with('\u{AD}') => How::Hyphen,
            _ => How::Word,
        };
        found.push(Break { at, how });
        start = at;
    }
    found
}

/// Whether what ends with a word belongs to what follows: a dash stays with the words before it, and a span of
/// numbers stays whole.
fn binds(word: &str, rest: &str) -> bool {
    let dash = |c: char| matches!(c, '–' | '—');
    let mut before = word.chars().rev();
    let within_span = before.next().is_some_and(|c| dash(c) || c == '-')
        && before.next().is_some_and(|c| c.is_ascii_digit())
        && rest.starts_with(|c: char| c.is_ascii_digit());
    let before_dash =
        word.ends_with(' ') && rest.strip_prefix(dash).is_some_and(|rest| rest.starts_with(' '));
    within_span || before_dash || word == "§ "
}

/// Whether a word is an address of the web, of mail or of a file: a hyphen in it would be read as its own.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.starts_with("www.") || word.matches('/').count() > 1
}

/// The places in an address before or after the characters that divide it.
fn in_address(word: &str) -> impl Iterator<Item = usize> {
    let before = |c: char| matches!(c, '.' | '?' | '&' | '=' | '#' | '_' | '%' | '~' | '@');
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    let mut places = Vec::new();
    for three in chars.windows(3) {
        let [(_, first), (_, left), (at, right)] = three else { continue };
        let after_path = *left == '/' && *right != '/' && *first != '/';
        if after_path || before(*right) && !before(*left) {
            places.push(*at);
        }
    }
    places.retain(|&at| word.len() - at > 3);
    places.into_iter()
}

/// The places within the long words of a piece of text.
fn in_word(word: &str, lang: Lang, mut found: impl FnMut(usize)) {
    if word.len() < WHOLE {
        return;
    }
    let mut start = 0;
    for run in word.split_inclusive(|c: char| !c.is_alphabetic()) {
        let letters = run.trim_end_matches(|c: char| !c.is_alphabetic());
        if letters.chars().count() >= WHOLE {
            let mut at = start;
            let mut syllables = hypher::hyphenate_bounded(letters, lang, BESIDE, BESIDE).peekable();
            while let Some(syllable) = syllables.next() {
                at += syllable.len();
                if syllables.peek().is_some() {
                    found(at);
                }
            }
        }
        start += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its places shown: `|` after words, `-` within them, `/` within addresses.
    fn shown(text: &str) -> String {
        let mut out = String::new();
        let mut start = 0;
        for place in breaks(text, Lang::Swedish) {
            out.push_str(text.get(start..place.at).unwrap());
            out.push(match place.how {
                How::Word => '|',
                How::Hyphen => '-',
                How::Address => '/',
                How::Torn => '!',
            });
            start = place.at;
        }
        out
    }

    #[test]
    fn lines_end_where_a_reader_would_end_them() {
        assert_eq!(shown("Bra idé – pröva den!"), "Bra |idé – |pröva |den!|");
        assert_eq!(shown("kl. 13–15 i dag"), "kl. |13–15 |i |dag|");
        assert_eq!(shown("livskvalitetsprogrammet"), "livs-kva-li-tets-pro-gram-met|");
        assert_eq!(shown("§ 4 gäller"), "§ 4 |gäller|");
        assert_eq!(shown("bort\u{ad}om"), "bort\u{ad}-om|");
    }

    #[test]
    fn addresses_get_no_hyphens() {
        assert_eq!(shown("https://kommunen.se/a/b?c=d"), "https://kommunen/.se//a//b?/c=d|");
        assert!(!shown("fornamn.efternamn@forvaltningen.se").contains('-'));
    }
}
