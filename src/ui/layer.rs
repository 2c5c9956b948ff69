//! Who asks: every question, write and job remembers the layer it came from, and its result goes to that layer or to
//! nobody. It knows no concrete screen.

use std::any::Any;

use super::context::Ctx;
use super::effect::{DialogAnswer, Effect, Outcome};
use super::place::Tab;
use super::screen::Screen;

/// Who a question, a write or a job comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The program itself.
    App,
    /// The screen of a tab; it is never closed.
    Tab(Tab),
    /// A page or dialog over the tabs, by the number it got when it was opened. Numbers are never used again.
    Layer(u64),
}

/// What to do with a result once it is there: the second half of a question, a write or a job, handed over together
/// with the first half so that nobody needs to remember what they asked. It runs with the screen that asked.
pub struct NextStep<T>(Box<StepFn<T>>);

/// The step with the screen that asked, if it is one, and the result.
type StepFn<T> = dyn FnOnce(Option<&mut dyn Screen>, T, &Ctx) -> Outcome + Send;

impl<T: 'static> NextStep<T> {
    /// A step of the screen that asked: `NextStep::by(|this: &mut Meetings, answer, ctx| …)`.
    pub fn by<S: Screen, R: Into<Outcome>>(step: impl FnOnce(&mut S, T, &Ctx) -> R + Send + 'static) -> Self {
        Self(Box::new(move |screen, result, ctx| {
            let screen = screen.and_then(|screen| (screen as &mut dyn Any).downcast_mut::<S>());
            debug_assert!(screen.is_some(), "a reply to another screen than the one that asked");
            screen.map_or(Ok(Effect::None), |screen| step(screen, result, ctx).into())
        }))
    }

    /// A step that needs nothing of the screen that asked.
    pub fn plain<R: Into<Outcome>>(step: impl FnOnce(T, &Ctx) -> R + Send + 'static) -> Self {
        Self(Box::new(move |_, result, ctx| step(result, ctx).into()))
    }

    /// Takes the step. `asker` is `None` for the program itself.
    pub fn run(self, asker: Option<&mut dyn Screen>, result: T, ctx: &Ctx) -> Outcome {
        (self.0)(asker, result, ctx)
    }
}

impl<T> std::fmt::Debug for NextStep<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NextStep")
    }
}

/// A page or dialog over the tabs.
pub struct Layer {
    /// Its own number.
    pub id: u64,
    /// Who opened it.
    pub asker: Asker,
    /// What is done with its answer; `None` where nobody waits for one.
    pub reply: Option<NextStep<DialogAnswer>>,
    /// The page or dialog itself.
    pub screen: Box<dyn Screen>,
    /// How many of the operations that were done at this place were done before it was opened, and are not seen in it.
    pub done_under: usize,
}
