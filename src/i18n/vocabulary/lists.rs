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

const HEADS: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "namn",
            "för- och efternamn",
            "fullständigt namn",
            "deltagare",
            "person",
            "visningsnamn",
            "name",
            "full name",
            "display name",
            "participant",
            "attendee",
        ],
    ),
    (Column::First, &["förnamn", "tilltalsnamn", "first name", "firstname", "given name", "forename"]),
    (Column::Last, &["efternamn", "last name", "lastname", "surname", "family name"]),
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
        ],
    ),
    (Column::Mail, &["e-post", "epost", "e-postadress", "mejl", "mail", "e-mail", "email", "e-mail address"]),
    (Column::Phone, &["telefon", "telefonnummer", "mobil", "mobilnummer", "tel", "phone", "mobile"]),
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
