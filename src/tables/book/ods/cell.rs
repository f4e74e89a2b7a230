//! One cell: its value, or the paragraphs of its text.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::{
    super::{
        Finding, broken,
        grid::{Content, figures},
        serial::{self, Shown},
    },
    Xml, attribute, event, skip,
    styles::Styles,
};

/// The longest text that is kept, in bytes: more than any text of a briefing may have.
const LONGEST: usize = 2 << 20;

/// Reads a cell up to its end. `None` where it is empty.
pub fn read<R: Read>(xml: &mut Xml<R>, tag: &BytesStart, styles: &Styles) -> Result<Option<Content>, Box<Finding>> {
    let attribute = |name| attribute(tag, name);
    let text = text(xml)?;
    let is_formula = attribute("table:formula").is_some();
    let is_error = attribute("calcext:value-type").as_deref() == Some("error")
        || (is_formula && text.starts_with('#') && text.ends_with(['!', '?', 'A']))
        || (is_formula && text.starts_with("Err:"));
    if is_error {
        return Ok(Some(Content::Error(text)));
    }
    let content = match attribute("office:value-type").as_deref() {
        Some("float" | "percentage" | "currency") => Some(number(&attribute("office:value").unwrap_or_default(), text)),
        Some("boolean") => Some(Content::Bool(attribute("office:boolean-value").as_deref() == Some("true"))),
        Some("date") => {
            let shown = attribute("table:style-name").map_or(Shown::Day, |style| styles.shown(&style));
            Some(Content::Date(serial::iso(&attribute("office:date-value").unwrap_or_default()), shown))
        }
        Some("time") => Some(Content::Date(Err(serial::NO_DAY.to_owned()), Shown::Day)),
        Some(_) => Some(Content::Text(attribute("office:string-value").unwrap_or(text))),
        None if is_formula => Some(Content::Formula),
        None => Some(Content::Text(text)),
    };
    Ok(content.filter(|content| *content != Content::Text(String::new())))
}

/// A number as it is written in the file, where figures are.
fn number(value: &str, shown: String) -> Content {
    let is_plain = value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'));
    match value.parse::<f64>() {
        Ok(_) if is_plain && !value.starts_with('.') && !value.ends_with('.') => Content::Number(value.to_owned()),
        Ok(number) if number.is_finite() => Content::Number(figures(number)),
        _ => Content::Text(shown),
    }
}

/// The text of a cell up to its end: a line for each paragraph.
fn text<R: Read>(xml: &mut Xml<R>) -> Result<String, Box<Finding>> {
    let mut out = String::new();
    let mut buffer = Vec::new();
    // How many elements are open, and whether one of them is a paragraph.
    let (mut depth, mut paragraphs, mut is_open) = (0_usize, 0_usize, false);
    loop {
        match event(xml, &mut buffer)? {
            Event::Start(tag) => {
                let tag = tag.into_owned();
                match tag.name().as_ref() {
                    "office:annotation" | "draw:frame" | "table:detective" | "draw:g" | "draw:custom-shape" => {
                        skip(xml, &tag)?;
                        continue;
                    }
                    "text:p" | "text:h" => {
                        if paragraphs > 0 {
                            out.push('\n');
                        }
                        paragraphs += 1;
                        is_open = true;
                    }
                    "text:s" => {
                        let count = attribute(&tag, "text:c").and_then(|count| count.parse().ok()).unwrap_or(1);
                        push(&mut out, &" ".repeat(count.min(LONGEST)));
                    }
                    "text:tab" => push(&mut out, "\t"),
                    "text:line-break" => push(&mut out, "\n"),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(tag) => {
                if depth == 0 {
                    return Ok(out);
                }
                depth -= 1;
                is_open &= !matches!(tag.name().as_ref(), "text:p" | "text:h");
            }
            Event::Text(text) if is_open => push_collapsed(&mut out, &text.xml10_content()),
            Event::CData(text) if is_open => push_collapsed(&mut out, &text.xml10_content()),
            Event::GeneralRef(entity) if is_open => {
                let character = entity.resolve_char_ref().ok().flatten();
                match (character, quick_xml::escape::resolve_xml_entity(&entity)) {
                    (Some(character), _) => push(&mut out, character.encode_utf8(&mut [0; 4])),
                    (None, Some(text)) => push(&mut out, text),
                    (None, None) => return Err(broken("it has a character that XML does not know")),
                }
            }
            Event::Eof => return Err(broken("it ends within a cell")),
            _ => {}
        }
    }
}

fn push(out: &mut String, text: &str) {
    if out.len() + text.len() <= LONGEST {
        out.push_str(text);
    }
}

/// Adds text of a paragraph, in which any space stands for one space (OpenDocument 1.3, part 3, 6.1.2).
fn push_collapsed(out: &mut String, text: &str) {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space = matches!(c, ' ' | '\t' | '\r' | '\n');
        let before = words.chars().next_back().or_else(|| out.chars().next_back());
        match (is_space, before) {
            (true, None | Some(' ' | '\n' | '\t')) => {}
            (true, _) => words.push(' '),
            (false, _) => words.push(c),
        }
    }
    push(out, &words);
}
