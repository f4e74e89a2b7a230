//! The fingerprint of a briefing: the SHA-256 (FIPS 180-4) of the bytes of its published file, in hexadecimal digits.
//!
//! It is what `files.json` of a site states for `briefing.json`, and what `sha256sum` prints, so that whoever has a citation can
//! tell whether a file is the one that was cited.

use sha2::{Digest, Sha256};

/// The SHA-256 of bytes in hexadecimal digits.
///
/// ```
/// use annals::load::fingerprint::sha256;
/// assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    let mut hashing = Hashing::default();
    hashing.add(bytes);
    hashing.finish()
}

/// The SHA-256 of bytes.
pub fn sha256_bytes(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The same in pieces, for a page that has other things to do meanwhile.
#[derive(Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// Takes the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hexadecimal digits, when all bytes were taken.
    pub fn finish(self) -> String {
        let digit = |four: u8| char::from_digit(four.into(), 16).unwrap_or('0');
        self.0.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Examples of FIPS 180-4 from the NIST's "Secure Hashing" test vectors.
    #[test]
    fn known_texts_have_known_fingerprints() {
        for (text, expected) in [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
        ] {
            assert_eq!(sha256(text.as_bytes()), expected, "{text}");
        }
        let million = "a".repeat(1_000_000);
        assert_eq!(sha256(million.as_bytes()), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    #[test]
    fn pieces_come_to_the_same() {
        let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        for size in [1, 63, 64, 65, 4_096] {
            let mut hashing = Hashing::default();
            bytes.chunks(size).for_each(|piece| hashing.add(piece));
            assert_eq!(hashing.finish(), sha256(&bytes), "{size}");
        }
    }
}
