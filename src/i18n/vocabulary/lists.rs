//! The words that the reading of lists of people understands: what columns are called, and what organisations end with.
//! All in lower case.

/// What a column of a list of people holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The whole name.
    Name,
    /// The first name.
    First,
    /// The last name.
    Last,
    /// The title or role.
    Role,
    /// Where they work.
    Organisation,
    /// An e-mail address, which the register does not keep.
    Mail,
    /// A telephone number, which the register does not keep.
    Phone,
}

/// What columns are called: in Swedish, English, Norwegian, Danish and Finnish.
const HEADS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "namn",
            "för- och efternamn",
            "förnamn och efternamn",
            "förnamn efternamn",
            "förnamn/efternamn",
            "efternamn, förnamn",
            "fullständigt namn",
            "hela namnet",
            "deltagare",
            "deltagarens namn",
            "person",
            "visningsnamn",
            "name",
            "full name",
            "first and last name",
            "first name last name",
            "display name",
            "participant",
            "participant name",
            "attendee",
            "attendee name",
            "navn",
            "fullt navn",
            "fulde navn",
            "for- og etternavn",
            "for- og efternavn",
            "fornavn og etternavn",
            "fornavn og efternavn",
            "fornavn etternavn",
            "fornavn efternavn",
            "deltaker",
            "deltager",
            "nimi",
        ],
    ),
    (
        Column::First,
        &[
            "förnamn",
            "tilltalsnamn",
            "first name",
            "firstname",
            "given name",
            "forename",
            "fornavn",
            "etunimi",
        ],
    ),
    (
        Column::Last,
        &[
            "efternamn",
            "last name",
            "lastname",
            "surname",
            "family name",
            "etternavn",
            "efternavn",
            "sukunimi",
        ],
    ),
    (
        Column::Role,
        &[
            "titel",
            "roll",
            "befattning",
            "yrke",
            "yrkestitel",
            "uppdrag",
            "funktion",
            "title",
            "job title",
            "role",
            "position",
            "occupation",
            "tittel",
            "rolle",
            "stilling",
            "stillingsbetegnelse",
            "verv",
            "hverv",
            "titteli",
            "tehtävä",
        ],
    ),
    (
        Column::Organisation,
        &[
            "förvaltning",
            "organisation",
            "bolag",
            "förvaltning/bolag",
            "enhet",
            "avdelning",
            "arbetsplats",
            "arbetsgivare",
            "verksamhet",
            "nämnd",
            "företag",
            "kommun",
            "förening",
            "organization",
            "company",
            "department",
            "unit",
            "employer",
            "workplace",
            "affiliation",
            "organisasjon",
            "arbeidssted",
            "arbeidsplass",
            "arbeidsgiver",
            "avdeling",
            "virksomhet",
            "bedrift",
            "firma",
            "arbejdssted",
            "arbejdsplads",
            "arbejdsgiver",
            "afdeling",
            "virksomhed",
            "forvaltning",
            "forening",
            "kommune",
            "organisaatio",
        ],
    ),
    (
        Column::Mail,
        &[
            "e-post",
            "epost",
            "e-postadress",
            "epostadress",
            "mejl",
            "mejladress",
            "mail",
            "mailadress",
            "e-mail",
            "email",
            "e-mail address",
            "email address",
            "e-postadresse",
            "epostadresse",
            "e-mailadresse",
            "mailadresse",
            "sähköposti",
        ],
    ),
    (
        Column::Phone,
        &[
            "telefon",
            "telefonnummer",
            "mobil",
            "mobilnummer",
            "mobiltelefon",
            "tel",
            "tlf",
            "tfn",
            "phone",
            "phone number",
            "mobile",
            "puhelin",
        ],
    ),
];

/// What the questions of a form ask for, by words that are in them. What asks for a name asks for that of whoever
/// answers: "Vad heter du?", never "Vad heter din chef?".
const QUESTIONS: &[(Column, &[&str])] = &[
    (Column::First, &["ditt förnamn", "your first name", "ditt fornavn", "dit fornavn"]),
    (Column::Last, &["ditt efternamn", "your last name", "your surname", "ditt etternavn", "dit efternavn"]),
    (
        Column::Name,
        &[
            "vad heter du",
            "ditt namn",
            "ditt fullständiga namn",
            "ditt för- och efternamn",
            "what is your name",
            "what's your name",
            "your name",
            "your full name",
            "hva heter du",
            "ditt navn",
            "ditt fulle navn",
            "hvad hedder du",
            "dit navn",
            "dit fulde navn",
        ],
    ),
    (Column::Mail, &["e-post", "epost", "mejl", "e-mail", "email"]),
    (Column::Phone, &["telefon", "mobilnummer", "phone"]),
    (
        Column::Organisation,
        &[
            "vilken organisation",
            "vilken förvaltning",
            "vilken arbetsplats",
            "vilken förening",
            "vilken enhet",
            "vilken verksamhet",
            "vilket företag",
            "vilket bolag",
            "vilken skola",
            "din arbetsplats",
            "din organisation",
            "var arbetar du",
            "var jobbar du",
            "var jobbar eller",
            "representerar du",
            "which organisation",
            "which organization",
            "which company",
            "your organisation",
            "your organization",
            "your workplace",
            "where do you work",
            "hvilken organisasjon",
            "hvor jobber du",
            "hvor arbejder du",
            "hvilken organisation",
        ],
    ),
    (
        Column::Role,
        &[
            "din roll",
            "din titel",
            "din befattning",
            "ditt yrke",
            "ditt uppdrag",
            "vilken roll",
            "vilken titel",
            "vilken befattning",
            "vad arbetar du med",
            "vad jobbar du med",
            "your role",
            "your title",
            "your job title",
            "din rolle",
            "din stilling",
        ],
    ),
];

