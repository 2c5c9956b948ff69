//! What the live screen shows, as it was read from the store: the meeting, its sections, a stretch of the entries of
//! one of them, and the words that the pen can complete. It knows no keys and draws nothing.

use std::ops::Range;

use crate::i18n::Words;
use crate::i18n::entry_name::{entry_name, entry_number};
use crate::model::id::{EntryId, ResponseId, SectionId};
use crate::model::{Entry, Kind, Meeting, Response, SectionKind};
use crate::ops::line::{self, Latest, MadeSections, PenPlace, PlacesLeft, ResponseTarget, WordsTarget};
use crate::pen::{Meaning, Refusal};
use crate::store::entry::{EntryScope, ListedEntry};
use crate::store::section::CountedSection;
use crate::store::{self, Marks};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::error::UiError;
use crate::ui::lists::marked::Marked;
use crate::ui::lists::window::Window;
use crate::ui::widgets::rows::Rows;

mod moved;
mod written;

/// So many lines by others leave the choice where it is.
const FEW: usize = 5;

/// The meeting that is captured, and where in it.
#[derive(Debug, Default)]
pub(crate) struct Room {
    /// The meeting, if there is one.
    pub(crate) meeting: Option<Meeting>,
    /// The meeting that was here before, where somebody has deleted it.
    pub(crate) lost: Option<Meeting>,
    /// Its sections with their counts.
    pub(crate) sections: Vec<CountedSection>,
    /// The current section, where lines are captured, by its index.
    pub(crate) section: usize,
    /// The table where lines are captured.
    pub(crate) table: Option<u16>,
    /// Whether only that table's entries are shown.
    pub(crate) only_table: bool,
    /// How many entries of the section are from that table.
    pub(crate) from_table: usize,
    /// The entries next to the chosen one, out of all that are listed.
    pub(crate) list: Window<ListedEntry>,
    /// Which of them is chosen.
    pub(crate) rows: Rows,
    /// Whether somebody has chosen it; otherwise it is the newest.
    pub(crate) walked: bool,
    /// Whether a line has been written since a row was chosen or marked: more words are for that line.
    pub(crate) written: bool,
    /// The entries that are marked.
    pub(crate) marked: Marked,
    /// What the last line changed, where that is not listed: until one goes elsewhere the verbs are for it, and nothing
    /// is chosen.
    pub(crate) away: Option<WordsTarget>,
    /// What a response answers where no other challenge is chosen.
    pub(crate) challenge: Option<Latest>,
    /// The entry that was written last.
    pub(crate) latest: Option<Latest>,
    /// The response that was given after it.
    pub(crate) given: Option<ResponseTarget>,
    /// The response that is chosen, one of those to the chosen entry.
    pub(crate) response: Option<ResponseId>,
    /// All that it answers, where it was chosen by walking.
    answered: Option<(ResponseId, Vec<Entry>)>,
    /// Actions that were made from the chosen entry.
    pub(crate) became: Vec<Entry>,
    /// The marks that numbers need.
    pub(crate) marks: Marks,
    /// Those in the register of people, as the pen completes them after `@`.
    pub(crate) names: Vec<String>,
    pub(crate) bodies: Vec<String>,
    /// Those in use in the meeting.
    pub(crate) tags: Vec<String>,
    /// Counts every reading, so that layouts of an earlier one are not reused.
    pub(crate) reading: u64,
    /// The sections that the pen has made.
    made: MadeSections,
    /// The section and the table that were current when a meeting was left.
    left: PlacesLeft,
}

impl Room {
    /// The current section, where lines are captured.
    pub(crate) fn here(&self) -> Option<&CountedSection> {
        self.sections.get(self.section)
    }

    /// What the sections are called, in their order.
    pub(crate) fn headings(&self) -> Vec<String> {
        self.sections.iter().map(|counted| counted.section.heading.clone()).collect()
    }

    /// What a line without a marker becomes here.
    pub(crate) fn section_kind(&self) -> SectionKind {
        self.here().map_or(SectionKind::Notes, |counted| counted.section.kind)
    }

