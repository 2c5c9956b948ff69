//! Reads the Markdown that the program writes, into the same value. Lines that somebody added or changed since
//! become what they look like; no word is left out. Markdown that people wrote from scratch is not read here.

use serde_json::Value;

use super::implied::{self, Manner};
use super::item::{MarkdownItem, MarkdownLine};
use super::{
    Members, SCRIBE, SIGNED_ABOVE, amended, head_of_section, lengthen_as_written, plain_section,
    restore_signed_above, syntax,
};
use crate::i18n::due::occasion_in_words;
use crate::i18n::{Lang, Words};
use crate::minutes::provenance::SaidProvenance;
use crate::minutes::read::signoff;
use crate::minutes::{Entry, Field, Minutes, Response, SCHEMA, Section};
use crate::model::Signature;

/// The minutes in a document that [`crate::export::md`] wrote; `None` for any other text.
pub fn read(text: &str) -> Option<Minutes> {
    let text = text.trim_start_matches('\u{FEFF}');
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let MarkdownLine::Comment(comment) =
        MarkdownLine::of(lines.by_ref().find(|line| !line.trim().is_empty())?)
    else {
        return None;
    };
    let mut head: Members = serde_json::from_str(comment.strip_prefix(SCHEMA)?).ok()?;
    let lang = head.remove("lang").as_ref().and_then(Value::as_str).and_then(Lang::from_code);
    let words = lang.unwrap_or_default().words();
    let above = head.remove(SIGNED_ABOVE).and_then(|value| serde_json::from_value(value).ok());
    let as_written = head.remove("as_written").and_then(|value| value.as_str().map(str::to_owned));
    let scribe = head.remove(SCRIBE).and_then(|value| value.as_str().map(str::to_owned));
    let mut reader = MarkdownReader {
        generated: Vec::new(),
        manner: Manner { words, as_written, date: None, said: SaidProvenance::default() },
        scribe,
        minutes: Minutes::default(),
        head,
        signed_above: above.unwrap_or_default(),
        place: MinutesPart::Head,
        above: Vec::new(),
        entry: None,
    };
    reader.begin();
    for line in lines {
        reader.line(line);
    }
    Some(reader.end())
}

/// The lines that the writer makes from the head alone, so that the reader skips them.
pub(crate) fn generated(minutes: &Minutes, words: &Words) -> Vec<String> {
    let next = minutes.next.as_ref().map(|next| {
        format!("**{}:** {}", words.publication.next, syntax::escape(&occasion_in_words(words, next)))
    });
    let mut lines = vec![draft_mark(words), opens_signoff(words.publication.at_the_pen)];
    lines.extend(next);
    let opening = signoff::lines_that_open(minutes.signoff_as_written.as_deref().unwrap_or_default());
    lines.extend(opening.iter().map(|opening| opens_signoff(opening)));
    lines
}

/// The quotation under the title of minutes that are not final.
pub(crate) fn draft_mark(words: &Words) -> String {
    format!("> **{}**", words.publication.draft)
}

/// The line above the signatures of a part of the sign-off.
pub(crate) fn opens_signoff(opening: &str) -> String {
    format!("**{}**", syntax::escape(opening))
}

#[derive(Clone, Copy, PartialEq)]
enum MinutesPart {
    Head,
    Section,
    Signoff,
}

/// An entry whose details and responses may still follow.
struct PendingEntry {
    implied: Entry,
    comment: Members,
    responses: Vec<Response>,
}

struct MarkdownReader<'w> {
    generated: Vec<String>,
    manner: Manner<'w>,
    minutes: Minutes,
    /// Who wrote down every entry.
    scribe: Option<String>,
    /// The members of the first comment.
    head: Members,
    /// Which signatures are header fields: see [`super::signed_above`].
    signed_above: Vec<(usize, usize)>,
    place: MinutesPart,
    /// The content columns of the entries that the next one may be nested under, outermost first.
    above: Vec<usize>,
    entry: Option<PendingEntry>,
}

