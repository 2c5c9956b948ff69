//! Words by which a body that helps people is where somebody works, and not what somebody needs.

use super::word_list::WordList;

/// Bodies that help people and are called by no ending that bodies have.
pub static SERVICES: WordList = WordList::words(
    "soc ifo bup lss vuxenpsykiatrin öppenpsykiatrin psykiatrin barnpsykiatrin ungdomspsykiatrin socialpsykiatrin
    rättspsykiatrin habiliteringen socialtjänsten hemtjänsten hemsjukvården kriminalvården frivården kronofogden
    familjerätten socialjouren beroendevården missbruksvården öppenvården boendestödet elevhälsan",
);

/// Those who are there for the work, and nothing else says of which: "en deltagare från socialtjänsten".
pub static COLLEAGUES: WordList = WordList::words(
    "deltagare deltagaren deltagarna kollega kollegan kollegor kollegorna medarbetare medarbetaren medarbetarna
    representant representanten representanter representanterna personal personalen gäst gästen gäster gästerna tjänsteperson
    tjänstepersonen tjänstepersoner kontakten talare talaren praktikant praktikanten student studenten någon några",
);

/// Prepositions of where somebody works, beside those of places.
pub static INSIDE: WordList = WordList::words("i inom hos");

/// Between somebody who leads and what: "chefen för hemtjänsten".
pub static RESPONSIBLE_FOR: WordList = WordList::words("för");

/// Right before the preposition of a workplace.
pub static EMPLOYED: WordList = WordList::words(
    "ny nyanställd chef anställd anställda praktiserar praktiserade praktik vikarierar vikarierade vikarie tjänst tjänstgör jobb vikariat
    jobbar jobbade jobbat arbetar arbetade arbetat",
);

/// How those who come to a meeting say from where; before [`COMING_FROM`].
pub static COMING: WordList = WordList::words("kommer kom är var deltar deltog medverkar medverkade");

/// The preposition after these.
pub const COMING_FROM: &str = "från";

/// What is done together with a body by those who work: "tar frågan med"; before [`CONSULTING_WITH`].
pub static CONSULTING: WordList = WordList::words(
    "tar tog ta tagit stämmer stämde stämma kollar kollade kolla hör hörde höra samverkar samverkade samverka samråder
    samrådde samråda samarbetar samarbetade samarbeta planerar planerade planera bokar bokade boka",
);

/// The preposition after these.
pub const CONSULTING_WITH: &str = "med";

/// What says that somebody needs it: "tog kontakt med".
pub static CONTACTS: WordList = WordList::words(
    "kontakt kontakten kontakter hjälp hjälpen stöd stödet insats insatser ärende ärendet utredning vårdnad",
);

/// Ends of words for what somebody has or gets, after a hyphen: "LSS-boende".
pub static TREATING: WordList = WordList::words(
    "*boende *boendet *insats *insatsen *insatser *stöd *stödet *vård *vården *hem *hemmet *mottagning *mottagningen
    *ärende *ärendet *beslut *beslutet *placering *placeringen *utredning *utredningen *diagnos *behandling",
);
