//! Keys for signing (Ed25519, RFC 8032), as PEM files (RFC 8410) that OpenSSL reads too.

use std::path::Path;

use ed25519_dalek::{
    Signature, Signer, SigningKey, VerifyingKey,
    pkcs8::{DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey, spki::der::pem::LineEnding},
};

use super::{finding::Finding, input};
use crate::bundle::{bytes_of_hex, hex};

/// Longest key file read.
const MOST_BYTES: usize = 64 * 1024;

/// A new key: the private one as PEM, the public one as PEM, and the bytes of the public one.
///
/// # Errors
///
/// When the system has no randomness to give, in words.
pub fn generate() -> Result<(String, String, [u8; 32]), String> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| format!("this system gives no random numbers: {error}"))?;
    let key = SigningKey::from_bytes(&seed);
    let private = key.to_pkcs8_pem(LineEnding::LF).map_err(|error| error.to_string())?;
    let public = key.verifying_key().to_public_key_pem(LineEnding::LF).map_err(|error| error.to_string())?;
    Ok((private.to_string(), public, key.verifying_key().to_bytes()))
}

/// Reads a private key.
pub fn private(path: &Path) -> Result<SigningKey, Box<Finding>> {
    let text = read(path)?;
    SigningKey::from_pkcs8_pem(&text).map_err(|_| {
        let message = "This is no private key for signing: a PEM file that “annals keygen” or “openssl genpkey -algorithm ed25519” makes";
        Box::new(Finding::plain("KEY", message, Some(&input::shown(path))))
    })
}

/// Reads a public key, as its 32 bytes in hexadecimal digits.
pub fn public(path: &Path) -> Result<String, Box<Finding>> {
    let text = read(path)?;
    let key = VerifyingKey::from_public_key_pem(&text).map_err(|_| {
        let message = "This is no public key: the PEM text that “annals keygen” prints";
        Box::new(Finding::plain("KEY", message, Some(&input::shown(path))))
    })?;
    Ok(hex(key.as_bytes()))
}

fn read(path: &Path) -> Result<String, Box<Finding>> {
    let cannot = |error: String| {
        Box::new(Finding::plain("IO", &format!("This cannot be read: {error}"), Some(&input::shown(path))))
    };
    let bytes = input::read(path, MOST_BYTES).map_err(|error| cannot(error.to_string()))?;
    String::from_utf8(bytes).map_err(|_| cannot("it is no text".to_owned()))
}

/// Public key and signature of a message, in hexadecimal digits.
pub fn sign(key: &SigningKey, message: &[u8]) -> (String, String) {
    (hex(key.verifying_key().as_bytes()), hex(&key.sign(message).to_bytes()))
}

/// Whether the signature of a message is by this key, both in hexadecimal digits.
pub fn is_good(key: &str, signature: &str, message: &[u8]) -> bool {
    let bytes = |digits: &str| bytes_of_hex(digits);
    let key = bytes(key).and_then(|key| VerifyingKey::from_bytes(&key.try_into().ok()?).ok());
    let signature = bytes(signature).and_then(|bytes| Signature::from_slice(&bytes).ok());
    key.zip(signature).is_some_and(|(key, signature)| key.verify_strict(message, &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first examples of RFC 8032, section 7.1.
    #[test]
    fn known_signatures_are_good() {
        for (key, message, signature) in [
            (
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                &b""[..],
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            ),
            (
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                &[0x72],
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            ),
        ] {
            assert!(is_good(key, signature, message));
            assert!(!is_good(key, signature, b"another message"));
            assert!(!is_good(key, &signature[2..], message));
            assert!(!is_good("zz", signature, message));
        }
    }

    #[test]
    fn keys_are_written_and_read() {
        let folder = tempfile::tempdir().unwrap();
        let (private_pem, public_pem, bytes) = generate().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        std::fs::write(&a, private_pem).unwrap();
        std::fs::write(&b, public_pem).unwrap();
        let (key, signature) = sign(&private(&a).unwrap(), b"x");
        assert_eq!(public(&b).unwrap(), key);
        assert_eq!(key, hex(&bytes));
        assert!(is_good(&key, &signature, b"x"));
        assert!(private(&b).is_err() && public(&a).is_err() && private(&folder.path().join("c")).is_err());
        assert_ne!(generate().unwrap().2, bytes);
    }
}
