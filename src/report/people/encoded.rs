//! Names in what is written as computers write it in links and names of files: `karin.%C3%B6hman`, `Karin%20Ek.pdf`.

use super::contact::{Contact, put};
use super::{KnownPeople, Mention, Naming};
use crate::text::slice;

impl KnownPeople {
    /// Everything between spaces that names somebody when it is decoded (RFC 3986, 2.1).
    pub(super) fn encoded(&self, text: &str, found: &mut Vec<Contact>) {
        let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '|' | '"' | '”' | '(' | ')');
        let mut start = 0;
        for token in text.split(is_end) {
            let at = start..start + token.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len();
            start +=
                token.len() + slice(text, start + token.len()..).chars().next().map_or(0, char::len_utf8);
            let Some(decoded) = decoded(slice(text, at.clone())) else { continue };
            // "gun%20hammar": two words that are other words too, but the whole name of somebody
            let whole = decoded.split(['/', '?', '=', '&', '#']).filter(|part| part.contains([' ', '+']));
            if let Some(who) =
                whole.filter_map(|part| part.split('.').next()).find_map(|part| self.whole(part))
            {
                put(found, at.clone(), Some(Mention::of(at, who, Naming::Handle)));
                continue;
            }
            let spaced = decoded.replace(['/', '?', '=', '&', '+', '%', '#'], " ");
            let named = self.find(&spaced).into_iter().find(|mention| mention.is_sure);
            if let Some(mention) = named {
                put(found, at.clone(), Some(Mention::of(at, mention.who, Naming::Handle)));
            }
        }
    }
}

/// What is written with `%` and two hexadecimal digits for bytes; `None` where nothing is, or where it is no text.
fn decoded(token: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(token.len());
    let mut rest = token.as_bytes();
    let mut is_encoded = false;
    while let [first, after @ ..] = rest {
        let byte = after
            .first_chunk::<2>()
            .filter(|_| *first == b'%')
            .and_then(|digits| u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok());
        is_encoded |= byte.is_some();
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { after.get(2..)? } else { after };
    }
    String::from_utf8(bytes).ok().filter(|_| is_encoded)
}
