//! How somebody is reached: e-mail addresses, also spelled out, telephone numbers, user names, tags and links.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::contact::{Contact, is_public, put};
use super::email::{Address, HOSTS, addresses};
use super::user_name::is_labelled_handle;
use super::words::{Word, plain};
use super::{KnownPeople, Mention, Naming, Who};
use crate::i18n::vocabulary::names::{WordClass, class, is_mailbox};
use crate::i18n::vocabulary::people::{
    FUNCTIONS, NUMBERED_THINGS, OFFICES, ORGANISATIONS, TAG_STARTS, hints_at_spelled, is_nobody,
};
use crate::model::FindingKind;
use crate::report::numbers;
use crate::text::slice;

/// A link with or without its scheme, up to white space.
static LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let site = r"(?:linkedin|instagram|facebook|fb|twitter|x|github|tiktok|snapchat|youtube|threads|vk|reddit|pinterest|soundcloud|steamcommunity|vimeo|medium|patreon|flickr|strava|tumblr|gitlab|bsky|mastodon|quora|discord|imgur|kick|goodreads|onlyfans|geocaching|chess)\.(?:com|net|app|social|org)/|(?:twitch|wa|t|linktr|ask|last|about|letterboxd)\.(?:tv|me|ee|fm|com)/";
    Regex::new(&format!(r"(?i)(?:https?://|www\.|\b(?:{site}))[^\s<>|]+")).ok()
});

/// The part of a link to a profile that is somebody's name there.
static PROFILE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let site = r"(?:linkedin\.com/in|instagram\.com|facebook\.com|fb\.com|vk\.com|reddit\.com/u(?:ser)?|twitter\.com|x\.com|github\.com|gitlab\.com|tiktok\.com|snapchat\.com/add|threads\.(?:net|com)|twitch\.tv|t\.me|wa\.me|linktr\.ee|youtube\.com/(?:user|c|@)|pinterest\.(?:com|se)|soundcloud\.com|steamcommunity\.com/(?:id|profiles)|vimeo\.com|medium\.com|patreon\.com|flickr\.com/(?:people|photos)|strava\.com/athletes|bsky\.app/profile|mastodon\.social|ask\.fm|last\.fm/user|about\.me|letterboxd\.com|kick\.com|onlyfans\.com|quora\.com/profile|goodreads\.com|chess\.com/member)";
    Regex::new(&format!(r"(?i)^(?:https?://)?(?:www\.|m\.)?{site}/?@?([\p{{L}}\d._-]+)/?(?:\?.*)?$")).ok()
});

/// `@name` and `#tag`.
static HANDLE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[@#][\p{L}\p{M}\d_][\p{L}\p{M}\d_.-]*").ok());

/// Words that full stops or underscores join: `karin.ohman`, `Karin_Ohman_CV`.
static JOINED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\p{L}\p{M}\d]+(?:[._-][\p{L}\p{M}\d]+)+").ok());

/// `070.174.06.90`, which in any other number would be decimals.
static DOTTED_PHONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b0\d{1,3}\.\d{2,3}\.\d{2}\.\d{2}\b").ok());

