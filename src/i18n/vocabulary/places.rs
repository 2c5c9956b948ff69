//! Words around addresses, vehicles, accounts, cases and computers. All in lower case and NFC; they are compared with
//! the beginnings of words unless it says otherwise.

use super::word_list::WordList;

/// Every list, for a test of how they are written.
#[cfg(test)]
pub(super) static LISTS: [&WordList; 1] = [&STREETS];

static STREETS: WordList = WordList::new(include_str!("../../../assets/words/street_endings.txt"));

/// Whether a word ends as the names of streets do, and whether hardly anything else does.
pub fn street(word: &str) -> Option<bool> {
    let word = word.strip_suffix('s').unwrap_or(word);
    let ends = |end: &str| word.len() > end.len() && word.ends_with(end);
    let is_other = NO_STREETS.iter().any(|end| word.ends_with(end));
    STREETS
        .iter()
        .find(|end| ends(end.strip_prefix('?').unwrap_or(end)))
        .map(|end| !end.starts_with('?'))
        .filter(|_| !is_other)
}

/// Words that end as streets do and name none.
static NO_STREETS: WordList = WordList::words(
    "eringen omgången uppgången ingången utgången övergången årgången arbetsplatsen platsväg utväg spårväg järnväg
    järnvägen omväg motorväg ledsagarväg halvväg olyckan stunden klockan tillvägagångssätt trappan kommunen hallen skallen",
);

/// The last word of a street's name that has several: "Drottning Kristinas väg".
pub static LAST_OF_STREET: WordList =
    WordList::words("väg vägen gata gatan gränd gränden torg stig plan plats allé backe park");

/// Whether a word is what streets are called.
pub fn is_street_word(word: &str) -> bool {
    STREETS.iter().any(|end| end.strip_prefix('?').unwrap_or(end) == word)
}

/// The first word of a street's name that has several.
pub static FIRST_OF_STREET: WordList = WordList::words(
    "norra södra östra västra stora lilla gamla nya övre nedre mellersta inre yttre sankt s:t s:ta norre söder
    väster öster gula gröna röda blå vita svarta grå gyllene långa korta breda smala krokiga höga låga djupa",
);

/// What a street's name is shortened to: "Storg. 12", "Ringv. 8".
pub static SHORT_STREETS: WordList = WordList::words("g v");

/// A box at the post office; whole words.
pub static BOXES: WordList = WordList::words("box postbox fack pl postlåda");

/// The floor at the ground, after the number of a house; whole words.
pub static GROUND_FLOORS: WordList = WordList::words("nb bv ög nedre bottenvåningen");

/// What follows a number that counts and is no number of a house; whole words.
pub static COUNTED: WordList = WordList::words(
    "st personer deltagare meter m km min minuter timmar dagar kr kronor år gånger träd lägenheter hus platser
    bilar januari februari mars april maj juni juli augusti september oktober november december jan feb apr jun
    jul aug sep okt nov dec procent barn elever veckor månader kvm",
);

/// A flat within a house; whole words.
pub static FLATS: WordList = WordList::words("lgh lägenhet lgh. lght lgnr lägenhetsnr lägenhetsnummer");

/// An entrance or a floor within a house, before its letter or number; whole words.
pub static ENTRANCES: WordList = WordList::words("uppgång uppg port ingång trappa trappor tr vån våning");

