//! What may be personal in a publication, before it leaves: each person or thing with its kind and where it is; those
//! that are in several places open to these. Answers [`DialogAnswer::Yes`] to let it go out as it is,
//! [`DialogAnswer::Choice`] with the index of a finding to see its place, or the command that hides names.
//!
//! ```text
//! ╭─ 2 saker att titta på innan det går ut ───────────────────────╮
//! │ ▌ telefonnummer   … ring 042-10 50 00 om …      Tips           │
//! │   namn            Sofie Heimdahl                2 ställen      │
//! │                     … prata med Sofie Heimdahl  Vardagen       │
//! │                     … fråga Heimdahl om …       Kvällen        │
//! ╰────────────────────────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::labels;
use crate::report::folded::{FoundThing, fold};
use crate::report::privacy::{Finding, PublicationPart};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::screen::Screen;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, width, wrap};

/// How many columns the kinds take.
const KIND: usize = 18;
/// From so many columns on the headings are at the right.
const WIDE: u16 = 70;
/// With fewer columns than this the kinds have none of their own.
const NARROW: u16 = 50;

/// What was found, with one row chosen.
#[derive(Debug)]
pub struct Findings {
    all: Vec<Finding>,
    things: Vec<FoundThing>,
    /// The thing whose places are shown.
    open: Option<usize>,
    rows: Rows,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FindingRow {
    /// A person or thing, by its index.
    Thing(usize),
    /// One of several places of a thing, by the index of its finding.
    Place(usize),
}

/// What is found, the words around it, and where it is.
type RowCells = (&'static str, Vec<Span<'static>>, String);

impl Findings {
    /// These findings, the first one chosen.
    pub fn new(all: Vec<Finding>) -> Self {
        let things = fold(&all);
        Self { rows: Rows::of(things.len()), all, things, open: None }
    }

    /// The same with the finding of this index chosen.
    #[must_use]
    pub fn at(mut self, finding: Option<usize>) -> Self {
        let Some(finding) = finding else { return self };
        let Some(at) = self.things.iter().position(|thing| thing.places.contains(&finding)) else {
            return self;
        };
        self.rows.select(at);
        if self.things[at].places.len() > 1 {
            self.unfold(Some(at));
            let row = self.list().iter().position(|row| *row == FindingRow::Place(finding));
            self.rows.select(row.unwrap_or(at));
        }
        self
    }

    /// The rows from top to bottom.
    fn list(&self) -> Vec<FindingRow> {
        let mut list = Vec::new();
        for (at, thing) in self.things.iter().enumerate() {
            list.push(FindingRow::Thing(at));
            if self.open == Some(at) {
                list.extend(thing.places.iter().map(|place| FindingRow::Place(*place)));
            }
        }
        list
    }

    /// Shows the places of a thing, or of none; the thing stays chosen.
    fn unfold(&mut self, thing: Option<usize>) {
        let chosen = thing.or(self.open);
        self.open = thing;
        let list = self.list();
        self.rows.resize(list.len());
        let row = list.iter().position(|row| chosen.is_some_and(|at| *row == FindingRow::Thing(at)));
        self.rows.select(row.unwrap_or(0));
    }

    /// Shows the place of the chosen row, or the places where it has several.
    fn choose(&mut self) -> Effect {
        match self.list().get(self.rows.selected).copied() {
            Some(FindingRow::Place(finding)) => Effect::Close(DialogAnswer::Choice(finding)),
            Some(FindingRow::Thing(at)) => {
                if let Some([only]) = self.things.get(at).map(|thing| thing.places.as_slice()) {
                    return Effect::Close(DialogAnswer::Choice(*only));
                }
                self.unfold(Some(at).filter(|_| self.open != Some(at)));
                Effect::None
            }
            None => Effect::None,
        }
    }

    fn lines(&self, row: usize, columns: u16, look: &Look) -> Vec<Line<'static>> {
        let Some(row) = self.list().get(row).copied() else { return Vec::new() };
        let lines = if columns < NARROW {
            self.narrow_lines(row, usize::from(columns), look)
        } else {
            self.wide_line(row, columns, look).map(|line| vec![line])
        };
        lines.unwrap_or_default()
    }

