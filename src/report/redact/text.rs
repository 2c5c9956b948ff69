//! What replaces names: the role of each person, or a pseudonym that is the same everywhere.

use std::collections::HashSet;

use crate::i18n::{Lang, format, labels};
use crate::minutes::{Entry, Field, Minutes, Response};
use crate::model::{Due, Meeting, Names, Signature};
use crate::report::material::Material;
use crate::report::people::initials::initials;
use crate::report::people::{KnownPeople, KnownPerson, Mention, Who};
use crate::text::slice;

/// Replaces the names of known people in texts.
#[derive(Debug)]
pub(crate) struct Mask<'a> {
    people: &'a KnownPeople,
    /// What replaces each of [`KnownPeople::persons`]; `None` for those who may be named.
    of: Vec<Option<String>>,
    /// Whether everybody is hidden, including mentions that fit several people.
    hides_all: bool,
    lang: Lang,
}

impl<'a> Mask<'a> {
    /// `None` where names may be shown, or are left out by [`super::fields::NameFields`].
    pub(crate) fn new(names: Names, people: &'a KnownPeople, lang: Lang) -> Option<Self> {
        let somebody = labels::somebody(lang);
        let of: Vec<String> = match names {
            Names::Written | Names::None | Names::Initials | Names::Full => return None,
            Names::Pseudonym => {
                people.persons().iter().map(|person| labels::pseudonym(lang, person.number)).collect()
            }
            Names::Role => people
                .persons()
                .iter()
                // A role that names somebody ("Evas assistent") hides nobody.
                .map(|person| match person.role.trim() {
                    role if role.is_empty() || !people.find(role).is_empty() => somebody.to_owned(),
                    role => uncapitalised(role),
                })
                .collect(),
        };
        Some(Self { people, of: of.into_iter().map(Some).collect(), hides_all: true, lang })
    }

    /// Hides only those whose name `with` has and `without` does not: by initials, or by a word for somebody.
    pub(crate) fn left_out(
        with: &str,
        without: &str,
        names: Names,
        people: &'a KnownPeople,
        lang: Lang,
    ) -> Self {
        let found_in = |text: &str| -> HashSet<usize> {
            let one = |mention: Mention| if let Who::One(at) = mention.who { Some(at) } else { None };
            people.find(text).into_iter().filter_map(one).collect()
        };
        let (with, without) = (found_in(with), found_in(without));
        let instead = |(at, person): (usize, &KnownPerson)| {
            let is_hidden = with.contains(&at) && !without.contains(&at);
            let initials = Some(initials(&person.name)).filter(|_| names == Names::Initials);
            is_hidden.then(|| initials.unwrap_or_else(|| labels::somebody(lang).to_owned()))
        };
        let of = people.persons().iter().enumerate().map(instead).collect();
        Self { people, of, hides_all: false, lang }
    }

    /// The text with nobody named in it who is known.
    pub(crate) fn text(&self, text: &str) -> String {
        let found = self.people.find(text);
        let mut hidden = String::with_capacity(text.len());
        let mut from = 0;
        for mention in found {
            if mention.at.start < from || self.may_be_shown(&mention) {
                continue;
            }
            hidden.push_str(slice(text, from..mention.at.start));
            hidden.push_str(&self.instead(&mention));
            from = mention.at.end;
        }
        hidden.push_str(slice(text, from..));
        hidden
    }

    /// A value that is a whole name, or several of them.
    pub(crate) fn name(&self, name: &str) -> String {
        let known = self.people.named(name);
        let at = known.and_then(|known| self.people.persons().iter().position(|person| person == known));
        match at.and_then(|at| self.of.get(at)).and_then(Option::as_ref) {
            Some(instead) => format::capitalised(instead),
            None => self.text(name),
        }
    }

    fn may_be_shown(&self, mention: &Mention) -> bool {
        let is_known = matches!(mention.who, Who::One(at) if self.of.get(at).is_some_and(Option::is_some));
        !self.hides_all && !is_known
    }

    fn instead(&self, mention: &Mention) -> String {
        let is_unknown = mention.who == Who::Stranger;
        if let Some(hidden) = mention.naming.contact().filter(|_| is_unknown) {
            return labels::hidden_contact(self.lang, hidden).to_owned();
        }
        let own = match mention.who {
            Who::One(at) => self.of.get(at).and_then(Option::as_deref),
            Who::Somebody | Who::Stranger => None,
        };
        let own = own.unwrap_or_else(|| labels::somebody(self.lang));
        let own = if mention.opens { format::capitalised(own) } else { own.to_owned() };
        if mention.genitive { format::genitive(self.lang, &own) } else { own }
    }
}

