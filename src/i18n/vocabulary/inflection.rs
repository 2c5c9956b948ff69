//! The forms of Swedish words, by rule. It makes forms that do not exist as well: they are never met in a text, so that
//! they cost nothing.

/// What a form of a word may refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordForm {
    /// One, any: "elev", "en sjuk".
    One,
    /// One that is known: "eleven", "elevens".
    Known,
    /// An adjective about a neuter word, which is an adverb as often: "sjukt".
    Neuter,
    /// Several, or an adjective that several and one that is known share: "elever", "sjuka".
    Several,
    /// Several that are known: "eleverna".
    AllKnown,
}

fn is_vowel(c: char) -> bool {
    "aeiouyåäöé".contains(c)
}

/// The forms of a noun, the genitives among them.
pub fn noun(base: &str) -> Vec<(String, WordForm)> {
    let mut forms = Vec::new();
    let mut add = |word: String, form: WordForm| {
        if !word.ends_with('s') {
            forms.push((format!("{word}s"), form));
        }
        forms.push((word, form));
    };
    let with = |ending: &str| format!("{base}{ending}");
    add(base.to_owned(), WordForm::One);
    if let Some(stem) = base.strip_suffix('a') {
        add(with("n"), WordForm::Known);
        add(format!("{stem}or"), WordForm::Several);
        add(format!("{stem}orna"), WordForm::AllKnown);
    } else if let Some(stem) = base.strip_suffix("are") {
        add(with("n"), WordForm::Known);
        // As it is said: "vaktmästarn".
        add(format!("{stem}arn"), WordForm::Known);
        add(format!("{stem}arna"), WordForm::AllKnown);
    } else if base.ends_with(is_vowel) {
        let stem = base.strip_suffix('e').unwrap_or(base);
        add(with("n"), WordForm::Known);
        add(with("t"), WordForm::Known);
        add(with("na"), WordForm::AllKnown);
        add(with("r"), WordForm::Several);
        add(with("rna"), WordForm::AllKnown);
        for ending in ["ar", "er"] {
            add(format!("{stem}{ending}"), WordForm::Several);
            add(format!("{stem}{ending}na"), WordForm::AllKnown);
        }
    } else {
        // "vän", "vännen"; "program", "programmet".
        let doubled =
            base.ends_with(['n', 'm']).then(|| with(base.get(base.len() - 1..).unwrap_or_default()));
        for stem in std::iter::once(base.to_owned()).chain(doubled) {
            add(format!("{stem}en"), WordForm::Known);
            add(format!("{stem}et"), WordForm::Known);
            for ending in ["ar", "er"] {
                add(format!("{stem}{ending}"), WordForm::Several);
                add(format!("{stem}{ending}na"), WordForm::AllKnown);
            }
        }
        add(with("n"), WordForm::Known);
        add(with("na"), WordForm::AllKnown);
        // "syster", "systrar"; "regel", "regler".
        for (ending, last) in [("er", 'r'), ("el", 'l')] {
            if let Some(stem) = base.strip_suffix(ending) {
                add(format!("{stem}{last}ar"), WordForm::Several);
                add(format!("{stem}{last}arna"), WordForm::AllKnown);
            }
        }
    }
    forms
}

/// A definite noun after a name, as it is after a genitive: "gruppen" is "grupp", "listan" is "lista", "gruppens" is
/// "grupps". `None` for one that is not definite as far as its ending says.
pub fn after_genitive(noun: &str) -> Option<String> {
    // The only ones among common ones that end with e.
    const WITH_E: &[&str] =
        &["linje", "möte", "läge", "ärende", "serie", "ide", "minne", "löfte", "område", "arbete"];
    // But for these "m" is written once at the end of a word.
    const WITH_MM: &[&str] = &["dam", "lam"];
    const WITH_UM: &[&str] = &["ndi", "ori", "asi", "ari", "eli", "udi"];
    let (noun, genitive) = match noun.strip_suffix('s') {
        Some(stem) if stem.ends_with(['n', 't']) => (stem, "s"),
        _ => (noun, ""),
    };
    let with_e = WITH_E
        .iter()
        .find(|base| noun.strip_prefix(**base).is_some_and(|ending| matches!(ending, "n" | "t")));
    let base = match with_e {
        Some(base) => (*base).to_owned(),
        None if noun.ends_with("an") => noun.strip_suffix('n')?.to_owned(),
        None if noun.ends_with("én") => noun.strip_suffix('n')?.to_owned(),
        None => {
            let base = noun.strip_suffix("en").or_else(|| noun.strip_suffix("et"))?;
            // "rummet", "stipendiet"
            let single = base.strip_suffix('m').filter(|base| base.ends_with('m') && !WITH_MM.contains(base));
            let is_latin = noun.ends_with("iet") && WITH_UM.iter().any(|end| base.ends_with(end));
            if is_latin || base == "muse" {
                base.to_owned() + "um"
            } else {
                single.unwrap_or(base).to_owned()
            }
        }
    };
    (base.chars().nth(1).is_some()).then(|| base + genitive)
}

