//! Writes XML: elements are always closed, and text can never become markup. It knows nothing of Word.

use quick_xml::escape::partial_escape;

use crate::text::safe;

/// The first line of every part.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// XML that is being written.
#[derive(Debug, Default)]
pub(super) struct XmlWriter(String);

/// Names and values of attributes.
type Attributes<'a> = &'a [(&'a str, &'a str)];

impl XmlWriter {
    /// A whole part with this outermost element.
    pub(super) fn part(name: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) -> String {
        let mut xml = Self(DECLARATION.to_owned());
        xml.element(name, attributes, content);
        xml.0
    }

    /// A fragment of a part.
    pub(super) fn piece(content: impl FnOnce(&mut Self)) -> String {
        let mut xml = Self::default();
        content(&mut xml);
        xml.0
    }

    /// Appends an element with content.
    pub(super) fn element(&mut self, name: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.0.push('>');
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// Appends an empty element.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// Appends a property: `<name w:val="value"/>`.
    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Appends an element that holds text alone.
    pub(super) fn text_element(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// Appends text without the characters that are not allowed in a document.
    pub(super) fn text(&mut self, text: &str) {
        self.0.push_str(&partial_escape(safe::line(text)));
    }

    /// Appends XML of our own, as it is.
    pub(super) fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    /// Appends a fragment that was written before.
    pub(super) fn append(&mut self, piece: Self) {
        if self.0.is_empty() { *self = piece } else { self.0.push_str(&piece.0) }
    }

    fn open(&mut self, name: &str, attributes: Attributes) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.0.push_str(&quick_xml::escape::escape(safe::line(value)));
            self.0.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let xml = XmlWriter::piece(|xml| {
            xml.element("a", &[("b", "\"<\u{7}>")], |xml| {
                xml.text("<script>&amp;\u{0}\u{202e}\u{ffff} \t😀");
            });
        });
        assert_eq!(xml, "<a b=\"&quot;&lt;&gt;\">&lt;script&gt;&amp;amp;  😀</a>");
    }
}
