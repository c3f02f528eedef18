//! A request's head in, whom it comes from out.
//! Floor 1.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};

/// Whom a request comes from: handlers find it among the request's extensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client(pub IpAddr);

impl Client {
    /// What a budget belongs to: an IPv4 address, or an IPv6 network of 64 bits, as one household has that many addresses.
    pub(crate) fn household(self) -> IpAddr {
        match self.0.to_canonical() {
            IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
            address => address,
        }
    }
}

/// The proxies that stand before the server, and the header in which each adds whom it was asked by.
///
/// Only what they wrote can be believed: anybody may send such a header. So its entries are counted from the end, one for
/// each of our proxies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Proxy {
    /// There is none: a client is who connects.
    #[default]
    None,
    /// So many, which write `X-Forwarded-For`.
    ForwardedFor(usize),
    /// So many, which write `Forwarded` (RFC 7239).
    Forwarded(usize),
}

impl Proxy {
    pub(super) fn client(self, headers: &HeaderMap, extensions: &Extensions) -> Option<Client> {
        let told = match self {
            Self::None => None,
            Self::ForwardedFor(hops) => {
                entry(headers, "x-forwarded-for", hops).and_then(|entry| address(&entry))
            }
            Self::Forwarded(hops) => entry(headers, "forwarded", hops).and_then(|entry| {
                let mut pairs = entry.split(';').filter_map(|pair| pair.split_once('='));
                let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
                address(value)
            }),
        };
        let connected = || extensions.get().map(|ConnectInfo(peer): &ConnectInfo<SocketAddr>| peer.ip());
        told.or_else(connected).map(Client)
    }
}

/// An entry of a list that may stand in several headers, counted from its end; there is no entry 0.
fn entry(headers: &HeaderMap, name: &str, from_end: usize) -> Option<String> {
    let lists = headers.get_all(name).iter().filter_map(|list| list.to_str().ok());
    let entries: Vec<&str> = lists.flat_map(|list| list.split(',')).collect();
    entries.into_iter().nth_back(from_end.checked_sub(1)?).map(str::to_owned)
}

/// An address, which may have a port, brackets and quotes.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    let bare = || text.trim_start_matches('[').trim_end_matches(']').parse().ok();
    text.parse().map(|address: SocketAddr| address.ip()).ok().or_else(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(proxy: Proxy, headers: &[(&'static str, &'static str)]) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 80))));
        proxy.client(&map, &extensions).unwrap().0.to_string()
    }

    #[test]
    fn without_a_proxy_nobody_is_believed() {
        assert_eq!(
            client(Proxy::None, &[("x-forwarded-for", "1.1.1.1"), ("forwarded", "for=1.1.1.1")]),
            "192.0.2.1"
        );
    }

    #[test]
    fn each_proxy_tells_of_one_before_it() {
        let list = [("x-forwarded-for", "6.6.6.6, 1.1.1.1"), ("x-forwarded-for", "2001:db8::1 ,3.3.3.3:443")];
        for (hops, expected) in
            [(0, "192.0.2.1"), (1, "3.3.3.3"), (2, "2001:db8::1"), (3, "1.1.1.1"), (5, "192.0.2.1")]
        {
            assert_eq!(client(Proxy::ForwardedFor(hops), &list), expected, "{hops}");
        }
        assert_eq!(client(Proxy::ForwardedFor(1), &[("x-forwarded-for", "unknown")]), "192.0.2.1");
        assert_eq!(client(Proxy::ForwardedFor(1), &[("forwarded", "for=1.1.1.1")]), "192.0.2.1");
    }

    #[test]
    fn forwarded_is_read_as_its_rfc_writes_it() {
        let list = [(
            "forwarded",
            r#"for=6.6.6.6;proto=http, proto=https;For="[2001:db8:cafe::17]:4711", for=_hidden"#,
        )];
        assert_eq!(client(Proxy::Forwarded(1), &list), "192.0.2.1");
        assert_eq!(client(Proxy::Forwarded(2), &list), "2001:db8:cafe::17");
        assert_eq!(client(Proxy::Forwarded(1), &[("x-forwarded-for", "1.1.1.1")]), "192.0.2.1");
    }

    #[test]
    fn a_household_is_one() {
        let of = |address: &str| Client(address.parse().unwrap()).household().to_string();
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(of("2001:db8:1:2:ffff::"), "2001:db8:1:2::");
        assert_eq!((of("192.0.2.7"), of("::ffff:192.0.2.7")), ("192.0.2.7".into(), "192.0.2.7".into()));
    }
}
