//! Several people of one sentence who are replaced by the same word: "En lärare frågade en annan lärare".

use super::lead::opens;
use super::replacement::{NameSetting, OneOfAlike};
use super::row::{MaskedName, NameRow};
use crate::i18n::Lang;
use crate::i18n::vocabulary::fold;
use crate::report::people::Who;
use crate::text::slice;

/// Who somebody is as far as a sentence says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Identity {
    Known(usize),
    Called(String),
}

impl Identity {
    /// `None` where it is unclear who is meant.
    fn of(text: &str, name: &MaskedName) -> Option<Self> {
        match name.mention.who {
            Who::One(at) => Some(Self::Known(at)),
            Who::Stranger => {
                let called = fold(slice(text, name.mention.at.clone()));
                let stem = called.strip_suffix('s').filter(|_| name.mention.genitive);
                Some(Self::Called(stem.unwrap_or(&called).to_owned()))
            }
            Who::Somebody => None,
        }
    }

    /// Whether they may be the same: "Kalle" may be Kalle Berg.
    fn may_be(&self, other: &Self) -> bool {
        match (self, other) {
            // "Karin Öd" is not "Siv Öd".
            (Self::Called(one), Self::Called(other)) if are_two_in_full(one, other) => false,
            (Self::Called(one), Self::Called(other)) => {
                one.split(' ').any(|word| other.split(' ').any(|own| own == word))
            }
            (one, other) => one == other,
        }
    }
}

/// Whether both are names in full whose first words differ, and are no initials of each other.
fn are_two_in_full(one: &str, other: &str) -> bool {
    let (Some((one, _)), Some((other, _))) = (one.split_once(' '), other.split_once(' ')) else {
        return false;
    };
    let is_initial = |short: &str, long: &str| {
        let letter = short.trim_end_matches('.');
        letter.chars().nth(1).is_none() && long.starts_with(letter)
    };
    one != other && !is_initial(one, other) && !is_initial(other, one)
}

/// Those of a sentence whom one word replaces, in the order in which they are named first.
struct AlikePeople {
    /// The word in the form for any one.
    called: String,
    /// Each with whether others were named in the same row.
    named: Vec<(Identity, bool)>,
    /// Their groups: the row and the place in it.
    groups: Vec<(usize, usize)>,
}

/// Says of all groups in these rows which of several alike they are, sentence by sentence.
pub(super) fn distinguish(text: &str, rows: &mut [NameRow], lang: Lang) {
    let mut first = 0;
    for at in 1..=rows.len() {
        let ends = match (rows.get(at - 1), rows.get(at)) {
            (Some(last), Some(next)) => {
                ends_sentence(text, last.at.end, next.at.start) && !are_speakers(text, last, next)
            }
            _ => true,
        };
        if ends && let Some(sentence) = rows.get_mut(first..at) {
            first = at;
            in_sentence(text, sentence, lang);
        }
    }
}

/// Whether two of one line are said to have spoken: "Greta: ja. Sune: nej."
fn are_speakers(text: &str, last: &NameRow, next: &NameRow) -> bool {
    let speaks = |row: &NameRow| slice(text, row.at.end..).starts_with(": ");
    speaks(last) && speaks(next) && !slice(text, last.at.end..next.at.start).contains('\n')
}

/// Whether a sentence or a line begins between two positions.
fn ends_sentence(text: &str, end: usize, start: usize) -> bool {
    let between = slice(text, end..start);
    between.contains('\n') || between.match_indices(' ').any(|(at, _)| opens(text, end + at + 1))
}

fn in_sentence(text: &str, rows: &mut [NameRow], lang: Lang) {
    let mut all: Vec<AlikePeople> = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.setting == NameSetting::Sentence) {
        for (nth, group) in row.groups.iter().enumerate() {
            let who: Option<Vec<Identity>> = group.iter().map(|name| Identity::of(text, name)).collect();
            let forms = group.first().filter(|name| name.mention.naming.contact().is_none());
            let forms = forms.and_then(|name| name.instead.occupation(lang));
            let (Some(who), Some(forms)) = (who, forms) else { continue };
            let at_word = all.iter().position(|alike| alike.called == forms.indefinite);
            let alike = AlikePeople { called: forms.indefinite, named: Vec::new(), groups: Vec::new() };
            let at_word = at_word.unwrap_or_else(|| {
                all.push(alike);
                all.len() - 1
            });
            if let Some(alike) = all.get_mut(at_word) {
                let is_several = group.len() > 1;
                for one in who {
                    if !alike.named.iter().any(|(own, _)| own.may_be(&one)) {
                        alike.named.push((one, is_several));
                    }
                }
                alike.groups.push((at, nth));
            }
        }
    }
    for AlikePeople { named, groups, .. } in all.into_iter().filter(|alike| alike.named.len() > 1) {
        // Those of one row are counted, and nobody else is meant.
        if groups.len() < 2 {
            continue;
        }
        let mut seen = 0;
        for (at, nth) in groups {
            let Some(group) = rows.get_mut(at).and_then(|row| row.groups.get_mut(nth)) else { continue };
            let of = |name: &MaskedName| {
                let own = Identity::of(text, name)?;
                named.iter().position(|(other, _)| other.may_be(&own))
            };
            let Some(nth) = group.first().and_then(of) else { continue };
            let last = group.iter().filter_map(of).max().unwrap_or(nth);
            let is_one_of_several = named.get(nth).is_some_and(|(_, is_several)| *is_several);
            let which = match nth {
                _ if nth < seen && group.len() == 1 && is_one_of_several => OneOfAlike::OneOfThose,
                0 if seen == 0 => OneOfAlike::First,
                0 => OneOfAlike::FirstAgain,
                _ if nth < seen => OneOfAlike::OtherAgain,
                1 => OneOfAlike::Other,
                _ => OneOfAlike::OneMore,
            };
            seen = seen.max(last + 1);
            for name in group {
                name.which = which;
            }
        }
    }
}
