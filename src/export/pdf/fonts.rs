//! The embedded fonts: the three cuts of the text, and those that help out where they lack a sign. Each is opened when
//! it is first needed. See `assets/fonts/README.md`.

use std::cell::OnceCell;

use krilla::text::Font;
use rustybuzz::Face as Shapes;
use unicode_normalization::UnicodeNormalization as _;

use super::text::{is_unassignable, is_unseen};

/// How text is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Cut {
    /// Upright and light.
    #[default]
    Regular,
    /// Standing out.
    Bold,
    /// Slanted.
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

/// Where emoji stand in [`FILES`].
const EMOJI: Face = Face(4);

/// Asks for the coloured form of a sign.
const AS_EMOJI: char = '\u{FE0F}';

/// The fonts.
#[derive(Default)]
pub(super) struct Fonts {
    shapes: [OnceCell<Option<Shapes<'static>>>; FILES.len()],
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

impl Fonts {
    /// A font as text is shaped with it.
    pub(super) fn shapes(&self, face: Face) -> Option<&Shapes<'static>> {
        let file = FILES.get(face.0)?;
        self.shapes.get(face.0)?.get_or_init(|| Shapes::from_slice(file, 0)).as_ref()
    }

    /// A font as it is drawn and embedded.
    pub(super) fn drawn(&self, face: Face) -> Option<&Font> {
        let file = *FILES.get(face.0)?;
        self.drawn.get(face.0)?.get_or_init(|| Font::new(file.into(), 0)).as_ref()
    }

    /// Whether a font has a character.
    pub(super) fn has(&self, face: Face, c: char) -> bool {
        !is_unassignable(c)
            && self.shapes(face).and_then(|shapes| shapes.glyph_index(c)).is_some_and(|glyph| glyph.0 != 0)
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

    /// Whether a font shows a cluster, if need be with its letter and its marks in one sign.
    fn shows(&self, face: Face, cluster: &str) -> bool {
        cluster.chars().all(|c| is_unseen(c) || self.has(face, c))
            || cluster.nfc().all(|c| is_unseen(c) || self.has(face, c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_font_opens_and_may_be_embedded() {
        let fonts = Fonts::default();
        for at in 0..FILES.len() {
            let shapes = fonts.shapes(Face(at)).expect("opens for shaping");
            assert!(shapes.is_outline_embedding_allowed());
            assert!(fonts.drawn(Face(at)).is_some());
        }
    }

    #[test]
    fn what_stands_in_minutes_has_a_font() {
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
