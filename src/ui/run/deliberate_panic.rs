//! A deliberate panic, so that a test can see the terminal given back and the line saved. Release builds have none.

use crate::ui::app::App;

/// The environment variable with the words at which to panic, once they are in the line being typed.
const WORDS: &str = "VIDPENNAN_PANIC_AT";

#[expect(clippy::panic, reason = "that is its purpose")]
pub(super) fn panic_at(app: &App) {
    if let Ok(words) = std::env::var(WORDS)
        && app.draft().is_some_and(|draft| draft.contains(&words))
    {
        panic!("a deliberate panic");
    }
}
