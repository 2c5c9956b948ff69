//! Words before and after a name that decide how what replaces it reads. All in lower case and NFC.

use super::inflection::WordForm;
use super::minutes::is_role;
use super::names::{WordClass, class};
use super::subjects::{is_function_word, person};
use super::word_list::WordList;

/// Whose somebody is, or that they are any one: no definite form follows.
pub const WHOSE: &[&str] = &[
    "min", "mitt", "mina", "din", "ditt", "dina", "sin", "sitt", "sina", "vår", "vårt", "våra", "er", "ert",
    "era", "hans", "hennes", "hens", "deras", "dess", "en", "ett", "någon", "någons", "ingen", "inget",
    "varje", "vilken", "denne", "denna", "dennes", "nästa", "samma", "stackars", "my", "your", "his", "her",
    "our", "their", "a", "an",
];

/// What is before an adjective that describes somebody who is named: "den nöjda Tor".
pub const DEFINITE_ARTICLES: &[&str] = &["den", "denne", "denna", "min", "din", "sin", "vår", "er"];

/// What may be between such a word and a name.
pub const DESCRIBING: &[&str] = &[
    "nya",
    "nye",
    "ny",
    "gamla",
    "gamle",
    "förra",
    "förre",
    "tidigare",
    "nuvarande",
    "blivande",
    "egna",
    "egen",
    "kära",
    "käre",
    "goda",
    "gode",
    "duktiga",
    "unga",
    "unge",
    "lilla",
    "lille",
    "stora",
    "store",
    "andra",
    "andre",
    "första",
    "förste",
    "viss",
    "engagerade",
    "nyanställda",
    "nyanställde",
    "kunniga",
    "trevliga",
];

/// What somebody is called in a letter: "kära rektor".
pub const GREETING: &[&str] = &["kära", "käre", "bästa", "bäste", "dear"];

/// What is said to somebody who comes or goes, which needs no name.
pub const WELCOMING: &[&str] = &["välkommen", "välkomna", "hej", "hejsan", "tjena", "welcome", "hello", "hi"];

/// What is said to somebody by name, and of anybody else with a preposition: "tack till en deltagare".
pub const THANKING: &[&str] = &["tack", "grattis", "gratulationer", "thanks", "congratulations"];

/// Before the body that those come from who follow a label: "Från Kulturskolan: Siv Holm".
pub const FROM_BODIES: &str = "från";

/// Titles that say nothing of what somebody does.
pub const COURTESIES: &[&str] = &["herr", "hr", "fru", "fröken", "frk", "mr", "mrs", "ms"];

/// Whether words before a comma are said to whoever is named after it: "Tack, Greta!"
pub fn is_interjection(words: &str) -> bool {
    let first = words.split(' ').next().unwrap_or_default();
    let is_word = WordClass::WORD.or(WordClass::SMALL).or(WordClass::VERB);
    [WELCOMING, THANKING, GREETING].iter().any(|own| own.contains(&first))
        || is_function_word(first)
        || class(first).is(is_word)
        || matches!(first, "ja" | "nej" | "jo" | "ok" | "okej" | "yes" | "no")
}

/// Before the name of a saint.
pub const SAINTS: &[&str] = &["sankt", "sankta", "saint", "santa"];

/// The same after [`SHORT_FOR_SAINT`] and a colon.
pub const SAINTS_SHORTENED: &[&str] = &["t", "ta", "te"];

/// How a shortened word for a saint begins: "S:t".
pub const SHORT_FOR_SAINT: &str = "s";

/// Titles of whoever is known to all by one name: "Kung Gustav V".
pub static ROYALTY: WordList = WordList::words(
    "kung kungen konung konungen drottning drottningen prins prinsen prinsessan kronprinsen kronprinsessan hertigen kejsar
    kejsaren tsar tsaren påve påven",
);

/// Words after "Hans" and the like that are no surname.
pub const HONOURS: &[&str] = &["majestät", "majestäts", "excellens", "helighet", "kungliga", "höghet"];

/// Before what somebody is called.
pub const NAMING: &[&str] = &["heter", "hette", "heta"];

/// Who has left an office, before its title.
pub const FORMER: &[&str] = &["f.d.", "fd", "f d", "förre", "förra", "tidigare", "förutvarande"];

/// Words before a title that are a part of it.
pub const BEFORE_TITLES: &[&str] = &[
    "vice",
    "v.",
    "bitr.",
    "bitr",
    "biträdande",
    "tf",
    "tf.",
    "t.f.",
    "ställföreträdande",
    "tillförordnad",
    "förste",
    "första",
    "andre",
    "andra",
    "1:e",
    "2:e",
    "1:a",
    "2:a",
];

/// Several who share a name, which says no more than that.
pub const SHARING: &[&str] =
    &["familjen", "paret", "makarna", "syskonen", "bröderna", "systrarna", "släkten", "äkta paret"];

/// What is called after somebody without a hyphen: "Team Åsa".
pub const CALLED: &[&str] = &["team", "lag", "grupp", "projekt", "arbetsgrupp"];

/// Words before two of whom neither is meant.
pub const NEITHER: &[&str] = &["varken", "vare sig"];

/// Words before two of whom one is meant.
pub const ONE_OF: &[&str] = &["antingen"];

/// Words before two of whom both are meant.
pub const BOTH: &[&str] = &["både", "såväl", "så väl", "lika väl"];

/// Those of them after which another word than "och" is between the two.
pub const AS_WELL: &[&str] = &["såväl", "lika väl", "så väl"];

