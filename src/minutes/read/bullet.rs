//! The marker before an item of a list: a bullet, a number, a letter, a box. It sees one line at a time.

/// Dashes open a list item or speech; which one is decided by the lines nearby.
pub const DASHES: [char; 3] = ['-', '–', '—'];

/// Characters that are bullets wherever a line begins with them, Word's private-use ones among them.
const BULLETS: &[char] = &[
    '•', '·', '▪', '▫', '■', '□', '●', '○', '◦', '⁃', '‣', '∙', '❖', '➢', '➤', '✓', '✔', '►', '\u{f0b7}',
    '\u{f0a7}', '\u{f0d8}', '\u{f0fc}', '\u{f076}', '\u{f02d}', '\u{f06f}',
];

/// Boxes to tick: empty and ticked.
const BOXES: &[(&str, bool)] =
    &[("[ ]", false), ("[]", false), ("[x]", true), ("[X]", true), ("☐", false), ("☑", true), ("☒", true)];

/// A line split into its marker and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bullet<'a> {
    /// As it is written: `-`, `•`, `1.`, `a)`, `[ ]`, `- [x]`.
    pub marker: &'a str,
    /// What follows, without leading space; never empty.
    pub rest: &'a str,
}

/// Whether a character is used as a bullet, a dash included.
pub fn is_bullet_character(c: char) -> bool {
    BULLETS.contains(&c) || DASHES.contains(&c)
}

/// Whether a marker is a ticked box; `None` where it is no box.
pub fn is_ticked(marker: &str) -> Option<bool> {
    BOXES.iter().find(|(text, _)| marker.ends_with(text)).map(|&(_, ticked)| ticked)
}

/// The number of a marker like `1.`; `None` for `1)` and all others.
pub fn number(marker: &str) -> Option<u32> {
    marker.strip_suffix('.')?.parse().ok()
}

/// Takes the marker off a trimmed line, if it begins with one and something follows.
pub fn bullet(line: &str) -> Option<Bullet<'_>> {
    let first = line.chars().next()?;
    let after = line.get(first.len_utf8()..)?;
    let spaced = after.starts_with(char::is_whitespace);
    let len = if BULLETS.contains(&first) {
        Some(first.len_utf8())
    } else if DASHES.contains(&first) {
        // "-Utan mellanslag" is an item as well, "-120 tkr" and "--" are not.
        let item = spaced || first != '—' && after.starts_with(char::is_uppercase);
        item.then(|| first.len_utf8() + boxed(after))
    } else {
        match first {
            '*' | '+' if spaced => Some(1),
            // In "o vice" it is short for "och".
            'o' if spaced
                && after.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) =>
            {
                Some(1)
            }
            '[' | '☐' | '☑' | '☒' => Some(boxed(line)).filter(|&len| len > 0),
            '0'..='9' => enumerated(line, 3, |c| c.is_ascii_digit(), &['.', ')']),
            'a'..='z' => enumerated(line, 1, |c| c.is_ascii_lowercase(), &[')']),
            _ => None,
        }
    }?;
    let (marker, rest) = line.split_at_checked(len)?;
    let rest = rest.trim_start();
    (!rest.is_empty()).then_some(Bullet { marker, rest })
}

/// The length of a box and of the space before it, 0 where there is none.
fn boxed(text: &str) -> usize {
    let trimmed = text.trim_start();
    let hit = BOXES.iter().map(|(text, _)| *text).find(|text| {
        trimmed
            .strip_prefix(text)
            .is_some_and(|rest| rest.trim_start().len() < rest.len() && !rest.trim().is_empty())
    });
    hit.map_or(0, |hit| text.len() - trimmed.len() + hit.len())
}

/// The length of a number or letter with its closing character, where white space follows it.
fn enumerated(line: &str, most: usize, is_part: fn(char) -> bool, closing: &[char]) -> Option<usize> {
    let digits = line.chars().take_while(|&c| is_part(c)).count();
    let rest = line.get(digits..)?;
    let item = digits <= most
        && rest.starts_with(closing)
        && rest.get(1..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    item.then_some(digits + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_every_kind_are_taken_off() {
        for (line, marker, rest) in [
            ("- Ett", "-", "Ett"),
            ("–\u{a0} Ett", "–", "Ett"),
            ("•Ett", "•", "Ett"),
            ("\u{f0b7} ett", "\u{f0b7}", "ett"),
            ("o Nyckelskåpet", "o", "Nyckelskåpet"),
            ("10. Tio", "10.", "Tio"),
            ("a) Delpunkt", "a)", "Delpunkt"),
            ("[x] Fikalistan", "[x]", "Fikalistan"),
            ("- [ ] Lampan", "- [ ]", "Lampan"),
            ("-Utan mellanslag", "-", "Utan mellanslag"),
            ("- 1) dubbelt", "-", "1) dubbelt"),
        ] {
            assert_eq!(bullet(line), Some(Bullet { marker, rest }), "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_a_marker_stays_text() {
        for line in [
            "-120 tkr",
            "-",
            "•",
            "--",
            "o vice, behöver nya",
            "10.30 fika",
            "1 000 kr",
            "ex) a",
            "[x]",
            "*:",
            ":) a",
        ] {
            assert_eq!(bullet(line), None, "{line}");
        }
    }

    #[test]
    fn a_box_is_ticked_or_not() {
        assert_eq!(["[ ]", "- [x]", "☑", "-"].map(is_ticked), [Some(false), Some(true), Some(true), None]);
    }
}
