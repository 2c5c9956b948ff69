//! What somebody takes on in running text: "Maja kontaktar Ines", "läggs ut av Lotta senast v. 9". It would rather
//! see no promise than one too many: the name must be that of somebody who was there, or be written in full, or the
//! sentence must say by when.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::response::is_name;
use crate::i18n::dates;
use crate::i18n::vocabulary::minutes as vocabulary;
use crate::i18n::vocabulary::names::{AND, class};
use crate::i18n::vocabulary::people::is_given;
use crate::i18n::vocabulary::promises::{self, AT_THE_LATEST, BY, PromiseVerb, VERBS};
use crate::minutes::Field;
use crate::model::{ActionStatus, Due, FieldRole, Precision, Signature};
use crate::text::slice;

/// The names of those who were at a meeting, a word at a time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Participants(BTreeSet<String>);

impl Participants {
    /// Whom the header fields name as present or absent, and who signs.
    pub fn of(fields: &[Field], signoff: &[Signature]) -> Self {
        let is_about_people = |field: &&Field| {
            let role = vocabulary::field_role(&field.label);
            matches!(role, Some(FieldRole::Present | FieldRole::Absent))
        };
        let present = fields.iter().filter(is_about_people).map(|field| field.value.as_str());
        let words = present
            .chain(signoff.iter().map(|signature| signature.name.as_str()))
            .flat_map(str::split_whitespace)
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|word| word.starts_with(char::is_uppercase));
        Self(words.map(str::to_owned).collect())
    }

    pub(super) fn know(&self, name: &[&str]) -> bool {
        name.iter().all(|word| self.0.contains(*word))
    }
}

/// Something that somebody takes on, or that is to be done by a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise {
    /// Who does it, where the words say it.
    pub owner: Option<String>,
    /// By when, where the words say it.
    pub due: Option<Due>,
}

/// The first promise in a text.
pub fn find(text: &str, participants: &Participants, date: Option<NaiveDate>) -> Option<Promise> {
    // Most lines have no such verb, and every line is checked.
    if !text.split_whitespace().any(|word| form(bare(word)).is_some()) {
        return None;
    }
    sentences(text).find_map(|sentence| Sentence::new(text, sentence, participants, date).promise())
}

/// Who is responsible for an action by its sentences: "Kim Rot tar ansvar för fikat". It is asked of actions alone.
pub(super) fn answering(text: &str, participants: &Participants) -> Option<String> {
    sentences(text).find_map(|sentence| Sentence::new(text, sentence, participants, None).answering())
}

/// How far a text says that a thing has come: "STATUS? Klart".
pub fn status(text: &str) -> Option<ActionStatus> {
    if !text.contains(['?', ':']) {
        return None;
    }
    let mut words = text.split_whitespace().rev();
    let said = promises::status(&bare(words.next()?).to_lowercase())?;
    let label = words.next()?.to_lowercase();
    promises::STATUS_LABELS.contains(&label.as_str()).then_some(said)
}

/// How far an action has come by the brackets that it ends with: "(klart)", "(Sara, klart)".
pub fn status_in_brackets(text: &str) -> Option<ActionStatus> {
    let (_, inside) = text.trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?;
    let last = inside.rsplit([',', ';', '–', ':']).next()?;
    promises::status(&bare(last.trim()).to_lowercase())
}

/// The forms of a verb of taking on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum VerbForm {
    Present,
    Infinitive,
    Passive,
}

/// The verb that a word is a form of. In Swedish the last letter shows which form that could be.
fn form(word: &str) -> Option<(&'static PromiseVerb, VerbForm)> {
    form_in(VERBS, word)
}

