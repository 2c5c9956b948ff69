//! The XML namespaces that several parts of a Word file use (ECMA-376, transitional).

/// Elements of a text document, written with the prefix `w`.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Relationships between parts, written with the prefix `r`.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
