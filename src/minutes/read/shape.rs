//! What a line looks like, seen by its own words: whether it may head a section, and on which level. Whether it does is
//! decided in [`super::heading`].

use chrono::NaiveDate;

use super::bullet::{bullet, number};
use super::lines::SourceLine;
use crate::i18n::{dates, vocabulary::minutes as vocabulary};
use crate::model::SectionKind;

/// What a line looks like, seen alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineShape {
    /// Running text, never a heading.
    Text,
    /// Short and without a full stop: a heading if it is placed like one.
    Weak,
    /// It names a part of minutes.
    Strong,
    /// It ends with a colon and introduces nothing.
    Colon,
    /// It is marked as a heading (`## Rubrik`, `**Rubrik**`).
    Marked,
}

/// The longest heading, in characters and words; the longest in the seeds has 78 and 12.
const LONGEST: (usize, usize) = (90, 14);
/// The longest heading that nothing but its shortness marks as one.
const LONGEST_WEAK: (usize, usize) = (60, 8);

/// The shape of a line without a bullet.
pub fn shape(text: &str) -> LineShape {
    if marked(text).is_some() {
        return LineShape::Marked;
    }
    let (numbering, rest) = split_numbering(text);
    let bare = rest.strip_suffix(':').unwrap_or(rest).trim_end();
    let (chars, words) = (bare.chars().count(), bare.split_whitespace().count());
    let opens = bare.starts_with(char::is_uppercase);
    let closes = bare.ends_with(|c: char| c.is_alphanumeric() || c == '?' || c == '!');
    if chars > LONGEST.0
        || words > LONGEST.1
        || !opens
        || !closes
        || has_inner_stop(bare)
        || bare.contains('|')
    {
        return LineShape::Text;
    }
    if bare.len() < rest.len() {
        return if vocabulary::is_introduction(bare) { LineShape::Text } else { LineShape::Colon };
    }
    let named = vocabulary::section_kind(bare) != SectionKind::Notes
        || vocabulary::is_usual_heading(bare)
        || vocabulary::is_about_presence(bare);
    if named || !numbering.is_empty() {
        return LineShape::Strong;
    }
    let lists = bare.matches(',').count() > 1 || bare.contains(['@', '→']);
    if chars > LONGEST_WEAK.0 || words > LONGEST_WEAK.1 || lists || is_dated(bare) {
        return LineShape::Text;
    }
    LineShape::Weak
}

/// The level and the words of a line that Markdown marks as a heading, or that is set in bold as a whole. The
/// title is the one `#`, so that `##` is on the first level.
pub fn marked(text: &str) -> Option<(u8, &str)> {
    let rest = text.trim_start_matches('#');
    let hashes = text.chars().take_while(|&c| c == '#').count();
    let (level, words) = if hashes == 0 {
        let bold = text.trim_end_matches(':').strip_prefix("**")?.strip_suffix("**")?;
        (1, bold)
    } else {
        let is_heading = hashes <= 6 && rest.starts_with(char::is_whitespace);
        (hashes.saturating_sub(1).max(1), is_heading.then(|| rest.trim_end_matches('#'))?)
    };
    let words = words.trim().trim_end_matches(':').trim_end();
    let is_short = words.chars().count() <= 2 * LONGEST.0 && !words.contains("**");
    (is_short && words.contains(char::is_alphanumeric)).then_some((u8::try_from(level).unwrap_or(1), words))
}

/// A day that dates without a year are read from; which one does not matter here.
const SOME_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2020, 1, 1);

fn is_dated(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !dates::find(text, SOME_DAY).is_empty()
}

/// Whether a sentence ends, or a label, before the end of the text.
fn has_inner_stop(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once(['.', '!', '?', ':', ';']) {
        let next = after.trim_start();
        let spaced = next.len() < after.len();
        let stop = rest.strip_suffix(after).and_then(|before| before.chars().last());
        if spaced && (matches!(stop, Some(':' | ';')) || next.starts_with(char::is_uppercase)) {
            return true;
        }
        rest = after;
    }
    false
}

/// Numbering that no list has: `§ 12`, `12 §`, `1.2`.
fn split_numbering(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '§' || c == ' ' || c == '\u{a0}'));
    let Some((numbering, rest)) = text.split_at_checked(end.unwrap_or(text.len())) else { return ("", text) };
    let parts = numbering.trim().trim_end_matches('.').split('.').filter(|part| !part.is_empty()).count();
    let is_numbering = numbering.contains('§') && numbering.contains(|c: char| c.is_ascii_digit())
        || parts > 1 && !numbering.trim().contains(' ');
    if is_numbering && numbering.ends_with(char::is_whitespace) { (numbering, rest) } else { ("", text) }
}

/// The words of a heading line, and its level by its `#` or its numbering (`1.2 Rubrik` is on the second).
pub fn words_and_level(line: &str) -> (&str, u8) {
    if let Some((level, words)) = marked(line) {
        return (words, level);
    }
    let words = line.strip_suffix(':').unwrap_or(line).trim_end();
    (words, level(words))
}

