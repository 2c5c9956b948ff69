//! Words that distinguish names of persons from other words with a capital letter. All in lower case and NFC.

use super::names::{PLACE_ENDINGS, WordClass, class};
use super::subjects::DEFINITE;
use super::word_list::WordList;

/// Small words within a name.
const PARTICLES: &[&str] = &[
    "'t", "af", "al", "am", "auf", "av", "ben", "bin", "bint", "d", "da", "das", "de", "degli", "dei", "del",
    "della", "dello", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "los",
    "ten", "ter", "v", "van", "ver", "vom", "von", "y", "zu", "zum", "zur",
];

/// Those of them that are no other word, so that a capital letter after one is a surname.
const FOREIGN_PARTICLES: &[&str] = &[
    "af", "dei", "della", "dello", "degli", "di", "la", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur",
];

/// Articles after other particles, each with those that it follows.
const ARTICLES: [(&str, &[&str]); 6] = [
    ("der", &["von", "van", "auf"]),
    ("den", &["von", "van"]),
    ("'t", &["van"]),
    ("la", &["de"]),
    ("las", &["de"]),
    ("los", &["de"]),
];

/// Ends of words that name a body, a place or a thing that is done, never a person.
pub static ORGANISATIONS: WordList =
    WordList::new(include_str!("../../../assets/words/organisation_endings.txt"));

/// Beside those, words for what has a telephone or an account of its own.
pub static OFFICES: WordList = WordList::new(include_str!("../../../assets/words/near_names/offices.txt"));

/// Titles that end as councils do, in their basic form.
static COUNCILLORS: WordList = WordList::words(
    "ambassadråd assessorsråd borgarråd departementsråd finansråd hovrättsråd justitieråd kammarrättsråd kansliråd
    kommerseråd kommunalråd kommunråd konsultativråd krigsråd landstingsråd legationsråd medicinalråd oppositionsråd
    regeringsråd regionråd statsråd utrikesråd",
);

/// Words that close the name of a company.
const COMPANIES: &[&str] = &["ab", "hb", "kb", "aktiebolag", "blu", "group", "hotel", "hotell", "sverige"];

/// Words that close the name of a part of a company, and surnames.
const DIRECTIONS: &[&str] = &["norr", "syd", "väst", "öst"];

/// Labels of header fields that hold names of persons, beside participants and signatories.
pub const PERSON_LABELS: &[&str] = &[
    "adjungerade",
    "ansvarig",
    "ansvariga",
    "bordsvärd",
    "bordsvärdar",
    "chair",
    "ersättare",
    "facilitator",
    "facilitatorer",
    "gruppledare",
    "gäster",
    "handläggare",
    "inbjudna",
    "justerare",
    "kallade",
    "kontakt",
    "kontaktperson",
    "kopia till",
    "ledamöter",
    "moderator",
    "moderatorer",
    "mötesledare",
    "mötesordförande",
    "ordförande",
    "sammankallande",
    "samtalsledare",
    "sändlista",
    "tjänstepersoner",
    "värd",
    "värdar",
    "vår referens",
    "er referens",
    "föredragande",
    "talare",
    "presidium",
    "panel",
    "panelen",
    "paneldeltagare",
    "representanter",
    "medverkande",
    "föreläsare",
    "inledare",
    "från kommunen",
    "inbjudna gäster",
];

/// The last words of further labels that a list of people follows in a text.
pub static PEOPLE_LISTS: WordList = WordList::words(
    "anmälda inbjudna deltar deltog arbetsgrupp arbetsgruppen projektgrupp projektgruppen styrgrupp styrgruppen
    gruppmedlemmar medlemmar ledamöter ersättare kontaktpersoner tolk tolkar vikarie vikarier värd värdar
    närvarade medverkande medverkar gäster föreläsare ambassadörer samtalsledare bordsvärd bordsvärdar
    ansv ers frånv närv just ordf sekr frånvarande sjuka lediga saknas saknades förhinder tj tjg anm",
);

/// Labels of those who were there beside others, and of much else beside names in full.
pub static FURTHER_PEOPLE: WordList = WordList::words("andra dessutom övrig övriga även");

