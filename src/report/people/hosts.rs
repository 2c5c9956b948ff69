//! The names of persons in what computers are called by, where nothing says that it is one: the name of somebody's site
//! (`www.zeynepcelik.se`), and a user name of several words (`eva.lotta`, `person_lind`).

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::contact::{Contact, is_apart, is_public, put};
use super::email::HOSTS;
use super::words::plain;
use super::{KnownPeople, Mention, Naming, Who};
use crate::i18n::vocabulary::names::{WordClass, class, given_names, surnames};
use crate::i18n::vocabulary::people::FILES;
use crate::i18n::vocabulary::subjects::{is_function_word, person};
use crate::text::slice;

/// The name of a site, with what may be before it. Its boundary is that of ASCII, which a search that looks at each
/// byte once can see: what is beside a match is looked at then.
static HOST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let top = "se|com|nu|net|org|eu|io|me|info|blog|site|online";
    Regex::new(&format!(r"(?i)[\p{{L}}\d][\p{{L}}\d-]*\.(?:[\p{{L}}\d-]+\.)*(?:{top})(?-u:\b)")).ok()
});

/// How long the parts of a name are at least that nothing separates, so that they are hardly anything else.
const SHORTEST: usize = 4;

/// Given names and surnames as addresses have them.
struct PlainNames {
    given: HashSet<String>,
    family: HashSet<String>,
}

static NAMES: LazyLock<PlainNames> = LazyLock::new(|| PlainNames {
    given: given_names().map(plain).collect(),
    family: surnames().map(plain).collect(),
});

impl KnownPeople {
    /// Sites that are called after somebody.
    pub(super) fn hosts(&self, text: &str, found: &mut Vec<Contact>) {
        for host in HOST.iter().flat_map(|host| host.find_iter(text)) {
            if !is_apart(text, &host.range()) {
                continue;
            }
            if let Some(who) = self.hosted(host.as_str()) {
                put(found, host.range(), Some(Mention::of(host.range(), who, Naming::Handle)));
            }
        }
    }

    /// Whose name is in that of the site of an address.
    pub(super) fn hosted(&self, address: &str) -> Option<Who> {
        let host = address.split_once("://").map_or(address, |(_, rest)| rest);
        let (labels, _) = host.split(['/', '?', '#', ':']).next()?.rsplit_once('.')?;
        let of_label = |label: &str| {
            let is_name = || label.chars().nth(SHORTEST).is_some() && !is_public(label);
            self.whole(label)
                .filter(|_| is_name())
                .or_else(|| is_name_in_full(label).then_some(Who::Stranger))
        };
        labels.split('.').filter(|label| !label.eq_ignore_ascii_case("www")).find_map(of_label)
    }

    /// Whom a word of several parts in small letters names by one of them: `person_lind` where somebody is called Lind,
    /// `eva.lotta`.
    pub(super) fn called_by_joined(&self, joined: &str) -> Option<Who> {
        let parts: Vec<&str> = joined.split(['.', '_', '-']).collect();
        let is_small = |part: &&str| part.chars().all(|c| c.is_lowercase() && c.is_alphabetic());
        let end = parts.last()?;
        if !parts.iter().all(is_small) || joined.contains('-') || HOSTS.contains(end) || FILES.contains(end) {
            return None;
        }
        let is_known = |part: &&str| {
            let is_word = is_function_word(part) || class(part).is(WordClass::SMALL);
            part.chars().nth(2).is_some() && !is_word && self.index.word(part).is_some()
        };
        let is_listed = |part: &&str| {
            part.chars().nth(2).is_some()
                && (NAMES.given.contains(&plain(part)) || NAMES.family.contains(&plain(part)))
        };
        let is_only_name = |part: &&str| {
            let known = class(part);
            is_listed(part)
                && !known.is_ambiguous()
                && !known.is(WordClass::PLACE.or(WordClass::COMMON))
                && !is_function_word(part)
        };
        let is_user_name = joined.contains('_');
        if parts.iter().any(is_known)
            && (is_user_name || parts.iter().all(|part| is_known(part) || is_listed(part)))
        {
            return Some(Who::Somebody);
        }
        // "person_lind"
        if is_user_name && parts.iter().any(|part| person(part).is_some()) && parts.iter().any(is_listed) {
            return Some(Who::Stranger);
        }
        let is_name = if is_user_name { parts.iter().any(is_only_name) } else { parts.iter().all(is_listed) };
        (is_name && parts.iter().any(is_only_name)).then_some(Who::Stranger)
    }
}

/// Whether letters are a given name and a surname, with a hyphen between or with nothing: `anna-lind`, `zeynepcelik`.
fn is_name_in_full(label: &str) -> bool {
    let is_name = |given: &str, family: &str| NAMES.given.contains(given) && NAMES.family.contains(family);
    if let Some((given, family)) = label.split_once('-') {
        return is_name(&plain(given), &plain(family));
    }
    let letters = plain(label);
    let is_other = class(&label.to_lowercase()) != WordClass::default() || is_public(label);
    let are_names = |at: usize| {
        let (given, family) = (slice(&letters, ..at), slice(&letters, at..));
        is_name(given, family) && !class(family).is(WordClass::PLACE)
    };
    !is_other && (SHORTEST..letters.len().saturating_sub(SHORTEST - 1)).any(are_names)
}
