//! "Ni sa – vi gjorde": what the room said, the responses to it, what has been done since, and what is still open. It
//! is addressed to those who were there, so it says "ni" and "vi" and hides nothing that has no response.

use std::collections::HashSet;

use super::document::{Block, Document, ListItem, Paragraph, Style};
use super::material::{Material, MeetingData, Work};
use super::scope::ReportScope;
use super::{figures, lines};
use crate::i18n::due::occasion_in_words;
use crate::i18n::{Words, format, labels};
use crate::minutes::{Entry, Section};
use crate::model::id::EntryId;
use crate::model::{ActionStatus, ChallengeStatus, CommitmentStatus, Kind, NoteKind, Report, SectionKind};

/// Lays out the feedback on each meeting of the material.
pub fn document(material: &Material, words: &Words) -> Document {
    let all = figures::of(&material.meetings, material.today);
    let mut document = lines::empty_report(Report::Feedback, material, words);
    document.blocks.push(Block::body((words.reports.feedback.summary)(&all)));
    if all.answered > 0 && all.waiting > 0 {
        let order = Paragraph::plain(Style::Details, words.reports.feedback.order);
        document.blocks.push(Block::Paragraph(order));
    }
    for data in &material.meetings {
        let mut page = MeetingFeedback { material, words, data, level: 1, blocks: Vec::new() };
        if material.scope == ReportScope::Programme {
            page.level = 2;
        }
        page.write();
        if page.blocks.is_empty() {
            continue;
        }
        if material.scope == ReportScope::Programme {
            document.blocks.extend(lines::meeting_heading(data, words));
        }
        document.blocks.append(&mut page.blocks);
    }
    document
}

/// What was said under one heading.
struct HeadingFeedback<'a> {
    heading: &'a str,
    answered: Vec<ListItem>,
    waiting: Vec<ListItem>,
}

/// One meeting of the report.
struct MeetingFeedback<'a> {
    material: &'a Material,
    words: &'a Words,
    data: &'a MeetingData,
    /// The level of its headings.
    level: u8,
    blocks: Vec<Block>,
}

impl<'a> MeetingFeedback<'a> {
    fn write(&mut self) {
        for theme in self.themes() {
            let items: Vec<ListItem> = theme.answered.into_iter().chain(theme.waiting).collect();
            self.section(theme.heading, None, items);
        }
        let feedback = &self.words.reports.feedback;
        self.section(feedback.also, None, self.other_actions());
        let decided = |entry: &&Entry| entry.kind == Kind::Decision;
        let decisions = self.entries().map(|(_, entry)| entry).filter(decided);
        self.section(feedback.decided, None, decisions.map(|entry| lines::item(&entry.text)).collect());
        self.promises();
        self.ending();
    }

    /// A heading and a list, unless the list is empty.
    fn section(&mut self, heading: &str, intro: Option<String>, items: Vec<ListItem>) {
        let Some(list) = lines::bullets(items) else { return };
        if !heading.is_empty() {
            self.blocks.push(lines::heading(self.level, heading));
        }
        self.blocks.extend(intro.map(Block::body));
        self.blocks.push(list);
    }

