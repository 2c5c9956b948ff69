//! Swedish words that the pen and the reading of minutes understand.
