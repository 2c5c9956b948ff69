//! How meanings look: styles by what they say, never by colour. Only colours of the terminal's own palette are used,
//! for no fixed colour is safe on every background; and no meaning stands in colour alone.

use ratatui::style::{Color, Modifier, Style};

/// The themes one can choose between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeKind {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    #[default]
    Dark,
    /// Nothing dim, and what is chosen is turned inside out.
    HighContrast,
    /// No colour at all (`NO_COLOR`).
    Colourless,
}

impl ThemeKind {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::HighContrast, Self::Colourless];

    /// The theme that the settings or the surroundings name: `light`, `dark`, `high-contrast`, `none`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            "high-contrast" => Some(Self::HighContrast),
            "none" => Some(Self::Colourless),
            _ => None,
        }
    }

    /// The name that [`ThemeKind::from_name`] reads.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
            Self::Colourless => "none",
        }
    }

    /// The next one, for a key that walks through them.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::HighContrast,
            Self::HighContrast => Self::Colourless,
            Self::Colourless => Self::Light,
        }
    }
}

/// The styles, by meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Which theme it is.
    pub kind: ThemeKind,
    /// Plain text.
    pub text: Style,
    /// What matters less: provenance, hints, labels.
    pub dim: Style,
    /// What matters more: headings, what is in focus.
    pub strong: Style,
    /// The one accent: the chosen tab, the margin sign of the chosen row, the pen.
    pub accent: Style,
    /// The text of the chosen row.
    pub selected: Style,
    /// A response ("Återkoppling"); always with its word too.
    pub answered: Style,
    /// Too late; always with its word too.
    pub overdue: Style,
    /// Something to look at.
    pub warning: Style,
    /// Thin rules.
    pub rule: Style,
    /// What the search found.
    pub found: Style,
    /// A key in the footer.
    pub key: Style,
}

impl Theme {
    /// The styles of a theme.
    pub const fn of(kind: ThemeKind) -> Self {
        const PLAIN: Style = Style::new();
        const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
        const DIM: Style = Style::new().add_modifier(Modifier::DIM);
        let colourless = Self {
            kind,
            text: PLAIN,
            dim: DIM,
            strong: BOLD,
            accent: BOLD,
            selected: BOLD,
            answered: PLAIN,
            overdue: BOLD,
            warning: BOLD,
            rule: DIM,
            found: Style::new().add_modifier(Modifier::UNDERLINED),
            key: BOLD,
        };
        match kind {
            ThemeKind::Colourless => colourless,
            ThemeKind::Dark => Self {
                accent: PLAIN.fg(Color::Cyan),
                answered: PLAIN.fg(Color::Green),
                overdue: PLAIN.fg(Color::Red),
                warning: PLAIN.fg(Color::Yellow),
                key: PLAIN,
                ..colourless
            },
            ThemeKind::Light => Self {
                accent: PLAIN.fg(Color::Blue),
                answered: PLAIN.fg(Color::Green),
                overdue: PLAIN.fg(Color::Red),
                warning: PLAIN.fg(Color::Magenta),
                key: PLAIN,
                ..colourless
            },
            ThemeKind::HighContrast => Self {
                dim: PLAIN,
                rule: PLAIN,
                selected: Style::new().add_modifier(Modifier::REVERSED),
                found: Style::new().add_modifier(Modifier::REVERSED),
                ..colourless
            },
        }
    }
}
