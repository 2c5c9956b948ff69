//! The lines of Markdown that minutes are made of: headings, list items, rules, comments and paragraphs.
//! It knows their markers and indentation, not what they mean.

use super::syntax;

/// What a line of Markdown is, by the characters it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkdownLine<'a> {
    /// Nothing, or blanks.
    Blank,
    /// A heading of this level, from 1.
    Heading(u8, &'a str),
    /// A thematic break: the signatures follow.
    Rule,
    /// A list item, whatever list it belongs to.
    Item(MarkdownItem<'a>),
    /// Nothing but a comment: its content.
    Comment(&'a str),
    /// Any other line.
    Paragraph(&'a str),
}

/// A list item on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkdownItem<'a> {
    /// The column of its marker, from 0.
    pub indent: usize,
    /// The column where its content begins: its children are indented at least as far.
    pub content: usize,
    /// The marker: `-`, `*`, `+`, `1.`, `1)`.
    pub mark: &'a str,
    /// What follows the marker, still as Markdown.
    pub text: &'a str,
}

impl<'a> MarkdownLine<'a> {
    /// Classifies a line. Indentation never makes it code: people indent lists as they like.
    pub fn of(line: &'a str) -> Self {
        let text = line.trim();
        if text.is_empty() {
            return Self::Blank;
        }
        if matches!(text, "---" | "***" | "___") {
            return Self::Rule;
        }
        if let ("", Some(comment)) = syntax::split_comment(text) {
            return Self::Comment(comment);
        }
        let behind = text.trim_start_matches('#');
        let level = text.len() - behind.len();
        if (1..=6).contains(&level) && (behind.is_empty() || behind.starts_with(' ')) {
            return Self::Heading(u8::try_from(level).unwrap_or(6), behind.trim_start());
        }
        MarkdownItem::of(line).map_or(Self::Paragraph(text), Self::Item)
    }
}

impl<'a> MarkdownItem<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let body = line.trim_start_matches(' ');
        let indent = line.len() - body.len();
        let (mark, text) = match body.split_once(' ') {
            Some((mark, text)) => (mark, text.trim_start_matches(' ')),
            None => (body, ""),
        };
        (matches!(mark, "-" | "*" | "+") || is_number(mark)).then(|| Self {
            indent,
            content: indent + mark.len() + 1,
            mark,
            text,
        })
    }
}

/// Whether a marker is the number of an ordered list: up to nine digits and a full stop or parenthesis.
pub fn is_number(mark: &str) -> bool {
    let digits = mark.strip_suffix(['.', ')']).unwrap_or_default();
    (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}