impl KnownPeople {
    /// All of them in a text, from left to right and without overlaps.
    pub(super) fn contacts(&self, text: &str, words: &[Word<'_>]) -> Vec<Contact> {
        let (mut may_be_spelled, mut has_digit, mut has_joint) = (false, false, false);
        let (mut may_be_label, mut may_be_path, mut may_be_page, mut may_log_in) =
            (false, false, false, false);
        let (mut may_be_link, mut has_handle, mut may_be_user, mut may_be_member) =
            (false, false, false, false);
        let mut may_be_encoded = false;
        let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte >= 0x80;
        // The last four bytes, so that a text is gone through once.
        let mut last = [0; 4];
        for byte in text.bytes() {
            last = [last[1], last[2], last[3], byte.to_ascii_lowercase()];
            may_be_encoded |= last[1] == b'%' && last[2].is_ascii_hexdigit() && byte.is_ascii_hexdigit();
            if is_letter(byte) {
                may_be_spelled |= hints_at_spelled(last);
                has_joint |= matches!(last[2], b'.' | b'_') && is_letter(last[1]);
                may_be_user |= last[2].is_ascii_digit();
                // A telephone number that is read out.
                has_digit |= &last == b"noll";
                may_log_in |= matches!(&last, b"logg" | b"onto" | b"natu" | b"nick" | b"alia" | b"rnam");
                may_be_member |= matches!(last[1..3], [b'u', b'/']);
                continue;
            }
            may_be_spelled |= matches!(byte, b'@' | b'(' | b'[' | b'{' | b'<') || hints_at_spelled(last);
            has_handle |= matches!(byte, b'@' | b'#');
            may_be_label |= byte == b':';
            may_be_path |= matches!(byte, b'\\' | b'~') || matches!(&last, b"ome/" | b"ers/");
            may_be_link |= match &last {
                [_, b':', b'/', b'/'] | [b'.', _, _, b'/'] => true,
                last => matches!(last, b"com/" | b"net/" | b"app/" | b"ial/" | b"www."),
            };
            may_be_page |=
                matches!(&last, b"pot." | b"ess." | b"blr." | b"ogg." | b"sky." | b"art." | b"ack.");
            has_digit |= byte.is_ascii_digit();
            may_be_member |=
                byte.is_ascii_digit() && last[2] == b'#' && (is_letter(last[1]) || last[1].is_ascii_digit());
            may_be_user |= byte == b'_' || byte.is_ascii_digit() && is_letter(last[2]);
        }
        let mut found = Vec::new();
        if may_be_encoded {
            self.encoded(text, &mut found);
        }
        if may_be_spelled {
            self.emails(text, &mut found);
        }
        if may_be_link {
            self.links(text, &mut found);
        }
        if may_be_page {
            self.pages(text, &mut found);
        }
        if may_be_path {
            self.domain_users(text, &mut found);
            self.homes(text, &mut found);
        }
        if has_handle {
            self.tags(text, words, &mut found);
        }
        if has_digit {
            self.phones(text, words, &mut found);
        }
        if may_be_member {
            self.members(text, &mut found);
        }
        let has_label = || words.iter().any(|word| is_labelled_handle(text, word));
        if may_be_user || has_joint || may_log_in || may_be_label && has_label() {
            self.named_users(text, words, &mut found);
        }
        if may_be_user {
            self.users(text, &mut found);
        }
        if has_joint {
            self.hosts(text, &mut found);
            self.joined_names(text, &mut found);
        }
        found.sort_by_key(|contact| contact.at.start);
        found
    }

    /// Names whose parts a full stop or an underscore joins: `karin.ohman` in a path, `Karin_Ohman_CV`.
    fn joined_names(&self, text: &str, found: &mut Vec<Contact>) {
        for joined in JOINED.iter().flat_map(|joined| joined.find_iter(text)) {
            if let Some((who, within)) = self.whole_within(joined.as_str()) {
                let at = joined.start() + within.start..joined.start() + within.end;
                put(found, at.clone(), Some(Mention::of(at, who, Naming::Handle)));
            } else if let Some(who) = self.called_by_joined(joined.as_str()) {
                put(found, joined.range(), Some(Mention::of(joined.range(), who, Naming::Handle)));
            }
        }
    }

    /// The one whose whole name some parts of a joined word are, and where they are in it.
    fn whole_within(&self, joined: &str) -> Option<(Who, Range<usize>)> {
        const LONGEST: usize = 3;
        let is_joint = |c: char| matches!(c, '.' | '_' | '-');
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for part in joined.split(is_joint) {
            parts.push(start..start + part.len());
            start += part.len() + 1;
        }
        // "k.ohman", "e.dun", but not "t.ex".
        let is_name = |window: &[Range<usize>]| {
            let letters = |length| window.iter().any(|at| at.len() >= length);
            window.iter().all(|at| at.len() > 1) || window.len() == 2 && letters(3)
        };
        let known = (2..=LONGEST).rev().find_map(|length| {
            parts.windows(length).filter(|window| is_name(window)).find_map(|window| {
                let within = window.first()?.start..window.last()?.end;
                Some((self.whole(slice(joined, within.clone()))?, within))
            })
        });
        known.or_else(|| {
            parts.windows(2).find_map(|pair| {
                let [one, next] = pair else { return None };
                let (first, last) = (slice(joined, one.clone()), slice(joined, next.clone()));
                let who = self.with_initial_of(first, last).or_else(|| {
                    let is_name = is_pair_of_names(first, last) || is_pair_of_names(last, first);
                    is_name.then_some(Who::Stranger)
                })?;
                Some((who, one.start..next.end))
            })
        })
    }

    /// Somebody whom others call by an initial, by a given name in full beside the surname: `ronn_melker` is M. Rönn.
    fn with_initial_of(&self, one: &str, other: &str) -> Option<Who> {
        let of = |given: &str, family: &str| {
            let given = plain(given);
            let is_called = |at: usize| {
                self.persons.get(at).is_some_and(|person| {
                    let letter = person.names.given.first().map(|word| plain(word)).unwrap_or_default();
                    person.names.given.len() == 1 && letter.len() == 1 && given.starts_with(&letter)
                })
            };
            let parts = self.index.word(&plain(family)).unwrap_or_default().iter();
            let all = parts.filter(|part| part.is_family).map(|part| part.person).filter(|at| is_called(*at));
            self.among(&all.collect::<Vec<_>>()).filter(|_| given.len() > 2)
        };
        of(one, other).or_else(|| of(other, one))
    }

    fn emails(&self, text: &str, found: &mut Vec<Contact>) {
        for Address { at, local, host } in addresses(text) {
            let known =
                self.addressed(&local).filter(|who| matches!(who, Who::One(_)) || !is_shared(&local, ""));
            let who = known.or((!is_shared(&local, &host)).then_some(Who::Stranger));
            put(found, at.clone(), who.map(|who| Mention::of(at, who, Naming::Email)));
        }
    }

    fn links(&self, text: &str, found: &mut Vec<Contact>) {
        for link in LINK.iter().flat_map(|link| link.find_iter(text)) {
            let own =
                link.as_str().trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '"', '”', '\'']);
            let at = link.start()..link.start() + own.len();
            let home = own.split('/').find_map(|part| part.strip_prefix('~')).filter(|name| !is_public(name));
            let profile = PROFILE.as_ref().and_then(|profile| profile.captures(own)?.get(1));
            let personal = profile.map(|name| name.as_str()).filter(|name| !is_public(name)).or(home);
            let segments = own.split(['/', '?', '#', '=', '&']).skip(1);
            let known = segments.filter(|part| part.len() > 3).find_map(|part| {
                let page = part.rsplit_once('.').map(|(page, _)| page);
                self.whole(part.trim_start_matches('~'))
                    .or_else(|| self.whole(page?))
                    .or_else(|| self.whole_within(part).map(|(who, _)| who))
            });
            let who = known.or(personal.map(|_| Who::Stranger)).or_else(|| self.hosted(own));
            put(found, at.clone(), who.map(|who| Mention::of(at, who, Naming::Handle)));
        }
    }

    fn tags(&self, text: &str, words: &[Word<'_>], found: &mut Vec<Contact>) {
        for tag in HANDLE.iter().flat_map(|handle| handle.find_iter(text)) {
            let own = tag.as_str().trim_end_matches(['.', '-']);
            let before = slice(text, ..tag.start()).chars().next_back();
            if before.is_some_and(char::is_alphanumeric) {
                continue;
            }
            let name = slice(own, 1..);
            let numbered = || self.numbered_tag(name).filter(|_| own.starts_with('#'));
            if let Some(who) = numbered().filter(|_| self.whole(name).is_none()) {
                let at = tag.start()..tag.start() + own.len();
                let mention = Mention { is_sure: false, ..Mention::of(at.clone(), who, Naming::Handle) };
                put(found, at, Some(mention));
                continue;
            }
            let known =
                self.whole(name).or_else(|| self.addressed(name).filter(|_| name.contains(['.', '_', '-'])));
            let is_small = own.starts_with('@') && !name.contains(char::is_uppercase);
            let called = self.called_by_handle(name).filter(|_| is_small);
            if let Some((who, is_sure)) = called.filter(|_| known.is_none()) {
                let at = tag.start()..tag.start() + own.len();
                let mention = Mention { is_sure, ..Mention::of(at.clone(), who, Naming::Handle) };
                put(found, at, Some(mention));
                continue;
            }
            let is_host = name.rsplit_once('.').is_some_and(|(_, top)| HOSTS.contains(&top));
            let is_person = own.starts_with('@')
                && !is_host
                && !is_nobody(&name.to_lowercase())
                && name.chars().nth(2).is_some()
                && !is_public(name);
            let known = known.or_else(|| self.named_within(name).filter(|_| own.starts_with('#')));
            let is_word = !name.contains(['_', '.']) && !name.contains(|c: char| c.is_ascii_digit());
            let who = match known {
                Some(who) => who,
                // "@Eva" is how a speaker is written down: the name itself is looked for.
                None if is_word
                    && (class(&name.to_lowercase()).is(WordClass::GIVEN)
                        || name.starts_with(char::is_uppercase) && !is_glued_by_capitals(name)) =>
                {
                    continue;
                }
                None if is_person && name.contains(char::is_alphabetic) => Who::Stranger,
                None => continue,
            };
            let at = tag.start()..tag.start() + own.len();
            if who == Who::Stranger && self.is_office_account(words, &at) {
                continue;
            }
            put(found, at.clone(), Some(Mention::of(at, who, Naming::Handle)));
        }
    }

    /// Whom a tag in small letters means that is a surname which is another word too, with a year or not:
    /// `#hammar2026`.
    fn numbered_tag(&self, tag: &str) -> Option<Who> {
        const MOST_DIGITS: usize = 4;
        let word = tag.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = tag.len() - word.len();
        let folded = word.to_lowercase();
        let is_numbered = (1..=MOST_DIGITS).contains(&digits) && !NUMBERED_THINGS.contains(&folded);
        let parts = self.index.word(&folded)?.iter().filter(|part| part.is_family);
        let is_surname = class(&folded).is(WordClass::SURNAME) && !class(&folded).is(WordClass::PLACE);
        let persons: Vec<usize> = parts.map(|part| part.person).collect();
        self.among(&persons).filter(|_| is_numbered || digits == 0 && is_surname)
    }

    /// Whom a part of a tag names: `TeamKarin`, `hejaebba`.
    fn named_within(&self, tag: &str) -> Option<Who> {
        let lower = tag.to_lowercase();
        let start =
            TAG_STARTS.iter().filter(|start| lower.starts_with(**start)).max_by_key(|start| start.len());
        let rest = start.and_then(|start| lower.get(start.len()..));
        let mut capitals: Vec<usize> =
            tag.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at).collect();
        capitals.push(tag.len());
        let parts = capitals.windows(2).filter(|_| is_glued_by_capitals(tag));
        let parts = parts.filter_map(|pair| tag.get(*pair.first()?..*pair.last()?)).map(str::to_lowercase);
        let named = |part: &str| {
            let known = class(part);
            let is_other = known.is_ambiguous() || known.is(WordClass::PLACE.or(WordClass::COMMON));
            let persons = self.index.word(part).unwrap_or_default().iter().map(|part| part.person);
            self.among(&persons.collect::<Vec<_>>())
                .or((known.is(WordClass::GIVEN) && !is_other).then_some(Who::Stranger))
        };
        parts
            .chain(rest.map(str::to_owned))
            .filter(|part| part.chars().nth(2).is_some())
            .find_map(|part| named(&part))
    }

    fn phones(&self, text: &str, words: &[Word<'_>], found: &mut Vec<Contact>) {
        let numbers = numbers::find(text).into_iter().filter(|(kind, _)| *kind == FindingKind::Phone);
        let dotted = DOTTED_PHONE.iter().flat_map(|phone| phone.find_iter(text)).map(|phone| phone.range());
        for at in numbers.map(|(_, at)| at).chain(dotted) {
            let mention = (!self.is_office_phone(text, words, &at))
                .then(|| Mention::of(at.clone(), Who::Stranger, Naming::Phone));
            put(found, at, mention);
        }
    }

    /// Whether this word is the whole name of a person.
    pub(super) fn is_glued(&self, at: usize, word: &str) -> bool {
        self.persons.get(at).is_some_and(|person| {
            let all = |one: &[String], other: &[String]| [one.concat(), other.concat()].concat();
            let (given, family) = (&person.names.given, &person.names.family);
            [all(given, family), all(family, given)].iter().any(|own| own == word || plain(own) == word)
        })
    }

    /// The one whose whole name these letters are: `asa-lind`.
    pub(super) fn whole(&self, letters: &str) -> Option<Who> {
        let plain = plain(letters);
        let all = self.index.handle(&self.persons, &plain);
        let all: Vec<usize> = all
            .iter()
            .copied()
            .filter(|at| {
                plain.len() > 3 || self.persons.get(*at).is_some_and(|person| person.names.family.is_empty())
            })
            .collect();
        self.among(&all)
    }

    /// Whose address begins with this local part.
    pub(super) fn addressed(&self, local: &str) -> Option<Who> {
        let known = self.index.handle(&self.persons, &plain(local));
        if !known.is_empty() {
            return self.among(known);
        }
        let parts: Vec<String> = local.split(['.', '_', '-', '+']).map(plain).collect();
        self.with_all(&parts).or_else(|| {
            let named = |part: &String| part.len() > 1 && self.index.word(part).is_some();
            parts.iter().any(named).then_some(Who::Somebody)
        })
    }

    /// The only one who has all these words in the name: `anna.lindqvist` is Anna Berg Lindqvist, `maj-britt` is
    /// Maj-Britt Ek.
    fn with_all(&self, parts: &[String]) -> Option<Who> {
        let [first, _, ..] = parts else { return None };
        let has = |at: usize, word: &String| {
            self.index.word(word).unwrap_or_default().iter().any(|part| part.person == at)
        };
        let persons = self.index.word(first).unwrap_or_default().iter().map(|part| part.person);
        let all: Vec<usize> = persons.filter(|at| parts.iter().all(|part| has(*at, part))).collect();
        self.among(&all).filter(|who| matches!(who, Who::One(_)))
    }
}

