//! The codes of pseudonyms. Each follows from what never changes about a person and from a secret of the file, and from
//! nothing else: whatever is read, entered or renamed later, it means nobody else. Without the secret nobody can try
//! out whose a code is.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::KnownPeople;
use crate::text::slice;

/// The letters that begin a code: none that is easily taken for a digit or for another of them.
const LETTERS: [char; 20] =
    ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'U', 'X', 'Z'];

/// How many characters a code has, unless somebody else has the same.
const SHORTEST: usize = 5;

impl KnownPeople {
    /// The code of each of [`Self::persons`]: a letter and four digits; one digit more for those whose codes would be
    /// the same, so that neither has what the other has had.
    pub fn codes(&self) -> Vec<String> {
        let full: Vec<String> =
            self.persons.iter().map(|person| full_code(self.secret, &person.identity)).collect();
        let mut apart: Vec<&String> = full.iter().collect();
        apart.sort_unstable();
        apart.dedup();
        let shared =
            |one: &str, other: &str| one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let short = |code: &String| {
            let at = apart.binary_search(&code).unwrap_or_default();
            let beside = [at.checked_sub(1), at.checked_add(1)];
            let others = beside.into_iter().flatten().filter_map(|other| apart.get(other));
            let length = others.map(|other| shared(code, other) + 1).fold(SHORTEST, usize::max);
            slice(code, ..length.min(code.len())).to_owned()
        };
        full.iter().map(short).collect()
    }

    /// The code of somebody whom only texts name, by what they are called: a digit longer than those of
    /// [`Self::codes`], so that nobody else has it.
    pub(in crate::report) fn code_of_stranger(&self, called: &str) -> String {
        let code = full_code(self.secret, &self.identity_of_stranger(called));
        slice(&code, ..=SHORTEST).to_owned()
    }

    /// Lets the first of these who was known in full later than by a short name be the same under both: "Siri" became
    /// Siri Ek, whoever else is called Siri since. Nobody does where somebody was called so before.
    pub(super) fn keep_first_identity(&mut self, same: &[usize], short: &[String], since: Uuid) {
        let known = |at: &usize| self.persons.get(*at).map(|person| (person.since, *at));
        let mut known: Vec<(Uuid, usize)> = same.iter().filter_map(known).collect();
        known.sort_unstable();
        if let Some((first, at)) = known.first()
            && known.get(1).is_none_or(|(next, _)| first < next)
        {
            self.keep_identity(*at, short, since);
        }
    }

    /// Lets somebody be the same under a name that the file had before: "Asa Lind" became Åsa Lind.
    pub(super) fn keep_identity(&mut self, at: usize, parts: &[String], since: Uuid) {
        if self.persons.get(at).is_none_or(|person| person.since <= since) {
            return;
        }
        let identity = parts.join(" ");
        let is_taken = self.persons.iter().any(|person| person.identity == identity);
        if let Some(person) = self.persons.get_mut(at) {
            person.since = since;
            if parts != person.parts && !is_taken {
                person.identity = identity;
            }
        }
    }
}

/// All that a code may have of a person with this identity.
fn full_code(secret: Uuid, identity: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(secret.as_bytes());
    hash.update(identity);
    let mut letters = hash.finalize().into_iter();
    let first = letters.next().map_or(0, usize::from);
    let first = LETTERS.get(first % LETTERS.len()).copied().unwrap_or_default();
    std::iter::once(first).chain(letters.map(|byte| char::from(b'0' + byte % 10))).collect()
}
