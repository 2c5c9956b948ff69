//! Material → numbers: how much was raised, answered, promised and done.

use chrono::NaiveDate;

use super::material::{MeetingData, Work};
use super::people::list_heading::is_in_list;
use crate::model::statistics::Figures;
use crate::model::{ActionStatus, ChallengeStatus, CommitmentStatus, Kind};

/// What these meetings come to, in numbers.
pub fn of<'a>(meetings: impl IntoIterator<Item = &'a MeetingData>, today: NaiveDate) -> Figures {
    let mut figures = Figures::default();
    for data in meetings {
        figures.meetings += 1;
        data.work.iter().for_each(|work| count(&mut figures, work, today));
        let sections = data.minutes.sections.iter();
        let entries = sections.flat_map(|section| section.entries.iter().map(move |entry| (section, entry)));
        for (section, entry) in entries {
            match entry.kind {
                // Who was there is no thought of theirs.
                Kind::Note(_) if is_in_list(&section.heading, &entry.text) => {}
                Kind::Decision => figures.decisions += 1,
                Kind::Note(_) | Kind::Parked(_) => figures.notes += 1,
                Kind::Challenge(_) | Kind::Commitment(_) | Kind::Action(_) => {}
            }
        }
    }
    figures
}

fn count(figures: &mut Figures, work: &Work, today: NaiveDate) {
    let one = |is: bool| usize::from(is);
    match work.entry.kind {
        Kind::Challenge(status) => {
            let solved = status == ChallengeStatus::Solved;
            let answered = work.is_answered;
            figures.challenges += 1;
            figures.answered += one(answered);
            figures.waiting += one(!answered && status.is_open());
            figures.pending += one(answered && status.is_open());
            figures.solved += one(answered && solved);
            figures.closed += one(!answered && solved);
        }
        Kind::Action(status) if status != ActionStatus::Struck => {
            figures.actions += 1;
            figures.done += one(status == ActionStatus::Done);
            figures.overdue += one(work.is_overdue(today));
        }
        Kind::Commitment(status) => {
            figures.commitments += 1;
            match status {
                CommitmentStatus::Promised => figures.promised += 1,
                CommitmentStatus::Done => figures.kept += 1,
                CommitmentStatus::Underway => figures.underway += 1,
                CommitmentStatus::Abandoned => figures.abandoned += 1,
                CommitmentStatus::Continuous => figures.continuous += 1,
                CommitmentStatus::Archived => figures.archived += 1,
                CommitmentStatus::Unknown => {}
            }
        }
        Kind::Action(_) | Kind::Note(_) | Kind::Decision | Kind::Parked(_) => {}
    }
}
