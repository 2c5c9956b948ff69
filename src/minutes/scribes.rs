//! Who wrote the entries down, said as seldom as it can be: once for all of them, or where it changes.

use super::{Entry, Minutes, Provenance};

/// What has been said so far about who wrote the entries down, while they are shown one after the other.
#[derive(Debug, Clone, Default)]
pub struct SaidScribe {
    /// Who wrote down everything.
    of_all: Option<String>,
    /// Who wrote down the entry before.
    last: Option<String>,
}

impl SaidScribe {
    /// Nothing has been said but who wrote down everything, where somebody did.
    pub fn after_header(of_all: Option<String>) -> Self {
        Self { last: of_all.clone(), of_all }
    }

    /// Every section is read by itself: what was said in the one before does not count.
    pub fn begin_section(&mut self) {
        self.last.clone_from(&self.of_all);
    }

    /// Who wrote down what comes next, unless it is said that it is somebody else.
    pub fn implied(&self) -> Option<Provenance> {
        let scribe = self.last.clone()?;
        Some(Provenance { scribe: Some(scribe), ..Provenance::default() })
    }

    /// Whether it must be said who wrote this entry down, or that nobody knows: it is not who is implied. Counts it as
    /// said.
    pub fn changes_with(&mut self, entry: &Entry) -> bool {
        let scribe = entry.provenance.as_ref().and_then(|from| from.scribe.clone());
        let changes = scribe != self.last;
        self.last = scribe;
        changes
    }
}

/// The one who wrote down every entry; `None` where there are several, or one of which nobody knows it.
pub fn of_all(minutes: &Minutes) -> Option<&str> {
    let entries = minutes.sections.iter().flat_map(|section| &section.entries);
    let mut scribes = entries.map(|entry| entry.provenance.as_ref()?.scribe.as_deref());
    let first = scribes.next()??;
    scribes.all(|scribe| scribe == Some(first)).then_some(first)
}
