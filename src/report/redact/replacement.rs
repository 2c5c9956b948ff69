//! What replaces a name: the role, a pseudonym, initials, or a word for somebody; and how that reads where the name
//! was.

use crate::i18n::occupations::{Occupation, title_of_signer};
use crate::i18n::vocabulary::inflection::after_genitive;
use crate::i18n::{Lang, format, labels};
use crate::model::Names;
use crate::report::people::initials::initials;
use crate::report::people::{KnownPeople, KnownPerson};

/// What replaces a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Replacement {
    /// Words that never change but for a genitive: "Person B4827", "Å.L.", "N.N.".
    Fixed(String),
    /// What somebody is by occupation.
    Role {
        /// As it is in a field or a list, with a capital letter.
        title: String,
        /// As it is in a sentence.
        within: Occupation,
    },
    /// One of those who were there.
    Somebody {
        /// What the register says that they are, where that is no occupation ("HR"); otherwise empty.
        what: String,
    },
}

/// Where a name was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NamePosition {
    /// What it was a part of.
    pub within: NameSetting,
    /// What the words before it ask for.
    pub asked: AskedForm,
    /// Whether it is the first word of a sentence.
    pub opens: bool,
    /// Whether it says whose something is: "Annas".
    pub genitive: bool,
    /// Where the sentence has others whom the same word replaces.
    pub which: OneOfAlike,
}

/// Which of several people in a sentence whom the same word replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum OneOfAlike {
    /// There are no others: "läraren".
    #[default]
    Only,
    /// The one who is named first: "en lärare".
    First,
    /// "läraren" after "en lärare".
    FirstAgain,
    /// The one who is named after the first: "en annan lärare".
    Other,
    /// "den andra läraren" after "en annan lärare".
    OtherAgain,
    /// "ännu en lärare" after two.
    OneMore,
    /// "en av lärarna" after "två lärare".
    OneOfThose,
}

/// What a name is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NameSetting {
    /// Text that is read from one word to the next.
    #[default]
    Sentence,
    /// A field or a list of names.
    List,
    /// A word that a hyphen joins it to: "Åsa-gruppen".
    Compound,
}

/// The form that the words before a name ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum AskedForm {
    /// None: "rektorn", "en deltagare".
    #[default]
    Any,
    /// After "vår": "rektor", "deltagare".
    Bare,
    /// After "den nya": "rektorn", "deltagaren".
    Definite,
}

impl OneOfAlike {
    /// How a word reads for this one.
    fn form(self, forms: &Occupation, lang: Lang) -> String {
        match self {
            Self::Only | Self::FirstAgain => forms.definite.clone(),
            Self::First => forms.indefinite.clone(),
            Self::Other => forms.another(lang),
            Self::OtherAgain => forms.other(lang),
            Self::OneMore => forms.one_more(lang),
            Self::OneOfThose => forms.one_of_those(lang),
        }
    }
}

impl Replacement {
    /// Somebody of whom nothing is said.
    pub(super) const SOMEBODY: Self = Self::Somebody { what: String::new() };

    /// What replaces a known person with this choice; `None` where names may be shown.
    /// The code is that of the pseudonym.
    pub(super) fn of(
        names: Names,
        person: &KnownPerson,
        code: &str,
        people: &KnownPeople,
        lang: Lang,
    ) -> Option<Self> {
        match names {
            Names::Written | Names::Full => None,
            Names::None => Some(Self::nameless(lang)),
            Names::Initials => Some(Self::initials(&person.name, lang)),
            Names::Pseudonym => Some(Self::Fixed(labels::pseudonym(lang, code))),
            Names::Role => Some(Self::role(&person.role, people, lang)),
        }
    }

    /// What replaces somebody who is called so and is not one known person.
    pub(super) fn of_called(names: Names, called: &str, lang: Lang) -> Option<Self> {
        match names {
            Names::Written | Names::Full => None,
            Names::None => Some(Self::nameless(lang)),
            Names::Initials => Some(Self::initials(called, lang)),
            Names::Pseudonym | Names::Role => Some(Self::SOMEBODY),
        }
    }

    /// For somebody of whom nothing is said.
    pub(super) fn nameless(lang: Lang) -> Self {
        Self::Fixed(labels::nameless(lang).to_owned())
    }

    fn initials(called: &str, lang: Lang) -> Self {
        match initials(called) {
            none if none.is_empty() => Self::nameless(lang),
            initials => Self::Fixed(initials),
        }
    }

    /// A role that names somebody ("Evas assistent") hides nobody.
    fn role(role: &str, people: &KnownPeople, lang: Lang) -> Self {
        let role = role.trim();
        if role.is_empty() || title_of_signer(role).is_none() || !people.find(role).is_empty() {
            return Self::SOMEBODY;
        }
        let somebody = || Self::Somebody { what: role.to_owned() };
        Self::titled(role, lang).unwrap_or_else(somebody)
    }

