//! The headers that a host should send with the files of a site.

/// What the page may do. The page states the same policy itself, for hosts that cannot send headers; a header can also
/// forbid other sites to frame it, which this one leaves open, since briefings are made to be embedded.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; font-src 'none'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// Headers for every file.
pub const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", CONTENT_SECURITY_POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("cross-origin-resource-policy", "cross-origin"),
    ("access-control-allow-origin", "*"),
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_states_the_same_policy() {
        let page = include_str!("../../index.html");
        let content = format!("content=\"{}\"", super::CONTENT_SECURITY_POLICY);
        assert!(page.contains(&content), "index.html and policy.rs differ");
    }
}
