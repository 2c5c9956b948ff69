//! Swedish words for numbers, as digits are read out. All in lower case and NFC.

/// What every number that is read out from its zero on has.
pub const SPELLED_ZERO: &str = "oll";

const ZERO: &str = "noll";
const ONES: [&str; 9] = ["ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"];
const TEENS: [&str; 10] =
    ["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"];
const TENS: [&str; 8] = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];
const HUNDRED: &str = "hundra";

/// The digits that a word reads out, or those that it is: "nollsjuttio" is 070, "tjugotre" 23, "etthundratio" 110.
/// `None` for every other word.
pub fn digits(word: &str) -> Option<String> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(word.to_owned());
    }
    let word = word.to_lowercase();
    let (mut rest, mut digits) = (word.as_str(), String::new());
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(ZERO) {
            digits.push('0');
            rest = after;
            continue;
        }
        let (number, after) = below_thousand(rest)?;
        digits += &number.to_string();
        rest = after;
    }
    Some(digits)
}

/// The number that a word begins with, and the rest of the word.
fn below_thousand(word: &str) -> Option<(usize, &str)> {
    let (first, rest) = below_hundred(word)?;
    let Some(after) = rest.strip_prefix(HUNDRED).filter(|_| first < 10) else { return Some((first, rest)) };
    match below_hundred(after) {
        Some((more, rest)) => Some((first * 100 + more, rest)),
        None => Some((first * 100, after)),
    }
}

fn below_hundred(word: &str) -> Option<(usize, &str)> {
    let one_of = |words: &[&str], from: usize| {
        let nth = words.iter().position(|own| word.starts_with(own))?;
        Some((nth + from, word.strip_prefix(words.get(nth)?)?))
    };
    if let Some((tens, rest)) = one_of(&TENS, 2) {
        let one = ONES.iter().position(|one| rest.starts_with(one));
        let after = one.and_then(|one| rest.strip_prefix(*ONES.get(one)?));
        return Some(match (one, after) {
            (Some(one), Some(after)) => (tens * 10 + one + 1, after),
            _ => (tens * 10, rest),
        });
    }
    one_of(&TEENS, 10).or_else(|| one_of(&ONES, 1))
}
