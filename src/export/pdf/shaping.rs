//! Words as glyphs: which font shows each part of a word, and how wide it is. What no font has is shown by its number
//! and keeps its own text. Every word is shaped once a document.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

use harfrust::{BufferFlags, Direction, Script, ShapeOptions, ShapePlan, UnicodeBuffer};
use krilla::text::{GlyphId, KrillaGlyph};

use super::fonts::{Cut, Face, Fonts};
use super::text::{BOUND, clusters, is_leftward, is_unassignable, is_unseen};
use crate::text::slice;

/// A word as it is set. Widths are in ems.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    /// Its parts in reading order.
    pub parts: Vec<WordPart>,
    /// How wide it is, with the space at its end.
    pub width: f32,
    /// How much of that is the space at its end.
    pub space: f32,
}

/// Part of a word in one font and one direction.
#[derive(Debug)]
pub(super) struct WordPart {
    /// The font of all its glyphs.
    pub face: Face,
    /// Its glyphs from left to right, measured in ems; their ranges are those of `text`.
    pub glyphs: Vec<KrillaGlyph>,
    /// The text that its glyphs show.
    pub text: String,
    /// The text to copy, search and read out, where it differs from the text shown.
    pub actual_text: Option<String>,
    /// Which bytes of the word it is.
    source: Range<usize>,
    /// Whether it is written from right to left.
    pub leftward: bool,
    /// How wide it is.
    pub width: f32,
}

/// Shapes words, and remembers every word it has shaped.
pub(super) struct Shaper<'a> {
    fonts: &'a Fonts,
    known: [HashMap<String, Rc<Shaped>>; 3],
    shapers: Vec<(Face, harfrust::Shaper<'a>)>,
    plans: Vec<((Face, Script, Direction), ShapePlan)>,
    buffer: Option<UnicodeBuffer>,
}

impl Shaped {
    /// How wide the word is up to a byte of its text.
    pub(super) fn width_until(&self, at: usize) -> f32 {
        let mut width = 0.0;
        for part in &self.parts {
            if part.source.end <= at {
                width += part.width;
            } else if part.source.start < at && part.actual_text.is_none() {
                let within = at - part.source.start;
                let before = part.glyphs.iter().filter(|glyph| glyph.text_range.start < within);
                width += before.map(|glyph| glyph.x_advance).sum::<f32>();
            }
        }
        width
    }
}

impl WordPart {
    /// Whether it is nothing but space.
    pub(super) fn is_space(&self) -> bool {
        self.text.chars().all(|c| c == ' ')
    }
}

impl<'a> Shaper<'a> {
    /// Remembers nothing yet.
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        let (known, shapers, plans) = Default::default();
        Self { fonts, known, shapers, plans, buffer: Some(UnicodeBuffer::new()) }
    }

    /// A word in a cut of the text.
    pub(super) fn shape(&mut self, word: &str, cut: Cut) -> Rc<Shaped> {
        let known = match cut {
            Cut::Regular => 0,
            Cut::Bold => 1,
            Cut::Italic => 2,
        };
        if let Some(shaped) = self.known.get(known).and_then(|known| known.get(word)) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(self.shape_anew(word, cut));
        if let Some(known) = self.known.get_mut(known) {
            known.insert(word.to_owned(), Rc::clone(&shaped));
        }
        shaped
    }

    fn shape_anew(&mut self, word: &str, cut: Cut) -> Shaped {
        let mut parts = Vec::new();
        for (source, face, leftward) in runs(self.fonts, word, cut) {
            let text = slice(word, source.clone());
            let part = match face {
                Some(face) => self.part(text, face, leftward, source.clone()),
                None => None,
            };
            // A font may know a character and still not have the form that its neighbours ask for.
            let part = part.or_else(|| self.code_in_brackets(text, cut.face(), source));
            parts.extend(part);
        }
        let width = parts.iter().map(|part| part.width).sum();
        let space = parts.iter().rev().take_while(|part| part.is_space()).map(|part| part.width).sum();
        Shaped { parts, width, space }
    }

    /// What is drawn for a character that no font has: its number, `[U+1F600]`.
    fn code_in_brackets(&mut self, text: &str, face: Face, source: Range<usize>) -> Option<WordPart> {
        let mut seen = text.chars().filter(|&c| !is_unseen(c));
        let mut shown = format!("[U+{:04X}", u32::from(seen.next()?));
        if seen.next().is_some() {
            shown.push('…');
        }
        let _ = shown.write_char(']');
        let mut part = self.part(&shown, face, false, source)?;
        let known: String = text.chars().filter(|&c| !is_unassignable(c)).collect();
        part.actual_text = known.chars().any(|c| !is_unseen(c)).then_some(known);
        Some(part)
    }

    /// The glyphs of a text in one font; nothing where one is missing.
    fn part(&mut self, text: &str, face: Face, leftward: bool, source: Range<usize>) -> Option<WordPart> {
        let at = self.shapers.iter().position(|(known, _)| *known == face).or_else(|| {
            self.shapers.push((face, self.fonts.shaping(face)?.shaper()));
            Some(self.shapers.len() - 1)
        })?;
        let (_, shaper) = self.shapers.get(at)?;
        let text: String = text.chars().map(|c| if c == BOUND { ' ' } else { c }).collect();
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.push_str(&text);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        buffer.set_direction(if leftward { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let key = (face, buffer.script(), buffer.direction());
        let at = self.plans.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            self.plans.push((key, ShapePlan::new(shaper, key.2, Some(key.1), None, &[])));
            self.plans.len() - 1
        });
        let (_, plan) = self.plans.get(at)?;
        let set = shaper.shape(buffer, ShapeOptions::new().plan(Some(plan)));
        let em = f32::from(u16::try_from(shaper.units_per_em()).unwrap_or(1000));
        let ems = |units: i32| f32::from(i16::try_from(units).unwrap_or_default()) / em;

        let infos = set.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().filter_map(|info| info.cluster.try_into().ok()).collect();
        starts.sort_unstable();
        starts.dedup();
        let mut glyphs = Vec::with_capacity(infos.len());
        let mut missing = infos.is_empty();
        for (info, position) in infos.iter().zip(set.glyph_positions()) {
            missing |= info.glyph_id == 0;
            let start = usize::try_from(info.cluster).unwrap_or_default();
            let end = starts.get(starts.partition_point(|&at| at <= start)).copied().unwrap_or(text.len());
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                ems(position.x_advance),
                ems(position.x_offset),
                ems(position.y_offset),
                0.0,
                start..end,
                None,
            ));
        }
        self.buffer = Some(set.clear());
        let width = glyphs.iter().map(|glyph| glyph.x_advance).sum();
        (!missing).then_some(WordPart { face, glyphs, text, actual_text: None, source, leftward, width })
    }

    /// The hyphen at the end of a line within a word. Those who search or listen get the whole word.
    pub(super) fn hyphen(&mut self, cut: Cut) -> Rc<Shaped> {
        const SOFT: &str = "\u{AD}";
        if let Some(shaped) =
            self.known.first().and_then(|known| known.get(SOFT)).filter(|_| cut == Cut::Regular)
        {
            return Rc::clone(shaped);
        }
        let mut shaped = Shaped::default();
        if let Some(mut part) = self.part("-", cut.face(), false, 0..0) {
            let soft = self.fonts.shaping(cut.face()).and_then(|font| font.glyph('\u{AD}'));
            SOFT.clone_into(&mut part.text);
            for glyph in &mut part.glyphs {
                glyph.text_range = 0..SOFT.len();
                if let Some(soft) = soft {
                    glyph.glyph_id = GlyphId::new(soft.to_u32());
                }
            }
            shaped.width = part.width;
            shaped.parts.push(part);
        }
        let shaped = Rc::new(shaped);
        if let Some(known) = self.known.first_mut().filter(|_| cut == Cut::Regular) {
            known.insert(SOFT.to_owned(), Rc::clone(&shaped));
        }
        shaped
    }
}

