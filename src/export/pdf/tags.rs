//! The structure of the document as those perceive it who do not see the pages: a tree of tags, filled with the
//! pieces of text as they are drawn. It knows no pages.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId(usize);

/// The tree under construction.
#[derive(Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    top: Vec<NodeId>,
}

struct Node {
    tag: TagKind,
    children: Vec<Child>,
}

enum Child {
    Node(NodeId),
    Text(Identifier),
}

impl Tree {
    /// A node in another, or at the top, behind those that are there.
    pub(super) fn add(&mut self, within: Option<NodeId>, tag: impl Into<TagKind>) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { tag: tag.into(), children: Vec::new() });
        match within.and_then(|within| self.nodes.get_mut(within.0)) {
            Some(node) => node.children.push(Child::Node(id)),
            None => self.top.push(id),
        }
        id
    }

    /// Text that has been drawn belongs to a node.
    pub(super) fn fill(&mut self, node: NodeId, text: Identifier) {
        if let Some(node) = self.nodes.get_mut(node.0) {
            node.children.push(Child::Text(text));
        }
    }

    /// The tree as it goes into the file.
    pub(super) fn finish(mut self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for id in std::mem::take(&mut self.top) {
            if let Some(group) = self.group(id) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&mut self, id: NodeId) -> Option<TagGroup> {
        let node = self.nodes.get_mut(id.0)?;
        let mut group = TagGroup::new(node.tag.clone());
        for child in std::mem::take(&mut node.children) {
            match child {
                Child::Text(text) => group.push(text),
                Child::Node(id) => {
                    if let Some(within) = self.group(id) {
                        group.push(within);
                    }
                }
            }
        }
        Some(group)
    }
}

/// A heading: 1 is the title.
pub(super) fn heading(level: u8, text: String) -> TagKind {
    let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(text)).into()
}

/// A list, by whether its items have numbers or bullets.
pub(super) fn list(numbered: bool) -> TagKind {
    Tag::L(if numbered { ListNumbering::Decimal } else { ListNumbering::Disc }).into()
}

/// A table, and what it shows.
pub(super) fn table(summary: String) -> TagKind {
    Tag::Table.with_summary(Some(summary)).into()
}

/// The header cell that a screen reader reads with each cell below it.
pub(super) fn column_header() -> TagKind {
    Tag::TH(TableHeaderScope::Column).into()
}

/// The header cell that a screen reader reads with each cell beside it.
pub(super) fn row_header() -> TagKind {
    Tag::TH(TableHeaderScope::Row).into()
}

/// A cell over several columns.
pub(super) fn wide_cell(columns: u32) -> TagKind {
    Tag::TD.with_col_span(NonZeroU32::new(columns)).into()
}
