//! The timeline as a scene: axis, tracks, items, clusters, and lines at today and at the day the data are current to.
//!
//! The axis and the tracks can be drawn apart ([`axis`], [`body`]), so that a page can hold the axis in view, or
//! together ([`timeline`]).

mod axis;
mod bars;
mod items;
mod markers;
mod tracks;

pub use bars::sample_bar;

use std::sync::Arc;

use crate::{
    layout::timeline::{Chip, Placed, PlacedTrack, Window},
    scale::{DateLabels, Ticks},
    scene::{Anchor, Group, Node, Role, Scene, Shape, TypeSize},
};

/// Height of the row that says that nothing is in view.
const EMPTY_PX: f64 = 56.0;

/// The words in a timeline, in the reader's language.
pub struct TimelineText<'a> {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows; may be empty.
    pub description: Arc<str>,
    /// How dates are written on the axis.
    pub dates: DateLabels,
    /// At the line of today.
    pub today: Arc<str>,
    /// At the line of the day to which the data are current.
    pub as_of: Arc<str>,
    /// Said when nothing is in view.
    pub empty: Arc<str>,
    /// One sentence on an item, given its place in the input: its accessible name.
    pub item: &'a dyn Fn(usize) -> Arc<str>,
    /// One sentence on a cluster.
    pub cluster: &'a dyn Fn(&Chip) -> Arc<str>,
    /// One sentence on a track, given the number of its items in view.
    pub track: &'a dyn Fn(&PlacedTrack, usize) -> Arc<str>,
}

/// The whole timeline, axis on top.
pub fn timeline(placed: &Placed, window: &Window, text: &TimelineText) -> Scene {
    let ticks = ticks(placed, window, text);
    let mut root = Group::new(Role::Plain);
    root.add(body_group(placed, window, text, &ticks).at(0.0, 0.0));
    root.add(axis_group(placed, window, text, &ticks));
    scene(placed, window, text, bottom(placed, window), root)
}

/// The axis with the labels of its marker lines alone, as high as [`Placed::axis_height`]. Its labels are held in view and
/// keep apart, so that it is drawn anew wherever the view moves: it needs nothing of a window but its scale and width.
pub fn axis(placed: &Placed, window: &Window, text: &TimelineText) -> Scene {
    let ticks = ticks(placed, window, text);
    let root = axis_group(placed, window, text, &ticks);
    scene(placed, window, text, placed.axis_height, root)
}

/// The tracks alone, to stand right below the axis. Where the view pans within what is drawn, it is enough to move the
/// groups with [`Role::Sliding`].
pub fn body(placed: &Placed, window: &Window, text: &TimelineText) -> Scene {
    let ticks = ticks(placed, window, text);
    let root = body_group(placed, window, text, &ticks).at(0.0, -placed.axis_height);
    scene(placed, window, text, bottom(placed, window) - placed.axis_height, root)
}

/// Where the picture ends: below the tracks, and below the words that nothing is in view.
fn bottom(placed: &Placed, window: &Window) -> f64 {
    placed.height + if window.is_empty() { EMPTY_PX * placed.text.scale } else { 0.0 }
}

fn scene(placed: &Placed, window: &Window, text: &TimelineText, height: f64, root: Group) -> Scene {
    let (title, description) = (text.title.clone(), text.description.clone());
    let height = height.ceil();
    Scene { width: window.width, height, title, description, text_scale: placed.text.scale, root }
}

fn ticks(placed: &Placed, window: &Window, text: &TimelineText) -> Ticks {
    let label_px = |label: &str, major: bool| {
        let size = if major { TypeSize::Label } else { TypeSize::Small };
        placed.text.width(label, size, major)
    };
    let (left, right) = (4.0 - window.beyond, window.width + window.beyond - 4.0);
    Ticks::new(window.scale, left, right, text.dates, &label_px)
}

fn axis_group(placed: &Placed, window: &Window, text: &TimelineText, ticks: &Ticks) -> Group {
    let mut group = axis::draw(placed, window, ticks);
    group.children.push(Node::Group(markers::labels(placed, window, text)));
    group
}

fn body_group(placed: &Placed, window: &Window, text: &TimelineText, ticks: &Ticks) -> Group {
    let mut group = Group::new(Role::Plain);
    let mut ground = Group::new(Role::Sliding);
    ground.add(axis::grid(placed, window, ticks));
    ground.add(markers::lines(placed, window));
    group.add(ground);
    tracks::draw(&mut group, placed, window, text);
    if window.is_empty() {
        let y = placed.height + EMPTY_PX * placed.text.scale * 0.6;
        let content = text.empty.clone();
        let (x, anchor) = (window.width / 2.0, Anchor::Middle);
        group.push(Role::Empty, Shape::Text { x, y, content, size: TypeSize::Label, anchor });
    }
    group
}
