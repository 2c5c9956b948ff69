//! A paste of several lines: what each of them becomes and where it goes, before anything is saved. Those that are
//! ticked are one step to undo.
//!
//! ```text
//! ╭─ Klistra in ───────────────────────────────────────────────╮
//! │ 3 av 4 rader · till Tips                                   │
//! │  ○ -  Hej Karin!                                           │
//! │ ▌● !  Ingen vet vem som bestämmer       Utmaningar   @Eva  │
//! │  ● >  Jag ska ringa inköp                      fre 6 mar   │
//! │  ●   - Fråga leverantören                                  │
//! │ utmaning · sagt av Eva                                     │
//! ╰────────────────────────────────────────────────────────────╯
//! ```

use std::collections::HashMap;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::i18n::dates::Doubt;
use crate::i18n::due::due_near;
use crate::i18n::vocabulary::minutes::section_kind;
use crate::i18n::{Words, labels};
use crate::model::id::SectionId;
use crate::model::{Kind, NoteKind, Section, SectionKind};
use crate::ops::{self, CapturePlace, Caught, NewSection};
use crate::pen::{self, Context, Line, LineRemark, Meaning, Pasted, PastedRole, PastedRow};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::{HalfLine, LineAt};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, width};
use crate::ui::widgets::ticked_rows::{ProposedRow, TickedRows, widest};

mod said;

use said::{unticked, who};

/// The kinds that a row can become, beside its section's own.
const KINDS: [Kind; 8] = [
    Kind::NOTE,
    Kind::CHALLENGE,
    Kind::COMMITMENT,
    Kind::ACTION,
    Kind::Note(NoteKind::Question),
    Kind::Note(NoteKind::Quote),
    Kind::Decision,
    Kind::PARKED,
];

/// The preview of a paste: closes with [`DialogAnswer::Yes`] once its rows are on disk.
#[derive(Debug)]
pub struct Paste {
    at: CapturePlace,
    /// The sections of the meeting and the new ones, and the one that is pasted into, by its index.
    sections: Vec<PasteSection>,
    here: usize,
    /// The day that dates count from, and that on which the rows are pasted.
    today: NaiveDate,
    written: NaiveDate,
    /// The names in the register.
    names: Vec<String>,
    list: ProposedList,
    /// The rows as they were, while they are joined to one.
    apart: Option<ProposedList>,
    /// What was said instead of saving the rows as they are.
    said: Option<SaidFirst>,
    /// What was pasted.
    text: String,
}

/// Why rows were not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SaidFirst {
    /// Something in them is not understood; they are saved all the same when that is asked for again.
    Doubt,
    /// One names somebody in a meeting that is written without names.
    Name,
}

/// A section that rows can go to.
#[derive(Debug)]
struct PasteSection {
    /// `None` for one that the paste makes.
    id: Option<SectionId>,
    heading: String,
    kind: SectionKind,
}

/// The rows and their ticks.
#[derive(Debug, Default)]
struct ProposedList {
    rows: Vec<PastedRow>,
    ticks: TickedRows,
}

impl ProposedList {
    fn of(rows: Vec<PastedRow>) -> Self {
        let ticks = TickedRows::of(rows.iter().map(is_taken).collect());
        Self { rows, ticks }
    }
}

/// Whether a row is ticked at first: not where it is part of a mail, has a name that the meeting does not take, or is a
/// command or a correction.
fn is_taken(row: &PastedRow) -> bool {
    let only_acts = row.line.remarks.contains(&LineRemark::NotPasted) && row.line.kind.is_none();
    row.role == PastedRole::Entry && !row.line.remarks.contains(&LineRemark::Named) && !only_acts
}

impl Paste {
    /// Rows to be captured in a section of a meeting, or where each of them says.
    pub fn new(
        at: CapturePlace,
        sections: Vec<Section>,
        context: &Context<'_>,
        (text, pasted): (&str, Pasted),
    ) -> Self {
        let here = sections.iter().position(|section| section.id == at.section).unwrap_or(0);
        let own = sections.into_iter().map(|section| {
            let Section { id, heading, kind, .. } = section;
            PasteSection { id: Some(id), heading, kind }
        });
        let new = pasted.new_headings.into_iter().map(|heading| {
            let kind = section_kind(&heading);
            PasteSection { id: None, heading, kind }
        });
        let sections = own.chain(new).collect();
        Self {
            at,
            sections,
            here,
            today: context.today,
            written: context.written,
            names: context.names.to_vec(),
            list: ProposedList::of(pasted.rows),
            apart: None,
            said: None,
            text: text.to_owned(),
        }
    }

    /// The section that a row goes to, by its index, where it is not the one that is pasted into. A heading that is
    /// ticked is an entry, and makes no section for the rows after it.
    fn place(&self, row: &PastedRow) -> Option<usize> {
        row.section.filter(|section| !self.is_entry(*section))
    }

