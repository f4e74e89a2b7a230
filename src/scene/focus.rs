//! Moving the keyboard focus through a scene: one tab stop, arrows in the order that is seen.

use std::sync::Arc;

use super::{Key, Node, Rect, Role, Scene, Shape};
use crate::order;

/// Something in a scene that the keyboard reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// What it stands for.
    pub key: Key,
    /// Its accessible name.
    pub name: Arc<str>,
    /// Its hit area, in the scene.
    pub bounds: Rect,
}

/// Where to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the one before in the row, or the end of the row above.
    Left,
    /// To the one after in the row, or the start of the row below.
    Right,
    /// To the nearest in the row above.
    Up,
    /// To the nearest in the row below.
    Down,
    /// To the first of all.
    First,
    /// To the last of all.
    Last,
}

/// How the arrow keys go through a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// From one to the next in the order in which they are drawn.
    Line,
    /// From row to row and within a row.
    Grid,
}

impl Walk {
    /// What can be reached, in order.
    pub fn stops(self, scene: &Scene) -> Vec<Stop> {
        match self {
            Walk::Line => stops_as_drawn(scene),
            Walk::Grid => stops(scene),
        }
    }
}

/// Everything the keyboard reaches, in reading order: row by row, each from left to right.
pub fn stops(scene: &Scene) -> Vec<Stop> {
    let stops = stops_as_drawn(scene);
    let reading = order::sorted(stops.len(), &|a, b| {
        let (a, b): (&Stop, &Stop) = (&stops[a], &stops[b]);
        a.bounds.y.total_cmp(&b.bounds.y).then(a.bounds.x.total_cmp(&b.bounds.x))
    });
    reading.into_iter().map(|at| stops[at as usize].clone()).collect()
}

/// The same in the order in which they are drawn, where height says how much and not what comes next.
pub fn stops_as_drawn(scene: &Scene) -> Vec<Stop> {
    let mut stops = Vec::new();
    scene.walk(&mut |group, (x, y)| {
        let (true, Some(key)) = (group.focusable, &group.key) else { return };
        let hit = group.children.iter().find_map(|child| match child {
            Node::Mark(mark) if mark.role == Role::Hit => match mark.shape {
                Shape::Rect { x, y, width, height, .. } => Some(Rect { x, y, width, height }),
                _ => None,
            },
            _ => None,
        });
        if let Some(hit) = hit {
            let name = group.name.clone().unwrap_or_default();
            stops.push(Stop { key: key.clone(), name, bounds: hit.moved(x, y) });
        }
    });
    stops
}

/// The stop reached from the one with id `from` (or from the first, if it is not there). `None` without stops.
pub fn step<'a>(stops: &'a [Stop], from: &str, direction: Direction) -> Option<&'a Stop> {
    let last = stops.len().checked_sub(1)?;
    let Some(at) = stops.iter().position(|stop| &*stop.key.id == from) else { return stops.first() };
    let to = match direction {
        Direction::First => 0,
        Direction::Last => last,
        Direction::Left => at.saturating_sub(1),
        Direction::Right => (at + 1).min(last),
        Direction::Up => stops[..at]
            .iter()
            .rposition(|stop| stop.bounds.y < stops[at].bounds.y)
            .map_or(at, |row| nearest(stops, row, stops[at].bounds.x)),
        Direction::Down => stops[at..]
            .iter()
            .position(|stop| stop.bounds.y > stops[at].bounds.y)
            .map_or(at, |row| nearest(stops, at + row, stops[at].bounds.x)),
    };
    stops.get(to)
}

/// In the row of stop `row`, the one nearest to `x`.
fn nearest(stops: &[Stop], row: usize, x: f64) -> usize {
    let y = stops[row].bounds.y;
    (0..stops.len())
        .filter(|&i| stops[i].bounds.y == y)
        .min_by(|&a, &b| (stops[a].bounds.x - x).abs().total_cmp(&(stops[b].bounds.x - x).abs()))
        .unwrap_or(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Group, KeyKind};

    fn scene() -> Scene {
        let mut root = Group::new(Role::Plain);
        for (id, x, y) in [("a", 0.0, 0.0), ("b", 50.0, 0.0), ("d", 60.0, 30.0), ("c", 5.0, 30.0)] {
            let mut item = Group::new(Role::Item).at(x, y).target(KeyKind::Item, id.into(), id.into());
            item.push(Role::Hit, Rect { x: 0.0, y: 0.0, width: 24.0, height: 24.0 }.shape(0.0));
            root.add(item);
        }
        Scene { width: 100.0, height: 60.0, title: "".into(), description: "".into(), text_scale: 1.0, root }
    }

    #[test]
    fn arrows_follow_what_is_seen() {
        let stops = stops(&scene());
        let go = |from, direction| &*step(&stops, from, direction).unwrap().key.id;
        assert_eq!(stops.iter().map(|stop| &*stop.key.id).collect::<String>(), "abcd");
        assert_eq!(go("a", Direction::Right), "b");
        assert_eq!(go("b", Direction::Right), "c");
        assert_eq!(go("b", Direction::Down), "d");
        assert_eq!(go("c", Direction::Up), "a");
        assert_eq!(go("a", Direction::Left), "a");
        assert_eq!(go("a", Direction::Last), "d");
        assert_eq!(go("gone", Direction::Down), "a");
    }
}
