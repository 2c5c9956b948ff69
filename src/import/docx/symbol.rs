//! Signs of the symbol fonts that Word comes with, as signs that every font has. It knows no document.

/// The signs of a font by their place in it.
type Signs = &'static [(u32, char)];

const WINGDINGS: Signs = &[
    (0x4A, '☺'),
    (0x4B, '😐'),
    (0x4C, '☹'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '☐'),
    (0x71, '☐'),
    (0x76, '❖'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '☐'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

const SYMBOL: Signs =
    &[(0xA3, '≤'), (0xAC, '←'), (0xAE, '→'), (0xB1, '±'), (0xB3, '≥'), (0xB4, '×'), (0xB7, '•'), (0xDE, '⇒')];

/// The sign at a place of a font, given in hexadecimal. A place that is not known stays as it is.
pub(super) fn symbol(font: Option<&str>, place: Option<&str>) -> Option<char> {
    let place = u32::from_str_radix(place?, 16).ok()?;
    // Word moves the places of such fonts into the private area.
    let within = if (0xF000..=0xF0FF).contains(&place) { place - 0xF000 } else { place };
    let font = font.unwrap_or_default().to_lowercase();
    let signs = match font.as_str() {
        "wingdings" => WINGDINGS,
        "symbol" => SYMBOL,
        _ => &[],
    };
    signs.iter().find(|(at, _)| *at == within).map(|(_, sign)| *sign).or_else(|| char::from_u32(place))
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn signs_of_symbol_fonts_become_signs_of_every_font() {
        assert_eq!(symbol(Some("Wingdings"), Some("F0E0")), Some('→'));
        assert_eq!(symbol(Some("Symbol"), Some("00B7")), Some('•'));
        assert_eq!(symbol(Some("Calibri"), Some("00E5")), Some('å'));
        assert_eq!(symbol(None, Some("")), None);
    }
}
