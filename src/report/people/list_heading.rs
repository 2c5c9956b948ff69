//! Under which headings people are listed: one that says so, and those that go on below it. It sees no entries.

use super::value::is_about_persons;
use super::words::{Word, words};
use crate::i18n::vocabulary::bodies::{is_body, is_no_name};
use crate::i18n::vocabulary::columns::is_column_head;
use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::lists::{column, is_beside_names, is_organisation};
use crate::i18n::vocabulary::minutes::{bare, is_about_presence, is_numbered_table, is_role};
use crate::i18n::vocabulary::names::{AND, WordClass, class};
use crate::i18n::vocabulary::people::{AFTER_LIST_START, LISTS_BEFORE, PEOPLE_LIST_STARTS, is_particle};
use crate::i18n::vocabulary::stated::{StatedPersons, stated_persons};
use crate::i18n::vocabulary::subjects::{DEFINITE, person};
use crate::minutes::read::attendees::{are_names, heads_people, in_rows, row_of_word, table_of_word};
use crate::minutes::read::table::{cells, is_rule};
use crate::minutes::{Entry, Minutes};

/// The most words of a heading that says that people follow.
const MOST_WORDS: usize = 7;

/// Ends of nouns that are no names, where each word of a heading has a capital: "Social Hållbarhet".
const NOUN_ENDS: &[&str] =
    &["het", "heter", "ning", "ningar", "tion", "tioner", "skap", "else", "dom", "ende", "ande"];

/// Which headings of a meeting have people under them, asked for one after the other in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListHeadings {
    /// The last heading that says so, and how deep it is.
    last: Option<(String, u8)>,
    /// Whether nothing has been under it so far.
    is_empty: bool,
    /// Whether nothing is right under it, so that what is below it is under further headings.
    is_apart: bool,
}

impl ListHeadings {
    /// The heading by which what is under this one may be a list of people: its own, or one above it of which it is a
    /// part ("Bordsplacering" under "Deltagare"), or that has nothing of its own ("Dessa kom:" right below it).
    pub(crate) fn heading(&mut self, heading: &str, level: u8, is_empty: bool) -> Option<&str> {
        if says_that_people_follow(heading) {
            self.last = Some((heading.to_owned(), level));
            self.is_empty = is_empty;
            self.is_apart = is_empty;
        } else if let Some((_, above)) = &self.last
            && (level > *above || level == *above && (self.is_empty || self.is_apart && is_group(heading)))
        {
            self.is_empty &= is_empty;
        } else {
            self.last = None;
        }
        self.last.as_ref().map(|(heading, _)| heading.as_str())
    }
}

/// Whether a heading among those of a list of people is that of more of them: "Tekniska kontoret", "Elever".
fn is_group(heading: &str) -> bool {
    let label = bare(heading);
    is_body(heading) || is_organisation(&label) || is_role(&label) || person(&label).is_some()
}

/// Names that are alone in a paragraph, or in a heading right above a list.
pub(super) fn lone_names(minutes: &Minutes) -> impl Iterator<Item = &str> {
    minutes.sections.iter().flat_map(|section| {
        let is_item = |entry: &Entry| entry.as_written.as_deref() != Some("");
        let paragraphs = section.intro.iter().map(|text| (text.as_str(), false));
        let entries = section.entries.iter().map(move |entry| (entry.text.as_str(), is_item(entry)));
        let lines: Vec<(&str, bool)> =
            std::iter::once((section.heading.as_str(), false)).chain(paragraphs).chain(entries).collect();
        let above = lines.windows(2).filter_map(|pair| match pair {
            [(text, false), (_, true)] => Some(*text),
            _ => None,
        });
        let alone = section.intro.iter().flat_map(|text| text.lines());
        above.chain(alone).filter(|text| is_lone_name(text)).collect::<Vec<_>>()
    })
}

