//! What stands in a document: the title, the facts and the blocks, each paragraph in the style of what it is. Lists are
//! real lists, and what belongs together stays on one page.

use super::numbering::{DEPTH, Lists};
use super::styles::{LEVELS, Listed, Role, STEP, Styles};
use super::xml::Xml;
use crate::i18n::Words;
use crate::report::document::{Block, Document, Item, List, Marks, Paragraph, Run, Style};

/// The body as it grows.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) xml: Xml,
    pub(super) styles: &'a Styles,
    pub(super) words: &'a Words,
    /// The lists so far.
    pub(super) lists: Lists,
    /// How wide the text is, in twentieths of a point.
    pub(super) width: u32,
}

/// How a paragraph is set beside its style.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Set {
    /// It stays on the page of what follows.
    pub(super) keep_next: bool,
    /// Its list: the instance, and the level from 0.
    pub(super) list: Option<(u32, u8)>,
    /// There is air above it.
    pub(super) air: bool,
    /// How far it is set in, where its style does not say so.
    pub(super) left: Option<u32>,
}

/// The air between a table and what follows.
const AIR: u32 = 240;
/// How far the line beside an answer stands from what it is set in to.
const BESIDE: u32 = 227;

impl Body<'_> {
    /// The whole document.
    pub(super) fn document(&mut self, document: &Document) {
        if let Some(genre) = &document.genre {
            self.words(Role::Genre, Set::default(), genre);
        }
        self.words(Role::Title, Set::default(), &document.title);
        let mut after_table = !document.facts.is_empty();
        if after_table {
            self.facts(document);
        }
        for (at, block) in document.blocks.iter().enumerate() {
            let next = document.blocks.get(at + 1);
            match block {
                Block::Heading { level, text } => {
                    self.words(Role::Heading((*level).clamp(1, LEVELS)), Set::default(), text);
                }
                Block::Paragraph(paragraph) => {
                    let keep_next = introduces(paragraph, next);
                    let air =
                        after_table || keep_next && is_signed(next) && paragraph.style != Style::Signature;
                    self.paragraph(paragraph, Set { keep_next, air, ..Set::default() });
                }
                Block::List(list) => {
                    if after_table {
                        self.gap();
                    }
                    self.list(list, 0);
                }
                Block::Table(table) => {
                    if after_table {
                        self.gap();
                    }
                    self.table(table);
                }
            }
            after_table = matches!(block, Block::Table(_));
        }
        if after_table {
            self.gap();
        }
    }

    /// Between two tables, which would grow together, and after the last one.
    fn gap(&mut self) {
        self.xml.raw(r#"<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="exact"/></w:pPr></w:p>"#);
    }

    fn list(&mut self, list: &List, level: u8) {
        let named = level.min(LEVELS - 1) + 1;
        let in_words = level.min(DEPTH - 1);
        let role = match list.marks {
            Marks::Bullets => Role::Bullet(named),
            Marks::Numbers(_) => Role::Number(named),
        };
        let theirs = self.styles.named(role).and_then(|style| style.list);
        let instance = match list.marks {
            Marks::Bullets => Some((self.lists.bullets(), in_words)),
            Marks::Numbers(first) => {
                let level = theirs.map_or(in_words, |list| list.level);
                let definition = theirs.map(|list| list.definition);
                Some((self.lists.numbers(definition, level, first), level))
            }
        };
        let place = Place { role, theirs, instance, level };
        for item in &list.items {
            self.item(item, place);
        }
    }

    fn item(&mut self, item: &Item, place: Place) {
        for (at, paragraph) in item.paragraphs.iter().enumerate() {
            // What is said stays with the first of what is answered to it, or of what is listed under it.
            let is_last = at + 1 == item.paragraphs.len();
            let keep_next = at < 2 && !is_last || at == 0 && !item.under.is_empty();
            let set = if at == 0 { place.first(paragraph.style) } else { place.further(paragraph.style) };
            let role = match (paragraph.style, at) {
                (Style::Body, 0) => place.role,
                (Style::Body, _) => Role::Continue(place.level.min(LEVELS - 1) + 1),
                (style, _) => role(style),
            };
            self.runs(role, Set { keep_next, ..set }, &paragraph.runs);
        }
        for list in &item.under {
            self.list(list, place.level.saturating_add(1));
        }
    }

    /// A paragraph outside of lists.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, set: Set) {
        self.runs(role(paragraph.style), set, &paragraph.runs);
    }

    /// Words that are set alike.
    pub(super) fn words(&mut self, role: Role, set: Set, text: &str) {
        self.set(role, set, |body| body.run(text, false));
    }

    /// Words in the order of their runs.
    pub(super) fn runs(&mut self, role: Role, set: Set, runs: &[Run]) {
        self.set(role, set, |body| runs.iter().for_each(|run| body.run(&run.text, run.strong)));
    }

    fn set(&mut self, role: Role, set: Set, content: impl FnOnce(&mut Self)) {
        self.xml.raw("<w:p>");
        self.properties(role, set);
        content(self);
        self.xml.raw("</w:p>");
    }

    fn properties(&mut self, role: Role, set: Set) {
        let is_plain = role == Role::Body && !set.keep_next && set.list.is_none() && set.left.is_none();
        if is_plain && !set.air {
            return;
        }
        let styles = self.styles;
        self.xml.element("w:pPr", &[], |xml| {
            if role != Role::Body {
                xml.value("w:pStyle", styles.id(role));
            }
            if set.keep_next {
                xml.empty("w:keepNext", &[]);
            }
            if let Some((instance, level)) = set.list {
                xml.element("w:numPr", &[], |xml| {
                    xml.value("w:ilvl", &level.to_string());
                    xml.value("w:numId", &instance.to_string());
                });
            }
            if set.air {
                xml.empty("w:spacing", &[("w:before", &AIR.to_string())]);
            }
            if let Some(left) = set.left {
                xml.empty("w:ind", &[("w:left", &left.to_string())]);
            }
        });
    }

    fn run(&mut self, text: &str, strong: bool) {
        if text.is_empty() {
            return;
        }
        let styles = self.styles;
        self.xml.element("w:r", &[], |xml| {
            if strong {
                xml.element("w:rPr", &[], |xml| {
                    xml.value("w:rStyle", styles.id(Role::Strong));
                    // Said once more, because a house's own style may say it of the whole paragraph, which turns it.
                    xml.raw("<w:b/><w:bCs/>");
                });
            }
            for (at, line) in text.split('\n').enumerate() {
                if at > 0 {
                    xml.empty("w:br", &[]);
                }
                self::line(xml, line);
            }
        });
    }
}

