//! Whatever the words, the files can be read.

use super::*;
use biblatex::{Bibliography, ChunksExt};
use biblib::{CitationParser, RisParser};
use proptest::prelude::*;

/// Records that say `words` wherever they can, with a date.
fn saying(words: &str, date: &str) -> Vec<Record> {
    let mut one = plain(words, Some(date));
    one.container = Some(words.into());
    one.publisher = Some(words.into());
    one.edition = Some(words.into());
    one.url = Some(words.into());
    one.language = Some(words.into());
    one.notes = vec![words.into(), words.into()];
    let other = Record { key: "x:z".into(), ..one.clone() };
    vec![one, other]
}

/// Texts with the characters that mean something in one of the formats.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), r#"[a-c {}\\%&#_$~^"'`<>|,@=\n\r\t\-强制\[\]:ER0-9]{0,40}"#]
}

fn dates() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "2001-12-03",
        "2021-05~",
        "201X",
        "2019/..",
        "2020-21",
        "[2019,2020]",
        "-0043",
        "XXXX-08-24",
    ])
}

proptest! {
    #[test]
    fn braces_balance_and_bibtex_is_read(words in texts(), date in dates()) {
        let text = citations(Format::BibTex, &saying(&words, date));
        let mut depth = 0_i64;
        for letter in text.chars() {
            depth += i64::from(letter == '{') - i64::from(letter == '}');
            prop_assert!(depth >= 0, "{text}");
        }
        prop_assert_eq!(depth, 0);
        let read = Bibliography::parse(&text).map_err(|error| TestCaseError::fail(format!("{error}: {text}")))?;
        prop_assert_eq!(read.len(), 2);
        let title = read.get("x:y").and_then(|one| one.title().ok().map(|title| title.format_verbatim()));
        // The reader takes all sorts of spaces for the same.
        let spaced = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(spaced(&title.unwrap_or_default()), spaced(&on_one_line(&words)));
    }

    #[test]
    fn ris_has_a_tag_on_each_line(words in texts(), date in dates()) {
        let text = citations(Format::Ris, &saying(&words, date));
        prop_assert!(text.ends_with("ER  - \r\n"));
        let lines: Vec<&str> = text.split_terminator("\r\n").collect();
        for line in &lines {
            let is_tagged = line.len() >= 6 && line.is_char_boundary(2) && &line[2..6] == "  - "
                && line[..2].bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            prop_assert!(is_tagged && !line.contains(['\n', '\r']), "{line:?}");
        }
        prop_assert_eq!(lines.iter().filter(|line| line.starts_with("TY")).count(), 2);
        prop_assert_eq!(lines.iter().filter(|line| **line == "ER  - ").count(), 2);
        let title = format!("TI  - {}", on_one_line(&words));
        prop_assert!(lines.contains(&title.as_str()));
        if !on_one_line(&words).is_empty() {
            prop_assert_eq!(RisParser::new().parse(&text).map(|read| read.len()).ok(), Some(2), "{}", text);
        }
    }

    #[test]
    fn csl_keeps_the_words(words in any::<String>(), date in dates()) {
        let text = citations(Format::Csl, &saying(&words, date));
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(list.as_array().map(Vec::len), Some(2));
        prop_assert_eq!(list[0]["title"].as_str(), Some(words.as_str()));
        prop_assert_eq!(list[1]["URL"].as_str(), Some(words.as_str()));
        let issued = &list[0]["issued"];
        prop_assert!(issued["date-parts"].is_array() != issued["literal"].is_string(), "{}", issued);
    }

    #[test]
    fn a_text_has_a_line_for_each_thing(words in texts()) {
        let text = citations(Format::Text, &saying(&words, "2001"));
        let blank = on_one_line(&words).is_empty();
        prop_assert!(blank || text.split("\n\n").count() == 2, "{text:?}");
    }
}
