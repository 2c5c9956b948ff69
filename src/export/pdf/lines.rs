//! Paragraphs as lines: the breaks that leave the right edge calmest over the whole paragraph, with hyphens only
//! where they help much. It knows no pages.

use std::ops::Range;
use std::rc::Rc;

use hypher::Lang;

use super::breaks::{How, breaks};
use super::fit::{BreakOpportunity, choose};
use super::fonts::Cut;
use super::shaping::{Shaped, Shaper, WordPart};
use super::text::{clusters, push_clean};
use crate::text::slice;

/// Shaped text that fits on one line.
#[derive(Debug, Clone, Default)]
pub(super) struct ShapedLine {
    /// Its parts in reading order.
    pub parts: Vec<Placed>,
    /// How wide it is in points, without the space at its end.
    pub width: f32,
}

/// A part of a word in its place.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    /// Its distance from the beginning of the line, in points.
    pub x: f32,
    word: Rc<Shaped>,
    at: usize,
}

/// What turns text into lines.
pub(super) struct Setter<'a> {
    /// What shapes its words.
    pub shaper: Shaper<'a>,
    /// The language in which words are divided.
    pub lang: Lang,
}

/// Longer words than this, in bytes, are shaped in portions: nobody kerns them, and they are searched often.
const PORTION: usize = 256;

/// Some text of one cut, shaped, and where it begins.
struct ShapedPiece {
    source: Range<usize>,
    cut: Cut,
    word: Rc<Shaped>,
    x: f32,
}

impl Placed {
    /// `None` never happens: `at` is an index of the parts of `word`.
    pub(super) fn part(&self) -> Option<&WordPart> {
        self.word.parts.get(self.at)
    }
}

