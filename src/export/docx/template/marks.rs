//! The mark of a draft in a head that was ours before: a house may take a file of ours as its template, and a finished
//! paper must not say that it is a draft.

use std::ops::Range;

use super::NotATemplate;
use super::scan::{Met, attribute, scan};
use crate::text::slice;

/// A head without the paragraphs that stand in one of these styles.
pub(super) fn without(xml: String, styles: &[String]) -> Result<String, NotATemplate> {
    let mut start = 0;
    let mut is_mark = false;
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut others = 0;
    scan(&xml, |path, met, at| match (path, met) {
        ([_, _], Met::Open(_)) => {
            start = at.start;
            is_mark = false;
        }
        ([_, paragraph, _, style], Met::Open(tag)) if paragraph == "w:p" && style == "w:pStyle" => {
            is_mark = attribute(tag, "w:val").is_some_and(|id| styles.contains(&id));
        }
        ([_, _], Met::Close) if is_mark => marks.push(start..at.end),
        ([_, _], Met::Close) => others += 1,
        _ => {}
    })?;
    if marks.is_empty() {
        return Ok(xml);
    }
    let mut kept = String::with_capacity(xml.len());
    let mut from = 0;
    for mark in marks {
        kept.push_str(slice(&xml, from..mark.start));
        // A head holds a paragraph at least.
        if others == 0 {
            kept.push_str("<w:p/>");
            others = 1;
        }
        from = mark.end;
    }
    kept.push_str(slice(&xml, from..));
    Ok(kept)
}
