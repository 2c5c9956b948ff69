//! Hides the names that are not to go out, before any format sees them: in the fields that hold nothing but names, in
//! running text and in the register.

use self::fields::NameFields;
use self::text::Mask;
use super::belonging::Belonging;
use super::material::{Material, Registered};
use super::people::KnownPeople;
use super::people::initials::initials;
use crate::model::Names;

mod alike;
mod clause;
mod fields;
mod lead;
mod material;
mod name;
mod replaced;
mod replacement;
mod row;
mod rows;
mod signed;
pub(super) mod text;

pub use replaced::Replaced;
pub(super) use replaced::WasName;

/// Hides names in everything that can be written of a material. `people` are those of the material before anything was
/// cut from it.
pub(super) fn material(material: &mut Material, names: Names, people: &KnownPeople) {
    // Of those who are hidden nobody can say it afterwards.
    if names.hides() {
        let mut people = std::mem::take(&mut material.people);
        let belonging = Belonging::of(material);
        people.retain(|person| belonging.has(person));
        material.people = people;
    }
    if names == Names::None {
        NameFields { people, lang: material.lang }.material(material);
    }
    let mut mask = Mask::new(names, people, material.lang);
    if let Some(mask) = &mut mask {
        mask.material(material);
    }
    register(&mut material.people, names, mask.as_mut());
    material.names = names;
    material.replaced = mask.map(|mask| mask.replaced).unwrap_or_default();
}

/// The register: those who are hidden keep their number, so that a group has as many members as before.
fn register(people: &mut Vec<Registered>, names: Names, mask: Option<&mut Mask<'_>>) {
    let Some(mask) = mask.filter(|_| names != Names::None) else {
        if names != Names::Full {
            people.clear();
        }
        return;
    };
    for Registered { name, role, organisation, email: _, spelled: _, identity: _, since: _ } in people {
        if names == Names::Initials {
            *name = initials(name);
        } else {
            *name = mask.name(name);
            // A title beside a pseudonym would give the person away, and beside a role it would be there twice.
            role.clear();
        }
        if names == Names::Pseudonym {
            organisation.clear();
        }
        *role = mask.text(role);
        *organisation = mask.text(organisation);
    }
}
