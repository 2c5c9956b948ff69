//! Pieces → sections with their intros and entries. It decides nothing about dates.

use chrono::NaiveDate;

use super::SectionLines;
use super::bullet::bullet;
use super::heading::headings;
use super::meaning::{self, EntryContext, EntryMeaning};
use super::pieces::Piece;
use super::promise::Participants;
use super::response::{self, ResponseDoubt};
use super::shape::words_and_level;
use super::table::{self, TableLine};
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::minutes::layout::base_kind;
use crate::minutes::{Entry, Section};
use crate::model::{Kind, NoteKind, SectionKind};

/// The deepest level of nested lists; what is deeper is read as on this one.
const DEEPEST: usize = 20;

/// The sections, the doubts with their lines, and the lines that the parts of each section begin on.
pub fn read(
    pieces: &[Piece<'_>],
    date: Option<NaiveDate>,
    participants: &Participants,
) -> (Vec<Section>, Vec<(usize, ResponseDoubt)>, Vec<SectionLines>) {
    let is_heading = headings(pieces);
    let mut sections = Vec::new();
    let mut doubts = Vec::new();
    let mut section_lines = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let heading = pieces.get(at).filter(|_| is_heading.get(at) == Some(&true));
        let from = at + usize::from(heading.is_some());
        let len = is_heading.iter().skip(from).take_while(|is_heading| !**is_heading).count();
        let content = pieces.get(from..from + len).unwrap_or_default();
        let (section, entries) =
            Builder::new(heading, content, date, participants).build(content, &mut doubts);
        sections.push(section);
        section_lines.push(SectionLines { heading: heading.map(|piece| piece.number), entries });
        at = from + len;
    }
    (sections, doubts, section_lines)
}

struct Builder<'a> {
    section: Section,
    date: Option<NaiveDate>,
    participants: &'a Participants,
    is_list: bool,
    indents: Vec<usize>,
    /// What each entry is in a table.
    in_table: Vec<Option<TableLine>>,
}

