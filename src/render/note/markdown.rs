//! A note in Markdown (CommonMark, with the footnotes that GitHub, Pandoc and most editors know). No text of a briefing can
//! become a mark, a link or a tag: what could be one is escaped.

use crate::figure::{
    Context,
    note::{Address, Note, Reference, Statement},
};

/// A note in Markdown. Footnote `[^1]` is source 1 of the page.
pub fn markdown(context: &Context, note: &Note) -> String {
    let mut out = format!("# {}\n\n", escaped(&note.title));
    for line in &note.lead {
        out.extend(["- ", &escaped(line), "\n"]);
    }
    for entry in &note.entries {
        out.extend(["\n## ", &escaped(&entry.title.words), &marks(&entry.numbers), "\n\n"]);
        out.extend([&escaped(&entry.sort), "\n"]);
        list(&mut out, context, &entry.facts);
        for text in &entry.texts {
            out.extend(["\n", &escaped(&text.words), "\n"]);
        }
        if !entry.disputes.is_empty() {
            out.extend(["\n", &escaped(&context.t("note-disputes")), "\n"]);
            list(&mut out, context, &entry.disputes);
        }
    }
    if !note.sources.is_empty() {
        out.extend(["\n## ", &escaped(&context.t("note-sources")), "\n\n"]);
        for (at, source) in note.sources.iter().enumerate() {
            out.extend([&format!("[^{}]: ", at + 1), &reference(context, source), "\n"]);
        }
    }
    out
}

fn list(out: &mut String, context: &Context, statements: &[Statement]) {
    if !statements.is_empty() {
        out.push('\n');
    }
    for Statement { label, said, numbers } in statements {
        let words = escaped(&said.words);
        let words = match label {
            Some(label) => context.tf("labelled", &[("label", escaped(label).into()), ("words", words.into())]),
            None => words,
        };
        out.extend(["- ", &words, &marks(numbers), "\n"]);
    }
}

fn marks(numbers: &[usize]) -> String {
    numbers.iter().map(|number| format!("[^{number}]")).collect()
}

fn reference(context: &Context, source: &Reference) -> String {
    let mut parts = vec![escaped(&source.title.words)];
    parts.extend(source.details.iter().map(|detail| escaped(detail)));
    if let Some(quote) = &source.quote {
        let told = quote.told.as_ref().map(|told| format!(" ({})", escaped(told)));
        parts.push(format!("“{}”{}", escaped(&quote.words), told.unwrap_or_default()));
    }
    parts.extend(source.url.as_ref().map(address));
    parts.extend(source.read.iter().map(|read| escaped(read)));
    let archived = source.archived.as_ref();
    parts.extend(archived.map(|copy| context.tf("note-archived", &[("url", address(copy).into())])));
    parts.join(", ")
}

/// An address as a link where it may be one, else as words.
fn address(address: &Address) -> String {
    // Brackets and spaces would end the link; they are percent-encoded (RFC 3986).
    let is_plain = |letter: char| !letter.is_control() && !letter.is_whitespace() && !matches!(letter, '<' | '>');
    match address.is_link && address.url.chars().all(is_plain) {
        true => format!("<{}>", address.url),
        false => escaped(&address.url),
    }
}

/// Words on one line, with a backslash before what could be a mark.
fn escaped(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let mut out = String::new();
    let mut digits_only = true;
    for (at, letter) in words.char_indices() {
        let rest = &words[at + letter.len_utf8()..];
        let is_mark = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' | '^' | '{' | '}'
            | '@' => true,
            // At the start of a line they begin a list or underline a heading.
            '+' | '-' | '=' | ':' if at == 0 => true,
            '.' | ')' if at > 0 && digits_only => true,
            // Some readers link bare addresses.
            ':' => rest.starts_with('/'),
            '.' => out.to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        digits_only &= letter.is_ascii_digit();
        if letter.is_control() {
            continue;
        }
        if is_mark {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