/// Words for a venue, an office or works in the street: the address is no home.
pub static PUBLIC: WordList = WordList::words(
    "bibliotek kommunhus stadshus rådhus medborgarhus folkets medborgarkontor kontor lokal möteslokal skola skolan
    förskola gymnasi mottagning vårdcentral sjukhus reception besöksadress postadress plats: samling ses träffas
    möts mötet träffen restaurang kafé café caféet hotell butik butiken affär museum teater kyrka församlingshem
    gräv asfalt bygg rusta korsning hastighet trottoar cykelväg cykelbana övergångs gupp hållplats busshållplats
    detaljplan fastighet belysning lekplats snöröj plog sanda renover vatten avlopp parkering trafik
    föreningslokal tomt riv rivs banken bygdegård hembygdsgård församlingsgård allaktivitetshus brandstation apotek årsmöte loppis marknad galleri vernissage auktion pizzeri bageri krog kiosk buss bussen
    folktandvård tandvård tandläkar klinik optiker frisör gym bio biograf ishall badhus föreläsning konsert kurs workshop
    byggrätt salu sporthall simhall hallen äldreboende servicehus träffpunkt mötesplats huset aula konferens
    verkstad förråd återvinning miljöstation stängd öppet öppnar måla putsa fasad invig utställning fest öppettid hus",
);

/// Who has a property, and what is his or hers, by the beginnings of the words.
pub static OWNERS: WordList = WordList::words(
    "ägare ägaren ägarna ägs ägde äger granne grannen grannarna markägare fastighetsägare tomträtt lagfart lagfaren köpare
    köparen säljare säljaren arrendator arrende servitut dödsbo dödsboet hyresgäst boende bor klagar klagomål",
);

/// What says that a property is one of the municipality or of a plan; whole words.
pub static PUBLIC_OWNERS: WordList = WordList::words(
    "kommunen kommunens kommun detaljplan detaljplanen planen samråd samrådet exploatering markanvisning skolan
    förskolan regionen staten bolaget kommunal kommunala",
);

/// Words for home: the address is where somebody lives; whole words.
pub static HOME: WordList = WordList::words(
    "bor bodde bo hem hemma hemadress hemadressen bostad bostaden flyttat flyttar flyttade granne grannen skriven
    folkbokförd hyr hyresgäst hyresgästen boende",
);

/// Right before an address.
pub static ADDRESSES: WordList =
    WordList::words("adress adressen boende bostad bostadsadress hemadress hemadressen vårdadress");

/// Ends of the names of farms and villages, which have numbers for houses and no streets.
pub static FARMS: WordList = WordList::words(
    "arp backa berg boda bol bolet bränna by böle dal eryd gård hammar heden hem holm holma holmen hult kulla kullen
    köp lund lunda lycka mark måla mosse näs näset rud ryd rås sjö skog skoga släta strand stad sund sätra sätter
    tofta torp torpet tuna udden vad vik viken vreten åker ås åsa åsen äng ängen",
);

/// What a farm is, before its name: "Torp Ekelund 3".
pub static KINDS_OF_FARMS: WordList = WordList::words(
    "torp torpet gård gården villa stuga stugan soldattorp backstuga kvarn lantgård hemman herrgård",
);

/// What a house may be, and a plot is called otherwise; whole words.
pub static EMPTY: WordList = WordList::words("tomt");

/// Right before the address that something is next to.
pub const BESIDE: &str = "vid";

/// What is done at an address where people meet or fetch something.
pub static MEETING_AT: WordList = WordList::words(
    "finns fanns hålls hölls hämta hämtar hämtas lämna lämnas möts möttes samlas samlades samling ses sågs träffas
    träffades visas öppnar öppnas utställningen föreläsningen",
);

/// Right before the address where something is.
pub const AT: &str = "på";

/// Before somebody whose home the address is of.
pub const CARE_OF: [&str; 2] = ["c", "o"];

/// Vehicles and what is done with them.
pub static VEHICLES: WordList = WordList::words(
    "bil bilar reg skylt nummerplåt parker felparker fordon volvo saab audi bmw toyota tesla skoda ford kia mazda
    nissan opel renault peugeot golf passat mercedes hyundai citroen fiat kör körde kört moped mc motorcykel
    lastbil skåpbil släp husvagn husbil taxi a-traktor epa blockera påkör krock backade tutar förare vw traktor
    buss minibuss skoter parkering p-tillstånd boendeparkering
    leasing tjänstebil poolbil elbil kombi jeep volkswagen tiguan caddy transit berlingo seat cupra subaru
    suzuki honda lexus porsche chevrolet chrysler polestar byd citroën dacia garage infart
    tanka besikt däck vinterdäck parkerad lastzon p-plats p-ruta parkeringsruta uppfart handikapplats",
);

