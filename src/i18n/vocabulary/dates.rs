//! The words of dates and times: months, weekdays, and the words that name a day by another day.

/// The names of each month from January, the long one first: in Swedish, English, Norwegian and Danish.
pub const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january", "januar"],
    &["februari", "feb", "febr", "february", "februar"],
    &["mars", "mar", "march", "marts"],
    &["april", "apr"],
    &["maj", "may", "mai"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["augusti", "aug", "august"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov"],
    &["december", "dec", "desember"],
];

/// The names of each weekday from Monday, in the same languages.
pub const WEEKDAYS: [&[&str]; 7] = [
    &["måndag", "måndagen", "mån", "månd", "må", "monday", "mon", "mandag"],
    &["tisdag", "tisdagen", "tis", "tisd", "ti", "tuesday", "tue", "tues", "tirsdag"],
    &["onsdag", "onsdagen", "ons", "onsd", "on", "wednesday", "wed", "weds"],
    &["torsdag", "torsdagen", "tors", "torsd", "tor", "to", "thursday", "thu", "thur", "thurs"],
    &["fredag", "fredagen", "fre", "fred", "fr", "friday", "fri"],
    &["lördag", "lördagen", "lör", "lörd", "lö", "saturday", "sat", "lørdag"],
    &["söndag", "söndagen", "sön", "sönd", "sö", "sunday", "sun", "søndag"],
];

/// Words in dates that are English and not Swedish.
pub const ENGLISH: &[&str] = &[
    "today",
    "tonight",
    "tomorrow",
    "yesterday",
    "the",
    "day",
    "days",
    "after",
    "next",
    "this",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "in",
    "within",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "end",
    "beginning",
    "middle",
    "early",
    "late",
    "last",
    "of",
    "by",
    "before",
    "until",
    "due",
    "at",
    "st",
    "nd",
    "rd",
    "th",
    "every",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "oct",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "wed",
    "tue",
    "tues",
    "thu",
    "thurs",
    "sat",
    "sun",
];

/// Words in dates that are both.
pub const IN_BOTH: &[&str] = &[
    "a",
    "on",
    "to",
    "mid",
    "mon",
    "fri",
    "jan",
    "feb",
    "mar",
    "april",
    "apr",
    "jun",
    "jul",
    "aug",
    "september",
    "sept",
    "sep",
    "november",
    "nov",
    "december",
    "dec",
    "w",
];

/// Words that may precede a date and say nothing about which day it is.
pub const LEADS: [&str; 19] = [
    "senast", "klart", "till", "före", "innan", "under", "på", "i", "omkring", "kring", "cirka", "ca", "nu",
    "by", "before", "on", "in", "until", "due",
];

/// The article of a date: "den 5 december", "the 5th of December".
pub const ARTICLES: [&str; 2] = ["den", "the"];

/// What follows the number of an ordinal: "5:e", "1:a", "7:de".
pub const ORDINALS: [&str; 4] = ["e", "a", "de", "te"];

/// The same in English, without a colon: "5th", "1st".
pub const ENGLISH_ORDINALS: [&str; 4] = ["st", "nd", "rd", "th"];

/// Between a day and its month in English: "the 5th of December".
pub const OF: [&str; 1] = ["of"];

/// Before the number of a week.
pub const WEEK: [&str; 5] = ["v", "vecka", "veckan", "w", "week"];

/// Between the first and the last day of a meeting, beside a dash: "14 och 15 november".
pub const JOINING_DAYS: [&str; 7] = ["och", "till", "samt", "og", "til", "and", "to"];

/// Before the name of a room that looks like a week: "i V31".
pub const IN_ROOM: [&str; 8] = ["i", "sal", "rum", "lokal", "in", "room", "rom", "lokale"];

/// Before a time of day.
pub const CLOCK: [&str; 4] = ["kl", "klockan", "klokken", "at"];

/// Between two times of day.
pub const UNTIL: [&str; 3] = ["till", "to", "until"];

/// Phrases for a day so many days from today. Longer phrases come before those they begin with.
pub const DAYS_AWAY: [(&str, i64); 18] = [
    ("i övermorgon", 2),
    ("iövermorgon", 2),
    ("övermorgon", 2),
    ("the day after tomorrow", 2),
    ("day after tomorrow", 2),
    ("i morgon", 1),
    ("imorgon", 1),
    ("i morron", 1),
    ("imorron", 1),
    ("tomorrow", 1),
    ("i dag", 0),
    ("idag", 0),
    ("today", 0),
    ("tonight", 0),
    ("i går", -1),
    ("igår", -1),
    ("yesterday", -1),
    ("i förrgår", -2),
];

/// Phrases for the week so many weeks from this one.
pub const WEEKS_AWAY: [(&str, i64); 9] = [
    ("nästa vecka", 1),
    ("nästkommande vecka", 1),
    ("next week", 1),
    ("the week after next", 2),
    ("week after next", 2),
    ("denna vecka", 0),
    ("den här veckan", 0),
    ("i veckan", 0),
    ("this week", 0),
];

/// Phrases for the month so many months from this one.
pub const MONTHS_AWAY: [(&str, i32); 5] =
    [("nästa månad", 1), ("next month", 1), ("denna månad", 0), ("den här månaden", 0), ("this month", 0)];

/// "Nästa fredag": that of next week to some, the first that comes to others.
pub const NEXT: [&str; 2] = ["nästa", "next"];

/// Before the number in "om två veckor".
pub const WITHIN: [&str; 4] = ["om", "inom", "in", "within"];

/// Numbers in words.
pub const NUMBERS: [(&str, u32); 24] = [
    ("en", 1),
    ("ett", 1),
    ("två", 2),
    ("tre", 3),
    ("fyra", 4),
    ("fem", 5),
    ("sex", 6),
    ("sju", 7),
    ("åtta", 8),
    ("nio", 9),
    ("tio", 10),
    ("tolv", 12),
    ("a", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
];

/// What is counted in "om två veckor".
pub const DAY_UNITS: [&str; 5] = ["dag", "dagar", "dygn", "day", "days"];
/// After a number: so many weeks.
pub const WEEK_UNITS: [&str; 4] = ["vecka", "veckor", "week", "weeks"];
/// After a number: so many months.
pub const MONTH_UNITS: [&str; 4] = ["månad", "månader", "month", "months"];

/// Before a month, for its last day.
pub const LAST: [&str; 7] =
    ["sista", "siste", "the last day of", "the last of", "last day of", "last of", "last"];

/// Before a month, for a part of it.
pub const PARTS: [&str; 16] = [
    "slutet av",
    "mitten av",
    "början av",
    "i slutet av",
    "i mitten av",
    "i början av",
    "end of",
    "the end of",
    "middle of",
    "the middle of",
    "mid",
    "beginning of",
    "the beginning of",
    "early",
    "late",
    "slutet på",
];

/// The seasons and terms, which are no date.
pub const SEASONS: [&str; 26] = [
    "våren",
    "sommaren",
    "hösten",
    "vintern",
    "vår",
    "sommar",
    "höst",
    "vinter",
    "vårterminen",
    "höstterminen",
    "vt",
    "ht",
    "jul",
    "julen",
    "påsk",
    "påsken",
    "midsommar",
    "semestern",
    "sommarlovet",
    "årsskiftet",
    "månadsskiftet",
    "spring",
    "summer",
    "autumn",
    "winter",
    "christmas",
];

/// Until one meets again.
pub const NEXT_MEETING: [&str; 9] = [
    "nästa möte",
    "nästkommande möte",
    "nästa träff",
    "nästa gång",
    "nästa sammanträde",
    "nästa apt",
    "next meeting",
    "the next meeting",
    "next time",
];

/// As soon as one can.
pub const SOON: [&str; 14] = [
    "snarast",
    "snarast möjligt",
    "så snart som möjligt",
    "så fort som möjligt",
    "omgående",
    "omedelbart",
    "genast",
    "direkt",
    "snart",
    "asap",
    "as soon as possible",
    "soon",
    "immediately",
    "right away",
];

/// All the time.
pub const CONTINUOUS: [&str; 12] = [
    "löpande",
    "fortlöpande",
    "kontinuerligt",
    "ständigt",
    "tills vidare",
    "alltid",
    "varje dag",
    "continuously",
    "ongoing",
    "always",
    "every day",
    "until further notice",
];
