//! The noun of a Swedish title in its forms, by its ending: "rektor", "rektorn", "rektorer", "rektorerna".

use crate::i18n::format;
use crate::i18n::vocabulary::inflection::WordForm;
use crate::i18n::vocabulary::subjects::person;

/// The endings of titles and the forms that replace them: definite, plural. The first that fits is taken.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("barn", "barnet", "barn"),
    ("syskon", "syskonet", "syskon"),
    ("tolk", "tolken", "tolkar"),
    ("bonde", "bonden", "bönder"),
    ("ungdom", "ungdomen", "ungdomar"),
    ("vän", "vännen", "vänner"),
    ("general", "generalen", "generaler"),
    ("kapten", "kaptenen", "kaptener"),
    ("pilot", "piloten", "piloter"),
    ("är", "ären", "ärer"),
    ("ombud", "ombudet", "ombud"),
    ("råd", "rådet", "råd"),
    ("biträde", "biträdet", "biträden"),
    ("stöd", "stödet", "stöd"),
    ("befäl", "befälet", "befäl"),
    ("ledamot", "ledamoten", "ledamöter"),
    ("medlem", "medlemmen", "medlemmar"),
    ("man", "mannen", "män"),
    ("herde", "herden", "herdar"),
    ("förälder", "föräldern", "föräldrar"),
    ("syster", "systern", "systrar"),
    ("ande", "anden", "ande"),
    ("are", "aren", "are"),
    ("arie", "arien", "arier"),
    ("iker", "ikern", "iker"),
    ("manager", "managern", "managers"),
    ("controller", "controllern", "controllers"),
    ("designer", "designern", "designers"),
    ("officer", "officeren", "officerare"),
    ("planer", "planern", "planers"),
    ("ör", "ören", "örer"),
    ("or", "orn", "orer"),
    ("ist", "isten", "ister"),
    ("log", "logen", "loger"),
    ("gog", "gogen", "goger"),
    ("nom", "nomen", "nomer"),
    ("chef", "chefen", "chefer"),
    ("strateg", "strategen", "strateger"),
    ("ent", "enten", "enter"),
    ("ant", "anten", "anter"),
    ("tekt", "tekten", "tekter"),
    ("kat", "katen", "kater"),
    ("dat", "daten", "dater"),
    ("präst", "prästen", "präster"),
    ("vakt", "vakten", "vakter"),
    ("värd", "värden", "värdar"),
    ("kock", "kocken", "kockar"),
    ("coach", "coachen", "coacher"),
    ("lots", "lotsen", "lotsar"),
    ("polis", "polisen", "poliser"),
    ("elev", "eleven", "elever"),
    ("vd", "vd:n", "vd:ar"),
    ("sköterska", "sköterskan", "sköterskor"),
    ("morska", "morskan", "morskor"),
    ("skötare", "skötaren", "skötare"),
    ("värdinna", "värdinnan", "värdinnor"),
];

/// The endings of titles that are adjectives: "den webbansvariga".
const ADJECTIVES: &[(&str, &str)] = &[
    ("ansvarig", "ansvariga"),
    ("kunnig", "kunniga"),
    ("vald", "valda"),
    ("anställd", "anställda"),
    ("anhörig", "anhöriga"),
    ("studerande", "studerande"),
    ("boende", "boende"),
];

/// The noun of a title in its forms.
pub(super) struct TitleNoun {
    pub base: String,
    pub definite: String,
    pub plural: String,
    pub all: String,
    pub is_neuter: bool,
    /// Whether its definite form needs an article: "den webbansvariga".
    pub is_adjective: bool,
    /// Whether it was definite as it was written: "Gatuchefen".
    pub is_definite: bool,
}

impl TitleNoun {
    /// `None` for a word that is no occupation as far as its ending and the list of nouns for persons say.
    pub(super) fn of(head: &str) -> Option<Self> {
        let base = format::lowered(head);
        let small = base.to_lowercase();
        for (ending, definite) in ADJECTIVES {
            if small.ends_with(ending) {
                let form = format!("{}{definite}", base.get(..base.len() - ending.len())?);
                return Some(Self {
                    base,
                    definite: form.clone(),
                    plural: form.clone(),
                    all: form,
                    is_neuter: false,
                    is_adjective: true,
                    is_definite: false,
                });
            }
        }
        for (ending, definite, plural) in ENDINGS {
            if small.ends_with(ending) && small.chars().count() > 1 {
                let stem = base.get(..base.len() - ending.len())?;
                let (definite, plural) = (format!("{stem}{definite}"), format!("{stem}{plural}"));
                return Some(Self::inflected(base, definite, plural, false));
            }
        }
        // "Gatuchefen" is definite already.
        let known = ENDINGS.iter().find(|(_, definite, _)| small.ends_with(definite));
        if let Some((_, definite, plural)) = known {
            let stem = base.get(..base.len() - definite.len())?;
            let plural = format!("{stem}{plural}");
            return Some(Self::inflected(base.clone(), base, plural, true));
        }
        person(&small).filter(|(_, form)| *form == WordForm::One && small != "person")?;
        let (stem, ending) = match small.chars().next_back()? {
            'a' => (base.strip_suffix('a')?, "or"),
            'e' => (base.strip_suffix('e')?, "ar"),
            _ => (base.as_str(), "er"),
        };
        let plural = format!("{stem}{ending}");
        let definite = if small.ends_with(['a', 'e']) { format!("{base}n") } else { format!("{base}en") };
        Some(Self::inflected(base, definite, plural, false))
    }

    fn inflected(base: String, definite: String, plural: String, is_definite: bool) -> Self {
        let is_neuter = definite.ends_with("et");
        let all = if let Some(stem) = plural.strip_suffix("are") {
            format!("{stem}arna")
        } else if let Some(stem) = plural.strip_suffix("rs") {
            format!("{stem}rna")
        } else if plural.ends_with("män") {
            format!("{plural}nen")
        } else if plural.ends_with('n') && is_neuter && plural != base {
            format!("{plural}a")
        } else if is_neuter {
            format!("{plural}en")
        } else {
            format!("{plural}na")
        };
        Self { base, definite, plural, all, is_neuter, is_adjective: false, is_definite }
    }

    /// Its indefinite article.
    pub(super) fn article(&self) -> &'static str {
        if self.is_neuter { "ett" } else { "en" }
    }
}
