//! The thread of the export page: what is wanted → the publication, and how it will read. It reads the store over a
//! connection of its own, and again only when somebody has written since.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::clock::Clock;
use crate::export::archive::BagInfo;
use crate::export::file_name::stem;
use crate::export::{FORMATS, Format, With, render};
use crate::i18n::Words;
use crate::model::id::{MeetingId, ProgrammeId};
use crate::report::edited::{self, Edited};
use crate::report::kept::{self, KeptName};
use crate::report::privacy::{self, Finding};
use crate::report::{Choices, KnownPeople, Material, Publication, Report, ReportScope, gather};
use crate::speech;
use crate::store::{Store, StoreError};
use crate::ui::document_view::piece::{self, ViewPiece};
use crate::ui::event::Bell;
use crate::ui::place::{ChosenBy, ChosenWork};
use crate::ui::screens::manuscript::Subject;
use crate::ui::worker::Worker;

/// What the preview shows of a publication.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    /// The document as it will read.
    #[default]
    Read,
    /// The sheets as tables.
    Sheets,
    /// The calendar, day by day.
    Days,
    /// The text of a file of this format.
    Text(&'static str),
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WantedPreview {
    pub(super) report: Report,
    pub(super) scope: ReportScope,
    /// Whether it is about the chosen work alone.
    pub(super) is_about_work: bool,
    pub(super) choices: Choices,
    pub(super) view: View,
}

/// A question to the thread.
#[derive(Debug)]
pub(super) struct PreviewQuestion {
    pub(super) meeting: MeetingId,
    /// The work that was chosen, if any was.
    pub(super) work: Option<Arc<ChosenWork>>,
    pub(super) wanted: WantedPreview,
    /// The file of the store.
    pub(super) store: PathBuf,
    pub(super) clock: Clock,
    pub(super) words: &'static Words,
    pub(super) today: NaiveDate,
    /// The name of whoever looks, where they have said it.
    pub(super) scribe: Option<String>,
}

/// The answer: a publication and how it will read.
#[derive(Debug)]
pub(super) struct ReportPreview {
    /// What it was made for, with the view that there is.
    pub(super) wanted: WantedPreview,
    /// The view that was asked for.
    pub(super) asked: View,
    /// The publication itself.
    pub(super) publication: Arc<Publication>,
    /// Everybody who is known, for the words of a template.
    pub(super) people: Arc<KnownPeople>,
    /// The formats that have something to show of it.
    pub(super) fitting: Vec<Format>,
    /// The views that there is something in.
    pub(super) views: Vec<View>,
    /// The meeting that was asked for.
    pub(super) title: String,
    /// What its file is called without an ending.
    pub(super) stem: String,
    /// The programme that the meeting belongs to.
    pub(super) programme: Option<ProgrammeId>,
    /// What a folder with it is about.
    pub(super) about: BagInfo,
    /// What may be personal in it.
    pub(super) findings: Vec<Finding>,
    /// The names that stay in it though names are hidden.
    pub(super) kept: Vec<KeptName>,
    /// What the choice about names has hidden in it.
    pub(super) hidden: Vec<Finding>,
    /// Its text to be written on, where it is one that is.
    pub(super) subject: Option<Subject>,
    /// Whether it was read from the history, as the file is damaged.
    pub(super) is_from_log: bool,
    /// Whether somebody has written on it; and if so, whether that was before the meetings changed.
    pub(super) written_on: Option<bool>,
    /// The view that was wanted, to be broken into rows.
    pub(super) pieces: Vec<ViewPiece>,
}

/// The thread of the page.
pub(super) type PreviewWorker = Worker<PreviewQuestion, Result<Box<ReportPreview>, String>>;

/// Starts the thread.
pub(super) fn start(bell: Bell) -> PreviewWorker {
    let mut desk = PreviewCache::default();
    Worker::start(bell, move |question: PreviewQuestion| {
        let words = question.words;
        desk.answer(&question).map(Box::new).map_err(|error| speech::store(&error, words).to_string())
    })
}

/// What the thread keeps from one question to the next.
#[derive(Debug, Default)]
struct PreviewCache {
    /// The file that is read, and what reads it.
    reader: Option<(PathBuf, Store)>,
    gathered: Option<(CacheKey, Material, Arc<KnownPeople>)>,
}

/// What was gathered, and when.
#[derive(Debug, PartialEq, Eq)]
struct CacheKey {
    meeting: MeetingId,
    scope: ReportScope,
    lang: crate::i18n::Lang,
    version: i64,
}

impl PreviewCache {
    fn answer(&mut self, question: &PreviewQuestion) -> Result<ReportPreview, StoreError> {
        let PreviewQuestion { meeting, wanted, words, today, .. } = *question;
        let reader = match self.reader.take() {
            Some(known) if known.0 == question.store => known,
            _ => {
                self.gathered = None;
                (question.store.clone(), Store::reader(&question.store, question.clock)?)
            }
        };
        let reader = &self.reader.insert(reader).1;
        let known = CacheKey { meeting, scope: wanted.scope, lang: words.lang, version: reader.version()? };
        let (material, people) = match self.gathered.take() {
            Some((before, material, people)) if before == known => (material, people),
            _ => {
                let material = gather(reader, meeting, wanted.scope, words, today)?;
                let people = Arc::new(KnownPeople::of(&material));
                (material, people)
            }
        };
        let work = question.work.as_ref().filter(|_| wanted.is_about_work);
        let part = work.map(|work| {
            let owner = work.owner.as_deref();
            let asked = owner.filter(|_| work.by == ChosenBy::Owner);
            let all = asked.and_then(|asked| material.share_called(asked, &people));
            all.unwrap_or_else(|| material.share_of_marked(&work.entries, owner))
        });
        let shown = part.as_ref().unwrap_or(&material);
        let edited = edited::edited(reader, shown, wanted.report)?;
        let preview = report_preview(shown, &people, edited.as_ref(), question);
        self.gathered = Some((known, material, people));
        Ok(preview)
    }
}

fn report_preview(
    material: &Material,
    people: &Arc<KnownPeople>,
    edited: Option<&Edited>,
    question: &PreviewQuestion,
) -> ReportPreview {
    let PreviewQuestion { wanted, words, .. } = *question;
    let publication =
        Arc::new(edited::publication(material, people, edited, wanted.report, wanted.choices, words));
    let fitting: Vec<Format> = FORMATS.iter().copied().filter(|format| format.fits(&publication)).collect();
    let views = views(&publication, &fitting);
    let view = if views.contains(&wanted.view) { wanted.view } else { View::Read };
    let findings = privacy::check(&publication, people, question.scribe.as_deref());
    ReportPreview {
        stem: stem(&publication.imprint, words),
        title: material.chosen().map(|data| data.minutes.title.clone()).unwrap_or_default(),
        programme: material.programme.as_ref().map(|programme| programme.id),
        about: BagInfo::of(&publication),
        hidden: edited::hidden(material, people, edited, wanted.report, wanted.choices, &findings, words),
        kept: kept::kept(&publication, people),
        findings,
        subject: subject(material, people, edited, wanted, words),
        is_from_log: material.is_from_log,
        written_on: edited.map(|edited| edited.is_old),
        pieces: pieces(&publication, view, words),
        asked: wanted.view,
        wanted: WantedPreview { view, ..wanted },
        people: Arc::clone(people),
        publication,
        fitting,
        views,
    }
}

/// The text that one can write on.
fn subject(
    material: &Material,
    people: &KnownPeople,
    edited: Option<&Edited>,
    wanted: WantedPreview,
    words: &Words,
) -> Option<Subject> {
    let id = material.subject().filter(|_| wanted.report.is_edited() && !wanted.is_about_work)?;
    let fresh = edited::fresh(material, people, wanted.report, wanted.choices, words);
    let name = match (&material.programme, wanted.scope) {
        (Some(programme), ReportScope::Programme) => programme.name.clone(),
        _ => material.chosen().map(|data| data.minutes.title.clone()).unwrap_or_default(),
    };
    Some(Subject {
        id,
        report: wanted.report,
        name,
        text: edited.map_or_else(|| fresh.clone(), |edited| edited.text.clone()),
        fresh,
        is_old: edited.is_some_and(|edited| edited.is_old),
    })
}

/// What there is to see of a publication: a web page reads like the document, and is not shown as text.
fn views(publication: &Publication, fitting: &[Format]) -> Vec<View> {
    let mut views = vec![View::Read];
    if !publication.sheets.is_empty() {
        views.push(View::Sheets);
    }
    if !publication.calendar.events.is_empty() {
        views.push(View::Days);
    }
    let texts = fitting.iter().filter(|format| format.is_text && format.code != "html");
    views.extend(texts.map(|format| View::Text(format.code)));
    views
}

fn pieces(publication: &Publication, view: View, words: &Words) -> Vec<ViewPiece> {
    match view {
        View::Read => piece::document(&publication.document),
        View::Sheets => piece::sheets(&publication.sheets),
        View::Days => piece::calendar(&publication.calendar),
        View::Text(code) => {
            let parts = Format::from_code(code).map(|format| render(format, publication, &With::new(words)));
            let parts = parts.and_then(Result::ok).unwrap_or_default();
            parts.iter().flat_map(|part| piece::text(&String::from_utf8_lossy(&part.bytes))).collect()
        }
    }
}
