//! Changes as Markdown, in which texts of the briefing cannot be more than text.

use std::fmt::Write;

use super::{Told, text::counts};
use crate::{
    i18n::findings::escaped,
    query::editions::{Edit, FieldChange, ItemChange},
};

/// The whole text, in CommonMark with the strikethrough of GitHub.
pub fn print(told: &Told) -> String {
    let card = &told.new.briefing().card;
    let title = card.title.best("en", card.first_language()).map(|version| &*version.text).unwrap_or_default();
    let mut out = format!("# What changed: {}\n\n", plain(title));
    let _ = writeln!(out, "{} → {}\n", plain(&told.old.file), plain(&told.new.file));
    out.extend(told.strangers().map(|line| plain(&line) + "\n\n"));
    let _ = writeln!(out, "{}", told.counts());
    for part in told.changed.by_part() {
        let _ = writeln!(out, "\n## {}: {}\n", plain(part[0].part), counts(part));
        part.iter().for_each(|item| self::item(&mut out, item));
    }
    out
}

fn item(out: &mut String, item: &ItemChange) {
    let edit = match item.edit {
        Edit::Added => "Added",
        Edit::Removed => "Removed",
        Edit::Changed => "Changed",
    };
    let was = item.was_id.as_ref().map(|was| format!(", was `{was}`")).unwrap_or_default();
    let _ = writeln!(out, "- {edit}: **{}** (`{}`{was})", plain(&item.title), item.id);
    item.fields.iter().for_each(|one| field(out, one));
}

fn field(out: &mut String, change: &FieldChange) {
    let language = change.language.as_ref().map(|tag| format!(" ({tag})")).unwrap_or_default();
    let _ = write!(out, "  - `{}`{language}: ", change.field);
    let _ = match (&change.old, &change.new) {
        (Some(old), Some(new)) => writeln!(out, "~~{}~~ → {}", plain(old), plain(new)),
        (Some(old), None) => writeln!(out, "removed ~~{}~~", plain(old)),
        (None, new) => writeln!(out, "added {}", plain(new.as_deref().unwrap_or_default())),
    };
}

/// A text in which no character is markup: on one line, with control characters made visible, and a backslash before what
/// CommonMark or GitHub would read as more than itself, addresses that would become links included.
fn plain(text: &str) -> String {
    let text = escaped(text.trim());
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_markup = match c {
            ':' => text[at..].starts_with("://"),
            '.' => is_www(&text.as_bytes()[..at]),
            c => "\\`*_{}[]<>#|~&!$@".contains(c),
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn is_www(before: &[u8]) -> bool {
    before.len() >= 3 && before[before.len() - 3..].eq_ignore_ascii_case(b"www")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        for hostile in [
            "**bold** and _this_ and `code`",
            "<img src=x onerror=alert(1)>",
            "[here](javascript:alert(1)) ![x](https://example.org/x.png)",
            "https://example.org www.example.org a@example.org &copy; <https://example.org>",
            "~~gone~~ | table | $x$ #1",
            "line\n\n# heading\n- point",
            "back\\slash \\*",
        ] {
            let markdown = format!("- Changed: **{}** (`id`)\n", plain(hostile));
            let options = pulldown_cmark::Options::all();
            let mut shown = String::new();
            let mut nodes = Vec::new();
            for event in pulldown_cmark::Parser::new_ext(&markdown, options) {
                match event {
                    pulldown_cmark::Event::Text(text) => shown.push_str(&text),
                    pulldown_cmark::Event::Code(text) => nodes.push(format!("code {text}")),
                    pulldown_cmark::Event::Start(tag) => nodes.push(format!("{tag:?}")),
                    pulldown_cmark::Event::End(_) => {}
                    other => nodes.push(format!("{other:?}")),
                }
            }
            assert_eq!(nodes, ["List(None)", "Item", "Strong", "code id"], "{markdown}");
            assert_eq!(shown, format!("Changed: {} ()", hostile.replace('\n', "\\n")), "{markdown}");
        }
        // What GitHub would link: names of hosts, addresses with a scheme, addresses of mail.
        assert_eq!(plain("www.x.org WWW.x.org"), "www\\.x.org WWW\\.x.org");
        assert_eq!(plain("https://x.org, a@x.org"), "https\\://x.org, a\\@x.org");
        assert_eq!(plain("new.json: 2026-01 (1.5 %)"), "new.json: 2026-01 (1.5 %)");
    }
}
