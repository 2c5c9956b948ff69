//! What is chosen for a meeting, the thread that makes its preview, and the last one that it made.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::choices::{Chosen, Control};
use super::preview_job::{self, PreviewQuestion, PreviewWorker, ReportPreview, View};
use crate::model::id::MeetingId;
use crate::report::Profile;
use crate::report::privacy::{self, Finding};
use crate::report::profile::remembered;
use crate::store;
use crate::ui::context::Ctx;
use crate::ui::document_view::DocumentView;
use crate::ui::document_view::position::position;
use crate::ui::error::UiError;
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::place::ChosenWork;
use crate::ui::widgets::field::TextField;
use crate::ui::worker::Worker;

/// The choices for one meeting, and the last preview that the thread made of them.
#[derive(Debug)]
pub(in crate::ui::screens) struct Export {
    meeting: MeetingId,
    pub(super) chosen: Chosen,
    /// Folder and name, without an ending.
    pub(super) file: TextField,
    /// The folder that files are proposed for.
    folder: PathBuf,
    /// Whether somebody wrote the name: then it stays as it is.
    pub(super) named: bool,
    /// The Word document whose look is taken on.
    pub(super) template: TextField,
    /// What somebody has let go out as it is: it is not asked about again.
    pub(super) let_go: Vec<Finding>,
    /// The finding whose place was shown last: the list opens at it.
    pub(super) looked_at: Option<Finding>,
    /// The view in which the place of that finding is to be shown when it is ready.
    pub(super) sought: Option<View>,
    pub(super) focus: Control,
    /// The newest preview that the thread made: it lags behind what is chosen.
    pub(super) ready: Option<Box<ReportPreview>>,
    pub(super) refused: Option<String>,
    pub(super) preview: DocumentView,
    worker: Option<PreviewWorker>,
}

impl Export {
    /// The page for a meeting, with nothing read yet.
    pub(in crate::ui::screens) fn new(meeting: MeetingId) -> Self {
        Self {
            meeting,
            chosen: Chosen::default(),
            file: TextField::default(),
            folder: PathBuf::new(),
            named: false,
            template: TextField::default(),
            let_go: Vec::new(),
            looked_at: None,
            sought: None,
            focus: Control::Report,
            ready: None,
            refused: None,
            preview: DocumentView::default(),
            worker: None,
        }
    }

    /// The page for work that was chosen in a list.
    pub(in crate::ui::screens) fn of(meeting: MeetingId, work: ChosenWork) -> Self {
        Self { chosen: Chosen::of(work), ..Self::new(meeting) }
    }

    pub(super) fn controls(&self) -> Vec<Control> {
        self.chosen.controls()
    }

    /// Takes the choices of last time where nothing was chosen yet, and asks for the preview.
    pub(super) fn read(&mut self, ctx: &Ctx) -> Result<(), UiError> {
        if self.worker.is_none()
            && let Some(meeting) = store::meeting::get(ctx.store, self.meeting)?
            && let Some(remembered) = remembered(ctx.store, meeting.programme)?
        {
            self.chosen.recall(&remembered);
        }
        if self.worker.is_none() {
            self.folder = ctx.session.preferences.exports();
        }
        self.ask(ctx);
        Ok(())
    }

    /// Asks the thread for the publication as it is chosen now. A store in memory, which no window is opened on, cannot
    /// be read by another thread.
    pub(super) fn ask(&mut self, ctx: &Ctx) {
        let Some(store) = ctx.store.path_to_read() else { return };
        let question = PreviewQuestion {
            meeting: self.meeting,
            work: self.chosen.work.as_ref().map(|choice| Arc::clone(&choice.work)),
            wanted: self.chosen.wanted(),
            store,
            clock: ctx.clock,
            words: ctx.look.words,
            today: ctx.clock.today(),
            scribe: ctx.store.scribe().map(str::to_owned),
        };
        self.worker.get_or_insert_with(|| preview_job::start(ctx.bell.clone())).ask(question);
    }

    /// Takes what the thread has made since last time.
    pub(super) fn listen(&mut self) {
        match self.worker.as_ref().and_then(Worker::heard) {
            Some(Ok(ready)) => {
                self.refused = None;
                self.take(ready);
            }
            Some(Err(refused)) => self.refused = Some(refused),
            None => {}
        }
    }

