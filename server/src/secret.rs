//! A secret and a message in, a signature out.
//! Floor 0.

use std::fmt;
use std::io;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The length of a signature, in bytes.
pub const SIGNATURE: usize = 32;

/// HMAC-SHA-256 takes a key as one block, filled up with zeros.
const BLOCK: usize = 64;

/// What the server alone knows, and signs by. Whoever knows it can forge what it signs.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; BLOCK]);

impl Secret {
    /// The secret that these bytes are; 32 random ones are enough.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let mut block = [0; BLOCK];
        match block.get_mut(..bytes.len()) {
            Some(start) => start.copy_from_slice(bytes),
            // As HMAC itself does with a key that is longer than a block.
            None => block.iter_mut().zip(Sha256::digest(bytes)).for_each(|(into, byte)| *into = byte),
        }
        Self(block)
    }

    /// A new one.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn random() -> io::Result<Self> {
        Ok(Self::new(&random::<32>()?))
    }

    /// Another secret, for one purpose alone: what is signed for one is no signature for another.
    #[must_use]
    pub fn of(&self, purpose: &str) -> Self {
        // As text, so that programs that take their secret as a string can be given it.
        Self::new(hex(&self.sign(purpose.as_bytes())).as_bytes())
    }

    /// The signature of a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE] {
        self.mac(message).finalize().into_bytes().into()
    }

    /// Whether this signed a message, told in a time that does not depend on where they differ.
    #[must_use]
    pub fn has_signed(&self, message: &[u8], signature: &[u8]) -> bool {
        self.mac(message).verify_slice(signature).is_ok()
    }

    fn mac(&self, message: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        mac.update(message);
        mac
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Bytes that nobody can foretell.
pub(crate) fn random<const N: usize>() -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

/// The bytes that hexadecimal digits write; `None` if they are none.
pub(crate) fn unhex(digits: &str) -> Option<Vec<u8>> {
    let half = |digit: u8| char::from(digit).to_digit(16).and_then(|half| u8::try_from(half).ok());
    let (pairs, rest) = digits.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(half(*high)? << 4 | half(*low)?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_signs_as_rfc_4231_says() {
        let signed = Secret::new(b"Jefe").sign(b"what do ya want for nothing?");
        assert_eq!(hex(&signed), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        let long = Secret::new(&[0xaa; 131]);
        let signed = long.sign(b"Test Using Larger Than Block-Size Key - Hash Key First");
        assert_eq!(hex(&signed), "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    #[test]
    fn it_knows_its_own_signature_alone() {
        let secret = Secret::new(b"one");
        let signature = secret.sign(b"message");
        assert!(secret.has_signed(b"message", &signature));
        assert!(!secret.has_signed(b"massage", &signature));
        assert!(!secret.has_signed(b"message", &signature[1..]));
        assert!(!Secret::new(b"two").has_signed(b"message", &signature));
        assert_ne!(secret.of("a").sign(b"message"), secret.of("b").sign(b"message"));
    }

    #[test]
    fn it_is_not_printed() {
        assert_eq!(format!("{:?}", Secret::new(b"one")), "Secret(…)");
        assert_ne!(Secret::random().unwrap(), Secret::random().unwrap());
    }

    #[test]
    fn bytes_are_written_and_read() {
        assert_eq!(hex(&[0, 0x1f, 0xff]), "001fff");
        assert_eq!(unhex("001fFF"), Some(vec![0, 0x1f, 0xff]));
        assert_eq!((unhex("0"), unhex("0g"), unhex("۱۲")), (None, None, None));
    }
}
