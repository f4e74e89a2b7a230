//! What the checks ask of dates.

use crate::model::{Edtf, date::Bound};

/// Whether no end lies beyond the years that have a place on an axis. Dates without a year are not placed for a plain
/// reason, about which nothing need be said.
pub(super) fn is_placed(date: &Edtf) -> bool {
    let is_beyond = |bound| matches!(bound, Bound::Beyond(_));
    !is_beyond(date.start_bound()) && !is_beyond(date.end_bound())
}

/// Whether the whole of `end` lies before the whole of `start`.
pub(super) fn ends_before(end: &str, start: &str) -> bool {
    let read = |text| Edtf::read(text).ok();
    match (read(end).and_then(|date| date.latest()), read(start).and_then(|date| date.earliest())) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    }
}
