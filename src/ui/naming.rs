//! What a record of the store is called where it is only mentioned: its number, otherwise its first words.

use uuid::Uuid;

use super::widgets::text::fit;
use crate::i18n::entry_name::entry_name;
use crate::i18n::{Words, changes};
use crate::model::history::{Changes, Entity};
use crate::store::change::{NamedRecord, named};
use crate::store::undo::Left;
use crate::store::{self, Marks, Store};

/// How many columns of a text are its name.
const WORDS: usize = 30;

/// The name of a record, soft-deleted or not. `None` where it has none or cannot be read.
pub fn name(store: &Store, marks: &Marks, entity: Entity, id: Uuid) -> Option<String> {
    name_with(store, marks, entity, id, |text| fit(text, WORDS).into_owned())
}

/// The same, where words are written in this way.
fn name_with(
    store: &Store,
    marks: &Marks,
    entity: Entity,
    id: Uuid,
    words: impl Fn(&str) -> String,
) -> Option<String> {
    match named(store, entity, id).ok()?? {
        NamedRecord::Entry(entry) => Some(entry_name(&entry, marks.of(&entry), words)),
        // A report by its code is no name.
        NamedRecord::Text(_) if entity == Entity::Manuscript => None,
        NamedRecord::Text(text) => Some(words(&text)),
    }
}

/// What was to be deleted and is kept because somebody else had written there, by name; `None` where nothing is.
pub fn kept(store: &Store, changes: &Changes, words: &Words) -> Option<String> {
    let marks = store::marks(store).unwrap_or_default();
    let quoted = |text: &str| (words.pen.quoted)(&fit(text, WORDS), false);
    let called = |(entity, id): &(Entity, Uuid)| {
        let name = name_with(store, &marks, *entity, *id, quoted);
        name.unwrap_or_else(|| changes::noun(words, *entity).to_owned())
    };
    let names: Vec<String> = changes.kept.iter().map(called).collect();
    let are_all = changes.touched.iter().all(|touched| changes.kept.contains(touched));
    (!names.is_empty()).then(|| (words.app.kept)(&names.join(", "), are_all))
}

/// The cells that an undo or a redo left as they are: what somebody else has changed since or built on, by name, and
/// whether there is something that only a newer version knows.
pub fn left(store: &Store, left: &[Left], words: &Words) -> String {
    let marks = store::marks(store).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    let (unknown, left): (Vec<&Left>, Vec<&Left>) =
        left.iter().partition(|left| changes::is_unknown(left.entity, &left.field));
    for Left { entity, id, field } in &left {
        let name = name(store, &marks, *entity, *id);
        let name = name.unwrap_or_else(|| changes::noun(words, *entity).to_owned());
        let cell = changes::cell(words, *entity, field).map(|cell| format!(" ({cell})"));
        let name = format!("{name}{}", cell.unwrap_or_default());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let changed =
        (!left.is_empty()).then(|| format!("{} {}", (words.app.left)(left.len()), names.join(", ")));
    let unknown = (!unknown.is_empty()).then(|| words.app.left_unknown.to_owned());
    changed.into_iter().chain(unknown).collect::<Vec<_>>().join("\n\n")
}
