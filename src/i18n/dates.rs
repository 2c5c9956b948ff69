//! Reads Swedish dates, weeks and times as people write them.
