//! The marks of a draft in headers that we wrote: an organisation may use a file of ours as its template, and a
//! finished publication must not say that it is a draft.

use std::ops::Range;

use super::NotATemplate;
use super::scanner::{Tag, attribute, scan};
use crate::text::slice;

/// A header without the paragraphs in one of these styles.
pub(super) fn without(xml: String, styles: &[String]) -> Result<String, NotATemplate> {
    let mut start = 0;
    let mut is_mark = false;
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut others = 0;
    scan(&xml, |path, tag, at| match (path, tag) {
        ([_, _], Tag::Start(_)) => {
            start = at.start;
            is_mark = false;
        }
        ([_, paragraph, _, style], Tag::Start(element)) if paragraph == "w:p" && style == "w:pStyle" => {
            is_mark = attribute(element, "w:val").is_some_and(|id| styles.contains(&id));
        }
        ([_, _], Tag::End) if is_mark => marks.push(start..at.end),
        ([_, _], Tag::End) => others += 1,
        _ => {}
    })?;
    if marks.is_empty() {
        return Ok(xml);
    }
    let mut unmarked = String::with_capacity(xml.len());
    let mut from = 0;
    for mark in marks {
        unmarked.push_str(slice(&xml, from..mark.start));
        // A header must hold at least one paragraph.
        if others == 0 {
            unmarked.push_str("<w:p/>");
            others = 1;
        }
        from = mark.end;
    }
    unmarked.push_str(slice(&xml, from..));
    Ok(unmarked)
}
