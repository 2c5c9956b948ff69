//! What is typed or pasted → clean lines, and what each of them is proposed to become.
//!
//! The rows of a paste are read as they would be if they were typed, but for what acts at once: commands, corrections
//! and responses become notes with a remark. A heading leads the rows after it; one that the meeting does not have
//! becomes a section, as if it were typed. Nothing is taken before it has been seen.

use super::{Context, Fit, Line, LineRemark, Marker, Meaning, Refusal, fit_heading, parse, split_marker};
use crate::i18n::vocabulary::{fold, minutes::section_kind, pen::SPEECH};
use crate::model::{Kind, SectionKind};

mod mail;

/// The bullets of other programs; `\u{f0b7}` is Word's own.
const BULLETS: [char; 14] =
    ['-', '–', '—', '•', '*', '·', '‣', '◦', '▪', '●', '○', '■', '\u{f0b7}', '\u{2043}'];

/// How deep rows are indented at most.
const DEEPEST: usize = 4;

/// The words as they may be stored: without control characters, every tab and line break a space. Nothing else is
/// changed; characters that turn the direction of writing stay and are made visible where the text is shown.
pub fn clean(text: &str) -> String {
    let cleaned = |c: char| match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{feff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(cleaned).collect()
}

/// A line of a paste that is not blank, without the bullets of other programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedLine {
    /// The words with their marker and tokens.
    pub words: String,
    /// How deep it is indented in its list; 0 is the outermost.
    pub depth: u8,
    /// Whether it had a bullet or a number.
    pub is_listed: bool,
}

/// What a line of a paste is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PastedRole {
    /// Something to capture.
    Entry,
    /// The heading of a section of the meeting, or of a new one, where the lines after it go.
    Heading,
    /// A greeting, a signature, the head of a quoted mail.
    Mail,
}

/// A line of a paste, and what it is proposed to become.
#[derive(Debug, Clone, PartialEq)]
pub struct PastedRow {
    /// The line itself.
    pub source: PastedLine,
    /// What it is.
    pub role: PastedRole,
    /// What it becomes if it is captured.
    pub line: Line,
    /// The section that it goes to, among those of the meeting and the new ones after them; `None` for the one that is
    /// pasted into.
    pub section: Option<usize>,
}

/// What a paste is proposed to become.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pasted {
    /// Its rows, in their order.
    pub rows: Vec<PastedRow>,
    /// The headings of the sections that the meeting does not have, in their order.
    pub new_headings: Vec<String>,
}

/// Splits a paste into its lines.
pub fn split_paste(text: &str) -> Vec<PastedLine> {
    let mut indents = Indents::default();
    let mut lines = Vec::new();
    for line in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let is_blank = |c: char| c.is_whitespace() || c.is_control();
        let trimmed = line.trim_matches(is_blank);
        let without = without_bullet(trimmed);
        let words = clean(without).trim().to_owned();
        if words.is_empty() {
            continue;
        }
        let is_listed = without.len() < trimmed.len();
        let depth = indents.depth(indent(line), is_listed);
        lines.push(PastedLine { words, depth, is_listed });
    }
    lines
}

/// Reads a paste against what its lines would be typed against; `kinds` are those of the meeting's sections.
pub fn read_paste(text: &str, context: &Context<'_>, kinds: &[SectionKind]) -> Pasted {
    let lines = split_paste(text);
    let of_mail = mail::is_of_mail(&lines);
    let mut section = None;
    let mut headings = context.headings.to_vec();
    let mut kinds = kinds.to_vec();
    let rows: Vec<PastedRow> = lines
        .into_iter()
        .zip(of_mail)
        .map(|(source, is_of_mail)| {
            let here = section.and_then(|at: usize| kinds.get(at).copied()).unwrap_or(context.section);
            let (line, heading) = {
                let context = Context { section: here, answering: None, headings: &headings, ..*context };
                read_line(&source.words, &context)
            };
            let heading = heading.filter(|_| !is_of_mail).map(|found| match found {
                FoundHeading::Known(at) => at,
                FoundHeading::New => {
                    headings.push(line.text.clone());
                    kinds.push(section_kind(&line.text));
                    headings.len() - 1
                }
            });
            let role = match heading {
                _ if is_of_mail => PastedRole::Mail,
                Some(at) => {
                    section = Some(at);
                    PastedRole::Heading
                }
                None => PastedRole::Entry,
            };
            PastedRow { source, role, line, section }
        })
        .collect();
    let new_headings = headings.split_off(context.headings.len());
    Pasted { rows, new_headings }
}

