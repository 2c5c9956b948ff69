//! What may be personal in a publication, before it leaves: each with its kind and where it is. Answers
//! [`DialogAnswer::Yes`] to let it go out as it is, [`DialogAnswer::Choice`] to see a place, or the command that hides
//! names.
//!
//! ```text
//! ╭─ 3 saker att titta på innan det går ut ───────────────────────╮
//! │ ▌ telefonnummer   … ring 042-10 50 00 om …      Tips           │
//! │   namn            … prata med Sofie Heimdahl …  Vardagen       │
//! ╰────────────────────────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::labels;
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

/// What was found, with one row chosen.
#[derive(Debug)]
pub struct Findings {
    all: Vec<Finding>,
    rows: Rows,
}

impl Findings {
    /// These findings, the first one chosen.
    pub fn new(all: Vec<Finding>) -> Self {
        Self { rows: Rows::of(all.len()), all }
    }

    fn line(&self, row: usize, columns: u16, look: &Look) -> Line<'static> {
        let Some(finding) = self.all.get(row) else { return Line::default() };
        let kind = fit(label(finding, look), KIND - 2).into_owned();
        let gap = KIND.saturating_sub(width(&kind));
        let all = usize::from(columns);
        let beside = if columns >= WIDE { all / 4 } else { 0 };
        let heading = fit(&place(finding, look), beside).into_owned();
        let room = all.saturating_sub(KIND + if beside == 0 { 0 } else { beside + 2 });
        let mut spans = vec![Span::styled(kind, look.theme.dim), Span::raw(" ".repeat(gap))];
        let excerpt = excerpt(finding, room, look);
        let used: usize = excerpt.iter().map(|span| width(&span.content)).sum();
        spans.extend(excerpt);
        spans.push(Span::raw(" ".repeat((room + 2).saturating_sub(used))));
        spans.push(Span::styled(heading, look.theme.dim));
        Line::from(spans)
    }
}

/// What it is.
fn label(finding: &Finding, look: &Look) -> &'static str {
    let lang = look.words.lang;
    if finding.is_hidden { labels::hidden_in_doubt(lang) } else { labels::finding(lang, finding.kind) }
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

/// The words around it, as many as there is room for, what was found in the middle.
fn excerpt(finding: &Finding, room: usize, look: &Look) -> Vec<Span<'static>> {
    let place = &finding.place;
    let letters: Vec<char> = place.excerpt.chars().collect();
    let (from, to) = (place.found.start.min(letters.len()), place.found.end.min(letters.len()));
    let part = |from: usize, to: usize| letters.get(from..to).unwrap_or_default().iter().collect::<String>();
    let found = fit(&part(from, to), room).into_owned();
    let left = room.saturating_sub(width(&found));
    // What comes before is cut at its beginning.
    let keep = from.min(left / 2);
    let before =
        if keep < from { format!("…{}", part(from - keep + 1.min(keep), from)) } else { part(0, from) };
    let after = part(to, letters.len());
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
            Command::ShowPlace => Effect::Close(DialogAnswer::Choice(self.rows.selected)),
            Command::Pseudonyms => Effect::Close(DialogAnswer::Run(command)),
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            _ => Effect::Pass,
        })
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        let again = self.rows.selected == row;
        self.rows.select(row);
        Ok(if again { Effect::Close(DialogAnswer::Choice(row)) } else { Effect::None })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.export;
        let columns = area.width.saturating_sub(4).clamp(20, 110);
        let about = wrap(words.findings_about, usize::from(columns.saturating_sub(6)));
        let about = if area.height < 14 { Vec::new() } else { about };
        let most = area.height.saturating_sub(2);
        let tall = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        let head = tall(about.len() + usize::from(!about.is_empty()));
        let title = (words.findings_title)(self.all.len());
        let room =
            panel(canvas, area, (columns, (tall(self.all.len()) + head).min(most)), &title, &look.theme);
        for (line, row) in about.iter().zip(room.rows()) {
            canvas.text(row, line, look.theme.text);
        }
        let list = Rect { y: room.y + head, height: room.height.saturating_sub(head), ..room };
        self.rows.draw(canvas, list, &look.theme, |row, columns| vec![self.line(row, columns, look)]);
    }
}
