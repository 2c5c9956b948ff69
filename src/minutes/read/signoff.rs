//! Who signs: "/Vid pennan" with names and roles, taken for a sign-off only at the very end.

use std::iter::Peekable;

use super::below::written;
use super::bullet::bullet;
use super::lines::SourceLine;
use super::signers::{is_title_alone, signers};
use crate::i18n::vocabulary::people::{is_given, is_particle};
use crate::i18n::{Lang, vocabulary::minutes as vocabulary};
use crate::model::Signature;

/// The lines at the end of a document that say who signs.
#[derive(Debug, Clone, PartialEq)]
pub struct SignOff {
    /// The index of the line that it begins on.
    pub start: usize,
    /// Names with their roles, in order; empty under a bare opening.
    pub signatures: Vec<Signature>,
    /// Its lines as they were written, where that is not [`canonical`].
    pub as_written: Option<String>,
}

/// The most lines that a sign-off takes.
const LONGEST: usize = 40;
/// The longest name with a role, in characters and in words.
const LONGEST_NAME: usize = 60;
const MOST_WORDS: usize = 6;

/// Finds the sign-off at the end of the lines.
pub fn find(lines: &[SourceLine<'_>], lang: Lang) -> Option<SignOff> {
    let tail = lines
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(|line| opener(&line.text).is_some() || is_person(&line.text));
    let first = lines.len() - tail.count();
    let start =
        (first..lines.len()).find(|&at| lines.get(at).is_some_and(|line| opener(&line.text).is_some()))?;
    let rows = lines.get(start..)?;
    let signatures = signatures(rows, lang);
    let as_written = written(rows);
    // A bare opening has no signature under it, and without one nothing would be written.
    let is_usual = !signatures.is_empty() && as_written == canonical(&signatures, lang);
    let as_written = (!is_usual).then_some(as_written);
    Some(SignOff { start, signatures, as_written })
}

/// The usual form: "/Vid pennan", and each name with its role under it.
pub fn canonical<'a>(signatures: impl IntoIterator<Item = &'a Signature>, lang: Lang) -> String {
    let mut text = lang.words().publication.sign_off.to_owned();
    for signature in signatures {
        // Where names are left out the role is alone.
        let lines = [signature.name.as_str(), signature.role.as_str()];
        let lines: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        text.push_str("\n\n");
        text.push_str(&lines.join("\n"));
    }
    text
}

/// The opening of the part that begins with the signature at this place; those before it are left behind.
pub fn opening_at(
    openings: &mut Peekable<impl Iterator<Item = (usize, String)>>,
    place: usize,
) -> Option<String> {
    let mut opening = None;
    while let Some((_, words)) = openings.next_if(|(from, _)| *from <= place) {
        opening = Some(words);
    }
    opening
}

/// The signatures of a sign-off as it is written, each with the words that are over it where it begins a part; `usual`
/// where nothing opens the first.
pub fn opened<'s>(
    as_written: &str,
    signed: Vec<&'s Signature>,
    usual: &str,
) -> Vec<(Option<String>, &'s Signature)> {
    let mut openings = openings(as_written, &signed).into_iter().peekable();
    let with_opening = |(at, signature)| {
        let own = opening_at(&mut openings, at).map(|own| shown(&own));
        (own.or_else(|| (at == 0).then(|| usual.to_owned())), signature)
    };
    signed.into_iter().enumerate().map(with_opening).collect()
}

/// Every line of a sign-off as it is written that may open a part of it, as [`opened`] has them.
pub fn lines_that_open(as_written: &str) -> Vec<String> {
    let lines = super::lines::split(as_written).0;
    lines.iter().filter_map(|line| Some(shown(opener(&line.text)?.0))).collect()
}

/// What opens a part, without what marks it in text.
fn shown(opening: &str) -> String {
    opening.trim_start_matches('/').trim().to_owned()
}

/// The words that open each part of a sign-off as it is written ("/Vid pennan", "Justeras"), each with the number of
/// these signatures before it.
pub fn openings(as_written: &str, signatures: &[&Signature]) -> Vec<(usize, String)> {
    let mut openings = Vec::new();
    let mut begun = 0;
    let said_first = |at: usize| {
        let signature = signatures.get(at)?;
        [&signature.name, &signature.role].into_iter().find(|said| !said.is_empty())
    };
    for line in super::lines::split(as_written).0 {
        let is_role = begun > 0 && signatures.get(begun - 1).is_some_and(|last| last.role == line.text);
        let begins = said_first(begun).is_some_and(|said| line.text.starts_with(said.as_str()));
        if !begins && is_role {
            continue;
        }
        if !begins && let Some((opening, _)) = opener(&line.text) {
            openings.push((begun, opening.to_owned()));
        }
        while said_first(begun).is_some_and(|said| line.text.contains(said.as_str())) {
            begun += 1;
        }
    }
    openings
}

