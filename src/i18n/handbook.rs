//! The handbook: how a day and an evening go, for somebody who has never used such a program. Text in the form of an
//! edited report, with headings, lists and strong words.

use super::Lang;

/// Its text. What is strong in it is a key, a line to type or a word on the screen.
pub fn text(lang: Lang) -> &'static str {
    lang.pick(include_str!("../../assets/handbok.md"), include_str!("../../assets/handbook.md"))
}
