//! The embedded fonts: the three cuts of the text, and those that help out where they lack a character. Each is opened
//! when it is first needed. See `assets/fonts/README.md`.

use std::cell::OnceCell;

use harfrust::ShaperData;
use krilla::text::Font;
use skrifa::charmap::Charmap;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;

use super::text::{is_unassignable, is_unseen};

/// Weight and slant of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Cut {
    /// Upright, normal weight.
    #[default]
    Regular,
    /// Heavy, for headings and emphasis.
    Bold,
    /// Slanted, for quotations and the lowest headings.
    Italic,
}

/// One of the embedded fonts, by its place in [`FILES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Face(usize);

macro_rules! font {
    ($name:literal) => {
        include_bytes!(concat!("../../../assets/fonts/", $name, ".ttf"))
    };
}

const FILES: [&[u8]; 9] = [
    font!("PennanSans-Regular"),
    font!("PennanSans-Bold"),
    font!("PennanSans-Italic"),
    font!("DejaVuSans"),
    font!("NotoEmoji-Regular"),
    font!("NotoSansSymbols2-Regular"),
    font!("NotoSansSymbols-Regular"),
    font!("NotoSansEthiopic-Regular"),
    font!("NotoSansThai-Regular"),
];

/// The emoji font in [`FILES`].
const EMOJI: Face = Face(4);

/// The variation selector that asks for the coloured form of the character before it.
const AS_EMOJI: char = '\u{FE0F}';

/// A font opened for shaping text: its tables, what the shaper has prepared from them, and its map of characters.
pub(super) struct ShapingFont {
    tables: FontRef<'static>,
    prepared: ShaperData,
    characters: Charmap<'static>,
}

/// Every font of [`FILES`], opened on first use.
#[derive(Default)]
pub(super) struct Fonts {
    shaping: [OnceCell<Option<ShapingFont>>; FILES.len()],
    drawn: [OnceCell<Option<Font>>; FILES.len()],
}

impl Cut {
    /// The font of this cut.
    pub(super) fn face(self) -> Face {
        match self {
            Self::Regular => Face(0),
            Self::Bold => Face(1),
            Self::Italic => Face(2),
        }
    }
}

impl ShapingFont {
    fn open(file: &'static [u8]) -> Option<Self> {
        let tables = FontRef::new(file).ok()?;
        let (prepared, characters) = (ShaperData::new(&tables), tables.charmap());
        Some(Self { tables, prepared, characters })
    }

    /// The shaper of this font. Building one costs a look at a dozen tables: keep it.
    pub(super) fn shaper(&self) -> harfrust::Shaper<'_> {
        self.prepared.shaper(&self.tables).build()
    }

    /// The glyph of a character before any shaping; `None` where the font lacks it.
    pub(super) fn glyph(&self, c: char) -> Option<GlyphId> {
        self.characters.map(c).filter(|&glyph| glyph != GlyphId::NOTDEF)
    }
}

impl Fonts {
    /// A font as text is shaped with it.
    pub(super) fn shaping(&self, face: Face) -> Option<&ShapingFont> {
        let file = FILES.get(face.0)?;
        self.shaping.get(face.0)?.get_or_init(|| ShapingFont::open(file)).as_ref()
    }

    /// A font as it is drawn and embedded.
    pub(super) fn drawn(&self, face: Face) -> Option<&Font> {
        let file = *FILES.get(face.0)?;
        self.drawn.get(face.0)?.get_or_init(|| Font::new(file.into(), 0)).as_ref()
    }

    /// Whether a font has a character.
    pub(super) fn has(&self, face: Face, c: char) -> bool {
        !is_unassignable(c) && self.shaping(face).is_some_and(|font| font.glyph(c).is_some())
    }

    /// The font that shows a grapheme cluster, if one does.
    pub(super) fn face_for(&self, cluster: &str, cut: Cut) -> Option<Face> {
        let base = cut.face();
        let first = cluster.chars().next()?;
        let as_emoji = u32::from(first) >= 0x1_F000 || cluster.contains(AS_EMOJI);
        let helping = (3..FILES.len()).map(Face);
        let order = as_emoji.then_some(EMOJI).into_iter().chain([base]).chain(helping);
        let mut order = order.filter(|&face| self.shows(face, cluster));
        order.next()
    }

    /// Whether a font shows a cluster, if need be with its letter and its marks composed into one character.
    fn shows(&self, face: Face, cluster: &str) -> bool {
        cluster.chars().all(|c| is_unseen(c) || self.has(face, c))
            || cluster.nfc().all(|c| is_unseen(c) || self.has(face, c))
    }
}

#[cfg(test)]
mod tests {
    use skrifa::raw::TableProvider as _;

    use super::*;

    /// Bits of `OS/2.fsType`: no embedding at all, and embedding of bitmaps only.
    const FORBIDDEN: u16 = 0x0002 | 0x0200;

    #[test]
    fn every_font_opens_and_may_be_embedded() {
        let fonts = Fonts::default();
        for at in 0..FILES.len() {
            let font = fonts.shaping(Face(at)).expect("opens for shaping");
            assert_eq!(font.tables.os2().expect("has OS/2").fs_type() & FORBIDDEN, 0);
            assert!(fonts.drawn(Face(at)).is_some());
        }
    }

    #[test]
    fn text_of_minutes_has_a_font() {
        let fonts = Fonts::default();
        for cluster in ["å", "–", "”", "e\u{301}", "½", "Ž", "Я", "Ω", "№", "…", "→"] {
            for cut in [Cut::Regular, Cut::Bold, Cut::Italic] {
                assert_eq!(fonts.face_for(cluster, cut), Some(cut.face()), "{cluster}");
            }
        }
        for cluster in ["👍", "👩‍👩‍👧", "🇸🇪", "☀️", "❤️", "🙂"] {
            assert_eq!(fonts.face_for(cluster, Cut::Regular), Some(EMOJI), "{cluster}");
        }
        for cluster in ["✓", "☐", "ش", "א", "ሰ", "ก", "①", "\u{FFFD}"] {
            assert!(fonts.face_for(cluster, Cut::Regular).is_some(), "{cluster}");
        }
        assert_eq!(fonts.face_for("日", Cut::Regular), None);
        assert_eq!(fonts.face_for("\u{F0B7}", Cut::Regular), None);
    }
}
