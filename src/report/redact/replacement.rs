//! What replaces a name: the role, a pseudonym, initials, or a word for somebody; and how that reads where the name
//! was.

use crate::i18n::occupations::{Occupation, number_in_words};
use crate::i18n::{Lang, format, labels};
use crate::model::Names;
use crate::report::people::initials::initials;
use crate::report::people::{KnownPeople, KnownPerson};

/// What replaces a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Replacement {
    /// Words that never change but for a genitive: "Person 3", "Å.L.", "N.N.".
    Fixed(String),
    /// What somebody is by occupation.
    Role {
        /// As it is in a field or a list, with a capital letter.
        title: String,
        /// As it is in a sentence.
        within: Occupation,
    },
    /// One of those who were there.
    Somebody,
}

/// Where a name was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct NamePosition {
    /// What it was a part of.
    pub within: NameSetting,
    /// Whether it is the first word of a sentence.
    pub opens: bool,
    /// Whether it says whose something is: "Annas".
    pub genitive: bool,
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

impl Replacement {
    /// What replaces a known person with this choice; `None` where names may be shown.
    pub(super) fn of(names: Names, person: &KnownPerson, people: &KnownPeople, lang: Lang) -> Option<Self> {
        match names {
            Names::Written | Names::Full => None,
            Names::None => Some(Self::nameless(lang)),
            Names::Initials => Some(Self::initials(&person.name, lang)),
            Names::Pseudonym if person.number == 0 => Some(Self::Somebody),
            Names::Pseudonym => Some(Self::Fixed(labels::pseudonym(lang, person.number))),
            Names::Role => Some(Self::role(&person.role, people, lang)),
        }
    }

    /// What replaces somebody who is called so and is not one known person.
    pub(super) fn of_called(names: Names, called: &str, lang: Lang) -> Option<Self> {
        match names {
            Names::Written | Names::Full => None,
            Names::None => Some(Self::nameless(lang)),
            Names::Initials => Some(Self::initials(called, lang)),
            Names::Pseudonym | Names::Role => Some(Self::Somebody),
        }
    }

    fn nameless(lang: Lang) -> Self {
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
        let names_nobody = !role.trim().is_empty() && people.find(role).is_empty();
        match Occupation::of(lang, role).filter(|_| names_nobody) {
            Some(within) => Self::Role { title: format::capitalised(role.trim()), within },
            None => Self::Somebody,
        }
    }

    /// How it reads at a place.
    pub(super) fn at(&self, place: NamePosition, lang: Lang) -> String {
        let NamePosition { within: setting, opens, genitive } = place;
        let (is_list, is_joined) = (setting == NameSetting::List, setting == NameSetting::Compound);
        let text = match self {
            Self::Fixed(text) if genitive => fixed_genitive(text, lang),
            Self::Fixed(text) => text.clone(),
            Self::Role { title, .. } if is_list && genitive => format::genitive(lang, title),
            Self::Role { title, .. } if is_list => title.clone(),
            Self::Role { title, .. } if is_joined => {
                format::lowered(title.split([' ', ',']).next().unwrap_or(title))
            }
            Self::Role { within, .. } if genitive => within.genitive.clone(),
            Self::Role { within, .. } => within.definite.clone(),
            Self::Somebody if is_joined => labels::nameless(lang).to_owned(),
            Self::Somebody if genitive => format::genitive(lang, labels::somebody(lang)),
            Self::Somebody => labels::somebody(lang).to_owned(),
        };
        let is_capital = opens || is_list && matches!(self, Self::Somebody);
        if is_capital { format::capitalised(&text) } else { text }
    }

    /// How several read who are replaced alike; `None` where each is named on its own.
    pub(super) fn several(&self, number: usize, place: NamePosition, lang: Lang) -> Option<String> {
        let text = match self {
            Self::Fixed(_) => return None,
            Self::Role { within, .. } => within.several(lang, number),
            Self::Somebody if place.within == NameSetting::List => {
                format!("{number} {}", labels::participants(lang))
            }
            Self::Somebody => format!("{} {}", number_in_words(lang, number), labels::participants(lang)),
        };
        let text = if place.genitive { format::genitive(lang, &text) } else { text };
        Some(if place.opens { format::capitalised(&text) } else { text })
    }
}

/// "Å.L:s", "Person 3:s".
fn fixed_genitive(text: &str, lang: Lang) -> String {
    match text.strip_suffix('.') {
        Some(initials) if lang == Lang::Sv => format!("{initials}:s"),
        _ => format::genitive(lang, text),
    }
}
