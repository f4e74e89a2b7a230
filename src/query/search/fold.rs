//! Letters that count as the same: capitals, accents, full-width and other compatibility forms, traditional Chinese.
//!
//! `folds.bin` says what 4,000 single letters become. `cargo xtask fold-table` makes it from the Unicode Character Database
//! (© Unicode, Inc., Unicode License v3): decompositions from `UnicodeData.txt`, `kSimplifiedVariant` and the variants that
//! lead there from `Unihan_Variants.txt`. It is 13 kB, 8 kB compressed; the tables of a normaliser alone are ten times that.
//! Characters are simplified one by one: where a traditional one has two simplified forms, one is taken for text and search
//! alike, so that a few words more are found, never fewer.

use std::sync::OnceLock;

/// As `xtask/src/folds.rs` writes it, column by column: the distance from the letter before, and what the letter becomes,
/// high byte and low byte; 0 for a step on the way to a letter that is far.
static TABLE: &[u8] = include_bytes!("folds.bin");

/// Letters that become several.
const SEVERAL: [(char, &str); 21] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('ĳ', "ij"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
    ('№', "no"),
    ('ⅱ', "ii"),
    ('ⅲ', "iii"),
    ('ⅳ', "iv"),
    ('ⅵ', "vi"),
    ('ⅶ', "vii"),
    ('ⅷ', "viii"),
    ('ⅸ', "ix"),
    ('ⅺ', "xi"),
];

/// Tells what a letter becomes: one letter, several, or none for a mark on the letter before.
pub(super) fn each_folded(letter: char, tell: &mut dyn FnMut(char)) {
    if letter.is_ascii() {
        return tell(letter.to_ascii_lowercase());
    }
    for lower in letter.to_lowercase().filter(|&lower| !is_mark(lower)) {
        let single = single(lower);
        match SEVERAL.iter().find(|(from, _)| *from == single) {
            Some((_, letters)) => letters.chars().for_each(&mut *tell),
            None => tell(single),
        }
    }
}

/// A text with all its letters folded.
///
/// ```
/// use annals::query::search::folded;
/// assert_eq!(folded("Évaluation ＧＢ 強制認證"), "evaluation gb 强制认证");
/// ```
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| each_folded(letter, &mut |letter| folded.push(letter)));
    folded
}

/// Marks on letters, and characters that are not seen.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

fn single(letter: char) -> char {
    static SINGLES: OnceLock<Box<[u16]>> = OnceLock::new();
    let singles = SINGLES.get_or_init(spread);
    let folded = singles.get(letter as usize).copied().filter(|&code| code != 0);
    folded.and_then(|code| char::from_u32(code.into())).unwrap_or(letter)
}

/// What each letter of the basic plane becomes, by its code; 0 for itself.
fn spread() -> Box<[u16]> {
    let mut singles = vec![0; 0x1_0000];
    let rows = TABLE.len() / 3;
    let (steps, codes) = TABLE.split_at(rows);
    let (high, low) = codes.split_at(rows);
    let mut at = 0;
    for ((step, high), low) in steps.iter().zip(high).zip(low) {
        at += usize::from(*step);
        if let Some(single) = singles.get_mut(at) {
            *single = u16::from_be_bytes([*high, *low]);
        }
    }
    singles.into_boxed_slice()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_readers_take_for_the_same_is_the_same() {
        for (one, other) in [
            ("強制認證", "强制认证"),
            ("國家標準化管理委員會", "国家标准化管理委员会"),
            ("說明 說 説", "说明 说 说"),
            ("衞生 衛生", "卫生 卫生"),
            ("ＧＢ／Ｔ　１．１", "gb／t　1．1"),
            ("Évaluation de la CONFORMITÉ", "evaluation de la conformite"),
            ("e\u{301}valuation", "evaluation"),
            ("Ørsted, Łódź, Đà Nẵng, Straße", "orsted, lodz, da nang, strasse"),
            ("ﬁnal Œuvre", "final oeuvre"),
            ("Ⅳ ② m²", "iv 2 m2"),
            // The radicals that texts copied out of PDF files have in place of characters.
            ("\u{2f00}\u{2f24}", "一大"),
            ("co\u{ad}operation", "cooperation"),
            ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
            ("σίσυφος", "σισυφοσ"),
            ("Ёлка", "елка"),
        ] {
            assert_eq!(folded(one), other, "{one}");
        }
    }

    #[test]
    fn other_letters_stay() {
        for text in ["强制性产品认证", "がぎぐ カキ", "한국어", "a-b_c.d/e", "𠮷"] {
            assert_eq!(folded(text), text);
        }
    }

    #[test]
    fn every_letter_folds_to_what_stays() {
        for letter in (0..=0x3_ffff).filter_map(char::from_u32) {
            let once = folded(letter.encode_utf8(&mut [0; 4]));
            assert_eq!(folded(&once), once, "{letter} U+{:04X}", letter as u32);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC*") {
            let once = folded(&text);
            prop_assert_eq!(&folded(&once), &once);
        }

        #[test]
        fn case_does_not_count(text in "[a-zA-Zà-öÀ-Ö]*") {
            prop_assert_eq!(folded(&text.to_uppercase()), folded(&text.to_lowercase()));
        }
    }
}
