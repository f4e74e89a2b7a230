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
    let mut out = Vec::new();
    value(document, 0, &mut out);
    out.push(b'\n');
    text(out)
}

/// What was printed, which is JSON and so UTF-8.
pub(super) fn text(printed: Vec<u8>) -> String {
    String::from_utf8(printed).unwrap_or_default()
}

/// Prints a value that stands this deep.
pub(super) fn value(value: &Value, depth: usize, out: &mut Vec<u8>) {
    match value {
        Value::Object(members) if is_tall(value) => {
            out.push(b'{');
            for (index, (key, member)) in members.iter().enumerate() {
                line(index, depth + 1, out);
                self::key(key, out);
                self::value(member, depth + 1, out);
            }
            close(depth, b'}', out);
        }
        Value::Array(elements) if is_tall(value) => {
            out.push(b'[');
            for (index, element) in elements.iter().enumerate() {
                line(index, depth + 1, out);
                self::value(element, depth + 1, out);
            }
            close(depth, b']', out);
        }
        // Writing values to memory cannot fail.
        _ => serde_json::to_writer(out, value).unwrap_or_default(),
    }
}

/// Whether a value takes more than one line.
pub(super) fn is_tall(value: &Value) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(|element| element.is_object() || is_tall(element)),
        Value::Object(members) => members.values().any(is_tall),
        _ => false,
    }
}

/// Prints a key with its colon.
pub(super) fn key(name: &str, out: &mut Vec<u8>) {
    serde_json::to_writer(&mut *out, name).unwrap_or_default();
    out.push(b':');
}

/// Begins the line of the part at this place.
pub(super) fn line(index: usize, depth: usize, out: &mut Vec<u8>) {
    out.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
    out.resize(out.len() + depth, b' ');
}

/// Ends a list or object on a line of its own.
pub(super) fn close(depth: usize, sign: u8, out: &mut Vec<u8>) {
    out.push(b'\n');
    out.resize(out.len() + depth, b' ');
    out.push(sign);
}
