//! A document as one accessible web page (EN 301 549): real headings and lists, a language, a title, and contrast of
//! at least 4.5:1 in light, dark and print. It contains no scripts and loads nothing.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::report::document::{
    Block, Document, Fact, List, ListItem, ListMarkers, Paragraph, Run, Style, Table,
};
use crate::text::safe::line;

/// Its colours are checked by a test.
pub const STYLE: &str = include_str!("html.css");

/// Renders a whole page of HTML.
pub fn write(document: &Document) -> String {
    let mark = document.mark.as_deref();
    let page = html! {
        (DOCTYPE)
        html lang=(document.lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content="vidpennan";
                meta name="color-scheme" content="light dark";
                title { @if let Some(mark) = mark { (line(mark)) " – " } (line(&document.title)) }
                style { (PreEscaped(STYLE)) }
            }
            body class=[mark.map(|_| "draft")] data-mark=[mark.map(line)] {
                main {
                    header {
                        @if let Some(mark) = mark { p.mark { strong { (line(mark)) } } }
                        @if let Some(genre) = &document.genre { p.genre dir=[direction(genre)] { (line(genre)) } }
                        h1 dir=[direction(&document.title)] { (line(&document.title)) }
                        (facts(document))
                    }
                    (blocks(&document.blocks))
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// A block with letters written from right to left determines its own direction; all others have that of the page.
fn direction(text: &str) -> Option<&'static str> {
    text.chars().any(is_right_to_left).then_some("auto")
}

/// Whether a letter belongs to a script that is written from right to left, by Unicode block.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Text with its line breaks.
fn lines(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('\n').enumerate() {
            @if at > 0 { br; }
            (line(part))
        }
    }
}

/// The header: labels and values as a list of both, a line without a label as a paragraph between them.
fn facts(document: &Document) -> Markup {
    let is_labelled = |fact: &Fact| !fact.label.is_empty();
    html! {
        @for facts in document.facts.chunk_by(|a, b| is_labelled(a) && is_labelled(b)) {
            @if facts.iter().all(is_labelled) {
                dl aria-label=(line(&document.about)) {
                    @for fact in facts {
                        div {
                            dt dir=[direction(&fact.label)] { (line(&fact.label)) }
                            dd dir=[direction(&fact.value)] { (lines(&fact.value)) }
                        }
                    }
                }
            } @else {
                @for fact in facts { p.fact dir=[direction(&fact.value)] { (lines(&fact.value)) } }
            }
        }
    }
}

fn blocks(blocks: &[Block]) -> Markup {
    html! {
        @for (at, block) in blocks.iter().enumerate() {
            @match block {
                Block::Heading { level, text } => (heading(*level, text)),
                Block::Paragraph(paragraph) => (self::paragraph(paragraph)),
                Block::List(list) => (self::list(list)),
                Block::Table(table) => (self::table(table, at)),
            }
        }
    }
}

fn heading(level: u8, text: &str) -> Markup {
    let (dir, text) = (direction(text), line(text));
    match level {
        0 | 1 => html! { h2 dir=[dir] { (text) } },
        2 => html! { h3 dir=[dir] { (text) } },
        3 => html! { h4 dir=[dir] { (text) } },
        4 => html! { h5 dir=[dir] { (text) } },
        _ => html! { h6 dir=[dir] { (text) } },
    }
}

fn paragraph(paragraph: &Paragraph) -> Markup {
    let class = match paragraph.style {
        Style::Body | Style::Quote => None,
        Style::Details => Some("details"),
        Style::Response => Some("response"),
        Style::Signature => Some("signature"),
    };
    // Where there are several runs, each determines its own direction.
    let dir = match paragraph.runs.as_slice() {
        [run] => direction(&run.text),
        _ => None,
    };
    let words = html! { p class=[class] dir=[dir] { (runs(&paragraph.runs)) } };
    if paragraph.style == Style::Quote {
        html! { blockquote { (words) } }
    } else {
        words
    }
}

fn runs(runs: &[Run]) -> Markup {
    let apart = runs.len() > 1;
    html! {
        @for run in runs {
            @let words = lines(&run.text);
            @let words = if apart && direction(&run.text).is_some() { html! { bdi { (words) } } } else { words };
            @if run.strong { strong { (words) } } @else { (words) }
        }
    }
}

fn list(list: &List) -> Markup {
    match list.markers {
        ListMarkers::Bullets => html! { ul { (items(&list.items)) } },
        ListMarkers::Numbers(1) => html! { ol { (items(&list.items)) } },
        ListMarkers::Numbers(first) => html! { ol start=(first) { (items(&list.items)) } },
    }
}

fn items(items: &[ListItem]) -> Markup {
    html! {
        @for item in items {
            li {
                @for paragraph in &item.paragraphs { (self::paragraph(paragraph)) }
                @for list in &item.under { (self::list(list)) }
            }
        }
    }
}

/// A table that can be scrolled on a narrow screen, also with the keyboard; `at` is its index among the blocks.
fn table(table: &Table, at: usize) -> Markup {
    let named = (!table.summary.is_empty()).then(|| format!("table-{at}"));
    html! {
        div.table role="group" tabindex="0" aria-labelledby=[named.as_deref()] {
            table {
                @if let Some(id) = &named { caption #(id) dir=[direction(&table.summary)] { (line(&table.summary)) } }
                colgroup {
                    @for width in widths(table) { col style=(format!("width: {width}%")); }
                }
                thead {
                    tr {
                        @for column in &table.columns {
                            th scope="col" dir=[direction(&column.title)] { (line(&column.title)) }
                        }
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

/// The width of each column, as a percentage of the table.
fn widths(table: &Table) -> impl Iterator<Item = u32> {
    let all = table.columns.iter().map(|column| u32::from(column.share)).sum::<u32>().max(1);
    table.columns.iter().map(move |column| u32::from(column.share) * 100 / all)
}