/// Whether two words are a given name and a surname and hardly anything else: `sonja`, `wik`.
fn is_pair_of_names(given: &str, family: &str) -> bool {
    let (given, family) = (class(&given.to_lowercase()), class(&family.to_lowercase()));
    let other = WordClass::NO_NAME.or(WordClass::COMMON).or(WordClass::ABBREVIATION);
    given.is(WordClass::GIVEN)
        && !given.is_ambiguous()
        && !given.is(other)
        && family.is(WordClass::SURNAME)
        && !family.is(other)
}

/// Whether a word has a capital after a small letter: `BirgerPaLagret`.
fn is_glued_by_capitals(word: &str) -> bool {
    let mut chars = word.chars().peekable();
    std::iter::from_fn(|| chars.next().map(|c| (c, chars.peek().copied())))
        .any(|(c, next)| c.is_lowercase() && next.is_some_and(char::is_uppercase))
}

/// Whether an address belongs to a function: `info@`, `kommun@`, `helsingborg@helsingborg.se`.
fn is_shared(local: &str, domain: &str) -> bool {
    let plain_local = plain(local);
    let host = domain.split('.').next().unwrap_or_default();
    let own = local.split('+').next().unwrap_or_default();
    let mut parts = own.split(['.', '-', '_']).map(plain);
    parts.any(|part| is_mailbox(&part) || is_function(&part))
        || is_public(local)
        || plain(host) == plain_local
}

/// Whether letters without dots are the word for a body, an office or what it does: "elevhalsan", "skolskjuts".
fn is_function(part: &str) -> bool {
    static ENDINGS: LazyLock<Vec<String>> = LazyLock::new(|| {
        let all = ORGANISATIONS.iter().chain(OFFICES.iter()).chain(FUNCTIONS.iter());
        all.map(|word| plain(word.trim_start_matches('*'))).filter(|word| word.len() > 4).collect()
    });
    part.len() > 5 && ENDINGS.iter().any(|end| part.ends_with(end.as_str()))
}
