//! How tall the page is.

use std::cell::Cell;

use gloo::utils::{document, window};

use super::{
    Resized,
    js::{call, get},
    on_resize,
};

/// Bounds of what is told, in CSS pixels.
const BOUNDS_PX: (f64, f64) = (50.0, 20_000.0);
/// Heights that come back within this time swing; those that come back later were wanted.
const SWING_MILLIS: f64 = 1_500.0;

/// Calls `then` with the height of what the page holds, in CSS pixels, whenever that changes. Where the host answers to a height
/// with a width, and so on without an end, the larger one stays.
pub fn on_height(then: impl Fn(f64) + 'static) -> Option<Resized> {
    let body = document().body()?;
    let (settling, observed) = (Settling::default(), body.clone());
    on_resize(&body, move |_| {
        let place = observed.get_bounding_client_rect();
        let height = place.height().ceil().clamp(BOUNDS_PX.0, BOUNDS_PX.1);
        let now = call(&get(&window(), "performance"), "now", &[]).and_then(|now| now.as_f64()).unwrap_or_default();
        // Not shown: nothing can be said of its height.
        if place.width() > 0.0
            && let Some(height) = settling.next(height, now)
        {
            then(height);
        }
    })
}

/// The last heights, newest first, and when each was told.
#[derive(Default)]
struct Settling(Cell<[(f64, f64); 3]>);

impl Settling {
    /// The height to tell after `height` was measured, if any.
    fn next(&self, height: f64, now_millis: f64) -> Option<f64> {
        let [last, before, earlier] = self.0.get();
        let is_swing = height == before.0 && last.0 == earlier.0 && now_millis - earlier.1 < SWING_MILLIS;
        if height == last.0 || (is_swing && height < last.0) {
            return None;
        }
        self.0.set([(height, now_millis), last, before]);
        Some(height)
    }
}

#[cfg(test)]
mod tests {
    use super::Settling;

    #[test]
    fn heights_that_swing_settle_at_the_larger() {
        let settling = Settling::default();
        let heights = [300.0, 300.0, 500.0, 300.0, 500.0, 300.0, 500.0, 300.0];
        let told = (0..).zip(heights).filter_map(|(at, px)| settling.next(px, f64::from(at) * 100.0));
        assert_eq!(told.collect::<Vec<_>>(), [300.0, 500.0, 300.0, 500.0]);
        assert_eq!(settling.next(700.0, 900.0), Some(700.0));
        assert_eq!(settling.next(300.0, 1_000.0), Some(300.0));
    }

    #[test]
    fn what_is_opened_and_closed_again_is_no_swing() {
        let settling = Settling::default();
        let heights = [300.0, 500.0, 300.0, 500.0, 300.0];
        let told = (0..).zip(heights).filter_map(|(at, px)| settling.next(px, f64::from(at) * 1_000.0));
        assert_eq!(told.collect::<Vec<_>>(), heights);
    }
}
