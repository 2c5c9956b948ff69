//! The chosen meeting: what it is, and what is open since ("Sedan sist"). Under the list, beside it where the window
//! is wide, and nowhere where it is low.

use ratatui::layout::Rect;

use super::row::title;
use super::state::Since;
use crate::i18n::labels;
use crate::store::meeting::CountedMeeting;
use crate::ui::canvas::Canvas;
use crate::ui::context::Look;
use crate::ui::dialogs::meeting_form::day;
use crate::ui::widgets::frame::rule;
use crate::ui::widgets::text::{fit, fit_parts, width, wrap};

impl Since {
    /// In words, the most pressing first.
    fn say(&self, look: &Look) -> String {
        let words = &look.words.meetings;
        let some = |number: usize, say: fn(usize) -> String| (number > 0).then(|| say(number));
        let parts = [
            some(self.overdue, words.overdue),
            some(self.unanswered, words.unanswered),
            some(self.open_actions, words.open_actions),
            (self.promised > 0).then(|| (words.promised)(self.promised, self.kept)),
        ];
        let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        if said.is_empty() { words.nothing_open.to_owned() } else { said }
    }
}

/// The room of the list and of the detail; the detail may get none.
pub(super) fn share(area: Rect) -> (Rect, Rect) {
    if area.width >= 120 {
        let wide = area.width * 2 / 3;
        let beside = Rect { x: area.x + wide + 2, width: area.width - wide - 3, ..area };
        return (Rect { width: wide, ..area }, beside);
    }
    let below = if area.height >= 12 { 5 } else { 0 };
    let list = Rect { height: area.height - below, ..area };
    (list, Rect { y: list.bottom(), height: below, ..area })
}

/// The chosen meeting, with what is shown of it.
pub(super) struct MeetingDetail<'a> {
    pub counted: &'a CountedMeeting,
    /// The name of its programme; empty where it has none.
    pub programme: &'a str,
    pub since: &'a Since,
    pub look: &'a Look,
}

impl MeetingDetail<'_> {
    /// Draws it in the room it has.
    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect) {
        match area.height {
            0 => {}
            1..=6 => self.draw_below(canvas, area),
            _ => self.draw_beside(canvas, area),
        }
    }

    fn draw_below(&self, canvas: &mut Canvas, area: Rect) {
        let look = self.look;
        rule(canvas, Rect { height: 1, ..area }, &look.theme);
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(4), ..area };
        let mut rows = inner.rows().skip(1);
        let mut next = || rows.next().unwrap_or_default();
        let columns = usize::from(inner.width);
        canvas.text(next(), &fit(title(&self.counted.meeting, look), columns), look.theme.strong);
        canvas.text(next(), &fit_parts(&self.facts(), columns), look.theme.dim);
        let row = next();
        let label = look.words.meetings.since_last;
        canvas.text(row, label, look.theme.accent);
        let x = row.x + u16::try_from(width(label)).unwrap_or(0) + 3;
        let room = row.right().saturating_sub(x);
        let lines = wrap(&self.since.say(look), room.into());
        for (line, row) in lines.iter().zip([row, next()]) {
            canvas.text(Rect { x, width: room, ..row }, line, look.theme.text);
        }
    }

    fn draw_beside(&self, canvas: &mut Canvas, area: Rect) {
        let columns = usize::from(area.width);
        let (words, theme) = (self.look.words, &self.look.theme);
        let meeting = &self.counted.meeting;
        let mut rows = area.rows();
        let mut put = |canvas: &mut Canvas, text: &str, style| {
            for line in wrap(text, columns) {
                canvas.text(rows.next().unwrap_or_default(), &line, style);
            }
        };
        put(canvas, title(meeting, self.look), theme.strong);
        put(canvas, &day(meeting, words, self.look.now.date()), theme.text);
        put(canvas, &self.facts(), theme.dim);
        put(canvas, "", theme.text);
        put(canvas, words.meetings.since_last, theme.accent);
        for part in self.since.say(self.look).split(" · ") {
            put(canvas, part, theme.text);
        }
        put(canvas, "", theme.text);
        for (heading, entries) in &self.since.sections {
            let heading = if heading.is_empty() { words.meetings.no_heading } else { heading };
            let entries = entries.to_string();
            let heading = fit(heading, columns.saturating_sub(entries.len() + 1));
            let gap = " ".repeat(columns.saturating_sub(width(&heading) + entries.len()));
            put(canvas, &format!("{heading}{gap}{entries}"), theme.text);
        }
    }

    /// What sort of meeting it is, its programme, where, how many tables, how much was said.
    fn facts(&self) -> String {
        let CountedMeeting { meeting, entries, challenges, answered } = self.counted;
        let words = &self.look.words.meetings;
        let parts = [
            Some(labels::meeting_kind(self.look.words.lang, meeting.kind).to_owned()),
            Some(self.programme.to_owned()).filter(|programme| !programme.is_empty()),
            Some(meeting.place.clone()).filter(|place| !place.is_empty()),
            meeting.time.map(|time| time.to_string()),
            (meeting.tables > 0).then(|| (words.tables)(meeting.tables)),
            meeting.nameless.then(|| words.nameless.to_owned()),
            Some((words.entries)(*entries)),
            (*challenges > 0).then(|| (words.answered)(*answered, *challenges)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
