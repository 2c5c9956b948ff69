//! Minutes as Markdown that any renderer shows well and that `minutes::markdown::read` reads as the same value.
//! See `minutes::markdown` for what is in the comments.

use std::collections::BTreeMap;

use crate::i18n::Words;
use crate::i18n::due::occasion_in_words;
use crate::i18n::labels;
use crate::minutes::details::{Detail, derived_fields, kind_label};
use crate::minutes::markdown::implied::{self, BETWEEN, Manner};
use crate::minutes::markdown::item::is_number;
use crate::minutes::markdown::{
    Members, SCRIBE, SIGNED_ABOVE, differing, head_of, head_of_entry, head_of_section, plain_section, read,
    shorten_as_written, signed_above, syntax,
};
use crate::minutes::provenance::{SaidProvenance, scribe_of_all, unsaid_scribes};
use crate::minutes::read::signoff;
use crate::minutes::{Entry, Field, Minutes, Response, SCHEMA, Section};
use crate::model::{MinutesStatus, ResponseKind};

pub mod document;

/// Lines end with `\n`.
pub fn write(minutes: &Minutes, words: &Words) -> String {
    let mut page = MinutesWriter {
        out: String::new(),
        in_list: false,
        manner: Manner {
            words,
            as_written: usual_marker(minutes),
            date: minutes.date,
            said: SaidProvenance::default(),
        },
        above: Vec::new(),
    };
    page.head(minutes);
    for section in &minutes.sections {
        page.section(section);
    }
    page.foot(minutes);
    page.out
}

/// The most common marker before entries, of those that Markdown does not show.
fn usual_marker(minutes: &Minutes) -> Option<String> {
    let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for entry in minutes.sections.iter().flat_map(|section| &section.entries) {
        if !entry.as_written.as_deref().is_some_and(|marker| marker.is_empty() || is_shown(marker)) {
            *counts.entry(entry.as_written.as_deref()).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|&(_, count)| count).and_then(|(marker, _)| marker.map(str::to_owned))
}

/// Whether the marker before an entry has a meaning: a number or a letter, but not Word's `o` bullet.
fn is_shown(marker: &str) -> bool {
    marker != "o" && marker.chars().any(char::is_alphanumeric)
}

struct MinutesWriter<'w> {
    out: String,
    in_list: bool,
    manner: Manner<'w>,
    /// The columns at which the content of the entries begins under which the next one can be nested.
    above: Vec<usize>,
}

