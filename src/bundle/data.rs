//! A JSON document as it stands in an HTML file.

/// The document without space between its parts, and with `<` written `\u003c`, so that neither `</script` nor `<!--` can occur:
/// any JSON parser still reads the same. The document must be well-formed.
///
/// ```
/// use annals::bundle::compact;
/// assert_eq!(compact("{ \"a\": \"x </script>\" }\n"), r#"{"a":"x \u003c/script>"}"#);
/// ```
pub fn compact(json: &str) -> String {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut out = String::with_capacity(json.len());
    let (mut inside, mut escape) = (false, false);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            ' ' | '\t' | '\n' | '\r' if !inside => {}
            c => out.push(c),
        }
        if inside && escape {
            escape = false;
        } else if inside && c == '\\' {
            escape = true;
        } else if c == '"' {
            inside = !inside;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::compact;
    use proptest::prelude::*;

    #[test]
    fn texts_keep_their_spaces_and_signs() {
        let json = "\u{feff}{\"a\\\" b\": [1, \"x  \\\\\" , \"<!-- \\\\\\\"< \" ],\r\n\t\"标 准\":null}";
        assert_eq!(compact(json), r#"{"a\" b":[1,"x  \\","\u003c!-- \\\"\u003c "],"标 准":null}"#);
    }

    proptest! {
        #[test]
        fn the_same_is_read(keys in proptest::collection::vec(".*", 0..4), text in "(.|<|\\\\|\"|</script>|<!--| )*") {
            let value = serde_json::json!({ "keys": keys, "text": text, "n": [1.5, null, true] });
            let short = compact(&serde_json::to_string_pretty(&value).unwrap());
            prop_assert!(!short.contains('<'));
            let read: serde_json::Value = serde_json::from_str(&short).unwrap();
            prop_assert_eq!(read, value);
            prop_assert_eq!(compact(&short), short.clone());
        }
    }
}
