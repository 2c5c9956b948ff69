//! What people are by occupation, as it is written in running text: "inköpsstrateg på inköp" is "inköpsstrategen på
//! inköp", several are "två inköpsstrateger". It knows the endings of Swedish titles and few titles by name.

use super::vocabulary::fold;
use super::vocabulary::minutes::{is_sign_off, is_signer};
use super::vocabulary::names::{WordClass, class};
use super::vocabulary::subjects::person;
use super::{Lang, format};
use head::TitleNoun;

mod head;
mod several;

/// A title in the forms that a sentence needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occupation {
    /// Of one who is known: "inköpsstrategen på inköp".
    pub definite: String,
    /// The same in the genitive, without what the title is of: "inköpsstrategens".
    pub genitive: String,
    /// Of several: "inköpsstrateger på inköp".
    pub plural: String,
    /// Of several who are known: "inköpsstrategerna på inköp".
    pub all: String,
    /// Of any one: "en inköpsstrateg på inköp".
    pub indefinite: String,
    /// After a word that says whose or which: "vår inköpsstrateg på inköp".
    pub bare: String,
}

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
    "1:e",
    "2:e",
    "3:e",
    "1:a",
    "2:a",
    "3:a",
    "f.d.",
    "fd",
    "förre",
    "tidigare",
    "och",
];

/// What titles are shortened to.
const SHORT: &[(&str, &str)] = &[
    ("ordf", "ordförande"),
    ("v.ordf", "vice ordförande"),
    ("v", "vice"),
    ("sekr", "sekreterare"),
    ("handl", "handläggare"),
    ("just", "justerare"),
    ("ers", "ersättare"),
    ("led", "ledamot"),
    ("prof", "professor"),
    ("dr", "doktor"),
];

/// Prepositions after a title.
pub const PREPOSITIONS: &[&str] =
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
                let bare = format::lowered(title);
                let definite = format!("the {bare}");
                Some(Self {
                    genitive: format::genitive(lang, &definite),
                    plural: format!("{bare}s"),
                    all: format!("the {bare}s"),
                    indefinite: format!("a {bare}"),
                    definite,
                    bare,
                })
            }
            Lang::Sv => swedish(title),
        }
    }

    /// Of somebody of whom no more is said than that they were there.
    pub fn participant(lang: Lang) -> Self {
        let forms = match lang {
            Lang::Sv => ["deltagaren", "deltagarens", "deltagare", "deltagarna", "en deltagare", "deltagare"],
            Lang::En => [
                "the participant",
                "the participant's",
                "participants",
                "the participants",
                "a participant",
                "participant",
            ],
        };
        let [definite, genitive, plural, all, indefinite, bare] = forms.map(str::to_owned);
        Self { definite, genitive, plural, all, indefinite, bare }
    }

    /// Whether words are this title as it is before a name.
    pub fn bare_is(&self, words: &str) -> bool {
        format::lowered(words) == format::lowered(&self.bare)
    }

    /// Whether a word or several are this title in some form.
    pub fn is_said_by(&self, words: &str) -> bool {
        let words = format::lowered(words);
        [&self.definite, &self.plural, &self.all, &self.indefinite, &self.bare].contains(&&words)
    }
}

/// What a signature says that somebody is, unless it only says that it is theirs ("Vid pennan", "Justeras").
pub fn title_of_signer(role: &str) -> Option<&str> {
    let is_label = is_signer(role) || is_sign_off(role);
    (!is_label || Occupation::of(Lang::Sv, role).is_some()).then_some(role)
}

/// Whether a folded word that is written where somebody's name could be says what they are by work or office rather
/// than how they are called: "ordföranden", "skolkuratorn", "ekonom", but not "Sören".
pub fn is_title_alone(folded: &str) -> bool {
    // "Yaren", "Doren"
    let is_long = folded.chars().nth(5).is_some();
    let is_person = || person(folded).is_some() && (is_long || !folded.ends_with(['e', 'n']));
    let is_known = || is_long && TitleNoun::of(folded).is_some_and(|noun| noun.is_definite);
    !class(folded).is(WordClass::GIVEN.or(WordClass::SURNAME)) && (is_person() || is_known())
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
    let is_short = |word: &str| word.chars().count() < 5 && person(&fold(word)).is_none();
    all_capital || words.next().is_none_or(|first| is_listed(first) || is_short(first))
}