impl MarkdownReader<'_> {
    fn begin(&mut self) {
        let without_title = std::mem::take(&mut self.head);
        let untitled = without_title.contains_key("title");
        self.minutes = amended(Minutes::default(), without_title);
        self.manner.date = self.minutes.date;
        self.generated = generated(&self.minutes, self.manner.words);
        if untitled {
            self.generated.push(format!("# {}", self.manner.words.publication.untitled));
        }
    }

    fn line(&mut self, line: &str) {
        if self.generated.iter().any(|generated| generated == line) {
            return;
        }
        match MarkdownLine::of(line) {
            MarkdownLine::Blank => {}
            MarkdownLine::Rule => {
                self.close_entry();
                self.place = MinutesPart::Signoff;
            }
            MarkdownLine::Heading(1, text)
                if self.place == MinutesPart::Head && self.minutes.title.is_empty() =>
            {
                self.minutes.title = syntax::unescape(text);
            }
            MarkdownLine::Heading(level, text) => self.heading(level, text),
            MarkdownLine::Comment(comment) => {
                self.open(amended(plain_section(String::new(), 1), members(Some(comment))));
            }
            MarkdownLine::Item(item) => self.item(&item),
            MarkdownLine::Paragraph(text) => self.paragraph(text),
        }
    }

    fn heading(&mut self, level: u8, text: &str) {
        let (visible, comment) = syntax::split_comment(text);
        let mut comment = members(comment);
        let section = implied::section(visible, level);
        lengthen_as_written(&mut comment, &section.heading);
        self.open(amended(section, comment));
    }

    fn open(&mut self, section: Section) {
        self.close_entry();
        self.above.clear();
        self.place = MinutesPart::Section;
        self.manner.said.begin_section();
        self.minutes.sections.push(section);
    }

    fn section(&mut self) -> &mut Section {
        if self.minutes.sections.is_empty() {
            self.minutes.sections.push(plain_section(String::new(), 1));
        }
        let last = self.minutes.sections.len() - 1;
        &mut self.minutes.sections[last]
    }

    fn item(&mut self, item: &MarkdownItem) {
        let (visible, comment) = syntax::split_comment(item.text);
        match self.place {
            MinutesPart::Head => self.field(visible, comment),
            MinutesPart::Signoff => self.minutes.signoff.push(implied::signature(visible)),
            MinutesPart::Section => {
                if !self.continues_entry(visible, comment) {
                    while self.above.last().is_some_and(|&content| item.indent < content) {
                        self.above.pop();
                    }
                    let depth = u8::try_from(self.above.len()).unwrap_or(u8::MAX);
                    self.above.push(item.content);
                    self.open_entry(visible, Some(item.mark), depth, comment);
                }
            }
        }
    }

    fn field(&mut self, visible: &str, comment: Option<&str>) {
        let comment = comment.map(|comment| members(Some(comment)));
        // An empty comment marks a line that follows from the head and is no field.
        if comment.as_ref().is_none_or(|comment| !comment.is_empty()) {
            let field: Field = amended(implied::field(visible), comment.unwrap_or_default());
            self.minutes.fields.push(field);
        }
    }

    /// Takes an item as details or as a response of the entry above it; `false` where it is neither.
    fn continues_entry(&mut self, visible: &str, comment: Option<&str>) -> bool {
        let words = self.manner.words;
        let Some(entry) = &mut self.entry else { return false };
        if let Some(response) = implied::response(visible, words) {
            let mut comment = members(comment);
            lengthen_as_written(&mut comment, &response.text);
            entry.responses.push(amended(response, comment));
            return true;
        }
        implied::details(visible, &mut entry.implied, words)
    }

    fn paragraph(&mut self, text: &str) {
        let (visible, comment) = syntax::split_comment(text);
        match self.place {
            MinutesPart::Signoff => {
                let name = syntax::unescape(visible);
                self.minutes.signoff.push(Signature { name, role: String::new() });
            }
            MinutesPart::Section if comment.is_some() || self.entry.is_some() => {
                self.above.clear();
                self.open_entry(visible, None, 0, comment);
            }
            MinutesPart::Head | MinutesPart::Section => {
                self.place = MinutesPart::Section;
                self.section().intro.push(syntax::unescape(visible));
            }
        }
    }

    fn open_entry(&mut self, visible: &str, mark: Option<&str>, depth: u8, comment: Option<&str>) {
        self.close_entry();
        let section = head_of_section(self.section());
        let implied = implied::entry(visible, mark, depth, &section, &self.manner);
        self.entry = Some(PendingEntry { implied, comment: members(comment), responses: Vec::new() });
    }

    fn close_entry(&mut self) {
        if let Some(PendingEntry { implied, comment, responses }) = self.entry.take() {
            let entry = Entry { responses, ..amended(implied, comment) };
            self.manner.said.changes_with(&entry);
            self.section().entries.push(entry);
        }
    }

    fn end(mut self) -> Minutes {
        self.close_entry();
        for entry in self.minutes.sections.iter_mut().flat_map(|section| &mut section.entries) {
            if self.scribe.is_some() {
                entry.provenance.get_or_insert_default().scribe.clone_from(&self.scribe);
            }
        }
        restore_signed_above(&mut self.minutes, &self.signed_above);
        self.minutes
    }
}

/// The members in a comment; none where there is no comment or it is no longer JSON.
fn members(comment: Option<&str>) -> Members {
    comment.and_then(|comment| serde_json::from_str(comment).ok()).unwrap_or_default()
}
