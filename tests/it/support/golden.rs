//! Files that are compared byte for byte.

/// Compares with a file in the fixtures. `UPDATE_GOLDEN=1` writes the files anew.
#[track_caller]
pub(crate) fn assert_golden(name: &str, written: &[u8]) {
    let path = format!("{}/tests/fixtures/export/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, written).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    assert_eq!(String::from_utf8_lossy(written), golden, "{name}");
}
