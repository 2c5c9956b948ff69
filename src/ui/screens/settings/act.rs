//! What is done with the rows: walked, changed, written in, and their folders opened.

use std::path::Path;

use super::state::{Setting, SettingsPage};
use crate::i18n::Lang;
use crate::ui::command::Command;
use crate::ui::context::{Ctx, Look};
use crate::ui::desktop;
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::input::TextInput;
use crate::ui::path;
use crate::ui::preferences::{Preferences, Reminders};
use crate::ui::theme::ThemeKind;
use crate::ui::widgets::field::TextField;

impl SettingsPage {
    /// Does what a command asks for.
    pub(super) fn run(&mut self, command: Command, ctx: &Ctx) -> Effect {
        if let Some(field) = &self.written {
            let text = field.text().trim().to_owned();
            return match command {
                Command::Submit => self.take(&text, ctx),
                Command::Back => {
                    if let Some(question) = self.escape.ask(self.unsaved_text(), ctx.look.words) {
                        return question;
                    }
                    self.written = None;
                    self.refused = None;
                    Effect::None
                }
                Command::Up | Command::Down => Effect::None,
                _ => Effect::Pass,
            };
        }
        if self.rows.walk(command) {
            return Effect::None;
        }
        match command {
            Command::Left => self.turn(false, ctx.look),
            Command::Right | Command::Option => self.turn(true, ctx.look),
            Command::Edit => self.open(ctx),
            Command::Back => Effect::Close(DialogAnswer::Nothing),
            Command::Settings => Effect::None,
            _ => Effect::Pass,
        }
    }

    /// What is written in the chosen row and was not there at first.
    pub(super) fn unsaved_text(&self) -> Option<String> {
        let text = self.written.as_ref()?.text().trim().to_owned();
        let before = self.begun();
        Some(text).filter(|text| *text != before)
    }

    /// A click chooses a row; on the chosen one it does what Enter does.
    pub(super) fn click(&mut self, line: usize, ctx: &Ctx) -> Effect {
        let Some(row) = self.rows.clicked(line).filter(|_| self.written.is_none()) else {
            return Effect::None;
        };
        if row == self.rows.selected() {
            return self.open(ctx);
        }
        self.rows.select(row);
        Effect::None
    }

    /// Goes to the next or previous option of a row that has options.
    fn turn(&mut self, forward: bool, look: &Look) -> Effect {
        let setting = self.chosen();
        let Some((options, at)) = self.options(setting, look) else { return Effect::None };
        let to = (at + if forward { 1 } else { options.len() - 1 }) % options.len();
        let on = to == 1;
        let now = self.preferences.clone();
        let remind = |reminds| Effect::Prefer(Preferences { reminds, ..now.clone() });
        match setting {
            Setting::Language => Effect::SetLanguage(if on { Lang::En } else { Lang::Sv }),
            Setting::Theme => ThemeKind::ALL.get(to).map_or(Effect::None, |kind| Effect::SetTheme(*kind)),
            Setting::Bell => Effect::Prefer(Preferences { rings: on, ..now.clone() }),
            Setting::SaysDue => remind(Reminders { at_start: on, ..now.reminds }),
            Setting::CountsDue => remind(Reminders { in_tabs: on, ..now.reminds }),
            Setting::Alarms => remind(Reminders { in_calendar: on, ..now.reminds }),
            _ => Effect::None,
        }
    }

    /// Begins to write in a row with text, shows the folder of one that is only a place, and turns any other.
    fn open(&mut self, ctx: &Ctx) -> Effect {
        match self.chosen() {
            Setting::Scribe | Setting::Exports => {
                self.written = Some(TextField::selected(self.begun()));
                Effect::None
            }
            setting @ (Setting::Database | Setting::Backups | Setting::File) => {
                let Some(place) = self.place(setting) else { return Effect::None };
                let folder = if setting == Setting::Backups { Some(place.as_path()) } else { place.parent() };
                folder
                    .map_or(Effect::None, |folder| Effect::Job(desktop::open_folder(folder, ctx.look.words)))
            }
            _ => self.turn(true, ctx.look),
        }
    }

    /// What the text of the chosen row is while nothing is written in it.
    fn begun(&self) -> String {
        match self.chosen() {
            Setting::Scribe => self.scribe.clone().unwrap_or_default(),
            _ => self.preferences.export_folder.clone(),
        }
    }

    /// Takes what was written in the chosen row. A folder has to be there; nobody is at the pen without a name.
    fn take(&mut self, text: &str, ctx: &Ctx) -> Effect {
        let setting = self.chosen();
        if setting == Setting::Exports && !text.is_empty() && !path::expand(text).is_dir() {
            self.refused = Some((ctx.look.words.settings.no_folder)(text));
            return Effect::None;
        }
        self.written = None;
        if setting == Setting::Scribe {
            return Effect::SetScribe(text.to_owned());
        }
        // Quotation marks of a path that was dropped here are no part of it.
        let is_bare = text.is_empty() || Path::new(text).is_dir();
        let folder = if is_bare { text.to_owned() } else { path::shown(&path::expand(text)) };
        Effect::Prefer(Preferences { export_folder: folder, ..self.preferences.clone() })
    }
}