    /// Whether the heading of a new section is taken as an entry.
    fn is_entry(&self, section: usize) -> bool {
        let is_new = self.sections.get(section).is_some_and(|section| section.id.is_none());
        let is_heading = |row: &PastedRow| row.role == PastedRole::Heading && row.section == Some(section);
        let rows = &self.list.rows;
        is_new && rows.iter().enumerate().any(|(at, row)| is_heading(row) && self.list.ticks.is_ticked(at))
    }

    /// The indices of the new sections that are made.
    fn made(&self) -> Vec<usize> {
        let is_made = |at: &usize| self.sections[*at].id.is_none() && !self.is_entry(*at);
        let has_heading = |at: &usize| {
            let mut rows = self.list.rows.iter();
            rows.any(|row| row.section == Some(*at))
        };
        (0..self.sections.len()).filter(is_made).filter(has_heading).collect()
    }

    fn section(&self, row: &PastedRow) -> Option<&PasteSection> {
        self.sections.get(self.place(row).unwrap_or(self.here))
    }

    fn section_kind(&self, row: &PastedRow) -> SectionKind {
        self.section(row).map_or(SectionKind::Notes, |section| section.kind)
    }

    fn kind(&self, row: &PastedRow) -> Kind {
        row.line.kind_in(self.section_kind(row))
    }

    fn chosen(&self) -> Option<&PastedRow> {
        self.list.rows.get(self.list.ticks.chosen())
    }

    /// Changes a row; a name in it becomes that of who said it or who answers for it.
    fn change(&mut self, at: usize, kind: Option<Kind>, section: Option<usize>) {
        let Some(row) = self.list.rows.get_mut(at) else { return };
        (row.line.kind, row.section) = (kind, section);
        let kind = self.sections.get(section.unwrap_or(self.here)).map_or(SectionKind::Notes, |to| to.kind);
        row.line.name_for(kind);
    }

    /// Changes the chosen row to the kind that comes after its own, or before it.
    fn turn_kind(&mut self, forward: bool) {
        let Some(row) = self.chosen() else { return };
        let (own, kind) = (self.section_kind(row).own_kind(), self.kind(row));
        let mut kinds: Vec<Kind> = KINDS.to_vec();
        for kind in [own, kind] {
            if !kinds.contains(&kind) {
                kinds.insert(0, kind);
            }
        }
        let (kind, section) = (after(&kinds, |other| *other == kind, forward).copied(), row.section);
        self.change(self.list.ticks.chosen(), kind, section);
    }

    /// Moves the chosen row to the section that comes after its own, or before it.
    fn turn_section(&mut self, forward: bool) {
        let Some(row) = self.chosen() else { return };
        let now = row.section.unwrap_or(self.here);
        let all: Vec<usize> = (0..self.sections.len()).collect();
        let (kind, section) = (row.line.kind, after(&all, |other| *other == now, forward).copied());
        self.change(self.list.ticks.chosen(), kind, section);
    }

    /// Makes all rows that are ticked as the chosen one is: its kind, in its section.
    fn make_alike(&mut self) {
        let Some(row) = self.chosen() else { return };
        let (kind, section) = (self.kind(row), row.section);
        for at in self.list.ticks.taken().collect::<Vec<_>>() {
            self.change(at, Some(kind), section);
        }
    }

    /// Makes one row of all that are ticked, or takes it apart again.
    fn join(&mut self) {
        if let Some(apart) = self.apart.take() {
            self.list = apart;
            return;
        }
        let taken: Vec<&PastedRow> =
            self.list.ticks.taken().filter_map(|at| self.list.rows.get(at)).collect();
        let [first, rest @ ..] = taken.as_slice() else { return };
        if rest.is_empty() {
            return;
        }
        let mut one = PastedRow { role: PastedRole::Entry, ..(*first).clone() };
        one.source.depth = 0;
        for row in rest {
            let Line { text, tags, due, owner, speaker, .. } = row.line.clone();
            one.line.text = format!("{} {text}", one.line.text);
            one.line.tags.extend(tags);
            one.line.due = one.line.due.or(due);
            if one.line.owner.is_none() && one.line.speaker.is_none() {
                (one.line.owner, one.line.speaker) = (owner, speaker);
            }
        }
        one.line.tags.dedup();
        let kind = self.section_kind(&one);
        one.line.name_for(kind);
        self.apart = Some(std::mem::replace(&mut self.list, ProposedList::of(vec![one])));
    }

