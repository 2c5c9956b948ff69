//! What narrows a list, as conditions that can be saved, and back again.

use uuid::Uuid;

use super::{FilterPart, Narrow};
use crate::i18n::{Words, labels};
use crate::model::id::{MeetingId, OrganisationId, SectionId};
use crate::model::{Coded, Facet, FacetKind, cell};
use crate::store::work::{Owner, WorkClass};

/// Codes of how far work has come that are no status of a kind.
const OPEN: &str = "open";
const CLOSED: &str = "closed";
const ANSWERED: &str = "answered";
const UNANSWERED: &str = "unanswered";

/// The classes that a condition may narrow a list to, by their codes.
const CLASSES: [(WorkClass, &str); 3] = [
    (WorkClass::Actions, "actions"),
    (WorkClass::Commitments, "commitments"),
    (WorkClass::Unfinished, "unfinished"),
];

fn kind_of(part: FilterPart) -> FacetKind {
    match part {
        FilterPart::Meeting => FacetKind::Meeting,
        FilterPart::Section => FacetKind::Section,
        FilterPart::Owner => FacetKind::Owner,
        FilterPart::Status => FacetKind::Status,
        FilterPart::Kind => FacetKind::Class,
        FilterPart::Organisation => FacetKind::Organisation,
        FilterPart::Tag => FacetKind::Tag,
        FilterPart::Table => FacetKind::Table,
    }
}

fn part_of(kind: FacetKind) -> FilterPart {
    match kind {
        FacetKind::Meeting => FilterPart::Meeting,
        FacetKind::Section => FilterPart::Section,
        FacetKind::Owner => FilterPart::Owner,
        FacetKind::Status => FilterPart::Status,
        FacetKind::Class => FilterPart::Kind,
        FacetKind::Organisation => FilterPart::Organisation,
        FacetKind::Tag => FilterPart::Tag,
        FacetKind::Table => FilterPart::Table,
    }
}

impl Narrow {
    /// The conditions as they can be saved.
    pub fn facets(&self) -> Vec<Facet> {
        let facet = |(part, label): &(FilterPart, String)| Facet {
            code: kind_of(*part).code().to_owned(),
            value: self.value_of(*part),
            label: label.clone(),
        };
        self.parts.iter().map(facet).collect()
    }

    fn value_of(&self, part: FilterPart) -> String {
        let filter = &self.filter;
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        match part {
            FilterPart::Meeting => id(filter.meeting.map(|meeting| meeting.0)),
            FilterPart::Section => id(filter.section.map(|section| section.0)),
            FilterPart::Organisation => id(filter.organisation.map(|organisation| organisation.0)),
            FilterPart::Owner => match &filter.owner {
                Owner::Named(name) | Owner::Together(name) => name.clone(),
                Owner::Any | Owner::Nobody => String::new(),
            },
            FilterPart::Tag => filter.tag.clone().unwrap_or_default(),
            FilterPart::Table => filter.table.map(|table| table.to_string()).unwrap_or_default(),
            FilterPart::Kind => {
                let code = CLASSES.iter().find(|(class, _)| *class == filter.class);
                code.map(|(_, code)| (*code).to_owned()).unwrap_or_default()
            }
            FilterPart::Status => {
                let open = filter.open.map(|open| if open { OPEN } else { CLOSED }.to_owned());
                let answered = filter.answered.map(|is| if is { ANSWERED } else { UNANSWERED }.to_owned());
                let status = filter.status.map(cell::kind);
                [status, open, answered].into_iter().flatten().collect::<Vec<_>>().join(" ")
            }
        }
    }

    /// Narrows the list as the conditions of a view say; those of `gone` are about nothing that is there any more, and
    /// are called so. What is not understood at all is left out.
    pub fn recall(&mut self, facets: &[Facet], gone: &[Facet], words: &Words) {
        self.clear();
        for facet in facets {
            let Some(part) = facet.kind().map(part_of).filter(|part| self.set(*part, &facet.value)) else {
                continue;
            };
            let label = self.label(part, facet, words);
            self.put(part, if gone.contains(facet) { (words.views.gone)(&label) } else { label });
        }
    }

    /// Sets one condition. Returns whether its value could be read.
    fn set(&mut self, part: FilterPart, value: &str) -> bool {
        let filter = &mut self.filter;
        let id = Uuid::try_parse(value).ok();
        match part {
            FilterPart::Meeting => filter.meeting = id.map(MeetingId),
            FilterPart::Section => filter.section = id.map(SectionId),
            FilterPart::Organisation => filter.organisation = id.map(OrganisationId),
            FilterPart::Owner if value.is_empty() => filter.owner = Owner::Nobody,
            FilterPart::Owner => filter.owner = Owner::Named(value.to_owned()),
            FilterPart::Tag => filter.tag = Some(value.to_owned()),
            FilterPart::Table => filter.table = value.parse().ok(),
            FilterPart::Kind => match CLASSES.iter().find(|(_, code)| *code == value) {
                Some((class, _)) => filter.class = *class,
                None => return false,
            },
            FilterPart::Status => {
                for code in value.split(' ') {
                    match code {
                        OPEN => filter.open = Some(true),
                        CLOSED => filter.open = Some(false),
                        ANSWERED => filter.answered = Some(true),
                        UNANSWERED => filter.answered = Some(false),
                        code => filter.status = Some(cell::read_kind(code)),
                    }
                }
            }
        }
        match part {
            FilterPart::Meeting | FilterPart::Section | FilterPart::Organisation => id.is_some(),
            FilterPart::Table => self.filter.table.is_some(),
            _ => true,
        }
    }

    /// What a condition is called: in the language of now where the program names it.
    fn label(&self, part: FilterPart, facet: &Facet, words: &Words) -> String {
        let filter = &self.filter;
        let status = filter.status.and_then(|kind| labels::status(words.lang, kind));
        let said = match (part, filter.open, filter.answered) {
            (FilterPart::Status, Some(true), Some(false)) => Some(words.challenges.unanswered),
            (FilterPart::Status, Some(true), None) => Some(words.work.all_open),
            (FilterPart::Status, Some(false), None) => Some(words.work.closed),
            (FilterPart::Status, ..) => status,
            (FilterPart::Kind, ..) if filter.class == WorkClass::Actions => Some(words.follow_up.actions),
            (FilterPart::Kind, ..) => Some(words.follow_up.commitments),
            (FilterPart::Owner, ..) if filter.owner == Owner::Nobody => Some(words.work.nobody),
            _ => None,
        };
        match (part, filter.table) {
            (FilterPart::Table, Some(table)) => (words.work.detail.table)(table),
            _ => said.map_or_else(|| facet.label.clone(), str::to_owned),
        }
    }
}
