//! Makes the table by which a search takes letters for the same: accents dropped, compatibility forms replaced,
//! traditional Chinese characters simplified.
//!
//! The two files are part of the Unicode Character Database (<https://www.unicode.org/Public/UCD/latest/ucd/>; Debian has
//! them in the package `unicode-data`): `UnicodeData.txt` for decompositions, `Unihan_Variants.txt` for simplified
//! characters. A table of our own, because the crates that convert whole texts carry dictionaries of phrases, and those
//! that normalise carry every script: many times what the page can spend on finding words.

use crate::run::{Failure, Result};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The options of `fold-table`.
pub const HELP: &str = "\
Make src/query/search/folds.bin from files of the Unicode Character Database

Usage: cargo xtask fold-table FOLDER

FOLDER holds UnicodeData.txt and Unihan_Variants.txt, unpacked
";

/// Where letters are looked at: Latin, Greek and Cyrillic, symbols made of one letter or digit, radicals, ideographs,
/// full-width forms. Kana and Hangul keep their marks, which tell words apart.
const SCOPE: &[(u32, u32)] =
    &[(0x00a0, 0x058f), (0x1d00, 0x24ff), (0x2e80, 0x2fdf), (0x3400, 0x9fff), (0xff01, 0xff5e)];

/// Letters that Unicode does not decompose, and the usual way to write them without.
const PLAIN: &[(char, char)] =
    &[('ø', 'o'), ('đ', 'd'), ('ð', 'd'), ('ħ', 'h'), ('ı', 'i'), ('ł', 'l'), ('ŧ', 't'), ('ς', 'σ')];

/// Writes the table.
pub fn fold_table(root: &Path, arguments: Vec<String>) -> Result {
    let [folder] = <[String; 1]>::try_from(arguments).map_err(|_| Failure::misuse("name one folder"))?;
    let read = |name: &str| {
        let path = PathBuf::from(&folder).join(name);
        fs::read_to_string(&path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    };
    let database = Database::read(&read("UnicodeData.txt")?, &read("Unihan_Variants.txt")?);
    let scope = SCOPE.iter().flat_map(|&(first, last)| first..=last).filter_map(char::from_u32);
    // In the order of the letters: how many code points from the one before, and what it becomes.
    let mut steps: Vec<(u8, u16)> = Vec::new();
    let mut before = 0;
    for letter in scope {
        // Capital letters are lowered before the table is asked. What holds no letter parts words, whatever it is.
        let is_lower = letter.to_lowercase().eq([letter]);
        let [folded] = database.fold(letter)[..] else { continue };
        let (code, Ok(folded_code)) = (letter as u32, u16::try_from(folded as u32)) else { continue };
        if is_lower && folded.is_alphanumeric() && folded != letter {
            while code - before > 255 {
                steps.push((255, 0));
                before += 255;
            }
            steps.push(((code - before) as u8, folded_code));
            before = code;
        }
    }
    // Column by column, which compresses to two thirds.
    let bytes = steps.iter().map(|step| step.0);
    let bytes = bytes.chain(steps.iter().map(|step| (step.1 >> 8) as u8));
    let bytes: Vec<u8> = bytes.chain(steps.iter().map(|step| step.1 as u8)).collect();
    let path = root.join("src/query/search/folds.bin");
    fs::write(&path, bytes).map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// What the two files say of single characters.
struct Database {
    decompositions: BTreeMap<char, Vec<char>>,
    marks: BTreeSet<char>,
    simplified: BTreeMap<char, char>,
}

impl Database {
    fn read(characters: &str, variants: &str) -> Self {
        let mut decompositions = BTreeMap::new();
        let mut marks = BTreeSet::new();
        for line in characters.lines() {
            let fields: Vec<&str> = line.split(';').collect();
            let (Some(letter), Some(sort), Some(parts)) =
                (fields.first().and_then(|code| hex(code)), fields.get(2), fields.get(5))
            else {
                continue;
            };
            if sort.starts_with('M') || *sort == "Cf" {
                marks.insert(letter);
            }
            let parts: Vec<char> = parts.split(' ').filter_map(hex).collect();
            if !parts.is_empty() {
                decompositions.insert(letter, parts);
            }
        }
        let (mut simplified, mut alike) = (BTreeMap::new(), Vec::new());
        for line in variants.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (Some(letter), Some(field), Some(values)) =
                (fields.next().and_then(code_point), fields.next(), fields.next())
            else {
                continue;
            };
            // The first that is another character of the basic plane; sources may follow a `<`.
            let mut values = values.split(' ').filter_map(|value| code_point(value.split('<').next()?));
            let other = values.find(|&value| value != letter && value <= '\u{ffff}');
            match (field, other) {
                ("kSimplifiedVariant", Some(other)) => drop(simplified.insert(letter, other)),
                ("kZVariant" | "kSemanticVariant", Some(other)) => alike.push((letter, other)),
                _ => {}
            }
        }
        // Another shape of a traditional character (説 of 說, 産 of 產) is simplified like it, unless it is a simple one.
        let simple: BTreeSet<char> = simplified.values().copied().collect();
        for (letter, other) in alike {
            if let Some(&to) = simplified.get(&other).filter(|_| !simple.contains(&letter)) {
                simplified.entry(letter).or_insert(to);
            }
        }
        Database { decompositions, marks, simplified }
    }

    /// What a letter becomes; it becomes itself when folded again.
    fn fold(&self, letter: char) -> Vec<char> {
        let mut folded = vec![letter];
        loop {
            let next: Vec<char> = folded.iter().flat_map(|&letter| self.step(letter)).collect();
            if next == folded {
                return folded;
            }
            folded = next;
        }
    }

    fn step(&self, letter: char) -> Vec<char> {
        if self.marks.contains(&letter) {
            return Vec::new();
        }
        if let Some(parts) = self.decompositions.get(&letter) {
            return parts.clone();
        }
        if let Some((_, plain)) = PLAIN.iter().find(|(special, _)| *special == letter) {
            return vec![*plain];
        }
        let lower: Vec<char> = letter.to_lowercase().collect();
        if lower != [letter] {
            return lower;
        }
        vec![self.simplest(letter)]
    }

    /// The end of a chain of simplifications; of characters that simplify to each other, the first.
    fn simplest(&self, letter: char) -> char {
        let mut seen = vec![letter];
        let mut at = letter;
        while let Some(&next) = self.simplified.get(&at) {
            if let Some(start) = seen.iter().position(|&before| before == next) {
                return seen[start..].iter().copied().min().unwrap_or(next);
            }
            seen.push(next);
            at = next;
        }
        at
    }
}

fn hex(code: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

fn code_point(code: &str) -> Option<char> {
    hex(code.strip_prefix("U+")?)
}
