//! What the lists of words say about a word that may be the name of a person: what it is by itself, and what is before
//! and after names. All in lower case and NFC.

use std::sync::OnceLock;

use super::word_list::WordList;
use crate::text::hash::WordMap;

/// What a word is by itself, as far as the lists know it. A word may be several of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordClass(u16);

impl WordClass {
    /// A given name.
    pub const GIVEN: Self = Self(1);
    /// A surname that is common.
    pub const SURNAME: Self = Self(1 << 1);
    /// An ordinary word that is no thing, though it may be a name too.
    pub const WORD: Self = Self(1 << 2);
    /// A thing, a plant, an animal or a time, though it may be a name too.
    pub const THING: Self = Self(1 << 3);
    /// A place, or something well known that is written with a capital letter.
    pub const PLACE: Self = Self(1 << 4);
    /// What people do, in the present or past tense.
    pub const VERB: Self = Self(1 << 5);
    /// What things do rather than people.
    pub const THING_VERB: Self = Self(1 << 6);
    /// A small word that is neither a verb nor a noun.
    pub const SMALL: Self = Self(1 << 7);
    /// A title before a surname.
    pub const TITLE: Self = Self(1 << 8);
    /// Somebody who is called by initials.
    pub const CLIENT: Self = Self(1 << 9);
    /// Of going and living, so that a place beside it is one.
    pub const GOING: Self = Self(1 << 10);
    /// What is called after somebody whose whole name is before it.
    pub const CALLED_AFTER: Self = Self(1 << 11);
    /// What is called after somebody even where only one name is before it.
    pub const STREET: Self = Self(1 << 12);
    /// What comes before something that is called after somebody.
    pub const BEFORE_NAMED: Self = Self(1 << 13);
    /// Letters that mean something else than the initials of a person.
    pub const ABBREVIATION: Self = Self(1 << 14);
    /// An ordinary word where it is in lower case.
    pub const COMMON: Self = Self(1 << 15);

    /// Something else than a name.
    pub const NO_NAME: Self =
        Self::WORD.or(Self::PLACE).or(Self::VERB).or(Self::SMALL).or(Self::BEFORE_NAMED);

    /// Whether it is one of these.
    pub fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Either of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it means something else than a person too, apart from places.
    pub fn is_ambiguous(self) -> bool {
        self.is(Self::WORD.or(Self::THING))
    }
}

/// A list in `assets/words`.
macro_rules! words {
    ($file:literal) => {
        WordList::new(include_str!(concat!("../../../assets/words/", $file, ".txt")))
    };
}

static GIVEN: WordList = words!("given_names");
static PLACES: WordList = words!("places");
static SURNAMES: WordList = words!("surnames");
static WORDS: WordList = words!("names_and_words");
static THINGS: WordList = words!("names_and_things");
static COMMON: WordList = words!("names_and_small_letters");
static VERBS: WordList = words!("near_names/what_people_do");
static THING_VERBS: WordList = words!("near_names/what_things_do");
static SMALL: WordList = words!("near_names/small_words");
static TITLES: WordList = words!("near_names/titles");
static CLIENTS: WordList = words!("near_names/clients");
static GOING: WordList = words!("near_names/going");
static CALLED_AFTER: WordList = words!("near_names/called_after");
static STREETS: WordList = words!("near_names/streets");
static BEFORE_NAMED: WordList = words!("near_names/before_what_is_named");
static ABBREVIATIONS: WordList = words!("near_names/abbreviations");
static MAILBOXES: WordList = words!("near_names/shared_mailboxes");
static ENDINGS: WordList = words!("near_names/called_after_endings");

/// What is somebody's, after a name in the genitive.
pub static WHAT_PEOPLE_OWN: WordList = words!("near_names/what_people_own");

/// The lists of whole words, each with what is in it.
pub(super) static LISTS: [(&WordList, WordClass); 16] = [
    (&GIVEN, WordClass::GIVEN),
    (&SURNAMES, WordClass::SURNAME),
    (&WORDS, WordClass::WORD),
    (&THINGS, WordClass::THING),
    (&PLACES, WordClass::PLACE),
    (&VERBS, WordClass::VERB),
    (&THING_VERBS, WordClass::THING_VERB),
    (&SMALL, WordClass::SMALL),
    (&TITLES, WordClass::TITLE),
    (&CLIENTS, WordClass::CLIENT),
    (&GOING, WordClass::GOING),
    (&CALLED_AFTER, WordClass::CALLED_AFTER),
    (&STREETS, WordClass::STREET),
    (&BEFORE_NAMED, WordClass::BEFORE_NAMED),
    (&ABBREVIATIONS, WordClass::ABBREVIATION),
    (&COMMON, WordClass::COMMON),
];

