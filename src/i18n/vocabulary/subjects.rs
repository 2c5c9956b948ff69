//! Words that show whom a sentence is about: one person, people in general, or no person at all. All in lower case and
//! NFC.
//!
//! `assets/words/persons.txt` has a noun a line, in its basic form, under what sort of person it names; `*chef` is any
//! noun that ends so but `!sommar`, `=paret` that form alone.

use std::sync::OnceLock;

use super::inflection::{WordForm, noun};
use super::word_list::WordList;
use crate::text::hash::{WordMap, WordSet};

/// Every list, for a test of how they are written.
/// What those begin with whose words are written after their name and a colon.
pub static SPEAKERS_WORDS: WordList =
    WordList::words("vi jag man det den ni du hur varför vad kan ska får måste tack ja nej bra");

#[cfg(test)]
pub(super) static LISTS: [&WordList; 2] = [&PERSONS, &FUNCTION_WORDS];

static PERSONS: WordList = WordList::new(include_str!("../../../assets/words/persons.txt"));
static FUNCTION_WORDS: WordList = WordList::new(include_str!("../../../assets/words/function_words.txt"));

/// How a noun names a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonNoun {
    /// As somebody's family: "mamma" is one person without an article too.
    Kin,
    /// As one of many: "eleven", "grannen".
    Private,
    /// By work or office: "rektorn".
    Role,
}

/// Every form of the nouns, and their endings.
struct PersonNouns {
    words: WordMap<String, (PersonNoun, WordForm)>,
    endings: Vec<(String, PersonNoun, WordForm)>,
    /// What ends so and names a thing.
    others: WordSet<String>,
}

/// What sort of person a word names, if it names one.
pub fn person(word: &str) -> Option<(PersonNoun, WordForm)> {
    static PERSONS_BY_FORM: OnceLock<PersonNouns> = OnceLock::new();
    let all = PERSONS_BY_FORM.get_or_init(persons);
    let ending = || {
        let fits = |ending: &&(String, PersonNoun, WordForm)| word.ends_with(ending.0.as_str());
        all.endings.iter().find(fits).map(|(_, person, form)| (*person, *form))
    };
    if all.others.contains(word) {
        return None;
    }
    all.words.get(word).copied().or_else(ending)
}

fn persons() -> PersonNouns {
    let mut all = PersonNouns { words: WordMap::default(), endings: Vec::new(), others: WordSet::default() };
    let mut person = PersonNoun::Private;
    for line in PERSONS.iter() {
        match line {
            "[kin]" => person = PersonNoun::Kin,
            "[private]" => person = PersonNoun::Private,
            "[role]" => person = PersonNoun::Role,
            _ => {
                if let Some(ending) = line.strip_prefix('*') {
                    all.endings.extend(noun(ending).into_iter().map(|(word, form)| (word, person, form)));
                } else if let Some(word) = line.strip_prefix('!') {
                    all.others.extend(noun(word).into_iter().map(|(word, _)| word));
                } else if let Some(word) = line.strip_prefix('=') {
                    all.words.entry(word.to_owned()).or_insert((person, WordForm::Known));
                } else {
                    for (word, form) in noun(line) {
                        all.words.entry(word).or_insert((person, form));
                    }
                }
            }
        }
    }
    all
}

/// Whether a word after an adjective shows that no noun follows.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.contains(word)
}

static BETWEEN: WordList = WordList::words("för till hos av på i om efter mot");

/// Whether a word joins two that say one thing: "dömd för misshandel".
pub fn is_between(word: &str) -> bool {
    BETWEEN.contains(word)
}

/// One person, said or writing.
pub static PRONOUNS: WordList =
    WordList::words("jag mig mej han honom hans hon henne hennes hen hens hån ho hu hanses honnes");

/// Of the one who says it, or whom the sentence is about.
pub static OWN: WordList = WordList::words("min mitt mina sin sitt sina din ditt dina");

/// What makes a noun one person that is known.
pub static ONE: WordList = WordList::words(
    "en ett min mitt mina din ditt dina sin sitt sina vår vårt våra er ert hans hennes hens deras den det denna
    denne detta ena enda två tre fyra fem båda dessa 2 3 4 5",
);

/// Anybody or everybody.
pub static ANYBODY: WordList = WordList::words(
    "alla allas allt många några någon nån någons ingen inga man vi oss ni de dem dom folk folket varje vem vilka
    andra annan flera fler vissa personer människor du samtliga somliga sådana sådan",
);

/// Verbs for what somebody or something is.
pub static BE: WordList = WordList::words(
    "är e ä va vara var blir blev bli blivit varit vart verkar verkade förblir känner kände heter",
);

/// What is done about a post that nobody has yet: "Enhetschef söks"; whole words.
pub static WANTED: WordList = WordList::words(
    "söks sökes ansöks betalas beviljas handläggs prövas saknas behövs rekryteras anställs tillsätts utannonseras annonseras efterlyses efterfrågas",
);