    /// Somebody with this title; `None` where it is no occupation.
    pub(super) fn titled(title: &str, lang: Lang) -> Option<Self> {
        let within = Occupation::of(lang, title)?;
        Some(Self::Role { title: format::capitalised(title.trim()), within })
    }

    /// The forms in which it is said in a sentence; `None` for what has no forms.
    pub(super) fn occupation(&self, lang: Lang) -> Option<Occupation> {
        match self {
            Self::Fixed(_) => None,
            Self::Role { within, .. } => Some(within.clone()),
            Self::Somebody { .. } => Some(Occupation::participant(lang)),
        }
    }

    /// How it reads at a place.
    pub(super) fn at(&self, place: NamePosition, lang: Lang) -> String {
        let NamePosition { within: setting, asked, opens, genitive, which } = place;
        let (is_list, is_joined) = (setting == NameSetting::List, setting == NameSetting::Compound);
        let text = match self {
            Self::Fixed(text) if is_joined => joined(text),
            Self::Fixed(text) if genitive => fixed_genitive(text, lang),
            Self::Fixed(text) => text.clone(),
            Self::Role { title, .. } if is_list && genitive => format::genitive(lang, title),
            Self::Role { title, .. } if is_list => title.clone(),
            Self::Role { title, .. } if is_joined => {
                format::lowered(title.split([' ', ',']).next().unwrap_or(title))
            }
            Self::Role { .. } | Self::Somebody { .. }
                if asked == AskedForm::Any
                    && setting == NameSetting::Sentence
                    && which != OneOfAlike::Only =>
            {
                let form = self.occupation(lang).map_or_else(String::new, |forms| which.form(&forms, lang));
                if genitive { format::genitive(lang, &form) } else { form + &self.note() }
            }
            Self::Role { within, .. } => match (asked, genitive) {
                (AskedForm::Bare, true) => format::genitive(lang, &within.bare),
                (AskedForm::Bare, false) => within.bare.clone(),
                (_, true) => within.genitive.clone(),
                (_, false) => within.definite.clone(),
            },
            Self::Somebody { .. } if is_joined => joined(labels::nameless(lang)),
            Self::Somebody { what } => {
                let forms = Occupation::participant(lang);
                let form = match asked {
                    AskedForm::Any => forms.indefinite,
                    AskedForm::Bare => forms.bare,
                    AskedForm::Definite => forms.definite,
                };
                if genitive { format::genitive(lang, &form) } else { form + &note(what) }
            }
        };
        let is_capital = opens || is_list && !matches!(self, Self::Fixed(_));
        if is_capital { format::capitalised(&text) } else { text }
    }

    /// How several read who are replaced alike; `None` where each is named on its own.
    pub(super) fn several(&self, number: usize, place: NamePosition, lang: Lang) -> Option<String> {
        let forms = self.occupation(lang)?;
        let text = match place.within {
            NameSetting::List => format!("{number} {}", forms.plural),
            _ if matches!(place.which, OneOfAlike::Other | OneOfAlike::OneMore) => {
                forms.several_others(lang, number)
            }
            _ => forms.several(lang, number),
        };
        let text = if place.genitive { format::genitive(lang, &text) } else { text + &self.note() };
        Some(if place.opens { format::capitalised(&text) } else { text })
    }

    /// What is said of somebody in parentheses after them.
    pub(super) fn note(&self) -> String {
        if let Self::Somebody { what } = self { note(what) } else { String::new() }
    }

    /// How it reads with the noun that a hyphen joined the name to: "Åsa-gruppen" becomes "rektorns grupp". `None`
    /// where the noun has no such form.
    pub(super) fn with_noun(&self, noun: &str, which: OneOfAlike, lang: Lang) -> Option<String> {
        let of = match self {
            Self::Fixed(_) => return None,
            _ if which != OneOfAlike::Only => {
                format::genitive(lang, &which.form(&self.occupation(lang)?, lang))
            }
            Self::Role { within, .. } => within.genitive.clone(),
            Self::Somebody { .. } => format::genitive(lang, labels::somebody(lang)),
        };
        Some(format!("{of} {}", after_genitive(noun)?))
    }
}

fn note(what: &str) -> String {
    if what.is_empty() { String::new() } else { format!(" ({what})") }
}

/// "Å.L:s", "Person B4827:s".
fn fixed_genitive(text: &str, lang: Lang) -> String {
    match text.strip_suffix('.') {
        Some(initials) if lang == Lang::Sv => format!("{initials}:s"),
        _ => format::genitive(lang, text),
    }
}

/// Before a hyphen: "ÅL-gruppen".
fn joined(text: &str) -> String {
    if text.ends_with('.') { text.replace(['.', '-'], "") } else { text.to_owned() }
}
