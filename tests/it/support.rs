//! What the tests share: drivers of the program, fixtures, and generators.

pub(crate) mod apart;
pub(crate) mod app;
pub(crate) mod arbitrary;
pub(crate) mod at_once;
pub(crate) mod deeds;
pub(crate) mod digests;
pub(crate) mod golden;
pub(crate) mod hiding;
pub(crate) mod laptop;
pub(crate) mod material;
pub(crate) mod newer;
pub(crate) mod office;
pub(crate) mod people;
pub(crate) mod programme;
pub(crate) mod pseudonyms;
pub(crate) mod room;
pub(crate) mod swedish;
#[cfg(unix)]
pub(crate) mod window;
pub(crate) mod wordless;
