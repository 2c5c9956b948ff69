//! The line in which promises are written, one after the other: a pen whose plain words are commitments.

use ratatui::layout::Rect;

use crate::model::SectionKind;
use crate::model::id::{MeetingId, SectionId};
use crate::ops::line::{Deed, LineTaker, NotTaken, Plain, Preview, Scene};
use crate::pen::{self, LineRemark};
use crate::store::{self, Store};
use crate::ui::canvas::Canvas;
use crate::ui::context::{Ctx, Look};
use crate::ui::draft::LineAt;
use crate::ui::error::UiError;
use crate::ui::lists::foot_line::{self, PenLine};
use crate::ui::lists::open_completion::OpenCompletion;
use crate::ui::widgets::editor::Editor;
use crate::ui::widgets::text::fit;

/// A promise line that is open: its field, and what its words mean so far.
#[derive(Debug)]
pub(super) struct PromiseLine {
    editor: Editor,
    /// Its pen: under the meeting's heading for promises, otherwise under its last one.
    taker: LineTaker,
    /// What the line is read against, as it was when it was begun.
    scene: Scene,
    /// What the line will become, in words.
    means: String,
    /// The meeting that it writes in, where that is not today's.
    writes_in: String,
    /// The heading that was gone to, where plain words go under another than that of promises.
    heading: String,
}

impl PromiseLine {
    /// An empty line for a meeting.
    pub(super) fn at(meeting: MeetingId, ctx: &Ctx) -> Result<Self, UiError> {
        let section = section_for_promises(ctx.store, meeting)?;
        let pen = LineTaker::in_section(meeting, section, ctx.look.words);
        let taker = LineTaker { plain: Plain::As(SectionKind::Commitments), ..pen };
        let scene = Scene::all(ctx.store, &taker)?;
        let writes_in = foot_line::writes_in(meeting, ctx)?;
        Ok(Self {
            editor: Editor::default(),
            taker,
            scene,
            means: String::new(),
            writes_in,
            heading: String::new(),
        })
    }

    /// Reads again what the next line is read against. A line that is begun keeps what it was begun with.
    pub(super) fn refresh(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        if self.text().is_empty() {
            self.scene = Scene::all(ctx.store, &self.taker)?;
        }
        Ok(())
    }

    fn preview(&self) -> Preview {
        let context = self.scene.context();
        Preview::of(&pen::parse(self.text(), &context), &context, self.taker.words)
    }

    /// What the line asks for, and the pen that writes it.
    pub(super) fn deed(&self) -> Result<(Deed, LineTaker), NotTaken> {
        let taker = LineTaker { targets: self.scene.targets(), ..self.taker.clone() };
        Ok((self.preview().deed?, taker))
    }

    /// Draws it: a rule, what it is, the words.
    pub(super) fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let (theme, words) = (&look.theme, look.words);
        let table = self.taker.table.map(words.round_table.table);
        let writes_in: Vec<&str> =
            table.iter().map(String::as_str).chain([self.writes_in.as_str()]).collect();
        let writes_in = writes_in.join(" · ");
        let writes_in = writes_in.trim_end_matches(" · ");
        let Some(inner) = foot_line::draw(canvas, area, (">", writes_in), (&self.editor, 1), look) else {
            return;
        };
        let title = if self.heading.is_empty() { words.tomorrow.line } else { &self.heading };
        let x = canvas.text(inner, &fit(title, inner.width.into()), theme.accent) + 3;
        let help = if self.means.is_empty() { words.tomorrow.line_help } else { &self.means };
        let place = Rect { x, width: inner.right().saturating_sub(x), ..inner };
        canvas.text(place, &fit(help, place.width.into()), theme.dim);
    }
}

/// A meeting's section for promises, otherwise its last one.
fn section_for_promises(store: &Store, meeting: MeetingId) -> store::Result<Option<SectionId>> {
    let sections = store::section::list(store, meeting)?;
    let own = sections.iter().find(|section| section.kind == SectionKind::Commitments);
    Ok(own.or(sections.last()).map(|section| section.id))
}

impl PenLine for PromiseLine {
    fn editor(&self) -> &Editor {
        &self.editor
    }

    fn editor_mut(&mut self) -> &mut Editor {
        &mut self.editor
    }

    fn pen(&self) -> Option<(&LineTaker, &Scene)> {
        Some((&self.taker, &self.scene))
    }

    fn meeting(&self) -> Option<MeetingId> {
        Some(self.taker.meeting)
    }

    fn place(&self) -> LineAt {
        LineAt::Promise(self.taker.meeting.0)
    }

    fn read(&mut self, ctx: &Ctx) {
        self.taker.words = ctx.look.words;
        self.means = self.preview().becomes;
    }

    fn offers(&self, ctx: &Ctx) -> OpenCompletion {
        OpenCompletion::of_tokens(&self.editor, &self.scene.context(), ctx.look.words.lang)
    }

    fn remarks(&self) -> Vec<LineRemark> {
        let context = self.scene.context();
        pen::remarks(&pen::parse(self.text(), &context), context.today)
    }

    fn clear(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        self.editor.take();
        let section = self.taker.section.map(|id| store::section::get(ctx.store, id)).transpose()?.flatten();
        let other = section.filter(|section| section.kind != SectionKind::Commitments);
        self.heading = other.map(|section| section.heading).unwrap_or_default();
        self.means.clear();
        self.refresh(ctx)
    }

    fn go_to(&mut self, at: usize) -> String {
        self.taker.section = self.scene.section(at).or(self.taker.section);
        self.heading = self.scene.context().headings.get(at).cloned().unwrap_or_default();
        self.heading.clone()
    }

    fn leave_what_is_gone(&mut self, store: &Store) -> Result<(), NotTaken> {
        let left = self.taker.leave_what_is_gone(store);
        if matches!(left, Err(NotTaken::MeetingGone { .. })) {
            self.taker.section = section_for_promises(store, self.taker.meeting)?;
        }
        left
    }

    fn set_section(&mut self, section: SectionId) {
        self.taker.section = Some(section);
    }

    fn set_table(&mut self, table: Option<u16>) {
        self.taker.table = table;
    }
}