    /// The rows that are ticked, as they will be saved. None is more than one step deeper than the row before it.
    fn caught(&self) -> Vec<(Option<usize>, Caught)> {
        let made = self.made();
        let mut deepest: HashMap<Option<usize>, u8> = HashMap::new();
        let rows = self.list.ticks.taken().filter_map(|at| self.list.rows.get(at));
        rows.map(|row| {
            let place = self.place(row);
            let most = deepest.get(&place).map_or(0, |last| last + 1);
            let depth = row.source.depth.min(most);
            deepest.insert(place, depth);
            let section = place.and_then(|at| self.sections.get(at)).and_then(|section| section.id);
            let new = made.iter().position(|at| Some(*at) == place);
            let mut line = row.line.clone();
            line.name_for(self.section_kind(row));
            (new, Caught { depth, section, ..Caught::from(line) })
        })
        .collect()
    }

    fn new_section(&self, at: usize) -> NewSection {
        let PasteSection { heading, kind, .. } = &self.sections[at];
        NewSection { heading: heading.clone(), kind: *kind, intro: Vec::new() }
    }

    /// Those of the rows that are ticked that have something to look at: it becomes words, or a new person.
    fn not_understood(&self) -> impl Iterator<Item = usize> {
        let has =
            |at: &usize| self.list.rows.get(*at).is_some_and(|row| pen::has_question(&row.line.remarks));
        self.list.ticks.taken().filter(has)
    }

    /// The first of the rows that are ticked that the meeting does not take.
    fn named(&self) -> Option<usize> {
        let names = |row: &PastedRow| row.line.remarks.contains(&LineRemark::Named);
        self.list.ticks.taken().find(|at| self.list.rows.get(*at).is_some_and(names))
    }

    /// What is in the columns of a row that is taken: the section where that is another, who, by when.
    fn cells(&self, at: usize, row: &PastedRow, words: &Words) -> [String; 3] {
        if !self.list.ticks.is_ticked(at) {
            let is_made =
                row.role == PastedRole::Heading && self.section(row).is_some_and(|it| it.id.is_none());
            let made = if is_made { words.round_table.paste_new_section } else { "" };
            return [made.to_owned(), String::new(), String::new()];
        }
        let heading = self.place(row).filter(|at| *at != self.here).and_then(|at| self.sections.get(at));
        [
            heading.map(|section| section.heading.clone()).unwrap_or_default(),
            who(&row.line),
            self.due(&row.line, words),
        ]
    }

    /// By when, and what looks like a date and is none.
    fn due(&self, line: &Line, words: &Words) -> String {
        let wrong = line.remarks.iter().find_map(|remark| match remark {
            LineRemark::NoSuchDay(date)
            | LineRemark::NotADate(date)
            | LineRemark::SecondDate(date)
            | LineRemark::DateAsText(date) => Some(format!("{date}?")),
            LineRemark::NotPasted => Some(format!("{}?", words.round_table.paste_only_words)),
            _ => None,
        });
        let due = line.due.as_ref().map(|due| due_near(words, due, self.written));
        due.into_iter().chain(wrong).collect::<Vec<_>>().join(" ")
    }

    fn shown<'a>(&self, at: usize, row: &'a PastedRow, cells: &[String]) -> ProposedRow<'a> {
        let marker = match row.role {
            PastedRole::Heading if !self.list.ticks.is_ticked(at) => HEADING,
            PastedRole::Mail if !self.list.ticks.is_ticked(at) => "",
            _ => labels::typed_marker(self.kind(row)),
        };
        let tags: Vec<String> = row.line.tags.iter().map(|tag| format!("#{tag}")).collect();
        let doubt = |remark: &LineRemark| *remark != LineRemark::Date(Doubt::NoYear);
        ProposedRow {
            marker,
            depth: row.source.depth.into(),
            text: &row.line.text,
            note: tags.join(" "),
            cells: cells.to_vec(),
            is_doubtful: row.line.remarks.iter().any(doubt),
        }
    }

    /// What the chosen row will become, as the preview at the pen says it.
    fn described(&self, words: &Words) -> String {
        let Some(row) = self.chosen() else { return String::new() };
        if !self.list.ticks.is_ticked(self.list.ticks.chosen()) {
            return match (row.role, self.section(row)) {
                (PastedRole::Heading, Some(section)) => match section.id {
                    Some(_) => (words.pen.goes_to_section)(&section.heading),
                    None => (words.pen.makes_section)(&section.heading),
                },
                (PastedRole::Mail, _) => {
                    format!("{}: {}", words.round_table.paste_left, words.round_table.paste_of_mail)
                }
                _ => unticked(row, words),
            };
        }
        let context = Context {
            today: self.today,
            written: self.written,
            section: self.section_kind(row),
            answering: None,
            names: &self.names,
            bodies: &[],
            nameless: false,
            tags: &[],
            headings: &[],
            latest: None,
            challenges: "",
        };
        let said = pen::describe(&Ok(Meaning::Entry(row.line.clone())), &context, words);
        let into = self.section(row).map(|section| (words.round_table.paste_into)(&section.heading));
        format!("{said} · {}", into.unwrap_or_default())
    }
}

