//! `annals check --links`: whether the links of sources still lead somewhere. The only use of the network in the tool.

mod ask;
mod reach;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;
use serde_json::Value;

use super::{
    finding::{Column, Finding},
    output, progress,
};
use crate::load::{
    Limits, Severity, Token,
    link::{Verdict, verdict},
    places,
};
use ask::{Asked, State};

pub use ask::Manners;

/// A link of a source.
struct Link {
    address: String,
    /// An archived copy of the same page.
    archived: Option<String>,
    path: Vec<Token>,
}

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    sources: Vec<Value>,
}

/// Asks for each http and https address of the sources of a document once; what is to say, with places in the document.
/// Where the document is made from tables, `is_tables`, it has no lines.
///
/// Says on standard error how many links there are, and what became of them.
pub fn check(bytes: &[u8], file: &str, is_tables: bool, manners: Manners) -> Vec<Finding> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let document: Document = match serde_json::from_slice(text) {
        Ok(document) => document,
        Err(error) => {
            output::note(&format!("{file}: no link is checked: {error}"));
            return Vec::new();
        }
    };
    let links = links(&document.sources);
    let mut wanted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut known = HashSet::new();
    for link in links.iter().filter(|link| known.insert(&link.address)) {
        wanted.entry(reach::host(&link.address)).or_default().push(link.address.clone());
    }
    let count = known.len();
    let bar = progress::Bar::start(count, "links");
    let asked = ask::all(wanted, manners, &|| bar.step());
    drop(bar);
    let tally = |wanted: fn(&State) -> bool| asked.values().filter(|one| wanted(&one.state)).count();
    output::note(&format!(
        "{file}: links asked for: {count}; {} reachable, {} moved, {} gone, {} not checked",
        tally(|state| matches!(state, State::Reachable)),
        tally(|state| matches!(state, State::Moved(_))),
        tally(|state| matches!(state, State::Gone(_))),
        tally(|state| matches!(state, State::Unchecked(_))),
    ));
    let paths: Vec<&[Token]> = links.iter().map(|link| link.path.as_slice()).collect();
    let places = places(bytes, Limits::default(), &paths);
    let said = links.iter().zip(places).filter_map(|(link, (pointer, place))| {
        let finding = finding(link, asked.get(&link.address)?, file)?;
        let (line, column) = (place.line, Column::Number(place.column));
        let (line, column) = if is_tables { (None, None) } else { (Some(line), Some(column)) };
        Some(Finding { line, column, pointer: Some(pointer), ..finding })
    });
    said.collect()
}

fn links(sources: &[Value]) -> Vec<Link> {
    let mut links = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let address = |field: &str| source.get(field).and_then(Value::as_str);
        let is_web = |address: &&str| {
            let good = matches!(verdict(address), Verdict::Good | Verdict::Unencrypted);
            good && address.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
        };
        for field in ["url", "archived"] {
            let Some(found) = address(field).filter(is_web) else { continue };
            let path = vec![Token::key("sources"), Token::Index(at), Token::key(field)];
            let archived = address("archived").filter(|_| field == "url").filter(is_web).map(str::to_owned);
            links.push(Link { address: found.to_owned(), archived, path });
        }
    }
    links
}

/// What is to be said of a link; nothing of one that can be reached.
fn finding(link: &Link, asked: &Asked, file: &str) -> Option<Finding> {
    let (code, severity, message, remedy) = match &asked.state {
        State::Reachable => return None,
        State::Moved(to) => (
            "LINK_MOVED",
            Severity::Warning.name(),
            format!("The page has moved for good to {to}"),
            "Look at it there, and write the new address".to_owned(),
        ),
        State::Gone(status) => match &link.archived {
            Some(copy) => (
                "LINK_GONE",
                Severity::Warning.name(),
                format!("The page is gone: the server answers {status}"),
                format!("There is an archived copy, {copy}: look whether it holds what is cited"),
            ),
            None => (
                "LINK_GONE",
                Severity::Error.name(),
                format!("The page is gone: the server answers {status}"),
                "Find where it is now, or an archived copy of it, and name that under `archived`".to_owned(),
            ),
        },
        // That nothing was found out is no fault of the briefing.
        State::Unchecked(why) => (
            "LINK_NOT_CHECKED",
            "notice",
            format!("Not checked: {why}"),
            "Open it in a browser, or try again later".to_owned(),
        ),
    };
    let value = Some(link.address.clone());
    Some(Finding { severity, value, remedy: Some(remedy), ..Finding::plain(code, &message, Some(file)) })
}