impl MinutesWriter<'_> {
    fn head(&mut self, minutes: &Minutes) {
        let words = self.manner.words;
        let untitled = minutes.title.is_empty();
        let implied = Minutes { title: minutes.title.clone(), ..Minutes::default() };
        let mut head = differing(&head_of(minutes), &implied);
        if untitled {
            head.insert("title".to_owned(), "".into());
        }
        head.insert("lang".to_owned(), words.lang.code().into());
        let above = signed_above(minutes);
        if !above.is_empty() {
            head.insert(SIGNED_ABOVE.to_owned(), serde_json::json!(above));
        }
        if let Some(marker) = &self.manner.as_written {
            head.insert("as_written".to_owned(), marker.as_str().into());
        }
        if let Some(scribe) = scribe_of_all(minutes) {
            head.insert(SCRIBE.to_owned(), scribe.into());
        }
        self.block(&syntax::comment(&format!("{SCHEMA} {}", serde_json::Value::Object(head))));
        let title =
            if untitled { words.publication.untitled.to_owned() } else { syntax::escape(&minutes.title) };
        self.block(&format!("# {title}"));
        if minutes.status == MinutesStatus::Draft {
            self.block(&read::draft_mark(words));
        }
        for field in &minutes.fields {
            self.field(field);
        }
        let scribes = unsaid_scribes(minutes, words).map(|scribes| (words.publication.scribe, scribes));
        for (label, value) in derived_fields(minutes, words).into_iter().chain(scribes) {
            let line = format!("**{label}:** {}", syntax::escape(&value));
            self.item(0, "-", &line, Some(&Members::new()));
        }
    }

    fn field(&mut self, field: &Field) {
        let closes_itself = field.label.ends_with(['?', '!', '.', ':']);
        let colon = if closes_itself { "" } else { ":" };
        let label = syntax::escape_label(&field.label);
        let line = if field.label.is_empty() {
            syntax::escape(&field.value)
        } else {
            format!("**{label}{colon}** {}", syntax::escape(&field.value))
        };
        let comment = differing(field, &implied::field(line.trim_end()));
        self.item(0, "-", &line, some(&comment));
    }

    fn section(&mut self, section: &Section) {
        self.above.clear();
        self.manner.said.begin_section();
        if section.heading.is_empty() {
            let mut comment = differing(&head_of_section(section), &plain_section(String::new(), 1));
            comment.insert("heading".to_owned(), "".into());
            self.block(&json_comment(&comment));
        } else {
            let level = section.level.saturating_add(1).clamp(2, 6);
            let heading = syntax::escape(&section.heading);
            let mut comment = differing(&head_of_section(section), &implied::section(&heading, level));
            shorten_as_written(&mut comment, &section.heading);
            let line = format!("{} {heading}", "#".repeat(usize::from(level)));
            self.block(&with_comment(&line, some(&comment)));
        }
        for paragraph in &section.intro {
            self.block(&syntax::escape(paragraph));
        }
        for (at, entry) in section.entries.iter().enumerate() {
            self.entry(entry, section, at == 0);
        }
    }

    fn entry(&mut self, entry: &Entry, section: &Section, is_first: bool) {
        let words = self.manner.words;
        let own = section.kind.own_kind();
        let written = entry.as_written.as_deref();
        let is_paragraph = written == Some("");
        let marker = written.filter(|marker| is_number(marker)).unwrap_or("-");
        let depth = if is_paragraph { 0 } else { usize::from(entry.depth).min(self.above.len()) };
        self.above.truncate(depth);
        let indent = self.above.last().copied().unwrap_or(0);
        let line = visible(entry, own, words);
        let implied_marker = (!is_paragraph).then_some(marker);
        let depth = u8::try_from(depth).unwrap_or(u8::MAX);
        let mut implied = implied::entry(line.trim_end(), implied_marker, depth, section, &self.manner);
        let details = self.details(entry, section);
        if let Some(details) = &details {
            implied::details(details, &mut implied, words);
        }
        let comment = differing(&head_of_entry(entry), &implied);
        let under = if is_paragraph {
            // Where a paragraph could be read as an intro, an empty comment says that it is an entry.
            let forced = is_first.then_some(&comment).or(some(&comment));
            self.block(&with_comment(&line, forced));
            0
        } else {
            self.item(indent, marker, &line, some(&comment));
            self.above.push(indent + marker.len() + 1);
            indent + marker.len() + 1
        };
        if let Some(details) = details {
            self.item(under, "-", &details, None);
        }
        for response in &entry.responses {
            self.response(under, response);
        }
    }

    /// The line of details under an entry; `None` if it has none.
    fn details(&mut self, entry: &Entry, section: &Section) -> Option<String> {
        let words = self.manner.words;
        let shown = |detail: &Detail| {
            format!("**{}:** {}", detail.label(words), syntax::escape(&detail.value(words)))
        };
        let Manner { date, said, .. } = &mut self.manner;
        let details: Vec<String> = Detail::unsaid(entry, section, *date, said).iter().map(shown).collect();
        (!details.is_empty()).then(|| details.join(BETWEEN))
    }

    fn response(&mut self, indent: usize, response: &Response) {
        let line = visible_response(response, self.manner.words);
        let implied = implied::response(line.trim_end(), self.manner.words);
        let mut comment = implied.map(|implied| differing(response, &implied)).unwrap_or_default();
        shorten_as_written(&mut comment, &response.text);
        self.item(indent, "-", &line, some(&comment));
    }

    fn foot(&mut self, minutes: &Minutes) {
        let words = self.manner.words;
        if let Some(next) = &minutes.next {
            let next = syntax::escape(&occasion_in_words(words, next));
            self.block(&format!("**{}:** {next}", words.publication.next));
        }
        let signed: Vec<_> = minutes.signatures_below().collect();
        if signed.is_empty() {
            return;
        }
        self.block("---");
        let as_written = minutes.signoff_as_written.as_deref().unwrap_or_default();
        for (opening, signature) in signoff::opened(as_written, signed, words.publication.at_the_pen) {
            if let Some(opening) = opening {
                self.block(&read::opens_signoff(&opening));
            }
            let name = syntax::escape(&signature.name);
            let role = syntax::escape(&signature.role);
            let line = match (name.as_str(), role.as_str()) {
                ("", role) => role.to_owned(),
                (name, "") => format!("**{name}**"),
                (name, role) => format!("**{name}**, {role}"),
            };
            self.item(0, "-", &line, None);
        }
    }

    /// Writes a line after an empty one.
    fn block(&mut self, line: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(line);
        self.out.push('\n');
        self.in_list = false;
    }

    fn item(&mut self, indent: usize, marker: &str, line: &str, comment: Option<&Members>) {
        if !self.in_list {
            self.out.push('\n');
        }
        let line = format!("{}{marker} {line}", " ".repeat(indent));
        self.out.push_str(&with_comment(&line, comment));
        self.out.push('\n');
        self.in_list = true;
    }
}

/// The visible Markdown of an entry: `[**Beslut:**] [**U-4**] [_a)_] words`.
fn visible(entry: &Entry, own: crate::model::Kind, words: &Words) -> String {
    let number = entry.number.as_deref().filter(|number| !number.is_empty());
    let marker = entry.as_written.as_deref().filter(|marker| is_shown(marker) && !is_number(marker));
    let before = [
        kind_label(entry.kind, own, words).map(|label| format!("**{label}:** ")),
        number.map(|number| format!("**{}** ", syntax::escape_label(number))),
        marker.map(|marker| format!("_{}_ ", syntax::escape(marker))),
    ];
    before.into_iter().flatten().collect::<String>() + &syntax::escape(&entry.text)
}

fn visible_response(response: &Response, words: &Words) -> String {
    let kind = labels::response_kind(words.lang, response.kind);
    let label = match (&response.due, response.kind) {
        (Some(due), _) => {
            format!("{} ({kind}, {})", words.publication.response, crate::i18n::due::due_in_words(words, due))
        }
        (None, ResponseKind::Answer) => words.publication.response.to_owned(),
        (None, _) => format!("{} ({kind})", words.publication.response),
    };
    format!("**{}:** {}", syntax::escape(&label), syntax::escape(&response.text))
}

/// `None` for an object without members.
fn some(members: &Members) -> Option<&Members> {
    Some(members).filter(|members| !members.is_empty())
}

fn json_comment(members: &Members) -> String {
    syntax::comment(&serde_json::Value::Object(members.clone()).to_string())
}

fn with_comment(line: &str, comment: Option<&Members>) -> String {
    match comment {
        Some(comment) => format!("{} {}", line.trim_end(), json_comment(comment)),
        None => line.trim_end().to_owned(),
    }
}
