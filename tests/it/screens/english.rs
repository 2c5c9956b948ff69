//! The program in English: every screen and every box is drawn over material without a word of any language, so that
//! every word left is the program's own. None is Swedish, and none is cut where there are 80 columns.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use vidpennan::i18n::Lang;

use crate::support::app::{Driver, start_in_language};
use crate::support::swedish::{interface_words, words};
use crate::support::wordless::{fill, is_wordless, wordless};

/// Keys that lead to a picture, from the list of meetings. A bar separates pictures that follow each other.
const WALKS: &[&str] = &[
    // The list of meetings and its boxes.
    "<a-1>|<down>|<down>|n|<tab>|<tab>x|<tab><tab>|<tab><tab><tab>",
    "<a-1>e|<c-w><c-w><c-w><enter>",
    "<a-1>a|n|<esc>e|<esc><down><del>|<esc>",
    "<a-1>s",
    "<a-1>d",
    "<a-1>h|<down><enter>|<f1>",
    "<a-1>p|e|<esc>s|<esc>n|<esc><del>|<esc>fx",
    "<a-1>c|k|<esc>j",
    "<a-1><f1>|<pgdn>|<end>",
    "<a-1><c-p>|<end>|xyzq",
    // The pen.
    "<a-2>|/|<down><down>|<pgdn>|<esc>",
    "<a-2>= |<down>|<esc>",
    "<a-2>! x|<c-w><c-w>? x|<c-w><c-w>> x <lt>|<down><down>|<esc>|<c-w>@|<esc>|<c-w>#|<esc>",
    "<a-2>> x <lt>31/2|<enter>",
    "<a-2># |<esc>|x|<enter>|<c-z>",
    "<a-2>>> x|<enter>|+ x|<enter>|s/x/q/|<enter>|s/x/b/|<enter>|<esc>",
    "<a-2>/table 3|<enter>|/table 99|<enter>|<esc>|/xq|<enter>",
    "<a-2><up><f2>|<esc>",
    "<a-2><up><c-t>|<esc><c-l>|<esc><c-a>|<tab>|<esc>",
    "<a-2><up><c-t>t|<enter>|<esc>|<c-t>s<enter>|<esc>|<c-t>m<enter>|<esc>|<c-t>w<enter>|x|<esc>|<c-t>p<enter>",
    "<a-2>/move |<esc><esc>|/move q<enter>|<esc>|/park",
    "<a-2><up><c-u>|<c-u>|<c-u>",
    "<a-2><tab><tab><tab>|<up><c-r>|<esc><c-g>|<esc>",
    "<a-2><c-b>|<esc>",
    "<a-2><up><del>|<esc>|<a-c>",
    "<a-2><s-up><s-up>|<c-a>|<esc>|<c-t>|<esc>|<esc>",
    "<a-2><a-0>|<a-right>",
    "<a-2><f1>|<pgdn>|<pgdn>",
    "<a-2><c-p>|<pgdn>|<end>",
    // The lists of work.
    "<a-3>|<down>|r|<s-tab>|<tab><tab>|<tab>|<esc>|<right>|<left>",
    "<a-3>b|b|b|b|b|f|<esc>|t|<esc>|l|<esc>|a|<esc>|s|<esc>|h|<esc>|g|<esc>|<space><space>|<c-p>|<end>",
    "<a-3>x<f1>|<pgdn>",
    "<a-4>|n|<esc>|f|<esc>|c|p|k|x<enter>|<esc>|d|<esc>|<right>",
    "<a-5>|b|b|b|b|b|b|f|<esc>|s|<esc>|a|<esc>|<space><space>|a|<esc>|s|<esc>|c|<esc>|<right>|v",
    "<a-5><c-p>arch<enter>|<esc>",
    // The pages.
    "<c-f>|x|<down>|<enter>",
    "<c-f>qqqq",
    "<a-1>,|<down>|<down>|<down>|<down>|<down>|<down>|<down>|<enter>|<esc><down>|<down>|<down>|<f1>",
    "<a-5>y|x<enter>|<f2>|<esc>|<f1>|<esc>|<del>",
    "<a-1>C",
    "<c-x>|<down>|<down>|<tab>|<f1>|<esc>|g|<enter>|<esc>|<esc>|e|<f1>|<esc>|<esc>",
    "<c-x><right>|<right>|<right>|<right>|<right>|<right>|<right>",
    "<c-x><enter>",
    "<c-o>|<f1>|<esc>|<c-w><c-w><c-w><c-w>/nowhere<enter>",
    "<c-q>",
];

