//! Who is responsible for an action by names at its end that only the other texts of a material make clear: "Städa
//! (Ljung och Stock)", "Diska /GH", "Kalla; Ljung, 3/10".

use super::{KnownPeople, Mention, Who};
use crate::i18n::vocabulary::names::AND;
use crate::i18n::vocabulary::promises::RESPONSIBLE;
use crate::text::slice;

/// What is before whoever is responsible, at the end of an action.
const MARKS: [&str; 9] = [" (", " [", "; ", " /", " – ", " - ", " → ", " -> ", ", "];

/// How many parts at the end of an action are looked at: the names, and by when.
const PARTS: usize = 2;

impl KnownPeople {
    /// Who is responsible for an action by the words that it ends with, several with commas between them.
    pub(in crate::report) fn owners_at_end(&self, action: &str) -> Option<String> {
        let mut rest = action.trim_end().trim_end_matches('.');
        if !MARKS.iter().any(|mark| rest.contains(mark)) {
            return None;
        }
        let mut found = self.find(action);
        found.retain(|mention| mention.naming.contact().is_none());
        for _ in 0..PARTS {
            let ends = MARKS.iter().filter_map(|mark| Some((rest.rfind(mark)?, *mark)));
            let (at, mark) = ends.max_by_key(|(at, mark)| (at + mark.len(), mark.len()))?;
            let start = at + mark.len();
            let (own, before): (Vec<&Mention>, Vec<&Mention>) =
                found.iter().filter(|it| it.at.start < rest.len()).partition(|it| it.at.start >= start);
            if !own.is_empty() {
                // "Bjud in Eva Ek, Bo Al"
                let is_list = mark == ", " && !before.is_empty();
                return (!is_list && is_nothing_else(rest, start, &own)).then(|| self.as_known(action, &own));
            }
            if !slice(rest, start..).contains(|c: char| c.is_ascii_digit()) {
                return None;
            }
            rest = slice(rest, ..at);
        }
        None
    }

    fn as_known(&self, text: &str, names: &[&Mention]) -> String {
        let name = |mention: &&Mention| match mention.who {
            Who::One(at) => self.person(at).map_or("", |person| person.name.as_str()),
            Who::Somebody | Who::Stranger => slice(text, mention.at.clone()),
        };
        names.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a text says nothing from `start` on beside these names.
fn is_nothing_else(text: &str, start: usize, names: &[&Mention]) -> bool {
    let mut between = Vec::new();
    let mut end = start;
    for name in names {
        let from = name.title.as_ref().map_or(name.at.start, |title| title.start);
        between.push(slice(text, end..from));
        end = name.at.end;
    }
    between.push(slice(text, end..));
    let words = between.iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
    let is_beside = |word: &str| AND.contains(&word) || RESPONSIBLE.contains(&word.to_lowercase().as_str());
    !names.iter().any(|name| name.genitive) && words.filter(|word| !word.is_empty()).all(is_beside)
}
