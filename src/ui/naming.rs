//! What a record of the store is called where it is only mentioned: its number, otherwise its first words.

use uuid::Uuid;

use super::widgets::text::fit;
use crate::i18n::entry_name::entry_name;
use crate::model::history::Entity;
use crate::store::change::{NamedRecord, named};
use crate::store::{Marks, Store};

/// How many columns of a text are its name.
const WORDS: usize = 30;

/// The name of a record, soft-deleted or not. `None` where it has none or cannot be read.
pub fn name(store: &Store, marks: &Marks, entity: Entity, id: Uuid) -> Option<String> {
    match named(store, entity, id).ok()?? {
        NamedRecord::Entry(entry) => {
            Some(entry_name(&entry, marks.of(&entry), |text| fit(text, WORDS).into_owned()))
        }
        NamedRecord::Text(text) => Some(fit(&text, WORDS).into_owned()),
    }
}
