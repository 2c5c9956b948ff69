//! Minutes as the material of reports, without a store: nobody is in a register, and nothing has been done since.

use chrono::NaiveDate;
use uuid::Uuid;
use vidpennan::minutes::{Entry, Field, Minutes};
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Meeting, MeetingKind};
use vidpennan::report::material::{MeetingData, MentionedPeople, NamedInCell, WriteHistory};
use vidpennan::report::{Choices, KnownPeople, Material};
use vidpennan::store::person::WrittenName;

/// A round-table meeting with these minutes.
pub(crate) fn of(minutes: Minutes) -> Material {
    let meeting = Meeting {
        id: MeetingId(Uuid::nil()),
        programme: None,
        kind: MeetingKind::RoundTable,
        status: minutes.status,
        title: minutes.title.clone(),
        date: NaiveDate::from_ymd_opt(2026, 3, 5),
        time: None,
        place: String::new(),
        audience: String::new(),
        reference: String::new(),
        tables: 0,
        next: None,
        signoff: minutes.signoff.clone(),
        signoff_as_written: None,
    };
    let mentioned = MentionedPeople { cells: cells(&minutes), listed: Vec::new() };
    let data = MeetingData { meeting, minutes, work: Vec::new(), history: WriteHistory::default() };
    Material { meetings: vec![data], mentioned, ..Material::default() }
}

/// The minutes with nothing in them but what was chosen.
pub(crate) fn cut(minutes: &Minutes, choices: Choices) -> Minutes {
    let material = of(minutes.clone());
    let cut = choices.cut(&material, &KnownPeople::of(&material));
    cut.meetings[0].minutes.clone()
}

/// What the cells of minutes have that name persons.
fn cells(minutes: &Minutes) -> Vec<NamedInCell> {
    let entries = || minutes.sections.iter().flat_map(|section| &section.entries);
    let somebody =
        |entry: &Entry| [&entry.speaker, &entry.owner].map(|name| name.clone().map(WrittenName::Somebody));
    let scribe = |entry: &Entry| entry.provenance.as_ref()?.scribe.clone().map(WrittenName::Person);
    let row =
        |field: &Field| WrittenName::Row { label: Some(field.label.clone()), names: field.value.clone() };
    let written = entries().flat_map(somebody).flatten().chain(entries().filter_map(scribe));
    let written = written.chain(minutes.signoff.iter().cloned().map(WrittenName::Signature));
    written.chain(minutes.fields.iter().map(row)).map(in_cell).collect()
}

/// A name in a cell of the meeting, of somebody who is not in the register.
pub(crate) fn in_cell(written: WrittenName) -> NamedInCell {
    NamedInCell { written, is_of_meeting: true, person: None }
}
