//! Hatching: the look of what is not stated, so that it is never taken for zero.

use crate::scene::{Group, PathBuilder, Rect, Role};

/// From one stroke to the next.
const STEP_PX: f64 = 6.0;

/// A hatched rectangle. The strokes of neighbours meet, because all lie on the same grid.
pub fn push_hatched(group: &mut Group, rect: Rect, radius: f64) {
    group.push(Role::ChartMissing, rect.shape(radius));
    push_strokes(group, Role::ChartWithin, 1.0, rect);
}

/// The strokes alone, from the lower left to the upper right, so many times as far apart as usual.
pub(super) fn push_strokes(group: &mut Group, role: Role, wide: f64, rect: Rect) {
    let step = STEP_PX * wide;
    let Rect { x, y, .. } = rect;
    let (right, bottom) = (rect.right(), rect.bottom());
    let mut path = PathBuilder::default();
    let mut sum = ((x + y) / step).floor() * step + step;
    let mut count = 0;
    // Every stroke lies on a line on which x and y have the same sum.
    while sum < right + bottom - 0.5 {
        let (low, high) = ((sum - bottom).max(x), (sum - y).min(right));
        if high - low > 0.5 {
            path = path.jump(low, sum - low).to(high, sum - high);
            count += 1;
        }
        sum += step;
    }
    if count > 0 {
        group.push(role, path.open());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Node, Segment, Shape};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strokes_stay_inside(x in -50.0..500.0f64, y in -50.0..500.0f64, width in 1.0..200.0f64, height in 1.0..90.0f64) {
            let rect = Rect { x, y, width, height };
            let mut group = Group::new(Role::Plain);
            push_hatched(&mut group, rect, 0.0);
            for node in &group.children {
                let Node::Mark(mark) = node else { continue };
                let Shape::Path(segments) = &mark.shape else { continue };
                for segment in segments {
                    let (Segment::Move(at_x, at_y) | Segment::Line(at_x, at_y)) = *segment else { continue };
                    prop_assert!(at_x >= x - 1e-6 && at_x <= rect.right() + 1e-6);
                    prop_assert!(at_y >= y - 1e-6 && at_y <= rect.bottom() + 1e-6);
                }
            }
        }
    }
}
