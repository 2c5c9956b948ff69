//! The export page: which report goes out, in which formats and under which name, and how it will read. The
//! publication is made on a thread; files are written by a job, which replaces none without a yes to that.
//!
//! ```text
//!  Exportera  Framtidsveckan
//!  ▌ Rapport      ‹ Anteckningar ›    │  Framtidsveckan
//!    Format       ● Word   ○ PDF      │  Plats   Folkets hus
//!    Namn         inga                │  Datum   4 mars 2026
//!    Återkoppling ja                  │
//!    Fil ~/Dokument/2026-03-04 Fra…   │  Tips                      ↓
//! ```

use std::path::{Path, PathBuf};

use ratatui::layout::Rect;

use crate::export::ExportError;
use crate::i18n::Words;
use crate::model::id::MeetingId;
use crate::report::privacy::{self, Finding, PublicationPart};
use crate::report::profile::remembered;
use crate::report::{Names, Profile};
use crate::store;
use crate::ui::bindings::{self, Scope};
use crate::ui::canvas::Canvas;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::desktop;
use crate::ui::dialogs::findings::Findings;
use crate::ui::document_view::DocumentView;
use crate::ui::effect::{Answer, Effect, Outcome};
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::screen::{Changed, Screen};
use crate::ui::screens::manuscript::ManuscriptEditor;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::frame;
use crate::ui::widgets::text::fit;
use crate::ui::worker::Worker;

mod choices;
mod form;
mod preview_job;
mod write_job;

use choices::{Chosen, Control};
use form::FORMATS_FROM;
use preview_job::{PreviewWorker, Question, ReportPreview, View};
use write_job::WriteJob;

/// From this width on the choices are beside the preview.
const BESIDE: u16 = 100;
/// How wide the choices are then.
const SIDE: u16 = 46;

/// The choices for one meeting, and the last preview that the thread made of them.
#[derive(Debug)]
pub(super) struct Export {
    meeting: MeetingId,
    chosen: Chosen,
    /// Folder and name, without an ending.
    file: Field,
    /// Whether somebody wrote the name: then it stays as it is.
    named: bool,
    /// The Word document whose look is taken on.
    template: Field,
    /// What somebody has let go out as it is: it is not asked about again.
    let_go: Vec<Finding>,
    /// A place that is to be shown when the view with it is ready.
    sought: Option<Finding>,
    focus: Control,
    /// The newest preview that the thread made: it lags behind what is chosen.
    ready: Option<Box<ReportPreview>>,
    refused: Option<String>,
    preview: DocumentView,
    worker: Option<PreviewWorker>,
}

