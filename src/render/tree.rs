//! The one mapping from scenes to SVG elements.

use std::{borrow::Cow, fmt::Write, sync::Arc};

use crate::scene::{Anchor, Group, Key, Mark, Node, Rect, Role, Scene, Segment, Shape, Tone, TypeSize};

/// An SVG element. Attributes are in a fixed order, each once.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Element {
    pub name: &'static str,
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// Id of what it stands for, to find it again from one frame to the next.
    pub key: Option<Key>,
    pub children: Vec<Child>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Child {
    Element(Element),
    Text(Arc<str>),
}

/// How colours, and what belongs to a page only, get into the tree.
pub(super) trait Dress {
    /// Attributes that paint a mark.
    fn paint(&self, element: &mut Element, mark: &Mark, tone: Option<Tone>, text_scale: f64);
    /// Attributes of a group.
    fn dress(&self, element: &mut Element, group: &Group);
    /// Elements and attributes of the whole.
    fn whole(&self, element: &mut Element, scene: &Scene);
}

impl Element {
    pub fn new(name: &'static str) -> Element {
        Element { name, attributes: Vec::new(), key: None, children: Vec::new() }
    }

    pub fn set(&mut self, name: &'static str, value: impl Into<Cow<'static, str>>) {
        self.attributes.push((name, value.into()));
    }

    fn number(&mut self, name: &'static str, value: f64) {
        self.set(name, rounded(value));
    }

    pub fn text(name: &'static str, content: &Arc<str>) -> Element {
        Element { children: vec![Child::Text(content.clone())], ..Element::new(name) }
    }
}

/// A number as short as can be, to a hundredth of a pixel.
pub(super) fn rounded(value: f64) -> String {
    let value = (value * 100.0).round() / 100.0;
    if value == 0.0 { "0".into() } else { value.to_string() }
}

/// The tree of a scene.
pub(super) fn tree(scene: &Scene, dress: &dyn Dress) -> Element {
    let mut svg = Element::new("svg");
    svg.set("viewBox", format!("0 0 {} {}", rounded(scene.width), rounded(scene.height)));
    svg.number("width", scene.width);
    svg.number("height", scene.height);
    dress.whole(&mut svg, scene);
    svg.children.push(Child::Element(group(&scene.root, None, scene.text_scale, dress)));
    svg
}

fn group(group: &Group, tone: Option<Tone>, text_scale: f64, dress: &dyn Dress) -> Element {
    let tone = group.tone.or(tone);
    let mut element = Element::new("g");
    element.key = group.key.clone();
    if group.offset != (0.0, 0.0) {
        element.set("transform", format!("translate({} {})", rounded(group.offset.0), rounded(group.offset.1)));
    }
    dress.dress(&mut element, group);
    let children = group.children.iter().map(|child| {
        Child::Element(match child {
            Node::Group(inner) => self::group(inner, tone, text_scale, dress),
            Node::Mark(mark) => self::mark(mark, tone, text_scale, dress),
        })
    });
    match group.clip {
        None => element.children.extend(children),
        Some(Rect { x, y, width, height }) => {
            // An inner svg element clips without needing an id of its own.
            let mut inner = Element::new("svg");
            inner.set("viewBox", [x, y, width, height].map(rounded).join(" "));
            for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
                inner.number(name, value);
            }
            inner.children.extend(children);
            element.children.push(Child::Element(inner));
        }
    }
    element
}

fn mark(mark: &Mark, tone: Option<Tone>, text_scale: f64, dress: &dyn Dress) -> Element {
    let mut element = match &mark.shape {
        Shape::Rect { x, y, width, height, radius } => {
            let mut rect = numbered("rect", &[("x", *x), ("y", *y), ("width", *width), ("height", *height)]);
            if *radius > 0.0 {
                rect.number("rx", *radius);
            }
            rect
        }
        Shape::Line { x1, y1, x2, y2 } => numbered("line", &[("x1", *x1), ("y1", *y1), ("x2", *x2), ("y2", *y2)]),
        Shape::Circle { x, y, radius } => numbered("circle", &[("cx", *x), ("cy", *y), ("r", *radius)]),
        Shape::Path(segments) => {
            let mut path = Element::new("path");
            path.set("d", path_data(segments));
            path
        }
        Shape::Text { x, y, content, anchor, .. } => {
            let mut text = numbered("text", &[("x", *x), ("y", *y)]);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => text.set("text-anchor", "middle"),
                Anchor::End => text.set("text-anchor", "end"),
            }
            text.children.push(Child::Text(content.clone()));
            text
        }
        Shape::Runs { x, y, gap, runs, size } => {
            let mut text = numbered("text", &[("x", *x), ("y", *y)]);
            for (index, (role, content)) in runs.iter().enumerate() {
                let mut run = Element::text("tspan", content);
                if index > 0 {
                    run.number("dx", *gap);
                }
                // Each run is painted like a text of its own.
                let (content, size, anchor) = (content.clone(), *size, Anchor::Start);
                let alone = Mark { role: *role, shape: Shape::Text { x: *x, y: *y, content, size, anchor } };
                dress.paint(&mut run, &alone, tone, text_scale);
                text.children.push(Child::Element(run));
            }
            return text;
        }
    };
    dress.paint(&mut element, mark, tone, text_scale);
    element
}

fn numbered(name: &'static str, numbers: &[(&'static str, f64)]) -> Element {
    let mut element = Element::new(name);
    for &(name, value) in numbers {
        element.number(name, value);
    }
    element
}

fn path_data(segments: &[Segment]) -> String {
    let mut data = String::new();
    for segment in segments {
        let mut step = |letter: char, numbers: &[f64]| {
            let numbers: Vec<_> = numbers.iter().map(|&number| rounded(number)).collect();
            let _ = write!(data, "{letter}{}", numbers.join(" "));
        };
        match *segment {
            Segment::Move(x, y) => step('M', &[x, y]),
            Segment::Line(x, y) => step('L', &[x, y]),
            Segment::Curve(x1, y1, x2, y2, x, y) => step('C', &[x1, y1, x2, y2, x, y]),
            Segment::Close => step('Z', &[]),
        }
    }
    data
}

/// Font size of a mark, if it is text.
pub(super) fn type_size(mark: &Mark) -> Option<TypeSize> {
    match mark.shape {
        Shape::Text { size, .. } => Some(size),
        _ => None,
    }
}

/// Whether a group of this role only groups, so that a page needs no class for it.
pub(super) fn is_plain(role: Role) -> bool {
    role == Role::Plain
}
