//! Short names for what the glue hands to the wasm: wasm-bindgen writes long ones, with a hash each, which hardly compress.

use crate::run::{Failure, Result};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The section of imports, see the WebAssembly core specification, 5.5.5.
const IMPORTS: u8 = 2;

/// Renames the functions that the glue hands over, in the glue and in the wasm.
pub fn shorten(glue: &Path, wasm: &Path) -> Result {
    let told = |path: &Path, what: &str| Failure::new(format!("{}: {what}", path.display()));
    let script = fs::read_to_string(glue).map_err(|error| told(glue, &error.to_string()))?;
    let module = fs::read(wasm).map_err(|error| told(wasm, &error.to_string()))?;
    let (module, names) = renamed(&module).ok_or_else(|| told(wasm, "the section of imports cannot be read"))?;
    let script = in_glue(&script, &names).map_err(|name| told(glue, &format!("{name} is not there just once")))?;
    fs::write(glue, script).map_err(|error| told(glue, &error.to_string()))?;
    fs::write(wasm, module).map_err(|error| told(wasm, &error.to_string()))
}

/// The module with short names for the functions that wasm-bindgen hands over; their names before, in order: the first is now
/// the one of 0 (see [`short`]). `None` for what is no module.
fn renamed(module: &[u8]) -> Option<(Vec<u8>, Vec<String>)> {
    let mut out = module.get(..8)?.to_vec();
    let (mut at, mut names) = (8, Vec::new());
    while at < module.len() {
        let (id, mut start) = (module[at], at + 1);
        let size = number(module, &mut start)?;
        let body = module.get(start..start + size)?;
        at = start + size;
        let body = if id == IMPORTS { imports(body, &mut names)? } else { body.to_vec() };
        out.push(id);
        push_number(&mut out, body.len());
        out.extend(body);
    }
    Some((out, names))
}

fn imports(body: &[u8], names: &mut Vec<String>) -> Option<Vec<u8>> {
    let (mut out, mut at) = (Vec::new(), 0);
    let count = number(body, &mut at)?;
    push_number(&mut out, count);
    for _ in 0..count {
        let from = name(body, &mut at)?;
        let field = name(body, &mut at)?;
        let start = at;
        skip_type(body, &mut at)?;
        let is_long = field.starts_with("__wbg_") || field.starts_with("__wbindgen_");
        let field = if is_long {
            names.push(field.to_owned());
            short(names.len() - 1)
        } else {
            field.to_owned()
        };
        for text in [from, &field] {
            push_number(&mut out, text.len());
            out.extend(text.bytes());
        }
        out.extend(body.get(start..at)?);
    }
    Some(out)
}

/// Steps over the type of an import.
fn skip_type(body: &[u8], at: &mut usize) -> Option<()> {
    let kind = *body.get(*at)?;
    *at += 1;
    match kind {
        0 => drop(number(body, at)?),
        1 | 2 => {
            *at += usize::from(kind == 1);
            let limits = number(body, at)?;
            number(body, at)?;
            if limits & 1 == 1 {
                number(body, at)?;
            }
        }
        3 => *at += 2,
        4 => {
            *at += 1;
            number(body, at)?;
        }
        _ => return None,
    }
    Some(())
}

/// The glue with the short names; the name that does not stand there once as a key.
fn in_glue(script: &str, names: &[String]) -> std::result::Result<String, String> {
    let mut script = script.to_owned();
    for (at, name) in names.iter().enumerate() {
        let key = format!(" {name}: ");
        if script.matches(&key).count() != 1 {
            return Err(name.clone());
        }
        script = script.replacen(&key, &format!(" {}: ", short(at)), 1);
    }
    Ok(script)
}

/// A name of letters for a number: a, b … z, ba, bb …
fn short(number: usize) -> String {
    let mut name = if number < 26 { String::new() } else { short(number / 26) };
    let _ = write!(name, "{}", char::from(b'a' + (number % 26) as u8));
    name
}

/// An unsigned LEB128 number.
fn number(bytes: &[u8], at: &mut usize) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= usize::from(byte & 127) << shift;
        if byte < 128 {
            return Some(value);
        }
    }
    None
}

fn push_number(out: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        out.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

fn name<'a>(bytes: &'a [u8], at: &mut usize) -> Option<&'a str> {
    let size = number(bytes, at)?;
    let text = bytes.get(*at..*at + size)?;
    *at += size;
    std::str::from_utf8(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(from: &str, field: &str, kind: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        for text in [from, field] {
            push_number(&mut out, text.len());
            out.extend(text.bytes());
        }
        [out, kind.to_vec()].concat()
    }

    fn module(fields: [&str; 5]) -> Vec<u8> {
        let kinds: [&[u8]; 5] = [&[0, 0x80, 1], &[1, 0x70, 1, 1, 9], &[2, 0, 1], &[3, 0x7f, 1], &[0, 3]];
        let mut body = vec![5];
        fields.iter().zip(kinds).for_each(|(field, kind)| body.extend(entry("./x.js", field, kind)));
        let mut module = b"\0asm\x01\0\0\0\x01\x01\0\x02".to_vec();
        push_number(&mut module, body.len());
        module.extend(body);
        module.extend(b"\x0a\x02\0\0");
        module
    }

    #[test]
    fn names_are_short_on_both_sides_and_the_rest_stays() {
        let long = module(["__wbg_now_0123456789abcdef", "table", "memory", "__stack", "__wbindgen_throw_89ab"]);
        let (out, names) = renamed(&long).unwrap();
        assert_eq!(out, module(["a", "table", "memory", "__stack", "b"]));
        assert_eq!(names, ["__wbg_now_0123456789abcdef", "__wbindgen_throw_89ab"]);
        let glue = "x = {\n __wbg_now_0123456789abcdef: function() {},\n __wbindgen_throw_89ab: f };";
        assert_eq!(in_glue(glue, &names).unwrap(), "x = {\n a: function() {},\n b: f };");
        assert_eq!(in_glue("x = {}", &names).unwrap_err(), "__wbg_now_0123456789abcdef");
        assert!(renamed(&long[..long.len() - 6]).is_none() && renamed(b"\0asm").is_none());
    }

    #[test]
    fn each_number_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<String> = (0..2_000).map(short).collect();
        assert_eq!(names.len(), 2_000);
        assert_eq!([0, 25, 26, 51].map(short), ["a", "z", "ba", "bz"]);
    }
}
