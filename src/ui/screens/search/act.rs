//! What is done with hits: they are walked and opened.

use super::state::Search;
use crate::model::ViewedList;
use crate::model::history::Entity;
use crate::model::id::{EntryId, ResponseId, SectionId};
use crate::ops::NewView;
use crate::store;
use crate::store::entry::EntryScope;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::lists::{copied, entry_verbs, response_verbs, saved};
use crate::ui::place::Place;
use crate::ui::widgets::field::TextField;

impl Search {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            self.go_to_hits();
            return Ok(Effect::None);
        }
        match command {
            Command::Open => self.open(ctx),
            Command::Back => Ok(Effect::Close(DialogAnswer::Nothing)),
            Command::Search => Ok(Effect::None),
            Command::Copy => self.copy(ctx),
            Command::Views => self.views(ctx),
            command => self.verb(command, ctx),
        }
    }

    /// The box of saved questions.
    fn views(&self, ctx: &Ctx) -> Outcome {
        let now = NewView {
            programme: saved::programme(ctx)?,
            list: ViewedList::Search,
            query: self.field.text().to_owned(),
            facets: Vec::new(),
            grouping: String::new(),
        };
        Ok(saved::ask(now, |this: &mut Self, view, _, ctx| {
            this.field = TextField::selected(view.query.clone());
            this.is_at_hits = false;
            this.ask(ctx);
            Effect::KeepQuery(view.query.clone())
        }))
    }

    /// Chooses a hit, or opens the one that is chosen.
    pub(super) fn click(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        let Some(row) = self.rows.clicked(row) else { return Ok(Effect::None) };
        if self.rows.selected() == row {
            return self.open(ctx);
        }
        self.rows.select(row);
        self.go_to_hits();
        Ok(Effect::None)
    }

    /// A verb on the chosen hit; what is done only where it was said is refused in words.
    fn verb(&self, command: Command, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.search;
        let is_verb =
            entry_verbs::takes_several(command) || matches!(command, Command::Edit | Command::EntryHistory);
        if !is_verb {
            return Ok(Effect::Pass);
        }
        let Some(hit) = self.hits.get(self.rows.selected()) else { return Ok(Effect::None) };
        match (&hit.entry, hit.entity) {
            (None, _) => Ok(Effect::Notice(words.no_entry.to_owned())),
            (Some(_), Entity::Response) if command == Command::Edit => {
                Ok(Effect::Notice(words.only_there.to_owned()))
            }
            (Some(entry), Entity::Response) => {
                response_verbs::act(command, ResponseId(hit.id), entry.id, ctx)
            }
            (Some(entry), _) => entry_verbs::act(command, &[entry.id], ctx),
        }
    }

    /// Copies the chosen hit: the entry with its responses, or the words that were found.
    fn copy(&self, ctx: &Ctx) -> Outcome {
        let Some(hit) = self.hits.get(self.rows.selected()) else { return Ok(Effect::None) };
        match &hit.entry {
            Some(entry) => copied::copy(std::slice::from_ref(entry), ctx),
            None => Ok(copied::as_effect(std::slice::from_ref(&hit.text), 1, ctx)),
        }
    }

    /// Where the chosen one was said.
    fn open(&self, ctx: &Ctx) -> Outcome {
        let Some(hit) = self.hits.get(self.rows.selected()) else { return Ok(Effect::None) };
        let place = match (&hit.entry, hit.entity) {
            (Some(entry), Entity::Response) => {
                Some(Place::Response(entry.meeting, entry.id, ResponseId(hit.id)))
            }
            (Some(entry), _) => Some(Place::Entry(entry.meeting, entry.id)),
            (None, Entity::Section) => {
                first_in(ctx, SectionId(hit.id))?.map(|entry| Place::Entry(hit.meeting, entry))
            }
            (None, _) => None,
        };
        Ok(Effect::GoTo(place.unwrap_or(Place::Meeting(hit.meeting))))
    }
}

/// The first entry of a section.
fn first_in(ctx: &Ctx, section: SectionId) -> Result<Option<EntryId>, UiError> {
    let place = EntryScope { section, table: None };
    let total = store::entry::count(ctx.store, place)?;
    let first = store::entry::window(ctx.store, place, 0, 1, total)?;
    Ok(first.first().map(|listed| listed.entry.id))
}
