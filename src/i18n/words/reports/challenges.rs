//! The challenges that are still open.

use super::{Numbers, days_en, days_sv};
use crate::i18n::format::{capitalised, count};
use crate::model::statistics::Figures;

/// See the module.
#[derive(Debug)]
pub struct OpenWords {
    /// How many wait, since when, and how many are answered but not solved.
    pub summary: fn(&Figures, oldest: Option<i64>) -> String,
    /// No challenge is open.
    pub none: &'static str,
    /// Heading: no answer yet.
    pub waiting: &'static str,
    /// Heading: answered, not solved.
    pub pending: &'static str,
    /// How long ago it was raised, in days.
    pub age: fn(i64) -> String,
}

pub(super) const SV: OpenWords = OpenWords {
    summary: sv_open,
    none: "Det finns inga öppna utmaningar.",
    waiting: "Väntar på svar",
    pending: "Besvarade men inte lösta",
    age: |days| match days {
        0 => "från i dag".to_owned(),
        _ => format!("{} gammal", days_sv(days)),
    },
};

fn sv_open(figures: &Figures, oldest: Option<i64>) -> String {
    let numbers = Numbers::alone(figures.waiting.max(figures.pending));
    let waiting = match figures.waiting {
        0 => "Ingen utmaning väntar på svar.".to_owned(),
        1 => "En utmaning väntar på svar.".to_owned(),
        waiting => format!("{} utmaningar väntar på svar.", capitalised(&numbers.en(waiting))),
    };
    let oldest = match oldest {
        Some(days) if figures.waiting > 1 && days > 0 => {
            format!(" Den äldsta har väntat i {}.", days_sv(days))
        }
        _ => String::new(),
    };
    let pending = match figures.pending {
        0 => String::new(),
        1 => " Dessutom är en besvarad men inte löst.".to_owned(),
        pending => format!(" Dessutom är {} besvarade men inte lösta.", numbers.en(pending)),
    };
    format!("{waiting}{oldest}{pending}")
}

pub(super) const EN: OpenWords = OpenWords {
    summary: |figures, oldest| {
        let waiting = match figures.waiting {
            0 => "No challenge waits for an answer.".to_owned(),
            number => format!("{} for an answer.", count(number, "challenge waits", "challenges wait")),
        };
        let oldest = match oldest {
            Some(days) if figures.waiting > 1 && days > 0 => {
                format!(" The oldest has waited {}.", days_en(days))
            }
            _ => String::new(),
        };
        let pending = match figures.pending {
            0 => String::new(),
            number => format!(" {} answered but not solved.", count(number, "more is", "more are")),
        };
        format!("{waiting}{oldest}{pending}")
    },
    none: "There are no open challenges.",
    waiting: "Waiting for an answer",
    pending: "Answered but not solved",
    age: |days| match days {
        0 => "from today".to_owned(),
        _ => format!("{} old", days_en(days)),
    },
};
