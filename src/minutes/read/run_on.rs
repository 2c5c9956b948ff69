//! Text that has lost its line ends, as copied from a page: a list of contents on one line says what the headings are,
//! and where they come again among other words a line begins with each. Only blanks become line ends; no word changes.

use crate::i18n::vocabulary::minutes as vocabulary;

/// The shortest and the longest line that may be a list of contents, in bytes.
const LENGTH: std::ops::RangeInclusive<usize> = 50..=4_000;
/// The fewest headings that make a list.
const FEW: usize = 3;
/// The most rows that are taken for the list in turn: in a table of numbers every row may look like one.
const MOST_LISTS: usize = 8;
/// The most words of a heading.
const MOST_WORDS: usize = 12;
/// The most letters of a word that labels what is said: `PRO: Önskar …`.
const LONGEST_LABEL: usize = 24;

/// The headings of a list of contents.
#[derive(Debug, PartialEq, Eq)]
pub struct RunOn<'a> {
    /// The row with the list.
    list: &'a str,
    /// Each with its number, as written: `12 Val av justerare`.
    headings: Vec<&'a str>,
}

/// A part of a row, and whether it is a heading.
pub type RowPart<'a> = (&'a str, bool);

impl<'a> RunOn<'a> {
    /// The headings of a text in whose other rows most of those of one of its rows come again.
    pub fn of(rows: &(impl Iterator<Item = &'a str> + Clone)) -> Option<Self> {
        let lists = rows
            .clone()
            .filter(|row| LENGTH.contains(&row.len()))
            .filter_map(|row| Some((row, contents(row)?)));
        for (list, headings) in lists.take(MOST_LISTS) {
            let others = rows.clone().filter(|row| *row != list);
            let is_found = |heading: &&&str| others.clone().any(|row| position(row, heading).is_some());
            if headings.iter().filter(is_found).count() * 3 >= headings.len() * 2 {
                return Some(Self { list, headings });
            }
        }
        None
    }

    /// Whether a row is the list of contents: nothing below it goes on with it.
    pub fn is_list(&self, row: &str) -> bool {
        row == self.list
    }

    /// The parts of a row that has headings in it; none for another row.
    pub fn parts<'r>(&self, row: &'r str) -> Vec<RowPart<'r>> {
        let mut parts = Vec::new();
        if self.is_list(row) {
            return parts;
        }
        let mut rest = row;
        for heading in &self.headings {
            let Some(at) = position(rest, heading) else { continue };
            let (before, after) = rest.split_at(at);
            let (heading, after) = after.split_at(heading.len());
            push_text(&mut parts, before);
            parts.push((heading, true));
            rest = after;
        }
        if !parts.is_empty() {
            push_text(&mut parts, rest);
        }
        parts
    }
}

/// The headings in a row that lists at least a few of them, numbered one after the other up to its end.
fn contents(row: &str) -> Option<Vec<&str>> {
    if row.bytes().filter(u8::is_ascii_digit).count() < FEW {
        return None;
    }
    let words: Vec<(usize, &str)> = words(row).collect();
    let number = |at: usize| {
        let word = words.get(at)?.1.trim_end_matches(['.', ')']);
        word.parse::<u32>().ok().filter(|number| *number < 1000)
    };
    for first in 0..words.len() {
        let Some(mut expected) = number(first) else { continue };
        let mut starts = vec![first];
        for at in first + 1..words.len() {
            // A number right after another one is no heading's.
            if number(at) == Some(expected + 1) && starts.last() != Some(&(at - 1)) {
                starts.push(at);
                expected += 1;
            }
        }
        let ends = starts.iter().skip(1).copied().chain([words.len()]);
        let headings: Option<Vec<&str>> = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| {
                let own = words.get(start + 1..end)?;
                let is_short = (1..=MOST_WORDS).contains(&own.len());
                let opens = own.first()?.1.starts_with(char::is_uppercase);
                let stops = own.iter().any(|(_, word)| word.ends_with(['.', ':', ';']) || word.len() > 40);
                let (from, _) = words.get(*start)?;
                let (last, word) = own.last()?;
                (is_short && opens && !stops).then(|| row.get(*from..last + word.len()))?
            })
            .collect();
        if let Some(headings) = headings.filter(|headings| headings.len() >= FEW) {
            return Some(headings);
        }
    }
    None
}

