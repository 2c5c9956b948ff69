//! What can be chosen on the export page, in its order, and what a step to the side makes of it. It draws nothing.

use std::sync::Arc;

use super::preview_job::{ReportPreview, View, WantedPreview};
use crate::export::Format;
use crate::i18n::words::export::ExportWords;
use crate::i18n::{Words, labels};
use crate::model::Coded;
use crate::report::profile::Remembered;
use crate::report::{Choices, Names, Profile, Report, ReportScope};
use crate::ui::place::{ChosenBy, ChosenWork};

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Control {
    Report,
    ReportScope,
    Profile,
    Formats,
    Names,
    Responses,
    Provenance,
    Unanswered,
    Template,
    View,
    File,
}

/// What was chosen.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) report: Report,
    pub(super) scope: ReportScope,
    /// Whom it is for; nobody in particular once something was chosen apart.
    pub(super) profile: Option<Profile>,
    pub(super) choices: Choices,
    /// The codes of the formats, in the order of the table.
    pub(super) formats: Vec<&'static str>,
    /// The position of the format that the arrows are at.
    pub(super) at: usize,
    pub(super) view: View,
    /// Whether the meeting belongs to a programme, as far as one knows.
    pub(super) in_programme: bool,
    /// The work that was chosen in a list, if any was.
    pub(super) work: Option<WorkChoice>,
}

/// Work that was chosen in a list.
#[derive(Debug)]
pub(super) struct WorkChoice {
    pub(super) work: Arc<ChosenWork>,
    /// Whether the report is about it alone.
    is_on: bool,
}

impl WorkChoice {
    /// Whether a report has something to say of it. What one owner has is asked for anew, and may be of any kind.
    fn fits(&self, report: Report) -> bool {
        let ChosenWork { by, has_challenges, has_owed, .. } = &*self.work;
        let is_of_its_kind =
            || *has_challenges && report.is_about(true) || *has_owed && report.is_about(false);
        report.can_be_shared() && (*by == ChosenBy::Owner || is_of_its_kind())
    }

    /// What it is, in words.
    fn say(&self, words: &ExportWords) -> String {
        let number = self.work.entries.len();
        match (self.work.by, &self.work.owner) {
            (ChosenBy::Owner, Some(owner)) => owner.clone(),
            (ChosenBy::Marks, _) => (words.marked)(number),
            _ => (words.filtered)(number),
        }
    }
}

impl Default for Chosen {
    fn default() -> Self {
        Self {
            report: Report::default(),
            scope: ReportScope::default(),
            profile: None,
            choices: Choices::default(),
            formats: known(Profile::External),
            at: 0,
            view: View::default(),
            in_programme: true,
            work: None,
        }
    }
}

/// The one before or after in a list that begins again at its end.
fn beside<T: PartialEq + Copy>(all: &[T], now: T, forward: bool) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let step = if forward { 1 } else { all.len().saturating_sub(1) };
    all.get((at + step) % all.len().max(1)).copied().unwrap_or(now)
}

/// The formats of a profile that there are.
fn known(profile: Profile) -> Vec<&'static str> {
    profile.formats().iter().filter(|code| Format::from_code(code).is_some()).copied().collect()
}

impl Chosen {
    /// A report about this work alone.
    pub(super) fn of(work: ChosenWork) -> Self {
        let report = if work.has_owed { Report::Actions } else { Report::Challenges };
        let work = Some(WorkChoice { work: Arc::new(work), is_on: true });
        Self { report, scope: report.usual_scope(), work, ..Self::default() }
    }

    /// Whether the report is about chosen work alone.
    pub(super) fn is_about_work(&self) -> bool {
        self.work.as_ref().is_some_and(|work| work.is_on)
    }

    /// What of it the thread needs to know.
    pub(super) fn wanted(&self) -> WantedPreview {
        let scope = match self.report.scopes() {
            scopes if !self.in_programme && scopes.contains(&ReportScope::Meeting) => ReportScope::Meeting,
            scopes if scopes.contains(&self.scope) => self.scope,
            _ => self.report.usual_scope(),
        };
        // What is chosen may be of any meeting.
        let is_about_work = self.is_about_work();
        let scope = if is_about_work { ReportScope::Programme } else { scope };
        WantedPreview { report: self.report, scope, is_about_work, choices: self.choices, view: self.view }
    }

    /// What can be chosen now.
    pub(super) fn controls(&self) -> Vec<Control> {
        let mut all = vec![Control::Report];
        if self.report.scopes().len() > 1 && self.in_programme || self.work.is_some() {
            all.push(Control::ReportScope);
        }
        all.push(Control::Profile);
        all.extend([
            Control::Formats,
            Control::Names,
            Control::Responses,
            Control::Provenance,
            Control::Unanswered,
            Control::View,
        ]);
        if self.formats.contains(&"docx") {
            all.push(Control::Template);
        }
        all.push(Control::File);
        all
    }

    /// The formats that were chosen and have something to show.
    pub(super) fn writing(&self, preview: &ReportPreview) -> Vec<Format> {
        let chosen = |format: &&Format| self.formats.contains(&format.code);
        preview.fitting.iter().filter(chosen).copied().collect()
    }

    /// Takes the choices of a profile.
    pub(super) fn take(&mut self, profile: Profile) {
        self.profile = Some(profile);
        self.choices = profile.choices();
        self.formats = known(profile);
    }