/// The class of a word, looked up once for all lists: a text has many words.
pub fn class(folded: &str) -> WordClass {
    static CLASSES: OnceLock<WordMap<&'static str, WordClass>> = OnceLock::new();
    let classes = CLASSES.get_or_init(|| {
        let mut classes = WordMap::<&'static str, WordClass>::default();
        classes.reserve(8_000);
        for (list, class) in LISTS {
            for word in list.iter() {
                let known = classes.entry(word).or_default();
                *known = known.or(class);
            }
        }
        classes
    });
    let known = classes.get(folded).copied().unwrap_or_default();
    if is_family_by_ending(folded) { known.or(WordClass::SURNAME) } else { known }
}

/// The surname of whoever is as others are, in compounds.
const ANYBODY: &str = "svensson";

/// Whether a word ends as nothing but surnames do: "Persson", "Almqvist", "Babić".
fn is_family_by_ending(folded: &str) -> bool {
    let bytes = folded.as_bytes();
    let Some([before, last]) = bytes.last_chunk::<2>() else { return false };
    let end: &[&str] = match [*before, *last] {
        [b'o', b'n'] => &["sson"],
        [b's', b't'] => &["qvist", "quist"],
        [b'd', b't'] => &["feldt", "stedt"],
        [0xC4, 0x87] => &["ić"],
        [b'k', b'i'] => &["owski", "ewski"],
        [b'c', b'z'] => &["wicz"],
        [b'y', b'k'] => &["czyk"],
        _ => return false,
    };
    // "Medelsvensson" is everybody.
    let is_anybody = folded.strip_suffix(ANYBODY).is_some_and(|before| !before.is_empty());
    bytes.len() > 5 && !is_anybody && end.iter().any(|end| folded.ends_with(end))
}

/// All given names of the list.
pub fn given_names() -> impl Iterator<Item = &'static str> {
    GIVEN.iter()
}

/// All surnames of the list.
pub fn surnames() -> impl Iterator<Item = &'static str> {
    SURNAMES.iter()
}

/// Whether this part of an address before its `@` belongs to a function; dots on its letters are left out.
pub fn is_mailbox(plain: &str) -> bool {
    MAILBOXES.contains(plain)
}

/// Whether a word names something that is called after somebody, by how it ends: "Brahegymnasiet".
pub fn is_called_after(folded: &str) -> bool {
    ENDINGS.ends(folded)
}

/// Whether what follows a word is called after somebody, if it is one name or, where that is certain, several: "rum
/// Astrid".
pub fn is_before_named(folded: &str, is_long: bool) -> bool {
    class(folded).is(WordClass::BEFORE_NAMED) || !is_long && BEFORE_NAMED.ends(folded)
}

/// Prepositions of a place where something is.
pub const AT_PLACES: &[&str] = &["i", "in", "inom", "nära", "omkring", "runt", "utanför"];

/// Prepositions of a place that are as common before persons: "via Dalby", "via Holm".
pub const ON_PLACES: &[&str] = &["på", "vid", "till", "från", "genom", "kring", "utom", "via"];

/// The ends of names of villages and towns, which families are called after.
pub const PLACE_ENDINGS: &[&str] =
    &["by", "torp", "köping", "stad", "borg", "hult", "ryd", "sund", "hamn", "tuna", "tofta", "lösa"];

/// What a place is that is called by the word before: "Torp flygplats".
pub static PLACE_NOUNS: WordList = WordList::words(
    "badplats by camping flygplats golfbana hamn handelsplats hållplats idrottsplats industriområde kapell köpcentrum
    ridskola slott socken station tätort trafikplats ås älv ö",
);

/// Words before a noun for any one.
pub const INDEFINITE: &[&str] = &["en", "ett", "varje", "ingen", "någon"];

/// Prepositions of the ends of a way, which come before persons too.
pub const WAYS: &[&str] = &["från", "förbi", "mellan", "mot", "till", "ur", "över"];

