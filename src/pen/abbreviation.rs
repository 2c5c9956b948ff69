//! Words that are typed in short and written out by the pen once a blank or a mark of punctuation follows.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::MARKERS;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::pen::SHORT;
use crate::text::slice;

/// The ending of a genitive of what is typed in short.
const GENITIVE: &str = ":s";

/// What is typed in short, each with what it becomes.
pub type Abbreviations = HashMap<String, String>;

/// A word that is written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion {
    /// Its bytes in the line, without the character after it.
    pub range: Range<usize>,
    /// What takes its place.
    pub words: String,
}

/// Whether the character before the cursor is one that a word may end at. A full stop is known to end one only by what
/// follows it: "lkp.se" and "lkp.docx" are other words.
pub fn ends_word(line: &str, cursor: usize) -> bool {
    line.get(..cursor).is_some_and(|typed| after_word(typed).is_some())
}

fn after_word(typed: &str) -> Option<char> {
    typed.chars().next_back().filter(|c| c.is_whitespace() || ",;!?)".contains(*c))
}

/// A line as it would be if it had been typed at a pen that writes out, and the words that were written out, each with
/// what it became. A line that begins with a blank is literal.
pub fn written_out(line: &str, known: &Abbreviations, names: &[String]) -> (String, Vec<(String, String)>) {
    let (mut text, mut found) = (String::new(), Vec::new());
    for c in line.chars() {
        text.push(c);
        let expansion = expand(&text, text.len(), known, names).filter(|_| !line.starts_with(' '));
        if let Some(Expansion { range, words }) = expansion {
            found.push((slice(&text, range.clone()).to_owned(), words.clone()));
            text.replace_range(range, &words);
        }
    }
    (text, found)
}

/// The word that ends before the character at the cursor, if it is typed in short. It is written out as it was given,
/// with a capital where it was typed with one or begins a sentence. Nothing is written out in a name, a tag, a date, a
/// command or a correction.
pub fn expand(line: &str, cursor: usize, known: &Abbreviations, names: &[String]) -> Option<Expansion> {
    if known.is_empty() || line.starts_with('/') || line.starts_with("s/") {
        return None;
    }
    let typed = line.get(..cursor)?;
    let after = after_word(typed)?;
    let head = line.get(..cursor - after.len_utf8())?;
    let head = head.trim_end_matches('.');
    // A colon may be before the ending of a genitive, so that it ends no word by itself.
    let (head, ending) = match head.strip_suffix(GENITIVE) {
        Some(head) => (head, Some(GENITIVE)),
        None => (head.strip_suffix(':').unwrap_or(head), None),
    };
    let end = head.len();
    let is_part = |c: char| c.is_alphanumeric() || is_combining_mark(c) || c == '-';
    let start = head.trim_end_matches(is_part).len();
    let (before, word) = (slice(head, ..start), slice(head, start..));
    if word.is_empty() || !before.chars().next_back().is_none_or(|c| c.is_whitespace() || "(\"”".contains(c))
    {
        return None;
    }
    let lowered = with_first(word, char::to_lowercase);
    let (long, has_capital) = match known.get(word) {
        Some(long) => (long, false),
        None => (known.get(&lowered)?, true),
    };
    if is_in_name(head, names) {
        return None;
    }
    let mut words = if has_capital || begins_sentence(before) {
        with_first(long, char::to_uppercase)
    } else {
        long.clone()
    };
    // "lkp:s" → "Lokala kulturplanens", but "Borås".
    if ending.is_some() && !words.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) {
        words.push('s');
    }
    Some(Expansion { range: start..end + ending.map_or(0, str::len), words })
}

/// Whether the end of these words may be part of a name after `@`.
fn is_in_name(head: &str, names: &[String]) -> bool {
    const MARKS: [char; 3] = ['"', '”', '“'];
    let Some(at) =
        head.rfind('@').filter(|at| slice(head, ..*at).chars().next_back().is_none_or(char::is_whitespace))
    else {
        return false;
    };
    let name = slice(head, at + 1..);
    match name.strip_prefix(MARKS) {
        Some(quoted) => !quoted.contains(MARKS),
        None => names.iter().any(|known| fold(known).starts_with(&fold(name))),
    }
}

