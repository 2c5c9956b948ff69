//! What is left in words and looks as if it was meant as a name: it becomes text, and whoever writes it should know.

use super::LineRemark;

/// The words with an `@` at their start, or behind a bracket or a quotation mark, that were not taken for names.
pub(super) fn broken_names(text: &str) -> Vec<LineRemark> {
    let opens = |c: char| "([{\"”“'»".contains(c);
    let left = text.split_whitespace().filter(|word| {
        let name = word.trim_start_matches(opens).strip_prefix('@');
        name.is_some_and(|name| name.contains(char::is_alphabetic) && !is_open_quote(name))
    });
    left.map(|word| LineRemark::NotAName(word.to_owned())).collect()
}

/// Whether a name begins with a quotation mark that nothing closes.
pub(super) fn is_open_quote(text: &str) -> bool {
    const MARKS: [char; 3] = ['"', '”', '“'];
    text.strip_prefix(MARKS)
        .is_some_and(|name| name.starts_with(char::is_alphabetic) && !name.contains(MARKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_as_a_name_and_is_none_is_said() {
        for word in ["(@Amina)", "@Björn.Ågren", "@\"Åsa\"x", "@»Kim", "@Amina<fre"] {
            assert_eq!(
                broken_names(&format!("Ring {word} nu")),
                [LineRemark::NotAName(word.to_owned())],
                "{word}"
            );
        }
        for text in ["Mejla karin@lindby.se", "@ 3", "kl @10", "prata med Anna"] {
            assert_eq!(broken_names(text), [], "{text}");
        }
    }
}