    /// Shows what the thread made.
    fn take(&mut self, mut ready: Box<ReportPreview>) {
        let before =
            self.ready.as_ref().map(|ready| (ready.wanted.report, ready.wanted.scope, ready.wanted.view));
        // What reads as before stays as it is, with the place that is marked in it.
        let is_same = self
            .ready
            .as_ref()
            .is_some_and(|before| before.wanted == ready.wanted && before.publication == ready.publication);
        if !is_same {
            self.preview.replace(std::mem::take(&mut ready.pieces));
        }
        if before.is_some_and(|before| before != (ready.wanted.report, ready.wanted.scope, ready.wanted.view))
        {
            self.preview.rewind();
        }
        // An answer to an earlier question leaves the view that was chosen since.
        if self.chosen.view == ready.asked {
            self.chosen.view = ready.wanted.view;
        }
        self.chosen.in_programme = ready.programme.is_some();
        self.chosen.at = self.chosen.at.min(ready.fitting.len().saturating_sub(1));
        if self.chosen.writing(&ready).is_empty() {
            self.chosen.formats.extend(ready.fitting.first().map(|format| format.code));
        }
        if !self.named {
            let written = path::expand(self.file.text());
            let folder = written.parent().filter(|folder| !folder.as_os_str().is_empty()).map(Path::to_owned);
            let path = folder.unwrap_or_else(|| self.folder.clone()).join(&ready.stem);
            self.file = TextField::selected(path::shown(&path));
        }
        self.ready = Some(ready);
        if self.sought == self.ready.as_ref().map(|ready| ready.wanted.view) {
            self.sought = None;
            self.show();
        }
        if !self.controls().contains(&self.focus) {
            self.focus = Control::Report;
        }
    }

    /// Where the files go, without an ending: one that was written by hand is the same as the one that will be put to
    /// it. In a folder alone they are called as proposed.
    pub(super) fn base(&self) -> PathBuf {
        let written = path::expand(self.file.text());
        if let Some(ready) = self.ready.as_ref().filter(|ready| self.is_folder_alone(&written, ready)) {
            return written.join(&ready.stem);
        }
        let formats = self.ready.as_ref().map(|ready| self.chosen.writing(ready)).unwrap_or_default();
        let is_chosen =
            |ending: &str| formats.iter().any(|format| format.ending.eq_ignore_ascii_case(ending));
        let ending = written.extension().and_then(|ending| ending.to_str());
        if ending.is_some_and(is_chosen) { written.with_extension("") } else { written }
    }

    /// Whether a folder was written without the name of a file. A folder of the archive has the proposed name itself,
    /// and a file of that name gets its ending.
    fn is_folder_alone(&self, written: &Path, ready: &ReportPreview) -> bool {
        let is_proposed = written.file_name().is_some_and(|name| name == ready.stem.as_str());
        let is_other = !is_proposed && !self.chosen.profile.is_some_and(Profile::is_folder);
        self.file.text().trim_end().ends_with(['/', '\\']) || is_other && written.is_dir()
    }

    /// Goes to the place of the finding that somebody looks at.
    pub(super) fn show(&mut self) {
        let Some(finding) = &self.looked_at else { return };
        let piece = self.ready.as_ref().and_then(|ready| position(&ready.publication, finding.place.at));
        let excerpt = finding.place.excerpt.trim_matches(['…', ' ']);
        let words = finding.place.words();
        let _anywhere = piece.is_some_and(|piece| self.preview.show(piece, &words))
            || self.preview.seek(excerpt)
            || self.preview.seek(&words);
    }

    /// What may be personal in the files that were chosen.
    pub(super) fn findings(&self) -> Vec<Finding> {
        self.in_files(|ready| &ready.findings)
    }

    /// What would be in the files that were chosen if the choice about names had not hidden it.
    pub(super) fn hidden(&self) -> Vec<Finding> {
        self.in_files(|ready| &ready.hidden)
    }

    fn in_files(&self, of: impl Fn(&ReportPreview) -> &[Finding]) -> Vec<Finding> {
        let Some(ready) = &self.ready else { return Vec::new() };
        let codes: Vec<&str> = self.chosen.writing(ready).iter().map(|format| format.code).collect();
        privacy::within(of(ready), &codes)
    }
}
