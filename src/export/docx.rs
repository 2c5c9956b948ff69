//! A document as a Word file (ECMA-376, transitional): real styles, lists and tables, so that it can be edited further,
//! works with screen readers, and takes on the look of an organisation's own template. It opens no file.

use self::body::Body;
use self::file::WordFile;
use self::headers_footers::HeadersFooters;
use self::list_ids::ListIds;
use self::numbering::Lists;
use self::styles::RoleStyles;
use self::xml::XmlWriter;
use crate::i18n::Words;
use crate::report::Document;

mod body;
mod file;
mod formatting;
mod headers_footers;
mod list_ids;
mod namespaces;
mod numbering;
mod package;
mod page;
mod properties;
mod role;
mod styles;
mod table;
pub mod template;
mod xml;

pub use template::{NotATemplate, NotOpened, Template};

/// The document as a Word file, with the look of a template where there is one.
///
/// # Errors
/// Where the archive cannot be written, which only a file of more than 4 GiB should make happen.
pub fn write(
    document: &Document,
    words: &Words,
    template: Option<&Template>,
) -> Result<Vec<u8>, zip::result::ZipError> {
    let (styles, style_part) = match template {
        Some(template) => template.styles(words, document.lang),
        None => RoleStyles::own(words),
    };
    let mut body = Body {
        xml: XmlWriter::default(),
        styles: &styles,
        words,
        lists: Lists::new(template.map_or(ListIds::OWN, Template::ids)),
        width: template.and_then(|template| template.pages.width).unwrap_or(page::WIDTH),
    };
    body.document(document);
    let mut file = WordFile::with(template.map_or(&[][..], |template| &template.parts));
    let settings = template.map(|template| template.settings.clone()).unwrap_or_default();
    file.put("styles", "styles", style_part);
    file.put("settings", "settings", page::settings(document.lang, &settings));
    match template.and_then(|template| template.numbering.as_ref()) {
        Some(theirs) => file.put_as(&theirs.name, "numbering", theirs.joined(&body.lists, &styles)),
        None => file.put("numbering", "numbering", body.lists.part(&styles)),
    };
    for (kind, name) in template.iter().flat_map(|template| &template.related) {
        file.relations.to(kind, &file::target(name));
    }
    if !template.is_some_and(|template| template.related.iter().any(|(kind, _)| *kind == "fontTable")) {
        file.put("fontTable", "fontTable", styles::fonts());
    }
    let section = HeadersFooters { document, styles: &styles, words, template }.put(&mut file);
    let main = XmlWriter::part("w:document", &page::NAMES, |xml| {
        xml.element("w:body", &[], |xml| {
            xml.append(body.xml);
            xml.element("w:sectPr", &[], |xml| xml.raw(&section));
        });
    });
    file.into_bytes(document, main)
}
