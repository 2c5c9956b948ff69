//! What is done on the export page: choices, the text of the report, what may be personal, and the files.

use std::path::PathBuf;

use super::choices::Control;
use super::form::FORMATS_FROM;
use super::preview_job::View;
use super::state::Export;
use super::write_job::WriteJob;
use crate::export::ExportError;
use crate::report::Names;
use crate::report::privacy::{Finding, PublicationPart};
use crate::ui::command::Command;
use crate::ui::context::Ctx;
use crate::ui::dialogs::findings::Findings;
use crate::ui::effect::{DialogAnswer, Effect, Outcome};
use crate::ui::input::TextInput;
use crate::ui::screens::manuscript::ManuscriptEditor;
use crate::ui::{desktop, path};

impl Export {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Outcome {
        if self.preview.walk(command) {
            return Ok(Effect::None);
        }
        match command {
            Command::NextField | Command::Down => self.walk(true),
            Command::PreviousField | Command::Up => self.walk(false),
            Command::Option if self.focus == Control::Formats => self.toggle(self.chosen.at),
            Command::Right | Command::Option => return Ok(self.change(true, ctx)),
            Command::Left => return Ok(self.change(false, ctx)),
            Command::WriteFiles => return self.write(Vec::new(), ctx),
            Command::EditManuscript => return Ok(self.edit(ctx)),
            Command::Findings => return Ok(self.look_through(ctx)),
            Command::OpenFolder => {
                let base = self.base();
                let folder = base.parent().unwrap_or(&base);
                return Ok(Effect::Job(desktop::open_folder(folder, ctx.look.words)));
            }
            Command::Back => return Ok(Effect::Close(DialogAnswer::Nothing)),
            Command::Export => {}
            _ => return Ok(Effect::Pass),
        }
        Ok(Effect::None)
    }

    /// Steps the choice that was clicked, or chooses the format.
    pub(super) fn click(&mut self, row: usize, ctx: &Ctx) -> Effect {
        if let Some(at) = row.checked_sub(FORMATS_FROM) {
            self.focus = Control::Formats;
            self.toggle(at);
        } else if let Some(control) = self.controls().get(row).copied() {
            self.focus = control;
            if control != Control::Formats {
                return self.change(true, ctx);
            }
        }
        Effect::None
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
        if base.file_name().is_none() {
            return Err(ExportError::NoName.into());
        }
        let findings = self.findings();
        if findings.iter().any(|finding| !finding.is_hidden) && findings != self.let_go {
            return Ok(self.look_through(ctx));
        }
        let template = path::expand(self.template.text());
        let template = (!template.as_os_str().is_empty()).then_some(template);
        let publication = std::sync::Arc::clone(&ready.publication);
        let people = std::sync::Arc::clone(&ready.people);
        let archive = self.chosen.profile.filter(|profile| profile.is_folder()).map(|_| ready.about.clone());
        let remembered = (ready.programme, self.chosen.remembered());
        let alarms = ctx.session.preferences.reminds.in_calendar;
        let order = WriteJob {
            publication,
            people,
            formats,
            base,
            template,
            archive,
            remembered,
            replace,
            alarms,
            words,
        };
        Ok(Effect::Job(order.job()))
    }

    /// Shows what may be personal where it is, which may be in another view than this one.
    fn seek(&mut self, finding: Finding, ctx: &Ctx) {
        let view = match finding.place.at {
            PublicationPart::Cell { .. } => View::Sheets,
            PublicationPart::Event(_) => View::Days,
            PublicationPart::Data => View::Text("json"),
            _ => View::Read,
        };
        self.looked_at = Some(finding);
        if self.chosen.view == view {
            self.show();
        } else {
            self.chosen.view = view;
            self.sought = Some(view);
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
            None if ready.wanted.is_about_work => Effect::Notice(words.work_not_edited.to_owned()),
            None => Effect::Notice(words.not_edited.to_owned()),
        }
    }

    /// Whether the report is one whose text is edited here, as far as it is known.
    pub(super) fn is_edited(&self) -> bool {
        self.ready.as_ref().is_some_and(|ready| ready.subject.is_some())
    }

    /// Shows what may be personal.
    fn look_through(&self, ctx: &Ctx) -> Effect {
        let findings = self.findings();
        if findings.is_empty() {
            return Effect::Notice(ctx.look.words.export.no_findings.to_owned());
        }
        let looked_at = findings.iter().position(|finding| self.looked_at.as_ref() == Some(finding));
        let list = Findings::new(findings.clone()).at(looked_at);
        Effect::ask(list, move |this: &mut Self, answer, ctx| this.after_findings(findings, &answer, ctx))
    }

    /// What was done about what was shown as personal. What somebody has written meanwhile is not among it, and is
    /// asked about before it goes out.
    fn after_findings(&mut self, mut shown: Vec<Finding>, answer: &DialogAnswer, ctx: &Ctx) -> Outcome {
        match answer {
            DialogAnswer::Yes => {
                self.let_go = shown;
                self.write(Vec::new(), ctx)
            }
            DialogAnswer::Choice(at) => {
                if *at < shown.len() {
                    self.seek(shown.swap_remove(*at), ctx);
                }
                Ok(Effect::None)
            }
            DialogAnswer::Run(Command::Pseudonyms) => {
                self.chosen.choices.names = Names::Pseudonym;
                self.chosen.profile = None;
                self.ask(ctx);
                Ok(Effect::None)
            }
            _ => Ok(Effect::None),
        }
    }

    /// The choice before or after the one in focus.
    fn walk(&mut self, forward: bool) {
        let controls = self.controls();
        let at = controls.iter().position(|control| *control == self.focus).unwrap_or(0);
        let step = if forward { 1 } else { controls.len() - 1 };
        self.focus = controls[(at + step) % controls.len()];
    }

    fn change(&mut self, forward: bool, ctx: &Ctx) -> Effect {
        let formats = self.chosen.formats.clone();
        if self.chosen.step(self.focus, forward, self.ready.as_deref()) {
            self.ask(ctx);
        }
        if self.chosen.formats == formats {
            return Effect::None;
        }
        Effect::Notice(self.chosen.formats_words(ctx.look.words))
    }

    /// Chooses the format at a position, or drops it.
    fn toggle(&mut self, at: usize) {
        if let Some(format) = self.ready.as_ref().and_then(|ready| ready.fitting.get(at)) {
            self.chosen.at = at;
            self.chosen.toggle(format.code);
        }
    }
}
