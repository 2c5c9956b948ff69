//! E-mail addresses in a text, also those that are written so that no machine shall read them: `eva (at) exempel punkt
//! se`. It does not know whose they are.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::words::plain;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{SPELLED_AT, SPELLED_DOT};
use crate::text::slice;

/// An address, with its parts as a computer would have them.
#[derive(Debug)]
pub(super) struct Address {
    /// Its range in bytes.
    pub at: Range<usize>,
    /// What is before the `@`: `eva.ek`.
    pub local: String,
    /// What is after it: `exempel.se`.
    pub host: String,
}

/// Opening and closing brackets around what is spelled out.
const BRACKETS: (&str, &str) = (r"\s*[(\[{<]\s*", r"\s*[)\]}>]\s*");

/// `.`, `(punkt)`, ` dot `.
static DOT: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&format!("(?i){}", dot())).ok());

fn dot() -> String {
    let (open, close) = BRACKETS;
    format!(r"(?:\.|\s\.\s|{open}(?:{SPELLED_DOT}|\.){close}|\s+(?:{SPELLED_DOT})\s+)")
}

/// A local part, what is for `@`, and a host. What is in the first group of the two can hardly be anything else.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let dot = dot();
    let (sure, likely) = (sure(), likely());
    let local = format!(r"[\p{{L}}\p{{M}}\d_%+.-]+(?:{dot}[\p{{L}}\p{{M}}\d_-]+)*");
    // Where the dots are dots, a word that is one belongs to the sentence.
    let part = r"[\p{L}\p{M}\d-]+";
    // The boundary is that of ASCII, which a search that looks at each byte once can see.
    let spaced = r"\s\.(?:se|com|nu|org|net)(?-u:\b)";
    let host = format!(r"{part}(?:\.{part})+|{part}{spaced}|{part}(?:{dot}{part})+");
    Regex::new(&format!(r"(?i)({local})(?:({sure})|{likely})({host})")).ok()
});

/// What is for `@` alone: most texts have nothing of the kind, and are not searched for more.
static AT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(&format!("(?i){}|{}", sure(), likely())).ok());

/// What can hardly be anything else than an `@`.
fn sure() -> String {
    let (open, close) = BRACKETS;
    format!(r"@|\s+@\s+|{open}(?:at|@|{SPELLED_AT}){close}|\s+(?:{SPELLED_AT})\s+")
}

/// What may be words of a sentence.
fn likely() -> String {
    let (open, close) = BRACKETS;
    format!(r"{open}a{close}|\s+(?:at|hos)\s+|[_-]at[_-]|\s+@|@\s+")
}

/// The ends of hosts in a text about Sweden.
pub(super) const HOSTS: &[&str] = &["se", "com", "nu", "org", "net", "eu", "no", "dk", "fi", "info"];

/// Those in a text, from left to right.
pub(super) fn addresses(text: &str) -> Vec<Address> {
    let mut found = Vec::new();
    if !AT.as_ref().is_some_and(|at| at.is_match(text)) {
        return found;
    }
    let mut from = 0;
    while let Some(captures) = ADDRESS.as_ref().and_then(|address| address.captures_at(text, from)) {
        let (Some(local), Some(host)) = (captures.get(1), captures.get(3)) else { break };
        from = host.end();
        if slice(text, host.end()..).starts_with('@') {
            // "Eva @ eva.ek@exempel.se".
            from = host.start();
            continue;
        }
        let domain = host.as_str().trim_end_matches('-');
        let own = local.as_str().trim_start_matches(['.', '-', '_', '+', '%']);
        let at = local.end() - own.len()..host.start() + domain.len();
        let (local, host) = (undotted(own), undotted(domain));
        let top = host.rsplit('.').next().unwrap_or_default();
        let is_top = top.chars().count() >= 2 && top.chars().all(char::is_alphabetic);
        let is_sure = captures.get(2).is_some();
        let is_likely = || HOSTS.contains(&top.to_lowercase().as_str()) && is_local(&local);
        if is_top && !local.is_empty() && (is_sure || is_likely()) {
            found.push(Address { at, local, host });
        }
    }
    found
}

/// A part of an address with its dots as such.
fn undotted(written: &str) -> String {
    DOT.as_ref().map_or_else(|| written.to_owned(), |dot| dot.replace_all(written, ".").into_owned())
}

/// Whether a word is as local parts are, and not a word before "at": "anna.ek", "fredde78", "anna".
fn is_local(local: &str) -> bool {
    let name = class(&plain(local)).or(class(&local.to_lowercase()));
    local.contains(['.', '_']) || local.contains(|c: char| c.is_ascii_digit()) || name.is(WordClass::GIVEN)
}