/// Verbs for what somebody or something has.
pub static HAVE: WordList =
    WordList::words("har hade ha haft får fick fått få lider led äger behöver saknar");

/// Verbs that ask for another one.
pub static MODAL: WordList =
    WordList::words("kan kunde ska skall skulle bör borde måste vill ville behöver brukar");

/// What begins a clause.
pub static CLAUSE: WordList = WordList::words(
    "att som om men när då eftersom medan fast så därför och eller samt o å för sedan innan vars ifall fastän",
);

/// What makes the words after it the subject of talk: a preposition, a thing that is about something, an attitude.
pub static TOPICS: WordList = WordList::words(
    "om kring angående gällande rörande inom bland enligt apropå information info informationen frågor frågan fråga
    utbildning utbildningen utbildningar kurs kursen kurser föreläsning föreläsningen film filmen bok boken tema
    temat temadag temadagen temakväll projekt projektet policy policyn rutin rutinen rutiner rutinerna regler
    reglerna lag lagen riktlinje riktlinjer riktlinjerna plan planen handlingsplan handlingsplanen statistik
    statistiken forskning forskningen kunskap kunskapen kunskaper arbete arbetet insats insatser insatserna budget
    budgeten kampanj kampanjen ansvar ansvaret ansvarig ansvariga expert experter specialist intresserad
    intresserade trött trötta rädd rädda less arg arga broschyr broschyren broschyrer artikel artikeln blankett
    blanketten checklista checklistan diskussion diskussionen samtal samtalet debatt debatten begreppet ordet ord
    stöd stödet nätverk nätverket utställning utställningen medvetenhet fördomar kännedom mottagning mottagningen
    avdelning avdelningen enhet enheten kamp kampen förebygga motverka minska bekämpa förhindra upptäcka skillnad
    skillnaden resurser verksamhet verksamheten grupp gruppen grupper antal antalet andel andelen ökning ökningen
    mer mindre fler färre olika sådant typ upp",
);

/// What says that the words after "om" are about somebody's own matter.
pub static MATTERS: WordList = WordList::words(
    "ansökan ansökt ansökte söka söker sökte sökt avslag beslut beslutet bett bad beviljad beviljats misstanke
    misstankar anmälan anmäld dom dömd åtal utredning ansöka ansöker",
);

/// Verbs for what somebody does with a subject of talk or of work.
pub static TALK: WordList = WordList::words(
    "prata pratar pratade pratat tala talar talade talat informera informerar informerade informerat föreläsa
    föreläser föreläste föreläst undervisa undervisar undervisade forskar forska skriva skriver skrev skrivit läsa
    läser läste läst diskutera diskuterar diskuterade lyfta lyfter lyfte lyft frågar frågade undrar undrade
    föreslår föreslog jobba jobbar jobbade jobbat arbeta arbetar arbetade arbetat samarbeta samarbetar samarbetade
    samordnar samordna ansvara ansvarar ansvarade leda leder ledde driva driver drev ordna ordnar ordnade planera
    planerar planerade handlägga handlägger handlade granska granskar presentera presenterar presenterade visa
    visar visade redovisa redovisar redovisade efterlyser efterlyste efterfrågar kritiserar kritiserade tackar
    tackade utbilda utbildar utbildade utbildad utbildat erbjuder erbjuda säljer startar starta startade kartlägga
    kartlägger besöka besöker besökte besökt träffa träffar träffade träffat bevaka bevakar representerar
    rapportera rapporterar rapporterade försvarar förklara förklarar förklarade tipsar tipsade hänvisar hänvisade
    googlar kontakta kontaktar kontaktade ringa ringer ringde mejla mejlar mejlade bjuda bjuder bjöd studerar
    översätter tycker tyckte gillar hatar älskar vet förstår följer ser såg önskar tror anmälde anmäler lägger
    utreder kräver krävde menar tänker minns köper köpte delar delade spelar",
);

/// What leads from a word to the person whom it is about.
pub static TOWARDS: WordList =
    WordList::words("för på hos mot av om till åt kring gällande avseende rörande angående från");

/// Those of them that lead to a place as often.
pub static WHERE: WordList = WordList::words("på om kring från");

/// What a talk is called after what it is about: "… är ett tema".
pub static THEMES: WordList =
    WordList::words("tema temat ämne ämnet rubrik rubriken fråga frågan område begrepp");

/// What leads from a number to the one that it belongs to: "08-46 till växeln".
pub static LEADS_TO: WordList = WordList::words("till hos är går kommer");

