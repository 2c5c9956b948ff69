//! What programs and services are called, and what is said of them rather than of people.

use super::word_list::WordList;

static NAMES_OF_PRODUCTS: WordList =
    WordList::new(include_str!("../../../assets/words/near_names/products.txt"));

/// How programs and services end, which are called by given names: "Elsa är ett digitalt system".
pub static PRODUCTS: WordList = WordList::words(
    "app appen applikation bot boten chattbot databas e-tjänst e-tjänsten molntjänst webbtjänst plattform plattformen
    portal portalen röstassistent språkmodell sökmotor program programmet robot roboten system systemet verktyg verktyget",
);

/// What is said of programs and services that are in use, and of no people.
pub static USED_AS_PRODUCTS: WordList = WordList::words(
    "används användes infördes införs installerades installeras licensieras synkas upphandlades upphandlas uppdateras
    uppgraderas",
);

/// Programs and services that are called by given names.
pub static PRODUCTS_AS_PEOPLE: WordList = WordList::words(
    "ada adela alexa alice alma alva astrid bella bixby clara claude echo ella elsa freja iris julia luna maja max mira miro
    nova selma siri sofia stella vega vera viva wilma",
);

/// Whether a word is what a program or a service is called, and nobody.
pub fn is_name_of_product(folded: &str) -> bool {
    NAMES_OF_PRODUCTS.contains(folded)
}

/// Small words that may be before such a noun within what is said of it.
pub static WITHIN_NOUNS: WordList = WordList::words(
    "en ett det den vår vårt ny nytt nya er ert bara nu ju också inte en ingen inget namnet på",
);
