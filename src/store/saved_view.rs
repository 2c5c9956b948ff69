//! Saved views in the store, and which of their conditions are about something that is gone.

use uuid::Uuid;

use super::codec::{self, Cells};
use super::record::{self, Record};
use super::work::{self, WorkClass};
use super::{Result, Store, Tx, meeting, organisation, person, section};
use crate::model::history::{Entity, Value};
use crate::model::id::{MeetingId, PersonId, ProgrammeId, SavedViewId, SectionId};
use crate::model::{Coded, Facet, FacetKind, SavedView, ViewedList, cell};

impl Record for SavedView {
    const ENTITY: Entity = Entity::SavedView;

    fn uuid(&self) -> Uuid {
        self.id.0
    }

    fn cells(&self) -> Vec<Value> {
        vec![
            codec::id(self.programme.map(|programme| programme.0)),
            codec::code(self.list),
            codec::text(&self.name),
            codec::text(&self.query),
            Value::Text(cell::facets(&self.facets)),
            codec::text(&self.grouping),
        ]
    }

    fn from_row(row: &impl Cells) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            programme: row.maybe_id("programme")?,
            list: row.code("list")?,
            name: row.text("name")?,
            query: row.text("query")?,
            facets: cell::read_facets(&row.text("facets")?),
            grouping: row.text("grouping")?,
        })
    }
}

/// A view that is not soft-deleted.
///
/// # Errors
/// Where the file cannot be read.
pub fn get(store: &Store, id: SavedViewId) -> Result<Option<SavedView>> {
    record::shown(&store.conn, id.0)
}

/// The views of a list that the people of a programme see, in the order in which they were made. Those that were saved
/// where no meeting had a programme are for everybody.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(store: &Store, programme: Option<ProgrammeId>, list: ViewedList) -> Result<Vec<SavedView>> {
    let programme = programme.map(|programme| programme.0);
    record::all(
        &store.conn,
        "SELECT * FROM saved_view
         WHERE (programme IS NULL OR programme IS :programme) AND list = :list AND shown = 1 ORDER BY id",
        &[(":programme", &programme), (":list", &list.code())],
    )
}

/// A view as it is called up: who answers for something, by the name that they have now. Where the person is gone it is
/// the name that they had when the view was saved.
///
/// # Errors
/// Where the file cannot be read.
pub fn by_name(store: &Store, mut view: SavedView) -> Result<SavedView> {
    for facet in view.facets.iter_mut().filter(|facet| facet.kind() == Some(FacetKind::Owner)) {
        let Ok(id) = Uuid::try_parse(&facet.value) else { continue };
        if let Some(person) = person::get(store, PersonId(id))? {
            facet.label = person::now(store, person)?.name;
        }
        facet.value.clone_from(&facet.label);
    }
    Ok(view)
}

/// The conditions of a view that nothing can pass any more, because what they are about is gone or is not known.
///
/// # Errors
/// Where the file cannot be read.
pub fn gone(store: &Store, view: &SavedView) -> Result<Vec<Facet>> {
    let class = match view.list {
        ViewedList::Tomorrow => WorkClass::Commitments,
        ViewedList::FollowUp => WorkClass::Owed,
        ViewedList::Challenges | ViewedList::Search | ViewedList::Unknown => WorkClass::Challenges,
    };
    let mut gone = Vec::new();
    for facet in &view.facets {
        if is_gone(store, facet, class)? {
            gone.push(facet.clone());
        }
    }
    Ok(gone)
}

fn is_gone(store: &Store, facet: &Facet, class: WorkClass) -> Result<bool> {
    let id = Uuid::try_parse(&facet.value).unwrap_or_default();
    Ok(match facet.kind() {
        None => true,
        Some(FacetKind::Meeting) => meeting::get(store, MeetingId(id))?.is_none(),
        Some(FacetKind::Section) => section::get(store, SectionId(id))?.is_none(),
        Some(FacetKind::Owner) => !facet.value.is_empty() && !work::owners(store)?.contains(&facet.value),
        Some(FacetKind::Organisation) => !organisation::list(store)?.iter().any(|known| known.id.0 == id),
        Some(FacetKind::Tag) => !work::tags(store, class)?.contains(&facet.value),
        Some(FacetKind::Table) => !work::tables(store, class)?.iter().any(|at| at.to_string() == facet.value),
        Some(FacetKind::Status | FacetKind::Class) => false,
    })
}

pub(crate) fn insert(tx: &mut Tx<'_>, view: &SavedView) -> Result<()> {
    tx.insert(view, &[])
}

pub(crate) fn update(tx: &mut Tx<'_>, view: &SavedView) -> Result<()> {
    tx.update(view)
}

/// Soft-deletes a view.
pub(crate) fn delete(tx: &mut Tx<'_>, id: SavedViewId) -> Result<()> {
    tx.set_deleted(Entity::SavedView, id.0, true)
}