/// The words that open a sign-off, and who is named on the same line: "Vid pennan", "Justeras: Eva Ek", "Vid
/// protokollet, Rut Kajs", "Justeras – Eva Ek", "Vid protokollet Rut Kajs".
fn opener(text: &str) -> Option<(&str, &str)> {
    // Where one of these is missing, the whole line may be the words that open it.
    if let Some(found) = opens(text.split_once(':').unwrap_or((text, ""))) {
        return Some(found);
    }
    let marked = [",", " – ", " - ", " — "].iter().filter_map(|mark| text.split_once(mark));
    let with_name = |(_, rest): &(&str, &str)| is_full_name(rest.trim_matches(['_', '.', ' ', ',']));
    if let Some(found) = marked.filter(with_name).find_map(opens) {
        return Some(found);
    }
    if text.len() > 4 * LONGEST_NAME {
        return None;
    }
    let blanks = text.match_indices(' ').filter_map(|(at, _)| text.split_at_checked(at));
    blanks.filter(|(_, rest)| is_full_name(rest.trim())).find_map(opens)
}

/// The words that open a sign-off and who is named behind them, where the parts are that.
fn opens<'t>((opening, rest): (&'t str, &'t str)) -> Option<(&'t str, &'t str)> {
    let rest = rest.trim_matches(['_', '.', ' ', '\u{a0}']);
    let opening = opening.trim().trim_end_matches('_').trim();
    (vocabulary::is_sign_off(opening) && (rest.is_empty() || is_person(rest))).then_some((opening, rest))
}

/// Whether a text is a first and a last name, and nothing else: words with a capital letter, two to four.
fn is_full_name(text: &str) -> bool {
    let name = text.split([',', '(']).next().unwrap_or_default();
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) || is_particle(&word.to_lowercase());
    (2..=4).contains(&words.len())
        && words.iter().all(is_capital)
        && words.first().is_some_and(|first| is_given(&first.to_lowercase()) || words.len() == 2)
}

/// Whether a line can be a name, a role, or both; or the names of several.
fn is_person(text: &str) -> bool {
    let is_dotted = text.chars().all(|c| matches!(c, '_' | '.' | ' ' | '…'));
    let is_mark = |c| matches!(c, ' ' | '\u{a0}' | '-' | ',' | '(' | ')' | '/' | '&' | '’' | ';' | '+');
    let fits = |number: usize| {
        text.chars().count() <= LONGEST_NAME * number
            && text.split_whitespace().count() <= MOST_WORDS * number
    };
    let is_named = text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphabetic() || is_mark(c))
        && (fits(1) || fits(signers(text, "").len()));
    // "T.f. enhetschef"
    let is_shortened = text.contains('.') && fits(1) && !text.ends_with('.') && is_title_alone(text);
    (is_dotted || is_named || is_shortened) && bullet(text).is_none()
}