impl Export {
    /// The page for a meeting, with nothing read yet.
    pub(super) fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            chosen: Chosen::default(),
            file: Field::default(),
            named: false,
            template: Field::default(),
            let_go: Vec::new(),
            sought: None,
            focus: Control::Report,
            ready: None,
            refused: None,
            preview: DocumentView::default(),
            worker: None,
        }
    }

    fn controls(&self) -> Vec<Control> {
        self.chosen.controls()
    }

    /// Asks the thread for the publication as it is chosen now. A store in memory, which no window is opened on, cannot
    /// be read by another thread.
    fn ask(&mut self, ctx: &Ctx) {
        let Some(path) = ctx.store.path() else { return };
        let question = Question {
            meeting: self.meeting,
            wanted: self.chosen.wanted(),
            store: path.to_owned(),
            clock: ctx.clock,
            words: ctx.look.words,
            today: ctx.clock.today(),
        };
        self.worker.get_or_insert_with(|| preview_job::start(ctx.bell.clone())).ask(question);
    }

    /// Shows what the thread made.
    fn take(&mut self, mut ready: Box<ReportPreview>) {
        let before =
            self.ready.as_ref().map(|ready| (ready.wanted.report, ready.wanted.scope, ready.wanted.view));
        self.preview.replace(std::mem::take(&mut ready.pieces));
        if before.is_some_and(|before| before != (ready.wanted.report, ready.wanted.scope, ready.wanted.view))
        {
            self.preview.rewind();
        }
        self.chosen.view = ready.wanted.view;
        self.chosen.in_programme = ready.programme.is_some();
        self.chosen.at = self.chosen.at.min(ready.fitting.len().saturating_sub(1));
        if self.chosen.writing(&ready).is_empty() {
            self.chosen.formats.extend(ready.fitting.first().map(|format| format.code));
        }
        if !self.named {
            let written = path::expand(self.file.text());
            let folder = written.parent().filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_owned);
            let path = folder.unwrap_or_else(path::documents).join(&ready.stem);
            self.file = Field::with(path::shown(&path));
        }
        self.ready = Some(ready);
        if let Some(finding) = self.sought.take() {
            self.show(&finding);
        }
        if !self.controls().contains(&self.focus) {
            self.focus = Control::Report;
        }
    }

    /// Where the files go, without an ending: one that was written by hand is the same as the one that will be put to it.
    fn base(&self) -> PathBuf {
        let written = path::expand(self.file.text());
        let formats = self.ready.as_ref().map(|ready| self.chosen.writing(ready)).unwrap_or_default();
        let is_chosen =
            |ending: &str| formats.iter().any(|format| format.ending.eq_ignore_ascii_case(ending));
        let ending = written.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(is_chosen) { written.with_extension("") } else { written }
    }

    /// Goes to a place in the preview.
    fn show(&mut self, finding: &Finding) {
        let excerpt = finding.place.excerpt.trim_matches(['…', ' ']);
        let _anywhere = self.preview.show(excerpt) || self.preview.show(&finding.text);
    }

    /// Shows what may be personal where it is, which may be in another view than this one.
    fn seek(&mut self, finding: Finding, ctx: &Ctx) {
        let view = match finding.place.at {
            PublicationPart::Cell { .. } => View::Sheets,
            PublicationPart::Event(_) => View::Days,
            PublicationPart::Data => View::Text("json"),
            _ => View::Read,
        };
        if self.chosen.view == view {
            self.show(&finding);
        } else {
            self.chosen.view = view;
            self.sought = Some(finding);
            self.ask(ctx);
        }
    }

    /// Opens the text of the report to write on it.
    fn edit(&self, ctx: &Ctx) -> Effect {
        let words = &ctx.look.words.export;
        let Some(ready) = self.ready.as_ref().filter(|ready| ready.wanted == self.chosen.wanted()) else {
            return Effect::Notice(words.preparing.to_owned());
        };
        match ready.subject.clone() {
            Some(subject) => Effect::open(ManuscriptEditor::new(subject)),
            None => Effect::Notice(words.not_edited.to_owned()),
        }
    }

    /// Shows what may be personal.
    fn look_through(&self, ctx: &Ctx) -> Effect {
        let findings = self.findings();
        if findings.is_empty() {
            return Effect::Notice(ctx.look.words.export.no_findings.to_owned());
        }
        Effect::ask(Findings::new(findings), |this: &mut Self, answer, ctx| this.after_findings(&answer, ctx))
    }

    /// What was done about what may be personal.
    fn after_findings(&mut self, answer: &Answer, ctx: &Ctx) -> Outcome {
        match answer {
            Answer::Yes => {
                self.let_go = self.findings();
                self.write(Vec::new(), ctx)
            }
            Answer::Choice(at) => {
                let finding = self.findings().get(*at).cloned();
                if let Some(finding) = finding {
                    self.seek(finding, ctx);
                }
                Ok(Effect::None)
            }
            Answer::Run(Command::Pseudonyms) => {
                self.chosen.choices.names = Names::Pseudonym;
                self.chosen.profile = None;
                self.ask(ctx);
                Ok(Effect::None)
            }
            _ => Ok(Effect::None),
        }
    }

    /// What may be personal in the files that were chosen.
    fn findings(&self) -> Vec<Finding> {
        let Some(ready) = &self.ready else { return Vec::new() };
        let codes: Vec<&str> = self.chosen.writing(ready).iter().map(|format| format.code).collect();
        privacy::within(&ready.findings, &codes)
    }

    /// Writes the files, or says what is missing.
    pub(super) fn write(&self, replace: Vec<PathBuf>, ctx: &Ctx) -> Outcome {
        let words = ctx.look.words;
        let Some(ready) = self.ready.as_ref().filter(|ready| ready.wanted == self.chosen.wanted()) else {
            return Ok(Effect::Notice(words.export.preparing.to_owned()));
        };
        let formats = self.chosen.writing(ready);
        if formats.is_empty() {
            return Err(ExportError::NoFormat.into());
        }
        let base = self.base();
        // A folder of the archive has the proposed name itself; a file of that name gets its ending.
        let is_proposed = base.file_name().is_some_and(|name| name == ready.stem.as_str());
        let is_folder = base.is_dir() && !is_proposed && !self.chosen.profile.is_some_and(Profile::is_folder);
        if base.file_name().is_none() || self.file.text().ends_with(['/', '\\']) || is_folder {
            return Err(ExportError::NoName.into());
        }
        let findings = self.findings();
        if !findings.is_empty() && findings != self.let_go {
            return Ok(self.look_through(ctx));
        }
        let template = path::expand(self.template.text());
        let template = (!template.as_os_str().is_empty()).then_some(template);
        let publication = std::sync::Arc::clone(&ready.publication);
        let archive = self.chosen.profile.filter(|profile| profile.is_folder()).map(|_| ready.about.clone());
        let remembered = (ready.programme, self.chosen.remembered());
        let order = WriteJob { publication, formats, base, template, archive, remembered, replace, words };
        Ok(Effect::Job(order.job()))
    }

    /// The choice before or after the one in focus.
    fn walk(&mut self, forward: bool) {
        let controls = self.controls();
        let at = controls.iter().position(|control| *control == self.focus).unwrap_or(0);
        let step = if forward { 1 } else { controls.len() - 1 };
        self.focus = controls[(at + step) % controls.len()];
    }

    fn change(&mut self, forward: bool, ctx: &Ctx) {
        if self.chosen.step(self.focus, forward, self.ready.as_deref()) {
            self.ask(ctx);
        }
    }

    /// Chooses the format at a position, or drops it.
    fn toggle(&mut self, at: usize) {
        if let Some(format) = self.ready.as_ref().and_then(|ready| ready.fitting.get(at)) {
            self.chosen.at = at;
            self.chosen.toggle(format.code);
        }
    }

    /// What there is to know about the publication before it goes out.
    fn status(&self, words: &Words) -> String {
        let Some(ready) = &self.ready else { return String::new() };
        if ready.wanted != self.chosen.wanted() {
            return words.export.preparing.to_owned();
        }
        let key = bindings::key_of(Scope::Export, Command::Findings).map(|key| key.show(words));
        let findings = self.findings().len();
        let mut parts = Vec::new();
        if let Some(is_old) = ready.written_on {
            parts.push(words.export.written_on.to_owned());
            parts.extend(is_old.then(|| words.export.is_old.to_owned()));
        }
        if findings > 0 {
            parts.push((words.export.to_look_at)(findings, &key.unwrap_or_default()));
        }
        parts.join(" · ")
    }

    /// Draws where one is, and what there is to know about the publication.
    fn draw_head(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let top = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let x = canvas.text(top, look.words.files.export, look.theme.strong) + 2;
        let title = Rect { x, width: top.right().saturating_sub(x), ..top };
        let status = format!("  {}  {}", self.status(look.words), self.preview.beyond());
        let right = canvas.text_right(top, fit(&status, usize::from(top.width)).trim_end(), look.theme.dim);
        let title = Rect { width: right.saturating_sub(title.x), ..title };
        let name = self.ready.as_ref().map_or("", |ready| &ready.title);
        canvas.text(title, &fit(name, usize::from(title.width)), look.theme.text);
    }

    fn draw_preview(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let words = &look.words;
        let said = match (&self.refused, self.preview.is_empty()) {
            (Some(refused), _) => Some((refused.as_str(), look.theme.warning)),
            (None, true) if self.ready.is_none() => Some((words.export.preparing, look.theme.dim)),
            (None, true) => Some((words.files.nothing_to_write, look.theme.dim)),
            (None, false) => None,
        };
        match said {
            Some((said, style)) => {
                let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
                canvas.text(inner, said, style);
            }
            None => self.preview.draw(canvas, area, &look.theme),
        }
    }
}