    /// The chosen entry with its responses.
    pub(crate) fn chosen(&self) -> Option<&ListedEntry> {
        self.list.get(self.rows.selected)
    }

    /// The chosen response to the chosen entry.
    pub(crate) fn chosen_response(&self) -> Option<&Response> {
        let id = self.response?;
        self.chosen()?.responses.iter().find(|response| response.id == id)
    }

    /// Whether one of these entries is in the list.
    pub(crate) fn shows(&self, entries: &[Entry]) -> bool {
        self.place().is_some_and(|place| entries.iter().any(|entry| place.has(entry)))
    }

    /// What is chosen in the list: an entry, or one of the responses to it.
    pub(crate) fn chosen_words(&self) -> Option<WordsTarget> {
        if let Some(away) = &self.away {
            return Some(away.clone());
        }
        let entry = self.chosen()?.entry.clone();
        Some(match self.chosen_response() {
            Some(response) => {
                let all = self.answered.clone().filter(|(id, _)| *id == response.id).map(|(_, all)| all);
                let (response, challenges) = (response.clone(), all.unwrap_or_else(|| vec![entry]));
                WordsTarget::Response(ResponseTarget { response, challenges })
            }
            None => WordsTarget::Entry(entry),
        })
    }

    /// Walks in the list: from an entry to the responses to it, and on to the next entry. With `entries` from entry to
    /// entry. `false` for a command that does not walk.
    pub(crate) fn step(&mut self, command: Command, entries: bool, ctx: &Ctx) -> Result<bool, UiError> {
        let walked = self.step_to(command, entries, ctx)?;
        if walked {
            self.away = None;
            self.written = false;
        }
        self.answered = match self.response {
            Some(id) => Some((id, line::challenges_of(ctx.store, id)?)),
            None => None,
        };
        Ok(walked)
    }

    fn step_to(&mut self, command: Command, entries: bool, ctx: &Ctx) -> Result<bool, UiError> {
        let at = self.chosen_response().map(|response| response.id);
        let given = |room: &Self| -> Vec<ResponseId> {
            let responses = room.chosen().map(|listed| listed.responses.as_slice()).unwrap_or_default();
            responses.iter().map(|response| response.id).filter(|_| !entries).collect()
        };
        let here = given(self);
        let place = at.and_then(|at| here.iter().position(|id| *id == at));
        match (command, place) {
            (Command::Down, None) if !here.is_empty() => self.response = here.first().copied(),
            (Command::Down, Some(place)) if place + 1 < here.len() => {
                self.response = here.get(place + 1).copied();
            }
            (Command::Down, Some(_)) if self.rows.selected + 1 == self.rows.total => {}
            (Command::Up, Some(place)) => {
                self.response = place.checked_sub(1).and_then(|place| here.get(place).copied());
            }
            _ => {
                let before = self.rows.selected;
                if !self.rows.walk(command) {
                    return Ok(false);
                }
                self.walk(ctx)?;
                if command == Command::Up && self.rows.selected != before {
                    self.response = given(self).last().copied();
                }
                return Ok(true);
            }
        }
        self.walked = true;
        Ok(true)
    }

    /// Chooses one of the responses to the entry in a row.
    pub(crate) fn choose_response(&mut self, row: usize, nth: usize, ctx: &Ctx) -> Result<(), UiError> {
        self.rows.select(row);
        self.walk(ctx)?;
        self.response =
            self.chosen().and_then(|listed| listed.responses.get(nth)).map(|response| response.id);
        Ok(())
    }

    /// The number of an entry as it is shown.
    pub(crate) fn number(&self, entry: &Entry) -> Option<String> {
        entry_number(entry, self.marks.of(entry))
    }

    /// What an entry is called in a sentence: its number, otherwise its first words in quotation marks.
    pub(crate) fn name(&self, entry: &Entry, words: &Words) -> String {
        entry_name(entry, self.marks.of(entry), |text| {
            let first: Vec<&str> = text.split_whitespace().take(5).collect();
            (words.pen.quoted)(&first.join(" "), text.split_whitespace().nth(5).is_some())
        })
    }