/// Prepositions: whoever is named after one does nothing in that clause.
pub const BEFORE_OBJECTS: &[&str] = &[
    "av", "bakom", "bredvid", "efter", "framför", "för", "från", "hos", "jämte", "kring", "med", "mot", "om",
    "på", "runt", "till", "ur", "utan", "utom", "vid", "åt", "över",
];

/// Abbreviations, as they end before their full stop.
pub const ABBREVIATED_BEFORE: &[&str] = &[
    "f.d",
    "bl.a",
    "t.ex",
    "d.v.s",
    "dvs",
    "t.f",
    "tf",
    "bitr",
    "resp",
    "inkl",
    "exkl",
    "ev",
    "ca",
    "fr.o.m",
    "dr",
    "prof",
    "s.k",
    "m.a.p",
    "kl",
    "tel",
    "e.d",
    "v",
    "o",
    "obs",
    "vs",
    "ansv",
    "just",
    "adj",
    "mötesordf",
    "fr",
    "ers",
];

/// What people are reached by, as it is called before it: "Telefon: …".
pub const REACHED_BY: &[&str] = &[
    "e-post",
    "epost",
    "e-postadress",
    "mejl",
    "mejladress",
    "mail",
    "mailadress",
    "telefon",
    "telefonnummer",
    "tel",
    "tfn",
    "mobil",
    "mobilnummer",
    "nummer",
    "användarnamn",
    "användare",
    "konto",
    "e-mail",
    "phone",
];

/// Whether a word is a definite noun in the genitive: "skolans", "lärarnas".
pub fn is_owner(word: &str) -> bool {
    ["ens", "ans", "ets", "nas"].iter().any(|end| word.len() > 5 && word.ends_with(end))
        && word != "tillsammans"
}

/// Whether a word right before a name is a noun for that person ("klienten", "elev"), and in which form.
pub fn noun_before_name(word: &str) -> Option<WordForm> {
    const ENDING_SO: &[&str] = &[
        "brukare",
        "läkare",
        "tränare",
        "snickare",
        "målare",
        "städare",
        "bagare",
        "förare",
        "skötare",
        "mästare",
        "arbetare",
        "deltagare",
        "besökare",
        "väktare",
        "krögare",
        "handlare",
        "företagare",
        "medborgare",
        "invånare",
        "lokalvårdare",
        "hantverkare",
        "tandläkare",
        "föreläsare",
        "vårdare",
        "spelare",
    ];
    let (_, form) = person(word)?;
    let is_comparative =
        word.ends_with("are") && !is_role(word) && !ENDING_SO.iter().any(|end| word.ends_with(end));
    let is_more = matches!(word, "man" | "person" | "personen" | "folk" | "son");
    (!is_comparative && !is_more && form <= WordForm::Known).then_some(form)
}

/// Whether a text names several by one name: "familjen Lund".
pub fn shares_name(text: &str) -> bool {
    text.split_whitespace().any(|word| SHARING.contains(&word.to_lowercase().as_str()))
}

/// Where things are to be moved to, right after a helping verb: "Sten ska bort".
pub const MOVED: &[&str] = &["bort", "upp", "ner", "ned", "ihop", "fram", "undan"];

/// Between a body and what it is for: "enheten för lek och park".
pub const FOR: &str = "för";

/// What those do who are elected, in the minutes of a board, right after the letters of their party.
pub static ELECTED_DO: WordList = WordList::words(
    "yrkar yrkade yrkat reserverar reserverade instämmer instämde avstår avstod tillstyrker tillstyrkte avstyrker
    avstyrkte jävar justerar justerade tilläggsyrkar tilläggsyrkade interpellerar interpellerade biföll bifaller
    anmäler anmälde väljs valdes utses utsågs tjänstgör tjänstgjorde begär begärde motionerar motionerade",
);

/// The offices of those who are elected, with a name or in its place.
pub static ELECTED_OFFICES: WordList = WordList::words(
    "kommunalråd kommunalrådet oppositionsråd oppositionsrådet regionråd regionrådet borgarråd borgarrådet statsråd
    statsrådet gruppledare gruppledaren ordförande ordföranden ordf nämndordförande nämndordföranden ledamot ledamoten
    ersättare ersättaren suppleant suppleanten riksdagsledamot riksdagsledamoten fullmäktigeledamot
    fullmäktigeledamoten nämndledamot nämndledamoten nämndsledamot nämndsledamoten politiker politikern minister
    ministern förtroendevald förtroendevalda",
);

/// Before whose home it is: "hos Lindarna".
pub const AT_HOME_OF: &str = "hos";

/// Before the office that somebody is elected to.
pub const ELECTED_TO: &[&str] = &["till", "som"];

/// Verbs of elections.
pub static ELECTING: WordList = WordList::words(
    "valdes väljs valde väljer välja omvaldes omväljs nyvaldes utsågs utses utsåg utser utse föreslås föreslogs
    nomineras nominerades",
);

/// Words between two who are against each other.
pub const AGAINST: &[&str] = &["vs", "versus", "kontra"];

/// What somebody made, before who it was: "Foto: M. Rönn".
pub static CREDITS: WordList = WordList::words(
    "bild bilder film filmklippning form formgivning foto fotograf grafik illustration
    illustrationer illustratör intervju klippning kod koreografi layout ljud ljus manus musik omslag original
    redigering regi scenografi skribent teckning teckningar text texter tryck översättning",
);
