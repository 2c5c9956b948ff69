//! Text of several styles, broken between words to a width. What a style looks like is for the caller.

use super::flow::Flow;
use super::text::printable;
use crate::text::slice;

/// A piece of text and its style.
pub type StyledRun<T> = (T, String);

/// The runs in rows of at most so many columns; `\n` breaks a row too. At least one row, without blanks at its end.
pub fn wrap_runs<T: Copy>(runs: &[StyledRun<T>], columns: usize) -> Vec<Vec<StyledRun<T>>> {
    let text: String = runs.iter().map(|(_, words)| words.as_str()).collect();
    let flow = Flow::of(&text, columns.max(1));
    let mut rows = Vec::with_capacity(flow.len());
    for row in 0..flow.len() {
        let bytes = flow.row(&text, row);
        let shown = slice(&text, bytes.clone()).trim_end().len();
        rows.push(cut(runs, bytes.start, bytes.start + shown));
    }
    rows
}

/// The parts of the runs between two places of the whole text.
fn cut<T: Copy>(runs: &[StyledRun<T>], from: usize, to: usize) -> Vec<StyledRun<T>> {
    let mut at = 0;
    let mut parts = Vec::new();
    for (tone, words) in runs {
        let (start, end) = (from.max(at) - at, to.min(at + words.len()).max(at) - at);
        if start < end
            && let Some(part) = words.get(start..end)
        {
            parts.push((*tone, printable(part).into_owned()));
        }
        at += words.len();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_the_styles_of_their_words() {
        let runs = [('b', "Svar:".to_owned()), ('p', " Köp mindre, laga mer".to_owned())];
        assert_eq!(
            wrap_runs(&runs, 12),
            [
                vec![('b', "Svar:".to_owned()), ('p', " Köp".to_owned())],
                vec![('p', "mindre, laga".to_owned())],
                vec![('p', "mer".to_owned())],
            ]
        );
        assert_eq!(wrap_runs(&[('p', "a\n\nb".to_owned())], 9).len(), 3);
        assert_eq!(wrap_runs::<char>(&[], 9), [vec![]]);
    }
}
