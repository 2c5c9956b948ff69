//! Whether a word is a user name by what is around it: a label ("Insta: lindakokar"), how people say what they are
//! called ("inloggad som sabkar", "heter kattis på insta"), or its form where a place on the web is named that has
//! such.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::contact::is_public;
use super::email::HOSTS;
use super::words::Word;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::{WordClass, class, is_verb_by_form};
use crate::i18n::vocabulary::people::{
    AFTER_USERS, AS_CALLED, AS_USUAL, BEFORE_HANDLES, CALLED, FILES, HANDLE_LABELS, LOGGED_IN, NICKS,
    NUMBERED_THINGS, ON_PLATFORM, PLATFORMS, PROFILES, is_organisation,
};
use crate::i18n::vocabulary::subjects::{BE, HAVE, MODAL, is_function_word, person};
use crate::text::slice;

/// How many words may be between a label and a user name: "insta: hon heter".
const MOST_BETWEEN: usize = 3;

/// What a user name may be written with.
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\p{L}\d][\p{L}\d._-]*").ok());

/// What may be a user name, with the words around it.
pub(super) struct UserToken<'t> {
    /// As it is written.
    pub own: &'t str,
    /// Its range in bytes.
    pub at: Range<usize>,
    text: &'t str,
    words: &'t [Word<'t>],
    /// The index of its first word, and of the first one after it: "kattis.m" is two.
    first: usize,
    after: usize,
    /// How many words of the sort that is between a label and a user name are right before it.
    between: usize,
}

/// Everything in a text that may be a user name, from left to right.
pub(super) fn tokens<'t>(text: &'t str, words: &'t [Word<'t>]) -> impl Iterator<Item = UserToken<'t>> {
    let all = TOKEN.iter().flat_map(move |token| token.find_iter(text));
    all.filter_map(move |token| UserToken::of(text, words, token.start(), token.as_str()))
}

impl<'t> UserToken<'t> {
    fn of(text: &'t str, words: &'t [Word<'t>], start: usize, token: &'t str) -> Option<Self> {
        let own = token.trim_end_matches(['.', '-']);
        let at = start..start + own.len();
        let has_letters = own.chars().filter(|c| c.is_alphabetic()).nth(2).is_some();
        let is_tag = slice(text, ..start).ends_with(['@', '#']);
        let first = words.partition_point(|word| word.at.end <= start);
        let is_word = words.get(first).is_some_and(|word| word.at.start == start);
        if !has_letters || is_tag || !is_word || is_public(own) {
            return None;
        }
        let after = words.partition_point(|word| word.at.start < at.end);
        let is_between =
            |word: &&Word<'_>| BEFORE_HANDLES.contains(&word.folded) && !is_handle_label(&word.folded);
        let before = words.get(..first).unwrap_or_default().iter().rev();
        let between = before.take(MOST_BETWEEN).take_while(is_between).count();
        Some(Self { own, at, text, words, first, after, between })
    }

    /// Whether it is somebody's; `has_platform` says whether the text names a place on the web that has user names.
    pub(super) fn is_user_name(&self, has_platform: bool) -> bool {
        has_platform && self.is_joined()
            || self.is_labelled() && (self.is_marked() || self.is_plain())
            || self.is_alone() && (self.is_login() || self.is_nick())
            || self.is_called_so_there()
            || self.is_account_named()
    }

    /// The word that may be its label.
    fn label(&self) -> Option<&'t Word<'t>> {
        let at = self.first.checked_sub(1 + self.between)?;
        self.words.get(at).filter(|label| label.at.end < self.at.start)
    }

    /// What is between the label and it.
    fn gap(&self) -> &'t str {
        self.label().map_or("", |label| slice(self.text, label.at.end..self.at.start))
    }

    /// The first word after it.
    fn next(&self) -> Option<&'t Word<'t>> {
        self.words.get(self.after)
    }

    /// Whether the label belongs to it: in its sentence, or right before it.
    fn is_near_label(&self) -> bool {
        let gap = self.gap();
        if self.between > 0 {
            return !gap.contains(['.', '!', '?', ';', ',', '\n']);
        }
        gap.chars().all(|c| matches!(c, ' ' | ':' | '=' | '–' | '-' | '(' | '@' | '"' | '”' | '\''))
    }

    /// Whether a label is before it: "Insta: lindakokar", "kallar sig lindakokar".
    fn is_labelled(&self) -> bool {
        let Some(label) = self.label() else { return false };
        let between = self.words.get(self.first - self.between..self.first).unwrap_or_default();
        let is_called =
            CALLED.contains(&label.folded) && between.iter().any(|word| AS_CALLED.contains(&word.folded));
        self.is_near_label() && (is_handle_label(&label.folded) || is_called)
    }

    /// Whether it has what hardly any word has: a digit, an underscore, a full stop within.
    fn is_marked(&self) -> bool {
        self.own.contains('_')
            || self.own.contains(|c: char| c.is_ascii_digit())
            || is_dotted_name(self.own)
            || self.gap().starts_with(':') && self.own.contains('.')
    }

