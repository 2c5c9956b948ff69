//! What every working screen is made of: the list, what narrows it, and the detail of the chosen row; with the commands
//! that mean the same on all of them. A screen adds its groups, its rows and the commands of its own.

use ratatui::layout::Rect;
use ratatui::text::Line;

use super::body::{self, Opened};
use super::narrow::{FilterRow, Narrow, both};
use super::{WorkList, as_they_are};
use crate::model::id::OrganisationId;
use crate::model::{Facet, SavedView, ViewedList};
use crate::ops::NewView;
use crate::store::work::{Filter, ListedWork, Owner, WorkClass};
use crate::store::{self, Store};
use crate::ui::bindings::KeyMode;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::dialogs::choice::Choice;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::lists::{copied, entry_verbs, marked_work, saved};
use crate::ui::place::{ChosenBy, ChosenWork, Place};
use crate::ui::screen::{Changed, Screen};

/// The list of a working screen with what narrows it and what is opened of it.
#[derive(Debug)]
pub struct WorkView {
    /// The work that passes the filter.
    pub list: WorkList,
    /// What is left out.
    pub narrow: Narrow,
    /// How the detail of the chosen row is shown.
    pub opened: Opened,
}

/// What is said over the list, and instead of it.
#[derive(Debug, Clone, Copy)]
pub struct Captions<'a> {
    /// At the left of the head line.
    pub summary: &'a str,
    /// At the right of it, unless rows are marked.
    pub right: &'a str,
    /// Where there is no work, whatever is left out.
    pub none: &'a str,
}

impl WorkView {
    /// All work of a class, with nothing read yet.
    pub fn of(class: WorkClass) -> Self {
        Self { list: WorkList::default(), narrow: Narrow::to(class), opened: Opened::default() }
    }

    /// Reads the groups again, each with what narrows the list. Groups that nothing can be in are left out.
    pub fn read(
        &mut self,
        store: &Store,
        groups: impl IntoIterator<Item = (String, Filter)>,
    ) -> Result<(), UiError> {
        let narrowed = groups.into_iter();
        let narrowed =
            narrowed.filter_map(|(title, group)| Some((title, both(&self.narrow.filter, &group)?))).collect();
        self.list.read(store, narrowed)
    }

    /// Chooses the entry that was undone, if it is in the list.
    pub fn choose_turned(&mut self, changed: Changed, store: &Store) -> Result<(), UiError> {
        changed.turned_entry().map_or(Ok(()), |entry| self.list.choose(entry, store))
    }

    /// What goes on in the list that the footer should say.
    pub fn key_mode(&self) -> KeyMode {
        if self.is_opened() {
            return KeyMode::Opened;
        }
        let usual = if self.narrow.is_narrow() { KeyMode::Filtering } else { KeyMode::Usual };
        self.list.marked.key_mode(false).unwrap_or(usual)
    }

    /// Whether the chosen row is shown over the others: it alone is what a verb is for.
    fn is_opened(&self) -> bool {
        self.opened.is_over_list() && !self.list.is_empty()
    }

