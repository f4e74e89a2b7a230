//! Printing a document so that a change of one item changes one line.

use serde_json::Value;

/// The document as text. Lists of objects have a line for each, objects that hold such lists a line for each member;
/// all else stands on one line. The order of keys is kept. Ends with a line break.
///
/// ```
/// let document = serde_json::json!({ "id": "x", "events": [{ "id": "a", "date": "2020" }, { "id": "b" }] });
/// let text = "{\n \"id\":\"x\",\n \"events\":[\n  {\"id\":\"a\",\"date\":\"2020\"},\n  {\"id\":\"b\"}\n ]\n}\n";
/// assert_eq!(annals::tables::json::print(&document), text);
/// ```
pub fn print(document: &Value) -> String {
    let mut out = String::new();
    value(document, 0, &mut out);
    out.push('\n');
    out
}

fn value(value: &Value, depth: usize, out: &mut String) {
    match value {
        Value::Object(members) if is_tall(value) => {
            let line = |(key, member): (&String, &Value), out: &mut String| {
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                self::value(member, depth + 1, out);
            };
            lines('{', members.iter(), line, '}', depth, out);
        }
        Value::Array(elements) if is_tall(value) => {
            lines('[', elements.iter(), |element, out| self::value(element, depth + 1, out), ']', depth, out);
        }
        _ => out.push_str(&value.to_string()),
    }
}

/// Whether a value takes more than one line.
fn is_tall(value: &Value) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(Value::is_object) || elements.iter().any(is_tall),
        Value::Object(members) => members.values().any(is_tall),
        _ => false,
    }
}

fn lines<T>(
    open: char,
    parts: impl Iterator<Item = T>,
    line: impl Fn(T, &mut String),
    close: char,
    depth: usize,
    out: &mut String,
) {
    out.push(open);
    for (index, part) in parts.enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n(' ', depth + 1));
        line(part, out);
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', depth));
    out.push(close);
}