/// Words that begin the row under a list that says how many were there.
const SUMS: &[&str] =
    &["summa", "totalt", "total", "antal", "sum", "count", "i alt", "sammanlagt", "totalsumma", "yhteensä"];

/// What a column is of that has the people of one table below it.
const GROUPS: &[&str] = &["bord", "bordsnr", "grupp", "table", "group", "gruppe", "lag", "rum"];

/// What somebody eats: an answer about a person that is never kept.
const FOOD: &[&str] = &[
    "allergi",
    "allergisk",
    "nöt",
    "nötter",
    "jordnöt",
    "jordnötter",
    "gluten",
    "glutenfri",
    "glutenfritt",
    "laktos",
    "laktosfri",
    "laktosfritt",
    "vegan",
    "veganskt",
    "vegetarian",
    "vegetariskt",
    "vegetarisk",
    "vego",
    "skaldjur",
    "fisk",
    "ägg",
    "soja",
    "mjölk",
    "mjölkprotein",
    "celiaki",
    "halal",
    "kosher",
    "specialkost",
    "allergic",
    "nuts",
    "peanuts",
    "lactose",
    "dairy",
    "shellfish",
];

/// Heads of further columns of a list of those who were there.
const BESIDE_NAMES: &[&str] = &[
    "nr",
    "#",
    "nummer",
    "närvaro",
    "signatur",
    "underskrift",
    "parti",
    "anm",
    "anmärkning",
    "kommentar",
    "no",
    "present",
    "signature",
];

/// Whether a column under this head may be beside those of names, and has no names.
pub fn is_beside_names(head: &str) -> bool {
    BESIDE_NAMES.contains(&super::minutes::bare(head).as_str()) || head.trim() == "#"
}

/// What the column under this head holds, if that is known.
pub fn column(head: &str) -> Option<Column> {
    let head = super::minutes::bare(head);
    HEADS.iter().find(|(_, heads)| heads.contains(&head.as_str())).map(|(column, _)| *column)
}

/// What the column under a head of a form holds, if that is known: a head may be a question, or marked as one that has
/// to be answered.
pub fn asked_column(head: &str) -> Option<Column> {
    let head = head.split(['(', '*']).next().unwrap_or_default();
    column(head).or_else(|| question(&super::minutes::bare(head)))
}

fn question(head: &str) -> Option<Column> {
    let is_asked = |phrase: &str| {
        head.match_indices(phrase).any(|(at, _)| {
            let before = head.get(..at).and_then(|before| before.chars().next_back());
            let after = head.get(at + phrase.len()..).and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    };
    if head.split(' ').any(|word| OTHERS.contains(&word)) {
        return None;
    }
    let asked = QUESTIONS.iter().find(|(_, phrases)| phrases.iter().any(|phrase| is_asked(phrase)));
    asked.map(|(column, _)| *column)
}

/// Words of a question about somebody else than whoever answers.
const OTHERS: &[&str] = &[
    "chef",
    "chefs",
    "närmaste",
    "anhörig",
    "anhörigs",
    "barn",
    "barns",
    "barnets",
    "kollega",
    "kollegas",
    "kontaktperson",
    "kontaktpersons",
    "kontaktpersonens",
    "ledsagare",
    "assistent",
    "faktura",
    "manager",
    "manager's",
    "child",
    "child's",
    "colleague",
    "contact",
    "invoice",
];

/// Whether a row begins as one does that says how many there are: "Summa: 2", "Antal deltagare 14".
pub fn is_sum(cell: &str) -> bool {
    let cell = super::minutes::bare(cell);
    let rest = SUMS.iter().find_map(|word| cell.strip_prefix(word));
    let Some(rest) = rest.filter(|rest| !rest.starts_with(char::is_alphabetic)) else { return false };
    let mut words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    rest.contains(|c: char| c.is_ascii_digit()) || words.all(|word| column(word) == Some(Column::Name))
}

/// Whether a head names a table or a group, whose people are below it: "Bord 3", "Grupp B: Trygghet".
pub fn is_group(head: &str) -> bool {
    let head = head.split([':', '–', ',']).next().map(super::minutes::bare).unwrap_or_default();
    let Some((noun, mark)) = head.split_once(' ') else { return false };
    let is_mark = mark.chars().all(|c| c.is_ascii_digit()) || mark.chars().count() == 1;
    is_mark && GROUPS.contains(&noun)
}

/// Whether a value is about what somebody eats: "Nötter", "laktosfri kost".
pub fn is_about_food(value: &str) -> bool {
    let value = super::minutes::bare(value);
    value.split(|c: char| !c.is_alphanumeric()).any(|word| FOOD.contains(&word))
}

/// Whether a text names an organisation, by how one of its words ends.
pub fn is_organisation(text: &str) -> bool {
    const ENDS: &[&str] = &[
        "förvaltningen",
        "förvaltning",
        "bolaget",
        "kontoret",
        "kontor",
        "nämnden",
        "nämnd",
        "skolan",
        "skola",
        "gymnasiet",
        "enheten",
        "avdelningen",
        "kommun",
        "kommunen",
        "regionen",
        "region",
        "biblioteket",
        "föreningen",
        "förbundet",
        "stiftelsen",
        "universitet",
        "staben",
        "centrum",
        "ab",
        "hus",
        "department",
        "council",
        "office",
    ];
    let text = super::minutes::bare(text);
    text.split_whitespace()
        .any(|word| ENDS.iter().any(|end| word == *end || end.len() > 3 && word.ends_with(end)))
}
