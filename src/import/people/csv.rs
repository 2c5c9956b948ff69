//! Text → the rows of a table. Which character separates the cells is guessed from the text.

use super::{MOST, SheetRow};
use crate::i18n::Words;
use crate::import::decode;
use crate::import::file::NotRead;
use crate::import::package::Unfit;
use crate::minutes::read::bullet::bullet;

/// Separators of cells, the surest first: a comma is in names and titles too.
const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// How many lines are looked at.
const ENOUGH: usize = 50;

/// The rows of a table in text.
pub(super) fn rows(bytes: &[u8], words: &Words) -> Result<Vec<SheetRow>, NotRead> {
    let text = decode::decode(bytes, words)?.text;
    // Excel leaves a line that says which separator it used.
    let (said, skipped) = match text.lines().next().and_then(|line| line.trim().strip_prefix("sep=")) {
        Some(separator) => (separator.chars().next().filter(char::is_ascii), 1),
        None => (None, 0),
    };
    let body = if skipped == 1 { text.split_once('\n').map_or("", |(_, rest)| rest) } else { &text };
    if let Some(addresses) = addresses(body) {
        return Ok(addresses);
    }
    let separator = said.or_else(|| separator(body)).unwrap_or(';');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b';'))
        .from_reader(body.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Unfit::Broken)?;
        // A record begins where the one before ended: the empty lines between count as well.
        let (line, byte) = record.position().map_or((0, 0), |it| (it.line(), it.byte()));
        let ahead = usize::try_from(byte).ok().and_then(|byte| body.get(byte..)).unwrap_or_default();
        let empty = ahead.chars().take_while(|c| matches!(c, '\r' | '\n')).filter(|c| *c == '\n').count();
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if let Some(first) = cells.first_mut()
            && let Some(item) = bullet(first.trim())
        {
            *first = item.rest.to_owned();
        }
        rows.push((usize::try_from(line).unwrap_or(0) + empty + skipped, cells));
        if rows.len() > MOST {
            return Err(Unfit::TooLong.into());
        }
    }
    Ok(rows)
}

/// The separator that is in most lines; the surest of them where several are.
fn separator(text: &str) -> Option<char> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(ENOUGH).collect();
    let count = |separator: char| lines.iter().filter(|line| line.contains(separator)).count();
    let most = SEPARATORS.iter().map(|it| count(*it)).max().filter(|most| *most > 0)?;
    // One in half as many lines as the commonest may still be the one: some rows have but a name.
    SEPARATORS.into_iter().find(|it| count(*it) * 2 >= most)
}

/// People as a letter is addressed to them, on one line: `Eva Ek <eva@ek.se>; Bo Al <bo@al.se>`.
fn addresses(text: &str) -> Option<Vec<SheetRow>> {
    let line = text.trim();
    if line.contains('\n') || line.matches('<').count() < 2 || line.matches('@').count() < 2 {
        return None;
    }
    let people = line.split_inclusive('>').map(|it| it.trim_start_matches([';', ',', ' ']).to_owned());
    Some(people.filter(|it| !it.is_empty()).map(|it| (1, vec![it])).collect())
}
