//! How persons are drawn: a line each, with the columns that there is room for.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;

use super::state::Persons;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::Look;
use crate::ui::lists::work::body;
use crate::ui::widgets::columns::{ColumnRow, RightColumn};
use crate::ui::widgets::text::width;

impl Persons {
    /// Draws how many there are, the names of the columns, and the persons in sight.
    pub(super) fn paint(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.persons;
        let inner =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height.min(1), ..area };
        let x = canvas.text(inner, words.title, look.theme.strong) + 2;
        let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.list.is_empty() {
            let key = |command| {
                let key = bindings::key_of(Scope::Persons, command);
                key.map(|key| key.show(look.words)).unwrap_or_default()
            };
            let sentence = (words.empty)(&key(Command::NewPerson), &key(Command::Import));
            return body::nothing(canvas, rest, &sentence, look);
        }
        let beside = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        canvas.text(beside, &(words.count)(self.list.len()), look.theme.dim);
        // A blank column keeps the numbers off the edge of the window.
        let rest = Rect { width: rest.width.saturating_sub(1), ..rest };
        let head =
            Rect { x: rest.x + 2, width: rest.width.saturating_sub(2), height: rest.height.min(1), ..rest };
        for line in row(words.columns, look.theme.dim, head.width, look) {
            canvas.line(head, &line);
        }
        let list = Rect { y: rest.y + 1, height: rest.height.saturating_sub(1), ..rest };
        self.rows.draw(canvas, list, &look.theme, |index, columns| {
            let Some(listed) = self.list.get(index) else { return Vec::new() };
            let role = listed.person.role.as_deref().unwrap_or_default();
            let open = if listed.open == 0 { String::new() } else { listed.open.to_string() };
            let email = listed.person.email.as_deref().unwrap_or_default();
            let texts = [&listed.person.name, role, &listed.organisation, email, &open];
            row(texts, look.theme.text, columns, look)
        });
    }
}

/// Name, role, organisation, e-mail address and open work in the columns that there is room for; where it is narrow the
/// role follows the name if it fits.
fn row(texts: [&str; 5], style: Style, columns: u16, look: &Look) -> Vec<Line<'static>> {
    let [name, role, organisation, email, open] = texts;
    let dim = look.theme.dim;
    let wide = usize::from(columns);
    let mut cells = Vec::new();
    let shown: &[&str] = match columns {
        130.. => &[role, organisation, email],
        60.. => &[role, organisation],
        _ => &[],
    };
    // The name has twice as much room.
    let share = wide * 2 / (2 * shown.len() + 3);
    cells.extend(shown.iter().map(|text| RightColumn::left(*text, share, dim)));
    cells.push(RightColumn::right(open, 5, style));
    let fits = width(name) + width(role) + 9 <= wide;
    let note = (columns < 60 && fits && !role.is_empty()).then(|| (role.to_owned(), dim));
    ColumnRow { text: name.to_owned(), style, note, cells, ..ColumnRow::default() }.lines(columns, 1)
}
