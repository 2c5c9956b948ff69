//! The Swedish calendar against a table of fifteen years that was made by other means.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use vidpennan::i18n::{Lang, labels};
use vidpennan::model::calendar::{eve, is_working_day, next_working_day, red_day};

fn truth() -> serde_json::Value {
    serde_json::from_str(include_str!("../fixtures/calendar_truth.json")).unwrap()
}

/// All days of the truth's years that have a name, in the truth's own form: year → date → name.
fn named(truth: &serde_json::Value, name: impl Fn(NaiveDate) -> Option<&'static str>) -> serde_json::Value {
    let years = truth.as_object().unwrap().keys().map(|year| {
        let first = NaiveDate::from_ymd_opt(year.parse().unwrap(), 1, 1).unwrap();
        let days: BTreeMap<String, &str> = first
            .iter_days()
            .take_while(|day| day.year() == first.year())
            .filter_map(|day| Some((day.to_string(), name(day)?)))
            .collect();
        (year.clone(), days)
    });
    serde_json::json!(years.collect::<BTreeMap<_, _>>())
}

#[test]
fn every_red_day_and_eve_of_the_truth_and_no_other() {
    let truth = truth();
    let red = named(&truth["red_days"], |day| Some(labels::red_day(Lang::Sv, red_day(day)?)));
    assert_eq!(red, truth["red_days"]);
    let eves = named(&truth["eves"], |day| Some(labels::eve(Lang::Sv, eve(day)?)));
    assert_eq!(eves, truth["eves"]);
}

#[test]
fn the_working_day_after_every_meeting_of_the_truth() {
    for case in truth()["imorgon_cases"].as_array().unwrap() {
        let day = |key: &str| case[key].as_str().unwrap().parse::<NaiveDate>().unwrap();
        assert_eq!(next_working_day(day("meeting")), day("next_working_day"), "{case}");
        let working = case["imorgon_calendar"] == case["next_working_day"];
        assert_eq!(is_working_day(day("imorgon_calendar")), working, "{case}");
    }
}
