//! Initials of a name, as they appear where names are shortened.

/// `Eva-Lena Ek` becomes `E-L.E.`; empty where the name has no letter or digit.
pub(crate) fn initials(name: &str) -> String {
    let of_part = |part: &str| -> String {
        let letters = part.split('-').filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
        letters.map(String::from).collect::<Vec<_>>().join("-")
    };
    let parts = name.split_whitespace().map(of_part).filter(|part| !part.is_empty());
    parts.map(|part| part + ".").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_keep_double_names_together() {
        assert_eq!(initials("Eva-Lena Ek"), "E-L.E.");
        assert_eq!(initials("åsa"), "å.");
        assert_eq!(initials(" – "), "");
    }
}
