//! How single values of the minutes stand in JSON: codes for choices, ISO 8601 for times and dates.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Coded, Due, Kind, Occasion, Signature, TimeSpan};

/// The `schema` member: always the same, and anything else is refused.
pub mod schema {
    use super::*;

    /// Writes the name of the form.
    pub fn serialize<S: Serializer>(_: &(), serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(crate::minutes::SCHEMA)
    }

    /// Accepts this form only.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
        let schema = String::deserialize(deserializer)?;
        if schema == crate::minutes::SCHEMA {
            Ok(())
        } else {
            Err(D::Error::custom(format!("schema {schema:?}")))
        }
    }
}

/// A choice of the model by its code.
pub mod coded {
    use super::*;

    /// Writes the code.
    pub fn serialize<T: Coded, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.code())
    }

    /// Reads the code.
    pub fn deserialize<'de, T: Coded, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let code = String::deserialize(deserializer)?;
        T::from_code(&code).ok_or_else(|| D::Error::custom(format!("code {code:?}")))
    }
}

/// A kind as two members, `kind` and `status`.
pub mod kind {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Codes {
        kind: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        status: Option<String>,
    }

    /// Writes both members.
    pub fn serialize<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
        Codes { kind: kind.code().to_owned(), status: kind.status_code().map(str::to_owned) }
            .serialize(serializer)
    }

    /// Reads both members; without a status, the one the kind begins with.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Kind, D::Error> {
        let codes = Codes::deserialize(deserializer)?;
        Kind::from_codes(&codes.kind, codes.status.as_deref())
            .ok_or_else(|| D::Error::custom(format!("kind {:?}, status {:?}", codes.kind, codes.status)))
    }
}

/// A time span as `09:00–12:00`.
pub mod time {
    use super::*;

    /// Writes the span or null.
    pub fn serialize<S: Serializer>(time: &Option<TimeSpan>, serializer: S) -> Result<S::Ok, S::Error> {
        time.map(|time| time.to_string()).serialize(serializer)
    }

    /// Reads the span or null.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<TimeSpan>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(|_| D::Error::custom(format!("time {text:?}")))).transpose()
    }
}

/// A due date as two members: `due`, its ISO 8601 form or null, and `due_words`, what it was called where that says more.
pub mod due {
    use super::{Deserialize, Deserializer, Due, Serialize, Serializer};
    use serde::de::Error as _;

    #[derive(Serialize, Deserialize)]
    struct Form {
        #[serde(default)]
        due: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due_words: Option<String>,
    }

    /// Writes both members.
    pub fn serialize<S: Serializer>(due: &Option<Due>, serializer: S) -> Result<S::Ok, S::Error> {
        let due_words = due.as_ref().and_then(|due| due.words.clone());
        Form { due: due.as_ref().map(Due::iso), due_words }.serialize(serializer)
    }

    /// Reads both members.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Due>, D::Error> {
        let Form { due, due_words } = Form::deserialize(deserializer)?;
        let Some(iso) = due else { return Ok(None) };
        let due = Due::from_iso(&iso).ok_or_else(|| D::Error::custom(format!("date {iso:?}")))?;
        Ok(Some(Due { words: due_words, ..due }))
    }
}

/// The next meeting as `{"date", "time"}`.
pub mod occasion {
    use super::{Deserialize, Deserializer, Occasion, Serialize, Serializer, TimeSpan};

    #[derive(Serialize, Deserialize)]
    struct Form {
        date: chrono::NaiveDate,
        #[serde(default, with = "super::time")]
        time: Option<TimeSpan>,
    }

    /// Writes the occasion or null.
    pub fn serialize<S: Serializer>(next: &Option<Occasion>, serializer: S) -> Result<S::Ok, S::Error> {
        next.map(|next| Form { date: next.date, time: next.time }).serialize(serializer)
    }

    /// Reads the occasion or null.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Occasion>, D::Error> {
        let form = Option::<Form>::deserialize(deserializer)?;
        Ok(form.map(|form| Occasion { date: form.date, time: form.time }))
    }
}

/// Those who sign, as `{"name", "role"}` each.
pub mod signatures {
    use super::{Deserialize, Deserializer, Serialize, Serializer, Signature};

    #[derive(Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Form {
        name: String,
        #[serde(default)]
        role: String,
    }

    /// Writes the list.
    pub fn serialize<S: Serializer>(signoff: &[Signature], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            signoff
                .iter()
                .map(|signature| Form { name: signature.name.clone(), role: signature.role.clone() }),
        )
    }

    /// Reads the list.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Signature>, D::Error> {
        let forms = Vec::<Form>::deserialize(deserializer)?;
        Ok(forms.into_iter().map(|form| Signature { name: form.name, role: form.role }).collect())
    }
}
