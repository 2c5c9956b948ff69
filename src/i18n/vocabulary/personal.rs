//! Words that reveal what the law calls special categories of personal data (GDPR, article 9), one list a category, and
//! words that come before numbers. All in lower case and NFC.
//!
//! `cancer*` is any word that begins so, `*skada` any that ends so; `|` separates alternatives, a space separates
//! words. Words that a municipality uses of its tasks ("folkhälsa", "funktionsstöd", "sjuksköterska") are left out: a
//! list that always finds something is not read.

use super::word_list::WordList;
use crate::model::FindingKind;

/// The patterns of each category.
pub static CATEGORIES: [(FindingKind, WordList); 6] = [
    (FindingKind::Health, WordList::new(include_str!("../../../assets/words/sensitive/health.txt"))),
    (FindingKind::Union, WordList::new(include_str!("../../../assets/words/sensitive/union.txt"))),
    (FindingKind::Belief, WordList::new(include_str!("../../../assets/words/sensitive/belief.txt"))),
    (FindingKind::Politics, WordList::new(include_str!("../../../assets/words/sensitive/politics.txt"))),
    (FindingKind::Sexuality, WordList::new(include_str!("../../../assets/words/sensitive/sexuality.txt"))),
    (FindingKind::Ethnicity, WordList::new(include_str!("../../../assets/words/sensitive/ethnicity.txt"))),
];

/// The names of unions that are ordinary words too: with a capital letter within a sentence.
pub const UNIONS: &[&str] = &["kommunal", "vision", "unionen", "saco", "ssr"];

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

/// What comes before a personal identity number, so that one with a slip in it is seen too.
pub const NUMBER_LABELS: &[&str] =
    &["personnummer", "personnr", "pnr", "persnr", "samordningsnummer", "födelsenummer", "person-nr"];

/// What a version of a file begins with, after its date.
pub const VERSIONS: &[&str] = &["rev", "ver", "utk", "del"];

/// What comes before a registration number, an order number and the like, so that they are no telephone numbers.
pub const OTHER_NUMBERS: &[&str] = &[
    "dnr",
    "diarienummer",
    "diarienr",
    "ärendenummer",
    "ärende",
    "referens",
    "ref",
    "order",
    "ordernummer",
    "ordernr",
    "faktura",
    "fakturanummer",
    "konto",
    "kontonummer",
    "bankgiro",
    "plusgiro",
    "bg",
    "pg",
    "orgnr",
    "organisationsnummer",
    "isbn",
    "kr",
    "sek",
];
