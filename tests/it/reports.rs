//! Reports: what they say of a meeting or a programme, and that edited ones are kept.

use vidpennan::model::Report;
use vidpennan::model::history::{Entity, Op};
use vidpennan::ops::{self, Refused};
use vidpennan::store::{self, Store};

use crate::store::{options, room};

#[test]
fn an_edited_report_is_kept_and_can_be_discarded_and_undone() {
    let mut room = room(Store::in_memory(options()).unwrap());
    let subject = room.meeting.0;
    let text = |store: &Store, report| {
        store::manuscript::of(store, subject, report).unwrap().map(|found| found.text)
    };
    let refused = ops::write_manuscript(&mut room.store, subject, Report::News, " \n").unwrap_err();
    assert!(matches!(refused, Refused::Empty));

    ops::write_manuscript(&mut room.store, subject, Report::News, "# Nu är vi igång\n").unwrap();
    let done = ops::write_manuscript(&mut room.store, subject, Report::News, "# Igång!\n").unwrap();
    assert!(done.changes.touch(Entity::Manuscript));
    assert_eq!(text(&room.store, Report::News).as_deref(), Some("# Igång!\n"));
    assert_eq!(text(&room.store, Report::Statement), None, "each report has its own");

    ops::undo(&mut room.store).unwrap();
    assert_eq!(text(&room.store, Report::News).as_deref(), Some("# Nu är vi igång\n"));
    ops::discard_manuscript(&mut room.store, subject, Report::News).unwrap();
    assert_eq!(text(&room.store, Report::News), None);
    let undone = ops::undo(&mut room.store).unwrap().value.operation;
    assert_eq!((undone.op, undone.meeting), (Op::DiscardManuscript, Some(room.meeting)));
    assert_eq!(text(&room.store, Report::News).as_deref(), Some("# Nu är vi igång\n"));
    let again = ops::discard_manuscript(&mut room.store, room.notes.0, Report::News).unwrap();
    assert!(again.changes.touched.is_empty(), "what is not there cannot be discarded");
}
