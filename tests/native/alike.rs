//! The native half of what `tests/web` runs in a browser.

use std::{fs, path::Path};

#[path = "../both/mod.rs"]
mod both;

/// With `ANNALS_BLESS=1` in the environment, writes the picture instead; look at it before you commit.
#[test]
fn the_picture_is_the_one_drawn_in_a_browser() {
    let found = both::picture();
    if std::env::var_os("ANNALS_BLESS").is_some() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/both.svg");
        fs::write(file, &found).unwrap();
        return;
    }
    assert_eq!(found, both::PICTURE);
}
