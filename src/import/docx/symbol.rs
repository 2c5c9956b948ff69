//! Characters of the symbol fonts that Word comes with, as characters that every font has. It knows no document.

/// The characters of a symbol font by their code in it.
type SymbolFont = &'static [(u32, char)];

const WINGDINGS: SymbolFont = &[
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

const SYMBOL: SymbolFont =
    &[(0xA3, '≤'), (0xAC, '←'), (0xAE, '→'), (0xB1, '±'), (0xB3, '≥'), (0xB4, '×'), (0xB7, '•'), (0xDE, '⇒')];

/// The character for a code of a font, given in hexadecimal. A code that is not known is itself the character;
/// `None` where it is no code at all.
pub(super) fn symbol(font: Option<&str>, code: Option<&str>) -> Option<char> {
    let code = u32::from_str_radix(code?, 16).ok()?;
    // Word moves the codes of such fonts into the private use area.
    let within = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let font = font.unwrap_or_default().to_lowercase();
    let symbols = match font.as_str() {
        "wingdings" => WINGDINGS,
        "symbol" => SYMBOL,
        _ => &[],
    };
    symbols.iter().find(|(at, _)| *at == within).map(|(_, c)| *c).or_else(|| char::from_u32(code))
}

#[cfg(test)]
mod tests {
    use super::symbol;

    #[test]
    fn characters_of_symbol_fonts_become_characters_of_every_font() {
        assert_eq!(symbol(Some("Wingdings"), Some("F0E0")), Some('→'));
        assert_eq!(symbol(Some("Symbol"), Some("00B7")), Some('•'));
        assert_eq!(symbol(Some("Calibri"), Some("00E5")), Some('å'));
        assert_eq!(symbol(None, Some("")), None);
    }
}
