//! Stand-in until the date type lands.
#![allow(missing_docs)]
use serde::{Deserialize, Serialize};
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Edtf(Box<str>);
#[derive(Debug)]
pub struct DateError;
impl std::fmt::Display for DateError {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("not a date")
    }
}
impl Edtf {
    pub fn parse(text: &str) -> Result<Self, DateError> {
        if text.contains("31/") || text.is_empty() { Err(DateError) } else { Ok(Edtf(text.into())) }
    }
    pub fn as_str(&self) -> &str {
        &self.0
    }
    pub fn earliest(&self) -> Option<Day> {
        None
    }
    pub fn latest(&self) -> Option<Day> {
        None
    }
}
