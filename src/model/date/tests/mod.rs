//! Tests of the module as a whole; those of a single file stand beside its code.

mod faults;
mod laws;
mod order;
mod printing;
mod spec;
mod table;
mod values;

use super::{Day, Edtf};

fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

fn iso(day: Option<Day>) -> String {
    day.map_or_else(|| "none".to_owned(), |day| day.to_string())
}
