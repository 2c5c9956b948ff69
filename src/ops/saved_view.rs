//! Naming what a list shows, so that it can be shown again.

use super::seen::{Seen, merged_text};
use super::{Refused, Result, found};
use crate::model::history::{Entity, Op};
use crate::model::id::{ProgrammeId, SavedViewId};
use crate::model::{Facet, FacetKind, SavedView, ViewedList};
use crate::store::{self, Done, HeldRows, Store, WriteScope};

/// What a list shows, before it has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewView {
    /// The programme whose people see it.
    pub programme: Option<ProgrammeId>,
    /// Where it can be called up.
    pub list: ViewedList,
    /// The words that are looked for; empty for none.
    pub query: String,
    /// At most one of each kind.
    pub facets: Vec<Facet>,
    /// The code of the grouping.
    pub grouping: String,
}

/// Saves what a list shows under a name. A view of that list that is called so already shows this from now on. An owner
/// by the name of somebody in the register is that person, whatever they are called later.
///
/// # Errors
/// [`Refused::Empty`] without a name; those of the store.
pub fn save_view(store: &mut Store, new: NewView, name: &str) -> Result<Done<SavedViewId>> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::SaveView, WriteScope::Register, |tx| {
        tx.about(name.clone());
        let NewView { programme, list, query, mut facets, grouping } = new;
        for facet in facets.iter_mut().filter(|facet| facet.kind() == Some(FacetKind::Owner)) {
            if let Some(person) = store::person::named(tx.store(), &facet.value)? {
                facet.value = person.id.0.to_string();
            }
        }
        let known = store::saved_view::list(tx.store(), programme, list)?;
        if let Some(known) = known.into_iter().find(|view| view.name == name) {
            let id = known.id;
            store::saved_view::update(tx, &SavedView { query, facets, grouping, ..known })?;
            return Ok(id);
        }
        let view = SavedView { id: tx.new_id(), programme, list, name, query, facets, grouping };
        store::saved_view::insert(tx, &view)?;
        Ok(view.id)
    })
}

/// Renames a view; `before` is the one that was shown.
///
/// # Errors
/// [`Refused::Empty`] without a name; [`Refused::Changed`] where another window has given it another one since; those
/// of the store.
pub fn rename_view(
    store: &mut Store,
    id: SavedViewId,
    before: &Seen<String>,
    name: &str,
) -> Result<Done<()>> {
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Refused::Empty);
    }
    store.transact(Op::RenameView, WriteScope::Register, |tx| {
        tx.based_on(&before.held)?;
        let now = found(store::saved_view::get(tx.store(), id)?, Entity::SavedView)?;
        let name = merged_text(tx.store(), (id.0, "name"), before, name, &now.name)?;
        tx.about(if name == now.name { name.clone() } else { format!("{} → {name}", now.name) });
        Ok(store::saved_view::update(tx, &SavedView { name, ..now })?)
    })
}

/// Soft-deletes a view, with what was held of it when that was decided.
///
/// # Errors
/// Those of the store.
pub fn delete_view(store: &mut Store, id: SavedViewId, held: &HeldRows) -> Result<Done<()>> {
    store.transact(Op::DeleteView, WriteScope::Register, |tx| {
        tx.based_on(held)?;
        let now = found(store::saved_view::get(tx.store(), id)?, Entity::SavedView)?;
        tx.about(now.name);
        Ok(store::saved_view::delete(tx, id)?)
    })
}