/// What a heading is typed with.
const HEADING: &str = "#";

/// The one after the one that is looked for, or before it; at the ends it begins again.
fn after<T>(all: &[T], is_it: impl Fn(&T) -> bool, forward: bool) -> Option<&T> {
    let at = all.iter().position(is_it)?;
    let step = if forward { 1 } else { all.len() - 1 };
    all.get((at + step) % all.len())
}

impl Screen for Paste {
    fn scope(&self) -> Scope {
        Scope::Paste
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let was_said = self.said.take();
        match command {
            Command::Submit | Command::Open => {
                let (at, rows) = (self.at, self.caught());
                let new: Vec<NewSection> = self.made().iter().map(|at| self.new_section(*at)).collect();
                if rows.is_empty() && new.is_empty() {
                    return Ok(Effect::None);
                }
                let named = self.named().map(|row| (row, SaidFirst::Name));
                let doubted = self.not_understood().next().map(|row| (row, SaidFirst::Doubt));
                let doubted = doubted.filter(|_| was_said != Some(SaidFirst::Doubt));
                if let Some((first, why)) = named.or(doubted) {
                    self.list.ticks.choose(first);
                    self.said = Some(why);
                    return Ok(Effect::None);
                }
                let said = (ctx.look.words.round_table.done.pasted)(rows.len());
                let write = Write::new(said, move |store| ops::capture_under(store, at, &new, rows));
                return Ok(write.then(|_: &mut Self, _, _| Ok(Effect::Close(DialogAnswer::Yes))).into());
            }
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            Command::NextKind => self.turn_kind(true),
            Command::PreviousKind => self.turn_kind(false),
            Command::NextSection => self.turn_section(true),
            Command::PreviousSection => self.turn_section(false),
            Command::MakeAlike => self.make_alike(),
            Command::JoinRows => self.join(),
            other if self.list.ticks.run(other) => {}
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn draft(&self) -> Option<HalfLine> {
        HalfLine::of(LineAt::Paste(self.at.meeting.0), &self.text)
    }

    fn unsaved_words(&self) -> Option<String> {
        let words = self.list.rows.iter().map(|row| row.line.text.as_str());
        Some(words.collect::<Vec<_>>().join("\n"))
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        self.list.ticks.click(row);
        Ok(Effect::None)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let (words, theme) = (&look.words.round_table, &look.theme);
        let cells: Vec<[String; 3]> =
            self.list.rows.iter().enumerate().map(|(at, row)| self.cells(at, row, look.words)).collect();
        let widths = widest(cells.iter().map(<[String; 3]>::as_slice));
        let tall = u16::try_from(cells.len()).unwrap_or(u16::MAX).clamp(4, 100) + 5;
        let room = panel(canvas, area, (112, tall), words.paste, theme);
        let columns = usize::from(room.width);
        let (total, ticked) = self.list.ticks.count();
        let count = fit(&(words.paste_rows)(ticked, total), columns).into_owned();
        canvas.text(room, &count, theme.strong);
        if self.apart.is_some() {
            let beside = width(&count).min(columns);
            let x = room.x + u16::try_from(beside).unwrap_or(room.width);
            let said = Rect { x, width: room.right().saturating_sub(x), ..room };
            canvas.text(
                said,
                &fit(&format!(" · {}", words.paste_joined), usize::from(said.width)),
                theme.dim,
            );
        }
        // A blank line over the last one where there is room for it.
        let below = if room.height > 10 { 2 } else { 1 };
        let list = Rect {
            x: room.x.saturating_sub(1),
            y: room.y + 1,
            width: room.width + 1,
            height: room.height.saturating_sub(1 + below),
        };
        self.list.ticks.draw(canvas, list, theme, &widths, |at| {
            let row = self.list.rows.get(at).zip(cells.get(at));
            row.map(|(row, cells)| self.shown(at, row, cells)).unwrap_or_default()
        });
        canvas.text_right(room, &format!("  {}", self.list.ticks.beyond()), theme.dim);
        if let Some(last) = room.rows().next_back().filter(|last| last.y > list.y) {
            let (said, style) = match self.said {
                Some(SaidFirst::Doubt) => {
                    ((words.paste_look_first)(self.not_understood().count()), theme.warning)
                }
                Some(SaidFirst::Name) => (words.paste_nameless.to_owned(), theme.warning),
                None => (self.described(look.words), theme.dim),
            };
            canvas.text(last, &fit(&said, columns), style);
        }
    }
}
