//! An entry as the pen would write it: the line that means just this entry, for it to be edited as it was typed.

use chrono::{Datelike, NaiveDate};

use super::{Context, KeptMarkers, Line, MARKERS, Marker, Meaning};
use crate::i18n::Lang;
use crate::i18n::vocabulary::pen::WEEK_OFFER;
use crate::model::{Due, Entry, Kind, Precision};

/// The line that an entry would be typed as, with its marker, names, tags and date, and the markers in its words that
/// are text. A kind that has no marker is left out. `None` where no line means the entry: its words would be read as
/// something else.
pub fn compose(entry: &Entry, context: &Context<'_>, lang: Lang) -> Option<(String, KeptMarkers)> {
    let typed = at_names(names(entry), context);
    let first = format!("{}: ", typed.trim_start());
    // Words that lean on what follows, or end with a comma, have the names before them.
    let behind = || line_of(entry, ["", &typed], context, lang);
    let before = || line_of(entry, [first.as_str(), ""], context, lang).filter(|_| !typed.is_empty());
    behind().or_else(before)
}

/// The line with this before and after the words, if it means the entry, where need be with the markers in its words as
/// text.
fn line_of(
    entry: &Entry,
    beside: [&str; 2],
    context: &Context<'_>,
    lang: Lang,
) -> Option<(String, KeptMarkers)> {
    let mut line = String::new();
    if let Some(marker) = marker(entry.kind).filter(|_| !entry.kind.same_kind(context.section.own_kind())) {
        line.extend([marker, " "]);
    }
    let [before, behind] = beside;
    line.extend([before, &entry.text, behind]);
    for tag in &entry.tags {
        line.extend([" #", tag]);
    }
    if let Some(due) = &entry.due {
        line.extend([" <", &date(due, context.today, lang)]);
    }
    let is_meant = |kept: &KeptMarkers| {
        let read = kept.parse(&line, context);
        matches!(read, Ok(Meaning::Entry(read)) if means(&read, entry))
    };
    let kept = [KeptMarkers::default(), KeptMarkers::of(&line, &entry.text)].into_iter().find(is_meant)?;
    Some((line, kept))
}

/// Names as they are typed behind words: ` @Anna @"Björn Ågren"`.
pub fn at_names(names: &str, context: &Context<'_>) -> String {
    let mut typed = String::new();
    for name in names.split(", ").filter(|name| !name.is_empty()) {
        let is_one_word = !name.contains(char::is_whitespace);
        let is_known = context.names.iter().any(|known| known == name);
        let quote = if is_one_word || is_known { "" } else { "\"" };
        typed.extend([" @", quote, name, quote]);
    }
    typed
}

/// Whether a line says what an entry is, but for a kind that has no marker.
fn means(line: &Line, entry: &Entry) -> bool {
    let (speaker, owner) =
        if is_owned(entry.kind) { (None, &entry.owner) } else { (entry.speaker.as_ref(), &None) };
    let same_day =
        |due: &Due| entry.due.as_ref().is_some_and(|of| (of.day, of.precision) == (due.day, due.precision));
    line.text == entry.text
        && line.speaker.as_ref() == speaker
        && line.owner == *owner
        && line.tags == entry.tags
        && line.due.as_ref().map_or(entry.due.is_none(), same_day)
        && line.kind.is_none_or(|kind| kind.same_kind(entry.kind))
}

/// Whose name comes after `@`: who answers for an action or a commitment, who said anything else.
pub fn is_owned(kind: Kind) -> bool {
    matches!(kind, Kind::Action(_) | Kind::Commitment(_))
}

fn names(entry: &Entry) -> &str {
    let name = if is_owned(entry.kind) { &entry.owner } else { &entry.speaker };
    name.as_deref().unwrap_or_default()
}

/// Whether a line can say by its marker that it is of this kind.
pub fn has_marker(kind: Kind) -> bool {
    marker(kind).is_some()
}

/// The markers that mean a kind, the shown one first: what is typed in a list of kinds. A plain note has its hyphen.
pub fn markers(kind: Kind) -> Vec<&'static str> {
    let means = |means: &Marker| match means {
        Marker::Kind(of) => of.same_kind(kind),
        Marker::Own => kind == Kind::NOTE,
        _ => false,
    };
    MARKERS.iter().filter(|(_, of)| means(of)).map(|(marker, _)| *marker).collect()
}

fn marker(kind: Kind) -> Option<&'static str> {
    MARKERS.iter().find_map(|(marker, means)| match means {
        Marker::Kind(of) if of.same_kind(kind) => Some(*marker),
        _ => None,
    })
}

/// A due date as it is typed: `15/3`, `15/3 2027`, `v49` (in English `w49`), `2027-05`.
pub(super) fn date(due: &Due, today: NaiveDate, lang: Lang) -> String {
    match due.precision {
        Precision::Day if due.day.year() == today.year() && due.day >= today => {
            format!("{}/{}", due.day.day(), due.day.month())
        }
        Precision::Day => due.day.to_string(),
        Precision::Week => {
            format!("{}{}", lang.pick(WEEK_OFFER.0, WEEK_OFFER.1), due.day.iso_week().week())
        }
        Precision::Month => due.day.format("%Y-%m").to_string(),
    }
}
