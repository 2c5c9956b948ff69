//! The JSON forms of single values of the minutes: codes for choices, ISO 8601 for times and dates. Each module is
//! named in a `#[serde(with = …)]` of [`crate::minutes`].

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Coded, Due, Kind, Occasion, Signature, TimeSpan, calendar};

/// The `schema` member: [`crate::minutes::SCHEMA`], and anything else is refused.
pub mod schema {
    use super::*;

    /// Writes the name and version of the form.
    pub fn serialize<S: Serializer>(_: &(), serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(crate::minutes::SCHEMA)
    }

    /// Accepts this form and version only.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
        let schema = String::deserialize(deserializer)?;
        if schema == crate::minutes::SCHEMA {
            Ok(())
        } else {
            Err(D::Error::custom(format!("schema {schema:?}")))
        }
    }
}

/// A closed set of the model, by code: `draft`, `action`.
pub mod coded {
    use super::*;

    /// Writes the stable code, never the words for people.
    pub fn serialize<T: Coded, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.code())
    }

    /// Refuses a code that this version does not know; what it could not understand itself it has written as such.
    pub fn deserialize<'de, T: Coded, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let code = String::deserialize(deserializer)?;
        let unknown = || T::UNKNOWN.filter(|unknown| unknown.code() == code);
        T::from_code(&code).or_else(unknown).ok_or_else(|| D::Error::custom(format!("code {code:?}")))
    }
}

/// A kind as two members, `kind` and `status`.
pub mod kind {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct KindMembers {
        kind: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<String>,
    }

    /// Leaves `status` out for a kind that has none.
    pub fn serialize<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
        KindMembers { kind: kind.code().to_owned(), status: kind.status_code().map(str::to_owned) }
            .serialize(serializer)
    }

    /// Without a `status`, the one that the kind begins with.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Kind, D::Error> {
        let codes = KindMembers::deserialize(deserializer)?;
        let read = Kind::from_stored(&codes.kind, codes.status.as_deref());
        let is_as_written = codes.status.is_none() || read.status_code() == codes.status.as_deref();
        Some(read)
            .filter(|kind| kind.code() == codes.kind && is_as_written)
            .ok_or_else(|| D::Error::custom(format!("kind {:?}, status {:?}", codes.kind, codes.status)))
    }
}

/// A time span as `09:00–12:00`.
pub mod time {
    use super::*;

    /// No span is null.
    pub fn serialize<S: Serializer>(time: &Option<TimeSpan>, serializer: S) -> Result<S::Ok, S::Error> {
        time.map(|time| time.to_string()).serialize(serializer)
    }

    /// Null is no span; text of another form than `09:00` or `09:00–12:00` is refused.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<TimeSpan>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(|_| D::Error::custom(format!("time {text:?}")))).transpose()
    }
}

/// A day as ISO 8601 writes it.
pub mod day {
    use super::*;

    /// No day is null.
    pub fn serialize<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        day.serialize(serializer)
    }

    /// Null is no day; one before 1970 or after 9999 is refused.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        Option::<NaiveDate>::deserialize(deserializer)?.map(plausible).transpose()
    }

    /// Refuses a day that no meeting and no promise can have.
    pub(super) fn plausible<E: serde::de::Error>(day: NaiveDate) -> Result<NaiveDate, E> {
        if calendar::is_plausible(day) {
            Ok(day)
        } else {
            Err(E::custom(format!("date {:?}", day.to_string())))
        }
    }
}

/// A due date as two members: `due`, its ISO 8601 form or null, and `due_words`, the words it was given in where they
/// say more.
pub mod due {
    use super::{Deserialize, Deserializer, Due, Serialize, Serializer};
    use serde::de::Error as _;

    #[derive(Serialize, Deserialize)]
    struct DueMembers {
        #[serde(default)]
        due: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_words: Option<String>,
    }

    /// Leaves `due_words` out where there are none.
    pub fn serialize<S: Serializer>(due: &Option<Due>, serializer: S) -> Result<S::Ok, S::Error> {
        let due_words = due.as_ref().and_then(|due| due.words.clone());
        DueMembers { due: due.as_ref().map(Due::iso), due_words }.serialize(serializer)
    }

    /// Words without a date are no due date.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Due>, D::Error> {
        let DueMembers { due, due_words } = DueMembers::deserialize(deserializer)?;
        let Some(iso) = due else { return Ok(None) };
        let due = Due::from_iso(&iso).ok_or_else(|| D::Error::custom(format!("date {iso:?}")))?;
        super::day::plausible::<D::Error>(due.day)?;
        Ok(Some(Due { words: due_words, ..due }))
    }
}

/// The next meeting as `{"date", "time"}`.
pub mod occasion {
    use super::{Deserialize, Deserializer, NaiveDate, Occasion, Serialize, Serializer, TimeSpan};

    #[derive(Serialize, Deserialize)]
    struct OccasionMembers {
        date: NaiveDate,
        #[serde(default, with = "super::time")]
        time: Option<TimeSpan>,
    }

    /// No occasion is null.
    pub fn serialize<S: Serializer>(next: &Option<Occasion>, serializer: S) -> Result<S::Ok, S::Error> {
        next.map(|next| OccasionMembers { date: next.date, time: next.time }).serialize(serializer)
    }

    /// Null is no occasion; the time may be absent.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Occasion>, D::Error> {
        let members = Option::<OccasionMembers>::deserialize(deserializer)?;
        let Some(OccasionMembers { date, time }) = members else { return Ok(None) };
        Ok(Some(Occasion { date: super::day::plausible::<D::Error>(date)?, time }))
    }
}

/// The signatories in order, as `{"name", "role"}` each.
pub mod signatures {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Signature};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct SignatureMembers {
        name: String,
        #[serde(default)]
        role: String,
    }

    /// Always an array, an empty one without signatories.
    pub fn serialize<S: Serializer>(signoff: &[Signature], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            signoff.iter().map(|signature| SignatureMembers {
                name: signature.name.clone(),
                role: signature.role.clone(),
            }),
        )
    }

    /// A signatory without a `role` has an empty one.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Signature>, D::Error> {
        let members = Vec::<SignatureMembers>::deserialize(deserializer)?;
        Ok(members.into_iter().map(|each| Signature { name: each.name, role: each.role }).collect())
    }
}
