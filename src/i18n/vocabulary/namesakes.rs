//! Words of bodies that are called after somebody: "Brf Linnéa", "Ekets BK", "Stiftelsen Anders Bergs minne", "Klaras
//! kök".

use super::associations::is_kind;
use super::subjects::DEFINITE;
use super::villages::CLUBS;
use super::word_list::WordList;

/// Houses and what is in them, in their basic form and the definite one, right before a name.
static PREMISES: WordList = WordList::words(
    "*apotek *apoteket *brf *bostadsrättsförening *bostadsrättsföreningen *bageri *bageriet *bibliotek *biblioteket *butik
    *butiken *café *caféet *cafét *kafé *kaféet *centralen *vårdcentral *familjecentral *fritids *fritidshem
    *fritidshemmet *förskola *förskolan *galleri *galleriet *gruppboendet *gym *gymmet *hotell *hotellet *klinik *kliniken
    *konditori *konditoriet *krog *krogen *kvartersgården *mottagningen *pizzeria *pizzerian *restaurang *restaurangen
    *salong *salongen *skola *skolan *teater *teatern *träffpunkt *träffpunkten *vandrarhem *vandrarhemmet *villa *villan
    *äldreboende *äldreboendet *boendet *hemmet *stugan *gården",
);

/// Words of the kind that are verbs as often.
static ALSO_VERBS: WordList = WordList::words("bar");

/// Bodies that keep what somebody left.
pub static FOUNDATIONS: WordList =
    WordList::words("stiftelsen stiftelse fonden fond minnesfonden insamlingsstiftelsen donationsfonden");

/// What is after the name of somebody in theirs: "Stiftelsen Anders Bergs minne".
pub static MEMORIALS: WordList = WordList::words(
    "minne minnesfond fond stiftelse donationsfond donation stipendiefond stipendium minnesstipendium understödsfond
    familjestiftelse",
);

/// What a small business calls itself after the name of its owner: "Klaras kök".
pub static BUSINESSES: WordList = WordList::words(
    "kök hörna hörnan café cafe kafé bageri salong blommor lekland trädgård krog butik bar konditori kiosk ateljé
    hårsalong smycken garn ost fisk catering delikatesser handelsbod lanthandel matsal",
);

/// What it does and no room does.
pub static BUSINESS_DOES: WordList = WordList::words(
    "lagar lagade levererar levererade serverar serverade bakar bakade säljer sålde cateringar bjuder bjöd erbjuder
    erbjöd öppnar öppnade står stod sköter skötte ansvarar anlitas anlitades vann",
);

/// Prepositions that a clause about a house ends with: "skolan Elsa går på".
pub static STRANDED: WordList = WordList::words("på till i om med från hos av för över åt mot");

/// Short verbs of a whole clause, beside those that say it by their form.
pub static SHORT_VERBS: WordList = WordList::words("är var har får fick vet");

/// Whether a word is a body, a house or the like of which the name of somebody may be the name; and whether in the
/// definite form, after which somebody may be meant too: "kaféet Maria driver".
pub fn named_after_it(folded: &str) -> Option<bool> {
    let is_one = (PREMISES.ends(folded) || is_kind(folded)) && !ALSO_VERBS.contains(folded);
    is_one.then(|| DEFINITE.ends(folded))
}

/// Whether a word closes the name of a club: "IF", "SK".
pub fn is_club(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).nth(1).is_some() && CLUBS.contains(&word.to_lowercase())
}
