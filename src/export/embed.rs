//! What other web sites embed: the script, the page that it puts in a frame, and examples of both.

use std::collections::BTreeMap;

use super::app_files;
use crate::{
    figure::Context,
    i18n::{Language, Words},
    load::load,
    model::{Briefing, Day},
    query::{Index, search::Hits},
    render::snippet::{Form, Wanted, escaped, snippet},
    state::{ViewState, read},
};

/// The script of the element.
pub const SCRIPT_FILE: &str = "embed.js";
/// The page in the frame.
pub const PAGE_FILE: &str = "embed.html";
/// The examples.
pub const EXAMPLES_FILE: &str = "embed-examples.html";
/// Their style.
const EXAMPLES_STYLE: &str = "embed-examples.css";

/// Adds what other sites embed to the files of a site. Of a briefing that cannot be read there are no examples.
pub fn add(files: &mut BTreeMap<String, Vec<u8>>, briefing: &[u8]) {
    files.insert(SCRIPT_FILE.to_owned(), squeezed(include_str!("../../static/embed.js")).into_bytes());
    if let Some(page) = page() {
        files.insert(PAGE_FILE.to_owned(), page);
    }
    if let Ok(loaded) = load(briefing) {
        files.insert(EXAMPLES_FILE.to_owned(), examples(&loaded.briefing).into_bytes());
        files.insert(EXAMPLES_STYLE.to_owned(), include_bytes!("../../static/embed-examples.css").to_vec());
    }
}

/// The page in the frame: that of the site, whose links to elsewhere open windows of their own. It fetches its parts, which a
/// sandbox allows only from a server that sends `Access-Control-Allow-Origin`; a page that carries them, as a bundle does, takes
/// its place here.
fn page() -> Option<Vec<u8>> {
    let (_, page) = app_files().iter().find(|(name, _)| *name == "index.html")?;
    let page = String::from_utf8_lossy(page).replacen("<head>", "<head>\n  <base target=\"_blank\">", 1);
    Some(page.into_bytes())
}

/// The script without comments, indents and spaces beside signs. It may hold no quotes but `"`, none of them in a comment beside
/// code, and no text with line breaks.
fn squeezed(script: &str) -> String {
    const SIGNS: &str = "=<>?:&|+*{}(),;[]";
    let mut out = String::with_capacity(script.len());
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        // Of the parts between quotes every other one is a text, and stays.
        for (at, part) in line.split('"').enumerate() {
            if at > 0 {
                out.push('"');
            }
            if at % 2 == 1 {
                out.push_str(part);
                continue;
            }
            let mut letters = part.chars().peekable();
            let mut before = if at == 0 { Some('\n') } else { Some('"') };
            while let Some(letter) = letters.next() {
                let is_beside = |c: Option<char>| c.is_some_and(|c| SIGNS.contains(c));
                if letter != ' ' || !(is_beside(before) || is_beside(letters.peek().copied())) {
                    out.push(letter);
                }
                before = Some(letter);
            }
        }
        out.push('\n');
    }
    out
}

/// The languages of the page that the briefing is written in; the first one of the page where it is in neither.
fn languages(briefing: &Briefing) -> Vec<Language> {
    let is_written = |language: &Language| {
        let tags = briefing.card.languages.iter();
        tags.filter(|tag| Language::is_spoken(tag)).any(|tag| Language::best(tag) == *language)
    };
    let written: Vec<Language> = Language::ALL.into_iter().filter(is_written).collect();
    if written.is_empty() { vec![Language::default()] } else { written }
}

/// One example: what it shows, and the code, once at work and once to read.
struct Example {
    heading: &'static str,
    language: Language,
    query: String,
    form: Form,
    height_px: Option<u32>,
}

