//! What the real backend writes, read as terminals read it: bold and dim are two attributes, and only 22 ends them.

use proptest::prelude::*;
use ratatui::backend::Backend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{CrosstermBackend, FrameBytes, OneWrite, Slot};
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Theme, ThemeKind};

const WIDTH: u16 = 12;
const AREA: Rect = Rect::new(0, 0, WIDTH, 3);

/// The bytes of a frame in which everything is drawn.
fn written(buf: &Buffer) -> String {
    let inner = CrosstermBackend::new(FrameBytes::default());
    let mut backend = OneWrite { inner, shown: None, size: Slot::new(None) };
    let cells = buf.content.iter().zip(0_u16..).map(|(cell, at)| (at % WIDTH, at / WIDTH, cell));
    backend.draw(cells).unwrap();
    String::from_utf8(backend.inner.writer_mut().0.clone()).unwrap()
}

/// Every character with whether it is bold and dim for a terminal that keeps both until 22 or 0.
fn read(bytes: &str) -> Vec<(char, bool, bool)> {
    let (mut bold, mut dim, mut cells) = (false, false, Vec::new());
    let mut rest = bytes.chars();
    while let Some(c) = rest.next() {
        if c != '\u{1b}' {
            cells.push((c, bold, dim));
            continue;
        }
        assert_eq!(rest.next(), Some('['));
        let mut sequence = sequence(&mut rest);
        if sequence.pop() != Some('m') {
            continue;
        }
        let mut numbers = sequence.split(';');
        while let Some(number) = numbers.next() {
            match number {
                // A colour by its number in the palette: two more numbers.
                "38" | "48" => assert_eq!(numbers.next().zip(numbers.next()).map(|two| two.0), Some("5")),
                "1" => bold = true,
                "2" => dim = true,
                "" | "0" | "22" => (bold, dim) = (false, false),
                _ => {}
            }
        }
    }
    cells
}

/// Up to and with the letter that ends a control sequence.
fn sequence(rest: &mut std::str::Chars<'_>) -> String {
    let mut sequence = String::new();
    for c in rest {
        sequence.push(c);
        if c.is_ascii_alphabetic() {
            break;
        }
    }
    sequence
}

#[track_caller]
fn is_drawn_as_meant(buf: &Buffer) {
    let drawn = read(&written(buf));
    assert_eq!(drawn.len(), buf.content.len());
    for (cell, (c, bold, dim)) in buf.content.iter().zip(drawn) {
        assert!(!(bold && dim), "{c:?} is bold and dim");
        assert_eq!(bold, cell.modifier.contains(Modifier::BOLD), "{c:?}");
        assert_eq!(dim, cell.modifier.contains(Modifier::DIM), "{c:?}");
    }
}

fn styles(kind: ThemeKind) -> [Style; 11] {
    let Theme { text, dim, strong, accent, selected, answered, overdue, warning, rule, found, key, .. } =
        Theme::of(kind);
    [text, dim, strong, accent, selected, answered, overdue, warning, rule, found, key]
}

#[test]
fn text_on_a_rule_is_as_bold_as_it_is_meant() {
    for kind in ThemeKind::ALL {
        let theme = Theme::of(kind);
        let mut buf = Buffer::empty(AREA);
        let mut canvas = Canvas::new(&mut buf);
        canvas.text(AREA, "────────────", theme.rule);
        canvas.text(Rect::new(3, 0, 6, 1), "Bord 1", theme.accent.patch(theme.strong));
        canvas.text(Rect::new(0, 1, WIDTH, 1), "────────────", theme.rule);
        canvas.text(Rect::new(2, 1, 6, 1), "rättar", theme.warning);
        is_drawn_as_meant(&buf);
        let title = &read(&written(&buf))[3..9];
        assert!(title.iter().all(|(_, bold, dim)| *bold && !dim), "{kind:?}: {title:?}");
        let correcting = &read(&written(&buf))[usize::from(WIDTH) + 2..usize::from(WIDTH) + 8];
        assert!(correcting.iter().all(|(_, _, dim)| !dim), "{kind:?}: {correcting:?}");
    }
}

#[test]
fn what_is_dim_in_a_chosen_row_stays_dim() {
    let theme = Theme::of(ThemeKind::Auto);
    let mut buf = Buffer::empty(AREA);
    let mut canvas = Canvas::new(&mut buf);
    canvas.text(AREA, "text", theme.text);
    canvas.text(Rect::new(5, 0, 3, 1), "dim", theme.dim);
    canvas.style(Rect::new(0, 0, WIDTH, 1), theme.selected);
    is_drawn_as_meant(&buf);
    let drawn = read(&written(&buf));
    assert_eq!(drawn[0], ('t', true, false));
    assert_eq!(drawn[5], ('d', false, true));
}

/// One call of the canvas: which, where, and with which style on top of which.
type Deed = (bool, u16, u16, u16, usize, usize);

proptest! {
    #[test]
    fn whatever_is_drawn_on_whatever_is_as_bold_as_it_is_meant(
        kind in prop::sample::select(ThemeKind::ALL.to_vec()),
        deeds in prop::collection::vec((any::<bool>(), 0..WIDTH, 0..3_u16, 1..8_u16, 0..11_usize, 0..11_usize), 1..20),
    ) {
        let styles = styles(kind);
        let mut buf = Buffer::empty(AREA);
        let mut canvas = Canvas::new(&mut buf);
        for (is_text, x, y, width, under, over) in deeds as Vec<Deed> {
            let (area, style) = (Rect::new(x, y, width, 1), styles[under].patch(styles[over]));
            if is_text {
                canvas.text(area, "abcdefgh", style);
            } else {
                canvas.style(area, style);
            }
        }
        is_drawn_as_meant(&buf);
    }
}
