//! What cells look like: every form by an example, as the version of the format has it that the program writes.

use chrono::NaiveDate;
use uuid::Uuid;
use vidpennan::model::history::{Entity, Value};
use vidpennan::model::id::DeviceId;
use vidpennan::model::noun::{CellForm, CodedChoice, NOUNS, Noun, Series};
use vidpennan::model::{ActionStatus, Due, Facet, Kind, MeetingKind, Number, Occasion, Signature, cell};
use vidpennan::ops::{self, NewMeeting};
use vidpennan::store;

use crate::support::room::Room;

/// A cell of each form in format 1. What is here stays: files that were written so are read for ever.
fn example(form: CellForm) -> Value {
    let text = match form {
        CellForm::Within(_) | CellForm::Link(_) | CellForm::PersonOf(_) => return Value::Id(Uuid::max()),
        CellForm::Count | CellForm::OptionalCount => return Value::Integer(3),
        CellForm::Flag => return Value::Integer(1),
        CellForm::Text | CellForm::OptionalText | CellForm::Person | CellForm::Somebody => "Åsa Öhman",
        CellForm::Origin => "  - ",
        CellForm::PeopleOf(_) => "ffffffffffffffffffffffffffffffff\u{1f}",
        CellForm::List => "mat\u{1f}\u{1f}upphandling, öst",
        CellForm::Signatures => "Anna\u{1f}ordförande\u{1f}Bo\u{1f}",
        CellForm::Facets => "owner\u{1f}Åsa Öhman\u{1f}Åsa Öhman\u{1f}status\u{1f}open\u{1f}öppna",
        CellForm::Choice(CodedChoice::MeetingKind) => "round_table",
        CellForm::Choice(CodedChoice::MinutesStatus) => "draft",
        CellForm::Choice(CodedChoice::SectionKind) => "challenges",
        CellForm::Choice(CodedChoice::ResponseKind) => "planned",
        CellForm::Choice(CodedChoice::FieldRole) => "present",
        CellForm::Choice(CodedChoice::Report) => "feedback",
        CellForm::Choice(CodedChoice::ViewedList) => "follow_up",
        CellForm::Kind => "action:done",
        CellForm::Day | CellForm::OptionalDay => "2026-03-04",
        CellForm::Time => "17:30–20:00",
        CellForm::Moment => "2026-03-04T17:30:00",
        CellForm::Occasion => "2026-03-04 17:30–20:00",
        CellForm::Due => "2026-03-20 2026-W12 före v. 12",
        CellForm::Number(Series::Challenge | Series::Action) => "4@ffffffffffffffffffffffffffffffff",
        CellForm::Position => "a0",
    };
    Value::Text(text.to_owned())
}

#[track_caller]
fn text(form: CellForm) -> String {
    let Value::Text(text) = example(form) else { panic!("{form:?} is no text") };
    text
}

#[test]
fn every_form_of_a_cell_looks_as_its_format_says() {
    assert_eq!(cell::FORMAT, 2, "a new format has examples of its own, and these are still read");
    let several = Value::Text(text(CellForm::PeopleOf("")));
    assert_eq!(CellForm::PersonOf("").held(several.clone()), several, "since format 2");
    for cell in NOUNS.iter().flat_map(|noun| noun.cells) {
        let value = example(cell.form);
        assert_eq!(cell.form.held(value.clone()), value, "{cell:?} holds it");
        assert_eq!(cell.form.known(value.clone()), value, "{cell:?} knows it");
    }
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let moment = day.and_hms_opt(17, 30, 0).unwrap();
    let occasion = Occasion { date: day, time: "17:30–20:00".parse().ok() };
    let due = Due { words: Some("före v. 12".to_owned()), ..Due::in_week(2026, 12).unwrap() };
    let number = Number { value: 4, device: DeviceId(Uuid::max()) };
    let tags = ["mat", "", "upphandling, öst"].map(str::to_owned);
    let signed = [("Anna", "ordförande"), ("Bo", "")]
        .map(|(name, role)| Signature { name: name.to_owned(), role: role.to_owned() });
    let facets =
        [("owner", "Åsa Öhman", "Åsa Öhman"), ("status", "open", "öppna")].map(|(code, value, label)| {
            Facet { code: code.to_owned(), value: value.to_owned(), label: label.to_owned() }
        });
    let done = Kind::Action(ActionStatus::Done);

    let written = [
        (CellForm::Kind, cell::kind(done)),
        (CellForm::Due, cell::due(&due)),
        (CellForm::Number(Series::Action), cell::number(number)),
        (CellForm::Moment, cell::moment(moment)),
        (CellForm::Occasion, cell::occasion(occasion)),
        (CellForm::List, cell::list(&tags)),
        (CellForm::Signatures, cell::signatures(&signed)),
        (CellForm::Facets, cell::facets(&facets)),
    ];
    for (form, written) in written {
        assert_eq!(written, text(form), "{form:?}");
    }
    assert_eq!(cell::read_kind(&text(CellForm::Kind)), done);
    assert_eq!(cell::read_due(&text(CellForm::Due)), Some(due));
    assert_eq!(cell::read_number(&text(CellForm::Number(Series::Action))), Some(number));
    assert_eq!(cell::read_moment(&text(CellForm::Moment)), Some(moment));
    assert_eq!(cell::read_occasion(&text(CellForm::Occasion)), Some(occasion));
    assert_eq!(cell::read_list(&text(CellForm::List)), tags);
    assert_eq!(cell::read_signatures(&text(CellForm::Signatures)), signed);
    assert_eq!(cell::read_facets(&text(CellForm::Facets)), facets);
}

#[test]
fn a_record_that_was_made_looks_as_its_format_says() {
    let cells = [
        ("text", Value::Text("\"hej\"".to_owned())),
        ("due", Value::Null),
        ("depth", Value::Integer(1)),
        ("section", Value::Id(Uuid::max())),
    ];
    let made = r#"{"text":"\"hej\"","depth":1,"section":["ffffffffffffffffffffffffffffffff"]}"#;
    assert_eq!(cell::made(&cells).unwrap(), made);
    assert_eq!(cell::read_made(made).len(), 3);

    let mut room = Room::new();
    let new = NewMeeting {
        date: NaiveDate::from_ymd_opt(2026, 3, 4),
        time: "17:30–20:00".parse().ok(),
        tables: 3,
        ..NewMeeting::from_template("Åsa Öhman", MeetingKind::RoundTable, Vec::new())
    };
    let meeting = ops::create_meeting(&mut room.store, new).unwrap().value;
    let made = store::history::of(&room.store, meeting.0).unwrap().remove(0);
    let made = store::change::cells(&made);
    let noun = Noun::of(Entity::Meeting).unwrap();
    for name in ["title", "kind", "status", "date", "time", "tables"] {
        let (_, value) = made.iter().find(|(cell, _)| cell == name).unwrap();
        assert_eq!(*value, example(noun.cell(name).unwrap().form), "{name}");
    }
}
