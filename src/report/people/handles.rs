//! What somebody is called where people have user names: in chats, forums and games, on pages of their own, in the
//! paths of files.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::contact::{Contact, is_public, put};
use super::email::HOSTS;
use super::words::Word;
use super::{KnownPeople, Mention, Naming, Who};
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::{WordClass, class, is_verb_by_form};
use crate::i18n::vocabulary::people::{
    AFTER_USERS, AS_CALLED, AS_USUAL, BEFORE_HANDLES, CALLED, FILES, HANDLE_LABELS, HOME_FOLDERS, LOGGED_IN,
    NICKS, ON_PLATFORM, PLATFORMS, PROFILES, QUOTED_AFTER, SHARED_FOLDERS, USER_LABELS,
};
use crate::i18n::vocabulary::subjects::{is_function_word, person};
use crate::text::slice;

/// How many words may be between a label and a user name: "insta: hon heter".
const MOST_BETWEEN: usize = 3;

/// The name of somebody's own page under that of a site: `evaskriver.blogg.se`.
static OWN_PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let site = r"(?:blogspot\.(?:com|se)|wordpress\.com|tumblr\.com|blogg\.se|bsky\.social|deviantart\.com|substack\.com|webblogg\.se)";
    Regex::new(&format!(r"(?i)\b@?([\p{{L}}\d_-]+)\.{site}\b")).ok()
});

/// Letters with digits or an underscore, as user names are written.
static USER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b[\p{L}\d_]*[\d_][\p{L}\d_]*\b").ok());

/// Somebody's own folder in a path: `\\server\hem\evaek`, `/home/evaek`.
static HOME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i)(?:\\(?:{HOME_FOLDERS})\\|/(?:home|users)/|~)([\p{{L}}\d][\p{{L}}\d._-]*)"))
        .ok()
});

/// What somebody is called between quotation marks: `signaturen ”Arg i Berga”`.
static QUOTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let mark = r#"["”“'»«]"#;
    Regex::new(&format!(r#"(?i)\b(?:{QUOTED_AFTER}):?\s+{mark}([^"”“'»«\n]{{2,30}}){mark}"#)).ok()
});

/// What a user name may be written with.
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\p{L}\d][\p{L}\d._-]*").ok());

/// `name#1234`, `u/name`: as chats and forums have them.
static MEMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b[\p{L}\d_.]{2,32}#\d{4}\b|\bu/[\p{L}\d_-]{3,}").ok());

impl KnownPeople {
    /// Somebody's own page under that of a site.
    pub(super) fn pages(&self, text: &str, found: &mut Vec<Contact>) {
        for page in OWN_PAGE.iter().flat_map(|page| page.captures_iter(text)) {
            let (Some(whole), Some(name)) = (page.get(0), page.get(1)) else { continue };
            if !is_public(name.as_str()) && !name.as_str().eq_ignore_ascii_case("www") {
                let who = self.whole(name.as_str()).unwrap_or(Who::Stranger);
                put(found, whole.range(), Some(Mention::of(whole.range(), who, Naming::Handle)));
            }
        }
    }

    /// Somebody's own folder.
    pub(super) fn homes(&self, text: &str, found: &mut Vec<Contact>) {
        for home in HOME.iter().flat_map(|home| home.captures_iter(text)).filter_map(|home| home.get(1)) {
            let own = home.as_str().trim_end_matches(['.', '-', '_']);
            let is_somebody = own.chars().filter(|c| c.is_alphabetic()).nth(2).is_some();
            let at = home.start()..home.start() + own.len();
            let free =
                !slice(text, ..at.start).ends_with('~') || !own.starts_with(|c: char| c.is_ascii_digit());
            if is_somebody && free && !is_public(own) && !SHARED_FOLDERS.contains(&own.to_lowercase()) {
                let who = self.whole(own).or_else(|| self.addressed(own)).unwrap_or(Who::Stranger);
                put(found, at.clone(), Some(Mention::of(at, who, Naming::Handle)));
            }
        }
    }

