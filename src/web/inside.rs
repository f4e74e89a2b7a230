//! The page as an offline file: one document that holds its briefing and all its code. See [`crate::bundle`].

use gloo::utils::document;

use crate::bundle::{CODE_ID, DATA_ID, Parts, SEAL_ID, START};

/// Whether the page is an offline file. Pages are also drawn where there is no browser: there it is none.
pub fn is_inside() -> bool {
    cfg!(target_arch = "wasm32") && start().is_some()
}

/// The query of the view that an offline file starts with; `None` on a site.
pub fn start() -> Option<String> {
    document().document_element()?.get_attribute(START)
}

fn text(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// The briefing that the file holds.
pub fn inside_data() -> Option<String> {
    text(DATA_ID)
}

/// The text of the seal.
pub fn inside_seal() -> Option<String> {
    text(SEAL_ID)
}

/// The parts that the file was made from.
pub fn inside_parts() -> Option<Parts> {
    let first = |selector: &str| document().query_selector(selector).ok()??.text_content();
    Some(Parts { style: first("head > style")?, script: first("script:not([type])")?, code: text(CODE_ID)? })
}
