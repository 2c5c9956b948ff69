//! Word documents (`.docx`) → [`Minutes`]. What styles and lists tell is believed, everything else is guessed as in
//! plain text. No word that is shown is dropped or moved; what is left out (struck out under tracked changes, comments,
//! hidden words, tables of contents, page headers) is remarked.
//!
//! ECMA-376 names the parts and elements. It opens no file and follows no link.

use std::collections::HashSet;

use crate::i18n::Words;
use crate::minutes::read::{self, Options};
use crate::minutes::{Minutes, Remark, RemarkCode};

use super::package::{Package, Unfit};

mod amend;
mod body;
mod color;
mod numbering;
mod ours;
mod page;
mod parts;
mod styles;
mod symbol;
mod told;

use body::{Around, Left, Note};

/// How much of a page header is quoted, in characters.
const QUOTED: usize = 120;

/// Reads the bytes of a Word document as minutes.
///
/// # Errors
/// Where it is another document, a damaged one, or one that was made to do harm.
pub fn read(bytes: &[u8], options: &Options<'_>) -> Result<Minutes, Unfit> {
    let mut package = Package::open(bytes)?;
    let parts = parts::Parts::find(&mut package)?;
    let mut around = around(&mut package, &parts)?;
    let text = package.text(&parts.document)?.ok_or(Unfit::NoDocument)?;
    let (blocks, left) = body::read(&text, &mut around)?;
    drop(text);
    // What the program sets in the margins it says below as well.
    let margins = match around.styles.ours() {
        Some(_) => Vec::new(),
        None => margins(&mut package, &parts, &mut around)?,
    };
    let own = around.styles.ours();
    let blocks = told::all(blocks);
    let mut whole = Whole::default();
    let Reading { mut minutes, all, page, doubts } = loop {
        let read = understand(blocks.clone(), own, &whole, options);
        match (&mut whole, read) {
            (_, Ok(read)) => break read,
            (Whole::These(at), Err(more)) if at.is_empty() => at.extend(more),
            // What was kept whole has made others of no use: nothing is taken off then.
            (whole, Err(_)) => *whole = Whole::All,
        }
    };
    for remark in &mut minutes.remarks {
        remark.line = page.paragraph(remark.line).map_or(1, |at| at + 1);
    }
    for at in doubts {
        let words = all.get(at).map(told::Told::text).unwrap_or_default();
        let message = (options.words.reading.ambiguous_response)(words.trim());
        minutes.remarks.push(Remark { line: at + 1, code: RemarkCode::AmbiguousResponse, message });
    }
    minutes.remarks.extend(left_out(left, &margins, &page.text, options.words));
    minutes.remarks.sort_by_key(|remark| remark.line);
    Ok(minutes)
}

/// Which paragraphs of a document of ours keep what the program set around them, as what it belongs to is not there.
#[derive(Debug)]
enum Whole {
    These(HashSet<usize>),
    All,
}

impl Default for Whole {
    fn default() -> Self {
        Self::These(HashSet::new())
    }
}

impl Whole {
    fn has(&self, at: usize) -> bool {
        match self {
            Self::These(these) => these.contains(&at),
            Self::All => true,
        }
    }
}

/// What was made of the paragraphs of a document.
struct Reading {
    minutes: Minutes,
    all: Vec<told::Told>,
    page: page::Page,
    doubts: Vec<usize>,
}

/// Reads paragraphs as minutes; where something was taken off a paragraph and found no place, gives back which.
fn understand(
    mut all: Vec<told::Told>,
    own: Option<&Words>,
    whole: &Whole,
    options: &Options<'_>,
) -> Result<Reading, Vec<usize>> {
    if let Some(words) = own {
        all = ours::unwrap(all, words, |at| whole.has(at));
    }
    page::settle(&mut all);
    let page = page::write(&all);
    let (mut minutes, places) = read::read_placed(&page.text, options);
    let (doubts, used) = amend::amend(&mut minutes, &places, &page, &all, own, options.words);
    let homeless: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(|(at, _)| !used.contains(at))
        .flat_map(|(_, told)| told.own.iter().flat_map(|own| own.from.iter().copied()))
        .collect();
    if homeless.is_empty() { Ok(Reading { minutes, all, page, doubts }) } else { Err(homeless) }
}

fn around(package: &mut Package<'_>, parts: &parts::Parts) -> Result<Around, Unfit> {
    let mut text = |part: &Option<String>| match part {
        Some(part) => package.text(part),
        None => Ok(None),
    };
    let mut around = Around::default();
    if let Some(theme) = text(&parts.theme)? {
        around.theme = styles::Theme::read(&theme)?;
    }
    if let Some(styles) = text(&parts.styles)? {
        around.styles = styles::Styles::read(&styles, &around.theme)?;
    }
    if let Some(numbering) = text(&parts.numbering)? {
        around.numbering = numbering::Numbering::read(&numbering)?;
    }
    for (part, of) in [(&parts.footnotes, Note::Foot), (&parts.endnotes, Note::End)] {
        if let Some(notes) = text(part)? {
            body::notes(&notes, of, &mut around)?;
        }
    }
    Ok(around)
}

/// The lines of the page headers and footers.
fn margins(
    package: &mut Package<'_>,
    parts: &parts::Parts,
    around: &mut Around,
) -> Result<Vec<String>, Unfit> {
    let mut lines: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for part in &parts.margins {
        let Some(text) = package.text(part)? else { continue };
        let (blocks, _) = body::read(&text, around)?;
        for told in told::all(blocks) {
            let line = told.text().split_whitespace().collect::<Vec<_>>().join(" ");
            if line.contains(char::is_alphabetic) && seen.insert(line.clone()) {
                lines.push(line);
            }
        }
    }
    Ok(lines)
}

/// What a person should know was not read.
fn left_out(left: Left, margins: &[String], text: &str, words: &Words) -> Vec<Remark> {
    let reading = &words.reading;
    let text = text.to_lowercase();
    let is_new = |line: &&String| !text.contains(&line.to_lowercase());
    let margins: Vec<&str> = margins.iter().filter(is_new).map(String::as_str).collect();
    let margins = margins.join(" · ");
    let quoted: String = margins.chars().take(QUOTED).collect();
    let quoted = if quoted.len() < margins.len() { format!("{quoted}…") } else { quoted };
    let messages = [
        left.struck.then(|| reading.struck_out.to_owned()),
        (left.comments > 0).then(|| (reading.comments)(left.comments)),
        left.hidden.then(|| reading.hidden_words.to_owned()),
        left.contents.then(|| reading.contents.to_owned()),
        (!quoted.is_empty()).then(|| (reading.page_headers)(&quoted)),
    ];
    let remark = |message| Remark { line: 1, code: RemarkCode::LeftOut, message };
    messages.into_iter().flatten().map(remark).collect()
}
