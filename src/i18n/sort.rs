//! The order of names in Swedish: å, ä and ö after z, other accents beside their letters, capitals as small letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Puts names in the order of the alphabet.
pub fn names(names: &mut [String]) {
    by_name(names, String::as_str);
}

/// Puts what has a name in the same order.
pub fn by_name<T>(named: &mut [T], name: impl Fn(&T) -> &str) {
    named.sort_by_cached_key(|it| (key(name(it)), name(it).to_owned()));
}

/// The letters of a name as they are ordered.
fn key(name: &str) -> String {
    let composed = name.nfc().flat_map(char::to_lowercase);
    composed
        .flat_map(|c| match c {
            // The three characters after z in ASCII.
            'å' => vec!['{'],
            'ä' | 'æ' => vec!['|'],
            'ö' | 'ø' => vec!['}'],
            c => std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn swedish_letters_come_last() {
        let mut names = ["Öberg", "Åberg", "Ärlig", "zeta", "Eva", "Éva", "adam"].map(str::to_owned);
        super::names(&mut names);
        assert_eq!(names, ["adam", "Eva", "Éva", "zeta", "Åberg", "Ärlig", "Öberg"]);
    }
}
