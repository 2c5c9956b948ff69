//! The list that the three working screens share: work from the store in groups, of which only the rows near
//! the chosen one are read; marks; and the chosen row's detail. It knows neither what the groups are nor how a row
//! looks.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::model::id::{EntryId, ResponseId};
use crate::model::{Entry, Response};
use crate::store::work::{self, Filter, ListedWork};
use crate::store::{self, Marks, Store};
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::effect::{Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::lists::copied;
use crate::ui::lists::marked::Marked;
use crate::ui::lists::window::Window;
use crate::ui::widgets::rows::{Rows, outwards};

pub mod body;
mod detail;
pub mod narrow;
pub mod row;
pub mod view;

use detail::WorkDetail;

/// How many entries a check-in goes through at most.
const MOST_TO_CHECK: usize = 500;

/// Clicks on responses to the chosen work are rows from here on.
const RESPONSE_ROWS: usize = 1 << 40;
/// Those on what a row says of a response are rows from this one on.
const NOTE_ROWS: usize = 1 << 41;

/// Work under one heading.
#[derive(Debug, Default)]
struct Group {
    title: String,
    filter: Filter,
    window: Window<ListedWork>,
}

/// What a row of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WorkListRow {
    /// The heading of a group. The first group's is drawn over the list and takes no row.
    Heading(usize),
    /// One piece of work: its group, and its place in it.
    Work(usize, usize),
}

/// Work in groups, with the choice and the marks of the user.
#[derive(Debug, Default)]
pub struct WorkList {
    groups: Vec<Group>,
    rows: Rows,
    /// The entries that a verb is for, wherever in the list they are.
    pub marked: Marked,
    /// The response to the chosen one that was clicked.
    response: Option<ResponseId>,
    /// The chosen entry and the others from it outwards, where another filter or grouping is to be read.
    nearest: Vec<EntryId>,
    /// More about the chosen one, read with it; `None` in an empty list.
    pub detail: Option<WorkDetail>,
    /// The letters that numbers from other laptops end with.
    pub marks: Marks,
}

impl WorkList {
    /// Reads the list again: these groups, those without work left out. The choice stays with its entry as long as that
    /// is in the same group, and with its place otherwise: the next one to do. Where the list is narrowed or grouped in
    /// another way it stays with its entry wherever that is, otherwise with the nearest that is still listed.
    pub fn read(&mut self, store: &Store, groups: Vec<(String, Filter)>) -> Result<(), UiError> {
        let before = self.chosen_place();
        self.groups.clear();
        for (title, filter) in groups {
            let total = work::count(store, &filter)?;
            if total > 0 {
                self.groups.push(Group { title, filter, window: Window::unread(total) });
            }
        }
        let headings = self.groups.len().saturating_sub(1);
        self.rows.resize(self.groups.iter().map(|group| group.window.total).sum::<usize>() + headings);
        self.marks = store::marks(store)?;
        let groups = &self.groups;
        self.marked.read(store, |entry| {
            groups
                .iter()
                .try_fold(false, |passes, group| Ok(passes || work::passes(store, &group.filter, entry.id)?))
        })?;
        self.leave_heading(Command::Down);
        self.fill(store)?;
        if !self.nearest.is_empty() {
            self.stay_near(store)?;
        } else if let Some((title, id)) = before {
            self.follow(&title, id);
        }
        self.settle(store)
    }

    /// Chooses an entry, if it is in the list.
    pub fn choose(&mut self, id: EntryId, store: &Store) -> Result<(), UiError> {
        match self.row_of(id, store)? {
            Some(row) => {
                self.rows.select(row);
                self.response = None;
                self.settle(store)
            }
            None => Ok(()),
        }
    }

    /// Goes to the first row, for a list that shows something else now.
    pub fn go_to_top(&mut self) {
        self.rows = Rows::default();
        self.nearest.clear();
        self.detail = None;
    }

    /// The list is to be narrowed or grouped in another way: what is chosen stays what it is. An empty list has kept
    /// what was chosen before it.
    pub fn rearrange(&mut self) {
        let near = outwards(self.rows.selected, self.rows.total).take(2 * Window::<ListedWork>::REACH);
        let near: Vec<EntryId> = near.filter_map(|row| Some(self.work_at(row)?.entry.id)).collect();
        if !near.is_empty() {
            self.nearest = near;
        }
    }

