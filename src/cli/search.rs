//! `vidpennan search`: what was found, that of the newest meeting first. JSON is an array of objects with
//! `id kind text meeting date entry`.

use clap::ArgMatches;
use serde::Serialize;

use super::{CommandResult, Desk, list, warn};
use crate::i18n::labels;
use crate::model::Coded;
use crate::model::history::Entity;
use crate::store::Store;
use crate::store::search::{Hit, by_meeting};

#[derive(Serialize)]
struct HitRow<'a> {
    id: String,
    kind: &'static str,
    text: &'a str,
    meeting: &'a str,
    date: Option<String>,
    entry: Option<String>,
}

/// Searches all meetings for the words of the arguments.
pub(super) fn run(desk: &mut Desk, store: &Store, matches: &ArgMatches) -> CommandResult {
    let query: Vec<&str> =
        matches.get_many::<String>("query").into_iter().flatten().map(String::as_str).collect();
    let query = query.join(" ");
    let limit = matches.get_one::<u32>("limit").map_or(usize::MAX, |limit| *limit as usize);
    let found = by_meeting(store, &query, limit.saturating_add(1))?;
    let (shown, more) = found.split_at_checked(limit).unwrap_or((&found, &[]));
    if matches.get_flag("json") {
        let rows: Vec<HitRow> = shown.iter().map(row).collect();
        return list::say_json(desk, &rows);
    }
    say(desk, &query, shown)?;
    if !more.is_empty() {
        warn(&(desk.words.cli.said.more)(limit));
    }
    Ok(())
}

/// Prints what was found, a line each.
pub(super) fn say(desk: &mut Desk, query: &str, hits: &[Hit]) -> CommandResult {
    if hits.is_empty() {
        warn(&(desk.words.cli.said.not_found)(query));
    }
    for hit in hits {
        let words = desk.words;
        // The entry of a response is the challenge that it answers.
        let response = (hit.entity == Entity::Response).then_some(words.search.response);
        let kind = response.or_else(|| Some(labels::kind(words.lang, hit.entry.as_ref()?.kind)));
        let date = hit.meeting_date.map(|date| format!("{date}  ")).unwrap_or_default();
        let kind = kind.map(|kind| format!(" · {kind}")).unwrap_or_default();
        desk.say(&format!("{date}{}{kind}  {}", hit.meeting_title, hit.text))?;
    }
    Ok(())
}

fn row(hit: &Hit) -> HitRow<'_> {
    HitRow {
        id: hit.id.to_string(),
        kind: hit.entity.code(),
        text: &hit.text,
        meeting: &hit.meeting_title,
        date: hit.meeting_date.map(|date| date.to_string()),
        entry: hit.entry.as_ref().map(|entry| entry.id.0.to_string()),
    }
}
