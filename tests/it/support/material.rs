//! Minutes as the material of reports, without a store: nobody is in a register, and nothing has been done since.

use chrono::NaiveDate;
use uuid::Uuid;
use vidpennan::minutes::{Entry, Field, Minutes, Section};
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Kind, Meeting, MeetingKind, Names, SectionKind};
use vidpennan::report::material::{MeetingData, MentionedPeople, NamedInCell, Registered, WriteHistory};
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
        nameless: false,
    };
    let mentioned = MentionedPeople { cells: cells(&minutes), listed: Vec::new() };
    let history = WriteHistory::default();
    let data = MeetingData { meeting, minutes, work: Vec::new(), history, is_next_held: false };
    Material { meetings: vec![data], mentioned, ..Material::default() }
}

/// Every choice that hides the names of people.
pub(crate) const HIDING: [Names; 4] = [Names::None, Names::Initials, Names::Role, Names::Pseudonym];

/// A section of plain notes.
pub(crate) fn notes(heading: &str, lines: &[&str]) -> Section {
    Section {
        heading: heading.to_owned(),
        as_written: None,
        level: 1,
        kind: SectionKind::Notes,
        intro: Vec::new(),
        entries: lines.iter().map(|line| Entry::new(Kind::NOTE, *line)).collect(),
    }
}

/// Somebody in the register, with a title that may be empty.
pub(crate) fn registered(name: &str, role: &str) -> Registered {
    Registered {
        name: name.to_owned(),
        role: role.to_owned(),
        organisation: String::new(),
        email: String::new(),
        spelled: Vec::new(),
        identity: String::new(),
        since: uuid::Uuid::nil(),
    }
}

/// The minutes with nothing in them but what was chosen.
pub(crate) fn cut(minutes: &Minutes, choices: Choices) -> Minutes {
    minutes_of(&of(minutes.clone()), choices)
}

/// The minutes of a material by the choice of how names go out.
pub(crate) fn with_names(material: &Material, names: Names) -> Minutes {
    minutes_of(material, Choices { names, ..Choices::default() })
}

fn minutes_of(material: &Material, choices: Choices) -> Minutes {
    let cut = choices.cut(material, &KnownPeople::of(material));
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
    NamedInCell { since: uuid::Uuid::nil(), written, is_of_meeting: true, person: None }
}
