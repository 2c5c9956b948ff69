//! Lists that people write in Markdown with the tags of HTML: `<ul>`, `<ol>` and `<li>`, one to a line or all on one,
//! nested, with attributes. Each item becomes the line of a list in Markdown.

/// How far an item is indented under that of the list around it.
const INDENT: usize = 3;

/// The lists that are open at a line.
#[derive(Debug, Default)]
pub(super) struct HtmlLists {
    /// The outermost first: the number of its next item, where its items are numbered.
    open: Vec<Option<u32>>,
}

/// What a line is made of.
enum HtmlPart<'a> {
    /// A tag by its name in small letters, whether it ends something, and its attributes.
    Tag(String, bool, &'a str),
    Text(&'a str),
}

impl HtmlLists {
    /// The lines of Markdown that this line is, where it is one of a list in HTML: one at least. Otherwise `None`.
    pub(super) fn lines(&mut self, line: &str) -> Option<Vec<String>> {
        let parts = parts(line);
        let begins = |part: &HtmlPart<'_>| matches!(part, HtmlPart::Tag(name, false, _) if name == "ul" || name == "ol");
        // What is left open by mistake ends where Markdown goes on.
        if self.open.is_empty() && !parts.iter().any(begins) || line.starts_with('#') {
            self.open.clear();
            return None;
        }
        let mut lines = Vec::new();
        let mut has_begun = false;
        for part in parts {
            match part {
                HtmlPart::Tag(name, ends, attributes) => {
                    has_begun &= !self.tag(&name, ends, attributes, &mut lines);
                    has_begun |= name == "li" && !ends;
                }
                HtmlPart::Text(text) => {
                    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    if text.is_empty() {
                        continue;
                    }
                    match lines.last_mut().filter(|_| has_begun) {
                        Some(line) if line.ends_with(' ') => line.push_str(&text),
                        Some(line) => *line = format!("{line} {text}"),
                        None => lines.push(format!("{}{text}", " ".repeat(self.open.len() * INDENT))),
                    }
                    has_begun = true;
                }
            }
        }
        if lines.is_empty() {
            lines.push(String::new());
        }
        Some(lines)
    }

    /// Takes a tag. Returns whether what comes after it is on a line of its own.
    fn tag(&mut self, name: &str, ends: bool, attributes: &str, lines: &mut Vec<String>) -> bool {
        match (name, ends) {
            ("ul" | "ol", false) => {
                let start = attributes.split_once("start=").and_then(|(_, start)| {
                    let digits = start.trim_start_matches(['"', '\'']);
                    digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
                });
                let number = (name == "ol").then_some(start.unwrap_or(1));
                self.open.push(number);
                true
            }
            ("ul" | "ol", true) => {
                self.open.pop();
                true
            }
            ("li", false) => {
                let depth = self.open.len().saturating_sub(1);
                let Some(number) = self.open.last_mut() else { return false };
                let marker = number.map_or_else(|| "-".to_owned(), |number| format!("{number}."));
                *number = number.map(|number| number.saturating_add(1));
                lines.push(format!("{}{marker} ", " ".repeat(depth * INDENT)));
                false
            }
            ("li", true) => true,
            _ => false,
        }
    }
}

/// The tags of lists and of those within their items, and the text between them. Any other tag is text.
fn parts(line: &str) -> Vec<HtmlPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = line;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|rest| rest.find('<')).map(|at| at + from) {
        let Some((tag, length)) = rest.get(at..).and_then(tag) else {
            from = at + 1;
            continue;
        };
        parts.push(HtmlPart::Text(rest.get(..at).unwrap_or_default()));
        parts.push(tag);
        rest = rest.get(at + length..).unwrap_or_default();
        from = 0;
    }
    parts.push(HtmlPart::Text(rest));
    parts
}

/// The tag that a text begins with and how long it is.
fn tag(text: &str) -> Option<(HtmlPart<'_>, usize)> {
    let end = text.find('>')?;
    let inner = text.get(1..end)?.trim_end_matches('/').trim_end();
    let (inner, ends) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let (name, attributes) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
    let name = name.to_lowercase();
    let is_known =
        matches!(name.as_str(), "ul" | "ol" | "li" | "p" | "br" | "b" | "strong" | "i" | "em" | "span");
    is_known.then_some((HtmlPart::Tag(name, ends, attributes), end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> Vec<String> {
        let mut lists = HtmlLists::default();
        html.lines().flat_map(|line| lists.lines(line).unwrap_or_else(|| vec![line.to_owned()])).collect()
    }

    #[test]
    fn the_items_of_a_list_are_lines_of_one() {
        for html in [
            "<ul>\n<li>Ett</li>\n<li>Två</li>\n</ul>",
            "<UL class=\"x\">\n  <LI>Ett\n  <LI><b>Två</b>\n</UL>",
            "<ul><li>Ett</li><li>Två</li></ul>",
            "<ul>\n  <li><p>Ett</p></li>\n  <li>\n    Två\n  </li>\n</ul>",
        ] {
            let lines: Vec<String> = of(html).iter().map(|line| line.trim().to_owned()).collect();
            let joined = lines.iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join(" ");
            assert_eq!(joined, "- Ett - Två", "{html}");
        }
    }

    #[test]
    fn numbers_count_on_and_inner_lists_are_indented() {
        let html =
            "<ol start=\"3\">\n<li>Tre\n<ul>\n<li>Inre</li>\n</ul>\n</li>\n<li>Fyra</li>\n</ol>\nEfter";
        let lines: Vec<String> = of(html).into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["3. Tre", "   - Inre", "4. Fyra", "Efter"]);
    }

    #[test]
    fn what_is_no_list_stays_as_it_is() {
        for text in ["<li>Ensam</li>", "a < b", "Eva <eva@x.se>", "<div>", "1 <ul"] {
            assert_eq!(of(text), [text]);
        }
        assert_eq!(of("<ul>\n<li>Ett\n# Rubrik\nText"), ["", "- Ett", "# Rubrik", "Text"]);
    }
}
