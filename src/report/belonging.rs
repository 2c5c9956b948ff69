//! Who of the register is named in a material. It decides nothing about what goes out.

use std::collections::HashSet;

use super::material::{Material, MeetingData, Registered};

/// The names that a material has in its fields, gone through once however many are in the register.
#[derive(Debug, Default)]
pub(super) struct Belonging<'m> {
    /// Who spoke, promised, wrote or followed up.
    taking_part: HashSet<&'m str>,
    signed: HashSet<&'m str>,
    /// The values of header fields, in which names are among other words.
    fields: Vec<&'m str>,
}

impl<'m> Belonging<'m> {
    /// Those of a material.
    pub(super) fn of(material: &'m Material) -> Self {
        let mut named = Self::default();
        for MeetingData { minutes, work, .. } in &material.meetings {
            let entries = minutes.sections.iter().flat_map(|section| &section.entries);
            for entry in entries.chain(work.iter().map(|work| &work.entry)) {
                let scribe = entry.provenance.as_ref().and_then(|from| from.scribe.as_deref());
                named
                    .taking_part
                    .extend([entry.owner.as_deref(), entry.speaker.as_deref(), scribe].into_iter().flatten());
            }
            let checks = work.iter().flat_map(|work| &work.checks);
            named.taking_part.extend(checks.filter_map(|check| check.scribe.as_deref()));
            named.signed.extend(minutes.signoff.iter().map(|signature| signature.name.as_str()));
            named.fields.extend(minutes.fields.iter().map(|field| field.value.as_str()));
        }
        named
    }

    /// Whether somebody is named: signed, is in a header field, or spoke, promised, wrote or followed up.
    pub(super) fn has(&self, person: &Registered) -> bool {
        let Registered { name, spelled, .. } = person;
        let takes_part = |name: &String| self.taking_part.contains(name.as_str());
        !name.is_empty()
            && (takes_part(name)
                || spelled.iter().any(takes_part)
                || self.signed.contains(name.as_str())
                || self.fields.iter().any(|field| holds_name(field, name)))
    }
}

/// Whether the text contains the name as whole words.
fn holds_name(text: &str, name: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut before = None;
    let mut pieces = text.split(name).peekable();
    while let Some(piece) = pieces.next() {
        before = piece.chars().next_back().or(before);
        let Some(next) = pieces.peek() else { return false };
        if !is_letter(before) && !is_letter(next.chars().next()) {
            return true;
        }
        before = name.chars().next_back();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_whole() {
        assert!(holds_name("Eva Ek, Malte Grahn", "Malte Grahn"));
        assert!(holds_name("Eva Eklund och Eva Ek", "Eva Ek"));
        assert!(!holds_name("Eva Eklund", "Eva Ek"));
        assert!(!holds_name("", "Eva Ek"));
    }
}
