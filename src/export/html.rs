//! Minutes as one accessible web page (EN 301 549): real headings and lists, a language, a title, and contrast of
//! at least 4.5:1 in light, dark and print. No scripts and nothing from elsewhere.

use chrono::NaiveDate;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::i18n::Words;
use crate::i18n::due::{due_in_words, occasion_in_words};
use crate::i18n::labels;
use crate::minutes::markdown::signs::is_hidden;
use crate::minutes::shown::{Detail, derived_fields, kind_label};
use crate::minutes::{Entry, Minutes, Response, Section};
use crate::model::{MinutesStatus, ResponseKind, Signature};

/// The one style sheet. Its colours are checked by a test.
pub const STYLE: &str = include_str!("html.css");

/// The minutes as a web page.
pub fn write(minutes: &Minutes, words: &Words) -> String {
    let title = if minutes.title.is_empty() { words.paper.untitled } else { &minutes.title };
    let is_draft = minutes.status == MinutesStatus::Draft;
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang.pick("sv-SE", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="vidpennan";
                meta name="color-scheme" content="light dark";
                title { @if is_draft { (words.paper.draft) " – " } (clean(title)) }
                style { (PreEscaped(STYLE)) }
            }
            body class=[is_draft.then_some("draft")] {
                main {
                    header {
                        @if is_draft { p.mark { strong { (words.paper.draft) } } }
                        h1 { (text(title)) }
                        (facts(minutes, words))
                    }
                    @for section in &minutes.sections { (self::section(section, minutes.date, words)) }
                    @if let Some(next) = &minutes.next {
                        p.next { strong { (words.paper.next) ":" } " " (occasion_in_words(words, next)) }
                    }
                    (signoff(minutes, words))
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// Text without characters that a web page must not hold, and without signs that turn its direction.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c == '\t' || c == '\n' { ' ' } else { c }).filter(|&c| !is_hidden(c)).collect()
}

/// Text that keeps its own direction to itself, whatever letters it has.
fn text(text: &str) -> Markup {
    html! { bdi { (clean(text)) } }
}

fn facts(minutes: &Minutes, words: &Words) -> Markup {
    let derived = derived_fields(minutes, words);
    html! {
        @if !minutes.fields.is_empty() || !derived.is_empty() {
            dl aria-label=(words.paper.facts) {
                @for field in &minutes.fields {
                    div {
                        dt { (text(&field.label)) }
                        dd { (text(&field.value)) }
                    }
                }
                @for (label, value) in &derived {
                    div { dt { (label) } dd { (text(value)) } }
                }
            }
        }
    }
}

fn section(section: &Section, date: Option<NaiveDate>, words: &Words) -> Markup {
    let shown = Shown { section, date, words };
    let body = html! {
        @for paragraph in &section.intro { p { (text(paragraph)) } }
        (entries(&section.entries, shown))
    };
    let heading = text(&section.heading);
    if section.heading.is_empty() {
        return html! { div.section { (body) } };
    }
    html! {
        section {
            @match section.level {
                0 | 1 => h2 { (heading) },
                2 => h3 { (heading) },
                3 => h4 { (heading) },
                4 => h5 { (heading) },
                _ => h6 { (heading) },
            }
            (body)
        }
    }
}

/// What is known around an entry.
#[derive(Clone, Copy)]
struct Shown<'a> {
    section: &'a Section,
    date: Option<NaiveDate>,
    words: &'a Words,
}

/// The entries as paragraphs and lists, in their order. A list is a run of entries with a bullet.
fn entries(entries: &[Entry], shown: Shown) -> Markup {
    let is_paragraph = |entry: &Entry| entry.as_written.as_deref() == Some("");
    html! {
        @for run in entries.chunk_by(|a, b| !is_paragraph(a) && !is_paragraph(b)) {
            @match run {
                [entry] if is_paragraph(entry) => div.paragraph { (self::entry(entry, shown)) },
                run => (list(run, shown)),
            }
        }
    }
}

/// A list of entries, those of a greater depth as lists within their item.
fn list(entries: &[Entry], shown: Shown) -> Markup {
    let top = entries.first().map_or(0, |entry| entry.depth);
    html! {
        ul {
            @for item in entries.chunk_by(|_, next| next.depth > top) {
                @if let [entry, under @ ..] = item {
                    li {
                        (self::entry(entry, shown))
                        @if !under.is_empty() { (list(under, shown)) }
                    }
                }
            }
        }
    }
}

fn entry(entry: &Entry, shown: Shown) -> Markup {
    let Shown { section, date, words } = shown;
    let mark =
        entry.as_written.as_deref().filter(|mark| *mark != "o" && mark.chars().any(char::is_alphanumeric));
    let details = Detail::untold(entry, section, date);
    html! {
        p {
            @if let Some(label) = kind_label(entry.kind, section.kind.own_kind(), words) { strong { (label) ":" } " " }
            @if let Some(number) = &entry.number { span.number { (text(number)) } " " }
            @if let Some(mark) = mark { span.number { (text(mark)) } " " }
            (text(&entry.text))
        }
        @if !details.is_empty() {
            p.details {
                @for (at, detail) in details.iter().enumerate() {
                    @if at > 0 { " · " }
                    strong { (detail.label(words)) ":" } " " (text(&detail.value(words)))
                }
            }
        }
        @for response in &entry.responses { (self::response(response, words)) }
    }
}

fn response(response: &Response, words: &Words) -> Markup {
    let sort = match (&response.due, response.kind) {
        (None, ResponseKind::Answer) => None,
        (None, kind) => Some(labels::response_kind(words.lang, kind).to_owned()),
        (Some(due), kind) => {
            Some(format!("{}, {}", labels::response_kind(words.lang, kind), due_in_words(words, due)))
        }
    };
    html! {
        p.response {
            strong {
                (words.paper.response)
                @if let Some(sort) = &sort { " (" (text(sort)) ")" }
                ":"
            }
            " " (text(&response.text))
        }
    }
}

/// Who signs; whom a header field names stands there already.
fn signoff(minutes: &Minutes, words: &Words) -> Markup {
    let signatures: Vec<&Signature> = minutes.signatures_below().collect();
    if signatures.is_empty() {
        return html! {};
    }
    html! {
        footer {
            p { strong { (words.paper.at_the_pen) } }
            @for signature in &signatures {
                p.signature {
                    (text(&signature.name))
                    @if !signature.role.is_empty() { br; (text(&signature.role)) }
                }
            }
        }
    }
}
