//! A tree as JSON text on one line.

use crate::model::tree::{Number, Value};

/// The text. Numbers that no reader holds exactly stand as they were written.
pub(super) fn print(value: &Value) -> Vec<u8> {
    let mut out = String::new();
    write(value, &mut out);
    out.into_bytes()
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Number(Number::Whole(whole)) => out.push_str(&whole.to_string()),
        Value::Number(Number::Negative(whole)) => out.push_str(&whole.to_string()),
        Value::Number(Number::Float(number)) => out.push_str(&format!("{number:?}")),
        Value::Number(Number::Rounded(_, written)) => out.push_str(written),
        Value::String(text) => string(text, out),
        Value::Array(values) => list('[', values, write, ']', out),
        Value::Object(map) => {
            let member = |(key, value): &(Box<str>, Value), out: &mut String| {
                string(key, out);
                out.push(':');
                write(value, out);
            };
            list('{', map.entries(), member, '}', out);
        }
    }
}

fn list<T>(open: char, parts: &[T], part: impl Fn(&T, &mut String), close: char, out: &mut String) {
    out.push(open);
    for (at, one) in parts.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        part(one, out);
    }
    out.push(close);
}

fn string(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_printed_reads_the_same() {
        for text in [
            r#"{"a":[1,-2,3.5,1e300,0.1,-0.0,18446744073709551615,123456789012345678901234567890],"b":{"é\n\"\\":null}}"#,
            r#"[true,false,[],{},"\u001b\u2028😀"]"#,
        ] {
            let read = |text: &[u8]| crate::load::tree::decode(text, usize::MAX).ok().unwrap().value;
            let value = read(text.as_bytes());
            assert_eq!(read(&super::print(&value)), value);
        }
    }
}
