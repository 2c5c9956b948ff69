//! Short, stable codes for the choices of the model: what is written in the store, in JSON and on the command line.
//! It knows nothing of the words that people read; those are labels in `i18n`.

/// A choice with a stable code. A code, once released, never changes its meaning.
pub trait Coded: Sized + Copy + PartialEq + 'static {
    /// Every value, in the order in which people are shown them.
    const ALL: &'static [Self];

    /// The stable code, lower case ASCII with underscores.
    fn code(self) -> &'static str;

    /// The value that has this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}

/// Declares a fieldless enum together with its codes.
macro_rules! coded {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name { $($(#[$doc])* $variant),+ }

        impl $crate::model::Coded for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}
pub(crate) use coded;
