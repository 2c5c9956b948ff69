//! What is written in a box and not saved is not thrown away by one Escape. It knows no box.

use super::effect::Effect;
use crate::i18n::Words;

/// The question whether what is written is thrown away: a second Escape does that, unless more was written meanwhile.
#[derive(Debug, Default)]
pub struct EscapeQuestion {
    asked: Option<String>,
}

impl EscapeQuestion {
    /// What is said of words that are not saved; `None` where Escape may go on, as there are none or it was said.
    pub fn ask(&mut self, unsaved: Option<String>, words: &Words) -> Option<Effect> {
        let unsaved = unsaved.filter(|text| !text.trim().is_empty())?;
        if self.asked.as_ref() == Some(&unsaved) {
            return None;
        }
        self.asked = Some(unsaved);
        Some(Effect::Notice(words.dialogs.unsaved.to_owned()))
    }
}
