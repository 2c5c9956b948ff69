//! Where the identities of new records come from.

use uuid::Uuid;

use crate::clock::Clock;

/// How identities are made: all are UUIDs of version 7 (RFC 9562).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ids {
    /// From the clock of the system and chance.
    Random,
    /// From a fixed moment, in milliseconds since 1970, and the place of the write: the same writes in the same order
    /// have the same identities.
    Repeatable(i64),
}

/// Which new record of which operation is to be identified. Unique within a store.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seed {
    /// The replica's number in the file.
    pub(super) device: i64,
    /// The seq of the operation's own row.
    pub(super) operation: i64,
    /// How many identities the operation has taken before this one, and this one.
    pub(super) count: u32,
}

impl Ids {
    /// The source that goes with a clock: what is fixed in one is fixed in the other.
    pub(super) fn beside(clock: Clock) -> Self {
        match clock {
            Clock::System => Self::Random,
            Clock::Fixed(_) => Self::Repeatable(clock.millis()),
        }
    }

    pub(super) fn make(self, seed: Seed) -> Uuid {
        match self {
            Self::Random => Uuid::now_v7(),
            Self::Repeatable(millis) => {
                let number = (u128::from(seed.device.unsigned_abs()) << 64)
                    | (u128::from(seed.operation.unsigned_abs()) << 24)
                    | u128::from(seed.count);
                let mut bytes = [0_u8; 10];
                bytes.copy_from_slice(&number.to_be_bytes()[6..]);
                uuid::Builder::from_unix_timestamp_millis(millis.unsigned_abs(), &bytes).into_uuid()
            }
        }
    }
}
