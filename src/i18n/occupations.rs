//! What people are by occupation, as it is written in running text: "inköpsstrateg på inköp" is "inköpsstrategen på
//! inköp", several are "två inköpsstrateger". It knows the endings of Swedish titles, no titles by name.

use super::vocabulary::fold;
use super::vocabulary::names::{WordClass, class};
use super::{Lang, format};

/// A title in the forms that a sentence needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupation {
    /// Of one who is known: "inköpsstrategen på inköp".
    pub definite: String,
    /// The same in the genitive, without what the title is of: "inköpsstrategens".
    pub genitive: String,
    /// Of several: "inköpsstrateger på inköp".
    pub plural: String,
}

/// The endings of titles and the forms that replace them: definite, plural. The first that fits is taken.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("ombud", "ombudet", "ombud"),
    ("råd", "rådet", "råd"),
    ("biträde", "biträdet", "biträden"),
    ("stöd", "stödet", "stöd"),
    ("befäl", "befälet", "befäl"),
    ("ledamot", "ledamoten", "ledamöter"),
    ("medlem", "medlemmen", "medlemmar"),
    ("man", "mannen", "män"),
    ("herde", "herden", "herdar"),
    ("förälder", "föräldern", "föräldrar"),
    ("syster", "systern", "systrar"),
    ("ande", "anden", "ande"),
    ("are", "aren", "are"),
    ("arie", "arien", "arier"),
    ("iker", "ikern", "iker"),
    ("manager", "managern", "managers"),
    ("controller", "controllern", "controllers"),
    ("designer", "designern", "designers"),
    ("officer", "officeren", "officerare"),
    ("planer", "planern", "planers"),
    ("ör", "ören", "örer"),
    ("or", "orn", "orer"),
    ("ist", "isten", "ister"),
    ("log", "logen", "loger"),
    ("gog", "gogen", "goger"),
    ("nom", "nomen", "nomer"),
    ("chef", "chefen", "chefer"),
    ("strateg", "strategen", "strateger"),
    ("ent", "enten", "enter"),
    ("ant", "anten", "anter"),
    ("tekt", "tekten", "tekter"),
    ("kat", "katen", "kater"),
    ("dat", "daten", "dater"),
    ("präst", "prästen", "präster"),
    ("vakt", "vakten", "vakter"),
    ("värd", "värden", "värdar"),
    ("kock", "kocken", "kockar"),
    ("coach", "coachen", "coacher"),
    ("lots", "lotsen", "lotsar"),
    ("polis", "polisen", "poliser"),
    ("elev", "eleven", "elever"),
    ("vd", "vd:n", "vd:ar"),
    ("sköterska", "sköterskan", "sköterskor"),
    ("morska", "morskan", "morskor"),
    ("skötare", "skötaren", "skötare"),
    ("värdinna", "värdinnan", "värdinnor"),
];

/// The endings of titles that are adjectives: "den webbansvariga".
const ADJECTIVES: &[(&str, &str)] = &[
    ("ansvarig", "ansvariga"),
    ("kunnig", "kunniga"),
    ("vald", "valda"),
    ("anställd", "anställda"),
    ("anhörig", "anhöriga"),
    ("studerande", "studerande"),
    ("boende", "boende"),
];

/// Words before a title that never change.
const FIXED: &[&str] = &[
    "biträdande",
    "bitr",
    "bitr.",
    "vice",
    "tf",
    "tf.",
    "t.f.",
    "ordinarie",
    "ställföreträdande",
    "senior",
    "junior",
    "leg",
    "leg.",
    "förste",
    "första",
    "andre",
    "andra",
    "och",
];

/// Prepositions after a title.
const PREPOSITIONS: &[&str] =
    &["på", "för", "i", "inom", "vid", "av", "med", "till", "hos", "åt", "om", "under", "från"];

const NUMBERS: [&str; 13] =
    ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];

impl Occupation {
    /// The forms of a title; `None` for one that is no occupation as far as its ending says ("HR").
    pub fn of(lang: Lang, title: &str) -> Option<Self> {
        let title = title.trim();
        match lang {
            Lang::En if title.is_empty() => None,
            Lang::En => {
                let definite = format!("the {}", format::lowered(title));
                Some(Self {
                    genitive: format::genitive(lang, &definite),
                    plural: format!("{}s", format::lowered(title)),
                    definite,
                })
            }
            Lang::Sv => swedish(title),
        }
    }

    /// So many of them: "två inköpsstrateger".
    pub fn several(&self, lang: Lang, number: usize) -> String {
        format!("{} {}", number_in_words(lang, number), self.plural)
    }
}