    /// A row with the kinds and the places in columns.
    fn wide_line(&self, row: FindingRow, columns: u16, look: &Look) -> Option<Line<'static>> {
        let all = usize::from(columns);
        let beside = if columns >= WIDE { all / 4 } else { 0 };
        let room = all.saturating_sub(KIND + if beside == 0 { 0 } else { beside + 2 });
        let (kind, said, at) = self.cells(row, (room, beside > 0), look)?;
        let kind = fit(kind, KIND - 2).into_owned();
        let gap = KIND.saturating_sub(width(&kind));
        let used: usize = said.iter().map(|span| width(&span.content)).sum();
        let mut spans = vec![Span::styled(kind, look.theme.dim), Span::raw(" ".repeat(gap))];
        spans.extend(said);
        spans.push(Span::raw(" ".repeat((room + 2).saturating_sub(used))));
        spans.push(Span::styled(fit(&at, beside).into_owned(), look.theme.dim));
        Some(Line::from(spans))
    }

    /// A row where there is no room for columns: the kind and the places are under the words.
    fn narrow_lines(&self, row: FindingRow, columns: usize, look: &Look) -> Option<Vec<Line<'static>>> {
        let (kind, said, at) = self.cells(row, (columns, true), look)?;
        let mut lines = vec![Line::from(said)];
        if !kind.is_empty() {
            let under = fit(&format!("{kind} · {at}"), columns).into_owned();
            lines.push(Line::styled(under, look.theme.dim));
        }
        Some(lines)
    }

    /// The kind, the words and the place or places of a row. `room` is for the words, in columns, and whether the
    /// places have a column of their own.
    fn cells(&self, row: FindingRow, room: (usize, bool), look: &Look) -> Option<RowCells> {
        let (room, has_beside) = room;
        match row {
            FindingRow::Place(at) => {
                let finding = self.all.get(at)?;
                let mut said = vec![Span::raw("  ")];
                said.extend(excerpt(finding, room.saturating_sub(2), look));
                Some(("", said, place(finding, look)))
            }
            FindingRow::Thing(at) => {
                let thing = self.things.get(at)?;
                let kind = labels::found(look.words.lang, thing.kind, thing.is_hidden);
                if let [only] = thing.places.as_slice() {
                    let finding = self.all.get(*only)?;
                    return Some((kind, words(finding, room, look), place(finding, look)));
                }
                let places = (look.words.export.places_of)(thing.places.len());
                let taken = if has_beside { 0 } else { width(&places) + 2 };
                let about = fit(&thing.about, room.saturating_sub(taken)).into_owned();
                let mut said = vec![Span::styled(about, look.theme.warning.patch(look.theme.strong))];
                if !has_beside {
                    said.push(Span::styled(format!("  {places}"), look.theme.dim));
                }
                Some((kind, said, places))
            }
        }
    }
}

/// Where it is, in a word or two.
fn place(finding: &Finding, look: &Look) -> String {
    let [title, author, fact, data] = look.words.export.places;
    match finding.place.at {
        PublicationPart::Title => title.to_owned(),
        PublicationPart::Author => author.to_owned(),
        PublicationPart::Data => data.to_owned(),
        PublicationPart::Fact(_) if finding.place.heading.is_empty() => fact.to_owned(),
        _ => finding.place.heading.clone(),
    }
}

/// What was found with the words around it; what was hidden in doubt with the words that replaced it.
fn words(finding: &Finding, room: usize, look: &Look) -> Vec<Span<'static>> {
    if !finding.is_hidden {
        return excerpt(finding, room, look);
    }
    let hidden = fit(&format!("{} → ", finding.text), room / 2).into_owned();
    let rest = excerpt(finding, room.saturating_sub(width(&hidden)), look);
    std::iter::once(Span::raw(hidden)).chain(rest).collect()
}

/// The words around it, as many as there is room for, what was found in the middle.
fn excerpt(finding: &Finding, room: usize, look: &Look) -> Vec<Span<'static>> {
    let place = &finding.place;
    let letters: Vec<char> = place.excerpt.chars().collect();
    let (from, to) = (place.found.start.min(letters.len()), place.found.end.min(letters.len()));
    let part = |from: usize, to: usize| letters.get(from..to).unwrap_or_default().iter().collect::<String>();
    let found = fit(&part(from, to), room).into_owned();
    let left = room.saturating_sub(width(&found));
    let after = part(to, letters.len());
    // What comes before is cut at its beginning; each side has half of the room, and what the other needs less.
    let keep = from.min(left - width(&after).min(left / 2));
    let before = match keep {
        _ if keep == from => part(0, from),
        0 => String::new(),
        _ => format!("…{}", part(from - keep + 1, from)),
    };
    let after = fit(&after, left.saturating_sub(width(&before))).into_owned();
    vec![
        Span::raw(before),
        Span::styled(found, look.theme.warning.patch(look.theme.strong)),
        Span::raw(after),
    ]
}

impl Screen for Findings {
    fn scope(&self) -> Scope {
        Scope::Findings
    }

    fn act(&mut self, command: Command, _: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match command {
            Command::WriteFiles => Effect::Close(DialogAnswer::Yes),
            Command::ShowPlace => self.choose(),
            Command::Pseudonyms => Effect::Close(DialogAnswer::Run(command)),
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            _ => Effect::Pass,
        })
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        let again = self.rows.selected == row;
        self.rows.select(row);
        Ok(if again { self.choose() } else { Effect::None })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.export;
        let columns = area.width.saturating_sub(4).clamp(20, 110);
        let about = wrap(words.findings_about, usize::from(columns.saturating_sub(6)));
        let about = if area.height < 14 { Vec::new() } else { about };
        let most = area.height.saturating_sub(2);
        let tall = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        let things = self.things.len();
        let lines = if columns < NARROW { self.rows.total + things } else { self.rows.total };
        let head = tall(about.len() + usize::from(!about.is_empty()));
        let title = (words.findings_title)(things);
        let has_room = width(&title) + 6 <= usize::from(columns);
        let title = if has_room { title } else { (words.to_look_at)(things) };
        let room = panel(canvas, area, (columns, (tall(lines) + head).min(most)), &title, &look.theme);
        for (line, row) in about.iter().zip(room.rows()) {
            canvas.text(row, line, look.theme.text);
        }
        let list = Rect { y: room.y + head, height: room.height.saturating_sub(head), ..room };
        self.rows.draw(canvas, list, &look.theme, |row, columns| self.lines(row, columns, look));
    }
}
