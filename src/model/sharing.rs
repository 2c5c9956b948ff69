//! What is chosen when something is sent out: what becomes of names, who it is for, and what may be personal in it.
//! `crate::report` knows what each choice does to a publication.

use super::code::coded;

coded! {
    /// What is done with the names of persons.
    #[derive(Default)]
    pub enum Names {
        /// The words, the attendees and the sign-off stay as they were written; those who spoke, promised or held the
        /// pen are left out.
        #[default]
        Written = "written",
        /// The names of those who spoke, promised or held the pen are left out; running text stays as it is.
        None = "none",
        /// Everywhere, running text included, the role replaces the name.
        Role = "role",
        /// Everywhere, running text included, each person has one made-up name.
        Pseudonym = "pseudonym",
        /// Initials replace the names of those who spoke, promised or held the pen.
        Initials = "initials",
        /// Every name is written in full.
        Full = "full",
    }
}

impl Names {
    /// Whether it hides anybody who is named in what was written.
    pub fn hides(self) -> bool {
        !matches!(self, Self::Written | Self::Full)
    }
}

/// Why the name of a person stays in a publication whose names are hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyKept {
    /// It is in the name of an organisation: "Karlssons Åkeri".
    Body,
    /// Something is called after somebody: "Nils Holgersson-priset".
    CalledAfter,
    /// The word means something else where it is: "Bo i Lund är dyrt".
    OtherMeaning,
}

coded! {
    /// Whom a publication is for: a set of choices that fit together.
    pub enum Profile {
        /// Those who work with it: everything that is of use to them.
        Internal = "intern",
        /// Others, by mail: answers, but not who said what.
        External = "extern",
        /// Everybody: the municipality's site.
        Web = "webb",
        /// Those who come after: everything there is, in forms that last.
        Archive = "arkiv",
    }
}

coded! {
    /// What in a text may be personal data.
    pub enum FindingKind {
        /// Health (GDPR, article 9).
        Health = "health",
        /// Ethnic origin (GDPR, article 9).
        Ethnicity = "ethnicity",
        /// Belief (GDPR, article 9).
        Belief = "belief",
        /// Political opinion (GDPR, article 9).
        Politics = "politics",
        /// Membership of a union (GDPR, article 9).
        Union = "union",
        /// Sexual orientation, sex life and gender identity (GDPR, article 9).
        Sexuality = "sexuality",
        /// A protected identity or address: whoever reads it may be the one it is protected from.
        Protected = "protected",
        /// Crimes and suspicions (GDPR, article 10).
        Crime = "crime",
        /// Social support, need and distress.
        Social = "social",
        /// A personal identity number (personnummer), a co-ordination number or a number in place of one.
        PersonalNumber = "personnummer",
        /// The number of a case or a record that concerns a person.
        Case = "case",
        /// An account for payment.
        Account = "account",
        /// The name of somebody who is known: from the register, or one who spoke, promised, was there or signed.
        Name = "name",
        /// What looks like a name.
        LikelyName = "likely_name",
        /// An address where somebody lives or stays.
        Address = "address",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// A handle, a profile or a user id.
        Handle = "handle",
        /// The registration plate of a vehicle.
        Vehicle = "vehicle",
        /// The address of somebody's computer in a network.
        Network = "ip",
    }
}

/// How much the law asks of whoever passes personal data on, as the Swedish Authority for Privacy Protection (IMY)
/// sorts it; from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Protection {
    /// Special categories: forbidden unless an exception applies (GDPR, article 9).
    Special,
    /// In particular need of protection: crimes, identity numbers, distress, protected identities.
    Particular,
    /// Other personal data.
    Ordinary,
}

impl FindingKind {
    /// How well it must be protected.
    pub fn protection(self) -> Protection {
        match self {
            Self::Health
            | Self::Ethnicity
            | Self::Belief
            | Self::Politics
            | Self::Union
            | Self::Sexuality => Protection::Special,
            Self::Protected
            | Self::Crime
            | Self::Social
            | Self::PersonalNumber
            | Self::Case
            | Self::Account => Protection::Particular,
            Self::Name
            | Self::LikelyName
            | Self::Address
            | Self::Phone
            | Self::Email
            | Self::Handle
            | Self::Vehicle
            | Self::Network => Protection::Ordinary,
        }
    }
}
