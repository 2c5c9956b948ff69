//! Whoever writes goes on writing: a letter is never an answer to a question that came up over what is being written,
//! nor lost at something to read there, nor a key of the list that Escape led to from the pen. It is written where the
//! writing was.

use super::App;
use crate::ui::bindings::Scope;
use crate::ui::effect::DialogAnswer;
use crate::ui::place::Place;

impl App {
    /// Before a letter is typed, or text is pasted: brings what was being written to the top, and says so.
    pub(super) fn go_on_writing(&mut self) {
        let left = self.pen_left.take();
        if let Some(meeting) = left.filter(|_| !self.with_top(|screen, _| screen.text_field().is_some())) {
            self.go(&Place::Meeting(meeting));
            self.notice = Some(self.look.words.app.letters_after_escape.to_owned());
        } else if matches!(self.scope(), Scope::Confirm | Scope::Reading) && self.is_over_a_field() {
            let was_asked = self.scope() == Scope::Confirm;
            self.close(self.top_asker(), DialogAnswer::Nothing);
            let words = &self.look.words.app;
            let said = if was_asked { words.question_unanswered } else { words.message_closed };
            self.notice = Some(said.to_owned());
        }
    }

    /// Whether text is written under the layer on top.
    fn is_over_a_field(&mut self) -> bool {
        let under = match self.layers.as_mut_slice() {
            [.., under, _] => Some(&mut under.screen),
            _ => self.tabs.get_mut(&self.tab),
        };
        under.is_some_and(|screen| screen.text_field().is_some())
    }
}
