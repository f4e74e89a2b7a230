//! Whom a briefing may have the tool ask: not this machine, nor others that only it can reach.
//!
//! A briefing may come from anyone, and its links may lead to the settings of a router or to a cloud's metadata service.
//! So addresses are judged after names are looked up, at each connection and each step of a redirect.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::{
    Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::NextTimeout,
    },
};

/// The words by which an error of [`Guarded`] is known again.
pub(super) const PRIVATE: &str = "its address is of this machine or of a private network; --links-local asks there too";

/// Looks names up, and refuses addresses that are not public.
#[derive(Debug)]
pub(super) struct Guarded {
    /// Whether all addresses are allowed.
    pub is_open: bool,
}

impl Resolver for Guarded {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        // The proxy is the user's own, wherever it is.
        let is_proxy = config.proxy().is_some_and(|proxy| proxy.uri() == uri);
        let is_allowed = self.is_open || is_proxy || found.iter().all(|address| is_public(address.ip()));
        if is_allowed { Ok(found) } else { Err(Error::Other(PRIVATE.into())) }
    }
}

/// The host of an address in small letters; empty if it has none.
pub(super) fn host(address: &str) -> String {
    url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_ascii_lowercase)).unwrap_or_default()
}

/// Whether an address says by itself that it is not public; a proxy would look the name up and not tell.
pub(super) fn is_plainly_private(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return true };
    match url.host() {
        None => true,
        Some(url::Host::Ipv4(ip)) => !is_public(ip.into()),
        Some(url::Host::Ipv6(ip)) => !is_public(ip.into()),
        Some(url::Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let inner = ["localhost", "local", "internal", "lan", "home.arpa"];
            !name.contains('.')
                || inner.iter().any(|end| name.strip_suffix(end).is_some_and(|rest| rest.ends_with('.')))
        }
    }
}

/// Whether an address is of the public internet, by the registries of special addresses (RFC 6890 and its successors).
pub(super) fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_documentation()
        || matches!((a, b, c), (0 | 224.., ..) | (100, 64..=127, _) | (192, 0, 0) | (198, 18 | 19, _));
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let parts = ip.segments();
    let inner = |high: u16, low: u16| is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    match parts {
        // Written as IPv6, but IPv4: mapped, translated, 6to4.
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => inner(high, low),
        [0x2002, high, low, ..] => inner(high, low),
        [0x2001, 0xdb8, ..] | [0x2001, 0..=0x1ff, ..] => false,
        // All else that is public begins with 001.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}
