//! One line of Markdown by people → the words that it shows. The tokens are those of pulldown-cmark. Only what they
//! show to be markup is taken out of the source: whatever CommonMark does not understand stays as it was written.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// The words without emphasis and code spans, with escapes and character references resolved; a link becomes its words
/// and its address.
pub(super) fn shown(line: &str) -> String {
    // Indented by four blanks it would be code.
    let markdown = line.trim_start();
    let mut markup = Markup { markdown, ..Markup::default() };
    for (event, range) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        markup.take_out(event, range);
    }
    markup.take_out_pairs();
    let indent = line.strip_suffix(markdown).unwrap_or_default();
    indent.to_owned() + &markup.rest()
}

/// The markup found so far in a line.
#[derive(Default)]
struct Markup<'a> {
    markdown: &'a str,
    /// What goes, and what comes in its place. No two overlap.
    edits: Vec<(Range<usize>, String)>,
    /// Where the words of each open link begin, and what its address becomes.
    links: Vec<(usize, Option<String>)>,
    /// What CommonMark takes for text, without characters that are escaped. No two touch.
    text: Vec<Range<usize>>,
    /// Up to where the last token reached.
    end: usize,
}

impl Markup<'_> {
    fn take_out(&mut self, event: Event<'_>, range: Range<usize>) {
        let opens = matches!(event, Event::Start(_));
        match event {
            Event::Start(Tag::Emphasis) => self.delimiters(&range, 1),
            Event::Start(Tag::Strong) => self.delimiters(&range, 2),
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                self.link(&range, "[", link_type, &dest_url, &title);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                self.link(&range, "![", link_type, &dest_url, &title);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((words, Some(address))) = self.links.pop() {
                    self.edits.push((self.end.max(words)..range.end, address));
                }
            }
            Event::Code(code) => self.edits.push((range.clone(), code.into_string())),
            Event::Text(text) => self.text(&text, &range),
            _ => {}
        }
        if !opens {
            self.end = range.end;
        }
    }

    /// Takes out what emphasis begins and ends with.
    fn delimiters(&mut self, range: &Range<usize>, length: usize) {
        self.edits.push((range.start..range.start + length, String::new()));
        self.edits.push((range.end - length..range.end, String::new()));
    }

    fn link(&mut self, range: &Range<usize>, opening: &str, kind: LinkType, address: &str, title: &str) {
        let words = range.start + opening.len();
        if kind != LinkType::Inline {
            // An address in angle brackets stays as it is.
            self.links.push((words, None));
            return;
        }
        self.edits.push((range.start..words, String::new()));
        let title = if title.is_empty() { String::new() } else { format!(" \"{title}\"") };
        // An address in angle brackets cannot be taken for a response, as one in parentheses could.
        self.links.push((words, Some(format!(" <{address}{title}>"))));
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let source = self.markdown.get(range.clone()).unwrap_or_default();
        if source.starts_with('&') && source != text {
            self.edits.push((range.clone(), text.to_owned()));
        }
        let before = range.start.checked_sub(1).filter(|&before| before >= self.end);
        let escape = before.filter(|&before| self.markdown.as_bytes().get(before) == Some(&b'\\'));
        let mut start = range.start;
        if let Some(escape) = escape {
            self.edits.push((escape..start, String::new()));
            start += 1;
        }
        match self.text.last_mut() {
            Some(last) if last.end == start => last.end = range.end,
            _ => self.text.push(start..range.end),
        }
    }

    /// Takes out double asterisks that people meant for emphasis and CommonMark does not take for it: with a blank
    /// before the second ones (`**Plats: **Folkets hus`), or without one behind them (`**Plats:**Folkets hus`).
    fn take_out_pairs(&mut self) {
        let text = |range: &Range<usize>| self.markdown.get(range.clone()).unwrap_or_default();
        let marks = self.text.iter().flat_map(|range| {
            text(range).match_indices("**").map(|(at, mark)| range.start + at..range.start + at + mark.len())
        });
        let marks: Vec<Range<usize>> = marks.collect();
        for pair in marks.chunks_exact(2) {
            let [opening, closing] = pair else { continue };
            let inside = self.markdown.get(opening.end..closing.start).unwrap_or_default();
            if inside.starts_with(|c: char| !c.is_whitespace()) {
                self.edits.extend([opening, closing].map(|mark| (mark.clone(), String::new())));
            }
        }
    }

    /// The line without its markup.
    fn rest(mut self) -> String {
        self.edits.sort_by_key(|(range, _)| range.start);
        let mut out = String::with_capacity(self.markdown.len());
        let mut from = 0;
        for (range, words) in &self.edits {
            out.push_str(self.markdown.get(from..range.start).unwrap_or_default());
            out.push_str(words);
            from = range.end;
        }
        out + self.markdown.get(from..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn emphasis_and_code_lose_their_marks() {
        for (markdown, words) in [
            ("Börja **smått**, *snart* och _nu_", "Börja smått, snart och nu"),
            ("***Viktigt*** med **fet och *lutad* text**", "Viktigt med fet och lutad text"),
            ("kör `**inte**` i ``a`b``", "kör **inte** i a`b"),
            ("**Plats: **Folkets hus", "Plats: Folkets hus"),
            ("**Plats:**Folkets hus", "Plats:Folkets hus"),
            ("**Plats: ** Folkets hus", "Plats:  Folkets hus"),
            ("    **indraget**", "    indraget"),
        ] {
            assert_eq!(shown(markdown), words, "{markdown}");
        }
    }

    #[test]
    fn links_keep_their_words_and_their_address() {
        for (markdown, words) in [
            ("läs [guiden](http://exempel.se)", "läs guiden <http://exempel.se>"),
            ("[**fet** länk](http://a.se/x_(y))!", "fet länk <http://a.se/x_(y)>!"),
            ("[a](http://b.se \"Vår sida\")", "a <http://b.se \"Vår sida\">"),
            ("![bild](karta.png) och [](x)", "bild <karta.png> och  <x>"),
            ("<http://exempel.se/*a*>", "<http://exempel.se/*a*>"),
        ] {
            assert_eq!(shown(markdown), words, "{markdown}");
        }
    }

    #[test]
    fn escapes_and_references_mean_their_characters() {
        for (markdown, words) in [
            (r"1\. \*inte\* lutad \\ \[x\](y)", r"1. *inte* lutad \ [x](y)"),
            ("F&ouml;rslag &amp; &#228;ndringar &lt;b&gt; \\&amp;", "Förslag & ändringar <b> &amp;"),
            ("R&D; c:\\mapp", "R&D; c:\\mapp"),
        ] {
            assert_eq!(shown(markdown), words, "{markdown}");
        }
    }

    #[test]
    fn what_is_no_markup_stays() {
        for line in [
            "2 * 3 * 4 och 2 ** 3 ** 4",
            "min__fil__v2.docx och ett_namn_till",
            "[1] en not, [x] en ruta, [text][ref]",
            "[ref]: http://exempel.se",
            "~~struket~~ | en | tabell |",
            "```kod",
            "<div>*rå html*</div>",
            "- - inre punkt",
            "# ingen rubrik här",
        ] {
            assert_eq!(shown(line), line);
        }
    }

    proptest! {
        #[test]
        fn no_letter_is_lost_or_moved(line in "[a-zåö0-9 *_`\\[\\]()<>!#|~.:\"'\\\\-]{0,40}") {
            let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
            prop_assert_eq!(letters(&shown(&line)), letters(&line));
        }
    }
}