/// The first words of such labels that go on: "Närvarande vid mötet", "Med på mötet".
pub static PEOPLE_LIST_STARTS: WordList =
    WordList::words("närvarande frånvarande deltagare deltog ledamöter ersättare anmälda inbjudna medverkande
    deltagarlista deltagarlistan deltagarförteckning deltagarförteckningen närvarolista närvaroförteckning gästlista kallade");

/// Words after the first one of such a label that is a heading: "Deltagare från skolan".
pub static AFTER_LIST_START: WordList =
    WordList::words("från vid på i under av för den och samt ledamöter ersättare personer gäster deltagare");

/// How a heading or a sentence ends that leads to a list of people: "Dessa var med:", "Från kommunen kom även:".
pub const LISTS_BEFORE: &[&str] = &[
    " var med",
    " var med även",
    " var också med",
    " var även med",
    " var på plats",
    " var närvarande",
    " närvarade",
    " närvarade även",
    " deltog",
    " deltog även",
    " deltog också",
    " medverkade",
    " medverkade även",
    " kom även",
    " kom också",
    " var där",
    " var inbjudna",
    " var anmälda",
    " were there",
    " took part",
    " attended",
];

/// Words after "med" in such labels.
pub static WITH_US: WordList = WordList::words("på vid var är i från under");

/// Words before a telephone number that are nobody.
pub static NO_CALLERS: WordList = WordList::words(
    "jobb privat hem hemma arbete kontakt nummer nr info kontor akut sms fax jour swish swisha swishar teknisk ring hotell taxi reserv
    anknytning ankn direkt dagtid kvällstid kväll dag natt support hjälp service frågor anmälan bokning avbokning
    sjukanmälan frånvaro öppettider telefontid adress plats e-post mejl mail webb eller och",
);

/// Languages that are no other word's form: "Tolk: Tigrinja".
pub static LANGUAGES: WordList = WordList::words(
    "amhariska arabiska dari engelska farsi finska franska hindi kurmanji lingala mandarin pashto persiska polska
    ryska somaliska sorani spanska swahili svenska teckenspråk thai tigrinja tigrinska turkiska tyska ukrainska urdu
    vietnamesiska",
);

/// Words that a name of a person often follows.
pub const BEFORE_NAMES: &[&str] = &[
    "säger",
    "sa",
    "sade",
    "berättar",
    "menar",
    "tycker",
    "enligt",
    "kontakta",
    "kontaktar",
    "ring",
    "ringa",
    "maila",
    "mejla",
    "med",
    "av",
    "till",
    "från",
    "hos",
    "fråga",
    "frågar",
    "ansvarig",
    "och",
    "samt",
    "tacka",
    "hälsa",
    "herr",
    "fru",
    "says",
    "by",
    "with",
];

/// Those of them that only persons follow.
pub const ASKING: &[&str] = &[
    "fråga", "frågar", "frågade", "enligt", "säger", "sa", "sade", "ring", "ringer", "ringde", "mejla",
    "maila", "tacka", "hälsa", "kontakta", "påminn",
];

/// What somebody is greeted or thanked with, right before their name.
pub static GREETINGS: WordList = WordList::words(
    "hej hejsan hejhej tjena tjenare tjo hallå morsning goddag godmorgon godkväll tja tack tacksam grattis
    gratulerar välkommen välkomna mvh hälsningar hälsning vänligen kram kramar puss kära käre bäste kom snälla",
);

/// What somebody does with what another one has then or had.
pub static GIVING: WordList = WordList::words(
    "ge ger gav gett gives lämna lämnar lämnade lämnas lämnat skicka skickar skickade skickas skickat mejla mejlar
    mejlade mejlas maila mailar mailade mailas skriv skriver skrev hälsa hälsar hälsade säg säga sagt överlämna
    överlämnar vidarebefordra vidarebefordrar ring ringer ringde delegera delegeras delegerat återkoppla återkopplar
    återkopplas tack mejl mail brev svar besked hälsning hälsningar sms samtal beröm kram",
);

/// Prepositions before whoever has, gets or does something.
pub static TO_PEOPLE: WordList = WordList::words("till åt hos från av");

/// How an `@` is spelled out in an address, as a regular expression.
pub const SPELLED_AT: &str = r"snabel(?:[\s-]?a)?";

/// How a full stop is spelled out in an address, as a regular expression.
pub const SPELLED_DOT: &str = "punkt|dot";

/// Whether a text that has these four bytes, in small letters, may have an address with a spelled-out `@`.
pub fn hints_at_spelled(four: [u8; 4]) -> bool {
    matches!(&four, b"nabe" | b" at " | b"hos " | b"_at_" | b"-at-")
}

/// Ends of user names that belong to a body, the longer ones their beginnings too; dots on letters are left out.
pub static PUBLIC_USERS: WordList = WordList::words(
    "kommun stad region landsting company groups pages channel bibliotek biblioteket museet museum kulturskola
    kulturskolan fritidsgard fritidsgarden ungdomsgard skola skolan gymnasiet teatern konsthall konsthallen badhus
    badhuset simhall simhallen aldreboende hemtjanst foreningen forening turism turistbyra visit naringsliv
    medborgare kulturhus kulturhuset folkhogskola hembygd radhuset stadshuset marknad festival
    idrottshallen ishallen events explore watch hashtag settings medborgarhuset livskvalitet trygghet kommunal socialtjanst raddningstjanst polisen kyrkan forsamling",
);

/// The folders in which everybody has one, as a regular expression.
pub const HOME_FOLDERS: &str =
    r"hem|home|homes|hemmappar|hemkataloger|users?|användare|profil(?:es?|er)?|personal|privat";

/// Folders of nobody in particular, where those of people are.
pub static SHARED_FOLDERS: WordList = WordList::words(
    "all alla allmänt common dator default delad delade file filer gemensam gemensamma gemensamt grupper guest gäst
    home hem mallar public shared skrivbord temp",
);

/// Words right before a user name.
pub const USER_LABELS: &[&str] = &[
    "användare",
    "användar-id",
    "användarid",
    "användarnamn",
    "användarnamnet",
    "inlogg",
    "inloggning",
    "logga in som",
    "loggar in som",
    "login",
    "snap",
    "insta",
    "user",
    "username",
];

/// What a municipality does, which has addresses of its own.
pub static FUNCTIONS: WordList = WordList::words(
    "skjuts skjutsen halsan halsa trygg trygghet vardag omsorgen stöd stödet barnomsorg överförmyndare närvård
    lekplats rutin sekretess skydd säkerhet beredskap samverkan utbildning bevakning sophämtning renhållning
    ungdomar seniorer hyror ärenden anmälningar frågor nyhet klagomål beställning uthyrning måltid måltider",
);

/// Words right before a user name, also one without digits after a colon: "Insta: lindakokar", "snap tuva.xo".
pub static HANDLE_LABELS: WordList = WordList::words(
    "ad ig fb signal whatsapp messenger mastodon bluesky threads konto kontot användarkontot teams-id discord-id användare användaren användar-id användarid användarnamn användarnamnet userid user-id username user login loginid
    inlogg inloggning inloggningsnamn loginnamn nick nicket nickname gamertag profil profilen profilnamn signaturen snap snapchat
    insta instagram tiktok twitter discord teams skype telegram xbox psn roblox twitch steam steam-konto steamkonto
    ad-konto windowskonto skypenamn anv.namn användarkonto datorkonto epic-konto epickonto psn-konto xboxkonto xbox-konto reddit flashback kik github gitlab",
);

/// Where people have user names, so that letters with digits are one: "svampis88 på Flashback".
pub static PLATFORMS: WordList = WordList::words(
    "flashback reddit twitter tiktok snap snapchat insta instagram discord steam xbox psn playstation roblox minecraft
    fortnite twitch youtube skype mastodon threads bluesky whatsapp teams messenger vinted tradera blocket forum forumet chatten chatt familjeliv facebook spelet kik telegram",
);

/// What is said where people log in to the systems of their work, by the beginnings of the words.
pub static ACCESS: WordList = WordList::words(
    "behörig inlogg logga lösen användar åtkomst ad-grupp ad-konto systemet systemen kontot konton nätverkskonto
    it-support supportärende e-tjänstekort siths treserva procapita lifecare unikum schoolsoft vklass infomentor
    citrix vpn o365",
);

/// What a tag begins with that goes on with a name: "teamebba".
pub const TAG_STARTS: &[&str] =
    &["team", "heja", "tack", "grattis", "saknar", "minns", "stöd", "rösta", "röstapå"];

/// What is numbered right after its word and is nobody's: "grupp4", "windows11".
pub static NUMBERED_THINGS: WordList = WordList::words(
    "grupp bord rum sal plan vecka version bilaga punkt modul steg nivå klass kod covid windows office mp ipv bild fil
    flik sida kapitel del test demo server skrivare dator zon hus port buss linje tåg spår mötesrum konferensrum
    lokal projekt våning trapphus uppgång pass tema fas sprint release build rev blad ark kolumn rad enhet team avd
    agenda vision mål delmål väg riksväg länsväg post paket pall låda skåp dörr grind stopp web html utf sha md css http iphone android",
);

/// How words end for what somebody has there: "instakonto".
pub static PROFILES: WordList = WordList::words(
    "konto kontot profil profilen kanal kanalen namn namnet id signatur användare användaren",
);

/// Words between a label and a user name.
pub static BEFORE_HANDLES: WordList = WordList::words(
    "är som heter e namnet namn under nicket nick sig hon han hen de vi profilen kontot
    signaturen användaren med på in",
);

/// What somebody does under another name, with such words between: "kallar sig", "skriver som".
pub static CALLED: WordList = WordList::words(
    "kallar kallade kallas inloggad loggar loggade logga skriver skrev spelar spelade streamar postar postade går
    gick alias aliaset signerar twittrar chattar",
);

/// Words between of which one is there then.
pub static AS_CALLED: WordList =
    WordList::words("som sig under namnet namn nick nicket signaturen heter kallas adda addade");

/// What a user name alone is called.
pub static NICKS: WordList = WordList::words(
    "nick nicket nickname alias aliaset gamertag användarnamn användarnamnet inloggningsnamn spelarnamn",
);

/// What comes after a user name and belongs to the sentence.
pub static AFTER_USERS: WordList =
    WordList::words("kl idag igår ikväll imorse natten kvällen morgonen sent tidigt");

/// The word between a user name and where somebody has it.
pub const ON_PLATFORM: &str = "på";

/// What is before a user name in quotation marks, as a regular expression.
pub const QUOTED_AFTER: &str = "signatur(?:en)?|nick(?:et)?|alias(?:et)?|användar(?:e|en|namn|namnet)|profil(?:en)?|kontot?|skriver som|kallar sig";

/// How the names of files end.
pub static FILES: WordList = WordList::words(
    "jpg jpeg png gif pdf doc docx xls xlsx ppt pptx txt csv zip mp3 mp4 mov html htm md log exe dll json xml",
);

/// How else one logs in: "som vanligt".
pub static AS_USUAL: WordList =
    WordList::words("vanlig vanligt vanliga förr förut tidigare sist egen egna annan nya");

/// Those of them after which any word that is no other is a user name.
pub static LOGGED_IN: WordList = WordList::words("inloggad inloggade loggar loggade logga");

/// Words for nobody in particular, in places where a name could be.
const NOBODY: &[&str] = &[
    "alla",
    "någon",
    "några",
    "ingen",
    "vi",
    "jag",
    "ni",
    "samtliga",
    "övriga",
    "okänd",
    "anonym",
    "flera",
    "all",
    "everyone",
    "here",
    "channel",
    "team",
    "deltagare",
    "deltagarna",
    "ledamöter",
    "ledamöterna",
    "personalen",
    "cheferna",
    "st",
    "se",
    "lista",
    "inga",
    "ej",
    "se lista",
    "vakant",
    "vakans",
    "utses",
    "tillsätts",
];

/// Whether a word is a given name that is recognised by itself.
pub fn is_given(folded: &str) -> bool {
    folded.split('-').all(|part| class(part).is(WordClass::GIVEN)) || class(folded).is(WordClass::GIVEN)
}

/// Whether a word is part of a name and no name itself.
pub fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

/// Whether a word is a part of a name and nothing else: "von", "della".
pub fn is_only_particle(folded: &str) -> bool {
    FOREIGN_PARTICLES.contains(&folded)
}

/// Whether a word is an article that belongs to the particle before it: "van der", "de los".
pub fn is_article_after(particle: &str, folded: &str) -> bool {
    ARTICLES.iter().any(|(article, after)| *article == folded && after.contains(&particle))
}

/// Whether a word names a body or the like.
pub fn is_organisation(folded: &str) -> bool {
    ORGANISATIONS.ends(folded) && !is_councillor(folded)
        || folded.strip_suffix('s').is_some_and(|word| ORGANISATIONS.ends(word) && !is_councillor(word))
        || COMPANIES.contains(&folded)
        || DIRECTIONS.contains(&folded)
}

/// Whether a word that ends as councils do is the title of a person: "statsrådet", but not "kyrkorådet".
fn is_councillor(folded: &str) -> bool {
    COUNCILLORS.contains(folded)
        || ["et", "en"]
            .iter()
            .any(|end| folded.strip_suffix(end).is_some_and(|title| COUNCILLORS.contains(title)))
}

/// Whether a word is a point of the compass, of which bodies and persons are called: "Skola Norr", "Moa Norr".
pub fn is_direction(folded: &str) -> bool {
    DIRECTIONS.contains(&folded)
}

/// Whether a word that names a body may be a surname too: "Ivar Stad", "Moa Norr".
pub fn may_be_surname(folded: &str) -> bool {
    let is_whole = ORGANISATIONS.contains(folded) && !DEFINITE.ends(folded);
    is_whole || DIRECTIONS.contains(&folded)
}

/// Whether a word is the name of a town by how it ends: "Lindby".
pub fn is_town_by_form(folded: &str) -> bool {
    let is_long = |end: &&&str| folded.len() > end.len() + 2;
    PLACE_ENDINGS.iter().filter(is_long).any(|end| folded.ends_with(end))
}

/// Whether a word names an office or the like that has a telephone of its own.
pub fn is_office(folded: &str) -> bool {
    let is = |word: &str| OFFICES.contains(word) || OFFICES.ends(word);
    is(folded) || folded.strip_suffix('s').is_some_and(is)
}

/// Whether a word names a place, a time or a well-known thing.
pub fn is_place(folded: &str) -> bool {
    class(folded).is(WordClass::PLACE)
}

/// Whether a word means nobody in particular, where a name could be.
pub fn is_nobody(folded: &str) -> bool {
    NOBODY.contains(&folded)
}
