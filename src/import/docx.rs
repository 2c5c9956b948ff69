//! Word documents (`.docx`) → [`Minutes`]. What styles and lists say is believed, everything else is guessed as in
//! plain text. No word that is shown is dropped or moved; what is left out (deletions under tracked changes, comments,
//! hidden text, tables of contents, page headers) is remarked.
//!
//! ECMA-376 names the parts and elements. It opens no file and follows no link.

use std::collections::HashSet;

use crate::i18n::Words;
use crate::minutes::read::{self, ReadOptions};
use crate::minutes::{Minutes, Remark, RemarkCode};

use super::package::{Package, Unfit};

mod amend;
mod block;
mod body;
mod color;
mod flatten;
mod numbering;
mod own_export;
mod parts;
mod plain_text;
mod resources;
mod styles;
mod symbol;

use amend::{Amended, amend};
use body::Omissions;
use flatten::{FlatParagraph, flatten};
use own_export::strip_decorations;
use parts::PartNames;
use plain_text::PlainText;
use resources::Resources;

/// How much of the page headers is quoted in a remark, in characters.
const QUOTED: usize = 120;

/// Reads the bytes of a Word document as minutes.
///
/// # Errors
/// Where it is another document, a damaged one, or one that was made to do harm.
pub fn read(bytes: &[u8], options: &ReadOptions<'_>) -> Result<Minutes, Unfit> {
    let mut package = Package::open(bytes)?;
    let parts = PartNames::find(&mut package)?;
    let mut resources = Resources::read(&mut package, &parts)?;
    let text = package.text(&parts.document)?.ok_or(Unfit::NoDocument)?;
    let (blocks, omissions) = body::read(&text, &mut resources)?;
    drop(text);
    let own = resources.styles.own_words();
    // What the program prints in page headers it says below as well.
    let page_headers = match own {
        Some(_) => Vec::new(),
        None => page_headers(&mut package, &parts, &mut resources)?,
    };
    let all = flatten(blocks);
    let mut stays = Stays::default();
    let Reading { mut minutes, all, text, doubts } = loop {
        let read = understand(all.clone(), own, &stays, options);
        match (&mut stays, read) {
            (_, Ok(read)) => break read,
            (Stays::These(at), Err(more)) if at.is_empty() => at.extend(more),
            // With these left as they are, the decoration of others has lost its place: nothing is taken off then.
            (stays, Err(_)) => *stays = Stays::All,
        }
    };
    for remark in &mut minutes.remarks {
        remark.line = text.paragraph(remark.line).map_or(1, |at| at + 1);
    }
    for at in doubts {
        let words = all.get(at).map(FlatParagraph::text).unwrap_or_default();
        let message = (options.words.reading.ambiguous_response)(words.trim());
        minutes.remarks.push(Remark { line: at + 1, code: RemarkCode::AmbiguousResponse, message });
    }
    minutes.remarks.extend(left_out(omissions, &page_headers, &text.text, options.words));
    minutes.remarks.sort_by_key(|remark| remark.line);
    Ok(minutes)
}

/// Which paragraphs, by index, of a document that the program wrote keep their decoration, as the entry that it belongs
/// to is gone.
#[derive(Debug)]
enum Stays {
    These(HashSet<usize>),
    All,
}

impl Default for Stays {
    fn default() -> Self {
        Self::These(HashSet::new())
    }
}

impl Stays {
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
    all: Vec<FlatParagraph>,
    text: PlainText,
    doubts: Vec<usize>,
}

/// Reads paragraphs as minutes.
///
/// # Errors
/// The paragraphs whose decoration was taken off and found no entry to go to.
fn understand(
    mut all: Vec<FlatParagraph>,
    own: Option<&Words>,
    stays: &Stays,
    options: &ReadOptions<'_>,
) -> Result<Reading, Vec<usize>> {
    if let Some(words) = own {
        all = strip_decorations(all, words, |at| stays.has(at));
    }
    plain_text::settle(&mut all);
    let text = plain_text::write(&all);
    let (mut minutes, lines) = read::read_with_lines(&text.text, options);
    let Amended { doubts, restored, .. } = amend(&mut minutes, &lines, &text, &all, own, options.words);
    let homeless: Vec<usize> = all
        .iter()
        .enumerate()
        .filter(|(at, _)| !restored.contains(at))
        .flat_map(|(_, paragraph)| paragraph.decoration.iter().flat_map(|it| it.from.iter().copied()))
        .collect();
    if homeless.is_empty() { Ok(Reading { minutes, all, text, doubts }) } else { Err(homeless) }
}

/// The lines of the page headers and footers, each once.
fn page_headers(
    package: &mut Package<'_>,
    parts: &PartNames,
    resources: &mut Resources,
) -> Result<Vec<String>, Unfit> {
    let mut lines: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for part in &parts.headers_and_footers {
        let Some(text) = package.text(part)? else { continue };
        let (blocks, _) = body::read(&text, resources)?;
        for paragraph in flatten(blocks) {
            let line = paragraph.text().split_whitespace().collect::<Vec<_>>().join(" ");
            if line.contains(char::is_alphabetic) && seen.insert(line.clone()) {
                lines.push(line);
            }
        }
    }
    Ok(lines)
}

/// Remarks on what a person should know was not read.
fn left_out(omissions: Omissions, page_headers: &[String], text: &str, words: &Words) -> Vec<Remark> {
    let reading = &words.reading;
    let text = text.to_lowercase();
    let is_new = |line: &&String| !text.contains(&line.to_lowercase());
    let headers: Vec<&str> = page_headers.iter().filter(is_new).map(String::as_str).collect();
    let headers = headers.join(" · ");
    let quoted: String = headers.chars().take(QUOTED).collect();
    let quoted = if quoted.len() < headers.len() { format!("{quoted}…") } else { quoted };
    let messages = [
        omissions.struck.then(|| reading.struck_out.to_owned()),
        (omissions.comments > 0).then(|| (reading.comments)(omissions.comments)),
        omissions.hidden.then(|| reading.hidden_words.to_owned()),
        omissions.contents.then(|| reading.contents.to_owned()),
        (!quoted.is_empty()).then(|| (reading.page_headers)(&quoted)),
    ];
    let remark = |message| Remark { line: 1, code: RemarkCode::LeftOut, message };
    messages.into_iter().flatten().map(remark).collect()
}