impl Setter<'_> {
    /// Some runs of text as lines no wider than `measure`, in points. Text that is empty is one empty line.
    pub(super) fn set(&mut self, runs: &[(&str, Cut)], size: f32, measure: f32) -> Vec<ShapedLine> {
        let mut text = String::new();
        let mut cuts = Vec::new();
        for (run, cut) in runs {
            push_clean(&mut text, run);
            cuts.push((text.len(), *cut));
        }
        let mut lines = Vec::new();
        let mut start = 0;
        for segment in text.split('\n') {
            let end = start + segment.len();
            let range = start + (segment.len() - segment.trim_start_matches(' ').len())..end;
            self.segment(&mut lines, &text, range, &cuts, size, measure);
            if end < text.len() {
                // For those who read without seeing: the last word of a line is not the first half of the next.
                self.push(&mut lines, " ", size);
            }
            start = end + 1;
        }
        lines
    }

    /// One line as wide as it is.
    pub(super) fn line(&mut self, text: &str, cut: Cut, size: f32) -> ShapedLine {
        self.set(&[(text, cut)], size, f32::INFINITY).into_iter().next().unwrap_or_default()
    }

    fn push(&mut self, lines: &mut [ShapedLine], text: &str, size: f32) {
        let Some(line) = lines.last_mut() else { return };
        let word = self.shaper.shape(text, Cut::Regular);
        let mut x = line.width;
        line.place(&word, size, &mut x);
    }

    /// Text between two line breaks.
    fn segment(
        &mut self,
        lines: &mut Vec<ShapedLine>,
        text: &str,
        range: Range<usize>,
        cuts: &[(usize, Cut)],
        size: f32,
        measure: f32,
    ) {
        let segment = slice(text, range.clone()).trim_end_matches(' ');
        if segment.is_empty() {
            lines.push(ShapedLine::default());
            return;
        }
        let cuts: Vec<(usize, Cut)> =
            cuts.iter().map(|(end, cut)| (end.saturating_sub(range.start), *cut)).collect();
        let (pieces, places) = self.measure(segment, &cuts, size, measure);
        let mut start = 0;
        for chosen in choose(&places, measure) {
            let Some(place) = places.get(chosen) else { continue };
            lines.push(self.fill(segment, &pieces, start..place.at, place.how, size));
            start = place.at;
        }
    }

    /// Every piece of the text shaped, and every place where a line may end.
    fn measure(
        &mut self,
        text: &str,
        cuts: &[(usize, Cut)],
        size: f32,
        measure: f32,
    ) -> (Vec<ShapedPiece>, Vec<BreakOpportunity>) {
        let mut pieces: Vec<ShapedPiece> = Vec::new();
        let mut places = vec![BreakOpportunity { at: 0, end: 0.0, next: 0.0, how: How::Word }];
        let found = breaks(text, self.lang);
        let (mut start, mut x) = (0, 0.0);
        for group in found.chunk_by(|a, _| a.how != How::Word) {
            let Some(last) = group.last() else { continue };
            let first = pieces.len();
            let begins = x;
            for (source, cut) in cut_at(start..last.at, cuts).into_iter().flat_map(|run| portions(text, run))
            {
                let word = self.shaper.shape(slice(text, source.clone()), cut);
                let width = word.width * size;
                pieces.push(ShapedPiece { source, cut, word, x });
                x += width;
            }
            let word = pieces.get(first..).unwrap_or_default();
            let space = word.last().map_or(0.0, |piece| piece.word.space * size);
            for within in group.iter().filter(|within| within.at < last.at) {
                let x = reach(word, within.at, size);
                let hyphen = if within.how == How::Hyphen { self.hyphen(size) } else { 0.0 };
                places.push(BreakOpportunity { at: within.at, end: x + hyphen, next: x, how: within.how });
            }
            let hyphen = if last.how == How::Hyphen { self.hyphen(size) } else { 0.0 };
            places.push(BreakOpportunity { at: last.at, end: x - space + hyphen, next: x, how: last.how });
            if x - space - begins > measure {
                places.extend(torn(text, start..last.at).map(|at| {
                    let x = reach(word, at, size);
                    BreakOpportunity { at, end: x, next: x, how: How::Torn }
                }));
            }
            start = last.at;
        }
        places.sort_by_key(|place| place.at);
        places.dedup_by_key(|place| place.at);
        (pieces, places)
    }

    fn hyphen(&mut self, size: f32) -> f32 {
        self.shaper.hyphen(Cut::Regular).width * size
    }

    /// The line that holds a range of the text.
    fn fill(
        &mut self,
        text: &str,
        pieces: &[ShapedPiece],
        range: Range<usize>,
        how: How,
        size: f32,
    ) -> ShapedLine {
        let mut line = ShapedLine::default();
        let mut x = 0.0;
        let mut last = Cut::Regular;
        let mut space = 0.0;
        let from = pieces.partition_point(|piece| piece.source.end <= range.start);
        for piece in pieces.iter().skip(from).take_while(|piece| piece.source.start < range.end) {
            let source = piece.source.start.max(range.start)..piece.source.end.min(range.end);
            let whole = source == piece.source;
            let word = if whole {
                Rc::clone(&piece.word)
            } else {
                let text = slice(text, source);
                self.shaper.shape(text.trim_end_matches('\u{AD}'), piece.cut)
            };
            line.place(&word, size, &mut x);
            space = word.space * size;
            last = piece.cut;
        }
        if how == How::Hyphen {
            let hyphen = self.shaper.hyphen(last);
            line.place(&hyphen, size, &mut x);
            space = 0.0;
        }
        line.turn(size);
        line.width = x - space;
        line
    }
}

impl ShapedLine {
    /// Appends a word and moves `x` past it.
    fn place(&mut self, word: &Rc<Shaped>, size: f32, x: &mut f32) {
        for (at, part) in word.parts.iter().enumerate() {
            self.parts.push(Placed { x: *x, word: Rc::clone(word), at });
            *x += part.width * size;
        }
    }

    /// Reverses the places of neighbouring words that are written from right to left.
    fn turn(&mut self, size: f32) {
        let leftward = |placed: &Placed| placed.part().is_some_and(|part| part.leftward);
        let goes_on = |placed: &Placed| leftward(placed) || placed.part().is_some_and(WordPart::is_space);
        let mut from = 0;
        while let Some(found) = self.parts.iter().skip(from).position(leftward) {
            from += found;
            let run = self.parts.iter().skip(from).take_while(|placed| goes_on(placed)).count();
            let Some(run) = self.parts.get_mut(from..from + run) else { return };
            let count = run.iter().rposition(leftward).map_or(run.len(), |last| last + 1);
            let mut x = run.first().map_or(0.0, |placed| placed.x);
            for placed in run.iter_mut().take(count).rev() {
                placed.x = x;
                x += placed.part().map_or(0.0, |part| part.width * size);
            }
            from += count;
        }
    }
}