/// Where a heading is in a row, as words of its own.
fn position(row: &str, heading: &str) -> Option<usize> {
    row.match_indices(heading).map(|(at, _)| at).find(|at| {
        let before = row.get(..*at).and_then(|before| before.chars().next_back());
        let after = row.get(at + heading.len()..).and_then(|after| after.chars().next());
        before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
    })
}

/// The words of a row with where they begin.
fn words(row: &str) -> impl Iterator<Item = (usize, &str)> {
    row.split_whitespace().map(|word| (word.as_ptr().addr() - row.as_ptr().addr(), word))
}

/// The words between two headings: each item of a list begins a part, and so does what is labelled after a sentence.
fn push_text<'r>(parts: &mut Vec<RowPart<'r>>, text: &'r str) {
    let mut from = 0;
    let mut ends_sentence = false;
    for (at, word) in words(text) {
        let label = word.strip_suffix(':').filter(|label| label.len() <= LONGEST_LABEL);
        let is_label = label.is_some_and(|label| label.starts_with(char::is_uppercase) && !goes_on(label));
        if at > from && (word == "-" || word == "–" && ends_sentence || is_label && ends_sentence) {
            parts.extend(text.get(from..at).filter(|part| !part.trim().is_empty()).map(|part| (part, false)));
            from = at;
        }
        ends_sentence = word.ends_with(['.', '!', '?', ':']);
    }
    parts.extend(text.get(from..).filter(|part| !part.trim().is_empty()).map(|part| (part, false)));
}

/// Whether a label says more about what is before it: who answers for it, or what was answered.
fn goes_on(label: &str) -> bool {
    let label = label.to_lowercase();
    let labelled = format!("{label}:");
    let lists = [vocabulary::OWNER_LABELS, vocabulary::DUE_LABELS, vocabulary::TASK_LABELS];
    vocabulary::ANSWER_LABELS.contains(&label.as_str())
        || lists.iter().any(|labels| labels.contains(&labelled.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTENTS: &str =
        "LILLE KOMMUN Innehållsförteckning 3 Dagordning 4 Planarkitekten informerar om torget 5 Val";

    fn parts(row: &str) -> Vec<RowPart<'_>> {
        RunOn::of(&[CONTENTS, row].into_iter()).map(|run_on| run_on.parts(row)).unwrap_or_default()
    }

    #[test]
    fn a_row_is_parted_at_the_headings_of_the_contents() {
        let row = "Sida 2 3 Dagordning Den godkänns. 4 Planarkitekten informerar om torget Frågor: - när? Svar: I maj. - hur? \
                   PRO: Bra. 5 Val Ulla väljs.";
        let expected = [
            ("Sida 2 ", false),
            ("3 Dagordning", true),
            (" Den godkänns. ", false),
            ("4 Planarkitekten informerar om torget", true),
            (" Frågor: ", false),
            ("- när? Svar: I maj. ", false),
            ("- hur? ", false),
            ("PRO: Bra. ", false),
            ("5 Val", true),
            (" Ulla väljs.", false),
        ];
        assert_eq!(parts(row), expected);
        assert_eq!(parts(row).iter().map(|(part, _)| *part).collect::<String>(), row);
    }

    #[test]
    fn other_rows_stay_whole() {
        for row in
            ["Vi var 3 personer, 4 vuxna och 5 barn.", "3 Dagordning saknas", "4 Planarkitekten kom 5 Val"]
        {
            assert_eq!(parts(row), [], "{row}");
        }
        let counted = "Vi hade 1 Buss som gick, 2 Bilar som stod. 3 Cyklar";
        assert_eq!(RunOn::of(&[counted, "1 Buss 2 Bilar 3 Cyklar"].into_iter()), None);
    }
}
