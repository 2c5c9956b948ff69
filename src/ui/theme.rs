//! Styles by what they mean, never by colour. Only colours of the terminal's own palette are used,
//! for no fixed colour is safe on every background; and no meaning is shown by colour alone.

use ratatui::style::{Color, Modifier, Style};

/// The themes to choose between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeKind {
    /// The background is unknown: colours that can be read on both. Asking the terminal would delay the first picture
    /// and might swallow keys.
    #[default]
    Auto,
    /// Dark text on a light background.
    Light,
    /// Light text on a dark background.
    Dark,
    /// Nothing dim, and the chosen row in reverse video.
    HighContrast,
    /// No colour at all (`NO_COLOR`).
    Colourless,
}

impl ThemeKind {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Auto, Self::Light, Self::Dark, Self::HighContrast, Self::Colourless];

    /// The theme to open with: `NO_COLOR` goes before the choice of the settings, and that before the
    /// background that the terminal reports in `COLORFGBG`.
    pub fn of_surroundings(no_color: Option<&str>, chosen: Option<&str>, colour_fg_bg: Option<&str>) -> Self {
        if no_color.is_some_and(|value| !value.is_empty()) {
            return Self::Colourless;
        }
        let chosen = chosen.and_then(Self::from_name).unwrap_or_default();
        let background = colour_fg_bg.and_then(|both| both.rsplit(';').next()?.parse::<u8>().ok());
        match (chosen, background) {
            (Self::Auto, Some(0..=6 | 8)) => Self::Dark,
            (Self::Auto, Some(7 | 9..=15)) => Self::Light,
            (chosen, _) => chosen,
        }
    }

    /// The theme that the settings name: `auto`, `light`, `dark`, `high-contrast`, `none`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
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
            Self::Auto => "auto",
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
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::HighContrast,
            Self::HighContrast => Self::Colourless,
            Self::Colourless => Self::Auto,
        }
    }
}

/// The styles, by meaning. None is both bold and dim, and of two on top of each other the upper one decides: terminals
/// draw what is both as they like, most of them dim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Which theme it is.
    pub kind: ThemeKind,
    /// Text that is neither more nor less than the rest.
    pub text: Style,
    /// What matters less: provenance, hints, labels.
    pub dim: Style,
    /// What matters more: headings, what is in focus.
    pub strong: Style,
    /// The one accent: the chosen tab, the marker of the chosen row in the margin, the pen.
    pub accent: Style,
    /// The text of the chosen row.
    pub selected: Style,
    /// A response ("Återkoppling"); always with its word too.
    pub answered: Style,
    /// Too late; always with its word too.
    pub overdue: Style,
    /// Something to look at.
    pub warning: Style,
    /// Thin lines between the parts of the picture.
    pub rule: Style,
    /// The words of an entry that a search matched.
    pub found: Style,
    /// A key in the footer.
    pub key: Style,
    /// The ground of a field that can be written in, on top of what is written there.
    pub field: Style,
}

impl Theme {
    /// The styles of a theme.
    pub const fn of(kind: ThemeKind) -> Self {
        const PLAIN: Style = Style::new();
        const BOLD: Style = Style::new().add_modifier(Modifier::BOLD).remove_modifier(Modifier::DIM);
        const DIM: Style = Style::new().add_modifier(Modifier::DIM).remove_modifier(Modifier::BOLD);
        let colourless = Self {
            kind,
            text: PLAIN,
            dim: DIM,
            strong: BOLD,
            accent: BOLD,
            // What is dim in the chosen row stays dim.
            selected: Style::new().add_modifier(Modifier::BOLD),
            answered: PLAIN,
            overdue: BOLD,
            warning: BOLD,
            rule: DIM,
            found: Style::new().add_modifier(Modifier::UNDERLINED),
            key: BOLD,
            field: Style::new().add_modifier(Modifier::UNDERLINED),
        };
        match kind {
            ThemeKind::Colourless => colourless,
            ThemeKind::Auto => Self {
                accent: PLAIN.fg(Color::Magenta),
                answered: PLAIN.fg(Color::Green),
                overdue: PLAIN.fg(Color::Red),
                warning: PLAIN.fg(Color::Red),
                key: PLAIN,
                ..colourless
            },
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surroundings_choose_the_theme() {
        use ThemeKind::{Auto, Colourless, Dark, Light};
        let theme = ThemeKind::of_surroundings;
        assert_eq!(theme(None, None, None), Auto);
        assert_eq!(theme(None, None, Some("15;0")), Dark);
        assert_eq!(theme(None, None, Some("0;default;15")), Light);
        assert_eq!(theme(None, Some("light"), Some("15;0")), Light);
        assert_eq!(theme(Some("1"), Some("light"), None), Colourless);
        assert_eq!(theme(Some(""), Some("dark"), None), Dark);
    }

    #[test]
    fn every_theme_is_named_and_reached() {
        let mut kind = ThemeKind::default();
        for _ in ThemeKind::ALL {
            assert_eq!(ThemeKind::from_name(kind.name()), Some(kind));
            kind = kind.next();
        }
        assert_eq!(kind, ThemeKind::default());
    }

    #[test]
    fn only_colours_of_the_terminals_own_palette_are_used() {
        for kind in ThemeKind::ALL {
            let theme = Theme::of(kind);
            let styles =
                [theme.accent, theme.answered, theme.overdue, theme.warning, theme.dim, theme.selected];
            for style in styles {
                assert!(!matches!(style.fg, Some(Color::Rgb(..) | Color::Indexed(_))));
                assert_eq!(style.bg, None);
                assert!(kind != ThemeKind::Colourless || style.fg.is_none());
            }
        }
    }
}
