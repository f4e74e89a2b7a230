//! What changed between two editions, and since the reader last looked.

mod changes;
mod news;
mod random;
mod tool;

use annals::{load::load, model::Briefing};

/// A briefing with these further members.
fn briefing(members: &str) -> Briefing {
    let json = format!(r#"{{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],{members}}}"#);
    load(json.as_bytes()).unwrap().briefing
}
