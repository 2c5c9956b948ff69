//! Whether a hidden name says whose something is: a name that ends with s looks the same either way.

use vidpennan::model::Names;

use super::naming::becomes_by;

const PEOPLE: &[&str] = &["Jonas Gren", "Mattias Ås", "Felix Berg", "Agnes Holm", "Inez Roos", "Anna Ek"];

fn reads(lines: &[&str]) {
    becomes_by(Names::None, PEOPLE, "", lines);
}

#[test]
fn what_is_somebodys_makes_a_name_with_an_s_a_genitive() {
    reads(&[
        "Jonas syster kommer. => N.N:s syster kommer.",
        "Jonas tankar om gården är bra. => N.N:s tankar om gården är bra.",
        "Vi läste Felix papper och Agnes blankett. => Vi läste N.N:s papper och N.N:s blankett.",
        "Agnes dotter och Agnes pengar är borta. => N.N:s dotter och N.N:s pengar är borta.",
        "Enligt Jonas planer blir det vår. => Enligt N.N:s planer blir det vår.",
        "Jonas öppettider passar. => N.N:s öppettider passar.",
        "Mattias Ås vantar är borta. => N.N:s vantar är borta.",
        "Jonas bullar tog slut. => N.N:s bullar tog slut.",
        "Felix egna idéer. Felix första fråga. Felix viktigaste fråga. => \
         N.N:s egna idéer. N.N:s första fråga. N.N:s viktigaste fråga.",
        "Jonas, Agnes och Felix bord hade frågor. => N.N., N.N. och N.N:s bord hade frågor.",
        "Inez Roos dator är trasig. => N.N:s dator är trasig.",
    ]);
}

#[test]
fn what_somebody_does_or_when_leaves_a_name_with_an_s_as_it_is() {
    reads(&[
        "Jonas tipsade om en lokal. => N.N. tipsade om en lokal.",
        "Mattias Ås ansökte om bidrag. => N.N. ansökte om bidrag.",
        "Kan Jonas ringa Felix mamma? => Kan N.N. ringa N.N:s mamma?",
        "Har Jonas svarat på Agnes fråga? => Har N.N. svarat på N.N:s fråga?",
        "Låt Felix prova. Vi såg Felix springa. => Låt N.N. prova. Vi såg N.N. springa.",
        "Ring Jonas torsdag. Fråga Felix snart. => Ring N.N. torsdag. Fråga N.N. snart.",
        "Jonas sjuk idag, Agnes frånvarande. => N.N. sjuk idag, N.N. frånvarande.",
        "Jonas bakar bullar. Felix sprang hem. => N.N. bakar bullar. N.N. sprang hem.",
        "Vi hoppas Jonas bakar. => Vi hoppas N.N. bakar.",
        "Jonas tar fikat, Agnes likaså. => N.N. tar fikat, N.N. likaså.",
    ]);
}

#[test]
fn initials_with_a_full_stop_have_a_genitive_after_it() {
    reads(&[
        "A.E.s nyckel är borta. Det var A.E.s. => N.N:s nyckel är borta. Det var N.N:s.",
        "Anna E.s lista. A.E. kommer. => N.N:s lista. N.N. kommer.",
    ]);
    becomes_by(Names::Pseudonym, PEOPLE, "", &["A.E.s nyckel är borta. => Person 6:s nyckel är borta."]);
    becomes_by(Names::Initials, PEOPLE, "", &["Anna E.s nyckel är borta. => A.E:s nyckel är borta."]);
}