    /// Takes the choices with which something went out last. What went out then says nothing of what goes out now.
    pub(super) fn recall(&mut self, remembered: &Remembered) {
        self.profile = remembered.profile;
        self.choices = remembered.choices;
        let known = remembered.formats.iter().filter_map(|code| Format::from_code(code));
        self.formats = known.map(|format| format.code).collect();
    }

    /// What is to be remembered of it.
    pub(super) fn remembered(&self) -> Remembered {
        let formats = self.formats.iter().map(|code| (*code).to_owned()).collect();
        Remembered { report: self.report, profile: self.profile, choices: self.choices, formats }
    }

    /// Chooses a format, or not.
    pub(super) fn toggle(&mut self, format: &'static str) {
        self.profile = None;
        match self.formats.iter().position(|code| *code == format) {
            Some(at) => drop(self.formats.remove(at)),
            None => self.formats.push(format),
        }
    }

    /// A step to the side, where `preview` is what is shown now. Returns whether the publication becomes another.
    pub(super) fn step(&mut self, control: Control, forward: bool, preview: Option<&ReportPreview>) -> bool {
        match control {
            Control::Report => {
                let all: Vec<Report> =
                    Report::ALL.iter().copied().filter(|report| self.can_be(*report)).collect();
                self.report = beside(&all, self.report, forward);
                self.scope = self.report.usual_scope();
            }
            Control::Profile => {
                let profile = match self.profile {
                    Some(profile) => beside(Profile::ALL, profile, forward),
                    None => Profile::Internal,
                };
                self.take(profile);
            }
            Control::ReportScope => {
                self.step_scope(forward);
            }
            Control::Formats => {
                let all = preview.map_or(0, |preview| preview.fitting.len()).max(1);
                self.at = (self.at.min(all - 1) + if forward { 1 } else { all - 1 }) % all;
                return false;
            }
            Control::Names => self.choices.names = beside(Names::ALL, self.choices.names, forward),
            Control::Responses => self.choices.responses = !self.choices.responses,
            Control::Provenance => self.choices.provenance = !self.choices.provenance,
            Control::Unanswered => self.choices.unanswered_only = !self.choices.unanswered_only,
            Control::View => {
                let views = preview.map_or(&[][..], |preview| &preview.views);
                self.view = beside(views, self.view, forward);
            }
            Control::File | Control::Template => return false,
        }
        if matches!(control, Control::Names | Control::Responses | Control::Provenance | Control::Unanswered)
        {
            self.profile = None;
        }
        true
    }

    fn can_be(&self, report: Report) -> bool {
        self.work.as_ref().filter(|work| work.is_on).is_none_or(|work| work.fits(report))
    }

    /// The meeting, the programme, and the work that was chosen, as far as there are any.
    fn step_scope(&mut self, forward: bool) {
        let mut all: Vec<(ReportScope, bool)> = Vec::new();
        let scopes = [ReportScope::Meeting, ReportScope::Programme].into_iter();
        let is_there = |scope: &ReportScope| {
            self.report.scopes().contains(scope) && (self.in_programme || *scope == ReportScope::Meeting)
        };
        all.extend(scopes.filter(is_there).map(|scope| (scope, false)));
        let of_work = self.work.as_ref().filter(|work| work.fits(self.report));
        all.extend(of_work.map(|_| (ReportScope::Programme, true)));
        let now = (self.wanted().scope, self.is_about_work());
        let (scope, is_on) = beside(&all, now, forward);
        self.scope = scope;
        if let Some(work) = &mut self.work {
            work.is_on = is_on;
        }
    }

    /// What a control is called, and what was chosen with it. Formats and the file say that themselves.
    pub(super) fn label_and_value(&self, control: Control, words: &Words) -> (&'static str, String) {
        let (export, files) = (&words.export, &words.files);
        let yes = |on: bool| if on { files.yes } else { files.no }.to_owned();
        match control {
            Control::Report => (export.report, labels::report(words.lang, self.report).to_owned()),
            Control::ReportScope => (
                export.scope,
                match self.work.as_ref().filter(|work| work.is_on) {
                    Some(work) => work.say(export),
                    None => {
                        export.scopes[usize::from(self.wanted().scope == ReportScope::Programme)].to_owned()
                    }
                },
            ),
            Control::Profile => {
                let own = export.own_choices;
                let profile = self.profile.map_or(own, |profile| labels::profile(words.lang, profile));
                (export.profile, profile.to_owned())
            }
            Control::Formats => (export.formats, String::new()),
            Control::Template => (export.template, String::new()),
            Control::Names => (files.names, labels::names(words.lang, self.choices.names).to_owned()),
            Control::Responses => (files.responses, yes(self.choices.responses)),
            Control::Provenance => (files.provenance, yes(self.choices.provenance)),
            Control::Unanswered => (files.unanswered_only, yes(self.choices.unanswered_only)),
            Control::View => (export.view, self.view_name(words)),
            Control::File => (export.file, String::new()),
        }
    }

    /// Which formats a profile has chosen, in words.
    pub(super) fn formats_words(&self, words: &Words) -> String {
        let profile = self.profile.map_or(words.export.own_choices, |it| labels::profile(words.lang, it));
        let formats: Vec<&str> = self.formats.iter().map(|code| (words.export.format)(code)).collect();
        (words.export.formats_of)(profile, &formats.join(", "))
    }

    fn view_name(&self, words: &Words) -> String {
        let [read, sheets, days] = words.export.views;
        match self.view {
            View::Read => read.to_owned(),
            View::Sheets => sheets.to_owned(),
            View::Days => days.to_owned(),
            View::Text(code) => (words.export.view_text)((words.export.format)(code)),
        }
    }
}
