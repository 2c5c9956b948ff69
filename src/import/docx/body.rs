//! The text of a document: paragraphs in order, each with its style, its place in a list and the look of its words,
//! and tables of them. What was struck out is left out, what was put in is in; what Word keeps twice is read once. It
//! does not know what minutes are.

use super::numbering::{Mark, Numbering};
use super::styles::{Listed, Look, Role, Styles, Theme};
use super::symbol::symbol;
use crate::import::package::Unfit;
use crate::import::xml::{Step, Tag, Xml};
use std::collections::HashMap;

/// All text of a document is no longer than this, in bytes: some forty times the longest book of minutes.
const LONGEST: usize = 4 * 1024 * 1024;

/// A document has no more paragraphs and cells than this.
const MOST: usize = 200_000;

/// A piece of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    /// What it is by its style.
    pub(super) role: Role,
    /// What stands before it in a list, and how deep it stands there.
    pub(super) item: Option<Item>,
    /// Its words.
    pub(super) runs: Vec<Run>,
    /// Whether an empty paragraph, or nothing, stands above it.
    pub(super) gap: bool,
}

/// A place in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// What stands before it.
    pub(super) mark: Mark,
    /// The list.
    pub(super) list: u32,
    /// The depth, from 0.
    pub(super) depth: usize,
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The words; `\n` breaks a line.
    pub(super) text: String,
    /// In green.
    pub(super) green: bool,
    /// In bold.
    pub(super) bold: bool,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Table {
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    /// What stands in each of its cells.
    pub(super) cells: Vec<Vec<Block>>,
}

/// What was not read, for remarks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Left {
    /// Something struck out under tracked changes.
    pub(super) struck: bool,
    /// Comments in the margin.
    pub(super) comments: usize,
    /// Words that are not shown.
    pub(super) hidden: bool,
    /// A table of contents.
    pub(super) contents: bool,
}

impl Paragraph {
    /// Its words, one run after the other.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// What reading a text needs to know of its document.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The theme.
    pub(super) theme: Theme,
    /// The styles.
    pub(super) styles: Styles,
    /// The lists.
    pub(super) numbering: Numbering,
    /// The text of the footnotes and endnotes, by their kind and identity.
    pub(super) notes: HashMap<(Note, String), String>,
}

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Note {
    /// At the foot of the page.
    Foot,
    /// At the end.
    End,
}

/// Reads a text.
pub(super) fn read(text: &str, around: &mut Around) -> Result<(Vec<Block>, Left), Unfit> {
    let mut reader = Reader {
        around,
        blocks: Vec::new(),
        open: Vec::new(),
        paragraphs: Vec::new(),
        carried: Vec::new(),
        fields: Vec::new(),
        instructions: 0,
        choices: Vec::new(),
        left: Left::default(),
        size: 0,
        count: 0,
        gap: true,
        in_text: false,
    };
    let mut xml = Xml::new(text);
    loop {
        match xml.step()? {
            Step::Open(tag) => reader.open(&tag, &mut xml)?,
            Step::Close(name) => reader.close(&name),
            Step::Text(text) if reader.in_text => reader.say(&text)?,
            Step::Text(_) => {}
            Step::End => {
                reader.flush();
                return Ok((reader.blocks, reader.left));
            }
        }
    }
}

/// Reads the notes of a document.
pub(super) fn notes(text: &str, of: Note, around: &mut Around) -> Result<(), Unfit> {
    let mut xml = Xml::new(text);
    let mut note: Option<(String, String)> = None;
    let mut in_text = false;
    loop {
        match xml.step()? {
            Step::Open(tag) => match tag.name() {
                "footnote" | "endnote" => note = tag.attribute("id").map(|id| (id, String::new())),
                "del" | "moveFrom" | "Fallback" => xml.skip()?,
                "t" => in_text = true,
                "p" | "tab" | "br" | "cr" => note.iter_mut().for_each(|(_, text)| text.push(' ')),
                _ => {}
            },
            Step::Close(name) => match name.as_str() {
                "t" => in_text = false,
                "footnote" | "endnote" => {
                    around.notes.extend(note.take().map(|(id, text)| ((of, id), text.trim().to_owned())));
                }
                _ => {}
            },
            Step::Text(text) if in_text => note.iter_mut().for_each(|(_, said)| said.push_str(&text)),
            Step::Text(_) => {}
            Step::End => return Ok(()),
        }
    }
}

/// What blocks are being gathered for.
enum Place {
    Table(Table),
    Row(Row),
    Cell(Vec<Block>),
    /// A text box; whether the paragraph it hangs on had words before it.
    TextBox(Vec<Block>, bool),
}

