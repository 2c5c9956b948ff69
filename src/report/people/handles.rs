//! What somebody is called where people have user names: in chats, forums and games, on pages of their own, in the
//! paths of files.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::contact::{Contact, is_apart, is_public, put};
use super::user_name::{UserToken, is_account, is_handle_label, tokens};
use super::words::Word;
use super::{KnownPeople, Mention, Naming, Who};
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::i18n::vocabulary::people::{
    ACCESS, CALLED, HOME_FOLDERS, NUMBERED_THINGS, PLATFORMS, QUOTED_AFTER, SHARED_FOLDERS, USER_LABELS,
};
use crate::i18n::vocabulary::subjects::is_function_word;
use crate::text::slice;

/// The name of somebody's own page under that of a site: `evaskriver.blogg.se`.
static OWN_PAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let site = r"(?:blogspot\.(?:com|se)|wordpress\.com|tumblr\.com|blogg\.se|bsky\.social|deviantart\.com|substack\.com|webblogg\.se)";
    Regex::new(&format!(r"(?i)\b@?([\p{{L}}\d_-]+)\.{site}\b")).ok()
});

/// Letters with digits or an underscore, as user names are written.
static USER: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\p{L}\d_]*[\d_][\p{L}\d_]*").ok());

/// Somebody's own folder in a path: `\\server\hem\evaek`, `/home/evaek`.
static HOME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i)(?:\\(?:{HOME_FOLDERS})\\|/(?:home|users)/|~)([\p{{L}}\d][\p{{L}}\d._-]*)"))
        .ok()
});

/// Somebody's account with the domain before it: `EXEMPEL\lisek01`.
static DOMAIN_USER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b\p{L}[\p{L}\d-]{1,14}\\(\p{L}[\p{L}\d._-]{2,19})\b").ok());

/// What somebody is called between quotation marks: `signaturen ”Arg i Berga”`.
static QUOTED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let mark = r#"["”“'»«]"#;
    Regex::new(&format!(r#"(?i)\b(?:{QUOTED_AFTER}):?\s+{mark}([^"”“'»«\n]{{2,30}}){mark}"#)).ok()
});

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

    /// Somebody's account in a domain: `EXEMPEL\lisek01`.
    pub(super) fn domain_users(&self, text: &str, found: &mut Vec<Contact>) {
        for account in DOMAIN_USER.iter().flat_map(|account| account.captures_iter(text)) {
            let (Some(whole), Some(user)) = (account.get(0), account.get(1)) else { continue };
            let is_path = slice(text, ..whole.start()).ends_with(['\\', '/', ':', '.'])
                || slice(text, whole.end()..).starts_with(['\\', '/']);
            if !is_path && !is_public(user.as_str()) && is_account(user.as_str()) {
                let who = self.whole(user.as_str()).unwrap_or(Who::Stranger);
                put(found, whole.range(), Some(Mention::of(whole.range(), who, Naming::Handle)));
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
        let has_platform =
            words.iter().any(|word| PLATFORMS.contains(&word.folded) || ACCESS.begins(&word.folded));
        let is_label = |word: &Word<'_>| is_handle_label(&word.folded) || CALLED.contains(&word.folded);
        if !has_platform && !words.iter().any(is_label) {
            return;
        }
        for quoted in QUOTED.iter().flat_map(|quoted| quoted.captures_iter(text)).filter_map(|it| it.get(1)) {
            let who = self.whole(quoted.as_str()).unwrap_or(Who::Stranger);
            put(found, quoted.range(), Some(Mention::of(quoted.range(), who, Naming::Handle)));
        }
        let is_user = |token: &UserToken<'_>| {
            token.is_user_name(has_platform) || has_platform && self.is_known_user(token.own)
        };
        for UserToken { own, at, .. } in tokens(text, words).filter(is_user) {
            self.enter_handle(own, at, words, found);
        }
    }

    /// Whether letters that are no other word are what somebody known is called in systems: "elofd".
    fn is_known_user(&self, own: &str) -> bool {
        let is_word = class(own) != WordClass::default() || is_function_word(own);
        !is_word && own.bytes().all(|byte| byte.is_ascii_lowercase()) && self.whole(own).is_some()
    }

    /// Enters a user name, unless it is that of an office.
    fn enter_handle(&self, own: &str, at: Range<usize>, words: &[Word<'_>], found: &mut Vec<Contact>) {
        if !self.is_office_account(words, &at) {
            let who = self.whole(own).unwrap_or(Who::Stranger);
            put(found, at.clone(), Some(Mention::of(at, who, Naming::Handle)));
        }
    }

    /// Whom one name with a number means: "Karin1", "frisk07".
    fn numbered(&self, own: &str) -> Option<Who> {
        let name = own.trim_end_matches(|c: char| c.is_ascii_digit());
        let folded = name.to_lowercase();
        let digits = own.len() - name.len();
        let known = class(&folded);
        let is_other = known.is_ambiguous() || known.is(WordClass::NO_NAME) || is_function_word(&folded);
        let is_word = is_other && !name.starts_with(char::is_uppercase);
        if !(1..=4).contains(&digits) || is_word || NUMBERED_THINGS.contains(&folded) {
            return None;
        }
        let persons: Vec<usize> = self.index.word(&folded)?.iter().map(|part| part.person).collect();
        self.among(&persons)
    }

    pub(super) fn users(&self, text: &str, found: &mut Vec<Contact>) {
        for user in USER.iter().flat_map(|user| user.find_iter(text)) {
            let own = user.as_str();
            let letters = own.chars().filter(|c| c.is_alphabetic()).count();
            if letters < 3 || !is_apart(text, &user.range()) {
                continue;
            }
            let known = self.whole(own).or_else(|| self.numbered(own));
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
