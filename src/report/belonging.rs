//! Who of the register is named in a material. It decides nothing about what goes out.

use super::material::{Material, MeetingData, Registered};

/// Whether somebody is named in the material: signed, is in a header field, or spoke, promised, wrote or followed up.
pub(super) fn belongs(person: &Registered, material: &Material) -> bool {
    let is = |name: &Option<String>| {
        name.as_ref().is_some_and(|name| *name == person.name || person.spelled.contains(name))
    };
    let in_meeting = |data: &MeetingData| {
        let minutes = &data.minutes;
        let entries = minutes.sections.iter().flat_map(|section| &section.entries);
        let mut entries = entries.chain(data.work.iter().map(|work| &work.entry));
        minutes.signoff.iter().any(|signature| signature.name == person.name)
            || minutes.fields.iter().any(|field| holds_name(&field.value, &person.name))
            || entries.any(|entry| {
                is(&entry.owner)
                    || is(&entry.speaker)
                    || entry.provenance.as_ref().is_some_and(|from| is(&from.scribe))
            })
            || data.work.iter().flat_map(|work| &work.checks).any(|check| is(&check.scribe))
    };
    !person.name.is_empty() && material.meetings.iter().any(in_meeting)
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
