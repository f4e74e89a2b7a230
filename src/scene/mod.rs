//! The scene: nested groups of simple marks, with keys back to the data and roles that say what they mean.
//!
//! Pure code makes scenes (see [`crate::draw`]); the page, the exported pictures and the tests read the same scene, so
//! they cannot disagree. A scene has no colours: [`style`] says which token a role is painted with, [`theme`] what
//! colour a token is.

pub mod focus;
mod mark;
mod role;
pub mod style;
pub mod theme;
pub mod tokens;

use std::sync::Arc;

pub use mark::{Anchor, Mark, PathBuilder, Rect, Segment, Shape, TypeSize};
pub use role::Role;

/// A whole picture, in CSS pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Its accessible name.
    pub title: Arc<str>,
    /// What it shows, in a sentence or two; may be empty.
    pub description: Arc<str>,
    /// Factor of all type sizes: the reader's root font size divided by 16 px.
    pub text_scale: f64,
    /// What is in it.
    pub root: Group,
}

/// Marks and groups that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What it stands for, where it can be pointed at.
    pub key: Option<Key>,
    /// What it means.
    pub role: Role,
    /// The track colour of what is in it, handed down to groups without their own.
    pub tone: Option<Tone>,
    /// Its accessible name.
    pub name: Option<Arc<str>>,
    /// Whether the keyboard reaches it; such a group has a key, a name and a [`Role::Hit`] rectangle.
    pub focusable: bool,
    /// For something that opens and closes: whether it is open.
    pub expanded: Option<bool>,
    /// Its place in the group around it.
    pub offset: (f64, f64),
    /// Cuts off what lies outside, if given (in its own coordinates).
    pub clip: Option<Rect>,
    /// What is in it, from the back to the front.
    pub children: Vec<Node>,
}

/// A part of a group.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A group.
    Group(Group),
    /// A mark.
    Mark(Mark),
}

/// The link from a group back to what it stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// What sort of thing it is.
    pub kind: KeyKind,
    /// Its id; unique in a scene over all kinds.
    pub id: Arc<str>,
}

/// What sort of thing a key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// An item of the briefing.
    Item,
    /// Several items that have no room of their own.
    Cluster,
    /// A track of the timeline.
    Track,
    /// A year or other period, as an EDTF date.
    Period,
}

impl KeyKind {
    /// The attribute that carries the id in a page or SVG file.
    pub fn attribute(self) -> &'static str {
        match self {
            KeyKind::Item => "data-key",
            KeyKind::Cluster => "data-cluster",
            KeyKind::Track => "data-track",
            KeyKind::Period => "data-period",
        }
    }
}

/// One of the eight categorical colours, 1 to 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tone(u8);

impl Tone {
    /// Number of different tones.
    pub const COUNT: usize = 8;

    /// The tone of the n-th category, from 0; starts again after the eighth.
    pub fn of_index(index: usize) -> Tone {
        Tone((index % Self::COUNT) as u8 + 1)
    }

    /// Its number, 1 to 8.
    pub fn number(self) -> usize {
        usize::from(self.0)
    }
}

impl Group {
    /// An empty group.
    pub fn new(role: Role) -> Group {
        Group { role, ..Group::default() }
    }

    /// The same group, elsewhere.
    pub fn at(mut self, x: f64, y: f64) -> Group {
        self.offset = (x, y);
        self
    }

    /// The same group in a track's colour.
    pub fn toned(mut self, tone: Tone) -> Group {
        self.tone = Some(tone);
        self
    }

    /// The same group as something the reader can reach and activate.
    pub fn target(mut self, kind: KeyKind, id: Arc<str>, name: Arc<str>) -> Group {
        self.key = Some(Key { kind, id });
        self.name = Some(name);
        self.focusable = true;
        self
    }

    /// Adds a mark in front.
    pub fn push(&mut self, role: Role, shape: Shape) {
        self.children.push(Node::Mark(Mark { role, shape }));
    }

    /// Adds a group in front.
    pub fn add(&mut self, group: Group) {
        self.children.push(Node::Group(group));
    }
}

impl Scene {
    /// Calls `each` for every group, outermost first, with its place in the scene.
    pub fn walk<'a>(&'a self, each: &mut dyn FnMut(&'a Group, (f64, f64))) {
        fn down<'a>(group: &'a Group, at: (f64, f64), each: &mut dyn FnMut(&'a Group, (f64, f64))) {
            let at = (at.0 + group.offset.0, at.1 + group.offset.1);
            each(group, at);
            for child in &group.children {
                if let Node::Group(inner) = child {
                    down(inner, at, each);
                }
            }
        }
        down(&self.root, (0.0, 0.0), each);
    }
}
