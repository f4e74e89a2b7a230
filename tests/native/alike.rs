//! The native half of what `tests/web` runs in a browser.

use std::{fs, path::Path};

#[path = "../both/mod.rs"]
mod both;

/// With `ANNALS_BLESS=1` in the environment, writes the pictures instead; look at them before you commit.
#[test]
fn the_pictures_are_those_drawn_in_a_browser() {
    for (name, expected, scene) in both::PICTURES {
        let found = both::picture(&scene());
        if std::env::var_os("ANNALS_BLESS").is_some() {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/{name}.svg"));
            fs::write(file, &found).unwrap();
        } else {
            assert_eq!(found, expected, "{name}");
        }
    }
}