impl<'a> Builder<'a> {
    fn new(
        heading: Option<&Piece<'_>>,
        content: &[Piece<'_>],
        date: Option<NaiveDate>,
        participants: &'a Participants,
    ) -> Self {
        let line = heading.map(|piece| &*piece.text).unwrap_or_default();
        let (heading, level) = words_and_level(line);
        let section = Section {
            heading: heading.to_owned(),
            as_written: (heading != line).then(|| line.to_owned()),
            level,
            kind: vocabulary::section_kind(heading),
            intro: Vec::new(),
            entries: Vec::new(),
        };
        Self {
            section,
            date,
            participants,
            is_list: content.iter().any(|piece| piece.is_item),
            indents: Vec::new(),
            in_table: Vec::new(),
        }
    }

    /// The section, and the line of each entry.
    fn build(
        mut self,
        content: &[Piece<'_>],
        doubts: &mut Vec<(usize, ResponseDoubt)>,
    ) -> (Section, Vec<usize>) {
        let mut lines = Vec::new();
        let in_table = table::lines(content.iter().map(|piece| &*piece.text));
        for (piece, in_table) in content.iter().zip(in_table) {
            if let Some(entry) = self.entry(piece, in_table) {
                lines.push(piece.number);
                self.section.entries.push(entry);
                self.in_table.push(in_table);
            }
        }
        let mut entries = std::mem::take(&mut self.section.entries);
        let in_table = std::mem::take(&mut self.in_table);
        for ((entry, in_table), line) in entries.iter_mut().zip(in_table).zip(lines.iter().copied()) {
            let mut meaning = self.meaning(entry, in_table);
            let (kind, len) = (meaning.kind, entry.text.len());
            if kind.has_responses() {
                let is_challenge =
                    self.section.kind == SectionKind::Challenges && matches!(kind, Kind::Challenge(_));
                let split = response::split(&entry.text, is_challenge);
                entry.text = split.statement;
                entry.responses.splice(0..0, split.response);
                doubts.extend(split.doubt.map(|doubt| (line, doubt)));
            } else if kind == Kind::NOTE
                && let Some(split) = response::of_note(&entry.text)
            {
                entry.text = split.statement;
                entry.responses.splice(0..0, split.response);
            }
            if entry.text.len() != len {
                meaning = self.meaning(entry, in_table);
            }
            let is_answered = meaning.kind == Kind::NOTE && !entry.responses.is_empty();
            entry.kind = if is_answered { Kind::Note(NoteKind::Question) } else { meaning.kind };
            entry.owner = meaning.owner;
            entry.due = meaning.due;
        }
        self.section.entries = entries;
        (self.section, lines)
    }

    /// The entry of a piece; `None` where the piece is an intro, or answers the entry before it.
    fn entry(&mut self, piece: &Piece<'_>, in_table: Option<TableLine>) -> Option<Entry> {
        let item = bullet(&piece.text).filter(|_| piece.is_item);
        let is_answerable = || {
            self.section.entries.last().is_some_and(|last| {
                let kind = self.meaning(last, self.in_table.last().copied().flatten()).kind;
                kind.has_responses()
                    || kind == Kind::NOTE && (last.text.ends_with('?') || !last.responses.is_empty())
            })
        };
        if let Some(item) = item {
            // "Svar: …" under the question that it answers.
            let is_below = self.indents.last().is_some_and(|last| piece.indent > *last);
            let answer = response::on_own_line(item.rest).filter(|_| is_below && is_answerable());
            if let Some(answer) = answer
                && let Some(last) = self.section.entries.last_mut()
            {
                last.responses.push(answer);
                return None;
            }
            let depth = self.depth(piece.indent);
            return Some(new_entry(item.marker, item.rest, depth));
        }
        if let Some(response) = response::on_own_line(&piece.text).filter(|_| is_answerable())
            && let Some(last) = self.section.entries.last_mut()
        {
            last.responses.push(response);
            return None;
        }
        // The heads of a table that a section begins with say what its rows are, and are none.
        let is_frame = matches!(in_table, Some(TableLine::Frame(_)));
        if is_frame && self.section.entries.is_empty() {
            self.section.intro.push(piece.text.to_string());
            return None;
        }
        let is_task = |line: TableLine| line.is_of_tasks() || self.section.kind == SectionKind::Actions;
        let is_entry = self.section.kind != SectionKind::Notes && !self.is_list && !piece.text.ends_with(':')
            || in_table.is_some_and(is_task);
        if !self.section.entries.is_empty() || is_entry || self.is_distinct(&piece.text) {
            return Some(new_entry("", &piece.text, 0));
        }
        self.section.intro.push(piece.text.to_string());
        None
    }

    /// How deep an item is, by the items before it.
    fn depth(&mut self, indent: usize) -> u8 {
        while self.indents.last().is_some_and(|last| *last > indent) {
            self.indents.pop();
        }
        if self.indents.last() != Some(&indent) && self.indents.len() <= DEEPEST {
            self.indents.push(indent);
        }
        u8::try_from(self.indents.len().saturating_sub(1)).unwrap_or(0)
    }

    fn meaning(&self, entry: &Entry, in_table: Option<TableLine>) -> EntryMeaning {
        let marker = entry.as_written.as_deref().unwrap_or_default();
        let base = base_kind(marker, self.is_list, self.section.kind);
        meaning::of(&entry.text, marker, base, EntryContext { line: in_table, ..self.context() })
    }

    fn context(&self) -> EntryContext<'_> {
        EntryContext {
            section: self.section.kind,
            heading: &self.section.heading,
            date: self.date,
            participants: self.participants,
            line: None,
        }
    }

    /// Whether a paragraph is more than an introduction: something to do, or something that was answered.
    fn is_distinct(&self, text: &str) -> bool {
        meaning::says_its_kind(text, self.context()) || response::of_note(text).is_some()
    }
}

fn new_entry(marker: &str, text: &str, depth: u8) -> Entry {
    Entry { depth, as_written: Some(marker.to_owned()), ..Entry::new(Kind::NOTE, text) }
}
