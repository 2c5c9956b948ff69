//! Names that stay on purpose where names are hidden are listed with why they stay.

use vidpennan::i18n::Lang;
use vidpennan::model::{Names, Report, WhyKept};
use vidpennan::report::{KnownPeople, ReportScope, gather, kept};
use vidpennan::store;

use crate::support::hiding::Archive;
use crate::support::material::HIDING;
use crate::support::room::noon;

const PEOPLE: &[&str] = &["Runa Sjöman", "Bo Lund", "Tord Karlsson", "Max Ek"];

fn kept_in(lines: &[&str], names: Names) -> Vec<(String, WhyKept)> {
    let mut archive = Archive::with(PEOPLE);
    archive.read_lines(lines);
    let meeting = store::meeting::list(&archive.store).unwrap().remove(0).id;
    let words = Lang::Sv.words();
    let material = gather(&archive.store, meeting, ReportScope::Meeting, words, noon().date()).unwrap();
    let publication = archive.publication(0, Report::Minutes, names);
    let kept = kept::kept(&publication, &KnownPeople::of(&material));
    kept.into_iter().map(|name| (name.text, name.why)).collect()
}

#[test]
fn a_name_that_stays_is_listed_with_why() {
    let lines = [
        "Karlssons Åkeri kör, och Ek & Co AB betalar.",
        "Selma Lagerlöf-priset delas ut på torget. Selma Lagerlöf-priset är fint.",
        "Bo i Lund är dyrt för unga.",
        "Runa Sjöman frågade Tord Karlsson.",
    ];
    for names in HIDING {
        let kept = kept_in(&lines, names);
        let of = |why| {
            kept.iter().filter(|(_, own)| *own == why).map(|(text, _)| text.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(of(WhyKept::Body), ["Karlssons Åkeri", "Ek & Co AB"], "{names:?}: {kept:?}");
        assert_eq!(of(WhyKept::CalledAfter), ["Selma Lagerlöf-priset"], "{names:?}: {kept:?}");
        assert_eq!(of(WhyKept::OtherMeaning), ["Bo", "Lund"], "{names:?}: {kept:?}");
    }
    assert_eq!(kept_in(&lines, Names::Written), []);
}

#[test]
fn where_every_name_is_hidden_none_is_listed() {
    for names in HIDING {
        let kept =
            kept_in(&["Runa Sjöman frågade Tord Karlsson.", "Rädda Barnen och Region Skåne kom."], names);
        assert_eq!(kept, [], "{names:?}");
    }
}

#[test]
fn a_word_that_is_done_to_or_listed_among_things_is_listed_as_staying() {
    for names in HIDING {
        let kept = kept_in(&["Lund röjs i vår.", "Ek, alm och ask planteras."], names);
        for word in ["Lund", "Ek"] {
            assert!(kept.contains(&(word.to_owned(), WhyKept::OtherMeaning)), "{names:?}: {kept:?}");
        }
    }
}