/// Where an item stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    role: Role,
    theirs: Option<Listed>,
    instance: Option<(u32, u8)>,
    level: u8,
}

impl Place {
    /// How the first paragraph is set: the mark stands before it.
    fn first(self, style: Style) -> Set {
        // Bullets of a house come with its style; numbers begin anew, which only a list of their own can say.
        let by_style = style == Style::Body && self.theirs.is_some() && matches!(self.role, Role::Bullet(_));
        Set { list: if by_style { None } else { self.instance }, ..Set::default() }
    }

    /// How a further paragraph is set: under the words of the first.
    fn further(self, style: Style) -> Set {
        let step = (u32::from(self.level.min(DEPTH - 1)) + 1) * STEP;
        let left = self.theirs.and_then(|list| list.left).unwrap_or(step);
        let is_named = style == Style::Body && left == step && self.level < LEVELS;
        let beside = if style == Style::Response { BESIDE } else { 0 };
        Set { left: (!is_named).then_some(left + beside), ..Set::default() }
    }
}

/// Words without a line break. A soft hyphen has an element of its own in Word.
fn line(xml: &mut Xml, line: &str) {
    for (at, piece) in line.split('\u{AD}').enumerate() {
        if at > 0 {
            xml.empty("w:softHyphen", &[]);
        }
        if !piece.is_empty() {
            xml.text_element("w:t", &[("xml:space", "preserve")], piece);
        }
    }
}

/// Whether a paragraph is nothing without what follows: the line above names, lists and tables.
fn introduces(paragraph: &Paragraph, next: Option<&Block>) -> bool {
    match next {
        Some(Block::Paragraph(_)) => is_signed(next),
        Some(Block::List(_) | Block::Table(_)) => {
            paragraph.runs.last().is_some_and(|run| run.text.trim_end().ends_with(':'))
        }
        _ => false,
    }
}

/// Whether somebody signs here.
fn is_signed(block: Option<&Block>) -> bool {
    matches!(block, Some(Block::Paragraph(paragraph)) if paragraph.style == Style::Signature)
}

fn role(style: Style) -> Role {
    match style {
        Style::Body => Role::Body,
        Style::Details => Role::Details,
        Style::Response => Role::Response,
        Style::Quote => Role::Quote,
        Style::Signature => Role::Signature,
    }
}
