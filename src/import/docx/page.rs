//! What a document told about its paragraphs → text as the reader of minutes knows it: headings marked as such, items
//! with their signs and indents, everything else apart. Where the document tells nothing, nothing is marked, and the
//! reader guesses as it does for any text.

use super::body::Item;
use super::numbering::Mark;
use super::told::{Kind, Told};
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::read::{bullet, header, heading, lines};
use crate::model::FieldRole;

/// The sign of items whose own sign the reader does not know.
pub(super) const SIGN: &str = "•";

/// Lists are indented by no more steps than this.
const DEEPEST: usize = 15;

/// The longest line in bold that is a heading, in characters and words.
const LONGEST: (usize, usize) = (90, 14);

/// A sign-off takes no more paragraphs than this.
const LONGEST_SIGN_OFF: usize = 40;

/// A text, and where its lines come from.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The text.
    pub(super) text: String,
    /// The paragraph of each line, from the first.
    of: Vec<usize>,
}

impl Page {
    /// The paragraph in which a line stands, lines being counted from 1.
    pub(super) fn paragraph(&self, line: usize) -> Option<usize> {
        self.of.get(line.checked_sub(1)?).copied()
    }

    fn line(&mut self, paragraph: usize, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.of.push(paragraph);
    }
}

/// Settles what is the title and what is a heading, by the styles or, where there are none, by bold lines.
pub(super) fn settle(all: &mut [Told]) {
    title(all);
    let shift = all.iter().filter_map(|told| level(&told.kind)).min().map_or(0, |least| least - 1);
    let is_styled = all.iter().any(|told| level(&told.kind).is_some());
    let bold: Vec<usize> = bold_headings(all);
    let bold = if is_styled || bold.len() >= 2 { bold } else { Vec::new() };
    let mut above = 0;
    for (at, told) in all.iter_mut().enumerate() {
        match &mut told.kind {
            Kind::Heading(level) => {
                *level -= shift;
                above = *level;
            }
            kind if bold.contains(&at) => {
                if let Kind::Item(Item { mark: Mark::Number(number), .. }) = kind
                    && let Some(run) = told.runs.first_mut()
                {
                    run.text.insert_str(0, &format!("{number} "));
                }
                *kind = Kind::Heading(above + 1);
            }
            _ => {}
        }
    }
}

fn level(kind: &Kind) -> Option<u8> {
    if let Kind::Heading(level) = kind { Some(*level) } else { None }
}

/// The title is the first paragraph, if it is styled as one: as the title, or as a heading above all others.
fn title(all: &mut [Told]) {
    let Some((first, rest)) = all.split_first_mut() else { return };
    let leads_fields = || {
        rest.first().is_some_and(|next| {
            next.kind == Kind::Fact || !header::read(&lines::split(&next.text()).0).fields.is_empty()
        })
    };
    if let Kind::Heading(level) = first.kind {
        let is_above = rest.iter().filter_map(|told| self::level(&told.kind)).all(|other| other > level);
        let names_a_part = vocabulary::section_kind(&first.text()) != crate::model::SectionKind::Notes;
        if !names_a_part && (is_above || leads_fields()) {
            first.kind = Kind::Title;
        }
    }
    let is_first_title = first.kind == Kind::Title;
    for told in rest.iter_mut().filter(|told| told.kind == Kind::Title) {
        told.kind = if is_first_title { Kind::Heading(1) } else { Kind::Text };
    }
}