/// A heading among the lines.
enum FoundHeading {
    /// The one with this index.
    Known(usize),
    /// One that is not there yet.
    New,
}

/// What a line becomes, and which heading it is.
fn read_line(words: &str, context: &Context<'_>) -> (Line, Option<FoundHeading>) {
    match parse(words, context) {
        Ok(Meaning::Entry(line)) => (line, None),
        Ok(Meaning::Section(heading)) => match fit_heading(&heading, context.headings) {
            Fit::One(at) => (Line::literal(heading), Some(FoundHeading::Known(at))),
            Fit::None if !heading.is_empty() => (Line::literal(heading), Some(FoundHeading::New)),
            Fit::Several(_) | Fit::None => (Line::literal(words), None),
        },
        Err(Refusal::Named) => {
            let (kind, words) = match split_marker(words) {
                (Marker::Kind(kind), words) => (Some(kind), words),
                _ => (None, words),
            };
            (Line { kind, remarks: vec![LineRemark::Named], ..Line::literal(words) }, None)
        }
        // The words are kept as a note, without the marker that would have made them more.
        Ok(Meaning::Response(_)) => (as_note(words, '='), None),
        Ok(Meaning::Continue(_)) => (as_note(words, '+'), None),
        Ok(Meaning::Command(..) | Meaning::Correct { .. }) => {
            (Line { remarks: vec![LineRemark::NotPasted], ..Line::literal(words) }, None)
        }
        _ => (Line::literal(words), None),
    }
}

/// The words after a marker that means something only where a line is written.
fn as_note(words: &str, marker: char) -> Line {
    let text = words.strip_prefix(marker).unwrap_or(words).trim_start();
    Line { remarks: vec![LineRemark::NotPasted], kind: Some(Kind::NOTE), ..Line::literal(text) }
}

/// The indents of the rows over a row, each deeper than the one before it.
#[derive(Default)]
struct Indents(Vec<usize>);

impl Indents {
    /// How deep a row is. One that is neither in a list nor indented begins anew.
    fn depth(&mut self, indent: usize, is_listed: bool) -> u8 {
        if indent == 0 && !is_listed {
            self.0.clear();
            return 0;
        }
        while self.0.last().is_some_and(|last| *last > indent) {
            self.0.pop();
        }
        if self.0.last().is_none_or(|last| *last < indent) {
            self.0.push(indent);
        }
        u8::try_from((self.0.len() - 1).min(DEEPEST)).unwrap_or(0)
    }
}

/// How many columns of blanks a line begins with, where a tab goes to the next multiple of four.
fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.fold(0, |columns, c| if c == '\t' { columns / 4 * 4 + 4 } else { columns + 1 })
}

/// A line without its bullet, number (`1.`, `2)`), letter (`a)`) or check box; each needs white space after it. An
/// empty check box is a marker of the pen, and stays.
fn without_bullet(line: &str) -> &str {
    let bullet = line.strip_prefix(BULLETS).filter(|_| !is_speech(line));
    // Outlook's bullet of the second level is a letter, known from a word by the gap after it.
    let hollow =
        || line.strip_prefix('o').filter(|rest| rest.starts_with(['\t', '\u{a0}']) || rest.starts_with("  "));
    let numbered = || {
        let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - after.len();
        after.strip_prefix(['.', ')']).filter(|_| (1..=3).contains(&digits))
    };
    let lettered = || line.strip_prefix(|c: char| c.is_ascii_lowercase())?.strip_prefix(')');
    let rest = bullet.or_else(hollow).or_else(numbered).or_else(lettered);
    let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace));
    let Some(rest) = rest.map(str::trim_start) else { return line };
    let boxed = ["[x]", "[X]", "☐", "☑"].iter().find_map(|tick| rest.strip_prefix(tick));
    boxed.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(rest, str::trim_start)
}

/// Whether a dash opens somebody's words: "– Det blir bra, säger Eva".
fn is_speech(line: &str) -> bool {
    let said = || line.split(',').skip(1).filter_map(|part| part.split_whitespace().next());
    line.starts_with(['–', '—']) && said().any(|word| SPEECH.contains(&fold(word).as_str()))
}

#[cfg(test)]
mod tests;
