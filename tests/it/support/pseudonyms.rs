//! Pseudonyms as tests are read: by whose they are, not by their codes.

use vidpennan::report::{KnownPeople, Material};

/// A text that was written of this material, with the code of every pseudonym replaced by whose it is: a number from 1
/// for those in the register in its order, the next ones for whoever else is known.
pub(crate) fn numbered(text: &str, material: &Material) -> String {
    let people = KnownPeople::of(material);
    let codes = people.codes();
    let code_of = |name: &str| people.persons().iter().position(|person| person.name == name);
    let mut numbers: Vec<(&String, usize)> = Vec::new();
    for (at, person) in material.people.iter().enumerate() {
        numbers.extend(code_of(&person.name).map(|known| (&codes[known], at + 1)));
    }
    let mut next = material.people.len();
    for code in &codes {
        if numbers.iter().all(|(known, _)| *known != code) {
            next += 1;
            numbers.push((code, next));
        }
    }
    numbers.sort_by_key(|(code, _)| std::cmp::Reverse(code.len()));
    numbers.into_iter().fold(text.to_owned(), |text, (code, number)| {
        text.replace(&format!("Person {code}"), &format!("Person {number}"))
    })
}
