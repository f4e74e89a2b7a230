//! Where the number of a dot can stand without covering anything.

use crate::scene::Rect;

/// From a dot to its number.
const GAP_PX: f64 = 2.0;

/// Room for a text of this size beside a dot: above, right, left or below it, within `room`, where it covers nothing that is
/// `taken`. `None` where there is none.
pub(super) fn free_spot(dot: Rect, (width, height): (f64, f64), taken: &[Rect], room: Rect) -> Option<Rect> {
    let middle = dot.x + (dot.width - width) / 2.0;
    let level = dot.y + (dot.height - height) / 2.0;
    let (above, below) = (dot.y - GAP_PX - height, dot.bottom() + GAP_PX);
    let (left, right) = (dot.x - GAP_PX - width, dot.right() + GAP_PX);
    let held = middle.min(room.right() - width).max(room.x);
    let places =
        [(middle, above), (right, level), (held, above), (left, level), (left, above), (right, above), (held, below)];
    let spots = places.into_iter().map(|(x, y)| Rect { x, y, width, height });
    let is_inside = |spot: &Rect| {
        spot.x >= room.x && spot.right() <= room.right() && spot.y >= room.y && spot.bottom() <= room.bottom()
    };
    spots.filter(is_inside).find(|spot| !taken.iter().any(|other| other.overlaps(*spot)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Rect = Rect { x: 40.0, y: 20.0, width: 300.0, height: 150.0 };

    #[test]
    fn a_number_stands_above_its_dot_where_it_can() {
        let dot = Rect { x: 100.0, y: 100.0, width: 10.0, height: 10.0 };
        let above = free_spot(dot, (30.0, 16.0), &[dot], ROOM).unwrap();
        assert_eq!((above.x, above.bottom()), (90.0, 98.0));
        let beside = free_spot(dot, (30.0, 16.0), &[dot, above], ROOM).unwrap();
        assert_eq!((beside.x, beside.y), (90.0, 112.0));
        assert_eq!(free_spot(dot, (400.0, 16.0), &[dot], ROOM), None);
    }

    proptest! {
        #[test]
        fn numbers_cover_nothing_and_stay_inside(
            dots in prop::collection::vec((40.0..340.0f64, 20.0..170.0f64), 1..12), width in 5.0..120.0f64,
        ) {
            let dots: Vec<Rect> = dots.iter().map(|&(x, y)| Rect { x: x - 5.0, y: y - 5.0, width: 10.0, height: 10.0 }).collect();
            let mut taken = dots.clone();
            for dot in dots {
                if let Some(spot) = free_spot(dot, (width, 16.0), &taken, ROOM) {
                    prop_assert!(!taken.iter().any(|other| other.overlaps(spot)));
                    prop_assert!(spot.x >= ROOM.x && spot.right() <= ROOM.right() && spot.bottom() <= ROOM.bottom());
                    taken.push(spot);
                }
            }
        }
    }
}