/// A number up to twelve in words, any other in figures.
pub fn number_in_words(lang: Lang, number: usize) -> String {
    let word = NUMBERS.get(number).filter(|_| lang == Lang::Sv);
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// What somebody is called in a list or a table, within a sentence: "Enhetschef" becomes "enhetschefen", a name stays.
pub fn in_sentence(lang: Lang, called: &str) -> String {
    let first = called.split_whitespace().next().unwrap_or_default();
    match Occupation::of(lang, called).filter(|_| lang == Lang::Sv) {
        Some(occupation) if !called.contains(',') && !is_name(called) => occupation.definite,
        _ if first
            == format::capitalised(super::labels::somebody(lang)).split(' ').next().unwrap_or_default() =>
        {
            format::lowered(called)
        }
        _ => called.to_owned(),
    }
}

/// Whether it may be a name: "Viktor" and "Bergman" end like titles.
fn is_name(called: &str) -> bool {
    let mut words = called.split_whitespace();
    let all_capital =
        words.clone().nth(1).is_some() && words.clone().all(|word| word.starts_with(char::is_uppercase));
    let is_listed = |word: &str| class(&fold(word)).is(WordClass::GIVEN.or(WordClass::SURNAME));
    all_capital || words.next().is_none_or(|first| is_listed(first) || first.chars().count() < 5)
}

fn swedish(title: &str) -> Option<Occupation> {
    if let Some((one, other)) = title.split_once('/') {
        let (one, other) = (swedish(one.trim())?, swedish(other.trim())?);
        return Some(one.and(&other));
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    let at = words.iter().position(|word| !is_before_head(word))?;
    let (before, rest) = words.split_at(at.min(words.len() - 1));
    let (head, complement) = rest.split_first()?;
    let (definite, plural, is_neuter) = head_forms(head.trim_end_matches([',', ';', ':']))?;
    let (before, article) = modifiers(before, is_neuter);
    let article = if definite.1 { "den " } else { article };
    let complement = Complement::of(head, complement);
    let with = |form: &str, article: &str| format!("{article}{before}{form}");
    let definite = with(&definite.0, article);
    let genitive = format::genitive(Lang::Sv, &definite);
    let plural = with(&plural, "");
    match complement {
        Complement::And(other) => Some(Occupation { definite, genitive, plural }.and(&other)),
        Complement::Text(text) => Some(Occupation {
            definite: format!("{definite}{text}"),
            genitive,
            plural: format!("{plural}{text}"),
        }),
    }
}

impl Occupation {
    fn and(self, other: &Self) -> Self {
        Self {
            definite: format!("{} och {}", self.definite, other.definite),
            genitive: format!("{} och {}", self.definite, other.genitive),
            plural: format!("{} och {}", self.plural, other.plural),
        }
    }
}

/// What a title is of.
enum Complement {
    And(Occupation),
    Text(String),
}

impl Complement {
    fn of(head: &str, words: &[&str]) -> Self {
        let text = words.join(" ");
        let Some(first) = words.first() else { return Self::Text(String::new()) };
        if (*first == "och" || *first == "samt")
            && let Some(other) = swedish(&words.get(1..).unwrap_or_default().join(" "))
        {
            return Self::And(other);
        }
        let is_linked = PREPOSITIONS.contains(&first.to_lowercase().as_str())
            || first.starts_with(['(', '–', '-', '/'])
            || matches!(*first, "och" | "samt" | "åk")
            || first.starts_with(|c: char| c.is_ascii_digit());
        if is_linked && !head.ends_with(',') {
            Self::Text(format!(" {text}"))
        } else {
            Self::Text(format!(" för {text}"))
        }
    }
}

/// Whether a word is before the noun of a title: "vice", "strategisk", "studie-".
fn is_before_head(word: &str) -> bool {
    let word = word.to_lowercase();
    FIXED.contains(&word.as_str()) || word.ends_with('-') || is_adjective(&word)
}

fn is_adjective(word: &str) -> bool {
    let ends = ["isk", "iskt", "lig", "ligt", "al", "alt", "iv", "ivt"];
    ends.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

/// The words before the noun in their definite form, and the article that they need.
fn modifiers(before: &[&str], is_neuter: bool) -> (String, &'static str) {
    let mut article = "";
    let mut text = String::new();
    for word in before {
        let small = format::lowered(word);
        if is_adjective(&small) {
            article = if is_neuter { "det " } else { "den " };
            let stem =
                small.strip_suffix('t').filter(|_| is_neuter || small.ends_with("ligt")).unwrap_or(&small);
            text.push_str(stem);
            text.push('a');
        } else {
            text.push_str(&small);
        }
        text.push(' ');
    }
    (text, article)
}

/// Definite form with whether it needs an article, plural, and whether it is neuter.
fn head_forms(head: &str) -> Option<((String, bool), String, bool)> {
    let head = format::lowered(head);
    let small = head.to_lowercase();
    for (ending, definite) in ADJECTIVES {
        if small.ends_with(ending) {
            let form = format!("{}{definite}", head.get(..head.len() - ending.len())?);
            return Some(((form.clone(), true), form, false));
        }
    }
    for (ending, definite, plural) in ENDINGS {
        if small.ends_with(ending) && small.chars().count() > 1 {
            let stem = head.get(..head.len() - ending.len())?;
            let is_neuter = definite.ends_with("et");
            return Some(((format!("{stem}{definite}"), false), format!("{stem}{plural}"), is_neuter));
        }
    }
    // "Gatuchefen" is definite already.
    let (_, definite, plural) = ENDINGS.iter().find(|(_, definite, _)| small.ends_with(definite))?;
    let stem = head.get(..head.len() - definite.len())?;
    Some(((head.clone(), false), format!("{stem}{plural}"), definite.ends_with("et")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(title: &str) -> (String, String, String) {
        let it = Occupation::of(Lang::Sv, title).unwrap();
        (it.definite, it.genitive, it.plural)
    }

    #[test]
    fn a_title_in_running_text_is_definite() {
        for (title, definite) in [
            ("Inköpsstrateg", "inköpsstrategen"),
            ("inköpsstrateg på inköp", "inköpsstrategen på inköp"),
            ("Enhetschef kultur och fritid", "enhetschefen för kultur och fritid"),
            ("Enhetschef, kultur", "enhetschefen för kultur"),
            ("Processledare LKP", "processledaren för LKP"),
            ("Ordförande", "ordföranden"),
            ("Vice ordförande", "vice ordföranden"),
            ("sekreterare", "sekreteraren"),
            ("vårdbiträde", "vårdbiträdet"),
            ("skyddsombud", "skyddsombudet"),
            ("Fackligt ombud", "det fackliga ombudet"),
            ("Skolsköterska", "skolsköterskan"),
            ("kommunalråd", "kommunalrådet"),
            ("Rektor", "rektorn"),
            ("Biträdande rektor", "biträdande rektorn"),
            ("IT-tekniker", "IT-teknikern"),
            ("HR-chef", "HR-chefen"),
            ("VD", "vd:n"),
            ("brandman", "brandmannen"),
            ("Direktör", "direktören"),
            ("Ledamot (S)", "ledamoten (S)"),
            ("Psykolog", "psykologen"),
            ("Jurist", "juristen"),
            ("Controller", "controllern"),
            ("webbansvarig", "den webbansvariga"),
            ("Strategisk inköpare", "den strategiska inköparen"),
            ("studie- och yrkesvägledare", "studie- och yrkesvägledaren"),
            ("sekreterare och samordnare", "sekreteraren och samordnaren"),
            ("kommunikatör/redaktör", "kommunikatören och redaktören"),
            ("Lärare åk 3", "läraren åk 3"),
            ("Gatuchefen", "gatuchefen"),
        ] {
            assert_eq!(forms(title).0, definite, "{title}");
        }
        for none in ["HR", "", "extern", "IT"] {
            assert_eq!(Occupation::of(Lang::Sv, none), None, "{none}");
        }
    }

    #[test]
    fn the_genitive_says_no_more_than_who_and_several_are_counted() {
        assert_eq!(forms("Enhetschef kultur och fritid").1, "enhetschefens");
        assert_eq!(forms("VD").1, "vd:ns");
        let of = |title, number| Occupation::of(Lang::Sv, title).unwrap().several(Lang::Sv, number);
        assert_eq!(of("Enhetschef", 2), "två enhetschefer");
        assert_eq!(of("Vice ordförande", 3), "tre vice ordförande");
        assert_eq!(of("Ledamot", 13), "13 ledamöter");
        assert_eq!(of("brandman", 2), "två brandmän");
    }

    #[test]
    fn names_stay_as_they_are_within_a_sentence() {
        for (called, within) in [
            ("Enhetschef kultur", "enhetschefen för kultur"),
            ("Vaktmästare", "vaktmästaren"),
            ("Åsa Lind", "Åsa Lind"),
            ("Gatukontoret", "Gatukontoret"),
            ("gatuchefen", "gatuchefen"),
            ("Person 3", "Person 3"),
            ("En deltagare", "en deltagare"),
            ("Å.L.", "Å.L."),
            ("Viktor", "Viktor"),
            ("Bergman", "Bergman"),
            ("Viktor Lindman", "Viktor Lindman"),
        ] {
            assert_eq!(in_sentence(Lang::Sv, called), within, "{called}");
        }
    }
}
