//! A report as text that people edit before it goes out, and back. The text is light: `# Title`, `Date: …` right under
//! it, `## Heading`, `- item`, `1. item`, `**strong**`; one line comes back as one line. It knows the
//! shape of a document, and nothing of what a report says.
//!
//! | in the text | in the document |
//! |---|---|
//! | lines right under the title, `Label: value` | facts; an indented line goes on with the value |
//! | a line and those right under it | a paragraph, its lines broken where they are broken here |
//! | `Återkoppling 3 mars 2026 (på gång): …` | an answer of the team |
//! | `_small_`, `> said`, `/ Name` | details, a quotation, one who signs |
//! | an indented line under an item | another paragraph of the item |
//! | an item whose further lines are `Column: cell` | a row, where the report has a table |
//!
//! A `\` at the beginning of a line makes ordinary text of the character that follows.

use super::document::{Block, Document, ListItem, Paragraph};
use crate::text::slice;

pub mod gaps;
mod read;
mod write;

pub use read::read;
pub use write::text;

/// How many [`mod@gaps`] a person still has to fill in, in whatever part of the document.
pub fn gaps(document: &Document) -> usize {
    let facts = document.facts.iter().map(|fact| gaps_in(&fact.value));
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Heading { text, .. } => gaps_in(text),
        Block::Paragraph(paragraph) => of_paragraph(paragraph),
        Block::List(list) => list.items.iter().map(of_item).sum(),
        Block::Table(table) => table.rows.iter().flatten().flatten().map(of_paragraph).sum(),
    });
    gaps_in(&document.title) + facts.chain(blocks).sum::<usize>()
}

fn of_paragraph(paragraph: &Paragraph) -> usize {
    gaps_in(&paragraph.text())
}

fn of_item(item: &ListItem) -> usize {
    let under = item.under.iter().flat_map(|list| &list.items).map(of_item);
    item.paragraphs.iter().map(of_paragraph).chain(under).sum()
}

fn gaps_in(text: &str) -> usize {
    gaps::gaps(text).count()
}

/// Whether a line begins like an answer of the team: the word, perhaps a day, perhaps its kind in brackets, a colon.
/// Returns the length of the label in bytes, its colon included.
fn response_label(line: &str, word: &str) -> Option<usize> {
    let behind = line.strip_prefix(word)?;
    let end = behind.match_indices(':').map(|(at, _)| at).find(|at| {
        let after = slice(behind, at + 1..);
        after.is_empty() || after.starts_with(' ')
    })?;
    let between = behind.get(..end)?.trim_end();
    let between = if between.ends_with(')') {
        between.split_once('(').map_or(between, |(day, _)| day)
    } else {
        between
    };
    let day = between.trim();
    let is_label = day.is_empty() && (between.is_empty() || between.starts_with(' '))
        || between.starts_with(' ')
            && day.starts_with(|c: char| c.is_ascii_digit())
            && day.chars().count() < 30;
    is_label.then_some(word.len() + end + 1)
}

/// Whether a line begins with a `\` that escapes a letter or a number; before punctuation it escapes anywhere.
fn is_guarded(line: &str) -> bool {
    let mut chars = line.chars();
    chars.next() == Some('\\') && chars.next().is_some_and(|next| !next.is_ascii_punctuation())
}

/// The marker of a list item at the beginning of a line: its length in bytes with the blank behind it, and its number.
fn marker(line: &str) -> Option<(usize, Option<u32>)> {
    if matches!(line, "-" | "*" | "•") {
        return Some((line.len(), None));
    }
    for bullet in ["- ", "* ", "• "] {
        if line.starts_with(bullet) {
            return Some((bullet.len(), None));
        }
    }
    let (digits, rest) = line.split_once(['.', ')'])?;
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|c| c.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| is_number)?;
    if rest.is_empty() {
        return Some((digits.len() + 1, Some(number)));
    }
    rest.starts_with(' ').then_some((digits.len() + 2, Some(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_label_is_not_a_sentence_about_responses() {
        for label in [
            "Återkoppling:",
            "Återkoppling (på gång):",
            "Återkoppling 29 januari 2026:",
            "Återkoppling 29 januari 2026 (planerat, imorgon (30 januari 2026)):",
        ] {
            let line = format!("{label} Ja: det går.");
            assert_eq!(response_label(&line, "Återkoppling"), Some(label.len()), "{line}");
        }
        for line in ["Återkoppling från oss är viktig: ja", "Återkopplingen: sen", "Återkoppling utan kolon"]
        {
            assert_eq!(response_label(line, "Återkoppling"), None, "{line}");
        }
    }

    #[test]
    fn gaps_are_words_in_brackets() {
        let mut document = Document::default();
        document.facts.push(super::super::document::Fact {
            label: "Vår referens".to_owned(),
            value: "[namn]\n[e-post]".to_owned(),
        });
        document.blocks.push(Block::body("[Nämndens namn] godkänner [1] och [] och [öppet"));
        assert_eq!(gaps(&document), 3);
    }
}
