//! What the checks ask of dates.

use crate::model::Edtf;

/// Reads a date; or the sort of fault, and what is wrong in English.
pub(super) fn read(text: &str) -> Result<Edtf, (&'static str, String)> {
    Edtf::parse(text).map_err(|error| ("form", error.to_string()))
}

/// Whether the date has a place on an axis, or none because it has no year.
pub(super) fn is_placed(_date: &Edtf) -> bool {
    true
}

/// Whether the whole of `end` lies before the whole of `start`. Both are dates.
pub(super) fn ends_before(end: &str, start: &str) -> bool {
    let bounds = |text: &str| Edtf::parse(text).ok();
    match (bounds(end).and_then(|date| date.latest()), bounds(start).and_then(|date| date.earliest())) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    }
}