/// Three letters before a number that are no plate, and words before what is none; whole words.
pub static NO_PLATES: WordList = WordList::words(
    "sfs sou iso dnr kth lss fsn hus rum sal kap tel art mån tor fre lör sön jan feb apr jun jul aug sep okt nov
    dec sek eur usd nok dkk par kod lag ref mat ssk kpa abb hsb rör nya per mer bad kök bok dag arb obs uhf kbt
    sms usb led mal kla klass artikel artnr kurs modell projekt order lokal skåp nyckel version typ serie skrivare
    standard produkt blankett form dok hem efs hsl kom fpa gps kwh cpu ram pdf url ssn son
    buss bussen tåg tåget linje linjen flyg flyget pendel pendeln färja färjan spår",
);

/// Giros, before their number; whole words.
pub static GIROS: WordList = WordList::words(
    "bankgiro bankgirot bankgironr bankgironummer bg bgnr bg-nr plusgiro plusgirot plusgironr plusgironummer pg
    pgnr pg-nr postgiro postgirot giro",
);

/// Labels that are shortened with a full stop before their number; whole words.
pub static ABBREVIATED: WordList = WordList::words("tel mob mobiltel telnr nr tfn ankn");

/// Words between a label and its number; whole words.
pub static FILLERS: WordList = WordList::words("nr nummer är no num id heter som e ä hos på till den");

/// Verbs between a label and what says that a number follows: "ansökan har nr"; whole words.
pub static HOLD_NUMBERS: WordList = WordList::words("har hade fick fått får med under");

/// What says that a number follows; whole words.
pub static NUMBER_WORDS: WordList = WordList::words("nr nummer no num id dnr");

/// Accounts, banks and payments.
pub static ACCOUNTS: WordList = WordList::words(
    "konto kto clearing lönekonto sparkonto personkonto bankkonto swedbank nordea seb handelsbanken
    länsförsäkringar ica skandia danske sparbank avanza sbab bank pengar betal utbetal återbetal utlägg sätt
    arvode ersättning överför lön insättning iban",
);

/// What begins as accounts do and is none.
pub static NO_ACCOUNTS: WordList = WordList::words("kontor");

/// What an account is called; whole words.
pub static ACCOUNT_LABELS: WordList = WordList::words(
    "konto kontot kontonr kontonummer kto clearing clearingnr clearingnummer clearing-nr lönekonto lönekontot sparkonto sparkontot personkonto
    personkontot bankkonto bankkontot kortnummer kontokort",
);

/// What the number of a document by which people show who they are is called; whole words.
pub static IDENTITY_DOCUMENTS: WordList = WordList::words(
    "passnummer passnumret passnr idkortsnummer idkort idkortet legitimationsnummer legitimation körkortsnummer körkortsnr
    resedokument resedokumentet uppehållstillståndskort uppehållskort",
);

/// The same after a hyphen: "ID-kort", "LMA-kort"; whole words.
pub static PARTS_OF_DOCUMENTS: WordList = WordList::words("kort kortet kortsnummer kortnummer");

/// The same where a number in the form of theirs follows.
pub static PASSPORTS: WordList = WordList::words("pass passet passport körkort körkortet");

/// Payments by telephone number.
pub static SWISH: WordList = WordList::words("swish");

/// Before a telephone number that is one, where a payment is spoken of too; whole words.
pub static CALLS: WordList = WordList::words("ring ringa tel telefon mobil mob sms sms:a nås");

/// Words for what is counted in money after a number; whole words.
pub static MONEY: WordList = WordList::words("kr kronor sek tkr mkr euro miljoner tusen");

