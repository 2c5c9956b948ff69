//! How the program ends, which effects request and the command line acts on.

use std::path::PathBuf;

/// How the program ended, or should end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The user quit.
    Quit,
    /// A signal with this number ended it.
    Signal(i32),
    /// The terminal is gone.
    Lost,
    /// The user opens the example.
    Example,
    /// The user goes back from the example to their own store.
    OwnStore,
    /// The user puts this copy in the place of their store, and goes on with it.
    PutBack(PathBuf),
}
