//! Where a pen is in a meeting, and where it was in the meetings that it has left.

use std::collections::HashMap;

use super::{LineTaker, NotTaken};
use crate::model::id::{MeetingId, SectionId};
use crate::store::entry::By;
use crate::store::{self, Store};

/// Where in a meeting a pen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PenPlace {
    /// The section that entries go to; `None` in a meeting without sections.
    pub section: Option<SectionId>,
    /// The number of the table that they come from.
    pub table: Option<u16>,
}

/// Where a pen was in the meetings that it has left.
#[derive(Debug, Clone, Default)]
pub struct PlacesLeft(HashMap<MeetingId, PenPlace>);

impl PlacesLeft {
    /// Remembers where the pen was.
    pub fn leave(&mut self, meeting: MeetingId, place: PenPlace) {
        self.0.insert(meeting, place);
    }

    /// Where a pen begins in a meeting: where it left it. Otherwise it is in the section and at the table of the latest
    /// line that was written here, never on another laptop; without one, in the first section, and at table 1 if tables
    /// are counted.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn enter(&self, store: &Store, meeting: MeetingId) -> store::Result<PenPlace> {
        if let Some(place) = self.0.get(&meeting) {
            return Ok(*place);
        }
        let latest = store::entry::latest(store, meeting, By::ThisReplica)?;
        let tables = store::meeting::get(store, meeting)?.map_or(0, |meeting| meeting.tables);
        let sections = store::section::list(store, meeting)?;
        let (mut section, mut table) = (sections.first().map(|section| section.id), None);
        if let Some(latest) = latest {
            // Where it was written, and not where it has been moved: the table goes on speaking.
            let (written, at) = store::entry::written_at(store, latest.id)?;
            let is_here = |id: &SectionId| sections.iter().any(|section| section.id == *id);
            (section, table) = match written.filter(is_here) {
                Some(section) => (Some(section), at),
                None => (Some(latest.section), latest.provenance.table),
            };
        }
        Ok(PenPlace { section, table: table.or((tables > 0).then_some(1)) })
    }
}

/// The sections that a pen has made, each with the one in which it was before: where the making is undone, it is there
/// again.
#[derive(Debug, Clone, Default)]
pub struct MadeSections(Vec<(SectionId, SectionId)>);

impl MadeSections {
    /// Remembers where the pen was when it made a section.
    pub fn add(&mut self, made: SectionId, before: SectionId) {
        self.0.push((made, before));
    }

    /// Where the pen was when it made a section; `None` for one that it has not made.
    pub fn before(&self, made: SectionId) -> Option<SectionId> {
        self.0.iter().rfind(|(id, _)| *id == made).map(|(_, before)| *before)
    }
}

impl LineTaker {
    /// Goes to another meeting; in the one where the pen is already it stays where it is.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn go_to_meeting(
        &mut self,
        store: &Store,
        meeting: MeetingId,
        left: &mut PlacesLeft,
    ) -> store::Result<()> {
        if meeting == self.meeting {
            return Ok(());
        }
        left.leave(self.meeting, PenPlace { section: self.section, table: self.table });
        let PenPlace { section, table } = left.enter(store, meeting)?;
        (self.meeting, self.section, self.table) = (meeting, section, table);
        Ok(())
    }

    /// Leaves a meeting that is gone for the one that a pen begins in.
    ///
    /// # Errors
    /// [`NotTaken::MeetingGone`] where it was gone; [`NotTaken::Refused`] where the file cannot be read.
    pub(super) fn leave_gone_meeting(&mut self, store: &Store) -> Result<(), NotTaken> {
        if store::meeting::get(store, self.meeting)?.is_some() {
            return Ok(());
        }
        let gone =
            store::meeting::get_or_gone(store, self.meeting)?.map(|gone| gone.title).unwrap_or_default();
        let next = store::meeting::current(store, store.clock().today())?;
        if let Some(next) = &next {
            self.go_to_meeting(store, next.id, &mut PlacesLeft::default())?;
        }
        Err(NotTaken::MeetingGone { gone, goes_to: next.map(|next| next.title) })
    }

    /// Where the pen is after something was undone or redone: a section that is gone is left without a word, because
    /// whoever undid it knows, for the one in which the pen was when it made it.
    ///
    /// # Errors
    /// [`NotTaken::Refused`] where the file cannot be read.
    pub fn settle(&mut self, store: &Store) -> Result<(), NotTaken> {
        if let Some(here) = self.section
            && store::section::get(store, here)?.is_none()
            && let Some(before) = self.made.before(here)
            && store::section::get(store, before)?.is_some()
        {
            self.section = Some(before);
            return Ok(());
        }
        match self.leave_gone_section(store) {
            Err(NotTaken::SectionGone { .. }) => Ok(()),
            settled => settled,
        }
    }
}
