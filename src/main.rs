//! vidpennan, the program.

fn main() {}
