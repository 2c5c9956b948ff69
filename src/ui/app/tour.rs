//! The tour of the example: a line under the screen that says what to try next. It follows what is done, takes no key
//! and no room that is needed, and is remembered nowhere.

use ratatui::layout::Rect;

use super::App;
use crate::i18n::Words;
use crate::model::Kind;
use crate::model::history::{Changes, Entity};
use crate::model::id::EntryId;
use crate::store::{self, Store};
use crate::ui::canvas::Canvas;
use crate::ui::place::{Place, Tab};
use crate::ui::widgets::text::{fit, width, wrap};

/// The most rows that the line takes.
const ROWS: usize = 3;

/// So many rows are left for the screen.
const SCREEN: u16 = 5;

/// What one tries, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TourStep {
    Challenge,
    Response,
    Promise,
    CheckIn,
    Export,
    Search,
}

const STEPS: [TourStep; 6] = [
    TourStep::Challenge,
    TourStep::Response,
    TourStep::Promise,
    TourStep::CheckIn,
    TourStep::Export,
    TourStep::Search,
];

/// How far one has come.
#[derive(Debug, Clone, Default)]
pub(super) struct Tour {
    done: Vec<TourStep>,
}

impl Tour {
    /// The first step that is not done yet; `None` where all are.
    fn at(&self) -> Option<usize> {
        STEPS.iter().position(|step| !self.done.contains(step))
    }

    fn note(&mut self, step: TourStep) {
        if !self.done.contains(&step) {
            self.done.push(step);
        }
    }

    /// Which step it is, and what to try next.
    fn say(&self, words: &Words) -> (String, &'static str) {
        let words = &words.tour;
        let Some(at) = self.at() else { return (String::new(), words.over) };
        ((words.step)(at + 1, STEPS.len()), words.steps.get(at).copied().unwrap_or_default())
    }
}

/// What a write of the user made, if it is a step.
fn step_of(changes: &Changes, store: &Store) -> Option<TourStep> {
    if changes.made(Entity::FollowUp).is_some() {
        return Some(TourStep::CheckIn);
    }
    if changes.made(Entity::Response).is_some() {
        return Some(TourStep::Response);
    }
    let entry = store::entry::get(store, EntryId(changes.made(Entity::Entry)?)).ok()??;
    match entry.kind {
        Kind::Challenge(_) => Some(TourStep::Challenge),
        Kind::Commitment(_) => Some(TourStep::Promise),
        _ => None,
    }
}

impl App {
    /// Something was written: perhaps a step of the tour.
    pub(super) fn tour_sees(&mut self, changes: &Changes) {
        if let Some(tour) = &mut self.tour
            && let Some(step) = step_of(changes, &self.store)
        {
            tour.note(step);
        }
    }

    /// The user has gone somewhere: perhaps a step of the tour.
    pub(super) fn tour_goes(&mut self, place: &Place) {
        let step = match place {
            Place::Export(_) | Place::ExportWork(..) => TourStep::Export,
            Place::Search(_) | Place::SearchAgain(_) => TourStep::Search,
            _ => return,
        };
        if let Some(tour) = &mut self.tour {
            tour.note(step);
        }
    }

    /// Something is done: what was said at the end has been read.
    pub(super) fn forget_finished_tour(&mut self) {
        self.tour = self.tour.take().filter(|tour| tour.at().is_some());
    }

    /// Escape at an empty line: the tour is left. Returns whether it was.
    pub(super) fn tour_left(&mut self) -> bool {
        let is_at_pen = self.tab == Tab::RoundTable && self.layers.is_empty();
        is_at_pen && self.end_tour()
    }

    /// Ends the tour. Returns whether there was one.
    pub(super) fn end_tour(&mut self) -> bool {
        let was_over = self.tour.as_ref().is_some_and(|tour| tour.at().is_none());
        let was = self.tour.take().is_some();
        if was && !was_over {
            self.notice = Some(self.look.words.tour.left.to_owned());
        }
        was
    }

    /// Draws the line at the foot of the body. Returns the room over it.
    pub(super) fn draw_tour(&self, canvas: &mut Canvas, body: Rect) -> Rect {
        let Some(tour) = &self.tour else { return body };
        let theme = &self.look.theme;
        let (label, said) = tour.say(self.look.words);
        let room = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
        let before = if label.is_empty() { 0 } else { width(&label) + 2 };
        // The label has its room in the first line only.
        let all = format!("{}{said}", "\u{a0}".repeat(before));
        let most = usize::from(body.height.saturating_sub(SCREEN)).clamp(1, ROWS);
        // Pages and boxes need their room.
        let most = if self.layers.is_empty() { most } else { 1 };
        // How it is left is said first, where there is room for it.
        let with_way_out = format!("{all} {}", self.look.words.tour.leaves);
        let mut lines = wrap(if tour.done.is_empty() { &with_way_out } else { &all }, room.width.into());
        if lines.len() > most {
            lines = wrap(&all, room.width.into());
        }
        if lines.len() > most {
            let rest = lines.split_off(most - 1).join(" ");
            lines.push(fit(&rest, room.width.into()).into_owned());
        }
        let tall = u16::try_from(lines.len()).unwrap_or(1).min(body.height.saturating_sub(1));
        let y = body.bottom() - tall;
        let place = Rect { y, height: tall, ..room };
        for (line, row) in lines.iter().zip(place.rows()) {
            canvas.text(row, line, theme.text);
        }
        // Over the blanks that were kept free for it.
        canvas.text(place, &" ".repeat(before), theme.text);
        canvas.text(place, &label, theme.accent);
        Rect { height: body.height - tall, ..body }
    }
}
