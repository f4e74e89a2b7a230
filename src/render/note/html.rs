//! A note as an HTML file that stands by itself and that word processors open or take over by paste: headings, paragraphs,
//! lists, and links between a number and its source. No script, nothing from elsewhere.

use crate::figure::{
    Context,
    note::{Address, Note, Phrase, Reference, Statement},
};

const STYLE: &str = "body{font-family:Calibri,\"Noto Sans\",\"Microsoft YaHei\",\"PingFang SC\",sans-serif;font-size:11pt;\
line-height:1.4;max-width:42em;margin:2em auto;padding:0 1em}h1{font-size:18pt}h2{font-size:13pt}.sort{color:#555}";

/// A note as an HTML document.
pub fn html(context: &Context, note: &Note) -> String {
    let mut out =
        format!("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n", escaped(note.language));
    out.extend(["<title>", &escaped(&note.title), "</title>\n<style>", STYLE, "</style>\n</head>\n<body>\n"]);
    out.extend(["<h1>", &escaped(&note.title), "</h1>\n<p>"]);
    let lead: Vec<String> = note.lead.iter().map(|line| escaped(line)).collect();
    out.extend([&lead.join("<br>\n"), "</p>\n"]);
    for entry in &note.entries {
        out.extend([
            "<h2",
            &lang(&entry.title.lang),
            ">",
            &escaped(&entry.title.words),
            &marks(&entry.numbers),
            "</h2>\n",
        ]);
        out.extend(["<p class=\"sort\">", &escaped(&entry.sort), "</p>\n"]);
        list(&mut out, context, &entry.facts);
        for text in &entry.texts {
            out.extend(["<p", &lang(&text.lang), ">", &escaped(&text.words), "</p>\n"]);
        }
        if !entry.disputes.is_empty() {
            out.extend(["<p><strong>", &escaped(&context.t("note-disputes")), "</strong></p>\n"]);
            list(&mut out, context, &entry.disputes);
        }
    }
    if !note.sources.is_empty() {
        out.extend(["<h2>", &escaped(&context.t("note-sources")), "</h2>\n"]);
        for (at, source) in note.sources.iter().enumerate() {
            let number = at + 1;
            let words = reference(context, source);
            out.push_str(&format!("<p id=\"source-{number}\">[{number}] {words}</p>\n"));
        }
    }
    out + "</body>\n</html>\n"
}

fn list(out: &mut String, context: &Context, statements: &[Statement]) {
    if statements.is_empty() {
        return;
    }
    out.push_str("<ul>\n");
    for Statement { label, said, numbers } in statements {
        let words = match label {
            Some(label) => context.tf("labelled", &[("label", escaped(label).into()), ("words", phrase(said).into())]),
            None => phrase(said),
        };
        out.extend(["<li>", &words, &marks(numbers), "</li>\n"]);
    }
    out.push_str("</ul>\n");
}

fn phrase(phrase: &Phrase) -> String {
    match &phrase.lang {
        Some(_) => format!("<span{}>{}</span>", lang(&phrase.lang), escaped(&phrase.words)),
        None => escaped(&phrase.words),
    }
}

fn lang(tag: &Option<String>) -> String {
    tag.as_ref().map(|tag| format!(" lang=\"{}\"", escaped(tag))).unwrap_or_default()
}

fn marks(numbers: &[usize]) -> String {
    numbers.iter().map(|number| format!(" <a href=\"#source-{number}\">[{number}]</a>")).collect()
}

fn reference(context: &Context, source: &Reference) -> String {
    let mut parts = vec![phrase(&source.title)];
    parts.extend(source.details.iter().map(|detail| escaped(detail)));
    if let Some(quote) = &source.quote {
        let told = quote.told.as_ref().map(|told| format!(" ({})", escaped(told))).unwrap_or_default();
        let words = Phrase { words: quote.words.clone(), lang: quote.lang.clone() };
        parts.push(format!("“{}”{told}", self::phrase(&words)));
    }
    parts.extend(source.url.as_ref().map(address));
    parts.extend(source.read.iter().map(|read| escaped(read)));
    let archived = source.archived.as_ref();
    parts.extend(archived.map(|copy| context.tf("note-archived", &[("url", address(copy).into())])));
    parts.join(", ")
}

fn address(address: &Address) -> String {
    let url = escaped(&address.url);
    if address.is_link { format!("<a href=\"{url}\">{url}</a>") } else { url }
}

/// Words as text or in a quoted attribute.
fn escaped(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
