//! Pseudonyms as tests are read: by whose they are, not by their codes.

use vidpennan::report::{KnownPeople, Material};

/// A text that was written of this material, with the code of every pseudonym replaced by whose it is: a number from 1
/// for those in the register in its order, the next ones for whoever else is known, and "?" for those whom only texts
/// name.
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
    let text = without_strangers(text);
    numbers.into_iter().fold(text, |text, (code, number)| {
        text.replace(&format!("Person {code}"), &format!("Person {number}"))
    })
}

/// A text with "?" for each code that is a digit longer than those of the others.
fn without_strangers(text: &str) -> String {
    let is_code = |code: &str| code.len() == 6 && code.bytes().skip(1).all(|byte| byte.is_ascii_digit());
    let mut parts = text.split("Person ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(part.len());
        let (code, rest) = part.split_at(end);
        all + "Person " + if is_code(code) { "?" } else { code } + rest
    })
}
