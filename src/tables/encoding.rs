//! The encoding of a table: UTF-8 or what the bytes say otherwise.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030};

/// As many characters that follow GB18030 are no accident in another encoding.
const MANY: usize = 24;

/// A text and the encoding it was in, where that is not UTF-8.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte order mark.
    pub text: Cow<'a, str>,
    /// The name of the encoding that was assumed.
    pub other: Option<&'static str>,
}

/// Reads UTF-8 with or without byte order mark, UTF-16 with one, and what is not UTF-8 as GB18030 where it follows that.
///
/// # Errors
///
/// A sentence that names the line where the text stops being UTF-8, or the encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
        let broken = || format!("the file begins as {} and does not go on so", encoding.name());
        return text.map(|text| Decoded { text, other: Some(encoding.name()) }).ok_or_else(broken);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.strip_prefix('\u{feff}').unwrap_or(text).into(), other: None }),
        Err(error) => match GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
            Some(text) if is_chinese(bytes) => Ok(Decoded { text, other: Some(GB18030.name()) }),
            _ => {
                let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&b| b == b'\n').count();
                Err(format!("the file is neither UTF-8 nor GB18030; first seen in line {line}"))
            }
        },
    }
}

/// Whether bytes that follow GB18030 are likely to be meant so: there are many, or most are the pairs of GB 2312, which no
/// accented letter before a plain one makes.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut rare) = (0_usize, 0_usize);
    let mut at = 0;
    while let Some(&lead) = bytes.get(at) {
        match (lead, bytes.get(at + 1)) {
            (0..0x80, _) => at += 1,
            (0xa1..=0xf7, Some(0xa1..=0xfe)) => (common, at) = (common + 1, at + 2),
            (_, Some(0x30..=0x39)) => (common, at) = (common + 1, at + 4),
            _ => (rare, at) = (rare + 1, at + 2),
        }
    }
    common >= rare || common + rare >= MANY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let read = |bytes: &[u8]| decode(bytes).map(|decoded| (decoded.text.into_owned(), decoded.other));
        let plain = |text: &str| Ok((text.to_owned(), None));
        assert_eq!(read("id,强制".as_bytes()), plain("id,强制"));
        assert_eq!(read("\u{feff}id".as_bytes()), plain("id"));
        assert_eq!(read(b""), plain(""));
        for text in ["title\n强制性产品认证", "產品", "ñandú 认证", "𠮷野家"] {
            let (bytes, ..) = GB18030.encode(text);
            assert_eq!(read(&bytes), Ok((text.to_owned(), Some("gb18030"))), "{text}");
        }
        let wide = |little: bool| {
            let unit = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
            "\u{feff}id\t强".encode_utf16().flat_map(unit).collect::<Vec<u8>>()
        };
        assert_eq!(read(&wide(true)), Ok(("id\t强".to_owned(), Some("UTF-16LE"))));
        assert_eq!(read(&wide(false)), Ok(("id\t强".to_owned(), Some("UTF-16BE"))));
    }

    #[test]
    fn what_is_neither_is_refused_with_its_line() {
        let reason = |bytes: &[u8]| decode(bytes).unwrap_err();
        assert!(reason(b"id,title\na,Am\xe9lie, caf\xe9\n").contains("line 2"));
        // Latin letters that GB18030 could stand for.
        assert!(reason(b"Ca\xf1ada Am\xe9lie").contains("neither"));
        assert!(reason(b"\xff\xfei").contains("UTF-16LE"));
        assert!(reason(b"\xff\xfe\x00\xd8i\0").contains("UTF-16LE"));
    }
}
