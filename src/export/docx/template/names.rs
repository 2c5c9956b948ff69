//! Names in the headers, footers and drawings of a template: its words go out with ours, and are hidden as ours are.

use std::ops::Range;

use quick_xml::escape::{escape, unescape};

use super::scanner::{Tag, scan};
use super::{HeaderOrFooter, NotATemplate, Template, root};
use crate::text::slice;

/// Elements that are a paragraph of text.
const PARAGRAPHS: [&str; 2] = ["w:p", "a:p"];

/// Elements that hold the words of a paragraph, also those that were deleted with changes tracked.
const WORDS: [&str; 3] = ["w:t", "w:delText", "a:t"];

/// Elements between two pieces of text in a paragraph that are no part of one name.
const BREAKS: [&str; 6] = ["w:tab", "w:ptab", "w:br", "w:cr", "w:instrText", "a:br"];

/// Attributes that hold words: what a picture shows, who tracked a change, the name of a field.
const DESCRIBING: [&str; 7] = ["descr", "title", "alt", "o:title", "w:author", "w:initials", "w:val"];

/// Elements whose value is one of those words rather than a setting.
const NAMED: [&str; 2] = ["w:alias", "w:tag"];

/// Where an address leads that held a name.
const NOWHERE: &str = "about:blank";

impl Template {
    /// Hides names in everything of it that is read: `hide` says what a text reads like without them, `None` where it
    /// has none. Returns how many texts were changed.
    ///
    /// # Errors
    /// Where a part is not what it was when it was read.
    pub fn hide(&mut self, mut hide: impl FnMut(&str) -> Option<String>) -> Result<usize, NotATemplate> {
        let mut changed = 0;
        for part in &mut self.parts {
            // Lists of relationships have no type of their own.
            let is_list = part.content_type.is_none();
            let is_xml = is_list || part.content_type.as_ref().is_some_and(|own| own.ends_with("xml"));
            let Some(xml) = std::str::from_utf8(&part.bytes).ok().filter(|_| is_xml) else { continue };
            let edits = if is_list { addresses(xml, &mut hide)? } else { texts(xml, &mut hide)? };
            if edits.is_empty() {
                continue;
            }
            changed += edits.len();
            part.bytes = edited(xml, edits).into_bytes();
        }
        for place in &mut self.headers_footers {
            let part = self.parts.iter().find(|part| part.name == place.name);
            let xml = part.and_then(|part| std::str::from_utf8(&part.bytes).ok()).unwrap_or_default();
            let name = if place.kind == HeaderOrFooter::Header { "w:hdr" } else { "w:ftr" };
            place.end = root(xml, name)?;
        }
        Ok(changed)
    }
}

/// Other words for ranges of a part, in bytes.
type Edits = Vec<(Range<usize>, String)>;

/// What is to be written in place of the texts of a part that have names in them.
fn texts(xml: &str, hide: &mut impl FnMut(&str) -> Option<String>) -> Result<Edits, NotATemplate> {
    // A paragraph may be in a drawing that is in another one.
    let mut open: Vec<Vec<Vec<Range<usize>>>> = Vec::new();
    let mut begun = 0;
    let mut pieces: Vec<Vec<Range<usize>>> = Vec::new();
    let mut described: Vec<Range<usize>> = Vec::new();
    scan(xml, |path, tag, at| {
        let Some(name) = path.last().map(String::as_str) else { return };
        match tag {
            Tag::Start(_) => {
                described.extend(values(xml, &at, name));
                if PARAGRAPHS.contains(&name) {
                    open.push(vec![Vec::new()]);
                } else if let Some(paragraph) = open.last_mut().filter(|_| BREAKS.contains(&name)) {
                    paragraph.push(Vec::new());
                }
                begun = at.end;
            }
            Tag::End if PARAGRAPHS.contains(&name) => pieces.extend(open.pop().into_iter().flatten()),
            Tag::End if name == "w:instrText" => pieces.push(alone(begun..at.start.max(begun))),
            Tag::End if WORDS.contains(&name) && begun <= at.start => match open.last_mut() {
                Some(paragraph) => paragraph.last_mut().into_iter().for_each(|own| own.push(begun..at.start)),
                None => pieces.push(alone(begun..at.start)),
            },
            Tag::End => {}
        }
    })?;
    pieces.extend(described.into_iter().map(alone));
    let read = |at: &Range<usize>| unescape(slice(xml, at.clone())).unwrap_or_default().into_owned();
    let mut edits = Vec::new();
    for piece in pieces {
        let text: String = piece.iter().map(read).collect();
        let Some(hidden) = hide(&text) else { continue };
        let mut ranges = piece.into_iter();
        edits.extend(ranges.next().map(|at| (at, escape(hidden.as_str()).into_owned())));
        edits.extend(ranges.map(|at| (at, String::new())));
    }
    Ok(edits)
}

/// A text that is in one piece.
fn alone(at: Range<usize>) -> Vec<Range<usize>> {
    std::iter::once(at).collect()
}

/// The addresses in a list of relationships that have names in them, and what they lead to then.
fn addresses(xml: &str, hide: &mut impl FnMut(&str) -> Option<String>) -> Result<Edits, NotATemplate> {
    let mut all = Vec::new();
    scan(xml, |_, tag, at| {
        let is_outside = slice(xml, at.clone()).contains("External");
        if matches!(tag, Tag::Start(_)) && is_outside {
            all.extend(value(xml, &at, "Target"));
        }
    })?;
    all.retain(|at| {
        let address = unescape(slice(xml, at.clone())).unwrap_or_default();
        hide(address.trim_start_matches("mailto:")).is_some()
    });
    Ok(all.into_iter().map(|at| (at, NOWHERE.to_owned())).collect())
}

/// The values in a tag that hold words.
fn values(xml: &str, tag: &Range<usize>, name: &str) -> Vec<Range<usize>> {
    let is_words = |attribute: &&str| *attribute != "w:val" || NAMED.contains(&name);
    DESCRIBING.into_iter().filter(is_words).filter_map(|attribute| value(xml, tag, attribute)).collect()
}

/// Where the value of an attribute is in a tag.
fn value(xml: &str, tag: &Range<usize>, attribute: &str) -> Option<Range<usize>> {
    let own = slice(xml, tag.clone());
    own.match_indices(attribute).find_map(|(at, _)| {
        let is_whole = slice(own, ..at).ends_with(char::is_whitespace);
        let rest = slice(own, at + attribute.len()..);
        let value = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| is_whole && matches!(c, '"' | '\''))?;
        let value = slice(value, 1..);
        let start = tag.start + own.len() - value.len();
        value.find(quote).map(|length| start..start + length)
    })
}

/// A part with these edits made.
fn edited(xml: &str, mut edits: Edits) -> String {
    edits.sort_by_key(|(at, _)| at.start);
    let mut written = String::with_capacity(xml.len());
    let mut from = 0;
    for (at, words) in edits {
        written.push_str(slice(xml, from..at.start));
        written.push_str(&words);
        from = at.end;
    }
    written + slice(xml, from..)
}
