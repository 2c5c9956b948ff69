//! Who does an action and by when, where its words say it in another way than by the usual label: "(ansvarig Kim Rot)",
//! "Kim Rot tar ansvar för fikat", "Boka sal – Kim Rot, klart 4 maj". It is asked of actions alone: in other text the
//! same words say less.

use chrono::NaiveDate;

use super::assigned;
use super::attendees;
use super::owners::{DASHES, is_person, owners};
use super::promise::{self, Participants};
use super::response::is_name;
use crate::i18n::vocabulary::minutes::BEFORE_DUE;
use crate::i18n::vocabulary::people::is_given;
use crate::i18n::vocabulary::promises::{
    ACTING_BODIES, AT_THE_LATEST, BEING, BY, DOUBTS, DUE_WORDS, FOR, IS, NOBODY_YET, RESPONSIBLE, WHO,
};
use crate::i18n::{dates, format};
use crate::model::Due;
use crate::model::person::each_with_and;
use crate::text::slice;

/// Who is responsible for an action, of several with commas between them, and what is said of the day after that.
pub fn owner(
    text: &str,
    participants: &Participants,
    date: Option<NaiveDate>,
) -> Option<(String, Option<Due>)> {
    let action = WordsOfAction { text, participants, date };
    let after_words = || action.after_words().and_then(|after| owners(after, date));
    if let Some((names, rest)) = action.labelled().or_else(after_words) {
        return Some((names, due(rest, date)));
    }
    let assigned = || assigned::owner(text).map(|names| (names.to_owned(), None));
    let promised =
        || assigned().or_else(|| promise::answering(text, participants).map(|names| (names, None)));
    let named = || action.in_brackets().or_else(|| action.doing()).map(|names| (names, None));
    promised().or_else(named).or_else(|| action.at_either_end())
}

/// Who is responsible by the cell of a table, of several with commas between them.
pub fn in_cell(cell: &str) -> Option<String> {
    let cell = cell.replace("<br>", ", ");
    if is_nobody(&cell) {
        return None;
    }
    let all = cell.split([',', ';', '/', '&', '+']).flat_map(each_with_and).map(str::trim);
    let all: Vec<&str> = all.filter(|name| !name.is_empty()).collect();
    Some(if all.iter().all(|name| is_person(name)) { all.join(", ") } else { cell.trim().to_owned() })
}

/// Whether words after a label say that nobody is responsible yet: "saknas", "–", "?".
pub fn is_nobody(words: &str) -> bool {
    // "Inga" is a name too.
    let whole = words.split([',', ';', '.', '(']).next().unwrap_or_default();
    if whole.contains(' ') && each_with_and(whole).all(is_person) {
        return false;
    }
    let first = words.split_whitespace().next().unwrap_or_default();
    let first = first.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    first.is_empty() || NOBODY_YET.contains(&first.as_str())
}

/// By when an action is to be done: "klart 4 maj", "senast på fredag".
pub fn due_in_words(text: &str, date: Option<NaiveDate>) -> Option<Due> {
    let found = dates::find_due(text, date);
    found.into_iter().find_map(|found| {
        let mut before = slice(text, ..found.range.start).trim_end().to_lowercase();
        while let Some(rest) = BEFORE_DUE.iter().find_map(|word| without_word(&before, word)) {
            before = rest.to_owned();
        }
        let is_led = DUE_WORDS.iter().any(|word| without_word(&before, word).is_some());
        is_led.then(|| found.read.ok()).flatten().map(|read| read.due)
    })
}

/// Whether words say what somebody is responsible for, and begin no other clause.
fn is_matter(words: &str) -> bool {
    words.split_whitespace().count() <= 6 && !words.contains(['.', ';', '(', ')', ',', ':'])
}

/// The body that words are, where it can do something: "Tekniska kontoret", but not "Stora salen".
fn acting_body(words: &str) -> Option<String> {
    let words = words.trim().trim_end_matches('.');
    let last = words.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_name = words.starts_with(char::is_uppercase) && words.split(' ').count() < 4;
    (is_name && ACTING_BODIES.ends(&last)).then(|| words.to_owned())
}