    /// The marked entries, or the chosen one.
    pub(crate) fn targets(&self) -> Vec<Entry> {
        if self.marked.is_empty() {
            self.chosen().map(|listed| listed.entry.clone()).into_iter().collect()
        } else {
            self.marked.to_vec()
        }
    }

    /// Marks the chosen entry, or not any more.
    pub(crate) fn mark(&mut self) {
        let Some(entry) = self.chosen().map(|listed| listed.entry.clone()) else { return };
        self.marked.toggle(entry);
    }

    /// Goes to a section that the pen has made.
    pub(crate) fn go_to_made(&mut self, section: usize, ctx: &Ctx) -> Result<(), UiError> {
        let made = self.sections.get(section).map(|counted| counted.section.id);
        let before = self.here().map(|counted| counted.section.id);
        if let (Some(made), Some(before)) = (made, before) {
            self.made.add(made, before);
        }
        self.go_to(section, ctx)
    }

    /// Where the making of the section that was current is undone one is where one was before.
    pub(crate) fn leave_unmade(&mut self, here: Option<SectionId>, ctx: &Ctx) -> Result<(), UiError> {
        let Some(here) = here.filter(|here| self.place_of(*here).is_none()) else { return Ok(()) };
        match self.made.before(here).and_then(|before| self.place_of(before)) {
            Some(before) => self.go_to(before, ctx),
            None => Ok(()),
        }
    }

    fn place_of(&self, section: SectionId) -> Option<usize> {
        self.sections.iter().position(|counted| counted.section.id == section)
    }

    /// Goes to a section; its newest entry is chosen.
    pub(crate) fn go_to(&mut self, section: usize, ctx: &Ctx) -> Result<(), UiError> {
        self.section = section.min(self.sections.len().saturating_sub(1));
        self.read_newest(ctx)
    }

    /// Whether a response would answer what is not marked, since nothing of what is marked can be answered.
    pub(crate) fn answers_no_mark(&self, meaning: &Result<Meaning, Refusal>) -> bool {
        matches!(meaning, Ok(Meaning::Response(_))) && self.marks_no_challenge()
    }

    /// Whether something is marked, and no challenge.
    pub(crate) fn marks_no_challenge(&self) -> bool {
        let mut marked = self.marked.iter();
        !self.marked.is_empty() && !marked.any(|entry| matches!(entry.kind, Kind::Challenge(_)))
    }

    /// Which entries are listed; `None` where there is no section.
    pub(crate) fn place(&self) -> Option<EntryScope> {
        let section = self.here()?.section.id;
        Some(EntryScope { section, table: self.table.filter(|_| self.only_table) })
    }

