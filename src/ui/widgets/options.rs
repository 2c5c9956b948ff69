//! Several options on a row, all of them in sight: the chosen one between `‹ ›`, so that it is seen without colour.

use ratatui::text::{Line, Span};

use super::text::width;
use crate::ui::theme::Theme;

/// The options in as many lines as they need; `strong` where the keys change them now. An option that is wider than a
/// line is cut by whoever draws it.
pub fn lines(
    labels: &[&str],
    chosen: usize,
    columns: u16,
    strong: bool,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    let mut used = 0;
    for (index, label) in labels.iter().enumerate() {
        let is_chosen = index == chosen;
        let (text, style) = if is_chosen {
            (format!("‹ {label} ›"), if strong { theme.strong } else { theme.text })
        } else {
            (format!("  {label}  "), theme.dim)
        };
        let wide = width(&text);
        // The blank after the last option of a line need not fit.
        let needed = wide - if is_chosen { 0 } else { 2 };
        if used > 0 && used + needed > usize::from(columns) {
            lines.push(Line::default());
            used = 0;
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.spans.push(Span::styled(text, style));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::ThemeKind;

    fn picture(chosen: usize, columns: u16) -> Vec<String> {
        let theme = Theme::of(ThemeKind::Colourless);
        let lines = lines(&["på gång", "planerat", "nej"], chosen, columns, true, &theme);
        lines.iter().map(|line| line.to_string().trim_end().to_owned()).collect()
    }

    #[test]
    fn the_chosen_one_is_marked_and_nothing_moves_when_another_is_chosen() {
        assert_eq!(picture(0, 40), ["‹ på gång ›  planerat    nej"]);
        assert_eq!(picture(1, 40), ["  på gång  ‹ planerat ›  nej"]);
    }

    #[test]
    fn options_that_do_not_fit_go_on_the_next_line() {
        assert_eq!(picture(1, 24), ["  på gång  ‹ planerat ›", "  nej"]);
    }
}
