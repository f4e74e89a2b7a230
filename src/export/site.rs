//! The files of a site: the page, the briefing, and a list of both with their hashes.

use std::{collections::BTreeMap, fmt};

use super::app_files;
use crate::load::fingerprint::sha256;
use serde_json::json;

/// Where a site keeps its briefing.
pub const BRIEFING_FILE: &str = "briefing.json";

/// Why there is no site.
#[derive(Debug)]
pub enum SiteError {
    /// The tool was built without the page.
    NoApp,
}

impl fmt::Display for SiteError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            SiteError::NoApp => out.write_str(
                "this build of the tool does not carry the page; build it with `cargo xtask build` and use target/release/annals",
            ),
        }
    }
}

/// The files of a site by path, with `/` between folders.
pub fn site_files(briefing: Vec<u8>) -> Result<BTreeMap<String, Vec<u8>>, SiteError> {
    if app_files().is_empty() {
        return Err(SiteError::NoApp);
    }
    let mut files: BTreeMap<String, Vec<u8>> =
        app_files().iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    super::embed::add(&mut files, &briefing);
    files.insert(BRIEFING_FILE.to_owned(), briefing);
    let version = json!({ "annals": crate::load::format::VERSION, "version": env!("CARGO_PKG_VERSION") });
    files.insert("version.json".to_owned(), format!("{version:#}\n").into_bytes());
    let list: serde_json::Map<String, serde_json::Value> =
        files.iter().map(|(name, bytes)| (name.clone(), json!(sha256(bytes)))).collect();
    files.insert("files.json".to_owned(), format!("{:#}\n", json!({ "sha256": list })).into_bytes());
    Ok(files)
}

/// The tables of the built-in briefing: file name, bytes.
pub fn builtin_tables() -> &'static [(&'static str, &'static [u8])] {
    static TABLES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/builtin_tables.rs"));
    TABLES
}
