//! Which heading is meant by what was typed after `# ` or `/avsnitt `. Both match alike, at every pen.

use crate::i18n::vocabulary::fold;

/// How a typed heading fits the headings of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// It is this one, by its index: the same words in any letter case, or the only one that begins so.
    One(usize),
    /// It begins several, by their indices.
    Several(Vec<usize>),
    /// It begins none of them.
    None,
}

/// Finds the heading that is meant.
///
/// ```
/// use vidpennan::pen::{Fit, fit_heading};
///
/// let headings = ["Tips", "Det här ska jag göra imorgon!", "Tipsrunda"].map(String::from);
/// assert_eq!(fit_heading("Det", &headings), Fit::One(1));
/// assert_eq!(fit_heading("tips", &headings), Fit::One(0));
/// assert_eq!(fit_heading("ti", &headings), Fit::Several(vec![0, 2]));
/// assert_eq!(fit_heading("Beslut", &headings), Fit::None);
/// ```
pub fn fit_heading(typed: &str, headings: &[String]) -> Fit {
    let wanted = fold(typed.trim());
    if wanted.is_empty() {
        return Fit::None;
    }
    let folded: Vec<String> = headings.iter().map(|heading| fold(heading)).collect();
    if let Some(exact) = folded.iter().position(|heading| *heading == wanted) {
        return Fit::One(exact);
    }
    let begun: Vec<usize> = (0..folded.len()).filter(|at| folded[*at].starts_with(&wanted)).collect();
    match begun.as_slice() {
        [] => Fit::None,
        [only] => Fit::One(*only),
        _ => Fit::Several(begun),
    }
}