    /// Does what a command means on every working screen: it walks, marks, opens, closes, or is a verb on the chosen
    /// entry. A screen looks at its own commands first.
    pub fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.opened.scroll(command) || self.list.walk(command, ctx.store)? {
            return Ok(Effect::None);
        }
        match command {
            Command::Mark | Command::MarkUp if self.list.is_empty() => return Ok(Effect::Pass),
            Command::Mark => self.list.mark(Command::Down, ctx.store)?,
            Command::MarkUp => self.list.mark(Command::Up, ctx.store)?,
            Command::Open => self.toggle(),
            Command::Left if self.opened.close() => self.list.marked.cover(false),
            Command::Left => {}
            Command::Back => return Ok(self.back()),
            Command::Export => return self.export(ctx),
            Command::CheckIn => return Ok(CheckIn::through(self.list.to_check(ctx.store)?, ctx.look)),
            Command::CopyList => {
                let (lines, entries) = self.list.as_text(ctx.store, ctx.look)?;
                return Ok(copied::as_effect(&lines, entries, ctx));
            }
            Command::ClearFilter => return Ok(self.show_all()),
            command => return self.verb(command, ctx),
        }
        Ok(Effect::None)
    }

    /// A verb on the marked entries, or on the chosen one.
    fn verb(&self, command: Command, ctx: &Ctx) -> Outcome {
        if let Some(refusal) = entry_verbs::refused_of_marks(command, &self.list.marked, ctx.look.words) {
            return Ok(refusal);
        }
        let targets = if entry_verbs::only_shows(command) {
            self.list.chosen().map(|work| work.entry.id).into_iter().collect()
        } else {
            self.list.targets()
        };
        if targets.is_empty() { Ok(Effect::Pass) } else { entry_verbs::act(command, &targets, ctx) }
    }

    /// The export page for what is marked, or for what passes the filter; for the whole meeting where it is neither.
    fn export(&self, ctx: &Ctx) -> Outcome {
        let store = ctx.store;
        let is_marked = !self.list.marked.is_empty();
        let is_work = self.narrow.filter.class != WorkClass::Unfinished;
        if is_work && !is_marked && !self.narrow.is_narrow() {
            return Ok(Effect::Pass);
        }
        let by = if is_marked {
            ChosenBy::Marks
        } else if self.narrow.is_owner_alone() {
            ChosenBy::Owner
        } else {
            ChosenBy::Filter
        };
        let entries = if is_marked { self.list.targets() } else { self.list.all(store)? };
        if !is_work {
            return Ok(marked_work::export(&as_they_are(&entries, store)?, by, ctx));
        }
        let Some(first) = entries.first().map(|id| store::entry::get(store, *id)).transpose()?.flatten()
        else {
            return Ok(Effect::Notice(ctx.look.words.work.nothing_to_export.to_owned()));
        };
        let owner = match (&self.narrow.filter.owner, self.narrow.filter.organisation) {
            (Owner::Named(name) | Owner::Together(name), _) => Some(name.clone()),
            (_, Some(id)) => organisation_name(store, id)?,
            (Owner::Any | Owner::Nobody, None) => None,
        };
        let has_challenges = self.narrow.filter.class == WorkClass::Challenges;
        let work = ChosenWork { entries, by, has_challenges, has_owed: !has_challenges, owner };
        Ok(Effect::GoTo(Place::ExportWork(first.meeting, work)))
    }

    /// Escape: the detail, then the marks, then the filter.
    fn back(&mut self) -> Effect {
        if self.list.response.take().is_some() {
            return Effect::None;
        }
        if self.opened.close() {
            self.list.marked.cover(false);
            return Effect::None;
        }
        if !self.list.marked.is_none() {
            self.list.marked.clear();
            return Effect::None;
        }
        if self.narrow.is_narrow() { self.show_all() } else { Effect::Pass }
    }

    fn toggle(&mut self) {
        self.opened.toggle();
        self.list.marked.cover(self.is_opened());
    }

    /// Takes the filter away.
    fn show_all(&mut self) -> Effect {
        self.narrow.clear();
        self.list.rearrange();
        Effect::Refresh
    }

    /// Asks what to narrow the list to; `take` is the step with the row that was chosen. `kind` is the word for a
    /// class.
    pub fn filter<S: Screen>(
        &self,
        options: Vec<FilterRow>,
        kind: &str,
        take: impl FnOnce(&mut S, &FilterRow) + Send + 'static,
        ctx: &Ctx,
    ) -> Effect {
        let list = Choice::new(ctx.look.words.work.filter, Narrow::items(&options, kind, ctx));
        Effect::ask(list, move |screen: &mut S, answer, _| {
            if let DialogAnswer::Choice(row) = answer
                && let Some(option) = options.get(row)
            {
                take(screen, option);
            }
            Ok(Effect::Refresh)
        })
    }

    /// The box of saved views; `take` is the step with the grouping of the one that is called up. `grouping` is the
    /// code of the one that is shown.
    pub fn views<S: Screen>(
        &self,
        list: ViewedList,
        grouping: &str,
        take: impl FnOnce(&mut S, &SavedView, &[Facet], &Ctx) + Send + 'static,
        ctx: &Ctx,
    ) -> Outcome {
        let new = NewView {
            programme: saved::programme(ctx)?,
            list,
            query: String::new(),
            facets: self.narrow.facets(),
            grouping: grouping.to_owned(),
        };
        Ok(saved::ask(new, |screen: &mut S, view, gone, ctx| {
            take(screen, view, gone, ctx);
            Effect::None
        }))
    }

    /// Narrows the list as a saved view says.
    pub fn recall(&mut self, view: &SavedView, gone: &[Facet], ctx: &Ctx) {
        self.narrow.recall(&view.facets, gone, ctx.look.words);
        self.list.rearrange();
    }

    /// Narrows the list as a row of the filters says.
    pub fn take(&mut self, option: &FilterRow) {
        self.narrow.take(option);
        self.list.rearrange();
    }

    /// Draws the head line, the list with the detail, or why it is empty. `labels` returns the names of the columns for
    /// a row of this width, `row` the lines of one piece of work: whether it is shown in full, and for which width.
    pub fn draw(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        captions: Captions<'_>,
        look: &Look,
        labels: impl FnOnce(u16) -> Line<'static>,
        row: impl Fn(&ListedWork, bool, u16) -> Vec<Line<'static>>,
    ) {
        let words = &look.words.work;
        self.opened.drawn_in(area);
        self.list.marked.cover(self.is_opened());
        let marked = (!self.list.marked.is_none()).then(|| self.list.marked.count(look.words));
        let right = marked.as_deref().unwrap_or(captions.right);
        let room = body::head(canvas, area, captions.summary, right, look);
        if self.list.is_empty() {
            let none = if self.narrow.is_narrow() { words.nothing_passes } else { captions.none };
            body::nothing(canvas, room, none, look);
        } else if let Some(list) = body::detail(canvas, room, &self.list, &self.opened, look) {
            let labels = labels(list.width.saturating_sub(3));
            self.list.draw(canvas, list, look, &labels, |work, chosen, columns| {
                row(work, chosen && !body::is_wide(room), columns)
            });
        }
    }
}

fn organisation_name(store: &Store, id: OrganisationId) -> store::Result<Option<String>> {
    let known = store::organisation::list(store)?.into_iter().find(|known| known.id == id);
    Ok(known.map(|organisation| organisation.name))
}
