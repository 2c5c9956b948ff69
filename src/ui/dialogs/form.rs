//! Fields with labels, Tab between them. A value may be refused with a sentence. A form that writes stays open until
//! that is on disk, and answers [`DialogAnswer::Saved`]; any other answers [`DialogAnswer::Form`] with one value a
//! field, in order.
//!
//! ```text
//! ╭─ Nytt möte ───────────────────────╮
//! │ Titel   Framtidsveckan▏           │
//! │ Datum   2026-03-04                │
//! │ Slag    ‹ rundabordssamtal ›      │
//! │         Datumet går inte att läsa │
//! ╰───────────────────────────────────╯
//! ```

use std::fmt;

use ratatui::layout::Rect;

use crate::model::id::MeetingId;
use crate::speech;
use crate::ui::bindings::{KeyMode, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::{FormAt, HalfField, HalfForm};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;

mod draw;
mod field;
mod seen;

use field::FieldValue;
pub use field::{Echo, FormField};
pub use seen::SeenValues;

/// A value that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldRefusal {
    /// The index of its field.
    field: usize,
    /// Why, in words.
    why: String,
    /// Whether the same value is taken the next time: it is asked about, and not wrong.
    is_question: bool,
}

impl FieldRefusal {
    /// A question about the value of a field, which is taken as it is the next time.
    fn question(field: usize, why: String) -> Self {
        Self { field, why, is_question: true }
    }
}

/// A value that cannot be so: which field, and why in words.
impl From<(usize, String)> for FieldRefusal {
    fn from((field, why): (usize, String)) -> Self {
        Self { field, why, is_question: false }
    }
}

/// The write that the values ask for, or why one of them is refused.
type Submit = Box<dyn Fn(&[String], &Ctx) -> Result<Write, FieldRefusal>>;

/// A dialog of labelled fields.
pub struct Form {
    title: String,
    fields: Vec<FormField>,
    at: usize,
    submit: Option<Submit>,
    refused: Option<FieldRefusal>,
    /// Paragraphs over the fields.
    about: Vec<String>,
    /// A dim line under them.
    foot: String,
    /// Whether it hides what is under it.
    alone: bool,
    /// Which form it is, where what is filled in is kept when the program ends.
    kept_as: Option<FormAt>,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Form")
            .field("title", &self.title)
            .field("fields", &self.fields)
            .finish_non_exhaustive()
    }
}

impl Form {
    /// A form that takes any values and closes with them.
    pub fn new(title: impl Into<String>, fields: Vec<FormField>) -> Self {
        Self {
            title: title.into(),
            fields,
            at: 0,
            submit: None,
            refused: None,
            about: Vec::new(),
            foot: String::new(),
            alone: false,
            kept_as: None,
        }
    }

    /// The same form, of which what is filled in is kept when the program ends.
    #[must_use]
    pub fn kept_as(mut self, at: FormAt) -> Self {
        self.kept_as = Some(at);
        self
    }

    /// The same form with nothing seen beside it.
    #[must_use]
    pub fn alone(mut self) -> Self {
        self.alone = true;
        self
    }

    /// The same form with paragraphs over the fields and a dim line under them.
    #[must_use]
    pub fn about(mut self, about: impl IntoIterator<Item = String>, foot: impl Into<String>) -> Self {
        self.about = about.into_iter().collect();
        self.foot = foot.into();
        self
    }

    /// The same form, writing the values or refusing one of them. It stays open until they are on disk: nothing typed
    /// is lost by an error.
    #[must_use]
    pub fn on_submit(
        mut self,
        submit: impl Fn(&[String], &Ctx) -> Result<Write, FieldRefusal> + 'static,
    ) -> Self {
        self.submit = Some(Box::new(submit));
        self
    }

    /// The values of the fields, in order, as they are now.
    pub fn values(&self) -> Vec<String> {
        self.fields.iter().map(FormField::value).collect()
    }

