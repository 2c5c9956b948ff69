//! Reads a tagged PDF as a screen reader does: the tree of its tags, with the text that belongs to each.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A tag with its text and the tags within it.
#[derive(Debug, Default)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// `Row` or `Column`, for the headers of a table.
    pub(crate) scope: Option<String>,
    pub(crate) text: String,
    pub(crate) within: Vec<Tag>,
}

impl Tag {
    /// The tags from here on, the text of each behind its name, the tags within it indented.
    pub(crate) fn outline(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out
    }

    fn write(&self, out: &mut String, depth: usize) {
        let scope = self.scope.as_ref().map(|scope| format!(" ({scope})")).unwrap_or_default();
        let text = if self.text.is_empty() { String::new() } else { format!(" {:?}", self.text) };
        *out += &["  ".repeat(depth), self.name.clone(), scope, text, String::from("\n")].concat();
        self.within.iter().for_each(|tag| tag.write(out, depth + 1));
    }

    /// Every text in reading order, one tag a line.
    pub(crate) fn words(&self) -> String {
        let within: String = self.within.iter().map(Tag::words).collect();
        format!("{}\n{within}", self.text)
    }

    /// Every tag of a name.
    pub(crate) fn all<'a>(&'a self, name: &str) -> Vec<&'a Tag> {
        let own = (self.name == name).then_some(self);
        own.into_iter().chain(self.within.iter().flat_map(|tag| tag.all(name))).collect()
    }
}

/// A file that has been read.
pub(crate) struct Pdf {
    document: Document,
    pages: HashMap<ObjectId, BTreeMap<i64, String>>,
    /// For each page, everything drawn on it that no tag holds.
    pub(crate) artifacts: Vec<String>,
    /// For each page, everything drawn on it.
    drawn: Vec<String>,
}

impl Pdf {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).unwrap();
        let mut pdf = Self { pages: HashMap::new(), artifacts: Vec::new(), drawn: Vec::new(), document };
        for (_, id) in pdf.document.get_pages() {
            let page = pdf.page(id);
            pdf.pages.insert(id, page.marked);
            pdf.artifacts.push(page.artifacts);
            pdf.drawn.push(page.drawn);
        }
        pdf
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// The properties of the file, by name.
    pub(crate) fn property(&self, name: &str) -> String {
        let info = self.dictionary(self.document.trailer.get(b"Info").unwrap());
        lopdf::decode_text_string(info.get(name.as_bytes()).unwrap()).unwrap()
    }

    /// The bookmarks in order, each with its depth in the outline.
    pub(crate) fn bookmarks(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let outlines = self.dictionary(self.catalog().get(b"Outlines").unwrap());
        self.bookmarks_of(outlines, 0, &mut found);
        found
    }

    fn bookmarks_of(&self, above: &Dictionary, depth: usize, found: &mut Vec<(usize, String)>) {
        let mut next = above.get(b"First").ok();
        while let Some(item) = next.map(|item| self.dictionary(item)) {
            found.push((depth, lopdf::decode_text_string(item.get(b"Title").unwrap()).unwrap()));
            self.bookmarks_of(item, depth + 1, found);
            next = item.get(b"Next").ok();
        }
    }

    /// Everything in the file that is text: properties, bookmarks, metadata, what is read out and what is drawn.
    pub(crate) fn everything(&self) -> String {
        let mut all = self.tags().words();
        all += &[&self.artifacts[..], &self.drawn[..]].concat().join("\n");
        for object in self.document.objects.values() {
            strings(object, &mut all);
            if let Ok(stream) = object.as_stream() {
                let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                // The bytes of a font are no words, though two of them may happen to be those of a short name.
                if !content.starts_with(&[0, 1, 0, 0]) && !content.starts_with(b"OTTO") {
                    all += &String::from_utf8_lossy(&content);
                }
                stream.dict.iter().for_each(|(_, value)| strings(value, &mut all));
            }
        }
        all
    }

    /// The tag of the whole document.
    pub(crate) fn tags(&self) -> Tag {
        let root = self.dictionary(self.catalog().get(b"StructTreeRoot").unwrap());
        let top = match self.follow(root.get(b"K").unwrap()) {
            Object::Array(top) => &top[0],
            top => top,
        };
        self.tag(self.dictionary(top))
    }

    fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).unwrap().1
    }

    fn dictionary<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        self.follow(object).as_dict().unwrap()
    }

    fn tag(&self, element: &Dictionary) -> Tag {
        let name = String::from_utf8_lossy(element.get(b"S").unwrap().as_name().unwrap()).into_owned();
        let mut tag = Tag { name, scope: self.scope(element), ..Tag::default() };
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let kids: Vec<&Object> = match element.get(b"K").map(|kids| self.follow(kids)) {
            Ok(Object::Array(kids)) => kids.iter().map(|kid| self.follow(kid)).collect(),
            Ok(kid) => vec![kid],
            Err(_) => Vec::new(),
        };
        for kid in kids {
            match kid {
                Object::Integer(mark) => tag.text += &self.marked(page.unwrap(), *mark),
                Object::Dictionary(kid) if kid.has(b"MCID") => {
                    let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                    tag.text += &self.marked(page.unwrap(), kid.get(b"MCID").unwrap().as_i64().unwrap());
                }
                kid => tag.within.push(self.tag(kid.as_dict().unwrap())),
            }
        }
        tag
    }

    fn scope(&self, element: &Dictionary) -> Option<String> {
        let attributes = match self.follow(element.get(b"A").ok()?) {
            Object::Array(all) => all.iter().map(|one| self.dictionary(one)).collect(),
            one => vec![one.as_dict().ok()?],
        };
        let scope = attributes.into_iter().find_map(|one| one.get(b"Scope").ok())?;
        Some(String::from_utf8_lossy(scope.as_name().ok()?).into_owned())
    }

    fn marked(&self, page: ObjectId, mark: i64) -> String {
        self.pages[&page].get(&mark).unwrap_or_else(|| panic!("no marked content {mark}")).clone()
    }

    /// A page that has been read.
    fn page(&self, id: ObjectId) -> Page {
        let fonts = self.document.get_page_fonts(id).unwrap();
        let fonts: HashMap<Vec<u8>, HashMap<u16, String>> =
            fonts.into_iter().map(|(name, font)| (name, self.characters(font))).collect();
        let content = Content::decode(&self.document.get_page_content(id)).unwrap();
        let mut page = Page::default();
        for operation in &content.operations {
            page.read(operation, &fonts);
        }
        page
    }

    /// The text of each code of a font.
    fn characters(&self, font: &Dictionary) -> HashMap<u16, String> {
        let map = self.follow(font.get(b"ToUnicode").unwrap()).as_stream().unwrap();
        let map = String::from_utf8(map.decompressed_content().unwrap()).unwrap();
        let mut found = HashMap::new();
        let mut in_map = false;
        for line in map.lines() {
            match line {
                _ if line.ends_with("beginbfchar") => in_map = true,
                "endbfchar" => in_map = false,
                _ if in_map => {
                    let mut hex = line.split(['<', '>']).filter(|hex| !hex.trim().is_empty());
                    let (code, text) = (hex.next().unwrap(), hex.next().unwrap());
                    let units: Vec<u16> = text
                        .as_bytes()
                        .chunks(4)
                        .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).unwrap(), 16).unwrap())
                        .collect();
                    found.insert(u16::from_str_radix(code, 16).unwrap(), String::from_utf16(&units).unwrap());
                }
                _ => assert!(!line.ends_with("beginbfrange"), "ranges are not read here"),
            }
        }
        found
    }
}