fn level(heading: &str) -> u8 {
    let numbering = heading.split_whitespace().next().unwrap_or_default();
    let parts = numbering.split('.').filter(|part| !part.is_empty());
    let all_digits = parts.clone().all(|part| part.chars().all(|c| c.is_ascii_digit()));
    let depth = if all_digits { parts.count() } else { 1 };
    u8::try_from(depth.clamp(1, 6)).unwrap_or(1)
}

/// Whether a line could be a heading numbered `1.`, were others to count on from it.
pub fn is_numbered_candidate(text: &str) -> bool {
    numbered_candidate(text).is_some()
}

fn numbered_candidate(text: &str) -> Option<u32> {
    let bullet = bullet(text)?;
    let number = number(bullet.marker)?;
    let bare = bullet.rest.strip_suffix(':').unwrap_or(bullet.rest);
    let is_short = bare.chars().count() <= LONGEST.0 && bare.split_whitespace().count() <= LONGEST_WEAK.1;
    let is_heading = is_short
        && bare.starts_with(char::is_uppercase)
        && bare.ends_with(|c: char| c.is_alphanumeric() || c == '?' || c == '!')
        && !has_inner_stop(bare);
    is_heading.then_some(number)
}

/// Which lines are headings numbered `1.`, `2.` …: short ones that count on, have an empty line above, and have
/// something under most of them. A numbered list has not.
pub fn numbered(lines: &[SourceLine<'_>]) -> Vec<bool> {
    let mut is_heading = vec![false; lines.len()];
    let mut run: Vec<(usize, u32)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let is_apart = line.gap || at == 0;
        let Some(number) = is_apart.then(|| numbered_candidate(&line.text)).flatten() else { continue };
        let wraps = lines.get(at + 1).is_some_and(|next| {
            !next.gap && next.text.starts_with(char::is_lowercase) && bullet(&next.text).is_none()
        });
        if wraps {
            continue;
        }
        if run.last().is_some_and(|&(_, last)| last.checked_add(1) != Some(number)) {
            mark(&run, lines, &mut is_heading);
            run.clear();
        }
        run.push((at, number));
    }
    mark(&run, lines, &mut is_heading);
    is_heading
}

fn mark(run: &[(usize, u32)], lines: &[SourceLine<'_>], is_heading: &mut [bool]) {
    let has_content = |&&(at, _): &&(usize, u32)| {
        lines
            .get(at + 1)
            .is_some_and(|next| bullet(&next.text).is_none_or(|bullet| number(bullet.marker).is_none()))
    };
    let full = run.iter().filter(has_content).count();
    if run.len() >= 2 && full * 2 >= run.len() {
        for &(at, _) in run {
            if let Some(is_heading) = is_heading.get_mut(at) {
                *is_heading = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_follows_the_words() {
        for (text, expected) in [
            ("Systematiskt LKP-arbete", LineShape::Weak),
            ("Vad gör en värdskapstränare?", LineShape::Weak),
            ("Upphandling:", LineShape::Colon),
            ("Vilka utmaningar har vi kvar att jobba med inom LKP?", LineShape::Strong),
            ("Det här ska jag göra imorgon!", LineShape::Strong),
            ("§ 12 Val av justerare", LineShape::Strong),
            ("1.2 Bakgrund till arbetet", LineShape::Strong),
            ("De här projekten kan ni hämta inspiration från:", LineShape::Text),
            ("Deltagarna samtalade i tre grupper. Följande lyftes:", LineShape::Text),
            ("Uppdaterad den 27 oktober 2020", LineShape::Text),
            ("Koden bygger på tre övergripande värdeord.", LineShape::Text),
            ("Gunnar Sjö, Sammanslutningen av kommuner (SAK)", LineShape::Text),
            ("”Skratta tillsammans”", LineShape::Text),
            ("samverka med andra", LineShape::Text),
            ("Nästa APT: tisdag kl. 14", LineShape::Text),
            ("## Tips och råd.", LineShape::Marked),
            ("**Upphandling:**", LineShape::Marked),
            ("#livskvalitet är bra", LineShape::Text),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }

    #[test]
    fn a_numbered_heading_has_something_under_it_and_a_numbered_item_has_not() {
        let numbered =
            |text: &str| numbered(&super::super::lines::split(text).0).iter().filter(|it| **it).count();
        assert_eq!(numbered("1. Inledning\n   Alla hälsades.\n\n2. Övrigt\n   a) Inget"), 2);
        assert_eq!(numbered("1. Inledning\n2. Val av justerare\n3. Avslutning\n\nMötet öppnades."), 0);
        assert_eq!(numbered("1) Ett\n  a) Delpunkt\n10. Tio\n\n- Mod"), 0);
    }

    #[test]
    fn the_numbering_gives_the_level() {
        assert_eq!(["Rubrik", "1. Rubrik", "1.2 Rubrik", "1.2.3. Rubrik"].map(level), [1, 1, 2, 3]);
    }
}
