//! The thread of the export page: what is wanted → the paper, and how it will read. It reads the store over a
//! connection of its own, and again only when somebody has written since.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::editing::Subject;
use super::pieces::{self, Piece};
use crate::clock::Clock;
use crate::export::archive::About;
use crate::export::file_name::stem;
use crate::export::{FORMATS, Format, With, render};
use crate::i18n::Words;
use crate::model::id::{MeetingId, ProgrammeId};
use crate::report::kept::{self, Kept};
use crate::report::names::People;
use crate::report::privacy::{self, Finding};
use crate::report::{Choices, Material, Paper, Report, Scope, gather};
use crate::speech;
use crate::store::{Store, StoreError};
use crate::ui::event::Bell;
use crate::ui::worker::Worker;

/// What the preview shows of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum View {
    /// The document as it will read.
    #[default]
    Read,
    /// The sheets as tables.
    Sheets,
    /// The days.
    Days,
    /// The text of a file of this format.
    Text(&'static str),
}

/// What is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) report: Report,
    pub(super) scope: Scope,
    pub(super) choices: Choices,
    pub(super) view: View,
}

/// Where it is read from.
#[derive(Debug)]
pub(super) enum Source {
    /// The file of the store.
    File(PathBuf, Clock),
    /// What was read already: a store in memory has no other connection.
    Read(Box<Result<(Material, Option<Kept>), StoreError>>),
}

/// A question to the thread.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) meeting: MeetingId,
    pub(super) wanted: Wanted,
    pub(super) source: Source,
    pub(super) words: &'static Words,
    pub(super) today: NaiveDate,
}

/// The answer: a paper and how it will read.
#[derive(Debug)]
pub(super) struct Laid {
    /// For what it was laid out.
    pub(super) wanted: Wanted,
    /// The paper itself.
    pub(super) paper: Arc<Paper>,
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
    pub(super) about: About,
    /// What may be personal in it.
    pub(super) findings: Vec<Finding>,
    /// Its text to be written on, where it is one that is.
    pub(super) subject: Option<Subject>,
    /// Whether somebody has written on it; and if so, whether that was before the meetings changed.
    pub(super) written_on: Option<bool>,
    /// The preview.
    pub(super) pieces: Vec<Piece>,
}

/// The thread of the page.
pub(super) type Layer = Worker<Question, Result<Box<Laid>, String>>;

/// Starts the thread.
pub(super) fn start(bell: Bell) -> Layer {
    let mut desk = Desk::default();
    Worker::start(bell, move |question: Question| {
        let words = question.words;
        desk.lay(question).map(Box::new).map_err(|error| speech::store(&error, words).to_string())
    })
}

/// What lies before the thread from one question to the next.
#[derive(Debug, Default)]
struct Desk {
    reader: Option<Store>,
    gathered: Option<(Known, Material)>,
}

/// What was gathered, and when.
#[derive(Debug, PartialEq, Eq)]
struct Known {
    meeting: MeetingId,
    scope: Scope,
    lang: crate::i18n::Lang,
    version: i64,
}

impl Desk {
    fn lay(&mut self, question: Question) -> Result<Laid, StoreError> {
        let Question { meeting, wanted, source, words, today } = question;
        match source {
            Source::Read(read) => {
                let (material, kept) = (*read)?;
                Ok(lay(&material, kept.as_ref(), wanted, words))
            }
            Source::File(path, clock) => {
                let reader = match self.reader.take() {
                    Some(reader) => reader,
                    None => Store::reader(&path, clock)?,
                };
                let reader = self.reader.insert(reader);
                let known =
                    Known { meeting, scope: wanted.scope, lang: words.lang, version: reader.version()? };
                let material = match self.gathered.take() {
                    Some((before, material)) if before == known => material,
                    _ => gather(reader, meeting, wanted.scope, words, today)?,
                };
                let kept = kept::kept(reader, &material, wanted.report)?;
                let laid = lay(&material, kept.as_ref(), wanted, words);
                self.gathered = Some((known, material));
                Ok(laid)
            }
        }
    }
}

fn lay(material: &Material, kept: Option<&Kept>, wanted: Wanted, words: &Words) -> Laid {
    let paper = Arc::new(kept::paper(material, kept, wanted.report, wanted.choices, words));
    let fitting: Vec<Format> = FORMATS.iter().copied().filter(|format| format.fits(&paper)).collect();
    let views = views(&paper, &fitting);
    let view = if views.contains(&wanted.view) { wanted.view } else { View::Read };
    Laid {
        stem: stem(material, wanted.report, wanted.scope, words),
        title: material.chosen().map(|told| told.minutes.title.clone()).unwrap_or_default(),
        programme: material.programme.as_ref().map(|programme| programme.id),
        about: About::of(material, wanted.report, &paper),
        findings: privacy::check(&paper, &People::of(material)),
        subject: subject(material, kept, wanted, words),
        written_on: kept.map(|kept| kept.is_old),
        pieces: preview(&paper, view, words),
        wanted: Wanted { view, ..wanted },
        paper,
        fitting,
        views,
    }
}

/// The text that one can write on.
fn subject(material: &Material, kept: Option<&Kept>, wanted: Wanted, words: &Words) -> Option<Subject> {
    let id = material.subject().filter(|_| wanted.report.is_edited())?;
    let fresh = kept::fresh(material, wanted.report, wanted.choices, words);
    let name = match (&material.programme, wanted.scope) {
        (Some(programme), Scope::Programme) => programme.name.clone(),
        _ => material.chosen().map(|told| told.minutes.title.clone()).unwrap_or_default(),
    };
    Some(Subject {
        id,
        report: wanted.report,
        name,
        text: kept.map_or_else(|| fresh.clone(), |kept| kept.text.clone()),
        fresh,
        is_old: kept.is_some_and(|kept| kept.is_old),
    })
}

/// What there is to see of a paper: a web page reads like the document, and is not shown as text.
fn views(paper: &Paper, fitting: &[Format]) -> Vec<View> {
    let mut views = vec![View::Read];
    if !paper.sheets.is_empty() {
        views.push(View::Sheets);
    }
    if !paper.calendar.events.is_empty() {
        views.push(View::Days);
    }
    let texts = fitting.iter().filter(|format| format.is_text && format.code != "html");
    views.extend(texts.map(|format| View::Text(format.code)));
    views
}

fn preview(paper: &Paper, view: View, words: &Words) -> Vec<Piece> {
    match view {
        View::Read => pieces::document(&paper.document),
        View::Sheets => pieces::sheets(&paper.sheets),
        View::Days => pieces::calendar(&paper.calendar),
        View::Text(code) => {
            let parts = Format::from_code(code).map(|format| render(format, paper, &With::new(words)));
            let parts = parts.and_then(Result::ok).unwrap_or_default();
            parts.iter().flat_map(|part| pieces::text(&String::from_utf8_lossy(&part.bytes))).collect()
        }
    }
}