    /// Walks, if the command is one that walks. Returns whether it was.
    pub fn walk(&mut self, command: Command, store: &Store) -> Result<bool, UiError> {
        if !self.rows.walk(command) {
            return Ok(false);
        }
        self.response = None;
        self.leave_heading(command);
        self.settle(store)?;
        Ok(true)
    }

    /// Chooses a row that was clicked, or asks for more about it if it was chosen already; headings cannot be chosen.
    pub fn click(&mut self, row: usize, store: &Store) -> Outcome {
        if let Some(row) = row.checked_sub(NOTE_ROWS) {
            self.rows.select(row);
            self.settle(store)?;
            self.response = self.chosen().and_then(|work| work.responses.first()).map(|response| response.id);
            return Ok(Effect::Run(Command::Open));
        }
        if let Some(nth) = row.checked_sub(RESPONSE_ROWS) {
            let responses = self.chosen().map(|work| work.responses.as_slice()).unwrap_or_default();
            self.response = responses.get(nth).map(|response| response.id);
            return Ok(Effect::None);
        }
        if !matches!(self.at(row), Some(WorkListRow::Work(..))) {
            return Ok(Effect::None);
        }
        self.response = None;
        if row == self.rows.selected {
            return Ok(Effect::Run(Command::Open));
        }
        self.rows.select(row);
        self.settle(store)?;
        Ok(Effect::None)
    }

    /// Marks the chosen row, or not any more, and goes on by `step`.
    pub fn mark(&mut self, step: Command, store: &Store) -> Result<(), UiError> {
        let Some(entry) = self.chosen().map(|work| work.entry.clone()) else { return Ok(()) };
        self.marked.toggle(entry);
        self.walk(step, store).map(|_| ())
    }

    /// The chosen work; `None` in an empty list.
    pub fn chosen(&self) -> Option<&ListedWork> {
        self.work_at(self.rows.selected)
    }

    /// The response to the chosen work that was clicked, where none is marked.
    pub fn chosen_response(&self) -> Option<&Response> {
        let id = self.response.filter(|_| self.marked.is_empty())?;
        self.chosen()?.responses.iter().find(|response| response.id == id)
    }

    /// The marked entries, or the chosen one where none is marked.
    pub fn targets(&self) -> Vec<EntryId> {
        if self.marked.is_empty() {
            self.chosen().map(|work| work.entry.id).into_iter().collect()
        } else {
            self.marked.iter().map(|entry| entry.id).collect()
        }
    }

    /// Every entry of the list, in its order.
    pub fn all(&self, store: &Store) -> store::Result<Vec<EntryId>> {
        let mut all = Vec::new();
        for group in &self.groups {
            let listed = work::list(store, &group.filter, 0, group.window.total)?;
            all.extend(listed.into_iter().map(|work| work.entry.id));
        }
        Ok(all)
    }

    /// The marked entries, or the chosen one, as they are now.
    pub fn target_entries(&self, store: &Store) -> Result<Vec<Entry>, UiError> {
        Ok(as_they_are(&self.targets(), store)?)
    }

    /// What a check-in goes through: what is marked; otherwise the chosen one and then the open ones of its group, from
    /// it on and then from the top, a few hundred at most.
    pub fn to_check(&self, store: &Store) -> store::Result<Vec<EntryId>> {
        let (Some(WorkListRow::Work(group, _)), Some(chosen), true) =
            (self.at(self.rows.selected), self.chosen(), self.marked.is_empty())
        else {
            return Ok(self.targets());
        };
        let Some(group) = self.groups.get(group) else { return Ok(self.targets()) };
        let mut group = work::list(store, &group.filter, 0, MOST_TO_CHECK)?;
        let chosen = chosen.entry.id;
        group.retain(|work| work.entry.id == chosen || work.entry.kind.is_open());
        let mut queue: Vec<EntryId> = group.iter().map(|work| work.entry.id).collect();
        match queue.iter().position(|id| *id == chosen) {
            Some(at) => queue.rotate_left(at),
            None => queue.insert(0, chosen),
        }
        Ok(queue)
    }

    /// The whole list as lines of text, each group under its heading; and how many entries are in it.
    pub fn as_text(&self, store: &Store, look: &Look) -> Result<(Vec<String>, usize), UiError> {
        let (mut lines, mut total) = (Vec::new(), 0);
        for group in &self.groups {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            let listed = work::list(store, &group.filter, 0, group.window.total)?;
            total += listed.len();
            lines.push(format!("{} ({})", group.title, listed.len()));
            for work in listed {
                lines.extend(copied::lines_of(&work.entry, &work.responses, &self.marks, look));
            }
        }
        Ok((lines, total))
    }

