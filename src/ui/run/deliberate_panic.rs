//! A deliberate panic, so that a test can see the terminal given back and the line saved. Release builds have none.

/// The environment variable with the words at which to panic, once they are in the line being typed.
const WORDS: &str = "VIDPENNAN_PANIC_AT";

/// Panics where the words are in this line.
#[expect(clippy::panic, reason = "that is its purpose")]
pub(crate) fn panic_at(line: &str) {
    if let Ok(words) = std::env::var(WORDS)
        && line.contains(&words)
    {
        panic!("a deliberate panic");
    }
}