/// Words that a full stop follows within a sentence.
pub static ABBREVIATIONS: WordList = WordList::words(
    "t ex bl a dr tel nr kl ca resp ev f d o s v k dvs mm pga st kv jfr forts avd enl ang avs dnr reg fd bl.a prof
    kap mån tis ons tors fre sid sek min tim lgh mob etc osv ordf sekr handl vaktm ers led ansv adm tf inkl exkl hr bitr
    skydd pers uppg enh förv socsekr ssk usk lär elev",
);

/// How some write "jag"; it means yes as often.
pub static ALSO_I: WordList = WordList::words("ja ja'");

/// Between somebody and what they are called.
pub static AS: WordList = WordList::words("som");

/// Before one of many that may be any.
pub static ARTICLES: WordList = WordList::words("en ett");

/// So few that each of them is known: "två av kvinnorna".
pub static FEW: WordList = WordList::words("en ett två tre fyra fem båda bägge 2 3 4 5");

/// Those of whom so few are: "tre av oss".
pub static OURSELVES: WordList =
    WordList::words("oss dem de er dom *männen *barnen *bröderna *mödrarna *fäderna *döttrarna *sönerna");

/// Between one and the many: "en av eleverna".
pub static OF: WordList = WordList::words("av");

/// What begins a case that has not happened.
pub static IF: WordList = WordList::words("om när för ifall");

/// What begins a clause about something that is said.
pub static THAT: WordList = WordList::words("att men när om hur varför");

/// What says of which people: "alla som", "de med".
pub static WHO: WordList = WordList::words("som med i på här");

/// How somebody's membership of a body, or vote for it, is said: a preposition right before its name, and one of the
/// words that come before that.
pub static MEMBERSHIPS: [(&WordList, &WordList); 7] = [
    (&MEMBER_OF, &MEMBERS),
    (&OUT_OF, &LEAVES),
    (&ON, &VOTES),
    (&WITH, &SYMPATHISES),
    (&TO, &PAYS),
    (&OUTSIDE, &STAYS),
    (&FOR_ANOTHER, &CHANGES),
];

/// Words for membership; right before a cell with the name of a body they are enough.
pub static MEMBERS: WordList = WordList::words(
    "med me mä medlem medlemmar medlemskap medlemsavgift avgift betalar betalade ombud aktiv aktiva engagerad
    förtroendevald organiserad ansluten kandiderar kandiderade sitter satt suttit kassör ordförande skyddsombud ledamot
    suppleant ersättare kandidat listan uppdrag förtroendeuppdrag sekreterare klubbordförande sektionsordförande lokalombud regionombud försäkringsombud
    arbetsplatsombud huvudskyddsombud revisor förtroendeman nämndeman politiker kommunpolitiker fritidspolitiker
    flygblad valsedlar valarbetare valarbetar kampanjar kampanjade affischerar affischerade knackar knackade
    skänker skänkte skänkt donerar donerade bytt byter bytte övergått övergick över
    invald inröstad vald kommunalråd regionråd oppositionsråd gruppledare riksdagsledamot fullmäktigeledamot nämndsledamot nämndledamot",
);

static MEMBER_OF: WordList = WordList::words("i för hos till inom åt");

static TO: WordList = WordList::words("till");

static PAYS: WordList = WordList::words(
    "betalar betalade betalat betala avgift avgiften medlemsavgift medlemsavgiften skänker skänkte donerar donerade
    gick gått övergick bytte bytt byter anslöt ansluten",
);

static OUTSIDE: WordList = WordList::words("utanför");

static STAYS: WordList = WordList::words("står stod stått ställt ställde ställer är var");

static FOR_ANOTHER: WordList = WordList::words("mot");

static CHANGES: WordList = WordList::words("bytte bytt byter byta");

static OUT_OF: WordList = WordList::words("ur från");

static LEAVES: WordList = WordList::words(
    "gått gick går gå utträdde utträtt utträde utesluten uteslöts utesluts avhoppad avhoppare hoppade hoppat hoppar",
);

static ON: WordList = WordList::words("på");

static VOTES: WordList =
    WordList::words("röstar röstade röstat rösta röst hejar hejade kryssar kryssade kryssat");

static WITH: WordList = WordList::words("med");

static SYMPATHISES: WordList = WordList::words("sympatiserar sympatiserade sympatiserat sympatier");

/// Verbs right before the name of a body whose member or friend somebody is.
pub static SUPPORTS: WordList = WordList::words(
    "lämnat lämnade lämnar bytte bytt byter stödjer stöder stöttar stöttade röstar röstade representerar representerade företräder
    tillhör tillhörde tillhört gillar",
);

/// How nouns end that are known: "idén", "husen"; names end so too, which is the price.
pub static DEFINITE: WordList = WordList::words("en et na an én eln ern");

static ALSO_PLURAL: WordList = WordList::words("are nde barn syskon vittne");

/// Whether the basic form of a noun is its plural too.
pub fn is_also_plural(word: &str) -> bool {
    ALSO_PLURAL.iter().any(|end| word.ends_with(end))
}
