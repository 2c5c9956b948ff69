//! What is listed, found and written across meetings: work, searches, text files.

use chrono::NaiveDate;
use vidpennan::export::{self, Format, With};
use vidpennan::i18n::Lang;
use vidpennan::model::{Kind, Report, cell};
use vidpennan::report::{Choices, KnownPeople, ReportScope, gather};
use vidpennan::store;
use vidpennan::store::work::{self, Filter, ListedWork, Owner, WorkClass};

use super::{ALL, Picture, part};

impl Picture<'_> {
    /// The lists of work, in their order.
    pub(in super::super) fn work(&self) -> String {
        let mut lines = Vec::new();
        for (title, filter) in self.filters() {
            let listed = work::list(self.store, &filter, 0, ALL).unwrap();
            assert_eq!(work::count(self.store, &filter).unwrap(), listed.len(), "{title}");
            let names = self.names(listed.iter().map(|listed| listed.entry.id.0));
            lines.push(format!("{title}: {names}"));
            if title.starts_with("all") {
                lines.extend(listed.iter().map(|listed| self.listed(listed)));
            }
        }
        for class in [WorkClass::Challenges, WorkClass::Owed, WorkClass::Actions, WorkClass::Commitments] {
            let meetings = work::meetings(self.store, class).unwrap();
            let names = self.names(meetings.iter().map(|meeting| meeting.id.0));
            lines.push(format!("meetings with {class:?}: {names}"));
        }
        let oldest = work::oldest_unanswered(self.store, &Filter::default()).unwrap();
        lines.push(format!("oldest unanswered: {}", oldest.unwrap()));
        lines.push(format!("owners: {}", work::owners(self.store).unwrap().join(", ")));
        lines.join("\n")
    }

    fn listed(&self, listed: &ListedWork) -> String {
        let parts = [
            part("in", Some(&listed.meeting_title)),
            part("on", listed.meeting_date),
            part("under", Some(&listed.heading)),
            part("responses", Some(self.names(listed.responses.iter().map(|response| response.id.0)))),
            part("checks", Some(listed.follow_ups)),
        ];
        let (entry, kind) = (&listed.entry, cell::kind(listed.entry.kind));
        format!("  {} [{kind}] {:?}{}", self.number(entry), entry.text, parts.concat())
    }

    fn filters(&self) -> Vec<(String, Filter)> {
        let of = |class| Filter { class, ..Filter::default() };
        let (challenges, owed) = (of(WorkClass::Challenges), of(WorkClass::Owed));
        let march = NaiveDate::from_ymd_opt(2026, 3, 1);
        let mut filters = vec![
            ("all challenges".to_owned(), challenges.clone()),
            ("all that is owed".to_owned(), owed.clone()),
            ("actions".to_owned(), of(WorkClass::Actions)),
            ("commitments".to_owned(), of(WorkClass::Commitments)),
            ("owed by nobody".to_owned(), Filter { owner: Owner::Nobody, ..owed.clone() }),
            ("owed and open".to_owned(), Filter { open: Some(true), ..owed.clone() }),
            ("owed before March".to_owned(), Filter { before: march, ..owed.clone() }),
            ("owed from March on".to_owned(), Filter { from: march, ..owed.clone() }),
            ("new actions".to_owned(), Filter { status: Some(Kind::ACTION), ..of(WorkClass::Actions) }),
            ("not newly raised".to_owned(), Filter { except: Some(Kind::CHALLENGE), ..challenges.clone() }),
        ];
        for open in [true, false] {
            for answered in [true, false] {
                let title = format!("challenges, open {open}, answered {answered}");
                let filter = Filter { open: Some(open), answered: Some(answered), ..challenges.clone() };
                filters.push((title, filter));
            }
        }
        for owner in work::owners(self.store).unwrap() {
            let title = format!("owed by {owner}");
            filters.push((title, Filter { owner: Owner::Named(owner), ..owed.clone() }));
        }
        for meeting in self.meetings() {
            let title = format!("challenges of {}", self.name(meeting.id.0));
            filters.push((title, Filter { meeting: Some(meeting.id), ..challenges.clone() }));
        }
        filters
    }

    /// What a search finds for each of some queries, in its order.
    pub(in super::super) fn found(&self, queries: &[&str]) -> String {
        let mut lines = Vec::new();
        for query in queries {
            lines.push((*query).to_owned());
            for hit in store::search::find(self.store, query, ALL).unwrap() {
                let parts = [
                    part("entry", hit.entry.map(|entry| self.name(entry.id.0).to_owned())),
                    part("in", Some(self.name(hit.meeting.0))),
                    part("called", Some(hit.meeting_title)),
                    part("on", hit.meeting_date),
                ];
                lines.push(format!("  {} {:?}{}", self.name(hit.id), hit.text, parts.concat()));
            }
        }
        lines.join("\n")
    }

    /// The minutes of every meeting as a text file, with everything that they can contain.
    pub(in super::super) fn minutes(&self) -> String {
        let (words, today) = (Lang::Sv.words(), self.store.clock().today());
        let format = Format::from_code("txt").unwrap();
        let mut texts = Vec::new();
        for meeting in self.meetings() {
            let material = gather(self.store, meeting.id, ReportScope::Meeting, words, today).unwrap();
            let cut = Choices::ALL.cut(&material, &KnownPeople::of(&material));
            let publication = Report::Minutes.write(&cut, words);
            for file in export::render(format, &publication, &With::new(words)).unwrap() {
                let text = String::from_utf8(file.bytes).unwrap();
                texts.push(format!("==== {}\n{text}", self.name(meeting.id.0)));
            }
        }
        texts.join("\n")
    }
}
