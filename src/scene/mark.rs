//! The marks a scene is made of, and a small builder for paths.

use std::sync::Arc;

use super::Role;

/// A simple drawn thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it means.
    pub role: Role,
    /// What it looks like.
    pub shape: Shape,
}

/// The geometry of a mark.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Shape {
    /// A rectangle with rounded corners.
    Rect { x: f64, y: f64, width: f64, height: f64, radius: f64 },
    /// A straight line.
    Line { x1: f64, y1: f64, x2: f64, y2: f64 },
    /// A path of straight and curved segments.
    Path(Vec<Segment>),
    /// A circle around a centre.
    Circle { x: f64, y: f64, radius: f64 },
    /// One line of text; `y` is its baseline.
    Text { x: f64, y: f64, content: Arc<str>, size: TypeSize, anchor: Anchor },
    /// One line of text in several parts with roles of their own, one after the other, each `gap` after the last.
    Runs { x: f64, y: f64, size: TypeSize, gap: f64, runs: Vec<(Role, Arc<str>)> },
}

/// A step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Begins a new outline at a point.
    Move(f64, f64),
    /// A straight line to a point.
    Line(f64, f64),
    /// A cubic curve: two control points and its end.
    Curve(f64, f64, f64, f64, f64, f64),
    /// A straight line back to where the outline began.
    Close,
}

/// Sizes of type in figures: one scale, at a root font size of 16 px.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TypeSize {
    /// Axis labels, counts, notes: 12 px.
    Small,
    /// Labels of items, titles of tracks: 13 px.
    Label,
    /// Titles of figures: 16 px.
    Title,
}

impl TypeSize {
    /// All sizes.
    pub const ALL: [TypeSize; 3] = [TypeSize::Small, TypeSize::Label, TypeSize::Title];

    /// Font size at a text scale of 1.
    pub fn px(self) -> f64 {
        match self {
            TypeSize::Small => 12.0,
            TypeSize::Label => 13.0,
            TypeSize::Title => 16.0,
        }
    }

    /// Distance between baselines at a text scale of 1.
    pub fn line_px(self) -> f64 {
        match self {
            TypeSize::Small => 16.0,
            TypeSize::Label => 15.0,
            TypeSize::Title => 20.0,
        }
    }

    /// Its word in class names and tokens.
    pub fn word(self) -> &'static str {
        match self {
            TypeSize::Small => "small",
            TypeSize::Label => "label",
            TypeSize::Title => "title",
        }
    }
}

/// Which part of a text stands at its x.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Anchor {
    #[default]
    Start,
    Middle,
    End,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    /// From two corners.
    pub fn between(left: f64, top: f64, right: f64, bottom: f64) -> Rect {
        Rect { x: left, y: top, width: (right - left).max(0.0), height: (bottom - top).max(0.0) }
    }

    /// As large or larger around the same middle, so that it is as wide and as high at least.
    pub fn at_least(self, width: f64, height: f64) -> Rect {
        let (wider, higher) = ((width - self.width).max(0.0), (height - self.height).max(0.0));
        let (x, y) = (self.x - wider / 2.0, self.y - higher / 2.0);
        Rect { x, y, width: self.width + wider, height: self.height + higher }
    }

    /// Its right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Rect) -> bool {
        const TOUCH: f64 = 1e-6;
        self.x < other.right() - TOUCH
            && other.x < self.right() - TOUCH
            && self.y < other.bottom() - TOUCH
            && other.y < self.bottom() - TOUCH
    }

    /// Moved.
    pub fn moved(self, dx: f64, dy: f64) -> Rect {
        Rect { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// As a shape.
    pub fn shape(self, radius: f64) -> Shape {
        Shape::Rect { x: self.x, y: self.y, width: self.width, height: self.height, radius }
    }
}

/// Builds a path step by step.
///
/// ```
/// use annals::scene::{PathBuilder, Shape};
///
/// let diamond = PathBuilder::polygon(&[(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)]);
/// assert!(matches!(diamond, Shape::Path(segments) if segments.len() == 5));
/// ```
#[derive(Clone, Debug, Default)]
pub struct PathBuilder {
    segments: Vec<Segment>,
}

impl PathBuilder {
    /// An outline beginning at a point.
    pub fn from(x: f64, y: f64) -> PathBuilder {
        PathBuilder { segments: vec![Segment::Move(x, y)] }
    }

    /// A closed polygon.
    pub fn polygon(points: &[(f64, f64)]) -> Shape {
        PathBuilder::polyline(points).close()
    }

    /// A path along points, open so far; empty without points.
    pub fn polyline(points: &[(f64, f64)]) -> PathBuilder {
        let segments = points.iter().enumerate();
        PathBuilder {
            segments: segments
                .map(|(i, &(x, y))| if i == 0 { Segment::Move(x, y) } else { Segment::Line(x, y) })
                .collect(),
        }
    }

    /// A line to a point.
    pub fn to(mut self, x: f64, y: f64) -> PathBuilder {
        self.segments.push(Segment::Line(x, y));
        self
    }

    /// Lifts the pen and begins again at a point.
    pub fn jump(mut self, x: f64, y: f64) -> PathBuilder {
        self.segments.push(Segment::Move(x, y));
        self
    }

    /// Closes the outline and ends the path.
    pub fn close(mut self) -> Shape {
        self.segments.push(Segment::Close);
        Shape::Path(self.segments)
    }

    /// Ends the path, open.
    pub fn open(self) -> Shape {
        Shape::Path(self.segments)
    }
}
