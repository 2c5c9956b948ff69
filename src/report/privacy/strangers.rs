//! One person under several names whom nobody knows: "Karin Öhman", "Karin Ö" and "Öhman" in one publication are the
//! same, where only one there has such a name.

use super::Finding;
use crate::i18n::vocabulary::names::{WordClass, class};
use crate::model::FindingKind;
use crate::report::people::KnownPeople;
use crate::report::people::words::{folded, plain, words};
use crate::text::hash::{WordMap, WordSet};

/// A name in full, as it was written first, and its words.
type FullName = (String, Vec<String>);

/// Says of every finding of a short name or an address whose it is, where one name in full is it.
pub(super) fn join(findings: &mut [Finding], known: &KnownPeople) {
    let is_stranger =
        |finding: &Finding| finding.about == finding.text && known.named(&finding.about).is_none();
    let names = findings.iter().filter(|finding| is_name(finding) && is_stranger(finding));
    let full = full_names(names.map(|finding| finding.text.as_str()));
    let mut by_word: WordMap<String, Vec<usize>> = WordMap::default();
    for (at, (_, own)) in full.iter().enumerate() {
        for word in own.iter().chain(std::iter::once(&plain(&own.concat()))) {
            by_word.entry(word.clone()).or_default().push(at);
        }
    }
    let with = |word: &str| -> Vec<&FullName> {
        let all = by_word.get(word).or_else(|| by_word.get(word.strip_suffix('s')?));
        all.into_iter().flatten().filter_map(|at| full.get(*at)).collect()
    };
    for finding in findings.iter_mut().filter(|finding| is_stranger(finding)) {
        let mut same = Vec::new();
        if is_name(finding) {
            let own = parts(&finding.text);
            let longest = own.iter().max_by_key(|word| word.len()).map_or("", String::as_str);
            same = with(longest);
            same.retain(|(_, whole)| is_short_for(&own, whole));
        } else if finding.kind == FindingKind::Email {
            same = with(&plain(finding.text.split('@').next().unwrap_or_default()));
        } else if finding.kind == FindingKind::Handle {
            same = with(&plain(finding.text.trim_start_matches(['@', '#'])));
        }
        if let [(name, _)] = same.as_slice() {
            finding.about.clone_from(name);
        }
    }
    let single = findings.iter().filter(|finding| is_name(finding) && is_stranger(finding));
    let said: WordSet<String> = single.map(|finding| folded(&finding.text).into_owned()).collect();
    for finding in findings.iter_mut().filter(|finding| is_name(finding) && is_stranger(finding)) {
        if let Some(name) = whose(&finding.text, &said) {
            finding.about = name.to_owned();
        }
    }
}

/// The name that a genitive is of, where others have it without the ending, or where only that is a name: "Annas".
fn whose<'a>(name: &'a str, said: &WordSet<String>) -> Option<&'a str> {
    let bare = name.strip_suffix(['s', 'S'])?;
    let marked = bare.strip_suffix([':', '\'', '’']);
    if marked.is_some() {
        return marked;
    }
    let last = |name: &str| folded(name.rsplit([' ', '-']).next().unwrap_or_default()).into_owned();
    let is_listed = |word: &str| class(word).is(WordClass::GIVEN.or(WordClass::SURNAME));
    let is_only_bare = is_listed(&last(bare)) && !is_listed(&last(name));
    (said.contains(&*folded(bare)) || is_only_bare).then_some(bare)
}

fn is_name(finding: &Finding) -> bool {
    matches!(finding.kind, FindingKind::Name | FindingKind::LikelyName)
}

/// The words of a name, folded.
fn parts(name: &str) -> Vec<String> {
    words(name).into_iter().map(|word| word.folded.into_owned()).filter(|word| word != "s").collect()
}

/// The names in full among these, each once, a genitive with the name that it is of.
fn full_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<FullName> {
    let is_word = |word: &String| word.chars().nth(1).is_some();
    let mut full: Vec<FullName> = Vec::new();
    let mut seen: WordSet<String> = WordSet::default();
    let mut all: Vec<FullName> = names.map(|name| (name.to_owned(), parts(name))).collect();
    // "Sven Modigs" where others are "Modig"
    let written: WordSet<String> = all.iter().flat_map(|(_, own)| own.iter().cloned()).collect();
    for (name, own) in &mut all {
        let bare = own.last().and_then(|last| last.strip_suffix('s')).filter(|bare| written.contains(*bare));
        if let (Some(bare), Some(stem)) = (bare.map(str::to_owned), name.strip_suffix('s').map(str::to_owned))
        {
            own.pop();
            own.push(bare);
            *name = stem;
        }
    }
    all.retain(|(_, own)| own.len() > 1 && own.iter().all(is_word));
    // "Karin Öhmans" comes after "Karin Öhman".
    all.sort_by_key(|(_, own)| own.iter().map(String::len).sum::<usize>());
    for (name, own) in all {
        let whole = own.concat();
        let is_genitive = whole.strip_suffix('s').is_some_and(|bare| seen.contains(bare));
        if !seen.contains(&whole) && !is_genitive {
            seen.insert(whole);
            full.push((name, own));
        }
    }
    full
}

/// Whether each word of a name is one of the whole name in their order, or its first letter: "K. Öhman", "Karin Ö".
fn is_short_for(own: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    own.iter().all(|word| {
        let is_letter = word.chars().nth(1).is_none();
        let is_own = |part: &String| {
            part == word
                || word.strip_suffix('s') == Some(part)
                || is_letter && part.starts_with(word.as_str())
        };
        rest.any(is_own)
    })
}