    /// All that has been read, in order.
    pub fn all_read(&self) -> impl Iterator<Item = &ListedWork> {
        self.groups.iter().flat_map(|group| &group.window.rows)
    }

    /// Whether any of what has been read has an owner: only then is there a column for it.
    pub fn is_owned(&self) -> bool {
        self.all_read().any(|work| work.entry.owner.is_some())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Draws the list under the line of the first heading in sight; `labels` is at the right of that line. `row`
    /// returns the lines of one piece of work: whether it is chosen, and for which width.
    pub fn draw(
        &self,
        canvas: &mut Canvas,
        area: Rect,
        look: &Look,
        labels: &Line<'_>,
        row: impl Fn(&ListedWork, bool, u16) -> Vec<Line<'static>>,
    ) {
        let head = Rect { height: area.height.min(1), ..area };
        // A blank column at the right edge, as at the left of the head line.
        let width = area.width.saturating_sub(1);
        let list = Rect { y: area.y + head.height, height: area.height - head.height, width, ..area };
        let airy = area.height > 12;
        let before = canvas.targets.len();
        self.rows.draw(canvas, list, &look.theme, |index, columns| match self.at(index) {
            Some(WorkListRow::Heading(group)) => {
                let line = self.heading(group, look);
                if airy { vec![Line::default(), line] } else { vec![line] }
            }
            Some(WorkListRow::Work(..)) => match self.work_at(index) {
                Some(work) => row(work, index == self.rows.selected, columns),
                None => vec![Line::default()],
            },
            None => Vec::new(),
        });
        self.target_notes(canvas, before, &row);
        let inner = Rect { x: head.x + 2, width: width.saturating_sub(2), ..head };
        if let Some(WorkListRow::Work(group, _)) = self.at(self.rows.top()) {
            canvas.line(inner, &self.heading(group, look));
        }
        let wide = u16::try_from(labels.width()).unwrap_or(u16::MAX);
        if wide < inner.width {
            canvas.line(Rect { x: inner.right() - wide, width: wide, ..inner }, labels);
        }
    }

    /// What is said of a response in a row that was drawn can be clicked by itself: it shows the response. The targets
    /// of the rows are those after `first`.
    fn target_notes(
        &self,
        canvas: &mut Canvas,
        first: usize,
        row: impl Fn(&ListedWork, bool, u16) -> Vec<Line<'static>>,
    ) {
        let rows: Vec<_> = canvas.targets.iter().skip(first).copied().collect();
        for (area, target) in rows {
            let ClickTarget::Row(index) = target else { continue };
            let work = self.work_at(index).filter(|work| !work.responses.is_empty());
            let Some(work) = work else { continue };
            let Some(line) = row(work, index == self.rows.selected, area.width - 2).into_iter().next() else {
                continue;
            };
            let mut x = area.x + 2;
            for span in &line.spans {
                let wide = u16::try_from(span.width()).unwrap_or(0);
                if span.content.starts_with(row::ANSWERED) {
                    canvas.target(
                        Rect { x, width: wide, height: 1, ..area },
                        ClickTarget::Row(NOTE_ROWS + index),
                    );
                }
                x = x.saturating_add(wide);
            }
        }
    }

    fn heading(&self, group: usize, look: &Look) -> Line<'static> {
        let Some(group) = self.groups.get(group) else { return Line::default() };
        Line::styled(format!("{} ({})", group.title, group.window.total), look.theme.strong)
    }

    /// What a row is; `None` past the last.
    fn at(&self, row: usize) -> Option<WorkListRow> {
        let mut first = 0;
        for (index, group) in self.groups.iter().enumerate() {
            if index > 0 {
                if row == first {
                    return Some(WorkListRow::Heading(index));
                }
                first += 1;
            }
            if row < first + group.window.total {
                return Some(WorkListRow::Work(index, row - first));
            }
            first += group.window.total;
        }
        None
    }

    /// The row of a group's first work.
    fn first_row(&self, group: usize) -> usize {
        self.groups.iter().take(group).map(|group| group.window.total).sum::<usize>() + group
    }

    fn work_at(&self, row: usize) -> Option<&ListedWork> {
        match self.at(row)? {
            WorkListRow::Work(group, place) => self.groups.get(group)?.window.get(place),
            WorkListRow::Heading(_) => None,
        }
    }

