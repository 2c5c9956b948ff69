//! The lists: what stands before their items and how far they are set in. Every list with numbers gets its own
//! instance, so that it begins where it should.

use super::styles::{LEVELS, MAIN, Role, STEP, Styles};
use super::xml::Xml;

/// Which of our two sorts of lists.
pub(super) type Sort = u32;
/// With bullets.
pub(super) const BULLETS: Sort = 0;
/// With numbers.
pub(super) const NUMBERS: Sort = 1;

/// How many levels a list has in Word.
pub(super) const DEPTH: u8 = 9;

/// Where the ids of our lists begin: after those of others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ids {
    /// The first id of a definition.
    pub(super) definition: u32,
    /// The first id of an instance.
    pub(super) instance: u32,
}

impl Ids {
    /// Where nobody else has any.
    pub(super) const OWN: Self = Self { definition: 0, instance: 1 };

    /// The instance that the styles of a sort use.
    pub(super) fn instance(self, sort: Sort) -> u32 {
        self.instance + sort
    }
}

/// The lists of a document, as they turn up.
#[derive(Debug)]
pub(super) struct Lists {
    ids: Ids,
    /// The lists that begin at a number of their own.
    begun: Vec<Begun>,
}

/// A list that begins at a number of its own.
#[derive(Debug)]
struct Begun {
    definition: u32,
    level: u8,
    first: u32,
}

impl Lists {
    /// No list yet.
    pub(super) fn new(ids: Ids) -> Self {
        Self { ids, begun: Vec::new() }
    }

    /// The instance of every list with bullets.
    pub(super) fn bullets(&self) -> u32 {
        self.ids.instance(BULLETS)
    }

    /// A new list with numbers, at a level from 0, by our definition or that of somebody else: its instance.
    pub(super) fn numbers(&mut self, definition: Option<u32>, level: u8, first: u32) -> u32 {
        let definition = definition.unwrap_or(self.ids.definition + NUMBERS);
        self.begun.push(Begun { definition, level, first });
        let before = u32::try_from(self.begun.len() - 1).unwrap_or(u32::MAX);
        (self.ids.instance + 2).saturating_add(before)
    }

    /// Our lists as a whole part.
    pub(super) fn part(&self, styles: &Styles) -> String {
        Xml::part("w:numbering", &[("xmlns:w", MAIN)], |xml| {
            xml.raw(&self.definitions(styles));
            xml.raw(&self.instances());
        })
    }

    /// What our lists look like.
    pub(super) fn definitions(&self, styles: &Styles) -> String {
        Xml::piece(|xml| {
            for sort in [BULLETS, NUMBERS] {
                let id = (self.ids.definition + sort).to_string();
                xml.element("w:abstractNum", &[("w:abstractNumId", &id)], |xml| {
                    xml.value("w:multiLevelType", "multilevel");
                    (0..DEPTH).for_each(|level| self::level(xml, sort, level, styles));
                });
            }
        })
    }

    /// The lists themselves.
    pub(super) fn instances(&self) -> String {
        let instance = |xml: &mut Xml, id: u32, definition: u32, begun: Option<&Begun>| {
            xml.element("w:num", &[("w:numId", &id.to_string())], |xml| {
                xml.value("w:abstractNumId", &definition.to_string());
                if let Some(begun) = begun {
                    xml.element("w:lvlOverride", &[("w:ilvl", &begun.level.to_string())], |xml| {
                        xml.value("w:startOverride", &begun.first.to_string());
                    });
                }
            });
        };
        Xml::piece(|xml| {
            for sort in [BULLETS, NUMBERS] {
                instance(xml, self.ids.instance(sort), self.ids.definition + sort, None);
            }
            for (id, begun) in (self.ids.instance + 2..).zip(&self.begun) {
                instance(xml, id, begun.definition, Some(begun));
            }
        })
    }
}

/// One level: bullets and dashes take turns; numbers are followed by a full stop.
fn level(xml: &mut Xml, sort: Sort, level: u8, styles: &Styles) {
    let (format, mark) = match sort {
        NUMBERS => ("decimal", format!("%{}.", level + 1)),
        _ => ("bullet", if level.is_multiple_of(2) { "•" } else { "–" }.to_owned()),
    };
    xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
        xml.value("w:start", "1");
        xml.value("w:numFmt", format);
        if level < LEVELS {
            let role = if sort == NUMBERS { Role::Number(level + 1) } else { Role::Bullet(level + 1) };
            if let Some(style) = styles.named(role).filter(|style| style.is_ours) {
                xml.value("w:pStyle", &style.id);
            }
        }
        xml.value("w:lvlText", &mark);
        xml.value("w:lvlJc", "left");
        xml.element("w:pPr", &[], |xml| {
            let (left, hanging) = (((u32::from(level) + 1) * STEP).to_string(), STEP.to_string());
            xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
        });
    });
}