fn swedish(title: &str) -> Option<Occupation> {
    if let Some((one, other)) = title.split_once('/').filter(|(one, _)| !one.is_empty()) {
        let (one, other) = (swedish(one.trim())?, swedish(other.trim())?);
        return Some(one.and(&other));
    }
    let words: Vec<&str> = title.split_whitespace().map(in_full).collect();
    let at = words.iter().enumerate().position(|(at, word)| !is_before_head(word, words.get(at + 1)))?;
    let (before, rest) = words.split_at(at.min(words.len() - 1));
    let (head, complement) = rest.split_first()?;
    let Some(forms) = TitleNoun::of(head.trim_end_matches([',', ';', ':'])) else { return owned(&words) };
    let (adjectives, article) = modifiers(before, forms.is_neuter);
    let article = if forms.is_adjective { "den " } else { article };
    let unchanged: String = before.iter().map(|word| format::lowered(word) + " ").collect();
    let definite = format!("{article}{adjectives}{}", forms.definite);
    let all_article = if article.is_empty() { "" } else { "de " };
    let any = if forms.is_definite { String::new() } else { format!("{} ", forms.article()) };
    let occupation = Occupation {
        genitive: format::genitive(Lang::Sv, &definite),
        definite,
        plural: format!("{adjectives}{}", forms.plural),
        all: format!("{all_article}{adjectives}{}", forms.all),
        indefinite: format!("{any}{unchanged}{}", forms.base),
        bare: format!("{adjectives}{}", if forms.is_adjective { &forms.definite } else { &forms.base }),
    };
    Some(match Complement::of(head, complement) {
        Complement::And(other) => occupation.and(&other),
        Complement::Text(text) => occupation.of_what(&text),
    })
}

/// "Kommunstyrelsens ordförande": whose they are says which one, so that nothing else has to.
fn owned(words: &[&str]) -> Option<Occupation> {
    let last = words.iter().position(|word| word.ends_with('s') && word.chars().nth(2).is_some())?;
    let (owner, title) = words.split_at(last + 1);
    let Occupation { bare, plural, .. } = swedish(&title.join(" "))?;
    let owner = owner.join(" ");
    // "Lunds" keeps its capital letter.
    let is_noun = owner.ends_with("ns") || owner.ends_with("ts");
    let owner = if is_noun && (last == 0 || owner.contains("- ")) { format::lowered(&owner) } else { owner };
    let one = format!("{owner} {bare}");
    let plural = format!("{owner} {plural}");
    Some(Occupation {
        genitive: format::genitive(Lang::Sv, &one),
        all: plural.clone(),
        plural,
        indefinite: one.clone(),
        bare: one.clone(),
        definite: one,
    })
}

/// The word that a title is shortened to.
fn in_full(word: &str) -> &str {
    let small = word.trim_end_matches(['.', ',']).to_lowercase();
    let short = SHORT.iter().find(|(short, _)| *short == small && (word.ends_with('.') || small.len() > 3));
    short.map_or(word, |(_, full)| full)
}

impl Occupation {
    fn and(self, other: &Self) -> Self {
        let both = |one: &str, other: &str| format!("{one} och {other}");
        Self {
            definite: both(&self.definite, &other.definite),
            genitive: both(&self.definite, &other.genitive),
            plural: both(&self.plural, &other.plural),
            all: both(&self.all, &other.all),
            indefinite: both(&self.indefinite, &other.bare),
            bare: both(&self.bare, &other.bare),
        }
    }

