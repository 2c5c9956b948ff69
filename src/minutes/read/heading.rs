//! Which pieces head a section: their shape says what they may be, their neighbours decide.

use super::pieces::Piece;
use super::shape::{LineShape, shape};

/// Which pieces head a section.
pub fn headings(pieces: &[Piece<'_>]) -> Vec<bool> {
    let is_numbered_document = pieces.iter().any(|piece| piece.is_numbered_heading);
    let shapes: Vec<_> =
        pieces.iter().map(|piece| if piece.is_item { LineShape::Text } else { shape(&piece.text) }).collect();
    // Where headings are marked, a short line is no heading, nor is one that ends with a colon.
    let is_marked_document = shapes.contains(&LineShape::Marked);
    let mut is_heading: Vec<bool> = Vec::with_capacity(pieces.len());
    for (at, (piece, &shape)) in pieces.iter().zip(&shapes).enumerate() {
        let gap = piece.gap || at == 0;
        let next = pieces.get(at + 1).zip(shapes.get(at + 1));
        let before_item = next.is_some_and(|(next, _)| next.is_item);
        // The last line heads nothing, however short it is.
        let is_last = |at: usize| at + 1 == pieces.len();
        let before_text = next.is_some_and(|(next, &shape)| {
            (shape == LineShape::Text || shape == LineShape::Weak && is_last(at + 1))
                && !next.is_numbered_heading
        });
        let after_heading = is_heading.last() == Some(&true);
        let words = piece.text.split_whitespace().count();
        is_heading.push(match shape {
            _ if piece.is_numbered_heading => true,
            LineShape::Text => false,
            LineShape::Marked => true,
            LineShape::Strong => gap,
            // "De här projekten …:" under a heading leads to the list; "Upphandling:" there is the next heading.
            LineShape::Weak | LineShape::Colon if is_marked_document => false,
            LineShape::Colon if gap => !(after_heading && before_item && words >= 4),
            LineShape::Colon => before_item && words <= 3 && !after_heading,
            LineShape::Weak => gap && before_text && !is_numbered_document,
        });
    }
    is_heading
}
