//! Minutes that are read into a file, and what goes out of it where names are hidden.

use vidpennan::export::{FORMATS, With, render};
use vidpennan::i18n::Lang;
use vidpennan::minutes::markdown::people;
use vidpennan::minutes::read::{ReadOptions, read_quietly};
use vidpennan::model::id::MeetingId;
use vidpennan::model::{Names, Report};
use vidpennan::ops::{self, PersonDetails};
use vidpennan::report::privacy::{Finding, check};
use vidpennan::report::{Choices, KnownPeople, Material, Publication, gather};
use vidpennan::store::Store;

use super::room::{noon, options};

/// A file with people in its register and the minutes of meetings.
pub(crate) struct Archive {
    pub(crate) store: Store,
    meetings: Vec<MeetingId>,
}

impl Archive {
    /// With these people, each with a title after a semicolon or none.
    pub(crate) fn with(people: &[&str]) -> Self {
        let mut archive = Self { store: Store::in_memory(options()).unwrap(), meetings: Vec::new() };
        archive.enter(people);
        archive
    }

    /// Enters people in the register.
    pub(crate) fn enter(&mut self, people: &[&str]) {
        for person in people {
            let (name, role) = person.split_once("; ").unwrap_or((person, ""));
            let role = Some(role.to_owned()).filter(|role| !role.is_empty());
            let details = PersonDetails { name: name.to_owned(), role, ..PersonDetails::default() };
            ops::enter_person(&mut self.store, &details).unwrap();
        }
    }

    /// Reads minutes as one more meeting.
    pub(crate) fn read(&mut self, minutes: &str) {
        let minutes = read_quietly(minutes, Lang::Sv.words());
        self.meetings.push(ops::import_minutes(&mut self.store, &minutes, None).unwrap().value);
    }

    /// The same for minutes in Markdown, as people write it.
    pub(crate) fn read_markdown(&mut self, minutes: &str) {
        let options = ReadOptions { day: None, today: noon().date(), words: Lang::Sv.words() };
        let minutes = people::read(minutes, &options);
        self.meetings.push(ops::import_minutes(&mut self.store, &minutes, None).unwrap().value);
    }

    /// Reads minutes that have these lines and nothing else in their text.
    pub(crate) fn read_lines(&mut self, lines: &[&str]) {
        let lines: String = lines.iter().map(|line| ["- ", line, "\n"].concat()).collect();
        self.read(&["Samtal\n\nDatum: 2026-03-05\n\nTips\n\n", &lines].concat());
    }

    /// What actions are written of the meeting that was read last.
    pub(crate) fn actions(&self) -> Material {
        let scope = Report::Actions.usual_scope();
        let last = self.meetings[self.meetings.len() - 1];
        gather(&self.store, last, scope, Lang::Sv.words(), noon().date()).unwrap()
    }

    /// A report on the meeting that was read at this place, from 0.
    pub(crate) fn publication(&self, meeting: usize, report: Report, names: Names) -> Publication {
        let words = Lang::Sv.words();
        let scope = report.usual_scope();
        let material = gather(&self.store, self.meetings[meeting], scope, words, noon().date()).unwrap();
        let choices = Choices { names, ..Choices::default() };
        report.write(&choices.cut(&material, &KnownPeople::of(&material)), words)
    }

    /// What is found in the minutes that were read last.
    pub(crate) fn findings(&self, names: Names) -> Vec<Finding> {
        let last = self.meetings.len() - 1;
        let words = Lang::Sv.words();
        let scope = Report::Minutes.usual_scope();
        let material = gather(&self.store, self.meetings[last], scope, words, noon().date()).unwrap();
        check(&self.publication(last, Report::Minutes, names), &KnownPeople::of(&material), None)
    }

    /// The minutes that were read last, as text.
    pub(crate) fn text(&self, names: Names) -> String {
        as_text(&self.publication(self.meetings.len() - 1, Report::Minutes, names))
    }

    /// The lines of the text, by [`Self::read_lines`].
    pub(crate) fn lines(&self, names: Names) -> Vec<String> {
        self.text(names).lines().filter_map(|line| line.strip_prefix("- ")).map(str::to_owned).collect()
    }
}

/// A publication as plain text.
pub(crate) fn as_text(publication: &Publication) -> String {
    let format = FORMATS.iter().find(|format| format.ending == "txt").unwrap();
    let files = render(*format, publication, &With::new(Lang::Sv.words())).unwrap();
    String::from_utf8(files.into_iter().next().unwrap().bytes).unwrap()
}
