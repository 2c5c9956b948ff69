//! How the program ends, which effects request and the command line acts on.

/// How the program ended, or should end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}
