//! A document as one accessible web page (EN 301 549): real headings and lists, a language, a title, and contrast of
//! at least 4.5:1 in light, dark and print. No scripts and nothing from elsewhere.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::minutes::markdown::signs::is_hidden;
use crate::report::document::{Block, Document, Item, List, Marks, Paragraph, Run, Style, Table};

/// The one style sheet. Its colours are checked by a test.
pub const STYLE: &str = include_str!("html.css");

/// The document as a web page.
pub fn write(document: &Document) -> String {
    let mark = document.mark.as_deref();
    let page = html! {
        (DOCTYPE)
        html lang=(document.lang.pick("sv-SE", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="vidpennan";
                meta name="color-scheme" content="light dark";
                title { @if let Some(mark) = mark { (clean(mark)) " – " } (clean(&document.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body class=[mark.map(|_| "draft")] {
                main {
                    header {
                        @if let Some(mark) = mark { p.mark { strong { (clean(mark)) } } }
                        @if let Some(genre) = &document.genre { p.genre { (text(genre)) } }
                        h1 { (text(&document.title)) }
                        (facts(document))
                    }
                    (blocks(&document.blocks))
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

/// Text with its line breaks.
fn lines(text: &str) -> Markup {
    html! {
        @for (at, line) in text.split('\n').enumerate() {
            @if at > 0 { br; }
            (self::text(line))
        }
    }
}

fn facts(document: &Document) -> Markup {
    html! {
        @if !document.facts.is_empty() {
            dl aria-label=(document.about) {
                @for fact in &document.facts {
                    div {
                        dt { (text(&fact.label)) }
                        dd { (lines(&fact.value)) }
                    }
                }
            }
        }
    }
}

fn blocks(blocks: &[Block]) -> Markup {
    html! {
        @for block in blocks {
            @match block {
                Block::Heading { level, text } => (heading(*level, text)),
                Block::Paragraph(paragraph) => (self::paragraph(paragraph)),
                Block::List(list) => (self::list(list)),
                Block::Table(table) => (self::table(table)),
            }
        }
    }
}

fn heading(level: u8, text: &str) -> Markup {
    let text = self::text(text);
    match level {
        0 | 1 => html! { h2 { (text) } },
        2 => html! { h3 { (text) } },
        3 => html! { h4 { (text) } },
        4 => html! { h5 { (text) } },
        _ => html! { h6 { (text) } },
    }
}

fn paragraph(paragraph: &Paragraph) -> Markup {
    let class = match paragraph.style {
        Style::Body => None,
        Style::Details => Some("details"),
        Style::Response => Some("response"),
        Style::Quote => Some("quote"),
        Style::Signature => Some("signature"),
    };
    html! { p class=[class] { (runs(&paragraph.runs)) } }
}

fn runs(runs: &[Run]) -> Markup {
    html! {
        @for run in runs {
            @if run.strong { strong { (lines(&run.text)) } } @else { (lines(&run.text)) }
        }
    }
}

fn list(list: &List) -> Markup {
    match list.marks {
        Marks::Bullets => html! { ul { (items(&list.items)) } },
        Marks::Numbers(1) => html! { ol { (items(&list.items)) } },
        Marks::Numbers(first) => html! { ol start=(first) { (items(&list.items)) } },
    }
}

fn items(items: &[Item]) -> Markup {
    html! {
        @for item in items {
            li {
                @for paragraph in &item.paragraphs { (self::paragraph(paragraph)) }
                @for list in &item.under { (self::list(list)) }
            }
        }
    }
}

/// A table that can be scrolled on a narrow screen, also with the keyboard.
fn table(table: &Table) -> Markup {
    html! {
        div.table role="region" tabindex="0" aria-label=(clean(&table.summary)) {
            table {
                thead {
                    tr {
                        @for column in &table.columns { th scope="col" { (text(&column.title)) } }
                    }
                }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 {
                                    th scope="row" { @for part in cell { (paragraph(part)) } }
                                } @else {
                                    td { @for part in cell { (paragraph(part)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
