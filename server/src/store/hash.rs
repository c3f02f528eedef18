//! A visitor or an address in, what is kept of it out: a hash that says nothing without the secret.

use std::net::IpAddr;

use rusqlite::Connection;

use super::{StoreError, Visitor};
use crate::secret::Secret;

/// 128 bits tell all visitors apart.
pub(super) type Hash = [u8; 16];

/// Hashes visitors and addresses, each by a secret of its own: a visitor's hash is never an address's.
#[derive(Debug, Clone)]
pub(super) struct Hasher {
    pub(super) secret: Secret,
    visitors: Secret,
    addresses: Secret,
}

impl Hasher {
    pub(super) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let secret: Vec<u8> = connection.query_row("SELECT secret FROM settings", [], |row| row.get(0))?;
        let secret = Secret::new(&secret);
        Ok(Self { visitors: secret.of("visitor"), addresses: secret.of("address"), secret })
    }

    pub(super) fn visitor(&self, visitor: &Visitor) -> Hash {
        short(self.visitors.sign(visitor.as_str().as_bytes()))
    }

    /// Of an IPv6 address its first half, since the other is whatever its owner likes.
    pub(super) fn address(&self, address: IpAddr) -> Hash {
        short(match address.to_canonical() {
            IpAddr::V4(address) => self.addresses.sign(&address.octets()),
            IpAddr::V6(address) => self.addresses.sign(&(address.to_bits() >> 64).to_be_bytes()),
        })
    }
}

fn short(signature: [u8; crate::secret::SIGNATURE]) -> Hash {
    signature.first_chunk().copied().unwrap_or_default()
}
