//! What is done with persons: walked, found, corrected, joined, removed, entered.

use super::form;
use super::state::{ListedPerson, Persons};
use crate::model::history::Entity;
use crate::model::id::PersonId;
use crate::ops;
use crate::store;
use crate::ui::bindings::{self, Scope};
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::dialogs::choice::{Choice, ChoiceItem};
use crate::ui::dialogs::confirm::Confirm;
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::lists::copied;
use crate::ui::widgets::text::fit;

impl Persons {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        Ok(match (command, self.chosen()) {
            (Command::NewPerson, _) | (Command::EditPerson, None) => enter(ctx),
            (Command::EditPerson, Some(listed)) => Effect::open(form::edit(listed, ctx)?),
            (Command::JoinPersons, Some(listed)) => self.join(listed, ctx),
            (Command::RemovePerson, Some(listed)) => remove(listed, ctx)?,
            (Command::FindPerson, Some(_)) => self.find(ctx),
            (Command::Copy, Some(listed)) => {
                let role = listed.person.role.as_deref().unwrap_or_default();
                let parts = [listed.person.name.as_str(), role, listed.organisation.as_str()];
                let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                copied::as_effect(&[parts.join(", ")], 1, ctx)
            }
            (Command::Back, _) => Effect::Close(DialogAnswer::Nothing),
            (Command::Persons | Command::JoinPersons | Command::RemovePerson | Command::FindPerson, _) => {
                Effect::None
            }
            _ => Effect::Pass,
        })
    }

    /// Asks whom to go to.
    fn find(&self, ctx: &Ctx) -> Effect {
        let items = self.list.iter().map(item).collect();
        let list = Choice::new(ctx.look.words.persons.find, items).at(self.rows.selected);
        // Another window may have given the list another order when the answer comes.
        let shown: Vec<PersonId> = self.list.iter().map(|listed| listed.person.id).collect();
        Effect::ask(list, move |this: &mut Self, answer, _| {
            if let DialogAnswer::Choice(row) = answer
                && let Some(id) = shown.get(row)
            {
                this.choose(*id);
            }
            Effect::None
        })
    }

    /// Asks who else somebody is, and then whether that is so.
    fn join(&self, one: &ListedPerson, ctx: &Ctx) -> Effect {
        let words = &ctx.look.words.persons;
        let others: Vec<ListedPerson> =
            self.list.iter().filter(|other| other.person.id != one.person.id).cloned().collect();
        if others.is_empty() {
            return Effect::Notice(words.alone.to_owned());
        }
        let near = others.iter().position(|other| is_near(&one.person.name, &other.person.name));
        let list = Choice::new((words.join)(&one.person.name), others.iter().map(item).collect());
        let (id, name) = (one.person.id, one.person.name.clone());
        Effect::ask(list.at(near.unwrap_or(0)), move |_: &mut Self, answer, ctx| {
            let DialogAnswer::Choice(row) = answer else { return Effect::None };
            others.get(row).map_or(Effect::None, |other| ask_join(id, name, other, ctx))
        })
    }
}

/// A person in a list to choose from. The name needs its room more than the role does.
fn item(listed: &ListedPerson) -> ChoiceItem {
    let note = listed.person.role.clone().filter(|role| !role.is_empty());
    let note = note.unwrap_or_else(|| listed.organisation.clone());
    ChoiceItem::new(&*listed.person.name).note(fit(&note, 16))
}

/// Whether two names have a word in common.
fn is_near(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let others = words(other);
    words(one).iter().any(|word| others.contains(word))
}

fn ask_join(id: PersonId, name: String, other: &ListedPerson, ctx: &Ctx) -> Effect {
    let words = &ctx.look.words.persons;
    let (other, other_name) = (other.person.id, other.person.name.clone());
    let text = (words.join_text)(&name, &other_name, &undo_key(ctx.look));
    Effect::ask(Confirm::new(words.join_title, text), move |_: &mut Persons, answer, ctx| {
        if answer != DialogAnswer::Yes {
            return Effect::None;
        }
        let said = (ctx.look.words.persons.joined)(&name, &other_name);
        let write = Write::new(said, move |store| ops::join_persons(store, id, other));
        let go_to = move |this: &mut Persons, _, _: &Ctx| {
            this.choose(other);
            Effect::None
        };
        write.then(go_to).into()
    })
}

fn remove(listed: &ListedPerson, ctx: &Ctx) -> Outcome {
    let words = &ctx.look.words.persons;
    let (id, name) = (listed.person.id, listed.person.name.clone());
    let text = (words.remove_text)(&name, listed.open, &undo_key(ctx.look));
    // What comes while the question is open is not removed with the rest.
    let held = store::held(ctx.store)?;
    Ok(Effect::ask_plain(Confirm::new(words.remove_title, text), move |answer, ctx| {
        let said = (ctx.look.words.persons.removed)(&name);
        match answer {
            DialogAnswer::Yes => Effect::write(said, move |store| ops::remove_person(store, id, &held)),
            _ => Effect::None,
        }
    }))
}

/// Opens the form of a new person, and goes to them when they are entered.
fn enter(ctx: &Ctx) -> Effect {
    Effect::ask(form::new(ctx.look.words), |this: &mut Persons, answer, _| {
        if let DialogAnswer::Saved(changes) = answer
            && let Some(id) = changes.first(Entity::Person)
        {
            this.choose(PersonId(id));
        }
        Effect::None
    })
}

fn undo_key(look: &Look) -> String {
    let key = bindings::key_of(Scope::Global, Command::Undo);
    key.map(|key| key.show(look.words)).unwrap_or_default()
}
