//! Short, stable codes for the choices of the model: what is written in the store, in JSON and on the command line.
//! It knows nothing of the words that people read; those are labels in `i18n`.

/// A choice with a stable code. A code, once released, never changes its meaning.
pub trait Coded: Sized + Copy + PartialEq + 'static {
    /// Every value, in the order in which people are shown them.
    const ALL: &'static [Self];

    /// The value for a code that a newer version wrote, where the choice has one. It is never chosen and never written.
    const UNKNOWN: Option<Self> = None;

    /// The stable code, lower case ASCII with underscores.
    fn code(self) -> &'static str;

    /// The value that has this code.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }

    /// The value of a code in a file, which may be of a newer version.
    fn from_stored(code: &str) -> Option<Self> {
        Self::from_code(code).or(Self::UNKNOWN)
    }
}

/// Declares a fieldless enum together with its codes; with `or Unknown` after it, a variant for the codes of newer
/// versions, too.
macro_rules! coded {
    (
        $(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }
        $(or $unknown:ident)?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $vis enum $name {
            $($(#[$doc])* $variant),+
            $(,
                /// Written by a newer version.
                $unknown
            )?
        }

        impl $crate::model::Coded for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            $(const UNKNOWN: Option<Self> = Some(Self::$unknown);)?

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                    $(Self::$unknown => "unknown",)?
                }
            }
        }
    };
}
pub(crate) use coded;
