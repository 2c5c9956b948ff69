//! Jobs that have ended. The write that belongs to a job is done whatever is on top; its asker's next step waits until
//! the asker is on top and nobody is typing, and until then a notice says how the job ended. So no job takes a key.

use super::App;
use crate::ui::effect::Write;
use crate::ui::error::UiError;
use crate::ui::jobs::{Ended, Finish};
use crate::ui::layer::Asker;

impl App {
    /// Does the write of a job that has ended, and lets its asker go on now or later.
    pub(super) fn finish(&mut self, mut ended: Ended) {
        let write = ended.result.as_mut().ok().and_then(|finish| finish.write.take());
        let why_not = write.and_then(|write| self.write_quietly(write));
        if ended.asker != Asker::App {
            self.ring();
        }
        let is_waited_for = ended.asker == self.top_asker() && ended.typed == self.typed;
        if is_waited_for || ended.asker == Asker::App {
            self.deliver(ended);
        } else {
            self.deliver_later(ended);
        }
        // What was not written counts more than what was done.
        self.notice = why_not.or_else(|| self.notice.take());
        self.end_if_cancelled();
    }

    /// Says in the notice how a job ended, and keeps what more it has to say until its asker is on top.
    fn deliver_later(&mut self, ended: Ended) {
        self.notice = self.in_one_line(&ended).or_else(|| self.notice.take());
        let has_more = match &ended.result {
            Ok(finish) => finish.reply.is_some(),
            Err(error) => !matches!(error, UiError::Cancelled),
        };
        if has_more && self.exists(ended.asker) {
            self.pending.push(ended);
        }
    }

    /// The write that belongs to a job, whose receipt is in the notice if it has one. Returns why it was not done, for
    /// the notice: the job itself has done its work, and no dialog opens over what is being written.
    fn write_quietly(&mut self, write: Write) -> Option<String> {
        match self.run_verb(write.verb) {
            Ok(changes) => {
                if !write.notice.is_empty() {
                    self.notice = Some(self.receipt(&changes, None, write.notice));
                    self.promise_no_undo_while_typing();
                }
                None
            }
            Err(error) => {
                error.log("after a job");
                Some(error.message(self.look.words))
            }
        }
    }

    /// Delivers a job that ended while the screen on top was covered. Called after commands, and never while text is
    /// being written.
    pub(super) fn deliver_pending(&mut self) {
        if !self.pending.is_empty() && self.with_top(|screen, _| screen.text_field().is_none()) {
            self.deliver_to_top();
        }
    }

    /// Delivers a job that ended while the screen on top was covered, once that is no longer so.
    pub(super) fn deliver_to_top(&mut self) {
        let (pending, top) = (std::mem::take(&mut self.pending), self.top_asker());
        self.pending = pending.into_iter().filter(|ended| self.exists(ended.asker)).collect();
        if let Some(at) = self.pending.iter().position(|ended| ended.asker == top) {
            let ended = self.pending.remove(at);
            self.deliver(ended);
        }
    }

    fn deliver(&mut self, ended: Ended) {
        let notice = self.in_one_line(&ended);
        match ended.result {
            Ok(Finish { reply: Some(reply), .. }) => self.reply(ended.asker, reply, ()),
            Err(error) if !matches!(error, UiError::Cancelled) && ended.asker != Asker::App => {
                self.show_error(&error);
            }
            _ => self.notice = notice.or_else(|| self.notice.take()),
        }
    }

    /// The result of a job in one line; `None` where there is nothing to say.
    fn in_one_line(&self, ended: &Ended) -> Option<String> {
        let words = self.look.words;
        match &ended.result {
            Ok(finish) => Some(finish.notice.clone()).filter(|notice| !notice.is_empty()),
            Err(error) => Some(error.message(words)),
        }
    }
}
