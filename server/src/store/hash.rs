//! A visitor or an address in, what is kept of it out: a hash that says nothing without the secret.

use std::net::IpAddr;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::Connection;
use sha2::Sha256;

use super::{StoreError, Visitor};

/// What visitors and addresses are hashed with.
#[derive(Clone)]
pub(super) struct Secret(Hmac<Sha256>);

/// The secret stays out of logs.
impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secret")
    }
}

/// 128 bits tell all visitors apart.
pub(super) type Hash = [u8; 16];

impl Secret {
    pub(super) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let secret: Vec<u8> = connection.query_row("SELECT secret FROM settings", [], |row| row.get(0))?;
        let wrong = |_| StoreError::Database(rusqlite::Error::InvalidQuery);
        Hmac::new_from_slice(&secret).map(Self).map_err(wrong)
    }

    pub(super) fn visitor(&self, visitor: &Visitor) -> Hash {
        self.hash(b"visitor", visitor.as_str().as_bytes())
    }

    /// Of an IPv6 address its first half, since the other is whatever its owner likes.
    pub(super) fn address(&self, address: IpAddr) -> Hash {
        match address.to_canonical() {
            IpAddr::V4(address) => self.hash(b"address", &address.octets()),
            IpAddr::V6(address) => {
                let octets = address.octets();
                self.hash(b"address", octets.get(..8).unwrap_or(&octets))
            }
        }
    }

    /// Named by its kind: a visitor's hash is never an address's.
    fn hash(&self, kind: &[u8], bytes: &[u8]) -> Hash {
        let mut mac = self.0.clone();
        mac.update(kind);
        mac.update(b":");
        mac.update(bytes);
        let whole = mac.finalize().into_bytes();
        let mut hash = Hash::default();
        hash.iter_mut().zip(whole).for_each(|(kept, byte)| *kept = byte);
        hash
    }
}
