//! What somebody is called between the given name and the surname: "Hampus ”Hampe” Strand", "Karl (Kalle) Ek".

use super::finder::Finder;
use crate::i18n::vocabulary::minutes::is_role;
use crate::i18n::vocabulary::names::WordClass;
use crate::i18n::vocabulary::subjects::{is_function_word, person};
use crate::text::slice;

/// What is around a nickname; a quotation mark of one form may close what another one opens.
const MARKS: [char; 8] = ['”', '“', '"', '\'', '’', '‘', '»', '«'];

/// How many words a nickname has at the most.
const LONGEST: usize = 3;

impl Finder<'_> {
    /// The surname behind the nickname that is right after a given name.
    pub(super) fn after_nickname(&self, given: usize) -> Option<usize> {
        let end = self.atoms.get(given)?.at.end;
        let opening = slice(self.text, end..).strip_prefix(' ')?.chars().next()?;
        let is_bracket = opening == '(';
        if !is_bracket && !MARKS.contains(&opening) {
            return None;
        }
        let closes = |c: char| if is_bracket { c == ')' } else { MARKS.contains(&c) };
        let start = end + 1 + opening.len_utf8();
        let length = slice(self.text, start..).find(closes)?;
        let own = slice(self.text, start..start + length);
        let count = own.split_whitespace().count();
        let is_name = own.starts_with(char::is_uppercase) && !own.ends_with(['.', '!', '?', ',']);
        let family = given
            + 1
            + self.atoms.get(given + 1..)?.iter().take_while(|atom| atom.at.end <= start + length).count();
        let surname =
            self.atoms.get(family).filter(|atom| atom.capital && !atom.shouted && atom.is_alphabetic())?;
        let closing = slice(self.text, start + length..surname.at.start);
        let is_right_behind = closing.ends_with(' ') && closing.chars().count() == 2;
        let nickname = self.atoms.get(given + 1)?;
        // "Ebba (Kultur) Vik (Skola)"
        let is_other = is_bracket
            && (nickname.shouted
                || nickname.folded.chars().nth(2).is_none()
                || is_role(nickname.folded)
                || person(nickname.folded).is_some()
                || !self.is_called_so(given, nickname.folded));
        let may_be_family =
            !surname.class.is(WordClass::VERB.or(WordClass::SMALL)) && !is_function_word(surname.folded);
        (is_name
            && (1..=LONGEST).contains(&count)
            && !own.contains('\n')
            && is_right_behind
            && !is_other
            && may_be_family)
            .then_some(family)
    }

    /// Whether a word in brackets may be what somebody with this given name is called: a given name, or one that begins
    /// alike.
    fn is_called_so(&self, given: usize, nickname: &str) -> bool {
        let is_given = self.atoms.get(given + 1).is_some_and(|atom| atom.class.is(WordClass::GIVEN));
        let begins = |count: usize| nickname.chars().take(count).eq(self.folded(given).chars().take(count));
        is_given || begins(2)
    }
}
