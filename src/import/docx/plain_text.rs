//! The paragraphs of a document → plain text as `minutes::read` expects it: headings marked as such, items with their
//! markers and indents, everything else apart. Where the document says nothing, nothing is marked, and reading guesses
//! as it does for any text.

use super::block::DocxListItem;
use super::flatten::{FlatParagraph, ParagraphKind};
use super::numbering::ListMarker;
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::read::{bullet, header, lines, shape};
use crate::model::FieldRole;

/// The marker of items whose own marker reading does not know.
const BULLET: &str = "•";

/// The most steps that a list is indented by.
const DEEPEST: usize = 15;

/// The longest line in bold that is a heading, in characters and words.
const LONGEST: (usize, usize) = (90, 14);

/// The most paragraphs that a sign-off takes.
const LONGEST_SIGN_OFF: usize = 40;

/// A text, and the paragraph that each of its lines comes from.
#[derive(Debug, Default)]
pub(super) struct PlainText {
    /// Lines, each ended by `\n`.
    pub(super) text: String,
    /// The index of the paragraph of each line.
    paragraphs: Vec<usize>,
}

impl PlainText {
    /// The index of the paragraph that a line comes from, lines being counted from 1.
    pub(super) fn paragraph(&self, line: usize) -> Option<usize> {
        self.paragraphs.get(line.checked_sub(1)?).copied()
    }

    fn line(&mut self, paragraph: usize, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.paragraphs.push(paragraph);
    }
}

/// Settles which paragraph is the title and which are headings, by the styles or, where there are none, by bold lines.
pub(super) fn settle(all: &mut [FlatParagraph]) {
    title(all);
    let shift = all.iter().filter_map(|paragraph| level(&paragraph.kind)).min().map_or(0, |least| least - 1);
    let is_styled = all.iter().any(|paragraph| level(&paragraph.kind).is_some());
    let bold: Vec<usize> = bold_headings(all);
    let bold = if is_styled || bold.len() >= 2 { bold } else { Vec::new() };
    let mut above = 0;
    for (at, paragraph) in all.iter_mut().enumerate() {
        match &mut paragraph.kind {
            ParagraphKind::Heading(level) => {
                *level -= shift;
                above = *level;
            }
            kind if bold.contains(&at) => {
                if let ParagraphKind::Item(DocxListItem { marker: ListMarker::Number(number), .. }) = kind
                    && let Some(run) = paragraph.runs.first_mut()
                {
                    run.text.insert_str(0, &format!("{number} "));
                }
                *kind = ParagraphKind::Heading(above + 1);
            }
            _ => {}
        }
    }
}

fn level(kind: &ParagraphKind) -> Option<u8> {
    if let ParagraphKind::Heading(level) = kind { Some(*level) } else { None }
}

/// The title is the first paragraph, if it is styled as one: as the title, or as a heading above all others.
fn title(all: &mut [FlatParagraph]) {
    let Some((first, rest)) = all.split_first_mut() else { return };
    let leads_fields = || {
        rest.first().is_some_and(|next| {
            next.kind == ParagraphKind::Fact || !header::read(&lines::split(&next.text()).0).fields.is_empty()
        })
    };
    if let ParagraphKind::Heading(level) = first.kind {
        let is_above =
            rest.iter().filter_map(|paragraph| self::level(&paragraph.kind)).all(|other| other > level);
        let names_a_part = vocabulary::section_kind(&first.text()) != crate::model::SectionKind::Notes;
        if !names_a_part && (is_above || leads_fields()) {
            first.kind = ParagraphKind::Title;
        }
    }
    let is_first_title = first.kind == ParagraphKind::Title;
    for paragraph in rest.iter_mut().filter(|paragraph| paragraph.kind == ParagraphKind::Title) {
        paragraph.kind = if is_first_title { ParagraphKind::Heading(1) } else { ParagraphKind::Text };
    }
}

/// The paragraphs below the header that are set apart by being bold and short.
fn bold_headings(all: &[FlatParagraph]) -> Vec<usize> {
    let head = head(all);
    let signed = sign_off(all).unwrap_or(all.len());
    let is_heading = |paragraph: &FlatParagraph| {
        let text = paragraph.text();
        let text = text.trim();
        let (chars, words) = (text.chars().count(), text.split_whitespace().count());
        let may = match &paragraph.kind {
            ParagraphKind::Text => true,
            ParagraphKind::Item(item) => item.depth == 0 && matches!(item.marker, ListMarker::Number(_)),
            _ => false,
        };
        may && paragraph.runs.iter().all(|run| run.bold && !run.green || run.text.trim().is_empty())
            && !text.contains('\n')
            && chars <= LONGEST.0
            && words <= LONGEST.1
            && text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '§')
            && !text.ends_with(['.', ',', ';'])
            && !text.contains(". ")
            && !vocabulary::is_introduction(text)
            && !vocabulary::is_sign_off(text)
    };
    let last = all.len().saturating_sub(1);
    let found = all.iter().enumerate().take(signed.min(last)).skip(head.max(1));
    found.filter(|(_, paragraph)| is_heading(paragraph)).map(|(at, _)| at).collect()
}