/// A title as it is written within a sentence: "Processledare LKP" begins with a small letter, "IT-tekniker" and
/// "HR-chef" do not.
fn uncapitalised(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if second.is_none_or(char::is_lowercase) => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        _ => title.to_owned(),
    }
}

/// Every text of a material.
impl Mask<'_> {
    /// Everything in it but the register.
    pub(crate) fn material(&self, material: &mut Material) {
        if let Some(programme) = &mut material.programme {
            self.put(&mut programme.name);
            programme.values.iter_mut().chain(&mut programme.goals).for_each(|text| self.put(text));
        }
        for data in &mut material.meetings {
            self.meeting(&mut data.meeting);
            self.minutes(&mut data.minutes);
            for work in &mut data.work {
                self.put(&mut work.heading);
                self.entry(&mut work.entry);
                work.responses.iter_mut().for_each(|given| self.response(&mut given.response));
                for check in &mut work.checks {
                    self.put(&mut check.comment);
                    self.put_name(&mut check.scribe);
                }
            }
        }
    }

    fn meeting(&self, meeting: &mut Meeting) {
        for text in [&mut meeting.title, &mut meeting.place, &mut meeting.audience, &mut meeting.reference] {
            self.put(text);
        }
        self.signoff(&mut meeting.signoff, &mut meeting.signoff_as_written, &[]);
    }

    /// Minutes with nobody named in them who is known.
    pub(crate) fn minutes(&self, minutes: &mut Minutes) {
        self.put(&mut minutes.title);
        self.put_maybe(&mut minutes.place);
        self.put_maybe(&mut minutes.reference);
        self.signoff(&mut minutes.signoff, &mut minutes.signoff_as_written, &minutes.fields);
        for field in &mut minutes.fields {
            field.value = self.name(&field.value);
            self.put_maybe(&mut field.as_written);
        }
        for section in &mut minutes.sections {
            self.put(&mut section.heading);
            self.put_maybe(&mut section.as_written);
            section.intro.iter_mut().for_each(|text| self.put(text));
            section.entries.iter_mut().for_each(|entry| self.entry(entry));
        }
        minutes.remarks.iter_mut().for_each(|remark| self.put(&mut remark.message));
    }

    /// A title beside a pseudonym would give the person away, and beside a role it would be there twice: it is removed.
    /// A signature from a header field ("Vid pennan: Ulrika") keeps its label, by which it is recognised as that field.
    fn signoff(&self, signoff: &mut Vec<Signature>, as_written: &mut Option<String>, fields: &[Field]) {
        if !signoff.is_empty() {
            *as_written = None;
        }
        self.put_maybe(as_written);
        for signature in signoff {
            if !fields.iter().any(|field| field.is_signature(signature)) {
                signature.role.clear();
            }
            signature.name = self.name(&signature.name);
        }
    }

    fn entry(&self, entry: &mut Entry) {
        self.put(&mut entry.text);
        for name in [&mut entry.owner, &mut entry.owner_spelled, &mut entry.speaker] {
            self.put_name(name);
        }
        if let Some(from) = &mut entry.provenance {
            self.put_name(&mut from.scribe);
        }
        self.due(&mut entry.due);
        entry.responses.iter_mut().for_each(|response| self.response(response));
        // A tag is one word, and no single word means "somebody".
        entry.tags.retain(|tag| self.people.find(tag).is_empty());
    }

    fn response(&self, response: &mut Response) {
        self.put(&mut response.text);
        self.put_maybe(&mut response.as_written);
        self.due(&mut response.due);
    }

    fn due(&self, due: &mut Option<Due>) {
        self.put_maybe(due.as_mut().map_or(&mut None, |due| &mut due.words));
    }

    fn put(&self, text: &mut String) {
        *text = self.text(text);
    }

    fn put_maybe(&self, text: &mut Option<String>) {
        if let Some(text) = text {
            self.put(text);
        }
    }

    fn put_name(&self, name: &mut Option<String>) {
        if let Some(name) = name {
            *name = self.name(name);
        }
    }
}