fn form_in(verbs: &'static [PromiseVerb], word: &str) -> Option<(&'static PromiseVerb, VerbForm)> {
    let (form, of): (VerbForm, fn(&PromiseVerb) -> &'static str) = match word.chars().next_back()? {
        'r' => (VerbForm::Present, |verb| verb.present),
        'a' | 'e' => (VerbForm::Infinitive, |verb| verb.infinitive),
        's' => (VerbForm::Passive, |verb| verb.passive),
        _ => return None,
    };
    Some((verbs.iter().find(|verb| of(verb) == word)?, form))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The sentences of a text; "v. 9" and "kl. 13" end none.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.char_indices().zip(rest.chars().skip(1).chain([' '])).find_map(|((at, c), next)| {
            let after = slice(rest, at + c.len_utf8()..).trim_start();
            let ends = matches!(c, '.' | '!' | '?') && next.is_whitespace();
            (ends && (after.is_empty() || after.starts_with(|c: char| c.is_uppercase() || c == '(')))
                .then_some(at + c.len_utf8())
        });
        let (sentence, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = after.trim_start();
        (!sentence.trim().is_empty()).then_some(sentence)
    })
}

struct Sentence<'a> {
    /// Everything that is said, for what the sentence refers to.
    whole: &'a str,
    text: &'a str,
    words: Vec<&'a str>,
    participants: &'a Participants,
    date: Option<NaiveDate>,
}

impl<'a> Sentence<'a> {
    fn new(whole: &'a str, text: &'a str, participants: &'a Participants, date: Option<NaiveDate>) -> Self {
        Self { whole, text, words: text.split_whitespace().collect(), participants, date }
    }

    fn promise(&self) -> Option<Promise> {
        let is_said = self.text.starts_with(super::bullet::DASHES) || self.text.contains(['”', '"', '“']);
        if is_said || self.is_doubtful() {
            return None;
        }
        (0..self.words.len()).find_map(|at| self.promise_at(at))
    }

    fn is_doubtful(&self) -> bool {
        let is_doubt = |word: &&str| promises::DOUBTS.contains(&bare(word).to_lowercase().as_str());
        self.text.ends_with('?') || self.words.iter().any(is_doubt)
    }

    fn answering(&self) -> Option<String> {
        if self.is_doubtful() {
            return None;
        }
        (0..self.words.len()).find_map(|at| {
            let (verb, form) = form_in(promises::ANSWERING, bare(self.words.get(at)?))?;
            // "Kim Rot ansvarar, senast 4 maj"
            let is_whole = || {
                let closes = self.words.get(at).is_some_and(|word| word.ends_with([',', '.', ';', '!', ')']));
                verb.present == promises::ANSWERS && (closes || at + 1 == self.words.len())
            };
            if !verb.particles.contains(&self.particle(at)) && !is_whole() {
                return None;
            }
            let before = without_modal(self.words.get(..at)?, form == VerbForm::Infinitive)?;
            let name = name_at_end(before)?;
            let all = before.get(self.row_start(before, before.len() - name.len())..).unwrap_or_default();
            // What a body has for its duty is no task that it was given.
            let is_somebody =
                self.participants.know(&name) || name.iter().any(|word| is_given(&word.to_lowercase()));
            (is_somebody || all.len() > 1 || verb.present != "har").then(|| owner(all))
        })
    }

