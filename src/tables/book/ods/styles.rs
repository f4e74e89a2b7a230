//! What of the styles of a book matters: which sheets are hidden, and which cells show no day of a date.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use super::{super::serial::Shown, attribute};

/// The styles that have been read so far; they stand before the sheets.
#[derive(Default)]
pub struct Styles {
    /// Styles of sheets that do not show.
    hidden: HashSet<String>,
    /// From styles of cells to those of dates.
    dates_of: HashMap<String, String>,
    /// By style of dates.
    dates: HashMap<String, Shown>,
    /// The style that is being read.
    style: String,
    /// The style of dates that is being read, and whether it shows year, month, and a day or time.
    date: Option<(String, [bool; 3])>,
}

impl Styles {
    /// An element begins.
    pub fn start(&mut self, tag: &BytesStart) {
        let shows = |styles: &mut Self, part: usize| {
            if let Some((_, parts)) = &mut styles.date {
                parts[part] = true;
            }
        };
        match tag.name().as_ref() {
            "style:style" => {
                self.style = attribute(tag, "style:name").unwrap_or_default();
                if let Some(date) = attribute(tag, "style:data-style-name") {
                    self.dates_of.insert(self.style.clone(), date);
                }
            }
            "style:table-properties" if attribute(tag, "table:display").as_deref() == Some("false") => {
                self.hidden.insert(self.style.clone());
            }
            "number:date-style" => self.date = Some((attribute(tag, "style:name").unwrap_or_default(), [false; 3])),
            "number:year" | "number:era" => shows(self, 0),
            "number:month" => shows(self, 1),
            "number:day" | "number:hours" | "number:day-of-week" | "number:week-of-year" => shows(self, 2),
            _ => {}
        }
    }

    /// An element ends.
    pub fn end(&mut self, name: &str) {
        if name == "number:date-style"
            && let Some((name, parts)) = self.date.take()
        {
            let shown = match parts {
                [true, true, false] => Shown::Month,
                [true, false, false] => Shown::Year,
                _ => Shown::Day,
            };
            self.dates.insert(name, shown);
        }
    }

    /// Whether sheets of this style are hidden.
    pub fn is_hidden(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }

    /// What cells of this style show of a date.
    pub fn shown(&self, style: &str) -> Shown {
        self.dates_of.get(style).and_then(|date| self.dates.get(date)).copied().unwrap_or(Shown::Day)
    }
}
