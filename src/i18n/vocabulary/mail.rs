//! The words of a mail that are no notes: greetings, closings, what a telephone adds, and the heads of quoted mails.
//! All in lower case.

/// What a greeting begins with: "Hej Karin!", "God morgon alla,".
pub const GREETINGS: [&str; 16] = [
    "hej",
    "hejsan",
    "hejhej",
    "hallå",
    "tjena",
    "tja",
    "god morgon",
    "godmorgon",
    "god dag",
    "god kväll",
    "bästa",
    "kära",
    "hi",
    "hello",
    "dear",
    "good morning",
];

/// What comes before a name at the end of a mail.
pub const CLOSINGS: [&str; 33] = [
    "med vänlig hälsning",
    "med vänliga hälsningar",
    "med vänlig hälsning/kind regards",
    "med bästa hälsningar",
    "med hälsning",
    "vänlig hälsning",
    "vänliga hälsningar",
    "bästa hälsningar",
    "varma hälsningar",
    "många hälsningar",
    "soliga hälsningar",
    "glada hälsningar",
    "hälsningar",
    "hälsning",
    "hälsar",
    "mvh",
    "m.v.h",
    "m v h",
    "bästa hälsn",
    "vänl hälsn",
    "allt gott",
    "ha det gott",
    "ha det bra",
    "ha det fint",
    "vi hörs",
    "kind regards",
    "best regards",
    "regards",
    "best wishes",
    "yours sincerely",
    "sincerely",
    "cheers",
    "thanks and regards",
];

/// Courtesies that are a line of their own and that no name needs to follow.
pub const COURTESIES: [&str; 19] = [
    "tack",
    "tack på förhand",
    "stort tack",
    "tusen tack",
    "tack för idag",
    "tack för i dag",
    "tack för igår",
    "tack för senast",
    "tack för hjälpen",
    "trevlig helg",
    "glad helg",
    "ha en fin dag",
    "ha en bra dag",
    "ha en fin helg",
    "ha en trevlig helg",
    "thanks",
    "thank you",
    "many thanks",
    "thanks in advance",
];

/// What telephones and programs put under a mail.
pub const ADDED: [&str; 9] = [
    "skickat från ",
    "skickades från ",
    "hämta outlook",
    "hämta yahoo",
    "sent from ",
    "get outlook",
    "varning: externt mejl",
    "obs! externt mejl",
    "externt mejl",
];

/// The labels in the head of a quoted mail.
pub const HEADS: [&str; 17] = [
    "från",
    "skickat",
    "till",
    "kopia",
    "kopia till",
    "ämne",
    "datum",
    "svar till",
    "prioritet",
    "from",
    "sent",
    "to",
    "cc",
    "subject",
    "date",
    "reply-to",
    "bilagor",
];

/// Those of them that name who wrote it: without one, labels are no head of a mail.
pub const SENDERS: [&str; 2] = ["från", "from"];

/// What the line over a quoted mail ends with: "Den 3 mars 2026 skrev Karin Öhman:" holds the first, or ends with one.
pub const WROTE: [&str; 4] = ["skrev", "skrev följande", "wrote", "wrote the following"];

/// What is between dashes over a forwarded or quoted mail.
pub const FORWARDED: [&str; 6] = [
    "ursprungligt meddelande",
    "vidarebefordrat meddelande",
    "vidarebefordrat brev",
    "original message",
    "forwarded message",
    "original appointment",
];
