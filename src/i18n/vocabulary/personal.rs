//! Words that reveal what the law guards most (GDPR, articles 9 and 10, and what is as private), one list a kind, and
//! words around numbers and addresses. All in lower case and NFC.
//!
//! A list has sections, which say how a word is about somebody: `[is]` what a person is, `[is a]` what a person is
//! called for it, `[has]` what a person has or gets, `[does]` what a person does, `[is in]` what a person is a member
//! of, by membership only, `[letters]` the same by one letter, `[of]` what is said right after whoever it is about,
//! `[case]` what is always about one person, `[not]` what is said and means something else, `[also]` what is meant
//! although `[not]` would have it. The longest of several that fit counts.
//!
//! A single word under `[is]`, `[is a]` and `[has]` is found in all its forms, which follow by rule; words with spaces
//! between are found as they are written. `*cancer` is any word that ends so, `insjukn*` any that begins so; `|`
//! separates alternatives; `@countries` is any of that list, `@any` any word that is none of the small ones. Words that
//! a municipality uses of its tasks ("folkhälsa", "funktionsstöd", "sjuksköterska") are left out: a list that always
//! finds something is not read.

use super::word_list::WordList;
use crate::model::FindingKind;

/// The list of each kind.
pub static CATEGORIES: [(FindingKind, WordList); 9] = [
    (FindingKind::Health, WordList::new(include_str!("../../../assets/words/sensitive/health.txt"))),
    (FindingKind::Ethnicity, WordList::new(include_str!("../../../assets/words/sensitive/ethnicity.txt"))),
    (FindingKind::Belief, WordList::new(include_str!("../../../assets/words/sensitive/belief.txt"))),
    (FindingKind::Politics, WordList::new(include_str!("../../../assets/words/sensitive/politics.txt"))),
    (FindingKind::Union, WordList::new(include_str!("../../../assets/words/sensitive/union.txt"))),
    (FindingKind::Sexuality, WordList::new(include_str!("../../../assets/words/sensitive/sexuality.txt"))),
    (FindingKind::Protected, WordList::new(include_str!("../../../assets/words/sensitive/protected.txt"))),
    (FindingKind::Crime, WordList::new(include_str!("../../../assets/words/sensitive/crime.txt"))),
    (FindingKind::Social, WordList::new(include_str!("../../../assets/words/sensitive/social.txt"))),
];

/// Where somebody may be from: what `@countries` in a list means.
pub static COUNTRIES: WordList = WordList::new(include_str!("../../../assets/words/countries.txt"));

/// Words of a pattern that a full stop may follow: "skydd. pers.uppg."
pub static SHORTENED: WordList = WordList::words("skydd sekr pers");

/// How a word is about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    /// What a person is: "sjuk", "dömd".
    Is,
    /// What a person is called for it: "muslim", "narkoman".
    IsA,
    /// What a person has or gets: "diabetes", "försörjningsstöd".
    Has,
    /// What a person does: "fastar", "snattade".
    Does,
    /// What a person is a member of: "Kommunal".
    IsIn,
    /// The same by one letter: in brackets after a name, "(C)", or as a capital, "röstar på C".
    Letters,
    /// What is said right after whoever it is about: "mannen från Polen".
    Of,
    /// What is always about one person, whom the sentence need not name: "orosanmälan har gjorts".
    Case,
    /// Nothing of the kind: "sjuk av att vänta".
    Nothing,
    /// What is meant although it looks like nothing of the kind: "allergisk mot nötter".
    Also,
}

/// The patterns of every list, each with what it is about and how.
pub fn patterns() -> Vec<(FindingKind, Says, &'static str)> {
    let mut all = Vec::new();
    for (kind, list) in &CATEGORIES {
        let mut says = Says::Has;
        for line in list.iter() {
            says = match line {
                "[is]" => Says::Is,
                "[is a]" => Says::IsA,
                "[has]" => Says::Has,
                "[does]" => Says::Does,
                "[is in]" => Says::IsIn,
                "[letters]" => Says::Letters,
                "[of]" => Says::Of,
                "[case]" => Says::Case,
                "[not]" => Says::Nothing,
                "[also]" => Says::Also,
                pattern => {
                    all.push((*kind, says, pattern));
                    says
                }
            };
        }
    }
    all
}

