//! What waits for follow-up: said once when the program is opened, shown in the tabs, gone through with one key.

use super::App;
use crate::ui::command::Command;
use crate::ui::dialogs::check_in::CheckIn;
use crate::ui::error::UiError;
use crate::ui::layer::Asker;
use crate::ui::lists::due::{DueCount, DueWork};
use crate::ui::place::Tab;

impl App {
    /// Counts what waits, and says it unless something else is said.
    pub(super) fn say_due(&mut self) {
        self.count_due();
        if self.due == DueCount::default() || !self.session.preferences.reminds.at_start {
            return;
        }
        let key = self.key_of(Command::CheckInDue);
        let said = (self.look.words.app.due)(self.due.unasked, self.due.late, &key);
        self.notice.get_or_insert(said);
        self.bell.ring();
    }

    /// Counts what waits. At the pen nothing comes to wait: what is promised today is asked about another day.
    pub(super) fn count_due(&mut self) {
        let due = DueWork::on(&self.store, self.clock.today()).and_then(|due| due.count(&self.store));
        self.due = due.unwrap_or_default();
    }

    /// The same, unless the pen is what is seen.
    pub(super) fn recount_due(&mut self) {
        if self.tab != Tab::RoundTable || !self.layers.is_empty() {
            self.count_due();
        }
    }

    /// How much waits behind a tab.
    pub(super) fn waiting(&self, tab: Tab) -> usize {
        match tab {
            _ if !self.session.preferences.reminds.in_tabs => 0,
            Tab::Tomorrow => self.due.unasked,
            Tab::FollowUp => self.due.late,
            Tab::Meetings | Tab::RoundTable | Tab::Challenges => 0,
        }
    }

    /// Goes through what waits.
    pub(super) fn check_in_due(&mut self) {
        let queue = DueWork::on(&self.store, self.clock.today()).and_then(|due| due.queue(&self.store));
        let through = queue.map(|queue| CheckIn::through(queue, &self.look));
        self.settle(Asker::App, through.map_err(UiError::from));
    }
}