/// A range of the text divided where its cut changes.
fn cut_at(range: Range<usize>, cuts: &[(usize, Cut)]) -> Vec<(Range<usize>, Cut)> {
    let mut found = Vec::new();
    let mut start = range.start;
    for (end, cut) in cuts.iter().skip(cuts.partition_point(|(end, _)| *end <= range.start)) {
        let end = (*end).min(range.end);
        if start < end {
            found.push((start..end, *cut));
        }
        start = start.max(end);
        if end == range.end {
            break;
        }
    }
    found
}

/// A very long word in portions, each of which is shaped and measured by itself.
fn portions(text: &str, (source, cut): (Range<usize>, Cut)) -> Vec<(Range<usize>, Cut)> {
    if source.len() <= PORTION {
        return vec![(source, cut)];
    }
    let mut found = Vec::new();
    let mut start = source.start;
    for (at, cluster) in clusters(slice(text, source.clone())) {
        let end = source.start + at + cluster.len();
        if end - start >= PORTION || end == source.end {
            found.push((start..end, cut));
            start = end;
        }
    }
    found
}

/// How far the text reaches at a byte within a word.
fn reach(word: &[ShapedPiece], at: usize, size: f32) -> f32 {
    let before = word.partition_point(|piece| piece.source.start < at);
    let piece = before.checked_sub(1).and_then(|last| word.get(last));
    piece.map_or(0.0, |piece| piece.x + piece.word.width_until(at - piece.source.start) * size)
}

/// The places between the letters of a word.
fn torn(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let word = slice(text, range.clone()).trim_end_matches(' ');
    clusters(word).skip(1).map(move |(at, _)| range.start + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::fonts::Fonts;
    use super::*;

    fn text(line: &ShapedLine) -> String {
        let shown = |part: &WordPart| part.actual_text.clone().unwrap_or_else(|| part.text.clone());
        line.parts.iter().filter_map(Placed::part).map(shown).collect()
    }

    fn set(text: &str, measure: f32) -> Vec<ShapedLine> {
        let fonts = Fonts::default();
        let mut setter = Setter { shaper: Shaper::new(&fonts), lang: Lang::Swedish };
        setter.set(&[(text, Cut::Regular)], 10.0, measure)
    }

    #[test]
    fn a_paragraph_is_divided_into_lines() {
        let lines: Vec<String> =
            set("Vi ses i Folkets hus på torsdag klockan tio.", 110.0).iter().map(text).collect();
        assert_eq!(lines, ["Vi ses i Folkets hus på ", "torsdag klockan tio."]);
        let narrow: Vec<String> = set("livskvalitetsprogrammet", 60.0).iter().map(text).collect();
        assert_eq!(narrow.concat().replace('\u{ad}', ""), "livskvalitetsprogrammet");
        assert!(narrow.len() > 1 && narrow[0].ends_with('\u{ad}'), "{narrow:?}");
    }

    #[test]
    fn words_from_right_to_left_are_in_their_order() {
        let lines = set("se שלום עולם ja", 500.0);
        let xs: Vec<f32> =
            lines[0].parts.iter().filter(|p| !p.part().unwrap().is_space()).map(|p| p.x).collect();
        assert!(xs[0] < xs[2] && xs[2] < xs[1] && xs[1] < xs[3], "{xs:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(
            words in "([a-zåäö\u{301}–/.日👍]{0,40} ?){0,8}", measure in 80.0f32..400.0
        ) {
            let lines = set(&words, measure);
            let letters = |text: &str| -> String { text.chars().filter(|c| !matches!(c, ' ' | '\u{ad}')).collect() };
            let seen: String = lines.iter().map(text).collect();
            prop_assert_eq!(letters(&seen), letters(&words));
            for line in &lines {
                prop_assert!(line.width <= measure + 2.0, "{} in {}", line.width, measure);
            }
        }
    }
}
