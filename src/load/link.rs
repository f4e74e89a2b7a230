//! Which addresses may be linked.

/// What an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// https or mailto: it may be linked.
    Good,
    /// http: it may be linked where sources are listed, and is marked.
    Unencrypted,
    /// It is not an address that may be linked; the word says why.
    Refused(&'static str),
}

/// The address as a link may use it: https, http or mailto; `None` where it must not be linked.
pub fn safe_link(address: &str) -> Option<String> {
    matches!(verdict(address), Verdict::Good | Verdict::Unencrypted).then(|| address.to_owned())
}

/// Judges an address: `https://host…`, `http://host…` or `mailto:name@host`, written out in full.
///
/// Refused are other schemes, relative addresses, space and control characters anywhere (browsers drop some of them, so
/// that `java\tscript:` works), backslashes, addresses with user names (`https://bank.example@evil.example`), characters
/// that look like a part of the syntax but are not, and overlong ones.
///
/// ```
/// use annals::load::link::{Verdict, verdict};
/// assert_eq!(verdict("https://www.samr.gov.cn/"), Verdict::Good);
/// assert_eq!(verdict("HTTP://example.org"), Verdict::Unencrypted);
/// assert_eq!(verdict("javascript:alert(1)"), Verdict::Refused("scheme"));
/// ```
pub fn verdict(address: &str) -> Verdict {
    const MOST_BYTES: usize = 8_000;
    if address.is_empty() {
        return Verdict::Refused("empty");
    }
    if address.len() > MOST_BYTES {
        return Verdict::Refused("long");
    }
    if address.chars().any(|c| c.is_control() || c.is_whitespace() || is_invisible(c)) {
        return Verdict::Refused("space");
    }
    if address.bytes().any(|byte| b"\\\"<>`{}|^".contains(&byte)) {
        return Verdict::Refused("character");
    }
    let Some((scheme, rest)) = address.split_once(':') else {
        return Verdict::Refused("relative");
    };
    if scheme.contains(['/', '?', '#', '.']) || scheme.is_empty() {
        return Verdict::Refused("relative");
    }
    let web = |good| match host_fault(rest) {
        Some(fault) => Verdict::Refused(fault),
        None => good,
    };
    match scheme.to_ascii_lowercase().as_str() {
        "https" => web(Verdict::Good),
        "http" => web(Verdict::Unencrypted),
        "mailto" => {
            let mailbox = rest.split('?').next().unwrap_or_default();
            let good = mailbox.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && !name.contains(['/', '%', ',', ';', '#']) && is_host(host)
            });
            if good { Verdict::Good } else { Verdict::Refused("mailbox") }
        }
        _ => Verdict::Refused("scheme"),
    }
}

/// What is wrong with the part after `https:`.
fn host_fault(rest: &str) -> Option<&'static str> {
    let Some(rest) = rest.strip_prefix("//") else {
        return Some("host");
    };
    let authority = &rest[..rest.bytes().position(|byte| b"/?#".contains(&byte)).unwrap_or(rest.len())];
    if authority.contains('@') {
        return Some("user");
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !authority.ends_with(']') => (host, port),
        _ => (authority, "443"),
    };
    let good_port = port.parse::<u16>().is_ok() && port.bytes().all(|byte| byte.is_ascii_digit());
    (!good_port || !is_host(host)).then_some("host")
}

/// A host name (letters of any script), an IPv4 or a bracketed IPv6 address.
fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return address.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let host = host.strip_suffix('.').unwrap_or(host);
    // Full-width dots and slashes, which browsers turn into real ones, are no letters.
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63 * 4
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
            && !label.starts_with('-')
    };
    host.len() <= 1_000 && host.split('.').all(label)
}

/// Characters that cannot be seen or turn the direction of writing.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_addresses_are_good() {
        for address in [
            "https://example.org",
            "HTTPS://EXAMPLE.ORG:8443/a%20b?c=d@e&f=g:h#i",
            "https://例子.中国/公告",
            "https://xn--fsqu00a.xn--0zwm56d/",
            "https://192.0.2.1/",
            "https://[2001:db8::1]:443/",
            "https://under_score.example./",
            "mailto:first.last+tag@example.org?subject=Hello",
        ] {
            assert_eq!(verdict(address), Verdict::Good, "{address}");
        }
        assert_eq!(verdict("http://example.org/"), Verdict::Unencrypted);
    }

    #[test]
    fn tricks_are_refused() {
        for address in [
            "javascript:alert(1)",
            "JAVASCRIPT:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript&colon;alert(1)",
            "data:text/html;base64,PGI+",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.org/1",
            "about:blank",
            "//evil.example",
            "/\\evil.example",
            "https:evil.example",
            "https:/evil.example",
            "https:///evil.example",
            "https://bank.example@evil.example/",
            "https://bank.example:pass@evil.example/",
            "https://bank.example\\@evil.example/",
            "https://bank.example%40evil.example/",
            "https://evil．example/",
            "https://bank.example∕evil.example/",
            "https://example.org/\u{202e}gpj.exe",
            "https://exam\u{200b}ple.org/",
            "https://example.org:0x50/",
            "https://example.org:+80/",
            "https://[::1",
            "https://a..b/",
            "https://-a.example/",
            "https:// example.org",
            "https://example.org/\u{0}",
            "mailto:",
            "mailto:@example.org",
            "mailto:a@example.org,b@example.org",
            "mailto:a@b@c",
            "tel:+123",
            "",
            "example.org",
            "#top",
        ] {
            assert!(matches!(verdict(address), Verdict::Refused(_)), "{address:?}");
        }
        assert_eq!(verdict(&format!("https://example.org/{}", "a".repeat(9_000))), Verdict::Refused("long"));
    }
}
