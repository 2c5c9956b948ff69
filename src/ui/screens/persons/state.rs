//! The persons that have been read, in the order of the alphabet.

use crate::i18n::sort;
use crate::model::id::PersonId;
use crate::model::{Organisation, Person};
use crate::store;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::widgets::rows::Rows;

/// One person with what the list shows beside the name.
#[derive(Debug, Clone)]
pub(super) struct ListedPerson {
    pub(super) person: Person,
    /// Empty where it is not known.
    pub(super) organisation: String,
    /// How many open actions and commitments they own.
    pub(super) open: usize,
}

/// The list, with one row chosen.
#[derive(Debug, Default)]
pub(in crate::ui::screens) struct Persons {
    pub(super) list: Vec<ListedPerson>,
    pub(super) rows: Rows,
}

impl Persons {
    pub(super) fn chosen(&self) -> Option<&ListedPerson> {
        self.list.get(self.rows.selected)
    }

    /// Chooses this person, if they are in the list.
    pub(super) fn choose(&mut self, id: PersonId) {
        if let Some(row) = self.list.iter().position(|listed| listed.person.id == id) {
            self.rows.select(row);
        }
    }

    /// Reads the register. The same person stays chosen, wherever a new name takes them.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let chosen = self.chosen().map(|listed| listed.person.id);
        let organisations = store::organisation::list(ctx.store)?;
        let mut open = store::person::open_work(ctx.store)?;
        let listed = |person: Person| ListedPerson {
            organisation: name_of(&organisations, &person),
            open: open.remove(&person.id).unwrap_or_default(),
            person,
        };
        self.list = store::person::list(ctx.store)?.into_iter().map(listed).collect();
        sort::by_name(&mut self.list, |listed| &listed.person.name);
        self.rows.resize(self.list.len());
        if let Some(id) = chosen {
            self.choose(id);
        }
        Ok(())
    }
}

/// The name of the organisation where somebody works; empty where it is not known.
pub(super) fn name_of(organisations: &[Organisation], person: &Person) -> String {
    let theirs = organisations.iter().find(|organisation| Some(organisation.id) == person.organisation);
    theirs.map(|organisation| organisation.name.clone()).unwrap_or_default()
}
