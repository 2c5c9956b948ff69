//! The saved views of a list: called up by their number or Enter, given another name, deleted; and what the list shows
//! now, to be given a name. Answers [`DialogAnswer::View`].
//!
//! ```text
//! ╭─ Sparade vyer ─────────────────────────────╮
//! │ ▌ 1  Aminas        Amina Berg · öppna      │
//! │   2  Sent          efter möte              │
//! │                                            │
//! │ Namn  ____________________________________ │
//! ╰────────────────────────────────────────────╯
//! ```

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::i18n::vocabulary::fold;
use crate::model::{Facet, SavedView};
use crate::ops::{self, NewView, Seen};
use crate::store;
use crate::ui::bindings::Scope;
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::{FormAt, HalfField, HalfForm};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::screen::{Changed, Screen};
use crate::ui::unsaved::EscapeQuestion;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::rows::Rows;
use crate::ui::widgets::text::{fit, width, wrap};

/// How many columns the box takes where it can.
const WIDE: u16 = 72;

/// The box over some list.
#[derive(Debug)]
pub struct Views {
    now: NewView,
    /// Each view with its conditions about something that is gone.
    saved: Vec<(SavedView, Vec<Facet>)>,
    rows: Rows,
    /// The name of the programme whose views they are, as another one has others; empty without one.
    programme: String,
    /// The name for what is shown now, or the new one of the view that gets another.
    field: TextField,
    renaming: Option<(SavedView, Seen<String>)>,
    escape: EscapeQuestion,
    /// The name of a view that is there, which the user was asked about.
    asked: Option<String>,
    /// What is written over the box.
    title: &'static str,
}

impl Views {
    /// The box over a list that shows this now.
    pub fn of(now: NewView) -> Self {
        Self {
            now,
            saved: Vec::new(),
            rows: Rows::default(),
            programme: String::new(),
            field: TextField::default(),
            renaming: None,
            escape: EscapeQuestion::default(),
            asked: None,
            title: "",
        }
    }

    fn chosen(&self) -> Option<&(SavedView, Vec<Facet>)> {
        self.saved.get(self.rows.selected)
    }

    fn recall(&self, at: usize) -> Effect {
        let view = self.saved.get(at).cloned();
        view.map_or(Effect::None, |(view, gone)| Effect::Close(DialogAnswer::View(Box::new((view, gone)))))
    }

    /// Enter: calls up the view with the number that is written or the chosen one, or takes the name that is written.
    fn enter(&mut self, ctx: &Ctx) -> Effect {
        let name = self.field.text().trim().to_owned();
        let words = &ctx.look.words.views;
        let numbered = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        if let Some(at) = numbered.filter(|at| *at < self.saved.len() && self.renaming.is_none()) {
            return self.recall(at);
        }
        if name.is_empty() {
            return if self.renaming.is_some() { Effect::None } else { self.recall(self.rows.selected) };
        }
        if name.parse::<usize>().is_ok() {
            return Effect::Notice((words.no_such)(&name));
        }
        let renamed = self.renaming.as_ref().map(|(view, _)| view.id);
        let is_called = |view: &SavedView| Some(view.id) != renamed && fold(&view.name) == fold(&name);
        if self.saved.iter().any(|(view, _)| is_called(view)) {
            if renamed.is_some() {
                return Effect::Notice((words.is_taken)(&name));
            }
            // Enter once more replaces it.
            if self.asked.as_ref() != Some(&name) {
                let asked = (words.replaces)(&name);
                self.asked = Some(name);
                return Effect::Notice(asked);
            }
        }
        self.asked = None;
        let write = if let Some((view, before)) = &self.renaming {
            let (id, before, said) = (view.id, before.clone(), (words.renamed)(&name));
            Write::new(said, move |store| ops::rename_view(store, id, &before, &name))
        } else {
            let (now, said) = (self.now.clone(), (words.saved)(&name));
            Write::new(said, move |store| ops::save_view(store, now, &name))
        };
        write
            .then(|this: &mut Self, _, _| {
                this.renaming = None;
                this.field.take();
                Ok(Effect::None)
            })
            .into()
    }

    /// Soft-deletes the chosen view.
    fn delete(&self, ctx: &Ctx) -> Outcome {
        let Some((view, _)) = self.chosen() else { return Ok(Effect::None) };
        let (id, held) = (view.id, store::held(ctx.store)?);
        let said = (ctx.look.words.views.deleted)(&view.name);
        Ok(Effect::write(said, move |store| ops::delete_view(store, id, &held)))
    }

    /// Begins to give the chosen view another name.
    fn rename(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        let Some((view, _)) = self.chosen().cloned() else { return Ok(()) };
        self.field = TextField::selected(view.name.clone());
        let before = Seen::now(ctx.store, view.name.clone())?;
        self.renaming = Some((view, before));
        Ok(())
    }

    /// The name that is written and not saved.
    fn new_name(&self) -> Option<&str> {
        let before = self.renaming.as_ref().map(|(view, _)| view.name.as_str());
        Some(self.field.text()).filter(|name| !name.trim().is_empty() && before != Some(*name))
    }

    /// Escape: the name that is being written, then the box.
    fn back(&mut self, ctx: &Ctx) -> Effect {
        let unsaved = self.new_name().map(str::to_owned);
        if let Some(question) = self.escape.ask(unsaved, ctx.look.words) {
            return question;
        }
        let is_writing = self.renaming.take().is_some() || !self.field.text().is_empty();
        if !is_writing {
            return Effect::Close(DialogAnswer::Nothing);
        }
        self.field.take();
        Effect::None
    }