/// Names on lines of their own, one below the other, whatever is above them: "Ledamöter" as the title, a table's people
/// as paragraphs. What is beside a name goes with it: "Maja Lind, lärare".
pub(super) fn rows_of_names(minutes: &Minutes) -> Vec<&str> {
    let lines = minutes.sections.iter().flat_map(|section| {
        let entries = section.entries.iter().map(|entry| entry.text.as_str());
        section.intro.iter().map(String::as_str).chain(entries).chain([""])
    });
    let lines: Vec<&str> = lines.flat_map(str::lines).map(str::trim).collect();
    let rows = lines.chunk_by(|line, next| begins_with_name(line) && begins_with_name(next));
    rows.filter(|row| row.len() > 1).flatten().copied().collect()
}

/// The people of tables that Word had, whatever is above them: the rows below a head like "Efternamn – Förnamn".
pub(super) fn tables_of_names(minutes: &Minutes) -> Vec<String> {
    let mut found = Vec::new();
    for section in &minutes.sections {
        let lines: Vec<&str> = section.entries.iter().map(|entry| entry.text.as_str()).collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| heads_people(line)) {
            let rows = table_of_word(lines.iter().skip(at).copied()).unwrap_or_default();
            found.extend(in_rows(rows.iter().map(String::as_str)).unwrap_or_default());
        }
    }
    found
}

/// Whether a line is a known given name and a surname, perhaps with something after a comma or in parentheses.
fn begins_with_name(line: &str) -> bool {
    let name = line.split([',', '(', '–', '\t']).next().unwrap_or_default().trim();
    let all = words(name);
    let is_part = |word: &Word<'_>| word.capital || is_particle(&word.folded);
    (2..=4).contains(&all.len())
        && all.first().is_some_and(|first| first.capital && class(&first.folded).is(WordClass::GIVEN))
        && all.last().is_some_and(|last| last.capital)
        && all.iter().all(is_part)
        && are_names(name)
        && !is_body(name)
}

/// Whether a line is somebody's name in full and nothing else: it is written so, and its words are known for nothing
/// else.
fn is_lone_name(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':');
    let is_noun = |word: &str| {
        let is_surname = class(word).is(WordClass::GIVEN.or(WordClass::SURNAME));
        !is_surname
            && (DEFINITE.ends(word) || NOUN_ENDS.iter().any(|end| word.ends_with(end)) || is_no_name(word))
    };
    let folded = fold(text);
    // "Kommentar av Ove Sund"
    let is_by = folded
        .split_once(" av ")
        .is_some_and(|(what, _)| !what.split(' ').all(|word| class(word).is(WordClass::GIVEN)));
    text.contains(' ') && !is_by && are_names(text) && !is_body(text) && !folded.split(' ').any(is_noun)
}

/// Whether a heading says that a list of people is below it: "Närvarande", "Deltagare från förvaltningen", "Dessa var
/// med", but not "Vad deltagarna sa".
pub(super) fn says_that_people_follow(heading: &str) -> bool {
    if is_about_persons(heading) {
        return true;
    }
    let label = bare(heading);
    let words: Vec<&str> = label.split(' ').collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let goes_on = words.get(1).is_none_or(|next| AFTER_LIST_START.contains(next));
    let is_lead = LISTS_BEFORE.iter().any(|end| label.ends_with(end) && label.trim_end_matches(end) != label);
    words.len() <= MOST_WORDS
        && !heading.trim_end().ends_with(['.', '?', '!'])
        && (PEOPLE_LIST_STARTS.contains(first) && goes_on && last.len() > 1 || is_lead)
}

/// Whether a line under a heading belongs to a list of persons. Under the number of a table there may as well be what
/// was said there.
pub(crate) fn is_in_list(heading: &str, line: &str) -> bool {
    says_that_people_follow(heading)
        && (lists_names(line) || !is_numbered_table(heading) && !is_sentence(line))
}

/// Whether a line has nothing but names, and roles beside them.
fn lists_names(line: &str) -> bool {
    let is_of_list = |word: &Word<'_>| {
        word.capital
            || is_role(&word.folded)
            || AND.contains(&&*word.folded)
            || word.folded.chars().all(|c| c.is_ascii_digit())
            || is_particle(&word.folded)
            || stated_persons(line) != StatedPersons::default() && person(&word.folded).is_some()
    };
    !line.trim_end().ends_with(['!', '?']) && words(line).iter().all(is_of_list)
}

