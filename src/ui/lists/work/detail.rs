//! All about one piece of work: its words in full, where it comes from, the responses, the log of follow-ups, the
//! actions made from it.

use std::ops::Range;

use ratatui::text::{Line, Span};

use super::row;
use crate::i18n::{format, labels};
use crate::minutes::details::text_in_list;
use crate::model::{Entry, FollowUp};
use crate::store::work::ListedWork;
use crate::store::{self, Marks, Store};
use crate::ui::context::Look;
use crate::ui::error::UiError;
use crate::ui::widgets::text::wrap;

/// What is read for it.
#[derive(Debug)]
pub struct WorkDetail {
    work: ListedWork,
    log: Vec<FollowUp>,
    source: Option<Entry>,
    made: Vec<Entry>,
}

impl WorkDetail {
    /// Reads what is not in the list.
    pub fn read(store: &Store, work: &ListedWork) -> Result<Self, UiError> {
        let source = match work.entry.source {
            Some(source) => store::entry::get(store, source)?,
            None => None,
        };
        Ok(Self {
            log: store::follow_up::list(store, work.entry.id)?,
            made: store::entry::made_from(store, work.entry.id)?,
            work: work.clone(),
            source,
        })
    }

    /// It in lines of this width, and which of them are each response.
    pub fn lines(
        &self,
        columns: usize,
        marks: &Marks,
        look: &Look,
    ) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
        let (theme, words) = (&look.theme, look.words);
        let entry = &self.work.entry;
        let mut lines = Vec::new();
        let mut title = row::number(entry, marks);
        if title.is_empty() {
            labels::kind(words.lang, entry.kind).clone_into(&mut title);
        }
        let status = labels::status(words.lang, entry.kind).unwrap_or_default();
        let unfinished = if entry.unfinished { words.follow_up.unfinished } else { "" };
        let mut facts = vec![status, row::symbols(entry), unfinished];
        facts.retain(|fact| !fact.is_empty());
        lines.push(Line::from(vec![
            Span::styled(title, theme.accent),
            Span::styled(format!("  {}", facts.join(" ")), theme.strong),
        ]));
        lines.extend(
            wrap(&text_in_list(entry), columns).into_iter().map(|line| Line::styled(line, theme.text)),
        );
        lines.push(Line::default());
        lines.extend(wrap(&self.about(look), columns).into_iter().map(|line| Line::styled(line, theme.dim)));
        if !entry.tags.is_empty() {
            let tags: Vec<_> = entry.tags.iter().map(|tag| format!("#{tag}")).collect();
            lines
                .extend(wrap(&tags.join(" "), columns).into_iter().map(|line| Line::styled(line, theme.dim)));
        }
        if let Some(source) = &self.source {
            heading(&mut lines, words.work.detail.source, look);
            let text = format!("{} {}", row::number(source, marks), source.text);
            lines.extend(wrap(text.trim(), columns).into_iter().map(Line::from));
        }
        let responses = self.responses(&mut lines, columns, look);
        self.log(&mut lines, columns, look);
        if !self.made.is_empty() {
            heading(&mut lines, words.work.detail.made, look);
            for action in &self.made {
                let status = labels::status(words.lang, action.kind).unwrap_or_default();
                let text = format!("{} {} ({status})", row::number(action, marks), action.text);
                lines.extend(wrap(&text, columns).into_iter().map(Line::from));
            }
        }
        (lines, responses)
    }

    /// Where and when it was said, who answers for it, by when.
    fn about(&self, look: &Look) -> String {
        let (words, today) = (look.words, look.now.date());
        let (detail, entry) = (&words.work.detail, &self.work.entry);
        let day = self.work.meeting_date.map(|day| format::short_date(words.lang, day, today));
        let parts = [
            Some(self.work.meeting_title.clone()),
            day,
            Some(self.work.heading.clone()),
            entry.provenance.table.map(detail.table),
            entry.speaker.as_deref().map(detail.said_by),
            entry.owner.as_deref().map(detail.owned_by),
            entry.due.as_ref().map(|due| (detail.due)(&row::due(words.lang, due, today))),
            Some(row::when(entry, look).0)
                .filter(|_| entry.due.as_ref().is_some_and(|due| due.day < today) && entry.kind.is_open()),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    fn responses(&self, lines: &mut Vec<Line<'static>>, columns: usize, look: &Look) -> Vec<Range<usize>> {
        let (words, theme) = (look.words, &look.theme);
        let mut found = Vec::new();
        if !matches!(self.work.entry.kind, crate::model::Kind::Challenge(_)) && self.work.responses.is_empty()
        {
            return found;
        }
        if self.work.responses.is_empty() {
            lines.push(Line::default());
            lines.push(Line::styled(words.work.detail.unanswered, theme.warning));
            return found;
        }
        heading(lines, words.work.detail.responses, look);
        for response in &self.work.responses {
            let first = lines.len();
            lines.push(Line::styled(row::response(response, look), theme.answered));
            lines.extend(
                wrap(&response.text, columns).into_iter().map(|line| Line::styled(line, theme.answered)),
            );
            let given = [
                response.author.clone(),
                response.on.map(|day| format::short_date(words.lang, day, look.now.date())),
            ];
            let given: Vec<_> = given.into_iter().flatten().collect();
            if !given.is_empty() {
                lines.push(Line::styled(given.join(" · "), theme.dim));
            }
            found.push(first..lines.len());
        }
        found
    }

    fn log(&self, lines: &mut Vec<Line<'static>>, columns: usize, look: &Look) {
        let (words, theme) = (look.words, &look.theme);
        if self.log.is_empty() {
            lines.push(Line::default());
            lines.push(Line::styled(words.work.detail.no_log, theme.dim));
            return;
        }
        heading(lines, words.work.detail.log, look);
        for check in self.log.iter().rev() {
            let outcome = labels::status(words.lang, check.outcome).unwrap_or_default();
            let day = format::short_date(words.lang, check.on, look.now.date());
            let scribe = check.scribe.as_ref().map(|scribe| format!(" · {scribe}")).unwrap_or_default();
            lines.push(Line::from(vec![
                Span::styled(outcome.to_owned(), theme.text),
                Span::styled(format!("  {day}{scribe}"), theme.dim),
            ]));
            if !check.comment.is_empty() {
                lines.extend(wrap(&check.comment, columns).into_iter().map(Line::from));
            }
        }
    }
}

fn heading(lines: &mut Vec<Line<'static>>, title: &'static str, look: &Look) {
    lines.push(Line::default());
    lines.push(Line::styled(title, look.theme.strong));
}
