//! What is chosen when something is sent out: what becomes of names, who it is for, and what may be personal in it.
//! `crate::report` knows what each choice does to a publication.

use super::code::coded;

coded! {
    /// What is done with the names of persons.
    #[derive(Default)]
    pub enum Names {
        /// The names of those who spoke, promised or held the pen are left out; running text stays as it is.
        #[default]
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
        /// A personal identity number (personnummer).
        PersonalNumber = "personal_number",
        /// A co-ordination number (samordningsnummer).
        CoordinationNumber = "coordination_number",
        /// A telephone number.
        Phone = "phone",
        /// An e-mail address.
        Email = "email",
        /// The name of somebody who is known: from the register, or one who spoke, promised, was there or signed.
        Name = "name",
        /// What looks like a name.
        LikelyName = "likely_name",
        /// Health (GDPR, article 9).
        Health = "health",
        /// Membership of a union (GDPR, article 9).
        Union = "union",
        /// Belief (GDPR, article 9).
        Belief = "belief",
        /// Political opinion (GDPR, article 9).
        Politics = "politics",
        /// Sexual orientation and sex life (GDPR, article 9).
        Sexuality = "sexuality",
        /// Ethnic origin (GDPR, article 9).
        Ethnicity = "ethnicity",
    }
}
