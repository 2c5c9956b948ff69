//! The Word document of an organisation as a template: its whole look is taken on, and hostile files are refused at
//! once.

use std::io::Write;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use vidpennan::export::With;
use vidpennan::export::docx::{NotATemplate, Template};
use vidpennan::i18n::Lang;
use vidpennan::model::Names;
use vidpennan::report::{Document, KnownPeople, Material, hidden};
use vidpennan::speech;

use super::parts::{Parts, assert_sound, pack, seen, text, unpack, values};
use super::{assert_every_word, meeting, of, words, write};
use crate::support::material::registered;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The smallest picture there is.
const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

fn relations(list: &[(&str, &str, &str)]) -> String {
    let list = list.iter().fold(String::new(), |list, (id, sort, target)| {
        list + &format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{sort}" Target="{target}"/>"#)
    });
    format!(
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{list}</Relationships>"#
    )
}

/// A template as a Swedish Word saves it: Swedish ids, English names, a logo in the header of the first page, its own
/// lists, theme and typefaces.
fn organisation() -> Parts {
    let named = format!(r#"xmlns:w="{MAIN}" xmlns:r="{OFFICE}""#);
    let styles = format!(
        r#"<w:styles {named}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="7A003C"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="Numreradlista"><w:name w:val="List Number"/><w:basedOn w:val="Punktlista"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:style>
        <w:style w:type="character" w:styleId="Title"><w:name w:val="Rubrik Char"/></w:style>
        <w:style w:type="table" w:default="1" w:styleId="Normaltabell"><w:name w:val="Normal Table"/></w:style>
        <w:style w:type="table" w:styleId="Tabellrutnt"><w:name w:val="Table Grid"/><w:basedOn w:val="Normaltabell"/></w:style>
        </w:styles>"#
    );
    let numbering = format!(
        r#"<w:numbering {named}><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:pStyle w:val="Punktlista"/><w:lvlText w:val="■"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:pStyle w:val="Numreradlista"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
        <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="9"><w:abstractNumId w:val="5"/></w:num></w:numbering>"#
    );
    let document = format!(
        r#"<w:document {named}><w:body><w:p><w:r><w:t>Mallens egen text</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/><w:footerReference w:type="default" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2268" w:right="1701" w:bottom="1701" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:cols w:num="2"/><w:titlePg/></w:sectPr></w:body></w:document>"#
    );
    let head = |inner: &str| {
        format!(
            r#"<w:hdr {named} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:p><w:r><w:t>Sundby kommun</w:t>{inner}</w:r></w:p></w:hdr>"#
        )
    };
    let types = format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="PNG" ContentType="image/png"/>
        <Override PartName="/word/document.xml" ContentType="{TYPE}.template.main+xml"/><Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="{TYPE}.numbering+xml"/><Override PartName="/word/header1.xml" ContentType="{TYPE}.header+xml"/><Override PartName="/word/header2.xml" ContentType="{TYPE}.header+xml"/><Override PartName="/word/footer1.xml" ContentType="{TYPE}.footer+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/word/fontTable.xml" ContentType="{TYPE}.fontTable+xml"/><Override PartName="/word/settings.xml" ContentType="{TYPE}.settings+xml"/></Types>"#
    );
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "word/document.xml")])),
        ("word/document.xml", document),
        (
            "word/_rels/document.xml.rels",
            relations(&[
                ("rId1", "styles", "styles.xml"),
                ("rId2", "numbering", "numbering.xml"),
                ("rId3", "theme", "theme/theme1.xml"),
                ("rId4", "fontTable", "fontTable.xml"),
                ("rId5", "header", "header1.xml"),
                ("rId6", "header", "/word/header2.xml"),
                ("rId7", "footer", "footer1.xml"),
                ("rId8", "settings", "settings.xml"),
            ]),
        ),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        (
            "word/settings.xml",
            format!(r#"<w:settings {named}><w:clrSchemeMapping w:bg1="light1" w:t1="dark1"/></w:settings>"#),
        ),
        ("word/theme/theme1.xml", "<theme/>".to_owned()),
        ("word/fontTable.xml", format!("<w:fonts {named}/>")),
        ("word/header1.xml", head("")),
        ("word/header2.xml", head(r#"<w:drawing><a:blip r:embed="rId1"/></w:drawing>"#)),
        ("word/_rels/header2.xml.rels", relations(&[("rId1", "image", "media/image1.png")])),
        (
            "word/footer1.xml",
            format!("<w:ftr {named}><w:p><w:r><w:t>www.sundby.example</w:t></w:r></w:p></w:ftr>"),
        ),
    ];
    let mut parts: Parts = parts.into_iter().map(|(name, xml)| (name.to_owned(), xml.into_bytes())).collect();
    parts.insert("word/media/image1.png".to_owned(), LOGO.to_vec());
    parts
}

fn packed(parts: &Parts) -> Vec<u8> {
    pack(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// The organisation's document with a part replaced.
fn with_part(name: &str, change: impl FnOnce(&str) -> String) -> Vec<u8> {
    let mut parts = organisation();
    let changed = change(text(&parts, name));
    parts.insert(name.to_owned(), changed.into_bytes());
    packed(&parts)
}

fn written(document: &Document, template: &[u8]) -> Parts {
    let template = Template::read(template).unwrap();
    let parts = unpack(&write(document, &With::new(words()).template(&template)));
    assert_sound(&parts);
    assert_every_word(document, &parts);
    parts
}

/// What is hidden in our words does not go out in the words of the template: in pieces of a name, in fields, in what a
/// picture shows, and in addresses.
#[test]
fn names_in_headers_and_footers_of_a_template_are_hidden() {
    let head = r#"<w:p><w:r><w:t>Handläggare: Runa </w:t></w:r><w:r><w:t>Sjö</w:t></w:r><w:r><w:t>man</w:t></w:r><w:r><w:tab/><w:t>Sundby &amp; Norr</w:t></w:r><w:ins w:author="Runa Sjöman"><w:r><w:t>Ny</w:t></w:r></w:ins></w:p><w:p><w:r><w:instrText>HYPERLINK "mailto:runa.sjoman@sundby.example"</w:instrText></w:r><w:r><w:drawing><a:docPr descr="Foto av Runa Sjöman"/></w:drawing></w:r></w:p>"#;
    let mut parts = organisation();
    let own = text(&parts, "word/header1.xml").replace("<w:p>", &format!("{head}<w:p>"));
    parts.insert("word/header1.xml".to_owned(), own.into_bytes());
    let address = r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:runa.sjoman@sundby.example" TargetMode="External"/></Relationships>"#;
    let list = relations(&[]).replace("</Relationships>", address);
    parts.insert("word/_rels/header1.xml.rels".to_owned(), list.into_bytes());
    let material =
        Material { people: vec![registered("Runa Sjöman", "Handläggare")], ..Material::default() };
    let known = KnownPeople::of(&material);
    for (names, instead) in [(Names::None, "N.N."), (Names::Initials, "R.S."), (Names::Role, "handläggaren")]
    {
        let mut template = Template::read(&packed(&parts)).unwrap();
        let hide = hidden::hiding(names, &known, Lang::Sv).unwrap();
        assert!(template.hide(hide).unwrap() > 0);
        let document = of(&meeting());
        let written = unpack(&write(&document, &With::new(words()).template(&template)));
        assert_sound(&written);
        assert_every_word(&document, &written);
        for (name, bytes) in written.iter().filter(|(name, _)| !name.starts_with("word/media")) {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            assert!(
                !text.contains("runa") && !text.contains("sjö") && !text.contains("sjoman"),
                "{name}: {text}"
            );
        }
        let header = text(&written, "word/header1.xml");
        assert!(header.to_lowercase().contains(&instead.to_lowercase()), "{header}");
        assert!(header.contains("Sundby &amp; Norr") && header.contains("Sundby kommun"), "{header}");
    }
    assert!(hidden::hiding(Names::Written, &known, Lang::Sv).is_none());
}

#[test]
fn the_text_has_the_styles_of_the_organisation() {
    let parts = written(&of(&meeting()), &packed(&organisation()));
    let main = text(&parts, "word/document.xml");
    let used = values(main, "w:pStyle", "w:val");
    for id in ["Rubrik", "Rubrik1", "Punktlista"] {
        assert!(used.iter().any(|used| used == id), "{id} in {used:?}");
    }
    assert!(!main.contains("Mallens egen text"));
    assert!(
        main.contains(r#"<w:pStyle w:val="Punktlista"/></w:pPr>"#),
        "the template's bullets come with its style"
    );
    let styles = text(&parts, "word/styles.xml");
    assert!(styles.contains("7A003C"), "the template's own look is preserved");
    let names = values(styles, "w:name", "w:val");
    for name in ["Återkoppling", "heading 2", "List Bullet 2", "Signature"] {
        assert_eq!(names.iter().filter(|known| *known == name).count(), 1, "{name}");
    }
    assert_eq!(names.iter().filter(|name| name.to_lowercase() == "heading 1").count(), 1);
    assert!(values(styles, "w:basedOn", "w:val").contains(&"Normaltabell".to_owned()));
    assert_eq!(values(styles, "w:lang", "w:val"), ["sv-SE"], "the text is Swedish whatever the template was");
}

#[test]
fn the_pages_heads_and_logo_are_those_of_the_organisation() {
    let mut document = of(&meeting());
    for (mark, marked) in [(Some("UTKAST".to_owned()), true), (None, false)] {
        document.mark = mark;
        let parts = written(&document, &packed(&organisation()));
        let main = text(&parts, "word/document.xml");
        assert_eq!(values(main, "w:pgMar", "w:left"), ["1701"]);
        assert!(main.contains("<w:titlePg/>") && !main.contains("<w:cols"));
        assert_eq!(values(main, "w:headerReference", "w:type"), ["default", "first"]);
        assert_eq!(values(main, "w:footerReference", "w:type"), ["default"]);
        for head in ["word/header1.xml", "word/header2.xml"] {
            let seen = seen(text(&parts, head));
            assert!(seen.contains("Sundby kommun"));
            assert_eq!(seen.matches("UTKAST").count(), usize::from(marked), "{head}");
        }
        assert_eq!(parts["word/media/image1.png"], LOGO);
        assert!(parts.contains_key("word/theme/theme1.xml"));
        assert!(
            text(&parts, "word/settings.xml")
                .contains(r#"<w:clrSchemeMapping w:bg1="light1" w:t1="dark1"/>"#)
        );
        let widths = values(main, "w:gridCol", "w:w");
        assert_eq!(widths.iter().map(|width| width.parse::<u32>().unwrap()).sum::<u32>(), 11_906 - 2 * 1_701);
    }
}

#[test]
fn numbers_start_again_in_the_template_s_own_lists() {
    let mut minutes = meeting();
    for entry in minutes.sections.iter_mut().flat_map(|section| &mut section.entries) {
        entry.as_written = Some("1.".to_owned());
        entry.depth = 0;
    }
    let parts = written(&of(&minutes), &packed(&organisation()));
    let numbering = text(&parts, "word/numbering.xml");
    let definitions = values(numbering, "w:abstractNum", "w:abstractNumId");
    assert_eq!(definitions, ["2", "5", "6", "7"]);
    assert!(numbering.find("w:numId=\"4\"").unwrap() > numbering.rfind("</w:abstractNum>").unwrap());
    let begun = values(numbering, "w:startOverride", "w:val").len();
    assert!(begun > 1);
    let in_template = values(numbering, "w:abstractNumId", "w:val").iter().filter(|id| *id == "5").count();
    assert_eq!(in_template, begun + 1, "each list is one of the template's, which has one itself");
}

#[test]
fn a_template_with_nothing_but_text_leaves_our_own_headers_and_styles() {
    let bytes = with_part("word/_rels/document.xml.rels", |_| relations(&[]));
    let parts = written(&of(&meeting()), &bytes);
    assert!(seen(text(&parts, "word/header.xml")).contains("UTKAST"));
    assert!(seen(text(&parts, "word/footer.xml")).contains("Sida"));
}

#[test]
fn our_own_file_is_a_template_too() {
    let document = of(&meeting());
    let own = write(&document, &With::new(words()));
    let parts = written(&document, &own);
    let again = unpack(&own);
    let ids = |parts: &Parts| values(text(parts, "word/styles.xml"), "w:style", "w:styleId");
    assert_eq!(ids(&parts), ids(&again), "no style is defined twice");
    let marks = |parts: &Parts| {
        ["word/header.xml", "word/header2.xml"].map(|head| seen(text(parts, head)).matches("UTKAST").count())
    };
    assert_eq!(marks(&parts), [1, 1]);
    let finished = Document { mark: None, ..document };
    assert_eq!(marks(&written(&finished, &own)), [0, 0], "finished minutes are no draft");
}

#[test]
fn a_file_that_writes_its_sizes_afterwards_is_read_too() {
    let mut zip = zip::ZipWriter::new_stream(Vec::new());
    for (name, bytes) in organisation() {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    assert!(!text(&written(&of(&meeting()), &bytes), "word/header1.xml").is_empty());
}

#[test]
fn what_a_page_needs_for_a_draft_is_added_to_the_template_s_headers() {
    let bytes = with_part("word/document.xml", |xml| {
        xml.replace(r#"<w:headerReference w:type="first" r:id="rId6"/>"#, "")
    });
    let mut document = of(&meeting());
    let parts = written(&document, &bytes);
    assert!(seen(text(&parts, "word/header.xml")).contains("UTKAST"));
    let both = with_part("word/settings.xml", |xml| {
        xml.replace("<w:clr", "<w:mirrorMargins/><w:evenAndOddHeaders/><w:clr")
    });
    let parts = written(&document, &both);
    let heads = values(text(&parts, "word/document.xml"), "w:headerReference", "w:type");
    assert_eq!(heads, ["default", "first", "even"]);
    assert!(seen(text(&parts, "word/header.xml")).contains("UTKAST"));
    assert!(text(&parts, "word/settings.xml").contains("<w:mirrorMargins/>"));
    document.mark = None;
    assert!(!written(&document, &bytes).contains_key("word/header.xml"));
}

fn refused(bytes: &[u8]) -> NotATemplate {
    let started = Instant::now();
    let error = Template::read(bytes).unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(5), "refused too slowly: {error:?}");
    error
}

#[test]
fn what_is_no_word_document_is_refused_by_what_it_is() {
    assert!(matches!(refused(b""), NotATemplate::NotWord));
    assert!(matches!(refused("Bara text åäö".as_bytes()), NotATemplate::NotWord));
    assert!(matches!(refused(b"%PDF-1.7"), NotATemplate::NotWord));
    assert!(matches!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old"), NotATemplate::OtherForm));
    assert!(matches!(refused(&pack([("mimetype", &b"x"[..])])), NotATemplate::NotWord));
    let sheet = with_part("[Content_Types].xml", |xml| xml.replace(TYPE, "application/spreadsheetml"));
    assert!(matches!(refused(&sheet), NotATemplate::NotWord));
    let strict = with_part("word/document.xml", |xml| {
        xml.replace(MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    });
    assert!(matches!(refused(&strict), NotATemplate::OtherForm));
    assert!(matches!(refused(&vec![b'P'; Template::LIMIT + 1]), NotATemplate::TooLarge));
}

#[test]
fn programs_are_refused() {
    let macros = with_part("[Content_Types].xml", |xml| {
        xml.replace(
            &format!("{TYPE}.template.main+xml"),
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        )
    });
    assert!(matches!(refused(&macros), NotATemplate::Macros));
    let embedded = with_part("word/_rels/header2.xml.rels", |xml| xml.replace("/image\"", "/oleObject\""));
    assert!(matches!(refused(&embedded), NotATemplate::Macros));
}

#[test]
fn broken_and_hostile_xml_is_refused() {
    let laughs = |xml: &str| {
        let lol = r#"<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"#;
        format!("{lol}{xml}")
    };
    let endless = |xml: &str| xml.replace("</w:styles>", &("<w:x>".repeat(500_000) + "</w:styles>"));
    let unknown = |xml: &str| xml.replace("</w:", "&fara;</w:");
    let cut = |xml: &str| xml.chars().take(xml.chars().count() / 2).collect();
    let control = |xml: &str| xml.replace("</w:", "\u{1}</w:");
    let changes: [&dyn Fn(&str) -> String; 5] = [&laughs, &endless, &unknown, &cut, &control];
    for (at, change) in changes.into_iter().enumerate() {
        let bytes = with_part("word/styles.xml", change);
        assert!(matches!(refused(&bytes), NotATemplate::Damaged(_)), "{at}");
        if at != 1 {
            let bytes = with_part("word/header1.xml", change);
            assert!(matches!(refused(&bytes), NotATemplate::Damaged(_)), "{at} in a head");
        }
    }
}

#[test]
fn a_bomb_is_refused_at_once() {
    let mut parts = organisation();
    parts.insert("word/media/image1.png".to_owned(), vec![0; 70 * 1024 * 1024]);
    let bomb = packed(&parts);
    assert!(matches!(refused(&bomb), NotATemplate::TooLarge));
    // The same bomb that says that it is small, wherever a file says how large it is.
    let lying: Vec<u8> = replaced(&bomb, &(70u32 * 1024 * 1024).to_le_bytes(), &100u32.to_le_bytes());
    refused(&lying);
    let many: Vec<(String, Vec<u8>)> = (0..5_000).map(|at| (format!("word/{at}.xml"), Vec::new())).collect();
    let many = pack(many.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    assert!(matches!(refused(&many), NotATemplate::TooLarge));
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while at + from.len() <= bytes.len() {
        if &bytes[at..at + from.len()] == from {
            bytes[at..at + to.len()].copy_from_slice(to);
        }
        at += 1;
    }
    bytes
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let whole = packed(&organisation());
    for length in (4..whole.len()).step_by(97) {
        refused(&whole[..length]);
    }
}

#[test]
fn styles_that_are_based_on_themselves_and_ids_out_of_bounds_do_no_harm() {
    let looped = with_part("word/styles.xml", |xml| {
        xml.replace(
            r#"<w:basedOn w:val="Punktlista"/><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>"#,
            r#"<w:basedOn w:val="Numreradlista"/>"#,
        )
    });
    written(&of(&meeting()), &looped);
    let huge = with_part("word/numbering.xml", |xml| xml.replace("w:numId=\"9\"", "w:numId=\"4294967295\""));
    assert!(matches!(refused(&huge), NotATemplate::Damaged(_)));
    let narrow = with_part("word/document.xml", |xml| xml.replace("w:left=\"1701\"", "w:left=\"11000\""));
    written(&of(&meeting()), &narrow);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever bytes a file has: it is refused, or what is written with it can be unpacked.
    #[test]
    fn no_bytes_bring_it_down(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = packed(&organisation());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(template) = Template::read(&bytes) {
            unpack(&write(&of(&meeting()), &With::new(words()).template(&template)));
        }
    }
}

#[test]
fn each_refusal_says_what_to_do() {
    let errors = [
        NotATemplate::NotWord,
        NotATemplate::OtherForm,
        NotATemplate::Macros,
        NotATemplate::TooLarge,
        NotATemplate::Damaged("x".to_owned()),
    ];
    for lang in [Lang::Sv, Lang::En] {
        let said: std::collections::BTreeSet<String> =
            errors.iter().map(|error| speech::not_a_template(error, lang.words()).to_string()).collect();
        assert_eq!(said.len(), errors.len());
    }
}
