//! The ids of the lists that we define ourselves, in a document that may have lists of its own.

/// A kind of list that we define.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListKind {
    /// Bullets and dashes by turns, level by level.
    Bullets,
    /// `1.` on every level, counted anew within each item.
    Numbers,
}

impl ListKind {
    /// In the order in which their definitions are written.
    pub(super) const ALL: [Self; 2] = [Self::Bullets, Self::Numbers];

    fn offset(self) -> u32 {
        match self {
            Self::Bullets => 0,
            Self::Numbers => 1,
        }
    }
}

/// Where the ids of our lists begin: after those that a template uses.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListIds {
    /// The first free id of a definition (`w:abstractNumId`).
    pub(super) definition: u32,
    /// The first free id of an instance (`w:numId`).
    pub(super) instance: u32,
}

impl ListIds {
    /// In a document without other lists. Instance 0 means "no list" in Word.
    pub(super) const OWN: Self = Self { definition: 0, instance: 1 };

    /// Our definition of a kind of list.
    pub(super) fn definition(self, kind: ListKind) -> u32 {
        self.definition + kind.offset()
    }

    /// The instance that every list with bullets, and the styles of a kind, use.
    pub(super) fn instance(self, kind: ListKind) -> u32 {
        self.instance + kind.offset()
    }

    /// The first instance after those of [`ListKind::ALL`].
    pub(super) fn first_of_document(self) -> u32 {
        self.instance + 2
    }
}
