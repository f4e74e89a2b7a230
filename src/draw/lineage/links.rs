//! The lines from act to act: upright, where they cross as little as can be, each ending in an arrow on the act it points to.

use crate::scene::{Group, PathBuilder, Rect, Role, Segment, Shape};

/// How a line is drawn: stroke and head together tell the five relations apart, without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A solid line with a filled head: it replaces.
    Replaces,
    /// Dashes with a filled head: it amends.
    Amends,
    /// Dots with an open head: it carries out.
    Implements,
    /// Dashes with an open head: it comes from.
    Derives,
    /// A solid line with an open head: it continues.
    Continues,
}

impl Stroke {
    /// That of a relation, by its word in the data format.
    pub fn of(relation: &str) -> Stroke {
        match relation {
            "supersedes" => Stroke::Replaces,
            "amends" => Stroke::Amends,
            "implements" => Stroke::Implements,
            "derives-from" => Stroke::Derives,
            _ => Stroke::Continues,
        }
    }

    fn role(self) -> Role {
        match self {
            Stroke::Replaces | Stroke::Continues => Role::Link,
            Stroke::Amends | Stroke::Derives => Role::LinkDashed,
            Stroke::Implements => Role::LinkDotted,
        }
    }

    fn is_filled(self) -> bool {
        matches!(self, Stroke::Replaces | Stroke::Amends)
    }
}

/// A line from an act to another, by their places in the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    /// The act that has the relation.
    pub from: usize,
    /// The act it points to.
    pub to: usize,
    /// How it is drawn.
    pub stroke: Stroke,
}

/// The room of an act beside its words.
#[derive(Clone, Debug, Default)]
pub(super) struct Room {
    /// Where its line lies.
    pub level: f64,
    /// From its first stage to its last.
    pub from: f64,
    pub to: f64,
    /// Its first stage.
    pub first: f64,
    /// What its signs cover.
    pub signs: Vec<Rect>,
    /// What its words cover.
    pub words: Vec<Rect>,
}

const HEAD_PX: f64 = 7.0;
/// From a line to what it must not touch.
const GAP_PX: f64 = 4.0;
/// Lines are moved aside by so much until they are free.
const STEP_PX: f64 = 7.0;
const MOST_STEPS: i32 = 40;

impl Room {
    /// Whether something covers a place on its line.
    fn meets(&self, rect: &Rect, x: f64) -> bool {
        rect.x - 2.0 * GAP_PX < x
            && x < rect.right() + 2.0 * GAP_PX
            && rect.y < self.level
            && self.level < rect.bottom()
    }
}

/// Draws all lines.
pub(super) fn push_links(root: &mut Group, links: &[Link], rooms: &[Room], time: (f64, f64), scale: f64) {
    let mut upright: Vec<(f64, f64, f64)> = Vec::new();
    for link in links {
        let (Some(from), Some(to)) = (rooms.get(link.from), rooms.get(link.to)) else { continue };
        if link.from == link.to {
            continue;
        }
        let (top, bottom) = (from.level.min(to.level), from.level.max(to.level));
        let (low, high) = (link.from.min(link.to), link.from.max(link.to));
        let between = &rooms[low..=high];
        let cost = |x: f64| {
            let line = Rect::between(x - GAP_PX * scale, top, x + GAP_PX * scale, bottom);
            let covered = |list: fn(&Room) -> &Vec<Rect>| {
                between.iter().flat_map(list).filter(|rect| rect.overlaps(line)).count()
            };
            // Both ends must be seen; a word in between hides but a little of the line.
            let hidden = [from, to].iter().filter(|room| room.words.iter().any(|rect| room.meets(rect, x))).count();
            let aside = ((x - from.first).abs() / (2.0 * STEP_PX * scale)) as usize;
            let beside = upright
                .iter()
                .filter(|&&(other, from, to)| (other - x).abs() < STEP_PX * 0.8 * scale && from < bottom && to > top);
            10 * covered(|room| &room.signs) + covered(|room| &room.words) + 10 * hidden + 8 * beside.count() + aside
        };
        let steps = (0..=2 * MOST_STEPS).map(|at| if at % 2 == 0 { at / 2 } else { -(at + 1) / 2 });
        let places = steps.map(|step| from.first + f64::from(step) * STEP_PX * scale);
        let inside = places.filter(|x| *x >= time.0 && *x <= time.1);
        // The best of the places; of equals the nearest.
        let x = inside.min_by_key(|x| cost(*x)).unwrap_or(from.first);
        upright.push((x, top, bottom));
        draw(root, link.stroke, x, (from, to), scale);
    }
}

fn draw(root: &mut Group, stroke: Stroke, x: f64, (from, to): (&Room, &Room), scale: f64) {
    // Where the line begins or ends beside what it belongs to, a thin line leads there.
    for room in [from, to] {
        let near = x.clamp(room.from, room.to);
        if (near - x).abs() > 1.0 {
            root.push(Role::Tick, Shape::Line { x1: near, y1: room.level, x2: x, y2: room.level });
        }
    }
    let way = if to.level < from.level { -1.0 } else { 1.0 };
    let clear = |room: &Room| if room.signs.iter().any(|rect| room.meets(rect, x)) { 9.0 * scale } else { 1.0 };
    let (begin, tip) = (from.level + way * clear(from), to.level - way * clear(to));
    let neck = tip - way * HEAD_PX * scale;
    root.push(stroke.role(), Shape::Line { x1: x, y1: begin, x2: x, y2: if stroke.is_filled() { neck } else { tip } });
    push_head(root, stroke, (x, tip), way, scale);
}

fn push_head(root: &mut Group, stroke: Stroke, (x, tip): (f64, f64), way: f64, scale: f64) {
    let (neck, half) = (tip - way * HEAD_PX * scale, HEAD_PX * 0.55 * scale);
    let corners = [(x - half, neck), (x, tip), (x + half, neck)];
    if stroke.is_filled() {
        root.push(Role::LinkHead, PathBuilder::polygon(&corners));
    } else {
        root.push(Role::Link, PathBuilder::polyline(&corners).open());
    }
}

/// A line alone, from left to right, for a legend.
pub fn sample(stroke: Stroke, scale: f64) -> crate::scene::Scene {
    let (width, height) = (34.0 * scale, 16.0 * scale);
    let (y, tip, half) = (height / 2.0, width - 2.0, HEAD_PX * 0.55 * scale);
    let neck = tip - HEAD_PX * scale;
    let mut root = Group::new(Role::Plain);
    let end = if stroke.is_filled() { neck } else { tip };
    root.push(stroke.role(), Shape::Line { x1: 2.0, y1: y, x2: end, y2: y });
    let head = vec![Segment::Move(neck, y - half), Segment::Line(tip, y), Segment::Line(neck, y + half)];
    if stroke.is_filled() {
        root.push(Role::LinkHead, Shape::Path(head.into_iter().chain([Segment::Close]).collect()));
    } else {
        root.push(Role::Link, Shape::Path(head));
    }
    crate::scene::Scene { width, height, title: "".into(), description: "".into(), text_scale: scale, root }
}
