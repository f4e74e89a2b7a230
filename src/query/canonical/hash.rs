//! A number that stands for what an item says.

use crate::{
    load::format::{Kind, Shape},
    model::tree::Value,
};

/// What an item says, in 64 bits. Its ids and former ids do not count, nor do those of items in it, nor the order of lists: a
/// rename and a move say nothing new.
///
/// FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923) over the kind of each value and its bytes: texts in UTF-8, numbers as IEEE
/// 754 doubles, the lowest byte first. Lists and objects are the sums of the hashes of their elements and members. It is the
/// same in every build and on every platform, and a field that the format gets later changes nothing where it is not used.
pub fn content_hash(shape: &Shape, item: &Value) -> u64 {
    let Value::Object(map) = item else { return value(item) };
    let mut sum = 0_u64;
    for (name, member) in map.entries() {
        if shape.item && matches!(&**name, "id" | "aliases") {
            continue;
        }
        let hash = match shape.field(name).map(|field| field.kind) {
            Some(Kind::Object(inner)) => content_hash(inner, member),
            Some(Kind::List(Kind::Object(inner))) => {
                list(&mut member.as_array().unwrap_or_default().iter().map(|one| content_hash(inner, one)))
            }
            _ => value(member),
        };
        sum = sum.wrapping_add(named(name, hash));
    }
    fed(fed(START, b"o"), &sum.to_le_bytes())
}

const START: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// FNV-1a: the hash so far, and more bytes.
fn fed(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME))
}

fn named(name: &str, hash: u64) -> u64 {
    fed(fed(fed(START, name.as_bytes()), b":"), &hash.to_le_bytes())
}

fn list(hashes: &mut dyn Iterator<Item = u64>) -> u64 {
    let sum = hashes.fold(0_u64, |sum, hash| sum.wrapping_add(fed(START, &hash.to_le_bytes())));
    fed(fed(START, b"a"), &sum.to_le_bytes())
}

fn value(tree: &Value) -> u64 {
    match tree {
        Value::Null => fed(START, b"-"),
        Value::Bool(yes) => fed(START, if *yes { b"t" } else { b"f" }),
        Value::Number(number) => fed(fed(START, b"n"), &number.as_f64().to_bits().to_le_bytes()),
        Value::String(text) => fed(fed(START, b"s"), text.as_bytes()),
        Value::Array(values) => list(&mut values.iter().map(value)),
        Value::Object(map) => {
            let sums = map.entries().iter().map(|(name, member)| named(name, value(member)));
            let sum = sums.fold(0_u64, u64::wrapping_add);
            fed(fed(START, b"o"), &sum.to_le_bytes())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a() {
        // Test vectors of the authors.
        assert_eq!(fed(START, b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fed(START, b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fed(START, b"foobar"), 0x8594_4171_f739_67e8);
    }
}