/// The page of examples. It has no script but that of the element.
fn examples(briefing: &Briefing) -> String {
    let index = Index::new(briefing);
    let languages = languages(briefing);
    let has_timeline = briefing.views.iter().any(|view| &*view.meta.id == "timeline");
    let view = if has_timeline { "view=timeline&" } else { "" };
    let lang = |language: Language| format!("lang={}", language.tag());
    let (first, last) = (languages[0], languages[languages.len() - 1]);
    let examples = [
        Example {
            heading: "As tall as it needs to be",
            language: first,
            query: format!("{view}{}", lang(first)),
            form: Form::Element,
            height_px: None,
        },
        Example {
            heading: "With a fixed height, in another language where there is one",
            language: last,
            query: lang(last),
            form: Form::Element,
            height_px: Some(480),
        },
        Example {
            heading: "A plain frame, without the script",
            language: first,
            query: format!("{view}{}", lang(first)),
            form: Form::Frame,
            height_px: Some(640),
        },
    ];
    let title = briefing.card.title.best(first.tag(), briefing.card.first_language());
    let title = escaped(title.map_or("Annals", |version| &version.text));
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Embedding: {title}</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"icon.svg\">\n\
         <link rel=\"stylesheet\" href=\"tokens.css\">\n<link rel=\"stylesheet\" href=\"{EXAMPLES_STYLE}\">\n</head>\n<body>\n<main>\n\
         <h1>Embedding: {title}</h1>\n\
         <p>Each example is at work, with its code below; on another site <code>./</code> is the address of this folder. Code for any view: “Embed” at the end of <a href=\"./\">each page</a>.</p>\n"
    );
    for example in &examples {
        let (words, (state, _)) = (Words::new(example.language), read(&example.query));
        let code = made(briefing, &index, &words, &state, example);
        // The script is at work once, at the end of the page.
        let live: String =
            code.lines().filter(|line| !line.starts_with("<script")).fold(String::new(), |out, line| out + line + "\n");
        out.extend([
            "<section>\n<h2>",
            example.heading,
            "</h2>\n<div lang=\"",
            example.language.tag(),
            "\">\n",
            &live,
            "</div>\n<details>\n<summary>Code</summary>\n<pre tabindex=\"0\"><code>",
            &escaped_lines(&code),
            "</code></pre>\n</details>\n</section>\n",
        ]);
    }
    out.push_str("</main>\n<script src=\"embed.js\" async></script>\n</body>\n</html>\n");
    out
}

fn made(briefing: &Briefing, index: &Index, words: &Words, state: &ViewState, example: &Example) -> String {
    // Nothing that is listed depends on the day: the same briefing makes the same file.
    let today = briefing.card.as_of.as_ref().and_then(|day| day.latest()).unwrap_or(Day::from_unix_days(0));
    let context = Context { briefing, index, words, state, hits: &Hits::default(), today };
    snippet(&context, Wanted { home: "./", state, form: example.form, height_px: example.height_px })
}

/// Code as text of HTML, with its line breaks.
fn escaped_lines(code: &str) -> String {
    code.lines().map(|line| escaped(line) + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn the_script_is_at_most_2_kb() {
        let script = squeezed(include_str!("../../static/embed.js"));
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(script.as_bytes()).unwrap();
        let bytes = packed.finish().unwrap().len();
        assert!(bytes <= 2_000, "{bytes} bytes");
    }

    #[test]
    fn the_script_keeps_its_texts() {
        let script = "// why\n\n  const a = [1, 2], b = \"all : of { it\";  \n    if (a ?? b) return \"x\" + a;\n";
        assert_eq!(squeezed(script), "const a=[1,2],b=\"all : of { it\";\nif(a??b)return \"x\"+a;\n");
        let own = include_str!("../../static/embed.js");
        let code = own.lines().filter(|line| !line.trim().starts_with("//"));
        // What the squeezing rests on.
        assert!(
            code.clone()
                .all(|line| !line.contains(['\'', '`']) && !line.contains("//") && line.matches('"').count() % 2 == 0)
        );
    }

    #[test]
    fn examples_are_in_the_languages_of_the_briefing() {
        let briefing = |languages: &str| {
            let json = format!(
                r#"{{"annals":1,"id":"x","title":{{"en":"X </title>","zh-Hans":"\u7532"}},"languages":[{languages}],"events":[{{"id":"e","date":"2019","title":"E"}}]}}"#
            );
            load(json.as_bytes()).unwrap().briefing
        };
        let page = examples(&briefing(r#""en","zh-Hans""#));
        assert_eq!(page.matches("<annals-briefing ").count(), 2);
        assert_eq!(page.matches("<iframe ").count(), 1);
        assert_eq!(page.matches("<script").count(), 1);
        assert!(page.contains(r#"lang="zh-Hans" height="480""#) && page.contains("X &lt;/title&gt;"));
        assert!(page.contains("<strong>2019年</strong>") && page.contains("<strong>2019</strong>"));
        assert!(!examples(&briefing(r#""fr""#)).contains("zh-Hans\" height"));
    }

    #[test]
    fn a_site_holds_them() {
        let mut files = BTreeMap::new();
        add(&mut files, br#"{"annals":1,"id":"x","title":"X"}"#);
        let names: Vec<&str> = files.keys().map(String::as_str).filter(|name| *name != PAGE_FILE).collect();
        assert_eq!(names, [EXAMPLES_STYLE, EXAMPLES_FILE, SCRIPT_FILE]);
        files.clear();
        add(&mut files, b"<html>");
        assert!(files.contains_key(SCRIPT_FILE) && !files.contains_key(EXAMPLES_FILE));
    }
}
