//! A thread of a screen's own, for work that no key may wait for: it takes questions, drops all but the latest, and
//! rings the bell when it has an answer. Between questions it sleeps; it ends when the screen does.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::event::Bell;

/// The thread, seen from its screen.
#[derive(Debug)]
pub struct Worker<Q, A> {
    questions: Sender<Q>,
    answers: Receiver<A>,
}

impl<Q: Send + 'static, A: Send + 'static> Worker<Q, A> {
    /// A thread that answers questions one after the other.
    pub fn start(bell: Bell, mut answer: impl FnMut(Q) -> A + Send + 'static) -> Self {
        let (questions, inbox) = channel();
        let (outbox, answers) = channel();
        thread::spawn(move || {
            while let Some(question) = latest(&inbox) {
                if outbox.send(answer(question)).is_err() {
                    return;
                }
                bell.ring();
            }
        });
        Self { questions, answers }
    }

    /// Asks. Questions that wait already are dropped: only the latest counts.
    pub fn ask(&self, question: Q) {
        let _gone = self.questions.send(question);
    }

    /// The newest answer that has come since last time.
    pub fn heard(&self) -> Option<A> {
        self.answers.try_iter().last()
    }
}

/// Waits for a question, and takes the last of those that wait. `None` when nobody can ask any more.
fn latest<Q>(inbox: &Receiver<Q>) -> Option<Q> {
    let first = inbox.recv().ok()?;
    Some(inbox.try_iter().last().unwrap_or(first))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::ui::event::Event;

    #[test]
    fn questions_that_nobody_waits_for_any_more_are_not_answered() {
        let (events, inbox) = channel();
        let (taken, reports) = channel();
        let (go, gone) = channel();
        let worker = Worker::start(Bell::new(events), move |question: u32| {
            taken.send(question).unwrap();
            gone.recv().unwrap();
            question * 10
        });
        let patience = Duration::from_secs(20);
        worker.ask(1);
        assert_eq!(reports.recv_timeout(patience).unwrap(), 1);
        (2..=4).for_each(|question| worker.ask(question));
        go.send(()).unwrap();
        assert_eq!(reports.recv_timeout(patience).unwrap(), 4, "2 and 3 are dropped");
        go.send(()).unwrap();
        for _ in 0..2 {
            assert!(matches!(inbox.recv_timeout(patience), Ok(Event::Woken)));
        }
        assert_eq!(worker.heard(), Some(40));
        assert_eq!(worker.heard(), None);
    }
}