/// A paragraph being read.
#[derive(Default)]
struct Begun {
    style: Option<String>,
    list: Listed,
    outline: Option<u8>,
    /// How letters look by the style of the paragraph.
    usual: Look,
    /// How the letters of the run look by what it says itself.
    look: Look,
    /// Whether the sign that ends it was struck out: then the next paragraph goes on with it.
    goes_on: bool,
    runs: Vec<Run>,
    /// The text boxes that hang on it.
    after: Vec<Block>,
}

struct Reader<'a> {
    around: &'a mut Around,
    blocks: Vec<Block>,
    open: Vec<Place>,
    paragraphs: Vec<Begun>,
    carried: Vec<Run>,
    /// Whether each open field still gives its instruction.
    fields: Vec<bool>,
    /// How many of them do.
    instructions: usize,
    /// Whether each open choice between two forms has been made.
    choices: Vec<bool>,
    left: Left,
    size: usize,
    count: usize,
    gap: bool,
    in_text: bool,
}

impl Reader<'_> {
    fn open(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Unfit> {
        match tag.name() {
            "p" => {
                self.count()?;
                let runs = std::mem::take(&mut self.carried);
                let usual = self.around.styles.of(None).look;
                self.paragraphs.push(Begun { usual, runs, ..Begun::default() });
            }
            "pPr" => self.properties(xml)?,
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.look = Look::default();
                }
            }
            "rPr" => self.look(xml)?,
            "t" => self.in_text = true,
            "tab" | "ptab" => self.say("\t")?,
            "br" | "cr" => self.say("\n")?,
            "noBreakHyphen" => self.say("-")?,
            "sym" => {
                let sign = symbol(tag.attribute("font").as_deref(), tag.attribute("char").as_deref());
                if let Some(sign) = sign {
                    self.say(sign.encode_utf8(&mut [0; 4]))?;
                }
            }
            "fldChar" => self.field(tag),
            "footnoteReference" => self.note(Note::Foot, tag)?,
            "endnoteReference" => self.note(Note::End, tag)?,
            "commentReference" => self.left.comments += 1,
            "del" | "moveFrom" => {
                self.left.struck = true;
                xml.skip()?;
            }
            "sdtPr" | "sectPr" | "tblPr" | "tblGrid" | "trPr" | "tcPr" | "rubyPr" | "rPrChange"
            | "object" => xml.skip()?,
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => match self.choices.last_mut() {
                Some(made) if *made => xml.skip()?,
                Some(made) => *made = true,
                None => {}
            },
            "tbl" => self.open.push(Place::Table(Table::default())),
            "tr" => self.open.push(Place::Row(Row::default())),
            "tc" => {
                self.count()?;
                self.open.push(Place::Cell(Vec::new()));
            }
            "txbxContent" => {
                let is_said = self.paragraphs.last().is_some_and(|begun| !is_blank(&begun.runs));
                self.open.push(Place::TextBox(Vec::new(), is_said));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph(),
            "AlternateContent" => {
                self.choices.pop();
            }
            "tc" | "tr" | "tbl" | "txbxContent" => self.close_place(),
            _ => {}
        }
    }

    fn close_place(&mut self) {
        self.flush();
        match self.open.pop() {
            Some(Place::Table(table)) => self.put(Block::Table(table)),
            Some(Place::Row(row)) => {
                if let Some(Place::Table(table)) = self.open.last_mut() {
                    table.rows.push(row);
                }
            }
            Some(Place::Cell(blocks)) => {
                if let Some(Place::Row(row)) = self.open.last_mut() {
                    row.cells.push(blocks);
                }
            }
            Some(Place::TextBox(blocks, true)) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.after.extend(blocks);
                }
            }
            Some(Place::TextBox(blocks, false)) => blocks.into_iter().for_each(|block| self.put(block)),
            None => {}
        }
        self.gap = true;
    }

    /// Words that were to go on in a next paragraph are one themselves where there is none.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.carried);
        if !is_blank(&runs) {
            self.put(Block::Paragraph(Paragraph { role: Role::Text, item: None, runs, gap: self.gap }));
        }
    }

    /// Puts a block where it belongs. Rows hold nothing but cells, and tables nothing but rows.
    fn put(&mut self, block: Block) {
        let blocks = self.open.iter_mut().rev().find_map(|place| match place {
            Place::Cell(blocks) | Place::TextBox(blocks, _) => Some(blocks),
            Place::Table(_) | Place::Row(_) => None,
        });
        blocks.unwrap_or(&mut self.blocks).push(block);
    }

    fn properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Unfit> {
        let mut begun = self.paragraphs.pop().unwrap_or_default();
        let above = xml.depth() - 1;
        let mut in_mark = false;
        while xml.depth() > above {
            match xml.step()? {
                Step::Open(tag) => match tag.name() {
                    "pPrChange" | "rPrChange" | "sectPr" => xml.skip()?,
                    "pStyle" => begun.style = tag.val(),
                    "numId" => begun.list.number = tag.number("val"),
                    "ilvl" => begun.list.depth = tag.number("val"),
                    "outlineLvl" => begun.outline = tag.number("val"),
                    "rPr" => in_mark = true,
                    "del" if in_mark => begun.goes_on = true,
                    _ => {}
                },
                Step::End => return Err(Unfit::Broken),
                Step::Close(_) | Step::Text(_) => {}
            }
        }
        begun.usual = self.around.styles.of(begun.style.as_deref()).look;
        self.paragraphs.push(begun);
        Ok(())
    }

    fn look(&mut self, xml: &mut Xml<'_>) -> Result<(), Unfit> {
        let mut look = Look::default();
        let mut style = Look::default();
        let above = xml.depth() - 1;
        while xml.depth() > above {
            match xml.step()? {
                Step::Open(tag) => match tag.name() {
                    "rPrChange" => xml.skip()?,
                    "rStyle" => {
                        style = tag.val().map(|id| self.around.styles.look(&id)).unwrap_or_default();
                    }
                    _ => look.take(&tag, &self.around.theme),
                },
                Step::End => return Err(Unfit::Broken),
                Step::Close(_) | Step::Text(_) => {}
            }
        }
        if let Some(begun) = self.paragraphs.last_mut() {
            begun.look = look.or(style);
        }
        Ok(())
    }

    fn field(&mut self, tag: &Tag<'_>) {
        match tag.attribute("fldCharType").as_deref() {
            Some("begin") => {
                self.fields.push(true);
                self.instructions += 1;
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    self.instructions -= usize::from(std::mem::take(field));
                }
            }
            Some("end") => {
                self.instructions -= usize::from(self.fields.pop() == Some(true));
            }
            _ => {}
        }
    }

    /// Puts the text of a note behind the words it belongs to, in brackets.
    fn note(&mut self, of: Note, tag: &Tag<'_>) -> Result<(), Unfit> {
        let Some(id) = tag.attribute("id") else { return Ok(()) };
        match self.around.notes.get(&(of, id)).filter(|note| !note.is_empty()) {
            Some(note) => self.say(&format!(" [{note}]")),
            None => Ok(()),
        }
    }

    /// Adds words to the paragraph.
    fn say(&mut self, text: &str) -> Result<(), Unfit> {
        self.size += text.len();
        if self.size > LONGEST {
            return Err(Unfit::TooLong);
        }
        if self.instructions > 0 {
            return Ok(());
        }
        let Some(begun) = self.paragraphs.last_mut() else { return Ok(()) };
        let look = begun.look.or(begun.usual);
        if look.hidden == Some(true) {
            self.left.hidden |= text.contains(char::is_alphanumeric);
            return Ok(());
        }
        let (green, bold) = (look.green == Some(true), look.bold == Some(true));
        match begun.runs.last_mut().filter(|run| run.green == green && run.bold == bold) {
            Some(run) => run.text.push_str(text),
            None => begun.runs.push(Run { text: text.to_owned(), green, bold }),
        }
        Ok(())
    }

    fn end_paragraph(&mut self) {
        // An instruction never runs into the next paragraph; one that is not ended must not swallow the rest.
        if self.paragraphs.len() == 1 {
            self.fields.retain(|is_instruction| !is_instruction);
            self.instructions = 0;
        }
        let Some(begun) = self.paragraphs.pop() else { return };
        let after = begun.after;
        if begun.goes_on {
            self.carried = begun.runs;
        } else if is_blank(&begun.runs) {
            self.gap = true;
        } else {
            let id = begun.style.as_deref().unwrap_or_default();
            let style = self.around.styles.of(begun.style.as_deref());
            let outline = begun.outline.or(style.outline).filter(|level| *level < 9);
            let role = match style.role(id) {
                Role::Text => outline.map_or(Role::Text, |level| Role::Heading(level + 1)),
                role => role,
            };
            if role == Role::Contents {
                self.left.contents = true;
            } else {
                let list = begun.list.or(style.list);
                let item = list.number.filter(|number| *number > 0).map(|number| {
                    let by_style = self.around.numbering.depth_of(number, id);
                    let told = begun.list.depth.or(by_style).or(style.list.depth).filter(|depth| *depth > 0);
                    let depth = told.or_else(|| Styles::depth(&style)).unwrap_or(0);
                    Item { mark: self.around.numbering.next(number, depth), list: number, depth }
                });
                let item = item.filter(|item| item.mark != Mark::Nothing);
                let paragraph = Paragraph { role, item, runs: begun.runs, gap: self.gap };
                self.put(Block::Paragraph(paragraph));
                self.gap = false;
            }
        }
        for block in after {
            self.put(block);
        }
    }

    fn count(&mut self) -> Result<(), Unfit> {
        self.count += 1;
        if self.count > MOST { Err(Unfit::TooLong) } else { Ok(()) }
    }
}

fn is_blank(runs: &[Run]) -> bool {
    runs.iter().all(|run| run.text.chars().all(|c| c.is_whitespace() || c.is_control()))
}
