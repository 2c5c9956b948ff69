//! Markers in the words of an entry that were saved as text: while its line is edited they stay text, and only those
//! that are typed now are live.

use super::{Context, MARKERS, Meaning, Refusal, parse};

/// Comes before a word whose marker is text while a line is read; no keyboard types it.
const AS_TEXT: char = '\u{e000}';
/// What begins a name, a tag or a date.
const TOKENS: [char; 4] = ['@', '#', '<', '^'];
/// So many first characters in common make one word an edit of another.
const ALIKE: usize = 3;

/// A line as it was shown, and which of its words begin with a marker that is text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptMarkers {
    words: Vec<String>,
    /// Indices of words, in their order.
    kept: Vec<usize>,
}

impl KeptMarkers {
    /// Those in the `text` of an entry, whose line this is.
    pub fn of(line: &str, text: &str) -> Self {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        let before = line.find(text).and_then(|at| line.get(..at)).unwrap_or_default();
        let first = before.split_whitespace().count();
        let end = (first + text.split_whitespace().count()).min(words.len());
        let is_kept = |at: &usize| {
            words.get(*at).is_some_and(|word| word.starts_with(TOKENS) || (*at == first && begins_line(word)))
        };
        let kept = (first..end).filter(is_kept).collect();
        Self { words, kept }
    }

    /// What the edited line means, as [`parse`] finds it where the markers that were text are none.
    ///
    /// # Errors
    /// Where the line is not taken.
    pub fn parse(&self, line: &str, context: &Context<'_>) -> Result<Meaning, Refusal> {
        if self.kept.is_empty() || line.contains(AS_TEXT) {
            return parse(line, context);
        }
        let mut meaning = parse(&self.protected(line), context)?;
        if let Meaning::Entry(line) = &mut meaning {
            line.text.retain(|c| c != AS_TEXT);
        }
        Ok(meaning)
    }

    /// The line with the words marked that begin with a marker of the saved text, also where they were moved or edited.
    fn protected(&self, line: &str) -> String {
        let typed = words_of(line);
        let is_same = |(word, (_, typed)): &(&String, &(usize, &str))| word.as_str() == *typed;
        let before = self.words.iter().zip(&typed).take_while(is_same).count();
        let most = self.words.len().min(typed.len()) - before;
        let behind = self.words.iter().rev().zip(typed.iter().rev()).take(most).take_while(is_same).count();
        let (shown_end, typed_end) = (self.words.len() - behind, typed.len() - behind);
        let mut next = before;
        let mut marked: Vec<usize> = Vec::new();
        for at in &self.kept {
            let found = match *at {
                at if at < before => Some(at),
                at if at >= shown_end => Some(at - shown_end + typed_end),
                at => {
                    let word = self.words.get(at).map_or("", String::as_str);
                    let left = typed.get(next..typed_end).unwrap_or_default();
                    let same = left.iter().position(|(_, typed)| *typed == word);
                    same.or_else(|| left.iter().position(|(_, typed)| is_edit_of(typed, word)))
                        .map(|at| next + at)
                }
            };
            if let Some(found) = found {
                next = next.max(found + 1);
                marked.extend(typed.get(found).map(|(at, _)| *at));
            }
        }
        let mut protected = line.to_owned();
        for at in marked.into_iter().rev() {
            protected.insert(at, AS_TEXT);
        }
        protected
    }
}

/// Whether a word at the start of a line would make it something else than words.
fn begins_line(word: &str) -> bool {
    word.starts_with('/') || word.starts_with("s/") || MARKERS.iter().any(|(marker, _)| *marker == word)
}

/// Whether a word may be another one that was edited.
fn is_edit_of(typed: &str, word: &str) -> bool {
    typed.chars().zip(word.chars()).take_while(|(a, b)| a == b).count() >= ALIKE
}

/// The words of a line, each with the bytes before it.
fn words_of(line: &str) -> Vec<(usize, &str)> {
    let mut rest = line;
    let mut words = Vec::new();
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        let word = rest.get(start..).unwrap_or_default();
        let length = word.find(char::is_whitespace).unwrap_or(word.len());
        let at = line.len() - word.len();
        words.push((at, word.get(..length).unwrap_or_default()));
        rest = word.get(length..).unwrap_or_default();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The edited line with `~` before each word whose marker stays text.
    fn read(shown: &str, text: &str, line: &str) -> String {
        KeptMarkers::of(shown, text).protected(line).replace(AS_TEXT, "~")
    }

    #[test]
    fn a_marker_stays_text_wherever_its_word_is_moved_and_others_are_live() {
        let text = "Tagga #liv och @hemma <tre";
        for (line, kept) in [
            ("Tagga #liv och @hemma <tre @Sofie", "Tagga ~#liv och ~@hemma ~<tre @Sofie"),
            ("@Sofie: Tagga #liv och @hemma <tre #ny", "@Sofie: Tagga ~#liv och ~@hemma ~<tre #ny"),
            ("Tagga #ny #liv och @hemma <tre", "Tagga #ny ~#liv och ~@hemma ~<tre"),
            ("Tagga #livets och @hemma <fre", "Tagga ~#livets och ~@hemma <fre"),
            ("Tagga och <tre", "Tagga och ~<tre"),
            ("Tagga #liv #liv och @hemma <tre", "Tagga ~#liv #liv och ~@hemma ~<tre"),
            ("", ""),
        ] {
            assert_eq!(read(text, text, line), kept, "{line}");
        }
    }

    #[test]
    fn markers_outside_the_words_are_live() {
        assert_eq!(read("> #liv nu @Eva", "#liv nu", "> #liv nu @Eva #x"), "> ~#liv nu @Eva #x");
        assert_eq!(read("! - ett", "- ett", "! - ett"), "! ~- ett");
        assert_eq!(read("/idag är det", "/idag är det", "/idag är det bra"), "~/idag är det bra");
    }
}
