//! What happened, as a list that reads without scripts: dates, titles, and who published the sources.
//!
//! Short, because all of it stands in the data of the same file, with the titles and addresses of the sources: one language, no
//! summaries, no end tags that HTML does not want.

use std::fmt::Write;

use super::escaped;
use crate::{
    i18n::Words,
    model::{Briefing, Id, Text},
    query::{Found, Index, occurrences, span_words},
};

/// So many occurrences are listed; those beyond are counted.
const MOST: usize = 5_000;

/// The list as HTML.
pub fn list(briefing: &Briefing, index: &Index, words: &Words, plain: &dyn Fn(&Text) -> String) -> String {
    let mut out = String::from("<ul>\n");
    let mut rest = 0;
    for (at, occurrence) in occurrences(briefing, index).enumerate() {
        if at >= MOST {
            rest += 1;
            continue;
        }
        let date = span_words(occurrence.date(), occurrence.end(), words);
        let _ = write!(out, "<li>{}: {}", escaped(&date), escaped(&plain(occurrence.title())));
        let own = occurrence.date().evidence.iter().flat_map(|evidence| &evidence.sources);
        let mut names: Vec<String> = Vec::new();
        for citation in own.chain(&occurrence.meta().sources) {
            let name = name(briefing, index, &citation.source, plain);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            let _ = write!(out, " ({})", escaped(&names.join("; ")));
        }
        out.push('\n');
    }
    out.push_str("</ul>\n");
    if rest > 0 {
        let _ = writeln!(out, "<p>+ {rest}</p>");
    }
    out
}

/// Who published a source; its title where that is not said, its id where there is no such source.
fn name(briefing: &Briefing, index: &Index, id: &Id, plain: &dyn Fn(&Text) -> String) -> String {
    match index.find(briefing, id) {
        Some(Found::Source(source)) => plain(source.publisher.as_ref().unwrap_or(&source.title)),
        _ => id.to_string(),
    }
}
