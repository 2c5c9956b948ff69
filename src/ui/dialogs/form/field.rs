//! One field of a form: its label, its value, what is said of the value while it is typed, and the names that can
//! follow. It draws nothing.

use std::fmt;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::i18n::vocabulary::fold;
use crate::i18n::vocabulary::new_names::may_be_named;
use crate::i18n::words::dialogs::NewNameWords;
use crate::i18n::{Words, due};
use crate::model::Due;
use crate::model::id::MeetingId;
use crate::model::person::each_known;
use crate::pen;
use crate::ui::context::Look;
use crate::ui::draft::HalfField;
use crate::ui::input::TextInput;
use crate::ui::widgets::field::TextField;

/// What is said of a value while it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Echo {
    /// What it is understood as.
    Reads(String),
    /// Why it will not be taken, or what it will do that one might not expect.
    Warns(String),
}

/// Returns what is said of a value, given those of all fields too.
type EchoOf = Rc<dyn Fn(&str, &[String], &Look) -> Option<Echo>>;

/// How a value is entered.
#[derive(Debug, Clone)]
pub(super) enum FieldValue {
    /// Free text, on one line.
    Text(TextField),
    /// One of several, with the arrows or Space; the answer is its code.
    Pick {
        /// Each with its code and its label.
        options: Vec<(String, String)>,
        /// The one that is chosen.
        at: usize,
        /// Whether the others are seen as well.
        in_sight: bool,
    },
}

/// What the names of a field are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NamesOf {
    #[default]
    Persons,
    Programmes,
}

/// The names that a field knows, and the list of them that is open.
#[derive(Debug, Clone, Default)]
pub(super) struct Register {
    of: NamesOf,
    names: Vec<String>,
    /// The bodies that are known: they are not asked about.
    bodies: Vec<String>,
    /// Those that what was typed may become, and which of them is chosen. Empty while the list is closed.
    pub(super) offered: Vec<String>,
    pub(super) at: usize,
    /// The unknown name that the user has been asked about.
    asked: Option<String>,
}

impl Register {
    /// Whether it has this name, in any letter case.
    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|known| fold(known) == fold(name))
    }

    /// The person whom a part of the name means, as at the pen: of several nobody is meant.
    fn meant(&self, name: &str) -> Option<&str> {
        pen::known_name(name, &self.names).filter(|_| self.of == NamesOf::Persons)
    }

    /// The first of these names that it does not have.
    fn unknown<'n>(&self, value: &'n str) -> Option<&'n str> {
        if self.meant(value).is_some() {
            return None;
        }
        let named = match self.of {
            NamesOf::Persons => each_known(value, |name| self.has(name)),
            NamesOf::Programmes => vec![value],
        };
        named.into_iter().find(|name| !self.has(name))
    }
}

/// A label with a value to fill in.
#[derive(Clone)]
pub struct FormField {
    pub(super) label: String,
    pub(super) help: String,
    pub(super) value: FieldValue,
    pub(super) register: Option<Register>,
    /// The meeting whose words are written in it.
    pub(super) meeting: Option<MeetingId>,
    /// The text at first: what is left as it was is never remarked on as new.
    shown: String,
    /// What comes between the parts of a list.
    separator: Option<char>,
    echo: Option<EchoOf>,
}

impl fmt::Debug for FormField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FormField")
            .field("label", &self.label)
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}

impl FormField {
    fn of(label: impl Into<String>, value: FieldValue, shown: String) -> Self {
        Self {
            label: label.into(),
            help: String::new(),
            value,
            register: None,
            meeting: None,
            shown,
            separator: None,
            echo: None,
        }
    }

    /// A field for a value. What it begins with is selected: typing replaces it.
    pub fn text(label: impl Into<String>, value: impl Into<String>) -> Self {
        let value = value.into();
        Self::of(label, FieldValue::Text(TextField::selected(&*value)), value)
    }

    /// A field for a list: what is typed comes after what it begins with, as one more part.
    pub fn list(label: impl Into<String>, parts: &[String], separator: char) -> Self {
        let between = format!("{separator} ");
        let between = if separator == ' ' { " " } else { &between };
        let shown = parts.join(between);
        let begun = if shown.is_empty() { String::new() } else { format!("{shown}{between}") };
        let field = Self::of(label, FieldValue::Text(TextField::with(begun)), shown);
        Self { separator: Some(separator), ..field }
    }

    /// A field for a person: what is typed is completed from the names of the register, and a name that is not among
    /// them is said to be new before it is entered.
    pub fn person(label: impl Into<String>, value: impl Into<String>, names: Vec<String>) -> Self {
        Self { register: Some(Register { names, ..Register::default() }), ..Self::text(label, value) }
    }

