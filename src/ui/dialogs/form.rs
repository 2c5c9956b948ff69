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

use crate::ui::bindings::Scope;
use crate::ui::canvas::{Canvas, ClickTarget};
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::{DialogAnswer, Effect, Outcome, Write};
use crate::ui::input::TextInput;
use crate::ui::screen::Screen;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::panel::panel;
use crate::ui::widgets::text::{fit, width, wrap};

/// How a value is entered.
#[derive(Debug, Clone)]
enum FieldValue {
    /// Free text, on one line.
    Text(TextField),
    /// One of several, with the arrows or Space; the answer is its code.
    Pick { options: Vec<(String, String)>, at: usize },
}

/// A label with a value to fill in.
#[derive(Debug, Clone)]
pub struct FormField {
    label: String,
    help: String,
    value: FieldValue,
}

impl FormField {
    /// A field for text.
    pub fn text(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), help: String::new(), value: FieldValue::Text(TextField::with(value)) }
    }

    /// A field to choose one of several `(code, label)`; `code` is chosen at first.
    pub fn pick(label: impl Into<String>, options: Vec<(String, String)>, code: &str) -> Self {
        let at = options.iter().position(|(option, _)| option == code).unwrap_or(0);
        Self { label: label.into(), help: String::new(), value: FieldValue::Pick { options, at } }
    }

    /// A field to choose one of several, or to leave what is there as it is: `now` is chosen at first, and comes before
    /// the options where it is none of them, because a newer version wrote it.
    pub fn pick_or_keep(
        label: impl Into<String>,
        mut options: Vec<(String, String)>,
        now: (&str, &str),
    ) -> Self {
        if !options.iter().any(|(option, _)| option == now.0) {
            options.insert(0, (now.0.to_owned(), now.1.to_owned()));
        }
        Self::pick(label, options, now.0)
    }

    /// The same field with a line of help that is shown while it is filled in.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The value as the form answers it: the text without blanks at its ends, or the code of the choice.
    fn value(&self) -> String {
        match &self.value {
            FieldValue::Text(field) => field.text().trim().to_owned(),
            FieldValue::Pick { options, at } => {
                options.get(*at).map(|(code, _)| code.clone()).unwrap_or_default()
            }
        }
    }
}

/// A value that cannot be so: which field, and why in words.
pub type FieldRefusal = (usize, String);

/// The write that the values ask for, or why one of them is refused.
type Submit = Box<dyn Fn(&[String], &Ctx) -> Result<Write, FieldRefusal>>;

/// A dialog of labelled fields.
pub struct Form {
    title: String,
    fields: Vec<FormField>,
    at: usize,
    submit: Option<Submit>,
    refused: Option<FieldRefusal>,
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
        Self { title: title.into(), fields, at: 0, submit: None, refused: None }
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
        let values = self.values();
        let Some(submit) = &self.submit else { return Effect::Close(DialogAnswer::Form(values)) };
        match submit(&values, ctx) {
            Ok(write) => {
                write.then(|_: &mut Self, changes, _| Ok(Effect::Close(DialogAnswer::Saved(changes)))).into()
            }
            Err((field, why)) => {
                self.at = field;
                self.refused = Some((field, why));
                Effect::None
            }
        }
    }

    /// Chooses the next or the previous option of a field that has options.
    fn turn(&mut self, forward: bool) {
        if let Some(FormField { value: FieldValue::Pick { options, at }, .. }) = self.fields.get_mut(self.at)
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

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        let count = self.fields.len().max(1);
        match command {
            Command::NextField => self.at = (self.at + 1) % count,
            Command::PreviousField => self.at = (self.at + count - 1) % count,
            Command::Right | Command::Option => self.turn(true),
            Command::Left => self.turn(false),
            Command::Submit => return Ok(self.submit(ctx)),
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        match self.fields.get_mut(self.at) {
            Some(FormField { value: FieldValue::Text(field), .. }) => Some(field),
            _ => None,
        }
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.refused = None;
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, _: &Ctx) -> Outcome {
        self.at = row.min(self.fields.len().saturating_sub(1));
        Ok(Effect::None)
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let theme = &look.theme;
        let tall = u16::try_from(self.fields.len()).unwrap_or(u16::MAX).saturating_add(3);
        let room = panel(canvas, area, (72, tall), &self.title, theme);
        let labels = self.fields.iter().map(|field| width(&field.label)).max().unwrap_or(0);
        let labels = u16::try_from(labels).unwrap_or(u16::MAX).min(room.width / 2);
        // Where there is little room the field in focus is kept in sight.
        let fields = room.height.saturating_sub(2).max(1);
        let first = (self.at + 1).saturating_sub(usize::from(fields));
        for (row, (index, field)) in
            room.rows().take(fields.into()).zip(self.fields.iter().enumerate().skip(first))
        {
            let focused = index == self.at;
            let label = Rect { width: labels, ..row };
            canvas.text(
                label,
                &fit(&field.label, labels.into()),
                if focused { theme.accent } else { theme.dim },
            );
            let x = (row.x + labels + 2).min(row.right());
            let value = Rect { x, width: row.right() - x, ..row };
            match &field.value {
                FieldValue::Text(text) => text.draw(canvas, value, theme.text, focused),
                FieldValue::Pick { options, at } => {
                    let label = options.get(*at).map_or("", |(_, label)| label.as_str());
                    canvas.text(
                        value,
                        &format!("‹ {label} ›"),
                        if focused { theme.strong } else { theme.text },
                    );
                }
            }
            canvas.target(row, ClickTarget::Row(index));
        }
        let said = match &self.refused {
            Some((_, why)) => Some((why.as_str(), theme.warning)),
            None => self.fields.get(self.at).map(|field| (field.help.as_str(), theme.dim)),
        };
        if let (Some((said, style)), true) = (said, room.height > 3) {
            let lines = wrap(said, room.width.into());
            let place = Rect { y: room.bottom() - 2, height: 2, ..room };
            for (line, row) in lines.iter().zip(place.rows()) {
                canvas.text(row, line, style);
            }
        }
    }
}
