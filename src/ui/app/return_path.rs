//! Where one came to a meeting, or to give a response, from: a search, a list, the preview of a file. Escape leads back
//! there, as it was left.

use super::App;
use crate::model::id::MeetingId;
use crate::store;
use crate::ui::layer::{Asker, Layer};
use crate::ui::place::{Place, Tab};
use crate::ui::screen::Changed;

/// What was seen before one went to a meeting.
pub(super) struct ComeFrom {
    tab: Tab,
    layers: Vec<Layer>,
    meeting: Option<MeetingId>,
    /// How many characters had been typed.
    typed: u64,
}

impl App {
    /// Remembers what is seen where somebody goes from it to a meeting at the pen, or to give a response. To go
    /// anywhere else forgets it, and closes the pages.
    pub(super) fn set_return(&mut self, place: &Place) {
        let layers = std::mem::take(&mut self.layers);
        let leads_back = place.meeting().is_some() || matches!(place, Place::Respond(_));
        let is_at_pen = self.tab == Tab::RoundTable && layers.is_empty();
        if leads_back && is_at_pen && self.came_from.is_some() {
            return;
        }
        let from = ComeFrom { tab: self.tab, layers, meeting: self.session.meeting, typed: self.typed };
        self.came_from = Some(from).filter(|_| leads_back && !is_at_pen);
        self.session.can_return = self.came_from.is_some();
    }

    /// Goes back to where one came from, if that is known: its keys count there at once. Only where somebody has
    /// written in a meeting of today since they left the meetings do letters still go to its pen, and the footer says
    /// so. The pen writes where it wrote before; where one came from
    /// the meetings, the one that was written in is chosen among them.
    pub(super) fn go_back(&mut self) {
        let Some(ComeFrom { tab, layers, meeting, typed }) = self.came_from.take() else { return };
        self.session.can_return = false;
        self.near.forget_place();
        let left = self.session.meeting;
        let wrote_from_meetings = tab == Tab::Meetings && layers.is_empty() && self.typed > typed;
        self.pen_left = left.filter(|left| wrote_from_meetings && self.is_of_today(*left));
        if tab != Tab::Meetings {
            self.session.meeting = meeting;
        }
        self.tab = tab;
        if let Some(left) = left {
            self.with_top(|screen, _| screen.arrive(&Place::Meeting(left)));
        }
        self.layers = layers;
        self.count_due();
        self.refresh(Changed::Anything);
        self.take_up_lines();
    }

    /// Whether a meeting is held today.
    fn is_of_today(&self, meeting: MeetingId) -> bool {
        let meeting = store::meeting::get(&self.store, meeting).ok().flatten();
        meeting.is_some_and(|meeting| meeting.date == Some(self.clock.today()))
    }

    /// Goes to the meeting of the day; says so where there is none.
    pub(super) fn go_to_today(&mut self) {
        let today = self.clock.today();
        match store::meeting::current(&self.store, today) {
            Ok(Some(meeting)) if meeting.date == Some(today) => self.go(&Place::Meeting(meeting.id)),
            Ok(_) => self.notice = Some(self.look.words.app.no_meeting_today.to_owned()),
            Err(error) => self.settle(Asker::App, Err(error.into())),
        }
    }
}