/// Whether a line is the head of a table of people, or the rule below it: "| Namn | Roll |", "Namn – Roll" as a table
/// of Word is read, "Namn, roll".
pub(crate) fn is_frame_of_table(line: &str) -> bool {
    let is_head = |cell: &&str| {
        cell.is_empty()
            || column(cell).is_some()
            || is_column_head(cell)
            || is_beside_names(cell)
            || is_about_presence(cell)
    };
    let are_heads = |cells: &[&str]| cells.iter().all(is_head);
    let are_apart = |mark: &str| {
        let heads: Vec<&str> = line.split(mark).map(str::trim).collect();
        heads.len() > 1 && are_heads(&heads)
    };
    is_rule(line)
        || cells(line).is_some_and(|cells| are_heads(&cells))
        || are_apart(" – ")
        || are_apart(", ") && heads_people(&line.replace(", ", " – "))
}

/// Whether a line is the head of a list of people ("Namn – Roll", "Namn, roll") and the row below it has fewer parts.
pub(crate) fn is_head_of_more(head: &str, row: &str) -> bool {
    let is_people = |mark: &str| {
        let heads: Vec<&str> = head.split(mark).map(str::trim).collect();
        let is_head = heads_people(&heads.join(" – "));
        is_head && row.split(mark).count() < heads.len()
    };
    is_people(" – ") || is_people(", ")
}

fn is_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['.', '!', '?'])
}

/// The people under such a heading, as they are listed: each line, each row of a table with its cells in the order in
/// which names are written.
pub(crate) fn people_in(heading: &str, texts: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rows: Vec<String> = Vec::new();
    let mut is_of_word = false;
    for line in texts.iter().flat_map(|text| text.lines()).map(str::trim).chain([""]) {
        // A table of Word is read row by row.
        is_of_word = heads_people(line) || is_of_word && !line.is_empty() && !line.contains('|');
        if is_of_word {
            rows.push(row_of_word(line));
            continue;
        }
        if line.contains('|') {
            rows.push(if line.starts_with('|') { line.to_owned() } else { format!("| {line}") });
            continue;
        }
        found.extend(in_rows(std::mem::take(&mut rows).iter().map(String::as_str)).unwrap_or_default());
        // "Dessa var med: Moa Ek, Ola Lund."
        let list = line.rsplit_once(": ").filter(|(lead, _)| says_that_people_follow(lead));
        match list {
            Some((_, list)) => found.push(list.trim_end_matches('.').to_owned()),
            None if is_in_list(heading, line) && !is_frame_of_table(line) => found.push(line.to_owned()),
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_that_people_follow() {
        for heading in [
            "Deltagare",
            "Deltagarförteckning",
            "Deltagare från förvaltningen",
            "Dessa var med",
            "Från kommunen deltog även:",
        ] {
            assert!(says_that_people_follow(heading), "{heading}");
        }
        for heading in
            ["Vad deltagarna sa", "Deltagare sökes", "Utmaningar", "Vilka var med?", "Mötet deltog."]
        {
            assert!(!says_that_people_follow(heading), "{heading}");
        }
    }

    #[test]
    fn what_is_below_a_list_of_people_may_be_a_part_of_it() {
        let mut headings = ListHeadings::default();
        let mut of =
            |heading: &str, level, is_empty| headings.heading(heading, level, is_empty).map(str::to_owned);
        assert_eq!(of("Deltagare", 1, true).as_deref(), Some("Deltagare"));
        assert_eq!(of("Från skolan", 1, false).as_deref(), Some("Deltagare"));
        assert_eq!(of("Gruppindelning", 2, false).as_deref(), Some("Deltagare"));
        assert_eq!(of("Tips", 1, false), None);
        assert_eq!(of("Delmål", 2, false), None);
    }
}
