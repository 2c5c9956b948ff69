//! The text of a document: paragraphs in order, each with its style, its place in a list and how its words look,
//! and tables of them. Tracked deletions are left out, insertions are in; what Word stores twice is read once. It does
//! not know what minutes are.

use super::block::{DocxBlock, DocxListItem, DocxParagraph, DocxRun, DocxTable, TableRow, is_blank};
use super::numbering::ListMarker;
use super::resources::{Note, Resources};
use super::styles::{CharacterFormat, ListPosition, ParagraphRole, StyleDefinitions};
use super::symbol::symbol;
use crate::import::package::Unfit;
use crate::import::xml::{StartTag, XmlEvent, XmlReader};

/// The most text that is read, in bytes: some forty times the longest book of minutes.
const LONGEST: usize = 4 * 1024 * 1024;

/// The most paragraphs and cells that are read.
const MOST: usize = 200_000;

/// What was left out, for remarks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Omissions {
    /// A deletion under tracked changes.
    pub(super) struck: bool,
    /// Comments in the margin.
    pub(super) comments: usize,
    /// Hidden text with words in it.
    pub(super) hidden: bool,
    /// A table of contents.
    pub(super) contents: bool,
}

/// Reads the text of a part: the body, a page header.
pub(super) fn read(text: &str, resources: &mut Resources) -> Result<(Vec<DocxBlock>, Omissions), Unfit> {
    let mut reader = BodyReader {
        resources,
        blocks: Vec::new(),
        open: Vec::new(),
        paragraphs: Vec::new(),
        carried: Vec::new(),
        fields: Vec::new(),
        instructions: 0,
        choices: Vec::new(),
        omissions: Omissions::default(),
        size: 0,
        count: 0,
        gap: true,
        in_text: false,
    };
    let mut xml = XmlReader::new(text);
    loop {
        match xml.step()? {
            XmlEvent::Open(tag) => reader.open(&tag, &mut xml)?,
            XmlEvent::Close(name) => reader.close(&name),
            XmlEvent::Text(text) if reader.in_text => reader.say(&text)?,
            XmlEvent::Text(_) => {}
            XmlEvent::End => {
                reader.flush();
                return Ok((reader.blocks, reader.omissions));
            }
        }
    }
}

/// What blocks are collected for while it is open.
enum Container {
    Table(DocxTable),
    Row(TableRow),
    Cell(Vec<DocxBlock>),
    /// A text box; whether the paragraph it hangs on had words before it.
    TextBox(Vec<DocxBlock>, bool),
}

/// A paragraph being read.
#[derive(Default)]
struct OpenParagraph {
    style: Option<String>,
    list: ListPosition,
    outline: Option<u8>,
    /// How characters look by the style of the paragraph.
    usual: CharacterFormat,
    /// How the characters of the run look by its own properties.
    look: CharacterFormat,
    /// Whether its paragraph mark was deleted: then the next paragraph goes on with it.
    goes_on: bool,
    runs: Vec<DocxRun>,
    /// The text boxes that hang on it.
    after: Vec<DocxBlock>,
}

struct BodyReader<'a> {
    resources: &'a mut Resources,
    blocks: Vec<DocxBlock>,
    open: Vec<Container>,
    paragraphs: Vec<OpenParagraph>,
    carried: Vec<DocxRun>,
    /// For each open field, whether its instruction is being read, which is not shown.
    fields: Vec<bool>,
    /// How many of these are true.
    instructions: usize,
    /// Whether each open choice between two forms has been made.
    choices: Vec<bool>,
    omissions: Omissions,
    size: usize,
    count: usize,
    gap: bool,
    in_text: bool,
}

