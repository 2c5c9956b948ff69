//! The search page: what is typed is looked for in everything that was said, the newest first. It knows nothing of
//! how the store finds it; a [`Worker`] does that beside the keys.
//!
//! ```text
//!  Sök  kvalitet▏                                                        12 träffar
//!
//!  ▌ !  Ingen frågar efter kvaliteten när vi köper    U-4   Framtidsveckan ons 4 mar
//!    –  Livskvalitet börjar med scheman                     Nätverksträff  tis 3 feb
//! ```

use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use crate::clock::Clock;
use crate::model::history::Entity;
use crate::model::id::{EntryId, SectionId};
use crate::store::entry::Place as Within;
use crate::store::search::{self, Hit, Searcher};
use crate::store::{self, Marks, Store};
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::event::Bell;
use crate::ui::input::TextInput;
use crate::ui::place::Place;
use crate::ui::screen::{Changed, Screen};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::wrap;
use crate::ui::worker::Worker;

mod row;

/// How many are looked for; that there are more is said, not counted.
const LIMIT: usize = 50;
/// From this width on the chosen one is shown in full at the right.
const WIDE: u16 = 140;

/// What is looked for, and the hits of the last question that was answered.
#[derive(Debug, Default)]
pub(super) struct Search {
    field: Field,
    /// The question that `hits` answers. It lags behind the field while the worker looks.
    answered: String,
    hits: Vec<Hit>,
    more: bool,
    rows: Rows,
    marks: Marks,
    /// What went wrong last, in words.
    error: Option<String>,
    worker: Option<Worker<String, Found>>,
}

impl Search {
    /// The page with no question yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Asks the worker. A store in memory, which no window is opened on, cannot be read by another thread.
    fn ask(&mut self, ctx: &Ctx) {
        let Some(path) = ctx.store.path() else { return };
        let start = || looking(path.to_owned(), ctx.clock, ctx.bell.clone());
        self.worker.get_or_insert_with(start).ask(self.field.text().to_owned());
    }

    /// Shows what was found.
    fn take(&mut self, query: String, hits: store::Result<Vec<Hit>>, ctx: &Ctx) {
        let same = self.answered == query;
        self.answered = query;
        match hits {
            Ok(mut hits) => {
                self.more = hits.len() > LIMIT;
                hits.truncate(LIMIT);
                self.rows.resize(hits.len());
                self.hits = hits;
                self.error = None;
            }
            Err(error) => self.error = Some(UiError::from(error).message(ctx.look.words)),
        }
        if !same {
            self.rows.select(0);
        }
    }

    /// Where the chosen one was said.
    fn open(&self, ctx: &Ctx) -> Outcome {
        let Some(hit) = self.hits.get(self.rows.selected) else { return Ok(Effect::None) };
        let entry = match (&hit.entry, hit.entity) {
            (Some(entry), _) => Some((entry.meeting, entry.id)),
            (None, Entity::Section) => first_in(ctx, SectionId(hit.id))?.map(|entry| (hit.meeting, entry)),
            (None, _) => None,
        };
        Ok(Effect::GoTo(match entry {
            Some((meeting, entry)) => Place::Entry(meeting, entry),
            None => Place::Meeting(hit.meeting),
        }))
    }

    fn draw_question(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.search;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let mut right = inner.right();
        if !self.hits.is_empty() {
            let found = (words.found)(self.hits.len(), self.more);
            right = canvas.text_right(inner, &found, look.theme.dim).saturating_sub(2);
        }
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let field = Rect { x, width: right.saturating_sub(x), ..inner };
        self.field.draw(canvas, field, look.theme.text, true);
    }

    /// What is shown instead of hits; `None` while there are some, or none yet.
    fn silence<'a>(&'a self, look: &Look) -> Option<&'a str> {
        let words = &look.words.search;
        match &self.error {
            Some(error) => Some(error),
            None if !self.hits.is_empty() => None,
            None if search::words(self.field.text()).is_empty() => Some(words.ask),
            None if self.answered == self.field.text() => Some(words.nothing),
            None => None,
        }
    }
}

/// What was found for a question.
#[derive(Debug)]
struct Found {
    query: String,
    hits: store::Result<Vec<Hit>>,
}

/// The thread that looks, with a connection of its own. It is opened when it is needed first, and again where that
/// failed.
fn looking(path: PathBuf, clock: Clock, bell: Bell) -> Worker<String, Found> {
    let mut searcher = None;
    Worker::start(bell, move |query: String| {
        let hits = ready(&mut searcher, &path, clock).and_then(|searcher| searcher.find(&query, LIMIT + 1));
        Found { query, hits }
    })
}

fn ready<'a>(
    searcher: &'a mut Option<Searcher>,
    path: &Path,
    clock: Clock,
) -> store::Result<&'a mut Searcher> {
    match searcher {
        Some(searcher) => Ok(searcher),
        None => Ok(searcher.insert(Searcher::new(Store::reader(path, clock)?))),
    }
}

/// The first entry of a section.
fn first_in(ctx: &Ctx, section: SectionId) -> Result<Option<EntryId>, UiError> {
    let place = Within { section, table: None };
    let total = store::entry::count(ctx.store, place)?;
    let first = store::entry::window(ctx.store, place, 0, 1, total)?;
    Ok(first.first().map(|listed| listed.entry.id))
}

impl Screen for Search {
    fn scope(&self) -> Scope {
        Scope::Search
    }

    fn arrive(&mut self, place: &Place) {
        if let Place::Search(query) = place {
            self.field = Field::with(query.clone());
        }
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        self.marks = store::marks(ctx.store)?;
        self.ask(ctx);
        Ok(())
    }

    fn woken(&mut self, ctx: &Ctx) {
        if let Some(found) = self.worker.as_ref().and_then(Worker::heard) {
            self.take(found.query, found.hits, ctx);
        }
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.field)
    }

    fn typed(&mut self, ctx: &Ctx) -> Outcome {
        self.ask(ctx);
        Ok(Effect::None)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        match command {
            Command::Open => self.open(ctx),
            Command::Back => Ok(Effect::Close(Answer::Nothing)),
            Command::Search => Ok(Effect::None),
            _ => Ok(Effect::Pass),
        }
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if self.rows.selected == row {
            return self.open(ctx);
        }
        self.rows.select(row);
        Ok(Effect::None)
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        self.draw_question(canvas, area, look);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        if let Some(silence) = self.silence(look) {
            let room = Rect { x: list.x + 1, width: list.width.saturating_sub(2), ..list };
            let lines = wrap(silence, usize::from(room.width));
            lines.iter().zip(room.rows()).for_each(|(line, row)| {
                canvas.text(row, line, look.theme.dim);
            });
            return;
        }
        let aside = if list.width >= WIDE { list.width * 2 / 5 } else { 0 };
        let list = Rect { width: (list.width - aside).saturating_sub(1), ..list };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            let Some(hit) = self.hits.get(index) else { return Vec::new() };
            let unfolded = aside == 0 && index == self.rows.selected;
            row::lines(hit, &self.answered, &self.marks, usize::from(columns), unfolded, look)
        });
        if let Some(hit) = self.hits.get(self.rows.selected).filter(|_| aside > 0) {
            let room = Rect { x: list.right() + 3, width: aside.saturating_sub(4), ..list };
            canvas.lines(room, &row::detail(hit, &self.answered, &self.marks, usize::from(room.width), look));
        }
    }
}