    /// Reads everything again. The current section and the chosen entry stay what they were.
    pub(crate) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let chosen = self.chosen().filter(|_| self.walked).map(|listed| listed.entry.id);
        let asked = ctx.session.meeting.map(|id| store::meeting::get(ctx.store, id)).transpose()?.flatten();
        let meeting = match asked {
            Some(meeting) => Some(meeting),
            None => store::meeting::current(ctx.store, ctx.clock.today())?,
        };
        let moved =
            meeting.as_ref().map(|meeting| meeting.id) != self.meeting.as_ref().map(|meeting| meeting.id);
        let mut section = self.here().map(|counted| counted.section.id);
        if moved {
            self.lost = None;
            if let Some(left) = self.meeting.take() {
                self.left.leave(left.id, PenPlace { section, table: self.table });
                self.lost = store::meeting::get(ctx.store, left.id)?.is_none().then_some(left);
            }
            section = self.enter(meeting.as_ref(), ctx)?;
        }
        self.meeting = meeting;
        self.read_sections(section, ctx)?;
        self.read_words(ctx)?;
        self.marks = store::marks(ctx.store)?;
        self.read_list(ctx, chosen)
    }

    /// Goes to where the pen begins in a meeting, and returns its section.
    fn enter(&mut self, meeting: Option<&Meeting>, ctx: &Ctx) -> Result<Option<SectionId>, UiError> {
        self.only_table = false;
        self.walked = false;
        let Some(meeting) = meeting else { return Ok(None) };
        let place = self.left.enter(ctx.store, meeting.id)?;
        self.table = place.table;
        Ok(place.section)
    }

    fn read_sections(&mut self, section: Option<SectionId>, ctx: &Ctx) -> Result<(), UiError> {
        let Some(meeting) = &self.meeting else {
            self.sections.clear();
            return Ok(());
        };
        self.sections = store::section::counted(ctx.store, meeting.id)?;
        let at = section.and_then(|id| self.place_of(id));
        self.section = at.unwrap_or(self.section.min(self.sections.len().saturating_sub(1)));
        if section.is_none() {
            self.section = 0;
        }
        Ok(())
    }

    /// What the pen completes: names, tags.
    fn read_words(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.read_names(ctx)?;
        self.tags = match &self.meeting {
            Some(meeting) => store::entry::tags(ctx.store, meeting.id)?,
            None => Vec::new(),
        };
        Ok(())
    }

    /// Reads the register of people again, which a line with a new name has changed.
    pub(crate) fn read_names(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.names = store::person::list(ctx.store)?.into_iter().map(|person| person.name).collect();
        self.bodies = line::bodies(ctx.store)?;
        Ok(())
    }

    /// Reads the entries of the current section, or those from the one table; the newest is chosen.
    pub(crate) fn read_newest(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.walked = false;
        (self.response, self.away) = (None, None);
        self.read_list(ctx, None)
    }

    /// Reads the entries next to the one that was chosen, or to the newest.
    fn read_list(&mut self, ctx: &Ctx, chosen: Option<EntryId>) -> Result<(), UiError> {
        self.reading += 1;
        let (Some(place), Some(meeting)) = (self.place(), &self.meeting) else {
            self.list = Window::default();
            self.marked.read(ctx.store, |_| Ok(false))?;
            self.rows.resize(0);
            self.challenge = None;
            self.latest = None;
            self.given = None;
            return Ok(());
        };
        self.challenge = line::latest_challenge(ctx.store, meeting.id)?;
        self.latest = line::latest(ctx.store, meeting.id)?;
        self.given = line::latest_response(ctx.store, meeting.id, self.latest.as_ref())?;
        self.look_again(ctx)?;
        let total = store::entry::count(ctx.store, place)?;
        self.from_table = match self.table {
            Some(_) if self.only_table => total,
            Some(table) => store::entry::count(ctx.store, EntryScope { table: Some(table), ..place })?,
            None => 0,
        };
        let before = self.rows.selected;
        self.rows.resize(total);
        self.list = Window::unread(total);
        self.marked.read(ctx.store, |entry| Ok(place.has(entry)))?;
        let entry = self.to_choose(chosen, place, ctx)?;
        match entry.filter(|entry| entry.section == place.section) {
            Some(entry) => self.rows.select(store::entry::row_of(ctx.store, place, &entry)?),
            // The chosen one is gone: the choice stays at its place.
            None if self.walked => self.rows.select(before),
            None => {
                let newest = total.saturating_sub(1);
                self.rows.select(self.row_of_given(place, ctx)?.unwrap_or(newest));
            }
        }
        self.read_near_chosen(ctx)?;
        if !self.walked {
            self.response = self.given_here();
        }
        self.follow_away(ctx)
    }

    /// Reads the entries near the chosen one that are not in memory, and its detail.
    fn read_near_chosen(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let Some(place) = self.place() else { return Ok(()) };
        let total = self.list.total;
        let read = |rows: Range<usize>| store::entry::window(ctx.store, place, rows.start, rows.len(), total);
        if self.list.fill(self.rows.selected, 0, read)? {
            self.reading += 1;
        }
        self.read_chosen(ctx)
    }

    /// Reads what only the detail of the chosen entry shows.
    fn read_chosen(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.became = match self.chosen() {
            Some(listed) => store::entry::made_from(ctx.store, listed.entry.id)?,
            None => Vec::new(),
        };
        Ok(())
    }

    /// Another entry was chosen.
    pub(crate) fn walk(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        (self.walked, self.written) = (true, false);
        (self.response, self.away) = (None, None);
        self.read_near_chosen(ctx)
    }

    /// Goes to an entry, or to a response to it, whichever section of the meeting it is in.
    pub(crate) fn seek(
        &mut self,
        id: EntryId,
        response: Option<ResponseId>,
        ctx: &Ctx,
    ) -> Result<(), UiError> {
        let Some(entry) = store::entry::get(ctx.store, id)? else { return Ok(()) };
        let Some(at) = self.sections.iter().position(|counted| counted.section.id == entry.section) else {
            return Ok(());
        };
        self.section = at;
        self.only_table = false;
        (self.walked, self.written) = (true, false);
        (self.response, self.away) = (None, None);
        self.read_list(ctx, Some(id))?;
        let listed = self.chosen().map_or(&[][..], |listed| &listed.responses);
        self.response = response.filter(|id| listed.iter().any(|given| given.id == *id));
        Ok(())
    }

    /// The chosen entry, where nobody has walked to it and it was written last in this window.
    pub(crate) fn own_chosen(&self) -> Option<EntryId> {
        let chosen = self.chosen().filter(|_| !self.walked)?.entry.id;
        self.latest.as_ref().filter(|latest| latest.is_own && latest.entry.id == chosen).map(|_| chosen)
    }

    /// Stays at an entry while only a few are listed after it.
    pub(crate) fn stay_at(&mut self, id: EntryId, ctx: &Ctx) -> Result<(), UiError> {
        let Some(place) = self.place() else { return Ok(()) };
        let entry = store::entry::get(ctx.store, id)?.filter(|_| !self.walked);
        let Some(entry) = entry.filter(|entry| self.shows(std::slice::from_ref(entry))) else {
            return Ok(());
        };
        let after = self.rows.total.saturating_sub(store::entry::row_of(ctx.store, place, &entry)? + 1);
        if (1..=FEW).contains(&after) { self.read_list(ctx, Some(id)) } else { Ok(()) }
    }

    /// Chooses an entry where one has been chosen and it is listed.
    pub(crate) fn choose_again(&mut self, id: EntryId, ctx: &Ctx) -> Result<(), UiError> {
        let entry = store::entry::get(ctx.store, id)?.filter(|_| self.walked);
        match entry.filter(|entry| self.shows(std::slice::from_ref(entry))) {
            Some(_) => self.read_list(ctx, Some(id)),
            None => Ok(()),
        }
    }

    /// Reads what one captured line has changed, and no more: the line itself. `false` where the entry is not one more
    /// at the end of what is listed, and everything must be read.
    pub(crate) fn read_captured(&mut self, entry: EntryId, ctx: &Ctx) -> Result<bool, UiError> {
        let Some(place) = self.place() else { return Ok(false) };
        let total = store::entry::count(ctx.store, place)?;
        let held = self.list.offset + self.list.rows.len() == self.list.total;
        if self.walked || !held || total != self.list.total + 1 {
            return Ok(false);
        }
        let last = store::entry::window(ctx.store, place, total - 1, 1, total)?.pop();
        let Some(new) = last.filter(|last| last.entry.id == entry) else { return Ok(false) };
        let is_challenge = matches!(new.entry.kind, Kind::Challenge(_));
        if let Some(counted) = self.sections.get_mut(self.section) {
            counted.entries += 1;
            counted.challenges += usize::from(is_challenge);
        }
        self.from_table += usize::from(self.table.is_some() && new.entry.provenance.table == self.table);
        for tag in &new.entry.tags {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
            }
        }
        if is_challenge {
            self.challenge = Some(Latest { entry: new.entry.clone(), is_own: true });
        }
        self.latest = Some(Latest { entry: new.entry.clone(), is_own: true });
        (self.given, self.response, self.away) = (None, None, None);
        self.list.rows.push(new);
        self.list.total = total;
        self.forget_far();
        self.rows.resize(total);
        self.rows.select(total);
        self.became.clear();
        Ok(true)
    }

    /// Drops entries far above the newest, so that a long day takes no more memory than a short one.
    fn forget_far(&mut self) {
        const REACH: usize = Window::<ListedEntry>::REACH;
        let far = self.list.rows.len().saturating_sub(2 * REACH);
        if far > REACH {
            self.list.rows.drain(..far);
            self.list.offset += far;
        }
    }
}