    /// The same field, where these bodies are known too.
    #[must_use]
    pub fn or_bodies(mut self, bodies: Vec<String>) -> Self {
        if let Some(register) = &mut self.register {
            register.bodies = bodies;
        }
        self
    }

    /// A field for a programme, which may be none: what is typed is completed from the names of those that there are,
    /// and another name is said to be that of a new one.
    pub fn programme(label: impl Into<String>, value: impl Into<String>, names: Vec<String>) -> Self {
        let register = Register { of: NamesOf::Programmes, names, ..Register::default() };
        Self { register: Some(register), ..Self::text(label, value) }
    }

    /// A field to choose one of several `(code, label)`; `code` is chosen at first.
    pub fn pick(label: impl Into<String>, options: Vec<(String, String)>, code: &str) -> Self {
        let at = options.iter().position(|(option, _)| option == code).unwrap_or(0);
        Self::of(label, FieldValue::Pick { options, at, in_sight: false }, code.to_owned())
    }

    /// A field to choose one of several, or to leave what is there as it is: `now` is chosen at first, and comes before
    /// the options where it is none of them, because a newer version wrote it.
    pub fn pick_or_keep(
        label: impl Into<String>,
        mut options: Vec<(String, String)>,
        now: (&str, &str),
    ) -> Self {
        if !options.iter().any(|(option, _)| option == now.0) {
            options.insert(0, (now.0.to_owned(), now.1.to_owned()));
        }
        Self::pick(label, options, now.0)
    }

    /// The same field with words in it that count as typed.
    #[must_use]
    pub fn typed(mut self, text: &str) -> Self {
        self.value = FieldValue::Text(TextField::with(text));
        self
    }

    /// The same field, with all of its options in sight.
    #[must_use]
    pub fn in_sight(mut self) -> Self {
        if let FieldValue::Pick { in_sight, .. } = &mut self.value {
            *in_sight = true;
        }
        self
    }

    /// The same field, for words of a meeting: what its programme has in short is written out.
    #[must_use]
    pub fn of_meeting(mut self, meeting: Option<MeetingId>) -> Self {
        self.meeting = meeting;
        self
    }

    /// The same field with a line of help that is shown while it is filled in.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same field, with something to say of its value while it is filled in; it gets its own
    /// value and those of all fields.
    #[must_use]
    pub fn echo(mut self, echo: impl Fn(&str, &[String], &Look) -> Option<Echo> + 'static) -> Self {
        self.echo = Some(Rc::new(echo));
        self
    }

    /// The same field, with its date in words while it is typed. `read` reads it on a day; `None` where it is no date.
    #[must_use]
    pub fn date(self, read: impl Fn(&str, NaiveDate) -> Option<Due> + 'static) -> Self {
        self.echo(move |text, _, look| {
            if text.is_empty() {
                return None;
            }
            let words = look.words;
            Some(match read(text, look.now.date()) {
                Some(due) => Echo::Reads(due::due_with_weekday(words, &due)),
                None => Echo::Warns((words.dialogs.no_date)(text)),
            })
        })
    }