impl Screen for Export {
    fn scope(&self) -> Scope {
        Scope::Export
    }

    fn refresh(&mut self, _: Changed, ctx: &Ctx) -> Result<(), UiError> {
        if self.worker.is_none()
            && let Some(meeting) = store::meeting::get(ctx.store, self.meeting)?
            && let Some(remembered) = remembered(ctx.store, meeting.programme)?
        {
            self.chosen.recall(&remembered);
        }
        self.ask(ctx);
        Ok(())
    }

    fn woken(&mut self, _: &Ctx) {
        match self.worker.as_ref().and_then(Worker::heard) {
            Some(Ok(ready)) => {
                self.refused = None;
                self.take(ready);
            }
            Some(Err(refused)) => self.refused = Some(refused),
            None => {}
        }
    }

    fn text_field(&mut self) -> Option<&mut dyn TextInput> {
        match self.focus {
            Control::File => Some(&mut self.file),
            Control::Template => Some(&mut self.template),
            _ => None,
        }
    }

    fn typed(&mut self, _: &Ctx) -> Outcome {
        self.named |= self.focus == Control::File;
        Ok(Effect::None)
    }

    fn act(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.preview.walk(command) {
            return Ok(Effect::None);
        }
        match command {
            Command::NextField | Command::Down => self.walk(true),
            Command::PreviousField | Command::Up => self.walk(false),
            Command::Option if self.focus == Control::Formats => self.toggle(self.chosen.at),
            Command::Right | Command::Option => self.change(true, ctx),
            Command::Left => self.change(false, ctx),
            Command::WriteFiles => return self.write(Vec::new(), ctx),
            Command::EditManuscript => return Ok(self.edit(ctx)),
            Command::Findings => return Ok(self.look_through(ctx)),
            Command::OpenFolder => {
                let base = self.base();
                let folder = base.parent().unwrap_or(&base);
                return Ok(Effect::Job(desktop::open_folder(folder, ctx.look.words)));
            }
            Command::Back => return Ok(Effect::Close(Answer::Nothing)),
            Command::Export => {}
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    fn clicked(&mut self, row: usize, ctx: &Ctx) -> Outcome {
        if let Some(at) = row.checked_sub(FORMATS_FROM) {
            self.focus = Control::Formats;
            self.toggle(at);
        } else if let Some(control) = self.controls().get(row).copied() {
            self.focus = control;
            if control != Control::Formats {
                self.change(true, ctx);
            }
        }
        Ok(Effect::None)
    }

    fn wheel(&self) -> [Command; 2] {
        [Command::ScrollUp, Command::ScrollDown]
    }

    fn covers(&self) -> bool {
        true
    }

    fn draw(&self, canvas: &mut Canvas, area: Rect, look: &Look) {
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if area.width >= BESIDE {
            let body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
            let side = Rect { x: area.x + 1, width: SIDE, ..body };
            self.draw_column(canvas, side, look);
            for row in body.rows() {
                canvas.text(Rect { x: side.right() + 1, width: 1, ..row }, "│", look.theme.rule);
            }
            let x = side.right() + 3;
            self.draw_preview(canvas, Rect { x, width: area.right().saturating_sub(x + 1), ..body }, look);
        } else {
            // On a low screen half of it is left for the preview.
            let most = (body.height / 2).max(1);
            let flow = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..body };
            let y = body.y + self.draw_flow(canvas, flow, most, look);
            if y < area.bottom() {
                frame::rule(canvas, Rect { y, height: 1, ..area }, &look.theme);
            }
            let room = Rect { y: y + 1, height: area.bottom().saturating_sub(y + 1), ..area };
            self.draw_preview(canvas, Rect { width: room.width.saturating_sub(1), ..room }, look);
        }
        // Last, for only a preview that has been drawn knows how much of it is out of sight.
        self.draw_head(canvas, Rect { height: area.height.min(1), ..area }, look);
    }
}