    /// A heading is passed over in the direction one walks.
    fn leave_heading(&mut self, command: Command) {
        if let Some(WorkListRow::Heading(_)) = self.at(self.rows.selected) {
            let up = matches!(command, Command::Up | Command::PageUp | Command::First);
            let row = self.rows.selected;
            self.rows.select(if up { row.saturating_sub(1) } else { row + 1 });
        }
    }

    fn chosen_place(&self) -> Option<(String, EntryId)> {
        let Some(WorkListRow::Work(group, _)) = self.at(self.rows.selected) else { return None };
        Some((self.groups.get(group)?.title.clone(), self.chosen()?.entry.id))
    }

    /// Chooses what was chosen before the list was rearranged, or the nearest that is listed.
    fn stay_near(&mut self, store: &Store) -> Result<(), UiError> {
        if self.groups.is_empty() {
            return Ok(());
        }
        let mut row = 0;
        for id in std::mem::take(&mut self.nearest) {
            if let Some(found) = self.row_of(id, store)? {
                row = found;
                break;
            }
        }
        self.rows.select(row);
        Ok(())
    }

    /// The row of an entry; `None` where it is not listed.
    fn row_of(&self, id: EntryId, store: &Store) -> Result<Option<usize>, UiError> {
        for (index, group) in self.groups.iter().enumerate() {
            if let Some(place) = work::place_of(store, &group.filter, id)? {
                return Ok(Some(self.first_row(index) + place));
            }
        }
        Ok(None)
    }

    /// Chooses the entry again where it is in the same group, near where it was.
    fn follow(&mut self, title: &str, id: EntryId) {
        let place = self.groups.iter().enumerate().find_map(|(index, group)| {
            let held = group.window.rows.iter().position(|work| work.entry.id == id)?;
            (group.title == title).then(|| self.first_row(index) + group.window.offset + held)
        });
        if let Some(row) = place {
            self.rows.select(row);
        }
    }

    /// Reads what can be seen from the chosen row, and its detail.
    fn settle(&mut self, store: &Store) -> Result<(), UiError> {
        self.fill(store)?;
        self.detail = match self.chosen() {
            Some(work) => Some(WorkDetail::read(store, work)?),
            None => None,
        };
        Ok(())
    }

    /// Reads the rows of the groups that are near the chosen one and not in memory.
    fn fill(&mut self, store: &Store) -> Result<(), UiError> {
        let mut first = 0;
        for (index, group) in self.groups.iter_mut().enumerate() {
            first += usize::from(index > 0);
            let filter = &group.filter;
            let read = |rows: Range<usize>| work::list(store, filter, rows.start, rows.len());
            group.window.fill(self.rows.selected, first, read)?;
            first += group.window.total;
        }
        Ok(())
    }
}

/// These entries as they are now, without those that are gone.
fn as_they_are(entries: &[EntryId], store: &Store) -> store::Result<Vec<Entry>> {
    let entries: store::Result<Vec<_>> = entries.iter().map(|id| store::entry::get(store, *id)).collect();
    Ok(entries?.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(totals: &[usize]) -> WorkList {
        let groups =
            totals.iter().map(|total| Group { window: Window::unread(*total), ..Group::default() }).collect();
        let rows = Rows::of(totals.iter().sum::<usize>() + totals.len() - 1);
        WorkList { groups, rows, ..WorkList::default() }
    }

    #[test]
    fn every_row_is_a_heading_or_one_piece_of_work() {
        let list = list(&[2, 1, 3]);
        let rows: Vec<_> = (0..9).map(|row| list.at(row)).collect();
        let expected = [
            WorkListRow::Work(0, 0),
            WorkListRow::Work(0, 1),
            WorkListRow::Heading(1),
            WorkListRow::Work(1, 0),
            WorkListRow::Heading(2),
            WorkListRow::Work(2, 0),
            WorkListRow::Work(2, 1),
            WorkListRow::Work(2, 2),
        ];
        assert_eq!(rows, expected.map(Some).into_iter().chain([None]).collect::<Vec<_>>());
        for group in 0..3 {
            assert_eq!(list.at(list.first_row(group)), Some(WorkListRow::Work(group, 0)));
        }
    }

    #[test]
    fn a_heading_is_never_chosen() {
        let mut list = list(&[2, 1]);
        list.rows.select(2);
        list.leave_heading(Command::Down);
        assert_eq!(list.rows.selected, 3);
        list.rows.select(2);
        list.leave_heading(Command::Up);
        assert_eq!(list.rows.selected, 1);
    }
}