    /// Whether it is in small, plain letters after a colon, and no word that a sentence begins with.
    fn is_plain(&self) -> bool {
        let folded = self.own.to_lowercase();
        let is_verb = is_verb_by_form(&folded) && !self.is_alone();
        let is_other = self.own.contains(char::is_uppercase) || is_function_word(&folded) || is_verb;
        self.own.is_ascii() && self.gap().starts_with(':') && !is_other
    }

    /// Whether it is two words that are joined, or a word with a number: `linda_kokar`, `kattis.m`, `linda84`.
    fn is_joined(&self) -> bool {
        let is_numbered = self.own.ends_with(|c: char| c.is_ascii_digit())
            && self.own.starts_with(char::is_lowercase)
            && self.own.chars().all(char::is_alphanumeric)
            && is_numbered_name(self.own);
        self.own.contains('_') || is_dotted_name(self.own) || is_numbered
    }

    /// Whether no noun or the like follows: "nicket sniperjocke", "inloggad som sabkar när …".
    fn is_alone(&self) -> bool {
        self.next().is_none_or(|next| {
            slice(self.text, self.at.end..next.at.start) != " "
                || is_function_word(&next.folded)
                || AFTER_USERS.contains(&next.folded)
        })
    }

    /// Whether somebody logs in as this: "inloggad som sabkar".
    fn is_login(&self) -> bool {
        let is_label = self.label().is_some_and(|label| LOGGED_IN.contains(&label.folded));
        let is_numbered = self.own.ends_with(|c: char| c.is_ascii_digit()) && is_account(self.own);
        let is_said = self.between > 0 || self.gap().starts_with(':');
        is_label && is_said && self.is_near_label() && (is_no_word(self.own) || is_numbered)
    }

    /// Whether it follows a word for a nickname: "nicket sniperjocke".
    fn is_nick(&self) -> bool {
        let is_label = self.label().is_some_and(|label| NICKS.contains(&label.folded));
        is_label && self.is_near_label() && is_no_word(self.own) && !is_verb_by_form(&self.own.to_lowercase())
    }

    /// Whether it is right after a word for an account, and the sentence goes on with a verb or ends: "AD-konto jsmith
    /// ska tas bort".
    fn is_account_named(&self) -> bool {
        let is_label = self.label().is_some_and(|label| is_handle_label(&label.folded));
        let goes_on = self.next().is_none_or(|next| {
            slice(self.text, self.at.end..next.at.start) != " "
                || [&BE, &HAVE, &MODAL].iter().any(|verbs| verbs.contains(&next.folded))
        });
        is_label && self.between == 0 && self.gap() == " " && goes_on && is_account(self.own)
    }

    /// Whether somebody is called so on a platform: "heter kattis på insta".
    fn is_called_so_there(&self) -> bool {
        let last = self.first.checked_sub(1).and_then(|at| self.words.get(at));
        last.is_some_and(|last| AS_CALLED.contains(&last.folded))
            && self.next().is_some_and(|on| on.folded == ON_PLATFORM)
            && self.words.get(self.after + 1).is_some_and(|word| PLATFORMS.contains(&word.folded))
            && is_no_word(self.own)
    }
}

/// Whether a word is a label of user names, with a colon after it.
pub(super) fn is_labelled_handle(text: &str, word: &Word<'_>) -> bool {
    slice(text, word.at.end..).starts_with(':') && is_handle_label(&word.folded)
}

/// Whether a user name follows such a word: "användarnamn", "instakonto", "TikTok-profilen".
pub(super) fn is_handle_label(folded: &str) -> bool {
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

/// Whether a token looks like the name of an account rather than like a word: it has a digit after letters that are no
/// word for what is numbered, or no ending that Swedish words have.
pub(super) fn is_account(own: &str) -> bool {
    let letters = own.trim_end_matches(|c: char| c.is_ascii_digit());
    if letters.len() < own.len() {
        return is_numbered_name(own);
    }
    let is_word_by_ending = own.ends_with(['a', 'e', 'n', 'r', 's', 't', 'g']);
    is_dotted_name(own) || !is_word_by_ending && is_no_word(own)
}

/// Whether a token is letters with a number, and not "grupp4" or "windows11".
fn is_numbered_name(own: &str) -> bool {
    let letters = own.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = class(letters);
    let is_other = NUMBERED_THINGS.contains(letters)
        || known != WordClass::default() && !known.is(WordClass::GIVEN.or(WordClass::SURNAME))
        || is_function_word(letters)
        || is_organisation(letters);
    letters.chars().nth(2).is_some() && !is_other
}

/// Whether a token in small letters is no word that is known, so that it may be a user name: "sabkar".
fn is_no_word(own: &str) -> bool {
    (4..=12).contains(&own.len())
        && own.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        && class(own) == WordClass::default()
        && person(own).is_none()
        && !is_role(own)
        && !is_function_word(own)
        && !AS_USUAL.contains(own)
}
