//! How associations, companies and cafés are called: by names that are known, or by words that begin or close such a
//! name. All in lower case and NFC.

use std::sync::OnceLock;

use super::word_list::WordList;
use crate::text::hash::WordMap;

/// The names that are known, of one word or several.
pub(super) static ASSOCIATIONS: WordList =
    WordList::new(include_str!("../../../assets/words/associations.txt"));

/// The surnames of authors among them, in the genitive: whoever is named after one is of a book.
pub static AUTHORS: WordList = WordList::words("beskows janssons lagerlöfs lindgrens strindbergs");

/// Abbreviations, in capitals, at the beginning or the end of a name: "IF Lindby", "Lindby AB".
static ABBREVIATED_FORMS: WordList = WordList::words(
    "ab aif aik bc bf bk bik brf bs dff ef fbk fc ff fik fk gf gif gk goif hb hc hf hk if ifk ik iok kb kf kfum lk mk
    ok pro rf rk saik sf sk sks skf spf ss tk uf vk",
);

/// Words before a name of their own: "Café Solen", "Föreningen Ordfront".
static KINDS: WordList = WordList::words(
    "bageri bar bageriet bistro butik butiken cafe café caféet fonden föreningen galleri galleriet gym hotell hotellet
    idrottsföreningen kafé kaféet klubben konditori konditoriet kooperativet krog krogen kvartersgården
    kulturföreningen museet nätverket pizzeria pizzerian projektet pub puben restaurang restaurangen salong
    samfälligheten stiftelsen studieförbundet teater teatern tidningen träffpunkt träffpunkten villa villan
    värdshuset",
);

/// Ends of words for a body that is called after two: "Föreningen Ask & Embla".
pub static KINDS_OF_BODIES: WordList = WordList::words(
    "byrån byrå bolaget föreningen förening firma firman stiftelsen bandet duon förlaget mäklarna",
);

/// What is called after saints, in small letters after the name: "Maria församling".
pub static OF_CHURCHES: WordList = WordList::words(
    "domkyrka domkyrkoförsamling distriktskyrka församling församlingshem kapell katedral kloster kyrka kyrkoförsamling
    kyrkogård pastorat stift stiftsgård",
);

/// Definite adjectives of places and houses with a name, before which nobody is called: "Gröna Lund".
static OF_PLACES: WordList =
    WordList::words("blå bruna gröna gula gyllene grå röda svarta vita glada friska höga runda sköna");

/// Whether a word with a capital letter begins the name of a place or a house before another one.
pub fn begins_place(folded: &str) -> bool {
    OF_PLACES.contains(folded)
}

/// Words after a name and "&" in the name of a company: "Ek & Co", "Holm & Söner".
static PARTNERS: WordList = WordList::words(
    "co company comp compagni söner sönerna son sons döttrar bröder partner partners kompani",
);

/// What closes the name of a company after that of whoever owns it: "Karlssons Åkeri", "Olssons El".
static TRADES: WordList = WordList::words(
    "aktiebolag anläggning antikt assistans bageri begravningsbyrå belysning bil bilar bilservice bleck blommor bok
    bokhandel bud buss bussar bygg byggnads byggservice byrå båtar café chark charkuteri cykel cyklar data däck el elektriska
    entreprenad fastigheter fisk flytt fordon foto frisör frukt frisersalong fönster förlag glas golv grafiska grus gräv
    guld hotell hus installation järn kafé kiosk kläder konditori konsult krog kyl kött lantbruk lantbruksmaskiner
    livs lås maskin maskiner markservice mattor mekaniska metall motor måleri möbler optik ost plåt plåtslageri
    redovisning restaurang revision rör rörservice schakt service skog skor smide smycken snickeri städ städservice
    sten tak taxi teknik textil trafik transport transporter trappor trä trädgård trädgårdar tryckeri trävaru tvätt
    ur uthyrning ventilation verkstad verkstäder virke vvs värme åkeri",
);

/// Whether a word after a name closes the name of a company: "Bygg", "Åkeri".
pub fn is_trade(folded: &str) -> bool {
    TRADES.contains(folded)
}

/// Ends of words that close the name of a company whatever is before them: "Karl Hedin Bygghandel".
static LONG_TRADES: WordList = WordList::words(
    "handel bokhandel byggservice bilservice entreprenad fastigheter maskinservice markservice måleri transporter
    trädgårdar tryckeri plåtslageri snickeri bygghandel livsmedel konfektyr begravningsbyrå",
);

/// The same of chains and places to eat, which have foreign names as often: "Espresso House", "Max Hamburgare".
static CHAINS: WordList = WordList::words(
    "bakery bar bbq burger burgers café coffee deli express fitness grill gym hamburgare hamburgers hotel house inn
    juice kitchen kök market outlet pizza pub ramen shop spa sportcenter store sushi wok",
);

/// Whether a word closes the name of a company, also one that begins with the whole name of somebody.
pub fn closes_company(folded: &str) -> bool {
    LONG_TRADES.ends(folded) || CHAINS.contains(folded)
}

/// Whether a word after a name and "&" closes the name of a company.
pub fn is_partner(folded: &str) -> bool {
    PARTNERS.contains(folded)
}

/// The number of words at the beginning of these that are the name of a known association.
pub fn association<'a>(words: impl Iterator<Item = &'a str>) -> Option<usize> {
    static BY_FIRST: OnceLock<WordMap<&'static str, Vec<Vec<&'static str>>>> = OnceLock::new();
    let by_first = BY_FIRST.get_or_init(|| {
        let mut by_first: WordMap<&str, Vec<Vec<&str>>> = WordMap::default();
        for name in ASSOCIATIONS.iter() {
            let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
            by_first.entry(words.first().copied().unwrap_or_default()).or_default().push(words);
        }
        by_first
    });
    let mut words = words;
    let known = by_first.get(words.next()?)?;
    let longest = known.iter().map(Vec::len).max()?;
    let rest: Vec<&str> = words.take(longest - 1).collect();
    let begins = |name: &&Vec<&str>| {
        let own = name.get(1..).unwrap_or_default();
        rest.get(..own.len()).is_some_and(|rest| {
            let (last, others) = (own.split_last(), rest.split_last());
            match (last, others) {
                (Some((last, own)), Some((word, rest))) => {
                    own == rest && (last == word || word.strip_suffix('s') == Some(*last))
                }
                _ => true,
            }
        })
    };
    known.iter().filter(begins).map(Vec::len).max()
}

/// Whether a word in capitals begins or closes the name of an association or a company.
pub fn is_abbreviated_form(folded: &str) -> bool {
    ABBREVIATED_FORMS.contains(folded)
}

/// Whether a word says of what kind the thing is that is named after it: "Café Solen".
pub fn is_kind(folded: &str) -> bool {
    KINDS.contains(folded)
}