/// The paragraphs that stand out by being bold and short, below the header.
fn bold_headings(all: &[Told]) -> Vec<usize> {
    let head = head(all);
    let signed = sign_off(all).unwrap_or(all.len());
    let is_heading = |told: &Told| {
        let text = told.text();
        let text = text.trim();
        let (chars, words) = (text.chars().count(), text.split_whitespace().count());
        let may = match &told.kind {
            Kind::Text => true,
            Kind::Item(item) => item.depth == 0 && matches!(item.mark, Mark::Number(_)),
            _ => false,
        };
        may && told.runs.iter().all(|run| run.bold && !run.green || run.text.trim().is_empty())
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
    found.filter(|(_, told)| is_heading(told)).map(|(at, _)| at).collect()
}

/// How many of the first paragraphs are the header.
fn head(all: &[Told]) -> usize {
    let is_lead = |told: &&Told| matches!(told.kind, Kind::Title | Kind::Text | Kind::Fact);
    let lead: Vec<Told> = all.iter().take_while(is_lead).cloned().collect();
    let page = write_all(&lead, 0, None);
    let lines = lines::split(&page.text).0;
    let len = header::read(&lines).len;
    let last = len.checked_sub(1).and_then(|last| page.paragraph(lines.get(last)?.number));
    last.map_or(0, |last| last + 1)
}

/// The paragraph that opens the sign-off: nothing but lines follow.
fn sign_off(all: &[Told]) -> Option<usize> {
    let tail = all.iter().rev().take(LONGEST_SIGN_OFF).take_while(|told| told.kind == Kind::Text).count();
    let from = all.len() - tail;
    let opens = |told: &Told| {
        let text = told.text();
        vocabulary::is_sign_off(text.split([':', '\n']).next().unwrap_or_default().trim())
    };
    (from..all.len()).find(|at| all.get(*at).is_some_and(opens))
}

/// The text of all paragraphs.
pub(super) fn write(all: &[Told]) -> Page {
    write_all(all, head(all), sign_off(all))
}

fn write_all(all: &[Told], head: usize, signed: Option<usize>) -> Page {
    let mut page = Page::default();
    let mut lists_people = false;
    for (at, told) in all.iter().enumerate() {
        let text = told.text();
        let above = at.checked_sub(1).and_then(|above| all.get(above)).map(|above| &above.kind);
        // Names under "Närvarande", and a role under a name, belong to what stands right above them.
        let is_tight = told.kind == Kind::Text
            && !told.gap
            && (lists_people || signed.is_some_and(|signed| at > signed));
        let is_listed = match (&told.kind, above) {
            (Kind::Item(item), Some(Kind::Item(above))) => item.list == above.list,
            (Kind::Row, Some(Kind::Row | Kind::Heads)) => true,
            _ => false,
        };
        if at > 0 && !is_tight && !is_listed {
            page.line(at, "");
        }
        lists_people = matches!(told.kind, Kind::Text)
            && (is_tight && lists_people || is_people_label(&text))
            && (head == 0 || at < head);
        match &told.kind {
            Kind::Heading(level) => {
                let text = one_line(&text);
                let marked = format!("{} {text}", "#".repeat(usize::from(*level).min(5) + 1));
                let is_marked = heading::marked(&marked).is_some();
                page.line(at, if is_marked { &marked } else { &text });
            }
            Kind::Title => page.line(at, &one_line(&text)),
            Kind::Item(item) => {
                let indent = " ".repeat(item.depth.min(DEEPEST) * 2);
                let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                page.line(at, &format!("{indent}{} {}", sign(item), lines.next().unwrap_or_default()));
                lines.for_each(|line| page.line(at, &format!("{indent}   {line}")));
            }
            Kind::Row | Kind::Heads => page.line(at, &format!("{SIGN} {}", one_line(&text))),
            Kind::Fact | Kind::Text => text.lines().for_each(|line| page.line(at, line)),
        }
    }
    page
}

/// The sign that the reader is given for an item: its own, if the reader takes it for a sign whatever follows.
pub(super) fn sign(item: &Item) -> &str {
    match &item.mark {
        Mark::Number(number)
            if number.starts_with(|c: char| c.is_ascii_alphanumeric())
                && bullet::bullet(&format!("{number} x")).is_some_and(|it| it.sign == number) =>
        {
            number
        }
        _ => SIGN,
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
