//! Maps between data and pixels, as plain values: a scale knows nothing of what is drawn with it.
//!
//! Days are counted from 1 January 1970 in the proleptic Gregorian calendar (see [`crate::model::Day`]); a fraction is
//! a time within the day. Conversions are named result first.

pub mod linear;
pub mod ticks;
pub mod time;
mod value;

pub use linear::LinearScale;
pub use ticks::{DateLabels, Tick, Ticks};
pub use time::{Limits, Span, TimeScale};
pub use value::ValueScale;
