//! Contracts of the loader and of the tool, and the layers of the source.

mod alike;
mod amounts;
mod author;
mod boxes;
mod briefing;
mod bundle;
mod data;
mod dense;
mod editions;
mod figures;
mod gallery;
mod kinds;
mod layering;
mod lines;
mod links;
mod messages;
mod palette;
mod people;
mod random;
mod schema;
mod series;
mod standing;
mod style;
mod tables;
mod told;
mod tool;

use std::{fs, path::PathBuf};

/// A folder below `tests`.
fn tests_folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

/// The files of a folder with this ending, in the order of their names.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(tests_folder(folder)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    paths
}