/// Words before a name that may be one word long and is in no list.
pub const INTRODUCES: &[&str] = &["heter", "hette", "kallas", "mvh", "hälsningar", "ansv"];

/// Verbs before the name of somebody or something.
pub const NAMED: &[&str] = &["heter", "hette", "kallas", "kallades", "döptes", "döps"];

/// Words between two who do something together.
pub const AND: &[&str] = &["och", "samt", "o", "and", "eller", "or"];

/// What can be done to a thing: "går att köpa", "går inte att köpa".
pub const CAN_BE: [&str; 2] = ["går", "att"];

/// Words before a noun, adjectives between or not, so that it is no name: "en bra dag".
pub static BEFORE_NOUNS: WordList = WordList::words(
    "en ett den det denna detta varje vilken vilket ingen inget någon något samma nästa förra hela varannan",
);

/// Verbs before another one.
pub const HELPERS: &[&str] =
    &["har", "hade", "ska", "skall", "kan", "får", "är", "var", "blir", "blev", "måste"];

/// Before whoever is asked for: "Är det My?"
pub const IT: &str = "det";

/// Verbs before what somebody or something is.
pub const BEING: &[&str] = &["är", "var", "blir", "blev"];

/// Verbs for what only people do, in a text that speaks of trees and towns too.
pub static ONLY_PEOPLE: WordList = WordList::words(
    "yrkade yrkar sa sade säger tycker tyckte menar menade undrar undrade frågar frågade föreslår föreslog svarar
    svarade lovar lovade ringer ringde mejlar mejlade mailar mailade skriver skrev berättar berättade påpekar
    påpekade justerar justerade antecknar antecknade avböjer avböjde anser ansåg reserverar tackar tackade instämmer
    instämde kollade pratade anmälde återkommer hälsade vikarierar vikarierade tror trodde hoppas hoppades önskar
    önskade påminner påminde sjunger sjöng föreläser föreläste bakar bakade skrattar skrattade gråter grät jobbar
    jobbade vet visste tolkar tolkade",
);

/// What is done to people, right before their names.
pub static THANKED: WordList = WordList::words(
    "tackar tackade tackas välkomnar välkomnade hälsar hälsade intervjuar intervjuade frågar frågade ringer ringde
    mejlar mejlade mailar mailade kontaktar kontaktade påminner påminde träffar träffade avtackar avtackade gratulerar
    gratulerade sms:ar smsar smsade anlitar anlitade anställer anställde utser utsåg väljer valde nominerar nominerade",
);

/// What somebody is asked to do with people, right before their names.
pub static CONTACTING: WordList = WordList::words(
    "anlita anmäl anställ be bjud boka fråga föreslå hälsa intervjua inbjud kalla kolla kontakta lyssna mejla meddela
    messa möt nominera påminn ringa sms:a smsa sök tacka tillfråga tipsa träffa utse välj välkomna adda informera svara",
);

/// What people do with each other, some words before "med", "till" or "hos" and a name.
pub static TALKING: WordList = WordList::words(
    "avstämning avstämt bolla bollar bollat boka bokat diskutera diskuterar dubbelkolla fika förankra förankrat jobba
    kolla kollade kollar kollat lunch luncha lunchar lämna möte mötet möten pratade pratar pratat prata ses sitta sitter
    satt samarbeta samarbetar samråd samsas snacka snackar snackade stäm stämma stämde stämmer synka synkar tala talade
    talar talas träff träffas träffades anmälan anmäl hämta hämtas betala fakturera svara intervju gå ut ihop",
);

/// Between what people do with each other and a name.
pub const WITH_SOMEBODY: &[&str] = &["med", "me", "mot", "på"];

/// Verbs right before a row of people: "i samtalet deltog Runar Vrå och Tuva Mo".
pub static HOLDS_A_ROW: WordList =
    WordList::words("deltog deltar medverkade medverkar närvarade satt sitter sammanstrålade");

/// What says of a row after "var" or "av" that it is of people: "med var …", "gruppen består av …".
pub static JOINS_A_ROW: WordList = WordList::words(
    "närvarande deltagare deltagarna deltagande med gruppen arbetsgruppen styrgruppen panelen bordet laget juryn
    kommittén presidiet ordförande ordf sekreterare justerare gäster talare värdar",
);