/// Whether a sentence begins after these words: at the beginning, after a marker, or after a full stop that ends more
/// than an abbreviation ("t.ex.", "kl.") or an initial.
fn begins_sentence(before: &str) -> bool {
    const CLOSING: [char; 6] = ['"', '”', '“', '\'', '’', ')'];
    let before = before.trim_end();
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let ends = |last: &str| {
        let last = last.trim_end_matches(CLOSING);
        let word = last.trim_end_matches(['.', '…']).trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_short = word.contains('.')
            || SHORT.contains(&fold(word).as_str())
            || word.chars().count() == 1 && word.starts_with(char::is_alphabetic);
        last.ends_with(['!', '?']) || last.ends_with(['.', '…']) && !word.is_empty() && !is_short
    };
    before.is_empty() || MARKERS.iter().any(|(marker, _)| *marker == before) || ends(last)
}

fn with_first<I: Iterator<Item = char>>(word: &str, change: fn(char) -> I) -> String {
    let mut rest = word.chars();
    rest.next().map(change).into_iter().flatten().chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line after its last character is typed.
    fn typed(line: &str) -> String {
        let known =
            [("lkp", "Livskvalitetsprogrammet"), ("skr", "skolråd"), ("berg", "bergsbruk"), ("br", "Borås")];
        let known = known.map(|(short, long)| (short.to_owned(), long.to_owned())).into();
        match expand(line, line.len(), &known, &["Anna Berg".to_owned()]) {
            Some(Expansion { range, words }) => {
                format!("{}{words}{}", slice(line, ..range.start), slice(line, range.end..))
            }
            None => line.to_owned(),
        }
    }

    #[test]
    fn a_word_in_short_is_written_out_once_something_follows() {
        for (line, becomes) in [
            ("Inom lkp ", "Inom Livskvalitetsprogrammet "),
            ("Inom lkp: ", "Inom Livskvalitetsprogrammet: "),
            ("Om lkp:s ", "Om Livskvalitetsprogrammets "),
            ("Om (lkp:s)", "Om (Livskvalitetsprogrammets)"),
            ("Om br:s. ", "Om Borås. "),
            ("Inom (lkp)", "Inom (Livskvalitetsprogrammet)"),
            ("vårt skr. ", "vårt skolråd. "),
            ("(vårt skr.)", "(vårt skolråd.)"),
            ("skr ", "Skolråd "),
            ("! skr,", "! Skolråd,"),
            ("Det är klart. skr ", "Det är klart. Skolråd "),
            ("Det var bra. skr ", "Det var bra. Skolråd "),
            ("Är det så? skr ", "Är det så? Skolråd "),
            ("Vi ses kl. 10. skr ", "Vi ses kl. 10. Skolråd "),
            ("Hon sa ”ja.” skr ", "Hon sa ”ja.” Skolråd "),
            ("Till exempel t.ex. skr ", "Till exempel t.ex. skolråd "),
            ("Vi ses kl. skr ", "Vi ses kl. skolråd "),
            ("Eva, Bo m.fl. skr ", "Eva, Bo m.fl. skolråd "),
            ("Skolor osv. skr ", "Skolor osv. skolråd "),
            ("Så här: skr ", "Så här: skolråd "),
            ("Hälsa Anna B. skr ", "Hälsa Anna B. skolråd "),
            ("vårt Skr ", "vårt Skolråd "),
        ] {
            assert_eq!(typed(line), becomes);
        }
    }

    #[test]
    fn nothing_is_written_out_in_names_tags_commands_and_longer_words() {
        for line in [
            "lkp",
            "Inom lkp:",
            "Inom lkp:n ",
            "Inom LKP ",
            "Inom xlkp ",
            "Inom lkp-möte ",
            "Se lkp.",
            "Se lkp.se/x ",
            "Se www.lkp.se ",
            "Se lkp/x ",
            "Filen lkp.docx, ",
            "Filen lkp_2.docx ",
            "info@lkp.se ",
            "Skriv till lkp@x.se ",
            "https://lkp.se/lkp ",
            "#lkp ",
            "Vi och @lkp ",
            "Vi och @Anna Berg ",
            "Vi och @anna berg ",
            "Vi och @\"Anna lkp ",
            "/möte lkp ",
            "s/x/lkp ",
        ] {
            assert_eq!(typed(line), line);
        }
        assert_eq!(typed("Vi och @Anna Berg berg "), "Vi och @Anna Berg bergsbruk ");
    }
}