/// How many of the first paragraphs are the header.
fn head(all: &[FlatParagraph]) -> usize {
    let is_lead = |paragraph: &&FlatParagraph| {
        matches!(paragraph.kind, ParagraphKind::Title | ParagraphKind::Text | ParagraphKind::Fact)
    };
    let lead: Vec<FlatParagraph> = all.iter().take_while(is_lead).cloned().collect();
    let lead = write_all(&lead, 0, None);
    let lines = lines::split(&lead.text).0;
    let len = header::read(&lines).len;
    let last = len.checked_sub(1).and_then(|last| lead.paragraph(lines.get(last)?.number));
    last.map_or(0, |last| last + 1)
}

/// The paragraph that opens the sign-off: nothing but lines follow.
fn sign_off(all: &[FlatParagraph]) -> Option<usize> {
    let tail = all
        .iter()
        .rev()
        .take(LONGEST_SIGN_OFF)
        .take_while(|paragraph| paragraph.kind == ParagraphKind::Text)
        .count();
    let from = all.len() - tail;
    let opens = |paragraph: &FlatParagraph| {
        let text = paragraph.text();
        vocabulary::is_sign_off(text.split([':', '\n']).next().unwrap_or_default().trim())
    };
    (from..all.len()).find(|at| all.get(*at).is_some_and(opens))
}

/// The text of all paragraphs, settled before.
pub(super) fn write(all: &[FlatParagraph]) -> PlainText {
    write_all(all, head(all), sign_off(all))
}

fn write_all(all: &[FlatParagraph], head: usize, signed: Option<usize>) -> PlainText {
    let mut written = PlainText::default();
    let mut lists_people = false;
    for (at, paragraph) in all.iter().enumerate() {
        let text = paragraph.text();
        let above = at.checked_sub(1).and_then(|above| all.get(above)).map(|above| &above.kind);
        // Names under "Närvarande", and a role under a name, belong to what is right above them.
        let is_tight = paragraph.kind == ParagraphKind::Text
            && !paragraph.gap
            && (lists_people || signed.is_some_and(|signed| at > signed));
        let is_listed = match (&paragraph.kind, above) {
            (ParagraphKind::Item(item), Some(ParagraphKind::Item(above))) => item.list == above.list,
            (ParagraphKind::Row, Some(ParagraphKind::Row | ParagraphKind::Heads)) => true,
            _ => false,
        };
        if at > 0 && !is_tight && !is_listed {
            written.line(at, "");
        }
        lists_people = matches!(paragraph.kind, ParagraphKind::Text)
            && (is_tight && lists_people || is_people_label(&text))
            && (head == 0 || at < head);
        match &paragraph.kind {
            ParagraphKind::Heading(level) => {
                let text = one_line(&text);
                let marked = format!("{} {text}", "#".repeat(usize::from(*level).min(5) + 1));
                let is_marked = shape::marked(&marked).is_some();
                written.line(at, if is_marked { &marked } else { &text });
            }
            ParagraphKind::Title => written.line(at, &one_line(&text)),
            ParagraphKind::Item(item) => {
                let indent = " ".repeat(item.depth.min(DEEPEST) * 2);
                let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                written.line(at, &format!("{indent}{} {}", marker(item), lines.next().unwrap_or_default()));
                lines.for_each(|line| written.line(at, &format!("{indent}   {line}")));
            }
            ParagraphKind::Row | ParagraphKind::Heads => {
                written.line(at, &format!("{BULLET} {}", one_line(&text)));
            }
            ParagraphKind::Fact | ParagraphKind::Text => text.lines().for_each(|line| written.line(at, line)),
        }
    }
    written
}

/// The marker that an item is written with: its own, if reading takes it for a marker whatever follows.
pub(super) fn marker(item: &DocxListItem) -> &str {
    match &item.marker {
        ListMarker::Number(number)
            if number.starts_with(|c: char| c.is_ascii_alphanumeric())
                && bullet::bullet(&format!("{number} x")).is_some_and(|it| it.marker == number) =>
        {
            number
        }
        _ => BULLET,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_people_label(text: &str) -> bool {
    let label = text.trim();
    let label = label.strip_suffix(':').unwrap_or(label);
    matches!(vocabulary::field_role(label), Some(FieldRole::Present | FieldRole::Absent))
}