/// What people do, and bodies as often: enough after a name in full.
pub static PEOPLE_TOO: WordList = WordList::words(
    "håller höll kör körde lagar lagade fixar fixade städar städade sköter skötte hämtar hämtade bor bodde lär lärde
    undervisar undervisade flyttar flyttade söker sökte leder ledde dansar dansade spelar spelade syr sydde målar
    målade bjuder bjöd bokar bokade ansvarar ansvarade deltar deltog avgår avgick väntar väntade kollar hälsar
    lämnar lämnade reser reste",
);

/// The letters of parties, in brackets after the name of who is of one.
pub static PARTY_LETTERS: WordList = WordList::words("s m c v l sd kd mp fi fp pp");

/// After the number of years that somebody has.
pub const OF_AGE: &[&str] = &["år", "mån", "månader", "veckor"];

/// The article of what is no person.
pub const NEUTER: &str = "ett";

/// Small words that follow a noun and hardly a genitive: "Mos av potatis".
pub const AFTER_NOUNS: &[&str] = &["av", "för", "i", "med", "på", "till", "utan", "ur"];

/// Small words that come after the name of a person rather than after a thing.
pub const AFTER_PERSONS: &[&str] = &["från", "själv", "också", "som", "inte"];

/// Small words that come after the name of a person and hardly after another word.
pub const ONLY_AFTER_PERSONS: &[&str] = &["själv", "också"];

/// What somebody is asked to do whose name is before a comma: "Ali, kom hit!"
pub static IMPERATIVES: WordList = WordList::words(
    "akta be berätta boka bygg byt fixa flytta fortsätt fråga förklara gå ge glöm hjälp hämta håll hör kan kasta kika
    kolla kom kör lyssna låna låt lägg lämna läs ordna passa prata prova påminn ring rita sitt sjung skicka skriv skulle
    sluta släpp sov spring stanna stäng städa säg sätt ta titta torka tvätta tyst vakna vill visa vänta öppna",
);

/// Houses and rooms that have the name of a thing: "Villa Björk".
pub static KINDS_OF_PLACES: WordList = WordList::words(
    "café caféet gården hotell hotellet hus kafé kaféet konferensrum kv kvarter kvarteret lokal lokalen mötesrum
    pensionat pensionatet restaurang restaurangen rum rummet sal salen stuga stugan torpet vandrarhem vandrarhemmet villa
    villan värdshus värdshuset",
);

/// What is before the place where something is: "Lokal: Stig Berg".
pub static PLACE_LABELS: WordList = WordList::words(
    "adress lokal lokalen lokaler mötesplats mötesplatsen möteslokal mötesrum plats platsen rum rummet sal salen
    samling samlingsplats ställe stället var",
);

/// Surnames that towns and villages have as often, beside those that every list of places has.
pub static TOWN_WORDS: WordList = WordList::words(
    "backa berg boda borg bro by dal ed fors gård hall hamn hed hede holm hult kil lund lunda malm mark mo mora ny näs
    sala sand sjö skog skara stad strand ström sund torp vik å ås åsa ö",
);

/// Gods and figures of the Bible, after whom people are called too.
pub static FIGURES: WordList = WordList::words(
    "aron adam baldur balder brage david eva frej freja frigg heimdal idun jakob job jona kain loke lucia moses noak
    noa oden odin salomo simson staffan thor tor valborg",
);

/// How what they have ends, and nobody else has.
pub static FIGURE_THINGS: WordList = WordList::words(
    "ark arken ask dag dom eld firande halsband hammare hammaren lag mässa märke ring rike rev revben spjut spira stav
    stege stjärna styrka tåg vagn val äpple äpplen öga ögon",
);

/// Words before "i" that persons follow.
pub const IN_PERSONS: &[&str] = &["kär", "förälskad", "förtroende", "förtroendet"];

/// What somebody is called who is spoken to, after a comma.
pub const YOU: &[&str] = &["du", "dig", "din", "ditt", "dina", "you", "your"];

/// Capital letters with full stops that are nobody's initials.
pub static DOTTED_OTHERS: WordList = WordList::words("ps pps nb obs aka asap faq osa rsvp");

/// Letters of bodies, laws and newspapers, which are asked and followed too.
pub static LETTERS_OF_BODIES: WordList = WordList::words(
    "ab ac apt au bk bo bun bup bvc cv dn ec eu faq fi fk fn fp gps hb hr ht hvb if ifo ik it kd kf kfn kk kla ks lr
    lss lvm lvu mp ok pdf pm pr ptk sd sfi sms sol sv tf tv ua uk usa vab vc vd vt vvs wc",
);