/// Every picture of the walks in one language, with the keys that lead to it, by the width of the window.
fn pictures(lang: Lang, sizes: &[(u16, u16)]) -> Vec<(String, u16, String)> {
    let mut all = Vec::new();
    for walk in WALKS {
        let mut app = open(lang);
        let mut done = String::new();
        for step in walk.split('|') {
            done.push_str(step);
            app.keys(step);
            all.extend(drawn(&mut app, &done, sizes));
        }
    }
    all
}

fn open(lang: Lang) -> Driver {
    let mut app = start_in_language(lang, Some(&wordless("Eva Lind")), |store| {
        fill(store, lang);
    });
    app.keys("<a-1><enter>");
    app
}

fn drawn(app: &mut Driver, keys: &str, sizes: &[(u16, u16)]) -> Vec<(String, u16, String)> {
    sizes.iter().map(|&(w, h)| (keys.to_owned(), w, app.size(w, h).screen())).collect()
}

/// The letters of the numbers of challenges and actions are those of the Swedish words in every language.
fn swedish_left(screen: &str, swedish: &BTreeSet<String>) -> Vec<String> {
    let mut left: Vec<String> =
        words(screen).filter(|word| swedish.contains(word) && !is_wordless(word)).collect();
    // The Swedish mark is the English one that closes.
    let ends_free = |text: &str| text.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
    let parts: Vec<&str> = screen.split('”').collect();
    let opens = parts.windows(2).any(|pair| ends_free(pair[0]) && pair[1].starts_with(char::is_alphanumeric));
    left.extend(opens.then(|| "”".to_owned()));
    left
}

/// Words of the program that are cut off: the user's own have no vowels.
fn cut(screen: &str) -> Vec<String> {
    let before = screen.split_inclusive('…').filter_map(|part| part.strip_suffix('…'));
    let cuts = before.filter_map(|before| before.rsplit(char::is_whitespace).next());
    cuts.filter(|word| word.ends_with(char::is_alphabetic) && !is_wordless(word)).map(str::to_owned).collect()
}

#[test]
fn no_swedish_word_is_left_in_english() {
    let swedish = interface_words();
    let mut report = String::new();
    for (keys, width, screen) in pictures(Lang::En, &[(80, 24), (120, 40), (160, 50)]) {
        let left = swedish_left(&screen, &swedish);
        if !left.is_empty() {
            writeln!(report, "{keys} at {width}: {left:?}\n{screen}\n").unwrap();
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn the_walks_come_to_most_of_what_can_be_seen() {
    let seen: BTreeSet<String> =
        pictures(Lang::En, &[(80, 24)]).into_iter().map(|(.., screen)| screen).collect();
    assert!(seen.len() > 150, "{}", seen.len());
    for place in
        ["Delete the meeting", "History", "Persons", "All commands", "Read minutes", "How did it go?"]
    {
        assert!(seen.iter().any(|screen| screen.contains(place)), "{place}");
    }
}

#[test]
fn no_word_of_the_program_is_cut_at_80_columns() {
    let mut report = String::new();
    for lang in [Lang::Sv, Lang::En] {
        for (keys, _, screen) in pictures(lang, &[(80, 24)]) {
            let cut = cut(&screen);
            if !cut.is_empty() {
                writeln!(report, "{keys} in {lang:?}: {cut:?}\n{screen}\n").unwrap();
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}