    fn submit(&mut self, ctx: &Ctx) -> Effect {
        self.fields.iter_mut().for_each(FormField::write_out);
        if let Some(slip) = self.slip(ctx) {
            self.at = slip.field;
            self.refused = Some(slip);
            return Effect::None;
        }
        let values = self.values();
        let Some(submit) = &self.submit else { return Effect::Close(DialogAnswer::Form(values)) };
        match submit(&values, ctx) {
            Ok(write) => {
                write.then(|_: &mut Self, changes, _| Ok(Effect::Close(DialogAnswer::Saved(changes)))).into()
            }
            Err(refusal) => {
                self.at = refusal.field;
                if let Some(field) = self.fields.get_mut(refusal.field).filter(|_| !refusal.is_question) {
                    field.select_refused();
                }
                self.refused = Some(refusal);
                Effect::None
            }
        }
    }

    /// A field with a name that may be a slip for one in the register, or is no person's, and the question about it.
    fn slip(&mut self, ctx: &Ctx) -> Option<FieldRefusal> {
        self.fields.iter_mut().enumerate().find_map(|(index, field)| {
            let asked = field.slip(ctx.look.words)?;
            Some(FieldRefusal::question(index, asked))
        })
    }

    /// What a key does in the open list of names; `None` where none is open, or for a key that is not for it.
    fn act_in_list(&mut self, command: Command) -> Option<()> {
        let field = self.fields.get_mut(self.at)?;
        let register = field.open_list()?;
        let count = register.offered.len();
        match command {
            Command::Down => register.at = (register.at + 1) % count,
            Command::Up => register.at = (register.at + count - 1) % count,
            Command::NextField => field.take_name(),
            Command::Back => field.close_list(),
            _ => return None,
        }
        Some(())
    }

    /// Goes to another field; a list of names that was open is closed.
    fn go(&mut self, at: usize) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.close_list();
        }
        self.at = at;
    }

    /// Chooses the next or the previous option of a field that has options.
    fn turn(&mut self, forward: bool) {
        if let Some(FormField { value: FieldValue::Pick { options, at, .. }, .. }) =
            self.fields.get_mut(self.at)
        {
            let count = options.len().max(1);
            *at = (*at + if forward { 1 } else { count - 1 }) % count;
        }
    }
}

impl Screen for Form {
    fn scope(&self) -> Scope {
        Scope::Form
    }

    fn key_mode(&self) -> KeyMode {
        let completing = self.fields.get(self.at).is_some_and(FormField::is_completing);
        if completing { KeyMode::Completing } else { KeyMode::Usual }
    }

    fn covers(&self) -> bool {
        self.alone
    }

    fn follows_language(&self) -> bool {
        false
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.act_in_list(command).is_some() {
            return Ok(Effect::None);
        }
        let count = self.fields.len().max(1);
        match command {
            Command::NextField | Command::Down => self.go((self.at + 1) % count),
            Command::PreviousField | Command::Up => self.go((self.at + count - 1) % count),
            Command::Right | Command::Option => self.turn(true),
            Command::Left => self.turn(false),
            Command::Submit => return Ok(self.submit(ctx)),
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn unsaved_words(&self) -> Option<String> {
        let written: Vec<&str> = self.fields.iter().filter_map(FormField::written).collect();
        (!written.is_empty()).then(|| written.join("\n"))
    }

    fn half_form(&self) -> Option<HalfForm> {
        let fields: Vec<HalfField> = self.fields.iter().enumerate().filter_map(FormField::half).collect();
        let at = self.kept_as.clone().filter(|_| !fields.is_empty())?;
        Some(HalfForm { at, title: self.title.clone(), fields })
    }

    fn refill(&mut self, half: &HalfForm, ctx: &Ctx) -> bool {
        if self.kept_as.as_ref() != Some(&half.at) {
            return false;
        }
        for half in &half.fields {
            let Some(field) = self.fields.get_mut(half.index) else { continue };
            if field.refill(half) {
                // Somebody has changed it since.
                let newer = speech::newer_text(field.shown(), ctx.look.words);
                self.refused = Some(FieldRefusal::question(half.index, newer));
            }
            self.at = half.index;
        }
        true
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        match self.fields.get_mut(self.at) {
            Some(FormField { value: FieldValue::Text(field), .. }) => Some(field),
            _ => None,
        }
    }

    fn meeting_written_in(&self) -> Option<MeetingId> {
        self.fields.get(self.at).and_then(|field| field.meeting)
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.refused = None;
        if let Some(field) = self.fields.get_mut(self.at) {
            field.offer();
        }
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        self.go(row.min(self.fields.len().saturating_sub(1)));
        Ok(Effect::None)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        draw::draw(self, canvas, area, look);
    }
}