    /// The text without blanks at its ends, and of a list without a separator that nothing follows.
    fn trimmed<'t>(&self, text: &'t str) -> &'t str {
        let text = text.trim();
        self.separator.map_or(text, |separator| text.trim_end_matches(separator).trim_end())
    }

    /// The value as the form answers it: the text without what is at its ends, or the code of the choice.
    pub fn value(&self) -> String {
        match &self.value {
            FieldValue::Text(field) => self.trimmed(field.text()).to_owned(),
            FieldValue::Pick { options, at, .. } => {
                options.get(*at).map(|(code, _)| code.clone()).unwrap_or_default()
            }
        }
    }

    /// What it was at first.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// Selects what is written in it and was refused, but for a list, of which most is right: what comes in its place
    /// is typed at once.
    pub(super) fn select_refused(&mut self) {
        if let FieldValue::Text(field) = &mut self.value
            && self.separator.is_none()
        {
            *field = TextField::selected(field.text());
        }
    }

    /// The words that are written in it and were not there at first.
    pub(super) fn written(&self) -> Option<&str> {
        let FieldValue::Text(field) = &self.value else { return None };
        let text = self.trimmed(field.text());
        (!text.is_empty() && text != self.shown.trim()).then_some(text)
    }

    /// What is to be kept of it: what has been changed.
    pub(super) fn half((index, field): (usize, &Self)) -> Option<HalfField> {
        let (shown, value) = (field.shown.clone(), field.value());
        (value != shown.trim()).then_some(HalfField { index, shown, value })
    }

    /// Gets back what was kept of it. Whether it was something else at first when that was written.
    pub(super) fn refill(&mut self, half: &HalfField) -> bool {
        match &mut self.value {
            FieldValue::Text(field) => field.replace(&half.value),
            FieldValue::Pick { options, at, .. } => {
                *at = options.iter().position(|(code, _)| *code == half.value).unwrap_or(*at);
            }
        }
        self.shown != half.shown && half.value != self.shown
    }

    /// What is said of its value.
    pub(super) fn remark(&self, values: &[String], look: &Look) -> Option<Echo> {
        let entered = self.new_name_words(look.words).entered;
        let new = self.unknown().map(|name| Echo::Warns(entered(&name)));
        let meant = || self.meant().map(|name| Echo::Reads(name.to_owned()));
        new.or_else(meant).or_else(|| self.echo.as_ref().and_then(|echo| echo(&self.value(), values, look)))
    }

    /// The name in the register that a part of it means, where that is what is written.
    fn meant(&self) -> Option<&str> {
        let value = self.value();
        let name = name_in(&value);
        let register = self.register.as_ref().filter(|_| !name.is_empty() && value != self.shown)?;
        register.meant(name).filter(|meant| fold(meant) != fold(name))
    }

    /// Writes out the name that is meant, as the pen does.
    pub(super) fn write_out(&mut self) {
        if let Some(name) = self.meant().map(str::to_owned)
            && let FieldValue::Text(field) = &mut self.value
        {
            field.replace(&name);
        }
    }

    /// What is said of a name that its register does not know.
    pub(super) fn new_name_words<'w>(&self, words: &'w Words) -> &'w NewNameWords {
        match self.register.as_ref().map(|register| register.of).unwrap_or_default() {
            NamesOf::Persons => &words.dialogs.new_person,
            NamesOf::Programmes => &words.dialogs.new_programme,
        }
    }

    /// The name that is written in it and that its register does not know. `None` while it is left as it was.
    pub(super) fn unknown(&self) -> Option<String> {
        let value = self.value();
        let name = name_in(&value);
        let register = self.register.as_ref().filter(|_| !name.is_empty() && value != self.shown)?;
        register.unknown(name).map(str::to_owned)
    }

    /// The words have changed: opens the list of the names that they may become.
    pub(super) fn offer(&mut self) {
        let value = self.value();
        let Some(register) = &mut self.register else { return };
        let name = name_in(&value);
        register.at = 0;
        register.asked = None;
        register.offered = if name.is_empty() || register.unknown(name).is_none() {
            Vec::new()
        } else {
            pen::names_like(name, &register.names).map(str::to_owned).collect()
        };
    }

    /// The list of names that is open, if one is.
    pub(super) fn open_list(&mut self) -> Option<&mut Register> {
        self.register.as_mut().filter(|register| !register.offered.is_empty())
    }

    /// Whether a list of names is open.
    pub(super) fn is_completing(&self) -> bool {
        self.register.as_ref().is_some_and(|register| !register.offered.is_empty())
    }

    /// Takes the chosen name of the open list.
    pub(super) fn take_name(&mut self) {
        let Some(register) = self.open_list() else { return };
        let name = register.offered.get(register.at).cloned().unwrap_or_default();
        register.offered.clear();
        if let FieldValue::Text(field) = &mut self.value {
            field.replace(&name);
        }
    }

    /// Closes the list that is open, if one is.
    pub(super) fn close_list(&mut self) {
        if let Some(register) = &mut self.register {
            register.offered.clear();
        }
    }

    /// The question about an unknown name that may be a slip for one in the register, or looks like no person's: the
    /// user is asked once.
    pub(super) fn slip(&mut self, words: &Words) -> Option<String> {
        let name = self.unknown()?;
        let asks = self.new_name_words(words);
        let register = self.register.as_mut().filter(|register| register.asked.as_ref() != Some(&name))?;
        let asked = match pen::name_meant(&name, &register.names) {
            Some(like) => (asks.asked)(&name, like),
            None if register.of == NamesOf::Persons && !may_be_named(&name, &register.bodies) => {
                (asks.odd)(&name)
            }
            None => return None,
        };
        register.offered.clear();
        register.asked = Some(name);
        Some(asked)
    }
}

/// A name as it is written in a field: the marker of the pen before it is none of it.
fn name_in(value: &str) -> &str {
    value.trim_start_matches('@').trim()
}
