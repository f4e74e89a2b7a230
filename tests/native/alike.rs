//! The native half of what `tests/web` runs in a browser.

use std::{fs, path::Path};

#[path = "../both/mod.rs"]
pub mod both;

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

/// Each figure of the example, in both languages: pictures, exported pictures, data and sentences. The file says which changed;
/// `annals example`, `annals render` and the pages show how.
#[test]
fn the_example_is_drawn_as_in_a_browser() {
    let found = both::gallery::prints();
    if std::env::var_os("ANNALS_BLESS").is_some() {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/gallery.txt"), &found).unwrap();
        return;
    }
    let differing: Vec<_> = found.lines().zip(both::gallery::PRINTS.lines()).filter(|(a, b)| a != b).collect();
    assert!(differing.is_empty() && found.len() == both::gallery::PRINTS.len(), "{differing:#?}");
}