/// Cases and records, before their number, by beginnings and longer endings.
pub static CASES: WordList = WordList::words(
    "dnr diarie ärende akt akten aktnr journal mål målnr målnummer ref beslut anmälan klagomål patientnr klientnr
    ansökan överklag personakt elevakt avvikelse lex d.nr överklagande omprövning utredning remiss dossier bygglov
    intyg recept skadeanmälan avslag",
);

/// Where cases are tried, by their beginnings.
pub static COURTS: WordList = WordList::words("tingsrätt hovrätt kammarrätt förvaltningsrätt domstol");

/// Whose case it is that somebody writes of; whole words.
pub static MINE: WordList = WordList::words("min mitt mina din ditt dina");

/// What a case is about that concerns no person.
pub static PUBLIC_CASES: WordList = WordList::words(
    "plan detaljplan översiktsplan policy budget protokoll upphandling remiss motion program strategi riktlinje
    reglemente taxa årsredovisning delårs handlingsplan medborgarförslag mötet sammanträde lag förordning avtal
    ramavtal projekt rapport riktlinjer verksamhetsplan tjänsteskrivelse kallelse föreskrift anteckning
    minnesanteckning kommunplan rutin samråd granskning internkontroll delegation nämndens styrelsens",
);

/// Words that make a case one of a person.
pub static PERSONAL_CASES: WordList = WordList::words(
    "klagomål anhörig patient brukar klient elev personakt journal orosanmäl lvu lvm lss boende omprövning dossier
    försörjningsstöd bistånd avslag skadestånd disciplin misshandel vårdnad familje barnet sökande klagande
    svarande åtal dom",
);

/// What comes before four numbers with points that are no address; whole words.
pub static NUMBERED: WordList = WordList::words(
    "version ver v kap kapitel avsnitt punkt punkten p bilaga firmware release utgåva paragraf krav tabell figur
    rubrik nivå steg mål build programversion uppdatering uppdateringen delmål och till",
);

/// What has an address in a network and is nobody's; whole words.
pub static MACHINES: WordList = WordList::words(
    "server servern gateway gatewayen router routern skrivare skrivaren switch switchen brandvägg brandväggen dns
    nätmask nätmasken subnät proxy proxyn kopiator kopiatorn kamera kameran accesspunkt accesspunkten",
);

/// Words for somebody at a computer, by their beginnings.
pub static COMPUTERS: WordList =
    WordList::words("ip dator logga inlogg uppkopp koppla anslut surf rösta mobil telefon laptop platta");

/// What a machine does with the addresses of others, by the beginnings of the words.
pub static LOGGING: WordList = WordList::words(
    "logga anrop attack besök blockera inlogg intrång klick anslut registrer spärr spåra upptäck angrep angrip försök",
);

/// Words for programs, which have versions, by their beginnings.
pub static VERSIONED: WordList = WordList::words(
    "version program uppgrader uppdater install release firmware drivrutin appen applikation handbok kapitel
    avsnitt",
);

/// What comes before the id by which somebody logs in; whole words, a dash or not.
pub static USER_IDS: WordList = WordList::words(
    "användarid användarnamn användarnamnet användar-id anv-id anvid userid user-id username login loginid login-id
    inloggningsnamn inloggnings-id inlogg konto-id kontonamn nick nickname profilnamn signatur signaturen
    användare användaren user id id-nr spelarnamn gamertag anställningsnummer anställningsnr anstnr kundnummer
    kundnr medlemsnummer medlemsnr studentid elev-id elevid kortnr patientid ad-konto datorkonto användar anv hsa
    hsaid hsa-id siths sith-id",
);

/// What comes before such an id that has letters first; without, it is an account of a ledger.
pub static ACCOUNTS_OF_USERS: WordList = WordList::words("konto kontot nätverkskonto användarkonto");
