//! The tour of the example: a line that says what to try next, and that follows what is done.

/// See the module.
#[derive(Debug)]
pub struct TourWords {
    /// Before the line: which step it is, of how many.
    pub step: fn(at: usize, of: usize) -> String,
    /// What to try in each step; from the second on it begins with what has just been done.
    pub steps: [&'static str; 6],
    /// After the first: how the tour is left.
    pub leaves: &'static str,
    /// After the last step.
    pub over: &'static str,
    /// The notice when the tour was left.
    pub left: &'static str,
}

pub(super) const SV: TourWords = TourWords {
    step: |at, of| format!("Rundtur {at} av {of}"),
    steps: [
        "Skriv ! och en utmaning, till exempel: ! Bussen går för sällan. Enter sparar.",
        "Bra! Utmaningen fick ett nummer. Svara på den: skriv = och ett svar, sedan Enter.",
        "Bra! Svaret står under utmaningen. Skriv > och ett löfte, till exempel: > Jag ringer skolan",
        "Bra! Löftet finns på Imorgon! också. Alt+4 går dit; där frågar c hur det gick, och j är gjort.",
        "Bra! Så följs löften upp. Ctrl+X visar anteckningarna som de går ut.",
        "Bra! Enter där skriver filerna, Esc går tillbaka. Ctrl+F söker i allt som sagts.",
    ],
    leaves: "Esc på tom rad avslutar rundturen.",
    over: "Bra! Det var rundturen. F1 visar tangenterna, Ctrl+Q lämnar exemplet.",
    left: "Rundturen är avslutad. F1 visar tangenterna.",
};

pub(super) const EN: TourWords = TourWords {
    step: |at, of| format!("Tour {at} of {of}"),
    steps: [
        "Type ! and a challenge, for instance: ! The bus goes too seldom. Enter saves it.",
        "Good! The challenge got a number. Respond to it: type = and a response, then Enter.",
        "Good! The response is under the challenge. Type > and a promise, for instance: > I call the school",
        "Good! The promise is in Tomorrow! too. Alt+4 goes there; c asks how it went, and j is done.",
        "Good! That is how promises are followed up. Ctrl+X shows the minutes as they go out.",
        "Good! Enter there writes the files, Esc goes back. Ctrl+F searches all that was said.",
    ],
    leaves: "Esc on an empty line ends the tour.",
    over: "Good! That was the tour. F1 shows the keys, Ctrl+Q leaves the example.",
    left: "The tour has ended. F1 shows the keys.",
};