/// After a verb that looks like a name, at the beginning of a sentence: "Tyra ner tempot".
pub const VERB_PARTICLES: &[&str] = &["ner", "ned", "upp", "ut", "in", "bort", "ihop", "undan", "fram"];

/// Two letters after a word for somebody that are no initials: "elev IT".
pub static BODIES_OF_CLIENTS: WordList = WordList::words("eu hr id if ik it la ny ok pc tv va vc åk år");

/// What relates to a person who was named before a comma.
pub const WHO: &str = "som";

/// What is said of somebody right after their name and is nothing that they own: "Ring Jonas snart".
pub static AFTER_NAMES: WordList = WordList::words(
    "klockan kl ikväll imorse snart likaså likadant kommande tidigare omgående löpande personligen skriftligt muntligt
    privat klar klara färdig sjuk frisk ledig frånvarande närvarande hemifrån bredvid bakom framför intill nedan ovan
    vidare via cc mfl mf tillika ansvarig ansvariga inställt inställd vs alias",
);

/// What describes a thing between a name and that thing, though it is said of other words too: "Jonas första fråga".
pub const DESCRIBING_THINGS: &[&str] = &["första", "sista", "enda", "hela", "halva", "bra"];

/// Before a name and what somebody lets them do or asks of them: "Låt Jonas prova".
pub static PERMITTING: WordList = WordList::words(
    "låt låter lät låta be ber bad bett bjud bjuder får fick hjälp hjälper hjälpa påminn påminner såg ser hör hörde",
);

/// Before a name and what they have done: "Har Jonas svarat?"
pub const ASKING_FOR_PARTICIPLES: &[&str] = &["har", "hade", "ha"];

/// Infinitives without an a.
pub const SHORT_INFINITIVES: &[&str] =
    &["be", "bli", "bo", "dra", "få", "ge", "gå", "klä", "le", "må", "se", "slå", "stå", "ta", "tro"];

/// Verbs after which a sentence begins anew: "Jag tror Jonas bakar".
pub static SAYING: WordList = WordList::words(
    "sa sade säger tror trodde tycker tyckte hoppas hoppades vet visste ser såg hör hörde menar menade märker märkte
    antar gissar lovar lovade önskar önskade",
);

/// Nouns in the plural that look like verbs and are none.
static NOUNS_IN_PLURAL: WordList = WordList::words(
    "tankar pengar planer insatser kompisar vänner bröder kläder händer böcker föräldrar tider kontakter saker prylar
    krafter fötter tänder grejer rötter drömmar skulder lappar bullar öppettider arbetstider",
);

/// Ends of such nouns.
const ENDS_IN_PLURAL: &[&str] =
    &["heter", "ningar", "ioner", "skaper", "teter", "anser", "enser", "gifter", "sikter", "aste"];

/// Whether a word is a noun though it ends as verbs do.
pub fn is_noun_like_verb(folded: &str) -> bool {
    NOUNS_IN_PLURAL.contains(folded)
        || NOUNS_LIKE_VERBS.ends(folded)
        || ENDS_IN_PLURAL.iter().any(|end| folded.len() > end.len() + 2 && folded.ends_with(end))
}

/// Before what something is about or follows from.
pub const TOPIC_LEADS: &[&str] = &["enligt", "om", "kring", "angående"];

/// Ends of words that name a unit rather than a person, after a title.
pub const UNIT_ENDINGS: &[&str] = &[
    "ing", "ion", "het", "else", "skap", "ik", "vård", "omsorg", "stöd", "miljö", "trafik", "kultur",
    "individ", "familj", "fritid", "ekonomi", "bygglov", "gata",
];

/// Ends of words that are done to something: "planteras", "köpts".
pub const PASSIVE_ENDINGS: &[&str] = &["as", "des", "ats"];

/// What people do as well as things, of what things do: "Strand saknas i listan".
pub const THINGS_AND_PEOPLE_DO: &[&str] =
    &["behövs", "faller", "fanns", "finns", "krävs", "ligger", "saknas", "växer"];

/// What is after such a verb of things alone: "Mark finns att köpa", "Strand växer igen".
pub const AFTER_WHAT_THINGS_DO: &[&str] = &["att", "igen", "överallt", "till", "vilt"];