/// The strings and names in an object, a line each.
fn strings(object: &Object, all: &mut String) {
    match object {
        Object::String(..) => *all += &(lopdf::decode_text_string(object).unwrap_or_default() + "\n"),
        Object::Array(within) => within.iter().for_each(|object| strings(object, all)),
        Object::Name(name) => *all += &(String::from_utf8_lossy(name).into_owned() + "\n"),
        Object::Dictionary(within) => within.iter().for_each(|(key, object)| {
            *all += &(String::from_utf8_lossy(key).into_owned() + "\n");
            strings(object, all);
        }),
        _ => {}
    }
}

/// A page while it is read.
#[derive(Default)]
struct Page {
    marked: BTreeMap<i64, String>,
    artifacts: String,
    /// All that is drawn, what other text replaces among it.
    drawn: String,
    font: Vec<u8>,
    /// The marks that are open: a number, text that replaces what is drawn, or neither.
    open: Vec<(Option<i64>, Option<String>)>,
}

impl Page {
    fn read(&mut self, operation: &Operation, fonts: &HashMap<Vec<u8>, HashMap<u16, String>>) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => self.font = operands[0].as_name().unwrap().to_vec(),
            "BMC" => self.open.push((None, None)),
            "BDC" => {
                let properties = operands[1].as_dict().unwrap();
                let number = properties.get(b"MCID").ok().map(|number| number.as_i64().unwrap());
                let actual = properties.get(b"ActualText").ok();
                let actual = actual.map(|text| lopdf::decode_text_string(text).unwrap());
                if let Some(number) = number {
                    self.marked.insert(number, String::new());
                }
                self.open.push((number, actual));
            }
            "EMC" => {
                let (_, actual) = self.open.last().unwrap().clone();
                if let Some(actual) = actual {
                    self.open.last_mut().unwrap().1 = None;
                    self.say(&actual);
                }
                self.open.pop();
            }
            "Tj" => self.show(&operands[0], &fonts[&self.font]),
            "TJ" => {
                for part in operands[0].as_array().unwrap() {
                    self.show(part, &fonts[&self.font]);
                }
            }
            _ => {}
        }
    }

    fn show(&mut self, text: &Object, font: &HashMap<u16, String>) {
        let Ok(codes) = text.as_str() else { return };
        for code in codes.chunks(2) {
            let code = u16::from(code[0]) << 8 | u16::from(code[1]);
            self.say(&font[&code]);
        }
    }

    /// Text is drawn; a screen reader skips it where other text replaces it.
    fn say(&mut self, text: &str) {
        self.drawn += text;
        if self.open.iter().any(|(_, actual)| actual.is_some()) {
            return;
        }
        match self.open.iter().rev().find_map(|(number, _)| *number) {
            Some(number) => self.marked.entry(number).or_default().push_str(text),
            None => self.artifacts += text,
        }
    }
}
