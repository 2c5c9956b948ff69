//! What is done to the register, and to the programme.

use vidpennan::model::Programme;
use vidpennan::model::history::Changes;
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Facet, SavedView, ViewedList};
use vidpennan::ops::{self, NewView, PersonDetails, Refused, Seen};
use vidpennan::store::{self, Store};

use super::super::at_once;
use super::Deed;

/// Somebody who works somewhere.
fn details(name: &str) -> PersonDetails {
    PersonDetails {
        name: format!("{name} Ek"),
        role: Some(format!("Ordförande i {name}")),
        organisation: Some(format!("Enhet {name}")),
        email: Some(format!("{name}@exempel.se")),
    }
}

/// What a list may show.
fn view(shows: usize) -> NewView {
    let status = Facet { code: "status".to_owned(), value: "open".to_owned(), label: "öppna".to_owned() };
    NewView {
        programme: None,
        list: ViewedList::FollowUp,
        query: String::new(),
        facets: if shows.is_multiple_of(2) { Vec::new() } else { vec![status] },
        grouping: ["", "owner", "meeting"][shows % 3].to_owned(),
    }
}

/// The views of that list.
fn views(store: &Store) -> Vec<SavedView> {
    store::saved_view::list(store, None, ViewedList::FollowUp).unwrap()
}

/// Does it; `meeting` is where people are.
pub(super) fn act(store: &mut Store, meeting: MeetingId, deed: &Deed) -> Result<Changes, Refused> {
    let persons = store::person::list(store).unwrap();
    let pick = |at: &usize| persons.get(at % persons.len().max(1)).cloned();
    Ok(match deed {
        Deed::RenameProgramme(name) => ops::rename_programme(store, name)?.changes,
        Deed::EditProgramme(at, text) => {
            let programmes = store::programme::list(store).unwrap();
            let Some(before) = programmes.get(at % programmes.len().max(1)) else {
                return Ok(Changes::default());
            };
            let after = Programme { name: text.clone(), goals: vec![text.clone()], ..before.clone() };
            at_once::edit_programme(store, before, &after)?.changes
        }
        Deed::Abbreviate(short, long) => {
            let Some(programme) = store::programme::list(store).unwrap().pop() else {
                return Ok(Changes::default());
            };
            let known = store::abbreviation::list(store, programme.id).unwrap();
            let mut after: Vec<(String, String)> = known
                .iter()
                .map(|known| {
                    let words = if known.short == *short { long } else { &known.long };
                    (known.short.clone(), words.clone())
                })
                .collect();
            after.push((short.clone(), long.clone()));
            let known = ops::Seen::now(store, known).unwrap();
            ops::edit_abbreviations(store, programme.id, &known, &after)?.changes
        }
        Deed::EnterPerson(name) => ops::enter_person(store, &details(name))?.changes,
        Deed::EnterOrganisation(name) => {
            ops::enter_organisation(store, &format!("Enhet {name}"), Some(name))?.changes
        }
        Deed::ImportPeople(names, are_present) => {
            let people: Vec<PersonDetails> = names.iter().map(|name| details(name)).collect();
            ops::enter_people(store, &people, are_present.then_some(meeting))?.changes
        }
        Deed::RenamePerson(at, name) => {
            let Some(before) = pick(at) else { return Ok(Changes::default()) };
            let details =
                PersonDetails { name: name.clone(), role: before.role.clone(), ..PersonDetails::default() };
            at_once::edit_person(store, &before, &details)?.changes
        }
        Deed::JoinPersons(at, apart) => {
            let (Some(one), Some(other)) = (pick(at), pick(&(at + 1 + apart))) else {
                return Ok(Changes::default());
            };
            ops::join_persons(store, one.id, other.id)?.changes
        }
        Deed::RemovePerson(at) => {
            let Some(person) = pick(at) else { return Ok(Changes::default()) };
            at_once::remove_person(store, person.id)?.changes
        }
        Deed::SaveView(name, shows) => ops::save_view(store, view(*shows), name)?.changes,
        Deed::RenameView(at, name) => {
            let views = views(store);
            let Some(view) = views.get(at % views.len().max(1)) else { return Ok(Changes::default()) };
            let before = Seen::now(store, view.name.clone())?;
            ops::rename_view(store, view.id, &before, name)?.changes
        }
        Deed::DeleteView(at) => {
            let views = views(store);
            let Some(view) = views.get(at % views.len().max(1)) else { return Ok(Changes::default()) };
            let held = store::held(store)?;
            ops::delete_view(store, view.id, &held)?.changes
        }
        _ => Changes::default(),
    })
}