/// The forms of an adjective or a participle.
pub fn adjective(base: &str) -> Vec<(String, WordForm)> {
    let mut forms = vec![(base.to_owned(), WordForm::One)];
    if let Some(stem) = base.strip_suffix("en").filter(|stem| stem.chars().count() > 2) {
        forms.push((format!("{stem}na"), WordForm::Several));
        forms.push((format!("{stem}et"), WordForm::Neuter));
    } else if let Some(stem) = base.strip_suffix("ad") {
        forms.push((format!("{stem}ade"), WordForm::Several));
        forms.push((format!("{stem}at"), WordForm::Neuter));
    } else if let Some(stem) = base.strip_suffix('d') {
        forms.push((format!("{base}a"), WordForm::Several));
        forms.push((format!("{stem}t"), WordForm::Neuter));
    } else if !base.ends_with(is_vowel) && !base.ends_with("nde") {
        forms.push((format!("{base}a"), WordForm::Several));
        forms.push((format!("{base}t"), WordForm::Neuter));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form_of(word: &str, forms: &[(String, WordForm)]) -> Option<WordForm> {
        forms.iter().find(|(form, _)| form == word).map(|(_, form)| *form)
    }

    #[test]
    fn nouns_have_the_forms_that_people_write() {
        for (base, known, several, all) in [
            ("elev", "elevens", "elever", "eleverna"),
            ("flicka", "flickan", "flickor", "flickornas"),
            ("brukare", "brukaren", "brukare", "brukarna"),
            ("granne", "grannen", "grannar", "grannarna"),
            ("vän", "vännen", "vänner", "vännernas"),
            ("syster", "systern", "systrar", "systrarna"),
            ("somalier", "somaliern", "somalier", "somalierna"),
            ("diagnos", "diagnosen", "diagnoser", "diagnoserna"),
            ("hindu", "hindun", "hinduer", "hinduerna"),
        ] {
            let forms = noun(base);
            assert_eq!(form_of(known, &forms), Some(WordForm::Known), "{known}");
            assert_eq!(form_of(all, &forms), Some(WordForm::AllKnown), "{all}");
            let own = if several == base { WordForm::One } else { WordForm::Several };
            assert_eq!(form_of(several, &forms), Some(own), "{several}");
        }
    }

    #[test]
    fn a_noun_after_a_genitive_is_not_definite() {
        for (definite, base) in [
            ("gruppen", Some("grupp")),
            ("gruppens", Some("grupps")),
            ("listan", Some("lista")),
            ("förslaget", Some("förslag")),
            ("idén", Some("idé")),
            ("linjen", Some("linje")),
            ("modell", None),
            ("grupp", None),
        ] {
            assert_eq!(after_genitive(definite).as_deref(), base, "{definite}");
        }
    }

    #[test]
    fn adjectives_agree() {
        for (base, neuter, several) in [
            ("sjuk", "sjukt", "sjuka"),
            ("sjukskriven", "sjukskrivet", "sjukskrivna"),
            ("utmattad", "utmattat", "utmattade"),
            ("dömd", "dömt", "dömda"),
            ("romsk", "romskt", "romska"),
        ] {
            let forms = adjective(base);
            assert_eq!(form_of(neuter, &forms), Some(WordForm::Neuter), "{neuter}");
            assert_eq!(form_of(several, &forms), Some(WordForm::Several), "{several}");
        }
        assert_eq!(adjective("troende").len(), 1);
    }
}
