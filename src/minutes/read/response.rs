//! What in an entry is the team's response: a closing parenthesis among challenges, or what follows "Svar:".
//! What could be one or not is left where it is, with a doubt.

use crate::i18n::vocabulary::minutes as vocabulary;
use crate::i18n::{Lang, labels};
use crate::minutes::Response;
use crate::model::{Coded, ResponseKind};

/// An entry's text without its response, and the response.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The text without the response, as it is written.
    pub statement: String,
    /// `None` where there is none, or where it is in doubt.
    pub response: Option<Response>,
    /// What a person should decide.
    pub doubt: Option<ResponseDoubt>,
}

/// Why something may be a response or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResponseDoubt {
    /// These words could be one.
    Unclear(String),
    /// This is a name: that person is responsible for it, rather.
    Name(String),
    /// A parenthesis that is not closed.
    Unclosed,
}

/// Takes the response off an entry's text. Among challenges every closing parenthesis may be one, elsewhere only
/// what is called so.
pub fn split(text: &str, among_challenges: bool) -> Split {
    let whole = |doubt| Split { statement: text.to_owned(), response: None, doubt };
    if let Some(parenthesis) = closing_parenthesis(text) {
        let labelled = after_label(parenthesis.inside).is_some();
        if labelled || among_challenges {
            match judge(&parenthesis) {
                Verdict::Response => {
                    let statement = parenthesis.before.trim_end().to_owned();
                    let response = Some(parenthesis.response(text, &statement));
                    return Split { statement, response, doubt: None };
                }
                Verdict::Doubt(doubt) => return whole(Some(doubt)),
                Verdict::Neither => {}
            }
        }
    }
    if let Some((statement, answer)) = inline(text) {
        return answered(text, statement, answer);
    }
    if !among_challenges {
        return whole(None);
    }
    whole(doubt(text))
}

/// The longest note, in characters: a longer one is a whole document on one line, with more than one answer in it.
const LONGEST_NOTE: usize = 400;

/// What was said and what was answered in a note with one labelled answer in it.
pub fn of_note(text: &str) -> Option<Split> {
    if !text.contains(':') || text.chars().nth(LONGEST_NOTE).is_some() {
        return None;
    }
    let (statement, answer) = inline(text)?;
    let is_single = inline(answer).is_none();
    (is_single && ends_sentence(statement)).then(|| answered(text, statement, answer))
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '…', ')'])
}

/// The longest label of an answer, in characters.
const LONGEST_LABEL: usize = 40;

/// What follows "Svar:" at the beginning of a text.
pub fn after_label(text: &str) -> Option<&str> {
    // Called for every word of a line: it must not look further than a label reaches.
    let (colon, _) = text.char_indices().take(LONGEST_LABEL).find(|&(_, c)| c == ':')?;
    let (label, rest) = text.split_at_checked(colon)?;
    let rest = rest.strip_prefix(':').unwrap_or(rest).trim();
    if rest.is_empty() {
        return None;
    }
    let label = label.trim();
    let is_label = vocabulary::ANSWER_LABELS.contains(&label.to_lowercase().as_str());
    // "Svar från enhetschefen: …" says who answers as well, and those words stay.
    let who = || {
        let (first, rest) = label.split_once(char::is_whitespace)?;
        let (from, who) = rest.trim_start().split_once(char::is_whitespace)?;
        let is_answer = vocabulary::ANSWER_LABELS.contains(&first.to_lowercase().as_str());
        let is_from = vocabulary::ANSWERED_BY.contains(&from) && who.split_whitespace().count() <= 3;
        let at = text.find(who).filter(|_| is_answer && is_from)?;
        text.get(at..)
    };
    if is_label { Some(rest) } else { who().map(str::trim) }
}

/// A response on a line of its own.
pub fn on_own_line(line: &str) -> Option<Response> {
    let (kind, text) = with_kind(after_label(line)?);
    Some(Response { text: text.to_owned(), kind, as_written: Some(format!("\n{line}")), due: None })
}

/// A response that is marked as one by its colour or its style. Parentheses and a label that it is written with stay in
/// `as_written`.
pub fn marked(written: &str) -> Response {
    let written = written.trim();
    let inside = closing_parenthesis(written).filter(|it| it.before.is_empty()).map(|it| it.inside);
    let bare = inside.unwrap_or(written);
    let (kind, text) = with_kind(after_label(bare).unwrap_or(bare));
    let response = Response { text: text.to_owned(), kind, as_written: None, due: None };
    // Bare words are set in parentheses in text, so that they are read as a response there.
    let is_bare = inside.is_none() && text == written;
    let as_written = (!is_bare && as_text(&response, Lang::Sv).trim() != written).then(|| written.to_owned());
    Response { as_written, ..response }
}

