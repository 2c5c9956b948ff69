//! The line in which promises are written, one after the other, with the grammar of the pen for names, tags and dates.

use ratatui::layout::Rect;

use crate::i18n::templates;
use crate::model::id::MeetingId;
use crate::model::{Kind, SectionKind};
use crate::ops::{self, At, Caught, NewSection};
use crate::pen::{self, Context, Line, Meaning};
use crate::store;
use crate::ui::canvas::Canvas;
use crate::ui::context::{Ctx, Look};
use crate::ui::effect::Write;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::frame;
use crate::ui::widgets::text::fit;

/// The line.
#[derive(Debug)]
pub(super) struct PromiseLine {
    meeting: MeetingId,
    field: Field,
    /// The names in the register and the tags of the meeting.
    known: Vec<String>,
    tags: Vec<String>,
    /// What the line will become, in words.
    means: String,
}

impl PromiseLine {
    /// An empty line for a meeting.
    pub(super) fn at(meeting: MeetingId, ctx: &Ctx) -> Result<Self, UiError> {
        let known = store::person::list(ctx.store)?.into_iter().map(|person| person.name).collect();
        let tags = store::entry::tags(ctx.store, meeting)?;
        Ok(Self { meeting, field: Field::default(), known, tags, means: String::new() })
    }

    /// The field that is written in.
    pub(super) fn field(&mut self) -> &mut dyn TextInput {
        &mut self.field
    }

    /// What is written in it.
    pub(super) fn text(&self) -> &str {
        self.field.text()
    }

    /// What was written is on disk.
    pub(super) fn clear(&mut self) {
        self.field.take();
        self.means.clear();
    }

    /// The words have changed.
    pub(super) fn read(&mut self, ctx: &Ctx) {
        let context = self.context(ctx);
        let line = Meaning::Entry(self.line(ctx));
        self.means = if self.field.text().trim().is_empty() {
            String::new()
        } else {
            pen::describe(&Ok(line), &context, ctx.look.words)
        };
    }

    fn context(&self, ctx: &Ctx) -> Context<'_> {
        Context {
            today: ctx.clock.today(),
            section: SectionKind::Commitments,
            names: &self.known,
            tags: &self.tags,
            headings: &[],
            answering: None,
            latest: None,
            challenges: "",
        }
    }

    /// The line as the pen reads it; what is no entry there is words here.
    fn line(&self, ctx: &Ctx) -> Line {
        match pen::parse(self.field.text(), &self.context(ctx)) {
            Ok(Meaning::Entry(line)) => line,
            _ => Line::literal(self.field.text().trim()),
        }
    }

    /// The write of the promise: under the meeting's heading for promises, otherwise under its last one. `None` without
    /// words.
    pub(super) fn submit(&self, ctx: &Ctx) -> Option<Write> {
        let words = ctx.look.words;
        let line = self.line(ctx);
        if line.text.is_empty() {
            return None;
        }
        let (meeting, lang) = (self.meeting, words.lang);
        Some(Write::new(words.tomorrow.saved, move |store| {
            let sections = store::section::list(store, meeting)?;
            let own = sections.iter().find(|section| section.kind == SectionKind::Commitments);
            let section = match own.or(sections.last()) {
                Some(section) => section.id,
                None => ops::create_section(store, meeting, &first_section(lang))?.value,
            };
            let kind = Some(line.kind.unwrap_or(Kind::COMMITMENT));
            let caught = Caught { kind, ..line.into() };
            ops::capture(store, At { meeting, section, table: None, round: None }, caught)
        }))
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
        let x = canvas.text(inner, words.tomorrow.line, theme.accent) + 3;
        let help = if self.means.is_empty() { words.tomorrow.line_help } else { &self.means };
        let place = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        canvas.text(place, &fit(help, place.width.into()), theme.dim);
        canvas.text(Rect { x: line.x + 1, width: 1, ..line }, ">", theme.accent);
        let field = Rect { x: line.x + 3, width: line.width.saturating_sub(4), ..line };
        self.field.draw(canvas, field, theme.text, true);
    }
}

/// The section for promises of a meeting that has no sections at all.
fn first_section(lang: crate::i18n::Lang) -> NewSection {
    let usual = templates::sections(lang, crate::model::MeetingKind::RoundTable);
    let section = usual.into_iter().find(|(_, kind)| *kind == SectionKind::Commitments);
    NewSection::of_template(section.unwrap_or(("", SectionKind::Commitments)))
}
