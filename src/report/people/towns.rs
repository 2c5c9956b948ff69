//! Whether a word that is a name too is the name of a place where it is: by a preposition, by the noun after it, or by
//! the place that it is in.

use super::atoms::{Atom, Gap};
use super::context::Following;
use super::finder::Finder;
use super::words::Opens;
use crate::i18n::vocabulary::names::{
    AND, AT_PLACES, BEING, FIGURE_THINGS, FIGURES, IN_PERSONS, ON_PLACES, ONLY_PEOPLE, PLACE_LABELS,
    PLACE_NOUNS, TOWN_WORDS, WAYS, WHAT_PEOPLE_OWN, WordClass, class,
};
use crate::i18n::vocabulary::people::{is_organisation, is_town_by_form};
use crate::i18n::vocabulary::products::{
    PRODUCTS, PRODUCTS_AS_PEOPLE, USED_AS_PRODUCTS, WITHIN_NOUNS, is_name_of_product,
};
use crate::i18n::vocabulary::subjects::{DEFINITE, is_function_word};
use crate::text::slice;

/// What a place has, and nobody.
const KOMMUN: &str = "kommun";

impl Finder<'_> {
    /// Whether a word names a place by the noun after it: "Torp flygplats", but not "Karin station".
    pub(super) fn is_before_its_noun(&self, first: usize, last: usize) -> bool {
        let is_place = |next: &Atom<'_>| {
            !next.capital
                && !DEFINITE.ends(next.folded)
                && (is_organisation(next.folded) || PLACE_NOUNS.contains(next.folded))
        };
        let is_given = |atom: &Atom<'_>| atom.class.is(WordClass::GIVEN) && !atom.class.is_ambiguous();
        let atom = self.atoms.get(first).filter(|atom| first == last && atom.capital && !is_given(atom));
        atom.is_some() && self.joined(last, &[Gap::Space]).is_some_and(is_place)
    }

    /// Whether what a place has, and nobody, is after a word: "Stens kommun".
    pub(super) fn is_before_kommun(&self, last: usize) -> bool {
        self.joined(last, &[Gap::Space]).is_some_and(|next| next.folded == KOMMUN)
    }

    /// Whether a word is a part of the name of a place that another one is in: "Mo i Rana".
    pub(super) fn is_of_a_town(&self, first: usize) -> bool {
        let [Some(town), Some(within)] = [2, 1].map(|back| first.checked_sub(back).map(|at| &self.atoms[at]))
        else {
            return false;
        };
        let is_given = town.class.is(WordClass::GIVEN) && !town.class.is_ambiguous();
        let is_other = town.class.is(WordClass::VERB.or(WordClass::SMALL)) || is_function_word(town.folded);
        within.folded == AT_PLACES[0] && within.gap == Gap::Space && town.capital && !is_given && !is_other
    }

    /// Whether the name of a place is one here: "i Lund", "Lunds kommun", "åka till Lund".
    pub(super) fn is_place_here(&self, first: usize, last: usize) -> bool {
        let is_place = |at: Option<usize>| {
            at.and_then(|at| self.atoms.get(at)).is_some_and(|atom| atom.class.is(WordClass::PLACE))
        };
        let before = first.checked_sub(1).and_then(|before| self.atoms.get(before));
        let joins = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Space);
        if let Some(before) = before.filter(|_| joins) {
            if AT_PLACES.contains(&before.folded) {
                return true;
            }
            if WAYS.contains(&before.folded) && self.is_on_the_way(first) {
                return true;
            }
            if AND.contains(&before.folded) && is_place(first.checked_sub(2)) && self.begins_with_place(first)
            {
                return true;
            }
        }
        let Some(next) = self.joined(last, &[Gap::Space]) else { return false };
        if is_organisation(next.folded) {
            return true;
        }
        let after = self.atoms.get(last + 2);
        AND.contains(&next.folded)
            && after.is_some_and(|after| after.class.is(WordClass::PLACE) && !self.is_name(after))
    }

    /// Whether something is in what a word names: "Kvällsmöte i Strand", but not "kär i Strand".
    pub(super) fn is_within(&self, first: usize) -> bool {
        let [Some(what), Some(within)] =
            [2, 1].map(|back| first.checked_sub(back).and_then(|at| self.atoms.get(at)))
        else {
            return false;
        };
        let joins = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Space);
        joins && within.folded == AT_PLACES[0] && !IN_PERSONS.contains(&what.folded)
    }

    /// Whether a word is where something is: "i Lund", but not "kär i Strand".
    pub(super) fn is_at_place(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| self.joins(at)).map(|before| self.folded(before));
        let what = at.checked_sub(2).map(|what| self.folded(what));
        before.is_some_and(|before| AT_PLACES.contains(&before))
            && !what.is_some_and(|what| IN_PERSONS.contains(&what))
    }

    /// Whether the place before "och" is one, so that the one after it is too.
    fn begins_with_place(&self, first: usize) -> bool {
        let Some(other) = first.checked_sub(2) else { return false };
        self.atoms.get(other).is_some_and(|atom| !self.is_name(atom)) || self.is_place_here(other, other)
    }

    /// Whether somebody or something goes there, or lives there.
    pub(super) fn is_on_the_way(&self, first: usize) -> bool {
        let from = first.saturating_sub(6);
        let near = self.atoms.get(from..first).unwrap_or_default().iter().rev();
        let same = near.scan(true, |is_same, atom| {
            let was = *is_same;
            *is_same = was && !(atom.begins() && atom.opens == Opens::Sentence);
            was.then_some(atom)
        });
        same.into_iter().any(|atom| atom.class.is(WordClass::GOING))
    }

    /// Whether a surname that towns have too may be one here: by what bodies do as well, or as the end of a way. "Lund
    /// har en modell", "Vi kör till Strand", but not "Lund sa nej".
    pub(super) fn may_be_town(&self, first: usize, last: usize, stem: &str) -> bool {
        let before = first.checked_sub(1).filter(|_| self.joins(first));
        if !(class(stem).is(WordClass::PLACE) || TOWN_WORDS.contains(stem) || is_town_by_form(stem))
            || before.is_some_and(|before| {
                self.speaks(before) || self.is_title(before) || self.is_and_after_name(before)
            })
        {
            return false;
        }
        let is_way = before.is_some_and(|before| WAYS.contains(&self.folded(before)));
        let does = self.joined(last, &[Gap::Space]).is_some_and(|next| {
            let is_being = matches!(self.next(last), Following::Speech | Following::Being);
            is_being && !ONLY_PEOPLE.contains(next.folded)
        });
        let is_at = before.is_some_and(|before| ON_PLACES[..2].contains(&self.folded(before)));
        does || is_at || is_way && self.is_on_the_way(first)
    }

    /// Whether a word is "och" after somebody who is no town: "Ek och Holm tar det".
    fn is_and_after_name(&self, at: usize) -> bool {
        let other = at.checked_sub(1).and_then(|at| self.atoms.get(at));
        AND.contains(&self.folded(at))
            && other.is_some_and(|other| self.is_name(other) && !other.class.is(WordClass::PLACE))
    }

    /// Whether a name is the value of a label for a place: "Lokal: Stig Berg" may be a hall.
    pub(super) fn is_said_of_place(&self, first: usize) -> bool {
        let is_value = self.atoms.get(first).is_some_and(|atom| atom.gap == Gap::Colon);
        is_value && first.checked_sub(1).is_some_and(|label| PLACE_LABELS.contains(self.folded(label)))
    }

    /// Whether a surname that towns have too is the town where the meeting is: "Plats: Biblioteket, Lund".
    pub(super) fn is_town_of_meeting(&self, first: usize, last: usize, stem: &str) -> bool {
        let Some(atom) = self.atoms.get(first).filter(|_| first == last) else { return false };
        let line = slice(self.text, ..atom.at.start).rsplit('\n').next().unwrap_or_default();
        let label = line.split_once(':').and_then(|(label, _)| label.rsplit(' ').next());
        let is_place = || {
            label.is_some_and(|label| PLACE_LABELS.contains(&label.to_lowercase()))
                || self.people.places.contains(self.text.trim())
        };
        let is_item = matches!(atom.gap, Gap::Comma | Gap::Colon) || line.trim().is_empty();
        let is_end =
            self.atoms.get(last + 1).is_none_or(|next| next.gap != Gap::Space && next.gap != Gap::Hyphen);
        let is_town = class(stem).is(WordClass::PLACE) || TOWN_WORDS.contains(stem);
        is_item && is_end && is_town && stem == atom.folded && is_place()
    }

    /// Whether what follows a genitive is what a god or a figure of the Bible has, and hardly anybody else: "Tors
    /// hammare", "Noaks ark".
    pub(super) fn is_of_figure(&self, last: usize, stem: &str) -> bool {
        let Some(next) = self.joined(last, &[Gap::Space]) else { return false };
        FIGURES.contains(stem) && FIGURE_THINGS.ends(next.folded) && !WHAT_PEOPLE_OWN.contains(next.folded)
    }

    /// Whether a sentence says of what a word names that it is a program or the like: "Elsa är ett digitalt system".
    pub(super) fn is_product(&self, last: usize) -> bool {
        let is = self.joined(last, &[Gap::Space]).is_some_and(|verb| BEING.contains(&verb.folded));
        let follows = |at: usize| {
            let atom = self.atoms.get(at)?;
            (is && matches!(atom.gap, Gap::Space | Gap::Hyphen)).then_some(atom)
        };
        let mut words = (last + 2..last + 7).map_while(follows);
        let ends = |atom: &&Atom<'_>| {
            PRODUCTS.ends(atom.folded) || is_function_word(atom.folded) && !WITHIN_NOUNS.contains(atom.folded)
        };
        words.find(ends).is_some_and(|atom| PRODUCTS.ends(atom.folded))
    }

    /// Whether a word that a program is called too is in a row with one, or in a pair that is used: "Padlet och Miro",
    /// "Trello, Miro och Slack", "Alma och Miro används".
    pub(super) fn is_in_row_of_products(&self, at: usize) -> bool {
        let capital = |at: usize| self.atoms.get(at).filter(|atom| atom.capital);
        let is_row = |at: usize, other: usize| {
            let (one, other) = (at.min(other), at.max(other));
            match other - one {
                1 => self.atoms.get(other).is_some_and(|atom| atom.gap == Gap::Comma),
                _ => self.joins(one + 1) && self.joins(other) && AND.contains(&self.folded(one + 1)),
            }
        };
        let is_single = |at: usize| {
            let before = at.checked_sub(1).and_then(capital).filter(|before| !before.begins());
            !(self.joins(at) && before.is_some() || self.joins(at + 1) && capital(at + 1).is_some())
        };
        if capital(at).is_none() || !PRODUCTS_AS_PEOPLE.contains(self.folded(at)) || !is_single(at) {
            return false;
        }
        let before = [at.checked_sub(1), at.checked_sub(2)];
        let beside = before.into_iter().flatten().chain([at + 1, at + 2]);
        let others: Vec<usize> =
            beside.filter(|other| capital(*other).is_some() && is_row(at, *other)).collect();
        let is_used = |last: usize| {
            self.joined(last, &[Gap::Space]).is_some_and(|verb| USED_AS_PRODUCTS.contains(verb.folded))
        };
        others.iter().any(|other| {
            is_name_of_product(self.folded(*other)) || is_single(*other) && is_used(at.max(*other))
        })
    }

    /// A word in the form in which names are compared.
    pub(super) fn folded(&self, at: usize) -> &str {
        self.atoms.get(at).map_or("", |atom| atom.folded)
    }

    /// Whether a space is before a word.
    pub(super) fn joins(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.gap == Gap::Space)
    }
}
