//! Whether whoever is responsible for something is a group, one person in an office, or a person with a name: a group
//! is greeted by its whole name and spoken to as several.

use super::bodies::is_body;
use super::inflection::WordForm;
use super::people::{is_given, is_particle};
use super::subjects::person;
use super::word_list::WordList;

/// Words that begin the name of a group, in any form: "Team Öst", "Grupp A", "Alla chefer".
static GROUPS: WordList = WordList::words(
    "alla samtliga vi ni ledningen ledning team teamet teamen grupp gruppen grupperna klass klassen lag laget arbetslag
    arbetslaget bord bordet delegation delegationen panel panelen forum forumet projekt projektet kör kören gäng gänget
    krets kretsen kår kåren nätverk nätverket samverkan duo duon trio trion",
);

/// How such words end that are made up of others: "Hållbarhetsteamet".
static ENDS: WordList = WordList::words(
    "team teamet teamen grupp gruppen lag laget nätverk nätverket panelen projektet
    platsen verkstaden biblioteket bibblan köket caféet",
);

/// What whoever is responsible may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// By a given name.
    Person,
    /// By an office that one person has: "Kommunens jurist".
    Office,
    /// By the name of a group.
    Group,
}

/// What a name is the name of.
pub fn called(name: &str) -> Called {
    let words: Vec<&str> = name.split_whitespace().collect();
    let folded: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let (Some(first), Some(own)) = (words.first(), folded.first()) else { return Called::Person };
    // Names are typed in small letters too: "anna ek".
    let is_name = first.starts_with(char::is_uppercase) || words.len() < 3;
    if is_given(own) && is_name {
        return Called::Person;
    }
    let form = folded.iter().find_map(|word| person(word)).map(|(_, form)| form);
    match form {
        _ if GROUPS.contains(own) => Called::Group,
        Some(WordForm::Several | WordForm::AllKnown) => Called::Group,
        Some(_) => Called::Office,
        None if is_body(name) => Called::Group,
        None if folded.iter().any(|word| ENDS.ends(word) || has_digit(word)) => Called::Group,
        None if has_other_words(&words) || first.starts_with(char::is_lowercase) => Called::Group,
        None => Called::Person,
    }
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_digit())
}

/// Whether there are words in small letters that no name has: "Mat i skolan".
fn has_other_words(words: &[&str]) -> bool {
    words.iter().skip(1).any(|word| word.starts_with(char::is_lowercase) && !is_particle(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_persons_and_offices_are_called_differently() {
        let groups = [
            "Team god vardag",
            "Team Öst",
            "Styrgruppen",
            "styrgruppen",
            "Arbetsgruppen mat",
            "Arbetsgrupp 3",
            "Elevrådet",
            "Pensionärsrådet",
            "Ungdomsrådet i Vik",
            "Klass 4B",
            "Bord 3",
            "Kultur och fritid",
            "Socialtjänsten",
            "Hemtjänsten Norr",
            "Ledningsgruppen",
            "Kansliet",
            "Näringslivskontoret",
            "Alla chefer",
            "Rektorerna",
            "Byalaget",
            "Föräldraföreningen",
            "Nätverket Äldre ute",
            "Hållbarhetsteamet",
            "Mat i skolan",
            "Kommunstyrelsen",
            "IT",
            "ungdomsråd",
            "Mötesplatsen",
        ];
        let persons = [
            "anna",
            "anna ek",
            "May Britt Svensson",
            "Disa Ek",
            "Disa",
            "Xorn Ekwall",
            "Carl von Ahlk",
            "Anna-Karin Bo",
            "Siv Öst",
            "Eva på kontoret",
        ];
        let offices = ["Kommunens jurist", "Rektor", "Rektorn", "Enhetschef inköp", "Kommundirektören"];
        for (names, expected) in
            [(&groups[..], Called::Group), (&persons, Called::Person), (&offices, Called::Office)]
        {
            let other: Vec<&&str> = names.iter().filter(|name| called(name) != expected).collect();
            assert!(other.is_empty(), "{expected:?}: {other:?}");
        }
    }
}
