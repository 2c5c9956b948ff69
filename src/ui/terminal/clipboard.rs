//! The clipboard of whoever sits at the terminal, also through ssh: the terminal itself puts a text there when it is
//! written the sequence OSC 52 (xterm's control sequences, "Operating System Commands").

/// The digits of base64 (RFC 4648).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What makes a terminal put the text on its clipboard. In tmux it is written twice: for tmux itself, and wrapped so
/// that tmux passes it on to the terminal; which of them is heeded depends on its settings.
pub(super) fn sequence(text: &str, in_tmux: bool) -> String {
    let plain = format!("\u{1b}]52;c;{}\u{7}", base64(text.as_bytes()));
    if in_tmux {
        let doubled = plain.replace('\u{1b}', "\u{1b}\u{1b}");
        return format!("{plain}\u{1b}Ptmux;{doubled}\u{1b}\\");
    }
    plain
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for part in bytes.chunks(3) {
        let bits =
            part.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - part.len()));
        for at in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * at) & 63) as usize).copied().map_or('=', char::from);
            text.push(if at > part.len() { '=' } else { digit });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_written_in_base64() {
        // The examples of RFC 4648, section 10.
        let examples = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (text, expected) in examples {
            assert_eq!(base64(text.as_bytes()), expected);
        }
        assert_eq!(sequence("å\u{1b}", false), "\u{1b}]52;c;w6Ub\u{7}");
    }

    #[test]
    fn tmux_gets_it_for_itself_and_for_the_terminal() {
        let expected = "\u{1b}]52;c;Zm9v\u{7}\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Zm9v\u{7}\u{1b}\\";
        assert_eq!(sequence("foo", true), expected);
    }
}
