//! Gaps: words in square brackets, for a person to replace. It knows neither the document nor the screen.

use std::ops::Range;

/// Longer than this it is no gap.
const MOST: usize = 400;

/// The gaps of a text, in bytes, brackets among them. Links, boxes to tick and the numbers of notes are none.
pub fn gaps(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('[').filter_map(|(start, _)| {
        let rest = text.get(start + 1..)?;
        let length = rest.find(['[', ']', '\n'])?;
        let (inside, after) = rest.split_at_checked(length)?;
        let after = after.strip_prefix(']')?;
        let is_ticked = matches!(inside, "x" | "X");
        let has_words = inside.chars().any(char::is_alphabetic);
        let is_escaped = text.get(..start).is_some_and(|before| before.ends_with('\\'));
        (has_words && !is_ticked && !is_escaped && !after.starts_with('(') && length <= MOST)
            .then(|| start..start + length + 2)
    })
}

/// The next gap that begins after a place, or the first.
pub fn next(text: &str, after: usize) -> Option<Range<usize>> {
    gaps(text).find(|gap| gap.start >= after).or_else(|| gaps(text).next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_boxes_are_no_gaps() {
        let text = "[Nämnden] har [ett namn](https://x) och [ ] en ruta, [inte\nhär] men [åäö] [1].";
        let found: Vec<&str> = gaps(text).map(|gap| text.get(gap).unwrap()).collect();
        assert_eq!(found, ["[Nämnden]", "[åäö]"]);
        assert_eq!(next(text, 5).map(|gap| text.get(gap).unwrap()), Some("[åäö]"));
        assert_eq!(next(text, text.len()).map(|gap| gap.start), Some(0), "from the last one to the first");
        assert_eq!(next("inget", 0), None);
    }
}
