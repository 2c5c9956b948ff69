//! Which text colours people call green, the colour of the team's answers. It knows no document.

/// Whether a colour, written as `RRGGBB`, is green to the eye.
pub(super) fn is_green(hex: &str) -> bool {
    let hex = hex.trim().trim_start_matches('#');
    let Some(colour) = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6) else { return false };
    let [_, red, green, blue] = colour.to_be_bytes().map(i32::from);
    let least = red.min(blue).min(green);
    let spread = green - least;
    // Grey with a tint is grey; near black nobody sees a colour.
    if green <= red.max(blue) || spread * 4 < green || spread < 24 {
        return false;
    }
    // From yellow-green (75°) to sea green (168°): in degrees from green, towards yellow or towards blue.
    let lean = 60 * (red - blue).abs() / spread;
    if red > blue { lean <= 45 } else { lean <= 48 }
}

#[cfg(test)]
mod tests {
    use super::is_green;

    #[test]
    fn greens_are_distinguished_from_other_colours() {
        for green in [
            "00B050", "1B6E3C", "6AA84F", "92D050", "70AD47", "4EA72E", "548235", "008000", "00ff00",
            "006400",
        ] {
            assert!(is_green(green), "{green}");
        }
        for other in [
            "000000", "FFFFFF", "FF0000", "FFC000", "FFFF00", "808000", "0070C0", "00B0F0", "008B8B",
            "7F8F7F", "444A44", "auto", "", "00B05", "0a120a",
        ] {
            assert!(!is_green(other), "{other}");
        }
    }
}