/// What is before a word that a text ends with.
fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = text.strip_suffix(word)?;
    (!rest.ends_with(char::is_alphanumeric)).then(|| rest.trim_end())
}

fn due(words: &str, date: Option<NaiveDate>) -> Option<Due> {
    dates::find_due(words, date).into_iter().find_map(|found| found.read.ok()).map(|read| read.due)
}

struct WordsOfAction<'a> {
    text: &'a str,
    participants: &'a Participants,
    date: Option<NaiveDate>,
}

impl<'a> WordsOfAction<'a> {
    /// What follows each of these words, where they are whole words.
    fn after(&self, words: &'static [&'static str]) -> impl Iterator<Item = &'a str> {
        let lower = self.text.to_lowercase();
        // A letter whose small form has another length would move what follows.
        let text = if lower.len() == self.text.len() { self.text } else { "" };
        words.iter().flat_map(move |word| {
            let is_whole = |at: &usize| {
                let is_letter = |text: &str, ends: bool| {
                    let next = if ends { text.chars().next_back() } else { text.chars().next() };
                    next.is_some_and(|c| c.is_alphanumeric() || c == '-')
                };
                !is_letter(slice(text, ..*at), true) && !is_letter(slice(text, at + word.len()..), false)
            };
            let found: Vec<&str> = lower
                .match_indices(word)
                .map(|(at, _)| at)
                .filter(|at| !text.is_empty() && is_whole(at))
                .map(|at| slice(text, at + word.len()..))
                .collect();
            found
        })
    }

    /// "Vem: Kim Rot", "Ansvarig för bänken: Kim Rot".
    fn labelled(&self) -> Option<(String, &'a str)> {
        let asked = self.after(WHO).filter_map(|after| after.trim_start().strip_prefix([':', '?']));
        let about = self.after(RESPONSIBLE).filter_map(|after| {
            let (of_what, after) = after.strip_prefix(FOR)?.split_once(':')?;
            is_matter(of_what).then_some(after)
        });
        asked.chain(about).filter(|after| !is_nobody(after)).find_map(|after| owners(after, self.date))
    }

    /// What follows "ansvarig" where that is a name, or the word for an office: "(ansvarig Kim Rot)", "ansvarig är
    /// rektorn".
    fn after_words(&self) -> Option<&'a str> {
        self.after(RESPONSIBLE).find_map(|after| {
            let spoken = if let Some(of_what) = after.strip_prefix(FOR) {
                IS.iter().find_map(|word| {
                    let (of_what, after) = of_what.split_once(&format!(" {word} "))?;
                    is_matter(of_what).then_some(after)
                })?
            } else {
                let after = after.trim_start();
                let is = IS.iter().find_map(|word| after.strip_prefix(word)?.strip_prefix(' '));
                is.or_else(|| after.strip_prefix(['–', '—', '-', '='])).unwrap_or(after)
            };
            let spoken = spoken.trim_start();
            let (names, _) = owners(spoken, self.date).filter(|_| !is_nobody(spoken))?;
            let is_office = names.ends_with(['n', 't']) && !names.contains(' ');
            // "rektor Kim Rot", "vice ordförande Kim Rot"
            let untitled = names.trim_start_matches(|c: char| !c.is_uppercase());
            let titles =
                names.split_whitespace().take_while(|word| word.starts_with(char::is_lowercase)).count();
            let untitled = if titles <= 2 { untitled } else { "" };
            let are_persons = || untitled.split(", ").flat_map(each_with_and).all(is_person);
            (is_office || is_name(&names) || !untitled.is_empty() && are_persons()).then_some(spoken)
        })
    }

    /// Whether a name is that of somebody, beyond doubt.
    fn knows(&self, name: &str) -> bool {
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_written = is_name(name) || attendees::is_name(name);
        let is_given = || words.first().is_some_and(|first| is_given(&first.to_lowercase()));
        (1..=4).contains(&words.len()) && is_written && (self.participants.know(&words) || is_given())
    }

    /// Whether words before what is done name somebody: whom others know, or by a given name and a surname.
    fn does(&self, name: &str) -> bool {
        self.knows(name) || name.contains(' ') && attendees::is_name(name)
    }

    fn all_known(&self, names: &str) -> Option<String> {
        self.all(names, Self::knows)
    }

    fn all(&self, names: &str, is_somebody: fn(&Self, &str) -> bool) -> Option<String> {
        let names = names.trim().trim_start_matches('@').trim_end_matches('.');
        let all: Vec<&str> =
            names.split([',', '/', '&', '+']).flat_map(each_with_and).map(str::trim).collect();
        all.iter().all(|name| is_somebody(self, name)).then(|| all.join(", "))
    }

    /// The owners that words name, where each is known.
    fn known_owners(&self, words: &str) -> Option<String> {
        let (names, _) = owners(words, self.date)?;
        self.all_known(&names)
    }

    /// "Boka sal (Kim Rot)", "Boka sal [Kim och Eva, senast 4 maj]", "Kim Rot (ansvarig) bokar".
    fn in_brackets(&self) -> Option<String> {
        let pairs = [('(', ')'), ('[', ']')];
        pairs.iter().find_map(|(opens, closes)| {
            let mut before = 0;
            self.text.match_indices(*opens).find_map(|(at, _)| {
                let head = slice(self.text, before..at);
                before = at + 1;
                let (inside, _) = slice(self.text, before..).split_once(*closes)?;
                if RESPONSIBLE.contains(&inside.trim().to_lowercase().as_str()) {
                    return self.all_known(head);
                }
                self.known_owners(inside).or_else(|| acting_body(inside))
            })
        })
    }

    /// "Kim Rot målar bänken", "Bänken målas av Kim Rot".
    fn doing(&self) -> Option<String> {
        promise::sentences(self.text).find_map(|sentence| {
            let words: Vec<&str> = sentence.split_whitespace().collect();
            let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if sentence.ends_with('?') || words.iter().any(|word| DOUBTS.contains(&bare(word).as_str())) {
                return None;
            }
            let is_verb = |word: &str| {
                let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
                word.starts_with(char::is_lowercase) && word.ends_with('r') && !BEING.contains(&word)
            };
            let is_done = |at: usize| {
                at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.ends_with('s'))
            };
            let first = words.iter().position(|word| is_verb(word) || *word == "ska");
            let before = first.and_then(|at| self.all(&words.get(..at)?.join(" "), Self::does));
            before.or_else(|| {
                let by = (0..words.len()).find(|at| words.get(*at) == Some(&BY) && is_done(*at))?;
                let after = words.get(by + 1..)?;
                let end = after.iter().position(|word| *word == AT_THE_LATEST).unwrap_or(after.len());
                self.known_owners(&after.get(..end)?.join(" "))
            })
        })
    }

    /// "Kim Rot: boka sal", "Boka sal – Kim Rot", "Boka sal, Kim Rot", "Boka sal – Kim Rot – 4/12".
    fn at_either_end(&self) -> Option<(String, Option<Due>)> {
        let (text, due) = self.before_day();
        let dashes = || DASHES.iter().copied();
        let before = dashes().chain([": "]).filter_map(|mark| Some(text.split_once(mark)?.0));
        let marks = dashes().chain([" → ", " -> ", " / ", " /", " | ", " @", ". ", "; "]);
        let after = marks.filter_map(|mark| Some(text.rsplit_once(mark)?.1));
        let listed = || {
            let (before, name) = text.rsplit_once(", ")?;
            let names_nobody = !before.split_whitespace().any(|word| self.knows(word));
            names_nobody.then_some(name)
        };
        let somebody = || before.chain(after).chain(listed()).find_map(|names| self.known_owners(names));
        let somebody = || somebody().or_else(|| self.in_small(text));
        let body = || DASHES.iter().find_map(|dash| acting_body(text.rsplit_once(dash)?.1));
        Some((somebody().or_else(body)?, due))
    }

    /// The given name of one of those who were there, in small letters and with a mark for people around it: "Boka rum
    /// @per", "Köpa fika (bo)", "Skriva brev /hans", "stig: ringa".
    fn in_small(&self, text: &str) -> Option<String> {
        let text = text.trim_end().trim_end_matches('.');
        let marked = [" @", " /"].iter().find_map(|mark| Some(text.rsplit_once(mark)?.1));
        let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, name)| name);
        let before = text.split_once(": ").map(|(name, _)| name);
        [marked, bracketed, before].into_iter().flatten().find_map(|name| {
            let name = name.trim_start_matches('@');
            let is_small = name.chars().all(char::is_lowercase) && is_given(name);
            let name = format::capitalised(name);
            (is_small && self.participants.know(&[name.as_str()])).then_some(name)
        })
    }

    /// What is before the day that a text closes with after a mark, and that day.
    fn before_day(&self) -> (&'a str, Option<Due>) {
        let marks = DASHES.iter().copied().chain([", ", "; ", " / ", " | "]);
        let ends = marks.filter_map(|mark| self.text.rsplit_once(mark));
        let Some((before, last)) = ends.max_by_key(|(before, _)| before.len()) else {
            return (self.text, None);
        };
        let last = last.trim().trim_end_matches('.');
        let found = dates::find_due(last, self.date);
        let [found] = found.as_slice() else { return (self.text, None) };
        let mut lead = slice(last, ..found.range.start).trim_end().to_lowercase();
        while let Some(rest) = DUE_WORDS.iter().chain(BEFORE_DUE).find_map(|word| without_word(&lead, word)) {
            lead = rest.to_owned();
        }
        let is_day = lead.is_empty() && found.range.end == last.len();
        match found.read.as_ref() {
            Ok(read) if is_day => (before.trim_end(), Some(read.due.clone())),
            _ => (self.text, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<String>, Option<String>) {
        let date = NaiveDate::from_ymd_opt(2019, 11, 12);
        let found = owner(text, &Participants::default(), date);
        let day = found.as_ref().and_then(|(_, due)| due.clone()).or_else(|| due_in_words(text, date));
        (found.map(|(names, _)| names), day.map(|due| due.iso()))
    }

    #[test]
    fn the_words_of_an_action_say_who_does_it() {
        for (text, owner, due) in [
            ("Boka sal (ansvarig Märta Rot)", "Märta Rot", None),
            ("Boka sal (ansvarig rektor Märta Rot)", "rektor Märta Rot", None),
            ("Boka sal (ansvarig rektorn)", "rektorn", None),
            ("Boka sal. Ansvarig är Örjan Al.", "Örjan Al", None),
            ("Boka sal. Ansvariga är Örjan Al och Eva Ek", "Örjan Al, Eva Ek", None),
            ("Ansvarig för bänken vid ån: Eva Ek", "Eva Ek", None),
            ("Diska. Vem: Eva Ek", "Eva Ek", None),
            ("Diska. Vem? Eva, klart 4/12", "Eva", Some("2019-12-04")),
            ("Diska. Utförs av: Kansliet", "Kansliet", None),
            ("Eva Ek ansvarar för att bänken målas", "Eva Ek", None),
            ("Eva Ek ska ansvara för att bänken målas", "Eva Ek", None),
            ("Kansliet ansvarar för kallelsen", "Kansliet", None),
            ("Eva tar ansvar för fikat", "Eva", None),
            ("Fika: Eva Ek och Örjan Al är ansvariga för det", "Eva Ek och Örjan Al", None),
            ("Putsa fönster (Eva Ek)", "Eva Ek", None),
            ("Putsa fönster (Eva och Örjan, senast 4/12)", "Eva, Örjan", Some("2019-12-04")),
            ("Putsa fönster – Eva Ek", "Eva Ek", None),
            ("Putsa fönster [Eva Ek]", "Eva Ek", None),
            ("Putsa fönster /Eva Ek", "Eva Ek", None),
            ("Putsa fönster. Eva Ek.", "Eva Ek", None),
            ("Putsa fönster; Eva, 4/12", "Eva", Some("2019-12-04")),
            ("Putsa fönster – Eva Ek ansvarar, senast 4/12", "Eva Ek", Some("2019-12-04")),
            ("Putsa fönster, Eva ansvarar.", "Eva", None),
            ("Sixten Bly får i uppdrag att skriva brev.", "Sixten Bly", None),
            ("Eva och Örjan fick i uppdrag att måla.", "Eva och Örjan", None),
            ("Kansliet får i uppdrag att skriva brev.", "Kansliet", None),
            ("Det uppdras åt Ellen Ljung att ringa.", "Ellen Ljung", None),
            ("Uppdras åt Ellen Ljung att ringa.", "Ellen Ljung", None),
            ("Vi ger Ellen Ljung i uppdrag att ringa.", "Ellen Ljung", None),
            ("Rektor Eva Ek ges i uppdrag att ringa.", "Rektor Eva Ek", None),
            ("Putsa fönster; ansv. E. Ek", "E. Ek", None),
            ("Eva Ek (ansvarig) putsar fönster", "Eva Ek", None),
            ("Ansvarig Eva Ek: putsa fönster", "Eva Ek", None),
            ("Ansvarig för lokalen är Eva Ek", "Eva Ek", None),
            ("Fritidschefen ansvarar för nyckeln", "Fritidschefen", None),
            ("Putsa fönster, Eva Ek", "Eva Ek", None),
            ("Eva Ek: putsa fönster", "Eva Ek", None),
            ("Eva Ek målar bänken", "Eva Ek", None),
            ("Eva och Örjan målar.", "Eva, Örjan", None),
            ("Zlatko Prpić fixar!", "Zlatko Prpić", None),
            ("Diska. Vem: Inga Ek", "Inga Ek", None),
            ("Bänken målas av Eva Ek senast 4/12", "Eva Ek", Some("2019-12-04")),
            ("Måla port; klart 4 december; ansvarig Eva Ek", "Eva Ek", Some("2019-12-04")),
            ("Köpa plantor – Eva Ek – 4/12", "Eva Ek", Some("2019-12-04")),
            ("Köpa plantor, Eva, senast 4/12.", "Eva", Some("2019-12-04")),
            ("Köpa plantor / Eva Ek / 4 december", "Eva Ek", Some("2019-12-04")),
            ("Köpa plantor | Eva | klart 4/12", "Eva", Some("2019-12-04")),
            ("Boka lokal (Tekniska kontoret)", "Tekniska kontoret", None),
            ("Boka buss – Kulturförvaltningen – 4/12", "Kulturförvaltningen", Some("2019-12-04")),
        ] {
            let expected = (Some(owner.to_owned()), due.map(str::to_owned));
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn an_action_without_anybody_has_nobody() {
        for text in [
            "Boka sal (ansvarig saknas)",
            "Boka sal. Ansvarig är inte utsedd.",
            "Boka sal. Vem?",
            "Vem: ?",
            "Utse ansvarig för bänken",
            "Utse ansvarig chef",
            "Lös frågan om vem som är ansvarig",
            "Skriv till Eva von Ek",
            "Ring Eva Ek",
            "Eva Ek behöver en nyckel",
            "Eva Ek ansvarar inte för det",
            "Hyr lokal (Stora salen)",
            "Bjud in Eva Ek, Örjan Al",
            "Kommunen har ansvar för gatan",
            "Boka Folkets hus – lokal",
            "Möte om hamnen – 4/12",
            "Städa köket, 4/12",
            "Träff (på kontoret)",
            "Bänken behöver målas",
            "Utemiljön målar.",
            "Vi får i uppdrag att skriva brev.",
            "Alla får i uppdrag att ringa.",
            "Fråga vem som får i uppdrag att ringa.",
            "Det uppdras inte åt Eva Ek att ringa.",
        ] {
            assert_eq!(read(text).0, None, "{text}");
        }
    }
}
