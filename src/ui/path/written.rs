//! What people write, paste or drag into a field → paths: quotation marks, blanks after a backslash, `file://`, `~`.

use std::path::{MAIN_SEPARATOR, PathBuf};

use directories::UserDirs;

/// The quotation marks that terminals and file managers put round a path.
const QUOTES: [char; 2] = ['\'', '"'];

/// The path that was written. A file that is called exactly so comes before what quotation marks and backslashes mean.
pub fn expand(written: &str) -> PathBuf {
    let written = written.trim();
    let literal = under_home(written);
    if literal.exists() { literal } else { under_home(&bare(written)) }
}

/// Every path that a text names: one on each line, or several on a line where each of them begins at a root, which is
/// how several files are dropped into a terminal.
pub fn listed(text: &str) -> Vec<PathBuf> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .flat_map(|line| {
            let (whole, words) = (expand(line), words(line));
            let are_several = words.len() > 1 && words.iter().all(|word| begins_at_root(word));
            if are_several && !whole.exists() { words.into_iter().map(expand).collect() } else { vec![whole] }
        })
        .collect()
}

/// Whether a path says itself where it begins, so that it never goes behind a folder that is in the field already.
pub fn begins_at_root(written: &str) -> bool {
    let written = written.trim().trim_start_matches(QUOTES);
    let drive = |text: &str| {
        let mut characters = text.chars();
        characters.next().is_some_and(|c| c.is_ascii_alphabetic())
            && characters.next() == Some(':')
            && characters.next().is_some_and(|c| matches!(c, '/' | '\\'))
    };
    written == "~"
        || written.starts_with(['/', MAIN_SEPARATOR])
        || ["~/", "~\\", "file:/"].iter().any(|root| written.starts_with(root))
        || drive(written)
}

/// What was typed behind a folder that was in the field, or behind a path where nothing is, where it is the beginning
/// of another path.
pub fn begun_anew<'a>(text: &'a str, there: &str) -> Option<&'a str> {
    let typed = text.strip_prefix(there)?;
    if !there.ends_with(['/', MAIN_SEPARATOR]) && (there.is_empty() || expand(there).exists()) {
        return None;
    }
    // `C:`, or an address as a file manager copies it.
    let is_drive = typed.len() == 2 && typed.ends_with(':') || typed == "file:";
    let begins = typed.chars().count() == 1 && typed.starts_with(['/', '~', '\'', '"', MAIN_SEPARATOR]);
    (begins || is_drive).then_some(typed)
}

/// The path with one's own folder in the place of `~`.
fn under_home(written: &str) -> PathBuf {
    let own = written.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(['/', '\\']));
    match (own, UserDirs::new()) {
        (Some(rest), Some(user)) => user.home_dir().join(rest.trim_start_matches(['/', '\\'])),
        _ => PathBuf::from(written),
    }
}

/// The path without what quotes it. A quotation mark that is not closed yet is one too.
fn bare(written: &str) -> String {
    if let Some(address) = written.trim_matches(QUOTES).strip_prefix("file:") {
        return of_address(address);
    }
    let Some(quote) = written.chars().next().filter(|first| QUOTES.contains(first)) else {
        let text = written.trim_end_matches('"');
        return if cfg!(windows) { text.to_owned() } else { unescaped(text) };
    };
    let inner = written.strip_prefix(quote).unwrap_or(written);
    let inner = inner.strip_suffix(quote).unwrap_or(inner);
    // How a shell writes an apostrophe between apostrophes.
    inner.replace("'\\''", "'")
}

/// Without the backslashes before blanks and punctuation; one before a letter or a digit is part of a name.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = if c == '\\' { characters.next_if(|next| !next.is_alphanumeric()) } else { None };
        plain.push(next.unwrap_or(c));
    }
    plain
}

/// The path of a `file:` address (RFC 8089), without its host and with its `%20` decoded.
fn of_address(address: &str) -> String {
    let path = match address.strip_prefix("//") {
        Some(rest) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or(rest),
        None => address,
    };
    let decoded = decoded(path);
    // `/C:/…` of Windows.
    match decoded.strip_prefix('/') {
        Some(rest) if rest.get(1..2) == Some(":") => rest.to_owned(),
        _ => decoded,
    }
}