    /// Somebody in a chat or a forum.
    pub(super) fn members(&self, text: &str, found: &mut Vec<Contact>) {
        for member in MEMBER.iter().flat_map(|member| member.find_iter(text)) {
            let name = member.as_str().trim_start_matches("u/").split('#').next().unwrap_or_default();
            if !is_public(name) {
                let who = self.whole(name).unwrap_or(Who::Stranger);
                put(found, member.range(), Some(Mention::of(member.range(), who, Naming::Handle)));
            }
        }
    }

    /// User names by the words near them: after a label ("Insta: lindakokar"), or with digits where a place on the web
    /// is named that has such.
    pub(super) fn named_users(&self, text: &str, words: &[Word<'_>], found: &mut Vec<Contact>) {
        let has_platform = words.iter().any(|word| PLATFORMS.contains(&word.folded));
        let is_label = |word: &Word<'_>| is_handle_label(&word.folded) || CALLED.contains(&word.folded);
        if !has_platform && !words.iter().any(is_label) {
            return;
        }
        for quoted in QUOTED.iter().flat_map(|quoted| quoted.captures_iter(text)).filter_map(|it| it.get(1)) {
            let who = self.whole(quoted.as_str()).unwrap_or(Who::Stranger);
            put(found, quoted.range(), Some(Mention::of(quoted.range(), who, Naming::Handle)));
        }
        for token in TOKEN.iter().flat_map(|token| token.find_iter(text)) {
            let own = token.as_str().trim_end_matches(['.', '-']);
            let at = token.start()..token.start() + own.len();
            let letters = own.chars().filter(|c| c.is_alphabetic()).count();
            let is_tag = slice(text, ..at.start).ends_with(['@', '#']);
            let before = words.partition_point(|word| word.at.end <= at.start);
            let is_word = words.get(before).is_some_and(|word| word.at.start == at.start);
            if letters < 3 || is_tag || !is_word || is_public(own) {
                continue;
            }
            let last = before.checked_sub(1).and_then(|at| words.get(at));
            let between = words.get(..before).unwrap_or_default().iter().rev();
            let is_between =
                |word: &&Word<'_>| BEFORE_HANDLES.contains(&word.folded) && !is_handle_label(&word.folded);
            let between = between.take(MOST_BETWEEN).take_while(is_between).count();
            let label = before.checked_sub(1 + between).and_then(|at| words.get(at));
            let is_joined = || {
                own.contains('_') || is_dotted_name(own) || {
                    own.ends_with(|c: char| c.is_ascii_digit())
                        && own.starts_with(char::is_lowercase)
                        && own.chars().all(char::is_alphanumeric)
                }
            };
            let Some(label) = label.filter(|label| label.at.end < at.start) else {
                if has_platform && is_joined() {
                    self.enter_handle(own, at, words, found);
                }
                continue;
            };
            let gap = slice(text, label.at.end..at.start);
            let is_near = if between > 0 {
                !gap.contains(['.', '!', '?', ';', ',', '\n'])
            } else {
                gap.chars().all(|c| matches!(c, ' ' | ':' | '=' | '–' | '-' | '(' | '@' | '"' | '”' | '\''))
            };
            let names = words.get(before - between..before).unwrap_or_default();
            let is_called =
                CALLED.contains(&label.folded) && names.iter().any(|word| AS_CALLED.contains(&word.folded));
            let is_labelled = is_near && (is_handle_label(&label.folded) || is_called);
            let is_marked = own.contains('_')
                || own.contains(|c: char| c.is_ascii_digit())
                || is_dotted_name(own)
                || gap.starts_with(':') && own.contains('.');
            // A token may be several words: "kattis.m".
            let after = words.partition_point(|word| word.at.start < at.end);
            let next = words.get(after);
            // "nicket sniperjocke", "inloggad som sabkar när …"
            let is_sole = || {
                next.is_none_or(|next| {
                    slice(text, at.end..next.at.start) != " "
                        || is_function_word(&next.folded)
                        || AFTER_USERS.contains(&next.folded)
                })
            };
            let is_other = || {
                let folded = own.to_lowercase();
                let is_verb = is_verb_by_form(&folded) && !is_sole();
                own.contains(char::is_uppercase) || is_function_word(&folded) || is_verb
            };
            let is_plain = own.is_ascii() && gap.starts_with(':') && !is_other();
            let is_login =
                || is_near && between > 0 && LOGGED_IN.contains(&label.folded) && is_user_name(own);
            let is_nick = || {
                is_near
                    && NICKS.contains(&label.folded)
                    && is_user_name(own)
                    && !is_verb_by_form(&own.to_lowercase())
            };
            // "heter kattis på insta"
            let is_there = || {
                next.is_some_and(|on| on.folded == ON_PLATFORM)
                    && words.get(after + 1).is_some_and(|word| PLATFORMS.contains(&word.folded))
                    && last.is_some_and(|last| AS_CALLED.contains(&last.folded))
                    && is_user_name(own)
            };
            if is_labelled && (is_marked || is_plain)
                || has_platform && is_joined()
                || is_sole() && (is_login() || is_nick())
                || is_there()
            {
                self.enter_handle(own, at, words, found);
            }
        }
    }

    /// Enters a user name, unless it is that of an office.
    fn enter_handle(&self, own: &str, at: Range<usize>, words: &[Word<'_>], found: &mut Vec<Contact>) {
        if !self.is_office_account(words, &at) {
            let who = self.whole(own).unwrap_or(Who::Stranger);
            put(found, at.clone(), Some(Mention::of(at, who, Naming::Handle)));
        }
    }

    pub(super) fn users(&self, text: &str, found: &mut Vec<Contact>) {
        for user in USER.iter().flat_map(|user| user.find_iter(text)) {
            let own = user.as_str();
            let letters = own.chars().filter(|c| c.is_alphabetic()).count();
            if letters < 3 {
                continue;
            }
            let known = self.whole(own);
            let is_pattern = letters == 6
                && own.len() == 8
                && own.chars().take(6).all(|c| c.is_ascii_lowercase())
                && own.bytes().skip(6).all(|byte| byte.is_ascii_digit());
            let before = slice(text, ..user.start()).trim_end_matches([' ', ':', '\u{a0}']).to_lowercase();
            let is_labelled = USER_LABELS.iter().any(|label| before.ends_with(label));
            if known.is_some() || is_pattern || is_labelled {
                let who = known.unwrap_or(Who::Stranger);
                put(found, user.range(), Some(Mention::of(user.range(), who, Naming::Handle)));
            }
        }
    }
}

/// Whether a word is a label of user names, with a colon after it.
pub(super) fn is_labelled_handle(text: &str, word: &Word<'_>) -> bool {
    slice(text, word.at.end..).starts_with(':') && is_handle_label(&word.folded)
}

/// Whether a user name follows such a word: "användarnamn", "instakonto", "TikTok-profilen".
fn is_handle_label(folded: &str) -> bool {
    HANDLE_LABELS.contains(folded)
        || PROFILES.ends(folded) && PLATFORMS.iter().any(|platform| folded.starts_with(platform))
}

/// Whether a token is two words with a full stop between, and no abbreviation, host or file: "kattis.m".
fn is_dotted_name(own: &str) -> bool {
    let Some((first, last)) = own.split_once('.') else { return false };
    let is_small = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let end = last.rsplit('.').next().unwrap_or_default();
    first.len() > 3 && is_small(first) && is_small(last) && !HOSTS.contains(&end) && !FILES.contains(end)
}

/// Whether a token in small letters is no word that is known, so that it may be a user name: "sabkar".
fn is_user_name(own: &str) -> bool {
    (4..=12).contains(&own.len())
        && own.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        && class(own) == WordClass::default()
        && person(own).is_none()
        && !is_role(own)
        && !is_function_word(own)
        && !AS_USUAL.contains(own)
}
