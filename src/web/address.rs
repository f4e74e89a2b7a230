//! Which addresses a briefing may come from: the page's own origin.

/// An address that may be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Address(String);

impl Address {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why an address may not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum AddressError {
    /// It is no address.
    Malformed,
    /// It is on another origin.
    Foreign,
}

/// Resolves an address against that of the page. Only the page's own origin may be read: a link that could name any
/// address would let strangers speak in the host's name.
pub fn resolve(address: &str) -> Result<Address, AddressError> {
    let document = gloo::utils::document();
    let base = document.base_uri().ok().flatten().unwrap_or_default();
    let url = web_sys::Url::new_with_base(address, &base).map_err(|_| AddressError::Malformed)?;
    let own = gloo::utils::window().location().origin().unwrap_or_default();
    let same = url.origin() == own && own != "null" && url.username().is_empty() && url.password().is_empty();
    if same { Ok(Address(url.href())) } else { Err(AddressError::Foreign) }
}