impl BodyReader<'_> {
    fn open(&mut self, tag: &StartTag<'_>, xml: &mut XmlReader<'_>) -> Result<(), Unfit> {
        match tag.name() {
            "p" => {
                self.count()?;
                let runs = std::mem::take(&mut self.carried);
                let usual = self.resources.styles.of(None).look;
                self.paragraphs.push(OpenParagraph { usual, runs, ..OpenParagraph::default() });
            }
            "pPr" => self.properties(xml)?,
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.look = CharacterFormat::default();
                }
            }
            "rPr" => self.look(xml)?,
            "t" => self.in_text = true,
            "tab" | "ptab" => self.say("\t")?,
            "br" | "cr" => self.say("\n")?,
            "noBreakHyphen" => self.say("-")?,
            "sym" => {
                let symbol = symbol(tag.attribute("font").as_deref(), tag.attribute("char").as_deref());
                if let Some(symbol) = symbol {
                    self.say(symbol.encode_utf8(&mut [0; 4]))?;
                }
            }
            "fldChar" => self.field(tag),
            "footnoteReference" => self.note(Note::Foot, tag)?,
            "endnoteReference" => self.note(Note::End, tag)?,
            "commentReference" => self.omissions.comments += 1,
            "del" | "moveFrom" => {
                self.omissions.struck = true;
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
            "tbl" => self.open.push(Container::Table(DocxTable::default())),
            "tr" => self.open.push(Container::Row(TableRow::default())),
            "tc" => {
                self.count()?;
                self.open.push(Container::Cell(Vec::new()));
            }
            "txbxContent" => {
                let is_said = self.paragraphs.last().is_some_and(|begun| !is_blank(&begun.runs));
                self.open.push(Container::TextBox(Vec::new(), is_said));
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
            "tc" | "tr" | "tbl" | "txbxContent" => self.close_container(),
            _ => {}
        }
    }

    fn close_container(&mut self) {
        self.flush();
        match self.open.pop() {
            Some(Container::Table(table)) => self.put(DocxBlock::Table(table)),
            Some(Container::Row(row)) => {
                if let Some(Container::Table(table)) = self.open.last_mut() {
                    table.rows.push(row);
                }
            }
            Some(Container::Cell(blocks)) => {
                if let Some(Container::Row(row)) = self.open.last_mut() {
                    row.cells.push(blocks);
                }
            }
            Some(Container::TextBox(blocks, true)) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.after.extend(blocks);
                }
            }
            Some(Container::TextBox(blocks, false)) => blocks.into_iter().for_each(|block| self.put(block)),
            None => {}
        }
        self.gap = true;
    }

    /// Words that were to go on in a next paragraph are one themselves where there is none.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.carried);
        if !is_blank(&runs) {
            self.put(DocxBlock::Paragraph(DocxParagraph {
                role: ParagraphRole::Text,
                item: None,
                runs,
                gap: self.gap,
            }));
        }
    }

    /// Puts a block where it belongs. Rows consist of cells only, and tables of rows.
    fn put(&mut self, block: DocxBlock) {
        let blocks = self.open.iter_mut().rev().find_map(|container| match container {
            Container::Cell(blocks) | Container::TextBox(blocks, _) => Some(blocks),
            Container::Table(_) | Container::Row(_) => None,
        });
        blocks.unwrap_or(&mut self.blocks).push(block);
    }

    fn properties(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Unfit> {
        let mut begun = self.paragraphs.pop().unwrap_or_default();
        let above = xml.depth() - 1;
        let mut in_mark = false;
        while xml.depth() > above {
            match xml.step()? {
                XmlEvent::Open(tag) => match tag.name() {
                    "pPrChange" | "rPrChange" | "sectPr" => xml.skip()?,
                    "pStyle" => begun.style = tag.val(),
                    "numId" => begun.list.number = tag.number("val"),
                    "ilvl" => begun.list.depth = tag.number("val"),
                    "outlineLvl" => begun.outline = tag.number("val"),
                    "rPr" => in_mark = true,
                    "del" if in_mark => begun.goes_on = true,
                    _ => {}
                },
                XmlEvent::End => return Err(Unfit::Broken),
                XmlEvent::Close(_) | XmlEvent::Text(_) => {}
            }
        }
        begun.usual = self.resources.styles.of(begun.style.as_deref()).look;
        self.paragraphs.push(begun);
        Ok(())
    }

    fn look(&mut self, xml: &mut XmlReader<'_>) -> Result<(), Unfit> {
        let mut look = CharacterFormat::default();
        let mut style = CharacterFormat::default();
        let above = xml.depth() - 1;
        while xml.depth() > above {
            match xml.step()? {
                XmlEvent::Open(tag) => match tag.name() {
                    "rPrChange" => xml.skip()?,
                    "rStyle" => {
                        style = tag.val().map(|id| self.resources.styles.look(&id)).unwrap_or_default();
                    }
                    _ => look.take(&tag, &self.resources.theme),
                },
                XmlEvent::End => return Err(Unfit::Broken),
                XmlEvent::Close(_) | XmlEvent::Text(_) => {}
            }
        }
        if let Some(begun) = self.paragraphs.last_mut() {
            begun.look = look.or(style);
        }
        Ok(())
    }

    fn field(&mut self, tag: &StartTag<'_>) {
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

    /// Puts the text of a note in brackets behind the words it belongs to.
    fn note(&mut self, of: Note, tag: &StartTag<'_>) -> Result<(), Unfit> {
        let Some(id) = tag.attribute("id") else { return Ok(()) };
        match self.resources.notes.get(&(of, id)).filter(|note| !note.is_empty()) {
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
            self.omissions.hidden |= text.contains(char::is_alphanumeric);
            return Ok(());
        }
        let (green, bold) = (look.green == Some(true), look.bold == Some(true));
        match begun.runs.last_mut().filter(|run| run.green == green && run.bold == bold) {
            Some(run) => run.text.push_str(text),
            None => begun.runs.push(DocxRun { text: text.to_owned(), green, bold }),
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
            let style = self.resources.styles.of(begun.style.as_deref());
            let outline = begun.outline.or(style.outline).filter(|level| *level < 9);
            let role = match style.role(id) {
                ParagraphRole::Text => {
                    outline.map_or(ParagraphRole::Text, |level| ParagraphRole::Heading(level + 1))
                }
                role => role,
            };
            if role == ParagraphRole::Contents {
                self.omissions.contents = true;
            } else {
                let list = begun.list.or(style.list);
                let item = list.number.filter(|number| *number > 0).map(|number| {
                    let by_style = self.resources.numbering.depth_of(number, id);
                    let depth = begun.list.depth.or(by_style).or(style.list.depth).filter(|depth| *depth > 0);
                    let depth = depth.or_else(|| StyleDefinitions::depth(&style)).unwrap_or(0);
                    DocxListItem { marker: self.resources.numbering.next(number, depth), list: number, depth }
                });
                let item = item.filter(|item| item.marker != ListMarker::Nothing);
                let paragraph = DocxParagraph { role, item, runs: begun.runs, gap: self.gap };
                self.put(DocxBlock::Paragraph(paragraph));
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
