//! Several people of one occupation: counted, one of them, and one after another.

use super::{Occupation, number_in_words};
use crate::i18n::Lang;

impl Occupation {
    /// One of several, or none of them, where a sentence says that of them: "ingen av de två lärarna".
    pub fn of_several(&self, lang: Lang, number: usize, is_none: bool) -> String {
        let all = self.all.trim_start_matches("de ").trim_start_matches("the ");
        let number = number_in_words(lang, number);
        match (lang, is_none) {
            (Lang::Sv, true) => format!("ingen av de {number} {all}"),
            (Lang::Sv, false) => format!("en av de {number} {all}"),
            (Lang::En, true) => format!("none of the {number} {all}"),
            (Lang::En, false) => format!("one of the {number} {all}"),
        }
    }

    /// One or another of several: "en av två lärare".
    pub fn one_of(&self, lang: Lang, number: usize) -> String {
        let one = if self.indefinite.starts_with("ett ") { "ett" } else { "en" };
        let of = lang.pick(" av", " of");
        format!("{}{of} {}", lang.pick(one, "one"), self.several(lang, number))
    }

    /// So many of them: "två inköpsstrateger".
    pub fn several(&self, lang: Lang, number: usize) -> String {
        format!("{} {}", number_in_words(lang, number), self.plural)
    }

    /// So many after another one: "två andra inköpsstrateger".
    pub fn several_others(&self, lang: Lang, number: usize) -> String {
        format!("{} {} {}", number_in_words(lang, number), lang.pick("andra", "other"), self.plural)
    }

    /// A second one: "en annan inköpsstrateg". What has no article stays as it is.
    pub fn another(&self, lang: Lang) -> String {
        self.with_article(&[("en ", "en annan "), ("ett ", "ett annat "), ("a ", "another ")], lang)
    }

    /// A third one: "ännu en inköpsstrateg".
    pub fn one_more(&self, lang: Lang) -> String {
        self.with_article(&[("en ", "ännu en "), ("ett ", "ännu ett "), ("a ", "yet another ")], lang)
    }

    /// Any one with other words for the article.
    fn with_article(&self, articles: &[(&str, &str)], lang: Lang) -> String {
        let of_lang = |article: &str| (article == "a ") == (lang == Lang::En);
        let other = articles.iter().filter(|(own, _)| of_lang(own));
        let other = other.into_iter().find_map(|(own, new)| Some((self.indefinite.strip_prefix(own)?, new)));
        other.map_or_else(|| self.indefinite.clone(), |(noun, new)| format!("{new}{noun}"))
    }

    /// The second one, who is known by now: "den andra inköpsstrategen".
    pub fn other(&self, lang: Lang) -> String {
        let own =
            ["den ", "det ", "the "].into_iter().find_map(|article| self.definite.strip_prefix(article));
        let noun = own.unwrap_or(&self.definite);
        let article = if self.indefinite.starts_with("ett ") { "det" } else { "den" };
        match lang {
            Lang::Sv => format!("{article} andra {noun}"),
            Lang::En => format!("the other {noun}"),
        }
    }

    /// One of those who were counted: "en av inköpsstrategerna".
    pub fn one_of_those(&self, lang: Lang) -> String {
        let one = if self.indefinite.starts_with("ett ") { "ett" } else { "en" };
        format!("{} {}", lang.pick(one, "one").to_owned() + lang.pick(" av", " of"), self.all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_and_a_third_of_the_same_title_are_kept_apart() {
        let forms = |lang, title| {
            let it = Occupation::of(lang, title).unwrap();
            [it.another(lang), it.other(lang), it.one_more(lang), it.one_of_those(lang)]
        };
        for (title, expected) in [
            ("Lärare", ["en annan lärare", "den andra läraren", "ännu en lärare", "en av lärarna"]),
            (
                "Fackligt ombud",
                [
                    "ett annat fackligt ombud",
                    "det andra fackliga ombudet",
                    "ännu ett fackligt ombud",
                    "ett av de fackliga ombuden",
                ],
            ),
        ] {
            assert_eq!(forms(Lang::Sv, title), expected);
        }
        let english = ["another teacher", "the other teacher", "yet another teacher", "one of the teachers"];
        assert_eq!(forms(Lang::En, "Teacher"), english);
    }
}
