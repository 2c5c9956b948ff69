//! The line in which a response is written: to whom, of which kind, by when, in which words.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::i18n::{due, labels};
use crate::model::id::{EntryId, ResponseId};
use crate::model::{Due, Response, ResponseKind};
use crate::ops::{self, Refused, Reply};
use crate::pen::read_due;
use crate::ui::canvas::Canvas;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::Write;
use crate::ui::input::TextInput;
use crate::ui::lists::work::row;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::frame;
use crate::ui::widgets::text::{fit, width};
use crate::{speech, store};

/// The kinds in the order in which Tab walks through them.
const KINDS: [ResponseKind; 6] = [
    ResponseKind::Underway,
    ResponseKind::Planned,
    ResponseKind::Exists,
    ResponseKind::Agrees,
    ResponseKind::Declined,
    ResponseKind::Answer,
];

/// What the line answers.
#[derive(Debug)]
enum To {
    /// One challenge or several, and what they are called.
    Challenges(Vec<EntryId>, String),
    /// A response that is changed, and what it was.
    Response(ResponseId, Reply),
}

/// The line.
#[derive(Debug)]
pub(super) struct AnswerLine {
    to: To,
    kind: ResponseKind,
    /// Whether the kind was chosen by hand: then a date does not change it.
    chosen: bool,
    field: Field,
    /// The date that stands in the words now.
    due: Option<Due>,
}

impl AnswerLine {
    /// A new response to these challenges.
    pub(super) fn to(challenges: Vec<EntryId>, names: &[String]) -> Self {
        let to = To::Challenges(challenges, names.join(", "));
        Self { to, kind: ResponseKind::Underway, chosen: false, field: Field::default(), due: None }
    }

    /// A response that was given, to be changed.
    pub(super) fn edit(response: &Response, look: &Look) -> Self {
        let due = response.due.as_ref().map(|due| Due { words: None, ..due.clone() });
        let date = due.as_ref().map(|due| format!(" <{}", due::due_in_words(look.words, due)));
        Self {
            to: To::Response(
                response.id,
                Reply { kind: response.kind, text: response.text.clone(), due: response.due.clone() },
            ),
            kind: response.kind,
            chosen: true,
            field: Field::with(format!("{}{}", response.text, date.unwrap_or_default())),
            due,
        }
    }

    /// The field that is written in.
    pub(super) fn field(&mut self) -> &mut dyn TextInput {
        &mut self.field
    }

    /// What is written in it.
    pub(super) fn text(&self) -> &str {
        self.field.text()
    }

    /// The next kind.
    pub(super) fn turn(&mut self) {
        let at = KINDS.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        self.kind = KINDS[(at + 1) % KINDS.len()];
        self.chosen = true;
    }

    /// The words have changed: a date makes it planned, unless the kind was chosen.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        self.due = take_due(self.field.text(), ctx.clock.today()).1;
        if !self.chosen {
            self.kind = if self.due.is_some() { ResponseKind::Planned } else { ResponseKind::Underway };
        }
    }

    /// What to say where somebody else has changed the response since its text was seen. It counts as seen from then on,
    /// so that to save again replaces it.
    pub(super) fn changed_since(&mut self, ctx: &Ctx) -> Option<String> {
        let typed = take_due(self.field.text(), ctx.clock.today()).0;
        let To::Response(id, before) = &mut self.to else { return None };
        let now = store::response::get(ctx.store, *id).ok()??.text;
        if now == before.text || now == typed {
            return None;
        }
        before.text.clone_from(&now);
        Some(speech::refused(&Refused::Changed(now), ctx.look.words).to_string())
    }

    /// The write of the response; `None` without words.
    pub(super) fn submit(&self, ctx: &Ctx) -> Option<Write> {
        let words = ctx.look.words;
        let (text, due) = take_due(self.field.text(), ctx.clock.today());
        if text.is_empty() {
            return None;
        }
        let reply = Reply { kind: self.kind, text, due };
        Some(match &self.to {
            To::Challenges(ids, names) => {
                let (ids, said) = (ids.clone(), (words.challenges.answered)(names, ids.len()));
                Write::new(said, move |store| ops::answer(store, &ids, &reply))
            }
            To::Response(id, before) => {
                let (id, before) = (*id, before.clone());
                Write::new(words.challenges.response_edited, move |store| {
                    ops::edit_response(store, id, &before, &reply)
                })
            }
        })
    }

    /// Draws it: a rule, what it is, the words.
    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let (theme, words) = (&look.theme, look.words);
        let mut rows = area.rows();
        let (Some(rule), Some(head), Some(line)) = (rows.next(), rows.next(), rows.next()) else {
            return self.field.draw(canvas, area, theme.text, true);
        };
        frame::rule(canvas, rule, theme);
        let inner = Rect { x: head.x + 1, width: head.width.saturating_sub(2), ..head };
        let kind = format!("‹ {} ›", labels::response_kind(words.lang, self.kind));
        let due = self
            .due
            .as_ref()
            .map(|due| (words.challenges.planned)(&row::due(words.lang, due, look.now.date())));
        let help = due.unwrap_or_else(|| words.challenges.answer_help.to_owned());
        let title = match &self.to {
            To::Challenges(ids, names) => (words.challenges.answer_to)(names, ids.len()),
            To::Response(..) => words.challenges.edit_response.to_owned(),
        };
        let room = usize::from(inner.width).saturating_sub(width(&kind) + 3);
        let x = canvas.text(inner, &fit(&title, room), theme.answered) + 3;
        let place = |x: u16| Rect { x, width: inner.right().saturating_sub(x), ..inner };
        let x = canvas.text(place(x), &kind, theme.strong) + 3;
        canvas.text(place(x), &fit(&help, place(x).width.into()), theme.dim);
        canvas.text(Rect { x: line.x + 1, width: 1, ..line }, "›", theme.accent);
        let field = Rect { x: line.x + 3, width: line.width.saturating_sub(4), ..line };
        self.field.draw(canvas, field, theme.text, true);
    }
}

/// The words without the first `<date` at the start of a word, and that date. What is no date stays in the words.
fn take_due(text: &str, today: NaiveDate) -> (String, Option<Due>) {
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let Some(first) = word.strip_prefix(['<', '^']) else { continue };
        for more in (0..4).rev() {
            let Some(rest) = words.get(at + 1..at + 1 + more) else { continue };
            let date = std::iter::once(&first).chain(rest).copied().collect::<Vec<_>>().join(" ");
            if let Ok(due) = read_due(&date, today) {
                let left = words.iter().take(at).chain(words.iter().skip(at + 1 + more));
                return (left.copied().collect::<Vec<_>>().join(" "), Some(due));
            }
        }
    }
    (words.join(" "), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(text: &str) -> (String, Option<String>) {
        let today = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let (text, due) = take_due(text, today);
        (text, due.map(|due| due.iso()))
    }

    #[test]
    fn a_date_is_taken_out_of_the_words() {
        assert_eq!(taken("Nytt avtalsråd <maj"), ("Nytt avtalsråd".to_owned(), Some("2026-05".to_owned())));
        assert_eq!(
            taken("<15 november 2026 börjar det"),
            ("börjar det".to_owned(), Some("2026-11-15".to_owned()))
        );
    }

    #[test]
    fn what_is_no_date_stays() {
        for text in ["3 <4 är sant", "<b>fet</b>", "a <", "@Anna #skola"] {
            assert_eq!(taken(text), (text.to_owned(), None));
        }
    }
}
