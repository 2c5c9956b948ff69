//! Words that show that a name is that of a place and of nobody: what is there or leads there, what the place is, has
//! and does. All in lower case and NFC.

use super::names::{TOWN_WORDS, WordClass, class};
use super::people::is_town_by_form;
use super::word_list::WordList;

/// Every list, for a test of how they are written.
#[cfg(test)]
pub(super) static LISTS: [&WordList; 1] = [&VILLAGES];

static VILLAGES: WordList = WordList::new(include_str!("../../../assets/words/villages.txt"));

/// Ends of names of villages, beside those that every town has.
static ENDS: WordList =
    WordList::words("arp boda bro hed hus inge löv lunda måla näs red sala vad viken åsa ås");

/// Whether a surname may be the name of a town or a village too.
pub fn may_be_place(folded: &str) -> bool {
    class(folded).is(WordClass::PLACE)
        || TOWN_WORDS.contains(folded)
        || VILLAGES.contains(folded)
        || is_town_by_form(folded)
        || folded.chars().nth(4).is_some() && ENDS.ends(folded)
}

/// Ends of words for what is at a place, right before a preposition and its name: "badplatsen i".
static BEING_THERE: WordList = WordList::words(
    "avstånd avståndet badet badplats badplatsen bad biblioteket bro bron förskolan förskola hamn hamnen hållplats
    hållplatsen avfarten korsningen kusten kyrka kyrkan macken mil motionsspåret området parken pendlare rondellen
    skolan skola skogen sjön station stationen strand stranden äldreboendet åkrarna",
);

/// Whether a word is for what is at a place or leads there, by how it ends: "badplatsen i", "bussen till".
pub fn is_lying(folded: &str) -> bool {
    BEING_THERE.ends(folded) || LEADING.ends(folded)
}

/// What leads to a place and through it: "bussen via Dalby", but not "skolan via Holm".
pub static LEADING: WordList = WordList::words(
    "buss bussar bussen busslinje busslinjen färja färjan förbindelse förbindelser förbindelsen gata gatan gångvägen
    infarten led leden linje linjen pendlingen räls rälsen resa resan resor spår spåret sträcka sträckan stråk stråket
    tåg tåget tågen trafik trafiken tunnel tunneln utfarten utflykt utflykten vandringen väg vägar vägen vägarna å ån",
);

/// The prepositions of what leads through a place.
pub const THROUGH: [&str; 2] = ["genom", "via"];

/// Words before a place of which there are several parts: "Norra Viken".
pub static PARTS_OF_PLACES: WordList =
    WordList::words("centrala inre mellersta nedre norra södra västra yttre östra övre");

/// What a place is: "Lindby är en fin kommun".
pub static KINDS: WordList = WordList::words(
    "badort bostadsområde by bygd centralort församling hamnstad hamnort industriort kommun kommundel kuststad ort
    samhälle småstad socken stad stadsdel stationssamhälle tätort universitetsstad ö",
);

/// The ends of a way: "från Lindby till Dalby".
pub const FROM_TO: [&str; 2] = ["från", "till"];

/// The verb before how many live there.
pub const HAS: &str = "har";

/// What a number of is in a place: "har 400 invånare".
pub static INHABITANTS: WordList = WordList::words("bybor hushåll invånare åretruntboende fastigheter");

/// The verb of a place before where it is.
pub const LIES: [&str; 2] = ["ligger", "låg"];

/// After that verb, of a place rather than of somebody.
pub static LIES_WHERE: WordList = WordList::words(
    "avsides centralt fint granne högt längs mellan mitt norr nära söder utanför vackert vid väster öster",
);

/// What a place does as well as what somebody does, where nothing says how.
pub const GROWS: [&str; 3] = ["växer", "växte", "krymper"];

/// How a place does that.
pub static GROWS_HOW: WordList = WordList::words(
    "fort kraftigt långsamt mest snabbast snabbt så och stadigt sakta österut västerut norrut söderut",
);

/// What a place has and nobody else, after its genitive: "Vikens hamn".
pub static OWNED: WordList = WordList::words(
    "badplats befolkning busstation bygdegård byalag bytorg centrum flygplats hamn hamnområde idrottsplats invånare
    kommun kyrkby resecentrum skärgård socken stadskärna station stationsområde stadspark tätort torg utkanter utkant
    ytterområden",
);

/// Letters of sports clubs and their grounds, in capitals after the name of a place: "Lindby IF".
pub static CLUBS: WordList =
    WordList::words("aif aik bk bois fbk fc ff fk gif gk goif hc hk ibk if ifk ik iok ip ok rf saik sk");