    fn line(&self, row: usize, columns: usize, look: &Look) -> Line<'static> {
        let Some((view, gone)) = self.saved.get(row) else { return Line::default() };
        let number = format!("{:<3}", row + 1);
        let name = fit(&view.name, columns / 2).into_owned();
        let gap = (columns / 3).saturating_sub(3 + width(&name)).max(2);
        let style = if gone.is_empty() { look.theme.dim } else { look.theme.warning };
        let room = columns.saturating_sub(3 + width(&name) + gap);
        let shows = fit(&shows(view, gone, look), room).into_owned();
        Line::from(vec![
            Span::styled(number, look.theme.dim),
            Span::styled(name, look.theme.text),
            Span::raw(" ".repeat(gap)),
            Span::styled(shows, style),
        ])
    }
}

/// What a view shows, in words.
fn shows(view: &SavedView, gone: &[Facet], look: &Look) -> String {
    let words = &look.words.views;
    let query = (!view.query.is_empty()).then(|| (words.looks_for)(&view.query));
    let facets = view
        .facets
        .iter()
        .map(|facet| if gone.contains(facet) { (words.gone)(&facet.label) } else { facet.label.clone() });
    let grouping = words.groupings.iter().find(|(code, _)| *code == view.grouping);
    let grouping = grouping.map(|(_, said)| (*said).to_owned());
    let parts: Vec<String> = query.into_iter().chain(facets).chain(grouping).collect();
    if parts.is_empty() { words.everything.to_owned() } else { parts.join(" · ") }
}

impl Screen for Views {
    fn scope(&self) -> Scope {
        Scope::Views
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        let views = store::saved_view::list(ctx.store, self.now.programme, self.now.list)?;
        let read = views.into_iter().map(|view| {
            let view = store::saved_view::by_name(ctx.store, view)?;
            let gone = store::saved_view::gone(ctx.store, &view)?;
            Ok::<_, store::StoreError>((view, gone))
        });
        self.saved = read.collect::<Result<_, _>>()?;
        let owner = self.now.programme.map(|id| store::programme::get(ctx.store, id)).transpose()?.flatten();
        self.programme = owner.map(|programme| programme.name).unwrap_or_default();
        self.rows.resize(self.saved.len());
        self.title = ctx.look.words.views.title;
        Ok(())
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.rows.walk(command) {
            return Ok(Effect::None);
        }
        match command {
            Command::Choose => return Ok(self.enter(ctx)),
            Command::DeleteView if self.renaming.is_none() => return self.delete(ctx),
            Command::RenameView => self.rename(ctx)?,
            Command::Back => return Ok(self.back(ctx)),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn would_lose_words(&self) -> bool {
        self.new_name().is_some()
    }

    fn half_form(&self) -> Option<HalfForm> {
        let value = self.new_name()?.to_owned();
        let title = self.title.to_owned();
        Some(HalfForm {
            at: FormAt::ViewName,
            title,
            fields: vec![HalfField { index: 0, shown: String::new(), value }],
        })
    }

    fn refill(&mut self, half: &HalfForm, _: &Ctx) -> bool {
        let is_it = half.at == FormAt::ViewName;
        if let Some(name) = half.fields.first().filter(|_| is_it) {
            self.field = TextField::with(name.value.clone());
        }
        is_it
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        Some(&mut self.field)
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        Ok(if row == self.rows.selected {
            self.recall(row)
        } else {
            self.rows.select(row);
            Effect::None
        })
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words.views;
        let columns = usize::from(area.width.saturating_sub(4).min(WIDE)).saturating_sub(4).max(1);
        let said = if self.renaming.is_some() { words.rename_help } else { words.help };
        let said = wrap(said, columns);
        let none = if self.saved.is_empty() { wrap(words.none, columns) } else { Vec::new() };
        let count = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX / 4);
        let rows = count(self.saved.len().max(none.len())).min(12);
        let title = [words.title, &self.programme].into_iter().filter(|part| !part.is_empty());
        let title = title.collect::<Vec<_>>().join(" · ");
        let room = panel(canvas, area, (WIDE, rows + 2 + count(said.len())), &title, &look.theme);
        // Where there is little room the field and the rows are what is needed.
        let below = (2 + count(said.len())).min(room.height.saturating_sub(1)).max(1);
        let list = Rect { height: room.height.saturating_sub(below), ..room };
        for (line, row) in none.iter().zip(list.rows()) {
            canvas.text(row, line, look.theme.dim);
        }
        self.rows.draw(canvas, list, &look.theme, |row, columns| vec![self.line(row, columns.into(), look)]);
        let y = list.bottom() + u16::from(below > 1);
        let label = Rect { y, height: room.bottom().saturating_sub(y).min(1), ..room };
        let x = canvas.text(label, words.name_label, look.theme.accent) + 2;
        let ground = Rect { x, width: room.right().saturating_sub(x), ..label };
        self.field.draw(canvas, ground, look.theme.text, true);
        canvas.style(ground, look.theme.field);
        let under = Rect { y: y + 1, height: room.bottom().saturating_sub(y + 1), ..room };
        for (line, row) in said.iter().zip(under.rows()) {
            canvas.text(row, line, look.theme.dim);
        }
    }
}
