//! Who is given a task by the sentence of an action: "Kim Rot får i uppdrag att ringa", "uppdras åt Eva Al att skriva".

use super::promise::sentences;
use crate::i18n::vocabulary::promises::{DOUBTS, GIVEN_TASK, GIVES, NOBODY, TASK_TO, TO_DO};
use crate::text::slice;

/// The most words of whoever is given a task.
const MOST_WORDS: usize = 5;

/// Who is given a task, as it is written.
pub(super) fn owner(text: &str) -> Option<&str> {
    sentences(text).find_map(in_sentence)
}

fn in_sentence(sentence: &str) -> Option<&str> {
    let is_doubt = |word: &str| DOUBTS.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()));
    let lower = sentence.to_lowercase();
    // A letter whose small form has another length would move what follows.
    let is_open = lower.len() != sentence.len() || sentence.ends_with('?') || lower.split(' ').any(is_doubt);
    if is_open {
        return None;
    }
    let before = || {
        let at = GIVEN_TASK.iter().find_map(|task| lower.find(task))?;
        let clause = slice(sentence, ..at);
        clause.rsplit([',', ':', ';', '–']).next()
    };
    let after = || {
        let (at, lead) = TASK_TO.iter().find_map(|lead| Some((lower.find(lead)?, lead)))?;
        let rest = slice(sentence, at + lead.len()..);
        rest.find(TO_DO).map(|end| slice(rest, ..end))
    };
    let between = || {
        let (_, task) = GIVES.iter().find_map(|(gives, task)| {
            let at = lower.find(gives)? + gives.len();
            let end = at + slice(&lower, at..).find(task)?;
            Some((gives, at..end))
        })?;
        Some(slice(sentence, task))
    };
    after().or_else(between).or_else(before).map(str::trim).filter(|name| is_somebody(name))
}

/// Whether words may be whoever is given a task: they begin with a capital, are few and name no one in general.
fn is_somebody(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_nobody = |word: &&str| NOBODY.contains(&word.to_lowercase().as_str());
    (1..=MOST_WORDS).contains(&words.len())
        && name.starts_with(char::is_uppercase)
        && !words.iter().any(is_nobody)
}
