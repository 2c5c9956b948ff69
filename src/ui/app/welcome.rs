//! Who writes at the pen: asked when nobody is known, the first time on a card of its own with what one can begin with.

use super::App;
use crate::store::meeting;
use crate::ui::bindings::{self, Scope};
use crate::ui::command::Command;
use crate::ui::dialogs::form::{Form, FormField};
use crate::ui::draft::FormAt;
use crate::ui::effect::{DialogAnswer, Effect};
use crate::ui::layer::Asker;

/// What one can begin with, in the order of its words.
const BEGINNINGS: [Command; 3] = [Command::NewMeeting, Command::Import, Command::Example];

impl App {
    /// Nobody is known to write at the pen: asks who does, and in an empty store what they want to begin with.
    pub(super) fn welcome(&mut self) {
        if meeting::current(&self.store, self.look.now.date()).is_ok_and(|latest| latest.is_some()) {
            return self.ask_scribe();
        }
        let words = &self.look.words.app;
        let options = BEGINNINGS.iter().zip(words.beginnings);
        let options = options.map(|(command, label)| (command.name().to_owned(), label.to_owned())).collect();
        let fields = vec![
            FormField::text(words.name_label, "").help(words.scribe_help),
            FormField::pick(words.begin_with, options, BEGINNINGS[0].name())
                .in_sight()
                .help(self.look.words.meetings.fields.pick_help),
        ];
        let foot = (words.help_and_leave)(&self.key_of(Command::Help), &self.key_of(Command::Quit));
        let about = [words.welcome.to_owned(), String::new(), words.scribe.to_owned()];
        let card = Form::new(words.name, fields).about(about, foot).alone();
        let ask = Effect::ask_plain(card, |answer, _| {
            let DialogAnswer::Form(values) = answer else { return Ok(Effect::None) };
            let mut values = values.into_iter();
            let (name, code) = (values.next().unwrap_or_default(), values.next().unwrap_or_default());
            let begin = BEGINNINGS.iter().find(|command| command.name() == code);
            Ok(Effect::Many(vec![
                Effect::SetScribe(name),
                begin.map_or(Effect::None, |command| Effect::Run(*command)),
            ]))
        });
        self.perform(Asker::App, ask);
    }

    /// Asks who writes at the pen.
    pub(super) fn ask_scribe(&mut self) {
        let app = &self.look.words.app;
        let name = self.session.scribe.clone().unwrap_or_default();
        let field = FormField::text(app.name_label, name).help(app.scribe_help);
        let foot = (app.help_and_leave)(&self.key_of(Command::Help), &self.key_of(Command::Quit));
        let form = Form::new(app.scribe, vec![field]).about([], foot);
        let ask = Effect::ask_plain(form.kept_as(FormAt::Scribe), |answer, _| match answer {
            DialogAnswer::Form(values) => {
                Ok(values.into_iter().next().map_or(Effect::None, Effect::SetScribe))
            }
            _ => Ok(Effect::None),
        });
        self.perform(Asker::App, ask);
    }

    /// The key of a command that counts everywhere, as it is written.
    pub(super) fn key_of(&self, command: Command) -> String {
        let key = bindings::key_of(Scope::Global, command);
        key.map(|key| key.show(self.look.words)).unwrap_or_default()
    }
}
