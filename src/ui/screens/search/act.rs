//! What is done with hits: they are walked and opened.

use super::state::{Search, found_entry};
use crate::model::history::Entity;
use crate::model::id::{EntryId, ResponseId, SectionId};
use crate::model::{Entry, ViewedList};
use crate::ops::NewView;
use crate::store;
use crate::store::entry::EntryScope;
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::lists::{copied, entry_verbs, marked_work, response_verbs, saved};
use crate::ui::place::{ChosenBy, Place};
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
            Command::Mark => Ok(self.mark(Command::Down, ctx)),
            Command::MarkUp => Ok(self.mark(Command::Up, ctx)),
            Command::Back if !self.marked.is_none() => {
                self.marked.clear();
                Ok(Effect::None)
            }
            Command::Back => Ok(Effect::Close(DialogAnswer::Nothing)),
            Command::Search => Ok(Effect::None),
            Command::Export if !self.marked.is_empty() => {
                Ok(marked_work::export(&self.marked, ChosenBy::Marks, ctx))
            }
            Command::Copy if self.marked.is_empty() => self.copy(ctx),
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

    /// Marks the chosen hit, or not any more, and goes on by `step`. Only entries are marked.
    fn mark(&mut self, step: Command, ctx: &Ctx) -> Effect {
        let Some(hit) = self.hits.get(self.rows.selected()) else { return Effect::Pass };
        let entry = found_entry(hit).cloned();
        self.rows.walk(step);
        self.go_to_hits();
        match entry {
            Some(entry) => {
                self.marked.toggle(entry);
                Effect::None
            }
            None => Effect::Notice(ctx.look.words.search.only_entries.to_owned()),
        }
    }

    /// A verb on what is marked, or on the chosen hit; what is done only where it was said is refused in words.
    fn verb(&self, command: Command, ctx: &Ctx) -> Outcome {
        let words = &ctx.look.words.search;
        let is_verb = entry_verbs::takes_several(command)
            || matches!(command, Command::Edit | Command::EntryHistory | Command::Respond | Command::CheckIn);
        if !is_verb {
            return Ok(Effect::Pass);
        }
        if let Some(refusal) = entry_verbs::refused_of_marks(command, &self.marked, ctx.look.words) {
            return Ok(refusal);
        }
        if !self.marked.is_empty() && !entry_verbs::only_shows(command) {
            return act_on(command, &self.marked, ctx);
        }
        if self.gone.is_some() {
            return Ok(Effect::Notice(words.gone.to_owned()));
        }
        let Some(hit) = self.hits.get(self.rows.selected()) else { return Ok(Effect::None) };
        match (&hit.entry, hit.entity) {
            (None, _) => Ok(Effect::Notice(words.no_entry.to_owned())),
            (Some(_), Entity::Response) if command == Command::Edit => {
                Ok(Effect::Notice(words.only_there.to_owned()))
            }
            (Some(entry), Entity::Response) if command != Command::Respond => {
                response_verbs::act(command, ResponseId(hit.id), entry.id, ctx)
            }
            (Some(entry), _) => act_on(command, std::slice::from_ref(entry), ctx),
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

/// Does something to entries, of which there is at least one. A response is written where challenges are listed.
fn act_on(command: Command, entries: &[Entry], ctx: &Ctx) -> Outcome {
    let ids: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
    match command {
        Command::CheckIn => {
            let open = entries.iter().filter(|entry| entry.kind.status_code().is_some());
            let open: Vec<EntryId> = open.map(|entry| entry.id).collect();
            let none = || Effect::Notice(ctx.look.words.work.verbs.no_status.to_owned());
            Ok(if open.is_empty() { none() } else { CheckIn::through(open, ctx.look) })
        }
        Command::Respond => {
            let (challenges, said) = entry_verbs::challenges_among(entries, ctx.look.words)?;
            Ok(Effect::Many(vec![Effect::GoTo(Place::Respond(challenges)), said]))
        }
        command => entry_verbs::act(command, &ids, ctx),
    }
}

/// The first entry of a section.
fn first_in(ctx: &Ctx, section: SectionId) -> Result<Option<EntryId>, UiError> {
    let place = EntryScope { section, table: None };
    let total = store::entry::count(ctx.store, place)?;
    let first = store::entry::window(ctx.store, place, 0, 1, total)?;
    Ok(first.first().map(|listed| listed.entry.id))
}
