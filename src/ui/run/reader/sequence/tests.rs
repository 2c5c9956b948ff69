//! What terminals send, whole, in pieces, and cut short.

use proptest::prelude::*;

use super::{PASTE, Sequences};
use crate::ui::event::Event;
use crate::ui::run::reader::translation::event_of;

/// What terminals send for one key, click or paste.
const WHOLE: [&str; 16] = [
    "a",
    "å",
    "€",
    "🙂",
    "\r",
    "\u{7f}",
    "\u{1b}[A",
    "\u{1b}[1;5C",
    "\u{1b}[15~",
    "\u{1b}OP",
    "\u{1b}[[B",
    "\u{1b}å",
    "\u{1b}[<0;10;5M",
    "\u{1b}[<0;10;5m",
    "\u{1b}[M !!",
    "\u{1b}[200~två\rrader \u{1b}[A\u{1b}[201~",
];

/// The events of what was sent in these chunks, and of what is given up after them.
fn events(chunks: &[&[u8]]) -> Vec<String> {
    let mut sequences = Sequences::default();
    let mut pieces = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        pieces.extend(sequences.take(chunk, at + 1 < chunks.len()));
    }
    pieces.extend(sequences.give_up());
    assert_eq!(sequences.time_limit(), None);
    pieces.into_iter().filter_map(event_of).map(|event| named(&event)).collect()
}

/// An event in short: what is typed as it is.
fn named(event: &Event) -> String {
    match event {
        Event::Key(key) if key.modifiers.is_empty() => match key.code.as_char() {
            Some(c) => c.to_string(),
            None => format!("<{}>", key.code),
        },
        Event::Key(key) => format!("<{}+{}>", key.modifiers, key.code),
        Event::Paste(text) => format!("<paste {text}>"),
        other => format!("<{other:?}>"),
    }
}

/// What is typed when these bytes are sent, one time limit after the other.
fn typed(parts: &[&str]) -> String {
    let mut sequences = Sequences::default();
    let pieces = parts.iter().flat_map(|part| {
        let mut pieces = sequences.take(part.as_bytes(), false);
        pieces.extend(sequences.give_up());
        pieces
    });
    pieces.filter_map(event_of).map(|event| named(&event)).collect()
}

#[test]
fn keys_are_what_they_are() {
    for (sent, event) in [
        ("a", "a"),
        ("å", "å"),
        ("\r", "<Enter>"),
        ("\u{1b}", "<Esc>"),
        ("\u{1b}\u{1b}", "<Esc><Esc>"),
        ("\u{1b}\u{1b}[A", "<Esc><Up>"),
        ("\u{1b}[A", "<Up>"),
        ("\u{1b}[1;2A", "<Shift+Up>"),
        ("\u{1b}[1;3B", "<Alt+Down>"),
        ("\u{1b}[1;5C", "<Control+Right>"),
        ("\u{1b}OD", "<Left>"),
        ("\u{1b}[Z", "<Shift+Back Tab>"),
        ("\u{1b}[3~", "<Del>"),
        ("\u{1b}[6~", "<Page Down>"),
        ("\u{1b}OP", "<F1>"),
        ("\u{1b}[12~", "<F2>"),
        ("\u{1b}[[A", "<F1>"),
        ("\u{1b}5", "<Alt+5>"),
        ("\u{1b}ö", "<Alt+ö>"),
        ("\u{1b}[", "<Alt+[>"),
        ("\u{1b}O", "<Alt+O>"),
        ("\u{1b}P", "<Alt+P>"),
        ("\u{1b}]", "<Alt+]>"),
        ("\u{1b}O1", "<Alt+O>1"),
        ("\u{4}", "<Control+d>"),
        ("\u{1b}[?1;2c", ""),
    ] {
        assert_eq!(typed(&[sent]), event, "{sent:?}");
    }
}

#[test]
fn what_is_cut_short_takes_no_other_key_with_it() {
    for cut in ["\u{1b}[<", "\u{1b}[<0;10", "\u{1b}[1;", "\u{1b}[15", "\u{1b}[M", "\u{1b}[M!", "\u{1b}[["] {
        assert_eq!(typed(&[cut, "hejsan", "\u{1b}", "qwert"]), "hejsan<Esc>qwert", "{cut:?}");
    }
    assert_eq!(typed(&["\u{1b}[", "hejsan"]), "<Alt+[>hejsan");
    // At once, the next character may belong to it; the report of a click has its own.
    assert_eq!(typed(&["\u{1b}[<hejsan"]), "hejsan");
    assert_eq!(typed(&["\u{1b}[<0;1\u{1b}[A"]), "<Up>");
    assert_eq!(typed(&["\u{1b}[1;å"]), "å");
    assert_eq!(typed(&[&format!("\u{1b}[{}a", "0".repeat(200))]), format!("{}a", "0".repeat(136)));
}

#[test]
fn a_paste_without_an_end_is_kept_and_its_rest_too() {
    assert_eq!(typed(&["\u{1b}[200~Rad ett\r", "b"]), "<paste Rad ett\r>b");
    assert_eq!(typed(&["\u{1b}[200~ett\r", "två\r\u{1b}[201~c"]), "<paste ett\r><paste två\r>c");
    assert_eq!(
        typed(&["\u{1b}[200~ett", "\u{1b}[200~två\u{1b}[201~", "\u{1b}[201~"]),
        "<paste ett><paste två>"
    );
}

#[test]
fn characters_that_are_none_are_left_out() {
    for bytes in [&b"\xff"[..], b"\x80", b"\xc3", b"\xe2\x82", b"\xc3\xc3"] {
        assert_eq!(events(&[bytes, b"a"]).concat(), "a", "{bytes:?}");
    }
}

proptest! {
    /// However the bytes are cut on their way, they mean the same.
    #[test]
    fn pieces_mean_what_the_whole_means(
        sent in prop::collection::vec(prop::sample::select(&WHOLE[..]), 1..8),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let bytes = sent.concat().into_bytes();
        let mut ends: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len())).collect();
        ends.extend([0, bytes.len()]);
        ends.sort_unstable();
        let chunks: Vec<&[u8]> = ends.windows(2).map(|pair| &bytes[pair[0]..pair[1]]).collect();
        prop_assert_eq!(events(&chunks), events(&[&bytes]));
        prop_assert_eq!(events(&[&bytes]).len(), sent.len());
    }

    /// Whatever was sent before, text that is typed after a time limit arrives.
    #[test]
    fn text_arrives_after_any_bytes(before in prop::collection::vec(any::<u8>(), 0..40), text in "[a-zåäö ]{1,20}") {
        let mut sequences = Sequences::default();
        sequences.take(&before, false);
        sequences.give_up();
        sequences.is_paste_cut = false;
        let typed: String =
            sequences.take(text.as_bytes(), false).into_iter().filter_map(event_of).map(|it| named(&it)).collect();
        prop_assert_eq!(typed, text);
    }

    /// Pastes hold whatever is pasted but their own end.
    #[test]
    fn pastes_arrive_whole(text in "[^\u{1b}]{0,200}", cut in any::<prop::sample::Index>()) {
        let sent = [PASTE.0, text.as_bytes(), PASTE.1].concat();
        let (first, last) = sent.split_at(cut.index(sent.len()));
        prop_assert_eq!(events(&[first, last]), vec![format!("<paste {text}>")]);
    }
}
