//! The live screen: what the room says is caught at the pen, and what was caught is worked with.

use crate::app::{Driver, start};

/// A round-table conversation with five tables, the pen ready.
fn meeting() -> Driver {
    let mut app = start();
    app.keys("nFramtidsveckan<tab><tab><c-w>4 mars<tab>9-12<tab>Folkets hus<tab>ledare<tab><bs>5<enter>");
    app
}

#[test]
fn a_line_is_saved_and_the_next_one_is_there() {
    let mut app = meeting();
    app.shows("Framtidsveckan · Folkets hus · ons 4 mar").shows("Bord 1 av 5").shows("Inget inlägg än");
    app.keys("Köp mindre, laga mer").shows("anteckning").keys("<enter>");
    app.shows("-  Köp mindre, laga mer").shows("sparat 09.10").shows("1 inlägg").shows("Skriv vad som sägs");
}

#[test]
fn every_sign_of_the_pen_does_what_it_says() {
    let mut app = meeting();
    app.keys("! Avtalen är för långa<enter>").shows("!  Avtalen är för långa").shows("U-1");
    app.keys("= på gång: nytt avtalsråd").shows("återkoppling (på gång) på U-1").keys("<enter>");
    app.shows("↳ Återkoppling (på gång): nytt avtalsråd");
    app.keys("> Ringa inköp @Amina <lt>tis").shows("åtagande · Amina · tisdag 10 mars").keys("<enter>");
    app.shows(">  Ringa inköp @Amina · tis 10 mar");
    app.keys("? Får vi väga in bemötande?<enter>").shows("?  Får vi väga in");
    app.keys("\" Vi köper det vi brukar<enter>").shows("\"  Vi köper det vi brukar");
    app.keys("§ Vi fortsätter<enter>").shows("§  Vi fortsätter");
    app.keys(">> Boka lokal @Eva<enter>").shows(">> Boka lokal").shows("Å-1");
    app.keys("+ i Folkets hus<enter>").shows(">> Boka lokal i Folkets hus");
    app.keys("s/lokal/stora salen/<enter>").shows("Boka stora salen i Folkets hus").shows("Rättat");
    app.keys(" ! inget tecken<enter>").shows("-  ! inget tecken");
    app.keys("# Upphandling<enter>").shows("▌ Upphandling").shows("Inget inlägg än");
    app.keys("# tips<enter>").shows("▌ Tips").shows("Boka stora salen");
}
