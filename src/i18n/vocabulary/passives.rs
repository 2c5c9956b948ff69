//! Verbs that end with s: what is done to people ("utses", "avtackas"), and what is done to things ("sprängs",
//! "planteras"). All in lower case.

use super::word_list::WordList;

/// Of whom or what a verb that ends with s is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassiveSubject {
    /// Of people, as "utses".
    People,
    /// Of things, as "sprängs".
    Things,
}

/// How such verbs end after their stems.
const ENDS: [&str; 3] = ["ades", "ats", "as"];

/// Stems of what is done to people.
static PEOPLE_STEMS: WordList = WordList::words(
    "adjunger anklag anlit anmod anvis arvoder avlön avsked avskilj avtack avvis befordr befri begåv beklag
    belön beundr bevilj coach citer delg diskvalificer engager entledig fir frig fråg förlov förordn förvis
    förvänt gratuler hedr hyll häkt häls hänvis hörsamm informer inkall instruer intervju inviter kall
    konfirmer kontakt kritiser legitimer mobb motarbet nominer omplacer operer pensioner permitter premier
    pris rekryter skjuts spark stött tack tilldel tillfråg tillrättavis tröst tving utbild utfråg utman utvis
    uppman uppmuntr uppvakt vaccin varn vård välkomn välj åtal omvälj nyvälj utnämn anställ avlast adopter
    befullmäktig auktoriser suspender rehabiliter introducer handled sök anmäl inbjud omhändert gäst",
);

/// What people do or is done to them, in full.
static OF_PEOPLE: WordList = WordList::words(
    "utses utsågs utsetts väljs valdes valts väljas omväljs omvaldes omvalts nyväljs nyvaldes nyvalts inväljs
    invaldes invalts utnämns utnämndes utnämnts föreslås föreslogs föreslagits ombeds ombads ombetts åläggs
    ålades ålagts anmäls anmäldes anställs anställdes anställts avsätts avsattes avsatts avlöses avlöstes
    avlösts efterträds efterträddes efterträtts bjuds bjöds bjudits inbjuds inbjöds inbjudits frikänns
    frikändes döms dömdes dömts grips greps gripits beröms berömdes berömts handleds handleddes sägs sades
    misstänks misstänktes efterlyses efterlystes föds föddes fötts begravs begravdes vigs vigdes vigts trivs
    trivdes trivts minns mindes mints hoppas hoppades hoppats lyckas lyckades lyckats skäms skämdes skämts
    umgås umgicks umgåtts möts möttes mötts ses sågs setts envisas envisades kräks kräktes skiljs skildes
    förhörs förhördes påminns påmindes påmints ges gavs getts sjukskrivs sjukskrevs permitteras åtalas hörs
    hördes namnges namngavs utestängs utestängdes avstängs avstängdes utpekas utpekades befaras uppsägs
    uppsades ersätts ersattes undervisas tilltalas duas hotas hotades uppges uppgavs anses ansågs bedöms
    bedömdes nämns nämndes omnämns omnämndes berörs berördes företräds företräddes",
);

/// Stems of what is done to things.
static THING_STEMS: WordList = WordList::words(
    "arkiver asfalter avskaff bak belägg beskär bogser bokför bordlägg borr bredd budgeter bygg damm dammsug
    deponer dik dräner eld exporter fakturer fisk frakt frys fyll fäll förkort förläng förpack förvar gallr
    gjut gräv gödsl harv hugg häng importer inhägn install isoler kap klipp klyv kok kompost kross lack lag
    lagr lamin last lever lägg mal mejsl monter muddr mål odl olj pack plant plock plog poler press producer
    publicer pump puts rens renover reparer riv rull röj rök saft salt sand saner server skann skiv skott
    skörd slip sop sorter spik spol spräng spänn stapl stek stensätt stängsl städ svets såg sätt tapetser
    tillag tillverk tork transporter tryck tröskl tvätt tät tömm utgräv vattn vax vitmen återvinn ändr betal",
);

/// What is done to things, in full.
static OF_THINGS: WordList = WordList::words(
    "sprängs sprängdes byggs byggdes byggts läggs lades lagts köps köptes köpts säljs såldes sålts rivs revs
    rivits grävs grävdes grävts fälls fälldes fällts huggs höggs röjs röjdes röjts hyrs hyrdes hyrts körs
    kördes görs gjordes gjorts byts byttes bytts ställs ställdes sätts sattes satts dras drogs dragits höjs
    höjdes höjts sänks sänktes sänkts stängs stängdes skärs skars klipps klipptes bränns brändes töms tömdes
    tömts fylls fylldes fyllts sprids spreds äts åts ätits dricks dracks druckits steks stektes trycks
    trycktes sys syddes vävs vävdes skördas fryses frystes mals maldes klyvs klövs gjuts göts bärs bars
    används användes använts läses utvinns utvanns kläs gallras beskärs beskars anläggs anlades anlagts spänns
    spändes hängs hängdes lyfts skruvas växlas dränks kokas torkas",
);

/// Of whom a verb that ends with s is said; `None` where it may be both, or is none.
pub fn passive_subject(folded: &str) -> Option<PassiveSubject> {
    if !folded.ends_with('s') {
        return None;
    }
    let is_of = |whole: &WordList, stems: &WordList| {
        let has_stem = |end: &&str| folded.strip_suffix(*end).is_some_and(|stem| stems.contains(stem));
        whole.contains(folded) || ENDS.iter().any(has_stem)
    };
    if is_of(&OF_PEOPLE, &PEOPLE_STEMS) {
        Some(PassiveSubject::People)
    } else if is_of(&OF_THINGS, &THING_STEMS) {
        Some(PassiveSubject::Things)
    } else {
        None
    }
}
