//! A rehearsed fall, so that a test can see the terminal given back and the words kept. It does not exist in a
//! released program.

use crate::ui::app::App;

/// Panics once the words that this variable of the environment names are being written.
const WORDS: &str = "VIDPENNAN_REHEARSE_FALL";

#[expect(clippy::panic, reason = "that is what is rehearsed")]
pub(super) fn fall(app: &App) {
    if let Ok(words) = std::env::var(WORDS)
        && app.draft().is_some_and(|draft| draft.contains(&words))
    {
        panic!("a rehearsed fall");
    }
}
