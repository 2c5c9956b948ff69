//! Dialogs: export, import, confirmations, palette, help.

/// See the module.
#[derive(Debug)]
pub struct DialogWords {
    /// Over an error message.
    pub failed: &'static str,
    /// Over the markers of the pen, in the help of the live screen.
    pub pen_help_title: &'static str,
    /// The markers of the pen, a line each.
    pub pen_help: &'static [&'static str],
}

pub(super) const SV: DialogWords = DialogWords {
    failed: "Det gick inte",
    pen_help_title: "Tecken vid pennan",
    pen_help: &[
        "text         det slag som avsnittet har",
        "! text       utmaning",
        "> text       åtagande: det här ska jag göra imorgon",
        "= text       återkoppling på den valda eller senaste utmaningen",
        "? text       fråga",
        "\" text       citat",
        "§ text       beslut",
        ">> text      åtgärd",
        "+ text       fortsätter det senaste inlägget",
        "# Rubrik     går till avsnittet, eller gör det",
        "s/fel/rätt/  rättar det senaste inlägget",
        "/bord 3      ett kommando",
        "@namn  #tagg  <fre    i raden: vem, etikett, senast när",
    ],
};

pub(super) const EN: DialogWords = DialogWords {
    failed: "That did not work",
    pen_help_title: "Signs at the pen",
    pen_help: &[
        "text         the kind that the section has",
        "! text       challenge",
        "> text       commitment: this I will do tomorrow",
        "= text       response to the chosen or latest challenge",
        "? text       question",
        "\" text       quote",
        "§ text       decision",
        ">> text      action",
        "+ text       continues the latest entry",
        "# Heading    goes to the section, or makes it",
        "s/old/new/   corrects the latest entry",
        "/bord 3      a command",
        "@name  #label  <fre    in the line: who, label, by when",
    ],
};
