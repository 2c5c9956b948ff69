//! The screen of actions and commitments.

/// See the module.
#[derive(Debug)]
pub struct FollowUpWords {
    /// The groups by due date: overdue, this week, next week, later, without a date, waiting; and those that are
    /// closed: done, all the time, did not come off, struck off.
    pub groups: [&'static str; 11],
    /// How it is grouped: by due date, owner, meeting.
    pub grouped: [&'static str; 3],
    /// The head line: so many are open, so many of them overdue.
    pub summary: fn(open: usize, overdue: usize) -> String,
    /// There is nothing to follow up.
    pub none: &'static str,
    /// What was promised last time, before the counts.
    pub last_time: fn(usize) -> String,
    /// How to go through those that nobody has asked about.
    pub go_through: &'static str,
    /// In the list of filters: only actions.
    pub actions: &'static str,
    /// In the list of filters: only commitments.
    pub commitments: &'static str,
    /// In the list of filters: what is not written down in full, of any kind.
    pub unfinished: &'static str,
    /// The head line of those: so many are to be come back to.
    pub unfinished_summary: fn(usize) -> String,
    /// In the list of filters, beside those three.
    pub kind: &'static str,
}

pub(super) const SV: FollowUpWords = FollowUpWords {
    groups: [
        "Försenat",
        "Denna vecka",
        "Nästa vecka",
        "Senare",
        "Utan datum",
        "Väntar",
        "Klart",
        "Fortlöpande",
        "Blev inte av",
        "Arkiverat",
        "Struket",
    ],
    grouped: ["efter datum", "efter ansvarig", "efter möte"],
    summary: |open, overdue| {
        let open = if open == 1 { "1 öppen".to_owned() } else { format!("{open} öppna") };
        match overdue {
            0 => open,
            1 => format!("{open} · 1 försenad"),
            _ => format!("{open} · {overdue} försenade"),
        }
    },
    none: "Inget att följa upp än. Åtaganden och åtgärder kommer hit från mötena.",
    last_time: |count| format!("Lovat förra gången: {count}"),
    go_through: "C gå igenom dem",
    actions: "åtgärder",
    commitments: "åtaganden",
    unfinished: "hann inte",
    unfinished_summary: |count| format!("{count} att komma tillbaka till"),
    kind: "slag",
};

pub(super) const EN: FollowUpWords = FollowUpWords {
    groups: [
        "Overdue",
        "This week",
        "Next week",
        "Later",
        "Without a date",
        "Waiting",
        "Done",
        "All the time",
        "Did not come off",
        "Archived",
        "Struck off",
    ],
    grouped: ["by date", "by owner", "by meeting"],
    summary: |open, overdue| {
        if overdue == 0 { format!("{open} open") } else { format!("{open} open · {overdue} overdue") }
    },
    none: "Nothing to follow up yet. Commitments and actions come here from the meetings.",
    last_time: |count| format!("Promised last time: {count}"),
    go_through: "C goes through them",
    actions: "actions",
    commitments: "commitments",
    unfinished: "unfinished",
    unfinished_summary: |count| format!("{count} to come back to"),
    kind: "kind",
};
