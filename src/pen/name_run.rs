//! Names side by side in a line (`@Anna, @Per och @Åsa`), and whether they are part of its sentence. Those that are
//! stay among its words; those that are set off, first or last in the line, are taken out with the colon or comma that
//! sets them off.

use super::Context;
use super::token::{Means, Token};
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::pen::{JOINING, is_deed};
use crate::text::slice;

/// Marks that may close a line after what was taken out of it.
const CLOSING: [char; 9] = [',', '.', ';', ':', '!', '?', ')', '…', '”'];

/// How many bytes of the text the names at its start take, with what joins them: a comma, "och", or both. Blanks alone
/// join nothing.
pub(super) fn length(text: &str, context: &Context<'_>) -> Option<usize> {
    let mut length = name_length(text, context)?;
    loop {
        let rest = slice(text, length..);
        let join = joined(rest);
        match name_length(slice(rest, join..), context).filter(|_| join > 0) {
            Some(next) => length += join + next,
            None => return Some(length),
        }
    }
}

/// How names between these words are set off, if they are: how many bytes after them go with them. A response begins
/// with whoever gave it. `last_word` is how many bytes are left at the last word that is known to be no token.
pub(super) fn set_off(
    before: &str,
    after: &str,
    is_response: bool,
    last_word: &mut usize,
    context: &Context<'_>,
) -> Option<usize> {
    let before = before.trim_end();
    if before.is_empty() {
        if after.starts_with([':', ',']) {
            return Some(1);
        }
        let mut next =
            after.split_whitespace().map(|word| fold(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let (first, second) = (next.next().unwrap_or_default(), next.next().unwrap_or_default());
        let is_subject = after.starts_with(char::is_whitespace) && !is_response && is_deed(&first, &second);
        return (!is_subject).then_some(0);
    }
    let is_last = !before.ends_with(':') && only_tokens(after, last_word, context);
    is_last.then(|| usize::from(after.starts_with(',')))
}

/// Whether nothing but names, tags, dates and closing marks is left of a line.
fn only_tokens(text: &str, last_word: &mut usize, context: &Context<'_>) -> bool {
    if *last_word > 0 && text.len() >= *last_word {
        return false;
    }
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || CLOSING.contains(&c));
        match Token::bare(rest, context) {
            Some(token) => rest = slice(rest, token.length..),
            None if rest.is_empty() => return true,
            None => {
                *last_word = rest.len();
                return false;
            }
        }
    }
}

/// How many bytes join the name before them to one after them.
fn joined(text: &str) -> usize {
    let after = text.strip_prefix(',').unwrap_or(text);
    let word = after.trim_start();
    let blank = word.len() < after.len();
    let joins = JOINING.iter().find_map(|join| {
        let rest = word.strip_prefix(join)?;
        rest.starts_with(char::is_whitespace).then(|| rest.trim_start())
    });
    match joins.filter(|_| blank) {
        Some(rest) => text.len() - rest.len(),
        None if after.len() < text.len() && blank => text.len() - word.len(),
        None => 0,
    }
}

fn name_length(text: &str, context: &Context<'_>) -> Option<usize> {
    let token = Token::bare(text, context)?;
    matches!(token.means, Means::Name(_)).then_some(token.length)
}