/// Ends of words that look like what somebody does.
pub const VERB_ENDINGS: &[&str] = &["ar", "er", "ade", "nde", "rde", "tte"];

/// Ends of verbs in the present or past tense, beside those of nouns in the plural that look the same.
const FINITE_ENDINGS: &[&str] = &[
    "ar", "er", "ade", "bde", "dde", "fde", "gde", "jde", "lde", "mde", "nde", "rde", "vde", "fte", "kte",
    "lte", "nte", "pte", "ste", "tte", "xte",
];

/// Verbs in the present or past tense that end otherwise or are short.
static FINITE: WordList = WordList::words(
    "bad band bar bet beter bjöd bor brast bröt bär dog drack drev drog dök dör fann flår flyr flög frös föll gav gick
    gled gnyr grep grät gör hade hann hette högg hör klev knöt kom kröp kör lade led ler log lär lät låg ljög ljöd
    njöt nös rev ror ryter ser sjönk skalv sken skrek skrev slapp slog slår slöt smög snöt sov spyr stal steg stod styr
    stör stred strök stör svalt svek svor syr sydde såg såld sög sjöng skar skär sprang spred strör stack slet teg tog
    tror tvang vann vek vet vred åt är",
);

/// Ends of nouns in the singular that look like such verbs: "per kilometer".
static NOUNS_LIKE_VERBS: WordList = WordList::words(
    "meter liter semester nummer fönster papper vinter sommar center kloster register filter partner syster dotter
    kvarter dollar kalender oktober december september november väder läger lager seger feber mönster monster router
    server ansvar svar orkester område ärende ande ende värde möte arbete syfte löfte häfte byte bälte rykte märke
    kammar teater månader timmar minister charter broder fader moder kaliber tiger jätte",
);

/// Whether a word may be a verb in the present or past tense, by how it ends.
pub fn is_finite_by_form(folded: &str) -> bool {
    let is_long = folded.chars().nth(3).is_some();
    FINITE.contains(folded)
        || is_long && FINITE_ENDINGS.iter().any(|end| folded.ends_with(end)) && !NOUNS_LIKE_VERBS.ends(folded)
}

/// Ends of surnames that hardly any other word has, Swedish ones and those of other languages.
static SURNAME_ENDINGS: WordList = WordList::words(
    "skiöld schiöld creutz crantz hufvud qvist kvist qwist feldt felt stedt ström lundh berg bergh gren hielm hjelm crona krantz sköld löf lööf strand
    lund holm dahl mann dotter dottir dóttir wicz czyk owski ewski owska ewska iński ović ević ovic evic enko
    poulos idis akis oğlu oglu zadeh pour nejad inen anen onen ainen ssen lsen nsen rsen",
);

/// Surnames that are written before the given name.
pub static EASTERN: WordList = WordList::words(
    "cao chen cho choi deng duong feng guo hoang huang huynh hwang jiang jin jung kang kim kwon lee li liang lim liu luo
    ngo nguyen park peng pham phan tran wang xie xu yang yoon zeng zhang zhao zheng zhou zhu",
);

/// Whether a word that no list knows looks like a surname: by how it ends, or by a letter that no Swedish word has.
pub fn is_surname_by_form(folded: &str) -> bool {
    let is_swedish = |c: char| c.is_ascii() || "åäöéèêàáüæø".contains(c);
    folded.chars().nth(4).is_some() && SURNAME_ENDINGS.ends(folded) || !folded.chars().all(is_swedish)
}

/// Whether a word has a Latin letter that no Swedish word has: "Małgorzata", "Søren".
pub fn has_foreign_letter(folded: &str) -> bool {
    folded.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && !"åäöéèêàáü".contains(c) && c < '\u{250}')
}

/// Whether a word ends as adjectives do that are said of a thing: "hårt", but not "trött" or "elegant".
pub fn is_neuter_by_form(folded: &str) -> bool {
    let before = folded.strip_suffix('t').and_then(|stem| stem.chars().next_back());
    before.is_some_and(|c| !"aeiouyåäöts".contains(c)) && !folded.ends_with("ant") && !folded.ends_with("ent")
}

/// Whether a word ends as verbs do.
pub fn is_verb_by_form(folded: &str) -> bool {
    folded.len() > 4 && PASSIVE_ENDINGS.iter().chain(VERB_ENDINGS).any(|end| folded.ends_with(end))
}
