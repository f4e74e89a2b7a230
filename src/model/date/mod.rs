//! Dates as people know them.

mod day;

pub use day::{Day, days_in_month, is_leap};
