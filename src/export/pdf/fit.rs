//! Which of the places where lines may end are taken: those that leave the right edge calmest over a whole paragraph.
//! It knows widths only.

use super::breaks::How;

/// A place where a line may end: how far the text reaches if it does, and where the next line begins.
#[derive(Debug)]
pub(super) struct BreakOpportunity {
    /// The byte that the next line begins with.
    pub at: usize,
    /// Where a line that ends here ends, in points from the beginning of the text.
    pub end: f32,
    /// Where the text goes on.
    pub next: f32,
    /// How the line ends.
    pub how: How,
}

/// What a line costs: 100 for one that is empty, less the fuller it is; and this much more for how it ends.
mod cost {
    /// Any line, so that fewer lines are better.
    pub(super) const LINE: f32 = 1.0;
    /// A hyphen: as much as a line that is a fifth too short.
    pub(super) const HYPHEN: f32 = 5.0;
    /// A hyphen under a hyphen.
    pub(super) const LADDER: f32 = 10.0;
    /// Within an address.
    pub(super) const ADDRESS: f32 = 2.0;
    /// In the midst of anything.
    pub(super) const TORN: f32 = 30.0;
    /// A last line that is hardly there.
    pub(super) const SHORT: f32 = 2.5;
    /// A line that is too long although nothing divides it.
    pub(super) const OVER: f32 = 10_000.0;
}

/// How much of the measure a last line should fill.
const HARDLY: f32 = 0.12;

/// The best way from the beginning to a place.
#[derive(Clone, Copy)]
struct BestFit {
    cost: f32,
    from: usize,
}

/// The places at which the lines end, in order. The first place is the beginning of the text, the last one its end.
pub(super) fn choose(places: &[BreakOpportunity], measure: f32) -> Vec<usize> {
    let mut ways = vec![BestFit { cost: 0.0, from: 0 }];
    for (to, place) in places.iter().enumerate().skip(1) {
        let mut best = BestFit { cost: f32::INFINITY, from: to - 1 };
        for (from, begin) in places.iter().enumerate().take(to).rev() {
            let width = place.end - begin.next;
            if width > measure && from + 1 < to {
                break;
            }
            let Some(way) = ways.get(from) else { continue };
            let cost = way.cost + line(begin, place, to + 1 == places.len(), measure);
            if cost < best.cost {
                best = BestFit { cost, from };
            }
        }
        ways.push(best);
    }
    let mut chosen = Vec::new();
    let mut at = places.len().saturating_sub(1);
    while at > 0 {
        chosen.push(at);
        at = ways.get(at).map_or(0, |way| way.from);
    }
    chosen.reverse();
    chosen
}

/// What a line from one place to another costs.
fn line(from: &BreakOpportunity, to: &BreakOpportunity, is_last: bool, measure: f32) -> f32 {
    let filled = (to.end - from.next) / measure;
    let ends = match to.how {
        How::Word => 0.0,
        How::Hyphen if from.how == How::Hyphen => cost::HYPHEN + cost::LADDER,
        How::Hyphen => cost::HYPHEN,
        How::Address => cost::ADDRESS,
        How::Torn => cost::TORN,
    };
    let edge = match filled {
        filled if filled > 1.0 => cost::OVER * filled,
        filled if !is_last => (1.0 - filled).powi(2) * 100.0,
        filled if from.at > 0 && filled < HARDLY => cost::SHORT,
        _ => 0.0,
    };
    cost::LINE + ends + edge
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of these widths with a space of one point between them.
    fn words(widths: &[f32]) -> Vec<BreakOpportunity> {
        let mut places = vec![BreakOpportunity { at: 0, end: 0.0, next: 0.0, how: How::Word }];
        let mut x = 0.0;
        for (at, width) in widths.iter().enumerate() {
            places.push(BreakOpportunity {
                at: at + 1,
                end: x + width,
                next: x + width + 1.0,
                how: How::Word,
            });
            x += width + 1.0;
        }
        places
    }

    #[test]
    fn the_edge_is_calm_over_the_whole_paragraph() {
        // Filling each line as far as it goes would leave 10, 4, 9.
        let lines = choose(&words(&[3.0, 3.0, 2.0, 4.0, 6.0, 5.0]), 10.0);
        assert_eq!(lines, [2, 4, 5, 6]);
        assert_eq!(choose(&words(&[3.0, 3.0]), 10.0), [2]);
    }

    #[test]
    fn a_word_that_is_too_wide_has_a_line_of_its_own() {
        assert_eq!(choose(&words(&[3.0, 30.0, 3.0]), 10.0), [1, 2, 3]);
    }
}