    /// The word after a verb that may be a particle of it.
    fn particle(&self, at: usize) -> &'a str {
        let after = self.words.iter().skip(at + 1).map(|word| bare(word));
        after.take(4).find(|word| !promises::FILLERS.contains(word)).unwrap_or_default()
    }

    fn promise_at(&self, at: usize) -> Option<Promise> {
        let (verb, form) = form(bare(self.words.get(at)?))?;
        if !verb.particles.is_empty() && !verb.particles.contains(&self.particle(at)) {
            return None;
        }
        if form == VerbForm::Passive {
            return self.passive(at);
        }
        let before = self.words.get(..at)?;
        let before = without_modal(before, form == VerbForm::Infinitive)?;
        let name = name_at_end(before)?;
        let all = before.get(self.row_start(before, before.len() - name.len())..).unwrap_or_default();
        let due = self.due();
        let is_sure = self.participants.know(&name) || all.len() > 1 || due.is_some();
        is_sure.then(|| Promise { owner: Some(owner(all)), due })
    }

    /// Where the row of names begins whose last one begins at `last`: "Karin, Stig och Hans". Each must be known, by
    /// who was there or as a given name.
    fn row_start(&self, before: &[&str], last: usize) -> usize {
        let mut start = last;
        let and = last.checked_sub(1).and_then(|at| before.get(at));
        let mut end = last.saturating_sub(1);
        if !and.is_some_and(|and| AND.contains(and)) {
            return start;
        }
        while let Some(words) = before.get(..end).filter(|words| !words.is_empty()) {
            let ends_item = |word: &str| word.ends_with(',');
            let ends_clause = |word: &str| word.ends_with([',', ':', ';', '.']);
            let is_of_name =
                |(at, word): &(usize, &&str)| is_name(bare(word)) && (*at == 0 || !ends_clause(word));
            let length = words.iter().rev().enumerate().take_while(is_of_name).count();
            let from = end - length;
            let name: Vec<&str> =
                words.get(from..).unwrap_or_default().iter().map(|word| bare(word)).collect();
            // At the beginning of a sentence "Stig" may be a verb.
            let is_given = |word: &&str| {
                let folded = word.to_lowercase();
                is_given(&folded) && (from > 0 || !class(&folded).is_ambiguous())
            };
            let is_somebody = self.participants.know(&name) || name.first().is_some_and(is_given);
            if !(1..=3).contains(&length) || !is_somebody {
                break;
            }
            start = from;
            end = from;
            if !from.checked_sub(1).and_then(|at| before.get(at)).is_some_and(|word| ends_item(word)) {
                break;
            }
        }
        start
    }

    /// "läggs ut på hemsidan av Lotta", "skickas senast två veckor innan".
    fn passive(&self, at: usize) -> Option<Promise> {
        let after = self.words.get(at + 1..)?;
        let due = self.due();
        let by = after.iter().position(|word| *word == BY).and_then(|by| after.get(by + 1..));
        // A name ends where its word closes a clause.
        let mut is_open = true;
        let name: Vec<&str> = by
            .unwrap_or_default()
            .iter()
            .take_while(|word| std::mem::replace(&mut is_open, bare(word).len() == word.len()))
            .map(|word| bare(word))
            .take_while(|word| is_name(word))
            .collect();
        let is_name = (1..=3).contains(&name.len());
        if is_name && (self.participants.know(&name) || due.is_some()) {
            return Some(Promise { owner: Some(owner(&name)), due });
        }
        let is_dated = after.contains(&AT_THE_LATEST) && due.is_some();
        is_dated.then_some(Promise { owner: None, due })
    }

    /// By when: the first day to come in the sentence, or so many days before another day that was named.
    fn due(&self) -> Option<Due> {
        let ahead = |due: &Due| self.date.is_none_or(|date| due.day >= date);
        let named = dates::find_due(self.text, self.date).into_iter().filter_map(|found| found.read.ok());
        named.map(|read| read.due).find(ahead).or_else(|| self.due_before())
    }

    fn due_before(&self) -> Option<Due> {
        let lower: Vec<String> = self.words.iter().map(|word| bare(word).to_lowercase()).collect();
        let (days, words) = lower.windows(3).find_map(|window| match window {
            [number, unit, before] => {
                promises::days_before(number, unit, before).map(|days| (days, window.join(" ")))
            }
            _ => None,
        })?;
        let named = dates::find_due(self.whole, self.date).into_iter().find_map(|found| found.read.ok())?.due;
        let day = Some(named).filter(|due| due.precision == Precision::Day)?.day;
        Some(Due::on(day.checked_sub_days(Days::new(days))?).said(words))
    }
}

/// The words before "ska" and an infinitive; the words themselves before a verb in the present.
fn without_modal<'b, 'a>(before: &'b [&'a str], is_infinitive: bool) -> Option<&'b [&'a str]> {
    let mut before = before;
    while let [rest @ .., last] = before
        && promises::FILLERS.contains(last)
    {
        before = rest;
    }
    match before {
        _ if !is_infinitive => Some(before),
        [rest @ .., modal] if promises::MODALS.contains(modal) => Some(rest),
        _ => None,
    }
}

/// The name that words end with, where a clause begins with it.
fn name_at_end<'a>(before: &[&'a str]) -> Option<Vec<&'a str>> {
    let names = before.iter().rev().take_while(|word| is_name(word)).count();
    let (rest, name) = before.split_at_checked(before.len() - names)?;
    let begins = rest.last().is_none_or(|last| {
        last.ends_with([',', ';', ':', ')', '.', '!', '?']) || promises::JOINTS.contains(last)
    });
    let is_somebody = name.iter().all(|word| !promises::NOBODY.contains(&word.to_lowercase().as_str()));
    ((1..=3).contains(&names) && begins && is_somebody).then(|| name.to_vec())
}

