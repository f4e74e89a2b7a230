//! A scene as a standalone SVG file.

use std::{borrow::Cow, fmt::Write};

use super::tree::{Child, Dress, Element, rounded, tree, type_size};
use crate::scene::{
    Group, Mark, Role, Scene, Tone,
    style::paint,
    theme::{Theme, Token},
};

/// Fonts of exported pictures: those of today's systems, with good Chinese ones.
pub const FONT_FAMILY: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, \
    'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/// The scene as SVG text in the colours of a theme: title, description, rounded numbers, a line an element.
pub fn svg(scene: &Scene, theme: &Theme) -> String {
    let mut out = String::new();
    write_element(&mut out, &tree(scene, &Concrete { theme }), 0);
    out
}

/// Colours as presentation attributes.
struct Concrete<'a> {
    theme: &'a Theme,
}

impl Dress for Concrete<'_> {
    fn paint(&self, element: &mut Element, mark: &Mark, tone: Option<Tone>, text_scale: f64) {
        let Some(paint) = paint(mark.role) else { return };
        element.set("fill", paint.fill.map_or("none", |token| self.theme.colour(token, tone)));
        if paint.fill_opacity < 1.0 {
            element.set("fill-opacity", rounded(paint.fill_opacity));
        }
        if let Some(token) = paint.stroke {
            element.set("stroke", self.theme.colour(token, tone));
            element.set("stroke-width", rounded(paint.stroke_px));
        }
        if !paint.dash.is_empty() {
            let dash: Vec<_> = paint.dash.iter().map(|&length| rounded(length)).collect();
            element.set("stroke-dasharray", dash.join(" "));
        }
        if paint.halo {
            element.set("stroke-linejoin", "round");
            element.set("paint-order", "stroke");
        }
        if let Some(size) = type_size(mark) {
            element.set("font-size", rounded(size.px() * text_scale));
        }
        if paint.bold {
            element.set("font-weight", "600");
        }
    }

    fn dress(&self, element: &mut Element, group: &Group) {
        if let Some(key) = &group.key {
            element.set(key.kind.attribute(), key.id.to_string());
        }
        if let Some(name) = &group.name {
            element.children.push(Child::Element(Element::text("title", name)));
        }
    }

    fn whole(&self, element: &mut Element, scene: &Scene) {
        element.attributes.insert(0, ("xmlns", "http://www.w3.org/2000/svg".into()));
        element.set("role", "img");
        element.set("font-family", FONT_FAMILY);
        element.children.push(Child::Element(Element::text("title", &scene.title)));
        if !scene.description.is_empty() {
            element.children.push(Child::Element(Element::text("desc", &scene.description)));
        }
        let mut ground = Element::new("rect");
        ground.set("width", "100%");
        ground.set("height", "100%");
        let fill = paint(Role::Ground).and_then(|paint| paint.fill).unwrap_or(Token::Surface);
        ground.set("fill", self.theme.colour(fill, None));
        element.children.push(Child::Element(ground));
    }
}

fn write_element(out: &mut String, element: &Element, depth: usize) {
    let _ = write!(out, "{:depth$}", "");
    write_inline(out, element, depth);
    out.push('\n');
}

/// The element without a line end. White space counts within text, so there are no lines in it.
fn write_inline(out: &mut String, element: &Element, depth: usize) {
    let _ = write!(out, "<{}", element.name);
    for (name, value) in &element.attributes {
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
    }
    if element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    let in_lines = element.name != "text" && element.children.iter().any(|child| matches!(child, Child::Element(_)));
    out.push_str(if in_lines { ">\n" } else { ">" });
    for child in &element.children {
        match child {
            Child::Element(inner) if in_lines => write_element(out, inner, depth + 1),
            Child::Element(inner) => write_inline(out, inner, depth),
            Child::Text(text) => out.push_str(&escaped(text)),
        }
    }
    if in_lines {
        let _ = write!(out, "{:depth$}", "");
    }
    let _ = write!(out, "</{}>", element.name);
}

/// Text for XML: special characters escaped, those that XML forbids left out.
fn escaped(text: &str) -> Cow<'_, str> {
    let special = |letter: char| matches!(letter, '<' | '>' | '&' | '"' | '\u{fffe}' | '\u{ffff}') || letter < ' ';
    if !text.contains(special) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            letter if special(letter) => {}
            letter => out.push(letter),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(escaped("<script>\u{1}a & \"b\"\n"), "&lt;script&gt;a &amp; &quot;b&quot; ");
    }
}