/// Ends of words that name a task of the municipality ("demensvården"), not how somebody is.
pub const TASKS: &[&str] = &[
    "vård",
    "vården",
    "boende",
    "boendet",
    "boenden",
    "enhet",
    "enheten",
    "team",
    "teamet",
    "samordnare",
    "samordnaren",
    "mottagning",
    "mottagningen",
    "arbete",
    "arbetet",
    "förebyggande",
    "prevention",
    "frågor",
    "plan",
    "planen",
    "rutin",
    "rutinen",
    "rutiner",
    "policy",
    "policyn",
    "statistik",
    "statistiken",
    "kostnader",
    "kostnaderna",
    "talet",
    "tal",
];

/// What comes before a personal identity number, by its beginning, so that one with a slip in it is seen too.
pub static NUMBER_LABELS: WordList = WordList::words(
    "personnummer personnumret personnr person-n pnr persnr pers-n samordningsn samordn-n födelsen reservn reserv-n
    tf-n p-n",
);

/// What says that a day of birth follows.
pub static BIRTHS: WordList = WordList::words(
    "f född fött födda föddes födelsedatum födelsedatumet födelsedag födelsedagen födelsetid födelsedata född: fyllt",
);

/// What says that the last digits of somebody's number follow.
pub const LAST_FOUR: [&str; 2] = ["fyra", "sista"];

/// Between a day of birth and those digits.
pub static ENDS_WITH: WordList = WordList::words("slutar sluta slutade sista");

/// What says that somebody has a birthday.
pub static TURNS: WordList = WordList::words("fyller fyllde fylla fyllt");

/// Words between those and the day.
pub static BEFORE_DAYS: WordList = WordList::words("d den i på är var år jämnt jämna nu redan dag datum");

/// What is born in a manner of speech, or turns a number of years and is no person, by the beginnings of the words.
pub static BORN_THINGS: WordList = WordList::words(
    "idé idén tanke förslag projekt program förening bolag företag kommun skola bibliotek hus klubb orkester kör
    festival bygg kyrka tidning nätverk verksamhet museum teater avtal butik park",
);

/// What is right before somebody's day of birth.
pub static DAYS_OF_BIRTH: WordList =
    WordList::words("f f. född fött födda föddes: födelsedatum födelsedag födelsetid födelsedata född:");

/// What says that the number before it is an amount.
pub static AMOUNTS: WordList = WordList::words("kr kronor sek tkr mkr euro eur");

/// What a record with its day and time is called, by its ending: "loggfil", "backup".
pub static RECORDS: WordList = WordList::words(
    "fil filen logg loggen backup backupen bild bilden foto fotot film filmen video inspelning inspelningen export
    exporten körning körningen utskrift utskriften dump dumpen version skärmbild skärmklipp kopia kopian skapad
    sparad ändrad uppdaterad tid tidpunkt tidsstämpel stämpel datum klockan kl möte mötet pass passet bokning
    bokningen rapport rapporten körd mapp mappen",
);

/// What comes before a telephone number, by its beginning, so that it is one without spaces too.
pub static PHONE_LABELS: WordList =
    WordList::words("tel tfn mobil mob ring sms hemnummer hemnr direktnr direktnummer jour numret nås fax");

/// What a version of a file begins with, after its date.
pub static VERSIONS: WordList = WordList::words("rev ver utk del");

/// What comes before a registration number, an order number and the like, so that they are no telephone numbers.
pub static OTHER_NUMBERS: WordList = WordList::words(
    "dnr diarienummer diarienr ärendenummer ärende referens ref order ordernummer ordernr faktura fakturanummer konto
    batch parti partinummer kvitto kvittonr kvittonummer biljett biljettnummer ritning ritningen ritningar artikel artikelnr artikelnummer art.nr modell serienummer serienr projektnummer
    projektnr ocr ocr-nummer ocr-nr kundnummer kundnr avtalsnummer avtalsnr fastighet objekt objektsnummer inventarienummer
    kontonummer bankgiro plusgiro bg pg orgnr organisationsnummer isbn kr sek",
);