    /// With what it is of; the genitive says no more than who.
    fn of_what(self, text: &str) -> Self {
        let with = |form: String| form + text;
        Self {
            genitive: self.genitive,
            definite: with(self.definite),
            plural: with(self.plural),
            all: with(self.all),
            indefinite: with(self.indefinite),
            bare: with(self.bare),
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
        // "Ordförande, lärare" is two titles, of which the first is enough.
        if head.ends_with(',') && swedish(&text).is_some() {
            return Self::Text(String::new());
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

/// Whether a word is before the noun of a title: "vice", "strategisk", "studie-", "tjänstgörande" before another one.
fn is_before_head(word: &str, next: Option<&&str>) -> bool {
    let word = word.to_lowercase();
    let is_participle = || {
        (word.ends_with("ande") || word.ends_with("ende"))
            && word != "ordförande"
            && next.is_some_and(|next| TitleNoun::of(next).is_some())
    };
    FIXED.contains(&word.as_str()) || word.ends_with('-') || is_adjective(&word) || is_participle()
}

fn is_adjective(word: &str) -> bool {
    let ends = ["isk", "iskt", "lig", "ligt", "al", "alt", "iv", "ivt", "ad"];
    ends.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end)) && !word.ends_with("general")
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
            text.push(if stem.ends_with("ad") { 'e' } else { 'a' });
        } else {
            text.push_str(&small);
        }
        text.push(' ');
    }
    (text, article)
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
            ("Kapten", "kaptenen"),
            ("Pensionär", "pensionären"),
            ("Diakon", "diakonen"),
            ("Granne", "grannen"),
            ("Ordf.", "ordföranden"),
            ("v. ordf.", "vice ordföranden"),
            ("1:e sekreterare", "1:e sekreteraren"),
            ("Kommunstyrelsens ordförande", "kommunstyrelsens ordförande"),
            ("Barn- och utbildningsnämndens ordförande", "barn- och utbildningsnämndens ordförande"),
            ("Lindby kommuns jurist", "Lindby kommuns jurist"),
            ("Tjänstgörande ersättare", "tjänstgörande ersättaren"),
            ("Legitimerad psykolog", "den legitimerade psykologen"),
            ("Ordförande, lärare", "ordföranden"),
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
    fn a_title_has_a_form_for_any_one_for_one_of_somebody_and_for_all() {
        for (title, any, bare, all) in [
            ("Rektor", "en rektor", "rektor", "rektorerna"),
            ("Lärare", "en lärare", "lärare", "lärarna"),
            ("Skyddsombud", "ett skyddsombud", "skyddsombud", "skyddsombuden"),
            ("Vårdbiträde", "ett vårdbiträde", "vårdbiträde", "vårdbiträdena"),
            ("Brandman", "en brandman", "brandman", "brandmännen"),
            ("Ordförande", "en ordförande", "ordförande", "ordförandena"),
            ("Controller", "en controller", "controller", "controllerna"),
            ("webbansvarig", "en webbansvarig", "webbansvariga", "de webbansvariga"),
            (
                "Strategisk inköpare",
                "en strategisk inköpare",
                "strategiska inköpare",
                "de strategiska inköparna",
            ),
            (
                "Enhetschef kultur",
                "en enhetschef för kultur",
                "enhetschef för kultur",
                "enhetscheferna för kultur",
            ),
            ("Bibliotekarie", "en bibliotekarie", "bibliotekarie", "bibliotekarierna"),
        ] {
            let it = Occupation::of(Lang::Sv, title).unwrap();
            assert_eq!((it.indefinite.as_str(), it.bare.as_str(), it.all.as_str()), (any, bare, all));
        }
    }

    #[test]
    fn a_label_before_a_signature_is_no_title() {
        for label in ["Vid pennan", "Justeras", "Antecknat av:"] {
            assert_eq!(title_of_signer(label), None, "{label}");
        }
        for title in ["Processledare", "Sekreterare", "Ordförande", "HR"] {
            assert_eq!(title_of_signer(title), Some(title));
        }
    }

    #[test]
    fn names_stay_as_they_are_within_a_sentence() {
        for (called, within) in [
            ("Enhetschef kultur", "enhetschefen för kultur"),
            ("Vaktmästare", "vaktmästaren"),
            ("Kock", "kocken"),
            ("Rektor och kock", "rektorn och kocken"),
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