fn owner(name: &[&str]) -> String {
    name.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn promise(text: &str) -> Option<(Option<String>, Option<String>)> {
        let field = Field {
            label: "Närvarande".to_owned(),
            value: "Lotta- webbansvarig, Kent – ekonomi, Maja".to_owned(),
            as_written: None,
        };
        let participants = Participants::of(&[field], &[]);
        let found = find(text, &participants, NaiveDate::from_ymd_opt(2016, 2, 15))?;
        Some((found.owner, found.due.map(|due| due.iso())))
    }

    #[test]
    fn somebody_who_was_there_takes_something_on() {
        for (text, owner, due) in [
            ("Saknar innehåll. Maja kontaktar Ines o frågar. Bra om det är klart till 28/2.", "Maja", None),
            ("Kopiera upp dagordning, Maja tar med pappersformat.", "Maja", None),
            ("Läggs ut på hemsidan, skickas av Kent.", "Kent", None),
            ("Träff i Östersund, läggs ut på hemsidan av Lotta senast v. 9.", "Lotta", Some("2016-W09")),
            ("Maja ska också ta upp det.", "Maja", None),
            ("Maja och Kent tar med kaffe.", "Maja och Kent", None),
            ("Bra. Karin, Stig Ek och Kent ordnar fika.", "Karin, Stig Ek och Kent", None),
            ("Mötet, Karin och Kent ordnar fika.", "Karin och Kent", None),
            ("Sen blir det fika och Kent ordnar det.", "Kent", None),
            ("Ola Nyman skickar ut listan före den 1 november.", "Ola Nyman", Some("2016-11-01")),
            ("Eva Lång tar med sig frågan till nästa möte.", "Eva Lång", None),
            ("Kansliet skickar ut enkäten senast den 4 maj.", "Kansliet", Some("2016-05-04")),
        ] {
            let expected = Some((Some(owner.to_owned()), due.map(str::to_owned)));
            assert_eq!(promise(text), expected, "{text}");
        }
    }

    #[test]
    fn something_is_to_be_done_by_a_day_whoever_does_it() {
        let text = "Nästa möte hålls den 11 juni kl. 13–16. Inbjudan skickas senast två veckor innan.";
        assert_eq!(promise(text), Some((None, Some("2016-05-28".to_owned()))));
    }

    #[test]
    fn what_is_no_promise_is_none() {
        for text in [
            "Kommunen skickar mejl till alla.",
            "Vi tar upp det senast den 4 maj.",
            "Maja kontaktar inte Ines.",
            "Kontaktar Maja Ines?",
            "Hemsidan ska tas upp på årsmötet.",
            "Informationen skickas av kommunen.",
            "– Lotta tar med kaffe, säger Kent.",
            "Frågan tas med till tekniska kontoret.",
            "Maja tar bussen.",
            "När Maja skickar kallelsen kommer alla.",
            "Maja valdes till sekreterare",
            "Maja berättar om arbetet.",
        ] {
            assert_eq!(promise(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_letter_shows_the_form_of_every_verb() {
        for verb in VERBS {
            assert_eq!(form(verb.present).map(|it| it.1), Some(VerbForm::Present), "{verb:?}");
            assert_eq!(form(verb.infinitive).map(|it| it.1), Some(VerbForm::Infinitive), "{verb:?}");
            let passive = (!verb.passive.is_empty()).then_some(VerbForm::Passive);
            assert_eq!(form(verb.passive).map(|it| it.1), passive, "{verb:?}");
        }
    }

    #[test]
    fn the_status_follows_its_label() {
        assert_eq!(status("Ska tas upp. STATUS? Klart"), Some(ActionStatus::Done));
        assert_eq!(status("Hemsidan. Status: pågår."), Some(ActionStatus::Ongoing));
        assert_eq!(status("STATUS? Ines har gjort klart"), None);
        assert_eq!(status("Hemsidan är klar"), None);
    }
}