fn decoded(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let [first, after @ ..] = rest {
        let code = after.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The words of a line as a shell parts them, still quoted.
fn words(line: &str) -> Vec<&str> {
    let (mut words, mut begin, mut quote, mut is_escaped) = (Vec::new(), None, None, false);
    for (at, c) in line.char_indices() {
        if c.is_whitespace() && quote.is_none() && !is_escaped {
            words.extend(begin.take().and_then(|begin| line.get(begin..at)));
            continue;
        }
        begin.get_or_insert(at);
        match quote {
            Some(open) if open == c => quote = None,
            None if QUOTES.contains(&c) && !is_escaped => quote = Some(c),
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped && !cfg!(windows) && quote.is_none();
    }
    words.extend(begin.and_then(|begin| line.get(begin..)));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        listed(text).into_iter().map(|path| path.display().to_string()).collect()
    }

    #[test]
    fn a_path_is_understood_however_it_is_quoted() {
        let home = UserDirs::new().unwrap().home_dir().to_owned();
        assert_eq!(expand("~"), home);
        assert_eq!(expand(" ~/möten/a.txt"), home.join("möten/a.txt"));
        assert_eq!(expand("~anna/a.txt"), PathBuf::from("~anna/a.txt"));
        assert_eq!(expand("'~/möten/a b.txt'"), home.join("möten/a b.txt"));
        for written in [
            "\"/x/Åsas möte (1).txt\"",
            "'/x/Åsas möte (1).txt'",
            "'/x/Åsas möte (1).txt",
            "/x/Åsas möte (1).txt",
            r"/x/Åsas\ möte\ \(1\).txt",
            "file:///x/%C3%85sas%20m%C3%B6te%20(1).txt",
            "file://localhost/x/%C3%85sas%20m%c3%b6te%20%281%29.txt",
        ] {
            assert_eq!(expand(written), PathBuf::from("/x/Åsas möte (1).txt"), "{written}");
        }
        assert_eq!(expand(r"'/x/Karin'\''s.txt'"), PathBuf::from("/x/Karin's.txt"));
        assert_eq!(expand("file:///C:/a%20b.txt"), PathBuf::from("C:/a b.txt"));
        assert_eq!(expand("file:///100%.txt"), PathBuf::from("/100%.txt"));
    }

    #[test]
    fn a_file_that_is_called_so_comes_before_what_quotation_marks_mean() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("'a b'.txt");
        std::fs::write(&path, "").unwrap();
        assert_eq!(expand(&path.display().to_string()), path);
    }

    #[test]
    fn several_paths_are_parted_and_one_with_blanks_is_not() {
        assert_eq!(paths("/x/a b.txt"), ["/x/a b.txt"]);
        assert_eq!(paths("'/x/a b.txt' '/x/c.txt' "), ["/x/a b.txt", "/x/c.txt"]);
        assert_eq!(paths(r"/x/a\ b.txt /x/c.txt"), ["/x/a b.txt", "/x/c.txt"]);
        assert_eq!(paths("/x/a b.txt\r\nfile:///x/c%20d.txt\n\n"), ["/x/a b.txt", "/x/c d.txt"]);
        assert_eq!(paths("Mars möte.txt"), ["Mars möte.txt"]);
        assert_eq!(paths(" \n"), [""; 0]);
    }

    #[test]
    fn another_root_behind_a_folder_begins_anew() {
        assert_eq!(begun_anew("~/Dokument//", "~/Dokument/"), Some("/"));
        assert_eq!(begun_anew("~/Dokument/~", "~/Dokument/"), Some("~"));
        assert_eq!(begun_anew("~/Dokument/'", "~/Dokument/"), Some("'"));
        assert_eq!(begun_anew("~/Dokument/C:", "~/Dokument/"), Some("C:"));
        assert_eq!(begun_anew("~/Dokument/file:", "~/Dokument/"), Some("file:"));
        assert_eq!(begun_anew("~/Dokument/m", "~/Dokument/"), None);
        assert_eq!(begun_anew("~/Dokument/m/", "~/Dokument/"), None);
        assert_eq!(begun_anew("/", ""), None);
    }
}