fn signatures(rows: &[SourceLine<'_>], lang: Lang) -> Vec<Signature> {
    let mut signatures: Vec<Signature> = Vec::new();
    let usual = vocabulary::bare(lang.words().publication.at_the_pen);
    let mut opening = "";
    let mut awaits_role = false;
    // How many are named side by side on the line before.
    let mut side_by_side = 0;
    for (at, row) in rows.iter().enumerate() {
        // "Sekreterare" under a name is what that person was, unless a name follows right below.
        let ends = || rows.get(at + 1).is_none_or(|next| next.gap || opener(&next.text).is_some());
        let is_title = awaits_role && !row.gap && vocabulary::is_signers_title(&row.text) && ends();
        if let Some((words, name)) = opener(&row.text).filter(|_| !is_title) {
            opening = words.trim_start_matches('/').trim();
            // It names no office.
            if vocabulary::bare(opening) == usual {
                opening = "";
            }
            awaits_role = false;
            if !name.is_empty() {
                let named = signers(name, opening);
                awaits_role = named.len() == 1;
                signatures.extend(named);
            }
            continue;
        }
        if !row.text.contains(char::is_alphabetic) {
            continue;
        }
        let columns = columns(row);
        if columns.len() > 1 {
            // "Moa Ek        Ola Lund", and under them "Ordförande    Justerare".
            let roles = signatures
                .len()
                .checked_sub(columns.len())
                .filter(|_| !row.gap && side_by_side == columns.len());
            if let Some(from) = roles {
                for (signature, role) in signatures.iter_mut().skip(from).zip(columns) {
                    role.clone_into(&mut signature.role);
                }
                side_by_side = 0;
            } else {
                side_by_side = columns.len();
                signatures.extend(columns.into_iter().flat_map(|name| signers(name, opening)));
            }
            awaits_role = false;
            continue;
        }
        let is_apart = || is_title_alone(&row.text) || is_word_for_role(&row.text);
        let is_role = is_title || awaits_role && if row.gap { is_apart() } else { is_role(&row.text) };
        if let Some(last) = signatures.last_mut().filter(|_| is_role) {
            last.role = row.text.to_string();
            awaits_role = false;
        } else {
            let named = signers(&row.text, opening);
            awaits_role = named.len() == 1 && !row.text.contains(',');
            signatures.extend(named);
        }
    }
    signatures
}

/// What is side by side on a line, with tabs or several blanks between.
fn columns<'l>(row: &'l SourceLine<'_>) -> Vec<&'l str> {
    let text = row.columns.as_deref().unwrap_or(&row.text);
    text.split(['\t'])
        .flat_map(|part| part.split("  "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether the line under a name is a role: a word for one, a single word, or in lower case.
fn is_role(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    vocabulary::is_role(first)
        || text.starts_with(char::is_lowercase)
        || words.next().is_none()
        || is_title_alone(text)
}

/// Whether a line is one word for what somebody is, so that a blank line above it changes nothing.
fn is_word_for_role(text: &str) -> bool {
    !text.contains(' ') && vocabulary::is_role(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign_off(text: &str) -> Option<(Vec<(String, String)>, bool)> {
        let found = find(&super::super::lines::split(text).0, Lang::Sv)?;
        let people = found.signatures.into_iter().map(|it| (it.name, it.role)).collect();
        Some((people, found.as_written.is_some()))
    }

    fn pair(name: &str, role: &str) -> (String, String) {
        (name.to_owned(), role.to_owned())
    }

    #[test]
    fn names_and_roles_are_read_under_their_opening() {
        let text = "Text.\n\n/Vid pennan\n\nEva Ek\nProcessledare LKP\n\nBo Al\nTeamledare LKP\n";
        let expected = vec![pair("Eva Ek", "Processledare LKP"), pair("Bo Al", "Teamledare LKP")];
        assert_eq!(sign_off(text), Some((expected, false)));
        let text = "Text.\n\nVid anteckningarna\nLisa Ek\n\nJusteras: ______\n   Per Lind, ombud";
        assert_eq!(
            sign_off(text),
            Some((vec![pair("Lisa Ek", "Vid anteckningarna"), pair("Per Lind", "ombud")], true))
        );
        assert_eq!(sign_off("Text.\n\nVid pennan: Ulrika"), Some((vec![pair("Ulrika", "")], true)));
        assert_eq!(sign_off("Text.\n\n/Vid pennan\n"), Some((vec![], true)));
        let text = "Text.\n\nJusteras\n\nEva Ek       Bo Al\nOrdförande   Justerare\n";
        let expected = vec![pair("Eva Ek", "Ordförande"), pair("Bo Al", "Justerare")];
        assert_eq!(sign_off(text), Some((expected.clone(), true)));
        assert_eq!(sign_off(&text.replace("   ", "\t")), Some((expected, true)));
        let text = "Text.\n\n/Vid pennan\n\nSiv Norr\nSekreterare\n\nJusteras\n\nIvar Ek\nJusterare\n";
        let expected = vec![pair("Siv Norr", "Sekreterare"), pair("Ivar Ek", "Justerare")];
        assert_eq!(sign_off(text), Some((expected, true)));
        let text = "Text.\n\nOrdförande\nEva Ek\nSekreterare\nBo Al\n";
        let expected = vec![pair("Eva Ek", "Ordförande"), pair("Bo Al", "Sekreterare")];
        assert_eq!(sign_off(text), Some((expected, true)));
    }

    #[test]
    fn a_sign_off_in_the_middle_is_left_there() {
        assert_eq!(sign_off("/Vid pennan\n\nEva Ek\n\nP.S. Glöm inte fikat den 5 maj."), None);
    }
}