/// A response as it is written behind its statement, the space between them included.
pub fn as_text(response: &Response, lang: Lang) -> String {
    match &response.as_written {
        Some(written) if written.starts_with(char::is_whitespace) => written.clone(),
        Some(written) => format!(" {written}"),
        None if response.kind == ResponseKind::Answer => format!(" ({})", response.text),
        None => {
            let mut label = labels::response_kind(lang, response.kind).chars();
            let capital = label.next().map(char::to_uppercase).into_iter().flatten();
            format!(" ({}{}: {})", capital.collect::<String>(), label.as_str(), response.text)
        }
    }
}

struct Parenthesis<'a> {
    before: &'a str,
    inside: &'a str,
}

impl Parenthesis<'_> {
    fn response(&self, whole: &str, statement: &str) -> Response {
        let (kind, text) = with_kind(after_label(self.inside).unwrap_or(self.inside));
        let written = whole.strip_prefix(statement).unwrap_or_default();
        let plain = kind == ResponseKind::Answer && written == format!(" ({text})");
        let written = written.strip_prefix(' ').filter(|rest| rest.starts_with('(')).unwrap_or(written);
        Response { text: text.to_owned(), kind, as_written: (!plain).then(|| written.to_owned()), due: None }
    }
}

/// "På gång: stödpaketet" says what sort of response it is.
fn with_kind(text: &str) -> (ResponseKind, &str) {
    let named = text.split_once(": ").and_then(|(label, rest)| {
        let label = label.trim().to_lowercase();
        let is = |kind: &ResponseKind| {
            [Lang::Sv, Lang::En].iter().any(|&lang| labels::response_kind(lang, *kind) == label)
        };
        let kind = ResponseKind::ALL.iter().copied().find(is)?;
        Some((kind, rest.trim())).filter(|(_, rest)| !rest.is_empty())
    });
    named.unwrap_or((ResponseKind::Answer, text))
}

/// The parenthesis that closes a text, a full stop behind it left aside. White space separates it from the word before.
fn closing_parenthesis(text: &str) -> Option<Parenthesis<'_>> {
    let end = text.trim_end_matches(['.', '!', ',', ';', ' ']).strip_suffix(')')?;
    let mut depth = 1_u32;
    let open = end.char_indices().rev().find(|&(_, c)| {
        match c {
            ')' => depth += 1,
            '(' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (before, inside) = end.split_at_checked(open?.0)?;
    let inside = inside.strip_prefix('(')?.trim();
    (before.is_empty() || before.ends_with(char::is_whitespace)).then_some(Parenthesis { before, inside })
}

enum Verdict {
    Response,
    Doubt(ResponseDoubt),
    Neither,
}

fn judge(parenthesis: &Parenthesis<'_>) -> Verdict {
    let inside = parenthesis.inside;
    let lower = inside.to_lowercase();
    let words = inside.split_whitespace().count();
    if !inside.contains(char::is_alphabetic)
        || vocabulary::EXPLANATIONS.iter().any(|it| lower.starts_with(it))
    {
        return Verdict::Neither;
    }
    if after_label(inside).is_some() {
        return if parenthesis.before.trim().is_empty() { Verdict::Neither } else { Verdict::Response };
    }
    let is_abbreviation = words == 1 && inside.chars().count() <= 6 && inside.chars().all(char::is_uppercase);
    if is_abbreviation {
        return Verdict::Neither;
    }
    if parenthesis.before.trim().is_empty() || starts_small(inside) && words <= 4 {
        return Verdict::Doubt(ResponseDoubt::Unclear(inside.to_owned()));
    }
    if is_name(inside) { Verdict::Doubt(ResponseDoubt::Name(inside.to_owned())) } else { Verdict::Response }
}

fn starts_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase) && !is_short_answer(text)
}

fn is_short_answer(text: &str) -> bool {
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    vocabulary::SHORT_ANSWERS.contains(&first.as_str())
}

/// Whether a text is nothing but the name of one or two people.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| !["och", "and", "&"].contains(word)).collect();
    let is_part = |word: &&str| {
        let mut chars = word.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.all(|c| c.is_alphabetic() || c == '-')
    };
    !words.is_empty() && words.len() <= 3 && words.iter().all(is_part) && !is_short_answer(text)
}

/// An answer on the same line: "Fråga? Svar: Ja." The statement and what begins with the label.
fn inline(text: &str) -> Option<(&str, &str)> {
    if !text.contains(':') {
        return None;
    }
    let mut depth = 0_i32;
    let mut after_space = false;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if after_space && depth <= 0 && c.is_alphabetic() {
            let (statement, rest) = text.split_at_checked(at)?;
            if after_label(rest).is_some() && statement.contains(char::is_alphanumeric) {
                return Some((statement.trim_end(), rest));
            }
        }
        after_space = c.is_whitespace();
    }
    None
}

