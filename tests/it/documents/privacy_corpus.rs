//! How much of what may be personal data is found, and how much of what is found may be: measured on the lines of
//! `tests/fixtures/privacy`, which were written before the rules. `cargo test --test it privacy_corpus -- --nocapture`
//! prints the figures, with `MISSES=1` every line that is judged wrongly, with
//! `CORPUS=FOLDER` those of other lines.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;

use vidpennan::model::{Coded, FindingKind};
use vidpennan::report::KnownPeople;
use vidpennan::report::privacy::scan;

/// A line of the corpus: its text without the marks, and what is marked, in bytes.
struct Line {
    text: String,
    marks: Vec<(String, Range<usize>)>,
}

impl Line {
    /// `+ bor på [address:Ekvägen 4]`, or `- Ekvägen ska asfalteras`. Other brackets belong to the text, also within a
    /// mark: `[email:eva [at] exempel.se]`.
    fn of(written: &str) -> Self {
        let (sort, mut rest) = written.split_once(' ').unwrap();
        let mut line = Self { text: String::new(), marks: Vec::new() };
        while let Some((before, after)) = rest.split_once('[') {
            line.text.push_str(before);
            let kind = after.split_once(':').map_or("", |(kind, _)| kind);
            if kind.is_empty() || !kind.bytes().all(|byte| byte.is_ascii_lowercase()) {
                line.text.push('[');
                rest = after;
                continue;
            }
            let after = after.get(kind.len() + 1..).unwrap();
            let (words, after) = after.split_at(end_of_mark(after));
            let start = line.text.len();
            line.text.push_str(words);
            line.marks.push((kind.to_owned(), start..line.text.len()));
            rest = after.strip_prefix(']').unwrap();
        }
        line.text.push_str(rest);
        assert_eq!(sort == "+", !line.marks.is_empty(), "{written}");
        line
    }
}

/// Where the bracket is that closes a mark.
fn end_of_mark(text: &str) -> usize {
    let mut open = 1;
    let closes = |(_, c): &(usize, char)| {
        open = match c {
            '[' => open + 1,
            ']' => open - 1,
            _ => open,
        };
        open == 0
    };
    text.char_indices().find(closes).map(|(at, _)| at).unwrap()
}

/// The corpus's name of a kind.
fn name(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Name | FindingKind::LikelyName => "person",
        kind => kind.code(),
    }
}

#[derive(Default)]
struct Score {
    marked: usize,
    marked_and_found: usize,
    found: usize,
    found_and_marked: usize,
}

impl Score {
    fn recall(&self) -> f64 {
        share(self.marked_and_found, self.marked)
    }

    fn precision(&self) -> f64 {
        share(self.found_and_marked, self.found)
    }

    fn add(&mut self, other: &Self) {
        self.marked += other.marked;
        self.marked_and_found += other.marked_and_found;
        self.found += other.found;
        self.found_and_marked += other.found_and_marked;
    }
}

/// In per cent; nothing of nothing is all of it.
#[expect(clippy::cast_precision_loss, reason = "some hundred lines")]
fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 100.0 } else { 100.0 * part as f64 / all as f64 }
}

/// Counts a line, and says what is wrong with it. A mark is found where a finding of its kind overlaps it.
fn judge(line: &Line, scores: &mut BTreeMap<String, Score>) -> Vec<String> {
    let found: Vec<(&str, Range<usize>)> =
        scan(&line.text, &KnownPeople::default()).into_iter().map(|(kind, at)| (name(kind), at)).collect();
    let mut wrong = Vec::new();
    let part = |at: &Range<usize>| line.text.get(at.clone()).unwrap();
    let meets = |one: &Range<usize>, other: &Range<usize>| one.start < other.end && other.start < one.end;
    for (kind, at) in &line.marks {
        let score = scores.entry(kind.clone()).or_default();
        score.marked += 1;
        let hit = found.iter().find(|(other, there)| other == kind && meets(at, there));
        score.marked_and_found += usize::from(hit.is_some());
        match hit {
            None => wrong.push(format!("missed {kind} [{}] in: {}", part(at), line.text)),
            Some((_, there)) if there != at => {
                wrong.push(format!("cut {kind} [{}] not [{}]", part(there), part(at)));
            }
            Some(_) => {}
        }
    }
    for (kind, at) in &found {
        let score = scores.entry((*kind).to_owned()).or_default();
        score.found += 1;
        let hit = line.marks.iter().any(|(other, there)| other == kind && meets(at, there));
        score.found_and_marked += usize::from(hit);
        if !hit {
            wrong.push(format!("false {kind} [{}] in: {}", part(at), line.text));
        }
    }
    wrong
}

#[test]
fn what_may_be_personal_is_found_and_little_else() {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut wrong = Vec::new();
    let (mut lines, mut without) = (0, 0);
    let folder = std::env::var("CORPUS").unwrap_or_else(|_| "tests/fixtures/privacy".to_owned());
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| line.starts_with(['+', '-'])).map(Line::of) {
            lines += 1;
            without += usize::from(line.marks.is_empty());
            wrong.extend(judge(&line, &mut scores));
        }
    }
    let mut all = Score::default();
    println!("{:12} {:>6} {:>9} {:>6}", "", "marked", "precision", "recall");
    for (kind, score) in &scores {
        println!("{kind:12} {:6} {:9.1} {:6.1}", score.marked, score.precision(), score.recall());
        all.add(score);
    }
    println!("{:12} {:6} {:9.1} {:6.1}", "all", all.marked, all.precision(), all.recall());
    if std::env::var_os("MISSES").is_some() {
        wrong.sort();
        println!("{}", wrong.join("\n"));
    }
    assert!(lines >= 300 && without * 10 >= lines * 4, "{lines} lines, {without} without anything");
    for (kind, score) in &scores {
        assert!(score.marked >= 10, "{kind}: {} marks measure nothing", score.marked);
        assert!(score.precision() >= 85.0 && score.recall() >= 85.0, "{kind}");
    }
    assert!(all.precision() >= 95.0 && all.recall() >= 95.0);
}
