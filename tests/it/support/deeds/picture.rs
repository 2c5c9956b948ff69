//! A picture of all that people can see of a store: every list in the order in which it is shown.

use std::fmt::Debug;

use vidpennan::i18n::Lang;
use vidpennan::minutes::compose::compose;
use vidpennan::model::{Report, ViewedList};
use vidpennan::store::work::{self, Filter, WorkClass};
use vidpennan::store::{self, Store};

use super::super::room::noon;

/// Everything that people can see of a store.
pub(crate) fn picture(store: &Store) -> String {
    let mut picture = vec![
        lines(store::person::list(store)),
        lines(store::person::mentioned(store)),
        lines(store::organisation::list(store)),
        lines(store::programme::list(store)),
        lines(store::saved_view::list(store, None, ViewedList::FollowUp)),
        lines(store::meeting::list(store)),
        lines(store::meeting::current(store, noon().date()).map(Vec::from_iter)),
        lines(work::owners(store)),
    ];
    for meeting in store::meeting::list(store).unwrap() {
        let minutes = compose(store, meeting.id, Lang::Sv.words()).unwrap();
        picture.push(serde_json::to_string_pretty(&minutes).unwrap());
        picture.push(lines(store::field::list(store, meeting.id)));
        picture.push(lines(store::entry::tags(store, meeting.id)));
        picture.push(lines(store::manuscript::all_of(store, meeting.id.0, Report::News)));
        for counted in store::section::counted(store, meeting.id).unwrap() {
            picture.push(format!("{} {} {}", counted.entries, counted.challenges, counted.answered));
        }
    }
    for class in [WorkClass::Challenges, WorkClass::Owed] {
        picture.push(lines(work::meetings(store, class)));
        for listed in work::list(store, &Filter { class, ..Filter::default() }, 0, 500).unwrap() {
            let id = listed.entry.id;
            picture.push(format!("{id:?} {}", listed.responses.len()));
            picture.push(lines(store::follow_up::list(store, id)));
            picture.push(lines(store::response::to(store, id)));
            picture.push(lines(store::entry::made_from(store, id)));
        }
    }
    for query in ["a", "ö", "sam"] {
        picture.push(lines(store::search::find(store, query, 500)));
    }
    picture.join("\n")
}

/// One line for each of a list.
fn lines<T: Debug>(list: store::Result<Vec<T>>) -> String {
    list.unwrap().iter().map(|one| format!("{one:?}")).collect::<Vec<_>>().join("\n")
}