/// The runs of a word that one font shows in one direction; no font for a cluster that none of them has. The space at
/// the end is a run of its own.
fn runs(fonts: &Fonts, word: &str, cut: Cut) -> Vec<(Range<usize>, Option<Face>, bool)> {
    let body = word.trim_end_matches(' ');
    let mut runs: Vec<(Range<usize>, Option<Face>, bool)> = Vec::new();
    let plain =
        |c: char| matches!(c, ' '..='~' | '\u{C0}'..='\u{17F}' | '–' | '”') && fonts.has(cut.face(), c);
    if !body.is_empty() && body.chars().all(plain) {
        runs.push((0..body.len(), Some(cut.face()), false));
    } else {
        for (start, cluster) in clusters(body) {
            if cluster.chars().all(is_unseen) {
                continue;
            }
            let source = start..start + cluster.len();
            let face =
                if cluster.starts_with(BOUND) { Some(cut.face()) } else { fonts.face_for(cluster, cut) };
            let leftward = face.is_some() && cluster.chars().next().is_some_and(is_leftward);
            match runs.last_mut() {
                Some((before, same, way)) if face.is_some() && *same == face && *way == leftward => {
                    before.end = source.end;
                }
                _ => runs.push((source, face, leftward)),
            }
        }
    }
    if body.len() < word.len() {
        runs.push((body.len()..word.len(), Some(cut.face()), false));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_text_and_its_fonts() {
        let fonts = Fonts::default();
        let mut shaper = Shaper::new(&fonts);
        let texts =
            |shaped: &Shaped| -> Vec<String> { shaped.parts.iter().map(|part| part.text.clone()).collect() };
        assert_eq!(texts(&shaper.shape("åtgärd ", Cut::Bold)), ["åtgärd", " "]);
        assert_eq!(texts(&shaper.shape("ja👍🏽!", Cut::Regular)), ["ja", "👍🏽", "!"]);
        assert_eq!(texts(&shaper.shape("日x", Cut::Regular)), ["[U+65E5]", "x"]);
        let missing = shaper.shape("日x", Cut::Regular);
        assert_eq!(missing.parts[0].actual_text.as_deref(), Some("日"));
        let private = shaper.shape("\u{f0b7}", Cut::Regular);
        assert_eq!((texts(&private), &private.parts[0].actual_text), (vec!["[U+F0B7]".to_owned()], &None));
    }

    #[test]
    fn widths_add_up() {
        let fonts = Fonts::default();
        let mut shaper = Shaper::new(&fonts);
        let word = shaper.shape("livskvalitet ", Cut::Regular);
        assert!((word.width_until("livskvalitet".len()) - (word.width - word.space)).abs() < 1e-4);
        assert!(word.space > 0.2 && shaper.hyphen(Cut::Regular).width > 0.2);
    }
}
