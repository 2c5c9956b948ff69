//! Maps of words that are looked up many times for every line of a text. Their hash is quick and guards against nobody:
//! whoever writes a text slows down only the search in it.

/// A map by words.
pub type WordMap<K, V> = rustc_hash::FxHashMap<K, V>;

/// The same without values.
pub type WordSet<T> = rustc_hash::FxHashSet<T>;
