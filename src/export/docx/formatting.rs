//! How the styles of each role look, as the properties that the file format has for them.

use super::role::{STEP, StyleRole};

impl StyleRole {
    /// The properties of its paragraphs (`w:pPr`), in the order that the format demands.
    pub(super) fn paragraph_properties(self) -> String {
        let list = |level: u8, marked: bool| {
            let left = u32::from(level) * STEP;
            let hanging = if marked { format!(r#" w:hanging="{STEP}""#) } else { String::new() };
            format!(r#"<w:spacing w:after="80"/><w:ind w:left="{left}"{hanging}/>"#)
        };
        let set = match self {
            Self::Heading(level) => return heading(level),
            Self::Bullet(level) | Self::Number(level) => return list(level, true),
            Self::Continue(level) => return list(level, false),
            Self::Title => {
                r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:after="240" w:line="240" w:lineRule="auto"/>"#
            }
            Self::Genre => r#"<w:keepNext/><w:keepLines/><w:spacing w:after="40"/>"#,
            Self::Response => {
                r#"<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1B6E3C"/></w:pBdr><w:spacing w:after="120"/><w:ind w:left="227"/>"#
            }
            Self::Details => r#"<w:keepLines/><w:spacing w:after="80"/>"#,
            Self::Quote => {
                r#"<w:keepLines/><w:spacing w:before="120" w:after="160"/><w:ind w:left="425" w:right="425"/>"#
            }
            Self::Signature => r#"<w:keepLines/><w:spacing w:after="160"/>"#,
            Self::Header => {
                r#"<w:suppressAutoHyphens/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>"#
            }
            Self::Footer => {
                r#"<w:suppressAutoHyphens/><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/>"#
            }
            Self::TableText => r#"<w:spacing w:before="40" w:after="40" w:line="250" w:lineRule="auto"/>"#,
            Self::TableHeading => "<w:suppressAutoHyphens/>",
            Self::Body | Self::Mark | Self::Strong | Self::PlainTable | Self::Facts | Self::Grid => "",
        };
        set.to_owned()
    }

    /// The properties of its runs (`w:rPr`). Black is left to the reader's own colours; the others have a contrast of
    /// at least 4.5:1 on white.
    pub(super) fn run_properties(self) -> &'static str {
        match self {
            Self::Title => r#"<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>"#,
            Self::Genre => {
                r#"<w:caps/><w:color w:val="4D4D4D"/><w:spacing w:val="20"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#
            }
            Self::Heading(1) => r#"<w:b/><w:bCs/><w:sz w:val="30"/><w:szCs w:val="30"/>"#,
            Self::Heading(2) => r#"<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>"#,
            Self::Heading(3) => r#"<w:b/><w:bCs/><w:sz w:val="23"/><w:szCs w:val="23"/>"#,
            Self::Heading(_) | Self::Strong | Self::TableHeading => "<w:b/><w:bCs/>",
            Self::Response => r#"<w:color w:val="1B6E3C"/>"#,
            Self::Details => r#"<w:color w:val="4D4D4D"/><w:sz w:val="20"/><w:szCs w:val="20"/>"#,
            Self::Quote => "<w:i/><w:iCs/>",
            Self::Header | Self::Footer => {
                r#"<w:color w:val="4D4D4D"/><w:sz w:val="18"/><w:szCs w:val="18"/>"#
            }
            Self::Mark => {
                r#"<w:b/><w:bCs/><w:color w:val="8A1F11"/><w:spacing w:val="40"/><w:sz w:val="22"/><w:szCs w:val="22"/>"#
            }
            Self::TableText => r#"<w:sz w:val="21"/><w:szCs w:val="21"/>"#,
            _ => "",
        }
    }

    /// The XML of the borders, margins and header row; empty unless the role is one of tables.
    pub(super) fn table_properties(self) -> &'static str {
        match self {
            Self::PlainTable => {
                r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
            }
            Self::Facts => {
                r#"<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar></w:tblPr>"#
            }
            Self::Grid => {
                r#"<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:left w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="767676"/><w:right w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="767676"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="767676"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr>"#
            }
            _ => "",
        }
    }
}

fn heading(level: u8) -> String {
    let (before, after) = match level {
        1 => (400, 100),
        2 => (320, 80),
        _ => (240, 60),
    };
    let outline = level - 1;
    format!(
        r#"<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/><w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="{outline}"/>"#
    )
}