fn answered(text: &str, statement: &str, answer: &str) -> Split {
    let (kind, words) = with_kind(after_label(answer).unwrap_or(answer));
    let written = text.strip_prefix(statement).unwrap_or(answer);
    let written = written.strip_prefix(' ').filter(|rest| *rest == answer).unwrap_or(written);
    let response = Response { text: words.to_owned(), kind, as_written: Some(written.to_owned()), due: None };
    Split { statement: statement.to_owned(), response: Some(response), doubt: None }
}

/// Arrows, marks for green text and open parentheses, among challenges.
fn doubt(text: &str) -> Option<ResponseDoubt> {
    let lower = text.to_lowercase();
    let arrow = ["->", "→", "=>"].iter().find_map(|arrow| text.split_once(arrow));
    if let Some((_, after)) = arrow.filter(|(_, after)| !after.trim().is_empty()) {
        return Some(ResponseDoubt::Unclear(after.trim().to_owned()));
    }
    if vocabulary::GREEN_MARKS.iter().any(|mark| lower.contains(mark)) {
        return Some(ResponseDoubt::Unclear(text.to_owned()));
    }
    let open = text.rsplit_once('(').filter(|(before, after)| {
        before.ends_with(char::is_whitespace)
            && after.starts_with(char::is_alphanumeric)
            && !after.contains(')')
    });
    open.map(|_| ResponseDoubt::Unclosed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(text: &str) -> Option<String> {
        split(text, true).response.map(|response| response.text)
    }

    #[test]
    fn the_closing_parenthesis_of_a_challenge_is_the_response() {
        for (text, expected) in [
            ("Ingen parentes", None),
            ("Sist (Svar A)", Some("Svar A")),
            ("Med punkt (Svar B).", Some("Svar B")),
            ("Två (ex. bilar) och (Svar C)", Some("Svar C")),
            ("Nästlad (Svar D (med tillägg) klart)", Some("Svar D (med tillägg) klart")),
            ("I mitten (ex. unga) av", None),
            ("Tom ()", None),
            ("Årtal (2018)", None),
            ("Smajl :) och :(", None),
            ("a) alternativ (b) till", None),
            ("Alla chef(er)", None),
            ("Förbundet (SAK)", None),
            ("Nyckeln (Ansvarig: Åsa)", None),
            ("Fråga? Svar: Ja, i maj.", Some("Ja, i maj.")),
            ("Kommer det? (Ja)", Some("Ja")),
        ] {
            assert_eq!(response(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_may_be_a_response_or_not_is_in_doubt() {
        let doubt = |text: &str| split(text, true).doubt.unwrap();
        assert_eq!(doubt("Oavslutad (Svar E"), ResponseDoubt::Unclosed);
        assert_eq!(
            doubt("(Hela punkten är ett svar)"),
            ResponseDoubt::Unclear("Hela punkten är ett svar".to_owned())
        );
        assert_eq!(doubt("Pil? -> Nej"), ResponseDoubt::Unclear("Nej".to_owned()));
        assert_eq!(doubt("Ansvarig i parentes (Josef)"), ResponseDoubt::Name("Josef".to_owned()));
        assert!(matches!(doubt("Återkoppling [GRÖN] Stödpaket"), ResponseDoubt::Unclear(_)));
        assert!(matches!(doubt("Kvällstid (för unga)"), ResponseDoubt::Unclear(_)));
    }

    #[test]
    fn a_response_says_what_sort_it_is() {
        let response = split("Okunskap (På gång: Stödpaketet)", true).response.unwrap();
        assert_eq!((response.kind, response.text.as_str()), (ResponseKind::Underway, "Stödpaketet"));
        assert_eq!(as_text(&Response { as_written: None, ..response }, Lang::Sv), " (På gång: Stödpaketet)");
    }

    #[test]
    fn statement_and_response_make_the_line_again() {
        for line in ["A (B)", "A (B).", "A  (B)", "A ( B )", "A? Svar: B.", "A\u{a0}(B)!", "A (Svar: b)?"] {
            let split = split(line, true);
            let back =
                split.statement + &split.response.map_or_else(String::new, |it| as_text(&it, Lang::Sv));
            assert_eq!(back, line);
        }
    }

    #[test]
    fn outside_challenges_only_a_labelled_answer_is_one() {
        assert_eq!(split("Transporter kvällstid (Ordnas)", false).response, None);
        assert_eq!(split("Vem? (Svar: kansliet…)", false).response.unwrap().text, "kansliet…");
    }
}