    fn entries(&self) -> impl Iterator<Item = (&'a Section, &'a Entry)> + use<'a> {
        let sections = self.data.minutes.sections.iter();
        sections.flat_map(|section| section.entries.iter().map(move |entry| (section, entry)))
    }

    /// The work of this meeting, in the order in which it was said.
    fn work(&self) -> Vec<&'a Work> {
        let mut work: Vec<&Work> = self.data.work.iter().collect();
        work.sort_by_key(|work| work.place);
        work
    }

    /// The headings with something that needs a response, in the order of the meeting.
    fn themes(&self) -> Vec<HeadingFeedback<'a>> {
        let mut themes: Vec<HeadingFeedback<'a>> = Vec::new();
        let mut put = |heading: &'a str, item: ListItem, waits: bool| {
            let at = themes.iter().position(|theme| theme.heading == heading).unwrap_or_else(|| {
                themes.push(HeadingFeedback { heading, answered: Vec::new(), waiting: Vec::new() });
                themes.len() - 1
            });
            let Some(theme) = themes.get_mut(at) else { return };
            if waits { &mut theme.waiting } else { &mut theme.answered }.push(item);
        };
        for work in self.work() {
            if let Kind::Challenge(status) = work.entry.kind {
                let waits = !work.is_answered && status.is_open();
                put(&work.heading, self.challenge(work, status, waits), waits);
            }
        }
        for (section, entry) in self.entries() {
            let asked = entry.kind == Kind::Note(NoteKind::Question);
            let answered = !entry.responses.is_empty();
            if asked && (answered || section.kind == SectionKind::Questions) {
                put(&section.heading, self.question(entry), !answered);
            }
        }
        let place = |theme: &HeadingFeedback| {
            let sections = &self.data.minutes.sections;
            sections.iter().position(|section| section.heading == theme.heading).unwrap_or(sections.len())
        };
        themes.sort_by_key(place);
        themes
    }

    fn challenge(&self, work: &Work, status: ChallengeStatus, waits: bool) -> ListItem {
        let feedback = &self.words.reports.feedback;
        let mut paragraphs = vec![lines::labelled(feedback.said, &work.entry.text)];
        paragraphs.extend(lines::responses(work, self.words));
        if waits {
            let withheld = work.entry.owner_withheld.then_some(feedback.somebody);
            let said = (feedback.unanswered)(work.entry.owner.as_deref().or(withheld));
            paragraphs.push(Paragraph::plain(Style::Body, said));
        } else if work.is_answered && work.responses.is_empty() {
            paragraphs.push(Paragraph::plain(Style::Body, feedback.answered));
        }
        for action in self.made_from(work) {
            paragraphs.extend(self.action(action));
        }
        paragraphs.extend(work.checks.iter().map(|check| lines::check(check, self.words)));
        // Where the last check ended in this status, the check says it already.
        let is_reported = work.checks.last().is_some_and(|check| check.outcome == work.entry.kind);
        if status != ChallengeStatus::Open && !is_reported {
            let status = labels::status(self.words.lang, work.entry.kind).unwrap_or_default();
            paragraphs.extend(lines::details([format!("{}: {status}", self.words.reports.state)]));
        }
        ListItem { paragraphs, under: Vec::new() }
    }

    fn question(&self, entry: &Entry) -> ListItem {
        let feedback = &self.words.reports.feedback;
        let mut paragraphs = vec![lines::labelled(feedback.asked, &entry.text)];
        let answers = entry.responses.iter();
        paragraphs.extend(answers.map(|response| lines::response(response, None, self.words)));
        if entry.responses.is_empty() {
            paragraphs.push(Paragraph::plain(Style::Body, (feedback.unanswered)(None)));
        }
        ListItem { paragraphs, under: Vec::new() }
    }

    /// The actions that were made from a challenge, at whichever meeting.
    fn made_from(&self, challenge: &Work) -> impl Iterator<Item = &'a Work> + use<'a> {
        let id = challenge.id;
        let all = self.material.meetings.iter().flat_map(|data| &data.work);
        all.filter(move |work| work.source == Some(id) && matches!(work.entry.kind, Kind::Action(_)))
    }

    /// An action: what it is, and the checks on it.
    fn action(&self, work: &Work) -> Vec<Paragraph> {
        let feedback = &self.words.reports.feedback;
        let text = lines::unstopped(&work.entry.text);
        let first = match work.entry.kind {
            Kind::Action(ActionStatus::Done) => {
                let done = work.checks.iter().rev().find(|check| check.outcome == work.entry.kind);
                let day = done.map(|check| format!(" ({})", format::long_date(self.words.lang, check.on)));
                lines::labelled(feedback.did, &format!("{text}{}", day.unwrap_or_default()))
            }
            Kind::Action(ActionStatus::Struck) => lines::labelled(feedback.dropped, text),
            _ => lines::labelled(feedback.doing, &lines::action(work, self.material.today, self.words)),
        };
        let checks = work.checks.iter().filter(|check| !check.comment.trim().is_empty());
        std::iter::once(first).chain(checks.map(|check| lines::check(check, self.words))).collect()
    }

    /// The actions that no challenge of this report was made into.
    fn other_actions(&self) -> Vec<ListItem> {
        let all = || self.material.meetings.iter().flat_map(|data| &data.work);
        let challenges = all().filter(|work| matches!(work.entry.kind, Kind::Challenge(_)));
        let reported: HashSet<EntryId> = challenges.map(|work| work.id).collect();
        let is_reported = |work: &Work| work.source.is_some_and(|source| reported.contains(&source));
        let actions = self.work().into_iter().filter(|work| matches!(work.entry.kind, Kind::Action(_)));
        actions
            .filter(|work| !is_reported(work))
            .map(|work| ListItem { paragraphs: self.action(work), under: Vec::new() })
            .collect()
    }

    fn promises(&mut self) {
        let figures = figures::of([self.data], self.material.today);
        let items: Vec<ListItem> = self.work().into_iter().filter_map(|work| self.promise(work)).collect();
        let intro = (self.words.reports.feedback.kept)(&figures);
        self.section(self.words.reports.feedback.promises, Some(intro), items);
    }

    fn promise(&self, work: &Work) -> Option<ListItem> {
        let Kind::Commitment(status) = work.entry.kind else { return None };
        let mut text = work.entry.text.clone();
        if !matches!(status, CommitmentStatus::Promised | CommitmentStatus::Archived) {
            let status = labels::status(self.words.lang, work.entry.kind).unwrap_or_default();
            text = format!("{} – {status}", lines::unstopped(&text));
        }
        let mut item = lines::item(text);
        let checks = work.checks.iter().filter(|check| !check.comment.trim().is_empty());
        item.paragraphs.extend(checks.map(|check| lines::check(check, self.words)));
        Some(item)
    }

    /// What else was noted, and when one meets again.
    fn ending(&mut self) {
        let notes = figures::of([self.data], self.material.today).notes;
        if notes > 0 {
            self.blocks.push(Block::body((self.words.reports.feedback.notes)(notes)));
        }
        let next = self.data.minutes.next.filter(|next| next.date >= self.material.today);
        if let Some(next) = next {
            let next = lines::labelled(self.words.publication.next, &occasion_in_words(self.words, &next));
            self.blocks.push(Block::Paragraph(next));
        }
    }
}
