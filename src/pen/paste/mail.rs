//! Which rows of a mail are no notes: greetings, the closing with what is under it, and the heads of quoted mails.
//!
//! A guess, and shown as one: such a row is proposed to be left out, and one key takes it all the same.

use super::PastedLine;
use crate::i18n::dates;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::mail::{
    ADDED, CLOSINGS, COURTESIES, FORWARDED, GREETINGS, HEADS, SENDERS, WROTE,
};

/// The most rows under a closing that can be a signature: name, title, unit, address, telephone, mail, page.
const SIGNATURE: usize = 10;
/// The most words of a row of a signature.
const SHORT: usize = 9;

/// For each row, whether it belongs to the mail rather than to the notes in it.
pub(super) fn is_of_mail(lines: &[PastedLine]) -> Vec<bool> {
    let mut found = vec![false; lines.len()];
    let mut under = 0;
    let mut opens = true;
    let mut is_quoted = false;
    for (at, line) in lines.iter().enumerate() {
        let text = fold(&line.words);
        let is_over_quote = is_over_quote(&text);
        // All rows of a quotation are marked, directly under its head.
        is_quoted = is_over_quote || is_quoted && line.words.starts_with('>');
        if is_over_quote || is_head(lines, at) {
            (under, opens) = (0, true);
        } else if opens && is_greeting(&text) {
            under = 0;
        } else if !line.is_listed && is_closing(&line.words) {
            under = SIGNATURE;
        } else if under > 0 && !line.is_listed && is_short(&text) {
            under -= 1;
        } else {
            under = 0;
            opens = false;
            let is_quote = is_quoted && !is_of_the_pen(&line.words);
            if !is_quote && !is_added(&text) && (!is_courtesy(&text) || line.is_listed) {
                continue;
            }
        }
        if let Some(found) = found.get_mut(at) {
            *found = true;
        }
    }
    found
}

/// "Hej Karin!", "Hej alla,": short, and no question.
fn is_greeting(text: &str) -> bool {
    let begins = GREETINGS.iter().any(|greeting| begins_with_words(text, greeting));
    let words = text.split_whitespace().count();
    let is_called = text.ends_with(['!', ',']);
    begins && !text.contains([':', '?']) && (words <= 2 || (words <= 6 && is_called))
}

/// "Med vänlig hälsning", alone or with a name behind it; "/Karin"; the two dashes over a signature.
fn is_closing(words: &str) -> bool {
    let text = fold(words);
    if let Some(signed) = words.strip_prefix('/') {
        let signed = signed.trim_start_matches('/').trim_start();
        return signed.starts_with(char::is_uppercase) && signed.split_whitespace().count() <= 3;
    }
    let is_name = |rest: &str| {
        let words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let names = || words.clone().filter(|word| !SENDERS.contains(word));
        names().count() <= 4 && names().all(|name| name.starts_with(char::is_uppercase))
    };
    let closes = |closing: &str| {
        let after = text.strip_prefix(closing).filter(|rest| !rest.starts_with(char::is_alphanumeric));
        after.is_some_and(|rest| is_name(words.get(words.len().saturating_sub(rest.len())..).unwrap_or(rest)))
    };
    text == "--" || CLOSINGS.iter().any(|closing| closes(closing))
}

fn is_courtesy(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    COURTESIES.contains(&bare)
}

fn is_added(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) || ADDED.iter().any(|added| text.starts_with(added))
}

/// A row of a signature is short and no sentence that goes on.
fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= SHORT && !text.starts_with("ps") && !text.ends_with(['?', '!'])
}

/// Whether a row that begins as a quotation has a name or a date as the pen writes them: then it is a promise.
fn is_of_the_pen(words: &str) -> bool {
    words.split_whitespace().any(|word| word.starts_with(['@', '<', '#']) && word.chars().count() > 1)
}

/// Whether the row is over a mail that is quoted: "Den 3 mars skrev Karin:", "-----Ursprungligt meddelande-----".
fn is_over_quote(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let wrote = text.strip_suffix(':').is_some_and(|text| {
        WROTE.iter().any(|wrote| text.ends_with(wrote) || text.contains(&format!(" {wrote} ")))
    });
    let is_dated = || text.contains('@') || !dates::find(text, None).is_empty();
    wrote && is_dated() || FORWARDED.contains(&bare)
}

/// Whether the row is one of several that begin with the labels of a mail, one of which names who wrote it.
fn is_head(lines: &[PastedLine], at: usize) -> bool {
    let label = |at: usize| {
        let (label, _) = lines.get(at)?.words.split_once(':')?;
        Some(fold(label.trim())).filter(|label| HEADS.contains(&label.as_str()))
    };
    if label(at).is_none() {
        return false;
    }
    let first = (0..at).rev().take_while(|at| label(*at).is_some()).last().unwrap_or(at);
    let labels: Vec<String> = (first..lines.len()).map_while(label).collect();
    labels.len() > 1 && labels.iter().any(|label| SENDERS.contains(&label.as_str()))
}

/// Whether a text begins with these words, and no longer ones.
fn begins_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
